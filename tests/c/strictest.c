/*
 * The table that Rust, C and Python read: which finding decides.
 *
 *   strictest FILE
 */
#include "table.h"

#define COLUMNS 7

/* Writes "1004", or "-" where there is no finding or no number. */
static void write_number(char *to, size_t size, const felkod_finding *finding)
{
    uint32_t number;
    if (felkod_finding_number(finding, &number))
        snprintf(to, size, "%lu", (unsigned long)number);
    else
        snprintf(to, size, "-");
}

/* Writes "0:1004,2:9999". */
static void write_records(char *to, size_t size, const felkod_report *report)
{
    size_t n;
    *to = '\0';
    for (n = 0; n < felkod_report_record_count(report); n++) {
        const felkod_finding *finding = felkod_report_record(report, n);
        char number[32];
        size_t record = 0;
        const size_t length = strlen(to);
        write_number(number, sizeof number, finding);
        CHECK(felkod_finding_record(finding, &record));
        snprintf(to + length, size - length, "%s%lu:%s", n > 0 ? "," : "", (unsigned long)record, number);
    }
    if (*to == '\0')
        snprintf(to, size, "-");
}

static void a_row_holds(char *const *columns)
{
    felkod_report *report = felkod_read(columns[1], strlen(columns[1]), NULL);
    const char *advice = felkod_advice_name(felkod_report_advice(report));
    char text[1024];
    expect(columns[0], "outcome", columns[2], felkod_outcome_name(felkod_report_outcome(report)));
    write_number(text, sizeof text, felkod_report_strictest(report));
    expect(columns[0], "strictest", columns[3], text);
    expect(columns[0], "advice", columns[4], advice != NULL ? advice : "-");
    write_records(text, sizeof text, report);
    expect(columns[0], "by_record", *columns[5] != '\0' ? columns[5] : "-", text);
    expect(columns[0], "title_en", columns[6], felkod_report_title(report, "en"));
    felkod_report_free(report);
}

int main(int argc, char **argv)
{
    static char line[1 << 16];
    char *columns[COLUMNS];
    FILE *file;
    size_t rows = 0;
    if (argc != 2) {
        fputs("usage: strictest FILE\n", stderr);
        return 2;
    }
    file = open_table(argv[1], line, sizeof line, columns, COLUMNS, "name", "title_en");
    while (next_row(file, line, sizeof line, columns, COLUMNS)) {
        a_row_holds(columns);
        rows++;
    }
    fclose(file);
    CHECK(rows > 0);
    printf("%lu rows\n", (unsigned long)rows);
    return failures == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
