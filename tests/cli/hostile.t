#!/usr/bin/perl
# SPDX-License-Identifier: MIT
#
# Every text field of every file holds what breaks other generators: it comes out as text. No page
# loads anything from elsewhere.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use Lab;
use Test::More;

my $attack = q{x</script><script>alert(1)</script><img src=x onerror=alert(2)>'"`{{title}}{{{title}}}<!--]]>--><svg/onload=alert(3)>&lt;&#60;};
my $yaml   = $attack =~ s/'/''/gr;
my $csv    = $attack =~ s/"/""/gr;

# ---- every field that takes text ----

my $project = project();
my $content = "$project/content";
edit("$content/site.yaml", sub {
    s/^title.*/title: {th: '$yaml ก', en: '$yaml t'}/m;
    s/^tagline.*/tagline: {th: '$yaml ข', en: '$yaml g'}/m;
    s/name: \{th: [^}]*\}/name: {th: '$yaml', en: '$yaml'}/;
});
edit("$content/registry/provinces.csv", sub { s/ชัยภูมิ,Chaiyaphum,ภาคตะวันออกเฉียงเหนือ,Northeast/"ชัยภูมิ$csv","$csv","$csv","$csv"/ });
edit("$content/registry/districts.csv", sub { s/บ้านเขว้า,Ban Khwao/"บ้านเขว้า$csv","$csv"/ });
edit("$content/registry/clusters.csv", sub { s/ภาคตะวันออกเฉียงเหนือตอนล่าง 1,Lower Northeastern 1/"$csv","$csv"/ });
edit("$content/registry/laos.csv", sub { s/บ้านเขว้า,Ban Khwao/"บ้านเขว้า$csv","$csv"/ });
spill("$content/provinces/chaiyaphum.yaml", join '', map { "$_: {th: '$yaml', en: '$yaml'}\n" } qw(slogan identity intro));
spill("$content/clusters/13.yaml", join '', (map { "$_: {th: '$yaml', en: '$yaml'}\n" } qw(identity intro)),
    "goals: [{th: '$yaml', en: '$yaml'}]\nprojects: [{name: {th: '$yaml', en: '$yaml'}, url: https://example.go.th/}]\n");
edit("$content/identities/360201.yaml", sub {
    s/^(name|summary|story):.*/$1: {th: '$yaml', en: '$yaml'}/mg;
    s/^  address:.*/  address: {th: '$yaml', en: '$yaml'}\n  directions: {th: '$yaml', en: '$yaml'}/m;
    s/^  fee:.*/  fee: {th: '$yaml', en: '$yaml'}/m;
    s/hours: .*/hours: 'Mo-Fr 08:30-16:30 "<script>alert(4)<\/script>"'/;
    s/^    enter.door_cm.*/    people.contact: '$yaml'\n    safety.hazards: '$yaml'\n  notes: {enter.stepfree: {th: '$yaml', en: '$yaml'}}\n  note: {th: '$yaml', en: '$yaml'}/m;
    s/^sources:.*/sources: [{title: {th: '$yaml', en: '$yaml'}, url: https:\/\/example.go.th\/}]/m;
    $_ .= "buy: [{name: {th: '$yaml', en: '$yaml'}, url: https://example.go.th/}]\n"
      . "videos: [{url: https://www.youtube.com/watch?v=x, title: {th: '$yaml', en: '$yaml'}}]\n"
      . "safety: {note: {th: '$yaml', en: '$yaml'}}\n";
});
edit("$content/reports/2568.csv", sub { s/20000,$/20000,"$csv"/m });
spill("$content/pages/about.$_.md", "# $attack\n\n$attack\n\n[$attack](javascript:alert(5)) ![x](https://evil.example/x.png)\n") for qw(th en);
for my $lang (qw(th en)) {
    edit("$content/words/$lang.yaml", sub { s/^(  home: ).*/$1'$yaml'/m });
}
my $run = attalak('build', $project);
cmp_ok($run->{code}, '<=', 1, 'it builds') or diag($run->{err});
like($run->{err}, qr/3 entries published, 0 held back/, 'and holds nothing back') or diag($run->{err});

# ---- what stands in the pages ----

my $site  = "$project/site";
my @pages = grep { /\.html$/ } files($site);
cmp_ok(scalar(@pages), '>', 40, @pages . ' pages');
my (@scripts, @handlers, @foreign, @left, @schemes);
for my $path (@pages) {
    my $page = slurp("$site/$path");
    my $data = () = $page =~ /<script type="application\/ld\+json">/g;
    my $own  = () = $page =~ /<script\b[^>]*\bsrc="(?!https?:|\/\/)[^"]*"/g;
    my $all  = () = $page =~ /<script/gi;
    push @scripts, $path if $all != $data + $own;
    $page =~ s{<script type="application/ld\+json">.*?</script>}{}gs;
    my $bare = $page =~ s/="[^"]*"/=""/gr; # in quotes it is a value
    push @handlers, $path if $bare =~ /<[a-z][^<>]*\son[a-z]+\s*=/i || $bare =~ /<(?:svg\/|img src=x)/i;
    push @left,     $path if $page =~ /<!--(?!\[if)|\]\]>-->/;
    push @schemes,  $path if $page =~ /(?:href|src|action)="\s*(?:javascript|data|vbscript):/i;
    # What a browser fetches by itself, unlike a link that somebody follows.
    push @foreign, "$path: $1" while $page =~ m{<(?:img|script|iframe|audio|video|source|embed|object|track)\b[^>]*\b(?:src|data|srcset)="((?:https?:)?//[^"]*)}gi;
    push @foreign, "$path: $2" while $page =~ m{<link\b[^>]*\brel="(stylesheet|icon|preload|manifest|prefetch|preconnect|dns-prefetch|modulepreload)"[^>]*\bhref="((?:https?:)?//[^"]*)}gi;
}
is("@scripts",  '', 'no script but the data of JSON-LD and our own files');
is("@handlers", '', 'no handler, no image of theirs');
is("@left",     '', 'no comment of theirs');
is("@schemes",  '', 'no link that runs');
is("@foreign",  '', 'nothing is fetched from elsewhere');
my $entry = slurp("$site/en/chaiyaphum/360201/index.html");
like($entry, qr/\{\{title\}\}\{\{\{title\}\}\}/, 'what looks like a template is text');
like($entry, qr/x&lt;\/script&gt;&lt;script&gt;alert\(1\)/, 'what looks like markup is text');
like($entry, qr/&amp;lt;&amp;#60;/, 'what looks escaped stays what was typed');
my ($json) = $entry =~ m{<script type="application/ld\+json">(.*?)</script>}s;
ok(eval { require JSON::PP; JSON::PP->new->utf8->decode($json) }, 'JSON-LD is whole') or diag($@);
unlike($json, qr{</|<!--}, 'and cannot be left');
unlike(slurp("$site/$_"), qr/url\((?!["']?(?:data:|[\w.\/-]))|\@import\s+(?:url\()?["']?(?:https?:)?\/\//, "$_ loads nothing foreign")
  for grep { /\.css$/ } files($site);

# ---- what stands in the data ----

ok(eval { JSON::PP->new->utf8->decode(slurp("$site/$_")) }, "$_ is JSON") or diag($@)
  for grep { /\.(?:json|geojson|webmanifest)$/ } files($site);
SKIP: {
    skip 'no xmllint', 1 if system 'xmllint --version >/dev/null 2>&1';
    my @xml = map { "'$site/$_'" } grep { /\.xml$/ } files($site);
    is(`xmllint --noout @xml 2>&1`, '', @xml . ' XML files are well-formed');
}

# ---- a spreadsheet that opens the CSV runs nothing: limits.md B14 ----

$project = project();
my $n = 0;
my @formulas = ('=cmd|calc', '+1+1', '-1+1', '@SUM(A1)');
for my $formula (@formulas) {
    edit("$project/content/identities/360201.yaml", sub { s/^summary:.*/summary: {th: "$formula", en: "$formula"}/m });
    my $built = attalak('build', $project);
    cmp_ok($built->{code}, '<=', 1, "$formula is a summary") or diag($built->{err});
    my @cells = slurp("$project/site/data/identities.csv") =~ /(?:^|,)"?([^,"\n]*\Q$formula\E)/mg;
    is(scalar(grep { /^[=+\-@]/ } @cells), 0, 'no cell begins with it');
    like(slurp("$project/site/data/identities.json"), qr/"\Q$formula\E"/, 'the exact data has it as typed');
    $n += @cells;
}
cmp_ok($n, '>=', 2 * @formulas, 'they were all looked at');
done_testing();
