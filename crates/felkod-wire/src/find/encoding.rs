//! Texts in UTF-16, as `PowerShell` and some editors write logs: they are decoded as they come.

/// The encoding of a text, which its byte order mark tells.
#[derive(Default)]
pub(super) enum Encoding {
    /// Nothing has come yet, or a byte that may be the first of a mark.
    #[default]
    Unknown,
    FirstOf(u8),
    /// UTF-8, or whatever else: the bytes are taken as they are.
    Bytes,
    Wide(Decoder),
}

impl std::fmt::Debug for Encoding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(if self.is_wide() { "UTF-16" } else { "bytes" })
    }
}

impl Encoding {
    /// Returns the decoder of a text that starts with the byte order mark of UTF-16.
    pub(super) fn of(text: &[u8]) -> Option<Decoder> {
        match text {
            [0xFF, 0xFE, ..] => Some(Decoder::new(u16::from_le_bytes)),
            [0xFE, 0xFF, ..] => Some(Decoder::new(u16::from_be_bytes)),
            _ => None,
        }
    }

    pub(super) fn is_wide(&self) -> bool {
        matches!(self, Self::Wide(_))
    }

    /// Adds the next piece of the text to what was decoded before.
    pub(super) fn decode(&mut self, piece: &[u8], is_last: bool, text: &mut Vec<u8>) {
        match self {
            Self::Bytes => text.extend_from_slice(piece),
            Self::Wide(decoder) => decoder.decode(piece, is_last, text),
            Self::Unknown | Self::FirstOf(_) => {
                let first = if let Self::FirstOf(first) = self { Some(*first) } else { None };
                let start: Vec<u8> = first.into_iter().chain(piece.iter().copied().take(2)).collect();
                if let [first @ (0xFE | 0xFF)] = start[..]
                    && !is_last
                {
                    *self = Self::FirstOf(first);
                    return;
                }
                if start.is_empty() {
                    return;
                }
                let rest = if let Some(decoder) = Self::of(&start) {
                    *self = Self::Wide(decoder);
                    &piece[2 - usize::from(first.is_some())..]
                } else {
                    text.extend(first);
                    *self = Self::Bytes;
                    piece
                };
                self.decode(rest, is_last, text);
            }
        }
    }
}

/// A decoder of UTF-16 that comes in pieces. What is no UTF-16 becomes U+FFFD.
pub(super) struct Decoder {
    unit: fn([u8; 2]) -> u16,
    /// The first byte of a unit whose second has not come yet.
    byte: Option<u8>,
    /// The first unit of a pair whose second has not come yet.
    high: Option<u16>,
}

impl Decoder {
    fn new(unit: fn([u8; 2]) -> u16) -> Self {
        Self { unit, byte: None, high: None }
    }

    fn decode(&mut self, piece: &[u8], is_last: bool, text: &mut Vec<u8>) {
        let mut bytes = self.byte.take().into_iter().chain(piece.iter().copied());
        let mut units: Vec<u16> = self.high.take().into_iter().collect();
        while let Some(first) = bytes.next() {
            match bytes.next() {
                Some(second) => units.push((self.unit)([first, second])),
                None => self.byte = Some(first),
            }
        }
        if !is_last && let Some(high @ 0xD800..=0xDBFF) = units.last().copied() {
            self.high = Some(high);
            units.pop();
        }
        for character in char::decode_utf16(units) {
            let character = character.unwrap_or(char::REPLACEMENT_CHARACTER);
            text.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
        }
        if is_last && self.byte.take().is_some() {
            text.extend_from_slice("\u{fffd}".as_bytes());
        }
    }
}
