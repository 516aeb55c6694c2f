/*
 * A malloc that fails, to be preloaded (LD_PRELOAD):
 *
 *   FAIL_AT=n    the n-th allocation of the process gives NULL, from 1
 *   COUNT=1      writes to stderr at the end how many there were
 *
 * A program can also ask whether memory is touched: it sets the variable malloc_is_forbidden, and any allocation
 * then ends it.
 */
#define _GNU_SOURCE

#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* What glibc has beneath its own malloc. */
extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *old, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);

volatile bool malloc_is_forbidden = false;

static unsigned long allocations;

static void write_error(const char *text)
{
    if (write(2, text, strlen(text)) < 0)
        abort();
}

/* Counts an allocation and tells whether it fails. */
static bool fails(void)
{
    static unsigned long fail_at;
    const unsigned long nth = __atomic_add_fetch(&allocations, 1, __ATOMIC_SEQ_CST);
    if (malloc_is_forbidden) {
        write_error("an allocation where none may be\n");
        _exit(3);
    }
    if (nth == 1) {
        const char *at = getenv("FAIL_AT");
        fail_at = at != NULL ? strtoul(at, NULL, 10) : 0;
    }
    if (nth != fail_at)
        return false;
    errno = ENOMEM;
    return true;
}

void *malloc(size_t size)
{
    return fails() ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    return fails() ? NULL : __libc_calloc(count, size);
}

void *realloc(void *old, size_t size)
{
    return fails() ? NULL : __libc_realloc(old, size);
}

void *aligned_alloc(size_t alignment, size_t size)
{
    return fails() ? NULL : __libc_memalign(alignment, size);
}

int posix_memalign(void **to, size_t alignment, size_t size)
{
    void *memory = fails() ? NULL : __libc_memalign(alignment, size);
    if (memory == NULL)
        return ENOMEM;
    *to = memory;
    return 0;
}

__attribute__((destructor)) static void write_count(void)
{
    char digits[24];
    char *at = digits + sizeof digits - 1;
    unsigned long rest = allocations;
    if (getenv("COUNT") == NULL)
        return;
    *at = '\0';
    do {
        *--at = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest > 0);
    write_error(at);
}
