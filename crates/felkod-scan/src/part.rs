//! A large file in parts: a thread that has no file of its own takes half of what another still has to read.
//!
//! Its search starts a little before its part. Where it comes to the same [`Joint`] as the search of the part before, the
//! two are one search, and each counts its side of it. Where it does not, such as in a document that started long before,
//! the part before goes on and the other is dropped.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use felkod_wire::Joint;

use crate::{queue::Source, summary::Counts};

/// The least that is left to a part and that is split off, in bytes.
const LEAST: u64 = 2 << 20;

/// How far before its part a search starts, in bytes.
pub(crate) const WARM_UP: u64 = 256 << 10;

/// A part of a file.
#[derive(Debug)]
pub(crate) struct Part {
    pub(crate) source: Arc<Source>,
    /// When the file was written last, in Unix milliseconds.
    pub(crate) written: Option<i64>,
    /// Where it starts, in bytes of the file.
    pub(crate) from: u64,
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug)]
struct State {
    /// How far it has been read.
    at: u64,
    /// Where the next part starts, and how long the file was when it was opened.
    end: Option<u64>,
    size: u64,
    next: Option<Arc<Part>>,
    start: Start,
    /// The lines up to where it met the next part, from where its search started.
    lines: Option<u64>,
    /// Whether the part before counts what this one was to count.
    is_dropped: bool,
    counts: Counts,
}

/// Where the search of a part has come to it.
#[derive(Debug)]
enum Start {
    Unknown,
    At(Box<Joint>),
    /// It is over, and has come to none.
    Nowhere,
}

/// What comes behind the end of a part.
pub(crate) enum Behind {
    /// The next part has it.
    Another,
    /// The part goes on.
    Own,
}

impl Part {
    /// Makes the part that is a whole file of a size.
    pub(crate) fn whole(source: Arc<Source>, written: Option<i64>, size: u64) -> Self {
        Self::new(source, written, 0, size)
    }

    fn new(source: Arc<Source>, written: Option<i64>, from: u64, size: u64) -> Self {
        let start = Start::Unknown;
        let counts = Counts::default();
        let state =
            State { at: from, end: None, size, next: None, start, lines: None, is_dropped: false, counts };
        Self { source, written, from, state: Mutex::new(state), changed: Condvar::new() }
    }

    /// Tells whether a file of a size may be split.
    pub(crate) fn may_be_split(size: u64) -> bool {
        size > 2 * LEAST
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns how much there is left to split, in bytes.
    pub(crate) fn left(&self) -> u64 {
        self.state().left()
    }

    /// Splits off the second half of what is left.
    pub(crate) fn split(&self) -> Option<Arc<Self>> {
        let mut state = self.state();
        let left = state.left();
        if left <= 2 * LEAST {
            return None;
        }
        let from = state.at + left / 2;
        let other = Self::new(Arc::clone(&self.source), self.written, from, state.size);
        {
            let mut other = other.state();
            (other.end, other.next) = (state.end, state.next.take());
        }
        let other = Arc::new(other);
        (state.end, state.next) = (Some(from), Some(Arc::clone(&other)));
        Some(other)
    }

    /// Notes that the file is read up to a place, and returns where the next part starts; an error where this one is
    /// dropped.
    pub(crate) fn advance(&self, to: u64) -> Result<Option<u64>, Dropped> {
        let mut state = self.state();
        state.at = to.max(self.from);
        if state.is_dropped { Err(Dropped) } else { Ok(state.end) }
    }

    /// Notes where the search has come to the part.
    pub(crate) fn starts_at(&self, joint: Joint) {
        self.state().start = Start::At(Box::new(joint));
        self.changed.notify_all();
    }

    /// Tells what comes behind the end of the part, to which its search has come.
    pub(crate) fn meet(&self, joint: &Joint) -> Behind {
        let next = self.state().next.clone();
        let Some(next) = next else {
            self.state().end = None;
            return Behind::Own;
        };
        let mut other = next.state();
        while matches!(other.start, Start::Unknown) {
            other = next.changed.wait(other).unwrap_or_else(PoisonError::into_inner);
        }
        // One that its own part before has dropped is nobody's.
        let is_one = !other.is_dropped && matches!(&other.start, Start::At(start) if start.meets(joint));
        if is_one {
            drop(other);
            self.state().lines = Some(joint.lines);
            return Behind::Another;
        }
        other.is_dropped = true;
        let (end, after) = (other.end, other.next.take());
        drop(other);
        let mut state = self.state();
        (state.end, state.next) = (end, after);
        Behind::Own
    }

    /// Keeps what the part has counted.
    pub(crate) fn finish(&self, counts: Counts) {
        let mut state = self.state();
        state.counts = counts;
        // Nothing is left to split.
        state.at = u64::MAX;
    }

    /// Says that the search is over, so that nobody waits for it.
    pub(crate) fn close(&self) {
        let mut state = self.state();
        if matches!(state.start, Start::Unknown) {
            state.start = Start::Nowhere;
        }
        drop(state);
        self.changed.notify_all();
    }

    /// Adds what the part and those after it have counted, as far as each has met the next.
    pub(crate) fn add_to(&self, all: &mut Counts) {
        let (mut counts, mut lines, mut next) = self.state().take();
        let mut before = 0;
        loop {
            counts.add_lines(before);
            all.merge(counts);
            let (Some(met), Some(part)) = (lines, next) else { return };
            let mut state = part.state();
            if let Start::At(start) = &state.start {
                before = (before + met).saturating_sub(start.lines);
            }
            let rest = state.take();
            drop(state);
            (counts, lines, next) = rest;
        }
    }
}

/// The part is dropped: the one before counts what it was to count.
#[derive(Debug)]
pub(crate) struct Dropped;

impl State {
    fn left(&self) -> u64 {
        if self.is_dropped { 0 } else { self.end.unwrap_or(self.size).saturating_sub(self.at) }
    }

    fn take(&mut self) -> (Counts, Option<u64>, Option<Arc<Part>>) {
        (std::mem::take(&mut self.counts), self.lines, self.next.take())
    }
}

#[cfg(test)]
#[path = "part_tests.rs"]
mod tests;
