//! UTF-16, to UTF-8 and back without a loss: a surrogate that stands alone is written as three bytes.

/// The order of the two bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    Little,
    Big,
}

/// Tells by its first bytes whether a text is UTF-16: a byte order mark, or ASCII with null bytes between.
pub(crate) fn detect(bytes: &[u8]) -> Option<Order> {
    let first = bytes.get(..4)?;
    match first {
        [0xFF, 0xFE, 0, 0] => None,
        [0xFF, 0xFE, ..] => Some(Order::Little),
        [0xFE, 0xFF, ..] => Some(Order::Big),
        [a, 0, b, 0] if *a != 0 && *b != 0 => Some(Order::Little),
        [0, a, 0, b] if *a != 0 && *b != 0 => Some(Order::Big),
        _ => None,
    }
}

/// Decodes whole pairs of bytes. A byte that is left over is left out.
pub(crate) fn to_utf8(bytes: &[u8], order: Order) -> Vec<u8> {
    let units = bytes.as_chunks::<2>().0.iter().map(|pair| match order {
        Order::Little => u16::from_le_bytes(*pair),
        Order::Big => u16::from_be_bytes(*pair),
    });
    let mut out = Vec::with_capacity(bytes.len());
    for char in char::decode_utf16(units) {
        match char {
            Ok(char) => out.extend_from_slice(char.encode_utf8(&mut [0; 4]).as_bytes()),
            Err(alone) => {
                let unit = alone.unpaired_surrogate().to_be_bytes();
                let number = u16::from_be_bytes(unit);
                out.push(0xED);
                out.push(0x80 | u8::try_from((number >> 6) & 0x3F).unwrap_or(0));
                out.push(0x80 | u8::try_from(number & 0x3F).unwrap_or(0));
            }
        }
    }
    out
}

/// Encodes what [`to_utf8`] decoded.
pub(crate) fn from_utf8(text: &[u8], order: Order) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len() * 2);
    let mut push = |unit: u16| match order {
        Order::Little => out.extend_from_slice(&unit.to_le_bytes()),
        Order::Big => out.extend_from_slice(&unit.to_be_bytes()),
    };
    for chunk in text.utf8_chunks() {
        chunk.valid().encode_utf16().for_each(&mut push);
        // The three bytes of a surrogate come as three broken chunks.
        for byte in chunk.invalid() {
            push(u16::from(*byte));
        }
    }
    out
}
