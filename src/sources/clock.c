/* SPDX-License-Identifier: MIT */
#include "sources/clock.h"

#include <time.h>

enum { CLOCK_BYTES = 2048 }; /* read between two looks */

static long thread_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return (long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

bool clock_is_late(struct clock *clock, size_t left)
{
    if (clock->left - left < CLOCK_BYTES)
        return false;
    clock->left = left;
    clock->began = clock->began ? clock->began : thread_ms();
    return thread_ms() - clock->began > clock->most;
}
