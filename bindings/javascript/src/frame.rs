//! The form of a call and of its result.

use felkod::json::Json;

use crate::calls::Call;

/// What is wrong with a call. Its text is for the one who wrote the program.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Fault {
    #[error("the call is cut off")]
    Cut,
    #[error("{0}")]
    Call(#[from] serde_json::Error),
    #[error("{0}")]
    Word(#[from] felkod::UnknownWord),
    #[error("{0}")]
    Code(String),
}

/// Takes a call and returns its result.
///
/// A call is the length of its arguments in four bytes, the lowest first; the arguments as JSON, an object with the name
/// of the function as its key; then the body or the text that it is about, to the end. A result is a byte, 0 where it
/// went well and 1 where not, and then what it gives as JSON, or else what was wrong, in UTF-8.
///
/// # Examples
///
/// ```
/// let arguments = br#"{"idempotency":{"method":"GET","path":"/rest/v1/leads.json"}}"#;
/// let mut call = (arguments.len() as u32).to_le_bytes().to_vec();
/// call.extend_from_slice(arguments);
/// assert_eq!(felkod_javascript::call(&call), b"\0\"read\"");
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
    if let Err(fault) = answer(input).and_then(|json| Ok(serde_json::to_writer(&mut result, &json)?)) {
        result.truncate(before.len());
        result.push(1);
        result.extend_from_slice(fault.to_string().as_bytes());
    }
    result
}

fn answer(input: &[u8]) -> Result<Json, Fault> {
    let (length, rest) = input.split_first_chunk().ok_or(Fault::Cut)?;
    let length = usize::try_from(u32::from_le_bytes(*length)).map_err(|_| Fault::Cut)?;
    let (arguments, body) = rest.split_at_checked(length).ok_or(Fault::Cut)?;
    // As a string, so that this and the reader share one parser.
    let call: Call<'_> = serde_json::from_str(std::str::from_utf8(arguments).map_err(|_| Fault::Cut)?)?;
    call.answer(body)
}
