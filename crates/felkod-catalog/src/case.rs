//! The cases: the meanings of a code that has several.

use crate::{Code, Level, ToldBy};

/// One meaning of a code that has several, with a category and an advice of its own.
///
/// It is told by where the error stands or by the server's text. When none fits, the code's own row holds.
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

impl Code {
    /// Returns the case that `level` and the server's text tell, or `None` where none fits.
    ///
    /// The level goes before the text. Values in quotation marks should be taken out of the text first, so that none
    /// is taken for a phrase; a missing text is `""`.
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
