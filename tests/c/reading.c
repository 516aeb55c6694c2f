/*
 * Prints what a body says and what to do next, a line a value, or as the library's JSON:
 *
 *   reading LOCALE FILE [json]
 */
#include "print.h"

#include <time.h>

static void print_finding(const char *path, const felkod_finding *finding, const char *locale)
{
    const uint32_t code = felkod_finding_code(finding);
    uint32_t number = 0;
    size_t record = 0;
    size_t n;
    if (felkod_finding_number(finding, &number))
        print_number(path, "code", number);
    else
        print_text(path, "code", felkod_finding_server_code(finding));
    print_columns(path, code);
    print_text(path, "category", felkod_category_name(felkod_finding_category(finding)));
    print_text(path, "advice", felkod_advice_name(felkod_finding_advice(finding)));
    print_text(path, "retry", felkod_retry_name(felkod_finding_retry(finding)));
    print_text(path, "applied", felkod_applied_name(felkod_finding_applied(finding)));
    print_text(path, "escalate_to", felkod_escalate_to_name(felkod_finding_escalate_to(finding)));
    print_known(path, "http_equivalent", felkod_finding_http_equivalent(finding));
    print_cases(path, code, locale);
    print_text(path, "lang", felkod_locale_for(locale));
    print_text(path, "message", felkod_finding_message(finding, locale));
    print_text(path, "note", felkod_finding_note(finding, locale));
    print_text(path, "remedy", felkod_finding_remedy(finding, locale));
    if (felkod_finding_remedy(finding, locale) != NULL)
        PRINT_STEPS(path, felkod_finding_text, finding, locale);
    print_text(path, "known", felkod_finding_is_known(finding) ? "true" : "false");
    print_text(path, "level", felkod_level_name(felkod_finding_level(finding)));
    if (felkod_finding_record(finding, &record))
        print_number(path, "record", record);
    else
        print_text(path, "record", NULL);
    print_text(path, "server_text", felkod_finding_server_text(finding));
    print_text(path, "case", felkod_case_name(felkod_finding_case(finding)));
    for (n = 0; n < felkod_finding_value_count(finding); n++) {
        char key[64];
        uint64_t value = 0;
        snprintf(key, sizeof key, "values.%s", felkod_finding_value_name(finding, n));
        if (felkod_finding_value_number(finding, n, &value))
            print_number(path, key, value);
        else
            print_text(path, key, felkod_finding_value_text(finding, n));
    }
}

/* Prints the decision about a first attempt, but not a wait of more than an hour, as flatten.py has it. */
static void print_decision(const felkod_decision *decision)
{
    char key[64];
    size_t n;
    size_t record = 0;
    uint64_t millis = 0;
    const uint32_t unit = felkod_decision_limit_unit(decision);
    print_text("decision.", "action", felkod_action_name(felkod_decision_action(decision)));
    if (!felkod_decision_after(decision, &millis))
        print_text("decision.", "after_seconds", NULL);
    else if (millis <= 3600 * 1000)
        print_number("decision.", "after_seconds", (millis + 999) / 1000);
    if (felkod_decision_attempts(decision) != 0)
        print_number("decision.", "attempts", felkod_decision_attempts(decision));
    if (felkod_decision_at(decision, &millis))
        print_number("decision.", "at", millis);
    print_text("decision.", "reason", felkod_decision_is_absent(decision)
                                          ? "treat_as_absent"
                                          : felkod_reason_name(felkod_decision_reason(decision)));
    print_text("decision.", "who", felkod_escalate_to_name(felkod_decision_who(decision)));
    for (n = 0; felkod_decision_record(decision, n, &record); n++) {
        snprintf(key, sizeof key, "records.%zu", n);
        print_number("decision.", key, record);
    }
    for (n = 0; felkod_decision_set_aside(decision, n, &record); n++) {
        snprintf(key, sizeof key, "set_aside.%zu", n);
        print_number("decision.", key, record);
    }
    if (felkod_decision_limit(decision) > 0) {
        print_text("decision.limit.", "unit", unit != 0 ? felkod_unit_name(unit) : "records");
        print_number("decision.limit.", "figure", felkod_decision_limit(decision));
    }
}

static void print_report(const felkod_report *report, const char *locale)
{
    char path[64];
    size_t n;
    print_text("", "api", felkod_api_name(felkod_report_api(report)));
    print_text("", "outcome", felkod_outcome_name(felkod_report_outcome(report)));
    print_text("", "request_id", felkod_report_request_id(report));
    print_text("", "request_time", felkod_report_request_time(report));
    print_text("", "advice", felkod_advice_name(felkod_report_advice(report)));
    print_number("", "left_out", felkod_report_left_out(report));
    print_number("", "unchanged", felkod_report_unchanged(report));
    print_number("", "counts_left_out", felkod_report_counts_left_out(report));
    for (n = 0; n < felkod_report_finding_count(report); n++) {
        snprintf(path, sizeof path, "findings.%zu.", n);
        print_finding(path, felkod_report_finding(report, n), locale);
    }
    for (n = 0; n < felkod_report_warning_count(report); n++) {
        snprintf(path, sizeof path, "warnings.%zu.", n);
        print_finding(path, felkod_report_warning(report, n), locale);
    }
    for (n = 0; n < felkod_report_count_count(report); n++) {
        snprintf(path, sizeof path, "counts.%zu.", n);
        print_number(path, "code", felkod_report_count_number(report, n));
        print_text(path, "known", felkod_report_count_code(report, n) != 0 ? "true" : "false");
        print_number(path, "count", felkod_report_count_calls(report, n));
    }
    for (n = 0; n < felkod_report_remark_count(report); n++) {
        snprintf(path, sizeof path, "remarks.%zu", n);
        print_text("", path, felkod_remark_name(felkod_report_remark(report, n)));
    }
}

int main(int argc, char **argv)
{
    static char body[1 << 20];
    static char json[1 << 20];
    felkod_report *report;
    felkod_policy *policy;
    felkod_attempts *attempts;
    felkod_decision *decision;
    size_t length;
    FILE *file = argc == 3 || argc == 4 ? fopen(argv[2], "rb") : NULL;
    if (file == NULL) {
        fputs("usage: reading LOCALE FILE [json]\n", stderr);
        return 2;
    }
    length = fread(body, 1, sizeof body, file);
    fclose(file);
    report = felkod_read(body, length, NULL);
    /* The report needs nothing of the body any more. */
    memset(body, 'x', sizeof body);
    /* The policy of the command. */
    policy = felkod_policy_from_json("{\"jitter\":false}", NULL, 0);
    attempts = felkod_attempts_new(FELKOD_IDEMPOTENCY_NONE);
    decision = felkod_decide(policy, attempts, report, (uint64_t)time(NULL) * 1000);
    if (argc == 4) {
        felkod_report_json_decided(report, decision, argv[1], json, sizeof json);
        puts(json);
    } else {
        print_report(report, argv[1]);
        print_decision(decision);
    }
    felkod_decision_free(decision);
    felkod_attempts_free(attempts);
    felkod_policy_free(policy);
    felkod_report_free(report);
    return EXIT_SUCCESS;
}
