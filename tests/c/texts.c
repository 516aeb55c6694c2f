/*
 * The texts: the language that a tag chooses, the text that is never NULL, figures of the caller's own. The environment
 * is Swedish here, see the script.
 */
#include "check.h"

#include <locale.h>

static void a_tag_chooses_the_language(void)
{
    const uint32_t code = FELKOD_CODE_SOAP_REQUEST_EXPIRED;
    const char *english = felkod_message(code, "en");
    const char *swedish = felkod_message(code, "sv");
    size_t n;
    CHECK(english != NULL && swedish != NULL && !same(english, swedish));
    CHECK(felkod_message(code, "en_GB.UTF-8") == english);
    CHECK(felkod_message(code, "EN") == english);
    CHECK(felkod_message(code, "sv-FI") == swedish);
    CHECK(felkod_message(code, "sv_SE.UTF-8@x") == swedish);
    CHECK(felkod_message(code, "de") == NULL);
    CHECK(felkod_message(code, "s") == NULL);
    CHECK(felkod_message(code, "svx") == NULL);
    CHECK(felkod_message(code, "Cx") == NULL);
    CHECK(felkod_message(code, "\xff\xfe") == NULL);
    CHECK(same(felkod_locale_for("sv_SE.UTF-8"), "sv"));
    CHECK(same(felkod_locale_for("de, en;q=0.5, sv;q=0.8"), "sv"));
    CHECK(same(felkod_locale_for("de"), "en"));
    CHECK(same(felkod_locale_for("\xff"), "en"));
    CHECK(same(felkod_locale_for(NULL), "en"));
    CHECK(felkod_locale_count() >= 2);
    for (n = 0; n < felkod_locale_count(); n++)
        CHECK(felkod_locale_for(felkod_locale_nth(n)) == felkod_locale_nth(n));
    CHECK(felkod_locale_nth(n) == NULL);
    CHECK(same(felkod_locale(), "sv"));
}

/* What setlocale gives before anybody has chosen, and what people write for "no language". */
static void no_language_is_english(void)
{
    const char *const none[] = {NULL, "", "C", "POSIX", "C.UTF-8", "C.utf8", "POSIX.UTF-8", setlocale(LC_ALL, NULL)};
    size_t n;
    for (n = 0; n < sizeof none / sizeof none[0]; n++) {
        CHECK(felkod_message(606, none[n]) == felkod_message(606, "en"));
        CHECK(felkod_case_note(1, none[n]) == felkod_case_note(1, "en"));
        CHECK(felkod_advice_label(1, none[n]) == felkod_advice_label(1, "en"));
        CHECK(felkod_text(606, FELKOD_PART_NOTE, none[n]) == felkod_note(606, "en"));
        CHECK(felkod_render(606, FELKOD_PART_NOTE, none[n], NULL, 0, NULL, 0) == strlen(felkod_note(606, "en")));
    }
}

static void a_text_is_never_null(void)
{
    const char *unknown = felkod_text(9999, FELKOD_PART_MESSAGE, "en");
    uint32_t part;
    CHECK(felkod_text(606, FELKOD_PART_MESSAGE, "sv") == felkod_message(606, "sv"));
    CHECK(felkod_text(606, FELKOD_PART_REMEDY, "de") == felkod_remedy(606, "en"));
    CHECK(felkod_text(606, 99, NULL) == felkod_message(606, "en"));
    CHECK(*unknown != '\0' && felkod_text(0, 99, "tlh") == unknown && felkod_text(UINT32_MAX, 0, NULL) == unknown);
    CHECK(!same(felkod_text(9999, FELKOD_PART_MESSAGE, "sv"), unknown));
    for (part = FELKOD_PART_MESSAGE; part <= FELKOD_PART_STEP1; part++)
        CHECK(*felkod_text(9999, part, "sv") != '\0');
}

static void figures_of_the_caller_stand_in_the_texts(void)
{
    felkod_value values[3] = {{"calls", NULL, 12345}, {NULL, NULL, 7}, {"unheard_of", "x", 0}};
    const uint32_t code = FELKOD_CODE_REST_RATE_LIMIT_EXCEEDED;
    char whole[2048];
    char part[2048];
    size_t length;
    size_t size;
    CHECK(same(felkod_code_limit_what(code, 0), "calls"));
    length = felkod_render(code, FELKOD_PART_NOTE, "en", values, 3, whole, sizeof whole);
    CHECK(length == strlen(whole) && strstr(whole, "12,345") != NULL);
    CHECK(strstr(felkod_note(code, "en"), "12,345") == NULL);
    length = felkod_render(code, FELKOD_PART_NOTE, "sv", values, 3, whole, sizeof whole);
    CHECK(length == strlen(whole) && strstr(whole, "12\xc2\xa0" "345") != NULL);
    /* As snprintf: it is cut, never within a character, and the length is that of the whole text. */
    for (size = 0; size <= length + 1; size++) {
        memset(part, 'x', sizeof part);
        CHECK(felkod_render(code, FELKOD_PART_NOTE, "sv", values, 3, part, size) == length);
        CHECK(part[size] == 'x');
        if (size > 0) {
            const size_t written = strlen(part);
            CHECK(written < size && written + 4 > size && memcmp(part, whole, written) == 0);
            CHECK(((unsigned char)whole[written] & 0xc0) != 0x80);
        }
    }
    CHECK(felkod_render(code, FELKOD_PART_NOTE, "en", NULL, 0, whole, sizeof whole) == strlen(felkod_note(code, "en")));
    CHECK(same(whole, felkod_note(code, "en")));
    CHECK(felkod_render(code, 99, "en", NULL, 0, whole, sizeof whole) == 0 && *whole == '\0');
    CHECK(felkod_render(code, FELKOD_PART_NOTE, "de", NULL, 0, whole, sizeof whole) == 0);
    CHECK(felkod_case_render(FELKOD_CASE_REST_EXPORT_QUOTA_USED_UP, FELKOD_PART_MESSAGE, "sv", NULL, 0, whole, sizeof whole)
          == strlen(felkod_case_message(FELKOD_CASE_REST_EXPORT_QUOTA_USED_UP, "sv")));
}

int main(void)
{
    a_tag_chooses_the_language();
    no_language_is_english();
    a_text_is_never_null();
    figures_of_the_caller_stand_in_the_texts();
    return failures == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
