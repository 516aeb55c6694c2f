//! Secrets that were found by their name, and may come again without it.

use std::collections::{HashSet, VecDeque};

// One of the automatons of `aho_corasick` in place of the choice among all, so that a page downloads less.
#[cfg(not(target_family = "wasm"))]
use aho_corasick::AhoCorasick as Finder;
use aho_corasick::{Input, MatchKind};
#[cfg(target_family = "wasm")]
use aho_corasick::{automaton::Automaton as _, nfa::contiguous::NFA as Finder};

use crate::Kind;

/// How many secrets are remembered; the oldest is forgotten first.
const MOST: usize = 128;
const LONGEST: usize = 4096;
const SHORTEST: usize = 8;

/// Secrets that were found by their name, and may come again without it.
#[derive(Debug, Default)]
pub(crate) struct Taints {
    values: VecDeque<(Vec<u8>, Kind)>,
    known: HashSet<Vec<u8>>,
    finder: Option<Finder>,
    kinds: Vec<Kind>,
    /// Whether there are values that the finder does not know.
    pub(crate) has_new: bool,
}

impl Taints {
    /// Remembers a value, if it is a secret that cannot be an everyday word.
    pub(crate) fn add(&mut self, kind: Kind, value: &[u8]) {
        let is_secret = matches!(
            kind,
            Kind::Token | Kind::Secret | Kind::Credentials | Kind::Cookie | Kind::User | Kind::Email
        );
        if !is_secret || !(SHORTEST..=LONGEST).contains(&value.len()) || self.known.contains(value) {
            return;
        }
        let has = |is: fn(&u8) -> bool| value.iter().any(is);
        let is_odd = has(u8::is_ascii_digit) || has(u8::is_ascii_uppercase) || value.len() >= 16;
        let is_number = value.iter().all(u8::is_ascii_digit) && value.len() < 12;
        let has_mark = memchr::memmem::find(value, b"REDACTED-").is_some();
        if !is_odd || is_number || has_mark {
            return;
        }
        if self.values.len() == MOST
            && let Some((oldest, _)) = self.values.pop_front()
        {
            self.known.remove(&oldest);
        }
        self.known.insert(value.to_vec());
        self.values.push_back((value.to_vec(), kind));
        self.has_new = true;
    }

    /// Makes the finder know all values.
    pub(crate) fn learn(&mut self) {
        self.has_new = false;
        self.kinds = self.values.iter().map(|(_, kind)| *kind).collect();
        let values = self.values.iter().map(|(value, _)| value);
        self.finder = Finder::builder().match_kind(MatchKind::LeftmostLongest).build(values).ok();
    }

    /// Returns where the values stand in a text.
    pub(crate) fn find(&self, text: &[u8]) -> Vec<(std::ops::Range<usize>, Kind)> {
        let Some(finder) = &self.finder else { return Vec::new() };
        // Only an anchored search fails.
        let found = finder.try_find_iter(Input::new(text)).into_iter().flatten();
        found.map(|found| (found.range(), self.kinds[found.pattern().as_usize()])).collect()
    }
}
