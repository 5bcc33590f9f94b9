/* SPDX-License-Identifier: MIT */
/*
 * hashtags.h: the hashtags of each identity (the site's five, then its own) and their index.
 */
#ifndef ATTALAK_MODEL_HASHTAGS_H
#define ATTALAK_MODEL_HASHTAGS_H

#include "model/model.h"

void hashtags_fill(struct site *site, struct arena *arena);

#endif
