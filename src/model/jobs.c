/* SPDX-License-Identifier: MIT */
/* One pair of arenas a worker, one list of findings a job (jobs.h). */
#include "model/jobs.h"

#include "base/pool.h"

struct worker {
    struct arena lasting, scratch;
};

struct crew {
    struct loading *l;
    job_fn work;
    void *context;
    struct diags *told;
    struct worker workers[POOL_THREADS_MAX];
};

static void do_job(void *context, size_t index, unsigned worker)
{
    struct crew *crew = context;
    struct worker *own = &crew->workers[worker];
    struct diags *told = &crew->told[index];
    *told = diags_on(&own->lasting);
    struct reader r = {crew->l->site, &own->lasting, &own->scratch, told, false};
    struct arena_mark mark = arena_mark(r.scratch);
    crew->work(crew->context, index, &r);
    arena_rewind(r.scratch, mark);
}

struct diags *loading_each(struct loading *l, size_t count, job_fn work, void *context)
{
    struct crew crew = {.l = l, .work = work, .context = context,
                        .told = arena_many(&l->scratch, count, struct diags)};
    pool_each(l->threads, count, do_job, &crew);
    for (size_t i = 0; i < POOL_THREADS_MAX; i++) {
        arena_release(&crew.workers[i].scratch);
        arena_join(l->arena, &crew.workers[i].lasting);
    }
    return crew.told;
}
