#!/usr/bin/perl
# SPDX-License-Identifier: MIT
#
# attalak diff: 600 LAOs are built, 300 of them are changed in known ways (withdrawn, sent for the first
# time, one to three fields of another text, new hosts), built again; the diff tells exactly these, in JSON
# with every value, in text and in HTML the same. Then: edges, and folders that are no whole site.
#
#     SEED=7 CHANGES=1000 prove tests/cli/diff.t
#     NATION=1 CHANGES=4000 prove tests/cli/diff.t      the whole country, and the time that it takes
use strict;
use warnings;
use utf8;
use FindBin;
use lib "$FindBin::Bin/lib";
use Encode qw(decode_utf8 encode_utf8);
use JSON::PP;
use Lab;
use List::Util qw(shuffle sum0);
use Test::More;
binmode Test::More->builder->$_, ':encoding(UTF-8)' for qw(output failure_output);

my $seed = $ENV{SEED} || 1;
my $many = $ENV{CHANGES} || 300;
srand $seed;
note("SEED=$seed CHANGES=$many");
my $room = scratch();

# The building of sites is not what is tested here: by the release build where there is one.
my $builder = "$top/.build/attalak";
$builder = program() unless -x $builder;

sub build {
    my ($project, $site, @options) = @_;
    my $said = `'$builder' build '$project' -o '$site' --quiet --allow-shrink --allow-new-hosts @options 2>&1`;
    BAIL_OUT("build: $said") if $? >> 8 > 1;
    return $site;
}

# ---- one diff in its three forms ----

sub text_of { return decode_utf8(attalak('diff', @_)->{out}) }

sub json_of {
    my (@sites) = @_;
    my $run = attalak('diff', @sites, '--format', 'json', '--lang', 'en');
    my $json = eval { decode_json($run->{out}) };
    ok($json, 'it is JSON') or diag($run->{out}, $run->{err}) or BAIL_OUT('no JSON');
    is($run->{code}, $json->{same} ? 0 : 1, 'the exit code says whether they differ');
    return $json;
}

sub html_of {
    my ($lang, @sites) = @_;
    my $run = attalak('diff', @sites, $top, '--format', 'html', '--lang', $lang);
    is($run->{err}, '', "the page in $lang: nothing to complain of");
    return decode_utf8($run->{out});
}

# {kind => {code => number of fields}}, read back from the other two forms.
sub told_in_text {
    my ($text) = @_;
    my (%told, $code);
    my %kinds = ('+' => 'added', '~' => 'changed', '-' => 'removed');
    for (split /\n/, $text) {
        $told{ $kinds{$1} }{ $code = $2 } = 0 if /^  ([-+~]) (\d{6}) /;
        $told{changed}{$code}++ if /^    \S/ && $code && exists $told{changed}{$code};
        undef $code unless /^ /;
    }
    return \%told;
}

sub told_in_html {
    my ($html) = @_;
    my %told;
    while ($html =~ m{<li class="(added|changed|removed)">\s*<h4><span class="code">(\d+)</span>(.*?)</li>}gs) {
        my ($kind, $code, $rest) = ($1, $2, $3);
        $told{$kind}{$code} = () = $rest =~ /<dt/g;
    }
    return \%told;
}

sub told_in_json {
    my ($json) = @_;
    my %told;
    for my $kind (qw(added changed removed)) {
        $told{$kind}{ $_->{code} } = @{ $_->{fields} // [] } for @{ $json->{$kind} };
    }
    return \%told;
}

# ---- known changes: what is done to the YAML, which fields it makes differ ----

my $number = 0;
sub other_date { my ($date) = @_; $date =~ s/^\d+/$& - 543/er }

# [a pattern, its replacement, {field => [before, after]} of what was matched]; undef: any value.
my @ways = (
    sub { s/^  hours: "(.*)"$/  hours: "Mo-Fr 09:00-17:00"/m ? { hours => [$1, 'Mo-Fr 09:00-17:00'] } : undef },
    sub { s/^facilities: \[parking, toilet\]$/facilities: [parking]/m ? { facilities => ['parking, toilet', 'parking'] } : undef },
    sub { s/^  best_months: .*\n//m ? { best_months => ['1, 11, 12', undef] } : undef },
    sub {
        my %next = (food => 'historic', historic => 'arts', arts => 'product', product => 'food');
        s/^category: (\w+)$/category: $next{$1}/m ? { category => [$1, $next{$1}] } : undef;
    },
    sub { s/^name:\n  th: "(.*)"$/name:\n  th: "$1ใหม่"/m ? { 'name.th' => [$1, "$1ใหม่"] } : undef },
    sub { s/^(name:\n  th: .*\n  en: ")(.*)"$/$1$2 anew"/m ? { 'name.en' => [$2, "$2 anew"] } : undef },
    sub { s/^(summary:\n.*\n  en: ")(.)(.*)"$/$1X$3"/m ? { 'summary.en' => ["$2$3", "X$3"] } : undef },
    sub { s/^  en: \|\n    /$&so /m ? { 'story.en' => [qr/^<p>/, qr/^<p>so /] } : undef },
    sub { s/^tags: \[(.*?), (.*)\]$/tags: [ป้ายใหม่, $2]/m
        ? { tags => ["$1, $2", "ป้ายใหม่, $2"], hashtags => [qr/\Q$1\E/, qr/ป้ายใหม่/] } : undef },
    sub {
        return unless /^  lat: (.*)\n  lon: (.*)$/m;
        my ($lat, $lon, $moved) = ($1 + 0, $2 + 0, $1 + 0.00001);
        s/^  lat: .*$/  lat: $moved/m;
        return { position => ["$lat, $lon", "$moved, $lon"] };
    },
    sub { s/^updated: (.*)$/updated: 2568-01-02/m ? { updated => [other_date($1), '2025-01-02'] } : undef },
    sub { s/^    enter\.door_cm: (\d+)$/    enter.door_cm: 131/m ? { 'access.features.enter.door_cm' => [$1, 131] } : undef },
    sub { s/^place:\n/place:\n  fee: {th: 20 บาท, en: 20 baht}\n/m
        ? { 'fee.th' => [undef, '20 บาท'], 'fee.en' => [undef, '20 baht'] } : undef },
    sub { $number++; s/^place:\n/contact: {website: "https:\/\/web$number.example.net\/a"}\nplace:\n/m
        ? { website => [undef, "https://web$number.example.net/a"] } : undef },
    sub { $number++; s/^place:\n/buy:\n  - {name: {th: ร้าน}, url: "https:\/\/www.shop$number.example.org\/"}\nplace:\n/m
        ? { buy => [undef, "ร้าน https://www.shop$number.example.org/"] } : undef },
);

# One to three of the ways, none twice; those that do not fit this entry are passed over.
sub change_entry {
    my ($path) = @_;
    my %fields;
    local $_ = decode_utf8(slurp($path));
    my $left = 1 + int rand 3;
    for my $way (shuffle @ways) {
        my $made = $way->() or next;
        @fields{ keys %$made } = values %$made;
        last unless --$left;
    }
    spill($path, encode_utf8($_));
    return \%fields;
}

sub is_value {
    my ($got, $wanted) = @_;
    return !defined $got unless defined $wanted;
    return defined $got && (ref $wanted ? $got =~ $wanted : $got eq $wanted);
}

# The first few differences between what was done and what is told.
sub compare_entry {
    my ($code, $told, $done) = @_;
    my %told = map { $_->{field} => [@$_{qw(before after)}] } @$told;
    my @wrong = map { "$code.$_" } grep { !$done->{$_} || !$told{$_} } sort keys %{ { %$done, %told } };
    for my $field (grep { $told{$_} } keys %$done) {
        push @wrong, "$code.$field: $told{$field}[$_]"
          for grep { !is_value($told{$field}[$_], $done->{$field}[$_]) } 0, 1;
    }
    return @wrong;
}

sub first_of { my (@list) = @_; return join "\n", @list[0 .. ($#list < 4 ? $#list : 4)] }

# ---- the country ----

my @nation = $ENV{NATION} ? () : ('--limit', 600);
system("$top/tests/bench/nation '$room/project' @nation >/dev/null") == 0 or BAIL_OUT('tests/bench/nation');
my @all = shuffle sort glob "$room/project/content/identities/*/*.yaml";
my @fresh = splice @all, 0, $many / 15;                  # not there before
my @gone  = splice @all, 0, $many / 15;                  # not there after
my @held  = splice @all, 0, $many / 30;                  # in error after
my %kept  = map { $_ => slurp($_) } @fresh;
unlink @fresh;
my $old = build("$room/project", "$room/old");
spill($_, $kept{$_}) for @fresh;
unlink @gone;
edit($_, sub { s/^category: /category: un/m }) for @held;
my %done = map { m{(\d+)\.yaml$} => change_entry($_) } splice @all, 0, $many - @fresh - @gone - @held;
my $new = build("$room/project", "$room/new");

my $json = json_of($old, $new);
my %codes = map { my $kind = $_; $kind => [sort map { $_->{code} } @{ $json->{$kind} }] } qw(added changed removed);
sub codes { return [sort map { m{(\d+)\.yaml$} } @_] }
is_deeply($codes{added},   codes(@fresh),         "$#fresh more were added");
is_deeply($codes{removed}, codes(@gone, @held),   'those that went, and those that are held back');
is_deeply($codes{changed}, [sort keys %done],     'those that changed, and no others');
my @wrong = map { compare_entry($_->{code}, $_->{fields}, $done{ $_->{code} } // {}) } @{ $json->{changed} };
is(first_of(@wrong), '', 'with these fields, from these values to those');
my %states = map { $_->{code} => $_->{state} } @{ $json->{removed} };
my %wanted = ((map { $_ => 'missing' } @{ codes(@gone) }), (map { $_ => 'held' } @{ codes(@held) }));
is_deeply(\%states, \%wanted, 'what became of those that are gone');
is_deeply([map { $_->{state} } @{ $json->{added} }], [('missing') x @fresh], 'and what the new ones were');

my %hosts;
for my $code (sort keys %done) {
    for my $field (qw(website buy)) {
        my $change = $done{$code}{$field} or next;
        $hosts{$1} = { host => $1, entries => 1, first => $code } if $change->[1] =~ m{https://([^/]+)/};
    }
}
is_deeply($json->{hosts}{added}, [map { $hosts{$_} } sort keys %hosts], scalar(keys %hosts) . ' new hosts');
is_deeply($json->{hosts}{removed}, [], 'none is gone');

my %fields;
$fields{$_}++ for map { keys %$_ } values %done;
is_deeply({ map { @$_{qw(field entries)} } @{ $json->{fields} } }, \%fields, 'how many entries each field changed in');

my %provinces;
for my $province (@{ $json->{provinces} }) {
    my $code = $province->{code};
    my $of = sub { scalar grep { /^$code/ } @{ $codes{ $_[0] } } };
    push @wrong, $code if grep { $province->{$_} != $of->($_) } qw(added changed removed);
    push @wrong, "$code in all" if $province->{after} - $province->{before} != $province->{difference}
      || $province->{difference} != $of->('added') - $of->('removed');
}
is(first_of(@wrong), '', 'the numbers of each province');
is(sum0(map { $_->{before} } @{ $json->{provinces} }), $json->{before}{entries}, 'which are those of the whole');
is($json->{after}{entries}, $json->{before}{entries} + @fresh - @gone - @held, 'before and after');
is_deeply($json->{not_compared}, [], 'everything was compared');
is_deeply($json->{files}{parts}, [], 'no script, no style is another');

for my $lang (qw(th en)) {
    is_deeply(told_in_text(text_of($old, $new, '--lang', $lang)), told_in_json($json), "text in $lang tells the same");
    is_deeply(told_in_html(html_of($lang, $old, $new)), told_in_json($json), "and so does the page");
}
my $text = text_of($old, $new, '--lang', 'en');
is_deeply([sort $text =~ /^  \+ ([\w.-]+\.example\.(?:org|net)) /mg], [sort keys %hosts], 'and the same hosts');
is(text_of($old, $new, '--lang', 'en'), $text, 'twice the same bytes');

my $back = json_of($new, $old);
is_deeply([sort map { $_->{code} } @{ $back->{added} }], $codes{removed}, 'the other way round: added is removed');
my %turned = map { my $e = $_; $e->{code} => { map { $_->{field} => [@$_{qw(after before)}] } @{ $e->{fields} } } } @{ $back->{changed} };
my %straight = map { my $e = $_; $e->{code} => { map { $_->{field} => [@$_{qw(before after)}] } @{ $e->{fields} } } } @{ $json->{changed} };
is_deeply(\%turned, \%straight, 'and before is after');

my $same = attalak('diff', $old, $old, '--lang', 'th');
is($same->{code}, 0, 'the same folder twice: 0');
like(decode_utf8($same->{out}), qr/^ทั้งสองฉบับเหมือนกัน$/m, 'and a sentence that says so');

if ($ENV{NATION}) {
    my ($user, $system) = (times)[2, 3];
    attalak('diff', $old, $new, '--lang', 'en');
    my $taken = (times)[2] + (times)[3] - $user - $system;
    cmp_ok($taken, '<', 2, sprintf 'the country takes %.2f s of both processors', $taken);
    done_testing();
    exit;
}

# ---- what is told once; what only one side has ----

my $project = project();
my $small = build($project, "$room/small");
my $turn = 0;
sub changed {
    my ($file, $change) = @_;
    my $before = slurp("$project/content/$file");
    edit("$project/content/$file", $change);
    my $site = build($project, "$room/other" . $turn++);
    spill("$project/content/$file", $before);
    return $site;
}

my $other = changed('registry/laos.csv', sub { s/^5360201,subdistrict/4360201,town/m });
my $type = json_of($small, $other);
is(join(' ', map { $_->{code} } @{ $type->{changed} }), '360201', 'an LAO of another type: its entry has changed');
is_deeply([grep { $_->{field} eq 'type' } @{ $type->{changed}[0]{fields} }],
    [{ field => 'type', before => 'subdistrict', after => 'town' }], 'from this type to that');
is(@{ $type->{added} } + @{ $type->{removed} }, 0, 'and none was added or removed');
like(text_of($small, $other, '--lang', 'th'), qr/^    ประเภท อปท\.\n      - เทศบาลตำบล\n      \+ เทศบาลเมือง$/m, 'in Thai words');

$other = changed('registry/provinces.csv', sub { s/^36,chaiyaphum/36,chaiya/m });
$type = json_of($small, $other);
is_deeply($type->{places}, [{ kind => 'province', code => '36',
    fields => [{ field => 'slug', before => 'chaiyaphum', after => 'chaiya' }] }], 'another slug is told once');
is_deeply([map { $_->{code} } @{ $type->{changed} }], [], 'and of no entry');
cmp_ok($type->{addresses}{entries}, '>', 0, 'with the pages that moved');

$other = changed('site.yaml', sub { s/^languages: .*/languages: [th]/m });
$type = json_of($small, $other);
is_deeply([map { $_->{code} } @{ $type->{changed} }], [], 'a language less: no entry has changed');
is_deeply([grep { $_->{field} eq 'languages' } @{ $type->{site} }],
    [{ field => 'languages', before => 'th, en', after => 'th' }], 'but the site has');
like("@{ $type->{not_compared} }", qr/language/, 'and it says what it did not compare');

$other = changed('pages/about.en.md', sub { s/\z/\nSee [there](https:\/\/elsewhere.example.org\/).\n/ });
is_deeply(json_of($small, $other)->{hosts}{added}, [{ host => 'elsewhere.example.org', entries => 0, first => undef }],
    'a new host of another page');

sub without {
    my (@files) = @_;
    my $copy = "$room/copy" . $turn++;
    system('cp', '-r', $small, $copy);
    unlink "$copy/$_" or die "$_: $!" for @files;
    return $copy;
}
for (['data/coverage.csv', qr/coverage\.csv/], ['manifest.txt', qr/manifest\.txt/], ['.attalak', qr/\.attalak/]) {
    my ($file, $note) = @$_;
    my $less = json_of($small, without($file));
    ok($less->{same}, "without $file: no difference is made up");
    like("@{ $less->{not_compared} }", $note, 'but it is said');
}

# As the country has it: identities.json without stories, which the provinces' files have.
$other = without();
edit("$other/data/identities.json", sub { s/^"(?:story|buy)": .*\n//mg; s/^"count"/"left_out": "story, buy",\n$&/m });
$type = json_of($small, $other);
ok($type->{same}, 'what identities.json had no room for is read from the provinces') or diag(explain($type));
unlink "$other/data/chaiyaphum.json";
$type = json_of($small, $other);
ok($type->{same}, 'without those nothing is called removed');
like("@{ $type->{not_compared} }", qr/story, buy/, 'but named as not compared');

# ---- no site, no whole site ----

sub refused {
    my ($name, $code, $says, @arguments) = @_;
    my $run = attalak('diff', @arguments);
    is($run->{code}, $code, "$code: $name") or diag($run->{err});
    like(decode_utf8($run->{err}), $says, 'and a sentence that says why');
    is($run->{out}, '', 'nothing else');
}
my @en = ('--lang', 'en');
refused('no operands',         2, qr/two built sites/, @en);
refused('one operand',         2, qr/two built sites/, $small, @en);
refused('four operands',       2, qr/two built sites/, $small, $small, $top, $top, @en);
refused('no such folder',      2, qr{nowhere: cannot be opened}, $small, "$room/nowhere", @en);
refused('a file',              2, qr{cannot be opened}, "$small/manifest.txt", $small, @en);
refused('a folder of content', 2, qr{not a site that attalak built}, $project, $small, @en);
refused('the same in Thai',    2, qr{ไม่ใช่เว็บไซต์ที่ attalak สร้าง}, $project, $small, '--lang', 'th');
refused('another format',      2, qr/--format takes/, $small, $small, '--format', 'csv');
refused('another language',    2, qr/--lang takes/, $small, $small, '--lang', 'fr');
refused('no templates',        2, qr/templates/, $small, $small, "$room/nowhere", '--format', 'html');
refused('nowhere to write',    4, qr/no such|No such/, $small, $small, '-o', "$room/no/such/file", @en);

my $damaged = without();
sub damage {
    my ($name, $file, $bytes, $says) = @_;
    my $whole = slurp("$damaged/$file");
    spill("$damaged/$file", $bytes);
    refused($name, 2, $says, $small, $damaged, @en);
    spill("$damaged/$file", $whole);
}
damage('an empty file',         'data/identities.json', '', qr{identities\.json ends too early, at line 1});
damage('another JSON',          'data/identities.json', '{"a": 1}', qr/not of the form/);
damage('a login page',          'data/identities.json', '<!DOCTYPE html>', qr/damaged at line 1/);
damage('endless depth',         'data/identities.json', '[' x 100_000, qr/damaged/);
damage('not UTF-8',             'data/identities.json', "{\"identities\": [\"\xFF\"]}", qr/damaged/);
damage('a line that is none',   'manifest.txt', "../../etc/passwd\t1\tx\n", qr/line 1 of manifest\.txt/);
damage('a table that is none',  'data/coverage.csv', "code,\"sta\n", qr/table/);
damage('an entry that was lost', 'data/identities.json', '{"identities": []}', qr/lacks the entry of 3\d{5}/);
damage('a site being built',    '.attalak', "attalak: this folder is being worked on\n", qr/being worked on/);
unlink "$damaged/data/identities.json";
symlink '/etc/passwd', "$damaged/data/identities.json";
refused('a link', 2, qr/cannot be read/, $small, $damaged, @en);
unlink "$damaged/data/identities.json";
system('mkfifo', "$damaged/data/identities.json");
refused('a pipe, which is not waited for', 2, qr/cannot be read/, $small, $damaged, @en);
unlink "$damaged/data/identities.json";

# Cut anywhere, or with a byte that is another: an exit code and a sentence, whatever it is.
my $whole = slurp("$small/data/identities.json");
my %exits;
for my $try (1 .. 40) {
    my $bytes = $whole;
    my $at = int rand length $bytes;
    $try % 2 ? substr($bytes, $at) = '' : substr($bytes, $at, 1) = chr int rand 256;
    spill("$damaged/data/identities.json", $bytes);
    my $run = attalak('diff', $small, $damaged, @en);
    my $fine = $run->{code} =~ /^[01]$/ ? $run->{out} : $run->{code} eq '2' && $run->{err} =~ /^attalak diff: \S+: .+\n\z/;
    push @wrong, "$try at $at: $run->{code} $run->{err}" unless $fine;
    push @wrong, "$try at $at: cut, and not seen" if $try % 2 && $at < length($whole) - 1 && $run->{code} ne '2';
    $exits{ $run->{code} }++;
}
is(first_of(@wrong), '', 'cut or changed at 40 places: ' . join ', ', map { "exit $_: $exits{$_}" } sort keys %exits);

# What an entry says is text, in every form.
$other = changed('identities/360201.yaml', sub { s/Silk with the mi/Silk <script>x<\/script> & "mi"/ });
my $page = html_of('en', $small, $other);
unlike($page, qr/<script|<b> &/, 'no markup of an entry is markup of the page');
like($page, qr/&lt;script&gt;/, 'it is shown as it was typed');
done_testing();
