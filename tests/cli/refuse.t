#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# What is refused, with its code; and that a refusal leaves the published site as it was.
use strict;
use warnings;
use Fcntl qw(LOCK_EX);
use FindBin;
use IO::Handle;
use lib "$FindBin::Bin/lib";
use Lab;
use Test::More;

my $project = project(copy => 1);
my $site    = "$project/site";
is(attalak('build', $project, '--quiet')->{code}, 0, 'a site to lose');
my $before = digest($site);

# One refusal: its code, its words, the site untouched.
sub refused {
    my ($name, $code, $words, @arguments) = @_;
    my $run = attalak('build', $project, @arguments);
    is($run->{code}, $code, "$code: $name") or diag($run->{err});
    like($run->{err}, $words, 'it says why');
    is(digest($site), $before, 'the site is as it was');
}

# ---- 3: output that is not ours ----

my $foreign = scratch();
spill("$foreign/photos/wedding.jpg", 'not yours');
refused('a folder that attalak did not make', 3, qr/publish\.foreign-folder/, '-o', $foreign);
is(slurp("$foreign/photos/wedding.jpg"), 'not yours', 'it is untouched');
refused('the root of everything', 3, qr/publish\./, '-o', '/');
refused('the home folder', 3, qr/publish\./, '-o', $ENV{HOME} // '/root');
refused('a folder of the content', 3, qr/publish\.in-content/, '-o', "$project/content/site");
spill("$foreign/r/.git/HEAD", "ref: refs/heads/main\n");
refused('a repository', 3, qr/publish\./, '-o', "$foreign/r");
spill("$foreign/file", 'x');
refused('a file', 3, qr/publish\./, '-o', "$foreign/file");

# ---- 3: another build at work ----

open my $lock, '+>', "$project/.site.lock" or die;
flock $lock, LOCK_EX or die;
print $lock "4711\n";
$lock->flush;
refused('another build at work', 3, qr/4711.*publish\.locked/);
close $lock;

# ---- 3: no exchange of two folders on this disk ----

# A file system that cannot: the kernel's answer there is EINVAL.
sub without_exchange {
    my (@arguments) = @_;
    local $ENV{ASAN_OPTIONS} = 'detect_leaks=0'; # LeakSanitizer needs the ptrace that strace has taken
    system("strace -f -qq -o /dev/null -e inject=renameat2:error=EINVAL '${\ program()}' build '$project' "
        . "--quiet @arguments 2>'$foreign/err'");
    return $? >> 8;
}
my @elsewhere = ('--base-url', 'https://b.example/');
is(without_exchange(@elsewhere), 3, '3: a disk that cannot exchange two folders');
like(slurp("$foreign/err"), qr/--allow-nonatomic.*/, 'it says what can be done');
is(digest($site), $before, 'the site is as it was');
is(without_exchange(@elsewhere, '--allow-nonatomic'), 0, '--allow-nonatomic is told so');
isnt(digest($site), $before, 'the site is another');
is(attalak('build', $project, '--quiet')->{code}, 0, 'back again');
is(digest($site), $before, 'as it was');
ok(!-e "$project/.site.old", 'nothing is left of the two steps');

# ---- 3: the shrink guard ----

my $sheet = slurp("$project/content/sheets/identities.csv");
edit("$project/content/sheets/identities.csv", sub { s/\n.*/\n/s });
refused('a sheet that came empty', 3, qr/publish\.shrunk/);
spill("$project/content/sheets/identities.csv", '');
refused('a sheet of no bytes', 3, qr/publish\.shrunk/);
spill("$project/content/sheets/identities.csv", substr $sheet, 0, length($sheet) - 40);
refused('a sheet that was cut short', 3, qr/publish\.shrunk/);
spill("$project/content/sheets/identities.csv", "<!DOCTYPE html><html><title>Sign in</title></html>\n");
refused('a login page instead of a sheet', 3, qr/publish\.shrunk/);
is(attalak('build', $project, '-o', "$project/other", '--quiet')->{code}, 1, 'a first site cannot shrink');
is(attalak('build', $project, '--allow-shrink', '--quiet')->{code}, 1, '--allow-shrink is told so');
spill("$project/content/sheets/identities.csv", $sheet);
is(attalak('build', $project, '--quiet')->{code}, 0, 'the sheet is back');
is(digest($site), $before, 'and so is the site');

# ---- 2: configuration ----

edit("$project/templates/entry.html", sub { s/<section/{{no_such_name}}$&/ });
refused('a name that no view provides', 2, qr{templates/entry\.html:\d+:\d+: error: .*no_such_name.*\[template\.(?:unknown|no-such)-name\]});
edit("$project/templates/entry.html", sub { s/\{\{no_such_name\}\}/{{#entry}}/ });
refused('a section that is never closed', 2, qr{templates/entry\.html:\d+:\d+: error: });
edit("$project/templates/entry.html", sub { s/\{\{#entry\}\}/{{>no\/such}}/ });
refused('a partial that is not there', 2, qr{templates/entry\.html:\d+:\d+: error: .*\[template\.unknown-partial\]});
edit("$project/templates/entry.html", sub { s/\{\{>no\/such\}\}//; });
my $entry = slurp("$project/templates/entry.html");
unlink "$project/templates/entry.html";
refused('a template that is missing', 2, qr{entry\.html.*template\.missing-file}s);
spill("$project/templates/entry.html", $entry);
is(attalak('build', $project, '--quiet')->{code}, 0, 'mended');
is(digest($site), $before, 'the site is the same again');

my $settings = slurp("$project/content/site.yaml");
unlink "$project/content/site.yaml";
refused('no site.yaml', 2, qr/site\.missing/);
spill("$project/content/site.yaml", $settings);
symlink '/etc/passwd', "$project/content/pages/passwd.th.md";
refused('a link in the content', 2, qr/file\.special/);
unlink "$project/content/pages/passwd.th.md";
rename "$project/assets", "$project/gone";
refused('no assets', 2, qr/assets/);
rename "$project/gone", "$project/assets";
is(attalak('build', $project, '--quiet')->{code}, 0, 'whole again');
is(digest($site), $before, 'as before');
done_testing();
