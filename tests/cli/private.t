#!/usr/bin/perl
# SPDX-License-Identifier: MIT
#
# Only mapped columns of a sheet are read: what stands in the others is in no file of the site,
# in no finding and in no log, whatever it is.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use Lab;
use Test::More;

# No file of a site holds the text; as it is, nor as an encoder could have left it.
sub nowhere {
    my ($site, $canary, $name) = @_;
    my @found = grep { index(slurp("$site/$_"), $canary) >= 0 } files($site);
    is("@found", '', $name);
}

# ---- the sample's own officers ----

my $project = sample();
my $site    = scratch() . '/site';
my ($sheet) = glob "$project/content/sheets/*.csv";
my %canaries = map { $_ => 1 } slurp($sheet) =~ /(officer\d+)\@example\.go\.th/g;
cmp_ok(scalar(keys %canaries), '>=', 10, keys(%canaries) . ' addresses in the sheet');
my $run = attalak('build', $project, '-o', $site);
cmp_ok($run->{code}, '<=', 1, 'the sample builds');
nowhere($site, $_, "$_ is nowhere") for (sort keys %canaries)[0 .. 2];
my @found = grep { slurp("$site/$_") =~ /officer\d+(?:\@|%40|&#64;)example/ } files($site);
is("@found", '', 'nor is any other');
unlike($run->{err} . attalak('check', $project)->{out}, qr/officer\d+\@/, 'nor in a finding');

# ---- a column that nobody mapped, ignored or not ----

$project = project();
edit("$project/content/sheets/identities.csv", sub {
    my @lines = split /\n/;
    $lines[0] .= ',เลขประจำตัวประชาชน,Unmapped';
    $lines[1] .= ",1103700000001,canary-of-nobody\@example.org";
    $_ = join("\n", @lines) . "\n";
});
$run = attalak('build', $project);
is($run->{code}, 0, 'a sheet with columns that nobody mapped');
nowhere("$project/site", $_, "$_ is nowhere") for '1103700000001', 'canary-of-nobody', 'officer01';
my $check = attalak('check', $project);
like($check->{out}, qr/tables\.unknown-column/, 'the column is told');
unlike($check->{out} . $run->{err}, qr/1103700000001|canary-of-nobody/, 'what is in it is not');

# ---- an entry held back, and one removed ----

edit("$project/content/identities/370101.yaml", sub { s/historic/none/; s/the town/the canary town/ });
is(attalak('build', $project, '--allow-shrink')->{code}, 1, 'an entry is held back');
nowhere("$project/site", 'canary town', 'nothing of it is published');
nowhere("$project/site", 'Phra Mongkhon', 'what was, has gone');
unlink "$project/content/identities/360201.yaml";
is(attalak('build', $project, '--allow-shrink')->{code}, 1, 'an entry is taken out');
nowhere("$project/site", 'mudmee', 'and is in no page, list, feed or file');
nowhere("$project/site", 'office@example.go.th', 'nor is its address');
done_testing();
