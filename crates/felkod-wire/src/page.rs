//! Responses that are neither SOAP nor JSON: a gateway's page, plain text, an empty body.

use felkod_catalog::StatusClass;

use crate::draft::Draft;

/// How far into a body the start of an HTML document is looked for, in bytes.
const HEAD: usize = 4096;

/// How far into a page its title is looked for, in bytes.
const TITLE: usize = 65_536;

/// How much of a plain text is kept, in bytes.
const SHOWN: usize = 4096;

/// Tells whether a text that starts with `<` is an HTML page.
pub(crate) fn is_html(text: &str) -> bool {
    let head = start(text, HEAD).to_ascii_lowercase();
    ["<!doctype html", "<html", "<head", "<body", "<title", "<center", "<h1"]
        .iter()
        .any(|tag| head.contains(tag))
        && !head.contains("<envelope")
        && !head.contains(":envelope")
}

/// Reads a page by its title or its first heading: `502 Bad Gateway`. A gateway that says nothing there is left to
/// the HTTP status.
pub(crate) fn read_html(text: &str, draft: &mut Draft) {
    for name in ["title", "h1"] {
        let Some(content) = content_of(name, text) else { continue };
        if let Some(status) = status_of(content) {
            return draft.status_finding(status, Some(content));
        }
    }
}

/// Reads a response by its HTTP status, when the body said nothing.
pub(crate) fn read_status(status: Option<u16>, text: &str, draft: &mut Draft) {
    if let Some(status) = status.filter(|status| StatusClass::of(*status).is_some()) {
        let said = if text.starts_with('<') { content_of("title", text) } else { Some(start(text, SHOWN)) };
        draft.status_finding(status, said);
    }
}

/// Returns what stands in the first element of a name on a page.
fn content_of<'t>(name: &str, text: &'t str) -> Option<&'t str> {
    let head = start(text, TITLE);
    // ASCII in lower case has the same length, so that a place in one is a place in the other.
    let lower = head.to_ascii_lowercase();
    let open = lower.find(&format!("<{name}"))?;
    let start = open + lower[open..].find('>')? + 1;
    let end = start + lower[start..].find(&format!("</{name}"))?;
    Some(head[start..end].trim()).filter(|content| !content.is_empty())
}

/// Returns the HTTP status that a title names: a number beside the words gateways use for it, those words alone, or a
/// number beside nothing but "server error". A page about anything else is no answer.
fn status_of(title: &str) -> Option<u16> {
    /// The words, and their status.
    const PHRASES: [(&str, u16); 26] = [
        ("bad request", 400),
        ("unauthorized", 401),
        ("authorization required", 401),
        ("forbidden", 403),
        ("access denied", 403),
        ("not found", 404),
        ("method not allowed", 405),
        ("not allowed", 405),
        ("request timeout", 408),
        ("request time-out", 408),
        ("request entity too large", 413),
        ("payload too large", 413),
        ("content too large", 413),
        ("request-uri too l", 414),
        ("uri too long", 414),
        ("unsupported media type", 415),
        ("too many requests", 429),
        ("internal server error", 500),
        ("bad gateway", 502),
        ("service unavailable", 503),
        ("service temporarily unavailable", 503),
        ("gateway time", 504),
        ("web server is down", 521),
        ("connection timed out", 522),
        ("origin is unreachable", 523),
        ("a timeout occurred", 524),
    ];
    /// The statuses whose words need no number beside them.
    const GATEWAYS: [u16; 5] = [413, 414, 502, 503, 504];
    let lower = title.to_ascii_lowercase();
    let of_phrase = PHRASES.iter().find_map(|(phrase, status)| {
        let before = lower[..lower.find(phrase)?].trim_end_matches(|c: char| !c.is_alphanumeric());
        let is_alone = before.is_empty() && GATEWAYS.contains(status);
        (is_alone || before.ends_with(&status.to_string())).then_some(*status)
    });
    of_phrase.or_else(|| {
        let mut words = lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
        let is_common = |word: &&str| ["http", "error", "server", "status"].contains(word);
        let number = words.by_ref().find(|word| !is_common(word))?.parse().ok()?;
        let has_error = lower.contains("error") && words.all(|word| is_common(&word));
        (has_error && (GATEWAYS.contains(&number) || number == 500)).then_some(number)
    })
}

/// Returns the first bytes of a text, cut between characters.
pub(crate) fn start(text: &str, bytes: usize) -> &str {
    &text[..boundary(text, bytes)]
}

/// Returns the last place between characters that is not after `at`.
pub(crate) fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()
}
