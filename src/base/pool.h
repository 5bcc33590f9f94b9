/* SPDX-License-Identifier: MIT */
/*
 * pool.h: the one primitive of concurrency.
 *
 * pool_each calls work(context, index, worker) for every index below count, from
 * `threads` threads that take the next index from one atomic counter. Results go to slot
 * `index`, scratch belongs to slot `worker`; so the outcome never depends on timing, and
 * no lock is needed.
 */
#ifndef ATTALAK_BASE_POOL_H
#define ATTALAK_BASE_POOL_H

#include <stddef.h>

enum { POOL_THREADS_MAX = 64 };

typedef void (*pool_fn)(void *context, size_t index, unsigned worker);

/* Runs on the calling thread alone when threads is 1 or there is too little to share. */
void pool_each(unsigned threads, size_t count, pool_fn work, void *context);

/* Two pieces of work that know nothing of each other, side by side if there are threads. */
typedef void (*pool_part)(void *context);
void pool_both(unsigned threads, pool_part one, pool_part other, void *context);

unsigned pool_default_threads(void); /* processors online, 1..POOL_THREADS_MAX */

#endif
