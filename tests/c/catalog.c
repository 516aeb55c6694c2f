/*
 * Prints the whole catalog and the whole vocabulary in a locale:
 *
 *   catalog LOCALE
 */
#include "print.h"

/* Prints the label of each value of an enum, by its name. */
static void print_labels(const char *kind, const char *(*name)(uint32_t), const char *(*label)(uint32_t, const char *),
                         const char *locale)
{
    uint32_t value;
    for (value = 1; name(value) != NULL; value++) {
        char path[64];
        snprintf(path, sizeof path, "label.%s.", kind);
        print_text(path, name(value), label(value, locale));
    }
}

int main(int argc, char **argv)
{
    const char *locale = argc > 1 ? argv[1] : NULL;
    size_t n;
    for (n = 0; n < felkod_code_count(); n++) {
        const uint32_t code = felkod_code_nth(n);
        const felkod_advice_t advice = felkod_code_advice(code);
        char path[32];
        snprintf(path, sizeof path, "%zu.", n);
        print_number(path, "code", code);
        print_columns(path, code);
        print_text(path, "category", felkod_category_name(felkod_code_category(code)));
        print_text(path, "advice", felkod_advice_name(advice));
        print_text(path, "retry", felkod_retry_name(felkod_code_retry(code)));
        print_text(path, "applied", felkod_applied_name(felkod_code_applied(code)));
        print_text(path, "escalate_to", felkod_escalate_to_name(felkod_code_escalate_to(code)));
        print_known(path, "http_equivalent", felkod_code_http_equivalent(code));
        print_cases(path, code, locale);
        print_text(path, "lang", felkod_locale_for(locale));
        print_text(path, "message", felkod_message(code, locale));
        print_text(path, "note", felkod_note(code, locale));
        print_text(path, "remedy", felkod_remedy(code, locale));
        PRINT_STEPS(path, felkod_text, code, locale);
        if (felkod_code_parse(felkod_code_name(code)) != code || !felkod_code_is_known(code))
            print_text(path, "NOT FOUND BY ITS NAME", felkod_code_name(code));
    }
    print_labels("api", felkod_api_name, felkod_api_label, locale);
    print_labels("level", felkod_level_name, felkod_level_label, locale);
    print_labels("standing", felkod_standing_name, felkod_standing_label, locale);
    print_labels("category", felkod_category_name, felkod_category_label, locale);
    print_labels("advice", felkod_advice_name, felkod_advice_label, locale);
    print_labels("applied", felkod_applied_name, felkod_applied_label, locale);
    print_labels("retry", felkod_retry_name, felkod_retry_label, locale);
    print_labels("escalate_to", felkod_escalate_to_name, felkod_escalate_to_label, locale);
    print_labels("basis", felkod_basis_name, felkod_basis_label, locale);
    print_labels("exempt_from_quota", felkod_exempt_from_quota_name, felkod_exempt_from_quota_label, locale);
    print_labels("grade", felkod_grade_name, felkod_grade_label, locale);
    print_labels("unit", felkod_unit_name, felkod_unit_label, locale);
    print_labels("scope", felkod_scope_name, felkod_scope_label, locale);
    print_labels("resets", felkod_resets_name, felkod_resets_label, locale);
    print_labels("wait_at_least", felkod_wait_at_least_name, felkod_wait_at_least_label, locale);
    print_labels("outcome", felkod_outcome_name, felkod_outcome_label, locale);
    print_labels("remark", felkod_remark_name, felkod_remark_label, locale);
    return EXIT_SUCCESS;
}
