//! The signs of responses: words of which at least one stands in whatever the finder takes for a response. A text without
//! any is passed over without being read.
//!
//! Signs are letters, digits and what no writer escapes, in any case of letters: a response has the same signs in a string
//! of JSON, of YAML or of a language, and in XML. One in UTF-16 has zero bytes, which count as signs.

use std::{ops::Range, sync::LazyLock};

/// The signs, one a line; a line that starts with `# ` is a comment.
const LIST: &str = include_str!("signs.txt");

/// How many bytes are compared at once.
const BLOCK: usize = 4;

/// How far apart the blocks start. A sign has a whole block, wherever it starts between two.
const STRIDE: usize = 2;

/// How many bits of a block's hash are looked up.
const BITS: u32 = 14;

/// The length of the longest sign, in bytes.
pub(super) const LONGEST: usize = 16;

/// The signs, by the blocks that they have at their start.
struct Signs {
    /// The group of signs with a block of this hash; 0 where there is none.
    groups: Box<[u8; 1 << BITS]>,
    /// The signs of each group, and how far before the block they start.
    signs: Vec<Vec<(&'static [u8], usize)>>,
}

static SIGNS: LazyLock<Signs> = LazyLock::new(|| Signs::new(LIST));

impl Signs {
    fn new(list: &'static str) -> Self {
        let mut groups = Box::new([0; 1 << BITS]);
        let mut signs = vec![Vec::new()];
        for sign in list.lines().filter(|line| !line.starts_with("# ")).map(str::as_bytes) {
            for before in 0..STRIDE {
                let block = sign[before..].first_chunk().map_or(0, |block| u32::from_le_bytes(*block));
                let group = &mut groups[hash(block | FOLD)];
                if *group == 0 {
                    // Where there are more groups than numbers, the last ones share theirs.
                    *group = u8::try_from(signs.len()).unwrap_or(u8::MAX);
                    signs.resize_with(signs.len().max(usize::from(*group) + 1), Vec::new);
                }
                signs[usize::from(*group)].push((sign, before));
            }
        }
        Self { groups, signs }
    }

    /// Returns where a sign starts of which a block stands at `at`; none that starts before `from`.
    fn at(&self, text: &[u8], group: u8, at: usize, from: usize) -> Option<usize> {
        let starts = self.signs[usize::from(group)].iter().filter_map(|(sign, before)| {
            let start = at.checked_sub(*before).filter(|start| *start >= from)?;
            let found = text.get(start..start + sign.len())?;
            found.eq_ignore_ascii_case(sign).then_some(start)
        });
        starts.min()
    }

    /// Returns where the first sign starts that starts in a range of the text, zero bytes aside.
    fn find(&self, text: &[u8], range: Range<usize>) -> Option<usize> {
        /// How many bytes are looked up between two decisions.
        const STEP: usize = 16;
        let from = range.start;
        let is_inside = |start: &usize| *start < range.end;
        let mut at = from;
        while let Some(step) = text.get(at..).and_then(<[u8]>::first_chunk::<{ STEP + BLOCK }>) {
            if at > range.end {
                return None;
            }
            let groups: [u8; STEP / STRIDE] =
                std::array::from_fn(|place| self.groups[hash(block(step, place * STRIDE))]);
            if groups.iter().fold(0, |any, group| any | group) != 0 {
                for (place, group) in groups.into_iter().enumerate().filter(|(_, group)| *group != 0) {
                    if let Some(start) = self.at(text, group, at + place * STRIDE, from) {
                        return Some(start).filter(is_inside);
                    }
                }
            }
            at += STEP;
        }
        while at <= range.end && at + BLOCK <= text.len() {
            let group = self.groups[hash(block(&text[at..], 0))];
            if group != 0
                && let Some(start) = self.at(text, group, at, from)
            {
                return Some(start).filter(is_inside);
            }
            at += STRIDE;
        }
        None
    }
}

/// The bit that tells lower case from upper case, in each byte of a block.
const FOLD: u32 = 0x2020_2020;

/// Returns the block at a place, its letters in lower case.
fn block(text: &[u8], at: usize) -> u32 {
    let bytes = text[at..].first_chunk().copied().unwrap_or_default();
    u32::from_le_bytes(bytes) | FOLD
}

fn hash(block: u32) -> usize {
    (block.wrapping_mul(0x9E37_79B1) >> (u32::BITS - BITS)) as usize
}

/// Returns where the first sign starts that starts in a range of the text. One that the end of the text cuts off is none.
pub(super) fn next(text: &[u8], range: Range<usize>) -> Option<usize> {
    /// How far zero bytes are looked for at once.
    const PIECE: usize = 4096;
    let to = range.end.min(text.len());
    let mut at = range.start;
    while at < to {
        let end = to.min(at + PIECE);
        let zero = memchr::memchr(0, &text[at..end]).map(|length| at + length);
        let end = zero.unwrap_or(end);
        let seen = &text[..text.len().min(end + LONGEST)];
        if let Some(start) = SIGNS.find(seen, at..end).or(zero) {
            return Some(start);
        }
        at = end;
    }
    None
}

/// Tells whether a text has a sign.
pub(super) fn stand_in(text: &[u8]) -> bool {
    next(text, 0..text.len()).is_some()
}
