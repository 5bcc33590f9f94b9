/* SPDX-License-Identifier: MIT */
/*
 * call_fields.h: fields in findings by the names that officers know.
 *
 * A loader and a rule name a field by its path, "name.en"; an officer knows it as the header of
 * a column: “ชื่ออัตลักษณ์ (อังกฤษ) [name.en]”, in Thai and in English (dictionary.h). Once, after load
 * and check; what was typed is never touched.
 *
 * A month, 2024-10, is ต.ค. 2567 in Thai. What a finder has named itself stays as it is.
 */
#ifndef ATTALAK_MODEL_CALL_FIELDS_H
#define ATTALAK_MODEL_CALL_FIELDS_H

#include "model/model.h"

void call_fields(struct diags *diags, const struct site *site, struct arena *arena);

#endif
