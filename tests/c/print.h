/*
 * Prints what the library says in the lines that flatten.py makes of the command's JSON, as C and as C++.
 */
#ifndef PRINT_H
#define PRINT_H

#include <felkod.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void print_text(const char *path, const char *key, const char *text)
{
    printf("%s%s\t%s\n", path, key, text != NULL ? text : "null");
}

static void print_number(const char *path, const char *key, uint64_t number)
{
    printf("%s%s\t%" PRIu64 "\n", path, key, number);
}

/* 0 stands for "does not apply". */
static void print_known(const char *path, const char *key, uint64_t number)
{
    if (number != 0)
        print_number(path, key, number);
    else
        print_text(path, key, NULL);
}

/* Prints the steps that a remedy has; `text` gives a part of the texts of `of`. */
#define PRINT_STEPS(path, text, of, locale)                                                                           \
    do {                                                                                                              \
        uint32_t part;                                                                                                \
        for (part = FELKOD_PART_STEP1; part <= FELKOD_PART_STEP3 && *text(of, part, locale) != '\0'; part++) {        \
            char step[16];                                                                                            \
            snprintf(step, sizeof step, "steps.%u", (unsigned)(part - FELKOD_PART_STEP1));                            \
            print_text(path, step, text(of, part, locale));                                                           \
        }                                                                                                             \
    } while (0)

/* Prints how a case is told from the others of its code. */
static void print_told_by(const char *path, uint32_t nth)
{
    char key[40];
    size_t n;
    print_text(path, "told_by.level", felkod_level_name(felkod_case_told_by_level(nth)));
    for (n = 0; n < felkod_case_phrase_count(nth); n++) {
        snprintf(key, sizeof key, "told_by.phrases.%zu", n);
        print_text(path, key, felkod_case_phrase(nth, n));
    }
    for (n = 0; n < felkod_case_whole_text_count(nth); n++) {
        snprintf(key, sizeof key, "told_by.texts.%zu", n);
        print_text(path, key, felkod_case_whole_text(nth, n));
    }
    if (felkod_case_phrase(nth, felkod_case_phrase_count(nth)) != NULL
        || felkod_case_whole_text(nth, felkod_case_whole_text_count(nth)) != NULL)
        print_text(path, "A TEXT BEYOND THE LAST", "");
}

static void print_cases(const char *path, uint32_t code, const char *locale)
{
    size_t n;
    for (n = 0; n < felkod_code_case_count(code); n++) {
        char at[96];
        const uint32_t nth = felkod_code_case(code, n);
        if (felkod_case_code(nth) != code)
            print_number(path, "WRONG CODE OF A CASE", felkod_case_code(nth));
        snprintf(at, sizeof at, "%scases.%zu.", path, n);
        print_text(at, "name", felkod_case_name(nth));
        print_text(at, "category", felkod_category_name(felkod_case_category(nth)));
        print_text(at, "advice", felkod_advice_name(felkod_case_advice(nth)));
        print_text(at, "retry", felkod_retry_name(felkod_case_retry(nth)));
        print_text(at, "applied", felkod_applied_name(felkod_case_applied(nth)));
        print_text(at, "escalate_to", felkod_escalate_to_name(felkod_case_escalate_to(nth)));
        print_known(at, "http_equivalent", felkod_case_http_equivalent(nth));
        print_told_by(at, nth);
        print_text(at, "message", felkod_case_message(nth, locale));
        print_text(at, "note", felkod_case_note(nth, locale));
        print_text(at, "remedy", felkod_case_remedy(nth, locale));
        PRINT_STEPS(at, felkod_case_text, nth, locale);
    }
}

/* Prints the columns that no case replaces; null for an unknown code. */
static void print_columns(const char *path, uint32_t code)
{
    char key[64];
    size_t n;
    print_text(path, "name", felkod_code_name(code));
    print_text(path, "api", felkod_api_name(felkod_code_api(code)));
    print_text(path, "listed_as", felkod_level_name(felkod_code_listed_as(code)));
    print_text(path, "standing", felkod_standing_name(felkod_code_standing(code)));
    print_text(path, "basis", felkod_basis_name(felkod_code_basis(code)));
    print_text(path, "exempt_from_quota", felkod_exempt_from_quota_name(felkod_code_exempt_from_quota(code)));
    for (n = 0; n < felkod_code_field_count(code); n++) {
        snprintf(key, sizeof key, "fields.%zu", n);
        print_text(path, key, felkod_code_field(code, n));
    }
    for (n = 0; n < felkod_code_limit_count(code); n++) {
        char at[96];
        snprintf(at, sizeof at, "%slimits.%zu.", path, n);
        print_text(at, "what", felkod_code_limit_what(code, n));
        print_number(at, "figure", felkod_code_limit_figure(code, n));
        print_text(at, "unit", felkod_unit_name(felkod_code_limit_unit(code, n)));
        print_known(at, "per_seconds", felkod_code_limit_per_seconds(code, n));
        print_text(at, "scope", felkod_scope_name(felkod_code_limit_scope(code, n)));
        print_text(at, "resets", felkod_resets_name(felkod_code_limit_resets(code, n)));
        print_known(at, "recommended", felkod_code_limit_recommended(code, n));
    }
    for (n = 0; n < felkod_code_replacement_count(code); n++) {
        char at[96];
        snprintf(at, sizeof at, "%sreplaced_by.%zu.", path, n);
        print_known(at, "code", felkod_code_replacement(code, n));
        print_text(at, "grade", felkod_grade_name(felkod_code_replacement_grade(code, n)));
    }
}

#endif
