/* SPDX-License-Identifier: MIT */
/*
 * Why a table of our own and no libseccomp: twenty lines, and one library less where it matters.
 * What is not in the table kills the process. Opening files is refused instead: some libraries
 * look into /proc for what the processor can do, and go on without.
 */
#include "photo/lock.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "photo/photo.h"

static bool limit(int what, rlim_t most)
{
    return setrlimit(what, &(struct rlimit){most, most}) == 0;
}

/* A decoder that runs in circles, and one that sleeps. */
static bool set_clocks(void)
{
    alarm(PHOTO_WALL_SECONDS);
    return limit(RLIMIT_CPU, PHOTO_CPU_SECONDS) && limit(RLIMIT_CORE, 0) &&
           limit(RLIMIT_FSIZE, PHOTO_MADE_MAX);
}

#ifdef PHOTO_OPEN

bool lock_in(void)
{
    return set_clocks();
}

#else

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#else
#error "lock.c does not know the system calls of this processor"
#endif

#define LOAD(member)                                                                     \
    BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, member))
#define RETURN(what) BPF_STMT(BPF_RET | BPF_K, (what))
#define IF(call, what) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_##call, 0, 1), RETURN(what)
#define ALLOW(call) IF(call, SECCOMP_RET_ALLOW)
#define REFUSE(call) IF(call, SECCOMP_RET_ERRNO | EACCES)

/* On x86-64 calls of the x32 kind have numbers above all of these. Memory that programs run in
 * is not made: no mapping may be executable. */
static struct sock_filter filter[] = {
    LOAD(arch),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0),
    RETURN(SECCOMP_RET_KILL_PROCESS),
    LOAD(nr),
    ALLOW(read),
    ALLOW(write),
    ALLOW(brk),
    ALLOW(munmap),
    ALLOW(mremap),
    ALLOW(madvise),
    ALLOW(exit_group),
    REFUSE(openat),
#ifdef SYS_open
    REFUSE(open),
#endif
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_mmap, 1, 0),
    RETURN(SECCOMP_RET_KILL_PROCESS),
    LOAD(args[2]),
    BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, 4 /* PROT_EXEC */, 0, 1),
    RETURN(SECCOMP_RET_KILL_PROCESS),
    RETURN(SECCOMP_RET_ALLOW),
};

static bool shut(void)
{
    const struct sock_fprog program = {sizeof(filter) / sizeof(*filter), filter};
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program) == 0;
}

bool lock_in(void)
{
    return set_clocks() && syscall(SYS_close_range, 3, ~0U, 0) == 0 &&
           limit(RLIMIT_NOFILE, 0) && limit(RLIMIT_AS, PHOTO_MEMORY_MAX) &&
           prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 && shut();
}

#endif
