/*
 * felkod.hpp: enum classes, objects that free themselves, ranges, views without copies.
 */
#include <felkod.hpp>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>

static int failures = 0;

#define CHECK(condition)                                                                                              \
    do {                                                                                                              \
        if (!(condition)) {                                                                                           \
            std::fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition);                                      \
            failures++;                                                                                               \
        }                                                                                                             \
    } while (0)

using namespace std::string_view_literals;

static_assert(!std::is_convertible_v<felkod::Advice, int>);
static_assert(!std::is_copy_constructible_v<felkod::Report> && std::is_nothrow_move_constructible_v<felkod::Report>);
static_assert(!std::is_copy_constructible_v<felkod::Options> && std::is_nothrow_move_constructible_v<felkod::Options>);
static_assert(!std::is_copy_constructible_v<felkod::Policy> && std::is_nothrow_move_constructible_v<felkod::Policy>);
static_assert(!std::is_copy_constructible_v<felkod::Found> && std::is_nothrow_move_constructible_v<felkod::Found>);
static_assert(felkod::number(felkod::Code::soap_request_expired) == 20016);

static constexpr auto rate = R"({"requestId":"e42b#14272d07d78","success":false,"errors":
    [{"code":"606","message":"Max rate limit '50' exceeded with in '17' secs"},{"code":"9999"}]})"sv;
static constexpr auto records = R"({"requestId":"a#1","success":true,"warnings":["careful"],"result":[{"id":1},
    {"status":"skipped","reasons":[{"code":"1004","message":"Lead not found"},{"code":"1003","message":"x"}]},
    {"status":"skipped","reasons":[{"code":"1004"}]}]})"sv;

static void the_catalog_is_that_of_c()
{
    std::size_t n = 0;
    for (const auto code : felkod::codes()) {
        CHECK(felkod::number(code) == felkod_code_nth(n++));
        CHECK(felkod::message(code, "sv").data() == felkod_message(felkod::number(code), "sv"));
        CHECK(felkod::remedy(code) == felkod_remedy(felkod::number(code), nullptr));
        CHECK(felkod::name(felkod::advice(code)) == felkod_advice_name(felkod_code_advice(felkod::number(code))));
        CHECK(!felkod::label(felkod::category(code), "sv").empty());
        CHECK(felkod::parse_code(felkod_code_name(felkod::number(code))) == code);
        CHECK(felkod::http_equivalent(code) == felkod_code_http_equivalent(felkod::number(code)));
        std::size_t at = 0;
        for (const auto field : felkod::fields(code))
            CHECK(field == felkod_code_field(felkod::number(code), at++));
        for (const auto &replacement : felkod::replaced_by(code))
            CHECK(felkod::api(replacement.code) == felkod::Api::rest && replacement.grade != felkod::Grade::none);
        for (const auto of : felkod::cases(code))
            CHECK(felkod::code(of) == code && !felkod::message(of).empty() && felkod::retry(of) != felkod::Retry::none);
    }
    CHECK(n == felkod::codes().size() && !felkod::codes().empty());
    const auto limit = felkod::limits(felkod::Code::rest_rate_limit_exceeded)[0];
    CHECK(limit.what == "calls" && limit.figure == 100 && limit.per_seconds == 20);
    CHECK(felkod::nearest_codes("2016").front() == felkod::Code::soap_request_expired);
    CHECK(felkod::nearest_codes("2016").size() == 3 && felkod::nearest_codes("").size() <= 3);
    CHECK(felkod::code_of_status(502) == felkod::Code::rest_bad_gateway);
    CHECK(felkod::case_told(felkod::Code::rest_export_refused, felkod::Level::none, "daily quota")
          == felkod::Case::rest_export_quota_used_up);
    CHECK(felkod::message(felkod::Code::none).data() == nullptr);
    CHECK(!felkod::text(felkod::Code::none, felkod::Part::message, "de").empty());
    CHECK(felkod::stops(felkod::Advice::fix_setup) && felkod::attempts(felkod::Advice::backoff) > 1u);
    CHECK(!felkod::attempts(felkod::Advice::fix_setup) && !felkod::longest_wait(felkod::Advice::backoff));
    CHECK(felkod::longest_wait(felkod::Advice::wait_for_queue) == std::chrono::hours(1));
}

static void own_figures_are_rendered()
{
    const auto code = felkod::Code::rest_rate_limit_exceeded;
    CHECK(felkod::render(code, felkod::Part::note, {}) == felkod::note(code));
    const std::string own = felkod::render(code, felkod::Part::note, {{"calls", 0}, {"seconds", 12345u}}, "en");
    CHECK(own.find("12,345") != std::string::npos && own.find('\0') == std::string::npos);
    CHECK(felkod::render(code, felkod::Part::note, {}, "de").empty());
}

static void a_report_is_asked_and_moved()
{
    felkod::Report first(rate);
    const auto message = first.findings()[0].message("sv");
    const felkod::Report report = std::move(first);
    CHECK(report.findings()[0].message("sv").data() == message.data());
    CHECK(message.find("50") != std::string_view::npos);
    CHECK(report.outcome() == felkod::Outcome::error && report.api() == felkod::Api::rest);
    CHECK(report.request_id() == "e42b#14272d07d78" && report.harmless_request_id() == report.request_id());
    CHECK(report.request_millis() == 1384905735544 && report.request_time() == "2013-11-20T00:02:15.544Z");
    /* The unknown code could forbid what the other advises. */
    CHECK(report.strictest() && report.strictest()->number() == 9999u && report.advice() == felkod::Advice::none);
    CHECK(report.findings()[1].message().empty() && !report.findings()[1].text(felkod::Part::note).empty());
    std::size_t n = 0;
    for (const auto finding : report.findings())
        n += finding.number().has_value() && finding.level() == felkod::Level::response && !finding.record();
    CHECK(n == 2 && report.findings().size() == 2);
    n = 0;
    for (const auto &value : report.findings()[0].values())
        n += value.number.value_or(0) + (value.name.empty() || value.text.empty());
    CHECK(n == 50 + 17);
    CHECK(report.json("sv").substr(0, 13) == R"({"api":"rest")");
    CHECK(report.title("en").find("9999") != std::string_view::npos);
}

static void records_are_told_apart()
{
    const felkod::Report report(records);
    CHECK(report.outcome() == felkod::Outcome::partial && report.advice() == felkod::Advice::none);
    CHECK(report.by_record().size() == 2 && report.warnings().size() == 1);
    CHECK(report.by_record()[0].record() == 1u && report.of_record(1)->get() == report.by_record()[0].get());
    CHECK(report.of_record(1)->code() == felkod::Code::rest_invalid_data);
    CHECK(report.of_record(2)->advice() == felkod::Advice::treat_as_absent && !report.of_record(0));
    CHECK(report.remarks().empty() && report.counts().empty() && report.left_out() == 0);
}

static void options_say_what_the_body_does_not()
{
    using namespace std::chrono_literals;
    felkod::Options options;
    options.status(503).api(felkod::Api::rest).header("Retry-After", "30").header("X-Request-Id", "a").max_findings(5);
    const felkod::Report report("<html></html>", options);
    CHECK(report.findings()[0].code() == felkod::Code::rest_service_unavailable && report.retry_after() == 30s);
    CHECK(report.request_id() == "a" && report.harmless_request_id().empty());
    options.header("Retry-After", "99999999999999999999");
    CHECK(felkod::Report("", options).retry_after() == std::chrono::seconds::max());
    CHECK(felkod::Report(rate).findings()[0].wait() == 17s && !felkod::Report(rate).findings()[1].wait());
    CHECK(!felkod::Report(R"({"success":true,"requestId":"1#2"})").retry_after());
    CHECK(felkod::Report(rate, felkod::Options()).outcome() == felkod::Outcome::error);
    CHECK(felkod::Report({}).outcome() == felkod::Outcome::unrecognized);
    CHECK(felkod::locale_for("sv-FI") == "sv"sv);
}

static void what_to_do_next_is_decided()
{
    using namespace std::chrono_literals;
    const std::chrono::system_clock::time_point now(1767225600000ms);
    const auto policy = felkod::Policy::from_json(R"({"jitter":false})");
    CHECK(policy && policy->json().find(R"("jitter":false)") != std::string::npos);
    felkod::Attempts attempts(felkod::idempotency_of("POST", "/rest/v1/leads.json", "createOnly"));
    attempts.seed(7).started(now).insists(false);
    const auto decision = policy->decide(attempts, felkod::Report(R"({"success":false,"errors":[{"code":"606"}]})"), now);
    CHECK(decision.action() == felkod::Action::retry && decision.after() == 20s && !decision.limit());
    CHECK(decision.attempts() == 6 && !decision.at());
    CHECK(felkod::name(decision.action()) == "retry" && decision.reason() == felkod::Reason::none);
    const auto later = felkod::Attempts::from_json(attempts.json());
    CHECK(later && later->calls() == 1 && later->json() == attempts.json());
    const auto lost = policy->decide(attempts, felkod::Failure::connection_lost, now);
    CHECK(lost.action() == felkod::Action::give_up && lost.reason() == felkod::Reason::may_have_been_applied);
    CHECK(lost.who() == felkod::EscalateTo::developer && !lost.after() && !lost.is_absent());
    std::string error;
    CHECK(!felkod::Policy::from_json(R"({"tries":3})", &error) && error.find("tries") != std::string::npos);
    CHECK(!felkod::Attempts::from_json("no JSON", &error) && !error.empty());
    CHECK(felkod::quota_reset(now).latest == now + 6h && felkod::quota_reset(now).earliest == now + 6h);
}

static void records_are_sent_again_or_set_aside()
{
    const felkod::Report report(R"({"requestId":"a#1","success":true,"result":[
        {"status":"skipped","reasons":[{"code":"1003","message":"x"}]},
        {"status":"skipped","reasons":[{"code":"713","message":"x"}]},{"id":1}]})"sv);
    felkod::Attempts attempts(felkod::Idempotency::upsert);
    const auto decision = felkod::Policy().decide(attempts, report);
    CHECK(decision.action() == felkod::Action::resend && decision.after());
    CHECK(decision.records().size() == 1 && decision.records()[0] == 1u);
    CHECK(decision.set_aside().size() == 1 && decision.set_aside()[0] == 0u);
    const std::string json = decision.json(report, "sv");
    CHECK(json.find(R"("decision":)" + std::string(decision.json())) != std::string::npos);
    const auto smaller = felkod::Policy().decide(attempts, felkod::Report(R"({"success":false,"errors":[{"code":"1080"}]})"));
    CHECK(smaller.limit() && smaller.limit()->figure == 25 && smaller.limit()->unit == felkod::Unit::none);
}

static void calls_are_paced()
{
    using namespace std::chrono_literals;
    const auto policy = felkod::Policy::from_json(R"({"figures":{"calls":1}})");
    felkod::Pacer pacer(*policy);
    const std::chrono::system_clock::time_point now(1767225600000ms);
    CHECK(pacer.acquire(now) == 0ms);
    pacer.release();
    CHECK(pacer.acquire(now + 5s) == 15s && pacer.calls() == 1 && pacer.concurrent_calls() == 10);
    felkod::Pacer usual;
    usual.learn(*policy, felkod::Report(rate), now);
    CHECK(usual.calls() == 50 && usual.acquire(now + 1s) > 10s);
}

static void ranges_and_records_are_split()
{
    const auto windows = felkod::windows(0, 45 * 86400, 30);
    CHECK(windows.size() == 2 && windows[0].last + 1 == windows[1].first && windows[1].last == 45 * 86400);
    CHECK(felkod::windows(1, 0, 30).empty());
    felkod_batch_limits limits = felkod_batch_limits_default();
    limits.records = 2;
    const auto batches = felkod::batches({1, 1, 1}, limits);
    CHECK(batches.size() == 2 && batches[0].end == 2 && batches[1].start == 2 && batches[1].end == 3);
    CHECK(felkod::batches({}).empty() && felkod::batches({1, 1, 1}).size() == 1);
}

static void responses_are_found_in_a_text()
{
    const std::string log = "12:01 lead 606 updated\n12:02 body: " + std::string(rate) + "\nAPI Error Code 602: Access token expired\n";
    const felkod::Found found(log);
    const auto reports = found.reports();
    CHECK(reports.size() == 2);
    CHECK(reports[0].line == 2 && log.substr(reports[0].start, reports[0].end - reports[0].start) == rate);
    CHECK(reports[0].wrapped_in == felkod::Wrapping::none && reports[0].report.findings().size() == 2);
    for (const auto &one : reports)
        CHECK(one.report.outcome() == felkod::Outcome::error && one.line > 1);
    CHECK(felkod::name(reports[1].wrapped_in) == "line");
    CHECK(felkod::Found("nothing", felkod::Options()).reports().empty());
}

static void secrets_are_hidden_and_told_of()
{
    felkod::Redaction redaction;
    CHECK(redaction.key("000102030405060708090a0b0c0d0e0f") && !redaction.key("12"));
    std::string error;
    CHECK(!redaction.add_names("hidden = []", &error) && !error.empty());
    CHECK(redaction.add_names("hide = ['shoeSize']", &error) && error.empty());
    const felkod::Redacted redacted("to anna@example.com\nshoeSize=44", redaction);
    CHECK(redacted.text().substr(0, 32) == "to REDACTED-email-57cf9e74-16\nsh");
    CHECK(redacted.secrets().size() == 2 && redacted.secrets()[0].kind == felkod::Kind::email);
    CHECK(redacted.secrets()[0].start == 3 && redacted.secrets()[0].end == 19 && redacted.secrets()[1].line == 2);
    CHECK(felkod::name(redacted.secrets()[1].kind) == "personal");
    CHECK(felkod::Redacted("Lead 7", felkod::Redaction().strict()).secrets().size() > 0);

    std::string out;
    felkod::Redactor first([&](std::string_view ready) { out += ready; }, redaction);
    felkod::Redactor redactor = std::move(first);
    redactor.push("to anna@exa");
    redactor.push("mple.com\nshoeSize=44");
    redactor.finish();
    CHECK(out == redacted.text() && redactor.count() == 2 && redactor.count(felkod::Kind::email) == 1);

    felkod::Redactor throwing([](std::string_view) { throw std::runtime_error("full"); });
    throwing.push("a");
    bool caught = false;
    try {
        throwing.finish();
    } catch (const std::runtime_error &full) {
        caught = full.what() == "full"sv;
    }
    CHECK(caught);
    throwing.finish();
}

static void cases_say_how_they_are_told()
{
    CHECK(felkod::phrases(felkod::Case::rest_export_quota_used_up).size() > 0);
    CHECK(felkod::told_by_level(felkod::Case::rest_export_quota_used_up) == felkod::Level::none);
    std::size_t levels = 0;
    std::size_t whole = 0;
    for (const auto code : felkod::codes()) {
        for (const auto one : felkod::cases(code)) {
            levels += felkod::told_by_level(one) != felkod::Level::none;
            whole += felkod::whole_texts(one).size();
        }
    }
    CHECK(levels > 0 && whole > 0);
}

int main()
{
    the_catalog_is_that_of_c();
    own_figures_are_rendered();
    a_report_is_asked_and_moved();
    records_are_told_apart();
    options_say_what_the_body_does_not();
    what_to_do_next_is_decided();
    records_are_sent_again_or_set_aside();
    calls_are_paced();
    secrets_are_hidden_and_told_of();
    cases_say_how_they_are_told();
    ranges_and_records_are_split();
    responses_are_found_in_a_text();
    return failures == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
