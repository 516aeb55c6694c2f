//! The cases: the meanings of a code that has several.

use std::{fmt, str::FromStr};

use crate::{Code, Level};

/// One meaning of a code that has several, with a category and an advice of its own.
///
/// It is recognized by the place of the error or by the server's message. If no case applies, the code's own row holds.
///
/// # Examples
///
/// ```
/// use felkod_catalog::{Advice, Case, Code, Level};
///
/// let text = "Export daily quota 500MB exceeded.";
/// let case = Code::RestExportRefused.case(Some(Level::Response), text);
/// assert_eq!(case, Some(Case::RestExportQuotaUsedUp));
/// assert_eq!(Case::RestExportQuotaUsedUp.advice(), Advice::WaitForQuotaReset);
/// ```
#[repr(u32)]
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Case {
    /// `unspecified` of 611: System error without details.
    RestSystemErrorUnspecified = 1,
    /// `no_data` of 702: The search matched nothing.
    RestSearchWithoutData = 2,
    /// `object_not_found` of 702: Object in the request not found.
    RestNamedObjectNotFound = 3,
    /// `name_taken` of 709: Name is already taken.
    RestAssetNameTaken = 4,
    /// `too_many_results` of 1003: Search or list is too large for the endpoint.
    RestTooManyResults = 5,
    /// `absent` of 1013: Record does not exist.
    RestObjectAbsent = 6,
    /// `queue_full` of 1029: Too many jobs in the queue.
    RestExportQueueFull = 7,
    /// `export_quota_used_up` of 1029: Daily export quota is used up.
    RestExportQuotaUsedUp = 8,
    /// `already_queued` of 1029: Job is already in the queue.
    RestExportAlreadyQueued = 9,
    /// `not_in_program` of 1037: Lead is not in the program.
    RestProgramMemberNotInProgram = 10,
}

/// How a case is recognized.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum ToldBy {
    /// By the place of the error in the response.
    Level(Level),
    /// By any of these phrases in the server's message, in lower case.
    Phrases(&'static [&'static str]),
    /// By the whole message of the server being one of these, in lower case; `""` stands for a missing message.
    WholeText(&'static [&'static str]),
}

impl Code {
    /// Returns the case that applies, by the level and the server's message, or `None` if none does.
    ///
    /// The level takes precedence. Remove quoted values from the message first, so that none is mistaken for a phrase; pass
    /// `""` if there is no message.
    #[must_use]
    pub fn case(self, level: Option<Level>, server_text: &str) -> Option<Case> {
        let cases = self.cases();
        if cases.is_empty() {
            return None;
        }
        let text = server_text.trim().trim_end_matches('.').to_lowercase();
        let told_by_level = |case: &&Case| match case.told_by() {
            ToldBy::Level(told) => Some(told) == level,
            ToldBy::Phrases(_) | ToldBy::WholeText(_) => false,
        };
        let told_by_text = |case: &&Case| match case.told_by() {
            ToldBy::Level(_) => false,
            ToldBy::Phrases(phrases) => phrases.iter().any(|phrase| text.contains(phrase)),
            ToldBy::WholeText(texts) => texts.contains(&text.as_str()),
        };
        cases.iter().find(told_by_level).or_else(|| cases.iter().find(told_by_text)).copied()
    }
}

/// Writes the number of the code and the name: `1029:queue_full`.
impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{}:{}", self.code().as_u32(), self.name()))
    }
}

/// A text that is not the name of a case.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown case `{input}`")]
pub struct ParseCaseError {
    input: String,
}

/// Reads a code and the name of its case: `1029:queue_full`.
///
/// # Examples
///
/// ```
/// use felkod_catalog::Case;
///
/// assert_eq!("1029:queue_full".parse(), Ok(Case::RestExportQueueFull));
/// assert!("606:queue_full".parse::<Case>().is_err());
/// ```
impl FromStr for Case {
    type Err = ParseCaseError;

    fn from_str(input: &str) -> Result<Self, ParseCaseError> {
        let case = input.rsplit_once(':').and_then(|(code, name)| {
            let code: Code = code.parse().ok()?;
            code.cases().iter().copied().find(|case| case.name() == name.trim())
        });
        case.ok_or_else(|| ParseCaseError { input: input.to_owned() })
    }
}
