#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# The command line: help, version, what is refused, and every exit code.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use Lab;
use Test::More;

my @commands = qw(build check diff new remind render sheet-template snapshot limits);

# ---- help ----

my $help = attalak('--help');
is($help->{code}, 0, '--help');
like($help->{out}, qr/^  attalak $_\b/m, "it tells of $_") for @commands;
like($help->{out}, qr/Exit codes: 0 .*1 .*2 .*3 .*4 /s, 'and of the exit codes');
for my $command (@commands) {
    my $run = attalak($command, '--help');
    is($run->{code}, 0, "$command --help");
    like($run->{out}, qr/^Usage: attalak $command/, 'its usage');
}
my $version = attalak('--version');
is($version->{code}, 0, '--version');
like($version->{out}, qr/^attalak \d+\.\d+\.\d+\n$/, 'a number');

# ---- 2: usage ----

my $project = project();
my @wrong = (
    [], ['bild'], ['build', '--colour'], ['build', '-j', '0', $project], ['build', '-j', '65', $project],
    ['build', '-j', 'many', $project], ['build', '--base-url', 'example.go.th', $project],
    ['build', '--base-url', 'https://example.go.th/x', $project],
    map({ ['build', '--base-url', $_, $project] } "https://ex\xff\x01.th:99999\@[x]/%zz/",
        'https://example.go.th:8080/', 'https://officer@example.go.th/', 'https://10.0.0.1/',
        'https://example/', 'https://example.go.th/%zz/', "https://example.go.th/\xe0\xb8/",
        'https://example.go.th/?page=/', 'https://example.go.th/#/', 'ftp://example.go.th/'),
    ['build', '--url-style', 'flat', $project], ['build', '--lang', 'fr', $project],
    ['build', $project, $project], ['check', "$project/nowhere"], ['build', "$project/nowhere"],
    ['check', $project, '--explain', ''], ['check', $project, '--strict'],
    ['check', $project, '--allow-shrink'], ['check', $project, '--url-style', 'file'],
    ['build', $project, '--rules'], ['build', $project, '--explain', 'lao.unknown-code'],
    ['build', $project, '--format', 'csv'],
    ['render'], ['render', 'nowhere.html', 'nowhere.yaml'], ['new'], ['new', '999999', $project],
);
for my $arguments (@wrong) {
    my $run = attalak(@$arguments);
    is($run->{code}, 2, "2: attalak @$arguments");
    isnt($run->{err}, '', 'says why on standard error');
    is($run->{out}, '', 'and nothing on standard output');
}
ok(!-e "$project/site", 'nothing was written');
my $strict = attalak('check', $project, '--strict');
like($strict->{err}, qr/--strict'\nUsage: attalak check \[DIR\]/, 'an option of another command: the usage');
unlike($strict->{err}, qr/attalak build/, 'of this one');

# ---- 0 and 1 ----

my $run = attalak('check', $project);
is($run->{code}, 0, '0: nothing found');
is($run->{out}, "Nothing has to be changed.\n", 'said plainly');
$run = attalak('build', $project, '-j2');
is($run->{code}, 0, '0: published clean');
is($run->{out}, '', 'a build speaks on standard error');
like($run->{err}, qr/3 entries published, 0 held back/, 'and counts');
is(attalak('build', $project, '--quiet')->{err}, '', '--quiet says nothing when all is well');

edit("$project/content/identities/370101.yaml", sub { s/historic/histori/ });
$run = attalak('check', $project);
is($run->{code}, 1, '1: an entry in error');
like($run->{out}, qr{^identities/370101.yaml:2:11: error: .*\n    category: histori\n    → .*historic}m, 'its place, and what was meant');
unlike($run->{out}, qr/\e\[/, 'no colours in a pipe');
like(attalak('check', $project, '--lang', 'th')->{out}, qr/ผิดพลาด: /, 'in Thai on demand');
is(attalak('check', $project, '-o', "$project/found.txt")->{out}, '', '-o: nothing on standard output');
ok(-s "$project/found.txt", 'but in the file');
is(attalak('check', $project, '-o', "$project/no/such/folder")->{code}, 4, '4: a file that cannot be');
{
    local $ENV{LANG} = 'th_TH.UTF-8';
    like(attalak('check', $project)->{out}, qr/ผิดพลาด: /, 'and by LANG');
}
$run = attalak('build', $project, '--allow-shrink');
is($run->{code}, 1, '1: published, one entry held back');
like($run->{err}, qr/2 entries published, 1 held back/, 'and counts');
like($run->{err}, qr/^1 error, 0 warnings, 0 notes$/m, 'one is not many');
unlike($run->{err}, qr/left something else out/, 'nothing else is left out');
ok(-e "$project/site/th/chaiyaphum/360201/index.html", 'the others are there');
ok(!-e "$project/site/th/amnat-charoen/370101/index.html", 'it is not');

my $intro = project();
edit("$intro/content/provinces/chaiyaphum.yaml", sub { s/^/broken: [\n/ });
$run = attalak('build', $intro, '-j2');
is($run->{code}, 1, '1: an introduction that cannot be read');
like($run->{err}, qr/3 entries published, 0 held back, 1 error left something else out$/m, 'said truly');
like(attalak('build', $intro, '--lang', 'th')->{err}, qr/ส่วนอื่นไม่ได้เผยแพร่เพราะผิดพลาด 1 เรื่อง$/m, 'in Thai too');

# ---- nobody reads on, as behind `| head -1` ----

# How a command ends when nobody reads what it says.
sub unread {
    my @command = (program(), @_);
    pipe my $reader, my $writer or die;
    close $reader;
    my $pid = fork // die;
    if (!$pid) {
        open STDOUT, '>&', $writer or die;
        open STDERR, '>&', $writer or die;
        exec @command or exit 127;
    }
    waitpid $pid, 0;
    return $?;
}
edit("$project/content/identities/360201.yaml", sub { s/^(updated:).*/$1 2568-06-30/m });
my $published = digest("$project/site");
is(unread('build', $project) >> 8, 1, 'a build that nobody reads has its own code');
isnt(digest("$project/site"), $published, 'that of the site that it published');
is(unread('check', $project) & 127, 13, 'a check has nothing else to do, and ends quietly');

# ---- 3 and 4 ----

my $before = digest("$project/site");
is(attalak('build', $project, '--strict')->{code}, 3, '3: --strict refuses what has an error');
is(digest("$project/site"), $before, 'the site is as it was');
SKIP: {
    skip 'no /dev/full', 1 unless -e '/dev/full';
    my $code = system "$^X -e '1' && '" . ($ENV{ATTALAK} // "$top/.build/asan/attalak")
      . "' check '$project' >/dev/full 2>/dev/null";
    isnt($code, 0, 'findings that cannot be written are not a success');
}
SKIP: {
    my $small = scratch();
    skip 'no tmpfs to fill', 2 if system "mount -t tmpfs -o size=200k tmpfs '$small' 2>/dev/null";
    my $full = attalak('build', $project, '-o', "$small/site", '--allow-nonatomic');
    is($full->{code}, 4, '4: the disk is full') or diag($full->{err});
    ok(!-e "$small/site", 'no site rather than half of one');
    system 'umount', $small;
}
done_testing();
