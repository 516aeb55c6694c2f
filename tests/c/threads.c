/*
 * Eight threads at once, from the first call on: each goes through the whole catalog and one report, decides with one
 * policy, and asks one pacer.
 */
#include "check.h"

#include <pthread.h>

#define THREADS 8
#define CODES 1024
#define PARTS 3
#define RENDERED 7

static pthread_barrier_t start;
static felkod_report *shared;
static felkod_policy *policy;
static felkod_pacer *pacer;

/* What a thread saw; the strings are compared as pointers. */
struct seen {
    const char *texts[2][CODES][PARTS];
    const char *labels[2][64];
    const char *rendered[2][RENDERED];
    size_t missing;
};

static struct seen all[THREADS];

/* How many calls the pacer let each thread make. It is asked three times by each, for ten calls in all. */
static size_t calls[THREADS];

static const char *const locales[] = {"en", "sv"};

static void *look(void *argument)
{
    struct seen *seen = (struct seen *)argument;
    const size_t first = (size_t)(seen - all);
    const size_t count = felkod_code_count();
    const felkod_finding *finding = felkod_report_finding(shared, 0);
    size_t step;
    size_t at;
    pthread_barrier_wait(&start);
    for (step = 0; step < 2; step++) {
        const size_t language = (first + step) % 2;
        const char *locale = locales[language];
        felkod_report *own;
        size_t n;
        for (n = 0; n < count; n++) {
            /* Each thread begins somewhere else. */
            const size_t nth = (n + first * 13) % count;
            const uint32_t code = felkod_code_nth(nth);
            seen->texts[language][nth][0] = felkod_message(code, locale);
            seen->texts[language][nth][1] = felkod_note(code, locale);
            seen->texts[language][nth][2] = felkod_remedy(code, locale);
            for (at = 0; at < PARTS; at++)
                seen->missing += seen->texts[language][nth][at] == NULL || *seen->texts[language][nth][at] == '\0';
            seen->missing += felkod_code_name(code) == NULL;
        }
        for (n = 0; n < 64; n++)
            seen->labels[language][n] = felkod_advice_label((uint32_t)n, locale);
        seen->rendered[language][0] = felkod_finding_message(finding, locale);
        seen->rendered[language][1] = felkod_finding_note(finding, locale);
        seen->rendered[language][2] = felkod_finding_remedy(finding, locale);
        seen->rendered[language][3] = felkod_finding_title(finding, locale);
        seen->rendered[language][4] = felkod_finding_server_text(finding);
        seen->rendered[language][5] = felkod_report_title(shared, locale);
        seen->rendered[language][6] = felkod_report_json(shared, locale);
        for (n = 0; n < RENDERED; n++)
            seen->missing += seen->rendered[language][n] == NULL;
        seen->missing += !same(felkod_finding_value_text(finding, 0), "50");
        own = felkod_read("{\"success\":false,\"errors\":[{\"code\":\"602\"}]}", 46, NULL);
        seen->missing += felkod_report_advice(own) != FELKOD_ADVICE_REAUTHENTICATE;
        felkod_report_free(own);
    }
    for (at = 0; at < 3; at++) {
        felkod_attempts *attempts = felkod_attempts_new(FELKOD_IDEMPOTENCY_READ);
        felkod_decision *decision = felkod_decide(policy, attempts, shared, 1);
        seen->missing += felkod_decision_action(decision) != FELKOD_ACTION_RETRY;
        felkod_decision_free(decision);
        felkod_attempts_free(attempts);
        calls[first] += felkod_pacer_acquire(pacer, 1) == 0;
    }
    return NULL;
}

int main(void)
{
    const char *body = "{\"success\":false,\"errors\":"
                       "[{\"code\":\"606\",\"message\":\"Max rate limit '50' exceeded with in '20' secs\"}]}";
    pthread_t threads[THREADS];
    size_t at;
    size_t made = 0;
    CHECK(felkod_code_count() <= CODES);
    CHECK(pthread_barrier_init(&start, NULL, THREADS) == 0);
    shared = felkod_read(body, strlen(body), NULL);
    policy = felkod_policy_new();
    pacer = felkod_pacer_new(policy);
    for (at = 0; at < THREADS; at++) {
        if (pthread_create(&threads[at], NULL, look, &all[at]) != 0) {
            fputs("no thread\n", stderr);
            return EXIT_FAILURE;
        }
    }
    for (at = 0; at < THREADS; at++)
        CHECK(pthread_join(threads[at], NULL) == 0);
    CHECK(all[0].missing == 0);
    CHECK(all[0].texts[0][0][0] != NULL && all[0].rendered[0][0] != NULL && all[0].labels[1][1] != NULL);
    CHECK(!same(all[0].texts[0][0][0], all[0].texts[1][0][0]));
    CHECK(strstr(all[0].rendered[1][0], "50") != NULL);
    for (at = 1; at < THREADS; at++)
        CHECK(memcmp(&all[0], &all[at], sizeof all[0]) == 0);
    for (at = 0; at < THREADS; at++)
        made += calls[at];
    CHECK(made == 10);
    felkod_pacer_free(pacer);
    felkod_policy_free(policy);
    felkod_report_free(shared);
    pthread_barrier_destroy(&start);
    return failures == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
