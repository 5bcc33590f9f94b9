/* SPDX-License-Identifier: MIT */
/*
 * The picture and the result are files in memory (memfd) and no pipes: neither side can wait for
 * the other, a program that dies early breaks no pipe, and the result's size is known before it
 * is read. The wait looks every millisecond, which costs nothing beside the 50 that a
 * picture takes and works on every kernel.
 */
#include "media/helper.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "media/webp.h"

enum { LATER_SECONDS = 5, PATH_BYTES = 4096 };

/* ---- where it is ---- */

static struct str own_folder(struct arena *arena)
{
    char path[PATH_BYTES];
    ssize_t len = readlink("/proc/self/exe", path, sizeof(path));
    return len <= 0 ? STR("") : str_copy(str_cut_last(str_of(path, (size_t)len), '/').head, arena);
}

struct helper helper_find(struct arena *arena)
{
    static const char *const places[] = {"/" HELPER_NAME, "/../libexec/" HELPER_NAME};
    struct str folder = own_folder(arena);
    for (size_t i = 0; folder.len && i < sizeof(places) / sizeof(*places); i++) {
        const char *path = str_c(str_cat(arena, folder, str_from(places[i])), arena);
        if (access(path, X_OK) == 0)
            return (struct helper){path};
    }
    return (struct helper){HELPER_NAME};
}

/* ---- a process ---- */

struct run {
    int in, out; /* files in memory; -1: not there */
    pid_t pid;
};

static bool fill(int fd, struct str bytes)
{
    while (bytes.len) {
        ssize_t put = write(fd, bytes.ptr, bytes.len);
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return false;
        bytes = str_skip(bytes, (size_t)put);
    }
    return lseek(fd, 0, SEEK_SET) == 0;
}

static bool open_files(struct run *run, struct str bytes)
{
    run->in = memfd_create("picture", MFD_CLOEXEC);
    run->out = run->in < 0 ? -1 : memfd_create("made", MFD_CLOEXEC);
    return run->out >= 0 && fill(run->in, bytes);
}

static void close_files(const struct run *run)
{
    if (run->in >= 0)
        close(run->in);
    if (run->out >= 0)
        close(run->out);
}

/* 0 or an errno value. Signals are as in a new process. */
static int start(const struct helper *helper, struct run *run)
{
    posix_spawn_file_actions_t files;
    posix_spawnattr_t how;
    sigset_t none, all;
    char *const argv[] = {(char *)(uintptr_t)HELPER_NAME, NULL}, *const environment[] = {NULL};
    sigemptyset(&none);
    sigfillset(&all);
    if (posix_spawn_file_actions_init(&files) != 0)
        return ENOMEM;
    posix_spawnattr_init(&how);
    posix_spawnattr_setsigmask(&how, &none);
    posix_spawnattr_setsigdefault(&how, &all);
    posix_spawnattr_setflags(&how, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    int error = posix_spawn_file_actions_adddup2(&files, run->in, STDIN_FILENO);
    if (!error)
        error = posix_spawn_file_actions_adddup2(&files, run->out, STDOUT_FILENO);
    if (!error)
        error = posix_spawnp(&run->pid, helper->path, &files, &how, argv, environment);
    posix_spawnattr_destroy(&how);
    posix_spawn_file_actions_destroy(&files);
    return error;
}

/* Its status; killed when it does not end by itself, for it sets its own clock first. */
static int wait_for(pid_t pid)
{
    const struct timespec moment = {.tv_nsec = 1000000};
    struct timespec begun, now;
    int status = 0;
    clock_gettime(CLOCK_MONOTONIC, &begun);
    for (;;) {
        pid_t ended = waitpid(pid, &status, WNOHANG);
        if (ended == pid || (ended < 0 && errno != EINTR))
            return status;
        clock_gettime(CLOCK_MONOTONIC, &now);
        if (now.tv_sec - begun.tv_sec > PHOTO_WALL_SECONDS + LATER_SECONDS)
            kill(pid, SIGKILL);
        nanosleep(&moment, NULL);
    }
}

/* ---- its result ---- */

static struct helped crashed(struct str why)
{
    return (struct helped){.end = HELPER_CRASHED, .why = why};
}

/* Read at once after its end: nobody else has the file. */
static struct helped take_made(const struct run *run, struct arena *arena)
{
    struct stat st;
    if (fstat(run->out, &st) != 0)
        return (struct helped){.end = PHOTO_SYSTEM, .error = errno};
    if (st.st_size > PHOTO_MADE_MAX)
        return crashed(STR("too large"));
    size_t len = (size_t)st.st_size;
    char *bytes = arena_alloc(arena, len + 1);
    if (pread(run->out, bytes, len, 0) != (ssize_t)len)
        return (struct helped){.end = PHOTO_SYSTEM, .error = EIO};
    struct webp webp = webp_look(str_of(bytes, len));
    if (!webp.ok || webp.width > PHOTO_WIDTH_MAX || webp.height > PHOTO_HEIGHT_MAX)
        return crashed(STR("not a WebP"));
    return (struct helped){.end = PHOTO_DONE, .made = {bytes, len}};
}

static bool is_of_a_clock(int signal)
{
    return signal == SIGALRM || signal == SIGXCPU || signal == SIGKILL;
}

static struct helped judge(const struct run *run, int status, struct arena *arena)
{
    if (WIFSIGNALED(status))
        return is_of_a_clock(WTERMSIG(status))
                   ? (struct helped){.end = PHOTO_HEAVY}
                   : crashed(str_format(arena, "signal %d", WTERMSIG(status)));
    int code = WEXITSTATUS(status);
    if (code == PHOTO_DONE)
        return take_made(run, arena);
    if (code >= PHOTO_FORMAT && code <= PHOTO_SYSTEM)
        return (struct helped){.end = code};
    return crashed(str_format(arena, "exit %d", code));
}

static struct helped not_started(int error)
{
    bool absent = error == ENOENT || error == EACCES || error == ENOEXEC || error == ENOTDIR;
    return (struct helped){.end = absent ? HELPER_ABSENT : PHOTO_SYSTEM, .error = error};
}

struct helped helper_run(const struct helper *helper, struct str bytes, struct arena *arena)
{
    struct run run = {-1, -1, 0};
    struct helped result;
    if (!open_files(&run, bytes)) {
        result = (struct helped){.end = PHOTO_SYSTEM, .error = errno};
    } else {
        int error = start(helper, &run);
        result = error ? not_started(error) : judge(&run, wait_for(run.pid), arena);
    }
    close_files(&run);
    return result;
}
