/*
 * Creates or updates leads with libcurl, through whatever goes wrong. Renewal of the token, pacing, decision and retry are
 * felkod's:
 *
 *   MARKETO_CLIENT_SECRET=… client ADDRESS CLIENT_ID [POLICY] <addresses.txt
 *
 * ADDRESS is https://123-ABC-456.mktorest.com, or that of `felkod simulate`; POLICY is one in JSON. It reads an e-mail address
 * from each line and ends with 0 where every lead went through, 1 where some were rejected (it prints them), 2 where it had to
 * give up.
 */
#include <felkod.h>

#include <curl/curl.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { LONGEST_LINE = 256, LONGEST_LEAD = LONGEST_LINE + 16, MOST_LEADS = 10000 };

/* Bytes that grow. */
typedef struct {
    char *bytes;
    size_t length;
} buffer;

/* A client of one instance. */
typedef struct {
    CURL *curl;
    const char *base;
    const char *client_id;
    const char *secret;
    char token[512];
    felkod_policy *policy;
    felkod_pacer *pacer;
} client;

/* What came of a call: a report, or else a failure. */
typedef struct {
    felkod_report *report;
    felkod_failure_t failure;
    buffer body;
} result;

static void give_up(const char *what, const char *why)
{
    fprintf(stderr, "client: %s: %s\n", what, why);
    exit(2);
}

static void append(buffer *to, const char *bytes, size_t length)
{
    char *grown = (char *)realloc(to->bytes, to->length + length + 1);
    if (grown == NULL)
        give_up("out of memory", "realloc");
    to->bytes = grown;
    memcpy(to->bytes + to->length, bytes, length);
    to->length += length;
    to->bytes[to->length] = '\0';
}

static size_t receive(char *bytes, size_t size, size_t count, void *to)
{
    append((buffer *)to, bytes, size * count);
    return size * count;
}

static uint64_t now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_REALTIME, &time);
    return (uint64_t)time.tv_sec * 1000 + (uint64_t)time.tv_nsec / 1000000;
}

static void wait_for(uint64_t millis)
{
    struct timespec time;
    time.tv_sec = (time_t)(millis / 1000);
    time.tv_nsec = (long)(millis % 1000) * 1000000;
    nanosleep(&time, NULL);
}

/* Tells how a call failed that got no whole response. */
static felkod_failure_t failure_of(CURL *curl, CURLcode code)
{
    long sent = 0;
    curl_easy_getinfo(curl, CURLINFO_REQUEST_SIZE, &sent);
    switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT:
        return FELKOD_FAILURE_REFUSED;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
        return FELKOD_FAILURE_TLS;
    case CURLE_OPERATION_TIMEDOUT:
        return sent == 0 ? FELKOD_FAILURE_TIMED_OUT_BEFORE_SENDING : FELKOD_FAILURE_TIMED_OUT_AFTER_SENDING;
    default:
        return FELKOD_FAILURE_CONNECTION_LOST;
    }
}

/* Makes one attempt. Redirects are not followed, so that the token goes to the configured host only. */
static result attempt(client *of, const char *path, const char *type, const char *body)
{
    result got = {NULL, FELKOD_FAILURE_NONE, {NULL, 0}};
    char url[1024], header[640];
    struct curl_slist *headers = NULL;
    CURLcode code;
    snprintf(url, sizeof url, "%s%s", of->base, path);
    snprintf(header, sizeof header, "Content-Type: %s", type);
    headers = curl_slist_append(headers, header);
    if (of->token[0] != '\0') {
        snprintf(header, sizeof header, "Authorization: Bearer %s", of->token);
        headers = curl_slist_append(headers, header);
    }
    append(&got.body, "", 0);
    curl_easy_reset(of->curl);
    curl_easy_setopt(of->curl, CURLOPT_URL, url);
    curl_easy_setopt(of->curl, CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(of->curl, CURLOPT_POSTFIELDS, body);
    curl_easy_setopt(of->curl, CURLOPT_WRITEFUNCTION, receive);
    curl_easy_setopt(of->curl, CURLOPT_WRITEDATA, &got.body);
    curl_easy_setopt(of->curl, CURLOPT_TIMEOUT, 300L);
    code = curl_easy_perform(of->curl);
    if (code == CURLE_OK) {
        felkod_options *options = felkod_options_new();
        curl_off_t retry_after = 0;
        char seconds[24];
        long status = 0;
        curl_easy_getinfo(of->curl, CURLINFO_RESPONSE_CODE, &status);
        felkod_options_set_status(options, (uint32_t)status);
        curl_easy_getinfo(of->curl, CURLINFO_RETRY_AFTER, &retry_after);
        if (retry_after > 0) {
            snprintf(seconds, sizeof seconds, "%ld", (long)retry_after);
            felkod_options_set_header(options, "Retry-After", seconds);
        }
        got.report = felkod_read(got.body.bytes, got.body.length, options);
        felkod_options_free(options);
    } else {
        got.failure = failure_of(of->curl, code);
    }
    curl_slist_free_all(headers);
    return got;
}

static void free_result(result *got)
{
    felkod_report_free(got->report);
    free(got->body.bytes);
}

static felkod_decision *decide(client *of, felkod_attempts *attempts, const result *got)
{
    felkod_decision *decision;
    uint64_t millis = 0;
    if (got->report != NULL)
        decision = felkod_decide(of->policy, attempts, got->report, now());
    else
        decision = felkod_decide_failure(of->policy, attempts, got->failure, now());
    if (felkod_decision_after(decision, &millis))
        wait_for(millis);
    return decision;
}

/* Gets an access token; ends the program where there is none to be had. */
static void renew(client *of)
{
    static const char key[] = "\"access_token\":\"";
    felkod_attempts *attempts = felkod_attempts_new(FELKOD_IDEMPOTENCY_READ);
    char *id = curl_easy_escape(of->curl, of->client_id, 0);
    char *secret = curl_easy_escape(of->curl, of->secret, 0);
    char form[1024];
    bool is_done = false;
    snprintf(form, sizeof form, "grant_type=client_credentials&client_id=%s&client_secret=%s", id, secret);
    curl_free(id);
    curl_free(secret);
    while (!is_done) {
        result got;
        const char *token;
        of->token[0] = '\0';
        got = attempt(of, "/identity/oauth/token", "application/x-www-form-urlencoded", form);
        token = got.report != NULL ? strstr(got.body.bytes, key) : NULL;
        if (token != NULL) {
            const size_t length = strcspn(token + strlen(key), "\"");
            snprintf(of->token, sizeof of->token, "%.*s", (int)length, token + strlen(key));
            is_done = true;
        } else {
            felkod_decision *decision = decide(of, attempts, &got);
            if (felkod_decision_action(decision) != FELKOD_ACTION_RETRY)
                give_up("no access token", felkod_decision_json(decision));
            felkod_decision_free(decision);
        }
        free_result(&got);
    }
    felkod_attempts_free(attempts);
}

/* Writes the body of a request with some of the leads. */
static void write_body(buffer *body, char leads[][LONGEST_LEAD], const size_t *places, size_t count)
{
    size_t n;
    body->length = 0;
    append(body, "{\"action\":\"createOrUpdate\",\"input\":[", 36);
    for (n = 0; n < count; n++) {
        if (n > 0)
            append(body, ",", 1);
        append(body, leads[places[n]], strlen(leads[places[n]]));
    }
    append(body, "]}", 2);
}

/* Syncs the leads at some places, and returns how many were rejected; it prints them. */
static size_t sync_leads(client *of, char leads[][LONGEST_LEAD], size_t *places, size_t count)
{
    static const char path[] = "/rest/v1/leads.json";
    felkod_attempts *attempts = felkod_attempts_new(felkod_idempotency_of("POST", path, "createOrUpdate"));
    buffer body = {NULL, 0};
    size_t rejected = 0;
    bool is_done = false;
    while (!is_done) {
        felkod_decision *decision;
        result got;
        uint64_t millis;
        size_t n, record;
        if (of->token[0] == '\0')
            renew(of);
        write_body(&body, leads, places, count);
        while ((millis = felkod_pacer_acquire(of->pacer, now())) > 0)
            wait_for(millis);
        got = attempt(of, path, "application/json", body.bytes);
        felkod_pacer_release(of->pacer);
        if (got.report != NULL)
            felkod_pacer_learn(of->pacer, of->policy, got.report, now());
        decision = decide(of, attempts, &got);
        for (n = 0; felkod_decision_set_aside(decision, n, &record); n++, rejected++)
            printf("rejected: %s\n", leads[places[record]]);
        switch (felkod_decision_action(decision)) {
        case FELKOD_ACTION_DONE:
            is_done = true;
            break;
        case FELKOD_ACTION_RETRY:
            break;
        case FELKOD_ACTION_RENEW:
            of->token[0] = '\0';
            break;
        case FELKOD_ACTION_RESEND: /* the records come in the order of the request */
            for (n = 0; felkod_decision_record(decision, n, &record); n++)
                places[n] = places[record];
            count = n;
            break;
        case FELKOD_ACTION_NONE:
        case FELKOD_ACTION_REDUCE:
        case FELKOD_ACTION_GIVE_UP:
        default:
            give_up("gave up", felkod_decision_json(decision));
        }
        felkod_decision_free(decision);
        free_result(&got);
    }
    free(body.bytes);
    felkod_attempts_free(attempts);
    return rejected;
}

int main(int argc, char **argv)
{
    static char leads[MOST_LEADS][LONGEST_LEAD];
    static size_t sizes[MOST_LEADS], ends[MOST_LEADS], places[MOST_LEADS];
    char line[LONGEST_LINE], error[256] = "";
    client of = {NULL, NULL, NULL, NULL, "", NULL, NULL};
    size_t count = 0, batches, rejected = 0, start = 0, n, m;
    if (argc < 3 || argc > 4) {
        fprintf(stderr, "usage: client ADDRESS CLIENT_ID [POLICY] <addresses.txt\n");
        return 2;
    }
    of.base = argv[1];
    of.client_id = argv[2];
    of.secret = getenv("MARKETO_CLIENT_SECRET");
    if (of.secret == NULL)
        give_up("MARKETO_CLIENT_SECRET", "not set");
    of.policy = felkod_policy_from_json(argc == 4 ? argv[3] : "{}", error, sizeof error);
    if (of.policy == NULL)
        give_up("policy", error);
    of.pacer = felkod_pacer_new(of.policy);
    curl_global_init(CURL_GLOBAL_DEFAULT);
    of.curl = curl_easy_init();
    if (of.curl == NULL)
        give_up("libcurl", "curl_easy_init");
    while (count < MOST_LEADS && fgets(line, sizeof line, stdin) != NULL) {
        line[strcspn(line, "\r\n")] = '\0';
        if (line[0] == '\0' || strpbrk(line, "\"\\") != NULL)
            continue;
        snprintf(leads[count], sizeof leads[count], "{\"email\":\"%s\"}", line);
        sizes[count] = strlen(leads[count]);
        count++;
    }
    batches = felkod_batches(sizes, count, NULL, ends, MOST_LEADS);
    for (n = 0; n < batches; start = ends[n], n++) {
        for (m = start; m < ends[n]; m++)
            places[m - start] = m;
        rejected += sync_leads(&of, leads, places, ends[n] - start);
    }
    printf("%lu leads in %lu requests, %lu rejected\n", (unsigned long)count, (unsigned long)batches, (unsigned long)rejected);
    curl_easy_cleanup(of.curl);
    curl_global_cleanup();
    felkod_pacer_free(of.pacer);
    felkod_policy_free(of.policy);
    return rejected == 0 ? 0 : 1;
}
