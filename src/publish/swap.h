/* SPDX-License-Identifier: MIT */
/*
 * swap.h: the one step in which the published folder becomes another one.
 *
 * renameat2(RENAME_EXCHANGE) where the file system can, tried out beforehand on two empty
 * folders; two plain renames where it cannot and the caller allows the moment between
 * them (a third puts the old folder away). Errors are errno values.
 */
#ifndef ATTALAK_PUBLISH_SWAP_H
#define ATTALAK_PUBLISH_SWAP_H

#include "publish/target.h"

/* Puts right what a build that was killed left beside the published folder. */
int swap_recover(const struct target *target);

/* 0 when two folders can be exchanged in this parent; EINVAL and the like when not. */
int swap_probe(const struct target *target);

/* The file system has no exchange, here or of these two (overlayfs: a folder from below). What fails
 * otherwise is not tried in another way: a disk tells of lost writes only once. */
bool swap_is_impossible(int error);

/* The spare folder takes the published one's name and the other way round. An error leaves the
 * names as they were; but *is_open is set when they could not be taken back either: then the new
 * folder has the place, or none has, until the next build. */
int swap_exchange(const struct target *target, bool *is_open);
int swap_in_two_steps(const struct target *target, bool *is_open);

/* When nothing is published yet. */
int swap_first(const struct target *target, bool *is_open);

#endif
