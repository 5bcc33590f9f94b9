# SPDX-License-Identifier: MIT
#
# Pictures of every kind that an office may send, good and bad, made of bytes alone.
#
#     png([[[255, 0, 0], ...], ...], exif => $tiff, profile => $icc, interlaced => 1)
#     jpeg_with($jpeg, app1($bytes), ...)       segments behind the first two bytes
#     tiff(orientation => 6)                    EXIF with a place, a serial number and a thumbnail
#     webp_with($webp, EXIF => $tiff, ...)      the extended container around a plain WebP
package Pictures;
use strict;
use warnings;
use Compress::Zlib qw(compress crc32);
use Exporter 'import';
our @EXPORT = qw(png chunk jpeg_with app1 tiff xmp profile webp_with webp_chunks animated);

sub chunk { my ($name, $data) = @_; return pack('N', length $data) . $name . $data . pack('N', crc32($name . $data)) }

# Rows of pixels of three or four values. Interlaced: the seven turns of Adam7.
sub png {
    my ($rows, %with) = @_;
    my ($high, $wide) = (scalar @$rows, scalar @{ $rows->[0] });
    my $channels = @{ $rows->[0][0] };
    my @turns = $with{interlaced}
      ? ([0, 0, 8, 8], [4, 0, 8, 8], [0, 4, 4, 8], [2, 0, 4, 4], [0, 2, 2, 4], [1, 0, 2, 2], [0, 1, 1, 2])
      : ([0, 0, 1, 1]);
    my $data = '';
    for my $turn (@turns) {
        my ($x0, $y0, $dx, $dy) = @$turn;
        for (my $y = $y0; $y < $high; $y += $dy) {
            my $line = '';
            for (my $x = $x0; $x < $wide; $x += $dx) { $line .= pack 'C*', @{ $rows->[$y][$x] } }
            $data .= "\0$line" if length $line;
        }
    }
    return "\x89PNG\r\n\x1a\n"
      . chunk('IHDR', pack('NNC5', $wide, $high, 8, $channels == 4 ? 6 : 2, 0, 0, $with{interlaced} ? 1 : 0))
      . ($with{profile} ? chunk('iCCP', "p\0\0" . compress($with{profile})) : '')
      . ($with{exif} ? chunk('eXIf', $with{exif}) : '')
      . ($with{text} ? chunk('tEXt', "Comment\0$with{text}") : '')
      . chunk('IDAT', compress($data)) . chunk('IEND', '');
}

sub app1 { my ($bytes) = @_; return "\xff\xe1" . pack('n', 2 + length $bytes) . $bytes }

sub jpeg_with {
    my ($jpeg, @segments) = @_;
    return substr($jpeg, 0, 2) . join('', @segments) . substr($jpeg, 2);
}

# A little-endian TIFF: a first directory with maker, orientation, serial number and the way to a
# place; a second with a thumbnail.
sub tiff {
    my (%with) = @_;
    my @first = (
        [0x010f, 2, "CANARY-MAKER\0"], [0x0112, 3, pack('v', $with{orientation} // 1)],
        [0xa431, 2, "CANARY-SERIAL-4711\0"], [0x8825, 4, 'place'],
    );
    my @place = ([1, 2, "N\0"], [2, 5, pack('V6', 15, 1, 48, 1, 1234, 100)], [3, 2, "E\0"],
        [4, 5, pack('V6', 101, 1, 54, 1, 4321, 100)], [29, 2, "CANARY-GPS\0"]);
    my $size   = sub { 2 + 12 * @{ $_[0] } + 4 };
    my $place_at = 8 + $size->(\@first);
    my $thumb_at = $place_at + $size->(\@place);
    my $free     = $thumb_at + 2 + 24 + 4;
    my $tail     = '';
    my $directory = sub {
        my ($entries, $next) = @_;
        my $bytes = pack 'v', scalar @$entries;
        for (@$entries) {
            my ($tag, $type, $value) = @$_;
            $value = pack 'V', $place_at if $value eq 'place';
            my $count = $type == 5 ? length($value) / 8 : $type == 3 ? 1 : $type == 4 ? 1 : length $value;
            $bytes .= pack 'vvV', $tag, $type, $count;
            if (length $value <= 4) { $bytes .= $value . "\0" x (4 - length $value) }
            else { $bytes .= pack 'V', $free + length $tail; $tail .= $value }
        }
        return $bytes . pack 'V', $next;
    };
    my $first = $directory->(\@first, $thumb_at);
    my $place = $directory->(\@place, 0);
    my $thumb = "\xff\xd8CANARY-THUMBNAIL\xff\xd9";
    my $second = pack('v', 2) . pack('vvVV', 0x0201, 4, 1, $free + length $tail)
      . pack('vvVV', 0x0202, 4, 1, length $thumb) . pack('V', 0);
    return "II*\0" . pack('V', 8) . $first . $place . $second . $tail . $thumb;
}

sub xmp { return "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='adobe:ns:meta/'>CANARY-XMP</x:xmpmeta>" }

# A profile of three colours and a straight scale: whatever is in it is shown darker and paler.
sub profile {
    my $fixed = sub { pack 'N', $_[0] * 65536 & 0xffffffff };
    my $xyz   = sub { 'XYZ ' . "\0" x 4 . join '', map { $fixed->($_) } @_ };
    my %tags  = (
        wtpt => $xyz->(0.9642, 1, 0.8249), rXYZ => $xyz->(0.5151, 0.2412, -0.0011),
        gXYZ => $xyz->(0.2919, 0.6922, 0.0419), bXYZ => $xyz->(0.1571, 0.0666, 0.7841),
        map({ $_ => 'curv' . "\0" x 4 . pack('N', 1) . pack('n', 256 * 1.8) . "\0\0" } qw(rTRC gTRC bTRC)),
        desc => 'desc' . "\0" x 4 . pack('N', 7) . "CANARY\0" . "\0" x 79,
        cprt => 'text' . "\0" x 4 . "CANARY\0\0",
    );
    my ($list, $data, $at) = ('', '', 128 + 4 + 12 * keys %tags);
    for (sort keys %tags) {
        $tags{$_} .= "\0" while length($tags{$_}) % 4;
        $list .= $_ . pack 'NN', $at + length $data, length $tags{$_};
        $data .= $tags{$_};
    }
    my $body = pack('N', scalar keys %tags) . $list . $data;
    return pack('N', 128 + length $body) . 'lcms' . pack('N', 0x02100000) . 'mntrRGB XYZ ' . pack('n6', 2024, 1, 1, 0, 0, 0)
      . 'acsp' . "\0" x 28 . join('', map { $fixed->($_) } 0.9642, 1, 0.8249) . "\0" x 48 . $body;
}

sub riff { my ($name, $data) = @_; return $name . pack('V', length $data) . $data . (length($data) % 2 ? "\0" : '') }

sub webp_chunks {
    my ($bytes) = @_;
    my @names;
    for (my $at = 12; $at + 8 <= length $bytes;) {
        push @names, substr $bytes, $at, 4;
        my $len = unpack 'V', substr $bytes, $at + 4, 4;
        $at += 8 + $len + $len % 2;
    }
    return @names;
}

sub size_of { return unpack 'vv', substr $_[0], 26, 4 }

sub webp_with {
    my ($webp, %with) = @_;
    my ($wide, $high) = size_of($webp);
    my $flags = ($with{ICCP} ? 0x20 : 0) | ($with{EXIF} ? 8 : 0) | ($with{'XMP '} ? 4 : 0);
    my $body = riff('VP8X', pack('V', $flags) . substr(pack('V', $wide - 1), 0, 3) . substr(pack('V', $high - 1), 0, 3));
    $body .= riff('ICCP', $with{ICCP}) if $with{ICCP};
    $body .= substr $webp, 12;
    $body .= riff($_, $with{$_}) for grep { $with{$_} } 'EXIF', 'XMP ';
    return 'RIFF' . pack('V', 4 + length $body) . 'WEBP' . $body;
}

sub animated {
    my ($webp) = @_;
    my ($wide, $high) = size_of($webp);
    my $three = sub { substr pack('V', $_[0]), 0, 3 };
    my $frame = riff('ANMF', "\0" x 6 . $three->($wide - 1) . $three->($high - 1) . $three->(100) . "\0" . substr $webp, 12);
    my $body  = riff('VP8X', pack('V', 2) . $three->($wide - 1) . $three->($high - 1)) . riff('ANIM', "\0" x 6) . $frame x 2;
    return 'RIFF' . pack('V', 4 + length $body) . 'WEBP' . $body;
}

1;
