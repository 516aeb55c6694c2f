//! Texts without secrets.

use std::io::Write;

use felkod::evidence::{Key, Options, Redactor, Strength};

use crate::{
    arguments::{Object, Value},
    frame::Fault,
    units::in_units,
};

/// Redacts a text; the result is the text itself.
pub(crate) fn redact(arguments: Object<'_>, text: &[u8], result: &mut Vec<u8>) -> Result<(), Fault> {
    let mut redactor = redactor(arguments)?;
    redactor.push(text, result);
    redactor.finish(result);
    Ok(())
}

/// Says where a text holds secrets; the result is an array of `start`, `end`, `line` and `kind` each, in JSON.
pub(crate) fn secrets(arguments: Object<'_>, text: &[u8], result: &mut Vec<u8>) -> Result<(), Fault> {
    let mut redactor = redactor(arguments)?;
    let mut redacted = Vec::new();
    redactor.push(text, &mut redacted);
    redactor.finish(&mut redacted);
    let mut spans = redactor.take_spans();
    let ranges = spans.iter_mut().map(|span| &mut span.range);
    in_units(ranges.flat_map(|range| [&mut range.start, &mut range.end]).collect(), text);
    result.push(b'[');
    for (at, span) in spans.iter().enumerate() {
        let comma = if at > 0 { "," } else { "" };
        // The kinds are words that need no escapes. Memory takes everything.
        let _ = write!(
            result,
            r#"{comma}{{"start":{},"end":{},"line":{},"kind":"{}"}}"#,
            span.range.start,
            span.range.end,
            span.line,
            span.kind.as_str()
        );
    }
    result.push(b']');
    Ok(())
}

/// Makes a redactor for a string, which is UTF-8 when it comes here, whatever it starts with.
fn redactor(mut arguments: Object<'_>) -> Result<Redactor, Fault> {
    let mut key = [0; 16];
    let bytes = arguments.list("key")?;
    if bytes.len() != key.len() {
        return Err(Fault::Argument("key must have 16 bytes".to_owned()));
    }
    for (byte, value) in key.iter_mut().zip(bytes) {
        *byte = value.number("key", u8::MAX.into())?.to_le_bytes()[0];
    }
    let strength: Strength = arguments.word("strength")?.unwrap_or_default();
    let options = Options::new(Key::new(key))
        .strength(strength)
        .hide(names(&mut arguments, "hide")?)
        .keep(names(&mut arguments, "keep")?);
    let mut redactor = Redactor::new(options);
    redactor.set_utf8(true);
    Ok(redactor)
}

fn names(arguments: &mut Object<'_>, name: &str) -> Result<Vec<String>, Fault> {
    arguments.list(name)?.into_iter().map(|item: Value<'_>| Ok(item.text(name)?.to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::{Object, Value, redact};

    #[test]
    fn a_text_that_looks_like_utf_16_is_the_string_that_it_is() {
        let key = Value::List(vec![Value::Number(7.0); 16]);
        let mut result = Vec::new();
        redact(Object(vec![("key", key)]), b"\0<\0a\nlisa@example.com\n", &mut result).expect("it is whole");
        let text = String::from_utf8(result).expect("it is UTF-8");
        assert!(text.starts_with("\0<\0a\nREDACTED-email-") && text.ends_with("-16\n"), "{text}");
    }
}
