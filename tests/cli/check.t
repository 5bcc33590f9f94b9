#!/usr/bin/perl
# SPDX-License-Identifier: MIT
#
# The report of `attalak check` in its formats: every finding, at its line or cell, in the same
# order every time, whatever state the content is in. tests/web/report.t looks at the HTML.
use strict;
use warnings;
use utf8;
use Encode qw(decode_utf8 encode_utf8);
use FindBin;
use JSON::PP;
use lib "$FindBin::Bin/lib";
use Lab;
use Test::More;
binmode Test::More->builder->$_, ':encoding(UTF-8)' for qw(output failure_output);

my $SHEET = 'https://docs.google.com/spreadsheets/d/1aB/edit';

sub check { return attalak('check', @_) }
sub json { return JSON::PP->new->utf8->decode(check(@_, '--format', 'json')->{out}) }
sub lines { return split /\n/, decode_utf8($_[0]) }

# RFC 4180, as far as a test of it has to go: no cell holds an end of line.
sub rows {
    my ($bytes) = @_;
    my @rows;
    for my $line (split /\r\n/, decode_utf8($bytes)) {
        my @cells;
        push @cells, defined $1 ? $1 =~ s/""/"/gr : $2
          while $line =~ /\G(?:^|,)(?:"((?:[^"]|"")*)"|([^,"]*))/g;
        push @rows, \@cells;
    }
    return @rows;
}

# Mistakes in YAML, in a sheet that has an address, and in a registry.
sub mistaken {
    my $project = project();
    my $content = "$project/content";
    edit("$content/tables.yaml", sub { s/^  kind: identity\n/$&  sheet: $SHEET#gid=12\n/m });
    edit("$content/identities/370101.yaml", sub { s/historic/histori/ });
    edit("$content/identities/360201.yaml", sub { s/(tags: \[)/$1=SUM(1), / });
    edit("$content/sheets/identities.csv", sub { s/,\Q@{[encode_utf8("ด้านอาหาร")]}\E,/,@{[encode_utf8("=ก")]},/ });
    return $project;
}

# ---- nothing to change ----

my $clean = project();
for ([th => "ไม่มีอะไรต้องแก้\n"], [en => "Nothing has to be changed.\n"]) {
    my ($lang, $sentence) = @$_;
    my $run = check($clean, '--lang', $lang);
    is($run->{code}, 0, "$lang: nothing found");
    is(decode_utf8($run->{out}), $sentence, 'and said so');
}
my $found = json($clean);
is_deeply($found, { version => 1, lang => 'en', counts => { error => 0, warning => 0, note => 0 }, findings => [] },
    'JSON: a list without a finding');
is(scalar(rows(check($clean, '--format', 'csv')->{out})), 1, 'CSV: the headings alone');
like(check($clean, '--format', 'html', '--lang', 'th')->{out}, qr/${\encode_utf8('ไม่มีอะไรต้องแก้')}/, 'HTML: so too');

# ---- text ----

my $project = mistaken();
my $run     = check($project);
is($run->{code}, 1, 'text: errors are held back');
my $text = decode_utf8($run->{out});
like($text, qr{^identities/370101\.yaml:2:11: error: .*\n    category: histori\n    → }m, 'the line itself');
like($text, qr{^sheets/identities\.csv: row 2, column E \(ด้าน\): error: .*\n    E2 \(ด้าน\): =ก\n    → }m,
    'a cell with its heading, and what was typed');
unlike($text, qr/^Nothing has to be/m, 'not clean');

# A long line is cut around the column, no mark is torn from its letter, nothing but YAML is read.
edit("$project/content/identities/360201.yaml", sub {
    my $long = 'a' . encode_utf8('ที่นี่') x 60;
    s/^(summary: \{th: )[^,]*/$1$long\xE2\x80\x8B, zz: 1/m;
});
my ($cut) = grep { /^    …?.*zz/ } lines(check($project)->{out});
ok(defined $cut && length($cut) < 200, 'a long line is cut');
unlike($cut // '', qr/…\p{Mn}/, 'before a letter, not before its mark');
like($cut // '', qr/‹U\+200B›/, 'and an invisible character is seen');
$project = mistaken();

# ---- JSON ----

$found = json($project);
my @wanted = qw(rule severity file line row column column_letter header value problem remedy link excerpt lao
    district province);
is_deeply([sort keys %$_], [sort @wanted], "$_->{rule}: its members") for @{ $found->{findings} };
my %of = map { ("$_->{file} $_->{rule}" => $_) } @{ $found->{findings} };
my $cell = $of{'sheets/identities.csv field.not-a-choice'};
is("$cell->{row} $cell->{column} $cell->{column_letter} $cell->{header}", '2 5 E ด้าน', 'a cell');
is($cell->{value}, '=ก', 'the value as typed');
is($cell->{link}, "$SHEET#gid=12&range=E2", 'a link that opens the sheet there');
is($cell->{lao}{key}, '360107', 'the LAO');
is($cell->{lao}{name}, 'องค์การบริหารส่วนตำบลกุดตุ้ม', 'in full');
is("$cell->{district}{code} $cell->{province}{code}", '3601 36', 'and where it is');
my $line = $of{'identities/370101.yaml field.not-a-choice'};
is_deeply([@$line{qw(line row column link excerpt)}], [2, undef, 11, undef, 'category: histori'], 'a line');
is($found->{counts}{error}, scalar(grep { $_->{severity} eq 'error' } @{ $found->{findings} }), 'counted');
is(json($project, '--lang', 'th')->{lang}, 'th', 'in Thai on demand');

# A rule whose {0} names a field does not claim that it was typed.
edit("$project/content/identities/370101.yaml", sub { s/^name: .*\n//m });
my ($missing) = grep { $_->{rule} eq 'field.missing' } @{ json($project)->{findings} };
is($missing->{value}, undef, 'a missing field was typed by nobody');
like($missing->{problem}, qr/name/, 'though the sentence names it');

# ---- CSV ----

my $csv = check($project, '--format', 'csv', '--lang', 'th')->{out};
like($csv, qr/^\xEF\xBB\xBF/, 'CSV: a byte order mark');
unlike($csv, qr/(?<!\r)\n/, 'every line ends in CR LF');
my ($head, @rows) = rows($csv =~ s/^\xEF\xBB\xBF//r);
is("@$head[0 .. 4]", 'จังหวัด อำเภอ รหัส อปท. ชื่อ อปท. ระดับ', 'headings in Thai');
is_deeply([map { scalar @$_ } @rows], [(14) x @rows], 'fourteen cells a row');
is(scalar(@rows), scalar(@{ json($project)->{findings} }), 'a row a finding');
my ($armed) = grep { $_->[6] eq 'sheets/identities.csv' && $_->[5] eq 'field.not-a-choice' } @rows;
is("$armed->[2] $armed->[7] $armed->[8]", '6360107 2 E', 'code, row and column');
is($armed->[10], "'=ก", 'a formula is disarmed');
is($armed->[13], "$SHEET#gid=12&range=E2", 'the link');
my @provinces = map { $_->[0] } @rows;
is("@provinces", join(' ', sort { $a cmp $b } @provinces), 'by province (these sort as bytes do)');
is((rows(check($project, '--format', 'csv', '--lang', 'en')->{out}))[0][1], 'District', 'headings in English');

# ---- an unusable site ----

my $broken = mistaken();
unlink "$broken/content/site.yaml";
system 'rm', '-rf', "$broken/content/words";
for my $format (qw(text json csv html)) {
    my $run = check($broken, '--format', $format);
    is($run->{code}, 2, "$format: 2 without a site.yaml");
    like($run->{out}, qr/site\.missing/, 'and the report says why');
}
ok(@{ json($broken)->{findings} } > 0, 'JSON all the same');
is(check("$broken/nowhere", '--format', 'json')->{out}, '', 'no folder, no report');

# ---- templates ----

my $bare = project(copy => 1);
unlink "$bare/templates/report.js";
$run = check($bare, '--format', 'html');
is("$run->{code} $run->{out}", '2 ', 'HTML: 2 and no page without its script');
like($run->{err}, qr/report\.js \S*.*\[template\.missing-file\]/, 'it says which file is missing');
edit("$bare/templates/report.html", sub { s/\{\{t\.title\}\}/{{t.titel}}/ });
like(check($bare, '--format', 'html')->{err}, qr/templates\/report\.html:\d+:\d+: .*t\.titel/, 'a wrong name has its line');
is(attalak('build', $bare)->{code}, 0, 'a site needs none of them');
ok(!(grep { /report\.(?:css|js|html)/ } files("$bare/site")), 'nor publishes them');

# ---- the same bytes; a whole file or the old one ----

for my $format (qw(text json csv html)) {
    my %seen;
    for my $way ([1, 'UTC', 'C'], [4, 'Asia/Bangkok', 'th_TH.UTF-8'], [2, 'America/Lima', 'de_DE.UTF-8']) {
        local @ENV{qw(TZ LANG LC_ALL)} = (@$way[1, 2], $way->[2]);
        $seen{ check($project, '--format', $format, '--lang', 'th', '-j', $way->[0])->{out} } = 1;
    }
    is(scalar(keys %seen), 1, "$format: the same for any threads, zone and locale");
    my $file = "$project/found";
    spill($file, 'old');
    check($project, '--format', $format, '--lang', 'th', '-o', $file);
    is(slurp($file), (keys %seen)[0], '-o writes the same');
}
is_deeply([glob "$project/found*"], ["$project/found"], 'and leaves nothing beside it');
is(check($project, '-o', '/dev/full')->{code}, 4, '4: a full disk');
$run = check($project, '--format', 'yaml');
is("$run->{code} $run->{out}", '2 ', '2: a format that is none');
like($run->{err}, qr/text, json, csv or html.*"yaml"/, 'with those there are');

done_testing();
