//! What stays in the strength `strict`.

use felkod_catalog::Code;

/// Words of logs and of HTTP, which tell nothing about anybody.
const WORDS: [&str; 67] = [
    "DEBUG",
    "INFO",
    "WARN",
    "WARNING",
    "ERROR",
    "FATAL",
    "TRACE",
    "CRITICAL",
    "NOTICE",
    "GET",
    "POST",
    "PUT",
    "PATCH",
    "DELETE",
    "HEAD",
    "OPTIONS",
    "HTTP/1.0",
    "HTTP/1.1",
    "HTTP/2",
    "HTTP/2.0",
    "true",
    "false",
    "null",
    "skipped",
    "created",
    "updated",
    "deleted",
    "added",
    "removed",
    "success",
    "failed",
    "FAILED",
    "error",
    "COMPLETED",
    "Queued",
    "Processing",
    "SOAP",
    "REST",
    "application/json",
    "text/xml",
    "base64",
    "bearer",
    "Bearer",
    "Basic",
    "1.0",
    "1.2",
    "UTF-8",
    "utf-8",
    "UTF-16",
    "ISO-8859-1",
    "windows-1252",
    "xml",
    "!DOCTYPE",
    "CDATA",
    "HttpOnly",
    "Secure",
    "Lax",
    "Strict",
    "curl",
    "-X",
    "-H",
    "-d",
    "-u",
    "--request",
    "--header",
    "--data",
    "--user",
];

/// A date of HTTP, with its words by their first letters.
const DATE: &[u8; 29] = b"www, dd mmm dddd dd:dd:dd GMT";
const WEEKDAYS: &[u8] = b"MonTueWedThuFriSatSun";
const MONTHS: &[u8] = b"JanFebMarAprMayJunJulAugSepOctNovDec";

/// Tells whether a value is a time, a code, a size, a request id, or a word of the protocol.
pub(crate) fn stays(value: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(value) else { return false };
    let text = text.trim();
    if text.is_empty() || crate::mark::is_whole(text.as_bytes()) || WORDS.contains(&text) {
        return true;
    }
    is_time(text)
        || is_code(text)
        || is_request_id(text)
        || is_name(text)
        || date(text.as_bytes()) == Some(text.len())
}

/// Returns the length of the date that a text starts with: `Mon, 30 Nov 2026 12:00:00 GMT`, or `30/Nov/2026:12:00:00`.
pub(crate) fn date(text: &[u8]) -> Option<usize> {
    let has = |form: &[u8]| {
        text.len() >= form.len()
            && form.iter().zip(text).enumerate().all(|(at, (kind, byte))| match kind {
                b'd' => byte.is_ascii_digit(),
                b'w' => {
                    form[..at].last() == Some(kind)
                        || WEEKDAYS.chunks(3).any(|day| text[at..].starts_with(day))
                }
                b'm' => {
                    form[..at].last() == Some(kind)
                        || MONTHS.chunks(3).any(|month| text[at..].starts_with(month))
                }
                _ => byte == kind,
            })
    };
    [DATE.as_slice(), b"dd/mmm/dddd:dd:dd:dd"].iter().find(|form| has(form)).map(|form| form.len())
}

/// Tells whether a word that an equals sign follows is the name of a pair. Base64 that ends in one is none.
pub(crate) fn is_name_of_pair(text: &[u8], word: std::ops::Range<usize>) -> bool {
    let before = text[..word.start].last();
    let is_value = match text.get(word.end + 1) {
        Some(b'"' | b'\'') => !matches!(before, Some(b'"' | b'\'')),
        next => next.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'%' || *byte >= 0x80),
    };
    let name = &text[word];
    let is_part = |byte: &u8| byte.is_ascii_alphabetic() || matches!(byte, b'_' | b'-' | b'.');
    is_value && name.len() <= 40 && name.iter().all(is_part)
}

fn is_code(text: &str) -> bool {
    text.len() <= 7 && text.parse::<u32>().is_ok_and(|number| number < 1000 || Code::try_from(number).is_ok())
}

fn is_time(text: &str) -> bool {
    let is_part =
        |char: char| char.is_ascii_digit() || matches!(char, '-' | ':' | '.' | ',' | '+' | 'T' | 'Z');
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let separators = text.chars().filter(|char| matches!(char, '-' | ':')).count();
    (4..=35).contains(&text.len()) && text.chars().all(is_part) && digits >= 4 && separators >= 2 && {
        let first = text.split(['-', ':']).next().unwrap_or("");
        let is_year =
            first.starts_with("19") || first.starts_with("20") || text.as_bytes().get(10) == Some(&b'T');
        first.len() == 4 && is_year || first.len() == 2
    }
}

fn is_request_id(text: &str) -> bool {
    text.split_once('#').is_some_and(|(id, time)| {
        let is_hex = |part: &str| {
            !part.is_empty() && part.len() <= 16 && part.bytes().all(|byte| byte.is_ascii_hexdigit())
        };
        is_hex(id) && is_hex(time)
    })
}

/// Names of fields, operations, and media types: letters with no space, and something that no name of a person has.
fn is_name(text: &str) -> bool {
    let is_part = |char: char| char.is_ascii_alphabetic() || matches!(char, '_' | '-' | '/' | '.');
    text.len() <= 60
        && text.chars().all(is_part)
        && (text.contains(['_', '/', '-'])
            || text.chars().all(|char| char.is_ascii_lowercase()) && text.len() <= 24
            || text.chars().skip(1).any(|char| char.is_ascii_uppercase()))
}

/// Tells whether a word of plain text stays: a time, a code, a path of Marketo's, or a word of the protocol.
pub(crate) fn word_stays(word: &[u8], is_known: impl Fn(&[u8]) -> bool) -> bool {
    let Ok(text) = std::str::from_utf8(word) else { return false };
    if text.is_empty() || !text.chars().any(char::is_alphanumeric) || WORDS.contains(&text) {
        return true;
    }
    if text.starts_with('/') {
        return text.split('/').all(part_stays);
    }
    is_time(text) || is_code(text) || is_request_id(text) || is_known(word)
}

/// Returns the parts of an address that go, between its slashes: it is an address still then. Without a path, all behind the
/// scheme goes. Nothing where a word is no address.
pub(crate) fn of_address(word: &[u8]) -> Option<Vec<std::ops::Range<usize>>> {
    let (scheme, rest) = std::str::from_utf8(word).ok()?.split_once("://")?;
    let is_scheme = (1..40).contains(&scheme.len()) && scheme.bytes().all(|byte| byte.is_ascii_alphabetic());
    let stays = |part: &str| {
        if rest.contains('/') {
            part_stays(part)
        } else {
            part.is_empty() || crate::mark::is_whole(part.as_bytes())
        }
    };
    is_scheme.then(|| {
        let mut at = scheme.len() + "://".len();
        let parts = rest.split('/').map(|part| {
            let start = at;
            at += part.len() + 1;
            (part, start..start + part.len())
        });
        parts.filter(|(part, _)| !stays(part)).map(|(_, range)| range).collect()
    })
}

/// Tells whether a part of a path stays.
fn part_stays(part: &str) -> bool {
    let is_plain = |char: char| char.is_ascii_alphabetic() || matches!(char, '_' | '.' | '-' | ':');
    part.len() <= 40 && part.chars().all(is_plain) || part == "v1" || crate::mark::is_whole(part.as_bytes())
}
