#!/usr/bin/perl
# SPDX-License-Identifier: MIT
#
# What an edit changes, to the file: its own pages, the lists that show it, its data, manifest.txt,
# and not one more. The project is made here, and the sets are derived from what was made, never from
# the pages: who is in which list, who is nearest to whom, who comes next.
use strict;
use warnings;
use utf8;
use Encode qw(decode encode);
use FindBin;
use lib "$FindBin::Bin/lib";
use Lab;
use Test::More;
use Tree;
binmode $_, ':encoding(UTF-8)' for Test::More->builder->output, Test::More->builder->failure_output;

# As the pages have it (site.md): so many in each list, and who is near.
use constant { HOME => 6, FIELD => 12, FEED => 50, NEAREST => 6, EACH => 8, RADIUS => 6371.0088 };
use constant { SOUTH => 5.6, WEST => 97, CELL => 1.75 };    # the squares of what is near

my @fields    = qw(food historic arts product);
my @languages = qw(th en);
my %province  = (
    36 => { slug => 'chaiyaphum',    at => [15.8, 102.0], cluster => 13, names => 'ชัยภูมิ,Chaiyaphum,ภาคตะวันออกเฉียงเหนือ,Northeast' },
    37 => { slug => 'amnat-charoen', at => [15.9, 104.6], cluster => 14, names => 'อำนาจเจริญ,Amnat Charoen,ภาคตะวันออกเฉียงเหนือ,Northeast' },
    50 => { slug => 'chiang-mai',    at => [18.8, 98.9],  cluster => 14, names => 'เชียงใหม่,Chiang Mai,ภาคเหนือ,North' },
    83 => { slug => 'phuket',        at => [7.9,  98.35], cluster => 14, names => 'ภูเก็ต,Phuket,ภาคใต้,South' },
);

# ---- the world: 4 provinces of 2 districts of 8 LAOs, an entry each ----

sub entry {
    my ($number, $code, $district, $place) = @_;
    my $at = $province{$code}{at};
    my $in = ($district - 1) * EACH + $place;
    return {
        number => $number, province => $code, district => "$code" . "0$district", key => "${code}0${district}0$place",
        lat  => sprintf('%.5f', $at->[0] + 0.011 * $in), lon => sprintf('%.5f', $at->[1] + 0.013 * ($in * 7 % 11)),
        name => { th => sprintf('ของดี %02d', $number), en => sprintf('Pride %02d', $number) },
        summary => { th => "คำบอก $number", en => "Words of $number" }, story => "เรื่อง $number",
        field => $fields[$number % 4], tag => 'ลาย' . $number % 8, phone => sprintf('0 4481 %04d', $number),
        updated => sprintf('2568-0%d-%02d', 1 + $number / 25, 1 + $number % 25),
        access => $number % 2, month => '2568-03',
    };
}

my @entries;
for my $code (sort keys %province) {
    for my $district (1, 2) {
        push @entries, entry(($#entries + 1) * 37 % 64, $code, $district, $_) for 1 .. EACH;
    }
}
my ($first) = grep { $_->{number} == 60 } @entries;    # home, its field, the feed
my ($middle) = grep { $_->{number} == 22 } @entries;   # the feed alone
my ($old) = grep { $_->{number} == 3 } @entries;       # none of them

my $project = project();
my $content = "$project/content";
my $site    = "$project/site";

sub write_file { my ($path, $text) = @_; spill("$content/$path", encode('UTF-8', $text)) }

sub write_registry {
    write_file('registry/provinces.csv', join '', "code,slug,name_th,name_en,region_th,region_en,cluster\n",
        map { "$_,$province{$_}{slug},$province{$_}{names},$province{$_}{cluster}\n" } sort keys %province);
    my %district = map { $_->{district} => 1 } @entries;
    write_file('registry/districts.csv', join '', "code,slug,name_th,name_en\n",
        map { "$_,d$_,เขต$_,District $_\n" } sort keys %district);
    write_file('registry/laos.csv', join '', "code,type,name_th,name_en,district,lat,lon,website\n",
        map { "6$_->{key},sao,ตำบล$_->{key},Place $_->{key},$_->{district},$_->{lat},$_->{lon},\n" } @entries);
}

sub yaml_path { return "identities/$_[0]{key}.yaml" }

sub write_entry {
    my ($e) = @_;
    my $access = $e->{access} ? "access: {checked: 2568-01-01, by: lao, method: seen, features: {enter.stepfree: yes}}\n" : '';
    write_file(yaml_path($e), <<"END");
lao: $e->{key}
category: $e->{field}
name: {th: $e->{name}{th}, en: $e->{name}{en}}
summary: {th: $e->{summary}{th}, en: $e->{summary}{en}}
story: {th: $e->{story}, en: A story}
tags: [$e->{tag}]
contact: {phone: $e->{phone}}
${access}sources: [{title: Demonstration, url: "https://example.go.th/"}]
updated: $e->{updated}
END
}

sub write_reports {
    write_file('reports/2568.csv', join '', "lao,month,visitors,income,note\n",
        map { "$_->{key},$_->{month},1$_->{number},2$_->{number},\n" } @entries);
}

sub write_world {
    system 'rm', '-rf', map { "$content/$_" } qw(identities reports sheets provinces);
    write_registry();
    write_entry($_) for @entries;
    write_reports();
    write_file('provinces/chaiyaphum.yaml', "slogan: {th: คำขวัญ, en: The slogan}\n");
    write_file('tables.yaml', '');
}

# ---- who is where ----

sub latest {
    my ($limit, @of) = @_;
    my @sorted = sort { $b->{updated} cmp $a->{updated} || $a->{key} cmp $b->{key} } @of;
    return map { $_->{key} => 1 } @sorted[0 .. ($limit < @sorted ? $limit : @sorted) - 1];
}

sub kilometres {
    my ($x, $y) = @_;
    my $degree = atan2(1, 1) / 45;
    my ($dlat, $dlon) = map { ($x->{$_} - $y->{$_}) * $degree } qw(lat lon);
    my $h = sin($dlat / 2)**2 + cos($x->{lat} * $degree) * cos($y->{lat} * $degree) * sin($dlon / 2)**2;
    return 2 * RADIUS * atan2(sqrt $h, sqrt(1 - $h));
}

sub nearest {
    my ($of) = @_;
    my @others = sort { kilometres($of, $a) <=> kilometres($of, $b) } grep { $_ != $of } @entries;
    return @others[0 .. NEAREST - 1];
}

# Those whose page names this entry: it is near, or comes before or after in the district (by name,
# and names end in their numbers).
sub pages_that_name {
    my ($e) = @_;
    my @near = grep { my $other = $_; grep { $_ == $e } nearest($other) } grep { $_ != $e } @entries;
    my @district = sort { $a->{number} <=> $b->{number} } grep { $_->{district} eq $e->{district} } @entries;
    my ($at) = grep { $district[$_] == $e } 0 .. $#district;
    my @turn = map { $at + $_ < 0 ? () : $district[ $at + $_ ] // () } -1, 1;
    my %seen;
    return grep { !$seen{ $_->{key} }++ } @near, @turn;
}

sub slug { return $province{ $_[0]{province} }{slug} }

# ---- files ----

sub in_each { my @paths = @_; return map { my $lang = $_; map { "$lang/$_" } @paths } @languages }
sub page_of { my ($e) = @_; return slug($e) . "/$e->{key}/index.html" }

# The page of a tag is found by its heading: its address is a hash.
my %tag_page;
sub find_tags {
    for my $path (grep { m{^th/tag/} } files($site)) {
        my ($tag) = decode('UTF-8', slurp("$site/$path")) =~ m{<h1[^>]*><span class="hash">#</span>([^<]+)} or next;
        $tag_page{$tag} = $path =~ s{^th/}{}r;
    }
}

# Tags of places have the place's page, and the site's have the first page; of the others, this entry's own.
sub tags_of { my ($e) = @_; return $tag_page{ $e->{tag} } // die encode('UTF-8', "no page of #$e->{tag}\n") }

# Lists of whole cards.
sub lists_of {
    my ($e) = @_;
    my $slug = slug($e);
    my %home  = latest(HOME, @entries);
    my %field = latest(FIELD, grep { $_->{field} eq $e->{field} } @entries);
    my %feed  = latest(FEED, @entries);
    return (
        "$slug/index.html", "$slug/$e->{field}/index.html", "$slug/d$e->{district}/index.html", tags_of($e),
        $home{ $e->{key} }  ? 'index.html'             : (),
        $field{ $e->{key} } ? "$e->{field}/index.html" : (),
        $feed{ $e->{key} }  ? 'feed.xml'               : (),
    );
}

sub json_of { my ($e) = @_; return ('data/identities.json', 'data/' . slug($e) . '.json') }
sub csv_of  { my ($e) = @_; return ('data/identities.csv', 'data/' . slug($e) . '.csv') }
sub trip_of { my ($e) = @_; return "data/trip/$e->{province}.json" }

# What a search reads, and what is near: with few provinces each has its own file of summaries and of stories.
sub prose_of { my ($kind, $e, @in) = @_; return map { "data/search/$kind-$_-$e->{province}.txt" } @in }
sub summaries_of { return prose_of('summaries', @_) }
sub stories_of   { return prose_of('stories',   @_) }

sub cell_of {
    my ($e) = @_;
    my ($row, $column) = (int(($e->{lat} - SOUTH) / CELL), int(($e->{lon} - WEST) / CELL));
    return map { "data/near/$_-$row-$column.json" } @languages;
}
sub named_of { my ($e) = @_; return (cell_of($e), trip_of($e), map { "data/search/names-$_.txt" } @languages) }

sub officers { my ($e) = @_; return 'check/' . slug($e) . '/index.html' }

sub progress_of { my ($e) = @_; return 'progress/index.html', 'progress/' . slug($e) . '/index.html' }

# Where it is named or counted: what changes when it comes or goes.
sub counted {
    my ($e) = @_;
    my $slug = slug($e);
    return (
        in_each(page_of($e), lists_of($e), 'index.html', 'near/index.html', 'search/index.html', 'regions/index.html', 'access/index.html', 'check/index.html',
            progress_of($e), "regions/$province{$e->{province}}{cluster}/index.html", "$e->{field}/index.html",
            (map { "$slug/$_/index.html" } @fields, 'access'), officers($e), map { page_of($_) } pages_that_name($e)),
        json_of($e), csv_of($e), 'data/identities.geojson', 'data/facets.json', named_of($e),
        'counters.json', 'embed/index.html', "embed/$slug/index.html", (map { "data/$_.csv" } qw(coverage progress rounds figures)),
        summaries_of($e, @languages), stories_of($e, @languages), 'data/search/tags.txt', 'data/search/points.txt', map { "sitemap-$_.xml" } @languages,
    );
}

# ---- building ----

sub build {
    my $run = attalak('build', $project, '--lang', 'en', '--allow-shrink');
    is($run->{code}, 0, 'it builds') or BAIL_OUT($run->{err});
    return $run->{err};
}

# Builds, and compares what changed with what should.
sub changes_ok {
    my ($name, @expected) = @_;
    my $before = tree($site);
    my $said   = build();
    my $after  = tree($site);
    my %all    = map { $_ => 1 } grep { ($before->{$_} // $after->{$_})->{kind} eq 'f' && $_ ne MARKER } keys %$before, keys %$after;
    my @changed = sort grep { !is_same_file($before->{$_}, $after->{$_}) } keys %all;
    my %expected = map { $_ => 1 } @expected, @expected ? MANIFEST : ();
    is_deeply(\@changed, [sort keys %expected], "$name: " . keys(%expected) . ' files change') or diag(difference(\@changed, \%expected));
    my $gone = grep { !$after->{$_} } @changed;
    my $told = @expected ? @changed - $gone . ' written, ' . (keys(%$before) ? "[0-9]+ unchanged, $gone removed" : '') : 'nothing changed';
    like($said, qr/$told/, "$name: it says so");
}

sub difference {
    my ($changed, $expected) = @_;
    my %changed = map { $_ => 1 } @$changed;
    return join "\n", (map { "changed too: $_" } grep { !$expected->{$_} } @$changed),
      map { "unchanged: $_" } grep { !$changed{$_} } sort keys %$expected;
}

write_world();
build();
find_tags();
changes_ok('nothing');
utime 1, 1, "$content/" . yaml_path($old);
changes_ok('a new time');

# ---- an entry ----

for my $e ($first, $middle, $old) {
    my $own = "entry $e->{number}";

    $e->{summary} = { map { $_ => "$e->{summary}{$_} ใหม่" } @languages };
    write_entry($e);
    changes_ok("$own, its summary", in_each(page_of($e), lists_of($e), officers($e)), json_of($e), csv_of($e),
        summaries_of($e, @languages));

    $e->{summary}{en} .= ' new';
    write_entry($e);
    changes_ok("$own, its English summary", (map { "en/$_" } page_of($e), lists_of($e), officers($e)), json_of($e), csv_of($e),
        summaries_of($e, 'en'));

    $e->{name} = { map { $_ => "$e->{name}{$_} x" } @languages };
    write_entry($e);
    changes_ok("$own, its name", in_each(page_of($e), lists_of($e), officers($e), slug($e) . '/access/index.html',
        map { page_of($_) } pages_that_name($e)), json_of($e), csv_of($e), named_of($e), 'data/identities.geojson');

    $e->{story} .= ' ใหม่';
    write_entry($e);
    changes_ok("$own, its story", "th/" . page_of($e), json_of($e), stories_of($e, 'th'));

    $e->{phone} =~ s/0$|[1-9]$/9/ or $e->{phone} =~ s/9$/8/;
    $e->{phone} =~ s/4481/4482/;
    write_entry($e);
    changes_ok("$own, its phone", in_each(page_of($e)), json_of($e), csv_of($e), trip_of($e));

    $e->{month} = '2568-04';
    write_reports();
    changes_ok("$own, a month of its figures", in_each(page_of($e), progress_of($e)), 'data/reports.csv', 'data/figures.csv');

    unlink "$content/" . yaml_path($e);
    changes_ok("$own goes", counted($e));
    write_entry($e);
    changes_ok("$own comes", counted($e));
}

write_file('provinces/chaiyaphum.yaml', "slogan: {th: คำขวัญ, en: Another slogan}\n");
changes_ok('an introduction', 'en/chaiyaphum/index.html');

# ---- a word of a template: all pages of its kind ----

system('cp', '-rL', "$project/templates", "$project/own") == 0 && unlink("$project/templates")
  && rename "$project/own", "$project/templates" or BAIL_OUT('templates');

my @slugs     = map { $_->{slug} } values %province;
my %districts = map { $_->{district} => slug($_) } @entries;
my @entry_pages    = in_each(map { page_of($_) } @entries);
my @district_pages = in_each(map { "$districts{$_}/d$_/index.html" } keys %districts);
my @province_pages = in_each(map { "$_/index.html" } @slugs);
my @part_pages     = in_each(map { my $slug = $_; map { "$slug/$_/index.html" } @fields } @slugs);
my @field_pages    = in_each(map { "$_/index.html" } @fields);
my @tag_pages      = in_each(values %tag_page);
my %kind = (
    'gate.html' => ['index.html'], '404.html' => ['404.html'], 'home.html' => [in_each('index.html')],
    'category.html' => \@field_pages, 'access.html' => [in_each('access/index.html')],
    'regions.html' => [in_each('regions/index.html')], 'cluster.html' => [in_each(map { "regions/$_/index.html" } 13, 14)],
    'province.html' => \@province_pages, 'province-category.html' => \@part_pages,
    'province-access.html' => [in_each(map { "$_/access/index.html" } @slugs)], 'district.html' => \@district_pages,
    'entry.html' => \@entry_pages, 'tag.html' => \@tag_pages, 'text.html' => [in_each('pages/about/index.html')],
    'rules.html' => [in_each('check/rules/index.html')], 'near.html' => [in_each('near/index.html')],
    'search.html' => [in_each('search/index.html')], 'trip.html' => [in_each('trip/index.html')],
    'offline.html' => [in_each('offline/index.html')], 'entry/sign.html' => \@entry_pages, 'check.html' => [in_each('check/index.html')],
    'check-province.html' => [in_each(map { "check/$_/index.html" } @slugs)],
    'progress.html' => [in_each('progress/index.html')],
    'progress-province.html' => [in_each(map { "progress/$_/index.html" } @slugs)],
    'entry.jsonld.json' => \@entry_pages, 'robots.txt' => ['robots.txt'],
    'security.txt' => ['security.txt', '.well-known/security.txt'], 'feed.xml' => [in_each('feed.xml')],
    'identities.json' => ['data/identities.json', map { "data/$_.json" } @slugs],
    'parts/card.html' => [in_each('index.html'), @field_pages, @province_pages, @part_pages, @district_pages, @tag_pages],
);
for my $template (sort keys %kind) {
    my $path = "$project/templates/$template";
    my $html = $template =~ /html$/;
    edit($path, sub { $html ? s/<(?:main|div|li|article|p|h1)\b/$& data-new=""/ : s/([^}\s])\n/$1 \n/ || s/\n(?=\S)/\n /; });
    changes_ok("a word of $template", @{ $kind{$template} });
}

# A word of the interface that every page has in English.
edit("$content/words/en.yaml", sub { s/^  skip: .*/  skip: To the content/m });
changes_ok('a word of every page in English', grep { /^en\/.*\.html$/ } files($site));
done_testing();
