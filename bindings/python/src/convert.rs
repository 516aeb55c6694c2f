//! What comes in from Python and goes out to it.

use std::borrow::Cow;

use felkod::{Locale, Part, Value, json::Json};
use pyo3::{
    Borrowed,
    exceptions::{PyTypeError, PyValueError},
    prelude::*,
    types::{PyBool, PyByteArray, PyBytes, PyDict, PyList, PyMemoryView, PyString, PyTuple},
};

/// The tags of the languages felkod has.
pub(crate) const LANGS: [&str; Locale::ALL.len()] = {
    let mut tags = [""; Locale::ALL.len()];
    let mut at = 0;
    while at < tags.len() {
        tags[at] = Locale::ALL[at].tag();
        at += 1;
    }
    tags
};

/// A language as Python names it: any tag; one felkod lacks gives English.
#[derive(Clone, Copy)]
pub(crate) struct Lang(pub(crate) Locale);

impl<'py> FromPyObject<'_, 'py> for Lang {
    type Error = PyErr;

    fn extract(lang: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let tag = lang.cast::<PyString>().map_err(|_| wrong_type("lang", "str", &lang))?;
        let tag = tag.to_string_lossy();
        // The usual tags need no negotiation.
        let exact = Locale::ALL.iter().copied().find(|locale| locale.tag() == tag);
        Ok(Self(exact.unwrap_or_else(|| Locale::from_tag(&tag))))
    }
}

/// A part of the texts as Python names it: message, note, remedy, step1, step2, step3.
#[derive(Clone, Copy)]
pub(crate) struct PartName(pub(crate) Part);

impl<'py> FromPyObject<'_, 'py> for PartName {
    type Error = PyErr;

    fn extract(part: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let part = part.cast::<PyString>().map_err(|_| wrong_type("part", "str", &part))?;
        match &*part.to_string_lossy() {
            "message" => Ok(Self(Part::Message)),
            "note" => Ok(Self(Part::Note)),
            "remedy" => Ok(Self(Part::Remedy)),
            "step1" => Ok(Self(Part::Step1)),
            "step2" => Ok(Self(Part::Step2)),
            "step3" => Ok(Self(Part::Step3)),
            other => Err(PyValueError::new_err(format!("unknown part `{other}`"))),
        }
    }
}

/// Calls `f` with the bytes of a body, which is anything that holds some; `what` is the name of the argument.
pub(crate) fn with_bytes<R>(body: &Bound<'_, PyAny>, what: &str, f: impl FnOnce(&[u8]) -> R) -> PyResult<R> {
    if let Ok(bytes) = body.cast::<PyBytes>() {
        Ok(f(bytes.as_bytes()))
    } else if let Ok(text) = body.cast::<PyString>() {
        let text = text.to_string_lossy();
        if text.is_ascii() {
            Ok(f(text.as_bytes()))
        } else {
            // The mark goes before an XML declaration that names the encoding of bytes long decoded.
            Ok(f(format!("\u{feff}{text}").as_bytes()))
        }
    } else if let Ok(bytes) = body.cast::<PyByteArray>() {
        Ok(f(&bytes.to_vec()))
    } else if let Ok(view) = PyMemoryView::from(body) {
        // A copy: its owner may change the buffer while it is read.
        let bytes = view.call_method0("tobytes")?;
        Ok(f(bytes.cast::<PyBytes>()?.as_bytes()))
    } else {
        Err(wrong_type(what, "str or a buffer of bytes, such as bytes, bytearray, memoryview or mmap", body))
    }
}

/// Returns the UTF-8 of a str, with one character for each of its code points: a lone surrogate becomes a question mark.
pub(crate) fn bytes_of<'a>(text: &'a Bound<'_, PyString>) -> PyResult<Cow<'a, str>> {
    if let Ok(text) = text.to_cow() {
        return Ok(text);
    }
    let bytes = text.call_method1("encode", ("utf-8", "replace"))?;
    let bytes = bytes.cast::<PyBytes>()?;
    Ok(Cow::Owned(String::from_utf8_lossy(bytes.as_bytes()).into_owned()))
}

/// Calls `f` with the name and the value of those headers of a mapping or of an iterable of pairs that have one of the
/// names. What stands in any other header does not matter.
pub(crate) fn each_header(
    headers: &Bound<'_, PyAny>,
    names: &[&str],
    mut f: impl FnMut(&str, &str),
) -> PyResult<()> {
    let wrong = || wrong_type("headers", "a mapping or an iterable of pairs", headers);
    // A list has no items(), and to find that out takes longer than all the rest.
    let items = if headers.is_instance_of::<PyList>() {
        headers.clone()
    } else {
        match headers.getattr("items") {
            Ok(items) => items.call0()?,
            Err(_) => headers.clone(),
        }
    };
    for pair in items.try_iter().map_err(|_| wrong())? {
        let (name, value) = pair_of(&pair?).ok_or_else(wrong)?;
        // The usual case, without a copy of each name.
        if let Ok(name) = name.cast_exact::<PyBytes>()
            && !names.iter().any(|wanted| name.as_bytes().eq_ignore_ascii_case(wanted.as_bytes()))
        {
            continue;
        }
        let name = header_text("the name of a header", &name)?;
        if names.iter().any(|wanted| name.eq_ignore_ascii_case(wanted)) {
            f(&name, &header_text(&format!("the header {name}"), &value)?);
        }
    }
    Ok(())
}

/// Calls `f` with the name and the value of each header.
pub(crate) fn all_headers(headers: &Bound<'_, PyAny>, mut f: impl FnMut(&str, &str)) -> PyResult<()> {
    let wrong = || wrong_type("headers", "a mapping or an iterable of pairs", headers);
    let items = match headers.getattr("items") {
        Ok(items) => items.call0()?,
        Err(_) => headers.clone(),
    };
    for pair in items.try_iter().map_err(|_| wrong())? {
        let (name, value) = pair_of(&pair?).ok_or_else(wrong)?;
        let name = header_text("the name of a header", &name)?;
        f(&name, &header_text(&format!("the header {name}"), &value)?);
    }
    Ok(())
}

/// Returns the two items of a pair, which is any iterable but a text.
fn pair_of<'py>(pair: &Bound<'py, PyAny>) -> Option<(Bound<'py, PyAny>, Bound<'py, PyAny>)> {
    if let Ok(pair) = pair.cast_exact::<PyTuple>()
        && pair.len() == 2
    {
        return Some((pair.get_item(0).ok()?, pair.get_item(1).ok()?));
    }
    if pair.is_instance_of::<PyString>() || pair.is_instance_of::<PyBytes>() {
        return None;
    }
    let items = pair.try_iter().ok()?.collect::<PyResult<Vec<_>>>().ok()?;
    let [name, value]: [Bound<'py, PyAny>; 2] = items.try_into().ok()?;
    Some((name, value))
}

/// Returns the text of a name or a value; a figure is written out, as clients do that send it.
pub(crate) fn header_text<'a>(what: &str, text: &'a Bound<'_, PyAny>) -> PyResult<Cow<'a, str>> {
    if let Ok(text) = text.cast::<PyString>() {
        Ok(text.to_string_lossy())
    } else if let Ok(bytes) = text.cast::<PyBytes>() {
        Ok(String::from_utf8_lossy(bytes.as_bytes()))
    } else if let Ok(number) = text.extract::<u64>() {
        Ok(Cow::Owned(number.to_string()))
    } else {
        Err(wrong_type(what, "str or bytes", text))
    }
}

/// Returns an HTTP status.
pub(crate) fn status(status: &Bound<'_, PyAny>) -> PyResult<u16> {
    match status.extract::<u16>() {
        Ok(number) if (100..600).contains(&number) => Ok(number),
        Err(error) if error.is_instance_of::<PyTypeError>(status.py()) => {
            Err(wrong_type("status", "int", status))
        }
        Ok(_) | Err(_) => Err(PyValueError::new_err(format!("status must be from 100 to 599, not {status}"))),
    }
}

/// Returns a figure or a word for a text. A figure must be a number: a str would be left out without a word.
pub(crate) fn value(name: &str, value: &Bound<'_, PyAny>, is_figure: bool) -> PyResult<Value> {
    if let Ok(number) = value.extract::<u64>() {
        Ok(Value::Number(number))
    } else if is_figure {
        Err(wrong_type(name, "an int from 0 to 2**64 - 1", value))
    } else if let Ok(text) = value.cast::<PyString>() {
        Ok(Value::Text(text.to_string_lossy().into_owned()))
    } else {
        Err(wrong_type(name, "str or an int from 0 to 2**64 - 1", value))
    }
}

/// Makes a Python object of JSON.
pub(crate) fn object<'py>(py: Python<'py>, json: &Json) -> PyResult<Bound<'py, PyAny>> {
    Ok(match json {
        Json::Bool(truth) => PyBool::new(py, *truth).to_owned().into_any(),
        Json::Number(number) => number.into_pyobject(py)?.into_any(),
        Json::Text(text) => PyString::new(py, text).into_any(),
        Json::List(items) => {
            let list = PyList::empty(py);
            for item in items {
                list.append(object(py, item)?)?;
            }
            list.into_any()
        }
        Json::Object(pairs) => {
            let dict = PyDict::new(py);
            for (key, item) in pairs {
                dict.set_item(PyString::intern(py, key), object(py, item)?)?;
            }
            dict.into_any()
        }
        Json::Null | _ => py.None().into_bound(py),
    })
}

/// Makes a `TypeError` that names the type that came.
pub(crate) fn wrong_type(what: &str, wanted: &str, given: &Bound<'_, PyAny>) -> PyErr {
    let given = given.get_type().qualname().map_or_else(|_| "object".to_owned(), |name| name.to_string());
    PyTypeError::new_err(format!("{what} must be {wanted}, not {given}"))
}
