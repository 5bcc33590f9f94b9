/* SPDX-License-Identifier: MIT */
#include "view/sign.h"

#include "base/utf8.h"
#include "view/access.h"

static const struct slot qr_slots[] = {
    SLOT(qr_view, size, VALUE_TEXT),
    SLOT(qr_view, path, VALUE_TEXT),
};
const struct shape qr_shape = SHAPE("qr", qr_view, qr_slots);

static const struct slot sign_slots[] = {
    SLOT_OF(sign_view, others, VALUE_LIST, &phrase_shape),
    SLOT_OF(sign_view, facts, VALUE_LIST, &access_fact_shape),
    SLOT(sign_view, phone, VALUE_TEXT),
    SLOT(sign_view, is_long, VALUE_BOOL),
};
const struct shape sign_shape = SHAPE("sign", sign_view, sign_slots);

const struct qr *sign_codes(const struct site *site, const struct plan *plan,
                            unsigned threads, struct arena *arena)
{
    struct str *paths = arena_many(arena, plan->pages.count, struct str);
    size_t count = 0;
    for (size_t i = 0; i < plan->pages.count; i++) {
        const struct page *page = &plan->pages.items[i];
        if (page->kind == PAGE_ENTRY)
            paths[count++] = page->path;
    }
    return qr_make(link_absolute(site, STR(""), arena), paths, count, threads, arena);
}

struct value sign_qr(const struct view *view, const struct page *page,
                     struct arena *arena)
{
    struct qr_code code = qr_code(view->qr, link_absolute(view->site, page->path, arena));
    if (!code.width)
        return (struct value){0};
    struct qr_view *v = value_struct(qr_view, arena);
    v->size = value_int(code.width + 2 * QR_QUIET, arena);
    v->path = value_text(qr_path(&code, arena));
    return value_map(v, &qr_shape);
}

static struct value other_names(const struct view *view, const struct page *page,
                                struct arena *arena)
{
    const struct text *name = &page->lao->identity->name;
    struct value *names = arena_many(arena, view->site->lang_count, struct value);
    size_t count = 0;
    unsigned shown;
    view_pick(view, page->lang, name, &shown); /* where it has none in the page's language */
    for (unsigned lang = 0; lang < view->site->lang_count; lang++)
        if (lang != shown && name->in[lang].len)
            names[count++] =
                view_phrase_in(view, page->lang, name->in[lang], lang, arena);
    return value_list(names, count);
}

/* What does not apply, or takes a sentence to say, is on the page. */
static bool is_for_sign(const struct feature *feature, const struct access_value *value)
{
    return feature->starter && value->known && value->state != ACCESS_NA &&
           feature->type != FEATURE_TEXT;
}

/* Of what else is noted, only why something is so in part: that is no use without. */
static struct value fact_for_sign(const struct view *view, const struct page *page,
                                  const struct feature *feature,
                                  const struct access_value *value, struct arena *arena)
{
    struct access_value told = *value;
    if (told.state != ACCESS_LIMITED)
        told.note = (struct text){0};
    return view_access_fact(view, page->lang, feature, &told, arena);
}

static struct value first_facts(const struct view *view, const struct page *page,
                                struct arena *arena)
{
    const struct vocabulary *vocabulary = &view->site->vocabulary;
    const struct access *access = &page->lao->identity->access;
    LIST(struct value) facts = {0};
    for (size_t i = 0; access->stated && i < vocabulary->features.count; i++) {
        const struct feature *feature = &vocabulary->features.items[i];
        const struct access_value *value = access_at(access, feature);
        if (is_for_sign(feature, value))
            *list_push(&facts, arena) = fact_for_sign(view, page, feature, value, arena);
    }
    return value_list(facts.items, facts.count);
}

struct value view_sign(const struct view *view, const struct page *page,
                       struct arena *arena)
{
    enum { TWO_LINES = 40 };
    const struct identity *identity = page->lao->identity;
    struct str name = view_pick(view, page->lang, &identity->name, NULL);
    struct sign_view *v = value_struct(sign_view, arena);
    v->others = other_names(view, page, arena);
    v->facts = first_facts(view, page, arena);
    v->phone = value_text(identity->contact.phone);
    v->is_long = value_bool(utf8_count(name) > TWO_LINES);
    return value_map(v, &sign_shape);
}
