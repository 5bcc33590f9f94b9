#!/usr/bin/perl
# SPDX-License-Identifier: MIT
#
# One sheet in every form that offices send: whatever wrote it, the same site comes of it, byte for byte.
# 900 LAOs; with WHOLE=1 (make soak) the country, by the release build.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use Lab;
use Test::More;

my @limit = $ENV{WHOLE} ? () : ('--limit', 900);

my $project = scratch();
system("$top/tests/bench/nation", $project, '--csv', @limit) == 0 or BAIL_OUT('tests/bench/nation');
my $build = $ENV{WHOLE} ? "$top/.build/attalak" : program();

# The digest of the site that a form gives, and what was said of the sheet itself.
sub site_of {
    my ($form) = @_;
    system('python3', "$top/tests/sheets/national.py", $project, '--form', $form, @limit) == 0
      or BAIL_OUT("national.py --form $form");
    my $said = `'$build' build '$project' -o '$project/site' -j2 --lang en 2>&1`;
    is($? >> 8, 0, "$form: published clean") or diag(substr $said, 0, 2000);
    my $digest = digest("$project/site");
    my @notes  = `'$build' check '$project' --lang en` =~ /^sheets\/identities\.csv: .*/mg;
    return ($digest, join "\n", @notes);
}

my ($canonical) = site_of('canonical');
my %told = ('windows-874' => qr/windows-874/, 'utf-16' => qr/utf-16/, 'semicolons' => qr/csv\.other-delimiter/);
for my $form ('windows-874', 'bom', 'utf-16', 'quoted', 'semicolons', 'forms') {
    my ($digest, $notes) = site_of($form);
    is($digest, $canonical, "$form: the same site");
    like($notes, $told{$form}, "$form: and it is told") if $told{$form};
}
done_testing();
