/* SPDX-License-Identifier: MIT */
/* The map of squares: every province once, and true to its neighbourhood. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "view/tile_map.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/* Province halls, in hundredths of a degree. */
static const struct {
    const char *code;
    int lat, lon;
} halls[] = {
    {"10", 1375, 10050}, {"11", 1360, 10060}, {"12", 1386, 10051}, {"13", 1402, 10052},
    {"14", 1435, 10056}, {"15", 1459, 10045}, {"16", 1480, 10065}, {"17", 1490, 10041},
    {"18", 1519, 10012}, {"19", 1453, 10091}, {"20", 1336, 10098}, {"21", 1271, 10118},
    {"22", 1261, 10210}, {"23", 1224, 10252}, {"24", 1369, 10107}, {"25", 1411, 10133},
    {"26", 1421, 10120}, {"27", 1380, 10214}, {"30", 1497, 10210}, {"31", 1499, 10310},
    {"32", 1488, 10349}, {"33", 1512, 10432}, {"34", 1523, 10486}, {"35", 1580, 10414},
    {"36", 1581, 10203}, {"37", 1590, 10462}, {"38", 1833, 10368}, {"39", 1722, 10243},
    {"40", 1644, 10284}, {"41", 1742, 10279}, {"42", 1749, 10172}, {"43", 1787, 10274},
    {"44", 1618, 10330}, {"45", 1605, 10365}, {"46", 1643, 10351}, {"47", 1715, 10413},
    {"48", 1741, 10478}, {"49", 1655, 10473}, {"50", 1884, 9897},  {"51", 1858, 9901},
    {"52", 1826, 9954},  {"53", 1763, 10010}, {"54", 1815, 10014}, {"55", 1878, 10077},
    {"56", 1919, 9988},  {"57", 1991, 9983},  {"58", 1929, 9796},  {"60", 1569, 10011},
    {"61", 1537, 10004}, {"62", 1656, 9951},  {"63", 1688, 9913},  {"64", 1701, 9983},
    {"65", 1683, 10026}, {"66", 1644, 10035}, {"67", 1644, 10115}, {"70", 1353, 9981},
    {"71", 1400, 9955},  {"72", 1451, 10013}, {"73", 1377, 10006}, {"74", 1355, 10027},
    {"75", 1341, 10000}, {"76", 1311, 9995},  {"77", 1181, 9980},  {"80", 842, 9996},
    {"81", 806, 9892},   {"82", 844, 9852},   {"83", 789, 9840},   {"84", 913, 9933},
    {"85", 997, 9864},   {"86", 1049, 9918},  {"90", 721, 10060},  {"91", 662, 10007},
    {"92", 756, 9961},   {"93", 762, 10007},  {"94", 687, 10125},  {"95", 654, 10128},
    {"96", 643, 10180},
};

/* Of two provinces more than a degree apart, the more northern (western) is not further
 * down (right), but for a few that a grid of squares cannot help. */
enum { DEGREE = 100, PAIRS_WRONG_MAX = 3 /* of some 5,000; there is 1 */ };

static void test_each_once(void **state)
{
    (void)state;
    bool taken[32][32] = {0};
    for (size_t i = 0; i < COUNT(halls); i++) {
        unsigned x = 0, y = 0;
        assert_true(tile_place(str_from(halls[i].code), &x, &y));
        assert_in_range(x, 1, 10);
        assert_in_range(y, 1, 18);
        assert_false(taken[y][x]);
        taken[y][x] = true;
    }
}

static void test_unknown(void **state)
{
    (void)state;
    static const char *const codes[] = {"", "9", "..", "99", " 5", "360"};
    unsigned x, y;
    for (size_t i = 0; i < COUNT(codes); i++)
        assert_false(tile_place(str_from(codes[i]), &x, &y));
}

static void test_true_order(void **state)
{
    (void)state;
    unsigned wrong = 0;
    for (size_t i = 0; i < COUNT(halls); i++)
        for (size_t j = 0; j < COUNT(halls); j++) {
            unsigned x[2], y[2];
            tile_place(str_from(halls[i].code), &x[0], &y[0]);
            tile_place(str_from(halls[j].code), &x[1], &y[1]);
            wrong += halls[i].lat > halls[j].lat + DEGREE && y[0] > y[1];
            wrong += halls[i].lon < halls[j].lon - DEGREE && x[0] > x[1];
        }
    print_message("# %u pairs are out of order\n", wrong);
    assert_in_range(wrong, 0, PAIRS_WRONG_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_once),
        cmocka_unit_test(test_unknown),
        cmocka_unit_test(test_true_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
