//! Eight bytes at once, as a number whose lowest byte is the first one. A byte that is told apart has its highest bit set.

/// The highest bit of each byte.
pub(crate) const HIGH: u64 = each(0x80);

/// Returns a number with the same byte eight times.
#[inline]
pub(crate) const fn each(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// Returns the bits of the first bytes, eight at most.
#[inline]
pub(crate) const fn first(count: usize) -> u64 {
    if count >= 8 { u64::MAX } else { (1 << (8 * count)) - 1 }
}

/// Takes up at most eight bytes; what is missing is 0.
#[inline]
pub(crate) fn load(bytes: &[u8]) -> u64 {
    let length = bytes.len();
    if let Some(eight) = bytes.first_chunk() {
        return u64::from_le_bytes(*eight);
    }
    if let (Some(start), Some(end)) = (bytes.first_chunk(), bytes.last_chunk()) {
        let (start, end) = (u32::from_le_bytes(*start), u32::from_le_bytes(*end));
        return u64::from(start) | u64::from(end) << (8 * (length - 4));
    }
    bytes.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte))
}

/// Tells which bytes are letters of ASCII.
#[inline]
pub(crate) const fn letters(eight: u64) -> u64 {
    let lower = (eight | each(0x20)) & !HIGH;
    (lower + each(0x80 - b'a')) & !(lower + each(0x7F - b'z')) & !eight & HIGH
}

/// Tells which bytes are digits.
#[inline]
pub(crate) const fn digits(eight: u64) -> u64 {
    let low = eight & !HIGH;
    (low + each(0x80 - b'0')) & !(low + each(0x7F - b'9')) & !eight & HIGH
}

/// Tells which bytes are part of a word: letters, digits, underscores, and all that are not ASCII.
#[inline]
pub(crate) const fn words(eight: u64) -> u64 {
    let other = (eight ^ each(b'_')) & !HIGH;
    (letters(eight) | digits(eight) | !(other + each(0x7F)) | eight) & HIGH
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_byte_at_each_place_is_told_as_the_standard_library_tells_it() {
        for byte in 0..=255_u8 {
            for place in 0..8 {
                for around in [0, b'a', 0xFF] {
                    let mut eight = [around; 8];
                    eight[place] = byte;
                    let number = load(&eight);
                    let tells = |bits: u64| bits >> (8 * place) & 0xFF == 0x80;
                    assert_eq!(tells(letters(number)), byte.is_ascii_alphabetic(), "{byte} at {place}");
                    assert_eq!(tells(digits(number)), byte.is_ascii_digit(), "{byte} at {place}");
                    assert_eq!(tells(words(number)), crate::shape::is_word(byte), "{byte} at {place}");
                    for bits in [letters(number), digits(number), words(number)] {
                        assert_eq!(bits & !HIGH, 0, "{byte} at {place}");
                    }
                }
            }
        }
    }

    #[test]
    fn what_is_missing_is_naught() {
        for length in 0..=8 {
            let bytes = &b"abcdefgh"[..length];
            let mut eight = [0; 8];
            eight[..length].copy_from_slice(bytes);
            assert_eq!(load(bytes), u64::from_le_bytes(eight));
            assert_eq!(first(length), u64::from_le_bytes(eight.map(|byte| if byte == 0 { 0 } else { 0xFF })));
        }
    }
}
