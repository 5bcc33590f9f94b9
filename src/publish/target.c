/* SPDX-License-Identifier: MIT */
#include "publish/target.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "publish/rules.h"

/* ---- the path ---- */

static struct str real_path(struct str path, struct arena *arena)
{
    char *real = realpath(str_c(path, arena), NULL);
    struct str copy = str_copy(str_from(real), arena);
    free(real);
    return copy;
}

static struct str without_slashes(struct str path)
{
    while (path.len > 1 && path.ptr[path.len - 1] == '/')
        path.len--;
    return path;
}

static struct str join(struct str folder, struct str name, struct arena *arena)
{
    bool is_root = str_eq(folder, STR("/"));
    return str_format(arena, "%.*s/%.*s", is_root ? 0 : (int)folder.len, folder.ptr,
                      STR_ARG(name));
}

static struct str path_that_is(struct str path, struct arena *arena, struct diags *diags)
{
    struct str real = real_path(path, arena);
    if (!real.len)
        publish_complain_errno(diags, RULE_CANNOT_READ, path, errno);
    return real;
}

/* The spelling after -o may be wrong, or the machine may fail. */
static bool complain_parent(struct diags *diags, struct str path, int error)
{
    static const int of_the_path[] = {ENOENT, ENOTDIR, ELOOP, EINVAL, ENAMETOOLONG};
    enum publish_rule rule = RULE_CANNOT_READ;
    for (size_t i = 0; i < sizeof(of_the_path) / sizeof(*of_the_path); i++)
        if (error == of_the_path[i])
            rule = RULE_NO_PARENT;
    return publish_complain_errno(diags, rule, path, error);
}

/* Of a folder that does not exist yet: the parent's real path and the name. */
static struct str path_to_be(struct str path, struct arena *arena, struct diags *diags)
{
    struct cut cut = str_cut_last(path, '/');
    struct str name = cut.ok ? cut.tail : path;
    struct str folder = !cut.ok ? STR(".") : cut.head.len ? cut.head : STR("/");
    struct str parent = real_path(folder, arena);
    if (parent.len && name.len)
        return join(parent, name, arena);
    complain_parent(diags, path, name.len ? errno : EINVAL);
    return (struct str){0};
}

static struct str find_path(struct str dir, struct arena *arena, struct diags *diags)
{
    struct str path = without_slashes(dir);
    struct stat st;
    if (lstat(str_c(path, arena), &st) != 0)
        return path_to_be(path, arena, diags);
    if (S_ISDIR(st.st_mode))
        return path_that_is(path, arena, diags);
    publish_complain(diags, RULE_NOT_DIRECTORY, path, (struct str){0}, (struct str){0});
    return (struct str){0};
}

/* ---- places that cannot be a site ---- */

static bool path_holds(struct str outer, struct str inner)
{
    return str_eq(outer, STR("/")) || str_eq(outer, inner)
           || (str_starts(inner, outer) && inner.ptr[outer.len] == '/');
}

static bool path_is_allowed(struct str path, const struct publish_options *options,
                            struct arena *arena, struct diags *diags)
{
    struct str home = str_from(getenv("HOME"));
    if (str_eq(path, STR("/")) || (home.len && path_holds(path, real_path(home, arena))))
        return publish_complain(diags, RULE_PROTECTED, path, STR(""), STR(""));
    struct str content = STR("");
    if (options->content_dir.len)
        content = real_path(options->content_dir, arena);
    if (options->content_dir.len && !content.len && errno != ENOENT)
        return publish_complain_errno(diags, RULE_CANNOT_READ, options->content_dir,
                                      errno);
    if (content.len && (path_holds(path, content) || path_holds(content, path)))
        return publish_complain(diags, RULE_IN_CONTENT, path, content, STR(""));
    return true;
}

/* ---- */

static const char *beside(struct str name, const char *what, struct arena *arena)
{
    return str_format(arena, ".%.*s.%s", STR_ARG(name), what).ptr;
}

static void set_names(struct target *target, struct str parent, struct str name,
                      struct arena *arena)
{
    target->name = str_c(name, arena);
    target->spare_name = beside(name, "spare", arena);
    target->old_name = beside(name, "old", arena);
    target->reserve_name = beside(name, "reserve", arena);
    target->lock_name = beside(name, "lock", arena);
    target->memory_name = beside(name, "memory", arena);
    target->probe_names[0] = beside(name, "probe-a", arena);
    target->probe_names[1] = beside(name, "probe-b", arena);
    target->spare_path = join(parent, str_from(target->spare_name), arena);
}

bool target_find(struct target *target, const struct publish_options *options,
                 struct arena *arena, struct diags *diags)
{
    *target = (struct target){.parent = -1, .lock = -1};
    target->path = find_path(options->dir, arena, diags);
    if (!target->path.len || !path_is_allowed(target->path, options, arena, diags))
        return false;
    struct cut cut = str_cut_last(target->path, '/');
    struct str parent = cut.head.len ? cut.head : STR("/");
    set_names(target, parent, cut.tail, arena);
    target->parent = open(str_c(parent, arena), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (target->parent < 0)
        return complain_parent(diags, target->path, errno);
    return true;
}

/* ---- the lock ---- */

static bool complain_locked(const struct target *target, struct diags *diags)
{
    char pid[24] = "?";
    ssize_t len = pread(target->lock, pid, sizeof(pid) - 1, 0);
    struct str text = str_trim(str_of(pid, len > 0 ? (size_t)len : 1));
    return publish_complain(diags, RULE_LOCKED, target->path, text, STR(""));
}

bool target_lock(struct target *target, struct diags *diags)
{
    target->lock = openat(target->parent, target->lock_name,
                          O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0644);
    struct str name = str_from(target->lock_name);
    if (target->lock < 0)
        return publish_complain_errno(diags, RULE_CANNOT_WRITE, name, errno);
    if (flock(target->lock, LOCK_EX | LOCK_NB) != 0)
        return errno == EWOULDBLOCK
                   ? complain_locked(target, diags)
                   : publish_complain_errno(diags, RULE_CANNOT_WRITE, name, errno);
    char pid[24]; /* only for the message of the one that is kept out */
    int len = snprintf(pid, sizeof(pid), "%ld\n", (long)getpid());
    if (pwrite(target->lock, pid, (size_t)len, 0) == len)
        (void)!ftruncate(target->lock, len);
    return true;
}

void target_leave(struct target *target)
{
    if (target->lock >= 0)
        close(
            target
                ->lock); /* and with it the lock; the file stays, or two could hold it */
    if (target->parent >= 0)
        close(target->parent);
    target->lock = target->parent = -1;
}
