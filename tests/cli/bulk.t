#!/usr/bin/perl
# SPDX-License-Identifier: MIT
#
# Nothing is deleted in bulk, nor made anew: where every page changes, the files of the tree before the
# last are written over. (ext4 makes new files ten times slower for minutes after a mass unlink.) The
# calls are counted by a library in between, so that no clock is asked.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use Lab;
use Test::More;

my $project = project();
my $site    = "$project/site";
my $shim    = scratch();
spill("$shim/count.c", <<'END');
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static atomic_long freed, made, folders;
static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }

/* The lock and folders that only try what the file system can are not of the tree; nor is what
 * belongs to the system. */
static int counts(const char *path) { return !strstr(path, ".site.") && path[0] != '/'; }

int unlinkat(int dir, const char *path, int flags)
{
    int (*next)(int, const char *, int) = real("unlinkat");
    struct stat st = {0};
    fstatat(dir, path, &st, AT_SYMLINK_NOFOLLOW); /* a name of a file with two frees nothing */
    int result = next(dir, path, flags);
    if (counts(path) && result == 0) freed += S_ISREG(st.st_mode) && st.st_nlink == 1;
    return result;
}
int unlink(const char *path) { return unlinkat(AT_FDCWD, path, 0); }
int rmdir(const char *path) { return unlinkat(AT_FDCWD, path, AT_REMOVEDIR); }
int remove(const char *path) { return unlinkat(AT_FDCWD, path, 0); }

int mkdirat(int dir, const char *path, mode_t mode)
{
    int (*next)(int, const char *, mode_t) = real("mkdirat");
    int result = next(dir, path, mode);
    if (counts(path) && result == 0) folders++;
    return result;
}
int openat(int dir, const char *path, int flags, ...)
{
    int (*next)(int, const char *, int, ...) = real("openat");
    va_list rest;
    va_start(rest, flags);
    mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    int result = next(dir, path, flags, mode);
    if (flags & O_CREAT && counts(path) && result >= 0) made++;
    return result;
}
int openat64(int dir, const char *path, int flags, ...)
{
    va_list rest;
    va_start(rest, flags);
    mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return openat(dir, path, flags, mode);
}
__attribute__((destructor)) static void tell(void)
{
    FILE *out = fopen(getenv("COUNT_FILE"), "w");
    if (out) fprintf(out, "freed %ld\nmade %ld\nfolders %ld\n", freed, made, folders), fclose(out);
}
END
is(system("cc -shared -fPIC -O1 -w -o '$shim/count.so' '$shim/count.c' -ldl"), 0, 'the library in between');

# {files, written, unchanged, removed} as the program has it, and the calls as counted.
sub build {
    my (@options) = @_;
    local $ENV{LD_PRELOAD}   = "$shim/count.so";
    local $ENV{COUNT_FILE}   = "$shim/counted";
    local $ENV{ASAN_OPTIONS} = 'verify_asan_link_order=0:detect_leaks=0';
    unlink $ENV{COUNT_FILE};
    my $run = attalak('build', $project, '--lang', 'en', '--allow-shrink', @options);
    is($run->{code}, 0, 'it builds') or BAIL_OUT($run->{err});
    my %told = ('files' => 0, 'written' => 0, 'unchanged' => 0, 'removed' => 0);
    @told{qw(files written unchanged removed)} = ($1, $2, $3, $4)
      if $run->{err} =~ /^(\d+) files: (\d+) written, (\d+) unchanged, (\d+) removed/m;
    return { %told, calls => { slurp("$shim/counted") =~ /^(\w+) (\d+)$/mg } };
}

my $turn = 0;
sub full {
    my ($name, %also) = @_;
    my $of = build('--base-url', 'https://' . (qw(one the-other)[$turn++ % 2]) . '.example.go.th/');
    cmp_ok($of->{written}, '>', $of->{files} / 2, "$name: most of $of->{files} files were written");
    return hold($name, $of);
}

# A page that is removed may be a file of both trees: the spare tree's goes one build later.
my $removed = 0;
sub hold {
    my ($name, $of) = @_;
    my $pages = $removed + $of->{removed};
    cmp_ok($of->{calls}{freed}, '<=', $pages, "$name: no more files deleted than pages removed ($of->{calls}{freed} of $pages)");
    $removed = $of->{removed};
    return $of;
}

# One entry's summary.
sub change_entry {
    my ($text) = @_;
    edit("$project/content/identities/360201.yaml", sub { s/^summary: \{th: [^,]+/summary: {th: $text/m });
}

sub speak {
    my ($languages) = @_;
    edit("$project/content/site.yaml", sub { s/^languages: .*/languages: [$languages]/m });
}

my $first  = full('the first');
my $second = full('the second');
cmp_ok($_->{calls}{made}, '>=', $_->{written}, 'a tree from nothing is made of new files') for $first, $second;
for (3 .. 10) {
    my $of = full("full build $_");
    is($of->{calls}{made},    0, "full build $_: no file was made");
    is($of->{calls}{folders}, 0, "full build $_: no folder was made");
}

change_entry('one');
my $one = hold('one entry', build('--base-url', 'https://the-other.example.go.th/'));
cmp_ok($one->{written}, '<', $one->{files} / 2, 'one entry: few files were written');
my $after = full('all after one');
is($after->{calls}{made}, 0, 'all after one: no file was made');

speak('th');
my $less = hold('a language less', build('--base-url', 'https://one.example.go.th/'));
cmp_ok($less->{removed}, '>', $less->{files} / 3, "a language less: $less->{removed} files removed");
full('all after that');
speak('th, en');
my $more = full('a language more');
is($more->{removed}, 0, 'a language more: nothing removed');
hold('nothing', build('--base-url', 'https://' . (qw(one the-other)[($turn - 1) % 2]) . '.example.go.th/'));
done_testing();
