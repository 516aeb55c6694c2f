//! Base64, told from words that only look like it.

use base64::{
    Engine,
    alphabet::{STANDARD, URL_SAFE},
    engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig},
};

use crate::utf16;

/// A value that was Base64 as a whole.
pub(crate) struct Decoded {
    pub(crate) bytes: Vec<u8>,
    pub(crate) engine: GeneralPurpose,
}

/// After so many bytes, what is mostly no text is taken for none.
const START: usize = 1 << 10;

const VALUES: [u8; 256] = {
    let mut values = [0xFF; 256];
    let letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut index = 0;
    while index < 64 {
        #[expect(clippy::cast_possible_truncation, reason = "it is below 64")]
        let value = index as u8;
        values[letters[index] as usize] = value;
        index += 1;
    }
    values[b'-' as usize] = 62;
    values[b'_' as usize] = 63;
    values
};

/// Decodes a value that is Base64 as a whole, lines in it or not, and gives text or something compressed.
pub(crate) fn decode(value: &[u8]) -> Option<Decoded> {
    if value.len() < 8 || !may_be_text(value) {
        return None;
    }
    let letters: Vec<u8> = value.iter().filter(|byte| !matches!(byte, b'\r' | b'\n')).copied().collect();
    if letters.len() % 4 == 1 {
        return None;
    }
    let url = letters.iter().any(|byte| matches!(byte, b'-' | b'_'));
    let config = GeneralPurposeConfig::new()
        .with_decode_allow_trailing_bits(true)
        .with_encode_padding(letters.len().is_multiple_of(4))
        .with_decode_padding_mode(DecodePaddingMode::Indifferent);
    let engine = GeneralPurpose::new(if url { &URL_SAFE } else { &STANDARD }, config);
    let bytes = engine.decode(&letters).ok()?;
    Some(Decoded { bytes, engine })
}

/// Tells whether a value may be Base64 of a text, or of something compressed, without decoding all of it. It may say yes
/// where it is none.
pub(crate) fn may_be_text(value: &[u8]) -> bool {
    let length = value.len() * 3 / 4;
    let (mut count, mut odd, mut more) = (0, 0, 0_u32);
    let mut first = [0; 4];
    let (mut bits, mut held) = (0_u32, 0);
    for letter in value {
        let part = VALUES[usize::from(*letter)];
        if part == 0xFF {
            if matches!(letter, b'\r' | b'\n' | b'=') {
                continue;
            }
            return false;
        }
        bits = bits << 6 | u32::from(part);
        held += 6;
        if held < 8 {
            continue;
        }
        held -= 8;
        let byte = (bits >> held & 0xFF) as u8;
        if count < 4 {
            first[count] = byte;
            if count == 3 && utf16::detect(&first).is_some() {
                return true;
            }
        }
        count += 1;
        // Compressed.
        if count == 2 && first[..2] == [0x1F, 0x8B] {
            return true;
        }
        let is_more = (0x80..0xC0).contains(&byte);
        if more > 0 && is_more {
            more -= 1;
            continue;
        }
        // What began and did not go on is one fault, and so is each byte that cannot start a letter.
        odd += usize::from(more > 0);
        more = match byte {
            0xC2..=0xDF => 1,
            0xE0..=0xEF => 2,
            0xF0..=0xF4 => 3,
            _ => 0,
        };
        let is_control = byte.is_ascii_control() && !byte.is_ascii_whitespace();
        odd += usize::from(is_control || is_more || matches!(byte, 0xC0 | 0xC1 | 0xF5..=0xFF));
        // UTF-16 is known by its first four bytes, and none by its first two.
        let is_known = count >= 4 || count >= 2 && first[0] != 0 && first[1] != 0 && first[0] < 0xFE;
        if is_known && odd * 20 > length || (count >= START && odd * 4 > count) {
            return false;
        }
    }
    count >= 6
}

/// Tells whether bytes are text, as opposed to what any word gives when it is taken for Base64.
pub(crate) fn is_text(bytes: &[u8]) -> bool {
    if bytes.len() < 6 {
        return false;
    }
    if utf16::detect(bytes).is_some() {
        return true;
    }
    let odd = |byte: &u8| byte.is_ascii_control() && !byte.is_ascii_whitespace();
    let count = bytes.iter().filter(|byte| odd(byte)).count();
    let broken = bytes.utf8_chunks().filter(|chunk| !chunk.invalid().is_empty()).count();
    (count + broken) * 20 <= bytes.len()
}
