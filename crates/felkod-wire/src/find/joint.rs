//! Where two searches meet that read one text from different places: from there on they are one search.

use super::{
    around::LOOK_BACK,
    place::{Floors, Marked, Place},
};

/// A place at which a search passed on to lines that have nothing to do with those before, and all that decides how it
/// goes on. A search that started later in the text and comes to the same goes on in the same way, whatever is there.
///
/// What the search may still look at is left out: it bounds the time that a hostile text takes.
#[derive(Clone, Debug)]
pub struct Joint {
    /// The place, in bytes of the text.
    pub at: u64,
    /// How many lines end before it, from where the search started.
    pub lines: u64,
    /// How many of the responses that came with it were found before.
    pub answers: usize,
    state: State,
}

impl Joint {
    /// Tells whether the two searches are one from here on.
    #[must_use]
    pub fn meets(&self, other: &Self) -> bool {
        self.at == other.at && self.state == other.state
    }

    pub(super) fn new(state: State, lines: u64, answers: usize) -> Self {
        Self { at: state.at, lines, answers, state }
    }
}

/// How a search goes on from a place: what it has of the text before, as far as that still counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct State {
    at: u64,
    floor: u64,
    loud: Option<u64>,
    searched: u64,
    floors: [Option<u64>; 6],
    quotes: [Option<(u64, u64, bool, bool)>; 4],
    is_in_cdata: bool,
}

impl State {
    /// Takes the state of a search at the place to which it has come.
    pub(super) fn of(place: &Place) -> Self {
        let told = |at: usize| place.base + at as u64;
        let ahead = |at: usize| (at > place.at).then(|| told(at));
        let Floors { xml, page, dump, escaped, references, percent, quotes } = place.floors;
        Self {
            at: told(place.at),
            // Nothing looks back further.
            floor: told(place.floor.max(place.at.saturating_sub(LOOK_BACK))),
            loud: ahead(place.loud),
            searched: told(place.searched.max(place.at.saturating_sub(LOOK_BACK))),
            floors: [xml, page, dump, escaped, references, percent].map(ahead),
            quotes: quotes.map(|Marked { from, to, is_written, is_yaml }| {
                Some((told(from), ahead(to)?, is_written, is_yaml))
            }),
            is_in_cdata: place.cdata.is_some(),
        }
    }
}
