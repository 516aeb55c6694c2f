//! Reading, and what comes out of it.

use std::{
    fmt::Write,
    hash::{Hash, Hasher},
    sync::Arc,
    time::{Duration, SystemTime},
};

use felkod::{Locale, Outcome, Reader, Retry, json};
use pyo3::{
    exceptions::PyTypeError,
    prelude::*,
    sync::PyOnceLock,
    types::{PyDict, PyString, PyTuple, PyType},
};

use crate::{
    convert::{self, Lang, each_header, object, with_bytes, wrong_type},
    finding::{Count, Finding, can_retry, hash, short_name},
    limits::Limits,
    retry::{Attempts, PolicyCore},
    state,
    words::{Word, parsed, word},
};

/// From how many bytes on other threads may run while a body is read.
const LARGE: usize = 16 << 10;

/// The headers that a reader takes.
pub(crate) const HEADERS: [&str; 2] = ["X-Request-Id", "Retry-After"];

/// Reads the body of a response.
///
/// It never fails: no bytes raise an error, and a body that is not a response of Marketo's gives the outcome
/// unrecognized.
///
/// Args:
///     body: The body as str, bytes or any other buffer: bytearray, memoryview, mmap, array, a NumPy array.
///     status: The HTTP status, from 100 to 599. It adds a finding where the body names no error.
///     headers: The headers of the response, as a mapping or as pairs; X-Request-Id and Retry-After are taken.
///     api: The API that was called: soap, rest … A body that tells its own API goes before it.
///     limits: The bounds of the reading.
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
#[pyo3(signature = (body, *, status=None, headers=None, api=None, limits=None))]
pub(crate) fn read(
    py: Python<'_>,
    body: &Bound<'_, PyAny>,
    status: Option<&Bound<'_, PyAny>>,
    headers: Option<&Bound<'_, PyAny>>,
    api: Option<&Bound<'_, PyAny>>,
    limits: Option<&Bound<'_, PyAny>>,
) -> PyResult<Report> {
    read_with(py, &reader_of(status, headers, api, limits)?, body).map(Report::from)
}

/// Makes a reader of what a caller knows of a response.
pub(crate) fn reader_of(
    status: Option<&Bound<'_, PyAny>>,
    headers: Option<&Bound<'_, PyAny>>,
    api: Option<&Bound<'_, PyAny>>,
    limits: Option<&Bound<'_, PyAny>>,
) -> PyResult<Reader> {
    let mut reader = Reader::new();
    if let Some(status) = status {
        reader = reader.status(convert::status(status)?);
    }
    if let Some(api) = api {
        let name = api.cast::<PyString>().map_err(|_| wrong_type("api", "str", api))?;
        reader = reader.api(parsed(&name.to_string_lossy())?);
    }
    if let Some(headers) = headers {
        each_header(headers, &HEADERS, |name, value| {
            reader = std::mem::take(&mut reader).header(name, value);
        })?;
    }
    if let Some(limits) = limits {
        let given = limits.extract::<Limits>().map_err(|_| wrong_type("limits", "felkod.Limits", limits))?;
        reader = reader.limits(given.into());
    }
    Ok(reader)
}

/// Reads a body with what the reader was told.
pub(crate) fn read_with(
    py: Python<'_>,
    reader: &Reader,
    body: &Bound<'_, PyAny>,
) -> PyResult<felkod::Report> {
    with_bytes(body, "body", |bytes| {
        if bytes.len() < LARGE { reader.read(bytes) } else { py.detach(|| reader.read(bytes)) }
    })
}

/// What a response said.
///
/// It is made by `read()`, cannot be changed, compares by what it holds and can be pickled. It holds the server's texts
/// as they came, which can contain personal data; `repr()` shows none of them.
#[pyclass(frozen, eq, hash, module = "felkod")]
pub(crate) struct Report {
    inner: Arc<felkod::Report>,
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

    /// The advice for the call as a whole; None for a partial outcome, see by_record().
    #[getter]
    fn advice<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        word(py, self.inner.advice())
    }

    /// Whether to send the same request as a whole again; None for a partial outcome and for an unknown code.
    #[getter]
    fn retry<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        word(py, self.inner.retry())
    }

    /// Tells whether to send the same request as a whole again, today and after following the advice.
    ///
    /// Args:
    ///     idempotent: Whether the request does no harm when it is carried out twice.
    #[pyo3(signature = (*, idempotent=false))]
    fn can_retry(&self, idempotent: bool) -> bool {
        can_retry(self.inner.retry(), idempotent)
    }

    /// The HTTP status that the caller gave; else None.
    #[getter]
    fn status(&self) -> Option<u16> {
        self.inner.status
    }

    /// The id under which support finds the call.
    #[getter]
    fn request_id(&self) -> Option<&str> {
        self.inner.request_id.as_deref()
    }

    /// The request id where it has one of the forms that Marketo's have, and so is safe in a log.
    #[getter]
    fn harmless_request_id(&self) -> Option<&str> {
        self.inner.harmless_request_id()
    }

    /// The time Marketo writes into the request id of a REST response, as a datetime in UTC.
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
    /// Where the call failed as a whole, only findings without a record count, and none whose advice is to accept. An
    /// unknown code decides unless another finding stops the call, since it could forbid what the others advise.
    /// Without a finding it is None.
    #[getter]
    fn strictest<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.inner.strictest().map(|finding| self.item(py, finding)).transpose()
    }

    /// Returns the strictest finding of each record that has one, by the index of the record in result, from 0.
    ///
    /// A record can have several findings; send it again only where this one allows that.
    ///
    /// Example:
    ///     >>> import felkod
    ///     >>> report = felkod.read('''{"success": true, "result": [{"status": "skipped", "reasons": [
    ///     ...     {"code": "713", "message": "busy"}, {"code": "1006", "message": "Field 'x' not found"}]}]}''')
    ///     >>> {record: finding.number for record, finding in report.by_record().items()}
    ///     {0: 1006}
    fn by_record<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let records = PyDict::new(py);
        for (record, finding) in self.inner.by_record() {
            records.set_item(record, self.item(py, finding)?)?;
        }
        Ok(records)
    }

    /// Returns the seconds to wait before the same request can succeed; None where nobody says, and where it never can.
    ///
    /// It is the server's Retry-After, else the window of the rate limit, else the time until a daily quota is reset.
    ///
    /// Args:
    ///     now: The time from which to count, in seconds since 1970-01-01 UTC; time.time() unless given.
    #[pyo3(signature = (now=None))]
    fn retry_after(&self, now: Option<f64>) -> Option<f64> {
        let now = now.map_or_else(SystemTime::now, |seconds| {
            let since = Duration::try_from_secs_f64(seconds).unwrap_or_default();
            SystemTime::UNIX_EPOCH.checked_add(since).unwrap_or(SystemTime::UNIX_EPOCH)
        });
        self.inner.retry_after(now).map(|wait| wait.as_secs_f64())
    }

    /// How often each code came up, from a response that is a statistic of errors; no errors of this call.
    #[getter]
    fn counts<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.inner.counts.iter().map(Count::from).collect::<Vec<_>>())
    }

    /// How many counts were left out, because there were too many.
    #[getter]
    fn counts_left_out(&self) -> usize {
        self.inner.counts_left_out
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

    /// How many records were rejected with advice to accept: they make no outcome partial, but were not written.
    #[getter]
    fn unchanged(&self) -> usize {
        self.inner.unchanged
    }

    /// Returns the object that `felkod read --format json` prints; its key decision is there where a policy decides.
    ///
    /// Args:
    ///     lang: The language of the texts, as a tag; one felkod lacks gives English.
    ///     policy: The RetryPolicy that decides. Its retry budget is left alone.
    ///     attempts: The Attempts of the call, in which the decision counts; by default those of a first attempt.
    ///     now: The time of the decision, in seconds since 1970-01-01 UTC; time.time() unless given.
    ///
    /// Raises:
    ///     TypeError: policy is not a felkod.RetryPolicy, or there are attempts and no policy.
    #[pyo3(signature = (lang=Lang(Locale::En), *, policy=None, attempts=None, now=None))]
    #[pyo3(text_signature = "($self, lang='en', *, policy=None, attempts=None, now=None)")]
    fn to_dict<'py>(
        &self,
        py: Python<'py>,
        lang: Lang,
        policy: Option<&Bound<'py, PyAny>>,
        attempts: Option<&Bound<'py, Attempts>>,
        now: Option<f64>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let Some(policy) = policy else {
            return match attempts {
                Some(_) => Err(PyTypeError::new_err("attempts need a policy")),
                None => object(py, &json::report(&self.inner, lang.0)),
            };
        };
        let core = PolicyCore::of(policy)?;
        let core = core.get();
        match attempts {
            Some(attempts) => core.report_json(py, &self.inner, attempts.get(), now, lang),
            None => core.report_json(py, &self.inner, &Attempts::default(), now, lang),
        }
    }

    /// Returns one line on what went wrong, free of personal data: it repeats nothing of the server's text.
    ///
    /// Args:
    ///     lang: The language, as a tag; one felkod lacks gives English.
    #[pyo3(signature = (lang=Lang(Locale::En)))]
    #[pyo3(text_signature = "($self, lang='en')")]
    fn title(&self, lang: Lang) -> String {
        self.inner.title(lang.0)
    }

    /// Makes a report of what a pickle holds.
    ///
    /// Args:
    ///     state: The text that a pickle holds.
    ///
    /// Raises:
    ///     ValueError: It is none.
    #[classmethod]
    fn from_state(_cls: &Bound<'_, PyType>, state: &str) -> PyResult<Self> {
        state::restored::<felkod::Report>(state).map(Self::from)
    }

    /// Returns what error to raise: its category and whether the same request can succeed; None for no error.
    #[pyo3(signature = (partial))]
    fn _failure<'py>(&self, py: Python<'py>, partial: bool) -> PyResult<Option<Failure<'py>>> {
        if self.inner.outcome != Outcome::Error && !(partial && self.inner.outcome == Outcome::Partial) {
            return Ok(None);
        }
        let finding = self.inner.strictest();
        let category = word(py, finding.and_then(felkod::Finding::category))?;
        Ok(Some((category, finding.and_then(felkod::Finding::retry).map(|retry| retry != Retry::No))))
    }

    fn __repr__(&self) -> String {
        /// How many findings are shown.
        const SHOWN: usize = 10;
        let report = &self.inner;
        let mut findings: Vec<_> = report.findings.iter().take(SHOWN).map(short_name).collect();
        if report.findings.len() > SHOWN {
            findings.push(format!("… {} more", report.findings.len() - SHOWN));
        }
        let mut repr = format!("<felkod.Report {}", report.outcome);
        for (key, value) in [
            ("api", report.api.map(|api| api.to_string())),
            ("advice", report.advice().map(|advice| advice.to_string())),
            ("request_id", report.harmless_request_id().map(str::to_owned)),
            ("findings", Some(format!("[{}]", findings.join(", ")))),
        ] {
            if let Some(value) = value {
                let _ = write!(repr, ", {key}={value}");
            }
        }
        repr + ">"
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<state::Reduced<'py>> {
        state::reduced::<Self>(py, &*self.inner)
    }
}

/// The category of an error, and whether the same request can succeed later.
type Failure<'py> = (Option<Bound<'py, PyAny>>, Option<bool>);

impl Report {
    pub(crate) fn inner(&self) -> &felkod::Report {
        &self.inner
    }

    fn tuple(&self, py: Python<'_>, is_warning: bool, length: usize) -> PyResult<Py<PyTuple>> {
        let finding = |at| Finding::of(&self.inner, at, is_warning);
        Ok(PyTuple::new(py, (0..length).map(finding).collect::<Vec<_>>())?.unbind())
    }

    /// Returns the item of the tuple of findings for one of the report's own findings.
    fn item<'py>(&self, py: Python<'py>, finding: &felkod::Finding) -> PyResult<Bound<'py, PyAny>> {
        let start = self.inner.findings.as_ptr().addr();
        let at = (std::ptr::from_ref(finding).addr() - start) / size_of::<felkod::Finding>();
        self.findings(py)?.get_item(at)
    }
}

impl From<felkod::Report> for Report {
    fn from(report: felkod::Report) -> Self {
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
