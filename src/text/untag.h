/* SPDX-License-Identifier: MIT */
/*
 * untag.h: HTML as it is read: without tags, and entities as what they stand for.
 *
 *     <p>ไหม <em>มัดหมี่</em> &amp; ฝ้าย</p>   →   ไหม มัดหมี่ & ฝ้าย
 *
 * For HTML that the program wrote (sources/prose.h): no '>' within a tag, no entities but those
 * that stand for markup; anything else stays as it is. Newlines between blocks stay.
 */
#ifndef ATTALAK_TEXT_UNTAG_H
#define ATTALAK_TEXT_UNTAG_H

#include "base/str.h"

struct str untag(struct str html, struct arena *arena);

#endif
