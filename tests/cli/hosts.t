#!/usr/bin/perl
# SPDX-License-Identifier: MIT
#
# Hosts that are linked for the first time: none in the first build, listed later, and from the
# fifty-first on refused with code 3 until somebody has looked at them.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use Lab;
use Test::More;

my $project = project();
my $site    = "$project/site";
my $story   = "$project/content/identities/370101.th.md";
spill("$project/content/identities/370101.en.md", "english\n");

# A story with links to the hosts from..to, and a build of it.
sub linking {
    my ($from, $to, @arguments) = @_;
    spill($story, join "\n", 'เรื่อง', map { "[a](https://h$_.example.com/x)" } $from .. $to);
    return attalak('build', $project, @arguments);
}

sub listed {
    my ($run) = @_;
    return scalar(() = $run->{err} =~ /\[publish\.new-host\]/g);
}

my $run = linking(1, 60);
is($run->{code}, 0, 'a first build of sixty hosts');
is(listed($run), 0, 'in which nothing is new');
$run = attalak('build', $project);
is(listed($run), 0, 'nor in one that changes nothing');
like($run->{err}, qr/nothing changed/, 'which writes nothing');

$run = linking(1, 61);
is($run->{code}, 0, 'one more is published');
is(listed($run), 1, 'and listed');
like($run->{err}, qr{^identities/370101\.yaml.*h61\.example\.com.*370101 }m, 'with the entry that has it');
is(listed(attalak('build', $project)), 0, 'once');
is(listed(linking(1, 62, '--quiet')), 0, '--quiet lists nothing');

$run = linking(1, 112);
is($run->{code}, 0, 'fifty new ones are published');
is(listed($run), 50, 'all listed');

my $before = digest($site);
$run = linking(1, 163, '--quiet');
is($run->{code}, 3, 'fifty-one are not');
is(listed($run), 51, 'all are listed all the same');
like($run->{err}, qr/\[publish\.too-many-new-hosts\]/, 'with the reason');
like($run->{err}, qr/--allow-new-hosts/, 'and what to do');
is(digest($site), $before, 'the site is as it was');
$run = linking(1, 163, '--allow-new-hosts');
is($run->{code}, 0, '--allow-new-hosts: somebody has looked');
is(listed($run), 51, 'they are listed');
is(listed(attalak('build', $project)), 0, 'and remembered');

# ---- where links are ----

edit("$project/content/identities/360201.yaml", sub {
    s{website: \S+}{website: https://contact.example.com/};
    $_ .= "buy: [{name: {th: ก, en: a}, url: https://buy.example.com/}]\n"
        . "videos: [{title: {th: ก, en: a}, url: https://VIDEO.example.com/}]\n";
});
edit("$project/content/provinces/chaiyaphum.yaml", sub {
    $_ .= "intro: {th: '[a](https://intro.example.com/)', en: '[a](https://intro.example.com/)'}\n"
        . "projects: [{name: {th: ก, en: a}, url: https://project.example.com/}]\n" });
edit("$project/content/pages/about.th.md", sub { $_ .= "\n[a](https://page.example.com/)\n" });
edit("$project/content/registry/laos.csv", sub { s{^(\d*370101,.*,)[^,\n]*$}{$1https://registry.example.com/}m });
$run = attalak('build', $project);
is($run->{code}, 0, 'links in all other places');
my @hosts = sort $run->{err} =~ /(\w+\.example\.com).*\[publish\.new-host\]/g;
is("@hosts", join(' ', map { "$_.example.com" } qw(buy contact intro page project registry video)),
    'each is listed, in lower case');

# ---- what is not published does not count ----

spill($story, "[a](https://held.example.com/)\n");
edit("$project/content/identities/370101.yaml", sub { s/historic/none/ });
$run = attalak('build', $project, '--allow-shrink');
is($run->{code}, 1, 'an entry is held back');
is(listed($run), 0, 'and so are its links');
done_testing();
