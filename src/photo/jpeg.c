/* SPDX-License-Identifier: MIT */
/*
 * libjpeg-turbo decodes at an eighth, two eighths … of the size by itself: of a camera's 12
 * million pixels a fifth of the work is left. It jumps out of its errors, so all that must
 * survive a jump lies in one struct.
 */
#include <setjmp.h>
#include <stdio.h> /* jpeglib.h wants FILE and size_t */
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>

#include <jerror.h>

#include "photo/exif.h"
#include "photo/shrink.h"

/* A progressive picture of thousands of scans takes minutes; cameras write ten. */
enum { SCANS_MAX = 100, MARKER_BYTES_MAX = 0xffff };

struct reading {
    struct jpeg_error_mgr errors;
    struct jpeg_progress_mgr progress;
    struct jpeg_decompress_struct jpeg;
    jmp_buf end;
    enum photo_end why;
    struct picture *picture;
    struct shrink shrink;
    unsigned char *row, *rgb;
};

static struct reading *reading_of(j_common_ptr jpeg)
{
    return jpeg->client_data;
}

static void stop(struct reading *r, enum photo_end why)
{
    r->why = why;
    longjmp(r->end, 1);
}

static void on_error(j_common_ptr jpeg)
{
    bool memory = jpeg->err->msg_code == JERR_OUT_OF_MEMORY;
    stop(reading_of(jpeg), memory ? PHOTO_HEAVY : PHOTO_BROKEN);
}

/* What is missing would be grey on the page. Other warnings are of programs that write JPEG a
 * little wrongly. */
static void on_message(j_common_ptr jpeg, int level)
{
    int code = jpeg->err->msg_code;
    if (level < 0 && (code == JWRN_JPEG_EOF || code == JWRN_HIT_MARKER ||
                      code == JWRN_HUFF_BAD_CODE))
        stop(reading_of(jpeg), PHOTO_BROKEN);
}

static void on_progress(j_common_ptr jpeg)
{
    struct reading *r = reading_of(jpeg);
    if (r->jpeg.input_scan_number > SCANS_MAX)
        stop(r, PHOTO_HEAVY);
}

static void read_head(struct reading *r, struct bytes file)
{
    struct jpeg_decompress_struct *jpeg = &r->jpeg;
    jpeg_create_decompress(jpeg);
    jpeg->progress = &r->progress;
    jpeg_mem_src(jpeg, file.ptr, file.len);
    jpeg_save_markers(jpeg, JPEG_APP0 + 1, MARKER_BYTES_MAX);
    jpeg_save_markers(jpeg, JPEG_APP0 + 2, MARKER_BYTES_MAX);
    jpeg_read_header(jpeg, TRUE);
    if ((uint64_t)jpeg->image_width * jpeg->image_height > PHOTO_PIXELS_MAX)
        stop(r, PHOTO_PIXELS);
}

static void read_markers(struct reading *r)
{
    JOCTET *profile = NULL;
    unsigned length = 0;
    for (jpeg_saved_marker_ptr m = r->jpeg.marker_list; m; m = m->next)
        if (m->marker == JPEG_APP0 + 1 && m->data_length >= 6 &&
            memcmp(m->data, "Exif\0\0", 6) == 0)
            r->picture->orientation =
                exif_orientation((struct bytes){m->data, m->data_length});
    if (jpeg_read_icc_profile(&r->jpeg, &profile, &length))
        r->picture->profile = (struct bytes){profile, length};
}

/* The smallest size that is not below what is to be made. */
static void choose_scale(struct reading *r)
{
    struct jpeg_decompress_struct *jpeg = &r->jpeg;
    unsigned width, height;
    shrink_size(jpeg->image_width, jpeg->image_height, r->picture->orientation, &width,
                &height);
    jpeg->scale_denom = 8;
    for (jpeg->scale_num = 1; jpeg->scale_num < 8; jpeg->scale_num++) {
        jpeg_calc_output_dimensions(jpeg);
        if (jpeg->output_width >= width && jpeg->output_height >= height)
            return;
    }
}

/* Inks as Adobe writes them: upside down. */
static const unsigned char *from_inks(struct reading *r)
{
    bool inverted = r->jpeg.saw_Adobe_marker;
    for (size_t x = 0; x < r->jpeg.output_width; x++) {
        const unsigned char *inks = r->row + x * 4;
        unsigned black = inverted ? inks[3] : 255U - inks[3];
        for (size_t c = 0; c < 3; c++) {
            unsigned ink = inverted ? inks[c] : 255U - inks[c];
            r->rgb[x * 3 + c] = (unsigned char)(ink * black / 255);
        }
    }
    return r->rgb;
}

static void read_rows(struct reading *r)
{
    struct jpeg_decompress_struct *jpeg = &r->jpeg;
    bool inks = jpeg->num_components == 4;
    jpeg->out_color_space = inks ? JCS_CMYK : JCS_RGB;
    choose_scale(r);
    jpeg_start_decompress(jpeg);
    r->row = malloc((size_t)jpeg->output_width * 4);
    r->rgb = malloc((size_t)jpeg->output_width * 3);
    if (!r->row || !r->rgb ||
        !shrink_begin(&r->shrink, jpeg->output_width, jpeg->output_height,
                      r->picture->orientation))
        stop(r, PHOTO_HEAVY);
    while (jpeg->output_scanline < jpeg->output_height) {
        JSAMPROW row = r->row;
        jpeg_read_scanlines(jpeg, &row, 1);
        shrink_row(&r->shrink, inks ? from_inks(r) : r->row, 3);
    }
    jpeg_finish_decompress(jpeg);
}

/* What a decoder has taken goes with the process: here only what the next step needs. */
enum photo_end jpeg_read(struct bytes file, struct picture *picture)
{
    static struct reading reading;
    struct reading *r = &reading;
    *r = (struct reading){.why = PHOTO_DONE, .picture = picture};
    r->jpeg.err = jpeg_std_error(&r->errors);
    r->errors.error_exit = on_error;
    r->errors.emit_message = on_message;
    r->progress.progress_monitor = on_progress;
    r->jpeg.client_data = r;
    if (setjmp(r->end) == 0) {
        read_head(r, file);
        read_markers(r);
        read_rows(r);
        shrink_end(&r->shrink, picture);
    }
    jpeg_destroy_decompress(&r->jpeg);
    free(r->row);
    free(r->rgb);
    return r->why;
}
