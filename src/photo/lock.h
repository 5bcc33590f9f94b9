/* SPDX-License-Identifier: MIT */
/*
 * lock.h: the process gives up all that reading a picture does not need, for good: files but the
 * three that are open, nearly all system calls, memory and time without bound. False when
 * the system does not grant it: then no picture may be read.
 *
 * Built with -DPHOTO_OPEN (the builds that look for errors of memory, whose run time needs
 * files and terabytes of addresses) it only sets the clocks.
 */
#ifndef ATTALAK_PHOTO_LOCK_H
#define ATTALAK_PHOTO_LOCK_H

#include <stdbool.h>

bool lock_in(void);

#endif
