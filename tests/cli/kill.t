#!/usr/bin/perl
# SPDX-License-Identifier: MIT
#
# Whole builds that alternate between two contents are killed (SIGKILL) at random moments, while a
# reader checks the published tree without pause (lib/Watch.pm). After each kill the tree is one of
# the two, whole, and the next build gets along unaided to what a clean build gives.
#
# Moments are uniform over the life of a build, which is measured in the run: the median of the last
# builds that were let live. Which phase a kill met is read from what it left behind.
#
#     ATTALAK=program KILL_PROJECT=folder KILLS=1000 SEED=1 prove -v tests/cli/kill.t
use strict;
use warnings;
use Cwd qw(abs_path);
use FindBin;
use lib "$FindBin::Bin/lib";
use Lab;
use POSIX ();
use Test::More;
use Time::HiRes qw(time usleep);
use Watch;

# `make test` kills builds of a small site in memory; `make soak` thousands, of larger ones and on disk.
$ENV{TMPDIR} //= '/dev/shm' if -w '/dev/shm';
my $project = $ENV{KILL_PROJECT} ? abs_path($ENV{KILL_PROJECT}) : project();
my $kills   = $ENV{KILLS} || 60;
my $program = program();
BAIL_OUT("no content/ in $project") unless -d "$project/content";
srand($ENV{SEED} || 1);

my $work = scratch();
my $site = "$work/site";

# ---- builds ----

# Two projects: the second has another address on every page and one identity less.
my %folder = map { $_ => "$work/$_" } qw(a b);
for my $which (qw(a b)) {
    mkdir $folder{$which};
    for my $part (qw(content templates assets)) {
        my $from = -d "$project/$part" ? $project : $top;
        system('cp', '-rL', "$from/$part", "$folder{$which}/$part") == 0 or die "cp $part";
    }
}
my ($one) = grep { m{/[0-9]+[^/]*\.yaml$} } files("$folder{b}/content");
unlink "$folder{b}/content/$one" or BAIL_OUT('no identity to leave out');

sub start {
    my ($which, $out) = @_;
    my $pid = fork // die "fork: $!";
    return $pid if $pid;
    open STDOUT, '>', "$work/log" or die;
    open STDERR, '>&', \*STDOUT or die;
    exec $program, 'build', $folder{$which}, '-o', $out // $site, '--base-url',
      "https://$which.example/identity/", '--allow-shrink', '--quiet' or POSIX::_exit(127);
}

my @lives; # in seconds, of builds that were let live

sub build {
    my ($which, $out) = @_;
    my $begun = time;
    waitpid start($which, $out), 0;
    my $code = $? & 127 ? 128 + ($? & 127) : $? >> 8;
    push @lives, time - $begun if !$out;
    shift @lives if @lives > 15;
    return $code;
}

sub life { return (sort { $a <=> $b } @lives)[$#lives / 2] }

# ---- the two generations, each built clean ----

my %known;
for my $which (qw(a b)) {
    my $code = build($which, "$work/clean-$which");
    cmp_ok($code, '<=', 1, "$which builds with 0 or 1") or do {
        diag(slurp("$work/log"));
        BAIL_OUT('the project does not build');
    };
    $known{ digest("$work/clean-$which") } = $which;
}
is(keys %known, 2, 'the two sites differ');

# The reader itself: it must call a tree of both mixed, and a tree that is not there.
system('cp', '-r', "$work/clean-a", "$work/torn") == 0 or die;
system('cp', "$work/clean-b/index.html", "$work/torn/index.html") == 0 or die;
is(look_once("$work/clean-a", \%known)->[0], 'whole', 'the reader knows a whole tree');
is(look_once("$work/torn",    \%known)->[0], 'mixed', 'and a mixed one');
is(look_once("$work/nothing", \%known)->[0], 'mixed', 'and none at all');
chdir $work;

# Kills are spread over the life of a build that finds two trees, as most do.
build($_) for qw(a b a b);
@lives = ();
build($_) for qw(a b a b);

# ---- kills ----

# Where in its life a build of `which` was killed; the marker of the spare tree tells.
sub phase {
    my ($finished, $is_new, $marker_before) = @_;
    return 'after its end' if $finished;
    return 'after the exchange' if $is_new;
    my $marker = slurp("$work/.site.spare/.attalak");
    return 'reading and rendering' if $marker eq $marker_before;
    return $marker =~ /being worked on/ ? 'writing and linking' : 'syncing';
}

my (%phase, @mixed, @helpless);
my $watch = watch($site, \%known);
my ($kill, $round) = (0, 0);

# Writing is a tenth of a small build's life: go on until enough kills met it.
sub is_enough {
    return $kill >= $kills && (($phase{'writing and linking'} // 0) > $kills / 20 || $kill >= 5 * $kills);
}

while (!is_enough()) {
    my $which  = $round++ % 2 ? 'b' : 'a';
    my $marker = slurp("$work/.site.spare/.attalak");
    my $pid    = start($which);
    usleep(rand(life()) * 1e6);
    kill 'KILL', $pid;
    waitpid $pid, 0;
    my $finished = !($? & 127);
    $kill++ if !$finished;
    my $is = $known{ digest($site) };
    push @mixed, $kill if !$is;
    $phase{ phase($finished, ($is // '') eq $which, $marker) }++;
    my $code = build($which);
    push @helpless, "$kill: exit $code" if $code > 1 || ($known{ digest($site) } // '') ne $which;
}
my $seen = $watch->();

is("@mixed",    '', "after $kill kills the site was always one of the two, whole");
is("@helpless", '', 'the next build needed no help and gave what a clean build gives');
is("@{ $seen->{mixed} }", '', 'a reader never saw anything but one of the two, whole');
cmp_ok($seen->{whole}, '>', $kills / 4, "the reader has read $seen->{whole} published trees");
my $early = ($phase{'reading and rendering'} // 0) + ($phase{'writing and linking'} // 0);
cmp_ok($early, '>', $kills / 4, 'many kills met a build before its last steps');
cmp_ok($phase{'writing and linking'} // 0, '>', $kills / 20, 'some met it writing');
note(sprintf 'a build lives %.3f s; of %d signals %s', life(), $round, join ', ', map { "$phase{$_} $_" } sort keys %phase);
note("the reader: $seen->{whole} whole, $seen->{left} left (exchanged away, not yet worked on), "
    . "$seen->{void} void (worked on by a later build)");
opendir my $dir, $work or die;
is_deeply([grep { /site/ && !/^\.site\.(lock|spare|reserve)$/ } sort readdir $dir], ['site'],
    'nothing else is left beside the site');
done_testing();
