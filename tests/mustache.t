#!/usr/bin/perl
# SPDX-License-Identifier: MIT
#
# Mustache, through `attalak render`: our own cases (tests/mustache/*.txt) and, where the
# specification's files are at hand ($MUSTACHE_SPEC or ../shared/data/mustache-spec), every
# official case of the core and of inheritance.
#
# A file of cases:
#     === what is shown
#     --- template, --- data (YAML or JSON; {} if left out), --- partial NAME, --- expected
# Line ends at the end of a part do not count. So that they can be seen, ¶ is a line end that
# does, ␍ a carriage return, ␉ a tab and ␠ a blank at the end of a line.
use strict;
use warnings;
use File::Basename qw(basename dirname);
use File::Temp qw(tempdir);
use JSON::PP;
use Test::More;

my $top     = dirname(__FILE__) . '/..';
my ($program) = grep { $_ && -x $_ } $ENV{ATTALAK}, "$top/.build/asan/attalak", "$top/.build/attalak";
BAIL_OUT('no attalak to test: make asan') unless $program;

my $work = tempdir(CLEANUP => 1);
my $made = 0;
my %marks = ("\xB6" => "\n", "\x{240D}" => "\r", "\x{2409}" => "\t", "\x{2420}" => ' ');

# Bytes in, bytes out.
sub write_file {
    my ($path, $bytes) = @_;
    open my $file, '>:raw', $path or die "$path: $!";
    print {$file} $bytes;
    close $file or die "$path: $!";
}

sub read_file {
    my ($path) = @_;
    open my $file, '<:raw', $path or die "$path: $!";
    local $/;
    return <$file> // '';
}

# Renders in a folder of its own, so that no case sees another's partials.
sub render {
    my ($case) = @_;
    my $folder = "$work/" . $made++;
    mkdir $folder or die "$folder: $!";
    write_file("$folder/main.mustache", $case->{template});
    write_file("$folder/data",          $case->{data});
    write_file("$folder/$_.mustache", $case->{partials}{$_}) for keys %{ $case->{partials} };
    system("'$program' render '$folder/main.mustache' '$folder/data' >'$folder/out' 2>'$folder/err'");
    return (read_file("$folder/out"), read_file("$folder/err"), $? >> 8);
}

sub check {
    my ($case) = @_;
    my ($out, $err, $code) = render($case);
    my $right = $code == 0 && $err eq '' && $out eq $case->{expected};
    ok($right, $case->{name}) or diag(
        "template: $case->{template}\ndata:     $case->{data}\n",
        "expected: $case->{expected}\ngot:      $out\nexit $code $err"
    );
}

# ---- our own cases ----

sub unmark {
    my ($text) = @_;
    utf8::decode($text);
    $text =~ s/\n+\z//;
    $text =~ s/([\xB6\x{240D}\x{2409}\x{2420}])/$marks{$1}/g;
    utf8::encode($text);
    return $text;
}

sub parse_case {
    my ($name, $text) = @_;
    my %case = (name => $name, data => '{}', partials => {});
    my @parts = split /^--- ([^\n]+)\n/m, $text;
    shift @parts;
    while (my ($key, $body) = splice @parts, 0, 2) {
        $body = unmark($body);
        if   ($key =~ /^partial (.+)/) { $case{partials}{$1} = $body }
        else                           { $case{$key} = $body }
    }
    return \%case;
}

sub own_cases {
    my @cases;
    for my $path (sort glob "$top/tests/mustache/*.txt") {
        my @parts = split /^=== ([^\n]+)\n/m, read_file($path);
        shift @parts;
        while (my ($name, $text) = splice @parts, 0, 2) {
            push @cases, parse_case(basename($path, '.txt') . ": $name", $text);
        }
    }
    return @cases;
}

# ---- the specification's ----

sub official_cases {
    my ($folder) = @_;
    my $json = JSON::PP->new->utf8->allow_nonref->canonical->allow_bignum;
    my @cases;
    for my $name (qw(comments delimiters interpolation inverted partials sections ~inheritance)) {
        my $tests = $json->decode(read_file("$folder/$name.json"))->{tests};
        for my $test (@$tests) {
            my %case = (
                name     => "official $name: $test->{name}",
                template => $test->{template},
                data     => $json->encode($test->{data}),
                expected => $test->{expected},
                partials => { %{ $test->{partials} // {} } },
            );
            utf8::encode($_) for @case{qw(name template expected)}, values %{ $case{partials} };
            push @cases, \%case;
        }
    }
    return @cases;
}

my @own = own_cases();
check($_) for @own;
cmp_ok(scalar @own, '>=', 136 + 27, 'our own cases are as many as the official ones');

my ($spec) = grep { $_ && -d $_ } $ENV{MUSTACHE_SPEC}, "$top/../shared/data/mustache-spec";
SKIP: {
    skip 'the specification is not at hand (MUSTACHE_SPEC)', 1 unless $spec;
    my @cases = official_cases($spec);
    check($_) for @cases;
    is(scalar @cases, 136 + 27, 'all official cases of the core and of inheritance were run');
}
done_testing();
