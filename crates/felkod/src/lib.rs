//! Every error code of the Marketo APIs: what it means, whether to try again and what to do, in English and Swedish.
//!
//! felkod (Swedish for error code) is the catalogue: [`Code`] has the numbers, its methods the semantics and the
//! texts. It is no reader of answers and no client: `felkod-wire` takes a body apart, and nothing here opens a
//! connection or a file.
//!
//! # Examples
//!
//! ```
//! use felkod::{Advice, Code, Locale, Retry};
//!
//! let code = Code::try_from(606)?;
//! assert_eq!(code, Code::RestRateLimitExceeded);
//! assert_eq!(code.advice(), Advice::WaitForRateWindow);
//! assert_eq!(code.retry(), Retry::Yes);
//! assert_eq!(code.message(Locale::Sv), "Anropsgränsen har överskridits");
//! # Ok::<(), felkod::UnknownCode>(())
//! ```

#![forbid(unsafe_code)]

mod case;
mod catalogue;
mod code;
mod locale;
mod text;
mod vocabulary;

pub use case::Case;
pub use code::{Code, ParseCodeError, UnknownCode};
pub use locale::Locale;
pub use text::{Part, Value, label, phrase};
pub use vocabulary::{
    Advice, Api, Applied, Basis, Category, EscalateTo, ExemptFromQuota, Grade, Level, Limit, Outcome, Remark,
    Replacement, Resets, Retry, Scope, Standing, ToldBy, Unit, UnknownWord,
};
