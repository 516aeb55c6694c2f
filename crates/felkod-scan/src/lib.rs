//! Counts the errors of the Marketo APIs in files, folders and logs of any size.
//!
//! [`scan`] finds the responses in files, plain or compressed, as [`felkod_wire::find`] does, and counts what went
//! wrong: by code, by hour, with the first and the last time. It keeps nothing of the server's messages, so that a
//! [`Summary`] can be shown to anyone.
//!
//! # Examples
//!
//! ```
//! use felkod_scan::{Options, scan};
//!
//! let log = std::env::temp_dir().join(format!("felkod-scan-{}.log", std::process::id()));
//! std::fs::write(&log, "2026-08-17T09:00:01Z WARN API Error Code 606: Max rate limit '100' exceeded with in '20' secs\n")?;
//! let summary = scan([&log], &Options::default());
//! assert_eq!(summary.codes[0].finding.number, Some(606));
//! assert_eq!((summary.calls, summary.codes[0].example.line), (1, 1));
//! # std::fs::remove_file(log)?;
//! # Ok::<(), std::io::Error>(())
//! ```

#![forbid(unsafe_code)]

mod answers;
mod file;
mod json;
mod options;
mod part;
mod queue;
mod scanner;
mod stamp;
mod summary;
mod zone;

pub use answers::{FileAnswer, answers};
pub use file::open;
pub use options::{By, Options, Watch};
pub use scanner::scan;
pub use summary::{CodeCount, Example, Period, Summary, Unreadable};
pub use zone::{UnknownZone, Zone};
