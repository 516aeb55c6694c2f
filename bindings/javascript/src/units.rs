//! Places in a text, as JavaScript counts them.

/// Turns places in the UTF-8 of a text into places in its UTF-16, in units.
pub(crate) fn in_units(mut places: Vec<&mut u64>, text: &[u8]) {
    // Responses can lie within each other.
    places.sort();
    let (mut at, mut units) = (0, 0);
    for place in places {
        let byte = usize::try_from(*place).unwrap_or(usize::MAX).clamp(at, text.len());
        for byte in &text[at..byte] {
            // Every byte but those that continue a code point, and twice those that start one of four bytes.
            units += u64::from(byte & 0xC0 != 0x80) + u64::from(*byte >= 0xF0);
        }
        at = byte;
        *place = units;
    }
}

#[cfg(test)]
mod tests {
    use super::in_units;

    #[test]
    fn places_are_counted_as_javascript_counts_them() {
        let text = "aå漢😀b";
        for (byte, _) in text.char_indices() {
            let (mut place, mut end) = (byte as u64, text.len() as u64);
            in_units(vec![&mut end, &mut place], text.as_bytes());
            assert_eq!(place, text[..byte].encode_utf16().count() as u64, "{byte}");
            assert_eq!(end, text.encode_utf16().count() as u64);
        }
    }
}
