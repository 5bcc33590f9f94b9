#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# Under ThreadSanitizer (make tsan) no two threads touch one thing unasked.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use Test::More;

BEGIN {
    my $program = "$FindBin::Bin/../../.build/tsan/attalak";
    plan skip_all => 'make tsan builds what this needs' unless -x $program;
    $ENV{ATTALAK} = $program;
    $ENV{TSAN_OPTIONS} = 'halt_on_error=1 exitcode=66';
}
use File::Find;
use Lab;

# THREADS_PROJECT=folder: instead of the sample; one of its entries is changed for a while.
my $project = $ENV{THREADS_PROJECT} || sample();
my $site    = scratch() . '/site';

sub clean {
    my ($name, @command) = @_;
    my $run = attalak(@command);
    cmp_ok($run->{code}, '<=', 1, $name) or diag($run->{err});
}

my @entries;
find(sub { push @entries, $File::Find::name if /^\d+\.yaml$/ }, "$project/content/identities");
my ($entry) = sort @entries or BAIL_OUT('no entry to change');
my $bytes = slurp($entry);
for my $threads (2, 4, 8) {
    clean("$threads threads: $_", 'build', $project, '-o', $site, "-j$threads", '--quiet')
      for 'a build', 'and again';
    edit($entry, sub { s/^updated: .*/updated: 2568-01-0$threads/m });
    clean("$threads threads: after an edit", 'build', $project, '-o', $site, "-j$threads", '--quiet');
    clean("$threads threads: all pages", 'build', $project, '-o', $site, "-j$threads", '--quiet',
        '--base-url', "https://$threads.example.go.th/");
}
spill($entry, $bytes);
clean('check', 'check', $project);
done_testing();
