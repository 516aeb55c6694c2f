//! felkod for C and C++: what the catalog and the reader know, behind `include/felkod.h`.
//!
//! Every function here is written out, since cbindgen expands no macros. What holds for all of them – who owns a
//! string, what NULL means – stands at the top of the header (`cbindgen.toml`) and in the README. The header has the
//! functions in the order of the modules below.

#![allow(clippy::doc_markdown, reason = "the docs are those of the C header, where a name is a name")]
#![allow(clippy::missing_safety_doc, reason = "the top of the header says once what every pointer must be")]

mod library;
mod locale;

mod code;

mod case;

mod options;
mod render;

mod report;

mod finding;

mod found;

mod policy;

mod attempts;

mod decision;

mod pacer;

mod split;

mod redact;

mod vocabulary;

mod strings;
mod types;

pub use attempts::*;
pub use case::*;
pub use code::*;
pub use decision::*;
pub use finding::*;
pub use found::*;
pub use library::*;
pub use locale::*;
pub use options::*;
pub use pacer::*;
pub use policy::*;
pub use redact::*;
pub use render::*;
pub use report::*;
pub use split::{Limits as BatchLimits, Window, felkod_batch_limits_default, felkod_batches, felkod_windows};
pub use types::*;
pub use vocabulary::*;
