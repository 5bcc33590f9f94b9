/* SPDX-License-Identifier: MIT */
#include "project.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"

static void tell(struct str name, int error)
{
    fprintf(stderr, "attalak: %.*s: %s\n", STR_ARG(name), strerror(error));
}

int project_open(struct str dir, const char *part, struct arena *scratch)
{
    struct str path = str_format(scratch, "%.*s/%s", STR_ARG(dir), part);
    int fd = file_open_root(path, scratch);
    int error = errno;
    if (fd < 0)
        tell(path, error);
    errno = error;
    return fd;
}

static int print(struct str bytes)
{
    bool written = !bytes.len || fwrite(bytes.ptr, 1, bytes.len, stdout) == bytes.len;
    return written && fflush(stdout) == 0 ? 0 : errno;
}

bool project_deliver(struct str out, struct str bytes, struct arena *scratch)
{
    int error = out.len ? file_write(out, bytes, scratch) : print(bytes);
    if (error)
        tell(out.len ? out : STR("standard output"), error);
    return !error;
}
