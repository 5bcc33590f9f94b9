#!/usr/bin/perl
# SPDX-License-Identifier: MIT
#
# A power cut finds the old site or the new, never a new name with old bytes: in the trace of a build
# everything that is written lies on the disk before the exchange, and the exchange does before the build
# says it is done. Nothing is ever changed in the published tree. (That a sync which fails ends the build:
# inject.t.)
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use Lab;
use Test::More;

BAIL_OUT('no strace: tests/packages.sh deps-test') if system('strace -V >/dev/null 2>&1') != 0;
$ENV{ASAN_OPTIONS} = 'detect_leaks=0'; # LeakSanitizer needs the ptrace that strace has taken

my $project = project(copy => 1);
my $work    = scratch();
my $site    = "$work/site";
my $change  = qr/^(?:p?writev?(?:64)?|ftruncate|fallocate|utimensat|linkat|mkdirat|unlinkat|renameat2?|fchmod(?:at)?|copy_file_range|openat[^\n]*O_CREAT)\b/;

# The calls of one build, in order, as [text, result]; one thread, so that they are whole lines.
sub trace_of {
    my (@arguments) = @_;
    system('strace', '-f', '-y', '-qq', '-s', '200', '-o', "$work/trace", '-e', 'trace=%desc,%file', program(),
        'build', $project, '-o', $site, '-j1', '--quiet', @arguments) == 0 or return;
    return map { /^\d+ +(.*?) += (-?\d+)/ ? [$1, $2] : () } split /\n/, slurp("$work/trace");
}

sub last_before {
    my ($end, $pattern, @calls) = @_;
    my ($last) = grep { $calls[$_][0] =~ $pattern && $calls[$_][1] == 0 } reverse 0 .. $end - 1;
    return $last // -1;
}

# One build: where its steps stand in its trace.
sub check {
    my ($name, @arguments) = @_;
    my @calls = trace_of(@arguments) or return fail("$name builds");
    my @swaps = grep { $calls[$_][0] =~ /^renameat2?\(.*"\.site\.spare".*"site"/ && !$calls[$_][1] } 0 .. $#calls;
    is(scalar(@swaps), 1, "$name: one step in which the site becomes another") or return;
    my $swap = $swaps[0];
    my @changes = grep { $calls[$_][0] =~ $change && $calls[$_][0] =~ m{\Q$work\E/\.site\.spare|"\.site\.spare"} } 0 .. $#calls;
    my @early   = grep { $_ < $swap } @changes;
    my $synced  = last_before($swap, qr/^syncfs\(/, @calls);
    cmp_ok(scalar(@early), '>', 50, "$name: " . @early . ' changes before it');
    cmp_ok($synced, '>', $early[-1], 'all of them synced before it') or diag($calls[ $early[-1] ][0]);
    my @late = grep { $_ > $swap } @changes;
    is(scalar(@late), 0, 'none after it');
    my @parent = grep { $_ > $swap && $calls[$_][0] =~ m{^fsync\(\d+<\Q$work\E>} && !$calls[$_][1] } 0 .. $#calls;
    is(scalar(@parent), 1, 'the folder that holds the names is synced after it');
    my @touched = grep { /$change/ && m{\Q$site\E[/>]} && !/^linkat\(\d+<\Q$site\E/ } map { $_->[0] } @calls;
    is("@touched", '', 'nothing is changed in the published tree');
}

check('the first build');
check('the second', '--base-url', 'https://b.example/');
edit("$project/content/pages/about.th.md", sub { s/\z/\n.\n/ });
check('one that overwrites and links', '--base-url', 'https://b.example/');
done_testing();
