//! Figures of the subscription.

use felkod_catalog::{Code, Limit, Resets, Scope, Value};

/// The figures of a subscription, where they differ from those that the vendor's documentation gives.
///
/// # Examples
///
/// ```
/// use felkod_catalog::Code;
/// use felkod_retry::Figures;
///
/// let figures = Figures { quota: 200_000, calls: 50, ..Figures::default() };
/// assert_eq!(figures.values(Code::RestDailyQuotaExceeded), [("calls", 200_000.into())]);
/// assert_eq!(figures.values(Code::RestInvalidJson), []);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(default, deny_unknown_fields)
)]
pub struct Figures {
    /// The calls a day.
    pub quota: u64,
    /// The calls in one time window of the rate limit.
    pub calls: u32,
    /// The length of that window in seconds.
    pub window_seconds: u32,
    /// The calls in progress at the same time.
    pub concurrent_calls: u32,
}

impl Default for Figures {
    /// Returns the figures of the catalog: 50,000 calls a day, 100 in 20 seconds, 10 at the same time.
    fn default() -> Self {
        let of =
            |code: Code, what: Counted| code.limits().iter().find(|limit| Counted::of(limit) == Some(what));
        let figure = |code, what| of(code, what).map_or(0, |limit| limit.figure);
        let small = |figure: u64| u32::try_from(figure).unwrap_or(u32::MAX);
        let window = of(Code::RestRateLimitExceeded, Counted::Rate).and_then(|limit| limit.per_seconds);
        Self {
            quota: figure(Code::RestDailyQuotaExceeded, Counted::Day),
            calls: small(figure(Code::RestRateLimitExceeded, Counted::Rate)),
            window_seconds: window.unwrap_or_default(),
            concurrent_calls: small(figure(Code::RestConcurrencyLimitExceeded, Counted::Concurrent)),
        }
    }
}

impl Figures {
    /// Returns the values that the texts of a code take in place of the catalog's, for `Code::render`.
    #[must_use]
    pub fn values(&self, code: Code) -> Vec<(&'static str, Value)> {
        let value = |limit: &Limit| {
            let figure = match Counted::of(limit)? {
                Counted::Day => self.quota,
                Counted::Rate => self.calls.into(),
                Counted::Concurrent => self.concurrent_calls.into(),
            };
            Some((limit.what, Value::Number(figure)))
        };
        let is_rate = |limit: &Limit| Counted::of(limit) == Some(Counted::Rate);
        let window = || ("seconds", Value::Number(self.window_seconds.into()));
        let window = code.limits().iter().any(is_rate).then(window);
        code.limits().iter().filter_map(value).chain(window).collect()
    }
}

/// What a limit counts, of what these figures are about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Counted {
    Day,
    Rate,
    Concurrent,
}

impl Counted {
    fn of(limit: &Limit) -> Option<Self> {
        match (limit.what, limit.scope, limit.resets) {
            ("calls", _, Some(Resets::MidnightCst)) => Some(Self::Day),
            ("calls", Some(Scope::Instance), _) if limit.per_seconds.is_some() => Some(Self::Rate),
            ("concurrent_calls", Some(Scope::Instance), _) => Some(Self::Concurrent),
            _ => None,
        }
    }
}
