/* SPDX-License-Identifier: MIT */
/* A fuzz target's main without a fuzzer: each file named on the command line is one input. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum { INPUT_MAX = 1 << 20 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int replay(const char *path)
{
    FILE *file = fopen(path, "rb");
    uint8_t *whole = malloc(INPUT_MAX);
    if (!file || !whole)
        return 1;
    size_t size = fread(whole, 1, INPUT_MAX, file);
    uint8_t *exact = realloc(whole, size ? size : 1); /* so that one byte too far is seen */
    if (exact)
        LLVMFuzzerTestOneInput(exact, size);
    free(exact);
    return fclose(file) || !exact;
}

int main(int count, char **paths)
{
    for (int i = 1; i < count; i++)
        if (replay(paths[i])) {
            fprintf(stderr, "cannot read %s\n", paths[i]);
            return 1;
        }
    return 0;
}
