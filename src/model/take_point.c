/* SPDX-License-Identifier: MIT */
/* Where a place is: two coordinates in two cells, or as maps give them. */
#include "model/take.h"
#include "text/clean.h"
#include "text/point.h"

/* The box around Thailand; tighter bounds (the LAO's province) are check/'s. */
static const double lat_min = 5.5, lat_max = 20.6, lon_min = 97.3, lon_max = 105.7;

static bool is_lat(double value)
{
    return value >= lat_min && value <= lat_max;
}

static bool is_lon(double value)
{
    return value >= lon_min && value <= lon_max;
}

/* ---- one cell ---- */

struct cell {
    const struct field *field; /* NULL: not stated */
    struct str typed, digits;  /* digits: as it was read, when it is plain */
    struct point_read read;
    bool link; /* to a map */
};

static struct str degrees_text(struct reader *r, double degrees)
{
    return str_format(r->scratch, "%.6f", degrees);
}

/* "15,7563": a decimal comma; empty when what follows it may be a longitude as well ("15,101"). */
static struct str without_comma(struct reader *r, struct str text, bool (*fits)(double))
{
    struct cut cut = str_cut(text, ',');
    if (!str_to_int(cut.head).ok || !str_to_int(cut.tail).ok)
        return text;
    struct str dotted = str_cat(r->scratch, cut.head, STR("."), cut.tail);
    bool decimal = cut.tail.len >= 3 && !is_lon(str_to_real(cut.tail).value)
                   && fits(str_to_real(dotted).value);
    return decimal ? dotted : STR("");
}

/* "(15.7563, 101.9087)": as some maps copy it. */
static struct str without_brackets(struct str text)
{
    bool both = str_starts(text, STR("(")) && str_ends(text, STR(")"));
    return both ? str_trim(str_first(str_skip(text, 1), text.len - 2)) : text;
}

static bool read_cell(struct reader *r, struct cell *cell, bool (*fits)(double))
{
    if (!cell->field)
        return true;
    cell->typed = take_clean(r, cell->field);
    if (!cell->typed.len)
        return false;
    struct str text = without_brackets(clean_digits(cell->typed, r->scratch));
    cell->digits = without_comma(r, text, fits);
    cell->read = point_from_link(text);
    cell->link = cell->read.count > 0;
    if (!cell->link)
        cell->read = point_parse(cell->digits);
    return cell->read.count || complain(r, NOT_A_COORDINATE, cell->field->pos, cell->typed);
}

/* ---- two cells ---- */

struct point {
    struct cell north, east;
    const struct cell *pair; /* the cell that holds both, or NULL */
    double lat, lon;
};

/* Does the other cell say nothing else than the pair does? */
static bool is_repeated(const struct cell *other, const struct cell *pair, size_t index)
{
    return !other->field || str_eq(other->digits, pair->digits)
           || (other->read.count == 1 && other->read.degrees[0] == pair->read.degrees[index]);
}

/* Finds the two numbers; false after complaining when there are not two. */
static bool join_cells(struct reader *r, struct point *point)
{
    struct cell *north = &point->north, *east = &point->east;
    bool left = north->read.count == 2;
    const struct cell *pair = left ? north : east->read.count == 2 ? east : NULL;
    if (pair && is_repeated(left ? east : north, pair, left)) {
        point->pair = pair;
        point->lat = pair->read.degrees[0];
        point->lon = pair->read.degrees[1];
        return true;
    }
    if (pair)
        return complain(r, NOT_A_COORDINATE, pair->field->pos, pair->typed);
    point->lat = north->read.degrees[0];
    point->lon = east->read.degrees[0];
    return true;
}

/* As typed, or of a pair as read. */
static struct str shown(struct reader *r, const struct point *point, const struct cell *cell,
                        double degrees)
{
    return point->pair ? degrees_text(r, degrees) : cell->typed;
}

/* "157563", "1019087": the number with its point put back, or empty. */
static struct str with_dot(struct reader *r, struct str text, bool (*fits)(double))
{
    if (text.len < 5 || !str_to_int(text).ok)
        return (struct str){0};
    for (size_t whole = 1; whole <= 3; whole++) {
        struct str dotted =
            str_cat(r->scratch, str_first(text, whole), STR("."), str_skip(text, whole));
        if (fits(str_to_real(dotted).value))
            return dotted;
    }
    return (struct str){0};
}

/* Of a point that lacks both its points, both. */
static struct str with_dots(struct reader *r, const struct point *point)
{
    struct str lat = with_dot(r, point->north.digits, is_lat);
    struct str lon = with_dot(r, point->east.digits, is_lon);
    if (is_lat(point->lat))
        return lon;
    bool both = lat.len && lon.len && !is_lon(point->lon);
    return both ? str_cat(r->scratch, lat, STR(", "), lon) : lat;
}

static bool complain_outside(struct reader *r, const struct point *point)
{
    bool north_fits = is_lat(point->lat);
    const struct cell *wrong = point->pair   ? point->pair
                               : north_fits ? &point->east
                                            : &point->north;
    struct str lat = shown(r, point, &point->north, point->lat);
    struct str lon = shown(r, point, &point->east, point->lon);
    struct str better = {0};
    if (!point->pair)
        better = with_dots(r, point);
    if (better.len)
        return complain(r, POINT_NO_DOT, wrong->field->pos, lat, lon, better);
    return complain(r, COORDINATE_OUTSIDE, wrong->field->pos, lat, lon);
}

static bool is_in_thailand(struct reader *r, const struct point *point)
{
    const struct cell *first = point->pair ? point->pair : &point->north;
    if (is_lat(point->lon) && is_lon(point->lat))
        return complain(r, COORDINATE_SWAPPED, first->field->pos,
                        shown(r, point, &point->north, point->lat),
                        shown(r, point, &point->east, point->lon));
    return (is_lat(point->lat) && is_lon(point->lon)) || complain_outside(r, point);
}

/* ---- what was read as something else ---- */

static void tell_cell(struct reader *r, const struct cell *cell)
{
    if (cell->read.plain)
        take_tell_read(r, cell->field, cell->typed, cell->digits);
    else
        complain(r, POINT_DEGREES, cell->field->pos, cell->typed,
                 degrees_text(r, cell->read.degrees[0]));
}

static void tell_point(struct reader *r, const struct point *point)
{
    if (point->pair) {
        complain(r, point->pair->link ? POINT_FROM_LINK : POINT_PAIR_SPLIT,
                 point->pair->field->pos, point->pair->typed,
                 degrees_text(r, point->lat), degrees_text(r, point->lon));
        return;
    }
    tell_cell(r, &point->north);
    tell_cell(r, &point->east);
}

/* ---- both ---- */

static bool has_failed(const struct record *record, struct str path)
{
    const struct field *field = record_find(record, path);
    return field && field->failed;
}

bool take_coordinates(struct reader *r, const struct record *record, struct str lat_path,
                      struct str lon_path, double *lat, double *lon)
{
    struct point point = {.north.field = record_stated(record, lat_path, r->scratch),
                          .east.field = record_stated(record, lon_path, r->scratch)};
    const struct field *north = point.north.field, *east = point.east.field;
    if ((!north && !east) || has_failed(record, lat_path) || has_failed(record, lon_path))
        return false;
    bool read = read_cell(r, &point.north, is_lat);
    if (!read_cell(r, &point.east, is_lon) || !read)
        return false;
    bool half = point.north.read.count + point.east.read.count == 1;
    if (half)
        return complain(r, COORDINATE_HALF, (north ? north : east)->pos,
                        (north ? north : east)->text, north ? lon_path : lat_path);
    if (!join_cells(r, &point) || !is_in_thailand(r, &point))
        return false;
    tell_point(r, &point);
    *lat = point.lat;
    *lon = point.lon;
    return true;
}
