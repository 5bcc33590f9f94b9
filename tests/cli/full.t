#!/usr/bin/perl
# SPDX-License-Identifier: MIT
#
# Disks that fill up and writes that are cut short, with the bytes really written as far as they went:
# - a shim in front of write and pwrite takes a few bytes at a time, or so many in all and then ENOSPC
# - the kernel's own limit of a file's size (ulimit -f) cuts a write short and then refuses
# - FULL_DISK=1: a real tmpfs of k KiB for many k (needs mount(8), so `make soak` only, which fails without)
# Exit 0 means the new site, whole; any other end the old one, with a message, and the next build is fine.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use Lab;
use Test::More;

$ENV{TMPDIR} //= '/dev/shm' if -w '/dev/shm';
my $work = scratch();
my %folder = map { $_ => project(copy => 1) } qw(old new);
edit("$folder{new}/assets/style.css", sub { s/\z/\n.new { color: inherit }\n/ });

spill("$work/shim.c", <<'C');
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
static long left = -1, most = -1;
__attribute__((constructor)) static void begin(void)
{
    if (getenv("SHIM_LEFT")) left = atol(getenv("SHIM_LEFT"));
    if (getenv("SHIM_MOST")) most = atol(getenv("SHIM_MOST"));
}
/* How many bytes of these may be written; -1: none, the disk is full. One thread only (-j1). */
static long allow(int fd, size_t size)
{
    struct stat st;
    if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode)) return (long)size;
    long n = (long)size;
    if (most >= 0 && n > most) n = most;
    if (left < 0) return n;
    if (n > left) n = left;
    left -= n;
    if (n == 0 && size) { errno = ENOSPC; return -1; }
    return n;
}
#define SHIM(name, declare, pass)                                                  \
    ssize_t name declare                                                           \
    {                                                                              \
        ssize_t (*next) declare = dlsym(RTLD_NEXT, #name);                         \
        long n = allow(fd, size);                                                  \
        return n < 0 ? -1 : next pass;                                             \
    }
SHIM(write, (int fd, const void *bytes, size_t size), (fd, bytes, (size_t)n))
SHIM(pwrite, (int fd, const void *bytes, size_t size, off_t at), (fd, bytes, (size_t)n, at))
SHIM(pwrite64, (int fd, const void *bytes, size_t size, off64_t at), (fd, bytes, (size_t)n, at))
C
system('cc', '-shared', '-fPIC', '-O1', '-o', "$work/shim.so", "$work/shim.c", '-ldl') == 0
  or BAIL_OUT('the shim does not compile');

my %digest;

# A build into $site, perhaps with the shim's settings or below a shell's `ulimit`.
sub build {
    my ($which, $site, %how) = @_;
    my @command = (program(), 'build', $folder{$which}, '-o', $site, '-j1', '--quiet', '--lang', 'en',
        '--base-url', "https://$which.example/");
    @command = ('sh', '-c', "ulimit -f $how{limit}; exec \"\$@\"", 'sh', @command) if defined $how{limit};
    my $pid = fork // die "fork: $!";
    if (!$pid) {
        open STDOUT, '>', "$work/err" or die;
        open STDERR, '>&', \*STDOUT or die;
        if ($how{shim}) {
            @ENV{ keys %{ $how{shim} } } = values %{ $how{shim} };
            $ENV{LD_PRELOAD}   = "$work/shim.so";
            $ENV{ASAN_OPTIONS} = 'verify_asan_link_order=0';
        }
        exec @command or exit 127;
    }
    waitpid $pid, 0;
    return $? & 127 ? 128 + ($? & 127) : $? >> 8;
}

my ($tried, $refused, @problems);

# The old site is there; the new one is built under some shortage.
sub try {
    my ($name, $site, %how) = @_;
    my $code = build('new', $site, %how);
    my $said = slurp("$work/err");
    $tried++;
    $refused += $code == 4;
    my $is = digest($site) eq $digest{ $code <= 1 ? 'new' : 'old' };
    push @problems, "$name: exit $code, another site" if !$is;
    push @problems, "$name: exit $code: $said" if $code > 1 && ($code != 4 || $said !~ /Cannot write “[^”]+”: .*\n +→/);
    push @problems, "$name: the old site does not build again" if build('old', $site) > 1 || digest($site) ne $digest{old};
}

sub conclude {
    my ($what, $at_least) = @_;
    is(join("\n", @problems), '', "$what: $tried builds, $refused refused");
    cmp_ok($refused, '>=', $at_least, 'the shortage was felt') if $at_least;
    ($tried, $refused, @problems) = (0, 0);
}

my $site = "$work/site";
for my $which (qw(old new old new old)) { # what is kept of the other's assets is then the same each time
    cmp_ok(build($which, $site), '<=', 1, "the $which site builds");
    $digest{$which} = digest($site);
}
my $bytes = -s "$site/manifest.txt";
$bytes += -s "$site/$_" for files($site);

try("$_ bytes at a time", $site, shim => { SHIM_MOST => $_ }) for 7, 1000;
conclude('short writes', 0);
my $sites = $ENV{ALL} ? 300 : 12;
try("$_ bytes in all", $site, shim => { SHIM_LEFT => $_ })
  for map { int($bytes / $sites * $_ * 0.8) } 0 .. $sites - 1;
conclude('a full disk', $sites / 2);
try("files of $_ blocks", $site, limit => $_) for $ENV{ALL} ? (1 .. 40) : (1, 9, 20);
conclude('a limit of the size', 2);

# A real disk of k KiB, as small as the old site allows, and larger until there is room for both.
if ($ENV{FULL_DISK}) {
    mkdir "$work/disk" or die;
    my $mount = sub { system('mount', '-t', 'tmpfs', '-o', "size=$_[0]k", 'none', "$work/disk") == 0 };
    my $room = int($bytes / 1024);
    for (my $k = $room; $k < 3 * $room; $k += int($room / 40)) {
        $mount->($k) or BAIL_OUT('cannot mount a tmpfs: run as root');
        if (build('old', "$work/disk/site") <= 1) {
            build('new', "$work/disk/site") <= 1 && build('old', "$work/disk/site");
            $digest{old} = digest("$work/disk/site"); # without or with the other's assets
            try("a disk of $k KiB", "$work/disk/site");
        }
        system('umount', "$work/disk") == 0 or die;
    }
    conclude('a real disk', 5);
}
done_testing();
