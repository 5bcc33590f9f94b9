#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# One content, one digest: whatever the threads, the clock, the language or the order of a folder.
use strict;
use warnings;
use File::Find;
use FindBin;
use lib "$FindBin::Bin/lib";
use Lab;
use Test::More;

my $project = sample();
my $wanted;

sub same {
    my ($name, @more) = @_;
    my $out = scratch() . '/site';
    my $run = attalak('build', $project, '-o', $out, '--quiet', @more);
    cmp_ok($run->{code}, '<=', 1, "$name: it builds") or diag($run->{err});
    my $digest = digest($out);
    $wanted //= $digest;
    is($digest, $wanted, "$name: the same tree");
    delete local $ENV{LD_PRELOAD};
    system 'rm', '-rf', $out;
}

same('one thread', '-j1');
same("$_ threads", "-j$_") for 2, 8;
{
    local $ENV{TZ} = 'Pacific/Kiritimati';
    same('fourteen hours ahead');
}
{
    local $ENV{LANG} = local $ENV{LC_ALL} = 'th_TH.UTF-8';
    same('a Thai machine');
}
{
    local $ENV{LC_ALL} = 'tr_TR.UTF-8';
    same('a Turkish machine');
}
{
    local $ENV{SOURCE_DATE_EPOCH} = 4102444800;
    same('another century');
}
{
    my $umask = umask 077;
    same('a careful user');
    umask $umask;
}

# The same files, made in the reverse order and in another folder.
{
    my $copy = scratch();
    my @files;
    find({ wanted => sub { push @files, $_ if -f }, no_chdir => 1 }, "$project/content");
    spill($copy . substr($_, length $project), slurp($_)) for reverse sort @files;
    symlink "$project/$_", "$copy/$_" for qw(templates assets);
    my $keep = $project;
    $project = $copy;
    same('folders filled in reverse');

    # And read in reverse, whatever the file system does.
    SKIP: {
        my $dir = scratch();
        spill("$dir/reverse.c", <<'END');
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <stdlib.h>
static struct { DIR *of; struct dirent *all; size_t left; } seen[64];
struct dirent *readdir(DIR *dir)
{
    static struct dirent *(*real)(DIR *);
    if (!real)
        *(void **)&real = dlsym(RTLD_NEXT, "readdir");
    size_t at = 0;
    while (at < 64 && seen[at].of && seen[at].of != dir)
        at++;
    if (at == 64)
        return real(dir);
    if (!seen[at].of) {
        seen[at].of = dir;
        for (struct dirent *entry; (entry = real(dir));) {
            seen[at].all = realloc(seen[at].all, (seen[at].left + 1) * sizeof(*entry));
            seen[at].all[seen[at].left++] = *entry;
        }
    }
    if (seen[at].left)
        return &seen[at].all[--seen[at].left];
    seen[at].of = NULL;
    return NULL;
}
struct dirent64 *readdir64(DIR *dir) { return (struct dirent64 *)readdir(dir); }
END
        skip 'no reversed readdir here', 2
          if system "cc -shared -fPIC -w -o '$dir/reverse.so' '$dir/reverse.c' -ldl 2>/dev/null";
        local $ENV{LD_PRELOAD} = "$dir/reverse.so";
        local $ENV{ASAN_OPTIONS} = 'verify_asan_link_order=0:detect_leaks=0';
        same('folders read in reverse', '-j1');
    }
    $project = $keep;
}
done_testing();
