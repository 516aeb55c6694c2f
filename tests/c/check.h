/*
 * Checks that name what fails and go on, as C and as C++.
 */
#ifndef CHECK_H
#define CHECK_H

#include <felkod.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int failures = 0;

#define CHECK(condition)                                                                                              \
    do {                                                                                                              \
        if (!(condition)) {                                                                                           \
            fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition);                                           \
            failures++;                                                                                               \
        }                                                                                                             \
    } while (0)

/* Tells whether two strings are the same, NULL being the same as NULL only. */
static int same(const char *a, const char *b)
{
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

#endif
