/* SPDX-License-Identifier: MIT */
/* url.h: what passes, and why each of the others does not. */
#include "source_lab.h"

#include "sources/url.h"

struct url {
    const char *text;
    enum url_error error;
};

static const struct url urls[] = {
    {"https://www.bankhwao.go.th/", URL_OK},
    {"HTTPS://X.GO.TH", URL_OK},
    {"http://x.go.th?a=b", URL_OK},
    {"https://x.go.th#a", URL_OK},
    {"https://www.google.com/maps/@15.75,101.9,17z", URL_OK},
    {"https://www.facebook.com/เทศบาล-123/?ref=a&b=%E0%B8%81", URL_OK},
    {"https://ไปเที่ยว.ไทย/", URL_OK},
    {"https://a_b.go.th/a:b@c", URL_OK},
    {"mailto:saraban@x.go.th", URL_OK},
    {"tel:044-891-101", URL_OK},
    {"tel:1155", URL_OK},
    {"/th/36/", URL_OK},
    {"../a/", URL_OK},
    {"a.b~c_d-e", URL_OK},
    {"", URL_EMPTY},
    {"javascript:1", URL_SCHEME},
    {"ftp://x.go.th/", URL_SCHEME},
    {"line://ti/p/x", URL_SCHEME},
    {"www.x.go.th:80", URL_SCHEME},
    {"1:2", URL_SCHEME},
    {"//x.go.th/", URL_HOST},
    {"https:x.go.th", URL_HOST},
    {"https:/x.go.th", URL_HOST},
    {"https://", URL_HOST},
    {"https:///x", URL_HOST},
    {"https://localhost/", URL_HOST},
    {"https://x..th/", URL_HOST},
    {"https://.x.th/", URL_HOST},
    {"https://x.th./", URL_HOST},
    {"https://-x.th/", URL_HOST},
    {"https://x%2e.th/", URL_HOST},
    {"https://xn--\xC3\xA9.th/", URL_HOST},
    {"https://e\xD0\xB2il.com/", URL_HOST},
    {"mailto:a@b", URL_HOST},
    {"https://a@x.go.th/", URL_USERINFO},
    {"https://a:b@x.go.th/", URL_USERINFO},
    {"https://x.go.th:443/", URL_PORT},
    {"https://x.go.th:/", URL_PORT},
    {"https://1.2.3.4/", URL_IP},
    {"https://1.2.3.4:80/", URL_PORT},
    {"https://2130706433/", URL_IP},
    {"https://0x7F.0.0.1/", URL_IP},
    {"https://x.0x1/", URL_IP},
    {"https://[::1]/", URL_IP},
    {"https://x.go.th/a b", URL_CHARACTER},
    {" https://x.go.th/", URL_CHARACTER},
    {"https://x.go.th/\n", URL_CHARACTER},
    {"https://x.go.th\\a", URL_CHARACTER},
    {"https://x.go.th/\"", URL_CHARACTER},
    {"https://x.go.th/<", URL_CHARACTER},
    {"https://x.go.th/%", URL_CHARACTER},
    {"https://x.go.th/%4", URL_CHARACTER},
    {"https://x.go.th/%zz", URL_CHARACTER},
    {"https://x.go.th/#a#b", URL_CHARACTER},
    {"https://x.go.th/\xE2\x80\xAE", URL_CHARACTER},
    {"https://x.go.th/\xE2\x80\x8B", URL_CHARACTER},
    {"https://x.go.th/\xC2\xA0", URL_CHARACTER},
    {"https://x.go.th/\xFF", URL_CHARACTER},
    {"mailto:a@x.go.th?bcc=b@x.go.th", URL_CHARACTER},
    {"mailto:x.go.th", URL_CHARACTER},
    {"tel:", URL_CHARACTER},
    {"tel:*21#", URL_CHARACTER},
    {"#top", URL_CHARACTER},
    {"?q=1", URL_CHARACTER},
    {"a%2fb", URL_CHARACTER},
    {"ก/", URL_CHARACTER},
};

static void test_urls(void **state)
{
    (void)state;
    size_t failed = 0;
    for (size_t i = 0; i < COUNT(urls); i++) {
        enum url_error error = url_check(str_from(urls[i].text));
        if (error != urls[i].error)
            print_error("%s gives %d, not %d\n", urls[i].text, (int)error, (int)urls[i].error);
        failed += error != urls[i].error;
        if (error != URL_OK)
            assert_non_null(url_rule(error)->id);
    }
    assert_int_equal(failed, 0);
    assert_string_equal(url_rule(URL_EMPTY)->id, "url.empty");
    assert_string_equal(url_rule(URL_LONG)->id, "url.too-long");
}

static void test_url_parts(void **state)
{
    (void)state;
    struct arena arena = {0};
    assert_true(str_eq(url_host(STR("HTTPS://X.go.th?a")), STR("X.go.th")));
    assert_int_equal(url_host(STR("mailto:a@x.go.th")).len, 0);
    assert_int_equal(url_host(STR("/a")).len, 0);
    assert_true(str_eq(url_encode(STR("https://ไทย.ไทย/ก?[x]#%20"), &arena),
                       STR("https://ไทย.ไทย/%E0%B8%81?%5Bx%5D#%20")));
    assert_true(str_eq(url_encode(STR("mailto:a@ไทย.ไทย"), &arena), STR("mailto:a@ไทย.ไทย")));
    struct str label = lab_repeat("a", 64, &arena);
    assert_int_equal(url_check(str_format(&arena, "https://%.*s.th/", STR_ARG(label))), URL_HOST);
    struct str path = lab_repeat("a", URL_BYTES_MAX - 12, &arena);
    assert_int_equal(url_check(str_format(&arena, "http://x.th/%.*s", STR_ARG(path))), URL_OK);
    assert_int_equal(url_check(str_format(&arena, "https://x.th/%.*s", STR_ARG(path))), URL_LONG);
    arena_release(&arena);
}

static void test_bases(void **state)
{
    (void)state;
    static const struct {
        const char *url;
        bool is_base;
    } bases[] = {
        {"https://example.go.th/", true},
        {"http://example.go.th/identity/", true},
        {"https://example.go.th", true}, /* its slash can be added */
        {"https://เที่ยว.ไทย/", true},
        {"HTTPS://example.go.th/", false},
        {"https://example.go.th/?page=", false},
        {"https://example.go.th/#", false},
        {"https://example.go.th:8080/", false},
        {"https://ex\xff\x01.th:99999@[x]/%zz/", false},
        {"ftp://example.go.th/", false},
        {"/identity/", false},
        {"tel:1672", false},
        {"", false},
    };
    for (size_t i = 0; i < COUNT(bases); i++)
        if (url_is_base(str_from(bases[i].url)) != bases[i].is_base)
            fail_msg("%s: a base address or not", bases[i].url);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_urls),
        cmocka_unit_test(test_url_parts),
        cmocka_unit_test(test_bases),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
