/*
 * The table that Rust, C and Python read: which responses are found in a text.
 *
 *   found found.tsv FOLDER
 */
#include "table.h"

enum { FILE_NAME, INDEX, START, END, LINE, WRAPPED_IN, OUTCOME, CODE, REQUEST_ID, COLUMNS };

static const char *or_dash(const char *text)
{
    return text != NULL ? text : "-";
}

/* Reads a file, finds what is in it, and overwrites the text: what was found needs nothing of it. */
static felkod_found *find_in(const char *folder, const char *name)
{
    char path[1024];
    FILE *file;
    felkod_found *found;
    char *text;
    long length;
    snprintf(path, sizeof path, "%s/%s", folder, name);
    file = fopen(path, "rb");
    if (file == NULL || fseek(file, 0, SEEK_END) != 0 || (length = ftell(file)) < 0) {
        fprintf(stderr, "%s cannot be read\n", path);
        exit(EXIT_FAILURE);
    }
    rewind(file);
    text = (char *)malloc((size_t)length + 1);
    if (text == NULL || fread(text, 1, (size_t)length, file) != (size_t)length)
        abort();
    fclose(file);
    found = felkod_find(text, (size_t)length, NULL);
    memset(text, 'x', (size_t)length);
    free(text);
    return found;
}

static void expect_number(const char *name, const char *column, const char *want, uint64_t got)
{
    char text[32];
    snprintf(text, sizeof text, "%lu", (unsigned long)got);
    expect(name, column, want, text);
}

/* Compares the number of the finding that decides. */
static void expect_code(const char *name, const char *want, const felkod_report *report)
{
    uint32_t number = 0;
    const felkod_finding *finding = felkod_report_strictest(report);
    if (felkod_finding_number(finding, &number))
        expect_number(name, "code", want, number);
    else
        expect(name, "code", want, "-");
}

static void a_row_holds(char *const *columns, const felkod_found *found)
{
    char name[128];
    const size_t n = (size_t)strtoul(columns[INDEX], NULL, 10);
    const felkod_report *report = felkod_found_report(found, n);
    snprintf(name, sizeof name, "%s[%s]", columns[FILE_NAME], columns[INDEX]);
    expect_number(name, "start", columns[START], felkod_found_start(found, n));
    expect_number(name, "end", columns[END], felkod_found_end(found, n));
    expect_number(name, "line", columns[LINE], felkod_found_line(found, n));
    expect(name, "wrapped_in", columns[WRAPPED_IN], or_dash(felkod_wrapping_name(felkod_found_wrapped_in(found, n))));
    expect(name, "outcome", columns[OUTCOME], felkod_outcome_name(felkod_report_outcome(report)));
    expect_code(name, columns[CODE], report);
    expect(name, "request_id", columns[REQUEST_ID], or_dash(felkod_report_request_id(report)));
}

static void options_speak_where_the_text_is_one_response(void)
{
    static const char *const one = "{\"success\":false,\"errors\":[{\"code\":\"606\"}]}";
    static const char *const log = "lead 606 updated\nAPI Error Code 606: Max rate limit '100' exceeded with in '20' secs\n";
    felkod_options *options = felkod_options_new();
    felkod_found *found;
    felkod_options_set_status(options, 502);
    found = felkod_find(one, strlen(one), options);
    CHECK(felkod_found_count(found) == 1);
    CHECK(felkod_report_status(felkod_found_report(found, 0)) == 502);
    felkod_found_free(found);
    found = felkod_find(log, strlen(log), options);
    CHECK(felkod_report_status(felkod_found_report(found, 0)) == 0);
    CHECK(felkod_found_count(found) == 1 && felkod_found_line(found, 0) == 2);
    CHECK(felkod_found_wrapped_in(found, 0) == FELKOD_WRAPPING_LINE);
    CHECK(felkod_report_advice(felkod_found_report(found, 0)) == FELKOD_ADVICE_WAIT_FOR_RATE_WINDOW);
    CHECK(felkod_found_report(found, 1) == NULL && felkod_found_line(found, 1) == 0);
    felkod_found_free(found);
    felkod_options_free(options);
}

int main(int argc, char **argv)
{
    static char line[1 << 12];
    char *columns[COLUMNS];
    char name[128] = "";
    FILE *file;
    felkod_found *found = NULL;
    size_t files = 0;
    size_t rows = 0;
    size_t expected = 0;
    if (argc != 3) {
        fputs("usage: found found.tsv FOLDER\n", stderr);
        return 2;
    }
    file = open_table(argv[1], line, sizeof line, columns, COLUMNS, "file", "request_id");
    while (next_row(file, line, sizeof line, columns, COLUMNS)) {
        if (!same(columns[FILE_NAME], name)) {
            CHECK(felkod_found_count(found) == expected);
            felkod_found_free(found);
            snprintf(name, sizeof name, "%s", columns[FILE_NAME]);
            found = find_in(argv[2], name);
            expected = 0;
            files++;
        }
        if (!same(columns[INDEX], "-")) {
            expect_number(name, "index", columns[INDEX], expected);
            a_row_holds(columns, found);
            expected++;
            rows++;
        }
    }
    CHECK(felkod_found_count(found) == expected);
    felkod_found_free(found);
    fclose(file);
    options_speak_where_the_text_is_one_response();
    CHECK(files > 30 && rows > 50);
    printf("%lu responses in %lu files\n", (unsigned long)rows, (unsigned long)files);
    return failures == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
