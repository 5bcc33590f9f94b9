#!/usr/bin/perl
# SPDX-License-Identifier: MIT
#
# Thai names stand in the order of the dictionary, on every list of provinces, districts and LAOs:
# compared with Unicode::Collate::Locale, which is no kin of ICU.
use strict;
use warnings;
use utf8;
use Encode qw(decode);
use FindBin;
use lib "$FindBin::Bin/lib";
use Lab;
use Test::More;
use Unicode::Collate::Locale;
binmode $_, ':encoding(UTF-8)' for Test::More->builder->output, Test::More->builder->failure_output;

# Level 2: as ICU's order here, tertiary differences (ำ written in two signs) are cleaned away.
my $thai = Unicode::Collate::Locale->new(locale => 'th');

# A project with all names of the repository and an entry in none: lists of places only.
my $project = sample();
my $out = scratch() . '/site';
cmp_ok(attalak('build', $project, '-o', $out, '--quiet')->{code}, '<=', 1, 'the sample builds');

sub page { return decode('UTF-8', slurp("$out/$_[0]/index.html")) }

# name => path, for the rows of a registry
sub registry {
    my ($file, $field) = @_;
    my ($head, @rows) = split /\n/, decode('UTF-8', slurp("$project/content/registry/$file.csv"));
    my @names = split /,/, $head;
    return map { my %row; @row{@names} = split /,/; \%row } @rows;
}
my @provinces = registry('provinces');
my @districts = registry('districts');
my %is_of = map { $_->{slug} => $_->{code} } @provinces;

# The longest list of links to things of one kind, in the order of the page.
sub sorted_ok {
    my ($names, $what) = @_;
    my @wanted = sort { $thai->cmp($a, $b) } @$names;
    my ($wrong) = grep { $names->[$_] ne $wanted[$_] && $thai->cmp($names->[$_], $wanted[$_]) } 0 .. $#wanted;
    ok(!defined $wrong, "$what (" . @$names . ')')
      or diag("at $wrong: $names->[$wrong], not $wanted[$wrong]");
}

# Provinces within each list of the regions page.
my %province = map { $_->{slug} => $_->{name_th} } @provinces;
my ($lists, $long) = (0, 0);
for my $list (page('th/regions') =~ m{<ul\b.*?</ul>}gs) {
    my @names = map { $province{$_} // () } $list =~ m{href="(?:\.\./)*(?:th/)?([a-z-]+)/"}g;
    next if @names < 2;
    $lists++;
    $long = @names if @names > $long;
    sorted_ok(\@names, 'provinces of a region');
}
cmp_ok($lists, '>=', 6, 'each region has its list');
cmp_ok($long, '>=', 10, 'and the longest is long');

# Districts and LAOs on the page of each province that has any.
for my $slug (sort keys %is_of) {
    my $code = $is_of{$slug};
    my %district = map { $_->{slug} => $_->{name_th} } grep { substr($_->{code}, 0, 2) eq $code } @districts;
    next if keys %district < 2;
    my $page = page("th/$slug");
    my ($seen) = sort { $b <=> $a } map {
        my @names = map { $district{$_} // () } m{href="(?:\.\./)*(?:th/)?$slug/([a-z-]+)/"}g;
        sorted_ok(\@names, "districts of $slug") if @names > 1;
        scalar @names
    } $page =~ m{<(?:ul|ol|tbody)\b.*?</(?:ul|ol|tbody)>}gs;
    is($seen, scalar(keys %district), "all districts of $slug in one list");
}

# LAOs without an entry, by name, on the district's page.
my $laos = 0;
for my $district (@districts) {
    my ($slug) = grep { $is_of{$_} eq substr $district->{code}, 0, 2 } keys %is_of;
    my $page = page("th/$slug/$district->{slug}");
    for my $list ($page =~ m{<ul class="names">.*?</ul>}gs) {
        my @names = map { s/<[^>]*>//gr =~ s/^\s+|\s+$//gr } $list =~ m{<li[^>]*>(.*?)</li>}gs;
        s/^(?:องค์การบริหารส่วน(?:จังหวัด|ตำบล)|เทศบาล(?:นคร|เมือง|ตำบล))// for @names;
        next if @names < 2;
        sorted_ok(\@names, "LAOs of $district->{name_th}");
        $laos += @names;
    }
}
cmp_ok($laos, '>=', 20, "$laos LAOs were looked at");
done_testing();
