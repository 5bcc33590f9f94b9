#!/usr/bin/perl
# SPDX-License-Identifier: MIT
#
# The national sheet with thousands of seeded mistakes of more than forty kinds: each is found at its row and column by
# its own rule, and of the rows that nobody touched nothing is said that was not said before.
use strict;
use warnings;
use FindBin;
use JSON::PP;
use lib "$FindBin::Bin/lib";
use Lab;
use Test::More;

my $release  = "$top/.build/attalak";
my $whole    = -x $release;
my $program  = $whole ? $release : $ENV{ATTALAK};
my @limit    = $whole ? () : ('--limit', 900);
my $mistakes = $whole ? 5000 : 500;

my $project = scratch();
system("$top/tests/bench/nation", $project, '--csv', @limit) == 0 or BAIL_OUT('tests/bench/nation');

sub write_sheet {
    system('python3', "$top/tests/sheets/national.py", $project, @limit, @_) == 0 or BAIL_OUT('national.py');
}

# "row column rule" of each finding in the sheet → how often.
sub found {
    my $json = `'$program' check '$project' --format json --lang th 2>/dev/null`;
    my %found;
    for my $finding (@{ decode_json($json)->{findings} }) {
        next if $finding->{file} ne 'sheets/identities.csv';
        $found{ join ' ', $finding->{row} // 0, $finding->{column_letter} // '-', $finding->{rule} }++;
    }
    return \%found;
}

write_sheet();
my $before = found();
write_sheet('--mistakes', $mistakes, '--expected', "$project/expected");
my (%expected, %touched);
for (split /\n/, slurp("$project/expected")) {
    my ($row, $column, $rule) = split /\t/;
    $expected{ join ' ', $row, $column || '-', $rule }++;
    $touched{$row} = 1;
}
my $after = found();
is(scalar(keys %expected), $mistakes, "$mistakes mistakes");
my %kinds = map { (split ' ')[2] => 1 } keys %expected;
cmp_ok(scalar(keys %kinds), '>=', 30, scalar(keys %kinds) . ' rules have to speak');

my @missed = grep { !$after->{$_} } sort keys %expected;
is(scalar(@missed), 0, 'each is found at its row and column');
diag("missed: $_") for @missed[0 .. ($#missed < 9 ? $#missed : 9)];

# A touched row may lose notes (its entry is held back); any other finding in it is one too many.
my @unwanted = grep { !$expected{$_} && !$before->{$_} } sort keys %$after;
my @elsewhere = grep { !$touched{ (split ' ')[0] } } @unwanted;
is(scalar(@elsewhere), 0, 'nothing new is said of other rows');
is(scalar(@unwanted), 0, 'one finding for one cause');
diag("unwanted: $_") for @unwanted[0 .. ($#unwanted < 9 ? $#unwanted : 9)];
my @lost = grep { !$after->{$_} && !$touched{ (split ' ')[0] } } sort keys %$before;
is(scalar(@lost), 0, 'and nothing is unsaid');
done_testing();
