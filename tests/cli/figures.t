#!/usr/bin/perl
# SPDX-License-Identifier: MIT
#
# Visitors and income: what is missing is never a zero, in no sum, table, chart or file; a stated zero stays one;
# what cannot be (negative, of a month to come) is nowhere. Then all of it is counted again by another program
# (lib/recount_figures.py), over the sample and over a country with gaps.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use Lab;
use Test::More;

my $recount = "$FindBin::Bin/lib/recount_figures.py";

# March 2024 and 2025 of one LAO; another's income alone and a stated 0; an empty report; a negative
# number; a word; a month that has not come. Nobody states April 2025.
my $reports = <<'END';
lao,month,visitors,income,note
360201,2567-03,1000003,,
360201,2568-03,1000033,,
360201,2568-04,-5,หลายพัน,
360107,2568-03,,70007,
360107,2568-05,0,,
370101,2568-05,,,
360203,2599-01,9999991,9999991,
END

sub rows_of { return map { [split /,/, $_, -1] } split /\r\n/, slurp(shift) =~ s/^\xEF\xBB\xBF//r }

# The cells of the row that begins with this name, in the section of figures.
sub cells {
    my ($page, $name) = @_;
    my ($section) = $page =~ m{<h2 id="figures">(.*)}s or return ('no section');
    my ($row) = $section =~ m{<th scope="row"[^>]*>(?:<a[^>]*>)?\Q$name\E(?:</a>)?</th>(.*?)</tr>}s or return ('no row');
    return map { s/<[^>]*>//gr =~ s/^\s+|\s+$//gr } $row =~ m{<td[^>]*>(.*?)</td>}gs;
}

# `unlike` would print the whole site.
sub lacks { my ($text, $what, $name) = @_; return ok($text !~ $what, $name) || diag('found: ' . substr $text, $-[0] - 200, 300) }

sub strokes { my ($figure, $class) = @_; return $figure =~ m{<div class="plot".*?<path class="$class"[^>]*? d="([^"]*)".*?</div>}s ? $1 =~ tr/M// : 0 }

my $project = project();
unlink glob "$project/content/reports/*";
spill("$project/content/reports/canary.csv", $reports);
is(attalak('build', $project)->{code}, 0, 'the canaries are built');
my $site = "$project/site";

# ---- the file ----
my ($header, @rows) = rows_of("$site/data/figures.csv");
my %at = map { my %row; @row{@$header} = @$_; ("$row{level} $row{code} $row{period} $row{field}" => \%row) } @rows;
my $march = $at{'province 36 2025-03 '};
is("$march->{visitors} $march->{visitors_laos} $march->{income} $march->{income_laos} $march->{laos}", '1000033 1 70007 1 4',
    'March: each of the two figures from one LAO of four');
is("$march->{visitors_both_before} $march->{visitors_both} $march->{visitors_both_laos}", '1000003 1000033 1',
    'against March a year before: over the one LAO that stated both');
is("<$march->{income_both_before}> <$march->{income_both}> $march->{income_both_laos}", '<> <> 0', 'of income nothing can be compared');
my $may = $at{'province 36 2025-05 '};
is("<$may->{visitors}> $may->{visitors_laos} <$may->{income}> $may->{income_laos}", '<0> 1 <> 0', 'May: a stated 0, and no income at all');
my $year = $at{'province 36 FY2568 '};
is("$year->{visitors} $year->{visitors_laos} $year->{income} $year->{income_laos}", '1000033 2 70007 1', 'the fiscal year');
ok(!grep({ / 2025-04 / } keys %at), 'a month that nobody stated has no row');
ok(!grep({ /^(?:province 37|district 37)/ } keys %at), 'a province whose reports are empty has none');
ok(!grep({ $_->{visitors_laos} eq '' || $_->{income_laos} eq '' || !$_->{laos} } values %at), 'each says over how many');

# ---- the pages ----
my %page = map { my $lang = $_; ($lang => slurp("$site/$lang/progress/chaiyaphum/index.html")) } qw(th en);
my %words = (
    en => ['March 2025', 'April 2025', 'May 2025', 'from 1 of 4 LAOs', 'no figure', 'no LAO stated both years', 'Fiscal year 2025'],
    th => ['มีนาคม 2568', 'เมษายน 2568', 'พฤษภาคม 2568', 'จาก 1 ใน 4 แห่ง', 'ไม่มีตัวเลข', 'ไม่มีแห่งใดรายงานทั้งสองปี', 'ปีงบประมาณ 2568'],
);
for my $lang (qw(th en)) {
    my ($march, $april, $may, $from, $none, $no_pair, $fiscal) = @{ $words{$lang} };
    my @march = cells($page{$lang}, $march);
    is_deeply([@march[0, 1, 3]], ["1,000,033 $from", "70,007 $from", $no_pair], "$lang: March");
    like($march[2], qr/^\+0\.0% 1,000,003 → 1,000,033 /, "$lang: against March before");
    is_deeply([cells($page{$lang}, $april)], [$none, $none, $no_pair, $no_pair], "$lang: April says that there is no figure");
    is_deeply([(cells($page{$lang}, $may))[0, 1]], ["0 $from", $none], "$lang: May: the stated 0");
    my ($visitors, $income) = $page{$lang} =~ m{<figure class="chart">(.*?)</figure>}gs;
    is(join(' ', map { strokes($visitors, $_) } qw(bars zeros gaps)), '2 1 12', "$lang: bars, a line for the zero, gaps: visitors");
    is(join(' ', map { strokes($income, $_) } qw(bars zeros gaps)), '1 0 14', "$lang: … income");
    like($visitors, qr/class="chart-key".*\Q$none\E/s, "$lang: the key says what a gap is");
    my ($section) = $page{$lang} =~ m{<h2 id="figures">(.*)}s;
    my @zeros = $section =~ m{<td class="number">0 (<span[^>]*>[^<]*)}g;
    is(scalar(grep { !/ 1 / } @zeros), 0, "$lang: a 0 is only where somebody stated it (" . @zeros . ')');
    my $other = slurp("$site/$lang/progress/amnat-charoen/index.html");
    like($other, qr{<h2 id="figures">[^<]*</h2>\s*<p class="empty">}, "$lang: a province without figures says so");
    unlike($other, qr/sums-table|class="chart"/, "$lang: … and shows no table and no chart");
}
my $entry = slurp("$site/en/chaiyaphum/360107/index.html");
like($entry, qr{<th scope="row">May 2025</th>\s*<td[^>]*>0<.*?not reported}s, 'the entry of the stated 0');
my $everything = join '', map { slurp("$site/$_") } grep { /\.(?:html|csv|json|txt|xml)$/ } files($site);
lacks($everything, qr/9999991|9,999,991/, 'a month that has not come is nowhere');
lacks($everything, qr/\bnan\b(?!\w)|>-?inf</, 'nor is what is no number');
lacks($everything, qr/999,995|999998|1000028/, 'a negative number is in no sum');

# ---- not to be published ----
edit("$project/content/site.yaml", sub { s/publish: yes/publish: no/ });
is(attalak('build', $project)->{code}, 0, 'reports: {publish: no}');
$everything = join '', map { slurp("$site/$_") } grep { /\.(?:html|csv|json|txt|xml)$/ } files($site);
lacks($everything, qr/1000033|1,000,033|70007|70,007/, 'no figure is anywhere');
lacks($everything, qr/id="figures"|figures\.csv/, 'nor a section or a link');
ok(!-e "$site/data/figures.csv", 'nor the file');

# ---- counted again ----
sub recounted {
    my ($what, @arguments) = @_;
    my $said = `python3 '$recount' @arguments 2>&1`;
    is($? >> 8, 0, "$what: counted again") or diag($said);
    diag($said) if $? == 0 && $said !~ /^[1-9]\d* rows and [1-9]\d* rows of pages agree$/;
}

my $sample = sample();
is(attalak('build', $sample)->{code}, 0, 'the sample is built');
recounted('the sample', $sample, "$sample/site");

my $nation = scratch();
my $limit = $ENV{WHOLE} ? '' : '--limit 600'; # all 7,850 in make soak
system("'$top/tests/bench/nation' '$nation' $limit >/dev/null && '$top/tests/bench/reports' '$nation' --months 20") == 0
  or die "no country to count\n";
my @sent = glob "$nation/content/identities/*/*.yaml";
unlink @sent[grep { $_ % 7 == 0 } 0 .. $#sent]; # some have no field yet
is(attalak('build', $nation)->{code}, 0, 'a country with gaps is built');
recounted('the country', $nation, "$nation/site");
like(slurp("$nation/site/data/figures.csv"), qr/^country,TH,[^\n]*,FY2568,none,\d/m, 'figures of LAOs that have no field yet');

edit("$nation/site/data/figures.csv", sub { s/^(province,\d\d,[^,]*,[^,]*,FY2568,,\d+)/${1}0/m });
isnt(system("python3 '$recount' '$nation' '$nation/site' >/dev/null"), 0, 'a wrong sum would be seen');
done_testing();
