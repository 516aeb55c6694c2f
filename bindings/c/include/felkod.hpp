// felkod for C++17: felkod.h with enum classes, objects that free themselves, ranges and string views.
//
// What stands at the top of felkod.h holds here too. A string_view looks at a string of the library, without a copy: a
// static one, or one that lives as long as its report. It is empty where C gives NULL. A locale is a tag such as "sv",
// nullptr for English. Each enum has name(), the word of machine-readable output; those of the catalog have label(), what
// people read.

#ifndef FELKOD_HPP
#define FELKOD_HPP

#include <felkod.h>
#include <felkod_enums.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace felkod {

/// Returns the number of a value of an enum.
template <class Enum> constexpr std::uint32_t number(Enum value) noexcept
{
    return static_cast<std::uint32_t>(value);
}

/// A list of the library's that is asked by index: `for (auto finding : report.findings())`.
template <class T, class Of> class Range {
public:
    using Get = T (*)(Of, std::size_t);

    class iterator {
    public:
        using iterator_category = std::input_iterator_tag;
        using difference_type = std::ptrdiff_t;
        using value_type = T;
        using pointer = void;
        using reference = T;

        iterator(Of of, Get get, std::size_t at) noexcept : of_(of), get_(get), at_(at) {}
        T operator*() const { return get_(of_, at_); }
        iterator &operator++() noexcept { return ++at_, *this; }
        iterator operator++(int) noexcept { return {of_, get_, at_++}; }
        bool operator==(const iterator &other) const noexcept { return at_ == other.at_; }
        bool operator!=(const iterator &other) const noexcept { return at_ != other.at_; }

    private:
        Of of_;
        Get get_;
        std::size_t at_;
    };

    Range(Of of, std::size_t size, Get get) noexcept : of_(of), size_(size), get_(get) {}
    iterator begin() const noexcept { return {of_, get_, 0}; }
    iterator end() const noexcept { return {of_, get_, size_}; }
    std::size_t size() const noexcept { return size_; }
    bool empty() const noexcept { return size_ == 0; }
    T operator[](std::size_t at) const { return get_(of_, at); }

private:
    Of of_;
    std::size_t size_;
    Get get_;
};

/// A limit that a code can report as exceeded; 0 and none where the vendor does not say.
struct Limit {
    std::string_view what;
    std::uint64_t figure;
    Unit unit;
    std::uint32_t per_seconds;
    Scope scope;
    Resets resets;
    std::uint64_t recommended;
};

/// The REST code that takes the place of a SOAP code.
struct Replacement {
    Code code;
    Grade grade;
};

/// A figure or a word to put into a text; see felkod_value.
struct OwnValue : felkod_value {
    template <class Figure, std::enable_if_t<std::is_integral_v<Figure>, int> = 0>
    OwnValue(const char *of, Figure figure) noexcept : felkod_value{of, nullptr, static_cast<std::uint64_t>(figure)}
    {
    }
    OwnValue(const char *of, const char *word) noexcept : felkod_value{of, word, 0} {}
};

// The catalog: what felkod_code_… and felkod_case_… say.

inline Range<Code, std::uint32_t> codes() noexcept
{
    return {0, felkod_code_count(), [](std::uint32_t, std::size_t n) { return Code(felkod_code_nth(n)); }};
}

/// Returns the code that people mean by a text; Code::none where felkod knows none.
inline Code parse_code(const char *text) { return Code(felkod_code_parse(text)); }

/// Returns the code that a bare HTTP status means; Code::none where it has none.
inline Code code_of_status(std::uint32_t status) noexcept { return Code(felkod_code_of_status(status)); }

/// Returns the codes that look most like a mistyped one, the nearest first.
inline std::vector<Code> nearest_codes(const char *text)
{
    std::vector<Code> codes;
    while (const auto code = felkod_code_nearest(text, codes.size()))
        codes.push_back(Code(code));
    return codes;
}


inline std::string_view name(Code code) noexcept { return view(felkod_code_name(number(code))); }
inline std::string_view message(Code code, const char *locale = nullptr)
{
    return view(felkod_message(number(code), locale));
}
inline std::string_view note(Code code, const char *locale = nullptr)
{
    return view(felkod_note(number(code), locale));
}
inline std::string_view remedy(Code code, const char *locale = nullptr)
{
    return view(felkod_remedy(number(code), locale));
}
inline std::string_view text(Code code, Part part, const char *locale = nullptr)
{
    return view(felkod_text(number(code), number(part), locale));
}
inline Api api(Code code) noexcept { return Api(felkod_code_api(number(code))); }
inline Level listed_as(Code code) noexcept { return Level(felkod_code_listed_as(number(code))); }
inline Standing standing(Code code) noexcept { return Standing(felkod_code_standing(number(code))); }
inline Category category(Code code) noexcept { return Category(felkod_code_category(number(code))); }
inline Advice advice(Code code) noexcept { return Advice(felkod_code_advice(number(code))); }
inline Applied applied(Code code) noexcept { return Applied(felkod_code_applied(number(code))); }
inline Retry retry(Code code) noexcept { return Retry(felkod_code_retry(number(code))); }
inline EscalateTo escalate_to(Code code) noexcept { return EscalateTo(felkod_code_escalate_to(number(code))); }
inline Basis basis(Code code) noexcept { return Basis(felkod_code_basis(number(code))); }
inline ExemptFromQuota exempt_from_quota(Code code) noexcept
{
    return ExemptFromQuota(felkod_code_exempt_from_quota(number(code)));
}
inline WaitAtLeast wait_at_least(Code code) noexcept { return WaitAtLeast(felkod_code_wait_at_least(number(code))); }
inline std::uint32_t http_equivalent(Code code) noexcept { return felkod_code_http_equivalent(number(code)); }

inline Code code(Case value) noexcept { return Code(felkod_case_code(number(value))); }
inline std::string_view name(Case value) noexcept { return view(felkod_case_name(number(value))); }
inline std::string_view message(Case value, const char *locale = nullptr)
{
    return view(felkod_case_message(number(value), locale));
}
inline std::string_view note(Case value, const char *locale = nullptr)
{
    return view(felkod_case_note(number(value), locale));
}
inline std::string_view remedy(Case value, const char *locale = nullptr)
{
    return view(felkod_case_remedy(number(value), locale));
}
inline std::string_view text(Case value, Part part, const char *locale = nullptr)
{
    return view(felkod_case_text(number(value), number(part), locale));
}
inline Category category(Case value) noexcept { return Category(felkod_case_category(number(value))); }
inline Advice advice(Case value) noexcept { return Advice(felkod_case_advice(number(value))); }
inline Applied applied(Case value) noexcept { return Applied(felkod_case_applied(number(value))); }
inline Retry retry(Case value) noexcept { return Retry(felkod_case_retry(number(value))); }
inline EscalateTo escalate_to(Case value) noexcept { return EscalateTo(felkod_case_escalate_to(number(value))); }
inline std::uint32_t http_equivalent(Case value) noexcept { return felkod_case_http_equivalent(number(value)); }

/// Tells the place of the error in the response by which a case is told; Level::none where its text tells it.
inline Level told_by_level(Case value) noexcept { return Level(felkod_case_told_by_level(number(value))); }
/// Returns the phrases of the server's message by which a case is told, and the whole messages; see felkod_case_phrase.
inline Range<std::string_view, std::uint32_t> phrases(Case value) noexcept
{
    const auto get = [](std::uint32_t of, std::size_t n) { return view(felkod_case_phrase(of, n)); };
    return {number(value), felkod_case_phrase_count(number(value)), get};
}
inline Range<std::string_view, std::uint32_t> whole_texts(Case value) noexcept
{
    const auto get = [](std::uint32_t of, std::size_t n) { return view(felkod_case_whole_text(of, n)); };
    return {number(value), felkod_case_whole_text_count(number(value)), get};
}

inline Range<std::string_view, std::uint32_t> fields(Code code) noexcept
{
    const auto get = [](std::uint32_t of, std::size_t n) { return view(felkod_code_field(of, n)); };
    return {number(code), felkod_code_field_count(number(code)), get};
}

inline Range<Limit, std::uint32_t> limits(Code code) noexcept
{
    const auto get = [](std::uint32_t of, std::size_t n) {
        return Limit{view(felkod_code_limit_what(of, n)),
                     felkod_code_limit_figure(of, n),
                     Unit(felkod_code_limit_unit(of, n)),
                     felkod_code_limit_per_seconds(of, n),
                     Scope(felkod_code_limit_scope(of, n)),
                     Resets(felkod_code_limit_resets(of, n)),
                     felkod_code_limit_recommended(of, n)};
    };
    return {number(code), felkod_code_limit_count(number(code)), get};
}

inline Range<Replacement, std::uint32_t> replaced_by(Code code) noexcept
{
    const auto get = [](std::uint32_t of, std::size_t n) {
        return Replacement{Code(felkod_code_replacement(of, n)), Grade(felkod_code_replacement_grade(of, n))};
    };
    return {number(code), felkod_code_replacement_count(number(code)), get};
}

inline Range<Case, std::uint32_t> cases(Code code) noexcept
{
    const auto get = [](std::uint32_t of, std::size_t n) { return Case(felkod_code_case(of, n)); };
    return {number(code), felkod_code_case_count(number(code)), get};
}

/// Returns the case that a level and the server's text tell; Case::none where none fits.
inline Case case_told(Code code, Level level, const char *server_text)
{
    return Case(felkod_code_case_told(number(code), number(level), server_text));
}

/// Renders a part of a code's texts with figures of your own: `render(code, Part::note, {{"calls", 50}})`.
inline std::string render(Code code, Part part, std::initializer_list<OwnValue> own, const char *locale = nullptr)
{
    const std::vector<felkod_value> values(own.begin(), own.end());
    const auto write = [&](char *to, std::size_t size) {
        return felkod_render(number(code), number(part), locale, values.data(), values.size(), to, size);
    };
    std::string text(write(nullptr, 0), '\0');
    write(text.data(), text.size() + 1);
    return text;
}

/// How many attempts an advice means in all, how many seconds of waiting; none where that is not its bound.
inline std::optional<std::uint32_t> attempts(Advice advice) noexcept
{
    const auto attempts = felkod_advice_attempts(number(advice));
    return attempts != 0 ? std::optional(attempts) : std::nullopt;
}
inline std::optional<std::chrono::seconds> longest_wait(Advice advice) noexcept
{
    const auto seconds = felkod_advice_longest_wait_seconds(number(advice));
    return seconds != 0 ? std::optional(std::chrono::seconds(seconds)) : std::nullopt;
}
inline bool stops(Advice advice) noexcept { return felkod_advice_stops(number(advice)); }

/// Returns the seconds since 1970-01-01 UTC, and the duration of so many seconds, at most the longest there is.
inline std::uint64_t seconds_of(std::chrono::system_clock::time_point time) noexcept
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(time.time_since_epoch()).count();
    return seconds > 0 ? static_cast<std::uint64_t>(seconds) : 0;
}
inline std::chrono::seconds wait_of(std::uint64_t seconds) noexcept
{
    constexpr std::uint64_t longest = std::chrono::seconds::max().count();
    return std::chrono::seconds(static_cast<std::chrono::seconds::rep>(std::min(seconds, longest)));
}

/// A value that was taken out of a server's message.
struct Value {
    std::string_view name;
    std::string_view text;
    std::optional<std::uint64_t> number;
};

/// One error or warning of a response: what felkod_finding_… says. It must not outlive its report.
class Finding {
public:
    explicit Finding(const felkod_finding *finding) noexcept : finding_(finding) {}
    const felkod_finding *get() const noexcept { return finding_; }

    Code code() const noexcept { return Code(felkod_finding_code(finding_)); }
    bool is_known() const noexcept { return felkod_finding_is_known(finding_); }
    std::optional<std::uint32_t> number() const noexcept
    {
        std::uint32_t number = 0;
        return felkod_finding_number(finding_, &number) ? std::optional(number) : std::nullopt;
    }
    /// The index in `result` of the record it is about.
    std::optional<std::size_t> record() const noexcept
    {
        std::size_t record = 0;
        return felkod_finding_record(finding_, &record) ? std::optional(record) : std::nullopt;
    }
    Level level() const noexcept { return Level(felkod_finding_level(finding_)); }
    Case told_case() const noexcept { return Case(felkod_finding_case(finding_)); }
    StatusClass status_class() const noexcept { return StatusClass(felkod_finding_status_class(finding_)); }
    std::string_view server_code() const { return view(felkod_finding_server_code(finding_)); }
    std::string_view server_text() const { return view(felkod_finding_server_text(finding_)); }

    Category category() const noexcept { return Category(felkod_finding_category(finding_)); }
    Advice advice() const noexcept { return Advice(felkod_finding_advice(finding_)); }
    Applied applied() const noexcept { return Applied(felkod_finding_applied(finding_)); }
    Retry retry() const noexcept { return Retry(felkod_finding_retry(finding_)); }
    EscalateTo escalate_to() const noexcept { return EscalateTo(felkod_finding_escalate_to(finding_)); }
    std::uint32_t http_equivalent() const noexcept { return felkod_finding_http_equivalent(finding_); }
    /// How long to wait by the advice and its limits alone; see Report::retry_after.
    std::optional<std::chrono::seconds>
    wait(std::chrono::system_clock::time_point now = std::chrono::system_clock::now()) const
    {
        std::uint64_t seconds = 0;
        const bool is_known = felkod_finding_wait(finding_, seconds_of(now), &seconds);
        return is_known ? std::optional(wait_of(seconds)) : std::nullopt;
    }

    std::string_view message(const char *locale = nullptr) const { return view(felkod_finding_message(finding_, locale)); }
    std::string_view note(const char *locale = nullptr) const { return view(felkod_finding_note(finding_, locale)); }
    std::string_view remedy(const char *locale = nullptr) const { return view(felkod_finding_remedy(finding_, locale)); }
    /// Never empty but for a step that the remedy does not have.
    std::string_view text(Part part, const char *locale = nullptr) const
    {
        return view(felkod_finding_text(finding_, felkod::number(part), locale));
    }
    std::string_view title(const char *locale = nullptr) const { return view(felkod_finding_title(finding_, locale)); }

    Range<Value, const felkod_finding *> values() const noexcept
    {
        const auto get = [](const felkod_finding *of, std::size_t n) {
            std::uint64_t number = 0;
            const bool is_number = felkod_finding_value_number(of, n, &number);
            return Value{view(felkod_finding_value_name(of, n)), view(felkod_finding_value_text(of, n)),
                         is_number ? std::optional(number) : std::nullopt};
        };
        return {finding_, felkod_finding_value_count(finding_), get};
    }

private:
    const felkod_finding *finding_;
};

/// How often an error came up, in a response that is a statistic of errors.
struct Count {
    std::uint32_t number;
    Code code;
    std::uint64_t calls;
};

/// What is known of a response besides its body: `Options().status(502)`. See felkod_options_set_….
class Options {
public:
    Options() : options_(felkod_options_new()) {}
    const felkod_options *get() const noexcept { return options_.get(); }

    Options &status(std::uint32_t status) { return felkod_options_set_status(options_.get(), status), *this; }
    Options &api(Api api) { return felkod_options_set_api(options_.get(), number(api)), *this; }
    Options &header(const std::string &name, const std::string &value)
    {
        return felkod_options_set_header(options_.get(), name.c_str(), value.c_str()), *this;
    }
    Options &max_bytes(std::size_t bytes) { return felkod_options_set_max_bytes(options_.get(), bytes), *this; }
    Options &max_findings(std::size_t most) { return felkod_options_set_max_findings(options_.get(), most), *this; }
    Options &max_depth(std::size_t depth) { return felkod_options_set_max_depth(options_.get(), depth), *this; }

private:
    struct Free {
        void operator()(felkod_options *options) const noexcept { felkod_options_free(options); }
    };
    std::unique_ptr<felkod_options, Free> options_;
};

/// What a response said: what felkod_report_… says. It can be moved and not copied, and frees itself.
class Report {
public:
    explicit Report(std::string_view body) : report_(felkod_read(body.data(), body.size(), nullptr)) {}
    Report(std::string_view body, const Options &options) : report_(felkod_read(body.data(), body.size(), options.get())) {}
    /// A report that belongs to what felkod_find found, and must not outlive it.
    static Report of_found(const felkod_report *report) noexcept { return Report(report, Free(false)); }
    const felkod_report *get() const noexcept { return report_.get(); }

    Outcome outcome() const noexcept { return Outcome(felkod_report_outcome(get())); }
    Api api() const noexcept { return Api(felkod_report_api(get())); }
    Advice advice() const noexcept { return Advice(felkod_report_advice(get())); }
    Retry retry() const noexcept { return Retry(felkod_report_retry(get())); }
    std::uint32_t status() const noexcept { return felkod_report_status(get()); }
    /// The finding that decides for the call.
    std::optional<Finding> strictest() const { return some(felkod_report_strictest(get())); }
    /// How long to wait before the same request can succeed.
    std::optional<std::chrono::seconds>
    retry_after(std::chrono::system_clock::time_point now = std::chrono::system_clock::now()) const
    {
        std::uint64_t seconds = 0;
        const bool is_known = felkod_report_retry_after(get(), seconds_of(now), &seconds);
        return is_known ? std::optional(wait_of(seconds)) : std::nullopt;
    }
    std::string_view title(const char *locale = nullptr) const { return view(felkod_report_title(get(), locale)); }
    std::string_view json(const char *locale = nullptr) const { return view(felkod_report_json(get(), locale)); }

    std::string_view request_id() const { return view(felkod_report_request_id(get())); }
    std::string_view harmless_request_id() const { return view(felkod_report_harmless_request_id(get())); }
    std::string_view request_time() const { return view(felkod_report_request_time(get())); }
    std::uint64_t request_millis() const noexcept { return felkod_report_request_millis(get()); }

    Range<Finding, const felkod_report *> findings() const noexcept
    {
        const auto at = [](const felkod_report *of, std::size_t n) { return Finding(felkod_report_finding(of, n)); };
        return {get(), felkod_report_finding_count(get()), at};
    }
    Range<Finding, const felkod_report *> warnings() const noexcept
    {
        const auto at = [](const felkod_report *of, std::size_t n) { return Finding(felkod_report_warning(of, n)); };
        return {get(), felkod_report_warning_count(get()), at};
    }
    /// The strictest finding of each record that has one, by index.
    Range<Finding, const felkod_report *> by_record() const noexcept
    {
        const auto at = [](const felkod_report *of, std::size_t n) { return Finding(felkod_report_record(of, n)); };
        return {get(), felkod_report_record_count(get()), at};
    }
    /// The strictest finding of the record with an index.
    std::optional<Finding> of_record(std::size_t record) const { return some(felkod_report_of_record(get(), record)); }
    Range<Remark, const felkod_report *> remarks() const noexcept
    {
        const auto at = [](const felkod_report *of, std::size_t n) { return Remark(felkod_report_remark(of, n)); };
        return {get(), felkod_report_remark_count(get()), at};
    }
    Range<Count, const felkod_report *> counts() const noexcept
    {
        const auto at = [](const felkod_report *of, std::size_t n) {
            return Count{felkod_report_count_number(of, n), Code(felkod_report_count_code(of, n)),
                         felkod_report_count_calls(of, n)};
        };
        return {get(), felkod_report_count_count(get()), at};
    }
    /// How many records were refused in a way that is to be accepted: they were not written.
    std::size_t unchanged() const noexcept { return felkod_report_unchanged(get()); }
    std::size_t left_out() const noexcept { return felkod_report_left_out(get()); }
    std::size_t counts_left_out() const noexcept { return felkod_report_counts_left_out(get()); }

private:
    static std::optional<Finding> some(const felkod_finding *finding)
    {
        return finding != nullptr ? std::optional(Finding(finding)) : std::nullopt;
    }

    struct Free {
        bool owns;
        Free() noexcept : owns(true) {}
        explicit Free(bool is_owner) noexcept : owns(is_owner) {}
        void operator()(const felkod_report *report) const noexcept
        {
            if (owns)
                felkod_report_free(const_cast<felkod_report *>(report));
        }
    };
    Report(const felkod_report *report, Free free) noexcept : report_(report, free) {}
    std::unique_ptr<const felkod_report, Free> report_;
};

/// Returns the tag of the user's language, and the one for a tag or an Accept-Language header.
inline const char *locale() { return felkod_locale(); }
inline const char *locale_for(const char *wanted) { return felkod_locale_for(wanted); }

} // namespace felkod

#include <felkod_decide.hpp>
#include <felkod_redact.hpp>

#endif // FELKOD_HPP
