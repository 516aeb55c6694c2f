//! What may be kept of requests and responses: redaction of every format that they come in.
//!
//! [`redact`] puts a mark like `REDACTED-email-9f3a2c1d-17` in place of each secret: its kind, 32 bits of a keyed hash,
//! and its length. What is not secret stays byte for byte. It reads SOAP, REST JSON, forms, URLs, headers, cookies, CSV,
//! multipart bodies, HAR files, `curl` commands, and any text with these in it, in whatever encoding.
//!
//! The feature `recorder` adds `Exchange`, a request with its response as an entry of a HAR file, and `Recorder`, which keeps
//! the last ones until a person must look at them. Both redact before they write.
//! The feature `bundle` adds `Bundle`, a zip of recordings and logs for a support case.
//!
//! It deliberately is not a filter by regular expressions over one encoding, and it does not promise to find a secret
//! that neither its name nor its form gives away.

#![forbid(unsafe_code)]

mod apply;
mod base64;
#[cfg(feature = "bundle")]
mod bundle;
#[cfg(feature = "recorder")]
mod exchange;
mod gzip;
#[cfg(feature = "recorder")]
mod har;
#[cfg(feature = "bundle")]
mod incident;
#[cfg(feature = "recorder")]
mod journal;
mod json;
mod kind;
mod line;
mod mark;
mod names;
mod options;
mod place;
mod quiet;
#[cfg(feature = "recorder")]
mod reading;
#[cfg(feature = "recorder")]
mod recorder;
#[cfg(feature = "bundle")]
mod recording;
mod redactor;
mod settle;
mod shape;
mod strict;
mod swar;
mod taints;
mod text;
mod utf16;
mod value;
mod view;
mod work;
mod xml;

#[cfg(feature = "bundle")]
pub use bundle::{Bundle, BundleError, Contents, Text};
#[cfg(feature = "recorder")]
pub use exchange::Exchange;
#[cfg(feature = "recorder")]
pub use har::har;
#[cfg(feature = "bundle")]
pub use incident::Incident;
pub use kind::Kind;
pub use mark::{Key, KeyError};
pub use options::{NamesError, Options, Strength};
#[cfg(feature = "recorder")]
pub use reading::Reading;
#[cfg(feature = "recorder")]
pub use recorder::{Recorder, RecorderError, Writes};
pub use redactor::{Redactor, Span, redact, spans};
