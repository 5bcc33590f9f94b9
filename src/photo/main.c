/* SPDX-License-Identifier: MIT */
/* attalak-photo: a picture on standard input → a WebP on standard output → an exit code. */
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "photo/lock.h"
#include "photo/photo.h"
#include "photo/turn.h"

/* ---- what it is ---- */

static const struct format {
    const char *magic; /* . is any byte */
    size_t len;
    enum photo_end (*read)(struct bytes file, struct picture *picture);
} formats[] = {
    {"\xff\xd8\xff", 3, jpeg_read},
    {"\x89PNG\r\n\x1a\n", 8, png_read},
    {"RIFF....WEBPVP8", 15, webp_read},
};

static bool begins_with(struct bytes file, const struct format *format)
{
    if (file.len < format->len)
        return false;
    for (size_t i = 0; i < format->len; i++)
        if (format->magic[i] != '.' && file.ptr[i] != (unsigned char)format->magic[i])
            return false;
    return true;
}

static enum photo_end read_picture(struct bytes file, struct picture *picture)
{
    *picture = (struct picture){.orientation = 1};
    for (size_t i = 0; i < sizeof(formats) / sizeof(*formats); i++)
        if (begins_with(file, &formats[i]))
            return formats[i].read(file, picture);
    return PHOTO_FORMAT;
}

/* ---- in and out ---- */

/* One byte more than a file may have tells that it is too large. */
static enum photo_end take_file(struct bytes *file)
{
    size_t room = PHOTO_BYTES_MAX + 1, len = 0;
    unsigned char *bytes = malloc(room);
    if (!bytes)
        return PHOTO_HEAVY;
    while (len < room) {
        ssize_t got = read(STDIN_FILENO, bytes + len, room - len);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return PHOTO_SYSTEM;
        if (got == 0)
            break;
        len += (size_t)got;
    }
    *file = (struct bytes){bytes, len};
    return len > PHOTO_BYTES_MAX ? PHOTO_BYTES : PHOTO_DONE;
}

static enum photo_end put_file(struct bytes file)
{
    while (file.len) {
        ssize_t put = write(STDOUT_FILENO, file.ptr, file.len);
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return PHOTO_SYSTEM;
        file = (struct bytes){file.ptr + put, file.len - (size_t)put};
    }
    return PHOTO_DONE;
}

/* ---- all of it ---- */

static enum photo_end run(void)
{
    struct bytes file, made = {0};
    struct picture picture;
    enum photo_end end = take_file(&file);
    if (end == PHOTO_DONE)
        end = read_picture(file, &picture);
    if (end == PHOTO_DONE && !turn_upright(&picture))
        end = PHOTO_HEAVY;
    if (end != PHOTO_DONE)
        return end;
    colour_to_srgb(&picture);
    end = encode(&picture, &made);
    return end == PHOTO_DONE ? put_file(made) : end;
}

/* No handler of a library has anything to do at the end; but lines that were reached are counted
 * by one (the builds that are not locked in, but for the one that would count what is left). */
static _Noreturn void leave(int code)
{
#if defined(PHOTO_OPEN) && !defined(__SANITIZE_ADDRESS__)
    exit(code);
#else
    _exit(code);
#endif
}

int main(int argc, char **argv)
{
    (void)argv;
    if (argc > 1) {
        fputs("Usage: attalak-photo <PICTURE >PICTURE.webp\n"
              "  a JPEG, PNG or WebP, made small and anew; attalak runs it (attalak(1), PHOTOS)\n",
              stderr);
        return 2;
    }
    colour_begin();
    if (!lock_in())
        return PHOTO_UNLOCKED;
    leave(run());
}
