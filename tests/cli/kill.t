#!/usr/bin/perl
# SPDX-License-Identifier: MIT
#
# Builds that alternate between two contents are killed (SIGKILL) at random moments; after each
# the published tree must be one of the two, whole, and the next build must get along unaided.
#
#     ATTALAK=program KILL_PROJECT=folder KILLS=200 SEED=1 prove tests/cli/kill.t
use strict;
use warnings;
use Cwd qw(abs_path);
use Digest::SHA;
use File::Basename qw(dirname);
use File::Find;
use File::Temp qw(tempdir);
use POSIX ();
use Test::More;
use Time::HiRes qw(time usleep);

my $top     = abs_path(dirname(__FILE__) . '/../..');
my $project = abs_path($ENV{KILL_PROJECT} || $top);
my $kills   = $ENV{KILLS} || 200;
my ($program) = map { abs_path($_) } grep { $_ && -x $_ } $ENV{ATTALAK}, "$top/.build/attalak",
  "$top/.build/asan/attalak";
BAIL_OUT('no attalak to test: make all')        unless $program;
BAIL_OUT("no content/ in $project")             unless -d "$project/content";
srand($ENV{SEED} || 1);

my $work = tempdir(CLEANUP => 1);
my $site = "$work/site";

# Two projects: the second has another address on every page and one identity less.
sub make_project {
    my ($name) = @_;
    my $folder = "$work/$name";
    mkdir $folder or die "$folder: $!";
    for my $part (grep { -d "$project/$_" } qw(content templates assets)) {
        system('cp', '-r', "$project/$part", "$folder/$part") == 0 or die "cp $part";
    }
    return $folder;
}

sub drop_one_identity {
    my ($folder) = @_;
    my @files;
    find(sub { push @files, $File::Find::name if /^[0-9]+.*\.yaml$/ }, "$folder/content");
    @files = sort @files;
    unlink $files[0] if @files;
}

my %folder = (a => make_project('a'), b => make_project('b'));
drop_one_identity($folder{b});

sub command {
    my ($which) = @_;
    return ($program, 'build', $folder{$which}, '-o', $site, '--base-url',
        "https://$which.example/identity/", '--allow-shrink', '--quiet');
}

sub start {
    my ($which) = @_;
    my $pid = fork() // die "fork: $!";
    return $pid if $pid;
    open STDOUT, '>', "$work/log" or die;
    open STDERR, '>&', \*STDOUT or die;
    exec command($which) or POSIX::_exit(127);
}

# The whole tree in one digest; what only tells inodes and times is left out.
sub digest {
    my @files;
    find({ wanted => sub { push @files, $_ if -f && !-l }, no_chdir => 1 }, $site) if -d $site;
    my $sha = Digest::SHA->new(256);
    for my $path (sort grep { !m{/\.attalak$} } @files) {
        $sha->add(substr($path, length $site), "\0");
        $sha->addfile($path, 'b');
        $sha->add("\0");
    }
    return @files ? $sha->hexdigest : 'no site';
}

sub build {
    my ($which) = @_;
    my $begun = time;
    waitpid start($which), 0;
    return ($? & 127 ? 128 + ($? & 127) : $? >> 8, time - $begun);
}

my ($exit) = build('a');
ok($exit <= 1, "a build exits with 0 or 1 ($exit)") or do {
    open my $log, '<', "$work/log" or die;
    diag(<$log>);
    BAIL_OUT('the project does not build');
};
my %is = (digest() => 'a');
($exit) = build('b');
ok($exit <= 1, 'so does the other content');
my $of_b = digest();
isnt($of_b, (keys %is)[0], 'the two sites differ');
$is{$of_b} = 'b';

# Kills are spread over the life of a build that finds two trees, as most do.
my ($seconds) = sort { $a <=> $b } map { (build($_))[1] } qw(a b a);

my (%seen, @mixed, $finished);
for my $kill (1 .. $kills) {
    my $pid = start(qw(a b)[rand 2]);
    usleep(rand($seconds * 1.1) * 1e6);
    kill 'KILL', $pid;
    waitpid $pid, 0;
    $finished++ unless $? & 127;
    my $name = $is{ digest() };
    push @mixed, $kill unless $name;
    $seen{ $name // 'mixed' }++;
}
is("@mixed", '', "after $kills kills the site was always one of the two, whole");
ok(($seen{a} // 0) && ($seen{b} // 0), 'both were seen');
note(sprintf 'a %d times, b %d times; %d builds were done before the kill; a build takes %.2f s',
    $seen{a} // 0, $seen{b} // 0, $finished // 0, $seconds);

for my $which (qw(a b)) {
    ($exit) = build($which);
    ok($exit <= 1, "the next build of $which needs no help");
    is($is{ digest() }, $which, "and gives $which again");
}
opendir my $dir, $work or die;
is_deeply([grep { !/^\.\.?$|^[ab]$|^log$|^\.site\.(lock|spare|reserve)$/ } sort readdir $dir], ['site'],
    'nothing else is left beside the site');
done_testing();
