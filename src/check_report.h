/* SPDX-License-Identifier: MIT */
/*
 * check_report.h: the report of `attalak check`, in the format that --format names, to
 * standard output or to the file that -o names.
 */
#ifndef ATTALAK_CHECK_REPORT_H
#define ATTALAK_CHECK_REPORT_H

#include "model/model.h"
#include "options.h"

/* `code`, or the code of what stands in the report's way. `diags` is sorted. */
int check_report(const struct options *options, const struct site *site,
                 const struct diags *diags, int code, struct arena *arena);

#endif
