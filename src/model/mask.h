/* SPDX-License-Identifier: MIT */
/*
 * mask.h: findings without anybody's data: what was typed and what a sheet has as headers is
 * masked (text/personal.h), the file's name too, but for what `allow` names and something has. Once, after load and check, before
 * anything is printed or given to a page.
 */
#ifndef ATTALAK_MODEL_MASK_H
#define ATTALAK_MODEL_MASK_H

#include "model/model.h"

void mask_findings(struct diags *diags, const struct site *site, struct arena *arena);

#endif
