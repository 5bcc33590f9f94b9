/* SPDX-License-Identifier: MIT */
/*
 * Telephones photograph in Display P3, cameras in Adobe RGB: shown as sRGB they are pale. The
 * profile is carried out, not passed on: it takes 500 bytes to 500 kB, and names makers.
 */
#include <lcms2.h>

#include "photo/photo.h"

static cmsHPROFILE srgb;

void colour_begin(void)
{
    srgb = cmsCreate_sRGBProfile();
}

/* A profile that cannot be used is as good as none: most pictures without one are sRGB. */
void colour_to_srgb(struct picture *picture)
{
    struct bytes profile = picture->profile;
    if (!profile.len || !srgb)
        return;
    cmsHPROFILE own = cmsOpenProfileFromMem(profile.ptr, (cmsUInt32Number)profile.len);
    if (!own)
        return;
    cmsHTRANSFORM change = NULL;
    if (cmsGetColorSpace(own) == cmsSigRgbData)
        change = cmsCreateTransform(own, TYPE_RGB_8, srgb, TYPE_RGB_8,
                                    INTENT_RELATIVE_COLORIMETRIC, 0);
    if (change) {
        cmsDoTransform(change, picture->rgb, picture->rgb,
                       picture->width * picture->height);
        cmsDeleteTransform(change);
    }
    cmsCloseProfile(own);
}
