#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# A sheet begun from the template, filled with the dictionary's own examples, is read without a finding and
# without a mapping; so is every choice that the dictionary offers.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use Lab;
use Test::More;

# CSV by the letter of RFC 4180: quotes, doubled quotes, CRLF; dies on anything else.
sub rows {
    my ($csv) = @_;
    $csv =~ s/^\xEF\xBB\xBF// or die "no BOM\n";
    my (@rows, @row);
    while (length $csv) {
        $csv =~ s/^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)// or die 'not CSV: ' . substr($csv, 0, 80) . "\n";
        my ($quoted, $plain, $end) = ($1, $2, $3);
        $quoted =~ s/""/"/g if defined $quoted;
        push @row, $quoted // $plain;
        next if $end eq ',';
        push @rows, [@row];
        @row = ();
    }
    return @rows;
}

sub csv {
    return join '', map { join(',', map { my $cell = $_; $cell =~ s/"/""/g; qq("$cell") } @$_) . "\r\n" } @_;
}

sub template { return attalak('sheet-template', @_) }

# Each row of a dictionary as a hash by its first row.
sub dictionary {
    my ($head, @rows) = rows(template(@_, '--format', 'dictionary-csv')->{out});
    return map { my %column; @column{@$head} = @$_; \%column } @rows;
}

# A project whose sheets need no mapping.
sub plain {
    my $project = project();
    spill("$project/content/tables.yaml",
        "- {files: sheets/identities.csv, kind: identity}\n- {files: sheets/reports.csv, kind: report}\n");
    unlink "$project/content/sheets/identities.csv";
    return $project;
}

my %base = (identity => 'sheets/reports.csv', report => 'sheets/identities.csv');

for my $lang (qw(th en)) {
    for my $kind (qw(identity report)) {
        my $project = plain();
        my @ask     = ($project, '--kind', $kind, '--lang', $lang);
        my @columns = dictionary(@ask);
        my ($head, @rest) = rows(template(@ask)->{out});
        is_deeply([scalar @rest, @$head], [0, map { $_->{header} } @columns], "$lang $kind: one row, the dictionary's headers");
        is(scalar(grep { $_->{example} eq '' } @columns), 0, 'each with an example');
        my $name = $kind eq 'identity' ? 'identities' : 'reports';
        edit("$project/content/tables.yaml", sub { s/^.*$base{$kind}.*\n//m });
        spill("$project/content/sheets/$name.csv", csv($head, [map { $_->{example} } @columns]));
        my $run = attalak('check', $project);
        my $said = $run->{out};
        # base/ has no identity of this LAO: that is no fault of the row.
        $said =~ s/^.*\[report\.no-entry\]\n.*\n//mg if $kind eq 'report';
        is($said, "Nothing has to be changed.\n", 'the examples are read without a finding');
        is($run->{code}, 0, 'and nothing is held back');
    }
}

# ---- every choice is one ----

my $project = plain();
edit("$project/content/tables.yaml", sub { s/^.*reports.*\n//m });
my @columns = dictionary($project);
my %has     = map { $_->{path} => 1 } @columns;
my ($most)  = sort { $b <=> $a } map { scalar split /\n/, $_->{allowed} } @columns;
spill("$project/content/registry/laos.csv", slurp("$project/content/registry/laos.csv")
    . join '', map { sprintf "63602%02d,sao,ทดสอบ%d,Test %d,3602,,,\n", 20 + $_, $_, $_ } 0 .. $most - 1);

# What row $n answers: its choice where there are choices, the example where something is needed.
sub answer {
    my ($column, $n, $words) = @_;
    my $path = $column->{path};
    return sprintf '63602%02d', 20 + $n if $path eq 'lao';
    my @choices = split /\n/, $column->{$words};
    my $choice  = @choices ? $choices[$n % @choices] : '';
    (my $note = "$path.th") =~ s/^access\.features/access.notes/;
    return 'na'  if $path =~ /\.lift$/; # none stands on sand
    return 'yes' if $choice eq 'limited' && !$has{$note};
    return $choice if @choices;
    return "$column->{example} $n" if $path =~ /^name/;
    return $path =~ /^(?:summary|access\.(?:notes|checked)|updated|sources\.1\.title)/ ? $column->{example} : '';
}

# The vocabulary's own words do as well as its keys; yes, limited … have no others.
for my $words (qw(allowed allowed_th allowed_en)) {
    my @rows = map {
        my $n = $_;
        [map { answer($_, $n, $_->{path} =~ /^(?:category|facilities|.*\.surface)$/ ? $words : 'allowed') } @columns]
    } 0 .. $most - 1;
    spill("$project/content/sheets/identities.csv", csv([map { $_->{header} } @columns], @rows));
    is(attalak('check', $project)->{out}, "Nothing has to be changed.\n", "every choice is taken ($words)");
}
cmp_ok($most, '>', 20, 'and there were choices');

# ---- headers ----

$project = plain();
edit("$project/content/tables.yaml", sub { s/^.*reports.*\n//m });
my %row = ('รหัส [lao]' => '6360203', 'ด้าน [category]' => 'food', 'ชื่อ [name.th]' => 'ข้าว', 'Name [name.en]' => 'Rice',
    'สรุป [summary.th]' => 'ก', 'Summary [summary.en]' => 'a', 'ที่มา [sources.1.title]' => 'ข', 'โทร [contact.phon]' => '1',
    'อื่น ๆ [โปรดระบุ]' => 'x');
my @heads = sort keys %row;
spill("$project/content/sheets/identities.csv", csv(\@heads, [@row{@heads}]));
my $run = attalak('check', $project);
is(scalar(() = $run->{out} =~ /\[tables\.unknown-column\]/g), 2, 'two headers that end in no field');
like($run->{out}, qr/โทร \[contact\.phon\].*\n.*\[contact\.phone\]/, 'the nearest path is told');
is($run->{code}, 0, 'the others are read');

# ---- HTML, files, refusals ----

for my $lang (qw(th en)) {
    my $html = template($project, '--format', 'dictionary-html', '--lang', $lang)->{out};
    like($html, qr/<html lang="$lang">/, "$lang page");
    unlike($html, qr/<script|<link|src=|\{\{/, 'of one piece');
    is(scalar(() = $html =~ /<h3>/g), scalar @columns, 'every column is there');
}
is(template($project, '-o', "$project/sheet.csv")->{out}, '', '-o: nothing on standard output');
is(slurp("$project/sheet.csv"), template($project)->{out}, 'but in the file');
is(template($project, '-o', "$project/no/such/file")->{code}, 4, '4: a file that cannot be');
for my $wrong (['--kind', 'lao'], ['--format', 'xlsx'], ['--lang', 'fr'], ['--what'], [$project], ["$project/nowhere"]) {
    my $run = template(@$wrong == 1 && $wrong->[0] eq "$project/nowhere" ? @$wrong : ($project, @$wrong));
    is($run->{code}, 2, "2: @$wrong");
    isnt($run->{err}, '', 'says why');
    is($run->{out}, '', 'and nothing else');
}
done_testing();
