//! Requests and responses for support.

use std::{
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use felkod::{
    evidence::{self, Exchange, Options, RecorderError, Writes},
    retry::Failure,
};
use pyo3::{
    Borrowed,
    exceptions::{PyOSError, PyValueError},
    intern,
    prelude::*,
    types::PyDelta,
};

use crate::{
    convert::{all_headers, wrong_type},
    redact::{options, with_text},
    retry::{action_of, decision_of, millis},
    words::parsed,
};

/// Keeps the last requests and responses, and writes them when one comes that a person must look at, or writes all.
///
/// The file has one HAR 1.2 entry a line, with secrets and personal data redacted, and what felkod makes of it in the key
/// _felkod. Its mode is 0600 unless it existed before. A person must look at an exchange whose advice is fix_setup or
/// contact_support, whose code is unknown, or whose response is not recognized. The hooks and clients in felkod.requests,
/// felkod.httpx, felkod.aiohttp and felkod.zeep take one of these.
///
/// A process that dies loses at most the line that it is writing. Several processes can write to one file, and any number of
/// threads can share a recorder; a process that was forked has nothing in memory from before. What cannot be written stops
/// nothing and is said once: it stays in memory as long as there is room, and is written with the next trouble.
///
/// Args:
///     path: The file; without one, everything stays in memory.
///     everything: Whether to write every exchange, at once.
///     keep: How many exchanges are kept in memory.
///     keep_bytes: How many bytes they may take together. Of one that alone takes more, the bodies are left out.
///     rotate_bytes: The file gives way to a new one before it would get larger.
///     rotate_age: The file gives way to a new one once its first line is so old, in seconds or as a timedelta; None for
///         never.
///     rotate_files: How many of the files that gave way stay; they have the time in their names.
///     fsync: Whether each line is on the disk before the next one comes. Without it, a machine that dies may lose the last
///         seconds.
///     strict: Whether to hide all values, as in felkod.redact().
///     names: As in felkod.redact().
///     key: As in felkod.redact().
///     on_error: Called with the OSError when the file cannot be written, once until it can be written again; without it, a
///         warning goes to logging.getLogger("felkod").
///
/// Raises:
///     TypeError: An argument has the wrong type.
///     ValueError: The key, the names or the age are wrong.
///
/// Example:
///     >>> import felkod
///     >>> recorder = felkod.Recorder()
///     >>> recorder.record("GET", "https://example.com/rest/v1/leads.json?access_token=7", status=200, body='{"success":true}')
///     >>> "access_token=REDACTED-token-" in recorder.har()
///     True
#[pyclass(frozen, module = "felkod")]
pub(crate) struct Recorder {
    settings: Settings,
    /// The recorder of a process, by the id of the process.
    current: Mutex<(u32, Arc<evidence::Recorder>)>,
    on_error: Option<Py<PyAny>>,
}

struct Settings {
    path: Option<PathBuf>,
    everything: bool,
    keep: (usize, usize),
    rotate: (u64, Option<Duration>, usize),
    fsync: bool,
    options: Options,
}

/// A time in seconds or as a timedelta.
struct Seconds(Duration);

impl<'py> FromPyObject<'_, 'py> for Seconds {
    type Error = PyErr;

    fn extract(seconds: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let number = if seconds.is_instance_of::<PyDelta>() {
            seconds.call_method0("total_seconds")?.extract::<f64>()?
        } else {
            let wrong = |_| wrong_type("a time", "a number of seconds or a timedelta", &seconds);
            seconds.extract::<f64>().map_err(wrong)?
        };
        let wrong =
            |_| PyValueError::new_err(format!("a time must not be negative or endless, but is {number}"));
        Duration::try_from_secs_f64(number).map(Self).map_err(wrong)
    }
}

#[pymethods]
impl Recorder {
    #[new]
    #[expect(clippy::too_many_arguments, reason = "they have names in Python")]
    #[pyo3(
        signature = (
            path=None, *, everything=false, keep=100, keep_bytes=16_777_216, rotate_bytes=67_108_864,
            rotate_age=Some(Seconds(Duration::from_secs(86_400))), rotate_files=5, fsync=false, strict=false, names=None,
            key=None, on_error=None
        ),
        text_signature = "(path=None, *, everything=False, keep=100, keep_bytes=16777216, rotate_bytes=67108864, \
            rotate_age=86400, rotate_files=5, fsync=False, strict=False, names=None, key=None, on_error=None)"
    )]
    fn new(
        path: Option<PathBuf>,
        everything: bool,
        keep: usize,
        keep_bytes: usize,
        rotate_bytes: u64,
        rotate_age: Option<Seconds>,
        rotate_files: usize,
        fsync: bool,
        strict: bool,
        names: Option<&Bound<'_, PyAny>>,
        key: Option<&Bound<'_, PyAny>>,
        on_error: Option<Py<PyAny>>,
    ) -> PyResult<Self> {
        let settings = Settings {
            path,
            everything,
            keep: (keep, keep_bytes),
            rotate: (rotate_bytes, rotate_age.map(|age| age.0), rotate_files),
            fsync,
            options: options(strict, names, key)?,
        };
        let current = Mutex::new((std::process::id(), Arc::new(settings.recorder())));
        Ok(Self { settings, current, on_error })
    }

    /// Takes an exchange, and writes what is to be written. A file that cannot be written raises nothing.
    ///
    /// Args:
    ///     method: The HTTP method.
    ///     url: The URL; one without a host is written with the host unknown.invalid, since HAR has absolute URLs.
    ///     status: The HTTP status of the response; None without a response.
    ///     headers: The headers of the response, as a mapping or as pairs.
    ///     body: The body of the response, as it came or decompressed: str or a buffer.
    ///     reason: The text beside the status.
    ///     request_headers: The headers of the request.
    ///     request_body: The body of the request.
    ///     failure: How the request failed without a response: a felkod.Failure, such as felkod.failure_of() returns.
    ///     started: When it was sent, in seconds since 1970-01-01 UTC; unless given, now without the time that it took.
    ///     took: How many seconds it took in all.
    ///     first_byte: How many seconds it took until the first byte of the response.
    ///     attempt: The number of the attempt, from 1.
    ///     action: The parameter action of a write in REST, the operation of SOAP; unless given, that of a body in JSON or
    ///         of the header SOAPAction.
    ///     http_version: The version of HTTP, such as HTTP/1.1.
    ///     decision: What the program decided to do next; unless given, what felkod tells people to do.
    ///
    /// Raises:
    ///     TypeError: An argument has the wrong type.
    ///     ValueError: The failure is none felkod knows, or a time is negative.
    #[expect(clippy::too_many_arguments, reason = "they have names in Python")]
    #[pyo3(signature = (
        method, url, *, status=None, headers=None, body=None, reason=None, request_headers=None, request_body=None,
        failure=None, started=None, took=None, first_byte=None, attempt=1, action=None, http_version=None,
        decision=None
    ))]
    fn record(
        &self,
        py: Python<'_>,
        method: String,
        url: String,
        status: Option<u16>,
        headers: Option<&Bound<'_, PyAny>>,
        body: Option<&Bound<'_, PyAny>>,
        reason: Option<String>,
        request_headers: Option<&Bound<'_, PyAny>>,
        request_body: Option<&Bound<'_, PyAny>>,
        failure: Option<&str>,
        started: Option<f64>,
        took: Option<Seconds>,
        first_byte: Option<Seconds>,
        attempt: u32,
        action: Option<String>,
        http_version: Option<String>,
        decision: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<()> {
        let took = took.map_or(Duration::ZERO, |took| took.0);
        let before = u64::try_from(took.as_millis()).unwrap_or_default();
        let started = started.map_or_else(|| millis(None).saturating_sub(before), |at| millis(Some(at)));
        let mut exchange = Exchange::new(method, url, started).took(took).attempt(attempt);
        let (mut sent, mut is_json) = (Vec::new(), false);
        if let Some(headers) = request_headers {
            all_headers(headers, |name, value| {
                is_json |=
                    name.eq_ignore_ascii_case("Content-Type") && value.to_ascii_lowercase().contains("json");
                sent.push((name.to_owned(), value.to_owned()));
            })?;
        }
        for (name, value) in sent {
            exchange = exchange.request_header(name, value);
        }
        let mut action = action;
        if let Some(body) = request_body {
            let body = with_text(body, "request_body", <[u8]>::to_vec)?;
            action = action.or_else(|| is_json.then(|| action_of(&body)).flatten());
            exchange = exchange.request_body(body);
        }
        if let Some(action) = action {
            exchange = exchange.action(action);
        }
        let mut came = Vec::new();
        if let Some(headers) = headers {
            all_headers(headers, |name, value| came.push((name.to_owned(), value.to_owned())))?;
        }
        for (name, value) in came {
            exchange = exchange.response_header(name, value);
        }
        if let Some(body) = body {
            exchange = exchange.response_body(with_text(body, "body", <[u8]>::to_vec)?);
        }
        if let Some(status) = status {
            exchange = exchange.status(status);
        }
        if let Some(reason) = reason {
            exchange = exchange.status_text(reason);
        }
        if let Some(failure) = failure {
            exchange = exchange.failure(parsed::<Failure>(failure)?);
        }
        if let Some(after) = first_byte {
            exchange = exchange.first_byte(after.0);
        }
        if let Some(version) = http_version {
            exchange = exchange.http_version(version);
        }
        if let Some(decision) = decision {
            exchange = exchange.decision(decision_of(decision)?);
        }
        let recorder = self.current();
        if let Err(error) = py.detach(|| recorder.record(exchange)) {
            self.say(py, &error);
        }
        Ok(())
    }

    /// Writes what is in memory, as if trouble had come.
    ///
    /// Raises:
    ///     OSError: The file cannot be written, and that has not been said yet.
    fn write(&self, py: Python<'_>) -> PyResult<()> {
        let recorder = self.current();
        py.detach(|| recorder.write()).or_else(|error| Err(PyErr::from_value(os_error(py, &error)?)))
    }

    /// Returns what is in memory as a HAR 1.2 file, redacted. It stays in memory.
    fn har(&self, py: Python<'_>) -> String {
        let recorder = self.current();
        py.detach(|| recorder.har())
    }

    /// How many lines were written.
    #[getter]
    fn written(&self, py: Python<'_>) -> u64 {
        let recorder = self.current();
        py.detach(|| recorder.written())
    }

    /// How many exchanges were to be written and were not, because the file could not be written.
    #[getter]
    fn lost(&self, py: Python<'_>) -> u64 {
        let recorder = self.current();
        py.detach(|| recorder.lost())
    }

    fn __repr__(&self) -> String {
        match &self.settings.path {
            Some(path) => format!("<felkod.Recorder {}>", path.display()),
            None => "<felkod.Recorder in memory>".to_owned(),
        }
    }
}

impl Recorder {
    /// Returns the recorder of this process. It is asked for while the lock of Python is held, so that a process that starts
    /// meanwhile finds its own lock free; what the other process has in memory is the other's to write.
    fn current(&self) -> Arc<evidence::Recorder> {
        let mut current = self.current.lock().unwrap_or_else(PoisonError::into_inner);
        let own = std::process::id();
        if current.0 != own {
            *current = (own, Arc::new(self.settings.recorder()));
        }
        current.1.clone()
    }

    /// Says that the file cannot be written. Nothing that goes wrong there reaches the caller.
    fn say(&self, py: Python<'_>, error: &RecorderError) {
        let said = match &self.on_error {
            Some(on_error) => os_error(py, error).and_then(|error| on_error.bind(py).call1((error,))),
            None => py.import("logging").and_then(|logging| {
                let logger = logging.call_method1(intern!(py, "getLogger"), ("felkod",))?;
                logger.call_method1(intern!(py, "warning"), ("%s", error.to_string()))
            }),
        };
        if let Err(error) = said {
            error.write_unraisable(py, None);
        }
    }
}

impl Settings {
    fn recorder(&self) -> evidence::Recorder {
        let (bytes, age, files) = self.rotate;
        let recorder = evidence::Recorder::new(self.options.clone())
            .writes(if self.everything { Writes::Everything } else { Writes::Trouble })
            .keep(self.keep.0, self.keep.1)
            .rotate(bytes, age, files)
            .fsync(self.fsync);
        match &self.path {
            Some(path) => recorder.file(path),
            None => recorder,
        }
    }
}

/// Returns the error of the system as Python has it, with number and file.
fn os_error<'py>(py: Python<'py>, error: &RecorderError) -> PyResult<Bound<'py, PyAny>> {
    let kind = py.get_type::<PyOSError>();
    let text = error.error.to_string();
    match error.error.raw_os_error() {
        Some(number) => {
            let text = text.split(" (os error ").next().unwrap_or_default();
            kind.call1((number, text, error.path.as_os_str()))
        }
        None => kind.call1((error.to_string(),)),
    }
}
