#!/usr/bin/perl
# SPDX-License-Identifier: MIT
#
# Every number on progress, counted twice: the program's pages (in both languages), its CSV files,
# counters.json and the frames for other sites, against recount.py, which reads content/ alone. The content
# is nation's, sent in every way by seed_progress.py.
#
#     ATTALAK=program prove tests/cli/progress.t      some provinces with 900 LAOs
#     WHOLE=1 SEED=n prove tests/cli/progress.t       all 7,850 (make soak)
use strict;
use warnings;
use utf8;
use Encode qw(decode_utf8);
use FindBin;
use JSON::PP;
use lib "$FindBin::Bin/lib";
use Lab;
use Test::More;
binmode $_, ':encoding(UTF-8)' for Test::More->builder->output, Test::More->builder->failure_output;

my $seed      = $ENV{SEED} // 6;
my $provinces = $ENV{WHOLE} ? 0 : 9;
my $project   = scratch() . '/progress';
my $site      = "$project/site";
note("SEED=$seed");

sub run_ok {
    my ($what, @command) = @_;
    return is(system(@command), 0, $what) || BAIL_OUT($what);
}
run_ok('a country', "$top/tests/bench/nation", $project, '--csv', '--data', '/nonexistent');
run_ok('sends in every way', 'python3', "$FindBin::Bin/seed_progress.py", $project, $seed, $provinces);
my $run = attalak('build', $project, '-o', $site);
is($run->{code}, 1, 'published, with entries held back');
like($run->{err}, qr/\[lao\.unknown-code\]/, 'the row of an LAO that was merged away is a finding');

# ---- what is true: FILE LEVEL CODE … COLUMN → VALUE

my %truth;
open my $facts, '-|', 'python3', "$FindBin::Bin/recount.py", "$project/content" or die;
while (<$facts>) {
    my @words = split;
    my $value = pop @words;
    $truth{"@words"} = $value;
}
close $facts;
is($?, 0, 'the recount');

# What nobody lies in is not in the recount: zero. Shows the first few that differ.
sub same_ok {
    my ($name, $said, $least) = @_;
    my @wrong = grep { $said->{$_} ne ($truth{$_} // 0) } sort keys %$said;
    ok(!@wrong && keys %$said >= $least, $name . ': ' . keys(%$said) . ' numbers');
    diag("$_: $said->{$_}, recounted " . ($truth{$_} // 0)) for @wrong[0 .. ($#wrong > 7 ? 7 : $#wrong)];
}

sub text { return decode_utf8(slurp("$site/$_[0]")) }

# ---- CSV

sub table {
    my ($path) = @_;
    my (@rows, @header);
    for my $line (split /\r\n/, text($path) =~ s/^\x{feff}//r) {
        my @cells = map { s/^"(.*)"$/$1/r } $line =~ /("(?:[^"]|"")*"|[^,]*)(?:,|$)/g;
        if (@header) { my %row; @row{@header} = @cells; push @rows, \%row }
        else         { @header = grep { length } @cells }
    }
    return (\@header, @rows);
}

my %slug = map { $_->{code} => $_->{slug} } @{ decode_json(slurp("$site/counters.json"))->{provinces} };
{
    my ($header, @rows) = table('data/progress.csv');
    my @counts = grep { !/^(level|code|name_.*|demo)$/ } @$header;
    my %said = map { my $row = $_; map { ("progress $row->{level} $row->{code} $_" => $row->{$_}) } @counts } @rows;
    same_ok('progress.csv', \%said, 5_000);
    is_deeply([grep { /^progress/ && !exists $said{$_} } sort keys %truth], [], '… of every place and column');
}
{
    my ($header, @rows) = table('data/rounds.csv');
    my %said;
    for my $row (@rows) {
        $said{"rounds $row->{level} $row->{code} $row->{round} $_"} = $row->{$_} for qw(on_time late undated missing);
        $said{"progress $row->{level} $row->{code} laos"} = $row->{laos};
    }
    same_ok('rounds.csv', \%said, 2_000);
    is_deeply([grep { /^rounds/ && !exists $said{$_} } sort keys %truth], [], '… of every place and round');
}
{
    my ($header, @rows) = table('data/coverage.csv');
    my %said = map { my $row = $_; map { ("coverage $row->{code} $_" => $row->{$_}) } 'state', grep { /^round\./ } @$header } @rows;
    same_ok('coverage.csv', \%said, 2_500);
    is_deeply([grep { /^coverage/ && !exists $said{$_} } sort keys %truth], [], '… of every LAO and round');
}

# ---- counters.json

sub counter {
    my ($of, $place) = @_;
    return (
        "progress $place laos" => $of->{laos}, "progress $place published" => $of->{published},
        (map { ("progress $place state_$_" => $of->{states}{$_}) } keys %{ $of->{states} }),
        (map { ("progress $place field_$_" => $of->{fields}{$_}) } keys %{ $of->{fields} }),
    );
}
{
    my $counters = decode_json(slurp("$site/counters.json"));
    same_ok('counters.json',
        { counter($counters->{country}, 'country TH'), map { counter($_, "province $_->{code}") } @{ $counters->{provinces} } },
        11 * 78);
}

# ---- frames: the same two numbers in each language

{
    my %said;
    for my $place ('country TH', map { "province $_" } keys %slug) {
        my ($code) = $place =~ /province (\d+)/;
        my $html = text($code ? "embed/$slug{$code}/index.html" : 'embed/index.html');
        my ($th) = $html =~ m{<p lang="th">(.*?)</p>}s;
        my ($en) = $html =~ m{<p lang="en">(.*?)</p>}s;
        my @th = map { s/,//gr } $th =~ /เผยแพร่แล้ว ([\d,]+) จาก ([\d,]+) อปท/;
        my @en = map { s/,//gr } $en =~ /([\d,]+) of ([\d,]+) LAOs/;
        @said{ "progress $place published", "progress $place laos" } = "@th" eq "@en" ? @en : ("@th", "@en");
    }
    same_ok('the frames', \%said, 2 * 78);
}

# ---- pages

my @SCALE    = qw(published late warned held none);
my @IN_ROUND = qw(on_time late undated missing);
my $NUMBER   = qr{(?:<td[^>]*>|<dd>)([\d,]+)(?=[\s<])};

sub numbers {
    my ($html) = @_;
    return map { s/,//gr } $html =~ /$NUMBER/g;
}

# Without the sums of figures, whose tables have rows of the same places.
sub page { return text($_[0]) =~ s{<section aria-labelledby="figures">.*(?=<section aria-labelledby="data">)}{}sr }

# A row of a table of places: published, LAOs, then the states.
sub row_of {
    my ($said, $place, $html) = @_;
    my @names = ('published', 'laos', map { "state_$_" } @SCALE);
    @$said{ map { "progress $place $_" } @names } = numbers($html);
}

# What the pages of the country and of a province have in common.
sub common {
    my ($said, $place, $html) = @_;
    my ($lead) = $html =~ m{<dl class="states">(.*?)</dl>}s;
    @$said{ map { "progress $place state_$_" } @SCALE } = numbers($lead);
    my ($score) = $html =~ m{<p class="score">(.*?)</p>}s;
    @$said{ "progress $place published", "progress $place laos" } = map { s/,//gr } $score =~ /(?<![\d.,])([\d,]+)(?![\d.,%])/g;
    $said->{"progress $place field_$1"} = (numbers($2))[0] while $html =~ m{<div data-field="(\w+)">(.*?)</div>}sg;
    while ($html =~ m{<th scope="row">(2568-\d)</th>(.*?)</tr>}sg) {
        my ($round, $cells) = ($1, $2);
        @$said{ map { "rounds $place $round $_" } @IN_ROUND } = numbers($cells);
    }
    my ($held) = $html =~ m{id="held".*?<tbody>(.*?)</tbody>}s;
    my @rows = map { [numbers($_)] } $held =~ m{<tr>(.*?)</tr>}sg;
    my @names = qw(in_en access starter photos figures);
    $said->{"progress $place $names[$_]"} = $rows[$_][0] for 0 .. $#names;
    @$said{ "progress $place starter_of", "progress $place laos" } = ($rows[2][1], $rows[4][1]);
}

for my $lang ('th', 'en') {
    my (%said, %code);
    @code{ values %slug } = keys %slug;
    my $html = page("$lang/progress/index.html");
    common(\%said, 'country TH', $html);
    row_of(\%said, "region $1", $2) while $html =~ m{<tr class="total"><th scope="row" id="([a-z-]+)".*?</th>(.*?)</tr>}sg;
    row_of(\%said, "cluster $1", $2) while $html =~ m{<th scope="row" id="c(\d+)">.*?</th>(.*?)</tr>}sg;
    while ($html =~ m{<tr><th scope="row"><a href="[./a-z]*/progress/([a-z-]+)/".*?</th>(.*?)</tr>}sg) {
        row_of(\%said, "province $code{$1}", $2);
    }
    my $rows = grep { /^progress (?:region|cluster|province) \S+ laos$/ && $truth{$_} } keys %truth;
    same_ok("$lang: the country's page", \%said, 7 * $rows); # places with nobody have none
}

for my $lang ('th', 'en') {
    my %said;
    for my $code (sort keys %slug) {
        my $html = page("$lang/progress/$slug{$code}/index.html");
        common(\%said, "province $code", $html);
        while ($html =~ m{<tr><th scope="row"><a href="#d(\d+)".*?</th>(.*?)</tr>}sg) {
            row_of(\%said, $1 ? "district $1" : "apart $code", $2);
        }
        $said{"lacking province $code $_"} = 0 for @SCALE;
        $said{"lacking province $code $1"}++ while $html =~ m{<tr><th scope="row">[^\n]*?</th><td><span class="swatch" data-state="(\w+)"}g;
    }
    same_ok("$lang: the provinces' pages", \%said, 7 * 77 + 100);
}

# ---- the edges are there

my ($lonely) = grep { /^progress district \d+ laos$/ && $truth{$_} == 1 } sort keys %truth;
ok($lonely, 'a district with no LAO but the PAO');
is($truth{'progress apart 10 laos'}, 1, 'Bangkok is one LAO in no district');
ok((grep { /^coverage 2004\d\d state$/ } keys %truth), 'Pattaya');
for my $fact (map({ "state_$_" } @SCALE), 'photos', 'figures') {
    cmp_ok($truth{"progress country TH $fact"}, '>', 5, "$fact: $truth{\"progress country TH $fact\"}");
}
done_testing();
