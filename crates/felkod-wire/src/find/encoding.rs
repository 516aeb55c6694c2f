//! Texts in UTF-16, as `PowerShell` and some editors write logs: they are decoded as they come.

use encoding_rs::{Decoder, UTF_16BE, UTF_16LE};

/// The encoding of a text, which its byte order mark tells.
#[derive(Default)]
pub(super) enum Encoding {
    /// Nothing has come yet, or a byte that may be the first of a mark.
    #[default]
    Unknown,
    FirstOf(u8),
    /// UTF-8, or whatever else: the bytes are taken as they are.
    Bytes,
    Wide(Box<Decoder>),
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
            [0xFF, 0xFE, ..] => Some(UTF_16LE.new_decoder_without_bom_handling()),
            [0xFE, 0xFF, ..] => Some(UTF_16BE.new_decoder_without_bom_handling()),
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
            Self::Wide(decoder) => decode(decoder, piece, is_last, text),
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
                    *self = Self::Wide(Box::new(decoder));
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

/// Decodes a piece. What is no UTF-16 becomes U+FFFD.
fn decode(decoder: &mut Decoder, mut piece: &[u8], is_last: bool, text: &mut Vec<u8>) {
    let mut room = [0; 4096];
    loop {
        let (result, read, written, _) = decoder.decode_to_utf8(piece, &mut room, is_last);
        text.extend_from_slice(&room[..written]);
        piece = &piece[read..];
        if result == encoding_rs::CoderResult::InputEmpty {
            return;
        }
    }
}
