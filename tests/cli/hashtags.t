#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# The five hashtags: one spelling however a name was typed, and nothing in them that cuts them.
use strict;
use warnings;
use utf8;
use Encode qw(decode encode);
use FindBin;
use lib "$FindBin::Bin/lib";
use Lab;
use Test::More;
binmode $_, ':encoding(UTF-8)' for Test::More->builder->output, Test::More->builder->failure_output;

# The column "hashtags" of data/identities.csv, by key.
sub hashtags {
    my ($site) = @_;
    my ($head, @rows) = split /\r?\n/, decode('UTF-8', slurp("$site/data/identities.csv"));
    my %tags;
    for (@rows) {
        my ($key) = /^(\d{6}),/ or next;
        $tags{$key} = [/#([^ ,"#]+)/g];
    }
    return \%tags;
}

# ---- the sample: every entry, every page ----

my $project = sample();
my $site    = scratch() . '/site';
cmp_ok(attalak('build', $project, '-o', $site, '--quiet')->{code}, '<=', 1, 'the sample builds');
my $tags = hashtags($site);
cmp_ok(scalar(keys %$tags), '>=', 30, keys(%$tags) . ' entries');
my @cut = grep { !/^[\x{0E01}-\x{0E3A}\x{0E40}-\x{0E4E}\x{0E50}-\x{0E59}A-Za-z0-9_\p{L}\p{M}]+$/ || /^\d+$/ }
  map { @$_ } values %$tags;
is("@cut", '', 'no dot, blank, hyphen or sign in any hashtag');
my @few = grep { @{ $tags->{$_} } < ($_ eq '100000' || $_ =~ /0101$/ ? 4 : 5) } sort keys %$tags;
is("@few", '', 'five of them, four where there is no district');
my $page = decode('UTF-8', slurp("$site/th/chaiyaphum/360201/index.html"));
like($page, qr/#$_</, "#$_ on the page") for @{ $tags->{360201} };
my %kinds = (
    อบต => 'อบต', อบจ => 'อบจ', เทศบาลตำบล => 'เทศบาลตำบล', เทศบาลเมือง => 'เทศบาลเมือง',
    เทศบาลนคร => 'เทศบาลนคร', เมืองพัทยา => 'เมืองพัทยา', กรุงเทพมหานคร => 'กรุงเทพมหานคร',
);
for my $kind (sort keys %kinds) {
    my ($one) = grep { /^$kinds{$kind}/ } map { @$_ } map { $tags->{$_} } sort keys %$tags;
    ok($one, "one of $kind") and note("#$one");
}

# ---- the two spellings of one word ----

my $wrong = "อ\x{0E4D}\x{0E32}เภอ";    # อํ + า, as many a keyboard driver and PDF writes it
isnt($wrong, 'อำเภอ', 'they differ in their bytes');
$project = project();
my $laos = "$project/content/registry/districts.csv";
edit($laos, sub { $_ = decode('UTF-8', $_); s/บ้านเขว้า/$wrong\บ้านเขว้า/; $_ = encode('UTF-8', $_) });
edit("$project/content/identities/360201.yaml",
    sub { s/^tags.*/encode('UTF-8', "tags: [${wrong}ของเรา, อำเภอของเรา]")/me });
edit("$project/content/registry/laos.csv", sub {
    $_ = decode('UTF-8', $_);
    s/ชัยภูมิ/อำเภอชัย/;
    s/อำนาจเจริญ/อ\x{0E4D}\x{0E32}นาจเจริญ/;
    $_ = encode('UTF-8', $_);
});
cmp_ok(attalak('build', $project, '--quiet')->{code}, '<=', 1, 'both spellings build');
$tags = hashtags("$project/site");
my @own = grep { /ของเรา/ } @{ $tags->{360201} };
is("@own", 'อำเภอของเรา', 'two spellings of an own tag are one hashtag');
is(scalar(grep { /อำนาจเจริญ$/ } @{ $tags->{370101} }), 2, 'as they are in names: จังหวัด and อบจ of one word')
  or diag("@{$tags->{370101}}");
# But for the officers' pages, which show what was typed.
my $all = join '', map { decode('UTF-8', slurp("$project/site/$_")) } grep { /\.(html|csv|json|xml)$/ && !m{/check/} } files("$project/site");
unlike($all, qr/\x{0E4D}\x{0E32}/, 'the wrong spelling is nowhere in the site');
done_testing();
