/* SPDX-License-Identifier: MIT */
/*
 * snapshot_command.h: `attalak snapshot [DIR]`: what is counted now, kept for later: the
 * pages of progress say what has changed since (model/snapshot.h).
 *
 * Writes DIR/content/snapshots/YYYY-MM.csv: a row for each province and each district,
 * and one for what of a province lies in none, so that rows of four digits sum to their
 * province's. The month is that of the newest date in the content, as no result may
 * depend on the clock, or the one asked for. A file that is there is kept unless --force
 * is given; it is replaced whole.
 *
 * Exit codes: 0; 2 usage, content that cannot be used or has no date; 3 the file is there
 * already; 4 when something cannot be read or written.
 */
#ifndef ATTALAK_SNAPSHOT_COMMAND_H
#define ATTALAK_SNAPSHOT_COMMAND_H

int snapshot_command(int argc, char **argv);

#endif
