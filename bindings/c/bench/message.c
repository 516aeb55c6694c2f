/*
 * Compares felkod_message with glibc's dgettext, in one run:
 *
 *   message FOLDER
 *
 * FOLDER has sv/LC_MESSAGES/felkod.mo with the English titles as keys and the Swedish ones as values; the environment
 * is Swedish. Ends with 1 where felkod_message is not at least 3 times as fast: on a quiet machine it is 6 times, and
 * the bound leaves room for a busy one.
 */
#define _POSIX_C_SOURCE 200809L

#include <felkod.h>

#include <libintl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define CODES 1024
#define ROUNDS 9
#define PASSES 3000
#define AT_LEAST 3.0

static uint32_t codes[CODES];
static const char *english[CODES];
static size_t count;

/* Keeps the compiler from leaving out what is measured. */
static volatile unsigned long sum;

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

/* Returns the nanoseconds of a call. */
static double felkod_time(void)
{
    const double start = now();
    size_t pass, n;
    for (pass = 0; pass < PASSES; pass++)
        for (n = 0; n < count; n++)
            sum += (unsigned char)*felkod_message(codes[n], "sv");
    return (now() - start) / (double)(PASSES * count);
}

static double gettext_time(void)
{
    const double start = now();
    size_t pass, n;
    for (pass = 0; pass < PASSES; pass++)
        for (n = 0; n < count; n++)
            sum += (unsigned char)*dgettext("felkod", english[n]);
    return (now() - start) / (double)(PASSES * count);
}

static double lesser(double a, double b)
{
    return a < b ? a : b;
}

int main(int argc, char **argv)
{
    double felkod = 1e9;
    double gettext = 1e9;
    size_t n;
    if (argc != 2 || setlocale(LC_ALL, "") == NULL || bindtextdomain("felkod", argv[1]) == NULL
        || bind_textdomain_codeset("felkod", "UTF-8") == NULL) {
        fputs("message: no folder, or no Swedish locale\n", stderr);
        return 2;
    }
    count = felkod_code_count() < CODES ? felkod_code_count() : CODES;
    for (n = 0; n < count; n++) {
        codes[n] = felkod_code_nth(n);
        english[n] = felkod_message(codes[n], "en");
        /* Both must find the text; it is the untranslated one that dgettext hands back as it came. */
        if (felkod_message(codes[n], "sv") == NULL || dgettext("felkod", english[n]) == english[n]) {
            fprintf(stderr, "message: no Swedish for %lu\n", (unsigned long)codes[n]);
            return 2;
        }
    }
    for (n = 0; n < ROUNDS; n++) {
        felkod = lesser(felkod, felkod_time());
        gettext = lesser(gettext, gettext_time());
    }
    printf("felkod_message %.1f ns, dgettext %.1f ns: %.1f times as fast\n", felkod, gettext, gettext / felkod);
    return gettext >= AT_LEAST * felkod ? EXIT_SUCCESS : EXIT_FAILURE;
}
