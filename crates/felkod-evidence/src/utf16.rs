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
    let (mut at, mut done) = (0, 0);
    for chunk in text.utf8_chunks() {
        chunk.valid().encode_utf16().for_each(&mut push);
        at += chunk.valid().len();
        for byte in chunk.invalid() {
            // The three bytes of a surrogate come as three broken chunks.
            if let [0xED, second @ 0xA0..=0xBF, third @ 0x80..=0xBF, ..] = text[at..] {
                push(0xD000 | u16::from(second & 0x3F) << 6 | u16::from(third & 0x3F));
                done = at + 3;
            } else if at >= done {
                push(u16::from(*byte));
            }
            at += 1;
        }
    }
    out
}

/// So much speaks against UTF-16 that a text goes on in another encoding.
const ENOUGH: u32 = 12;
/// So many bytes before that are read in the other encoding too, unless they are plainly UTF-16.
const BEFORE: usize = 128;

/// What the bytes of a text say of its being UTF-16.
pub(crate) struct Proof {
    /// How many bytes of it are read, as UTF-16.
    pub(crate) length: usize,
    /// Whether the text goes on in another encoding after them; if not, the rest cannot be judged yet, or is no whole pair.
    pub(crate) ends: bool,
}

/// Tells how far a text that started as UTF-16 is UTF-16. `gives_away` tells whether bytes that could be either have a secret
/// or its name when they are read as they stand.
pub(crate) fn prove(bytes: &[u8], order: Order, last: bool, gives_away: impl Fn(&[u8]) -> bool) -> Proof {
    // After what is plainly UTF-16, and where the bytes start that look like another encoding.
    let (mut plain, mut start, mut score) = (0, 0, 0);
    let has_secret =
        |run: &[u8]| run.iter().any(|byte| matches!(byte, b'=' | b':' | b'@')) && gives_away(run);
    let ends = |plain: usize, start: usize| {
        let length = plain.max(start.saturating_sub(BEFORE) & !1);
        Proof { length, ends: true }
    };
    for (index, pair) in bytes.as_chunks::<2>().0.iter().enumerate() {
        let at = index * 2;
        let (high, low) = if order == Order::Little { (pair[1], pair[0]) } else { (pair[0], pair[1]) };
        let against = against(high, low);
        if against == 0 {
            if score > 0 && has_secret(&bytes[start..at]) {
                return ends(plain, start);
            }
            score = 0;
            plain = if high == 0 && low != 0 { at + 2 } else { plain };
            continue;
        }
        start = if score == 0 { at } else { start };
        score += against;
        if score >= ENOUGH {
            return ends(plain, start);
        }
    }
    let whole = bytes.len() & !1;
    let start = if score == 0 { whole } else { start };
    if last {
        if start < bytes.len() && (whole < bytes.len() || has_secret(&bytes[start..])) {
            return ends(plain, start);
        }
        return Proof { length: whole, ends: false };
    }
    let mut length = plain.max(start.saturating_sub(BEFORE) & !1);
    // A surrogate waits for the other one.
    if length >= 2 {
        let high = bytes[if order == Order::Little { length - 1 } else { length - 2 }];
        length -= if matches!(high, 0xD8..=0xDB) { 2 } else { 0 };
    }
    Proof { length, ends: false }
}

/// Tells how much a pair of bytes speaks against UTF-16: it is two letters of ASCII, or one at the wrong place.
const fn against(high: u8, low: u8) -> u32 {
    const fn is_text(byte: u8) -> bool {
        matches!(byte, b'\t' | b'\n' | b'\r' | b' '..=b'~')
    }
    match (high, low) {
        // An ideographic space.
        (0x30, 0) => 0,
        // The ideograph of the number one, a line of a box, an ellipsis.
        (0x4E | 0x25, 0) | (0x20, 0x26) => 1,
        (high, 0) if is_text(high) => 3,
        (high, low) if !is_text(high) || !is_text(low) => 0,
        // Kana and ideographs, of which many have two such bytes.
        (0x30 | 0x4E..=0x7E, low) => 1 + !low.is_ascii_alphabetic() as u32,
        _ => 4,
    }
}
