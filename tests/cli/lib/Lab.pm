# SPDX-License-Identifier: MIT
#
# What the command-line tests share: the program, small projects, digests of trees.
#
#     my $project = project();                    tests/bad/base with the real words and templates
#     my $run = attalak('build', $project);       {code, out, err}
#     digest("$project/site")                     of all its files; times and inodes left out
package Lab;
use strict;
use warnings;
use Cwd qw(abs_path);
use Digest::SHA;
use Exporter 'import';
use File::Basename qw(dirname);
use File::Find;
use File::Temp qw(tempdir);
use Scalar::Util qw(dualvar);
our @EXPORT = qw($top program attalak project sample slurp spill edit files digest scratch);

our @before;    # words before the program's own: another user, a tracer
our $top = abs_path(dirname(__FILE__) . '/../../..');
my ($program) = map { abs_path($_) } grep { $_ && -x $_ } $ENV{ATTALAK}, "$top/.build/asan/attalak",
  "$top/.build/attalak";
die "no attalak to test: make all asan\n" unless $program;
delete @ENV{qw(LANG LC_ALL SOURCE_DATE_EPOCH NO_COLOR)};
my $logs = tempdir('attalak-cli-XXXXXX', TMPDIR => 1, CLEANUP => 1);

sub program { return $program }

sub scratch { return tempdir('attalak-cli-XXXXXX', TMPDIR => 1, CLEANUP => 1) }

sub slurp {
    my ($path) = @_;
    open my $in, '<:raw', $path or return '';
    local $/;
    return scalar(<$in>) // '';
}

sub spill {
    my ($path, $bytes) = @_;
    system 'mkdir', '-p', dirname($path);
    open my $out, '>:raw', $path or die "$path: $!\n";
    print $out $bytes;
    close $out or die "$path: $!\n";
}

# Changes a file by a substitution; dies when nothing changes, so that no test rots unseen.
sub edit {
    my ($path, $change) = @_;
    my $before = local $_ = slurp($path);
    $change->();
    die "$path: nothing to change\n" if $_ eq $before;
    spill($path, $_);
}

sub attalak {
    my @command = (@before, $program, @_);
    my $pid = fork // die "fork: $!\n";
    if (!$pid) {
        open STDIN,  '<', '/dev/null';
        open STDOUT, '>', "$logs/out" or die;
        open STDERR, '>', "$logs/err" or die;
        exec @command or exit 127;
    }
    waitpid $pid, 0;
    my $code = $? & 127 ? 'signal ' . ($? & 127) : $? >> 8;
    my %run = (code => $code, out => slurp("$logs/out"), err => slurp("$logs/err"));
    # Who has become another user may not be traced, which LeakSanitizer tells at the end: that is no leak.
    my $found = $run{err} =~ /Sanitizer|runtime error:/ && $run{err} !~ /LeakSanitizer does not work under ptrace/;
    # No code of the program's, whether it is read as a text or as a number.
    $run{code} = dualvar(99, "sanitizer: $run{err}") if $found;
    return \%run;
}

# A small project of three entries that has no finding; `copy` copies templates and assets as well.
sub project {
    my (%with) = @_;
    my $dir = scratch();
    system('cp', '-r', "$top/tests/bad/base/content", "$dir/content") == 0 or die;
    system('cp', '-r', "$top/content/words", "$top/content/vocabulary", "$dir/content") == 0 or die;
    for my $part (qw(templates assets)) {
        $with{copy} ? system('cp', '-r', "$top/$part", "$dir/$part") : symlink "$top/$part", "$dir/$part";
    }
    return $dir;
}

# The repository's own content, copied: somebody may be writing it.
sub sample {
    my $dir = scratch();
    system('cp', '-r', "$top/$_", "$dir/$_") == 0 or die for qw(content templates assets);
    return $dir;
}

sub files {
    my ($dir) = @_;
    my @files;
    find({ wanted => sub { push @files, substr $_, length($dir) + 1 if -f && !-l }, no_chdir => 1 }, $dir)
      if -d $dir;
    return sort grep { $_ ne '.attalak' } @files;
}

sub digest {
    my ($dir) = @_;
    my $sha = Digest::SHA->new(256);
    $sha->add("$_\0", Digest::SHA->new(256)->addfile("$dir/$_", 'b')->hexdigest, "\n") for files($dir);
    return $sha->hexdigest;
}

1;
