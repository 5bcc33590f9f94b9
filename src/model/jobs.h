/* SPDX-License-Identifier: MIT */
/*
 * jobs.h: many things of one kind read at once, each as if it were the only one.
 *
 * Every job has a reader of its own: what it makes lasts as long as the site, its scratch until
 * it returns, and its findings are its own. Joined in the order of jobs they are the same
 * whatever the number of threads.
 *
 *     struct diags *told = loading_each(l, count, read_one, context);   on all threads
 *     for (i = 0; i < count; i++)                                       then one after the other
 *         diags_join(l->diags, &told[i]);
 */
#ifndef ATTALAK_MODEL_JOBS_H
#define ATTALAK_MODEL_JOBS_H

#include "model/loaders.h"

/* Does job `index`, sees the site only as the stages before made it, writes to slot `index`. */
typedef void (*job_fn)(void *context, size_t index, struct reader *r);

/* The findings of each job; they live as long as the stage's scratch, their texts as the site. */
struct diags *loading_each(struct loading *l, size_t count, job_fn work, void *context);

#endif
