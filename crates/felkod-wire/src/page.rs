//! Answers that are neither SOAP nor JSON: a gateway's page, plain text, a client's exception, an empty body.

use felkod::{Api, Level};

use crate::{
    draft::{Draft, Raw, RawCode},
    rest, soap,
};

/// How far into a body the start of an HTML document is looked for, in bytes.
const HEAD: usize = 1024;

/// How far into a body a title is looked for, and how much of a plain text is kept, in bytes.
const SHOWN: usize = 4096;

/// Tells whether a text that starts with `<` is an HTML page.
pub(crate) fn is_html(text: &str) -> bool {
    let head = start(text, HEAD).to_ascii_lowercase();
    ["<!doctype html", "<html", "<head", "<body", "<title", "<center", "<h1"]
        .iter()
        .any(|tag| head.contains(tag))
        && !head.contains("envelope")
}

/// Reads a page by its title: `502 Bad Gateway`. A gateway that says nothing there is left to the HTTP status.
pub(crate) fn read_html(text: &str, draft: &mut Draft) {
    let Some(title) = title(text) else { return };
    if let Some(status) = status_of(title) {
        found(status, title, draft);
    }
}

/// Reads plain text: a client's exception with an answer inside it, or the line in which it renders a fault.
pub(crate) fn read_text(text: &str, draft: &mut Draft) {
    if let Some(at) = start_of_xml(text) {
        soap::read(&text[at..], draft);
    }
    if !draft.is_recognized
        && let Some(at) = start_of_json(text)
    {
        rest::read_embedded(&text[at..], draft);
    }
    if !draft.is_recognized {
        soap::read_line(start(text, SHOWN), draft);
    }
}

/// Reads an answer by its HTTP status, the body having said nothing.
pub(crate) fn read_status(status: Option<u16>, text: &str, draft: &mut Draft) {
    if let Some(status) = status.filter(|status| *status >= 400) {
        let text = if text.starts_with('<') { title(text).unwrap_or_default() } else { start(text, SHOWN) };
        found(status, text, draft);
    }
}

fn found(status: u16, text: &str, draft: &mut Draft) {
    let api = draft.api().unwrap_or(Api::Rest);
    draft.recognize(api);
    draft.has_failed = true;
    let raw = Raw { code: Some(RawCode::Number(status.into())), text: Some(text.to_owned()) };
    draft.finding(api, raw, Level::Http, None);
}

/// Returns what stands in the page's `title`.
fn title(text: &str) -> Option<&str> {
    let head = start(text, SHOWN);
    // ASCII in lower case has the same length, so that a place in one is a place in the other.
    let lower = head.to_ascii_lowercase();
    let open = lower.find("<title")?;
    let start = open + lower[open..].find('>')? + 1;
    let end = start + lower[start..].find("</title")?;
    Some(head[start..end].trim()).filter(|title| !title.is_empty())
}

/// Returns the HTTP status a title names: by its number, else by the words gateways use for it.
fn status_of(title: &str) -> Option<u16> {
    /// The words for the statuses a gateway answers with.
    const PHRASES: [(&str, u16); 9] = [
        ("request entity too large", 413),
        ("payload too large", 413),
        ("content too large", 413),
        ("request-uri too l", 414),
        ("uri too long", 414),
        ("bad gateway", 502),
        ("service unavailable", 503),
        ("temporarily unavailable", 503),
        ("gateway time", 504),
    ];
    let lower = title.to_ascii_lowercase();
    let words = lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let first = words.into_iter().find(|word| !["http", "error", "status"].contains(word));
    let number = first.and_then(|word| word.parse().ok()).filter(|number| (400..600).contains(number));
    number.or_else(|| PHRASES.iter().find(|(phrase, _)| lower.contains(phrase)).map(|(_, status)| *status))
}

/// Finds an XML document, or the envelope of one, inside a text.
fn start_of_xml(text: &str) -> Option<usize> {
    /// The longest namespace prefix looked for, in bytes.
    const PREFIX: usize = 64;
    let declaration = text.find("<?xml");
    let element = ["Envelope", "Fault"].iter().filter_map(|name| {
        text.match_indices(name).find_map(|(at, _)| {
            let from = text.floor_char_boundary(at.saturating_sub(PREFIX));
            let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':');
            let before = text[from..at].trim_end_matches(is_name);
            before.ends_with('<').then(|| from + before.len() - 1)
        })
    });
    declaration.into_iter().chain(element).min()
}

/// Finds a JSON object inside a text: a brace before a quotation mark.
fn start_of_json(text: &str) -> Option<usize> {
    text.match_indices('{').find_map(|(at, _)| text[at + 1..].trim_start().starts_with('"').then_some(at))
}

/// Returns the first bytes of a text, cut between characters.
fn start(text: &str, bytes: usize) -> &str {
    &text[..text.floor_char_boundary(bytes)]
}
