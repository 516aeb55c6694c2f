//! felkod for C and C++: what the catalog and the reader know, behind `include/felkod.h`.
//!
//! Every function here is written out, since cbindgen expands no macros. What holds for all of them – who owns a
//! string, what NULL means – stands at the top of the header (`cbindgen.toml`) and in the README.

#![allow(clippy::doc_markdown, reason = "the docs are those of the C header, where a name is a name")]
#![allow(clippy::missing_safety_doc, reason = "the top of the header says once what every pointer must be")]

mod catalog;
mod locale;
mod report;
mod strings;
mod vocabulary;

pub use catalog::*;
pub use locale::*;
pub use report::*;
pub use vocabulary::*;
