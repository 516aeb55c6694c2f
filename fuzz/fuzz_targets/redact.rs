//! Any text, whole and in pieces, in both strengths, with a secret somewhere in it.

#![no_main]

use felkod::evidence::{Key, Options, Redactor, Strength, redact, spans};
use libfuzzer_sys::fuzz_target;

const SECRET: &str = "kEy0123456789Qx";

fuzz_target!(|data: &[u8]| {
    let Some(([choice, place], text)) = data.split_first_chunk::<2>() else { return };
    let strength = if choice & 1 == 0 { Strength::Log } else { Strength::Strict };
    let options = Options::new(Key::new([7; 16])).strength(strength);
    let whole = redact(text, &options);
    let mut start = 0;
    for span in spans(text, &options) {
        assert!(span.range.start < span.range.end && span.range.start >= start, "{span:?}");
        start = span.range.start;
    }
    // The quick look says nothing else, and neither does a border between two pieces.
    assert_eq!(redact(text, &options.clone().without_quick_look()), whole);
    let mut redactor = Redactor::new(options.clone());
    let mut pieces = Vec::new();
    for piece in text.chunks(usize::from(*place) % 32 + 1) {
        redactor.push(piece, &mut pieces);
    }
    redactor.finish(&mut pieces);
    assert_eq!(pieces, whole);

    // On a line of its own at the end, a secret is hidden whatever stands before, if the text before is closed.
    if text.is_ascii() && !text.iter().any(|byte| b"\"'<[{(\\%&\0-,;\t=".contains(byte)) {
        let planted = [text, b"\n\nGET /x?access_token=", SECRET.as_bytes(), b" HTTP/1.1\nseen ", SECRET.as_bytes()].concat();
        let redacted = redact(&planted, &options);
        assert!(memchr(&redacted).is_none(), "{}", String::from_utf8_lossy(&redacted));
        assert_eq!(redact(&redacted, &options), redacted, "twice");
    }
});

fn memchr(text: &[u8]) -> Option<usize> {
    text.windows(SECRET.len()).position(|window| window == SECRET.as_bytes())
}
