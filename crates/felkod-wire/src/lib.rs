//! Reads what the Marketo APIs sent: bodies in, findings out.
//!
//! [`read`] takes the bytes of an answer and always gives a [`Report`]: whether the call failed, each error with its
//! number, its code if it is known, and what the server said. It knows the formats of the wire and asks the catalogue
//! `felkod` for all it says about a code. It sends nothing, retries nothing and keeps nothing.
//!
//! # Examples
//!
//! ```
//! use felkod::{Advice, Code};
//! use felkod_wire::{Outcome, read};
//!
//! let report = read(br#"{"requestId":"e42b#14272d07d78","success":false,
//!     "errors":[{"code":"606","message":"Max rate limit '50' exceeded with in '20' secs"}]}"#);
//! assert_eq!(report.outcome, Outcome::Error);
//! assert_eq!(report.findings[0].code, Some(Code::RestRateLimitExceeded));
//! assert_eq!(report.advice(), Some(Advice::WaitForRateWindow));
//! ```

#![forbid(unsafe_code)]

mod draft;
mod encoding;
pub mod json;
mod limits;
mod page;
mod reader;
mod report;
mod rest;
mod soap;
mod values;

pub use felkod::{Outcome, Remark};
pub use limits::Limits;
pub use reader::{Reader, read};
pub use report::{Count, Finding, Report};

/// The README's examples, run as tests.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;
