/*
 * The tables that Rust, C and Python read: what is decided, and which requests are safe to send again.
 *
 *   decisions decisions.tsv idempotency.tsv
 */
#include "table.h"

#include <stdint.h>

enum {
    NAME, FAILURE, STATUS, RETRY_AFTER, BODY, REQUEST, INSISTS, RECORDS, BEFORE, ELAPSED, POLICY, NOW, ACTION, LEAST,
    MOST, REASON, WHO, AGAIN, SET_ASIDE, LIMIT, COLUMNS
};

/* 2026-01-01T00:00:00Z */
static const uint64_t new_year = UINT64_C(1767225600000);

static const char *const rate = "{\"success\":false,\"errors\":[{\"code\":\"606\"}]}";

/* Returns a column; NULL for a dash. */
static const char *get(const char *column)
{
    return same(column, "-") ? NULL : column;
}

static const char *or_dash(const char *text)
{
    return text != NULL ? text : "-";
}

/* Returns the number of the word that `name` gives; 0 where there is none. */
static uint32_t number_of(const char *word, const char *(*name)(uint32_t))
{
    uint32_t number;
    for (number = 1; name(number) != NULL; number++) {
        if (same(name(number), word))
            return number;
    }
    fprintf(stderr, "no word %s\n", word);
    failures++;
    return 0;
}

/* Writes "0,2", or "-" for none. */
static void write_list(char *to, size_t size, const felkod_decision *decision, size_t count,
                       bool (*item)(const felkod_decision *, size_t, size_t *))
{
    size_t n;
    snprintf(to, size, "-");
    for (n = 0; n < count; n++) {
        size_t record = 0;
        const size_t length = n > 0 ? strlen(to) : 0;
        CHECK(item(decision, n, &record) && item(decision, n, NULL));
        snprintf(to + length, size - length, "%s%lu", n > 0 ? "," : "", (unsigned long)record);
    }
    CHECK(!item(decision, count, NULL));
}

static felkod_decision *decide(const felkod_policy *policy, felkod_attempts *attempts, const felkod_report *report,
                               const char *failure, uint64_t now)
{
    if (failure != NULL)
        return felkod_decide_failure(policy, attempts, number_of(failure, felkod_failure_name), now);
    return felkod_decide(policy, attempts, report, now);
}

static void expect_wait(char *const *columns, const felkod_decision *decision)
{
    uint64_t after = 0;
    const bool waits = felkod_decision_after(decision, &after);
    bool fits = waits == (get(columns[LEAST]) != NULL) && waits == felkod_decision_after(decision, NULL);
    if (waits && fits) {
        const double millis = (double)after;
        fits = millis >= strtod(columns[LEAST], NULL) * 1000 && millis <= strtod(columns[MOST], NULL) * 1000;
    }
    if (!fits) {
        fprintf(stderr, "%s: waits %lu ms, not %s to %s s\n", columns[NAME], (unsigned long)after, columns[LEAST],
                columns[MOST]);
        failures++;
    }
}

static void expect_decision(char *const *columns, const felkod_decision *decision)
{
    char text[1024];
    const uint32_t unit = felkod_decision_limit_unit(decision);
    const bool is_absent = felkod_decision_is_absent(decision);
    expect(columns[NAME], "action", columns[ACTION], felkod_action_name(felkod_decision_action(decision)));
    expect(columns[NAME], "reason", columns[REASON],
           is_absent ? "treat_as_absent" : or_dash(felkod_reason_name(felkod_decision_reason(decision))));
    expect(columns[NAME], "who", columns[WHO], or_dash(felkod_escalate_to_name(felkod_decision_who(decision))));
    write_list(text, sizeof text, decision, felkod_decision_record_count(decision), felkod_decision_record);
    expect(columns[NAME], "again", columns[AGAIN], text);
    write_list(text, sizeof text, decision, felkod_decision_set_aside_count(decision), felkod_decision_set_aside);
    expect(columns[NAME], "set_aside", columns[SET_ASIDE], text);
    snprintf(text, sizeof text, "-");
    if (felkod_decision_limit(decision) > 0) {
        snprintf(text, sizeof text, "%s:%lu", unit != 0 ? felkod_unit_name(unit) : "records",
                 (unsigned long)felkod_decision_limit(decision));
    }
    expect(columns[NAME], "limit", columns[LIMIT], text);
    expect_wait(columns, decision);
    snprintf(text, sizeof text, "{\"action\":\"%s\",", columns[ACTION]);
    CHECK(strncmp(felkod_decision_json(decision), text, strlen(text)) == 0);
}

/* Decides as often as the row says. Between the decisions the attempts are stored as JSON and read again. */
static void a_row_holds(char *const *columns, uint32_t seed)
{
    char error[256] = "?";
    const uint64_t now = strtoull(columns[NOW], NULL, 10);
    unsigned long left = strtoul(columns[BEFORE], NULL, 10);
    felkod_policy *policy = felkod_policy_from_json(columns[POLICY], error, sizeof error);
    felkod_attempts *attempts = felkod_attempts_new(number_of(columns[REQUEST], felkod_idempotency_name));
    felkod_options *options = felkod_options_new();
    felkod_report *report;
    felkod_decision *decision;
    expect(columns[NAME], "error", "", error);
    CHECK(felkod_attempts_set_seed(attempts, seed));
    CHECK(felkod_attempts_set_started(attempts, now - strtoull(columns[ELAPSED], NULL, 10) * 1000));
    if (get(columns[INSISTS]) != NULL)
        CHECK(felkod_attempts_set_insists(attempts, true));
    if (get(columns[RECORDS]) != NULL)
        CHECK(felkod_attempts_set_records(attempts, strtoull(columns[RECORDS], NULL, 10)));
    if (get(columns[STATUS]) != NULL)
        CHECK(felkod_options_set_status(options, (uint32_t)strtoul(columns[STATUS], NULL, 10)));
    if (get(columns[RETRY_AFTER]) != NULL)
        CHECK(felkod_options_set_header(options, "Retry-After", columns[RETRY_AFTER]));
    CHECK((get(columns[FAILURE]) != NULL) != (get(columns[BODY]) != NULL));
    report = felkod_read(columns[BODY], strlen(columns[BODY]), options);
    for (; left > 0; left--) {
        char stored[1024];
        felkod_decision *before = decide(policy, attempts, report, get(columns[FAILURE]), now);
        if (!felkod_decision_after(before, NULL)) {
            fprintf(stderr, "%s: gives up too early\n", columns[NAME]);
            failures++;
        }
        felkod_decision_free(before);
        CHECK(felkod_attempts_json(attempts, stored, sizeof stored) < sizeof stored);
        felkod_attempts_free(attempts);
        attempts = felkod_attempts_from_json(stored, NULL, 0);
    }
    decision = decide(policy, attempts, report, get(columns[FAILURE]), now);
    CHECK(felkod_attempts_calls(attempts) == 1 + strtoul(columns[BEFORE], NULL, 10));
    expect_decision(columns, decision);
    felkod_decision_free(decision);
    felkod_report_free(report);
    felkod_options_free(options);
    felkod_attempts_free(attempts);
    felkod_policy_free(policy);
}

static size_t decisions_are_those_of_the_table(const char *name)
{
    static const uint32_t seeds[] = {0, 606, UINT32_MAX};
    static char line[1 << 16];
    char *columns[COLUMNS];
    FILE *file = open_table(name, line, sizeof line, columns, COLUMNS, "name", "limit");
    size_t rows = 0;
    size_t at;
    while (next_row(file, line, sizeof line, columns, COLUMNS)) {
        for (at = 0; at < sizeof seeds / sizeof seeds[0]; at++)
            a_row_holds(columns, seeds[at]);
        rows++;
    }
    fclose(file);
    return rows;
}

static size_t requests_are_as_safe_as_the_table_says(const char *name)
{
    static char line[1 << 12];
    char *columns[4];
    FILE *file = open_table(name, line, sizeof line, columns, 4, "method", "request");
    size_t rows = 0;
    while (next_row(file, line, sizeof line, columns, 4)) {
        const uint32_t found = felkod_idempotency_of(columns[0], columns[1], get(columns[2]));
        expect(columns[1], "request", columns[3], felkod_idempotency_name(found));
        rows++;
    }
    fclose(file);
    return rows;
}

static void json_that_is_not_a_policy_is_refused_with_a_reason(void)
{
    static const char *const wrong[] = {"", "{", "7", "{\"deadlin\":1}", "{\"deadline\":-1}", "{\"attempts\":1e99}", "\xff"};
    size_t at;
    for (at = 0; at < sizeof wrong / sizeof wrong[0]; at++) {
        char error[64] = "";
        CHECK(felkod_policy_from_json(wrong[at], error, sizeof error) == NULL && *error != '\0');
        CHECK(felkod_attempts_from_json(wrong[at], error, sizeof error) == NULL && *error != '\0');
        CHECK(strlen(error) < sizeof error);
        CHECK(felkod_policy_from_json(wrong[at], NULL, 0) == NULL);
    }
    CHECK(felkod_policy_from_json(NULL, NULL, 0) == NULL && felkod_attempts_from_json(NULL, NULL, 0) == NULL);
}

static void a_policy_keeps_what_its_json_says(void)
{
    char json[4096];
    char again[4096];
    felkod_policy *policy = felkod_policy_from_json("{\"deadline\":900,\"jitter\":false}", NULL, 0);
    felkod_policy *copy;
    const size_t length = felkod_policy_json(policy, json, sizeof json);
    CHECK(length == strlen(json) && strstr(json, "\"deadline\":900") != NULL && strstr(json, "\"jitter\":false") != NULL);
    CHECK(felkod_policy_json(policy, NULL, 0) == length && felkod_policy_json(policy, again, 8) == length);
    CHECK(strlen(again) == 7);
    copy = felkod_policy_from_json(json, again, sizeof again);
    CHECK(copy != NULL && *again == '\0');
    CHECK(felkod_policy_json(copy, again, sizeof again) == length && same(json, again));
    felkod_policy_free(copy);
    felkod_policy_free(policy);
}

static void calls_of_one_policy_share_its_budget(void)
{
    felkod_policy *policy = felkod_policy_from_json("{\"budget\":5}", NULL, 0);
    size_t at;
    for (at = 0; at < 2; at++) {
        felkod_attempts *attempts = felkod_attempts_new(FELKOD_IDEMPOTENCY_READ);
        felkod_decision *decision = felkod_decide_failure(policy, attempts, FELKOD_FAILURE_REFUSED, new_year);
        CHECK(felkod_decision_action(decision) == (at == 0 ? FELKOD_ACTION_RETRY : FELKOD_ACTION_GIVE_UP));
        CHECK(felkod_decision_reason(decision) == (at == 0 ? FELKOD_REASON_NONE : FELKOD_REASON_RETRY_BUDGET));
        felkod_decision_free(decision);
        felkod_attempts_free(attempts);
    }
    felkod_policy_free(policy);
}

static void the_json_of_a_report_ends_with_the_decision(void)
{
    char json[8192];
    char want[8192];
    felkod_attempts *attempts = felkod_attempts_new(FELKOD_IDEMPOTENCY_NONE);
    felkod_policy *policy = felkod_policy_from_json("{\"jitter\":false}", NULL, 0);
    felkod_report *report = felkod_read(rate, strlen(rate), NULL);
    felkod_decision *decision = felkod_decide(policy, attempts, report, new_year);
    const char *plain = felkod_report_json(report, "sv");
    CHECK(same(felkod_decision_json(decision), "{\"action\":\"retry\",\"after_seconds\":20,\"reason\":null,\"who\":null,\"attempts\":6}"));
    CHECK(felkod_decision_attempts(decision) == 6 && !felkod_decision_at(decision, NULL));
    snprintf(want, sizeof want, "%.*s,\"decision\":%s}", (int)strlen(plain) - 1, plain, felkod_decision_json(decision));
    CHECK(felkod_report_json_decided(report, decision, "sv", json, sizeof json) == strlen(want) && same(json, want));
    CHECK(felkod_report_json_decided(report, decision, "tlh", json, sizeof json) == 0 && same(json, ""));
    CHECK(felkod_report_json_decided(NULL, decision, "sv", json, sizeof json) == 0);
    CHECK(felkod_report_json_decided(report, NULL, "sv", NULL, 0) == 0);
    felkod_decision_free(decision);
    felkod_report_free(report);
    felkod_policy_free(policy);
    felkod_attempts_free(attempts);
}

static void quotas_are_reset_at_six_utc(void)
{
    const uint64_t hour = 3600 * 1000;
    /* 2026-07-01T12:00:00Z */
    const uint64_t summer = UINT64_C(1782907200000);
    uint64_t earliest = 7;
    uint64_t latest = 7;
    felkod_quota_reset(new_year, &earliest, &latest);
    CHECK(earliest == latest && latest == new_year + 6 * hour);
    felkod_quota_reset(summer, &earliest, NULL);
    felkod_quota_reset(summer, NULL, &latest);
    CHECK(latest == summer + 18 * hour && earliest == latest - hour);
    felkod_quota_reset(UINT64_MAX, &earliest, &latest);
    CHECK(latest == UINT64_MAX);
}

static void a_pacer_keeps_to_its_figures_and_learns(void)
{
    felkod_policy *policy = felkod_policy_from_json("{\"figures\":{\"calls\":4,\"concurrent_calls\":3}}", NULL, 0);
    felkod_pacer *pacer = felkod_pacer_new(policy);
    felkod_report *report = felkod_read(rate, strlen(rate), NULL);
    size_t at;
    for (at = 0; at < 3; at++)
        CHECK(felkod_pacer_acquire(pacer, new_year) == 0);
    CHECK(felkod_pacer_acquire(pacer, new_year) > 0 && felkod_pacer_acquire(pacer, new_year) < 1000);
    for (at = 0; at < 3; at++)
        felkod_pacer_release(pacer);
    CHECK(felkod_pacer_acquire(pacer, new_year + 5000) == 0);
    CHECK(felkod_pacer_acquire(pacer, new_year + 5000) == 15000);
    felkod_pacer_release(pacer);
    CHECK(felkod_pacer_calls(pacer) == 4 && felkod_pacer_concurrent_calls(pacer) == 3);
    felkod_pacer_learn(pacer, policy, report, new_year + 6000);
    CHECK(felkod_pacer_calls(pacer) == 2 && felkod_pacer_acquire(pacer, new_year + 6000) == 20000);
    felkod_pacer_free(pacer);
    pacer = felkod_pacer_new(NULL);
    CHECK(felkod_pacer_calls(pacer) == 100 && felkod_pacer_concurrent_calls(pacer) == 10);
    felkod_pacer_learn(pacer, NULL, report, new_year);
    CHECK(felkod_pacer_calls(pacer) == 50);
    felkod_pacer_free(pacer);
    felkod_report_free(report);
    felkod_policy_free(policy);
}

int main(int argc, char **argv)
{
    size_t rows;
    size_t requests;
    if (argc != 3) {
        fputs("usage: decisions decisions.tsv idempotency.tsv\n", stderr);
        return 2;
    }
    rows = decisions_are_those_of_the_table(argv[1]);
    requests = requests_are_as_safe_as_the_table_says(argv[2]);
    json_that_is_not_a_policy_is_refused_with_a_reason();
    a_policy_keeps_what_its_json_says();
    calls_of_one_policy_share_its_budget();
    the_json_of_a_report_ends_with_the_decision();
    quotas_are_reset_at_six_utc();
    a_pacer_keeps_to_its_figures_and_learns();
    CHECK(rows > 200 && requests > 300);
    printf("%lu decisions, %lu requests\n", (unsigned long)rows, (unsigned long)requests);
    return failures == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
