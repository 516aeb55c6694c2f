//! Finding responses in texts: every wrapping, in any nesting and cut anywhere, and nothing where there is none.

use felkod_wire::{Answer, Finder, find};

mod bounds;
mod cuts;
mod faults;
mod nested;
mod noise;
mod table;

/// The responses of a text that comes in pieces of a size.
pub(crate) fn in_pieces(text: &[u8], size: usize) -> Vec<Answer> {
    let mut finder = Finder::new();
    let mut answers: Vec<Answer> = text.chunks(size).flat_map(|piece| finder.push(piece)).collect();
    answers.extend(finder.finish());
    answers
}

/// The responses of a text.
pub(crate) fn all(text: &[u8]) -> Vec<Answer> {
    find(text).collect()
}

/// The number of the finding that decides, if there is one.
pub(crate) fn number(answer: &Answer) -> Option<u32> {
    answer.report.strictest().and_then(|finding| finding.number)
}

/// The bytes of a file of the corpus.
pub(crate) fn file(name: &str) -> Vec<u8> {
    let folder = std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/payloads/found");
    std::fs::read(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}
