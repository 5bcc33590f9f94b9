/* SPDX-License-Identifier: MIT */
#include <stdbool.h>

#include <webp/encode.h>

#include "photo/photo.h"

/* From samples alone, so that nothing else of the file can be in it. */
enum photo_end encode(const struct picture *picture, struct bytes *made)
{
    WebPConfig config;
    WebPPicture from;
    WebPMemoryWriter writer;
    if (!WebPConfigPreset(&config, WEBP_PRESET_PHOTO, PHOTO_QUALITY) ||
        !WebPPictureInit(&from))
        return PHOTO_SYSTEM;
    config.method = PHOTO_EFFORT;
    WebPMemoryWriterInit(&writer);
    from.width = (int)picture->width;
    from.height = (int)picture->height;
    from.writer = WebPMemoryWrite;
    from.custom_ptr = &writer;
    bool ok = WebPPictureImportRGB(&from, picture->rgb, (int)picture->width * 3) &&
              WebPEncode(&config, &from);
    WebPPictureFree(&from);
    *made = (struct bytes){writer.mem, writer.size};
    return ok ? PHOTO_DONE : PHOTO_HEAVY;
}
