//! Any text, whole and in pieces: the same responses in order, each where it says.

#![no_main]

use felkod::{Answer, Finder, Limits, Outcome, Reader, find};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some((choice, text)) = data.split_first() else { return };
    let whole: Vec<Answer> = find(text).collect();
    let mut end = 0;
    for answer in &whole {
        let range = &answer.range;
        assert!(range.start < range.end && range.end <= text.len() as u64, "{answer:?}");
        // Those of one string that is written with escapes may share a byte, and no more.
        assert!(range.start + 1 >= end, "{whole:?}");
        end = range.end;
        let before = &text[..usize::try_from(range.start).expect("a place")];
        assert_eq!(answer.line, 1 + before.iter().filter(|byte| **byte == b'\n').count() as u64);
        assert!(answer.report.outcome != Outcome::Error || answer.report.api.is_some());
    }
    let size = usize::from(*choice) % 64 + 1;
    let mut finder = Finder::new();
    let mut pieces: Vec<Answer> = text.chunks(size).flat_map(|piece| finder.push(piece)).collect();
    pieces.extend(finder.finish());
    assert_eq!(pieces, whole);
    let tight = Reader::new().limits(Limits::default().with_bytes(64).with_depth(3).with_findings(2));
    for answer in Finder::with(tight).find(text) {
        assert!(answer.report.findings.len() <= 2);
    }
});
