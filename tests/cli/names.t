#!/usr/bin/perl
# SPDX-License-Identifier: MIT
#
# Who is it? Every LAO of the register named in eight ways, as people and their programs write: the
# type in its forms, right and misspelt, the district and province in columns, behind the name or
# nowhere, and what keyboards, PDFs and chat programs do to Thai text. Each row must be matched to the
# right LAO or reported as ambiguous with all that it can be; none may be matched to another.
#
# The same with one letter of the name gone: an error, unless the rest is another LAO's name in that
# district, which nobody can tell.
#
# All 7,849 by the release program, for the sake of time; a part of them by $ATTALAK, which has the
# sanitizers in. The register is DLA's where its file is ($ATTALAK_DATA), else one made up.
use strict;
use warnings;
use utf8;
use Encode qw(decode encode);
use FindBin;
use lib "$FindBin::Bin/lib";
use Lab;
use Test::More;
use Time::HiRes qw(time);
binmode $_, ':encoding(UTF-8)' for Test::More->builder->output, Test::More->builder->failure_output;

my %forms = (
    pao => [qw(องค์การบริหารส่วนจังหวัด อบจ. อบจ อ.บ.จ.), 'อบจ. ', 'องค์การบริหารส่วนจังหวัด ',
        qw(องค์กรบริหารส่วนจังหวัด องค์การบริหารสวนจังหวัด)],
    city => [qw(เทศบาลนคร ทน.), 'ทน. ', 'เทศบาลนคร ', 'เทศบาล น.', 'เทสบาลนคร'],
    town => [qw(เทศบาลเมือง ทม.), 'ทม. ', 'ทม ', 'เทศบาลเมือง ', 'เทศบาล ม.', 'เทสบาลเมือง', 'เทศบาลลเมือง'],
    subdistrict => [qw(เทศบาลตำบล ทต.), 'ทต. ', 'ทต ', 'เทศบาล ต.', 'เทศบาลต.', 'เทศบาล ตำบล ',
        qw(เทสบาลตำบล เทศบาลตำบน เทศบาตำบล)],
    sao => [qw(องค์การบริหารส่วนตำบล อบต. อบต อ.บ.ต.), 'อบต. ', 'อบต ', 'องค์การบริหารส่วนตำบล ',
        'องค์การบริหารส่วน ต.', 'อ.บ.ต. ',
        qw(องค์กรบริหารส่วนตำบล องค์การบริหารสวนตำบล องค์การบริหารส่วนตำบน องการบริหารส่วนตำบล)],
    pattaya => [''],
);

# ---- what happens to Thai text; each changes what it can ----

my ($tone, $vowel, $am, $nikhahit, $aa) = ("[\x{0E48}-\x{0E4B}]", "[\x{0E34}-\x{0E39}]", "\x{0E33}", "\x{0E4D}", "\x{0E32}");
my @orders = (
    sub { s/($tone)$am/$nikhahit$1$aa/g },
    sub { s/($tone)$am/$1$nikhahit$aa/g },
    sub { s/($tone)$am/$am$1/g },
    sub { s/$am/$nikhahit$aa/g },
);
my %glyph = ("\x{0E48}" => "\x{F70A}", "\x{0E49}" => "\x{F70B}", "\x{0E34}" => "\x{F701}", "\x{0E35}" => "\x{F702}",
    "\x{0E0D}" => "\x{F70F}", "\x{0E31}" => "\x{F710}", "\x{0E47}" => "\x{F712}", "\x{0E38}" => "\x{F718}");
my $shifted = join '|', sort keys %glyph;
my @dirt = (
    sub { },
    sub { my ($n) = @_; $orders[$n % @orders]->() },
    sub { s/($vowel)($tone)/$2$1/g },
    sub { s/แ/เเ/g },
    sub { s/^(..+?)(?=\p{Lo}.)/$1\x{200B}/ },
    sub { s/($tone|$vowel)/$1$1/g },
    sub { s/$aa/\x{0E45}/g; s/ /\x{A0}/g },
    sub { s/($shifted)/$glyph{$1}/g },
);

# ---- the register ----

my $data = $ENV{ATTALAK_DATA} // "$top/../shared/data";
my $project = scratch();
system("$top/tests/bench/nation", $project, '--csv', '--data', $data) == 0 or die "tests/bench/nation\n";
spill("$project/content/tables.yaml", '');
unlink glob("$project/content/sheets/*");

my $real = -d $data;
edit("$project/content/registry/districts.csv",    # else no district's name begins with what stands before one
    sub { $_ = encode('UTF-8', decode('UTF-8', $_) =~ s/เขตที่/ที่/gr) }) unless $real;

sub table {
    my ($name) = @_;
    my ($head, @lines) = split /\r?\n/, decode('UTF-8', slurp("$project/content/registry/$name.csv"));
    my @fields = split /,/, $head;
    return map { my %row; @row{@fields} = split /,/; \%row } @lines;
}
my %province = map { $_->{code} => $_->{name_th} } table('provinces');
my %district = map { $_->{code} => $_->{name_th} } table('districts');
my @laos     = grep { $_->{type} ne 'bangkok' } table('laos');
for my $lao (@laos) {
    $lao->{key} = substr $lao->{code}, -6;
    $lao->{in}  = $district{ $lao->{district} };
    $lao->{at}  = $province{ substr $lao->{key}, 0, 2 };
}

# What two writings have in common, and all LAOs of such a name and type.
sub plain { my ($name) = @_; $name =~ s/[ .-]//g; return $name }
my %named;
push @{ $named{"$_->{type} " . plain($_->{name_th})} }, $_ for @laos;

sub possible {
    my ($type, $name, $in, $at) = @_;
    return grep { ($in eq '' || $_->{in} eq $in) && ($at eq '' || $_->{at} eq $at) }
      @{ $named{"$type " . plain($name)} // [] };
}

# ---- rows ----

# Where the district and the province stand: in columns or behind the name.
my @placings = (
    sub { my ($lao) = @_; ('', $lao->{in}, $lao->{at}) },
    sub { my ($lao) = @_; (" อ.$lao->{in} จ.$lao->{at}", '', '') },
    sub { my ($lao) = @_; ('', "อำเภอ$lao->{in}", "จังหวัด$lao->{at}") },
    sub { my ($lao) = @_; (" (อำเภอ$lao->{in} จังหวัด$lao->{at})", '', '') },
    sub { my ($lao) = @_; (" จ. $lao->{at}", "อ. $lao->{in}", '') },
    sub { my ($lao) = @_; my $in = $lao->{in} =~ /^เมือง$lao->{at}$/ ? 'เมือง' : $lao->{in};
        (", อ. $in, จ. $lao->{at}", '', '') },
    sub { my ($lao) = @_; ('', '', $lao->{at}) },
    sub { ('', '', '') },
);

sub row {
    my ($lao, $name, $n, $placing, $dirt) = @_;
    my $forms = $forms{ $lao->{type} };
    my ($tail, $in, $at) = $placings[$placing]->($lao);
    my $form  = $forms->[$n % @$forms];
    my $typed = $form . $name . $tail;
    $dirt[$dirt]->($n) for $typed, $in, $at;
    my @known = $placing == 6 ? ('', $lao->{at}) : $placing == 7 ? ('', '') : @$lao{qw(in at)};
    return { cells => [$typed, $in, $at], lao => $lao,
        slip => scalar($form =~ /กรบริ|สวน|ตำบน|เทส|เทศบาต|บาลล|องการ/), possible => [possible($lao->{type}, $name, @known)] };
}

sub check {
    my ($rows, $program) = @_;
    my $text = join "\n", 'lao_name,lao_district,lao_province,category,name.th,name.en,summary.th,summary.en',
      (map { join ',', (map { qq("$_") } @{ $_->{cells} }), 'food,ก,a,ข,b' } @$rows), '';
    spill("$project/content/sheets/identities.csv", encode('UTF-8', $text));
    spill("$project/content/tables.yaml", "- {files: sheets/identities.csv, kind: identity}\n");
    my $begun = time;
    my $said  = decode('UTF-8', `'$program' check '$project' --lang en 2>&1`);
    note(sprintf '%d rows, %.2f s', scalar @$rows, time - $begun);
    fail("no sanitizer complains\n$said") if $said =~ /Sanitizer|runtime error:/;
    my $told;    # the row of the finding whose remedy, with the candidates, comes below
    for (split /\n/, $said) {
        $told->{candidates} = join ' ', sort /(?<![\d-])(\d{6}) /g if $told && /^ +→/;
        next if /^ /;
        undef $told;
        my ($number, $severity, $rule) = /^sheets\/identities.csv: row (\d+)\b.*?: (error|note|warning): .* \[(name\.[a-z-]+)\]$/
          or next;
        my $row = $rows->[$number - 2];
        $row->{rule} = "$severity $rule" if $severity eq 'error' || $rule eq 'name.found';
        $row->{slip_told} = 1 if $rule eq 'name.type-misspelt';
        ($row->{found}) = /found to be (\d{6}) / if $rule eq 'name.found';
        $told = $row if $severity eq 'error';
    }
    return $said;
}

sub told {
    my ($row) = @_;
    return "$row->{lao}{key} [" . join('|', @{ $row->{cells} }) . '] ' . ($row->{rule} // 'nothing') . ' '
      . ($row->{found} // $row->{candidates} // '');
}

# As it must be: the one that it can be, or all of them.
sub is_right {
    my ($row) = @_;
    my @possible = sort map { $_->{key} } @{ $row->{possible} };
    return ($row->{rule} // '') eq 'note name.found' && $row->{found} eq $possible[0] if @possible == 1;
    return ($row->{rule} // '') eq 'error name.ambiguous' && $row->{candidates} eq "@possible";
}

sub some { return join "\n", map { told($_) } @_[0 .. ($#_ < 9 ? $#_ : 9)] }

sub eight_ways {
    my ($program, @some) = @_;
    my @rows;
    for my $n (0 .. $#some) {
        push @rows, map { row($some[$n], $some[$n]{name_th}, $n * 3 + $_, ($n + $_ * 3) % @placings, $_) } 0 .. $#dirt;
    }
    check(\@rows, $program);
    my @wrong = grep { !is_right($_) } @rows;
    is(scalar(@wrong), 0, @rows . ' rows are matched rightly or ambiguous, with all that they can be')
      or diag(some(@wrong));
    my @other = grep { defined $_->{found} && $_->{found} ne $_->{lao}{key} } @rows;
    is(scalar(@other), 0, 'none is matched to another LAO');
    my $found = grep { defined $_->{found} } @rows;
    cmp_ok($found, '>', .8 * @rows, "$found are matched");
    my @untold = grep { defined $_->{found} && !$_->{slip} != !$_->{slip_told} } @rows;
    is(scalar(@untold), 0, 'a misspelt type is told, and no other') or diag(some(@untold));
}

# One letter of each name gone; the place given exactly.
sub one_letter_less {
    my ($program, @some) = @_;
    my @rows;
    for my $n (0 .. $#some) {
        my $name = $some[$n]{name_th};
        my $at   = ($n * 7) % length $name;
        substr $name, $at, 1, '';
        next if length $name < 2 || plain($name) eq plain($some[$n]{name_th});
        push @rows, row($some[$n], $name, $n, $n % 6, 0);
    }
    check(\@rows, $program);
    my @wrong = grep { my $row = $_; defined $row->{found} && !grep { $_->{key} eq $row->{found} } @{ $row->{possible} } } @rows;
    is(scalar(@wrong), 0, @rows . ' names that lack a letter: none is taken for another') or diag(some(@wrong));
    my @silent = grep { !@{ $_->{possible} } && ($_->{rule} // '') !~ /^error/ } @rows;
    is(scalar(@silent), 0, 'each is an error') or diag(some(@silent));
    my @meant = grep { !@{ $_->{possible} } && index($_->{candidates} // '', $_->{lao}{key}) >= 0 } @rows;
    return unless $real;    # names made up are all alike
    cmp_ok(scalar(@meant), '>', .9 * @rows, @meant . ' with the one that is meant among the nearest');
}

my ($asan) = grep { -x } $ENV{ATTALAK} // '', "$top/.build/asan/attalak";
my $release = "$top/.build/attalak";
my @part = @laos[grep { $_ % 23 == 0 } 0 .. $#laos];
if ($asan) {
    eight_ways($asan, @part);
    one_letter_less($asan, @part);
}
SKIP: {
    skip 'no release program: make all', 1 unless -x $release;
    eight_ways($release, @laos);
    one_letter_less($release, @laos);
}
done_testing();
