//! Texts without secrets, and where they stand.

use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use felkod::evidence::{self, Key, Kind, Options, Span, Strength};
use pyo3::{
    exceptions::{PyTypeError, PyValueError},
    prelude::*,
    types::{PyByteArray, PyBytes, PyMapping, PyMemoryView, PyString},
};

use crate::{convert::wrong_type, retry::member, words::parsed};

/// Puts a mark in place of each secret of a text: tokens, passwords, e-mail addresses and other personal data.
///
/// It reads SOAP, REST JSON, forms, URLs, headers, cookies, CSV, multipart bodies, HAR files, curl commands and any text
/// with these in it. A mark, such as REDACTED-email-9f3a2c1d-17, has the kind, a hash and the length; what is not secret
/// stays as it is. A secret that neither its name nor its form gives away is not found.
///
/// Args:
///     text: The text as str, bytes or any other buffer.
///     strict: Whether to hide all values, so that only structure, codes, names of fields, times and sizes stay.
///     names: Names whose values are hidden or kept too: a mapping of hide and keep to lists of names, or a text in TOML
///         with these keys. Case, dashes and underscores in names do not count.
///     key: 16 bytes, or 32 hexadecimal digits as a str, that nobody can guess: under the same key, the same value has the
///         same mark. A random key unless given, one for the process.
///
/// Returns:
///     A str for a str, else bytes.
///
/// Raises:
///     TypeError: An argument has the wrong type.
///     ValueError: The key or the names are wrong.
///
/// Example:
///     >>> import felkod
///     >>> felkod.redact("Lead anna@example.com not found", key=bytes(16))
///     'Lead REDACTED-email-070d323e-16 not found'
#[pyfunction]
#[pyo3(signature = (text, *, strict=false, names=None, key=None))]
pub(crate) fn redact<'py>(
    py: Python<'py>,
    text: &Bound<'py, PyAny>,
    strict: bool,
    names: Option<&Bound<'py, PyAny>>,
    key: Option<&Bound<'py, PyAny>>,
) -> PyResult<Bound<'py, PyAny>> {
    let options = options(strict, names, key)?;
    let is_str = text.is_instance_of::<PyString>();
    let redacted =
        with_text(text, "text", |text| py.detach(|| whole(text, &mut redactor(options, is_str)).0))?;
    if is_str { text_of(py, &redacted) } else { Ok(PyBytes::new(py, &redacted).into_any()) }
}

/// Finds where a text holds secrets, without showing them.
///
/// Args:
///     text: The text as str, bytes or any other buffer.
///     strict: As in redact().
///     names: As in redact().
///
/// Returns:
///     A list of Secret, in order and without an overlap. One that is encoded as a whole, and has several secrets in it,
///     stands there once for each.
///
/// Raises:
///     TypeError: An argument has the wrong type.
///     ValueError: The names are wrong.
///
/// Example:
///     >>> import felkod
///     >>> felkod.secrets("Lead anna@example.com not found")
///     [Secret(start=5, end=21, line=1, kind=<SecretKind.EMAIL: 'email'>)]
#[pyfunction]
#[pyo3(signature = (text, *, strict=false, names=None))]
pub(crate) fn secrets<'py>(
    py: Python<'py>,
    text: &Bound<'py, PyAny>,
    strict: bool,
    names: Option<&Bound<'py, PyAny>>,
) -> PyResult<Vec<Secret>> {
    let options = options(strict, names, None)?;
    let is_str = text.is_instance_of::<PyString>();
    let spans = with_text(text, "text", |text| {
        py.detach(|| {
            let mut spans = whole(text, &mut redactor(options, is_str)).1;
            if is_str && !text.is_ascii() {
                in_points(&mut spans, text);
            }
            spans
        })
    })?;
    Ok(spans.into_iter().map(Secret::from).collect())
}

/// Returns a redactor. A str is known to be UTF-8.
fn redactor(options: Options, is_str: bool) -> evidence::Redactor {
    let mut redactor = evidence::Redactor::new(options);
    redactor.set_utf8(is_str);
    redactor
}

/// Redacts a text as a whole; returns its secrets too.
fn whole(text: &[u8], redactor: &mut evidence::Redactor) -> (Vec<u8>, Vec<Span>) {
    let mut redacted = Vec::with_capacity(text.len());
    redactor.push(text, &mut redacted);
    redactor.finish(&mut redacted);
    (redacted, redactor.take_spans())
}

/// Where a text holds a secret.
#[pyclass(frozen, eq, hash, get_all, module = "felkod")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct Secret {
    /// Where it starts: in code points of a str, in bytes of anything else, of a text in UTF-16 in bytes of its UTF-8.
    start: u64,
    /// Where it ends, behind its last character.
    end: u64,
    /// The line in which it starts, from 1.
    line: u64,
    /// What it is.
    kind: SecretKind,
}

/// A kind, which is a member of SecretKind in Python.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct SecretKind(Kind);

impl<'py> IntoPyObject<'py> for SecretKind {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        member(py, "SecretKind", self.0.as_str())
    }
}

impl From<Span> for Secret {
    fn from(span: Span) -> Self {
        Self { start: span.range.start, end: span.range.end, line: span.line, kind: SecretKind(span.kind) }
    }
}

#[pymethods]
impl Secret {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str, &'static str, &'static str) {
        ("start", "end", "line", "kind")
    }

    #[new]
    fn new(start: u64, end: u64, line: u64, kind: &str) -> PyResult<Self> {
        Ok(Self { start, end, line, kind: SecretKind(parsed(kind)?) })
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> (Bound<'py, PyAny>, (u64, u64, u64, &'static str)) {
        let Self { start, end, line, kind } = *slf.get();
        (slf.get_type().into_any(), (start, end, line, kind.0.as_str()))
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let kind = self.kind.into_pyobject(py)?.repr()?;
        Ok(format!("Secret(start={}, end={}, line={}, kind={kind})", self.start, self.end, self.line))
    }
}

/// Redacts a text that comes in pieces, which may be cut anywhere, in constant memory; a context manager.
///
/// A secret that was found by its name is hidden where it comes again, in later texts of the same redactor too. Threads
/// can share one only for whole texts, one redact() each.
///
/// Args:
///     strict: As in felkod.redact().
///     names: As in felkod.redact().
///     key: As in felkod.redact().
///
/// Raises:
///     TypeError: An argument has the wrong type.
///     ValueError: The key or the names are wrong.
///
/// Example:
///     >>> import felkod
///     >>> redactor = felkod.Redactor(key=bytes(16))
///     >>> redactor.push("password=correct") + redactor.push("horse\n") + redactor.finish()
///     'password=REDACTED-secret-de22822d-12\n'
#[pyclass(frozen, module = "felkod")]
pub(crate) struct Redactor {
    state: Mutex<State>,
}

/// From how many bytes on other threads may run while a text is redacted: to let them takes longer than a small text.
const LARGE: usize = 16 << 10;

/// Where something was hidden, in code points, and what stands there now.
type Change = (u64, u64, String);

struct State {
    redactor: evidence::Redactor,
    /// Whether the text is a str; `None` before its first piece.
    is_str: Option<bool>,
    /// The start of a letter of which more is to come.
    rest: Vec<u8>,
}

#[pymethods]
impl Redactor {
    #[new]
    #[pyo3(signature = (*, strict=false, names=None, key=None))]
    fn new(strict: bool, names: Option<&Bound<'_, PyAny>>, key: Option<&Bound<'_, PyAny>>) -> PyResult<Self> {
        let redactor = evidence::Redactor::new(options(strict, names, key)?);
        Ok(Self { state: Mutex::new(State { redactor, is_str: None, rest: Vec::new() }) })
    }

    /// Takes the next piece, and returns what is ready.
    ///
    /// Args:
    ///     piece: The piece; all pieces of a text are str, or all are buffers of bytes.
    ///
    /// Returns:
    ///     A str for a str, else bytes.
    ///
    /// Raises:
    ///     TypeError: The piece has the wrong type.
    fn push<'py>(&self, py: Python<'py>, piece: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        let is_str = piece.is_instance_of::<PyString>();
        let ready = with_text(piece, "piece", |piece| {
            py.detach(|| {
                let mut state = self.state();
                match state.is_str {
                    Some(before) if before != is_str => return None,
                    Some(_) => {}
                    None => {
                        state.is_str = Some(is_str);
                        state.redactor.set_utf8(is_str);
                    }
                }
                let mut ready = std::mem::take(&mut state.rest);
                state.redactor.push(piece, &mut ready);
                // What was found is of no interest here, and would grow.
                let _ = state.redactor.take_spans();
                if is_str {
                    let whole = ready.len() - begun(&ready);
                    state.rest = ready.split_off(whole);
                }
                Some(ready)
            })
        })?;
        let ready = ready
            .ok_or_else(|| PyTypeError::new_err("the pieces of a text must be of one type, str or bytes"))?;
        if is_str { text_of(py, &ready) } else { Ok(PyBytes::new(py, &ready).into_any()) }
    }

    /// Ends the text, and returns the rest. What is pushed later is another text.
    ///
    /// Returns:
    ///     A str after pieces of str, else bytes.
    fn finish<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let (rest, is_str) = py.detach(|| self.end());
        if is_str { text_of(py, &rest) } else { Ok(PyBytes::new(py, &rest).into_any()) }
    }

    /// Redacts a whole text.
    ///
    /// Args:
    ///     text: The text as str, bytes or any other buffer.
    ///
    /// Returns:
    ///     A str for a str, else bytes.
    ///
    /// Raises:
    ///     TypeError: The text has the wrong type.
    ///     ValueError: Pieces of another text were pushed and not finished.
    fn redact<'py>(&self, py: Python<'py>, text: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        let is_str = text.is_instance_of::<PyString>();
        let redacted = with_text(text, "text", |text| self.whole(py, text, is_str))??.0;
        if is_str { text_of(py, &redacted) } else { Ok(PyBytes::new(py, &redacted).into_any()) }
    }

    /// Returns what stands in place of what in a whole text: the places and the marks.
    #[pyo3(name = "_changes")]
    fn changes(&self, py: Python<'_>, text: &Bound<'_, PyString>) -> PyResult<Vec<Change>> {
        with_text(text, "text", |text| {
            self.whole(py, text, true).map(|(redacted, spans)| changes(text, &redacted, spans))
        })?
    }

    fn __enter__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __exit__(
        &self,
        py: Python<'_>,
        _kind: &Bound<'_, PyAny>,
        _error: &Bound<'_, PyAny>,
        _traceback: &Bound<'_, PyAny>,
    ) {
        let _ = py.detach(|| self.end());
    }
}

impl Redactor {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Ends the text; tells too whether it is a str.
    fn end(&self) -> (Vec<u8>, bool) {
        let mut state = self.state();
        let mut rest = std::mem::take(&mut state.rest);
        state.redactor.finish(&mut rest);
        let _ = state.redactor.take_spans();
        (rest, state.is_str.take() == Some(true))
    }

    /// Redacts a text as a whole; returns its secrets too.
    fn whole(&self, py: Python<'_>, text: &[u8], is_str: bool) -> PyResult<(Vec<u8>, Vec<Span>)> {
        let redact = |mut state: MutexGuard<'_, State>| {
            if state.is_str.is_some() {
                return None;
            }
            state.redactor.set_utf8(is_str);
            Some(whole(text, &mut state.redactor))
        };
        // Another process that starts while the lock of Python is held finds the own one free. What another thread is
        // redacting is waited for without it.
        let own = if text.len() < LARGE { self.state.try_lock().ok() } else { None };
        let redacted = match own {
            Some(state) => redact(state),
            None => py.detach(|| redact(self.state())),
        };
        redacted.ok_or_else(|| PyValueError::new_err("the pieces of another text were not finished"))
    }
}

/// Returns what stands in place of what.
fn changes(text: &[u8], redacted: &[u8], mut spans: Vec<Span>) -> Vec<Change> {
    // The secrets of a value that is encoded as a whole have the same range.
    spans.dedup_by(|span, before| span.range == before.range);
    let (mut at, mut end) = (0, 0);
    let mut marks = Vec::with_capacity(spans.len());
    for span in &spans {
        at += usize::try_from(span.range.start - end).unwrap_or_default();
        end = span.range.end;
        marks.push(
            String::from_utf8_lossy(redacted.get(at..at + span.written).unwrap_or_default()).into_owned(),
        );
        at += span.written;
    }
    in_points(&mut spans, text);
    spans.iter().zip(marks).map(|(span, mark)| (span.range.start, span.range.end, mark)).collect()
}

/// Returns what is hidden, and under which key.
pub(crate) fn options(
    strict: bool,
    names: Option<&Bound<'_, PyAny>>,
    key: Option<&Bound<'_, PyAny>>,
) -> PyResult<Options> {
    let strength = if strict { Strength::Strict } else { Strength::Log };
    let options = Options::new(key.map_or_else(|| Ok(own_key()), key_of)?).strength(strength);
    names.map_or(Ok(options.clone()), |names| with_names(options, names))
}

/// Returns the key of the process.
fn own_key() -> Key {
    static KEY: OnceLock<Key> = OnceLock::new();
    *KEY.get_or_init(Key::random)
}

/// Returns a key that was given. It is not repeated in the error.
fn key_of(key: &Bound<'_, PyAny>) -> PyResult<Key> {
    if let Ok(digits) = key.cast::<PyString>() {
        let key = digits.to_string_lossy().parse();
        return key.map_err(|error: evidence::KeyError| PyValueError::new_err(error.to_string()));
    }
    let bytes = key.cast::<PyBytes>().map_err(|_| wrong_type("key", "bytes or str", key))?;
    let bytes = <[u8; 16]>::try_from(bytes.as_bytes());
    bytes.map(Key::new).map_err(|_| PyValueError::new_err("a key has 16 bytes"))
}

/// Adds names to either list.
fn with_names(mut options: Options, names: &Bound<'_, PyAny>) -> PyResult<Options> {
    if let Ok(toml) = names.cast::<PyString>() {
        let options = options.names(&toml.to_string_lossy());
        return options.map_err(|error| PyValueError::new_err(error.to_string()));
    }
    let wrong = || wrong_type("names", "a mapping or a text in TOML", names);
    let names = names.cast::<PyMapping>().map_err(|_| wrong())?;
    for pair in names.items()?.try_iter()? {
        let (list, names): (Bound<'_, PyAny>, Bound<'_, PyAny>) = pair?.extract()?;
        let what = format!("names[{:?}]", list.str()?.to_string_lossy());
        if names.is_instance_of::<PyString>() {
            return Err(wrong_type(&what, "a list of str", &names));
        }
        let mut listed = Vec::new();
        for name in names.try_iter().map_err(|_| wrong_type(&what, "a list of str", &names))? {
            let name = name?;
            let text = name.cast::<PyString>().map_err(|_| wrong_type(&what, "a list of str", &name))?;
            listed.push(text.to_string_lossy().into_owned());
        }
        options = match &*list.str()?.to_string_lossy() {
            "hide" => options.hide(listed),
            "keep" => options.keep(listed),
            other => return Err(PyValueError::new_err(format!("names has hide and keep, not `{other}`"))),
        };
    }
    Ok(options)
}

/// Calls `f` with the bytes of a text; those of a str are UTF-8, in which a lone surrogate is written as if it were a
/// letter.
pub(crate) fn with_text<R>(text: &Bound<'_, PyAny>, what: &str, f: impl FnOnce(&[u8]) -> R) -> PyResult<R> {
    if let Ok(bytes) = text.cast::<PyBytes>() {
        Ok(f(bytes.as_bytes()))
    } else if let Ok(text) = text.cast::<PyString>() {
        if let Ok(text) = text.to_cow() {
            return Ok(f(text.as_bytes()));
        }
        let bytes = text.call_method1("encode", ("utf-8", "surrogatepass"))?;
        Ok(f(bytes.cast::<PyBytes>()?.as_bytes()))
    } else if let Ok(bytes) = text.cast::<PyByteArray>() {
        Ok(f(&bytes.to_vec()))
    } else if let Ok(view) = PyMemoryView::from(text) {
        // A copy: its owner may change the buffer while it is read.
        let bytes = view.call_method0("tobytes")?;
        Ok(f(bytes.cast::<PyBytes>()?.as_bytes()))
    } else {
        Err(wrong_type(what, "str or a buffer of bytes, such as bytes, bytearray, memoryview or mmap", text))
    }
}

/// Returns the str of what was one before.
fn text_of<'py>(py: Python<'py>, bytes: &[u8]) -> PyResult<Bound<'py, PyAny>> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(PyString::new(py, text).into_any());
    }
    let bytes = PyBytes::new(py, bytes);
    let text = bytes.call_method1("decode", ("utf-8", "surrogatepass"));
    text.or_else(|_| bytes.call_method1("decode", ("utf-8", "replace")))
}

/// Returns how many bytes at the end are the start of a letter.
fn begun(text: &[u8]) -> usize {
    let length = |byte: u8| match byte {
        0xC0..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xFF => 4,
        _ => 1,
    };
    let last = text.iter().rev().take(3).position(|byte| *byte & 0xC0 != 0x80);
    last.filter(|after| length(text[text.len() - 1 - after]) > after + 1).map_or(0, |after| after + 1)
}

/// Turns ranges in bytes of a text into code points.
fn in_points(spans: &mut [Span], text: &[u8]) {
    let (mut at, mut points) = (0, 0);
    let mut last = (0..0, 0..0);
    for span in spans {
        // The secrets of a value that is encoded as a whole have the same range.
        if span.range == last.0 {
            span.range = last.1.clone();
            continue;
        }
        last.0 = span.range.clone();
        for place in [&mut span.range.start, &mut span.range.end] {
            let byte = usize::try_from(*place).unwrap_or(usize::MAX).clamp(at, text.len());
            // Every byte but those that continue a code point.
            points += text[at..byte].iter().filter(|byte| **byte & 0xC0 != 0x80).count() as u64;
            at = byte;
            *place = points;
        }
        last.1 = span.range.clone();
    }
}
