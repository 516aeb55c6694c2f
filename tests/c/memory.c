/*
 * What the header says of memory, with tests/c/malloc.c preloaded:
 *
 *   memory work     reads a body and asks for its texts; the script makes each allocation of it fail in turn
 *   memory signal   after felkod_init, asks in a signal handler, where allocating ends the program
 *   memory panic    makes felkod panic
 */
#define _GNU_SOURCE
#include "check.h"

#include <dlfcn.h>
#include <signal.h>

static volatile bool *malloc_is_forbidden;

static volatile size_t missing;

static void decide_and_find(const felkod_report *report, const char *body)
{
    char json[4096];
    felkod_policy *policy = felkod_policy_from_json("{\"deadline\":900}", json, sizeof json);
    felkod_attempts *attempts = felkod_attempts_new(felkod_idempotency_of("GET", "/rest/v1/leads.json", NULL));
    felkod_decision *decision = felkod_decide(policy, attempts, report, 1);
    felkod_pacer *pacer = felkod_pacer_new(policy);
    felkod_found *found = felkod_find(body, strlen(body), NULL);
    CHECK(felkod_decision_action(decision) == FELKOD_ACTION_RETRY && felkod_decision_json(decision) != NULL);
    CHECK(felkod_report_json_decided(report, decision, "sv", json, sizeof json) > 0);
    CHECK(felkod_attempts_json(attempts, json, sizeof json) > 0 && felkod_pacer_acquire(pacer, 1) == 0);
    CHECK(felkod_found_count(found) == 1);
    felkod_found_free(found);
    felkod_pacer_free(pacer);
    felkod_decision_free(decision);
    felkod_attempts_free(attempts);
    felkod_policy_free(policy);
}

static bool count(void *user, const void *bytes, size_t length)
{
    *(size_t *)user += bytes != NULL ? length : 0;
    return true;
}

static void redact(void)
{
    static const char text[] = "{\"email\":\"anna@example.com\",\"shoeSize\":44}";
    size_t written = 0;
    felkod_redaction *redaction = felkod_redaction_new();
    felkod_redactor *redactor;
    felkod_redacted *redacted;
    CHECK(felkod_redaction_add_names(redaction, "hide = [\"shoeSize\"]", NULL, 0));
    redacted = felkod_redact(text, sizeof text - 1, redaction);
    CHECK(felkod_redacted_secret_count(redacted) == 2);
    redactor = felkod_redactor_new(redaction, count, &written);
    CHECK(felkod_redactor_push(redactor, text, sizeof text - 1) && felkod_redactor_finish(redactor));
    CHECK(written == felkod_redacted_length(redacted));
    felkod_redactor_free(redactor);
    felkod_redacted_free(redacted);
    felkod_redaction_free(redaction);
}

static void work(void)
{
    const char *body = "{\"requestId\":\"e42b#14272d07d78\",\"success\":false,\"errors\":"
                       "[{\"code\":\"606\",\"message\":\"Max rate limit '50' exceeded with in '20' secs\"}]}";
    felkod_options *options = felkod_options_new();
    felkod_report *report;
    felkod_options_set_header(options, "X-Request-Id", "a");
    report = felkod_read(body, strlen(body), options);
    CHECK(strstr(felkod_finding_message(felkod_report_finding(report, 0), "sv"), "50") != NULL);
    CHECK(felkod_report_json(report, "en") != NULL && felkod_report_title(report, "en") != NULL);
    CHECK(felkod_message(20016, "sv-FI") != NULL && felkod_code_name(20016) != NULL);
    CHECK(felkod_code_nearest("2016", 0) != 0);
    decide_and_find(report, body);
    redact();
    felkod_report_free(report);
    felkod_options_free(options);
}

/* Asks all that the header allows in a signal handler. */
static void ask(int signal)
{
    const char *const locales[] = {NULL, "", "C", "en", "sv"};
    size_t at;
    size_t n;
    uint32_t part;
    (void)signal;
    *malloc_is_forbidden = true;
    for (at = 0; at < sizeof locales / sizeof locales[0]; at++) {
        const char *locale = locales[at];
        for (n = 0; n <= felkod_code_count(); n++) {
            const uint32_t code = felkod_code_nth(n);
            const uint32_t case_number = felkod_code_case(code, 0);
            for (part = FELKOD_PART_MESSAGE; part <= FELKOD_PART_STEP3; part++) {
                missing += felkod_text(code, part, locale) == NULL;
                missing += case_number != 0 && felkod_case_text(case_number, part, locale) == NULL;
            }
            missing += code != 0 && (felkod_code_name(code) == NULL || felkod_remedy(code, locale) == NULL);
            missing += code != 0 && felkod_advice_label(felkod_code_advice(code), locale) == NULL;
            missing += code != 0 && felkod_category_name(felkod_code_category(code)) == NULL;
            missing += felkod_code_limit_count(code) > 0 && felkod_code_limit_what(code, 0) == NULL;
            missing += felkod_code_field_count(code) > 0 && felkod_code_field(code, 0) == NULL;
        }
    }
    missing += felkod_version() == NULL || felkod_locale_nth(1) == NULL;
    *malloc_is_forbidden = false;
}

/* No array has so many values. felkod panics when it makes room for them, before it reads any. */
static void panic(void)
{
    const felkod_value value = {"calls", NULL, 1};
    felkod_render(606, FELKOD_PART_NOTE, "en", &value, PTRDIFF_MAX / sizeof value, NULL, 0);
}

int main(int argc, char **argv)
{
    if (argc == 2 && same(argv[1], "work")) {
        work();
    } else if (argc == 2 && same(argv[1], "signal")) {
        *(void **)&malloc_is_forbidden = dlsym(RTLD_DEFAULT, "malloc_is_forbidden");
        if (malloc_is_forbidden == NULL) {
            fputs("memory: malloc.c is not preloaded\n", stderr);
            return 2;
        }
        felkod_init();
        signal(SIGUSR1, ask);
        raise(SIGUSR1);
        CHECK(missing == 0);
    } else if (argc == 2 && same(argv[1], "panic")) {
        panic();
    } else {
        fputs("usage: memory work|signal|panic\n", stderr);
        return 2;
    }
    return failures == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
