/* SPDX-License-Identifier: MIT */
/*
 * project.h: the folder that a command reads from, and where its result goes. What the world
 * refuses is told on standard error.
 */
#ifndef ATTALAK_PROJECT_H
#define ATTALAK_PROJECT_H

#include "base/str.h"

/* DIR/part to read beneath ("content", "templates", "assets"); -1 with errno set, after telling. */
int project_open(struct str dir, const char *part, struct arena *scratch);

/* To the file, or to standard output when `out` is empty. False after telling. */
bool project_deliver(struct str out, struct str bytes, struct arena *scratch);

#endif
