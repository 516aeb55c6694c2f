//! The encodings that responses have been seen in, as `encoding_rs` decodes them, without its tables of all others.

use std::borrow::Cow;

/// An encoding.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    Utf8,
    Utf16Be,
    Utf16Le,
    Windows1252,
}

pub(super) static UTF_8: &Encoding = &Encoding::Utf8;
pub(super) static UTF_16BE: &Encoding = &Encoding::Utf16Be;
pub(super) static UTF_16LE: &Encoding = &Encoding::Utf16Le;

/// What the Encoding Standard calls Windows-1252.
const LABELS: [&str; 17] = [
    "ansi_x3.4-1968",
    "ascii",
    "cp1252",
    "cp819",
    "csisolatin1",
    "ibm819",
    "iso-8859-1",
    "iso-ir-100",
    "iso8859-1",
    "iso88591",
    "iso_8859-1",
    "iso_8859-1:1987",
    "l1",
    "latin1",
    "us-ascii",
    "windows-1252",
    "x-cp1252",
];

/// The characters of Windows-1252 from 0x80 to 0x9F; all others are those of Latin-1.
const FROM_80: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

impl Encoding {
    pub(super) fn for_bom(bytes: &[u8]) -> Option<(&'static Self, usize)> {
        match bytes {
            [0xEF, 0xBB, 0xBF, ..] => Some((UTF_8, 3)),
            [0xFE, 0xFF, ..] => Some((UTF_16BE, 2)),
            [0xFF, 0xFE, ..] => Some((UTF_16LE, 2)),
            _ => None,
        }
    }

    pub(super) fn for_label(label: &[u8]) -> Option<&'static Self> {
        let label = label.trim_ascii();
        LABELS.iter().any(|known| known.as_bytes().eq_ignore_ascii_case(label)).then_some(&Self::Windows1252)
    }

    pub(super) fn decode_without_bom_handling<'a>(&self, bytes: &'a [u8]) -> (Cow<'a, str>, bool) {
        match self {
            Self::Utf8 => {
                let text = String::from_utf8_lossy(bytes);
                let has_errors = matches!(text, Cow::Owned(_));
                (text, has_errors)
            }
            Self::Utf16Be => utf_16(bytes, u16::from_be_bytes),
            Self::Utf16Le => utf_16(bytes, u16::from_le_bytes),
            Self::Windows1252 => {
                let character = |byte: &u8| match byte {
                    0x80..=0x9F => FROM_80[usize::from(byte - 0x80)],
                    byte => char::from(*byte),
                };
                (bytes.iter().map(character).collect::<String>().into(), false)
            }
        }
    }
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> (Cow<'static, str>, bool) {
    let (pairs, rest) = bytes.as_chunks();
    let mut has_errors = false;
    let characters = char::decode_utf16(pairs.iter().map(|pair| unit(*pair))).map(|character| {
        has_errors |= character.is_err();
        character.unwrap_or(char::REPLACEMENT_CHARACTER)
    });
    let mut text: String = characters.collect();
    // Half a unit at the end is an error of its own, unless it follows half a pair: both are one.
    let is_half_a_pair = pairs.last().is_some_and(|pair| (0xD800..0xDC00).contains(&unit(*pair)));
    if !rest.is_empty() {
        has_errors = true;
        if !is_half_a_pair {
            text.push(char::REPLACEMENT_CHARACTER);
        }
    }
    (text.into(), has_errors)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Encoding, LABELS, UTF_8, UTF_16BE, UTF_16LE};

    proptest! {
        #[test]
        fn bytes_are_decoded_as_encoding_rs_decodes_them(
            bytes in proptest::collection::vec(prop_oneof![any::<u8>(), 0xD6_u8..=0xE1], 0..40)
        ) {
            for (ours, theirs) in [
                (UTF_8, encoding_rs::UTF_8),
                (UTF_16BE, encoding_rs::UTF_16BE),
                (UTF_16LE, encoding_rs::UTF_16LE),
                (&Encoding::Windows1252, encoding_rs::WINDOWS_1252),
            ] {
                prop_assert_eq!(
                    ours.decode_without_bom_handling(&bytes),
                    theirs.decode_without_bom_handling(&bytes),
                    "{:?}", ours
                );
            }
        }
    }

    #[test]
    fn every_label_of_windows_1252_is_known_and_no_other() {
        for label in LABELS {
            assert_eq!(encoding_rs::Encoding::for_label(label.as_bytes()), Some(encoding_rs::WINDOWS_1252));
            assert_eq!(Encoding::for_label(label.to_uppercase().as_bytes()), Some(&Encoding::Windows1252));
        }
        assert_eq!(Encoding::for_label(b"shift_jis"), None);
    }

    #[test]
    fn marks_are_those_of_encoding_rs() {
        for bytes in [&b"\xEF\xBB\xBFa"[..], b"\xFE\xFFa", b"\xFF\xFEa", b"\xEF\xBB", b"\xFF", b""] {
            let theirs = encoding_rs::Encoding::for_bom(bytes).map(|(_, length)| length);
            assert_eq!(Encoding::for_bom(bytes).map(|(_, length)| length), theirs, "{bytes:?}");
        }
    }
}
