/* SPDX-License-Identifier: MIT */
/*
 * A builder alternates between two generations of a site and is killed at random moments,
 * while a reader reads the published tree without pause: at every moment it must be one
 * of the two, whole. Every builder finds what the one before left, and must get along
 * with it unaided.
 *
 *     KILLS=3000 SEED=7 .build/asan/t_publish_kill       200 and 1 when not told
 */
#include "publish_lab.h"

#include <dirent.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>

#include "base/pool.h"

enum { FILES = 120, LIFE_MAX_US = 60000, TEXT_MAX = 6000 };

/* ---- two generations ---- */

/* A third of the files is the same in both, some are in one only, the sizes differ. */
static bool is_in(int generation, size_t i)
{
    return i % 10 != (generation ? 3 : 7);
}

static struct str text_of(int generation, size_t i, char text[TEXT_MAX])
{
    int g = i % 3 ? generation : 9;
    int len = snprintf(text, TEXT_MAX, "file %zu of %d\n", i, g);
    size_t size = (size_t)len + (i * 37 + (size_t)g * 1000) % (TEXT_MAX - 100);
    memset(text + len, 'a' + g, size - (size_t)len);
    return str_of(text, size);
}

static void path_of(size_t i, char path[64])
{
    snprintf(path, 64, "p%zu/%03zu/index.html", i % 4, i);
}

struct job {
    struct publish *publish;
    int generation;
};

static void put_file(void *context, size_t i, unsigned worker)
{
    (void)worker;
    const struct job *job = context;
    char path[64], text[TEXT_MAX];
    path_of(i, path);
    if (is_in(job->generation, i))
        publish_put(job->publish, str_from(path), text_of(job->generation, i, text));
}

static enum publish_outcome build(int generation)
{
    struct job job = {lab_begin(), generation};
    if (!job.publish)
        return publish_refusal(&lab.diags);
    pool_each(2, FILES, put_file, &job);
    return lab_commit(job.publish);
}

static _Noreturn void build_for_ever(int generation)
{
    for (;; generation = !generation) {
        enum publish_outcome outcome = build(generation);
        if (outcome != PUBLISH_DONE && outcome != PUBLISH_UNCHANGED)
            _exit(1);
        arena_release(&lab.arena);
    }
}

/* ---- reading ---- */

enum seen { SEEN_MIXED = -2, SEEN_NONE = -1, SEEN_A, SEEN_B };

static bool file_is(int root, size_t i, int generation)
{
    char path[64], text[TEXT_MAX], is[TEXT_MAX + 1];
    path_of(i, path);
    struct str should = text_of(generation, i, text);
    int fd = openat(root, path, O_RDONLY | O_NOFOLLOW);
    if (fd < 0)
        return !is_in(generation, i);
    ssize_t len = read(fd, is, sizeof(is));
    close(fd);
    return is_in(generation, i) && len >= 0 && str_eq(str_of(is, (size_t)len), should);
}

static bool tree_is(int root, int generation)
{
    for (size_t i = 0; i < FILES; i++)
        if (!file_is(root, i, generation))
            return false;
    return true;
}

static enum seen look(int root)
{
    return tree_is(root, 0) ? SEEN_A : tree_is(root, 1) ? SEEN_B : SEEN_MIXED;
}

static enum seen look_at_rest(const char *site)
{
    int root = open(site, O_RDONLY | O_DIRECTORY);
    if (root < 0)
        return SEEN_NONE;
    enum seen seen = look(root);
    close(root);
    return seen;
}

static bool is_same_moment(struct stat a, struct stat b)
{
    return a.st_ino == b.st_ino && a.st_ctim.tv_sec == b.st_ctim.tv_sec
           && a.st_ctim.tv_nsec == b.st_ctim.tv_nsec;
}

/* Reads through one open folder and counts only if that was the published one all along:
 * after a swap it is the spare one, which the next build works on. */
static _Noreturn void read_for_ever(const char *site, unsigned long *looks)
{
    for (;;) {
        struct stat first, last;
        int root = open(site, O_RDONLY | O_DIRECTORY);
        if (root < 0 && *looks)
            _exit(1);
        if (root < 0)
            continue;
        bool ok = fstat(root, &first) == 0;
        enum seen seen = look(root);
        ok = ok && stat(site, &last) == 0 && is_same_moment(first, last);
        close(root);
        if (ok && seen == SEEN_MIXED)
            _exit(1);
        *looks += ok;
    }
}

/* ---- killing ---- */

static uint64_t seed;

static unsigned dice(unsigned sides)
{
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(seed >> 33) % sides;
}

static unsigned number_from(const char *name, unsigned otherwise)
{
    const char *text = getenv(name);
    return text ? (unsigned)strtoul(text, NULL, 10) : otherwise;
}

static pid_t start_reader(const char *site, unsigned long *looks)
{
    pid_t reader = fork();
    if (reader == 0)
        read_for_ever(site, looks);
    return reader;
}

/* True when it was still building. */
static bool kill_a_builder(void)
{
    pid_t builder = fork();
    if (builder == 0)
        build_for_ever((int)dice(2));
    usleep(dice(LIFE_MAX_US));
    kill(builder, SIGKILL);
    int status = 0;
    waitpid(builder, &status, 0);
    return WIFSIGNALED(status);
}

static void every_moment_shows_one_whole_tree(void **state)
{
    (void)state;
    const char *site = strdup(lab_path("site"));
    lab.options.dir = str_from(site);
    unsigned long *looks = mmap(NULL, sizeof(*looks), PROT_READ | PROT_WRITE,
                                MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    pid_t reader = start_reader(site, looks);
    unsigned kills = number_from("KILLS", 200);
    unsigned counts[2] = {0};
    seed = number_from("SEED", 1);
    for (unsigned i = 0; i < kills; i++) {
        if (!kill_a_builder())
            fail_msg("builder %u gave up", i);
        enum seen seen = look_at_rest(site);
        if (seen == SEEN_MIXED || (seen == SEEN_NONE && counts[0] + counts[1]))
            fail_msg("no whole tree after kill %u", i);
        if (seen >= 0)
            counts[seen]++;
    }
    int status = -1;
    kill(reader, SIGTERM);
    waitpid(reader, &status, 0);
    assert_true(WIFSIGNALED(status)); /* exit 1: it saw a mixed tree, or none */
    print_message("%u kills: %u times A, %u times B; %lu whole trees read meanwhile\n",
                  kills, counts[0], counts[1], *looks);
    assert_true(*looks && counts[0] && counts[1]);
    assert_true(build(0) == PUBLISH_DONE || build(0) == PUBLISH_UNCHANGED);
    assert_int_equal(build(0), PUBLISH_UNCHANGED);
    assert_int_equal(look_at_rest(site), SEEN_A);
    assert_int_equal(lab_shell("test \"$(ls -A | tr '\\n' ' ')\" = "
                               "'.site.lock .site.reserve .site.spare site '"), 0);
    free((char *)(uintptr_t)site);
}

static int setup_in_memory(void **state)
{
    setenv("LAB_DIR", access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp", 1);
    return lab_setup(state);
}

static int teardown_in_memory(void **state)
{
    unsetenv("LAB_DIR");
    return lab_teardown(state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        {"on disk", every_moment_shows_one_whole_tree, lab_setup, lab_teardown, NULL},
        {"in memory", every_moment_shows_one_whole_tree, setup_in_memory,
         teardown_in_memory, NULL},
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
