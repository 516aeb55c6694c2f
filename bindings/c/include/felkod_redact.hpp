// Texts without secrets and personal data: a part of felkod.hpp, which brings it along.

#ifndef FELKOD_REDACT_HPP
#define FELKOD_REDACT_HPP

#include <felkod.hpp>

#include <exception>
#include <functional>
#include <utility>

namespace felkod {

/// What is hidden, and under which key. See felkod_redaction_….
class Redaction {
public:
    Redaction() : redaction_(felkod_redaction_new()) {}
    const felkod_redaction *get() const noexcept { return redaction_.get(); }

    /// Sets the key, 32 hexadecimal digits; false, and nothing is changed, for anything else.
    [[nodiscard]] bool key(const char *key) { return felkod_redaction_set_key(redaction_.get(), key); }
    Redaction &strict(bool strict = true) { return felkod_redaction_set_strict(redaction_.get(), strict), *this; }
    Redaction &hide(const char *name) { return felkod_redaction_hide(redaction_.get(), name), *this; }
    Redaction &keep(const char *name) { return felkod_redaction_keep(redaction_.get(), name), *this; }
    /// Adds the names in a TOML text; false, and nothing is changed, where it cannot be read, and `error` says why.
    [[nodiscard]] bool add_names(const std::string &toml, std::string *error = nullptr)
    {
        char why[512] = "";
        const bool is_read = felkod_redaction_add_names(redaction_.get(), toml.c_str(), why, sizeof why);
        if (error != nullptr)
            *error = why;
        return is_read;
    }

private:
    struct Free {
        void operator()(felkod_redaction *redaction) const noexcept { felkod_redaction_free(redaction); }
    };
    std::unique_ptr<felkod_redaction, Free> redaction_;
};

/// A secret that a text had: its bytes in the text as it was, and its line, from 1.
struct Secret {
    std::uint64_t start;
    std::uint64_t end;
    std::uint64_t line;
    Kind kind;
};

/// A text without its secrets: `const felkod::Redacted redacted(log)`, then `redacted.text()`. See felkod_redact.
class Redacted {
public:
    explicit Redacted(std::string_view text) : redacted_(felkod_redact(text.data(), text.size(), nullptr)) {}
    Redacted(std::string_view text, const Redaction &redaction)
        : redacted_(felkod_redact(text.data(), text.size(), redaction.get()))
    {
    }

    std::string_view text() const noexcept
    {
        return {felkod_redacted_text(redacted_.get()), felkod_redacted_length(redacted_.get())};
    }
    Range<Secret, const felkod_redacted *> secrets() const noexcept
    {
        const auto at = [](const felkod_redacted *of, std::size_t n) {
            return Secret{felkod_redacted_secret_start(of, n), felkod_redacted_secret_end(of, n),
                          felkod_redacted_secret_line(of, n), Kind(felkod_redacted_secret_kind(of, n))};
        };
        return {redacted_.get(), felkod_redacted_secret_count(redacted_.get()), at};
    }

private:
    struct Free {
        void operator()(felkod_redacted *redacted) const noexcept { felkod_redacted_free(redacted); }
    };
    std::unique_ptr<felkod_redacted, Free> redacted_;
};

/// Redacts a text that comes in pieces: `Redactor redactor([&](std::string_view ready) { out << ready; })`. What the function
/// throws comes out of push() and finish(), and the function is not called again. See felkod_redactor_….
class Redactor {
public:
    using Write = std::function<void(std::string_view)>;

    explicit Redactor(Write write) : Redactor(std::move(write), nullptr) {}
    Redactor(Write write, const Redaction &redaction) : Redactor(std::move(write), redaction.get()) {}

    void push(std::string_view piece)
    {
        felkod_redactor_push(redactor_.get(), piece.data(), piece.size());
        rethrow();
    }
    void finish()
    {
        felkod_redactor_finish(redactor_.get());
        rethrow();
    }
    /// How many secrets of a kind were hidden so far; of all kinds without one.
    std::uint64_t count(Kind kind = Kind::none) const noexcept
    {
        return felkod_redactor_count(redactor_.get(), number(kind));
    }

private:
    struct State {
        Write write;
        std::exception_ptr thrown;
    };
    struct Free {
        void operator()(felkod_redactor *redactor) const noexcept { felkod_redactor_free(redactor); }
    };

    Redactor(Write write, const felkod_redaction *redaction)
        : state_(new State{std::move(write), nullptr}), redactor_(felkod_redactor_new(redaction, hand_on, state_.get()))
    {
    }
    static bool hand_on(void *user, const void *bytes, std::size_t length) noexcept
    {
        State &state = *static_cast<State *>(user);
        try {
            state.write(std::string_view(static_cast<const char *>(bytes), length));
            return true;
        } catch (...) {
            state.thrown = std::current_exception();
            return false;
        }
    }
    void rethrow()
    {
        if (state_->thrown)
            std::rethrow_exception(std::exchange(state_->thrown, nullptr));
    }

    // The library has its address, which stays when the object moves.
    std::unique_ptr<State> state_;
    std::unique_ptr<felkod_redactor, Free> redactor_;
};

} // namespace felkod

#endif // FELKOD_REDACT_HPP
