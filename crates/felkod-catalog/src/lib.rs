//! The catalog of felkod: every error code of the Marketo APIs, what it means, whether to try again and what to do.
//!
//! [`Code`] has the numbers, its methods the semantics and the texts. It reads no responses and opens no connection or
//! file. The crate `felkod` re-exports it beside the reader; depend on that one.
//!
//! # Features
//!
//! `texts` adds messages, notes, remedies and labels in English and Swedish, and the codes nearest to a mistyped one.
//! `serde` adds `Serialize` for every value and `Deserialize` for every value that can be made.
//!
//! # Examples
//!
//! ```
//! use felkod_catalog::{Advice, Code, Retry};
//!
//! let code = Code::try_from(606)?;
//! assert_eq!(code, Code::RestRateLimitExceeded);
//! assert_eq!(code.advice(), Advice::WaitForRateWindow);
//! assert_eq!(code.retry(), Retry::Yes);
//! # Ok::<(), felkod_catalog::UnknownCode>(())
//! ```

#![forbid(unsafe_code)]

mod case;
mod catalog;
mod code;
mod limit;
#[cfg(feature = "texts")]
mod locale;
#[cfg(feature = "serde")]
mod serde;
mod status;
#[cfg(feature = "texts")]
mod text;
mod value;
mod vocabulary;
mod words;

pub use case::{Case, ParseCaseError, ToldBy};
pub use catalog::DOCUMENTATION_DATE;
pub use code::{Code, ParseCodeError, UnknownCode};
pub use limit::Limit;
#[cfg(feature = "texts")]
pub use locale::{Locale, UnknownLocale};
#[cfg(feature = "serde")]
#[doc(hidden)]
pub use serde::Text;
pub use status::StatusClass;
#[cfg(feature = "texts")]
pub use text::{Part, Unknown};
pub use value::Value;
pub use vocabulary::{
    Advice, Api, Applied, Basis, Category, EscalateTo, ExemptFromQuota, Grade, Level, Outcome, Remark,
    Replacement, Resets, Retry, Scope, Standing, Unit, WaitAtLeast,
};
pub use words::UnknownWord;
