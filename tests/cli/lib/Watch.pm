# SPDX-License-Identifier: MIT
#
# A process that reads a published tree without pause while builds go on and are killed.
#
#     my $watch = watch($site, \%known);          digest => name of each whole generation
#     ... builds ...
#     my $seen = $watch->();                      {whole, left, void, mixed => [what it saw]}
#
# What a pass may claim. It opens the folder once and reads all through that handle. The handle
# goes on pointing at the same tree after an exchange, but then that tree is the spare one, which
# the *next* build rewrites in place. So a pass is judged by what the handle was at its end:
#   whole  it is the published folder still, and was all along (inode and ctime: an exchange sets it)
#   left   exchanged away meanwhile, but no build has begun on it: the private manifest, which a
#          build overwrites before anything else, is what it was while the tree was published
#   void   a later build has begun on it: what was read is not one moment's tree, and proves nothing
# Every pass that is whole or left must be one known generation. A missing folder is a mixed tree.
package Watch;
use strict;
use warnings;
use Exporter 'import';
use Lab;
use Storable qw(lock_retrieve lock_store);
use Time::HiRes qw(stat);
our @EXPORT = qw(watch look_once);

sub moment {
    my ($path) = @_;
    my @stat = stat $path or return 'none';
    return "@stat[0, 1, 10]";
}

# One pass: [whole | left | void | mixed, what was seen]
sub look_once {
    my ($site, $known) = @_;
    my $now = moment($site);
    opendir my $folder, $site or return ['mixed', "no folder: $!"];
    chdir $folder or die "fchdir: $!\n";
    my $marker = slurp('.attalak');
    return ['void'] if $now ne moment($site) || $now ne moment('.');
    my $digest = digest('.');
    my $is_left = moment($site) ne $now;
    return ['void'] if $is_left && slurp('.attalak') ne $marker;
    return ['mixed', "digest $digest"] if !$known->{$digest};
    return [$is_left ? 'left' : 'whole'];
}

sub look_for_ever {
    my ($site, $known, $log) = @_;
    my ($stop, %seen) = (0, whole => 0, left => 0, void => 0, mixed => []);
    local $SIG{TERM} = sub { $stop = 1 };
    while (!$stop) {
        my ($is, $what) = @{ look_once($site, $known) };
        if   ($is eq 'mixed') { push @{ $seen{mixed} }, $what }
        else                  { $seen{$is}++ }
        last if @{ $seen{mixed} } > 20;
    }
    lock_store(\%seen, $log);
}

sub watch {
    my ($site, $known) = @_;
    my $log = scratch() . '/seen';
    my $pid = fork // die "fork: $!\n";
    if (!$pid) {
        eval { look_for_ever($site, $known, $log); 1 } or warn $@;
        require POSIX;
        POSIX::_exit(0); # File::Temp's folders are the parent's
    }
    return sub {
        kill 'TERM', $pid;
        waitpid $pid, 0;
        return -e $log ? lock_retrieve($log) : { whole => 0, left => 0, void => 0, mixed => ['the reader died'] };
    };
}

1;
