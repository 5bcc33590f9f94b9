#!/usr/bin/perl
# SPDX-License-Identifier: MIT
#
# `attalak check --rules` and `--explain`, and that the page of rules has words for each subject.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use Lab;
use Test::More;

my $list = attalak('check', '--rules', '--lang', 'en');
is($list->{code}, 0, '--rules');
my @ids = $list->{out} =~ /^([a-z]+\.[a-z0-9.-]+): (?:error|warning|note): \S/mg;
is(scalar(@ids), scalar(split /\n/, $list->{out}), 'a line is a rule, with its severity');
cmp_ok(scalar(@ids), '>', 250, scalar(@ids) . ' of them');
is(join(' ', @ids), join(' ', sort @ids), 'in the order of their ids');
my %seen;
is(join(' ', grep { $seen{$_}++ } @ids), '', 'each once');
like(attalak('check', '--rules', '--lang', 'th')->{out}, qr/^csv\.empty: ผิดพลาด: ไฟล์ว่าง/m, 'in Thai too');

my @mute = grep {
    my $said = attalak('check', '--explain', $_, '--lang', 'th');
    $said->{code} != 0 || $said->{out} !~ /^\Q$_\E \(/ || $said->{out} !~ /^  → /m;
} @ids[map { $_ * 9 } 0 .. $#ids / 9];
is("@mute", '', 'a share of them is explained, each by its name');
my $one = attalak('check', '--explain', 'lao.bad-code', '--lang', 'en');
like($one->{out}, qr/“6\.36E\+06” is a code that Excel shortened.*Better:\n\s+6360203/s,
     'with what was typed and what is better');
my $none = attalak('check', '--explain', 'lao.bad-cod', '--lang', 'en');
is($none->{code}, 2, 'an unknown rule is a slip of usage');
like($none->{err}, qr/lao\.bad-code/, 'with the rule that was meant');
is($none->{out}, '', 'and nothing on standard output');

# ---- the page ----

for my $lang (qw(th en)) {
    my ($subjects) = slurp("$top/content/words/$lang.yaml") =~ /^rules_about:\n((?:  .*\n)+)/m;
    my %known = map { $_ => 1 } $subjects =~ /^  ([a-z]+):/mg;
    is(join(' ', grep { !$known{$_} } map { /^([a-z]+)/ } @ids), '', "$lang has a word for each subject");
}
my $project = project();
is(attalak('build', $project)->{code}, 0, 'a site');
my $page = slurp("$project/site/th/check/rules/index.html");
my @anchors = map { tr/./-/r } @ids;
is(join(' ', grep { $page !~ /id="$_"/ } @anchors), '', 'the page has them all');
done_testing();
