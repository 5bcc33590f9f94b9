#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# `attalak remind`: exactly those who are missing in the round or held back, what they are asked, and the sums.
use strict;
use warnings;
use utf8;
use Encode qw(decode_utf8 encode_utf8);
use FindBin;
use lib "$FindBin::Bin/lib";
use Lab;
use Test::More;
binmode Test::More->builder->$_, ':encoding(UTF-8)' for qw(output failure_output);

# Each row as a hash by its heading; dies on what is not CSV with BOM and CRLF.
sub rows {
    my ($csv) = map { decode_utf8($_) } @_;
    $csv =~ s/^\x{FEFF}// or die "no BOM\n";
    my (@rows, @row);
    while (length $csv) {
        $csv =~ s/^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)// or die 'not CSV: ' . substr($csv, 0, 80) . "\n";
        my ($quoted, $plain, $end) = ($1, $2, $3);
        push @row, $quoted ? $quoted =~ s/""/"/gr : $quoted // $plain;
        push @rows, [splice @row] if $end ne ',';
    }
    my $head = shift @rows;
    return map { my %cells; @cells{@$head} = @$_; \%cells } @rows;
}

my $project = project();
sub remind { return attalak('remind', $project, '--round', @_) }
sub reminded { return rows(remind(@_, '--lang', 'en')->{out}) }

# 360107 on time, 360204 late, 360205 on time but held, 360201 and 370101 by hand; 360203 and the PAO sent nothing.
my $content = "$project/content";
edit("$content/site.yaml", sub { s/^(  - \{id: "2568-)1.*\n/$&${1}2", due: 2568-06-30}\n/m });
spill("$content/registry/laos.csv", slurp("$content/registry/laos.csv")
    . encode_utf8("6360204,sao,ช้า,Late,3602,,,\n6360205,sao,ผิด,Wrong,3602,,,\n6360206,sao,=SUM,=SUM(1),3602,,,\n"));
my ($head, $row) = split /\n/, decode_utf8(slurp("$content/sheets/identities.csv"));
my $late = $row =~ s/20\/5/31\/5/r =~ s/6360107,อบต.กุดตุ้ม/6360204,อบต.ช้า/r;
my $held = $row =~ s/6360107,อบต.กุดตุ้ม/6360205,อบต.ผิด/r =~ s/ด้านอาหาร/ด้านอะไร/r;
spill("$content/sheets/identities.csv", encode_utf8(join "\n", $head, $row, $late, $held, ''));

# ---- who ----

sub who { return { map { $_->{'LAO code'} => $_->{State} } @_ } }

my @first = reminded('2568-1');
my %first = map { $_->{'LAO code'} => $_ } @first;
my %missing = map { $_ => 'Missing' } qw(2360101 6360203 6360206);
is_deeply(who(@first), { %missing, '6360205' => 'Held back' }, 'missing and held; on time, late and undated are not');
is_deeply(who(reminded('2568-2')), { %missing, 6360107 => 'Missing', 6360204 => 'Missing',
        6360205 => 'Missing; what was sent is held back' }, 'another round: what was sent for the first does not count');
is_deeply([map { $_->{District} } @first], [map { "$_ District" } ('Ban Khwao') x 3, 'Mueang Chaiyaphum'], 'by district');
is_deeply(who(reminded('2568-1', '--province', 36)), who(@first), '--province: all of its own');
is_deeply([reminded('2568-1', '--province', 37)], [], 'and of no other');

# ---- what they are told ----

my ($none, $wrong) = @first{qw(6360203 6360205)};
is($none->{'LAO name'}, 'Non Daeng Subdistrict Administrative Organization', 'the full name');
is($none->{Errors}, 0, 'nothing to mend');
is($none->{'Check page'}, 'https://example.go.th/identity/en/check/chaiyaphum/#l360203', 'its check page');
is($none->{Form}, 'https://example.go.th/form?code=360203', 'its form');
is($first{2360101}{Website}, 'https://pao.example.go.th/', 'its website');
is($none->{'What to do'}, "Please send the identity of $none->{'LAO name'} for round 2568-1, due 30 May 2025, with the form linked here.", 'asked to send');
is($wrong->{Errors}, 1, 'one error');
like($wrong->{'First error'}, qr/ด้านอะไร/, 'told');
isnt($wrong->{Remedy}, '', 'with its remedy');
like($wrong->{'What to do'}, qr/^Please correct what Wrong .* \(errors: 1\), as the page/, 'asked to correct');
like($first{6360206}{'LAO name'}, qr/^'=SUM/, 'a name is no formula');

my ($thai) = grep { $_->{'รหัส อปท.'} eq '6360203' } rows(remind('2568-1')->{out});
is($thai->{'ชื่อ อปท.'}, 'องค์การบริหารส่วนตำบลโนนแดง', 'Thai without asking');
is($thai->{'กำหนดส่ง'}, '30 พฤษภาคม 2568', 'the Buddhist year');
like($thai->{'ขอความร่วมมือ'}, qr/^ขอความร่วมมือองค์การบริหารส่วนตำบลโนนแดงจัดส่ง.*ภายในวันที่ 30 พฤษภาคม 2568 /, 'a sentence for a letter');

# ---- sums ----

my @columns = ('Code', 'Expected', 'On time', 'Late', 'Undated', 'Missing');
my @sums = reminded('2568-1', '--summary');
is_deeply([map { [@$_{@columns}] } @sums], [[37, 1, 0, 0, 1, 0], [3701, 1, 0, 0, 1, 0], [36, 7, 2, 1, 1, 3],
        [3602, 5, 1, 1, 1, 2], [3601, 2, 1, 0, 0, 1]], '--summary: provinces and their districts');
like($sums[4]{'Names of the missing'}, qr/^Chaiyaphum Provincial Administrative Organization$/, 'who is missing');
like($sums[3]{'Names of the missing'}, qr/\bOrganization, \w/, 'joined by commas');
is(scalar(reminded('2568-1', '--summary', '--province', 37)), 2, 'of one province');

# ---- files, refusals ----

is(remind('2568-1', '-o', "$project/remind.csv")->{out}, '', '-o: nothing on standard output');
is(slurp("$project/remind.csv"), remind('2568-1')->{out}, 'but in the file');
like(remind('2570-9')->{err}, qr/"2570-9": 2568-1 2568-2$/m, 'an unknown round: which there are');
for my $wrong (['2570-9'], ['2568-1', '--province', '99'], ['2568-1', '--lang', 'fr'], ['2568-1', '--what']) {
    my $run = remind(@$wrong);
    is($run->{code}, 2, "2: @$wrong");
    isnt($run->{err}, '', 'says why');
    is($run->{out}, '', 'and nothing else');
}
is(attalak('remind', $project)->{code}, 2, '2: no round');
ok(!-e "$project/site", 'no site is made');
# ---- a country of which 40 % are missing, counted again by another program ----

$project = scratch();
system("$top/tests/bench/nation", $project, '--csv', $ENV{WHOLE} ? () : ('--limit', 900)) == 0 or BAIL_OUT('tests/bench/nation');
sub seeded { my @lines = map { s/\n//r } `python3 $FindBin::Bin/lib/seeded.py @_`; die "seeded.py @_\n" if $?; return @lines }
seeded('make', $project, 60);
spill("$project/check.json", attalak('check', $project, '--format', 'json')->{out});
my @must = seeded('round', $project, "$project/check.json");
my %lacks = (none => 'Missing', held => 'Held back');
my @all = reminded('2568-1');
is_deeply({ map { substr($_->{'LAO code'}, -6) => $_->{State} } @all }, { map { /^(\d+) (\w+)$/ ? ($1 => $lacks{$2}) : () } @must },
    'exactly those who are missing or held back');
is(scalar(keys %{ { map { $_->{'LAO code'} => 1 } @all } }), scalar @all, 'each once');
is_deeply({ map { $_->{Errors} => 1 } grep { $_->{State} eq 'Held back' } @all }, { 1 => 1 }, 'the held ones with their error');
my %sums = map { $_->{Code} => "$_->{'On time'} $_->{Late} $_->{Missing}" } grep { $_->{Expected} } reminded('2568-1', '--summary');
is_deeply(\%sums, { map { /^= (\S+) (.*)$/ && substr($1, -2) ne '00' ? ($1 => $2) : () } @must }, 'the sums of provinces and districts');

done_testing();
