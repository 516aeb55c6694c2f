// What to do next, and the responses in a text: a part of felkod.hpp, which brings it along.

#ifndef FELKOD_DECIDE_HPP
#define FELKOD_DECIDE_HPP

#include <felkod.hpp>

namespace felkod {

/// Returns the milliseconds since 1970-01-01 UTC, and what so many milliseconds are, at most the longest there is.
inline std::uint64_t millis_of(std::chrono::system_clock::time_point time) noexcept
{
    const auto millis = std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
    return millis > 0 ? static_cast<std::uint64_t>(millis) : 0;
}
inline std::chrono::milliseconds millis_wait(std::uint64_t millis) noexcept
{
    constexpr std::uint64_t longest = std::chrono::milliseconds::max().count();
    return std::chrono::milliseconds(static_cast<std::chrono::milliseconds::rep>(std::min(millis, longest)));
}

/// Tells what carrying a request out twice does: `idempotency_of("POST", "/rest/v1/leads.json", "createOnly")`.
inline Idempotency idempotency_of(const char *method, const char *path, const char *action = nullptr)
{
    return Idempotency(felkod_idempotency_of(method, path, action));
}

/// When daily quotas are reset next; see felkod_quota_reset.
struct QuotaReset {
    std::chrono::system_clock::time_point earliest;
    std::chrono::system_clock::time_point latest;
};

inline QuotaReset quota_reset(std::chrono::system_clock::time_point now = std::chrono::system_clock::now()) noexcept
{
    std::uint64_t earliest = 0;
    std::uint64_t latest = 0;
    felkod_quota_reset(millis_of(now), &earliest, &latest);
    return {std::chrono::system_clock::time_point(millis_wait(earliest)),
            std::chrono::system_clock::time_point(millis_wait(latest))};
}

/// Returns the text that a function writes to a buffer.
template <class Write> std::string written(Write write)
{
    std::string text(write(nullptr, 0), '\0');
    write(text.data(), text.size() + 1);
    return text;
}

/// Makes an object of JSON; none where `make` refuses, which says why.
template <class Object, class Make> std::optional<Object> made(Make make, const std::string &json, std::string *error)
{
    char why[512];
    auto *object = make(json.c_str(), why, sizeof why);
    if (error != nullptr)
        *error = why;
    return object != nullptr ? std::optional<Object>(Object(object)) : std::nullopt;
}

/// The largest piece of a request that was too large: so many records (Unit::none), days or bytes.
struct Piece {
    std::uint64_t figure;
    Unit unit;
};

/// What to do next: what felkod_decision_… says. It can be moved and not copied, and frees itself.
class Decision {
public:
    explicit Decision(felkod_decision *decision) noexcept : decision_(decision) {}
    const felkod_decision *get() const noexcept { return decision_.get(); }

    Action action() const noexcept { return Action(felkod_decision_action(get())); }
    /// How long to wait before the next request; none where none follows.
    std::optional<std::chrono::milliseconds> after() const noexcept
    {
        std::uint64_t millis = 0;
        return felkod_decision_after(get(), &millis) ? std::optional(millis_wait(millis)) : std::nullopt;
    }
    /// How many attempts there are in all, with the first, if all fail in the same way; 0 where no request follows.
    std::uint32_t attempts() const { return felkod_decision_attempts(get()); }
    /// When to send the request again, where that is the reset of a quota and not a delay.
    std::optional<std::chrono::system_clock::time_point> at() const
    {
        std::uint64_t millis = 0;
        return felkod_decision_at(get(), &millis)
            ? std::optional(std::chrono::system_clock::time_point(millis_wait(millis)))
            : std::nullopt;
    }
    Reason reason() const noexcept { return Reason(felkod_decision_reason(get())); }
    EscalateTo who() const noexcept { return EscalateTo(felkod_decision_who(get())); }
    bool is_absent() const noexcept { return felkod_decision_is_absent(get()); }
    /// The records to send again, and those that would be rejected again, by index in the request.
    Range<std::size_t, const felkod_decision *> records() const noexcept
    {
        const auto at = [](const felkod_decision *of, std::size_t n) {
            std::size_t record = 0;
            return felkod_decision_record(of, n, &record), record;
        };
        return {get(), felkod_decision_record_count(get()), at};
    }
    Range<std::size_t, const felkod_decision *> set_aside() const noexcept
    {
        const auto at = [](const felkod_decision *of, std::size_t n) {
            std::size_t record = 0;
            return felkod_decision_set_aside(of, n, &record), record;
        };
        return {get(), felkod_decision_set_aside_count(get()), at};
    }
    std::optional<Piece> limit() const noexcept
    {
        const Piece limit = {felkod_decision_limit(get()), Unit(felkod_decision_limit_unit(get()))};
        return limit.figure != 0 ? std::optional(limit) : std::nullopt;
    }
    std::string_view json() const { return view(felkod_decision_json(get())); }
    /// The JSON of a report with this decision at its end.
    std::string json(const Report &report, const char *locale = nullptr) const
    {
        return written([&](char *to, std::size_t size) {
            return felkod_report_json_decided(report.get(), get(), locale, to, size);
        });
    }

private:
    struct Free {
        void operator()(felkod_decision *decision) const noexcept { felkod_decision_free(decision); }
    };
    std::unique_ptr<felkod_decision, Free> decision_;
};

/// What a call has been through: `Attempts(idempotency_of("GET", path))`. See felkod_attempts_….
class Attempts {
public:
    explicit Attempts(Idempotency request = Idempotency::creates) : attempts_(felkod_attempts_new(number(request))) {}
    explicit Attempts(felkod_attempts *attempts) noexcept : attempts_(attempts) {}
    static std::optional<Attempts> from_json(const std::string &json, std::string *error = nullptr)
    {
        return made<Attempts>(felkod_attempts_from_json, json, error);
    }
    felkod_attempts *get() noexcept { return attempts_.get(); }
    const felkod_attempts *get() const noexcept { return attempts_.get(); }

    Attempts &insists(bool insists) { return felkod_attempts_set_insists(get(), insists), *this; }
    Attempts &records(std::uint64_t records) { return felkod_attempts_set_records(get(), records), *this; }
    Attempts &started(std::chrono::system_clock::time_point time)
    {
        return felkod_attempts_set_started(get(), millis_of(time)), *this;
    }
    Attempts &seed(std::uint32_t seed) { return felkod_attempts_set_seed(get(), seed), *this; }
    std::uint32_t calls() const noexcept { return felkod_attempts_calls(get()); }
    std::string json() const
    {
        return written([&](char *to, std::size_t size) { return felkod_attempts_json(get(), to, size); });
    }

private:
    struct Free {
        void operator()(felkod_attempts *attempts) const noexcept { felkod_attempts_free(attempts); }
    };
    std::unique_ptr<felkod_attempts, Free> attempts_;
};

/// How to try again: `policy.decide(attempts, report)`. See felkod_policy_….
class Policy {
public:
    using Time = std::chrono::system_clock::time_point;

    Policy() : policy_(felkod_policy_new()) {}
    explicit Policy(felkod_policy *policy) noexcept : policy_(policy) {}
    static std::optional<Policy> from_json(const std::string &json, std::string *error = nullptr)
    {
        return made<Policy>(felkod_policy_from_json, json, error);
    }
    const felkod_policy *get() const noexcept { return policy_.get(); }

    Decision decide(Attempts &attempts, const Report &report, Time now = std::chrono::system_clock::now()) const
    {
        return Decision(felkod_decide(get(), attempts.get(), report.get(), millis_of(now)));
    }
    Decision decide(Attempts &attempts, Failure failure, Time now = std::chrono::system_clock::now()) const
    {
        return Decision(felkod_decide_failure(get(), attempts.get(), number(failure), millis_of(now)));
    }
    std::string json() const
    {
        return written([&](char *to, std::size_t size) { return felkod_policy_json(get(), to, size); });
    }

private:
    struct Free {
        void operator()(felkod_policy *policy) const noexcept { felkod_policy_free(policy); }
    };
    std::unique_ptr<felkod_policy, Free> policy_;
};

/// Keeps a process below the limits of an instance. See felkod_pacer_….
class Pacer {
public:
    using Time = std::chrono::system_clock::time_point;

    Pacer() : pacer_(felkod_pacer_new(nullptr)) {}
    explicit Pacer(const Policy &policy) : pacer_(felkod_pacer_new(policy.get())) {}

    /// How long to wait before asking again; zero where the call may be made, and release() has to follow.
    [[nodiscard]] std::chrono::milliseconds acquire(Time now = std::chrono::system_clock::now())
    {
        return millis_wait(felkod_pacer_acquire(pacer_.get(), millis_of(now)));
    }
    void release() { felkod_pacer_release(pacer_.get()); }
    void learn(const Policy &policy, const Report &report, Time now = std::chrono::system_clock::now())
    {
        felkod_pacer_learn(pacer_.get(), policy.get(), report.get(), millis_of(now));
    }
    std::uint32_t calls() const { return felkod_pacer_calls(pacer_.get()); }
    std::uint32_t concurrent_calls() const { return felkod_pacer_concurrent_calls(pacer_.get()); }

private:
    struct Free {
        void operator()(felkod_pacer *pacer) const noexcept { felkod_pacer_free(pacer); }
    };
    std::unique_ptr<felkod_pacer, Free> pacer_;
};

/// Splits a time range, in seconds since 1970-01-01 UTC and with both ends, into windows of at most so many days. Only for
/// ranges whose windows fit into memory. See felkod_windows.
inline std::vector<felkod_window> windows(std::int64_t first, std::int64_t last, std::uint32_t days)
{
    std::vector<felkod_window> all(felkod_windows(first, last, days, nullptr, 0));
    felkod_windows(first, last, days, all.data(), all.size());
    return all;
}

/// The records of a batch: from `start` to `end`, without that.
struct Batch {
    std::size_t start;
    std::size_t end;
};

/// Splits records into batches by their number and their bytes. See felkod_batches.
inline std::vector<Batch> batches(const std::vector<std::size_t> &sizes,
                                  const felkod_batch_limits &limits = felkod_batch_limits_default())
{
    std::vector<std::size_t> ends(felkod_batches(sizes.data(), sizes.size(), &limits, nullptr, 0));
    felkod_batches(sizes.data(), sizes.size(), &limits, ends.data(), ends.size());
    std::vector<Batch> all;
    std::size_t start = 0;
    for (const std::size_t end : ends) {
        all.push_back({start, end});
        start = end;
    }
    return all;
}

/// A response in a text. It must not outlive its Found.
struct FoundReport {
    std::uint64_t start;
    std::uint64_t end;
    std::uint64_t line;
    Wrapping wrapped_in;
    Report report;
};

/// The responses in a text: `for (const auto &found : felkod::Found(log).reports())`. See felkod_find.
class Found {
public:
    explicit Found(std::string_view text) : found_(felkod_find(text.data(), text.size(), nullptr)) {}
    Found(std::string_view text, const Options &options) : found_(felkod_find(text.data(), text.size(), options.get())) {}

    Range<FoundReport, const felkod_found *> reports() const noexcept
    {
        const auto at = [](const felkod_found *of, std::size_t n) {
            return FoundReport{felkod_found_start(of, n), felkod_found_end(of, n), felkod_found_line(of, n),
                               Wrapping(felkod_found_wrapped_in(of, n)), Report::of_found(felkod_found_report(of, n))};
        };
        return {found_.get(), felkod_found_count(found_.get()), at};
    }

private:
    struct Free {
        void operator()(felkod_found *found) const noexcept { felkod_found_free(found); }
    };
    std::unique_ptr<felkod_found, Free> found_;
};

} // namespace felkod

#endif // FELKOD_DECIDE_HPP
