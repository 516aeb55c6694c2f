//! What the hooks of HTTP clients need: which bodies are read, and the reading with as few look-ups as will do.

use felkod::{Outcome, Reader};
use pyo3::{
    intern,
    prelude::*,
    types::{PyList, PyString},
};

use crate::{
    convert::{each_header, header_text},
    report::{HEADERS, Report, read_with},
};

/// Tells whether a hook reads the body of a response.
///
/// It reads one with an error status always; else, unless the status is a redirect or says that there is no body, one
/// that is JSON, XML or HTML, and where `strict` also one without a content type. An exported file is left alone, so
/// that it is still streamed.
#[pyfunction]
pub(crate) fn is_read(status: i64, headers: &Bound<'_, PyAny>, strict: bool) -> PyResult<bool> {
    let mut content_type = None;
    // An error status is enough, and to look a header up takes longer than all the rest.
    if status < 300 {
        each_of(headers, &["Content-Type"], |_, value| content_type = Some(value.to_owned()))?;
    }
    Ok(felkod::is_read(status, content_type.as_deref(), strict))
}

/// Reads a response of an HTTP client.
///
/// `headers` is a list of pairs, or a mapping whose `get()` ignores case. It is asked only for what the body leaves open:
/// in `requests` and `httpx` a look-up takes longer than the reading of a small success.
#[pyfunction]
pub(crate) fn read_response(
    py: Python<'_>,
    body: &Bound<'_, PyAny>,
    status: i64,
    headers: &Bound<'_, PyAny>,
) -> PyResult<Report> {
    let mut reader = Reader::new();
    // A status that HTTP does not have is a reason to read the body, not to raise.
    if let Ok(status) = u16::try_from(status) {
        reader = reader.status(status);
    }
    let mut report = read_with(py, &reader, body)?;
    if report.outcome == Outcome::Success && report.request_id.is_some() {
        return Ok(report.into());
    }
    each_of(headers, &HEADERS, |name, value| report.take_header(name, value))?;
    Ok(report.into())
}

/// Calls `f` with the name and the value of those headers that a response has.
fn each_of(headers: &Bound<'_, PyAny>, names: &[&str], mut f: impl FnMut(&str, &str)) -> PyResult<()> {
    let py = headers.py();
    if headers.is_instance_of::<PyList>() {
        return each_header(headers, names, f);
    }
    let get = headers.getattr(intern!(py, "get"))?;
    for name in names {
        let value = get.call1((PyString::new(py, name),))?;
        if !value.is_none() {
            f(name, &header_text(name, &value)?);
        }
    }
    Ok(())
}
