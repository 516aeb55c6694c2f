//! felkod for JavaScript: what the two WebAssembly files of the package do.
//!
//! It has no knowledge of its own: codes, texts, the reading of responses and the decision what to do next are those of
//! `felkod`. One function takes a call and returns its result, see [`call`]; the TypeScript beside it makes the calls and
//! has the types. Three exports carry the bytes over the border.
//!
//! Each feature makes one of the files: `read` felkod.wasm, and `redact` redact.wasm, which only those load who redact.

#![deny(unsafe_code)]

#[cfg_attr(not(feature = "read"), expect(dead_code, reason = "redaction takes few kinds of arguments"))]
mod arguments;
#[cfg(feature = "read")]
mod calls;
#[cfg(feature = "read")]
mod codes;
#[cfg(target_arch = "wasm32")]
mod exports;
mod frame;
#[cfg(test)]
mod generated;
#[cfg(feature = "read")]
mod policy;
#[cfg(feature = "redact")]
mod redact;
#[cfg(feature = "read")]
mod response;
#[cfg(feature = "read")]
mod stored;
mod units;
#[cfg(feature = "read")]
mod words;

pub use frame::call;
