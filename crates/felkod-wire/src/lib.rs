//! Reads what the Marketo APIs sent: bodies in, findings out.
//!
//! [`read`] takes the bytes of a response and always gives a [`Report`]: whether the call failed, each error with its
//! number, its code if it is known, and what the server said. It knows the formats of the wire and asks the catalog
//! `felkod-catalog` for everything it says about a code. It sends nothing, retries nothing and keeps nothing. The crate
//! `felkod` re-exports it beside the catalog; depend on that one.
//!
//! # Features
//!
//! `texts` adds the texts of findings, `json` the JSON that the command prints, `serde`
//! `Serialize` and `Deserialize` for reports.
//!
//! # Examples
//!
//! ```
//! use felkod_catalog::{Advice, Code, Outcome};
//! use felkod_wire::read;
//!
//! let report = read(br#"{"requestId":"e42b#14272d07d78","success":false,
//!     "errors":[{"code":"606","message":"Max rate limit '50' exceeded with in '20' secs"}]}"#);
//! assert_eq!(report.outcome, Outcome::Error);
//! assert_eq!(report.findings[0].code, Some(Code::RestRateLimitExceeded));
//! assert_eq!(report.advice(), Some(Advice::WaitForRateWindow));
//! ```

#![forbid(unsafe_code)]

mod builder;
mod draft;
mod encoding;
pub(crate) mod find;
mod job;
#[cfg(feature = "json")]
pub mod json;
mod limits;
mod page;
mod reader;
mod record;
mod report;
mod rest;
mod scalar;
#[cfg(feature = "serde")]
mod serde;
mod skim;
mod soap;
mod values;

pub use builder::ReportBuilder;
#[doc(hidden)]
pub use find::Joint;
pub use find::{Answer, Finder, Wrapping, find};
pub use limits::Limits;
pub use reader::{Reader, is_read, read};
pub use report::{Count, Finding, Report, Wait};
