/* SPDX-License-Identifier: MIT */
#include "base/panic.h"

#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

/* _exit, not exit: other threads may be running, and nothing of ours needs an atexit. */
void panic(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fputs("attalak: ", stderr);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    va_end(args);
    _exit(EXIT_SYSTEM);
}
