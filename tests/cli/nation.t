#!/usr/bin/perl
# SPDX-License-Identifier: MIT
#
# The country: 600 LAOs and all 7,850, made up by tests/bench/nation (from DLA's register where its
# file is). No errors, no more files than any host takes, a second build that touches nothing, and
# the same bytes whatever the number of workers.
#
# The 600 are built by $ATTALAK, which has the sanitizers in; the country by the release build, for
# the sake of time; without one it is left out.
#
#     ATTALAK=program prove tests/cli/nation.t
use strict;
use warnings;
use Cwd qw(abs_path);
use File::Basename qw(dirname);
use File::Find;
use File::Temp qw(tempdir);
use Test::More;

use constant { FILES => 19_500, SIZE => 900 * 2**20, LARGEST => 20_000_000, ROOM => 2_500_000 };

my $top = abs_path(dirname(__FILE__) . '/../..');
my $release = "$top/.build/attalak";
my ($program) = map { abs_path($_) } grep { $_ && -x $_ } $ENV{ATTALAK}, $release;
BAIL_OUT('no attalak to test: make all') unless $program;

# Two trees of the whole country: in memory when they fit.
sub room {
    my ($folder) = @_;
    my @lines = -w $folder ? `df -Pk '$folder'` : ();
    return @lines > 1 && (split ' ', $lines[1])[3] > ROOM;
}
my $work = tempdir('attalak-nation.XXXXXX', DIR => room('/dev/shm') ? '/dev/shm' : $ENV{TMPDIR} || '/tmp',
    CLEANUP => 1);

sub build {
    my ($project, $site, $workers) = @_;
    my $said = `'$program' build '$project' -o '$site' -j $workers 2>&1`;
    return ($? >> 8, $said);
}

# What tells whether a file was touched: path, inode, time, size. .attalak is the marker of the build.
sub stamps {
    my ($site) = @_;
    my %stamp;
    find({ no_chdir => 1, wanted => sub {
        my @stat = lstat;
        $stamp{ substr $_, length $site } = join ' ', @stat[1, 7, 9] if -f _ && !m{/\.attalak$};
    } }, $site);
    return \%stamp;
}

sub same_bytes {
    my ($one, $other, $name) = @_;
    my $differ = `diff -rq --exclude=.attalak '$one' '$other' 2>&1 | head -5`;
    is($differ, '', $name);
}

sub try_country {
    my ($name, $workers, @options) = @_;
    my $project = "$work/$name";
    system("$top/tests/bench/nation", $project, @options) == 0 or BAIL_OUT("tests/bench/nation: $?");

    my ($exit, $said) = build($project, "$work/site", 2);
    is($exit, 0, "$name: published clean") or diag($said);
    like($said, qr/^0 errors/m, "$name: no errors");
    like($said, qr/ 0 held back/, "$name: no entry held back");

    my $before = stamps("$work/site");
    my @sizes  = map { (split ' ', $before->{$_})[1] } keys %$before;
    my ($sum, $largest) = (0, 0);
    for my $size (@sizes) {
        $sum += $size;
        $largest = $size if $size > $largest;
    }
    note(sprintf '%d files, %.0f MB', scalar @sizes, $sum / 1e6);

    ($exit, $said) = build($project, "$work/site", 2);
    is($exit, 0, "$name: and again");
    is_deeply(stamps("$work/site"), $before, "$name: the second build touches no file");

    for my $j (@$workers) {
        ($exit) = build($project, "$work/other", $j);
        is($exit, 0, "$name: with $j workers");
        same_bytes("$work/site", "$work/other", "$name: the same bytes with $j workers");
        system('rm', '-rf', "$work/other", glob "$work/.other.*");
    }
    system('rm', '-rf', "$work/site", glob "$work/.site.*");
    return (scalar @sizes, $sum, $largest);
}

# What the benches compare: several times the country is that many entries, with as many findings as once
# and no others; one sheet of identities makes the pages that the YAML files make.
sub counts {
    my ($name, @options) = @_;
    my $project = "$work/$name";
    system("$top/tests/bench/nation", $project, '--limit', 60, '--data', '/nonexistent', @options) == 0
      or BAIL_OUT("tests/bench/nation: $?");
    my ($exit, $said) = build($project, "$work/$name-site", 2);
    is($exit, 0, "$name: published clean") or diag($said);
    my ($entries) = $said =~ /^(\d+) entries published, 0 held back/m;
    return ($entries, $said =~ /^0 errors, (\d+) warnings?, (\d+) notes?/m);
}

sub try_variants {
    my @once  = counts('once');
    my @three = counts('three', '--times', 3);
    is($three[0], 3 * ($once[0] - 1) + 1, 'three times the country, and Bangkok once');
    cmp_ok($three[$_], '<=', 3 * $once[$_], 'no findings of its own') for 1, 2;
    my @sheet = counts('sheet', '--csv');
    is_deeply(\@sheet, \@once, 'one sheet of identities: as many entries and findings');
    is(`diff -rq --exclude=.attalak --exclude=manifest.txt --exclude=check $work/once-site $work/sheet-site 2>&1 | head -5`,
        '', 'and the same pages, but those that name the file');
}

try_country('600', [1, 8], '--limit', 600, '--data', '/nonexistent');
try_variants();
SKIP: {
    skip 'no release build: make all', 1 unless -x $release;
    $program = $release;
    my ($files, $sum, $largest) = try_country('country', [8]);
    cmp_ok($files,   '<=', FILES,   'the country: files that every host takes');
    cmp_ok($sum,     '<=', SIZE,    'the country: bytes');
    cmp_ok($largest, '<=', LARGEST, 'the country: no file too large')
      or diag(`find '$work' -type f -size +20000000c`);
}
done_testing();
