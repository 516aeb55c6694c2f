//! How far a search has come, and how much it may still look at.

use std::ops::Range;

use super::joint::State;

/// How many bytes are looked at for each byte of the input, and how many in any case.
const LOOKS: u64 = 8;
const LOOKS_IN_ANY_CASE: u64 = 1 << 20;

/// How far the search through a text has come.
#[derive(Clone, Debug, Default)]
pub(super) struct Place {
    /// Where the text starts in the input.
    pub(super) base: u64,
    /// Where to go on.
    pub(super) at: usize,
    /// Where the last document ended: nothing before it belongs to the next.
    pub(super) floor: usize,
    /// Up to where each format was looked for already: starts before have been seen from an earlier one.
    pub(super) floors: Floors,
    /// The CDATA section that was met last, and has not been seen to end: where its end is looked for.
    pub(super) cdata: Option<usize>,
    /// Where the first document of the text ended.
    pub(super) first: Option<usize>,
    /// Up to where the text is read because of a sign, and up to where signs were looked for.
    pub(super) loud: usize,
    pub(super) searched: usize,
    /// A stretch in which no sign starts, the last that was met.
    pub(super) quiet: Range<usize>,
    /// Whether a document at `at` has not ended.
    pub(super) is_open: bool,
    /// From where on the next joint is wanted, in bytes of the input, and the one that was met.
    pub(super) joint_from: Option<u64>,
    pub(super) joint: Option<(usize, State)>,
}

impl Place {
    /// Looks for the end of the CDATA section before a place.
    pub(super) fn look_for_end_of_cdata(&mut self, text: &[u8], before: usize) {
        const END: &[u8] = b"]]>";
        let Some(from) = self.cdata.filter(|from| *from < before) else { return };
        let is_over = memchr::memmem::find(&text[from..before], END).is_some();
        // What has been looked through is not looked through again, apart from what may be the start of the end.
        self.cdata = (!is_over).then(|| from.max((before + 1).saturating_sub(END.len())));
    }

    /// Keeps the state of the search, which has passed on, where that is wanted: at the start of a line.
    pub(super) fn keep_joint(&mut self, text: &[u8]) {
        let is_wanted = self.joint_from.is_some_and(|from| from <= self.base + self.at as u64);
        if is_wanted && text[..self.at].last() == Some(&b'\n') {
            self.look_for_end_of_cdata(text, self.at);
            self.joint_from = None;
            self.joint = Some((self.at, State::of(self)));
        }
    }

    /// Counts from a later start of the text.
    pub(super) fn shift(&mut self, by: usize) {
        self.base += by as u64;
        self.at -= by;
        self.floor = self.floor.saturating_sub(by);
        self.floors.shift(by);
        self.cdata = self.cdata.map(|at| at.saturating_sub(by));
        self.first = self.first.map(|at| at.saturating_sub(by));
        self.loud = self.loud.saturating_sub(by);
        self.searched = self.searched.saturating_sub(by);
        self.quiet = self.quiet.start.saturating_sub(by)..self.quiet.end.saturating_sub(by);
    }
}

/// Up to where a look from an earlier start has come, by format.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Floors {
    pub(super) xml: usize,
    pub(super) page: usize,
    pub(super) dump: usize,
    pub(super) escaped: usize,
    pub(super) references: usize,
    pub(super) percent: usize,
    /// The texts in quotation marks that were looked through last: by the mark, of strings and of YAML's values.
    pub(super) quotes: [Marked; 4],
}

/// A text in quotation marks, as far as it was looked through.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Marked {
    pub(super) from: usize,
    pub(super) to: usize,
    /// Whether it has something that is decoded.
    pub(super) is_written: bool,
    /// Whether it is a value of YAML's up to there.
    pub(super) is_yaml: bool,
}

impl Floors {
    fn shift(&mut self, by: usize) {
        let references = [&mut self.references, &mut self.percent];
        for floor in
            [&mut self.xml, &mut self.page, &mut self.dump, &mut self.escaped].into_iter().chain(references)
        {
            *floor = floor.saturating_sub(by);
        }
        for marked in &mut self.quotes {
            marked.from = marked.from.saturating_sub(by);
            marked.to = marked.to.saturating_sub(by);
        }
    }
}

/// The bytes that may be looked at, over everything up to a place of the input. What comes behind it adds nothing, so that
/// a text in pieces may be looked at as often as a whole one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Budget {
    left: u64,
    reached: u64,
}

impl Budget {
    pub(super) fn new() -> Self {
        Self { left: LOOKS_IN_ANY_CASE, reached: 0 }
    }

    /// Counts the input up to a place.
    pub(super) fn reach(&mut self, place: u64) {
        let more = place.saturating_sub(self.reached);
        self.reached += more;
        self.left = self.left.saturating_add(LOOKS * more);
    }

    /// Takes a look at so many bytes; `false` where the budget is used up.
    pub(super) fn take(&mut self, bytes: usize) -> bool {
        let rest = self.left.checked_sub(bytes as u64);
        self.left = rest.unwrap_or(self.left);
        rest.is_some()
    }
}
