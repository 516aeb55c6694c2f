//! Every error code of the Marketo APIs: what it means, whether to try again and what to do, in English and Swedish.
//!
//! felkod (Swedish for error code) has three parts. The catalog: [`Code`] has the numbers, its methods the semantics and
//! the texts. The reader: [`read`] takes the body of a response and returns a [`Report`] of all errors in it. The
//! decision: `retry::Policy` says what to do next. It is not a client: it opens no connection, and no file without the
//! features `scan` and `recorder`.
//!
//! # Features
//!
//! | feature | adds | default |
//! |---|---|---|
//! | `texts` | messages, notes and remedies, [`Locale`] | yes |
//! | `read` | the reader | yes |
//! | `json` | the JSON that the command prints | no |
//! | `retry` | `retry::Policy`: whether, when and how to try again | no |
//! | `evidence` | `evidence::redact`: logs and bodies without secrets and personal data | no |
//! | `recorder` | `evidence::Recorder`: the last requests and responses as HAR, written when a person must look | no |
//! | `bundle` | `evidence::Bundle`: recordings and logs in one zip for a support case | no |
//! | `random` | `evidence::Key::random`, from the operating system | no |
//! | `scan` | `scan::scan`: counts the errors in files, folders and logs | no |
//! | `serde` | `Serialize` and `Deserialize` for every value | no |
//!
//! Without features it is the catalog's codes and semantics alone.
//!
//! # Examples
//!
//! ```
//! # #[cfg(all(feature = "read", feature = "texts"))] {
//! use felkod::{Advice, Code, Locale};
//!
//! let report = felkod::read(br#"{"requestId":"e42b#14272d07d78","success":false,
//!     "errors":[{"code":"606","message":"Max rate limit '50' exceeded with in '20' secs"}]}"#);
//! assert_eq!(report.advice(), Some(Advice::WaitForRateWindow));
//! assert_eq!(report.findings[0].code, Some(Code::RestRateLimitExceeded));
//! assert_eq!(Code::RestRateLimitExceeded.message(Locale::Sv), "Anropsgränsen har överskridits");
//! # }
//! ```

#![forbid(unsafe_code)]

pub use felkod_catalog::*;
#[cfg(feature = "evidence")]
pub use felkod_evidence as evidence;
#[cfg(feature = "retry")]
pub use felkod_retry as retry;
#[cfg(feature = "scan")]
pub use felkod_scan as scan;
#[cfg(feature = "json")]
pub use felkod_wire::json;
#[cfg(feature = "read")]
pub use felkod_wire::{
    Answer, Count, Finder, Finding, Limits, Reader, Report, ReportBuilder, Wait, Wrapping, find, is_read,
    read,
};
