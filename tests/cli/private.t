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
    # The page of rules is the program's own words, examples of addresses among them.
    my @found = grep { !m{/check/rules/} && index(slurp("$site/$_"), $canary) >= 0 } files($site);
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

# ---- canaries in every text of an entry: nowhere, and in no finding ----

# Fresh ones for each place, so that one that gets through tells where it came from.
my ($count, @planted) = (0);
sub canaries {
    my $n = sprintf '%04d', ++$count;
    my @digits = split //, "11017002$n";
    my $sum = 0;
    $sum += (13 - $_) * $digits[$_] for 0 .. 11;
    my $id = join('', @digits) . (11 - $sum % 11) % 10;
    push @planted, "canary$n\@", "081-777-$n", "081777$n", $id;
    return "canary$n\@gmail.com 081-777-$n $id";
}

sub leaks {
    my ($name, $dir, @runs) = @_;
    my $said = join '', map { $_->{out} . $_->{err} } @runs;
    my @told = grep { index($said, $_) >= 0 } @planted;
    is("@told", '', "$name: no finding tells of it");
    my $pages = join "\n", map { slurp("$dir/site/$_") } files("$dir/site");
    my @shown = grep { index($pages, $_) >= 0 } @planted;
    is("@shown", '', "$name: no page has it");
}

sub both {
    my ($dir) = @_;
    return map { my $lang = $_; attalak('check', $dir, '--lang', $lang),
        attalak('build', $dir, '--allow-shrink', '--lang', $lang) } qw(th en);
}

$project = project();
my @fields = ('name.th', 'name.en', 'summary.th', 'summary.en', 'story.th', 'story.en', 'tags',
    'place.address.th', 'place.directions.th', 'place.fee.th', 'place.hours', 'buy.1.name.th',
    'access.note.th', 'access.notes.enter.stepfree.th', 'access.features.people.contact.en',
    'safety.note.th', 'photos.1.alt.th', 'photos.1.credit', 'videos.1.title.th', 'sources.1.title',
    'sources.1.url', 'updated', 'otop_stars', 'category', 'no.such.field');
my $cells = sub { join ',', map { '"' . $_[0]->($_) . '"' } @fields };
my $rows = "lao," . $cells->(sub { $_[0] }) . "\n360203," . $cells->(\&canaries) . "\n";
$rows .= "360203," . $cells->(\&canaries) . "\n";    # a second row: what differed is told
spill("$project/content/sheets/canaries.csv", $rows);
edit("$project/content/tables.yaml", sub { $_ .= "- files: sheets/canaries.csv\n  kind: identity\n" });
edit("$project/content/identities/370101.yaml", sub {
    $_ .= 'story: {th: "' . canaries() . '", en: "<i>' . canaries() . '</i>"}' . "\n"
        . 'place: {directions: {th: "' . canaries() . '"}, lat: "' . canaries() . '"}' . "\n"
        . '"' . canaries() . '": x' . "\n";
});
spill("$project/content/identities/370101.en.md", canaries() . "\n");
edit("$project/content/provinces/chaiyaphum.yaml", sub {
    $_ .= 'intro: {th: "' . canaries() . '"}' . "\n" . 'goals: ["' . canaries() . '"]' . "\n";
});
edit("$project/content/clusters/13.yaml", sub { $_ .= 'approach: ["' . canaries() . '"]' . "\n" });
edit("$project/content/pages/about.th.md", sub { $_ .= "\n" . canaries() . "\n" });
edit("$project/content/reports/2568.csv", sub {
    $_ .= '360201,2568-05,"' . canaries() . '",20000,"' . canaries() . '"' . "\n" });
my @runs = both($project);
like($runs[0]{out}, qr/personal\.mobile/, 'mobile numbers are told of');
like($runs[0]{out}, qr/08x-xxx-xx53/, 'with their ends');
like($runs[0]{out}, qr/personal\.citizen-id.*/, 'identity numbers are told of');
like($runs[0]{out}, qr/1-xxxx-xxxxx-xx-x/, 'masked');
like($runs[0]{out}, qr/c…\@gmail\.com/, 'addresses too');
leaks('texts', $project, @runs);

# ---- a sheet whose header row was lost: its first row is taken for one ----

($count, @planted) = (1000);
$project = project();
edit("$project/content/sheets/identities.csv", sub {
    my @lines = split /\n/;
    $_ = join ',', '20/5/2568 9:00:00', canaries(), '6360107', canaries(), canaries();
    $_ = "$_\n$_\n" });
@runs = both($project);
like($runs[0]{out}, qr/tables\./, 'the headers are not those of tables.yaml');
leaks('headers', $project, @runs);

# ---- what a finding cuts, joins or shortens ----

# Half a datum is no canary of the others: what is looked for is any five digits of it.
sub nothing_of {
    my ($name, $dir, $parts, @runs) = @_;
    my $said = join '', map { $_->{out} . $_->{err} } @runs;
    my @told = grep { index($said, $_) >= 0 } @$parts;
    is("@told", '', "$name: no finding has a part of it");
    my $pages = join "\n", map { slurp("$dir/site/$_") } grep { !m{/check/rules/} } files("$dir/site");
    my @shown = grep { index($pages, $_) >= 0 } @$parts;
    is("@shown", '', "$name: no page has");
}

my @parts = ('77765', '777-65', '654321', '65-4321', '11017', '0023', 'somchai', 'jaidee', '77 76');
my $long = 'ก' x 33;
$project = project();
spill("$project/content/sheets/cut.csv", "lao,summary.th,summary.en,photos.1.alt.th,tags,place.hours,contact.phone\n"
    . "360203,$long 0877765432 1,$long somchai.jaidee\@gmail.com,$long 1101700230708,"
    . "somchai\@gmail.com 0877765432 1101700230708,08.30 0877765432,877765432\n"
    . "360203,a,b,c,ก,,0 4489 1101\n");
edit("$project/content/tables.yaml", sub { $_ .= "- files: sheets/cut.csv\n  kind: identity\n" });
edit("$project/content/identities/370101.yaml", sub {
    $_ .= 'story: {th: "<i class=' . 'x' x 57 . ' title=somchai.jaidee@gmail.com>", en: "[a]('
        . 'javascript:' . 'x' x 66 . '0877765432)"}' . "\n" . "contact: {phone: 877765432}\n" });
@runs = both($project);
like($runs[0]{out}, qr/markdown\.raw-html.*row|row\..*c…|row\.(?:no-timestamp|superseded)/s, 'they are told of');
nothing_of('cut', $project, \@parts, @runs);

# ---- the name of a file ----

$project = project();
my $named = 'identities somchai@gmail.com 0877765432.csv';
rename "$project/content/sheets/identities.csv", "$project/content/sheets/$named" or die;
edit("$project/content/tables.yaml", sub {
    s{(kind: identity\n)}{$1  sheet: "https://docs.google.com/spreadsheets/d/abc/edit#gid=7"\n} });
edit("$project/content/sheets/$named", sub { s/A fermented beef sausage/08x/; s/(ด้านอาหาร)/$1 ๆ/ });
@runs = both($project);
like($runs[0]{out}, qr/identities s…\@gmail\.com 08x-xxx-xx32\.csv/, 'the name of a file is masked');
nothing_of('file', $project, ['somchai', '77765'], @runs);
like(attalak('check', $project, '--format', 'json')->{out}, qr/spreadsheets\/d\/abc.{0,40}gid=7/,
    'and its cells are still linked');

# ---- what allow names and nothing has ----

$project = project();
edit("$project/content/identities/370101.yaml", sub { $_ .= qq(allow: ["0877765432"]\n) });
@runs = both($project);
like($runs[0]{out}, qr/08x-xxx-xx32.*allow\.unused/, 'it is told of');
nothing_of('allow', $project, ['77765'], @runs);

# ---- what allow names may be seen ----

$project = project();
edit("$project/content/identities/370101.yaml", sub {
    $_ .= qq(safety: {note: {th: "โทร 081-777-1234", en: "Call\xE2\x80\x8B 081 777 1234"}}\nallow: ["0817771234"]\n) });
$run = attalak('build', $project);
is($run->{code}, 0, 'an allowed number holds nothing back');
like(slurp("$project/site/th/amnat-charoen/370101/index.html") || join('', map { slurp("$project/site/$_") }
    grep { /370101/ } files("$project/site")), qr/081-777-1234/, 'it is published');
like(attalak('check', $project)->{out}, qr/081 777 1234/, 'and a finding may show it');
done_testing();
