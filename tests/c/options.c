/*
 * What the options change, what belongs to whom, and the languages.
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
    CHECK(felkod_report_advice(report) == felkod_advice(FELKOD_CODE_REST_BAD_GATEWAY));
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
    CHECK(felkod_case_told(code, FELKOD_LEVEL_RESPONSE, text) == FELKOD_CASE_REST_EXPORT_QUOTA_USED_UP);
    CHECK(felkod_case_told(code, 0, "export DAILY QUOTA") == FELKOD_CASE_REST_EXPORT_QUOTA_USED_UP);
    CHECK(felkod_case_told(code, 0, "something else") == 0);
    CHECK(felkod_case_told(code, 99, NULL) == 0);
    CHECK(felkod_case_told(FELKOD_CODE_REST_BAD_GATEWAY, FELKOD_LEVEL_HTTP, text) == 0);
    CHECK(felkod_case_told(9999, FELKOD_LEVEL_RESPONSE, text) == 0);
    CHECK(felkod_case_advice(FELKOD_CASE_REST_EXPORT_QUOTA_USED_UP) == FELKOD_ADVICE_WAIT_FOR_QUOTA_RESET);
    CHECK(felkod_case_code(FELKOD_CASE_REST_EXPORT_QUOTA_USED_UP) == code);
}

static void a_tag_chooses_the_language(void)
{
    const uint32_t code = FELKOD_CODE_SOAP_REQUEST_EXPIRED;
    const char *english = felkod_message(code, "en");
    const char *swedish = felkod_message(code, "sv");
    size_t n;
    CHECK(english != NULL && swedish != NULL && !same(english, swedish));
    CHECK(felkod_message(code, NULL) == english);
    CHECK(felkod_message(code, "en_GB.UTF-8") == english);
    CHECK(felkod_message(code, "EN") == english);
    CHECK(felkod_message(code, "sv-FI") == swedish);
    CHECK(felkod_message(code, "sv_SE.UTF-8@x") == swedish);
    CHECK(felkod_message(code, "de") == NULL);
    CHECK(felkod_message(code, "C") == NULL);
    CHECK(felkod_message(code, "") == NULL);
    CHECK(felkod_message(code, "s") == NULL);
    CHECK(felkod_message(code, "svx") == NULL);
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

static void people_name_codes_in_many_ways(void)
{
    CHECK(felkod_code_parse("20016") == FELKOD_CODE_SOAP_REQUEST_EXPIRED);
    CHECK(felkod_code_parse(" SOAP-20016 ") == FELKOD_CODE_SOAP_REQUEST_EXPIRED);
    CHECK(felkod_code_parse("FELKOD_CODE_SOAP_REQUEST_EXPIRED") == FELKOD_CODE_SOAP_REQUEST_EXPIRED);
    CHECK(felkod_code_parse("soap 606") == 0);
    CHECK(felkod_code_parse("99999999999999999999") == 0);
    CHECK(felkod_code_parse("") == 0);
    CHECK(felkod_code_parse("\xff") == 0);
}

int main(int argc, char **argv)
{
    a_status_speaks_for_a_page();
    an_api_and_a_request_id_come_from_the_caller_where_the_body_tells_none();
    the_bounds_are_kept_and_told();
    figures_of_the_server_stand_in_the_texts();
    a_number_is_never_lost();
    a_case_has_its_own_row();
    /* The environment is Swedish here: see the script. */
    a_tag_chooses_the_language();
    people_name_codes_in_many_ways();
    CHECK(argc == 2 && same(felkod_version(), argv[1]));
    return failures == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
