#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# Two districts of one province that share a name (romanized, บางซ้าย and บางไทร of Ayutthaya both are "Bang Sai"):
# each is called by its code too, wherever one could take it for the other, in that language alone.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use Lab;
use Test::More;

my $project = sample();
my $site    = scratch() . '/site';
edit("$project/content/registry/districts.csv", sub { s/,Kaset Sombun$/,Khon Sawan/m });
cmp_ok(attalak('build', $project, '-o', $site, '--quiet')->{code}, '<=', 1, 'it builds');

sub title { slurp("$site/$_[0]/index.html") =~ m{<title>([^<]*?) · }; return $1 }
is(title('en/chaiyaphum/khon-sawan'), 'Khon Sawan (3603) District, Chaiyaphum Province', 'the title of one');
is(title('en/chaiyaphum/kaset-sombun'), 'Khon Sawan (3604) District, Chaiyaphum Province', 'and of the other');
is(title('en/chaiyaphum/ban-khwao'), 'Ban Khwao District, Chaiyaphum Province', 'who has no namesake has no code');
unlike(title('th/chaiyaphum/khon-sawan'), qr/\d/, 'nor has who has none in this language');

my $province = slurp("$site/en/chaiyaphum/index.html");
like($province, qr{khon-sawan/">Khon Sawan \(3603\) <}, 'the list of the province');
like(slurp("$site/en/progress/chaiyaphum/index.html"), qr{>Khon Sawan \(3604\)</a>}, 'the table of its progress');

done_testing;
