/*
 * Reads a response of Marketo's from a file, says in the user's language what went wrong and what to do, and ends with a
 * status that tells a script what comes next:
 *
 *   fault FILE
 *
 * 0 nothing is to be done, 75 send it again later, 65 change the request or these records, 78 change the setup,
 * 70 turn to support, 76 the file is not a response of Marketo's, 1 what failed is not known, 2 wrong usage or an
 * unreadable file. The numbers from 64 on are those of sysexits.h.
 */
#include <felkod.h>

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* Returns the content of a file, to be freed, or NULL. */
static char *content(const char *name, size_t *length)
{
    FILE *file = fopen(name, "rb");
    size_t size = 0;
    size_t room = 4096;
    char *bytes = (char *)malloc(room);
    while (file != NULL && bytes != NULL) {
        char *more;
        size += fread(bytes + size, 1, room - size, file);
        if (size < room)
            break;
        more = (char *)realloc(bytes, room * 2);
        if (more == NULL)
            free(bytes);
        bytes = more;
        room *= 2;
    }
    if (file == NULL || ferror(file)) {
        free(bytes);
        bytes = NULL;
    }
    if (file != NULL)
        fclose(file);
    *length = size;
    return bytes;
}

static int status_for(felkod_advice_t advice)
{
    switch (advice) {
    case FELKOD_ADVICE_TREAT_AS_ABSENT:
    case FELKOD_ADVICE_ACCEPT:
        return 0;
    case FELKOD_ADVICE_REAUTHENTICATE:
    case FELKOD_ADVICE_BACKOFF:
    case FELKOD_ADVICE_WAIT_FOR_RATE_WINDOW:
    case FELKOD_ADVICE_WAIT_FOR_SLOT:
    case FELKOD_ADVICE_WAIT_FOR_QUEUE:
    case FELKOD_ADVICE_WAIT_FOR_QUOTA_RESET:
        return 75;
    case FELKOD_ADVICE_REDUCE_REQUEST:
    case FELKOD_ADVICE_FIX_REQUEST:
        return 65;
    case FELKOD_ADVICE_FIX_SETUP:
        return 78;
    case FELKOD_ADVICE_CONTACT_SUPPORT:
        return 70;
    case FELKOD_ADVICE_NONE:
    default:
        return 1;
    }
}

static void print(const felkod_finding *finding, const char *locale)
{
    const char *said = felkod_finding_server_text(finding);
    uint32_t number;
    uint32_t part;
    size_t record;
    if (felkod_finding_number(finding, &number))
        printf("%lu ", (unsigned long)number);
    printf("%s", felkod_finding_text(finding, FELKOD_PART_MESSAGE, locale));
    if (felkod_finding_record(finding, &record))
        printf(" (result[%lu])", (unsigned long)record);
    printf("\n");
    if (said != NULL)
        printf("  \"%s\"\n", said);
    printf("  %s\n", felkod_finding_text(finding, FELKOD_PART_NOTE, locale));
    for (part = FELKOD_PART_STEP1; part <= FELKOD_PART_STEP3; part++)
        if (*felkod_finding_text(finding, part, locale) != '\0')
            printf("  - %s\n", felkod_finding_text(finding, part, locale));
}

int main(int argc, char **argv)
{
    const char *locale = felkod_locale();
    size_t length;
    size_t n;
    uint64_t seconds;
    int status = 1;
    char *body = argc == 2 ? content(argv[1], &length) : NULL;
    felkod_report *report;
    if (body == NULL) {
        fprintf(stderr, "usage: fault FILE\n");
        return 2;
    }
    report = felkod_read(body, length, NULL);
    free(body);
    printf("%s\n", felkod_outcome_label(felkod_report_outcome(report), locale));
    for (n = 0; n < felkod_report_finding_count(report); n++)
        print(felkod_report_finding(report, n), locale);
    if (felkod_report_retry_after(report, (uint64_t)time(NULL), &seconds))
        printf("-> %lu s\n", (unsigned long)seconds);
    switch (felkod_report_outcome(report)) {
    case FELKOD_OUTCOME_SUCCESS:
        status = 0;
        break;
    case FELKOD_OUTCOME_PARTIAL:
        /* The call went through; the records named above did not. */
        status = 65;
        break;
    case FELKOD_OUTCOME_ERROR:
        status = status_for(felkod_report_advice(report));
        break;
    case FELKOD_OUTCOME_UNRECOGNIZED:
        status = 76;
        break;
    case FELKOD_OUTCOME_NONE:
    default:
        break;
    }
    felkod_report_free(report);
    return status;
}
