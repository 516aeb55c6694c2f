//! What a logical call has been through.

use std::hash::{BuildHasher, Hasher, RandomState};

use felkod_catalog::Advice;

use crate::Idempotency;

/// What a logical call has been through: all attempts at one request, with what the caller knows about it.
///
/// It is a plain value that the caller keeps and passes to each decision, so that it can be stored between attempts
/// and passed from language to language. Whatever it holds, no decision panics.
///
/// # Examples
///
/// ```
/// use felkod_retry::{Attempts, Failure, Idempotency, Policy};
///
/// let mut attempts = Attempts::of(Idempotency::of("GET", "/rest/v1/leads.json?filterType=id", None));
/// Policy::default().decide(&mut attempts, Failure::Refused, 1_767_225_600_000);
/// assert_eq!(attempts.calls, 1);
/// assert_eq!(attempts.started, Some(1_767_225_600_000));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(default, deny_unknown_fields)
)]
#[non_exhaustive]
pub struct Attempts {
    /// What a second execution of the request does.
    pub request: Idempotency,
    /// Whether the caller wants the request sent again even where that can do harm.
    pub insists: bool,
    /// How many records the request has, where the caller says so.
    pub records: Option<u64>,
    /// The calls so far.
    pub calls: u32,
    /// The calls so far by the advice that followed.
    pub by_advice: Counts,
    /// Whether the proof of identity was renewed and no response has shown since that it was accepted.
    pub renewed: bool,
    /// When the first call was decided on or, if the caller sets it, made: in Unix milliseconds.
    pub started: Option<u64>,
    /// The seed of the jitter: the same seed gives the same waits.
    pub seed: u32,
}

impl Attempts {
    /// Makes the attempts of a call that has not been made yet, with a random seed.
    #[must_use]
    pub fn of(request: Idempotency) -> Self {
        Self::seeded(request, random())
    }

    /// Makes the attempts of a call that has not been made yet.
    #[must_use]
    pub const fn seeded(request: Idempotency, seed: u32) -> Self {
        Self {
            request,
            insists: false,
            records: None,
            calls: 0,
            by_advice: Counts::new(),
            renewed: false,
            started: None,
            seed,
        }
    }
}

/// The attempts of a call about which nothing is known, so that it counts as one that creates something.
impl Default for Attempts {
    fn default() -> Self {
        Self::of(Idempotency::default())
    }
}

/// How often each advice was given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts([u32; Advice::ALL.len()]);

impl Counts {
    const fn new() -> Self {
        Self([0; Advice::ALL.len()])
    }

    /// Returns how often an advice was given.
    #[must_use]
    pub fn of(&self, advice: Advice) -> u32 {
        Self::index(advice).and_then(|index| self.0.get(index)).copied().unwrap_or_default()
    }

    /// Counts an advice once more and returns how often it was given.
    pub(crate) fn add(&mut self, advice: Advice) -> u32 {
        let Some(count) = Self::index(advice).and_then(|index| self.0.get_mut(index)) else {
            return u32::MAX;
        };
        *count = count.saturating_add(1);
        *count
    }

    fn index(advice: Advice) -> Option<usize> {
        usize::try_from(advice.strictness()).ok()
    }
}

/// Counts each advice as often as it is said last.
impl FromIterator<(Advice, u32)> for Counts {
    fn from_iter<I: IntoIterator<Item = (Advice, u32)>>(counts: I) -> Self {
        let mut all = Self::new();
        for (advice, count) in counts {
            if let Some(place) = Self::index(advice).and_then(|index| all.0.get_mut(index)) {
                *place = count;
            }
        }
        all
    }
}

/// Written as an object of the words that have a count.
#[cfg(feature = "serde")]
impl serde::Serialize for Counts {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let counts = Advice::ALL.iter().map(|advice| (advice.as_str(), self.of(*advice)));
        serializer.collect_map(counts.filter(|(_, count)| *count > 0))
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Counts {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let words: std::collections::BTreeMap<String, u32> = serde::Deserialize::deserialize(deserializer)?;
        let count =
            |(word, count): (String, u32)| Ok((word.parse().map_err(serde::de::Error::custom)?, count));
        words.into_iter().map(count).collect()
    }
}

/// Returns a random number from the seeds that the standard library's hash maps are made with.
fn random() -> u32 {
    let hash = RandomState::new().build_hasher().finish();
    u32::try_from(hash >> 32).unwrap_or_default()
}
