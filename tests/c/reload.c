/*
 * Loads and unloads the shared library many times: its texts stay valid, and no memory is lost a time.
 *
 *   reload LIBRARY
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define TIMES 50

/* Returns the resident pages of the process. */
static long resident(void)
{
    long size = 0;
    long pages = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (file == NULL || fscanf(file, "%ld %ld", &size, &pages) != 2)
        pages = -1;
    if (file != NULL)
        fclose(file);
    return pages;
}

int main(int argc, char **argv)
{
    long before = 0;
    long grown;
    const char *first = NULL;
    int time;
    for (time = 0; argc == 2 && time < TIMES; time++) {
        const char *(*message)(uint32_t, const char *);
        const char *text;
        void *library = dlopen(argv[1], RTLD_NOW | RTLD_LOCAL);
        if (library == NULL) {
            fprintf(stderr, "%s\n", dlerror());
            return 1;
        }
        *(void **)&message = dlsym(library, "felkod_message");
        text = message(606, "sv");
        dlclose(library);
        if (time == 0) {
            first = text;
            before = resident();
        }
        /* Reading it after dlclose is the point. */
        if (text != first || strlen(text) == 0)
            return 1;
    }
    grown = (resident() - before) * sysconf(_SC_PAGESIZE);
    printf("%d times: grown by %ld bytes\n", time, grown);
    return argc == 2 && grown < 400000 ? 0 : 1;
}
