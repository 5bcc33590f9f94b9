#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# The small commands: new writes a form that check accepts; limits lists; render follows Mustache.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use Lab;
use Test::More;

# ---- new ----

my $project = project();
for my $code (qw(360203 6360203 06360203)) {
    my $run = attalak('new', $code, $project);
    is($run->{code}, 0, "new $code");
    like($run->{out}, qr/^lao: 360203$/m, 'the key');
    like($run->{out}, qr/โนนแดง/, 'the name that the registry knows');
}
my $form = attalak('new', '360203', $project)->{out};
spill("$project/content/identities/360203.yaml", $form);
my $run = attalak('check', $project);
is($run->{code}, 1, 'the empty form lacks something');
unlike($run->{out}, qr/ \[(?!field\.missing)[a-z]+\.[a-z-]+\]$/m, 'only what is required') or diag($run->{out});
$form =~ s/^category:.*/category: food/m;
$form =~ s/th: ""/th: "ก"/ for 1 .. 2;
$form =~ s/^(name:\n\s+th: )""/$1"ข้าวหลาม"/m;
$form =~ s/^(summary:.*\n\s+th: )""/$1"ข้าวเหนียวเผาในกระบอกไม้ไผ่"/m;
spill("$project/content/identities/360203.yaml", $form);
$run = attalak('check', $project);
is($run->{code}, 0, 'four answers are enough') or diag($run->{out});

# Each line that is commented out can be taken as it stands.
(my $whole = $form) =~ s/^#(?=[a-z]|  )//mg;
spill("$project/content/identities/360203.yaml", $whole);
$run = attalak('check', $project);
unlike($run->{out}, qr/\[(?:yaml\.|field\.unknown-key|access\.unknown)/, 'every line of the form is a field') or diag($run->{out});

# ---- limits ----

$run = attalak('limits');
is($run->{code}, 0, 'limits');
cmp_ok(scalar(split /\n/, $run->{out}), '>=', 15, 'a line each');
like($run->{out}, qr/^nesting in YAML\s+32 levels$/m, 'with its value and unit');

# ---- render ----

my $dir = scratch();
spill("$dir/page.html", "{{#items}}<li>{{name}}</li>{{/items}}{{missing}}{{>part}}\n");
spill("$dir/part.html", "<p>{{title}}</p>");
spill("$dir/data.yaml", "title: a < b\nitems: [{name: ก}, {name: '&'}]\n");
spill("$dir/data.json", '{"title": "a < b", "items": [{"name": "ก"}, {"name": "&"}]}');
for my $data (qw(data.yaml data.json)) {
    $run = attalak('render', "$dir/page.html", "$dir/$data");
    is($run->{code}, 0, "render with $data") or diag($run->{err});
    is($run->{out}, "<li>ก</li><li>&amp;</li><p>a &lt; b</p>\n", 'missing is empty, partials are found, text is escaped');
}
done_testing();
