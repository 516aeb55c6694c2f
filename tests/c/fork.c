/*
 * Forks while other threads use the texts for the first time; each child uses them too, and must end.
 *
 *   fork init    calls felkod_init first
 *   fork late    does not, and tells how many children hung: what the header warns of
 */
#define _DEFAULT_SOURCE
#include "check.h"

#include <pthread.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#define ROUNDS 100
#define SECONDS 2

static void use_texts(void)
{
    static const char *const locales[] = {"sv", "en"};
    size_t n;
    size_t at;
    for (at = 0; at < 2; at++)
        for (n = 0; n < felkod_code_count(); n++)
            if (*felkod_text(felkod_code_nth(n), FELKOD_PART_NOTE, locales[at]) == '\0'
                || felkod_code_name(felkod_code_nth(n)) == NULL)
                abort();
}

static void *use_texts_in_a_thread(void *ready)
{
    pthread_barrier_wait((pthread_barrier_t *)ready);
    use_texts();
    return NULL;
}

/* Forks, beside a thread that starts to use the texts, a child that uses them; tells whether it hung. */
static int child_hangs(int delay)
{
    pthread_barrier_t ready;
    pthread_t thread;
    pid_t child;
    int status = 0;
    volatile int spin;
    pthread_barrier_init(&ready, NULL, 2);
    if (pthread_create(&thread, NULL, use_texts_in_a_thread, &ready) != 0)
        abort();
    pthread_barrier_wait(&ready);
    for (spin = 0; spin < delay; spin++) {
    }
    child = fork();
    if (child == 0) {
        alarm(SECONDS);
        use_texts();
        _exit(0);
    }
    if (child < 0 || waitpid(child, &status, 0) != child)
        abort();
    pthread_join(thread, NULL);
    pthread_barrier_destroy(&ready);
    CHECK(WIFSIGNALED(status) ? WTERMSIG(status) == SIGALRM : WEXITSTATUS(status) == 0);
    return WIFSIGNALED(status);
}

int main(int argc, char **argv)
{
    const bool is_early = argc == 2 && same(argv[1], "init");
    int hung = 0;
    int round;
    for (round = 0; round < ROUNDS; round++) {
        /* Each round in a process of its own, where nothing is rendered yet. */
        int status = 0;
        const pid_t process = fork();
        if (process == 0) {
            if (is_early)
                felkod_init();
            _exit(child_hangs(round * 20000) + 2 * (failures != 0));
        }
        if (process < 0 || waitpid(process, &status, 0) != process || !WIFEXITED(status) || WEXITSTATUS(status) > 1)
            abort();
        hung += WEXITSTATUS(status);
        if (!is_early && hung > 0)
            break;
    }
    printf("%s: %d of %d children hung\n", is_early ? "after felkod_init" : "without felkod_init", hung, round + (hung > 0 && !is_early));
    CHECK(!is_early || hung == 0);
    return failures == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
