/*
 * The table that Rust, C, Python and JavaScript read: texts without their secrets.
 *
 *   redact redacted.tsv
 */
#include "table.h"

enum { NAME, STRENGTH, TEXT, REDACTED, SECRETS, COLUMNS };

static const char *const key = "000102030405060708090a0b0c0d0e0f";

/* Puts line feeds where the table has their signs. */
static void unfold(char *text)
{
    static const char sign[] = "\xE2\x86\xB5";
    char *to = text;
    while (*text != '\0') {
        if (strncmp(text, sign, sizeof sign - 1) == 0) {
            *to++ = '\n';
            text += sizeof sign - 1;
        } else {
            *to++ = *text++;
        }
    }
    *to = '\0';
}

static felkod_redaction *redaction_of(bool strict)
{
    felkod_redaction *redaction = felkod_redaction_new();
    CHECK(felkod_redaction_set_key(redaction, key));
    CHECK(felkod_redaction_set_strict(redaction, strict));
    CHECK(felkod_redaction_hide(redaction, "shoeSize"));
    return redaction;
}

/* What a redactor has written. */
struct sink {
    char *bytes;
    size_t length;
    size_t calls_left;
};

static bool collect(void *user, const void *bytes, size_t length)
{
    struct sink *sink = (struct sink *)user;
    if (sink->calls_left == 0)
        return false;
    sink->calls_left--;
    sink->bytes = (char *)realloc(sink->bytes, sink->length + length + 1);
    if (sink->bytes == NULL)
        abort();
    memcpy(sink->bytes + sink->length, bytes, length);
    sink->length += length;
    sink->bytes[sink->length] = '\0';
    return true;
}

/* Redacts a text in pieces of one size, and compares. */
static void pieces_give_the_same(const char *name, const felkod_redaction *redaction, const char *text, size_t size,
                                 const char *want, size_t secrets)
{
    struct sink sink = {NULL, 0, (size_t)-1};
    felkod_redactor *redactor = felkod_redactor_new(redaction, collect, &sink);
    const size_t length = strlen(text);
    size_t at;
    for (at = 0; at < length; at += size)
        CHECK(felkod_redactor_push(redactor, text + at, length - at < size ? length - at : size));
    CHECK(felkod_redactor_finish(redactor));
    expect(name, "redacted in pieces", want, sink.bytes != NULL ? sink.bytes : "");
    CHECK(felkod_redactor_count(redactor, 0) == secrets);
    felkod_redactor_free(redactor);
    free(sink.bytes);
}

static void a_row_holds(char **columns)
{
    char secrets[1 << 10] = "";
    const bool strict = same(columns[STRENGTH], "strict");
    felkod_redaction *redaction = redaction_of(strict);
    felkod_redacted *redacted;
    char *copy;
    size_t length;
    size_t count;
    size_t n;
    CHECK(strict || same(columns[STRENGTH], "log"));
    unfold(columns[TEXT]);
    unfold(columns[REDACTED]);
    length = strlen(columns[TEXT]);
    copy = (char *)malloc(length + 1);
    if (copy == NULL)
        abort();
    memcpy(copy, columns[TEXT], length + 1);
    redacted = felkod_redact(copy, length, redaction);
    /* It needs nothing of the text. */
    memset(copy, 'x', length);
    free(copy);
    expect(columns[NAME], "redacted", columns[REDACTED], felkod_redacted_text(redacted));
    CHECK(felkod_redacted_length(redacted) == strlen(columns[REDACTED]));
    count = felkod_redacted_secret_count(redacted);
    for (n = 0; n < count; n++) {
        const size_t used = strlen(secrets);
        snprintf(secrets + used, sizeof secrets - used, "%s%lu-%lu:%s", n > 0 ? "," : "",
                 (unsigned long)felkod_redacted_secret_start(redacted, n),
                 (unsigned long)felkod_redacted_secret_end(redacted, n),
                 felkod_kind_name(felkod_redacted_secret_kind(redacted, n)));
        CHECK(felkod_redacted_secret_line(redacted, n) >= 1);
    }
    expect(columns[NAME], "secrets", columns[SECRETS], count > 0 ? secrets : "-");
    CHECK(felkod_redacted_secret_line(redacted, count) == 0 && felkod_redacted_secret_kind(redacted, count) == 0);
    pieces_give_the_same(columns[NAME], redaction, columns[TEXT], 1, columns[REDACTED], count);
    pieces_give_the_same(columns[NAME], redaction, columns[TEXT], 7, columns[REDACTED], count);
    felkod_redacted_free(redacted);
    felkod_redaction_free(redaction);
}

static void names_and_keys_are_read_or_refused(void)
{
    /* "huge" cannot come up in a mark by chance, whose digits are hexadecimal. */
    static const char *const text = "shoeSize=huge&company=Example";
    char why[128];
    felkod_redaction *redaction = felkod_redaction_new();
    felkod_redacted *one;
    felkod_redacted *other;
    CHECK(!felkod_redaction_set_key(redaction, "12") && !felkod_redaction_set_key(redaction, NULL));
    CHECK(!felkod_redaction_add_names(redaction, "hidden = []", why, sizeof why));
    CHECK(strncmp(why, "invalid list of names", 21) == 0);
    CHECK(felkod_redaction_add_names(redaction, "hide = [\"shoeSize\"]", why, sizeof why) && same(why, ""));
    CHECK(felkod_redaction_keep(redaction, "company"));
    one = felkod_redact(text, strlen(text), redaction);
    other = felkod_redact(text, strlen(text), redaction);
    CHECK(strstr(felkod_redacted_text(one), "huge") == NULL && strstr(felkod_redacted_text(one), "Example") != NULL);
    /* The random key stays for as long as the redaction, and another one has another. */
    CHECK(same(felkod_redacted_text(one), felkod_redacted_text(other)));
    felkod_redacted_free(other);
    other = felkod_redact("password=44", 11, NULL);
    CHECK(felkod_redacted_secret_kind(other, 0) == FELKOD_KIND_SECRET);
    felkod_redacted_free(one);
    felkod_redacted_free(other);
    felkod_redaction_free(redaction);
}

static void bytes_of_any_content_pass(void)
{
    static const char bytes[] = "\xFF\0a\r\n\0\x1B[31m";
    felkod_redacted *redacted = felkod_redact(bytes, sizeof bytes, NULL);
    CHECK(felkod_redacted_length(redacted) == sizeof bytes);
    CHECK(memcmp(felkod_redacted_text(redacted), bytes, sizeof bytes) == 0);
    CHECK(felkod_redacted_text(redacted)[sizeof bytes] == '\0');
    felkod_redacted_free(redacted);
    redacted = felkod_redact(NULL, 7, NULL);
    CHECK(felkod_redacted_length(redacted) == 0 && same(felkod_redacted_text(redacted), ""));
    felkod_redacted_free(redacted);
}

static void a_callback_that_says_stop_is_not_called_again(void)
{
    static char line[] = "one more line with token=abcdefgh\n";
    struct sink sink = {NULL, 0, 2};
    felkod_redactor *redactor = felkod_redactor_new(NULL, collect, &sink);
    size_t pushed = 0;
    while (felkod_redactor_push(redactor, line, sizeof line - 1) && pushed < 1000000)
        pushed++;
    /* A part is 256 KiB: it was called three times, and memory is bounded. */
    CHECK(pushed > 10000 && pushed < 100000);
    sink.calls_left = 5;
    CHECK(!felkod_redactor_push(redactor, line, sizeof line - 1) && !felkod_redactor_finish(redactor));
    CHECK(sink.calls_left == 5);
    felkod_redactor_free(redactor);
    free(sink.bytes);
    /* Without a callback it counts. */
    redactor = felkod_redactor_new(NULL, NULL, NULL);
    CHECK(felkod_redactor_push(redactor, line, sizeof line - 1) && felkod_redactor_finish(redactor));
    CHECK(felkod_redactor_count(redactor, FELKOD_KIND_TOKEN) == 1 && felkod_redactor_count(redactor, 0) == 1);
    CHECK(felkod_redactor_count(redactor, FELKOD_KIND_EMAIL) == 0 && felkod_redactor_count(redactor, 999) == 0);
    felkod_redactor_free(redactor);
}

static void null_is_harmless(void)
{
    felkod_redaction_free(NULL);
    felkod_redacted_free(NULL);
    felkod_redactor_free(NULL);
    CHECK(!felkod_redaction_set_key(NULL, key) && !felkod_redaction_set_strict(NULL, true));
    CHECK(!felkod_redaction_hide(NULL, "a") && !felkod_redaction_keep(NULL, "a"));
    CHECK(!felkod_redaction_add_names(NULL, "", NULL, 0));
    CHECK(felkod_redacted_text(NULL) == NULL && felkod_redacted_length(NULL) == 0);
    CHECK(felkod_redacted_secret_count(NULL) == 0 && felkod_redacted_secret_start(NULL, 0) == 0);
    CHECK(felkod_redacted_secret_end(NULL, 0) == 0 && felkod_redacted_secret_line(NULL, 0) == 0);
    CHECK(!felkod_redactor_push(NULL, "a", 1) && !felkod_redactor_finish(NULL));
    CHECK(felkod_redactor_count(NULL, 0) == 0);
    {
        felkod_redaction *redaction = felkod_redaction_new();
        CHECK(!felkod_redaction_hide(redaction, NULL) && !felkod_redaction_keep(redaction, NULL));
        CHECK(!felkod_redaction_add_names(redaction, NULL, NULL, 0));
        felkod_redaction_free(redaction);
    }
}

int main(int argc, char **argv)
{
    static char line[1 << 13];
    char *columns[COLUMNS];
    FILE *file;
    size_t rows = 0;
    if (argc != 2) {
        fputs("usage: redact redacted.tsv\n", stderr);
        return 2;
    }
    file = open_table(argv[1], line, sizeof line, columns, COLUMNS, "name", "secrets");
    while (next_row(file, line, sizeof line, columns, COLUMNS)) {
        a_row_holds(columns);
        rows++;
    }
    fclose(file);
    names_and_keys_are_read_or_refused();
    bytes_of_any_content_pass();
    a_callback_that_says_stop_is_not_called_again();
    null_is_harmless();
    CHECK(rows > 25);
    printf("%lu texts redacted\n", (unsigned long)rows);
    return failures == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
