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
use Lab;

my $project = sample();
for my $time (qw(first second)) {
    my $run = attalak('build', $project, '-j8', '--quiet');
    cmp_ok($run->{code}, '<=', 1, "the $time build") or diag($run->{err});
}
my $run = attalak('check', $project);
cmp_ok($run->{code}, '<=', 1, 'check') or diag($run->{err});
done_testing();
