//! What a test wants sent: a code, a case or a status, and where it is to stand.

use std::{fmt, str::FromStr};

use felkod::{Api, Case, Code, Level, ToldBy};

/// An answer on demand: `606`, `1029:queue_full`, `soap_request_expired`, `418`, and with a level `1004@response`.
///
/// Without a level it stands where Marketo puts it: a code of records rejects the first record of a batch, and the whole
/// call where there are no records.
///
/// # Examples
///
/// ```
/// use felkod_simulator::Answer;
///
/// assert_eq!("1029:queue_full".parse::<Answer>()?.to_string(), "1029:queue_full");
/// assert!("9999".parse::<Answer>().is_err());
/// # Ok::<(), felkod_simulator::ParseAnswerError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    pub(crate) what: What,
    pub(crate) level: Option<Level>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    Code(Code),
    Case(Case),
    /// An HTTP status that is no code of the catalog.
    Status(u16),
}

/// A text that names no answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ParseAnswerError {
    /// There is no such code, case or status of an error.
    #[error("unknown answer `{0}`")]
    Unknown(String),
    /// The level is neither `response` nor `record`, or it is not one of the code's.
    #[error("`{0}` cannot be sent at that level: use @response or @record with a REST code")]
    Level(String),
}

impl Answer {
    /// Returns the code, where it is one.
    pub(crate) const fn code(self) -> Option<Code> {
        match self.what {
            What::Code(code) => Some(code),
            What::Case(case) => Some(case.code()),
            What::Status(_) => None,
        }
    }

    pub(crate) const fn case(self) -> Option<Case> {
        match self.what {
            What::Case(case) => Some(case),
            What::Code(_) | What::Status(_) => None,
        }
    }

    /// Returns the HTTP status that the answer is, where it is one.
    pub(crate) fn status(self) -> Option<u16> {
        match self.what {
            What::Status(status) => Some(status),
            What::Code(code) => http_status(code),
            What::Case(_) => None,
        }
    }

    /// Returns where the answer stands in the response to a call that has records, or has none.
    pub(crate) fn level(self, has_records: bool) -> Level {
        let told = self.case().and_then(|case| match case.told_by() {
            ToldBy::Level(level) => Some(level),
            ToldBy::Phrases(_) | ToldBy::WholeText(_) | _ => None,
        });
        let Some(code) = self.code().filter(|code| http_status(*code).is_none()) else { return Level::Http };
        match self.level.or(told) {
            Some(level) => level,
            None if code.listed_as() == Level::Record && !has_records => Level::Response,
            None => code.listed_as(),
        }
    }
}

/// Returns the HTTP status that a code is. The vendor lists some of them, 502 for one, among the codes of responses.
pub(crate) fn http_status(code: Code) -> Option<u16> {
    let status = u16::try_from(code.as_u32()).ok();
    status.filter(|status| code.api() == Api::Rest && (400..=599).contains(status))
}

impl From<Code> for Answer {
    fn from(code: Code) -> Self {
        Self { what: What::Code(code), level: None }
    }
}

impl From<Case> for Answer {
    fn from(case: Case) -> Self {
        Self { what: What::Case(case), level: None }
    }
}

impl FromStr for Answer {
    type Err = ParseAnswerError;

    fn from_str(input: &str) -> Result<Self, ParseAnswerError> {
        /// The longest input that is quoted in an error, in characters.
        const SHOWN: usize = 60;
        let shown = || input.chars().take(SHOWN).collect::<String>();
        let (name, level) = match input.trim().rsplit_once('@') {
            Some((name, level)) => (name, Some(level)),
            None => (input.trim(), None),
        };
        let status = |name: &str| name.parse::<u16>().ok().filter(|status| (400..=599).contains(status));
        let what = if let Ok(case) = name.parse::<Case>() {
            What::Case(case)
        } else if let Ok(code) = name.parse::<Code>() {
            What::Code(code)
        } else if let Some(status) = status(name) {
            What::Status(status)
        } else {
            return Err(ParseAnswerError::Unknown(shown()));
        };
        let level = match level {
            None => None,
            Some("response") => Some(Level::Response),
            Some("record") => Some(Level::Record),
            Some(_) => return Err(ParseAnswerError::Level(shown())),
        };
        let answer = Self { what, level };
        let takes_a_level =
            answer.code().is_some_and(|code| code.api() == Api::Rest && http_status(code).is_none());
        if level.is_some() && !takes_a_level {
            return Err(ParseAnswerError::Level(shown()));
        }
        Ok(answer)
    }
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.what {
            What::Code(code) => write!(f, "{}", code.as_u32())?,
            What::Case(case) => write!(f, "{case}")?,
            What::Status(status) => write!(f, "{status}")?,
        }
        match self.level {
            Some(level) => write!(f, "@{}", level.as_str()),
            None => Ok(()),
        }
    }
}
