/* SPDX-License-Identifier: MIT */
/*
 * panic.h: the one way to die.
 *
 * Only for what content cannot cause: no memory, a broken invariant. Content that is
 * wrong is a finding (diag.h); a world that is wrong (disk full) is a finding too.
 */
#ifndef ATTALAK_BASE_PANIC_H
#define ATTALAK_BASE_PANIC_H

/* Exit code of a system error: the promise that the published site is as it was. */
enum { EXIT_SYSTEM = 4 };

/* Prints "attalak: <message>" to standard error and ends the process with EXIT_SYSTEM
 * (abort() in a build with NDEBUG unset would leave core files on officers' machines). */
_Noreturn void panic(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
