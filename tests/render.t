#!/usr/bin/perl
# SPDX-License-Identifier: MIT
#
# `attalak render` as a command: what it says when something is wrong, and how a file's ending
# chooses the escaping. What Mustache itself means is tested in mustache.t.
use strict;
use warnings;
use File::Basename qw(dirname);
use File::Spec;
use File::Temp qw(tempdir);
use Test::More;

my $top = dirname(__FILE__) . '/..';
my ($program) =
  grep { $_ && -x $_ } $ENV{ATTALAK}, "$top/.build/asan/attalak", "$top/.build/attalak";
BAIL_OUT('no attalak to test: make asan') unless $program;
$program = File::Spec->rel2abs($program);
chdir tempdir(CLEANUP => 1) or die $!;
delete $ENV{LANG};

my %files = (
    'data.yaml'       => "title: '\"<a> & b\"'\n",
    'data.json'       => "{\"title\": \"a\\u0e01\"}\n",
    'bad.yaml'        => "title: a\ntitle: b\n",
    'page.mustache'   => "{{title}}\n",
    'page.html'       => "{{>part}}|{{>other}}\n",
    'page.json'       => "\"{{title}}\"\n",
    'page.csv'        => "{{title}}\n",
    'page.txt'        => "{{title}}\n",
    'page.odd'        => "{{title}}\n",
    'part.html'       => 'html',
    'other.mustache'  => 'mustache',
    'open.html'       => "one\n  {{#title}}\n",
    'ring.html'       => "{{>ring}}{{>ring}}",
    'calls.html'      => "{{>open}}",
    'latin.html'      => "caf\xE9",
);
for my $name (keys %files) {
    open my $file, '>:raw', $name or die $!;
    print {$file} $files{$name};
    close $file or die $!;
}
mkdir 'folder.html' or die $!;
symlink 'page.html', 'link.html' or die $!;

my @cases = (
    ['no argument',              '',                      2, '', qr/takes a template and a file/],
    ['one argument',             'page.html',             2, '', qr/takes a template and a file/],
    ['no such template',         'none.html data.yaml',   2, '', qr/none\.html: No such file/],
    ['no such folder',           'no/page.html data.yaml', 2, '', qr/No such file/],
    ['no such data',             'page.html none.yaml',   2, '', qr/none\.yaml: No such file/],
    ['data in error',            'page.html bad.yaml',    2, '', qr/bad\.yaml:2:1: error/],
    ['a section left open',      'open.html data.yaml',   2, '', qr/^open\.html:2:3: error: .*“title” is never closed/],
    ['in a partial',             './calls.html data.yaml', 2, '', qr/^\.\/open\.html:2:3: error/],
    ['a ring',                   'ring.html data.yaml',   2, '', qr/included more than 32 deep/],
    ['not UTF-8',                'latin.html data.yaml',  2, '', qr/^latin\.html:1:4: error/],
    ['a folder',                 'folder.html data.yaml', 2, '', qr/cannot be read/],
    ['a link',                   'link.html data.yaml',   2, '', qr/cannot be read/],
    ['.mustache is HTML',        'page.mustache data.yaml', 0, "&quot;&lt;a&gt; &amp; b&quot;\n", qr/^$/],
    ['.json is JSON',            'page.json data.yaml',   0, "\"\\\"\\u003ca\\u003e \\u0026 b\\\"\"\n", qr/^$/],
    ['.csv is a field',          'page.csv data.yaml',    0, "\"\"\"<a> & b\"\"\"\n", qr/^$/],
    ['.txt is plain',            'page.txt data.yaml',    0, "\"<a> & b\"\n", qr/^$/],
    ['an unknown ending is HTML', 'page.odd data.yaml',   0, "&quot;&lt;a&gt; &amp; b&quot;\n", qr/^$/],
    ['partials of both endings', 'page.html data.yaml',   0, "html|mustache\n", qr/^$/],
    ['JSON data',                'page.txt data.json',    0, "a\xE0\xB8\x81\n", qr/^$/],
);

for my $case (@cases) {
    my ($name, $arguments, $code, $out, $err) = @$case;
    my $got = `'$program' render $arguments 2>err`;
    is($? >> 8, $code, "$name: exit code");
    is($got, $out, "$name: output");
    open my $file, '<:raw', 'err' or die $!;
    local $/;
    my $text = <$file> // '';
    like($text, $err, "$name: words");
}

is(system("'$program' render page.txt data.yaml >/dev/full 2>/dev/null") >> 8, 4, 'a full disk');
done_testing();
