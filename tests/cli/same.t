#!/usr/bin/perl
# SPDX-License-Identifier: MIT
#
# One content, one digest: whatever the threads, the clock, the language, the user, the folder and the
# order of its files.
#
#     SAME_PROJECT=.build/nation ATTALAK=.build/attalak prove -v tests/cli/same.t
use strict;
use warnings;
use Cwd qw(abs_path getcwd);
use File::Basename qw(dirname);
use File::Find;
use File::Path qw(remove_tree);
use File::Temp qw(tempdir);
use FindBin;
use lib "$FindBin::Bin/lib";
use Lab;
use Test::More;
use Tree;

my $room    = tempdir('attalak-same-XXXXXX', DIR => memory_room(), CLEANUP => 1);
my $project = $ENV{SAME_PROJECT} ? abs_path($ENV{SAME_PROJECT}) : sample();
my $wanted;

# Builds what is in $project, or in the folder given, into a folder of its own.
sub same {
    my ($name, %how) = @_;
    my $out = $how{out} // "$room/site";
    my $run = attalak('build', $how{in} // $project, '-o', $out, '--quiet', @{ $how{options} // [] });
    cmp_ok($run->{code}, '<=', 1, "$name: it builds") or diag($run->{err});
    my $digest = digest($out);
    $wanted //= $digest;
    is($digest, $wanted, "$name: the same tree");
    my $beside = dirname($out) . '/.site';
    remove_tree($out, map { "$beside.$_" } qw(lock reserve spare));
}

# ---- threads ----

same('one thread', options => ['-j1']);
same("$_ threads", options => ["-j$_"]) for 2 .. 8;
note("the digest: $wanted, of " . ($ENV{SAME_PROJECT} // 'the sample'));

# ---- where and when it is built: ICU asks for the language even where the system has no such locale ----

my @places = (
    ['Pacific/Kiritimati', 'th_TH.UTF-8'], ['America/St_Johns', 'tr_TR.UTF-8'], ['Asia/Bangkok', 'en_US.UTF-8'],
    ['UTC', 'C'], ['Asia/Kathmandu', 'ja_JP.UTF-8'], ['', 'de_DE@collation=phonebook'],
);
for (@places) {
    my ($zone, $lang) = @$_;
    local $ENV{TZ} = $zone;
    local @ENV{qw(LANG LC_ALL LANGUAGE)} = ($lang) x 3;
    same("$lang in " . ($zone || 'no zone'));
}
for my $second (0, 1_000_000_000, 4_102_444_800) {
    local $ENV{SOURCE_DATE_EPOCH} = $second;
    same("SOURCE_DATE_EPOCH=$second");
}

# ---- a library in between: another clock, folders in any order ----

my $shim = scratch();
spill("$shim/shim.c", <<'END');
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <time.h>

static long number(const char *name) { const char *text = getenv(name); return text ? atol(text) : 0; }
static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }

/* ---- the clock ---- */

int clock_gettime(clockid_t clock, struct timespec *out)
{
    static int (*next)(clockid_t, struct timespec *);
    if (!next) *(void **)&next = real("clock_gettime");
    int result = next(clock, out);
    if (clock == CLOCK_REALTIME) out->tv_sec += number("SHIM_SECONDS");
    return result;
}
time_t time(time_t *out)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (out) *out = now.tv_sec;
    return now.tv_sec;
}
int gettimeofday(struct timeval *restrict out, void *restrict zone)
{
    struct timespec now;
    (void)zone;
    clock_gettime(CLOCK_REALTIME, &now);
    *out = (struct timeval){now.tv_sec, now.tv_nsec / 1000};
    return 0;
}

/* ---- the order of a folder ---- */

static __thread unsigned state;
static size_t below(size_t count)
{
    if (!state) state = (unsigned)number("SHIM_SEED") + 1;
    state = state * 1103515245u + 12345u;
    return (state >> 8) % count;
}

static __thread struct { DIR *of; struct dirent *all; size_t left, room; } seen[64];

struct dirent *readdir(DIR *dir)
{
    static struct dirent *(*next)(DIR *);
    if (!next) *(void **)&next = real("readdir");
    size_t at = 0;
    while (at < 64 && seen[at].of && seen[at].of != dir) at++;
    if (at == 64) abort();
    if (!seen[at].of) {
        seen[at].of = dir;
        seen[at].left = 0;
        for (struct dirent *entry; (entry = next(dir));) {
            if (seen[at].left == seen[at].room)
                seen[at].all = realloc(seen[at].all, (seen[at].room = 2 * seen[at].room + 64) * sizeof(*entry));
            memcpy(&seen[at].all[seen[at].left++], entry, entry->d_reclen);
        }
    }
    if (!seen[at].left) {
        seen[at].of = NULL;
        return NULL;
    }
    struct dirent *all = seen[at].all, *last = &all[--seen[at].left], one;
    size_t chosen = below(seen[at].left + 1);
    one = *last, *last = all[chosen], all[chosen] = one;
    return last;
}
struct dirent64 *readdir64(DIR *dir) { return (struct dirent64 *)readdir(dir); }

ssize_t getdents64(int fd, void *bytes, size_t size)
{
    static ssize_t (*next)(int, void *, size_t);
    if (!next) *(void **)&next = real("getdents64");
    ssize_t got = next(fd, bytes, size);
    if (got <= 0) return got;
    char *copy = memcpy(malloc((size_t)got), bytes, (size_t)got), *names[4096], *to = bytes;
    size_t count = 0;
    for (char *at = copy; at < copy + got; at += ((struct dirent64 *)at)->d_reclen) names[count++] = at;
    for (; count; count--) {
        size_t chosen = below(count), length = ((struct dirent64 *)names[chosen])->d_reclen;
        memcpy(to, names[chosen], length);
        to += length;
        names[chosen] = names[count - 1];
    }
    free(copy);
    return got;
}
END
is(system("cc -shared -fPIC -O1 -w -o '$shim/shim.so' '$shim/shim.c' -ldl"), 0, 'the library in between');

# What others see through it: else the tests below would prove nothing.
sub through {
    my ($command, %with) = @_;
    local @ENV{keys %with} = values %with;
    local $ENV{LD_PRELOAD} = "$shim/shim.so";
    return scalar `$command`;
}
my ($list, $year) = ("ls -U '$top/src/model'", 'date +%Y');
isnt(through($list, SHIM_SEED => 1), through($list, SHIM_SEED => 2), 'it gives a folder in any order');
cmp_ok(through($year, SHIM_SECONDS => 30 * 365 * 86400), '>', `$year`, 'it gives another time');

sub between {
    my ($name, %with) = @_;
    local @ENV{keys %with} = values %with;
    local $ENV{LD_PRELOAD} = "$shim/shim.so";
    local $ENV{ASAN_OPTIONS} = 'verify_asan_link_order=0:detect_leaks=0';
    same($name, options => ['-j' . (1 + int rand 4)]);
}
between("folders in another order ($_)", SHIM_SEED => $_) for 1 .. 3;
between('thirty years later',   SHIM_SECONDS => 30 * 365 * 86400);
between('thirty years earlier', SHIM_SECONDS => -30 * 365 * 86400);

# The same, by the file system: files made in the reverse order.
{
    my $copy = "$room/reversed";
    my @files;
    find({ wanted => sub { push @files, $_ if -f }, no_chdir => 1 }, "$project/content");
    spill($copy . substr($_, length $project), slurp($_)) for reverse sort @files;
    symlink abs_path("$project/$_"), "$copy/$_" for qw(templates assets);
    same('folders filled in reverse', in => $copy);

    # And elsewhere: far down, with blanks and Thai letters, from within.
    my $deep = "$room/ที่ เก็บ/" . join '/', ("it's ชั้น") x 20;
    system('mkdir', '-p', "$deep/../out ปลายทาง") == 0 && rename $copy, $deep or BAIL_OUT("$deep: $!");
    same('another place', in => $deep, out => "$deep/../out ปลายทาง/site");
    my $here = getcwd();
    chdir $deep or BAIL_OUT("$deep: $!");
    same('from within', in => '.', out => 'site');
    chdir $here;
    system 'rm', '-rf', "$room/ที่ เก็บ";
}

# ---- who builds it, and in what memory ----

for my $mask (0077, 0027, 0) {
    my $before = umask $mask;
    same(sprintf 'umask %03o', $mask);
    umask $before;
}
SKIP: {
    skip 'not root: no other user to be', 2 if $> != 0;
    chmod 0755, $room;
    mkdir "$room/nobody";
    chown 65534, 65534, "$room/nobody";
    local @Lab::before = ($^X, '-e', '$) = "65534 65534"; ($<, $>) = (65534, 65534); exec @ARGV; exit 127');
    system 'chmod', '-R', 'a+rX', $project if !$ENV{SAME_PROJECT};
    same('another user', out => "$room/nobody/site");
}
for my $byte (0x55, 0xff) {
    local $ENV{MALLOC_PERTURB_} = $byte;
    local $ENV{ASAN_OPTIONS} = "max_malloc_fill_size=100000000:malloc_fill_byte=$byte";
    same("memory filled with $byte");
}
done_testing();
