/*
 * What callers do by mistake: NULL, unknown numbers, wrong locales, bodies of anything.
 */
#include "check.h"

/* Asks everything there is to ask of a number that is not a code, or of what lies beyond the last of a list. */
static void expect_nothing_of(uint32_t number, size_t n)
{
    CHECK(!felkod_code_is_known(number));
    CHECK(felkod_message(number, "sv") == NULL);
    CHECK(felkod_note(number, "sv") == NULL);
    CHECK(felkod_remedy(number, "sv") == NULL);
    CHECK(*felkod_text(number, FELKOD_PART_MESSAGE, "sv") != '\0');
    CHECK(felkod_render(number, FELKOD_PART_NOTE, "sv", NULL, 0, NULL, 0) == 0);
    CHECK(felkod_code_name(number) == NULL);
    CHECK(felkod_code_api(number) == 0);
    CHECK(felkod_code_listed_as(number) == 0);
    CHECK(felkod_code_standing(number) == 0);
    CHECK(felkod_code_category(number) == 0);
    CHECK(felkod_code_advice(number) == 0);
    CHECK(felkod_code_applied(number) == 0);
    CHECK(felkod_code_retry(number) == 0);
    CHECK(felkod_code_escalate_to(number) == 0);
    CHECK(felkod_code_http_equivalent(number) == 0);
    CHECK(felkod_code_basis(number) == 0);
    CHECK(felkod_code_exempt_from_quota(number) == 0);
    CHECK(felkod_code_wait_at_least(number) == 0);
    CHECK(felkod_code_field_count(number) == 0);
    CHECK(felkod_code_limit_count(number) == 0);
    CHECK(felkod_code_replacement_count(number) == 0);
    CHECK(felkod_code_case_count(number) == 0);
    CHECK(felkod_code_field(number, n) == NULL);
    CHECK(felkod_code_limit_what(number, n) == NULL);
    CHECK(felkod_code_limit_figure(number, n) == 0);
    CHECK(felkod_code_limit_unit(number, n) == 0);
    CHECK(felkod_code_limit_per_seconds(number, n) == 0);
    CHECK(felkod_code_limit_scope(number, n) == 0);
    CHECK(felkod_code_limit_resets(number, n) == 0);
    CHECK(felkod_code_limit_recommended(number, n) == 0);
    CHECK(felkod_code_replacement(number, n) == 0);
    CHECK(felkod_code_replacement_grade(number, n) == 0);
    CHECK(felkod_code_case(number, n) == 0);
}

static void expect_no_word_of(uint32_t number)
{
    CHECK(felkod_case_code(number) == 0);
    CHECK(felkod_case_name(number) == NULL);
    CHECK(felkod_case_message(number, "en") == NULL);
    CHECK(felkod_case_note(number, "en") == NULL);
    CHECK(felkod_case_remedy(number, "en") == NULL);
    CHECK(felkod_case_text(number, FELKOD_PART_STEP1, "en") == NULL);
    CHECK(felkod_case_text(1, number, "en") == NULL);
    CHECK(felkod_case_render(number, FELKOD_PART_NOTE, "en", NULL, 0, NULL, 0) == 0);
    CHECK(*felkod_text(FELKOD_CODE_REST_RATE_LIMIT_EXCEEDED, number, "en") != '\0');
    CHECK(felkod_status_class_name(number) == NULL);
    CHECK(felkod_advice_attempts(number) == 0 && felkod_advice_longest_wait_seconds(number) == 0);
    CHECK(!felkod_advice_stops(number) && felkod_resets_seconds_until(number, 0) == 0);
    CHECK(felkod_case_category(number) == 0);
    CHECK(felkod_case_advice(number) == 0);
    CHECK(felkod_case_applied(number) == 0);
    CHECK(felkod_case_retry(number) == 0);
    CHECK(felkod_case_escalate_to(number) == 0);
    CHECK(felkod_case_http_equivalent(number) == 0);
    CHECK(felkod_api_name(number) == NULL && felkod_api_label(number, "en") == NULL);
    CHECK(felkod_level_name(number) == NULL && felkod_level_label(number, "en") == NULL);
    CHECK(felkod_standing_name(number) == NULL && felkod_standing_label(number, "en") == NULL);
    CHECK(felkod_category_name(number) == NULL && felkod_category_label(number, "en") == NULL);
    CHECK(felkod_advice_name(number) == NULL && felkod_advice_label(number, "en") == NULL);
    CHECK(felkod_applied_name(number) == NULL && felkod_applied_label(number, "en") == NULL);
    CHECK(felkod_retry_name(number) == NULL && felkod_retry_label(number, "en") == NULL);
    CHECK(felkod_escalate_to_name(number) == NULL && felkod_escalate_to_label(number, "en") == NULL);
    CHECK(felkod_basis_name(number) == NULL && felkod_basis_label(number, "en") == NULL);
    CHECK(felkod_exempt_from_quota_name(number) == NULL && felkod_exempt_from_quota_label(number, "en") == NULL);
    CHECK(felkod_grade_name(number) == NULL && felkod_grade_label(number, "en") == NULL);
    CHECK(felkod_unit_name(number) == NULL && felkod_unit_label(number, "en") == NULL);
    CHECK(felkod_scope_name(number) == NULL && felkod_scope_label(number, "en") == NULL);
    CHECK(felkod_resets_name(number) == NULL && felkod_resets_label(number, "en") == NULL);
    CHECK(felkod_wait_at_least_name(number) == NULL && felkod_wait_at_least_label(number, "en") == NULL);
    CHECK(felkod_outcome_name(number) == NULL && felkod_outcome_label(number, "en") == NULL);
    CHECK(felkod_remark_name(number) == NULL && felkod_remark_label(number, "en") == NULL);
    CHECK(felkod_wrapping_name(number) == NULL && felkod_idempotency_name(number) == NULL);
    CHECK(felkod_failure_name(number) == NULL && felkod_action_name(number) == NULL);
    CHECK(felkod_reason_name(number) == NULL && felkod_status_class_name(number) == NULL);
}

static void unknown_numbers_give_nothing(void)
{
    const uint32_t far_away[] = {0, 9999, 99999, 0x7fffffff, 0x80000000, UINT32_MAX - 1, UINT32_MAX};
    uint32_t number;
    size_t at;
    size_t known = 0;
    for (number = 0; number < 30000; number++) {
        if (felkod_code_is_known(number))
            known++;
        else
            expect_nothing_of(number, 0);
    }
    CHECK(known > 0 && known <= felkod_code_count());
    for (at = 0; at < sizeof far_away / sizeof far_away[0]; at++) {
        expect_nothing_of(far_away[at], 0);
        expect_nothing_of(far_away[at], SIZE_MAX);
        expect_no_word_of(far_away[at]);
    }
    CHECK(felkod_code_nth(felkod_code_count()) == 0);
    CHECK(felkod_code_nth(SIZE_MAX) == 0);
    CHECK(felkod_code_nearest("606", SIZE_MAX) == 0);
    CHECK(felkod_code_of_status(0) == 0 && felkod_code_of_status(UINT32_MAX) == 0);
    CHECK(felkod_locale_nth(SIZE_MAX) == NULL);
}

static void beyond_the_last_there_is_nothing(void)
{
    size_t at;
    for (at = 0; at < felkod_code_count(); at++) {
        const uint32_t code = felkod_code_nth(at);
        CHECK(felkod_code_field(code, felkod_code_field_count(code)) == NULL && felkod_code_field(code, SIZE_MAX) == NULL);
        CHECK(felkod_code_limit_what(code, felkod_code_limit_count(code)) == NULL && felkod_code_limit_what(code, SIZE_MAX) == NULL);
        CHECK(felkod_code_limit_figure(code, felkod_code_limit_count(code)) == 0);
        CHECK(felkod_code_limit_unit(code, SIZE_MAX) == 0 && felkod_code_limit_scope(code, SIZE_MAX) == 0);
        CHECK(felkod_code_replacement(code, felkod_code_replacement_count(code)) == 0);
        CHECK(felkod_code_replacement_grade(code, SIZE_MAX) == 0);
        CHECK(felkod_code_case(code, felkod_code_case_count(code)) == 0 && felkod_code_case(code, SIZE_MAX) == 0);
        CHECK(felkod_message(code, "tlh") == NULL);
        CHECK(felkod_remedy(code, "\xff\xff") == NULL);
        CHECK(same(felkod_text(code, FELKOD_PART_NOTE, "tlh"), felkod_note(code, "en")));
    }
    CHECK(felkod_case_message(1, "tlh") == NULL);
    CHECK(felkod_advice_label(1, "tlh") == NULL);
    CHECK(same(felkod_advice_label(1, NULL), felkod_advice_label(1, "en")));
}

/* Asks everything of a report or of NULL, and returns how many bytes of text came. */
static size_t ask_everything(const felkod_report *report, const char *locale)
{
    size_t bytes = 0;
    size_t n;
    size_t at;
    uint64_t wait = 0;
    const size_t findings = felkod_report_finding_count(report);
    const size_t warnings = felkod_report_warning_count(report);
    const char *text = felkod_report_request_id(report);
    bytes += text != NULL ? strlen(text) : 0;
    text = felkod_report_request_time(report);
    bytes += text != NULL ? strlen(text) : 0;
    CHECK((felkod_report_outcome(report) == 0) == (report == NULL));
    CHECK(felkod_report_api(report) == 0 || felkod_api_name(felkod_report_api(report)) != NULL);
    CHECK(felkod_report_retry(report) == 0 || felkod_retry_name(felkod_report_retry(report)) != NULL);
    CHECK(felkod_report_status(report) == 0);
    CHECK(felkod_report_advice(report) == 0 || felkod_advice_name(felkod_report_advice(report)) != NULL);
    bytes += (size_t)(felkod_report_request_millis(report) & 1) + (felkod_report_left_out(report) & 1);
    for (n = 0; n < felkod_report_remark_count(report); n++)
        CHECK(felkod_remark_name(felkod_report_remark(report, n)) != NULL);
    CHECK(felkod_report_remark(report, n) == 0);
    CHECK((felkod_report_title(report, locale) == NULL) == (report == NULL));
    CHECK((felkod_report_json(report, locale) == NULL) == (report == NULL));
    CHECK(felkod_report_title(report, "tlh") == NULL && felkod_report_json(report, "tlh") == NULL);
    CHECK(felkod_report_retry_after(report, UINT64_MAX, NULL) == felkod_report_retry_after(report, UINT64_MAX, &wait));
    CHECK(felkod_report_record_count(report) <= findings);
    for (n = 0; n < felkod_report_record_count(report); n++) {
        size_t record = 0;
        CHECK(felkod_finding_record(felkod_report_record(report, n), &record));
        CHECK(felkod_report_of_record(report, record) == felkod_report_record(report, n));
    }
    CHECK(felkod_report_record(report, n) == NULL && felkod_report_of_record(report, SIZE_MAX) == NULL);
    bytes += (felkod_report_counts_left_out(report) & 1) + (felkod_report_harmless_request_id(report) != NULL);
    for (n = 0; n < felkod_report_count_count(report); n++)
        bytes += (size_t)(felkod_report_count_number(report, n) + felkod_report_count_calls(report, n)) & 1;
    CHECK(felkod_report_count_number(report, n) == 0 && felkod_report_count_code(report, n) == 0);
    CHECK(felkod_report_count_calls(report, n) == 0);
    /* One beyond the last too: NULL is a finding like any other. */
    for (n = 0; n <= findings + warnings; n++) {
        const felkod_finding *finding = n < findings ? felkod_report_finding(report, n)
                                                     : felkod_report_warning(report, n - findings);
        /* A status without a code has columns and texts too. */
        const bool known = felkod_finding_is_known(finding) || felkod_finding_status_class(finding) != 0;
        uint32_t number = 7;
        uint32_t part;
        size_t record = 7;
        uint64_t value = 7;
        const char *texts[5];
        CHECK((finding == NULL) == (n == findings + warnings));
        CHECK(felkod_finding_is_known(finding) == (felkod_finding_code(finding) != 0));
        CHECK((felkod_finding_title(finding, locale) == NULL) == (finding == NULL));
        for (part = 0; part < 9; part++) {
            const char *said = felkod_finding_text(finding, part, locale);
            CHECK((said == NULL) == (finding == NULL));
            CHECK(finding == NULL || part == FELKOD_PART_STEP2 || part == FELKOD_PART_STEP3 || *said != '\0');
            CHECK(felkod_finding_text(finding, part, "tlh") == felkod_finding_text(finding, part, "en"));
        }
        CHECK(felkod_finding_number(finding, &number) == felkod_finding_number(finding, NULL));
        CHECK(felkod_finding_record(finding, &record) == felkod_finding_record(finding, NULL));
        CHECK(!felkod_finding_record(finding, NULL) || felkod_finding_level(finding) == FELKOD_LEVEL_RECORD);
        CHECK((felkod_finding_level(finding) == 0) == (finding == NULL));
        CHECK((felkod_finding_category(finding) != 0) == known);
        CHECK((felkod_finding_advice(finding) != 0) == known);
        CHECK((felkod_finding_applied(finding) != 0) == known);
        CHECK((felkod_finding_retry(finding) != 0) == known);
        CHECK((felkod_finding_escalate_to(finding) != 0) == known);
        CHECK((felkod_finding_http_equivalent(finding) != 0) == known);
        CHECK(known || felkod_finding_case(finding) == 0);
        CHECK(felkod_finding_wait(finding, UINT64_MAX, NULL) == felkod_finding_wait(finding, UINT64_MAX, &value));
        texts[0] = felkod_finding_message(finding, locale);
        texts[1] = felkod_finding_note(finding, locale);
        texts[2] = felkod_finding_remedy(finding, locale);
        CHECK(!known == (texts[0] == NULL) && !known == (texts[1] == NULL) && !known == (texts[2] == NULL));
        CHECK(felkod_finding_message(finding, "tlh") == NULL);
        texts[3] = felkod_finding_server_text(finding);
        texts[4] = felkod_finding_server_code(finding);
        for (at = 0; at < 5; at++)
            bytes += texts[at] != NULL ? strlen(texts[at]) : 0;
        for (at = 0; at < felkod_finding_value_count(finding); at++) {
            bytes += strlen(felkod_finding_value_name(finding, at));
            bytes += strlen(felkod_finding_value_text(finding, at));
            felkod_finding_value_number(finding, at, &value);
        }
        CHECK(felkod_finding_value_name(finding, at) == NULL && felkod_finding_value_text(finding, at) == NULL);
        CHECK(!felkod_finding_value_number(finding, at, NULL));
    }
    return bytes;
}

static void null_is_harmless(void)
{
    felkod_options *options = felkod_options_new();
    felkod_report *report;
    CHECK(felkod_code_parse(NULL) == 0);
    CHECK(felkod_code_nearest(NULL, 0) == 0);
    CHECK(felkod_code_case_told(1029, 0, NULL) == 0);
    CHECK(!felkod_options_set_status(NULL, 502));
    CHECK(!felkod_options_set_api(NULL, FELKOD_API_REST));
    CHECK(!felkod_options_set_header(NULL, "X-Request-Id", "a"));
    CHECK(!felkod_options_set_header(options, NULL, "a"));
    CHECK(!felkod_options_set_header(options, "X-Request-Id", NULL));
    CHECK(felkod_options_set_header(options, "\xff", "\xff"));
    CHECK(!felkod_options_set_max_bytes(NULL, 1));
    CHECK(!felkod_options_set_max_findings(NULL, 1));
    CHECK(!felkod_options_set_max_depth(NULL, 1));
    felkod_options_free(NULL);
    felkod_report_free(NULL);
    CHECK(ask_everything(NULL, "sv") == 0);
    report = felkod_read(NULL, 0, NULL);
    CHECK(felkod_report_outcome(report) == FELKOD_OUTCOME_UNRECOGNIZED);
    felkod_report_free(report);
    /* NULL has no bytes, whatever the length says. */
    report = felkod_read(NULL, SIZE_MAX, options);
    CHECK(felkod_report_outcome(report) == FELKOD_OUTCOME_UNRECOGNIZED);
    felkod_report_free(report);
    report = felkod_read("x", 0, options);
    CHECK(felkod_report_outcome(report) == FELKOD_OUTCOME_UNRECOGNIZED);
    felkod_report_free(report);
    felkod_options_free(options);
}

static void null_decides_and_paces_nothing(void)
{
    char text[8] = "?";
    size_t record = 7;
    uint64_t millis = 7;
    felkod_report *report = felkod_read("{\"success\":true,\"requestId\":\"1#2\"}", 35, NULL);
    felkod_attempts *attempts = felkod_attempts_new(UINT32_MAX);
    felkod_decision *decision = felkod_decide(NULL, attempts, report, UINT64_MAX);
    felkod_pacer *pacer = felkod_pacer_new(NULL);
    CHECK(felkod_decision_action(decision) == FELKOD_ACTION_DONE && felkod_attempts_calls(attempts) == 1);
    CHECK(!felkod_decision_record(decision, SIZE_MAX, &record) && !felkod_decision_set_aside(decision, 0, &record));
    CHECK(!felkod_decision_after(decision, &millis) && record == 7 && millis == 7);
    CHECK(felkod_decide(NULL, NULL, report, 0) == NULL && felkod_decide(NULL, attempts, NULL, 0) == NULL);
    CHECK(felkod_decide_failure(NULL, NULL, FELKOD_FAILURE_TLS, 0) == NULL);
    CHECK(felkod_decide_failure(NULL, attempts, 0, 0) == NULL);
    CHECK(felkod_decide_failure(NULL, attempts, UINT32_MAX, 0) == NULL && felkod_attempts_calls(attempts) == 1);
    CHECK(felkod_decision_action(NULL) == 0 && felkod_decision_reason(NULL) == 0 && felkod_decision_who(NULL) == 0);
    CHECK(!felkod_decision_after(NULL, &millis) && !felkod_decision_is_absent(NULL) && felkod_decision_json(NULL) == NULL);
    CHECK(felkod_decision_record_count(NULL) == 0 && felkod_decision_set_aside_count(NULL) == 0);
    CHECK(!felkod_decision_record(NULL, 0, &record) && !felkod_decision_set_aside(NULL, 0, &record));
    CHECK(felkod_decision_limit(NULL) == 0 && felkod_decision_limit_unit(NULL) == 0);
    CHECK(felkod_report_json_decided(NULL, NULL, NULL, text, sizeof text) == 0 && same(text, ""));
    CHECK(felkod_policy_json(NULL, text, sizeof text) == 0 && felkod_attempts_json(NULL, text, sizeof text) == 0);
    CHECK(!felkod_attempts_set_insists(NULL, true) && !felkod_attempts_set_records(NULL, 1));
    CHECK(!felkod_attempts_set_started(NULL, 1) && !felkod_attempts_set_seed(NULL, 1));
    CHECK(felkod_attempts_calls(NULL) == 0);
    CHECK(felkod_idempotency_of(NULL, NULL, NULL) == FELKOD_IDEMPOTENCY_CREATES);
    CHECK(felkod_idempotency_of("\xff", "\xff", "\xff") == FELKOD_IDEMPOTENCY_CREATES);
    felkod_quota_reset(0, NULL, NULL);
    CHECK(felkod_pacer_acquire(NULL, 0) == 0 && felkod_pacer_calls(NULL) == 0);
    CHECK(felkod_pacer_concurrent_calls(NULL) == 0);
    felkod_pacer_release(NULL);
    felkod_pacer_release(pacer);
    felkod_pacer_learn(NULL, NULL, report, 0);
    felkod_pacer_learn(pacer, NULL, NULL, UINT64_MAX);
    CHECK(felkod_pacer_acquire(pacer, UINT64_MAX) == 0 && felkod_pacer_acquire(pacer, 0) == 0);
    felkod_decision_free(decision);
    felkod_decision_free(NULL);
    felkod_attempts_free(attempts);
    felkod_attempts_free(NULL);
    felkod_policy_free(NULL);
    felkod_pacer_free(pacer);
    felkod_pacer_free(NULL);
    felkod_report_free(report);
}

static void null_finds_nothing(void)
{
    felkod_found *found = felkod_find(NULL, SIZE_MAX, NULL);
    CHECK(felkod_found_count(found) == 0 && felkod_found_report(found, 0) == NULL);
    CHECK(felkod_found_start(found, 0) == 0 && felkod_found_end(found, SIZE_MAX) == 0);
    CHECK(felkod_found_line(found, 0) == 0 && felkod_found_wrapped_in(found, 0) == 0);
    CHECK(felkod_found_count(NULL) == 0 && felkod_found_report(NULL, 0) == NULL);
    CHECK(felkod_found_start(NULL, 0) == 0 && felkod_found_end(NULL, 0) == 0);
    CHECK(felkod_found_line(NULL, 0) == 0 && felkod_found_wrapped_in(NULL, 0) == 0);
    felkod_found_free(found);
    felkod_found_free(NULL);
}

/* Reads a body from memory of exactly its size, so that reading beyond it is noticed. */
static size_t read_exactly(const void *body, size_t length, const felkod_options *options)
{
    size_t bytes;
    size_t n;
    felkod_report *report;
    felkod_found *found;
    felkod_attempts *attempts;
    felkod_decision *decision;
    void *copy = malloc(length > 0 ? length : 1);
    if (copy == NULL)
        abort();
    memcpy(copy, body, length);
    report = felkod_read(copy, length, options);
    found = felkod_find(copy, length, options);
    free(copy);
    CHECK(report != NULL);
    attempts = felkod_attempts_new(FELKOD_IDEMPOTENCY_READ);
    decision = felkod_decide(NULL, attempts, report, length);
    CHECK(felkod_action_name(felkod_decision_action(decision)) != NULL);
    for (n = 0; n < felkod_found_count(found); n++) {
        CHECK(felkod_found_start(found, n) < felkod_found_end(found, n) && felkod_found_end(found, n) <= length);
        CHECK(felkod_report_outcome(felkod_found_report(found, n)) != 0);
    }
    felkod_decision_free(decision);
    felkod_attempts_free(attempts);
    felkod_found_free(found);
    bytes = ask_everything(report, "sv") + ask_everything(report, NULL);
    felkod_report_free(report);
    return bytes;
}

static uint32_t next_random(void)
{
    static uint32_t state = 20016;
    state = state * UINT32_C(1664525) + UINT32_C(1013904223);
    return state >> 8;
}

static void any_bytes_can_be_read(void)
{
    static const char *const bodies[] = {
        "{\"requestId\":\"e42b#14272d07d78\",\"success\":false,\"errors\":[{\"code\":\"606\",\"message\":"
        "\"Max rate limit '50' exceeded with in '20' secs\"},{\"code\":\"1029\",\"message\":\"daily quota\"}]}",
        "{\"requestId\":\"a#1\",\"success\":true,\"warnings\":[\"w\"],\"result\":[{\"status\":\"skipped\",\"reasons\":"
        "[{\"code\":\"1004\",\"message\":\"Lead not found\"},{\"code\":\"x\\u0000y\"}]}]}",
        "<?xml version=\"1.0\"?><e:Envelope xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\"><e:Body><e:Fault>"
        "<faultcode>e:Client</faultcode><faultstring>20016 - Request expired</faultstring></e:Fault></e:Body>"
        "</e:Envelope>",
    };
    unsigned char noise[512];
    size_t kind;
    size_t round;
    size_t at;
    size_t bytes = 0;
    felkod_options *options = felkod_options_new();
    felkod_options_set_max_depth(options, SIZE_MAX);
    felkod_options_set_max_findings(options, 1);
    for (round = 0; round < 500; round++) {
        const size_t length = next_random() % (sizeof noise + 1);
        for (at = 0; at < length; at++)
            noise[at] = (unsigned char)next_random();
        if (length > 0 && round % 3 != 0)
            noise[0] = round % 3 == 1 ? '{' : '<';
        read_exactly(noise, length, round % 2 == 0 ? options : NULL);
    }
    for (kind = 0; kind < sizeof bodies / sizeof bodies[0]; kind++) {
        const size_t length = strlen(bodies[kind]);
        for (at = 0; at <= length; at++)
            bytes += read_exactly(bodies[kind], at, NULL);
        for (round = 0; round < 300; round++) {
            memcpy(noise, bodies[kind], length);
            for (at = 0; at < 1 + round % 4; at++)
                noise[next_random() % length] = (unsigned char)next_random();
            bytes += read_exactly(noise, length, round % 2 == 0 ? options : NULL);
        }
    }
    CHECK(bytes > 0);
    felkod_options_free(options);
}

static void depth_without_a_bound_ends_well(void)
{
    const size_t depth = 100000;
    const char *const opening[] = {"<a>", "[", "{\"a\":"};
    size_t kind;
    felkod_options *options = felkod_options_new();
    felkod_options_set_max_depth(options, SIZE_MAX);
    for (kind = 0; kind < 3; kind++) {
        const size_t width = strlen(opening[kind]);
        char *body = (char *)malloc(depth * width);
        size_t at;
        if (body == NULL)
            abort();
        for (at = 0; at < depth; at++)
            memcpy(body + at * width, opening[kind], width);
        read_exactly(body, depth * width, options);
        free(body);
    }
    felkod_options_free(options);
}

int main(void)
{
    unknown_numbers_give_nothing();
    beyond_the_last_there_is_nothing();
    null_is_harmless();
    null_decides_and_paces_nothing();
    null_finds_nothing();
    any_bytes_can_be_read();
    depth_without_a_bound_ends_well();
    return failures == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
