# SPDX-License-Identifier: MIT
#
# A published tree as a test sees it: what lies where, and whether a build touched it.
#
#     my $tree = tree($site);       path => {kind, mode, inode, size, mtime, ctime, links}; '' is the root
#     my $bytes = tree_bytes($site, $tree);       path => bytes of its regular files
#     is_same_file($a, $b)          the same inode, size, mode and mtime
#     is_later($time, $than)        of two mtimes: exact, where a number would lose nanoseconds
package Tree;
use strict;
use warnings;
use Exporter 'import';
our @EXPORT = qw(tree tree_bytes is_same_file is_later memory_room MARKER MANIFEST);

use constant { MARKER => '.attalak', MANIFEST => 'manifest.txt' };

# In memory when there is room for two trees of the country, else where temporary files go.
sub memory_room {
    my @lines = -w '/dev/shm' ? `df -Pk /dev/shm` : ();
    return @lines > 1 && (split ' ', $lines[1])[3] > 2_500_000 ? '/dev/shm' : $ENV{TMPDIR} || '/tmp';
}

# find tells nanoseconds; Perl's stat does not.
sub tree {
    my ($dir) = @_;
    open my $find, '-|', 'find', $dir, '-printf', '%y %m %i %s %T@ %C@ %n %P\0' or die "find: $!\n";
    local $/ = "\0";
    my %tree;
    while (<$find>) {
        chomp;
        my ($kind, $mode, $inode, $size, $mtime, $ctime, $links, $path) = split / /, $_, 8;
        $tree{$path} = { kind => $kind, mode => $mode, inode => $inode, size => $size, mtime => $mtime,
                         ctime => $ctime, links => $links };
    }
    close $find;
    return \%tree;
}

sub tree_bytes {
    my ($dir, $tree, @paths) = @_;
    my %bytes;
    for my $path (@paths ? @paths : grep { $tree->{$_}{kind} eq 'f' } keys %$tree) {
        next if !$tree->{$path} || $tree->{$path}{kind} ne 'f';
        open my $in, '<:raw', "$dir/$path" or die "$dir/$path: $!\n";
        local $/;
        $bytes{$path} = <$in> // '';
    }
    return \%bytes;
}

sub is_same_file {
    my ($a, $b) = @_;
    return $a && $b && "@{$a}{qw(kind inode size mode mtime)}" eq "@{$b}{qw(kind inode size mode mtime)}";
}

sub is_later {
    my ($time, $than) = map { [split /\./] } @_;
    return $time->[0] == $than->[0] ? $time->[1] gt $than->[1] : $time->[0] > $than->[0];
}

1;
