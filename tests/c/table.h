/*
 * The tables in tests/cases, as C and as C++.
 */
#ifndef TABLE_H
#define TABLE_H

#include "check.h"

/* Reads the next row that is no comment into `line`, splits it at its tabs, and tells whether there was one. */
static bool next_row(FILE *file, char *line, size_t size, char **columns, size_t count)
{
    while (fgets(line, (int)size, file) != NULL) {
        char *rest = line;
        size_t n;
        CHECK(strchr(line, '\n') != NULL);
        line[strcspn(line, "\r\n")] = '\0';
        if (*line == '#' || *line == '\0')
            continue;
        for (n = 0; n < count && rest != NULL; n++) {
            columns[n] = rest;
            rest = strchr(rest, '\t');
            if (rest != NULL)
                *rest++ = '\0';
        }
        if (n == count && rest == NULL)
            return true;
        fprintf(stderr, "a row does not have %lu columns: %s\n", (unsigned long)count, line);
        exit(EXIT_FAILURE);
    }
    return false;
}

/* Opens a table and checks the names of its first and its last column. */
static FILE *open_table(const char *name, char *line, size_t size, char **columns, size_t count, const char *first,
                        const char *last)
{
    FILE *file = fopen(name, "rb");
    if (file == NULL) {
        fprintf(stderr, "%s cannot be opened\n", name);
        exit(EXIT_FAILURE);
    }
    CHECK(next_row(file, line, size, columns, count));
    CHECK(same(columns[0], first) && same(columns[count - 1], last));
    return file;
}

/* Names the row and the column where something else came out. */
static void expect(const char *name, const char *column, const char *want, const char *got)
{
    if (!same(want, got)) {
        fprintf(stderr, "%s: %s is %s, not %s\n", name, column, got != NULL ? got : "NULL", want);
        failures++;
    }
}

#endif
