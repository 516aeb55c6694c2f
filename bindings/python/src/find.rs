//! Every response in a text.

use felkod::Finder;
use pyo3::{
    prelude::*,
    types::{PyList, PyString},
};

use crate::{
    convert::{bytes_of, with_bytes},
    report::{Report, reader_of},
    retry::member,
};

/// Finds every response in a text: a log, an exception, a recorded exchange, JSON or XML with responses inside.
///
/// A response inside anything else counts only with a request id of Marketo's form, or with a known code whose message
/// fits it; a number alone is never a code. What is known of a response, such as its status, is used only where the
/// text is one response as a whole.
///
/// Args:
///     text: The text as str, bytes or any other buffer.
///     status: The HTTP status, from 100 to 599.
///     headers: The headers of the response, as a mapping or as pairs; X-Request-Id and Retry-After are taken.
///     api: The API that was called: soap, rest … A body that tells its own API goes before it.
///     limits: The bounds of the reading of each response.
///
/// Returns:
///     A list of Answer, in the order of the text.
///
/// Raises:
///     TypeError: An argument has the wrong type.
///     ValueError: The status is out of range, or the API is none felkod knows.
///
/// Example:
///     >>> import felkod
///     >>> log = "12:01 lead 606 updated\n12:02 API Error Code 606: Max rate limit '100' exceeded with in '20' secs"
///     >>> [(answer.line, answer.report.strictest.code) for answer in felkod.find(log)]
///     [(2, <Code.REST_RATE_LIMIT_EXCEEDED: 606>)]
#[pyfunction]
#[pyo3(signature = (text, *, status=None, headers=None, api=None, limits=None))]
pub(crate) fn find<'py>(
    py: Python<'py>,
    text: &Bound<'py, PyAny>,
    status: Option<&Bound<'py, PyAny>>,
    headers: Option<&Bound<'py, PyAny>>,
    api: Option<&Bound<'py, PyAny>>,
    limits: Option<&Bound<'py, PyAny>>,
) -> PyResult<Bound<'py, PyList>> {
    let finder = Finder::with(reader_of(status, headers, api, limits)?);
    let answers = if let Ok(text) = text.cast::<PyString>() {
        let bytes = bytes_of(text)?;
        py.detach(|| in_text(finder, &bytes))
    } else {
        with_bytes(text, "text", |bytes| py.detach(|| finder.find(bytes).collect()))?
    };
    let class = py.import("felkod._found")?.getattr("Answer")?;
    let list = PyList::empty(py);
    for answer in answers {
        let wrapped_in =
            answer.wrapped_in.map(|wrapping| member(py, "Wrapping", wrapping.as_str())).transpose()?;
        let felkod::Answer { range, line, report, .. } = answer;
        list.append(class.call1((range.start, range.end, line, wrapped_in, Report::from(report)))?)?;
    }
    Ok(list)
}

/// Finds the responses in the UTF-8 of a str; their ranges are in code points.
fn in_text(finder: Finder, text: &str) -> Vec<felkod::Answer> {
    let answers = finder.find_text(text);
    if text.is_ascii() { answers } else { in_points(answers, text) }
}

/// Turns the ranges of answers from bytes of a text into code points.
fn in_points(mut answers: Vec<felkod::Answer>, text: &str) -> Vec<felkod::Answer> {
    let ends = |answer| {
        let felkod::Answer { range, .. }: &mut felkod::Answer = answer;
        [&mut range.start, &mut range.end]
    };
    let mut places: Vec<_> = answers.iter_mut().flat_map(ends).collect();
    // Answers can lie within each other.
    places.sort();
    let (mut at, mut points) = (0, 0);
    for place in places {
        let byte = usize::try_from(*place).unwrap_or(usize::MAX).clamp(at, text.len());
        // Every byte but those that continue a code point.
        points += text.as_bytes()[at..byte].iter().filter(|byte| **byte & 0xC0 != 0x80).count() as u64;
        at = byte;
        *place = points;
    }
    answers
}
