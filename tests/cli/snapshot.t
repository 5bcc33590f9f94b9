#!/usr/bin/perl
# SPDX-License-Identifier: MIT
#
# `attalak snapshot`: what is counted, counted again by another program (lib/seeded.py); what later pages of
# progress say has changed since; and what the file is worth when it is damaged.
use strict;
use warnings;
use utf8;
use Encode qw(decode_utf8 encode_utf8);
use FindBin;
use lib "$FindBin::Bin/lib";
use Lab;
use Test::More;
binmode Test::More->builder->$_, ':encoding(UTF-8)' for qw(output failure_output);

sub seeded { my @lines = map { s/\n//r } `python3 $FindBin::Bin/lib/seeded.py @_`; die "seeded.py @_\n" if $?; return @lines }
sub snapshot { return attalak('snapshot', @_) }
sub rows { return map { [split /,/, $_, -1] } split /\n/, shift }

# ---- the counts ----

my $nation = scratch();
system("$top/tests/bench/nation", $nation, '--csv', $ENV{WHOLE} ? () : ('--limit', 900)) == 0 or BAIL_OUT('tests/bench/nation');
my %published;    # keep → place → how many
for my $keep (40, 60) {
    seeded('make', $nation, $keep);
    spill("$nation/check.json", attalak('check', $nation, '--format', 'json')->{out});
    my $run = snapshot($nation, '-o', "$nation/$keep.csv");
    is($run->{code}, 0, "$keep % have sent: counted");
    is($run->{out} . $run->{err}, '', 'into the file that was named');
    my ($header, @rows) = rows(slurp("$nation/$keep.csv"));
    is("@$header", 'code laos published state_published state_late state_warned state_held state_none'
        . ' field_food field_historic field_arts field_product', 'the columns');
    my %row = map { $_->[0] => "@$_" } @rows;
    my %must = map { my @cells = split /,/; $cells[0] => "@cells" } seeded('count', $nation, "$nation/check.json");
    is_deeply(\%row, \%must, 'as another program counts');
    my %parts;
    length $_->[0] == 4 and $parts{ substr $_->[0], 0, 2 } += $_->[2] for @rows;
    is_deeply(\%parts, { map { $_->[0] => $_->[2] } grep { exists $parts{ $_->[0] } } @rows },
        'districts sum to their province');
    ok((grep { /^\d{4} [1-9]\d* (\d+ ){4}[1-9]/ } values %row) > 10, 'and not all is empty');
    $published{$keep} = { map { $_->[0] => $_->[2] } @rows };
    if ($keep == 40) {
        is(snapshot($nation, '--month', '2024-11')->{code}, 0, 'kept as of November 2024');
        ok(-s "$nation/content/snapshots/2024-11.csv", 'where the site reads it');
    }
}

# ---- what has changed ----

is(attalak('build', $nation, '--quiet')->{code}, 1, 'built, some held back');
my %wrong;
my $changes = 0;
for my $province (grep { length == 2 && ($published{60}{$_} || $published{40}{$_}) } sort keys %{ $published{60} }) {
    my ($slug) = slurp("$nation/content/registry/provinces.csv") =~ /^$province,([a-z-]+)/m;
    my $page = decode_utf8(slurp("$nation/site/th/progress/$slug/index.html"));
    for my $part ($province, grep { /^$province../ } keys %{ $published{60} }) {
        my $by = $published{60}{$part} - $published{40}{$part};
        my $must = $by > 0 ? "+$by" : $by < 0 ? '−' . -$by : '0';
        my $anchor = $part =~ /00$/ ? '0' : $part;
        my ($is) = length $part == 2 ? $page =~ m{<p class="score">.*<span class="change">(\S+) ตั้งแต่ <time datetime="2024-11">พฤศจิกายน 2567</time>}
            : $page =~ m{<tr><th scope="row"><a href="#d$anchor".*?<td class="number change">([^<]*)</td>}s;
        next if !defined $is && $page !~ /href="#d$anchor"/;    # nothing is expected there
        $changes += $is ne '0';
        $wrong{$part} = "$is, not $must" if $is ne $must;
    }
}
is_deeply(\%wrong, {}, 'provinces and districts: by how many, since when');
ok($changes > 50, "of many ($changes)");
my $country = decode_utf8(slurp("$nation/site/en/progress/index.html"));
my ($before, $now) = map { my ($of, $sum) = ($published{$_}, 0); length == 2 and $sum += $of->{$_} for keys %$of; $sum } 40, 60;
like($country =~ s/(?<=\d),(?=\d)//gr, qr{<p class="score">.* <span class="change">\+@{[$now - $before]} since <time datetime="2024-11">November 2024}, 'the country');
my ($trend) = $country =~ m{<h2 id="trend">(.*?)</section>}s;
my @trend = map { s/<[^>]+>|(?<=\d),//gr } $trend =~ m{<td class="number">(.*?)</td>}g;
my $laos = $ENV{WHOLE} ? 7850 : 900;
is("@trend[1, 2, 3, 5, 6, 7]", "$before $laos – $now $laos +@{[$now - $before]}", 'the trend as a table');
like($country, qr{aria-label="Line chart of the share.*?in November 2024, .*? on }, 'and as a chart that says it');
like(slurp("$nation/site/en/regions/12/index.html"), qr{<td class="number change">\+\d+</td>}, 'a cluster and its provinces');

# ---- the same month is no earlier one ----

is(snapshot($nation)->{code}, 0, 'the month of the newest date without asking');
my ($own) = grep { !/2024-11/ } glob "$nation/content/snapshots/*";
like($own, qr{/2025-\d\d\.csv$}, 'of the content, not of the clock');
is(attalak('build', $nation, '--quiet', '-o', "$nation/again")->{code}, 1, 'built with it');
is(digest("$nation/again"), digest("$nation/site"), 'what is counted now is not compared with itself');

# ---- small places: a city of its own kind, no districts, a district of the PAO alone, an upgrade ----

my $project = project();
my $content = "$project/content";
ok(!-e "$content/snapshots" && attalak('build', $project)->{code} == 0, 'without any snapshot');
my $without = slurp("$project/site/th/progress/index.html");
ok($without !~ /class="change"|number change|id="trend"/, 'nothing is said of changes');
spill("$content/registry/provinces.csv", slurp("$content/registry/provinces.csv") . encode_utf8(
    "10,bangkok,กรุงเทพมหานคร,Bangkok,ภาคกลาง,Central,\n20,chon-buri,ชลบุรี,Chon Buri,ภาคตะวันออก,East,14\n"));
spill("$content/registry/districts.csv", slurp("$content/registry/districts.csv") . encode_utf8("2004,,บางละมุง,Bang Lamung\n3603,,ภูเขียว,Phu Khiao\n"));
spill("$content/registry/laos.csv", slurp("$content/registry/laos.csv") . encode_utf8(
    "100000,bangkok,กรุงเทพมหานคร,Bangkok,,13.7535,100.5017,\n3200408,pattaya,เมืองพัทยา,Pattaya City,2004,,,\n"));
is(snapshot($project, '--month', '2025-03')->{code}, 0, 'Bangkok, Pattaya, a district of nobody');
my %small = map { $_->[0] => "@$_[1, 2, 7]" } rows(slurp("$content/snapshots/2025-03.csv"));
is_deeply({ map { $_ => $small{$_} } qw(10 1000 20 2004 3603 3701) },
    { 10 => '1 0 1', 1000 => '1 0 1', 20 => '1 0 1', 2004 => '1 0 1', 3603 => '0 0 0', 3701 => '1 1 0' }, 'each where it lies');
is(attalak('check', $project)->{out} =~ /snapshot/, '', 'read back without a finding');
edit("$content/registry/laos.csv", sub { s/^6360203,sao/5360203,subdistrict/m });
edit("$content/sheets/identities.csv", sub { $_ .= (split /\n/)[1] =~ s/6360107,[^,]*/5360203,/r . "\n" });
is(attalak('build', $project, '--quiet')->{code}, 0, 'an SAO that became a subdistrict municipality reports');
like(slurp("$project/site/en/progress/chaiyaphum/index.html"), qr{href="#d3602".*?<td class="number change">\+1</td>}s, 'and is the same LAO');

# ---- refusals ----

my $kept = slurp("$content/snapshots/2025-03.csv");
my $run = snapshot($project, '--month', '2025-03');
is($run->{code}, 3, '3: it is there');
like($run->{err}, qr/--force/, 'says how to replace it');
is(slurp("$content/snapshots/2025-03.csv"), $kept, 'untouched');
is(snapshot($project, '--month', '2025-03', '--force')->{code}, 0, '--force');
isnt(slurp("$content/snapshots/2025-03.csv"), $kept, 'replaced');
is_deeply([glob("$content/snapshots/{*,.??*}")], ["$content/snapshots/2025-03.csv"], 'and nothing beside it');
is(snapshot($project, '--month', $_)->{code}, 2, "2: --month $_") for '2025', '2025-13', '2568-03', '../2025-03', '';
is(snapshot($project, $project, $project)->{code}, 2, '2: two folders');
is(snapshot($project, '-o', "$project/no/such/folder")->{code}, 4, '4: a file that cannot be');
my $empty = project();
unlink glob("$empty/content/identities/*"), "$empty/content/sheets/identities.csv";
edit("$empty/content/tables.yaml", sub { $_ = "[]\n" });
$run = snapshot($empty);
is($run->{code}, 2, '2: no date in all the content');
like($run->{err}, qr/--month/, 'says what to do');
is(snapshot($empty, '--month', '2025-03')->{code}, 0, 'and with a month it is kept');

# ---- a damaged file ----

srand 20251103;
my $intact = slurp("$content/snapshots/2025-03.csv");
my $crashed = 0;
for (1 .. 40) {
    my $bytes = $intact;
    substr $bytes, int rand length $bytes, 1 + int rand 3, pack 'C*', map { int rand 256 } 1 .. int rand 4 for 1 .. 1 + int rand 4;
    spill("$content/snapshots/2025-03.csv", $bytes);
    my $code = attalak('check', $project, '--quiet')->{code};
    $crashed++, diag("$code: $bytes") if $code !~ /^[012]$/;
}
is($crashed, 0, 'is told, and never more than that');
done_testing();
