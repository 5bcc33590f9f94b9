#!/usr/bin/perl
# SPDX-License-Identifier: MIT
#
# A build that has nothing to change asks the system for little: of a page that is as it was it asks the
# stamps of the folder and of the file, and opens and lists neither. (That what did change is seen all the
# same: t_publish.c, edits.t.)
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use Lab;
use Test::More;

BAIL_OUT('no strace: tests/packages.sh deps-test') if system('strace -V >/dev/null 2>&1') != 0;
$ENV{TMPDIR} //= '/dev/shm' if -w '/dev/shm'; # of a file system that is not known no stamp is believed
$ENV{ASAN_OPTIONS} = 'detect_leaks=0'; # LeakSanitizer needs the ptrace that strace has taken

my $project = project(copy => 1);
my $work    = scratch();
my $site    = "$work/site";

sub traced {
    my @options = @_;
    system('strace', '-f', '-y', '-qq', '-o', "$work/trace", '-e', 'trace=getdents64,openat,openat2', program(),
        'build', $project, '-o', $site, '-j1', '--quiet', @options) == 0 or BAIL_OUT('strace');
    return split /\n/, slurp("$work/trace");
}

# Folders below the site's own that a build lists, and pages it opens.
sub asked { return scalar grep { m{getdents64\(\d+<\Q$site\E/} && / = 0$/ } @_ }
sub opened { return scalar grep { m{<\Q$site\E(?:/[^>]*)?>, ".*\.html"} } @_ }

traced();
my @folders = split /\n/, `find '$site' -mindepth 1 -type d`;
my @inner   = grep { grep { -d } glob "$_/*" } @folders;

sub written { system('touch', '-d', $_[0], "$site/.attalak") == 0 or BAIL_OUT('touch') }

written('+1 second');    # the clock has gone on since the last folder was made
my @calls = traced();
is(asked(@calls), scalar(@inner), 'of ' . @folders . ' folders it lists those that hold others');
is(opened(@calls), 0, 'it opens no page');

system("cp -a '$site' '$work/copy' && rm -r '$site' && mv '$work/copy' '$site'") == 0 or BAIL_OUT('cp');
cmp_ok(opened(traced()), '>', 50, 'a tree that was copied is read, for nothing tells that it holds what it held');
written('+1 second');
@calls = traced();
is(opened(@calls), 0, 'but once');
is(asked(@calls), scalar(@inner), 'and listed once');

written('-1 minute');
is(asked(traced()), scalar(@folders), 'a folder that is not older than the manifest is listed');

spill("$site/.attalak", "attalak: this folder is being worked on\n");
@calls = traced('--allow-shrink');
is(asked(@calls), scalar(@folders), 'without a manifest it lists all');
cmp_ok(opened(@calls), '>', 50, 'and reads all pages');
done_testing();
