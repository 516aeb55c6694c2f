/*
 * What the options change, and what belongs to whom.
 */
#include "check.h"

static felkod_report *read_text(const char *body, const felkod_options *options)
{
    return felkod_read(body, strlen(body), options);
}

static void a_status_speaks_for_a_page(void)
{
    felkod_options *options = felkod_options_new();
    felkod_report *report = read_text("<html><body>upstream failed</body></html>", NULL);
    CHECK(felkod_report_outcome(report) == FELKOD_OUTCOME_UNRECOGNIZED);
    CHECK(felkod_report_retry(report) == FELKOD_RETRY_IF_IDEMPOTENT && felkod_report_status(report) == 0);
    felkod_report_free(report);

    CHECK(!felkod_options_set_status(options, 0));
    CHECK(!felkod_options_set_status(options, 99));
    CHECK(!felkod_options_set_status(options, 600));
    CHECK(!felkod_options_set_status(options, 65536 + 502));
    CHECK(felkod_options_set_status(options, 100));
    CHECK(felkod_options_set_status(options, 599));
    CHECK(felkod_options_set_status(options, 502));
    report = read_text("<html><body>upstream failed</body></html>", options);
    CHECK(felkod_report_outcome(report) == FELKOD_OUTCOME_ERROR);
    CHECK(felkod_finding_code(felkod_report_finding(report, 0)) == FELKOD_CODE_REST_BAD_GATEWAY);
    CHECK(felkod_finding_level(felkod_report_finding(report, 0)) == FELKOD_LEVEL_HTTP);
    CHECK(felkod_report_advice(report) == felkod_code_advice(FELKOD_CODE_REST_BAD_GATEWAY));
    CHECK(felkod_report_retry(report) == felkod_code_retry(FELKOD_CODE_REST_BAD_GATEWAY));
    CHECK(felkod_report_status(report) == 502);
    CHECK(felkod_code_wait_at_least(FELKOD_CODE_REST_BAD_GATEWAY) == FELKOD_WAIT_AT_LEAST_ENDPOINT_TIMEOUT);
    CHECK(felkod_code_wait_at_least(FELKOD_CODE_REST_RATE_LIMIT_EXCEEDED) == 0);
    felkod_options_free(options);
    /* A report outlives its options. */
    CHECK(felkod_report_finding_count(report) == 1);
    felkod_report_free(report);
}

static void an_api_and_a_request_id_come_from_the_caller_where_the_body_tells_none(void)
{
    felkod_options *options = felkod_options_new();
    felkod_report *report;
    CHECK(!felkod_options_set_api(options, 0));
    CHECK(!felkod_options_set_api(options, 1000));
    CHECK(felkod_options_set_api(options, FELKOD_API_SOAP));
    CHECK(felkod_options_set_header(options, "Content-Type", "text/html"));
    CHECK(felkod_options_set_header(options, "x-request-ID", " e42b#14272d07d78 "));
    report = read_text("", options);
    CHECK(felkod_report_api(report) == FELKOD_API_SOAP);
    CHECK(same(felkod_report_request_id(report), "e42b#14272d07d78"));
    CHECK(felkod_report_request_millis(report) == UINT64_C(1384905735544));
    felkod_report_free(report);
    report = read_text("{\"requestId\":\"1#2\",\"success\":true}", options);
    CHECK(felkod_report_api(report) == FELKOD_API_REST);
    CHECK(same(felkod_report_request_id(report), "1#2"));
    CHECK(felkod_report_request_millis(report) == 2);
    CHECK(felkod_report_outcome(report) == FELKOD_OUTCOME_SUCCESS);
    CHECK(felkod_report_advice(report) == 0);
    felkod_report_free(report);
    felkod_options_free(options);
}

static void the_bounds_are_kept_and_told(void)
{
    const char *three = "{\"success\":false,\"errors\":[{\"code\":\"606\",\"message\":\"a\"},"
                        "{\"code\":\"607\",\"message\":\"b\"},{\"code\":\"608\",\"message\":\"c\"}]}";
    felkod_options *options = felkod_options_new();
    felkod_report *report;
    CHECK(felkod_options_set_max_findings(options, 2));
    report = read_text(three, options);
    CHECK(felkod_report_finding_count(report) == 2);
    CHECK(felkod_report_left_out(report) == 1);
    CHECK(felkod_report_remark_count(report) == 1);
    CHECK(felkod_report_remark(report, 0) == FELKOD_REMARK_TOO_MANY_FINDINGS);
    CHECK(felkod_report_remark(report, 1) == 0);
    felkod_report_free(report);

    CHECK(felkod_options_set_max_findings(options, 3));
    CHECK(felkod_options_set_max_bytes(options, strlen(three)));
    report = read_text(three, options);
    CHECK(felkod_report_finding_count(report) == 3);
    CHECK(felkod_report_remark_count(report) == 0);
    felkod_report_free(report);
    CHECK(felkod_options_set_max_bytes(options, strlen(three) - 1));
    report = read_text(three, options);
    CHECK(felkod_report_remark(report, 0) == FELKOD_REMARK_TOO_LARGE);
    felkod_report_free(report);

    CHECK(felkod_options_set_max_bytes(options, SIZE_MAX));
    CHECK(felkod_options_set_max_depth(options, 1));
    report = read_text("<a><b><c/></b></a>", options);
    CHECK(felkod_report_remark(report, 0) == FELKOD_REMARK_TOO_DEEP);
    felkod_report_free(report);
    felkod_options_free(options);
}

static void figures_of_the_server_stand_in_the_texts(void)
{
    const char *body = "{\"requestId\":\"e42b#14272d07d78\",\"success\":false,\"errors\":"
                       "[{\"code\":\"606\",\"message\":\"Max rate limit '50' exceeded with in '20' secs\"}]}";
    felkod_report *report = read_text(body, NULL);
    const felkod_finding *finding = felkod_report_finding(report, 0);
    const char *message = felkod_finding_message(finding, "sv");
    uint64_t number = 0;
    CHECK(message != NULL && strstr(message, "50") != NULL && strstr(message, "20") != NULL);
    CHECK(!same(message, felkod_message(FELKOD_CODE_REST_RATE_LIMIT_EXCEEDED, "sv")));
    /* Rendered once, whatever the tag. */
    CHECK(felkod_finding_message(finding, "sv_SE.UTF-8") == message);
    CHECK(felkod_finding_message(finding, "tlh") == NULL);
    CHECK(felkod_finding_message(finding, NULL) == felkod_finding_message(finding, "en"));
    CHECK(felkod_finding_value_count(finding) == 2);
    CHECK(same(felkod_finding_value_text(finding, 0), "50"));
    CHECK(felkod_finding_value_number(finding, 0, &number) && number == 50);
    CHECK(felkod_finding_value_number(finding, 0, NULL));
    CHECK(!felkod_finding_value_number(finding, 2, &number) && number == 50);
    felkod_report_free(report);
}

static void a_number_is_never_lost(void)
{
    const char *body = "{\"success\":false,\"errors\":[{\"code\":\"0\",\"message\":\"zero\"},{\"code\":\"4294967295\"},"
                       "{\"code\":\"E7\",\"message\":\"no\\u0000number\"},{\"message\":\"nothing\"}]}";
    felkod_report *report = read_text(body, NULL);
    uint32_t number = 1;
    CHECK(felkod_report_finding_count(report) == 4);
    CHECK(felkod_finding_number(felkod_report_finding(report, 0), &number) && number == 0);
    CHECK(!felkod_finding_is_known(felkod_report_finding(report, 0)));
    CHECK(felkod_finding_code(felkod_report_finding(report, 0)) == 0);
    CHECK(felkod_finding_message(felkod_report_finding(report, 0), "en") == NULL);
    CHECK(felkod_finding_number(felkod_report_finding(report, 1), &number) && number == UINT32_MAX);
    CHECK(felkod_finding_number(felkod_report_finding(report, 1), NULL));
    CHECK(felkod_finding_server_text(felkod_report_finding(report, 1)) == NULL);
    CHECK(!felkod_finding_number(felkod_report_finding(report, 2), &number) && number == UINT32_MAX);
    CHECK(same(felkod_finding_server_code(felkod_report_finding(report, 2)), "E7"));
    CHECK(same(felkod_finding_server_text(felkod_report_finding(report, 2)), "no\xef\xbf\xbdnumber"));
    CHECK(felkod_finding_server_code(felkod_report_finding(report, 3)) == NULL);
    CHECK(felkod_report_finding(report, 4) == NULL);
    felkod_report_free(report);
}

static void a_case_has_its_own_row(void)
{
    const uint32_t code = FELKOD_CODE_REST_EXPORT_REFUSED;
    const char *text = "Export daily quota 500MB exceeded.";
    CHECK(felkod_code_case_told(code, FELKOD_LEVEL_RESPONSE, text) == FELKOD_CASE_REST_EXPORT_QUOTA_USED_UP);
    CHECK(felkod_code_case_told(code, 0, "export DAILY QUOTA") == FELKOD_CASE_REST_EXPORT_QUOTA_USED_UP);
    CHECK(felkod_code_case_told(code, 0, "something else") == 0);
    CHECK(felkod_code_case_told(code, 99, NULL) == 0);
    CHECK(felkod_code_case_told(FELKOD_CODE_REST_BAD_GATEWAY, FELKOD_LEVEL_HTTP, text) == 0);
    CHECK(felkod_code_case_told(9999, FELKOD_LEVEL_RESPONSE, text) == 0);
    CHECK(felkod_case_advice(FELKOD_CASE_REST_EXPORT_QUOTA_USED_UP) == FELKOD_ADVICE_WAIT_FOR_QUOTA_RESET);
    CHECK(felkod_case_code(FELKOD_CASE_REST_EXPORT_QUOTA_USED_UP) == code);
}

static void people_name_codes_in_many_ways(void)
{
    CHECK(felkod_code_parse("20016") == FELKOD_CODE_SOAP_REQUEST_EXPIRED);
    CHECK(felkod_code_parse(" SOAP-20016 ") == FELKOD_CODE_SOAP_REQUEST_EXPIRED);
    CHECK(felkod_code_parse("FELKOD_CODE_SOAP_REQUEST_EXPIRED") == FELKOD_CODE_SOAP_REQUEST_EXPIRED);
    CHECK(felkod_code_parse("soap 606") == 0);
    CHECK(felkod_code_parse("99999999999999999999") == 0);
    CHECK(felkod_code_parse("") == 0);
    CHECK(felkod_code_parse("\xff") == 0);
    CHECK(felkod_code_nearest("2016", 0) == FELKOD_CODE_SOAP_REQUEST_EXPIRED);
    CHECK(felkod_code_nearest("2016", 2) != 0 && felkod_code_nearest("2016", 3) == 0);
    CHECK(felkod_code_nearest("no such thing at all", 0) == 0);
    CHECK(felkod_code_of_status(502) == FELKOD_CODE_REST_BAD_GATEWAY);
    CHECK(felkod_code_of_status(401) == 0 && felkod_code_of_status(200) == 0 && felkod_code_of_status(65536 + 502) == 0);
}

static void a_status_without_a_code_has_a_class(void)
{
    felkod_options *options = felkod_options_new();
    const felkod_finding *finding;
    felkod_report *report;
    uint32_t number = 0;
    felkod_options_set_status(options, 418);
    report = read_text("", options);
    finding = felkod_report_finding(report, 0);
    CHECK(felkod_finding_code(finding) == 0 && felkod_finding_number(finding, &number) && number == 418);
    CHECK(felkod_finding_status_class(finding) == FELKOD_STATUS_CLASS_CLIENT_ERROR);
    CHECK(same(felkod_status_class_name(felkod_finding_status_class(finding)), "client_error"));
    CHECK(felkod_finding_advice(finding) == FELKOD_ADVICE_FIX_REQUEST);
    CHECK(felkod_finding_http_equivalent(finding) == 418);
    CHECK(felkod_finding_message(finding, "sv") != NULL && felkod_finding_remedy(finding, "sv") != NULL);
    CHECK(strstr(felkod_finding_title(finding, "en"), "418") != NULL);
    felkod_report_free(report);
    felkod_options_free(options);
}

static void the_server_the_window_or_the_quota_says_how_long_to_wait(void)
{
    const char *rate = "{\"success\":false,\"errors\":"
                       "[{\"code\":\"606\",\"message\":\"Max rate limit '50' exceeded with in '17' secs\"}]}";
    felkod_options *options = felkod_options_new();
    felkod_report *report = read_text(rate, NULL);
    uint64_t seconds = 0;
    CHECK(felkod_report_retry_after(report, 0, &seconds) && seconds == 17);
    CHECK(felkod_report_retry_after(report, 0, NULL));
    felkod_report_free(report);
    CHECK(felkod_options_set_header(options, "retry-after", "120"));
    report = read_text(rate, options);
    CHECK(felkod_report_retry_after(report, 0, &seconds) && seconds == 120);
    /* A finding knows nothing of the headers. */
    CHECK(felkod_finding_wait(felkod_report_finding(report, 0), 0, &seconds) && seconds == 17);
    CHECK(!felkod_finding_wait(felkod_report_finding(report, 1), 0, &seconds) && seconds == 17);
    felkod_report_free(report);
    /* A date, two seconds after 1,000,000,000. */
    CHECK(felkod_options_set_header(options, "Retry-After", "Sun, 09 Sep 2001 01:46:42 GMT"));
    report = read_text(rate, options);
    CHECK(felkod_report_retry_after(report, UINT64_C(1000000000), &seconds) && seconds == 2);
    CHECK(felkod_report_retry_after(report, UINT64_C(1000000009), &seconds) && seconds == 0);
    felkod_report_free(report);
    /* Midnight CST is 06:00 UTC. */
    report = read_text("{\"success\":false,\"errors\":[{\"code\":\"607\"}]}", NULL);
    CHECK(felkod_report_retry_after(report, 5 * 3600, &seconds) && seconds == 3600);
    CHECK(felkod_report_advice(report) == FELKOD_ADVICE_WAIT_FOR_QUOTA_RESET);
    felkod_report_free(report);
    /* What cannot succeed is not waited for. */
    report = read_text("{\"success\":false,\"errors\":[{\"code\":\"609\"}]}", NULL);
    seconds = 7;
    CHECK(!felkod_report_retry_after(report, 0, &seconds) && seconds == 7);
    felkod_report_free(report);
    felkod_options_free(options);
}

static void an_advice_has_its_figures(void)
{
    CHECK(felkod_advice_attempts(FELKOD_ADVICE_BACKOFF) > 1);
    CHECK(felkod_advice_attempts(FELKOD_ADVICE_WAIT_FOR_QUEUE) == 0);
    CHECK(felkod_advice_longest_wait_seconds(FELKOD_ADVICE_WAIT_FOR_QUEUE) == 3600);
    CHECK(felkod_advice_longest_wait_seconds(FELKOD_ADVICE_BACKOFF) == 0);
    CHECK(felkod_advice_stops(FELKOD_ADVICE_FIX_SETUP) && !felkod_advice_stops(FELKOD_ADVICE_BACKOFF));
    CHECK(felkod_resets_seconds_until(FELKOD_RESETS_MIDNIGHT_CST, 0) == 6 * 3600);
    CHECK(felkod_resets_seconds_until(FELKOD_RESETS_NOT_DOCUMENTED, 0) == 0);
}

static void what_goes_into_a_log_has_nothing_of_the_server(void)
{
    felkod_report *report = read_text("{\"requestId\":\"e42b#14272d07d78\",\"success\":false,\"errors\":"
                                      "[{\"code\":\"1006\",\"message\":\"Field 'jane@example.com' not found\"}]}",
                                      NULL);
    const char *title = felkod_report_title(report, "sv");
    CHECK(strstr(felkod_finding_message(felkod_report_finding(report, 0), "sv"), "jane") != NULL);
    CHECK(strstr(title, "jane") == NULL && strstr(title, "1006") != NULL);
    CHECK(same(title, felkod_finding_title(felkod_report_strictest(report), "sv")));
    CHECK(felkod_report_title(report, "sv-FI") == title);
    CHECK(same(felkod_report_harmless_request_id(report), "e42b#14272d07d78"));
    felkod_report_free(report);
    report = read_text("{\"requestId\":\"jane@example.com\",\"success\":true}", NULL);
    CHECK(same(felkod_report_request_id(report), "jane@example.com"));
    CHECK(felkod_report_harmless_request_id(report) == NULL && felkod_report_strictest(report) == NULL);
    felkod_report_free(report);
}

static void counts_are_bounded_too(void)
{
    const char *body = "{\"requestId\":\"1#2\",\"success\":true,\"result\":[{\"date\":\"2026-08-16\",\"total\":7,"
                       "\"errors\":[{\"errorCode\":\"606\",\"count\":5},{\"errorCode\":\"9999\",\"count\":2}]}]}";
    felkod_options *options = felkod_options_new();
    felkod_report *report = read_text(body, NULL);
    CHECK(felkod_report_count_count(report) == 2 && felkod_report_counts_left_out(report) == 0);
    CHECK(felkod_report_count_code(report, 0) == FELKOD_CODE_REST_RATE_LIMIT_EXCEEDED);
    CHECK(felkod_report_count_number(report, 1) == 9999 && felkod_report_count_code(report, 1) == 0);
    CHECK(felkod_report_count_calls(report, 1) == 2);
    felkod_report_free(report);
    felkod_options_set_max_findings(options, 1);
    report = read_text(body, options);
    CHECK(felkod_report_count_count(report) == 1 && felkod_report_counts_left_out(report) == 1);
    CHECK(felkod_report_left_out(report) == 0);
    felkod_report_free(report);
    felkod_options_free(options);
}

int main(int argc, char **argv)
{
    a_status_speaks_for_a_page();
    an_api_and_a_request_id_come_from_the_caller_where_the_body_tells_none();
    the_bounds_are_kept_and_told();
    figures_of_the_server_stand_in_the_texts();
    a_number_is_never_lost();
    a_case_has_its_own_row();
    people_name_codes_in_many_ways();
    a_status_without_a_code_has_a_class();
    the_server_the_window_or_the_quota_says_how_long_to_wait();
    an_advice_has_its_figures();
    what_goes_into_a_log_has_nothing_of_the_server();
    counts_are_bounded_too();
    CHECK(argc == 2 && same(felkod_version(), argv[1]));
    CHECK(same(felkod_version(), FELKOD_VERSION));
    CHECK(felkod_version_num() == FELKOD_VERSION_NUM);
    return failures == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
