//! Decides whether, when and how to try a call to the Marketo APIs again.
//!
//! [`Policy::decide`] takes what came of a call, a response or a failure without one, and says what to do next. It does
//! no I/O, does not sleep and has no clock: the time goes in, waits come out. What a code means stands in the catalog
//! `felkod-catalog`; how to act on it stands here and nowhere else. Beside it are the times at which quotas are reset
//! ([`QuotaReset`]), which requests are safe to repeat ([`Idempotency`]), how to split what is too large ([`windows`],
//! [`batches`]) and how to stay below the limits in the first place ([`Pacer`]).
//!
//! # Features
//!
//! `serde`, on by default, makes policies, attempts and decisions values that can be stored and sent; `json` adds
//! [`decision_json`].
//!
//! # Examples
//!
//! ```
//! use felkod_retry::{Attempts, Decision, Idempotency, Policy};
//!
//! let policy = Policy::default();
//! let mut attempts = Attempts::of(Idempotency::of("POST", "/rest/v1/leads.json", Some("createOrUpdate")));
//! let now = 1_767_225_600_000; // Unix milliseconds.
//! let report = felkod_wire::read(br#"{"success":false,"errors":[{"code":"606"}]}"#);
//! match policy.decide(&mut attempts, &report, now) {
//!     Decision::Retry { after } => assert!((20..=30).contains(&after.as_secs())),
//!     other => panic!("unexpected {other:?}"),
//! }
//! ```

#![forbid(unsafe_code)]

mod attempts;
mod budget;
mod decide;
mod decision;
mod endpoints;
mod event;
mod figures;
mod idempotency;
mod jitter;
#[cfg(feature = "json")]
mod json;
mod outlook;
mod overrides;
mod pacer;
mod policy;
mod quota;
#[cfg(feature = "serde")]
mod seconds;
mod split;

pub use attempts::{Attempts, Counts};
pub use budget::Budget;
pub use decision::{Action, Decision, Piece, Reason};
pub use endpoints::{ENDPOINTS, Endpoint};
pub use event::{Event, Failure};
pub use figures::Figures;
pub use idempotency::Idempotency;
#[cfg(feature = "json")]
pub use json::{decision_json, outlook_json};
pub use outlook::Outlook;
pub use overrides::Overrides;
pub use pacer::Pacer;
pub use policy::{Policy, Schedule};
pub use quota::QuotaReset;
pub use split::{BatchLimits, Batches, Window, Windows, batches, windows};
