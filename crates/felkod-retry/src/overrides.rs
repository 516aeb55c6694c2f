//! Advice in place of the catalog's.

use std::collections::BTreeMap;

use felkod_catalog::{Advice, Case, Category};
use felkod_wire::Finding;

/// Advice in place of the catalog's: of a case, of a code, of a category, of unknown codes, the first that fits.
///
/// # Examples
///
/// ```
/// use felkod_catalog::Advice;
/// use felkod_retry::{Attempts, Decision, Overrides, Policy, Reason};
///
/// let mut overrides = Overrides::default();
/// overrides.codes.insert(606, Advice::FixSetup);
/// let policy = Policy { overrides, ..Policy::default() };
/// let report = felkod_wire::read(br#"{"success":false,"errors":[{"code":"606"}]}"#);
/// let decision = policy.decide(&mut Attempts::default(), &report, 0);
/// assert!(matches!(decision, Decision::GiveUp { reason: Reason::FixSetup, .. }));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "stored::Stored", into = "stored::Stored"))]
pub struct Overrides {
    /// The advice of cases.
    pub cases: BTreeMap<Case, Advice>,
    /// The advice of codes by number, whether felkod knows them or not.
    pub codes: BTreeMap<u32, Advice>,
    /// The advice of categories.
    pub categories: BTreeMap<Category, Advice>,
    /// The advice of unknown codes, and of errors without a code.
    pub unknown: Option<Advice>,
}

impl Overrides {
    /// Returns the advice of a finding: the one that is set here, else the catalog's.
    #[must_use]
    pub fn advice(&self, finding: &Finding) -> Option<Advice> {
        let of_case = || finding.case.and_then(|case| self.cases.get(&case));
        let of_code = || finding.number.and_then(|number| self.codes.get(&number));
        let of_category = || finding.category().and_then(|category| self.categories.get(&category));
        let is_set = of_case().or_else(of_code).or_else(of_category).copied();
        is_set.or_else(|| finding.advice()).or(self.unknown)
    }
}

#[cfg(feature = "serde")]
mod stored {
    //! The form in which overrides are stored: words in place of enums, a case as `1029/queue_full`.

    use std::{collections::BTreeMap, str::FromStr};

    use felkod_catalog::{Advice, Case, Category, UnknownWord};

    use super::Overrides;

    #[derive(Clone, Default, serde::Serialize, serde::Deserialize)]
    #[serde(default, deny_unknown_fields)]
    pub(super) struct Stored {
        cases: BTreeMap<String, String>,
        codes: BTreeMap<u32, String>,
        categories: BTreeMap<String, String>,
        unknown: Option<String>,
    }

    impl From<Overrides> for Stored {
        fn from(overrides: Overrides) -> Self {
            let word = |advice: Advice| advice.as_str().to_owned();
            Self {
                cases: overrides.cases.into_iter().map(|(case, advice)| (name(case), word(advice))).collect(),
                codes: overrides.codes.into_iter().map(|(code, advice)| (code, word(advice))).collect(),
                categories: overrides
                    .categories
                    .into_iter()
                    .map(|(category, advice)| (category.as_str().to_owned(), word(advice)))
                    .collect(),
                unknown: overrides.unknown.map(word),
            }
        }
    }

    impl TryFrom<Stored> for Overrides {
        type Error = UnknownWord;

        fn try_from(stored: Stored) -> Result<Self, UnknownWord> {
            Ok(Self {
                cases: pairs(stored.cases, |name| case(&name))?,
                codes: pairs(stored.codes, Ok)?,
                categories: pairs(stored.categories, |name| {
                    Category::from_str(&name).map_err(|_| UnknownWord::new("category", &name))
                })?,
                unknown: stored.unknown.map(|word| advice(&word)).transpose()?,
            })
        }
    }

    fn pairs<S: Ord, K: Ord>(
        stored: BTreeMap<S, String>,
        key: impl Fn(S) -> Result<K, UnknownWord>,
    ) -> Result<BTreeMap<K, Advice>, UnknownWord> {
        stored.into_iter().map(|(name, word)| Ok((key(name)?, advice(&word)?))).collect()
    }

    fn advice(word: &str) -> Result<Advice, UnknownWord> {
        word.parse().map_err(|_| UnknownWord::new("advice", word))
    }

    fn name(case: Case) -> String {
        format!("{}/{}", case.code().as_u32(), case.name())
    }

    fn case(stored: &str) -> Result<Case, UnknownWord> {
        let case = Case::ALL.iter().find(|case| name(**case) == stored);
        case.copied().ok_or_else(|| UnknownWord::new("case", stored))
    }
}
