//! felkod for JavaScript: what the WebAssembly of the package does.
//!
//! It has no knowledge of its own: codes, texts, the reading of responses and the decision what to do next are those of
//! `felkod`. One function takes a call and returns its result, see [`call`]; the TypeScript beside it makes the calls and
//! has the types. Three exports carry the bytes over the border.

#![deny(unsafe_code)]

mod calls;
mod codes;
#[cfg(target_arch = "wasm32")]
mod exports;
mod frame;
#[cfg(test)]
mod generated;
mod policy;
mod redact;
mod response;
mod words;

pub use frame::call;
