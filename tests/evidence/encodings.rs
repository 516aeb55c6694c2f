//! How a text is written in another one.

use std::fmt::Write as _;

use crate::random::Random;

pub(crate) fn percent(text: &str, random: &mut Random) -> String {
    let all = random.below(2) == 0;
    let mut out = String::new();
    for byte in text.bytes() {
        if !all && (byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~')) {
            out.push(char::from(byte));
        } else if random.below(2) == 0 {
            let _ = write!(out, "%{byte:02X}");
        } else {
            let _ = write!(out, "%{byte:02x}");
        }
    }
    out
}

pub(crate) fn json_escape(text: &str, random: &mut Random) -> String {
    let all = random.below(2) == 0;
    let mut out = String::new();
    for char in text.chars() {
        let plain = !matches!(char, '"' | '\\') && !char.is_control();
        if plain && !(all && random.below(3) > 0) {
            out.push(char);
            continue;
        }
        if char == '"' && random.below(2) == 0 {
            out += "\\\"";
            continue;
        }
        for unit in char.encode_utf16(&mut [0; 2]) {
            let _ = write!(out, "\\u{unit:04x}");
        }
    }
    out
}

pub(crate) fn xml_escape(text: &str, random: &mut Random) -> String {
    let all = random.below(2) == 0;
    let mut out = String::new();
    for char in text.chars() {
        match (char, random.below(3)) {
            ('&', 0) => out += "&amp;",
            ('<', 0) => out += "&lt;",
            ('"', 0) => out += "&quot;",
            ('&' | '<' | '"' | '\'', _) => {
                let _ = write!(out, "&#{};", u32::from(char));
            }
            (char, 1) if all => {
                let _ = write!(out, "&#x{:X};", u32::from(char));
            }
            (char, 2) if all => {
                let _ = write!(out, "&#{:05};", u32::from(char));
            }
            (char, _) => out.push(char),
        }
    }
    out
}

pub(crate) fn json_all(text: &str, random: &mut Random) -> String {
    json_escape(text, random)
        .chars()
        .map(|char| if char.is_control() { format!("\\u{:04x}", u32::from(char)) } else { char.to_string() })
        .collect()
}

pub(crate) fn utf16(text: &str, how: usize) -> Vec<u8> {
    let mark = if how < 2 { "\u{FEFF}" } else { "" };
    let units = mark.encode_utf16().chain(text.encode_utf16());
    if how.is_multiple_of(2) {
        units.flat_map(u16::to_le_bytes).collect()
    } else {
        units.flat_map(u16::to_be_bytes).collect()
    }
}

pub(crate) fn gzip(text: &str) -> Vec<u8> {
    use std::io::Write;
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(text.as_bytes()).expect("memory");
    encoder.finish().expect("memory")
}
