//! Reading, and what comes out of it.

use std::{
    borrow::Cow,
    fmt::Write,
    hash::{Hash, Hasher},
    sync::Arc,
};

use felkod::{Code, Locale, Outcome, UnknownWord, Value, label};
use felkod_wire::{Reader, json};
use pyo3::{
    exceptions::PyValueError,
    prelude::*,
    sync::PyOnceLock,
    types::{PyDict, PyString, PyTuple},
};

use crate::{
    catalogue,
    convert::{self, Lang, each_header, object, with_bytes, wrong_type},
    state,
    words::Word,
};

/// From how many bytes on other threads may run while a body is read.
const LARGE: usize = 16 << 10;

/// Reads the body of an answer.
///
/// It never fails: no bytes raise an error, and a body that is no answer of Marketo's gives the outcome unrecognized.
///
/// Args:
///     body: The body as bytes, bytearray, memoryview or str.
///     status: The HTTP status, from 100 to 999. It speaks only where the body does not.
///     headers: The headers of the answer, as a mapping or as pairs; the request id of X-Request-Id is taken.
///     api: The API that was called: soap, rest … A body that tells its own API goes before it.
///
/// Returns:
///     A Report.
///
/// Raises:
///     TypeError: An argument has the wrong type.
///     ValueError: The status is out of range, or the API is none felkod knows.
///
/// Example:
///     >>> import felkod
///     >>> body = b'{"success": false, "errors": [{"code": "602", "message": "Access token expired"}]}'
///     >>> felkod.read(body).advice
///     <Advice.REAUTHENTICATE: 'reauthenticate'>
#[pyfunction]
#[pyo3(signature = (body, *, status=None, headers=None, api=None))]
pub(crate) fn read(
    py: Python<'_>,
    body: &Bound<'_, PyAny>,
    status: Option<&Bound<'_, PyAny>>,
    headers: Option<&Bound<'_, PyAny>>,
    api: Option<&Bound<'_, PyAny>>,
) -> PyResult<Report> {
    let mut reader = Reader::new();
    if let Some(status) = status {
        reader = reader.status(convert::status(status)?);
    }
    if let Some(api) = api {
        let name = api.cast::<PyString>().map_err(|_| wrong_type("api", "str", api))?;
        let api = name.to_string_lossy().parse();
        reader = reader.api(api.map_err(|error: UnknownWord| PyValueError::new_err(error.to_string()))?);
    }
    if let Some(headers) = headers {
        each_header(headers, |name, value| reader = std::mem::take(&mut reader).header(name, value))?;
    }
    let report = with_bytes(body, |bytes| {
        if bytes.len() < LARGE { reader.read(bytes) } else { py.detach(|| reader.read(bytes)) }
    })?;
    Ok(Report::from(report))
}

/// What an answer said.
///
/// It is made by `read()`, cannot be changed, compares by what it holds and can be pickled. It holds the server's texts
/// as they came, which can contain personal data; `repr()` shows none of them.
#[pyclass(frozen, eq, hash, module = "felkod")]
pub(crate) struct Report {
    pub(crate) inner: Arc<felkod_wire::Report>,
    findings: PyOnceLock<Py<PyTuple>>,
    warnings: PyOnceLock<Py<PyTuple>>,
}

#[pymethods]
impl Report {
    /// Whether nothing went wrong: the outcome is success.
    #[getter]
    fn ok(&self) -> bool {
        self.inner.outcome == Outcome::Success
    }

    /// The API that answered, where the body or the caller tells.
    #[getter]
    fn api<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        word(py, self.inner.api)
    }

    /// How the call went: success, partial, error or unrecognized.
    #[getter]
    fn outcome<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.inner.outcome.member(py)
    }

    /// The advice for the call as a whole; None for a partial outcome, whose findings have one each.
    #[getter]
    fn advice<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        word(py, self.inner.advice())
    }

    /// The id under which support finds the call.
    #[getter]
    fn request_id(&self) -> Option<&str> {
        self.inner.request_id.as_deref()
    }

    /// The request id where it looks like one, fit for a log; a text of another kind could be anything.
    #[getter]
    fn harmless_request_id(&self) -> Option<&str> {
        let looks_like = |byte: u8| byte.is_ascii_hexdigit() || matches!(byte, b'#' | b'-');
        self.request_id().filter(|id| id.len() <= 64 && id.bytes().all(looks_like))
    }

    /// The time Marketo writes into the request id of a REST answer, as a datetime in UTC.
    #[getter]
    fn request_time<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        let Some(millis) = self.inner.request_millis() else { return Ok(None) };
        let datetime = py.import("datetime")?;
        let milliseconds = PyDict::new(py);
        milliseconds.set_item("milliseconds", millis)?;
        let Ok(since) = datetime.getattr("timedelta")?.call((), Some(&milliseconds)) else { return Ok(None) };
        let utc = datetime.getattr("timezone")?.getattr("utc")?;
        let epoch = datetime.getattr("datetime")?.call_method1("fromtimestamp", (0, utc))?;
        // A time after the year 9999 is none.
        Ok(epoch.add(since).ok())
    }

    /// The errors, in the order of the body.
    #[getter]
    fn findings<'py>(&self, py: Python<'py>) -> PyResult<&Bound<'py, PyTuple>> {
        let items = || self.tuple(py, false, self.inner.findings.len());
        Ok(self.findings.get_or_try_init(py, items)?.bind(py))
    }

    /// The warnings, in the order of the body; they make no outcome an error.
    #[getter]
    fn warnings<'py>(&self, py: Python<'py>) -> PyResult<&Bound<'py, PyTuple>> {
        let items = || self.tuple(py, true, self.inner.warnings.len());
        Ok(self.warnings.get_or_try_init(py, items)?.bind(py))
    }

    /// The finding that decides: the one with the strictest advice.
    ///
    /// Where the call failed as a whole, only findings without a record count. Of findings with unknown codes only, it
    /// is the first; without a finding it is None.
    #[getter]
    fn strictest(&self, py: Python<'_>) -> PyResult<Option<Py<PyAny>>> {
        let is_partial = self.inner.outcome == Outcome::Partial;
        let counts = |finding: &felkod_wire::Finding| is_partial || finding.record.is_none();
        let findings = || self.inner.findings.iter().enumerate().filter(|(_, finding)| counts(finding));
        let advised = findings().filter_map(|(at, finding)| Some((finding.advice()?.strictness(), at))).min();
        let at = advised.map(|(_, at)| at).or_else(|| findings().next().map(|(at, _)| at));
        at.map(|at| Ok(self.findings(py)?.get_item(at)?.unbind())).transpose()
    }

    /// How often each code came up, from an answer that is a statistic of errors; no errors of this call.
    #[getter]
    fn counts<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.inner.counts.iter().map(Count::from).collect::<Vec<_>>())
    }

    /// What is to be known of the reading itself, such as a body that ends in the middle.
    #[getter]
    fn remarks<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let remarks: PyResult<Vec<_>> = self.inner.remarks.iter().map(|remark| remark.member(py)).collect();
        PyTuple::new(py, remarks?)
    }

    /// How many findings and warnings were left out, because there were too many.
    #[getter]
    fn left_out(&self) -> usize {
        self.inner.left_out
    }

    /// Returns the object that `felkod read --format json` prints.
    ///
    /// Args:
    ///     lang: The language of the texts, as a tag; one felkod lacks gives English.
    #[pyo3(signature = (lang=Lang(Locale::En)))]
    #[pyo3(text_signature = "($self, lang='en')")]
    fn to_dict<'py>(&self, py: Python<'py>, lang: Lang) -> PyResult<Bound<'py, PyAny>> {
        object(py, &json::report(&self.inner, lang.0))
    }

    /// Returns one line on what went wrong, free of personal data: it repeats nothing of the server's text.
    ///
    /// Args:
    ///     lang: The language, as a tag; one felkod lacks gives English.
    #[pyo3(signature = (lang=Lang(Locale::En)))]
    #[pyo3(text_signature = "($self, lang='en')")]
    fn title(&self, py: Python<'_>, lang: Lang) -> PyResult<String> {
        Ok(match (self.strictest(py)?, self.inner.outcome) {
            (Some(finding), _) => finding.bind(py).cast::<Finding>()?.get().title(lang),
            (None, Outcome::Error) => label(lang.0, "cli-no-finding").trim_end_matches('.').to_owned(),
            (None, outcome) => outcome.label(lang.0).to_owned(),
        })
    }

    fn __repr__(&self) -> String {
        /// How many findings are shown.
        const SHOWN: usize = 10;
        let report = &self.inner;
        let mut findings: Vec<_> = report.findings.iter().take(SHOWN).map(name).collect();
        if report.findings.len() > SHOWN {
            findings.push(format!("… {} more", report.findings.len() - SHOWN));
        }
        let mut repr = format!("<felkod.Report {}", report.outcome);
        for (key, value) in [
            ("api", report.api.map(|api| api.to_string())),
            ("advice", report.advice().map(|advice| advice.to_string())),
            ("request_id", self.harmless_request_id().map(str::to_owned)),
            ("findings", Some(format!("[{}]", findings.join(", ")))),
        ] {
            if let Some(value) = value {
                let _ = write!(repr, ", {key}={value}");
            }
        }
        repr + ">"
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, state::Report)> {
        Ok((py.import("felkod._felkod")?.getattr("restore_report")?, state::of_report(&self.inner)))
    }
}

impl Report {
    fn tuple(&self, py: Python<'_>, is_warning: bool, length: usize) -> PyResult<Py<PyTuple>> {
        let finding = |at| Finding { report: Arc::clone(&self.inner), at, is_warning };
        Ok(PyTuple::new(py, (0..length).map(finding).collect::<Vec<_>>())?.unbind())
    }
}

impl From<felkod_wire::Report> for Report {
    fn from(report: felkod_wire::Report) -> Self {
        Self { inner: Arc::new(report), findings: PyOnceLock::new(), warnings: PyOnceLock::new() }
    }
}

impl PartialEq for Report {
    fn eq(&self, other: &Self) -> bool {
        self.inner == other.inner
    }
}

impl Hash for Report {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.inner.request_id.hash(state);
        for finding in &self.inner.findings {
            hash(finding, state);
        }
    }
}

/// One error of an answer.
///
/// It stands in the findings of a Report, cannot be changed, compares by what it holds and can be pickled. The server's
/// text and the values in it can contain personal data; `repr()` shows none of them.
#[pyclass(frozen, eq, hash, module = "felkod")]
pub(crate) struct Finding {
    report: Arc<felkod_wire::Report>,
    at: usize,
    is_warning: bool,
}

#[pymethods]
impl Finding {
    /// The code, where felkod knows the number.
    #[getter]
    fn code<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.inner().code.map(|code| catalogue::member(py, code)).transpose()
    }

    /// The number the server gave, known or not.
    #[getter]
    fn number(&self) -> Option<u32> {
        self.inner().number
    }

    /// What the server gave for a code, where it is no number.
    #[getter]
    fn server_code(&self) -> Option<&str> {
        self.inner().server_code.as_deref()
    }

    /// Where it stood: fault, http, response, record.
    #[getter]
    fn level<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.inner().level.member(py)
    }

    /// The index in result, from 0, of the record it is about.
    #[getter]
    fn record(&self) -> Option<usize> {
        self.inner().record
    }

    /// What the server said. It can contain personal data.
    #[getter]
    fn server_text(&self) -> Option<&str> {
        self.inner().server_text.as_deref()
    }

    /// The values taken out of the server's text, by name, as a new dict. They can be personal data.
    #[getter]
    fn values<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let values = PyDict::new(py);
        for (name, value) in &self.inner().values {
            match value {
                Value::Number(number) => values.set_item(name, number)?,
                Value::Text(text) => values.set_item(name, text)?,
            }
        }
        Ok(values)
    }

    /// The case, where the code has several meanings and level or text tells which.
    #[getter]
    fn case<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.inner().case.map(|case| catalogue::case_object(py, case)).transpose()
    }

    /// What kind of thing went wrong; None for an unknown code.
    #[getter]
    fn category<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        word(py, self.inner().category())
    }

    /// What the program does next; None for an unknown code.
    #[getter]
    fn advice<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        word(py, self.inner().advice())
    }

    /// Whether the refused unit may have taken effect all the same; None for an unknown code.
    #[getter]
    fn applied<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        word(py, self.inner().applied())
    }

    /// Whether to send the same request again; None for an unknown code.
    #[getter]
    fn retry<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        word(py, self.inner().retry())
    }

    /// Who hears of it when the advice is used up; None for an unknown code.
    #[getter]
    fn escalate_to<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        word(py, self.inner().escalate_to())
    }

    /// The HTTP status that says the same; None for an unknown code.
    #[getter]
    fn http_equivalent(&self) -> Option<u16> {
        self.inner().http_equivalent()
    }

    /// Returns the title with the values of the server's text, which can be personal data; None for an unknown code.
    ///
    /// Args:
    ///     lang: The language, as a tag; one felkod lacks gives English.
    #[pyo3(signature = (lang=Lang(Locale::En)))]
    #[pyo3(text_signature = "($self, lang='en')")]
    fn message(&self, lang: Lang) -> Option<Cow<'static, str>> {
        self.inner().message(lang.0)
    }

    /// Returns what happened, with the figures of the server's text; None for an unknown code.
    ///
    /// Args:
    ///     lang: The language, as a tag; one felkod lacks gives English.
    #[pyo3(signature = (lang=Lang(Locale::En)))]
    #[pyo3(text_signature = "($self, lang='en')")]
    fn note(&self, lang: Lang) -> Option<Cow<'static, str>> {
        self.inner().note(lang.0)
    }

    /// Returns what to do first, with the figures of the server's text; None for an unknown code.
    ///
    /// Args:
    ///     lang: The language, as a tag; one felkod lacks gives English.
    #[pyo3(signature = (lang=Lang(Locale::En)))]
    #[pyo3(text_signature = "($self, lang='en')")]
    fn remedy(&self, lang: Lang) -> Option<Cow<'static, str>> {
        self.inner().remedy(lang.0)
    }

    /// Returns one line on what went wrong, free of personal data: it repeats nothing of the server's text.
    ///
    /// Args:
    ///     lang: The language, as a tag; one felkod lacks gives English.
    #[pyo3(signature = (lang=Lang(Locale::En)))]
    #[pyo3(text_signature = "($self, lang='en')")]
    fn title(&self, lang: Lang) -> String {
        let finding = self.inner();
        match (finding.code, finding.number) {
            (Some(code), _) => catalogue::title(code, finding.case, lang.0),
            (None, Some(number)) => format!("{number} · {}", label(lang.0, "cli-unknown-title")),
            (None, None) => label(lang.0, "cli-no-code-title").to_owned(),
        }
    }

    /// Returns the object of the finding in what `felkod read --format json` prints.
    ///
    /// Args:
    ///     lang: The language of the texts, as a tag; one felkod lacks gives English.
    #[pyo3(signature = (lang=Lang(Locale::En)))]
    #[pyo3(text_signature = "($self, lang='en')")]
    fn to_dict<'py>(&self, py: Python<'py>, lang: Lang) -> PyResult<Bound<'py, PyAny>> {
        object(py, &json::finding(self.inner(), lang.0))
    }

    fn __repr__(&self) -> String {
        let finding = self.inner();
        let mut repr = format!("<felkod.Finding {}", name(finding));
        if let Some(code) = finding.code {
            let _ = write!(repr, " {}", code.name());
        }
        let _ = write!(repr, ", level={}", finding.level);
        for (key, value) in [
            ("record", finding.record.map(|record| record.to_string())),
            ("case", finding.case.map(|case| case.name().to_owned())),
            ("advice", finding.advice().map(|advice| advice.to_string())),
        ] {
            if let Some(value) = value {
                let _ = write!(repr, ", {key}={value}");
            }
        }
        repr + ">"
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, state::Finding)> {
        Ok((py.import("felkod._felkod")?.getattr("restore_finding")?, state::of_finding(self.inner())))
    }
}

impl Finding {
    /// Makes a finding that stands alone.
    pub(crate) fn alone(finding: felkod_wire::Finding) -> Self {
        let mut report = felkod_wire::read(b"");
        report.findings.push(finding);
        Self { report: Arc::new(report), at: 0, is_warning: false }
    }

    fn inner(&self) -> &felkod_wire::Finding {
        if self.is_warning { &self.report.warnings[self.at] } else { &self.report.findings[self.at] }
    }
}

impl PartialEq for Finding {
    fn eq(&self, other: &Self) -> bool {
        self.inner() == other.inner()
    }
}

impl Hash for Finding {
    fn hash<H: Hasher>(&self, state: &mut H) {
        hash(self.inner(), state);
    }
}

fn hash(finding: &felkod_wire::Finding, state: &mut impl Hasher) {
    (finding.number, &finding.server_code, finding.record, &finding.server_text).hash(state);
}

/// How often a code came up, from an answer that is a statistic of errors.
///
/// It stands in the counts of a Report, cannot be changed, compares by what it holds and can be pickled.
#[pyclass(frozen, eq, hash, module = "felkod")]
#[derive(PartialEq, Hash)]
pub(crate) struct Count {
    /// The number, known or not.
    #[pyo3(get)]
    pub(crate) number: u32,
    pub(crate) code: Option<Code>,
    /// How many calls ended with it.
    #[pyo3(get, name = "count")]
    pub(crate) calls: u64,
}

#[pymethods]
impl Count {
    /// The code, where felkod knows the number.
    #[getter]
    fn code<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.code.map(|code| catalogue::member(py, code)).transpose()
    }

    fn __repr__(&self) -> String {
        format!("<felkod.Count {} of {}>", self.calls, self.number)
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, state::Count)> {
        Ok((py.import("felkod._felkod")?.getattr("restore_count")?, state::of_count(self)))
    }
}

impl From<&felkod_wire::Count> for Count {
    fn from(count: &felkod_wire::Count) -> Self {
        Self { number: count.number, code: count.code, calls: count.count }
    }
}

/// Returns the member of a Python class for a word, where there is one.
fn word<W: Word>(py: Python<'_>, word: Option<W>) -> PyResult<Option<Bound<'_, PyAny>>> {
    word.map(|word| word.member(py)).transpose()
}

/// Returns what a finding goes by in a repr: the number, never a text of the server's.
fn name(finding: &felkod_wire::Finding) -> String {
    finding.number.map_or_else(|| "without a number".to_owned(), |number| number.to_string())
}
