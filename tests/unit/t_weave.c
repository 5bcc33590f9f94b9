/* SPDX-License-Identifier: MIT */
/* weave.h: every code has a cloth of its own, the same at every build, and small. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/map.h"
#include "view/weave.h"

static struct arena arena;

static struct str woven(unsigned code)
{
    char digits[7];
    snprintf(digits, sizeof(digits), "%06u", code);
    return weave_svg(str_from(digits), &arena);
}

/* The path data alone: what is seen. */
static struct str threads(struct str svg)
{
    const char *from = strstr(svg.ptr, " d=\""), *to = strstr(svg.ptr, "</g>");
    return (struct str){from, (size_t)(to - from)};
}

/* All LAOs that a province could ever have, in two provinces, and every 97th code. */
static void each_code_has_its_own(void **state)
{
    (void)state;
    struct map seen = {0};
    size_t count = 0;
    for (unsigned code = 0; code < 1000000;
         code += code / 10000 == 36 || code < 10000 ? 1 : 97) {
        struct str cloth = threads(woven(code));
        if (map_get(&seen, cloth))
            fail_msg("%06u wears what another wears", code);
        map_put(&seen, cloth, &arena, &arena);
        count++;
    }
    assert_true(count > 30000);
}

static void is_small(void **state)
{
    (void)state;
    for (unsigned code = 0; code < 1000000; code += 101)
        assert_in_range(woven(code).len, 400, WEAVE_MOST - 200);
}

/* Pages are compared byte for byte from build to build: this one is for ever. */
static void is_the_same_for_ever(void **state)
{
    (void)state;
    struct str cloth = threads(woven(360201));
    assert_string_equal(
        arena_copy(&arena, cloth.ptr, cloth.len),
        " d=\"M0 2h8M16 2h4M24 2h8M-1 6h6M7 6h14M23 6h6M8 10h4M20 10h4M-1 14h14M15 14h6"
        "M0 18h4M12 18h4M-1 22h6M7 22h6M0 26h8M-1 30h6\"/><path stroke=\"currentColor\""
        " d=\"M28 10h4M27 14h6M20 18h4M27 22h6M12 26h4M24 26h4M11 30h6M19 30h6M27 "
        "30h6\"/>");
}

static void takes_any_text(void **state)
{
    (void)state;
    const char *texts[] = {"", "36", "3602", "36020\xff", "\"><script>", "3602019999"};
    for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
        struct str svg = weave_svg(str_from(texts[i]), &arena);
        assert_in_range(svg.len, 400, WEAVE_MOST - 200);
        assert_null(memchr(svg.ptr, '\xff', svg.len));
    }
    assert_true(str_eq(weave_svg(STR("3602019999"), &arena), woven(360201)));
}

static int clear(void **state)
{
    (void)state;
    arena_release(&arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(each_code_has_its_own, clear),
        cmocka_unit_test_teardown(is_small, clear),
        cmocka_unit_test_teardown(is_the_same_for_ever, clear),
        cmocka_unit_test_teardown(takes_any_text, clear),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
