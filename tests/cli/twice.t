#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# A second build writes nothing; a change writes what it touches and no more.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use Lab;
use Test::More;

my $project = project();
is(attalak('build', $project)->{code}, 0, 'the first build');

# What a mirror would look at.
sub state_of {
    my %state = map { my @s = stat "$project/site/$_"; $_ => "$s[1] $s[9] $s[7]" } files("$project/site");
    return \%state;
}

my $first = state_of();
my $run = attalak('build', $project);
is($run->{code}, 0, 'the second build');
like($run->{err}, qr/nothing changed|\b0 written/, 'says that it wrote nothing');
is_deeply(state_of(), $first, 'no inode, time or size has changed');
ok(!grep({ /^\.site\.\w+\.tmp/ } glob("$project/.site*")), 'nothing is left over');

sleep 1;
edit("$project/content/identities/370101.yaml", sub { s/of the town/of the old town/ });
is(attalak('build', $project)->{code}, 0, 'a summary changes');
my $second = state_of();
my @changed = grep { ($first->{$_} // '') ne $second->{$_} } sort keys %$second;
ok(grep({ $_ eq 'en/amnat-charoen/370101/index.html' } @changed), 'its page is new');
ok(!grep({ m{chaiyaphum/360201|^assets/|sitemap} } @changed), 'another entry, assets and sitemaps are not');
cmp_ok(scalar(@changed), '<', keys(%$second) / 2, @changed . ' files of ' . keys %$second);
for my $path (@changed) {
    next unless $first->{$path};
    my ($old, $new) = map { (split / /, $_->{$path})[1] } $first, $second;
    cmp_ok($new, '>', $old, "$path is later than before") or last;
}
done_testing();
