#!/usr/bin/perl
# SPDX-License-Identifier: MIT
#
# Content is edited, renamed and deleted at random, and so is the published tree by hand; after each
# build the tree is what a clean build makes, byte for byte, and nothing was written that need not be.
#
#     STEPS=2000 SEED=7 prove tests/cli/edits.t
#
# Each step: one edit of the project, of the published tree, or of both; a build; then
#   - names, bytes and modes are those of a clean build (but for assets that open pages still load; photos go at once)
#   - a file that holds what it held keeps its inode and its mtime, one that changed is newer than before
#   - the report tells how many files were written, and that nothing changed when nothing did:
#     then no inode was touched, not even a folder's ctime, but for the marker's, which is written anew
#     when a file has another stamp than the last build left it with
# Every fourth step a second build, which must find nothing to do.
use strict;
use warnings;
use Digest::SHA qw(sha256_hex);
use File::Basename qw(basename dirname);
use File::Find;
use File::Path qw(make_path remove_tree);
use File::Temp qw(tempdir);
use FindBin;
use lib "$FindBin::Bin/lib";
use Test::More;

BEGIN {    # the release build when there is one: a step is two builds
    my $release = "$FindBin::Bin/../../.build/attalak";
    $ENV{ATTALAK} = $release if -x $release;
}
use Lab;
use List::Util qw(shuffle);
use Tree;

my $steps = $ENV{STEPS} || 100;
my $seed  = $ENV{SEED}  || 1;
srand $seed;
note("SEED=$seed STEPS=$steps");

my $room    = tempdir('attalak-edits-XXXXXX', DIR => memory_room(), CLEANUP => 1);
my $project = "$room/project";
my $site    = "$room/site";
mkdir $project;
system('cp', '-r', "$top/$_", "$project/$_") == 0 or die for qw(content templates assets);
cut_register('provinces', 'districts');
mkdir $site;
spill("$site/.gitignore", "*.bak\n");    # is carried along from tree to tree

# The provinces of which the sample says something: the others have a dozen empty pages each.
sub cut_register {
    my ($table, $of) = @_;
    my %wanted = map { substr($_, 0, 2) => 1 } lines("content/registry/$of.csv");
    my ($head, @rows) = lines("content/registry/$table.csv");
    spill("$project/content/registry/$table.csv", join '', $head, grep { $wanted{ substr $_, 0, 2 } } @rows);
}

# ---- edits of the project: each can be taken back ----

my %original;    # path => bytes before the first edit, undef where there was no file
my %undo;        # the same for this step

sub keep { my ($path) = @_; return -e "$project/$path" ? slurp("$project/$path") : undef }

sub put {
    my ($path, $bytes) = @_;
    my $before = keep($path);
    return 0 if defined $before && defined $bytes && $before eq $bytes;
    for my $book (\%original, \%undo) {
        $book->{$path} = $before if !exists $book->{$path};
    }
    return unlink "$project/$path" if !defined $bytes;
    make_path(dirname("$project/$path"));
    spill("$project/$path", $bytes);
    return 1;
}

sub pick { return @_ ? $_[int rand @_] : undef }

sub found {
    my ($folder, $pattern) = @_;
    my @paths;
    find({ wanted => sub { push @paths, substr $_, length($project) + 1 if -f && /$pattern/ }, no_chdir => 1 },
        "$project/$folder") if -d "$project/$folder";
    return sort @paths;
}

# Changes one of the places where the pattern holds; false when there is none.
sub change {
    my ($path, $pattern, $new) = @_;
    return 0 if !defined $path;
    my $text = slurp("$project/$path");
    my @at;
    while ($text =~ /$pattern/g) {
        push @at, [$-[0], $+[0] - $-[0], $new->()];
    }
    my $one = pick(@at) or return 0;
    substr $text, $one->[0], $one->[1], $one->[2];
    return put($path, $text);
}

my @words = ('ใหม่', 'ข้าวหลาม', 'river', 'old & new', '<b>', 'ก็ได้', '๒๕๖๘', '"quoted"');
sub word   { return pick(@words) }
sub digit  { return int rand 10 }
sub lines  { return split /^/m, slurp("$project/$_[0]") }
sub yaml   { return pick(found('content/identities', qr/\.yaml$/)) }
sub sheet  { return pick(found('content/sheets', qr/\.csv$/), found('content/reports', qr/\.csv$/)) }
sub without { my ($path, $line) = @_; my @all = lines($path); splice @all, $line, 1; return join '', @all }

sub lao_keys {
    my (undef, @rows) = lines('content/registry/laos.csv');
    return map { /^\d?(\d{6}),/ ? $1 : () } @rows;
}

sub add_identity {
    my %has = map { basename($_) =~ /^(\d+)/ ? ($1 => 1) : () } found('content/identities', qr/\.yaml$/);
    my $key = pick(grep { !$has{$_} } lao_keys()) or return 0;
    my $kind = pick(qw(food historic arts product));
    my $day  = 10 + int rand 18;
    return put('content/identities/' . pick(qw(chaiyaphum new)) . "/$key.yaml", <<"END");
lao: $key
category: $kind
name: {th: ของดี$key, en: Pride of $key}
summary: {th: ของดีของ $key, en: The pride of $key}
story: {th: เรื่องราว, en: A story}
tags: [ของดี$kind, ลายโบราณ]
sources: [{title: Demonstration, url: "https://example.go.th/"}]
updated: 2568-05-$day
END
}

sub move {
    my ($from, $to) = @_;
    return 0 if !defined $from || $from eq $to || -e "$project/$to";
    return put($to, slurp("$project/$from")) && put($from, undef);
}

sub page_of_prose {
    my @extra = grep { !/about|officers|privacy|accessibility/ } found('content/pages', qr/\.md$/);
    return @extra > 4 ? put($_, undef) : put('content/pages/p' . digit() . ".$_.md", '# ' . word() . "\n\n" . word() . "\n")
      for pick(@extra > 4 ? @extra : qw(th en));
}

# Back to what the file was at first: else all would be in error in the end.
sub restore {
    my $path = pick(sort keys %original) // return 0;
    my $was = delete $original{$path};
    my $done = put($path, $was);
    delete $original{$path};
    return $done;
}

my %project_edits = (
    'a line of an entry'   => sub { change(yaml(), qr/(?<=\S)(?<![|\]}])"?$/m, sub { ' ' . word() }) },
    'a name'               => sub { change(yaml(), qr/(?<=  en: )\w/m, sub { pick('A' .. 'Z') }) },
    'a date'               => sub { change(yaml(), qr/^updated: 25\d\d-\d\d-\d\d/m, sub { 'updated: 256' . pick(7, 8) . '-0' . pick(1 .. 9) . '-1' . digit() }) },
    'a field'              => sub { change(yaml(), qr/^category: \w+/m, sub { 'category: ' . pick(qw(food historic arts product)) }) },
    'a phone'              => sub { change(yaml(), qr/\z/m, sub { "contact: {phone: 044 81${\digit()} 12${\digit()}}\n" }) },
    'a position'           => sub { change(yaml(), qr/^  l(?:at|on): \d+\.\d\K\d/m, \&digit) },
    'a tag'                => sub { change(yaml(), qr/^tags: \[/m, sub { 'tags: [' . pick('ลายโบราณ', 'ข้าวใหม่', 'ริมน้ำ') . ', ' }) },
    'an entry in error'    => sub { change(yaml(), qr/^category:/m, sub { pick("nonsense: [\ncategory:", 'catgory:') }) },
    'a story'              => sub { change(pick(found('content/identities', qr/\.md$/)), qr/ /m, sub { ' ' . word() . ' ' }) },
    'a story that goes'    => sub { put(pick(found('content/identities', qr/\.md$/)) // return 0, undef) },
    'an entry that comes'  => \&add_identity,
    'an entry that goes'   => sub { put(yaml() // return 0, undef) },
    'an entry moved'       => sub { my $from = yaml() // return 0; move($from, 'content/identities/' . pick(qw(a b)) . '/' . basename($from)) },
    'an entry renamed'     => sub { my $from = yaml() // return 0; move($from, dirname($from) . '/5' . basename($from)) },
    'a digit of a sheet'   => sub { change(sheet(), qr/\d/m, \&digit) },
    'a cell of a sheet'    => sub { change(sheet(), qr/(?<=[^",\n]),/m, sub { word() . ',' }) },
    'a row that goes'      => sub { my $path = sheet(); my @all = lines($path); @all > 2 && put($path, without($path, 1 + int rand @all - 1)) },
    'a row twice'          => sub { my $path = sheet(); my @all = lines($path); put($path, join '', @all, $all[-1]) },
    'a figure'             => sub { change('content/reports/2568.csv', qr/,2568-0\d,\K\d+/m, sub { 1 + int rand 9999 }) },
    'a month'              => sub { change('content/reports/2568.csv', qr/,2568-0\d/m, sub { ',2568-0' . pick(1 .. 9) }) },
    'a word'               => sub { change(pick(found('content/words', qr/yaml$/)), qr/(?<=[^:\s"'])$/m, sub { ' ' . pick('ใหม่', 'x') }) },
    'a word of a field'    => sub { change('content/vocabulary/categories.yaml', qr/(?<=th: )/m, sub { 'ที่' }) },
    'a template'           => sub { change(pick(found('templates', qr/\.html$/)), qr/(?<=class=")/m, sub { 'c' . digit() . ' ' }) },
    'a template of data'   => sub { change(pick(found('templates', qr/\.(?:json|xml|txt)$/)), qr/\n(?=\S)|\z/m, sub { "\n " }) },
    'the address'          => sub { change('content/site.yaml', qr/^base_url: \S+/m, sub { 'base_url: https://' . pick(qw(a b)) . '.example.go.th/' . pick('', 'identity/') }) },
    'no address'           => sub { change('content/site.yaml', qr/^base_url: .*\n/m, sub { '' }) },
    'the languages'        => sub { change('content/site.yaml', qr/^languages: .*/m, sub { 'languages: ' . pick('[th, en]', '[en, th]', '[th]') }) },
    'the hashtags'         => sub { change('content/site.yaml', qr/^hashtags: \[[^,]*/m, sub { 'hashtags: [' . pick('เที่ยวท้องถิ่น', 'เที่ยวไทย') }) },
    'demonstration or not' => sub { change('content/site.yaml', qr/^demo: \w+/m, sub { 'demo: ' . pick(qw(yes no)) }) },
    'figures or not'       => sub { change('content/site.yaml', qr/publish: \w+/m, sub { 'publish: ' . pick(qw(yes no)) }) },
    'an introduction'      => sub { change(pick(found('content/provinces', qr/yaml$/)), qr/(?<=\pL)$/m, sub { ' ' . word() }) },
    'an introduction goes' => sub { put(pick(found('content/provinces', qr/yaml$/)) // return 0, undef) },
    'a slug'               => sub { change('content/registry/' . pick(qw(districts provinces)) . '.csv', qr/^\d+,[a-z]\K/m, sub { pick('a' .. 'z') }) },
    'the register'         => sub { change('content/registry/laos.csv', qr/\d,[a-z]+,\K/m, sub { 'ใหม่' }) },
    'a LAO that goes'      => sub { my $path = 'content/registry/laos.csv'; my @all = lines($path); put($path, without($path, 1 + int rand @all - 1)) },
    'a page of prose'      => \&page_of_prose,
    'an asset'             => sub { change(pick(found('assets', qr/\.(?:css|js)$/)), qr/\z/m, sub { '/* ' . digit() . " */\n" }) },
    'the same bytes again' => sub { my $path = pick(found('content', qr/./), found('templates', qr/./)); spill("$project/$path", slurp("$project/$path")); 1 },
    'a new time'           => sub { my $time = time - int rand 1e8; utime $time, $time, "$project/" . pick(found('content', qr/./), found('templates', qr/./), found('assets', qr/./)) },
    (map { ("back to what it was ($_)" => \&restore) } 1 .. 12),
);

# ---- edits of the published tree, by hand ----

my %tree;         # what lies there before the edit
my $forgot;       # the build no longer knows what it published

sub file   { my ($like) = @_; return pick(sort grep { $tree{$_}{kind} eq 'f' && !/^\.(?:attalak|gitignore)$/ && /$like/ } keys %tree) }
sub folder { return pick(sort grep { $tree{$_}{kind} eq 'd' && length } keys %tree) }
sub any    { return file(pick(qr/./, qr/./, qr{^data/}, qr{^[^/]*$}, qr/^assets/)) // file(qr/./) }

sub scribble {    # the same file, other bytes
    my ($path, $bytes) = @_;
    open my $out, '+<:raw', $path or return 0;
    print $out $bytes;
    return close $out;
}

sub edit_unseen {    # as many bytes, and the time that it had
    my ($path) = @_;
    my $first = substr slurp($path), 0, 1;
    return 0 if $first eq '';
    system('touch', '-r', $path, "$room/time") == 0 or die;
    scribble($path, $first eq '#' ? 'x' : '#');
    return system('touch', '-r', "$room/time", $path) == 0;
}

sub instead {     # another file of that name
    my ($path, $bytes) = @_;
    remove_tree($path);
    spill($path, $bytes);
    return 1;
}

my %tree_edits = (
    'bytes'              => sub { scribble("$site/" . any(), pick('#', 'edited by hand', "\0")) },
    'bytes, and the old time' => sub { edit_unseen("$site/" . any()) },
    'more bytes'         => sub { my $path = "$site/" . any(); open my $out, '>>', $path or return 0; print $out 'more'; close $out },
    'no bytes'           => sub { my $path = "$site/" . any(); -s $path && truncate $path, 0 },
    'another file'       => sub { instead("$site/" . any(), 'by hand') },
    'the same anew'      => sub { my $path = "$site/" . any(); instead($path, slurp($path)) },
    'a new time'         => sub { my $time = time + pick(-1e8, 1e6); utime $time, $time, "$site/" . any() },
    'a file that goes'   => sub { unlink "$site/" . any() },
    'a folder that goes' => sub { remove_tree("$site/" . folder()) },
    'a mode'             => sub { chmod pick(0600, 0755, 0444), "$site/" . any() },
    'a mode of a folder' => sub { chmod pick(0700, 0775, 0500), "$site/" . folder() },
    'a link to a file'   => sub { my $path = "$site/" . any(); unlink $path; symlink pick('/etc/passwd', 'index.html'), $path },
    'a link to a folder' => sub { my $path = "$site/" . folder(); rename $path, "$room/away" or return 0; symlink "$room/away", $path },
    'two names'          => sub { my ($from, $to) = (any(), any()); $from ne $to && unlink("$site/$to") && link "$site/$from", "$site/$to" },
    'two that change'    => sub { my ($a, $b) = map { "$site/" . any() } 1, 2; $a ne $b && rename($a, "$room/x") && rename($b, $a) && rename "$room/x", $b },
    'a stray file'       => sub { spill("$site/" . folder() . '/' . pick('stray.html', 'Stray ไฟล์', '.stray', 'index.html.bak'), 'stray'); 1 },
    'a stray folder'     => sub { spill("$site/" . folder() . '/' . pick('stray', 'Stray') . "/$_/index.html", 'stray') for qw(a b); 1 },
    'an empty folder'    => sub { mkdir "$site/" . folder() . '/stray' },
    'a pipe'             => sub { my $path = "$site/" . any(); unlink $path; system('mkfifo', $path) == 0 },
    'a folder for a file' => sub { my $path = "$site/" . any(); unlink $path; spill("$path/index.html", 'stray'); 1 },
    'a file for a folder' => sub { instead("$site/" . folder(), 'by hand') },
    'a backup put back'  => sub { rename($site, "$room/away") && system('cp', '-a', "$room/away", $site) == 0 },
    'manifest.txt'       => sub { scribble("$site/" . MANIFEST, 'edited') },
    'half a memory'      => sub { $forgot = 1; my $path = "$site/" . MARKER; truncate $path, (-s $path) / 2 },
    'a spoilt memory'    => sub { $forgot = 1; open my $out, '+<', "$site/" . MARKER or return 0; seek $out, 200, 0; print $out '0123456789abcdef'; close $out },
    'no spare tree'      => sub { remove_tree("$room/.site.spare"); 1 },
    'a spoilt spare'     => sub { my $path = "$room/.site.spare/" . any(); -f $path && scribble($path, 'spoilt') },
    'a strange spare'    => sub { my $path = "$room/.site.spare/" . any(); -d "$room/.site.spare" && instead($path, 'strange') },
    'no reserve'         => sub { remove_tree("$room/.site.reserve"); 1 },
    'a strange reserve'  => sub { spill("$room/.site.reserve/$_", 'strange') for 0, 1, 'x'; 1 },
);

# ---- building ----

my %clean;    # of the last content: {code, tree, bytes}

sub build {
    my ($out) = @_;
    return attalak('build', $project, '-o', $out, '-j' . pick(1, 2), '--lang', 'en', '--allow-shrink', '--allow-new-hosts');
}

sub build_clean {
    remove_tree("$room/clean", glob "$room/.clean.*");
    my $run = build("$room/clean");
    my $tree = -d "$room/clean" ? tree("$room/clean") : {};
    %clean = (code => $run->{code}, tree => $tree, bytes => tree_bytes("$room/clean", $tree));
    remove_tree("$room/clean", glob "$room/.clean.*");
}

# ---- what must hold ----

my %kept;         # path => bytes: assets of the tree before that open pages still load
my %published;    # path => bytes of the last build's own files
my $last = {};    # the tree as the last build left it
my $left = {};    # the same when that build changed nothing

sub said {
    my ($run) = @_;
    return { nothing => $1 } if $run->{err} =~ /^nothing changed: (\d+) files/m;
    return { files => $1, written => $2, unchanged => $3, removed => $4 }
      if $run->{err} =~ /^(\d+) files: (\d+) written, (\d+) unchanged, (\d+) removed/m;
    return {};
}

# Assets that the tree before had of its own, and that hold what they held, stay for one build that
# changes something other than the list of all files, which names them; what has no place in the new tree and is not known to be such an asset goes.
sub expect_kept {
    my ($before, $before_bytes, $is_change) = @_;
    return () if $forgot;
    my $from = $is_change ? \%published : \%kept;
    my %shared = shared($before);
    return map { ($_ => $from->{$_}) }
      grep { m{^assets/(?!photos/)} && !$clean{tree}{$_} && !$shared{$_} && ($before->{$_}{mode} // '') eq '644'
          && ($before_bytes->{$_} // '') eq $from->{$_} } keys %$from;
}

# Paths whose file has another path as well: each gets one of its own.
sub shared {
    my ($tree) = @_;
    my %paths;
    push @{ $paths{ $tree->{$_}{inode} } }, $_ for grep { $tree->{$_}{kind} eq 'f' } keys %$tree;
    return map { $_ => 1 } map { @$_ } grep { @$_ > 1 } values %paths;
}

sub manifest_of {
    my ($bytes) = @_;
    return join '', map { "$_\t" . length($bytes->{$_}) . "\t" . sha256_hex($bytes->{$_}) . "\n" }
      sort grep { $_ ne MANIFEST } keys %$bytes;
}

# What a clean build makes, with the kept assets.
sub expected_bytes {
    my ($kept) = @_;
    my %bytes = (%{ $clean{bytes} }, %$kept);
    delete $bytes{ +MARKER };
    $bytes{ +MANIFEST } = manifest_of(\%bytes) if %$kept;
    $bytes{'.gitignore'} = "*.bak\n";
    return \%bytes;
}

sub wrong_bytes {
    my ($bytes, $expected) = @_;
    my %all = (%$bytes, %$expected);
    delete $all{ +MARKER };
    return map {
        !exists $bytes->{$_} ? "$_ is missing"
          : !exists $expected->{$_} ? "$_ is too much"
          : $bytes->{$_} ne $expected->{$_} ? "$_ differs" : ()
    } sort keys %all;
}

# Folders and modes; a tree has no other kinds.
sub wrong_modes {
    my ($after, $expected) = @_;
    my %folders;
    for my $path (keys %$expected) {
        $folders{$path} = 1 while $path =~ s{/[^/]*$}{};
    }
    my @wrong = map { "the folder $_ is missing" } grep { !$after->{$_} } sort keys %folders;
    for my $path (sort grep { length } keys %$after) {
        my ($is, $folder) = ($after->{$path}, $folders{$path});
        push @wrong, "$path is $is->{kind} $is->{mode}" if "$is->{kind} $is->{mode}" ne ($folder ? 'd 755' : 'f 644');
    }
    return @wrong;
}

# Files that the build wrote: those that are not what lay there.
sub written {
    my ($before, $after) = @_;
    return sort grep {
        $after->{$_}{kind} eq 'f' && $_ ne MARKER && !is_same_file($before->{$_}, $after->{$_})
    } keys %$after;
}

sub wrong_writes {
    my ($before, $before_bytes, $after, $after_bytes, @written) = @_;
    my @wrong;
    my %shared = shared($before);
    for my $path (@written) {
        my $was = $before->{$path};
        my $is_file = $was && $was->{kind} eq 'f';
        push @wrong, "$path was written for nothing"
          if $is_file && !$shared{$path} && $was->{mode} eq '644' && $before_bytes->{$path} eq $after_bytes->{$path};
        my $old = $is_file ? $was : !$was && !$forgot && $last->{$path};
        push @wrong, "$path is not newer" if $old && !is_later($after->{$path}{mtime}, $old->{mtime});
    }
    return @wrong;
}

sub wrong_report {
    my ($said, $count, $is_change, $files) = @_;
    return 'no report' if !%$said;
    return "it says nothing changed, but $count were written or more" if defined $said->{nothing} && $is_change;
    return "it says that something changed ($said->{written} written)" if !defined $said->{nothing} && !$is_change;
    my ($written, $all) = ($said->{written} // 0, $said->{files} // $said->{nothing});
    return ("it says $written written of $all: $count of $files") x ($written != $count || $all != $files);
}

sub stamp_of { my ($one) = @_; return $one ? join(' ', @{$one}{qw(kind mode inode mtime ctime)}) : 'nothing' }

# A tree that no build touched: not one time of one inode. What is no file any more, or came, is mended.
sub touched {
    my ($before, $after) = @_;
    my %all = (%$before, %$after);
    my $is_news = grep { $left->{$_} && $left->{$_}{kind} eq 'f' && stamp_of($left->{$_}) ne stamp_of($before->{$_}) }
      keys %$before;
    delete @all{ +MARKER, '' } if $is_news;    # the marker comes by rename into the root
    return map { "$_ was touched" } grep {
        stamp_of($before->{$_}) ne stamp_of($after->{$_})
    } sort keys %all;
}

sub amiss {
    my ($before, $before_bytes, $expected) = @_;
    my %shared = shared($before);
    return (wrong_bytes($before_bytes, $expected), wrong_modes($before, $expected),
        map { "$_ is another file as well" } sort keys %shared);
}

# One build of the site, looked at from all sides.
sub wrong_build {
    my ($before, $before_bytes) = @_;
    my $run   = build($site);
    my $after = tree($site);
    return ("exit $run->{code}, a clean build $clean{code}: $run->{err}") if $run->{code} ne $clean{code};
    return touched($before, $after) if $clean{code} !~ /^[01]$/;

    my $after_bytes = tree_bytes($site, $after);
    my $said = said($run);
    my %stay = expect_kept($before, $before_bytes, 0);
    my @amiss = amiss($before, $before_bytes, expected_bytes(\%stay));
    my $is_change = $forgot || @amiss;
    %stay = expect_kept($before, $before_bytes, $forgot || grep { !/^\Q${\MANIFEST}\E / } @amiss);
    my $expected = expected_bytes(\%stay);
    my @written  = written($before, $after);
    my @wrong    = (
        wrong_bytes($after_bytes, $expected),
        wrong_modes($after, $expected),
        wrong_writes($before, $before_bytes, $after, $after_bytes, @written),
        wrong_report($said, scalar @written, $is_change, scalar keys %$expected),
        $is_change ? () : touched($before, $after),
    );
    $left = $after;
    if ($is_change) {
        %kept = %stay;
        %published = map { $kept{$_} ? () : ($_ => $expected->{$_}) } keys %$expected;
        $last = $after;
        $forgot = 0;
    }
    return @wrong;
}

sub bytes_now { my ($tree) = @_; return tree_bytes($site, $tree) }

# ---- the steps ----

# Dealt like cards, so that each comes before one comes twice; what cannot be done now waits for its turn.
my %deck = (content => [], site => []);

sub try_edit {
    my ($what, $edits) = @_;
    my ($deck, @later) = $deck{$what};
    while (@later < keys %$edits) {
        @$deck = grep { my $one = $_; !grep { $_ eq $one } @later } shuffle(sort keys %$edits) if !@$deck;
        my $name = pop @$deck;
        my $done;
        $done ||= $edits->{$name}->() for 1 .. 4;    # chance may choose what is there already
        if ($done) {
            unshift @$deck, @later;
            return "$what: $name";
        }
        push @later, $name;
    }
    return ();
}

build_clean();
{
    my $before = tree($site);
    is_deeply([wrong_build($before, bytes_now($before))], [], 'the first build');
}

my %count;
for my $step (1 .. $steps) {
    %undo = ();
    %tree = %{ tree($site) };
    my @did;
    push @did, try_edit('content', \%project_edits) if rand() < 0.75;
    push @did, try_edit('site', \%tree_edits) if !@did || rand() < 0.4;
    my $what = join ', ', @did;
    $count{ s/ \(\d+\)//r }++ for @did;

    build_clean() if %undo;
    my $before = tree($site);
    my @wrong  = wrong_build($before, bytes_now($before));
    remove_tree("$room/away");
    if (!@wrong && $step % 4 == 0 && $clean{code} =~ /^[01]$/) {
        $before = tree($site);
        @wrong = map { "the second build: $_" } wrong_build($before, bytes_now($before));
    }
    ok(!@wrong, "step $step: $what (exit $clean{code})") or diag(join "\n", @wrong[0 .. ($#wrong < 9 ? $#wrong : 9)]);
    last if @wrong;
    next if $clean{code} =~ /^[01]$/;
    put($_, $undo{$_}) for keys %undo;    # refused: no base for further edits
    build_clean();
}
my @never = grep { !$count{$_} } map({ s/ \(\d+\)//r } map { "content: $_" } keys %project_edits), map { "site: $_" } keys %tree_edits;
# A kind that cannot be done when its turn comes waits for the next: in a short run two or three wait too long.
cmp_ok(scalar @never, '<=', $steps < 500 ? 4 : 0, 'every kind of edit came') or diag(join "\n", sort @never);
note(sprintf '%4d %s', $count{$_}, $_) for sort keys %count;
done_testing();
