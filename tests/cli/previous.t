#!/usr/bin/perl
# SPDX-License-Identifier: MIT
#
# build --previous-manifest, as a job of continuous integration gives it: a machine without the last
# site makes files of the same times, but for what changed. (The rest: t_publish_previous.c.)
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use Lab;
use Test::More;
use Tree;

my $project = project(copy => 1);
my $work    = scratch();
my $site    = "$work/site";

sub build { return attalak('build', $project, '-o', $site, '--lang', 'en', @_) }

is(build()->{code}, 0, 'the site that is published');
my $before = tree($site);
system('mv', $site, "$work/published") == 0 or die;
my $marker = "$work/published/.attalak";

edit("$project/content/identities/360201.yaml", sub { s/en: Woven/en: Still woven/ });
is(build('--previous-manifest', $marker)->{code}, 0, 'a build on another machine');
my $after = tree($site);
my (@same, @later, @wrong);
for my $path (grep { $after->{$_}{kind} eq 'f' && $_ ne MARKER } sort keys %$after) {
    my $is_equal = $before->{$path} && slurp("$site/$path") eq slurp("$work/published/$path");
    my ($then, $now) = map { $_ ? $_->{mtime} : 0 } $before->{$path}, $after->{$path};
    push @{ ($is_equal ? $now eq $then : is_later($now, $then)) ? $is_equal ? \@same : \@later : \@wrong }, $path;
}
is_deeply(\@wrong, [], 'what is the same has its old time, what changed a later one');
cmp_ok(scalar @same, '>', 20, 'much is the same');
cmp_ok(scalar @later, '>', 3, 'some pages changed');
like(build('--previous-manifest', $marker)->{err}, qr/^nothing changed/m, 'where a site is, it is what is compared with');

system('rm', '-rf', $site, "$work/.site.spare") == 0 or die;
my $run = build('--previous-manifest', "$work/published/manifest.txt");
is($run->{code}, 3, 'manifest.txt is no such manifest');
like($run->{err}, qr/\[publish\.previous-damaged\]/, 'and that is said') or diag $run->{err};
ok(!-e $site, 'nothing was published');
is(build('--previous-manifest', "$work/none")->{code}, 3, 'a manifest that is not there');
is(build('--previous-manifest', '')->{code}, 2, 'an empty name is a mistake of usage');
like($run->{err}, qr/site\/\.attalak/, 'the finding names the right file');
is(attalak('check', $project, '--previous-manifest', $marker)->{code}, 2, 'check takes none');
done_testing();
