//! The values inside the server's texts: the 50 and the 20 of `Max rate limit '50' exceeded with in '20' secs`.
//!
//! The forms stand in the catalog, see `Code::server_texts`. A value never decides which code an error is.

use std::{borrow::Cow, sync::LazyLock};

use felkod_catalog::{Code, Value};

/// A form of the server's text, such as `Field {field} not found`.
struct Form {
    /// The words before the first value.
    lead: &'static str,
    /// Every value, with the words that follow it.
    places: Vec<Place>,
}

/// The place of a value in a form.
struct Place {
    name: &'static str,
    is_figure: bool,
    literal: &'static str,
}

impl Form {
    /// Reads a form of the catalog.
    fn of(code: Code, form: &'static str) -> Self {
        let is_figure =
            |name: &str| name == "seconds" || code.limits().iter().any(|limit| limit.what == name);
        let mut pieces = form.split('{');
        let lead = pieces.next().unwrap_or_default().trim_end();
        let places = pieces.filter_map(|piece| piece.split_once('}'));
        let places =
            places.map(|(name, literal)| Place { name, is_figure: is_figure(name), literal: literal.trim() });
        Self { lead, places: places.collect() }
    }
}

/// Returns the forms of a code, read once from the catalog.
fn forms(code: Code) -> &'static [Form] {
    static FORMS: LazyLock<Vec<Vec<Form>>> = LazyLock::new(|| {
        let forms = |code: &Code| code.server_texts().iter().map(|form| Form::of(*code, form)).collect();
        Code::ALL.iter().map(forms).collect()
    });
    &FORMS[code.index()]
}

/// Takes the values out of a server's text by the first of the code's forms that fits. It takes all values of a form or
/// none, since one of the server's beside one of the catalog's would mislead.
pub(crate) fn taken(code: Code, text: &str) -> Vec<(&'static str, Value)> {
    if code.server_texts().is_empty() || text.is_empty() {
        return Vec::new();
    }
    let text = without_number(text, code.as_u32());
    let typed = |place: &Place, value: &str| {
        if place.is_figure { figure(value).map(Value::Number) } else { Some(Value::from(value)) }
    };
    let mut values = forms(code).iter().find_map(|form| fit(form, text, typed)).unwrap_or_default();
    // `Lead [1, 2] not found` names several.
    if let [(name @ "lead", Value::Text(leads))] = &mut values[..]
        && leads.contains(',')
    {
        *name = "leads";
    }
    values
}

/// Tells whether one of the code's forms fits a text.
pub(crate) fn fits(code: Code, text: &str) -> bool {
    let text = without_number(text, code.as_u32());
    let typed = |_: &Place, value: &str| Some(Value::from(value));
    forms(code).iter().any(|form| fit(form, text, typed).is_some())
}

/// Returns the text with an ellipsis for each of its values and for whatever stands in quotation marks, so that no
/// value is taken for words of the server's.
pub(crate) fn without_values<'t>(text: &'t str, values: &[(&'static str, Value)]) -> Cow<'t, str> {
    let mut text = without_quoted(text);
    for (_, value) in values {
        if let Value::Text(value) = value
            && text.contains(value.as_str())
        {
            text = Cow::Owned(text.replacen(value, "…", 1));
        }
    }
    text
}

fn without_quoted(text: &str) -> Cow<'_, str> {
    let mut kept = String::new();
    let mut rest = text;
    let mut from = 0;
    // Opening marks without a closing one after them: a second such mark need not be looked at.
    let mut lonely = String::new();
    while let Some((at, open)) = rest[from..].char_indices().find(|(_, c)| opens(*c) && !lonely.contains(*c))
    {
        let (start, end) = (from + at, from + at + open.len_utf8());
        let inside = &rest[end..];
        let close =
            inside.char_indices().find(|(at, c)| closes(open, *c) && ends_word(inside, at + c.len_utf8()));
        let starts_word = !rest[..start].ends_with(char::is_alphanumeric);
        match close {
            Some((at, close)) if starts_word => {
                kept.extend([&rest[..start], "…"]);
                (rest, from) = (&inside[at + close.len_utf8()..], 0);
            }
            Some(_) => from = end,
            None => {
                lonely.push(open);
                from = end;
            }
        }
    }
    if kept.is_empty() {
        return Cow::Borrowed(text);
    }
    kept.push_str(rest);
    Cow::Owned(kept)
}

/// Returns the text without the code in parentheses that SOAP puts at its end.
fn without_number(text: &str, number: u32) -> &str {
    let text = text.trim_end();
    let bare = text.trim_end_matches('.').strip_suffix(')').and_then(|text| text.rsplit_once('('));
    match bare {
        Some((bare, digits)) if digits.trim().parse() == Ok(number) => bare.trim_end(),
        _ => text,
    }
}

/// Fits a form to a text and returns its values, or `None` where it does not fit.
fn fit(
    form: &Form,
    text: &str,
    typed: impl Fn(&Place, &str) -> Option<Value>,
) -> Option<Vec<(&'static str, Value)>> {
    /// How many places of a form's first words are tried.
    const TRIES: usize = 8;
    if form.lead.is_empty() {
        return fit_before(form.places.first()?, text, typed);
    }
    let mut rest = text;
    for _ in 0..TRIES {
        let (_, end) = find(rest, form.lead)?;
        rest = &rest[end..];
        let is_word = !rest.starts_with(char::is_alphanumeric);
        if let Some(values) = is_word.then(|| fit_after(&form.places, rest, &typed)).flatten() {
            return Some(values);
        }
    }
    None
}

/// Fits the values of a form to what follows the form's first words.
fn fit_after(
    places: &[Place],
    mut text: &str,
    typed: impl Fn(&Place, &str) -> Option<Value>,
) -> Option<Vec<(&'static str, Value)>> {
    let mut values = Vec::with_capacity(places.len());
    for place in places {
        let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == ':');
        let (value, rest) = value_before(start, place.literal)?;
        values.push((place.name, typed(place, value)?));
        text = rest;
    }
    Some(values)
}

/// Fits a form that starts with its only value, as `{field} cannot be blank` does: the quoted word before the literal,
/// else all of a text without marks.
fn fit_before(
    place: &Place,
    text: &str,
    typed: impl Fn(&Place, &str) -> Option<Value>,
) -> Option<Vec<(&'static str, Value)>> {
    let (start, _) = find(text, place.literal)?;
    let before = text[..start].trim();
    let last = before.chars().next_back()?;
    let value = if is_mark(last) {
        let inside = &before[..before.len() - last.len_utf8()];
        let (at, open) = inside.char_indices().rev().find(|(_, c)| closes(*c, last))?;
        &inside[at + open.len_utf8()..]
    } else {
        bare(before)?
    };
    Some(vec![(place.name, typed(place, value).filter(|_| !value.is_empty())?)])
}

/// Splits a text into the value it starts with and what follows the literal after it. A value in quotation marks ends
/// with the mark before the literal; without a literal, one without marks goes to the end of the text.
fn value_before<'t>(text: &'t str, literal: &str) -> Option<(&'t str, &'t str)> {
    let Some(open) = text.chars().next().filter(|c| opens(*c)) else {
        let (value, rest) = if literal.is_empty() {
            (text.trim_end().trim_end_matches('.'), "")
        } else {
            let (start, end) = find(text, literal)?;
            (text[..start].trim_end(), &text[end..])
        };
        return bare(value).map(|value| (value, rest));
    };
    let inside = &text[open.len_utf8()..];
    let ends =
        inside.char_indices().filter(|(at, c)| closes(open, *c) && ends_word(inside, at + c.len_utf8()));
    let mut fitting = ends.filter_map(|(at, close)| {
        let rest = strip(inside[at + close.len_utf8()..].trim_start(), literal)?;
        Some((&inside[..at], rest))
    });
    fitting.next().filter(|(value, _)| !value.is_empty())
}

/// Returns a value that has no quotation marks, or `None` where it has some and so is more than a value.
fn bare(value: &str) -> Option<&str> {
    (!value.is_empty() && !value.contains(is_mark)).then_some(value)
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

/// Reads a figure above 0, with or without separators between its groups of three digits; none that is larger than what
/// the texts can say exactly, 2^53.
fn figure(text: &str) -> Option<u64> {
    let mut figure = 0_u64;
    // The digits of the first group, and those of the group that is read.
    let mut first = None;
    let mut digits = 0;
    for c in text.chars() {
        match c {
            '0'..='9' => {
                figure = figure.checked_mul(10)?.checked_add(u64::from(c) - u64::from('0'))?;
                digits += 1;
            }
            ',' | ' ' | '\u{a0}' if digits == first.map_or(digits, |_| 3) => {
                first = first.or(Some(digits));
                digits = 0;
            }
            _ => return None,
        }
    }
    let is_grouped = first.is_none_or(|first| (1..=3).contains(&first) && digits == 3);
    (is_grouped && digits > 0 && (1..=1 << 53).contains(&figure)).then_some(figure)
}

/// Tells whether a mark can open a value.
fn opens(c: char) -> bool {
    matches!(c, '\'' | '"' | '`' | '’' | '‘' | '“' | '”' | '[')
}

/// Tells whether a mark can close what another opened. Marketo mixes them.
fn closes(open: char, c: char) -> bool {
    matches!(
        (open, c),
        ('\'' | '‘', '\'') | ('"', '"') | ('`', '`') | ('’' | '‘', '’') | ('“' | '”', '”') | ('[', ']')
    )
}

/// Tells whether a character is a mark at either end.
fn is_mark(c: char) -> bool {
    opens(c) || c == ']'
}

/// Tells whether no letter or digit stands at `at`.
fn ends_word(text: &str, at: usize) -> bool {
    !text[at..].starts_with(char::is_alphanumeric)
}
