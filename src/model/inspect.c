/* SPDX-License-Identifier: MIT */
#include "model/inspect.h"

#include "model/load.h"
#include "model/phone.h"
#include "model/review.h"
#include "model/take.h"
#include "model/take_access.h"
#include "sources/prose.h"
#include "text/clean.h"
#include "text/personal.h"

/* ---- what may stand ---- */

static void add_allowed(struct inspection *in, struct str typed, struct pos pos)
{
    if (field_is_blank(&(struct field){.text = typed}, in->r->scratch))
        return;
    *list_push(&in->allowed, in->r->scratch) = (struct allowed){
        .value = clean_line(str_trim(typed), in->r->scratch).text, .pos = pos};
}

/* A list, or what a sheet joins by commas. */
static void read_allowed(struct inspection *in, const struct field *field)
{
    if (field->node && field->node->kind == TREE_LIST) {
        for (const struct tree *item = field->node->first; item; item = item->next)
            add_allowed(in, item->text, tree_pos(item, field->pos.file));
        return;
    }
    for (struct cut cut = {.tail = field->text, .ok = true}; cut.ok;) {
        cut = str_cut(cut.tail, ',');
        add_allowed(in, cut.head, field->pos);
    }
}

static bool site_allows(const struct settings *settings, struct str value)
{
    bool allows = false;
    for (size_t i = 0; i < settings->allow.count; i++) {
        if (!personal_same(settings->allow.items[i], value))
            continue;
        __atomic_store_n(&settings->allow_used[i], true, __ATOMIC_RELAXED); /* by any thread */
        allows = true;
    }
    return allows;
}

static bool is_allowed(struct inspection *in, struct str value)
{
    bool allows = site_allows(&in->r->site->settings, value);
    for (size_t i = 0; i < in->allowed.count; i++) {
        bool same = personal_same(in->allowed.items[i].value, value);
        in->allowed.items[i].used = in->allowed.items[i].used || same;
        allows = allows || same;
    }
    return allows;
}

/* ---- one text ---- */

enum meant {
    MEANT_PUBLIC,
    MEANT_STORY,   /* public, and Markdown */
    MEANT_CONTACT, /* there to be published */
};

/* After so many findings in one text no other is compared with them all. */
enum { TOLD_ENOUGH = 100 };

struct told {
    enum model_rule rule;
    struct str value;
};

/* A text is looked through as it was typed and, where that differs, as it reads (`again`). */
struct looking {
    struct inspection *in;
    struct str path;
    struct pos pos;
    enum meant meant;
    bool again;
    struct LIST_OF(struct told) told;
    struct LIST_OF(const struct review_word *) words; /* told: each once */
    bool found_error;
};

static struct pos line_below(struct pos pos, unsigned lines)
{
    if (pos.row || !pos.line || !lines)
        return pos;
    pos.line += lines;
    pos.column = 0;
    return pos;
}

/* Of an address that signs of Markdown are in, what was typed may hold a piece only. */
static bool is_same(struct str a, struct str b)
{
    bool mail = str_has(a, STR("@"));
    return personal_same(a, b) || (mail && (str_has(a, b) || str_has(b, a)));
}

static bool is_told(const struct looking *look, enum model_rule rule, struct str value)
{
    for (size_t i = 0; i < look->told.count; i++)
        if (look->told.items[i].rule == rule && is_same(look->told.items[i].value, value))
            return true;
    return false;
}

/* Wherever it was typed, and where it reads so, too, only if it was not. */
static void tell(struct looking *look, enum model_rule rule, struct str value, unsigned lines)
{
    bool error = model_rules[rule].severity == SEVERITY_ERROR;
    bool enough = look->told.count >= TOLD_ENOUGH && (look->found_error || !error);
    if (look->again && (enough || is_told(look, rule, value)))
        return;
    *list_push(&look->told, look->in->r->scratch) = (struct told){rule, value};
    complain(look->in->r, rule, line_below(look->pos, lines), value, look->path);
    look->found_error = look->found_error || error;
}

static bool is_private_mail(const struct settings *settings, struct str email)
{
    struct str own = settings->correction_email;
    if (str_eq_nocase(email, own))
        return false;
    return personal_is_free_mail(email)
           || (!personal_is_office_mail(email) && !personal_same_host(email, own));
}

/* The rule that a datum breaks here, or MODEL_RULE_COUNT. */
static enum model_rule personal_rule(const struct settings *settings, enum meant meant,
                                     enum personal_kind kind, struct str datum)
{
    if (kind == PERSONAL_CITIZEN_ID)
        return HAS_CITIZEN_ID;
    if (kind == PERSONAL_MOBILE)
        return meant == MEANT_CONTACT ? CONTACT_MOBILE : HAS_MOBILE;
    if (meant == MEANT_CONTACT)
        return personal_is_free_mail(datum) ? CONTACT_EMAIL : MODEL_RULE_COUNT;
    return is_private_mail(settings, datum) ? HAS_EMAIL : MODEL_RULE_COUNT;
}

static unsigned count_lines(struct str text)
{
    unsigned lines = 0;
    for (size_t i = 0; i < text.len; i++)
        lines += text.ptr[i] == '\n';
    return lines;
}

/* "https://name@host": the URL policy tells of it. */
static bool is_user_info(struct str text, struct personal p)
{
    return p.kind == PERSONAL_EMAIL && str_ends(str_first(text, p.at), STR("//"));
}

static void look_for_persons(struct looking *look, struct str text)
{
    unsigned lines = 0;
    size_t counted = 0;
    for (struct personal p = {0}; (p = personal_next(text, p)).kind; counted = p.at) {
        struct str datum = str_of(text.ptr + p.at, p.len);
        lines += count_lines(str_of(text.ptr + counted, p.at - counted));
        enum model_rule rule =
            personal_rule(&look->in->r->site->settings, look->meant, p.kind, datum);
        if (rule != MODEL_RULE_COUNT && !is_user_info(text, p) && !is_allowed(look->in, datum))
            tell(look, rule, datum, lines);
    }
}

static void tell_word(struct looking *look, const struct review_word *word, unsigned lines)
{
    for (size_t i = 0; i < look->words.count; i++)
        if (look->words.items[i] == word)
            return;
    *list_push(&look->words, look->in->r->scratch) = word;
    tell(look, REVIEW_WORD, word->typed, lines);
}

/* Behind an allowed word it goes on one byte further, for another may lie across its end; one
 * that lies within it is part of what was allowed. */
static void look_for_words(struct looking *look, const struct review_list *list,
                           const struct fold_view *view)
{
    struct review_hit hit;
    size_t allowed_end = 0;
    for (size_t from = 0; (hit = review_next(list, view->text, from)).word;) {
        size_t end = hit.at + hit.word->core.len;
        bool within = end <= allowed_end;
        if (!within && is_allowed(look->in, hit.word->typed)) {
            allowed_end = end;
            from = hit.at + 1;
            continue;
        }
        from = within ? hit.at + 1 : end;
        if (!within)
            tell_word(look, hit.word, fold_line(view, hit.at));
    }
}

static struct str host_at_start(struct str text)
{
    size_t len = 0;
    for (; len < text.len; len++) {
        char c = text.ptr[len], lower = (char)(c | 0x20);
        bool fits = (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') || c == '-'
                    || c == '.' || (unsigned char)c >= 0x80;
        if (!fits)
            break;
    }
    return str_first(text, len);
}

static void look_for_hosts(struct looking *look, struct str text)
{
    const struct review *review = look->in->r->site->review;
    struct cut cut = str_cut_str(text, STR("//"));
    for (unsigned lines = 0; cut.ok; cut = str_cut_str(cut.tail, STR("//"))) {
        struct str host = host_at_start(cut.tail), listed = review_host(review, host);
        lines += count_lines(cut.head);
        if (listed.len && !is_allowed(look->in, listed) && !is_allowed(look->in, host))
            tell(look, REVIEW_HOST, host, lines);
    }
}

static void look_through(struct looking *look, struct str text)
{
    const struct review *review = look->in->r->site->review;
    look_for_persons(look, text);
    if (!review)
        return;
    struct folded folded = fold_text(text, look->in->r->scratch);
    look_for_words(look, &review->thai, &folded.joined);
    look_for_words(look, &review->latin, &folded.words);
    look_for_hosts(look, text);
}

/* Markdown as visitors read it; where its links lead and what they are called. */
static void look_at_rendered(struct looking *look, struct str text)
{
    struct arena *scratch = look->in->r->scratch;
    struct prose_read read = prose_read(text, scratch);
    if (read.text.ptr == text.ptr)
        return;
    look_through(look, clean_block(read.text, scratch).text);
    look_through(look, read.links);
}

/* All else is shown as it was typed on our pages; whoever takes it from the open data may let a
 * browser read it, which drops the tags. */
static void look_at_tagless(struct looking *look, struct str text)
{
    struct str tagless = fold_drop_tags(text, look->in->r->scratch);
    if (tagless.ptr != text.ptr)
        look_through(look, tagless);
}

static bool look_at(struct looking look, struct str raw)
{
    struct str text = clean_block(raw, look.in->r->scratch).text;
    look_through(&look, text);
    look.again = true;
    (look.meant == MEANT_STORY ? look_at_rendered : look_at_tagless)(&look, text);
    return !look.found_error;
}

bool inspect_story(struct inspection *in, struct str path, struct str markdown, struct pos pos)
{
    return look_at((struct looking){in, path, pos, MEANT_STORY}, markdown);
}

/* ---- a record's fields ---- */

/* What is public, by how it is read. */
static const struct {
    take_fn take;
    enum meant meant;
} publics[] = {
    {take_text, MEANT_PUBLIC},    {take_line, MEANT_PUBLIC},
    {take_story, MEANT_STORY},    {take_fee, MEANT_PUBLIC},
    {take_tags, MEANT_PUBLIC},    {take_feature, MEANT_PUBLIC},
    {take_feature_note, MEANT_PUBLIC}, {take_url, MEANT_PUBLIC},
    {take_phone, MEANT_CONTACT},  {take_email, MEANT_CONTACT},
    {take_line_id, MEANT_CONTACT},
};
enum { PUBLICS = sizeof(publics) / sizeof(publics[0]) };

/* "people.contact" is whom to ask about access. */
static enum meant meant_of(const struct field *field, enum meant meant)
{
    bool contact = field->spec->take == take_feature
                   && str_starts(field->rest, STR("people.contact"));
    return contact ? MEANT_CONTACT : meant;
}

/* "mailto:a@b.th" in an address: take_url refuses it, and tells why. */
static bool is_no_address(const struct field *field)
{
    return field->spec->take == take_url && !str_has(field->text, STR("//"));
}

/* What is published of a contact once it is taken, empty when it is refused, which is told then;
 * a sheet's number has its 0 again. */
static struct str taken_contact(struct inspection *in, const struct field *field)
{
    struct diags unheard = diags_on(in->r->scratch);
    struct reader r = *in->r;
    struct str value = {0};
    r.diags = &unheard;
    r.arena = r.scratch;
    field->spec->take(&r, field, &value);
    return value;
}

static bool inspect_contact(struct inspection *in, const struct field *field)
{
    struct str value = taken_contact(in, field);
    return !value.len || look_at((struct looking){in, field->path, field->pos, MEANT_CONTACT}, value);
}

static bool inspect_field(struct inspection *in, const struct field *field, enum meant meant)
{
    if (is_no_address(field))
        return true;
    if (meant == MEANT_CONTACT && field->spec->take != take_feature)
        return inspect_contact(in, field);
    struct pos pos = line_below(field->pos, field->node && field->node->block);
    if (!field->node || field->node->kind != TREE_LIST)
        return look_at((struct looking){in, field->path, pos, meant}, field->text);
    bool ok = true;
    for (const struct tree *item = field->node->first; item; item = item->next)
        ok = look_at((struct looking){in, field->path, tree_pos(item, pos.file), meant},
                     item->text) && ok;
    return ok;
}

struct inspection inspect_begin(struct reader *r, const struct record *record)
{
    struct inspection in = {.r = r};
    const struct field *field = record_find(record, STR("allow"));
    if (field && field->spec)
        read_allowed(&in, field);
    return in;
}

void inspect_fields(struct inspection *in, struct record *record)
{
    struct reader *r = in->r;
    bool holds_back = r->diags->subject.len && !r->soft;
    for (size_t i = 0; i < record->fields.count; i++) {
        struct field *field = &record->fields.items[i];
        for (size_t k = 0; field->spec && k < PUBLICS; k++)
            if (field->spec->take == publics[k].take
                && !inspect_field(in, field, meant_of(field, publics[k].meant)))
                field->refused = !holds_back;
    }
}

void inspect_end(struct inspection *in)
{
    for (size_t i = 0; i < in->allowed.count; i++)
        if (!in->allowed.items[i].used)
            complain(in->r, ALLOW_UNUSED, in->allowed.items[i].pos,
                     in->allowed.items[i].value);
}

void inspect_record(struct reader *r, struct record *record)
{
    struct inspection in = {.r = r};
    inspect_fields(&in, record);
}

void inspect_site_allow(struct reader *r)
{
    const struct settings *settings = &r->site->settings;
    for (size_t i = 0; i < settings->allow.count; i++)
        if (!settings->allow_used[i])
            complain(r, ALLOW_UNUSED, settings->allow_pos, settings->allow.items[i]);
}
