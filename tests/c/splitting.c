/*
 * Splitting what is too large: a time range into windows, records into batches.
 */
#include "check.h"

#include <stdint.h>

enum { DAY = 86400 };

static void windows_have_no_gap_and_no_overlap(void)
{
    felkod_window windows[4];
    size_t n;
    const size_t count = felkod_windows(5, 5 + 75 * (int64_t)DAY, 30, windows, 4);
    CHECK(count == 3);
    CHECK(windows[0].first == 5 && windows[0].last == 5 + 30 * (int64_t)DAY - 1);
    CHECK(windows[count - 1].last == 5 + 75 * (int64_t)DAY);
    for (n = 1; n < count; n++) {
        CHECK(windows[n].first == windows[n - 1].last + 1);
        CHECK(windows[n].last - windows[n].first < 30 * (int64_t)DAY);
    }
}

static void no_more_windows_are_written_than_there_is_room_for(void)
{
    felkod_window windows[2] = {{7, 7}, {7, 7}};
    CHECK(felkod_windows(0, 99 * (int64_t)DAY, 30, windows, 1) == 4);
    CHECK(windows[0].first == 0 && windows[1].first == 7 && windows[1].last == 7);
    CHECK(felkod_windows(0, 99 * (int64_t)DAY, 30, NULL, 0) == 4);
    CHECK(felkod_windows(0, 99 * (int64_t)DAY, 30, NULL, 9) == 4);
    CHECK(felkod_windows(1, 0, 30, windows, 2) == 0 && windows[1].first == 7);
    CHECK(felkod_windows(0, DAY, 0, NULL, 0) == 2);
    /* Counted, not walked through. */
    CHECK(felkod_windows(INT64_MIN, INT64_MAX, 1, windows, 1) > 1000000);
    CHECK(windows[0].first == INT64_MIN);
}

static void batches_keep_to_the_limits(void)
{
    const size_t sizes[] = {40, 40, 60, 200, 5};
    const felkod_batch_limits limits = {2, 100, 10, 1};
    size_t ends[5] = {9, 9, 9, 9, 9};
    CHECK(felkod_batches(sizes, 5, &limits, ends, 5) == 4);
    CHECK(ends[0] == 2 && ends[1] == 3 && ends[2] == 4 && ends[3] == 5 && ends[4] == 9);
    ends[1] = 9;
    CHECK(felkod_batches(sizes, 5, &limits, ends, 1) == 4 && ends[0] == 2 && ends[1] == 9);
    CHECK(felkod_batches(sizes, 5, NULL, ends, 5) == 1 && ends[0] == 5);
    CHECK(felkod_batches(sizes, 5, NULL, NULL, 5) == 1);
    CHECK(felkod_batches(sizes, 0, NULL, ends, 5) == 0 && felkod_batches(NULL, 5, NULL, ends, 5) == 0);
}

static void the_default_limits_are_those_of_a_synchronous_write(void)
{
    const felkod_batch_limits limits = felkod_batch_limits_default();
    size_t sizes[301], ends[2] = {0, 0}, n;
    CHECK(limits.records == 300 && limits.bytes == 1000000 && limits.between == 1);
    CHECK(limits.around == strlen("{\"action\":\"createOrUpdate\",\"input\":[]}"));
    for (n = 0; n < 301; n++)
        sizes[n] = 50;
    CHECK(felkod_batches(sizes, 301, NULL, ends, 2) == 2 && ends[0] == 300 && ends[1] == 301);
}

static void a_decision_to_send_less_says_the_size_of_the_pieces(void)
{
    static const char fault[] = "<Fault><faultstring>20022 - Time range exceeds the limit</faultstring></Fault>";
    felkod_attempts *attempts = felkod_attempts_new(FELKOD_IDEMPOTENCY_READ);
    felkod_report *report = felkod_read(fault, strlen(fault), NULL);
    felkod_decision *decision = felkod_decide(NULL, attempts, report, 0);
    CHECK(felkod_decision_action(decision) == FELKOD_ACTION_REDUCE);
    CHECK(same(felkod_unit_name(felkod_decision_limit_unit(decision)), "days"));
    CHECK(felkod_windows(0, 60 * (int64_t)DAY, (uint32_t)felkod_decision_limit(decision), NULL, 0) == 3);
    felkod_decision_free(decision);
    felkod_report_free(report);
    felkod_attempts_free(attempts);
}

int main(void)
{
    a_decision_to_send_less_says_the_size_of_the_pieces();
    windows_have_no_gap_and_no_overlap();
    no_more_windows_are_written_than_there_is_room_for();
    batches_keep_to_the_limits();
    the_default_limits_are_those_of_a_synchronous_write();
    return failures == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
