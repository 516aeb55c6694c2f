//! What a reader can get out of a text, whatever it is encoded in.

use base64::{Engine, prelude::BASE64_STANDARD};

/// Returns every text that a reader could get out of a text: each encoding undone, again and again.
fn readings(text: &[u8], depth: usize, all: &mut Vec<Vec<u8>>) {
    all.push(text.to_vec());
    if depth == 0 {
        return;
    }
    for decoded in [unpercent(text), unescape(text), unreference(text), without_nulls(text), sections(text)] {
        if decoded != text {
            readings(&decoded, depth - 1, all);
        }
    }
    for run in text
        .split(|byte| !byte.is_ascii_alphanumeric() && !b"+/=-_".contains(byte))
        .filter(|run| run.len() >= 16)
    {
        if let Ok(bytes) = BASE64_STANDARD.decode(run) {
            let mut plain = Vec::new();
            let is_gzip =
                std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(&bytes[..]), &mut plain).is_ok();
            readings(if is_gzip { &plain } else { &bytes }, depth - 1, all);
        }
    }
}

fn number(digits: &[u8], radix: u32) -> Option<u32> {
    u32::from_str_radix(std::str::from_utf8(digits).ok()?, radix).ok()
}

fn replaced(text: &[u8], read: impl Fn(&[u8]) -> Option<(Vec<u8>, usize)>) -> Vec<u8> {
    let (mut out, mut at) = (Vec::new(), 0);
    while at < text.len() {
        if let Some((bytes, length)) = read(&text[at..]) {
            out.extend(bytes);
            at += length;
        } else {
            out.push(text[at]);
            at += 1;
        }
    }
    out
}

fn unpercent(text: &[u8]) -> Vec<u8> {
    replaced(text, |rest| {
        let digits = rest.strip_prefix(b"%")?.get(..2)?;
        Some((vec![u8::try_from(number(digits, 16)?).ok()?], 3))
    })
}

fn unescape(text: &[u8]) -> Vec<u8> {
    replaced(text, |rest| {
        let rest = rest.strip_prefix(b"\\")?;
        if let Some(digits) = rest.strip_prefix(b"u").and_then(|rest| rest.get(..4)) {
            let char = char::from_u32(number(digits, 16)?).unwrap_or('?');
            return Some((char.to_string().into_bytes(), 6));
        }
        Some((vec![*rest.first()?], 2))
    })
}

fn unreference(text: &[u8]) -> Vec<u8> {
    replaced(text, |rest| {
        let end = rest.iter().take(12).position(|byte| *byte == b';')?;
        let name = rest.strip_prefix(b"&")?.get(..end - 1)?;
        let char = match name {
            [b'#', b'x', hex @ ..] => char::from_u32(number(hex, 16)?)?,
            [b'#', digits @ ..] => char::from_u32(number(digits, 10)?)?,
            b"amp" => '&',
            b"lt" => '<',
            b"gt" => '>',
            b"quot" => '"',
            b"apos" => '\'',
            _ => return None,
        };
        Some((char.to_string().into_bytes(), end + 1))
    })
}

fn without_nulls(text: &[u8]) -> Vec<u8> {
    text.iter().filter(|byte| **byte != 0).copied().collect()
}

fn sections(text: &[u8]) -> Vec<u8> {
    replaced(text, |rest| {
        let mark = [&b"<![CDATA["[..], b"]]>"].into_iter().find(|mark| rest.starts_with(mark))?;
        Some((Vec::new(), mark.len()))
    })
}

/// Returns the part of the secret that comes out: 8 characters of it, in whatever encoding.
pub(crate) fn leak(secret: &str, output: &[u8]) -> Option<String> {
    let mut all = Vec::new();
    readings(output, 6, &mut all);
    let chars: Vec<char> = secret.chars().collect();
    let windows: Vec<String> = chars.windows(8).map(|window| window.iter().collect()).collect();
    let windows: Vec<&String> = windows
        .iter()
        .filter(|window| {
            !window.ends_with("example.")
                && !"@mail.example.co.uk @example.com eyJhbGciOiJIUzI1NiJ9 -110d-4155-99a7-f986b2ff"
                    .contains(window.as_str())
        })
        .collect();
    windows
        .into_iter()
        .find(|window| all.iter().any(|text| memchr::memmem::find(text, window.as_bytes()).is_some()))
        .cloned()
}
