#!/usr/bin/perl
# SPDX-License-Identifier: MIT
#
# Pictures from what an office sends to what a page shows: what attalak-photo makes and refuses, that
# nothing of a camera's is left, what is told, and that each picture is made once.
use strict;
use warnings;
use Cwd qw(abs_path);
use File::Basename qw(dirname);
use FindBin;
use lib "$FindBin::Bin/lib";
use Lab;
use Pictures;
use Test::More;

my $helper = dirname(program()) . '/attalak-photo';
BAIL_OUT("no $helper: make all asan") unless -x $helper;
my $lab = scratch();

# ---- attalak-photo: a picture in, a WebP out ----

my %ends = (done => 0, format => 10, bytes => 11, pixels => 12, moves => 13, broken => 14, heavy => 15);

sub made {
    my ($bytes, $program) = @_;
    spill("$lab/in", $bytes);
    my $code = system("'" . ($program // $helper) . "' <'$lab/in' >'$lab/out' 2>'$lab/err'");
    my $err = slurp("$lab/err");
    $code = $code & 127 ? "signal " . ($code & 127) : $code >> 8;
    $code = "sanitizer: $err" if $err =~ /Sanitizer|runtime error:/;
    return { code => $code, out => slurp("$lab/out"), err => $err };
}

sub ends {
    my ($end, $name, $bytes) = @_;
    my $made = made($bytes);
    is($made->{code}, $ends{$end}, "$name: $end");
    is(length $made->{out}, 0, 'nothing is written') if $end ne 'done';
    return $made->{out};
}

# Bytes that nobody wants to see in a test's report.
sub same { my ($one, $other, $name) = @_; return ok(length $one && $one eq $other, $name) }

sub size { my ($webp) = @_; return join 'x', map { $_ & 0x3fff } unpack 'vv', substr $webp, 26, 4 }

# A picture of blocks: rows of [r, g, b] or [r, g, b, a], each `scale` pixels wide and high.
sub blocks {
    my ($scale, @rows) = @_;
    return [map { my $row = [map { ($_) x $scale } @$_]; ($row) x $scale } @rows];
}
my ($red, $green, $blue, $grey) = ([255, 0, 0], [0, 255, 0], [0, 0, 255], [127, 127, 127]);
my $lying   = blocks(16, [$red, $green, $blue], [$grey, $red, $grey]);
my $upright = blocks(16, [$grey, $red], [$red, $green], [$grey, $blue]); # turned to the right
my $held  = slurp("$FindBin::Bin/photos/held.jpg");
my $plain = ends('done', 'a PNG', png($lying));
is(size($plain), '48x32', 'small ones keep their size');
is(join(' ', webp_chunks($plain)), 'VP8 ', 'it is a plain WebP');
is(substr(made($plain)->{out}, 0, 4), 'RIFF', 'a WebP is taken, too');

# ---- how the camera was held ----

same(made(png($lying, exif => tiff(orientation => 6)))->{out}, made(png($upright))->{out},
    'PNG: orientation 6 is the picture turned to the right, to the byte');
ok(made(png($lying, exif => tiff(orientation => 8)))->{out} ne made(png($upright))->{out}, 'and 8 is not');
same(made(jpeg_with($held, app1("Exif\0\0" . tiff(orientation => 6))))->{out},
    made(slurp("$FindBin::Bin/photos/upright.jpg"))->{out}, 'JPEG: the same');
is(made(webp_with($plain, EXIF => tiff(orientation => 6)))->{code}, 0, 'WebP with EXIF');
is(size(made(webp_with($plain, EXIF => tiff(orientation => 6)))->{out}), '32x48', 'is turned, too');

# ---- sizes ----

sub strip { my ($wide, $high) = @_; return png([map { [($grey) x $wide] } 1 .. $high]) }
is(size(ends('done', '1,400 pixels wide', strip(1400, 70))), '960x48', 'are made 960');
is(size(ends('done', '1,500 pixels high', strip(30, 1500))), '26x1280', 'are made 1,280');
is(size(ends('done', 'one pixel', strip(1, 1))), '1x1', 'stays one');
my $ways = join ' ', map { size(made(png([map { [($grey) x 1400] } 1 .. 70], exif => tiff(orientation => $_)))->{out}) } 1, 6;
is($ways, '960x48 64x1280', 'the side that counts is the one that is seen');

# ---- colours ----

same(made(png($lying, interlaced => 1))->{out}, $plain, 'interlaced is the same');
same(made(png([map { [map { [@$_, 255] } @$_] } @$lying]))->{out}, $plain, 'so is one that could be transparent');
same(made(png(blocks(16, [[9, 9, 9, 0], [9, 9, 9, 0]])))->{out}, made(png(blocks(16, [([255, 255, 255]) x 2])))->{out},
    'what is transparent is white');
my $profiled = made(png($lying, profile => profile()))->{out};
ok($profiled ne $plain, 'a colour profile is carried out');
is(size($profiled), '48x32', 'as a picture');
same(made(png($lying, profile => 'nonsense' x 40))->{out}, $plain, 'one that is nonsense is none');

# ---- nothing of the camera's ----

my $zip = "PK\3\4CANARY-ZIP<script>alert('CANARY-SCRIPT')</script>";
my %cameras = (
    JPEG => jpeg_with($held, app1("Exif\0\0" . tiff(orientation => 6)), app1(xmp()),
        "\xff\xed" . pack('n', 2 + 20) . "Photoshop 3.0\0CANARY", "\xff\xfe" . pack('n', 2 + 14) . 'CANARY-COMMENT') . $zip,
    PNG => png($lying, exif => tiff(), profile => profile(), text => 'CANARY-TEXT') . $zip,
    WebP => webp_with($plain, ICCP => profile(), EXIF => tiff(), 'XMP ' => xmp()) . $zip,
);
for my $kind (sort keys %cameras) {
    ok($cameras{$kind} =~ /CANARY-GPS.*CANARY-THUMBNAIL.*CANARY-ZIP/s, "$kind: a place, a serial number, a thumbnail, a ZIP behind it");
    my $made = ends('done', $kind, $cameras{$kind});
    ok($made !~ /CANARY|Exif|http|PK\x03\x04|ICCP|script/, 'nothing of it is left');
    is(join(' ', webp_chunks($made)), 'VP8 ', 'one chunk, of samples');
    is(length $made, 8 + unpack('V', substr $made, 4, 4), 'and nothing behind it');
}
SKIP: {
    skip 'no exiftool', 1 unless grep { -x "$_/exiftool" } split /:/, $ENV{PATH};
    spill("$lab/all.webp", made($cameras{JPEG})->{out});
    my @groups = grep { !/^\[(?:ExifTool|File|RIFF|Composite)\]/ } `exiftool -G -a -u '$lab/all.webp'`;
    is("@groups", '', 'exiftool finds nothing either');
}

# ---- what is refused ----

ends('format', 'nothing', '');
ends('format', 'a GIF', "GIF89a\1\0\1\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\1\0\1\0\0\2\2D\1\0;");
ends('format', 'an SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
ends('format', 'a HEIC', "\0\0\0\x18ftypheic\0\0\0\0mif1heic");
ends('format', 'a TIFF', tiff());
ends('format', 'a PDF with a JPEG in it', "%PDF-1.4\n$held");
ends('bytes', '10 MiB and a byte', png($lying) . "\0" x (10 * 1024 * 1024 + 1 - length png($lying)));
ends('done', '10 MiB', png($lying) . "\0" x (10 * 1024 * 1024 - length png($lying)));
sub jpeg_head { return "\xff\xd8\xff\xc0\0\x11\x08" . pack('nn', @_) . "\3\1\x11\0\2\x11\0\3\x11\0\xff\xda\0\x0c\3\1\0\2\0\3\0\0\x3f\0" }
sub png_head { return substr(png($lying), 0, 8) . chunk('IHDR', pack('NNC5', @_, 8, 2, 0, 0, 0)) . chunk('IDAT', '') }
ends('pixels', 'a JPEG of 60,000 × 60,000', jpeg_head(60000, 60000));
ends('broken', 'a head of 50 million pixels alone', jpeg_head(5000, 10000));
ends('pixels', 'one row more', jpeg_head(10001, 5000));
ends('pixels', 'a PNG of 60,000 × 60,000', png_head(60000, 60000));
ends('broken', 'one of 4,000,000,000 × 4,000,000,000', png_head(4e9, 4e9));
ends('pixels', 'a WebP of 16,383 × 16,383', do { my $w = $plain; substr($w, 26, 4) = "\xff\x3f\xff\x3f"; $w });
ends('moves', 'an animated WebP', animated($plain));
ends('moves', 'an animated PNG', do { my $p = png($lying); substr($p, 33, 0) = chunk('acTL', pack 'NN', 2, 0); $p });
ends('broken', 'a JPEG that was cut short', substr $held, 0, length($held) - 40);
ends('broken', 'a PNG that was cut short', substr png($lying), 0, 80);
ends('broken', 'a WebP that was cut short', substr $plain, 0, length($plain) - 20);
ends('broken', 'a PNG with a wrong sum', do { my $p = png($lying); substr($p, -20, 1) ^= "\1"; $p });
is(system("'$helper' x </dev/null >/dev/null 2>&1") >> 8, 2, 'an argument is a slip of usage');

# ---- wrong bytes anywhere: an end of its own, never a fault of memory ----

srand 20251126;
my @seeds = (values %cameras, png($lying, interlaced => 1), animated($plain), $held);
my %other;
for my $round (1 .. ($ENV{PHOTO_ROUNDS} // 150)) {
    my $bytes = $seeds[rand @seeds];
    for (0 .. rand 6) { substr($bytes, rand length $bytes, 1) = chr rand 256 }
    $bytes = substr $bytes, 0, rand length $bytes if rand() < .2;
    my $code = made($bytes)->{code};
    next if grep { $_ eq $code } values %ends;
    $other{$code}++;
    spill(($ENV{PHOTO_KEEP} // $lab) . "/bad-$round", $bytes);
}
is(join(' ', %other), '', 'mutations: only known ends');

# ---- it is locked in before it reads ----

SKIP: {
    my $release = "$top/.build/attalak-photo";
    skip 'no release build, or no strace', 3 unless -x $release && grep { -x "$_/strace" } split /:/, $ENV{PATH};
    is(made($cameras{$_}, $release)->{code}, 0, "$_ is read behind the lock") for sort keys %cameras;
    spill("$lab/in", $cameras{JPEG});
    system "strace -o '$lab/trace' '$release' <'$lab/in' >'$lab/out'";
    my ($before, $after) = split /^(?:prlimit64|setrlimit)\(.*RLIMIT_CPU/m, slurp("$lab/trace"), 2;
    unlike($before, qr/^read\(0,/m, 'not a byte before');
    my ($lock, $work) = split /^seccomp\(/m, $after, 2;
    unlike($lock, qr/^read\(0,/m, 'nor while it locks');
    like($lock, qr/close_range\(3, 4294967295.*RLIMIT_NOFILE.*RLIMIT_AS.*PR_SET_NO_NEW_PRIVS/s, 'files, memory, privileges');
    my %calls = map { $_ => 1 } $work =~ /^(\w+)\(/mg;
    delete @calls{qw(read write brk mmap munmap mremap madvise exit_group)};
    is(join(' ', sort keys %calls), '', 'behind the lock: memory, the picture, the result');
}

# ---- a site ----

# attalak beside a program that counts the pictures it is asked for, or that ends as told.
sub installed {
    my ($script) = @_;
    my $dir = scratch();
    system('cp', program(), "$dir/attalak") == 0 or die;
    if (defined $script) {
        spill("$dir/attalak-photo", "#!/bin/sh\n$script\n");
        chmod 0755, "$dir/attalak-photo";
    }
    return $dir;
}

sub run_at {
    my ($dir, @arguments) = @_;
    local $ENV{PATH} = '/nowhere';
    my $pid = fork // die;
    if (!$pid) {
        open STDIN,  '<', '/dev/null';
        open STDOUT, '>', "$dir/out";
        open STDERR, '>', "$dir/err";
        exec "$dir/attalak", @arguments or exit 127;
    }
    waitpid $pid, 0;
    my %run = (code => $? & 127 ? 'signal ' . ($? & 127) : $? >> 8, out => slurp("$dir/out"), err => slurp("$dir/err"));
    $run{code} = "sanitizer: $run{err}" if $run{err} =~ /Sanitizer|runtime error:/;
    return \%run;
}

sub add_photos {
    my ($project, $key, %photos) = @_;
    spill("$project/content/media/$key/$_", $photos{$_}) for keys %photos;
    my ($file) = glob "$project/content/identities/{,*/}$key.yaml";
    edit($file, sub { s/^photos:.*\n(?:  .*\n)*//m; $_ .= "photos:\n" . join '', map { "  - {file: $_, alt: {th: กี่ทอผ้า}, credit: @{[/^b/ ? 'José' : 'อบต.']}}\n" } sort keys %photos if %photos });
}

my $counting = installed("echo . >>'$lab/count'\nexec '$helper'");
sub count { my $count = () = slurp("$lab/count") =~ /\./g; unlink "$lab/count"; return $count }
sub pictures { return grep { m{^assets/photos/} } files("$_[0]/site") }

my $project = project();
is(run_at($counting, 'build', $project)->{code}, 0, 'a site without photos');
my $entry = 'th/chaiyaphum/ban-khwao';
ok(!-e "$project/.photos" && !count(), 'makes no picture and no folder');
my $page = (grep { m{^th/.*360201/index} } files("$project/site"))[0];
my $bare = slurp("$project/site/$page");
unlike($bare, qr/<figure class="photo|assets\/photos/, 'and shows none');

add_photos($project, '360201', 'b-cloth.png' => png($upright), 'a-loom.jpg' => $cameras{JPEG});
my $first = run_at($counting, 'build', $project, '-j1');
is($first->{code}, 0, 'a site with two') or diag($first->{err});
is(count(), 2, 'two are made');
my @shown = pictures($project);
like("@shown", qr{^assets/photos/36/360201-1\.[0-9a-f]{8}\.webp assets/photos/36/360201-2\.[0-9a-f]{8}\.webp$},
    'under names of their own');
like(slurp("$project/site/manifest.txt"), qr/\Q$_\E/, 'the manifest lists it') for @shown;
ok(slurp("$project/site/$_") !~ /CANARY|Exif/, "$_ has nothing of a camera's") for @shown;
my $html = slurp("$project/site/$page");
like($html, qr{<div class="lead cloth shown".*?<img src="[./]+/\Q$shown[0]\E" alt="กี่ทอผ้า" width="32" height="48" decoding="async">\s*<figcaption>.*?อบต\.}s,
    'the first stands where the cloth stood, with its size');
unlike(($html =~ m{<div class="lead.*?</div>}s)[0], qr/<svg class="weave/, 'which is gone');
like($html, qr{<img src="[./]+/\Q$shown[1]\E" alt="กี่ทอผ้า" width="32" height="48" loading="lazy"}, 'the second below, when it is come to');
(my $english = $page) =~ s/^th/en/;
$english = slurp("$project/site/$english");
like($english, qr{alt="กี่ทอผ้า" lang="th"}, 'what is told in Thai alone is marked so');
my @credits = $english =~ m{<figcaption>(.*?)</figcaption>}sg;
like($credits[0], qr{lang="th">อบต\.}, 'and a credit in Thai letters');
like($credits[1], qr{José}, 'one in others');
unlike($credits[1], qr{lang=}, 'is not, accents or none');
like($html, qr{property="og:image" content="https://[^"]+/\Q$shown[0]\E">\n.*width" content="32".*\n.*height" content="48".*\n.*alt" content="กี่ทอผ้า"},
    'links to the page show it');
like($html, qr{"image": \{"\@type": "ImageObject", "url": "https://[^"]+\Q$shown[0]\E"}, 'and its JSON-LD');
like(slurp("$project/site/data/identities.json"), qr{"photos": \[\{"path": "\Q$shown[0]\E", "width": 32, "height": 48}, 'and the data');
unlike(join('', map { slurp("$project/site/$_") } grep { /html$|json$/ } files("$project/site")), qr/a-loom|b-cloth/,
    'the name it was sent under is nowhere');

my $before = digest("$project/site");
is(run_at($counting, 'check', $project)->{code}, 0, 'a check');
my $again = run_at($counting, 'build', $project, '-j8');
is(count(), 0, 'neither it nor the next build makes any again');
like($again->{err}, qr/nothing changed/, 'nothing changed');
system 'rm', '-rf', "$project/.photos", "$project/site", "$project/.site.spare", "$project/.site.reserve";
run_at($counting, 'build', $project, '-j8');
is(digest("$project/site"), $before, 'eight threads make the same bytes');
is(count(), 2, 'of two pictures');

my ($kept) = glob "$project/.photos/*.1";
spill($kept, substr(slurp($kept), 0, 60));
run_at($counting, 'build', $project);
is(count(), 1, 'one that was cut short in the cache is made again');
is(digest("$project/site"), $before, 'the same');

# ---- what is taken away is nowhere ----

add_photos($project, '360201', 'a-loom.jpg' => $cameras{JPEG});
run_at($counting, 'build', $project);
is(join(' ', pictures($project)), $shown[0], 'one taken away is gone with the next build');
is(scalar(my @left = glob "$project/.photos/*"), 1, 'from the cache, too');
add_photos($project, '360201');
run_at($counting, 'build', $project);
is(join(' ', pictures($project)), '', 'so is the last');
ok(!-e "$project/.photos", 'and the folder');
is(slurp("$project/site/$page"), $bare, 'the page is as it was');
is(count(), 0, 'nothing was made for it');

# ---- what is told ----

add_photos($project, '360201', 'a.jpg' => 'GIF89a', 'b.jpg' => $held);
my $check = run_at($counting, 'check', $project, '--lang', 'th');
like($check->{out}, qr/^identities\S*360201\.yaml:\d+:\d+: คำเตือน: “a\.jpg” ไม่ใช่ภาพ JPEG, PNG หรือ WebP.*\[photo\.format\]$/m, 'a wrong picture');
my $built = run_at($counting, 'build', $project, '--lang', 'en');
is($built->{code}, 0, 'is no error');
like(slurp("$project/site/$page"), qr/360201-2\.[0-9a-f]{8}\.webp/, 'the entry is published with the other one');
is(scalar(pictures($project)), 1, 'alone');

# What an error holds back costs nothing.
count();
edit((glob "$project/content/identities/{,*/}360201.yaml")[0], sub { s/^category: .*/category: nonsense/m });
system 'rm', '-rf', "$project/.photos";
is(run_at($counting, 'build', $project, '--allow-shrink')->{code}, 1, 'an entry that is held back');
is(count(), 0, 'has no picture made');

# ---- a machine that cannot ----

my $fresh = sub {
    my $dir = project();
    add_photos($dir, '360201', 'a.jpg' => $held, 'b.png' => png($lying));
    add_photos($dir, '370101', 'c.png' => png($upright));
    return $dir;
};
$project = $fresh->();
is(run_at($counting, 'build', $project)->{code}, 0, 'a site with three pictures');
$before = digest("$project/site");
edit("$project/content/site.yaml", sub { s/^title:.*/title: {th: ใหม่, en: New}/m });

my $without = installed(undef);
is(run_at($without, 'build', $project, '--quiet')->{code}, 0, 'without the program, all from the cache');
system 'rm', '-rf', "$project/.photos";
$before = digest("$project/site");
$check = run_at($without, 'check', $project, '--lang', 'en');
is($check->{code}, 4, 'without the program: a system error');
is(scalar(my @told = $check->{out} =~ /\[photo\.no-program\]/g), 1, 'told once');
is(run_at($without, 'build', $project)->{code}, 4, 'a build stops');
is(digest("$project/site"), $before, 'the site keeps its pictures');

for (['kill -SEGV $$', 'signal 11'], ['exit 3', 'exit 3'], ['echo no picture', 'not a WebP']) {
    my ($script, $why) = @$_;
    $project = $fresh->();
    my $crashing = installed($script);
    my $run = run_at($crashing, 'build', $project, '--lang', 'en');
    is($run->{code}, 0, "a program that crashes ($why) stops nothing");
    is(scalar(@told = $run->{err} =~ /\[photo\.crash\]/g), 1, 'is told once');
    like($run->{err}, qr/\Q$why\E.*pictures left out for this: 3/, 'with why, and for how many');
    is(scalar(pictures($project)), 0, 'and its pictures are left out');
}
is(run_at(installed('exit 16'), 'check', $fresh->(), '--lang', 'en')->{code}, 4, 'a machine that does not lock it in is a system error');

SKIP: {
    $project = $fresh->();
    spill("$project/.photos", 'no folder');
    my $run = run_at($counting, 'build', $project, '--lang', 'en');
    is($run->{code}, 0, 'a cache that cannot be');
    like($run->{err}, qr/\[photo\.not-kept\]/, 'is told');
    is(scalar(pictures($project)), 3, 'and costs no picture');
}
done_testing();
