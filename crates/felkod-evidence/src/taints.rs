//! Secrets that were found by their name, and may come again without it.

use std::{
    cmp::Reverse,
    collections::{HashMap, VecDeque},
    ops::Range,
};

use crate::Kind;

/// How many secrets are remembered; the oldest is forgotten first.
const MOST: usize = 1024;
/// How many of them may be alike where they are looked for; again, the oldest is forgotten first.
const ALIKE: usize = 256;
const LONGEST: usize = 4096;
const SHORTEST: usize = 8;
/// A text is looked at in windows that start at every fourth byte: one of them falls into any eight bytes of a secret.
const STEP: usize = 4;
const WINDOW: usize = SHORTEST - STEP + 1;
const WINDOW_MASK: u64 = (1 << (8 * WINDOW)) - 1;

/// Secrets that were found by their name, and may come again without it.
///
/// A secret that is added is known at once. Nothing is built anew for it.
#[derive(Debug, Default)]
pub(crate) struct Taints {
    values: VecDeque<Value>,
    /// The number of the oldest.
    first: u64,
    /// Which values are found by these eight bytes.
    places: HashMap<u64, Vec<u64>>,
    /// These eight bytes, and the windows in them.
    known: Known,
    /// How many have been forgotten that the filter still knows.
    stale: usize,
    /// What decoded texts of this part were looked through before.
    seen: Filter,
    /// How long the part is.
    length: usize,
    /// The number of the first value that was added in this part.
    added: u64,
    /// Whether a value was added that may stand in such a text.
    pub(crate) has_missed: bool,
}

#[derive(Debug)]
struct Value {
    bytes: Vec<u8>,
    kind: Kind,
    /// Where the eight bytes start by which it is found.
    place: usize,
}

impl Taints {
    /// Starts with another part of so many bytes.
    pub(crate) fn start_part(&mut self, length: usize) {
        self.seen = Filter::default();
        (self.length, self.added, self.has_missed) = (length, self.end(), false);
    }

    /// Remembers a value, if it is a secret that cannot be an everyday word.
    pub(crate) fn add(&mut self, kind: Kind, value: &[u8]) {
        let is_secret = matches!(
            kind,
            Kind::Token | Kind::Secret | Kind::Credentials | Kind::Cookie | Kind::User | Kind::Email
        );
        if !is_secret || !(SHORTEST..=LONGEST).contains(&value.len()) {
            return;
        }
        let has = |is: fn(&u8) -> bool| value.iter().any(is);
        let is_odd = has(u8::is_ascii_digit) || has(u8::is_ascii_uppercase) || value.len() >= 16;
        let is_number = value.iter().all(u8::is_ascii_digit) && value.len() < 12;
        let has_mark = memchr::memmem::find(value, b"REDACTED-").is_some();
        if !is_odd || is_number || has_mark {
            return;
        }
        let known = self.number(value);
        if let Some(number) = known {
            if number + MOST as u64 / 2 >= self.end() {
                return;
            }
            // It would soon be forgotten.
            self.forget(number);
        }
        if self.values.len() == MOST {
            self.forget(self.first);
        }
        let number = self.end();
        // Those of one issuer may start or end alike.
        let alike = |place: &usize| self.places.get(&eight(value, *place)).map_or(0, Vec::len);
        let place = places(value).into_iter().min_by_key(alike).unwrap_or(0);
        let bytes = eight(value, place);
        if let Some(oldest) =
            self.places.get(&bytes).filter(|alike| alike.len() >= ALIKE).map(|alike| alike[0])
        {
            self.forget(oldest);
        }
        self.places.entry(bytes).or_default().push(number);
        self.known.learn(bytes);
        self.has_missed |= known.is_none() && self.may_have_passed(value);
        self.values.push_back(Value { bytes: value.to_vec(), kind, place });
    }

    /// Returns the number of the next value.
    pub(crate) fn end(&self) -> u64 {
        self.first + self.values.len() as u64
    }

    /// Returns where the values from a number on stand in a text.
    pub(crate) fn find(&self, text: &[u8], from: u64) -> Vec<(Range<usize>, Kind)> {
        let mut found = self.all(text, from);
        // The first of those that overlap, and the longest of those that start together.
        let mut end = 0;
        found.retain(|(range, _)| {
            let is_next = range.start >= end;
            end = if is_next { range.end } else { end };
            is_next
        });
        found
    }

    /// Tells whether any value stands in a text.
    pub(crate) fn are_in(&self, text: &[u8]) -> bool {
        !self.all(text, 0).is_empty()
    }

    /// Returns the same with those that overlap, sorted by where they start, the longest first.
    fn all(&self, text: &[u8], from: u64) -> Vec<(Range<usize>, Kind)> {
        let mut found = Vec::new();
        if from.max(self.first) >= self.end() || text.len() < SHORTEST {
            return found;
        }
        let fours = text.as_chunks::<STEP>().0;
        for (index, pair) in fours.windows(2).enumerate() {
            let window = u64::from(u32::from_le_bytes(pair[0])) | u64::from(pair[1][0]) << 32;
            if self.known.has(window) {
                self.around(text, index * STEP, from, &mut found);
            }
        }
        let last = (fours.len() - 1) * STEP;
        if last + WINDOW <= text.len() && self.known.has(window(text, last)) {
            self.around(text, last, from, &mut found);
        }
        if found.len() > 1 {
            found.sort_by_key(|(range, _)| (range.start, Reverse(range.end)));
        }
        found
    }

    /// Adds the values that have their eight bytes around a window.
    #[cold]
    fn around(&self, text: &[u8], at: usize, from: u64, found: &mut Vec<(Range<usize>, Kind)>) {
        for place in (0..STEP).filter_map(|offset| at.checked_sub(offset)) {
            if place + SHORTEST > text.len() || !self.known.has(eight(text, place)) {
                continue;
            }
            for number in self.places.get(&eight(text, place)).into_iter().flatten() {
                let Some(value) = self.value(*number).filter(|_| *number >= from) else { continue };
                let Some(start) = place.checked_sub(value.place) else { continue };
                if text[start..].starts_with(&value.bytes) {
                    found.push((start..start + value.bytes.len(), value.kind));
                }
            }
        }
    }

    /// Remembers that a text has been looked through that does not stand in the part as it is.
    pub(crate) fn saw(&mut self, text: &[u8]) {
        if text.len() >= SHORTEST {
            if self.seen.is_empty() {
                self.seen = Filter::new((self.length * 4).next_power_of_two().clamp(1 << 10, 1 << 25));
            }
            for at in (0..=text.len() - WINDOW).step_by(STEP) {
                self.seen.add(window(text, at));
            }
        }
    }

    /// Tells whether a value that was added in this part stands in it where nothing is hidden.
    pub(crate) fn are_left(&self, part: &[u8], hidden: impl Iterator<Item = Range<usize>>) -> bool {
        let found = self.all(part, self.added);
        if found.is_empty() {
            return false;
        }
        let mut hidden: Vec<_> = hidden.collect();
        hidden.sort_by_key(|range| range.start);
        // How far it is hidden from there on, without a gap.
        let (mut next, mut end) = (0, 0);
        found.iter().any(|(range, _)| {
            while let Some(other) = hidden.get(next).filter(|other| other.start <= range.start.max(end)) {
                end = end.max(other.end);
                next += 1;
            }
            end < range.end
        })
    }

    /// Tells whether a value may stand in a text that was looked through before: all of its windows were seen, wherever
    /// in it the first one started.
    fn may_have_passed(&self, value: &[u8]) -> bool {
        (0..STEP).any(|start| {
            (start..=value.len() - WINDOW).step_by(STEP).all(|at| self.seen.has(window(value, at)))
        })
    }

    /// Returns the number of a value that is remembered.
    fn number(&self, value: &[u8]) -> Option<u64> {
        let alike = places(value).into_iter().filter_map(|place| self.places.get(&eight(value, place)));
        let is = |number: &u64| self.value(*number).is_some_and(|known| known.bytes == value);
        alike.flatten().copied().find(is)
    }

    fn value(&self, number: u64) -> Option<&Value> {
        self.values.get(usize::try_from(number.checked_sub(self.first)?).ok()?)
    }

    /// Forgets a value.
    fn forget(&mut self, number: u64) {
        let Some(value) = self.value(number) else { return };
        if !value.bytes.is_empty() {
            let bytes = eight(&value.bytes, value.place);
            if let Some(alike) = self.places.get_mut(&bytes) {
                alike.retain(|other| *other != number);
                if alike.is_empty() {
                    self.places.remove(&bytes);
                }
            }
        }
        if number == self.first {
            self.values.pop_front();
            self.first += 1;
        } else if let Some(index) =
            usize::try_from(number - self.first).ok().filter(|index| *index < self.values.len())
        {
            self.values[index].bytes.clear();
        }
        self.stale += 1;
        if self.stale >= MOST {
            self.stale = 0;
            self.known = Known::default();
            self.places.keys().for_each(|bytes| self.known.learn(*bytes));
        }
    }
}

/// Where the eight bytes may start by which a value is found.
fn places(value: &[u8]) -> [usize; 3] {
    let last = value.len() - SHORTEST;
    [0, last, last / 2]
}

fn eight(text: &[u8], at: usize) -> u64 {
    let mut bytes = [0; SHORTEST];
    bytes.copy_from_slice(&text[at..at + SHORTEST]);
    u64::from_le_bytes(bytes)
}

/// The bytes of a window.
fn window(text: &[u8], at: usize) -> u64 {
    if at + SHORTEST <= text.len() {
        return eight(text, at) & WINDOW_MASK;
    }
    let mut bytes = [0; 8];
    bytes[..WINDOW].copy_from_slice(&text[at..at + WINDOW]);
    u64::from_le_bytes(bytes)
}

/// A set of windows and of eight bytes that may take one for another, but misses none.
#[derive(Debug)]
struct Known {
    bits: Box<[u64; 1 << Self::PLACES]>,
}

impl Default for Known {
    fn default() -> Self {
        Self { bits: Box::new([0; 1 << Self::PLACES]) }
    }
}

impl Known {
    /// How many bits a place has.
    const PLACES: u32 = 11;

    /// Returns the word of a window, and two bits in it.
    fn place(window: u64) -> (usize, u32, u32) {
        let hash = window.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let bits = u32::try_from(hash >> 41 & 0xFFF).unwrap_or(0);
        (usize::try_from(hash >> (64 - Self::PLACES)).unwrap_or(0), bits & 63, bits >> 6)
    }

    /// Adds eight bytes, and the windows in them.
    fn learn(&mut self, bytes: u64) {
        let windows = (0..STEP).map(|offset| bytes >> (8 * offset) & WINDOW_MASK);
        for window in windows.chain([bytes]) {
            let (word, one, other) = Self::place(window);
            self.bits[word] |= 1 << one | 1 << other;
        }
    }

    #[inline]
    fn has(&self, window: u64) -> bool {
        let (word, one, other) = Self::place(window);
        let bits = self.bits[word];
        bits >> one & bits >> other & 1 == 1
    }
}

/// The same for windows alone, as large as it has to be.
#[derive(Debug, Default)]
struct Filter {
    bits: Vec<u64>,
}

impl Filter {
    /// Makes a filter of so many bits, a power of two.
    fn new(bits: usize) -> Self {
        Self { bits: vec![0; bits / 64] }
    }

    fn is_empty(&self) -> bool {
        self.bits.is_empty()
    }

    /// Returns the word and the bit of a window.
    fn place(&self, window: u64) -> (usize, u64) {
        let hash = window.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let word = usize::try_from(hash >> 32).unwrap_or(0) & (self.bits.len() - 1);
        (word, 1 << (hash >> 26 & 63))
    }

    fn add(&mut self, window: u64) {
        if !self.bits.is_empty() {
            let (word, bit) = self.place(window);
            self.bits[word] |= bit;
        }
    }

    fn has(&self, window: u64) -> bool {
        !self.bits.is_empty() && {
            let (word, bit) = self.place(window);
            self.bits[word] & bit != 0
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_found_wherever_it_stands() {
        let mut taints = Taints::default();
        for value in ["kEy01234", "kEy0123456789", "åäö Password"] {
            taints.add(Kind::Secret, value.as_bytes());
        }
        for shift in 0..9 {
            for value in ["kEy01234", "kEy0123456789", "åäö Password"] {
                let text = format!("{}{value}{}", "x".repeat(shift), "y".repeat(shift % 3));
                let found = taints.find(text.as_bytes(), 0);
                assert_eq!(found, [(shift..shift + value.len(), Kind::Secret)], "{text}");
            }
        }
    }

    #[test]
    fn the_last_ones_are_known_and_the_first_ones_forgotten() {
        let mut taints = Taints::default();
        let value = |number: usize| format!("{number:06}-Secret");
        for number in 0..3 * MOST + 7 {
            taints.add(Kind::Secret, value(number).as_bytes());
        }
        let knows = |number: usize| !taints.find(value(number).as_bytes(), 0).is_empty();
        assert!((2 * MOST + 7..3 * MOST + 7).all(knows));
        assert!(!(0..2 * MOST + 7).any(knows));
        // One that comes again is not among the first to go.
        taints.add(Kind::Secret, value(2 * MOST + 8).as_bytes());
        (0..MOST - 2).for_each(|number| taints.add(Kind::Secret, value(number).as_bytes()));
        assert!(!taints.find(value(2 * MOST + 8).as_bytes(), 0).is_empty());
        assert!(taints.places.len() <= MOST);
    }

    #[test]
    fn those_that_start_alike_or_end_alike_are_known_and_of_those_that_do_both_some() {
        let mut taints = Taints::default();
        for number in 0..MOST {
            taints.add(Kind::Secret, format!("Secret-of-{:08}", number * 7919 % 99_991).as_bytes());
        }
        assert_eq!(taints.values.iter().filter(|value| !value.bytes.is_empty()).count(), MOST);
        let alike = |number: usize| format!("AAAAAAAAAA{}AAAAAAAAAA", "A".repeat(number));
        for number in 0..MOST {
            taints.add(Kind::Secret, alike(number).as_bytes());
        }
        assert!(!taints.find(alike(MOST - 1).as_bytes(), 0).is_empty());
        assert!(taints.places.values().all(|alike| alike.len() <= ALIKE));
    }

    #[test]
    fn a_value_that_passed_before_it_was_known_is_missed() {
        let mut taints = Taints::default();
        taints.start_part(100);
        taints.saw(b"seen kEy0123456789 before");
        taints.add(Kind::Secret, b"another-Secret");
        assert!(!taints.has_missed);
        taints.add(Kind::Secret, b"kEy0123456789");
        assert!(taints.has_missed);
    }
}
