/* SPDX-License-Identifier: MIT */
#include "new_command.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/utf8.h"
#include "model/load.h"
#include "options.h"
#include "project.h"

/* ---- what is printed ---- */

static const char head[] = "# %.*s%.*s\n"
                           "# Save as content/identities/%.*s.yaml. Only the first four "
                           "are required; take the '#' off\n"
                           "# what you know and leave out what you do not: nothing "
                           "written means \"not known\".\n"
                           "# บันทึกเป็น content/identities/%.*s.yaml ต้องกรอกเพียง 4 ข้อแรก "
                           "ข้ออื่นถ้าทราบให้ลบ # ออกแล้วกรอก\n"
                           "lao: %.*s\n"
                           "category:            # ";
static const char required[] = "name:\n  th: \"\"\n  en: \"\"\n"
                               "summary:             # one or two sentences, at most 300 "
                               "characters / หนึ่งหรือสองประโยค\n"
                               "  th: \"\"\n  en: \"\"\n";
static const char optional[] = "#story:              # Markdown\n"
                               "#  th: |\n#    \n#  en: |\n#    \n"
                               "#tags: []            # more hashtags, without '#'\n";
static const char rest[] =
    "#  address: {th: \"\", en: \"\"}\n"
    "#  directions: {th: \"\", en: \"\"}\n"
    "#  hours: \"Mo-Su 08:30-16:30\"\n"
    "#  best_months: [11, 12, 1]\n"
    "#  fee: {th: \"\", en: \"\"}   # \"free\" = free / ไม่เสียค่าใช้จ่าย\n"
    "#contact: {phone: \"\", email: \"\", line: \"\", facebook: \"\", website: \"\"}\n"
    "#buy:\n#  - {name: {th: \"\", en: \"\"}, url: \"https://\"}\n"
    "#access:             # yes | limited | no | na; what is not written is unknown\n"
    "#  checked: 2569-01-31\n"
    "#  by: lao           # lao | province | association | visitor\n"
    "#  method: seen      # measured | seen | reported | document\n"
    "#  features:\n";
static const char tail[] =
    "#  notes: {}         # \"limited\" needs one, in both languages\n"
    "#safety: {note: {th: \"\", en: \"\"}}\n"
    "#photos:\n#  - {file: \"\", alt: {th: \"\", en: \"\"}, credit: \"\"}\n"
    "#sources:\n#  - {title: \"\", url: \"https://\"}\n"
    "#updated: 2569-01-31\n"
    "#allow: []           # a mobile number or e-mail whose owner lets it be published / "
    "หมายเลขโทรศัพท์มือถือหรืออีเมลที่เจ้าของยินยอมให้เผยแพร่\n";

static void print_categories(const struct site *site)
{
    for (size_t i = 0; i < site->vocabulary.categories.count; i++)
        printf("%s%.*s", i ? " | " : "",
               STR_ARG(site->vocabulary.categories.items[i].key));
    putchar('\n');
}

/* The twelve that every LAO is asked first. */
static void print_starters(const struct site *site)
{
    for (size_t i = 0; i < site->vocabulary.features.count; i++) {
        const struct feature *feature = &site->vocabulary.features.items[i];
        if (feature->starter)
            printf("#    %.*s:   # %.*s\n", STR_ARG(feature->key),
                   STR_ARG(feature->label.in[0]));
    }
}

static void print_place(const struct lao *lao)
{
    if (lao->located)
        printf("#place:              # your office is at %.5f, %.5f\n"
               "#  lat: %.5f\n#  lon: %.5f\n",
               lao->lat, lao->lon, lao->lat, lao->lon);
    else
        puts("#place:\n#  lat: \n#  lon: ");
}

static void print_lao(const struct site *site, const struct lao *lao)
{
    struct str type = str_from(lao_types[lao->type].th);
    bool is_own_name = lao->type == LAO_PATTAYA || lao->type == LAO_BANGKOK;
    printf(head, STR_ARG(is_own_name ? STR("") : type), STR_ARG(lao->name.in[0]),
           STR_ARG(lao->key), STR_ARG(lao->key), STR_ARG(lao->key));
    print_categories(site);
    fputs(required, stdout);
    fputs(optional, stdout);
    print_place(lao);
    fputs(rest, stdout);
    print_starters(site);
    fputs(tail, stdout);
}

/* ---- the command ---- */

static int complain(const char *what, const char *name)
{
    fprintf(stderr, "attalak new: %s: %s\n", name, what);
    return EXIT_USAGE_ERROR;
}

static int print_new(const char *code, const char *dir, struct arena *arena)
{
    bool is_text = utf8_first_bad(str_from(code)) == strlen(code);
    struct lao_code parsed = lao_code_parse(is_text ? str_from(code) : STR(""), arena);
    if (parsed.error != LAO_CODE_OK)
        return complain("not a code of six, seven or eight digits", code);
    int root = project_open(str_from(dir), "content", arena);
    if (root < 0)
        return EXIT_USAGE_ERROR;
    struct diags diags = diags_on(arena);
    struct site_loaded loaded = site_load(root, 1, arena, &diags);
    close(root);
    const struct lao *lao = map_get(&loaded.site->lao_by_key, parsed.key);
    if (!lao)
        return complain("no LAO of this code in the registry", code);
    print_lao(loaded.site, lao);
    return EXIT_CLEAN;
}

int new_command(int argc, char **argv)
{
    if (argc < 2 || argc > 3)
        return complain("usage: attalak new CODE [DIR]", argv[0]);
    struct arena arena = {0};
    int code = print_new(argv[1], argc > 2 ? argv[2] : ".", &arena);
    arena_release(&arena);
    return code;
}
