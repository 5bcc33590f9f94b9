/* SPDX-License-Identifier: MIT */
/*
 * publish.h: puts bytes into site/, all of them or none.
 *
 * Two trees are kept: the published one and, beside it, a spare one (".<name>.spare")
 * that is one build behind. The spare is brought to the new state by writing only what
 * differs; a file that did not change becomes the published inode itself (hard link, same
 * mtime). publish_commit() swaps the two names in one step (renameat2 RENAME_EXCHANGE):
 * readers see the old tree or the new. Nothing is deleted in bulk, because ext4 then
 * slows down by ten for minutes: files that neither tree needs wait in ".<name>.reserve"
 * to be overwritten. Together the two take at most about as much space as the site.
 *
 * What an open folder or file points to stays whole until the second build after it begins:
 * a reader may be overtaken by one build, not by two (assets are kept as long).
 *
 *     struct publish *p = publish_begin(&options, arena, diags);  NULL: refused, see diags
 *     publish_put(p, path, bytes);          any thread, any order; a path only once
 *     publish_tally(p, "36", 120);          what the shrink guard compares with last time
 *     struct publish_result r = publish_commit(p, diags);     or publish_abort(p)
 *
 * Paths: relative, '/' between, each segment [a-z0-9][a-z0-9._-]*, or a known dot file
 * (.nojekyll, .well-known); anything else is a finding and the commit refuses.
 *
 * Guards: a directory that attalak did not make (no marker, not empty but for .gitignore),
 * "/", $HOME, a directory with a VCS in it, one that holds or lies in content/; another
 * build at work (flock); fewer entries than last time (PUBLISH_SHRINK_*); many hosts that the
 * last build did not link to.
 *
 * A failure anywhere leaves the published tree as it was; a killed build leaves it too, and
 * the next build cleans up. A published file that was edited or deleted by hand is mended; one
 * that attalak did not make is taken out, with a warning. `.gitignore` is carried over.
 *
 * Where no tree of ours is, `previous` stands for it: what holds the bytes that it names gets the
 * time that it had, what changed a later one, and the guards compare. Where one is, it is the
 * truth, and `previous` is only looked at.
 */
#ifndef ATTALAK_PUBLISH_PUBLISH_H
#define ATTALAK_PUBLISH_PUBLISH_H

#include "base/diag.h"
#include "base/str.h"

enum {
    PUBLISH_SHRINK_TOTAL_PERCENT = 2, /* of all entries: site.md, Publishing */
    PUBLISH_SHRINK_PART_PERCENT = 20, /* of one tally */
    PUBLISH_NEW_HOSTS_MAX = 50,       /* that the last build did not link to */
    PUBLISH_FILES_MAX = 19500,        /* site.md, Budget: Cloudflare Pages takes 20,000 */
    PUBLISH_FILE_BYTES_MAX = 20 * 1024 * 1024,
    PUBLISH_LARGE_BYTES_MAX = 1 << 30, /* one file with allow_large */
    PUBLISH_BYTES_MAX = 900 * 1024 * 1024, /* of all files: GitHub Pages takes 1 GB */
};

struct publish_options {
    struct str dir;            /* site/ */
    struct str content_dir;    /* must not contain or lie in dir */
    struct str previous;       /* a MANIFEST_PRIVATE of a build whose tree is not here; or none */
    unsigned threads;          /* for looking through the trees; 0 is one */
    bool allow_shrink;
    bool allow_nonatomic;
    bool allow_new_hosts;
    bool allow_large; /* any number of files and bytes: a host of one's own takes them */
};

enum publish_outcome {
    PUBLISH_DONE,
    PUBLISH_UNCHANGED, /* nothing differed: nothing was touched */
    PUBLISH_REFUSED,   /* a guard said no: exit 3 */
    PUBLISH_FAILED,    /* the system said no: exit 4 */
};

struct publish_result {
    enum publish_outcome outcome;
    size_t files, written, linked, removed; /* linked: unchanged */
    uint64_t bytes;                         /* of the whole tree */
};

struct publish;

/* From here to the end the process's umask is 022: what is published is for all to read. */
struct publish *publish_begin(const struct publish_options *options, struct arena *arena,
                              struct diags *diags);

/* Outcome of a begin that returned NULL. */
enum publish_outcome publish_refusal(const struct diags *diags);

/* Borrows bytes only during the call. */
void publish_put(struct publish *publish, struct str path, struct str bytes);

/* One figure that must not shrink; key "" is the total. */
void publish_tally(struct publish *publish, struct str key, size_t count);

/* A host that the pages link to, and where from first. Those that the last build did not have
 * are warnings; too many of them are refused. */
void publish_host(struct publish *publish, struct str host, struct str where,
                  struct pos pos);

/* Paths that were published last time and match `prefix` stay for one build more though
 * they were not put (assets that open pages still load). */
void publish_keep_previous(struct publish *publish, struct str prefix);

/* But for these, which go at once: whoever takes a picture away means it. */
void publish_drop_previous(struct publish *publish, struct str prefix);

struct publish_result publish_commit(struct publish *publish, struct diags *diags);
void publish_abort(struct publish *publish);

extern const struct rule publish_rules[];
extern const size_t publish_rule_count;

#endif
