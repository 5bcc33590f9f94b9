/* SPDX-License-Identifier: MIT */
#include "model/reader.h"

#include "model/load.h"

static const struct rule *rule_as(struct reader *r, const struct rule *rule,
                                  enum severity severity)
{
    if (rule->severity == severity)
        return rule;
    struct rule *other = arena_new(r->arena, struct rule);
    *other = *rule;
    other->severity = severity;
    return other;
}

static bool tell_as(struct reader *r, const struct rule *rule, enum severity severity,
                    struct pos pos, const struct str args[DIAG_ARGS])
{
    return diag_add(r->diags, rule_as(r, rule, severity), pos, args);
}

bool reader_complain(struct reader *r, enum model_rule number, struct pos pos,
                     const struct str args[DIAG_ARGS])
{
    return reader_tell(r, &model_rules[number], pos, args);
}

bool reader_tell(struct reader *r, const struct rule *rule, struct pos pos,
                 const struct str args[DIAG_ARGS])
{
    bool holds_back = rule->severity == SEVERITY_ERROR && r->diags->subject.len > 0;
    return tell_as(r, rule, r->soft && holds_back ? SEVERITY_WARNING : rule->severity, pos,
                   args);
}

void reader_call(struct reader *r, size_t arg, const struct str called[DIAG_LANGS])
{
    r->diags->items.items[r->diags->items.count - 1].called[arg] = called;
}

bool reader_tell_error(struct reader *r, const struct rule *rule, struct pos pos,
                       const struct str args[DIAG_ARGS])
{
    return tell_as(r, rule, r->soft ? SEVERITY_WARNING : SEVERITY_ERROR, pos, args);
}

void reader_claim(struct reader *r, size_t from, struct str key)
{
    struct diags *diags = r->diags;
    for (size_t i = from; i < diags->items.count; i++) {
        struct finding *finding = &diags->items.items[i];
        if (finding->subject.len)
            continue;
        finding->subject = key;
        if (finding->rule->severity != SEVERITY_ERROR)
            continue;
        finding->rule = rule_as(r, finding->rule, SEVERITY_WARNING);
        diags->counts[SEVERITY_ERROR]--;
        diags->counts[SEVERITY_WARNING]++;
    }
}
