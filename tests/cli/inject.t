#!/usr/bin/perl
# SPDX-License-Identifier: MIT
#
# Every system call on files that a small build makes fails, once and from then on, with each of some
# errors, and the process is killed at it (strace's injection). Whatever happens: exit 0 or 1 means
# the new site, whole; every other end means the old one, whole, with a message that names what failed
# and says what to do; and the next build needs no help.
#
#     tests/cli/inject.t                          a seeded choice of call sites (SEED, TRIALS)
#     ALL=1 tests/cli/inject.t                    all of them
#     ALL=1 SHARD=0/2 CALLS=renameat2,fsync tests/cli/inject.t
#     ALL=1 CALLS=newfstatat FROM=398 tests/cli/inject.t     from the 398th call on
#
# Which calls there are is asked of the build itself, so a call that is new is tried too. A build of
# three in a row is hit: the spare tree then holds files to overwrite, to link, to take away.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use Lab;
use Test::More;

BAIL_OUT('no strace: tests/packages.sh deps-test') if system('strace -V >/dev/null 2>&1') != 0;
$ENV{TMPDIR} //= '/dev/shm' if -w '/dev/shm';
$ENV{ASAN_OPTIONS} = 'detect_leaks=0'; # LeakSanitizer needs the ptrace that strace has taken
srand($ENV{SEED} || 1);

my @errors  = qw(ENOSPC EIO EMFILE EINTR EDQUOT EACCES);
my $program = program();
my $work    = scratch();
my $site    = "$work/site";

# ---- three contents, as small as can be ----

# One province, one language, one entry. `before` has a page the others have not, `new` too; what is
# the same in `old` and `new` is another text in `before`; `new` has another style sheet.
sub make_projects {
    my $small = project(copy => 1);
    my $content = "$small/content";
    system 'rm', '-rf', map { "$content/$_" } qw(sheets reports clusters tables.yaml registry/clusters.csv
      identities/370101.yaml pages/about.en.md);
    edit("$content/registry/$_.csv", sub { s/^(?:37|\d37).*\n//mg }) for qw(provinces districts laos);
    edit("$content/site.yaml", sub { s/^languages:.*/languages: [th]/m; s/^reports:.*/reports: {publish: no}/m });
    for my $which (qw(before old new)) {
        system('cp', '-r', $small, "$work/$which") == 0 or die;
        spill("$work/$which/content/pages/only-$which.th.md", "---\ntitle: $which\n---\n\n$which\n");
    }
    edit("$work/before/content/pages/about.th.md", sub { s/\z/\nก่อน\n/ });
    edit("$work/new/assets/style.css", sub { s/\z/\n.new { color: inherit }\n/ });
    edit("$work/new/content/identities/360201.yaml", sub { s/fee: free/fee: 50/ });
}

sub build {
    my ($which, $lang, @before) = @_;
    my $pid = fork // die "fork: $!";
    if (!$pid) {
        open STDOUT, '>', "$work/err" or die;
        open STDERR, '>&', \*STDOUT or die;
        exec @before, $program, 'build', "$work/$which", '-o', $site, '-j1', '--lang', $lang, '--quiet'
          or exit 127;
    }
    waitpid $pid, 0;
    return $? & 127 ? 128 + ($? & 127) : $? >> 8;
}

my %digest;

sub ready {
    return build('before', 'en') <= 1 && build('old', 'en') <= 1 && digest($site) eq $digest{old};
}

# ---- one trial ----

# The place, the word for an error, the sentence and its rule; below it what to do. What is said before
# there is a list of findings has one line; when the terminal itself fails, nothing can be said.
my %word = (th => 'ผิดพลาด', en => 'error');

sub is_told {
    my ($call, $lang, $said) = @_;
    return 1 if $call eq 'write' || $said =~ m{^attalak: \S.*\n\z};
    return $said =~ /^[^:\n]+: $word{$lang}: (?!.*“”).+ \[[a-z]+\.[a-z-]+\]\n +→ \S/m;
}

# What a build that ended like this should not have left or not have said.
sub problem_after {
    my ($code, $call, $lang) = @_;
    my $now = digest($site);
    my ($is) = grep { $digest{$_} eq $now } qw(old new);
    $is //= 'neither';
    my $said = slurp("$work/err");
    return 'sanitizer: ' . substr $said, 0, 500 if $said =~ /Sanitizer|runtime error:/;
    return $is eq 'neither' ? 'the site is neither' : '' if $code == 128 + 9;
    return "the site is $is" if $is ne ($code <= 1 ? 'new' : 'old');
    return '' if $code <= 1 || ($code == 127 && $said =~ /error while loading shared libraries/);
    return 'nothing but the system is wrong: 4' if $code != 4;
    return is_told($call, $lang, $said) ? '' : 'it says only: ' . substr $said, 0, 500;
}

my (%codes, @problems, %said, $missed);

sub try {
    my ($call, $fault, $when, $lang) = @_;
    my $log  = "$work/strace";
    my @fast = $fault =~ /KILL/ ? () : '--seccomp-bpf'; # strace 6.1 sends no signal with it
    my $code = build('new', $lang, 'strace', '-f', '-qq', @fast, '-o', $log, '-e', "trace=$call",
        '-e', "inject=$call:$fault:when=$when");
    # Made fewer times than in the count, for the reserve differs; or it was the sanitizer that read its own options.
    if (slurp($log) !~ /INJECTED|killed by SIGKILL/ || slurp("$work/err") =~ /LeakSanitizer does not work under ptrace/) {
        $missed++;
        return ready();
    }
    $codes{$call}{$code}++;
    my $problem = problem_after($code, $call, $lang);
    $said{"$code " . slurp("$work/err") =~ s/\d+/N/gr} //= "$call $fault $when" if $ENV{SAID};
    $problem ||= 'the next build does not get along' if !ready();
    push @problems, "$call $fault at $when: exit $code, $problem" if $problem;
    ready() if $problem;
}

# ---- all of them, or some ----

sub count_calls {
    my %count;
    build('new', 'en', 'strace', '-f', '-qq', '-o', "$work/strace", '-e', 'trace=%desc,%file');
    my $trace = slurp("$work/strace");
    $count{$1}++ while $trace =~ /^\d+ +(\w+)\(/mg;
    delete @count{qw(execve mmap)}; # that is memory, and the sanitizer's too
    delete $count{open}; # the sanitizer's, which reads its options so: the program and libc say openat
    return %count;
}

# A call that is interrupted for ever is tried again for ever: EINTR comes once only.
sub faults {
    return map { my $e = "error=$_"; $_ eq 'EINTR' ? [$e, ''] : ([$e, ''], [$e, '+']) } @errors;
}

sub all_trials {
    my %count = @_;
    my @trials;
    for my $call (sort keys %count) {
        for my $fault (faults(), ['signal=KILL', '']) {
            push @trials, map { [$call, $fault->[0], $_ . $fault->[1]] } ($ENV{FROM} || 1) .. $count{$call};
        }
    }
    return @trials;
}

# Of each call and fault one site, then others until there are enough.
sub some_of {
    my ($wanted, @trials) = @_;
    my (%first, @rest);
    for my $trial (sort { $a->[3] <=> $b->[3] } map { [@$_, rand] } @trials) {
        my $key = "$trial->[0] $trial->[1]";
        $first{$key} ? push @rest, $trial : ($first{$key} = $trial);
    }
    my @chosen = (sort { $a->[3] <=> $b->[3] } values %first);
    push @chosen, @rest;
    return @chosen[0 .. ($#chosen < $wanted - 1 ? $#chosen : $wanted - 1)];
}

make_projects();
for my $which (qw(before old new before old)) {
    my $code = build($which, 'en');
    $code <= 1 or BAIL_OUT("$which does not build: " . slurp("$work/err"));
    $digest{$which} = digest($site);
}
isnt($digest{old}, $digest{new}, 'the two sites differ');
my %count = count_calls();
ready() or BAIL_OUT('the old content does not build');
my @calls = split /,/, $ENV{CALLS} // '';
%count = map { $_ => $count{$_} // BAIL_OUT("$_ is never called") } @calls if @calls;
my @trials = all_trials(%count);
my ($shard, $shards) = split m{/}, $ENV{SHARD} // '0/1';
@trials = $ENV{ALL} ? @trials[grep { $_ % $shards == $shard } 0 .. $#trials] : some_of($ENV{TRIALS} || 120, @trials);
my $n = 0;
try(@$_[0 .. 2], $n++ % 2 ? 'en' : 'th') for @trials;
$missed //= 0;
is(join("\n", @problems), '', (@trials - $missed) . ' faults of ' . keys(%codes) . ' system calls');
cmp_ok($missed, '<', @trials / 20 + 2, "$missed did not come about") if !$ENV{FROM};
for my $call (sort keys %codes) {
    note(sprintf '%-11s %4d call sites; exit codes %s', $call, $count{$call},
        join ', ', map { "$_: $codes{$call}{$_}" } sort { $a <=> $b } keys %{ $codes{$call} });
}
note("$said{$_}: $_") for sort keys %said;
done_testing();
