//! The form of a call and of its result.

use crate::arguments::{Object, Value};

/// What is wrong with a call. Its text is for the one who wrote the program.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Fault {
    #[error("the call is cut off")]
    Cut,
    #[error("the arguments are nested too deeply")]
    Deep,
    #[error("{0}")]
    Argument(String),
    #[error("{0}")]
    Word(#[from] felkod::UnknownWord),
}

/// Takes a call and returns its result.
///
/// A call is the length of its head in four bytes, the lowest first; the head, an object with the name of the function as its
/// key and its arguments as the value, in the form that `arguments.rs` describes; then the body or the text that it is about,
/// to the end. A result is a byte, 0 where it went well and 1 where not, and then what it gives, or else what was wrong, in
/// UTF-8. It gives JSON, but for a redacted text, which is given as it is.
///
/// # Examples
///
/// ```
/// // {"quota_reset":{"now":0}}
/// let head = b"\x06\x01\0\0\0\x0b\0\0\0quota_reset\x06\x01\0\0\0\x03\0\0\0now\x03\0\0\0\0\0\0\0\0";
/// let mut call = (head.len() as u32).to_le_bytes().to_vec();
/// call.extend_from_slice(head);
/// assert!(felkod_javascript::call(&call).starts_with(b"\0{\"earliest\":21600000,"));
/// assert_eq!(felkod_javascript::call(&call[..9]), b"\x01the call is cut off");
/// ```
#[must_use]
pub fn call(input: &[u8]) -> Vec<u8> {
    call_behind(input, &[])
}

/// Takes a call and returns its result behind some bytes.
pub(crate) fn call_behind(input: &[u8], before: &[u8]) -> Vec<u8> {
    let mut result = before.to_vec();
    result.push(0);
    if let Err(fault) = answer(input, &mut result) {
        result.truncate(before.len());
        result.push(1);
        result.extend_from_slice(fault.to_string().as_bytes());
    }
    result
}

fn answer(input: &[u8], result: &mut Vec<u8>) -> Result<(), Fault> {
    let (length, rest) = input.split_first_chunk().ok_or(Fault::Cut)?;
    let length = usize::try_from(u32::from_le_bytes(*length)).map_err(|_| Fault::Cut)?;
    let (head, body) = rest.split_at_checked(length).ok_or(Fault::Cut)?;
    let Value::Object(Object(mut functions)) = Value::read(head)? else { return Err(Fault::Cut) };
    let Some((name, Value::Object(arguments))) = functions.pop() else { return Err(Fault::Cut) };
    match name {
        #[cfg(feature = "redact")]
        "redact" => crate::redact::redact(arguments, body, result),
        #[cfg(feature = "redact")]
        "secrets" => crate::redact::secrets(arguments, body, result),
        #[cfg(feature = "read")]
        _ => crate::calls::answer(name, arguments, body, result),
        #[cfg(not(feature = "read"))]
        _ => Err(Fault::Argument(format!("unknown function `{name}`"))),
    }
}
