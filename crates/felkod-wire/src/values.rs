//! The values inside the server's texts: the 50 and the 20 of `Max rate limit '50' exceeded with in '20' secs`.
//!
//! The forms stand in the catalogue, see `Code::server_texts`. A value never decides which code an error is.

use std::borrow::Cow;

use felkod::{Code, Value};

/// The marks that open and close a value, pair by pair. Marketo mixes them.
const QUOTES: [(char, char); 9] = [
    ('\'', '\''),
    ('"', '"'),
    ('`', '`'),
    ('’', '’'),
    ('‘', '’'),
    ('‘', '\''),
    ('“', '”'),
    ('”', '”'),
    ('[', ']'),
];

/// Takes the values out of a server's text by the first of the code's forms that fits.
pub(crate) fn taken(code: Code, text: &str) -> Vec<(&'static str, Value)> {
    let forms = code.server_texts();
    if forms.is_empty() || text.is_empty() {
        return Vec::new();
    }
    let text = without_number(text, code.as_u32());
    let is_figure = |name: &str| name == "seconds" || code.limits().iter().any(|limit| limit.what == name);
    let typed = |name: &str, value: &str| {
        if is_figure(name) { figure(value).map(Value::Number) } else { Some(Value::from(value)) }
    };
    forms.iter().find_map(|form| fit(form, text, typed)).unwrap_or_default()
}

/// Returns the text without what stands in quotation marks, so that no value is taken for words of the server's.
pub(crate) fn without_quoted(text: &str) -> Cow<'_, str> {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((start, open)) = rest.char_indices().find(|(at, c)| opens(*c) && starts_word(rest, *at)) {
        let inside = &rest[start + open.len_utf8()..];
        let end =
            inside.char_indices().find(|(at, c)| closes(open, *c) && ends_word(inside, at + c.len_utf8()));
        let Some((end, close)) = end else { break };
        kept.push_str(&rest[..start]);
        rest = &inside[end + close.len_utf8()..];
    }
    if kept.is_empty() && rest.len() == text.len() {
        return Cow::Borrowed(text);
    }
    kept.push_str(rest);
    Cow::Owned(kept)
}

/// Returns the text without the code in parentheses that SOAP puts at its end.
fn without_number(text: &str, number: u32) -> &str {
    let text = text.trim_end();
    let bare = text.strip_suffix(')').and_then(|text| text.rsplit_once('('));
    match bare {
        Some((bare, digits)) if digits.parse() == Ok(number) => bare.trim_end(),
        _ => text,
    }
}

/// Fits a form such as `Field {field} not found` to a text and returns its values, or `None` where it does not fit. A
/// value without its type is left out.
fn fit(
    form: &'static str,
    text: &str,
    typed: impl Fn(&str, &str) -> Option<Value>,
) -> Option<Vec<(&'static str, Value)>> {
    /// No form has more values.
    const MOST: usize = 2;
    let mut values = Vec::with_capacity(MOST);
    let (lead, mut form) = form.split_once('{')?;
    let mut text = match find(text, lead.trim_end()) {
        Some((_, end)) => &text[end..],
        None => return None,
    };
    if !lead.is_empty() && !text.starts_with(|c: char| c.is_whitespace() || opens(c)) {
        return None;
    }
    if lead.is_empty() {
        text = text.trim_start();
    }
    loop {
        let (name, after) = form.split_once('}')?;
        let (literal, next) = match after.split_once('{') {
            Some((literal, next)) => (literal, Some(next)),
            None => (after, None),
        };
        let (value, rest) = value_before(text.trim_start(), literal.trim())?;
        values.extend(typed(name, value).map(|value| (name, value)));
        match next {
            Some(next) => (form, text) = (next, rest),
            None => return Some(values),
        }
    }
}

/// Splits a text into the value it starts with and what follows the literal after it. A value in quotation marks ends
/// with the mark before the literal; without a literal a value goes to the end of its sentence.
fn value_before<'t>(text: &'t str, literal: &str) -> Option<(&'t str, &'t str)> {
    let open = text.chars().next().filter(|c| opens(*c));
    if let Some(open) = open {
        let inside = &text[open.len_utf8()..];
        for (at, close) in inside.char_indices().filter(|(_, c)| closes(open, *c)) {
            let rest = inside[at + close.len_utf8()..].trim_start();
            if literal.is_empty() {
                if rest.is_empty() || rest == "." {
                    return Some((&inside[..at], ""));
                }
            } else if let Some(rest) = strip(rest, literal) {
                return Some((&inside[..at], rest));
            }
        }
    }
    let (value, rest) = if literal.is_empty() {
        (text.trim_end().trim_end_matches('.'), "")
    } else {
        let (start, end) = find(text, literal)?;
        (text[..start].trim_end(), &text[end..])
    };
    (!value.is_empty()).then_some((value, rest))
}

/// Finds a literal in a text, the case of ASCII letters ignored, and returns where it starts and ends.
fn find(text: &str, literal: &str) -> Option<(usize, usize)> {
    let (text, literal) = (text.as_bytes(), literal.as_bytes());
    let Some(first) = literal.first() else { return Some((0, 0)) };
    // The literal starts with ASCII, so that a match never starts within a character.
    let starts = 0..=text.len().checked_sub(literal.len())?;
    let at = starts.into_iter().find(|at| {
        text[*at].eq_ignore_ascii_case(first) && text[*at..*at + literal.len()].eq_ignore_ascii_case(literal)
    })?;
    Some((at, at + literal.len()))
}

/// Returns what follows a literal at the start of a text, the case of ASCII letters ignored.
fn strip<'t>(text: &'t str, literal: &str) -> Option<&'t str> {
    let start = text.get(..literal.len())?;
    start.eq_ignore_ascii_case(literal).then(|| &text[literal.len()..])
}

/// Reads a figure, with or without separators of thousands.
fn figure(text: &str) -> Option<u64> {
    let mut figure: Option<u64> = None;
    for character in text.chars().filter(|c| !matches!(c, ',' | ' ' | '\u{a0}')) {
        let digit = character.to_digit(10)?;
        figure = Some(figure.unwrap_or_default().checked_mul(10)?.checked_add(digit.into())?);
    }
    figure
}

fn opens(c: char) -> bool {
    QUOTES.iter().any(|(open, _)| *open == c)
}

fn closes(open: char, c: char) -> bool {
    QUOTES.contains(&(open, c))
}

/// Tells whether no letter or digit stands before `at`, as it does before an apostrophe.
fn starts_word(text: &str, at: usize) -> bool {
    !text[..at].ends_with(char::is_alphanumeric)
}

/// Tells whether no letter or digit stands at `at`.
fn ends_word(text: &str, at: usize) -> bool {
    !text[at..].starts_with(char::is_alphanumeric)
}
