/* SPDX-License-Identifier: MIT */
#include "base/pool.h"

#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

#include "base/panic.h"

struct job {
    pool_fn work;
    void *context;
    size_t count;
    atomic_size_t next;
    atomic_uint workers; /* hands out worker numbers */
};

static void *run(void *argument)
{
    struct job *job = argument;
    unsigned worker = atomic_fetch_add(&job->workers, 1);
    for (;;) {
        size_t index = atomic_fetch_add(&job->next, 1);
        if (index >= job->count)
            return NULL;
        job->work(job->context, index, worker);
    }
}

void pool_each(unsigned threads, size_t count, pool_fn work, void *context)
{
    struct job job = {.work = work, .context = context, .count = count};
    pthread_t helpers[POOL_THREADS_MAX];
    unsigned started = 0;
    if (threads > POOL_THREADS_MAX)
        threads = POOL_THREADS_MAX;
    while (started + 1 < threads && started + 1 < count) {
        if (pthread_create(&helpers[started], NULL, run, &job) != 0)
            break; /* fewer threads do the same work */
        started++;
    }
    run(&job);
    for (unsigned i = 0; i < started; i++)
        if (pthread_join(helpers[i], NULL) != 0)
            panic("a worker was lost");
}

struct both {
    pool_part parts[2];
    void *context;
};

static void do_part(void *context, size_t index, unsigned worker)
{
    const struct both *both = context;
    (void)worker;
    both->parts[index](both->context);
}

void pool_both(unsigned threads, pool_part one, pool_part other, void *context)
{
    struct both both = {{one, other}, context};
    pool_each(threads, 2, do_part, &both);
}

unsigned pool_default_threads(void)
{
    long online = sysconf(_SC_NPROCESSORS_ONLN);
    return online < 1                  ? 1
           : online > POOL_THREADS_MAX ? POOL_THREADS_MAX
                                       : (unsigned)online;
}
