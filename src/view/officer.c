/* SPDX-License-Identifier: MIT */
#include "view/officer.h"

#include "view/complete.h"
#include "view/runs.h"
#include "view/share.h"
#include "view/snippet.h"
#include "view/told.h"

/* "ชื่อ · เรื่องราว": have and missing by name, and how many of how many. */
struct complete_view {
    struct value count_text, nothing, have, missing;
};
static const struct slot complete_slots[] = {
    SLOT(complete_view, count_text, VALUE_TEXT),
    SLOT(complete_view, nothing, VALUE_BOOL), /* then nothing is named either */
    SLOT_OF(complete_view, have, VALUE_MAP, &some_phrases_shape),
    SLOT_OF(complete_view, missing, VALUE_MAP, &some_phrases_shape),
};
static const struct shape complete_shape =
    SHAPE("complete", complete_view, complete_slots);

/* A link to the entry as LINE and Facebook draw it: og:title, og:description, the host.
 */
struct post_view {
    struct value title, description, host, heading, summary, hashtags, canonical;
};
static const struct slot post_slots[] = {
    SLOT_OF(post_view, title, VALUE_LIST, &phrase_shape),
    SLOT_OF(post_view, description, VALUE_MAP, &phrase_shape),
    SLOT(post_view, host, VALUE_TEXT),
    SLOT_OF(post_view, heading, VALUE_MAP, &phrase_shape),
    SLOT_OF(post_view, summary, VALUE_MAP, &phrase_shape),
    SLOT_OF(post_view, hashtags, VALUE_LIST, &phrase_shape),
    SLOT(post_view, canonical, VALUE_TEXT),
};
static const struct shape post_shape = SHAPE("post", post_view, post_slots);

struct officer_view {
    struct value code, code_long, name, name_other, state, state_text, silent, held, open,
        mend, mend_text, entry_href, fields, access, told, more, post, snippet, form_url,
        correction_url;
};
static const struct slot officer_slots[] = {
    SLOT(officer_view, code, VALUE_TEXT),
    SLOT(officer_view, code_long, VALUE_TEXT),
    SLOT_OF(officer_view, name, VALUE_MAP, &phrase_shape),
    SLOT_OF(officer_view, name_other, VALUE_MAP, &phrase_shape),
    SLOT(officer_view, state, VALUE_TEXT),
    SLOT(officer_view, state_text, VALUE_TEXT),
    SLOT(officer_view, silent, VALUE_BOOL), /* nothing sent, nothing found */
    SLOT(officer_view, held, VALUE_BOOL),
    SLOT(officer_view, open, VALUE_BOOL),
    SLOT(officer_view, mend, VALUE_BOOL),
    SLOT(officer_view, mend_text, VALUE_TEXT),
    SLOT(officer_view, entry_href, VALUE_TEXT),
    SLOT_OF(officer_view, fields, VALUE_MAP, &complete_shape),
    SLOT_OF(officer_view, access, VALUE_MAP, &complete_shape),
    SLOT_OF(officer_view, told, VALUE_LIST, &told_shape),
    SLOT(officer_view, more, VALUE_TEXT), /* how many were left off */
    SLOT_OF(officer_view, post, VALUE_MAP, &post_shape),
    SLOT_OF(officer_view, snippet, VALUE_MAP, &phrase_shape), /* of HTML */
    SLOT(officer_view, form_url, VALUE_TEXT),
    SLOT(officer_view, correction_url, VALUE_TEXT),
};
const struct shape officer_shape = SHAPE("officer", officer_view, officer_slots);

/* ---- findings of an LAO ---- */

static bool may_be_shown(const struct site *site, const struct finding *finding)
{
    return site->settings.publish_reports ||
           !map_get(&site->report_files, finding->pos.file);
}

struct map officer_index(const struct site *site, const struct diags *findings,
                         struct arena *arena)
{
    struct map index = {0};
    for (size_t i = 0; findings && i < findings->items.count; i++) {
        const struct finding *finding = &findings->items.items[i];
        if (!finding->subject.len || !may_be_shown(site, finding))
            continue;
        struct findings *own = map_get(&index, finding->subject);
        if (!own) {
            own = arena_new(arena, struct findings);
            map_put(&index, finding->subject, own, arena);
        }
        *list_push(own, arena) = finding;
    }
    return index;
}

static const struct findings *findings_of(const struct view *view, const struct lao *lao)
{
    static const struct findings none = {0};
    const struct findings *own = map_get(&view->findings_of, lao->key);
    return own ? own : &none;
}

struct officer_counts officer_counts(const struct view *view, const struct lao *lao)
{
    const struct findings *own = findings_of(view, lao);
    struct officer_counts counts = {.told = own->count};
    for (size_t i = 0; i < own->count; i++) {
        counts.errors += own->items[i]->rule->severity == SEVERITY_ERROR;
        counts.mend += own->items[i]->rule->severity != SEVERITY_NOTE;
    }
    return counts;
}

size_t officer_mend(const struct view *view, const struct laos *laos)
{
    size_t mend = 0;
    for (size_t i = 0; i < laos->count; i++)
        mend += officer_counts(view, laos->items[i]).mend;
    return mend;
}

/* Errors first: they hold the entry back. */
static const struct finding **by_severity(const struct findings *own, struct arena *arena)
{
    const struct finding **sorted = arena_many(arena, own->count, const struct finding *);
    size_t count = 0;
    for (int severity = SEVERITY_ERROR; severity >= SEVERITY_NOTE; severity--)
        for (size_t i = 0; i < own->count; i++)
            if ((int)own->items[i]->rule->severity == severity)
                sorted[count++] = own->items[i];
    return sorted;
}

static size_t args_size(const struct finding *finding)
{
    size_t size = 0;
    for (size_t i = 0; i < DIAG_ARGS; i++)
        size += finding->args[i].len;
    return size;
}

/* All, or as many as leave room on the page for the other offices of a province; at least
 * one. */
static void fill_told(const struct view *view, const struct page *page,
                      const struct lao *lao, struct officer_view *v, struct arena *arena)
{
    const struct findings *own = findings_of(view, lao);
    const struct finding **sorted = by_severity(own, arena);
    struct value *values = arena_many(arena, own->count, struct value);
    size_t count = 0;
    for (size_t size = 0; count < own->count && count < OFFICER_TOLD_MAX; count++) {
        size += args_size(sorted[count]);
        if (count && size > OFFICER_TOLD_BYTES)
            break;
        values[count] = told_value(view, page, sorted[count], arena);
    }
    v->told = value_list(values, count);
    if (count < own->count)
        v->more = value_text(words_count(&view->words[page->lang], "check.more",
                                         (int64_t)(own->count - count), arena));
}

/* ---- what is there and what is missing ---- */

static struct value names(const struct view *view, unsigned lang, const struct strs *strs,
                          struct arena *arena)
{
    struct str joined = str_join(strs->items, strs->count, STR(" · "), arena);
    return view_some(view_runs(view, lang, joined, arena), &some_phrases_shape, arena);
}

static struct value view_complete(const struct view *view, unsigned lang,
                                  const struct complete *complete, struct arena *arena)
{
    const struct words *words = &view->words[lang];
    int64_t have = (int64_t)complete->have.count,
            all = have + (int64_t)complete->missing.count;
    if (!all)
        return (struct value){0};
    struct complete_view *v = value_struct(complete_view, arena);
    v->count_text = value_text(words_fill(words, "check.of", arena,
                                          {"count", words_number(words, have, arena)},
                                          {"all", words_number(words, all, arena)}));
    v->nothing = value_bool(!have);
    if (!have)
        return value_map(v, &complete_shape);
    v->have = names(view, lang, &complete->have, arena);
    v->missing = names(view, lang, &complete->missing, arena);
    return value_map(v, &complete_shape);
}

/* ---- a post about it ---- */

static struct value view_hashtags(const struct view *view, unsigned lang,
                                  const struct identity *identity, struct arena *arena)
{
    struct value *values = arena_many(arena, identity->hashtags.count, struct value);
    for (size_t i = 0; i < identity->hashtags.count; i++) {
        struct str text = identity->hashtags.items[i].text;
        values[i] = view_phrase_in(view, lang, text, share_tag_lang(text, lang), arena);
    }
    return value_list(values, identity->hashtags.count);
}

static struct value view_post(const struct view *view, unsigned lang,
                              const struct lao *lao, struct arena *arena)
{
    const struct identity *identity = lao->identity;
    struct post_view *v = value_struct(post_view, arena);
    v->title = view_runs(view, lang, share_title(view, lang, lao, arena), arena);
    v->description = view_phrase(view, lang, &identity->summary, arena);
    v->host = value_text(view_host(view->site->settings.base_url));
    v->heading = view_phrase(view, lang, &identity->name, arena);
    v->summary = v->description;
    v->hashtags = view_hashtags(view, lang, identity, arena);
    v->canonical = value_text(
        link_absolute(view->site, path_entry(view->site, lang, lao, arena), arena));
    return value_map(v, &post_shape);
}

/* ---- who ---- */

/* The name in the other language, so that a search finds either. */
static struct value other_name(const struct view *view, unsigned lang,
                               const struct text *name, struct arena *arena)
{
    unsigned other = lang ? 0 : 1;
    bool known =
        other < view->site->lang_count && name->in[other].len && name->in[lang].len;
    return known ? view_phrase_in(view, lang, name->in[other], other, arena)
                 : (struct value){0};
}

static void fill_who(const struct view *view, const struct page *page,
                     const struct lao *lao, struct officer_view *v, struct arena *arena)
{
    const struct words *words = &view->words[page->lang];
    const struct text *name = view_lao_name(view, lao);
    const char *state = lao->published             ? "published"
                        : lao->state == STATE_HELD ? "held"
                                                   : "none";
    struct str code = lao_code_full(lao->type, lao->key, arena);
    v->code = value_text(lao->key);
    if (!str_eq(code, lao->key))
        v->code_long = value_text(code);
    v->name = view_phrase(view, page->lang, name, arena);
    v->name_other = other_name(view, page->lang, name, arena);
    v->state = value_text(str_from(state));
    v->state_text = value_text(words_under(words, "check_state", state, arena));
}

struct value officer_url(struct str pattern, const struct lao *lao, struct arena *arena)
{
    return value_text(str_replace(pattern, STR("{code}"), lao->key, arena));
}

static void fill_sent(const struct view *view, const struct page *page,
                      const struct lao *lao, const struct strs *asked,
                      struct officer_view *v, struct arena *arena)
{
    unsigned lang = page->lang;
    struct complete fields = complete_fields(view, asked, lao->identity, arena);
    struct complete access = complete_access(view, lang, lao->identity, arena);
    v->fields = view_complete(view, lang, &fields, arena);
    v->access = view_complete(view, lang, &access, arena);
    v->correction_url = officer_url(view->site->settings.correction_url, lao, arena);
    if (!lao->published)
        return;
    v->entry_href =
        view_href(view, page, path_entry(view->site, lang, lao, arena), arena);
    v->post = view_post(view, lang, lao, arena);
    struct str snippet = snippet_link(view, lao, arena);
    if (snippet.len)
        v->snippet = view_phrase_in(view, lang, snippet, 0, arena);
}

struct value officer_value(const struct view *view, const struct page *page,
                           const struct lao *lao, const struct strs *asked,
                           struct arena *arena)
{
    struct officer_counts counts = officer_counts(view, lao);
    struct officer_view *v = value_struct(officer_view, arena);
    fill_who(view, page, lao, v, arena);
    v->form_url = officer_url(view->site->settings.form_url, lao, arena);
    v->silent = value_bool(!lao->identity && !counts.told);
    v->held = value_bool(lao->state == STATE_HELD);
    v->open = value_bool(counts.errors > 0);
    v->mend = value_bool(counts.mend > 0);
    if (counts.mend)
        v->mend_text = value_text(words_count(
            &view->words[page->lang], "check.mend_count", (int64_t)counts.mend, arena));
    fill_told(view, page, lao, v, arena);
    if (lao->identity)
        fill_sent(view, page, lao, asked, v, arena);
    return value_map(v, &officer_shape);
}
