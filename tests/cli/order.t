#!/usr/bin/perl
# SPDX-License-Identifier: MIT
#
# Thai names stand in the order of the dictionary, on every list of provinces, districts and LAOs,
# of the sample and of the whole country: compared with Unicode::Collate::Locale, no kin of ICU.
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

my $thai = Unicode::Collate::Locale->new(locale => 'th');
my %key;

# Names that the dictionary does not part (ลาดใหญ่ twice) may stand either way.
sub sorted_ok {
    my ($names, $what) = @_;
    my ($wrong) = grep {
        ($key{ $names->[$_ - 1] } //= $thai->getSortKey($names->[$_ - 1]))
          gt ($key{ $names->[$_] } //= $thai->getSortKey($names->[$_]))
    } 1 .. $#$names;
    return 1 if !defined $wrong;
    diag("$what: $names->[$wrong] comes after $names->[$wrong - 1]");
    return 0;
}

sub page {
    my ($site, $path) = @_;
    return decode('UTF-8', slurp("$site/$path/index.html"));
}

sub registry {
    my ($project, $file) = @_;
    my ($head, @rows) = split /\n/, decode('UTF-8', slurp("$project/content/registry/$file.csv"));
    my @names = split /,/, $head;
    return map { my %row; @row{@names} = split /,/; \%row } @rows;
}

# What the links of one list lead to, by their names; [] when it is another list.
sub linked {
    my ($list, $prefix, $names) = @_;
    return [map { $names->{$_} // () } $list =~ m{href="(?:\.\./)*(?:th/)?$prefix([a-z0-9-]+)/(?:index\.html)?"}g];
}

my $lists = qr{<(?<tag>ul|ol|tbody)\b(?:(?!<\k<tag>\b).)*?</\k<tag>>}s;

sub check_provinces {
    my ($site, $provinces) = @_;
    my %name = map { $_->{slug} => $_->{name_th} } @$provinces;
    my ($seen, $good) = (0, 1);
    my $page = page($site, 'th/regions');
    while ($page =~ /($lists)/g) {
        my $names = linked($1, '', \%name);
        next if @$names < 2;
        $seen += @$names;
        $good &= sorted_ok($names, 'provinces');
    }
    ok($good, 'provinces stand in order');
    cmp_ok($seen, '>=', 70, "$seen of them");
}

sub check_districts {
    my ($site, $provinces, $districts) = @_;
    my ($seen, $good) = (0, 1);
    for my $province (@$provinces) {
        my %name = map { $_->{slug} => $_->{name_th} }
          grep { substr($_->{code}, 0, 2) eq $province->{code} } @$districts;
        next if keys %name < 2;
        my $page = page($site, "th/$province->{slug}");
        my $most = 0;
        while ($page =~ /($lists)/g) {
            my $names = linked($1, "$province->{slug}/", \%name);
            $good &= sorted_ok($names, "districts of $province->{name_th}") if @$names > 1;
            $most = @$names if @$names > $most;
        }
        diag("$province->{name_th}: $most of " . keys(%name) . ' districts') if $most != keys %name;
        $good &= $most == keys %name;
        $seen += $most;
    }
    ok($good, "districts stand in order, all of a province in one list ($seen)");
    return $seen;
}

# LAOs without an entry, by full name, on their district's page: they are sorted by bare name.
sub check_laos {
    my ($site, $provinces, $districts) = @_;
    my %slug = map { $_->{code} => $_->{slug} } @$provinces;
    my ($seen, $good) = (0, 1);
    for my $district (@$districts) {
        my $page = page($site, 'th/' . $slug{ substr $district->{code}, 0, 2 } . "/$district->{slug}");
        my ($list) = $page =~ m{<ul class="names">(.*?)</ul>}s or next;
        my @names = map { s/<[^>]*>//gr =~ s/^\s+|\s+$//gr } $list =~ m{<li[^>]*>(.*?)</li>}gs;
        s/^(?:องค์การบริหารส่วน(?:จังหวัด|ตำบล)|เทศบาล(?:นคร|เมือง|ตำบล))// for @names;
        $good &= sorted_ok(\@names, "LAOs of $district->{name_th}");
        $seen += @names;
    }
    ok($good, "LAOs stand in order ($seen)");
    return $seen;
}

sub check_all {
    my ($project, $site) = @_;
    my @provinces = registry($project, 'provinces');
    my @districts = registry($project, 'districts');
    check_provinces($site, \@provinces);
    return (check_districts($site, \@provinces, \@districts), check_laos($site, \@provinces, \@districts));
}

my $project = sample();
my $site    = scratch() . '/site';
cmp_ok(attalak('build', $project, '-o', $site, '--quiet')->{code}, '<=', 1, 'the sample builds');
my ($districts, $laos) = check_all($project, $site);
cmp_ok($districts, '>=', 20, 'districts were looked at');
cmp_ok($laos,      '>=', 20, 'LAOs were looked at');

# The country without an entry: each of its LAOs is in a list of those that are still awaited.
SKIP: {
    my $country = scratch();
    skip 'no country', 7
      if system "'$top/tests/bench/nation' '$country' >/dev/null 2>&1" || !-s "$country/content/registry/laos.csv";
    system 'rm', '-rf', "$country/content/identities", "$country/content/reports";
    -e "$country/$_" or symlink "$top/$_", "$country/$_" for qw(templates assets);
    my $run = attalak('build', $country, '-o', "$country/site", '--quiet');
    cmp_ok($run->{code}, '<=', 1, 'the country builds') or diag(substr $run->{err}, 0, 2000);
    my $expected = () = slurp("$country/content/registry/laos.csv") =~ /\n(?=.)/g;
    ($districts, $laos) = check_all($country, "$country/site");
    cmp_ok($districts, '>=', 870, 'all districts, but of one-district provinces');
    cmp_ok($laos, '>=', $expected - 100, "of $expected LAOs");
}
done_testing();
