//! The decision: policies, attempts and the pacer, over `felkod::retry`.
//!
//! Settings come in as JSON, which says what is wrong with them; everything else is passed as it is.

use std::{
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use felkod::retry::{
    self, Action, BatchLimits, Budget, Decision, Event, Failure, Idempotency, Piece, QuotaReset, Reason,
};
use pyo3::{
    exceptions::PyValueError,
    intern,
    prelude::*,
    sync::PyOnceLock,
    types::{PyDict, PyString, PyTuple, PyType},
};
use serde::de::DeserializeOwned;

use crate::{
    convert::{Lang, object, wrong_type},
    report::Report,
    state,
    words::{Word, parsed},
};

/// Returns every class of terms with its words: words of decisions, which have no labels.
#[pyfunction]
pub(crate) fn terms() -> Vec<(&'static str, Vec<&'static str>)> {
    vec![
        ("Action", Action::ALL.iter().map(|word| word.as_str()).collect()),
        ("Failure", Failure::ALL.iter().map(|word| word.as_str()).collect()),
        ("Idempotency", Idempotency::ALL.iter().map(|word| word.as_str()).collect()),
        ("Reason", Reason::ALL.iter().map(|word| word.as_str()).collect()),
        ("SecretKind", felkod::evidence::Kind::ALL.iter().map(|word| word.as_str()).collect()),
        ("Wrapping", felkod::Wrapping::ALL.iter().map(|word| word.as_str()).collect()),
    ]
}

/// Returns the parameter `action` in the body of a write in JSON.
#[pyfunction]
pub(crate) fn action_of(body: &[u8]) -> Option<String> {
    #[derive(serde::Deserialize)]
    struct Write {
        action: Option<String>,
    }
    serde_json::from_slice::<Write>(body).ok()?.action
}

/// Returns where batches of records begin and end, by the number of records and the bytes of each one.
#[pyfunction]
pub(crate) fn batches(sizes: Vec<usize>, records: usize, bytes: usize, around: usize) -> Vec<(usize, usize)> {
    let limits = BatchLimits { records, bytes, around, between: 1 };
    retry::batches(sizes, limits).map(|batch| (batch.start, batch.end)).collect()
}

/// Returns what a second execution of a request does.
#[pyfunction]
pub(crate) fn idempotency(method: &str, path: &str, action: Option<&str>) -> &'static str {
    Idempotency::of(method, path, action).as_str()
}

/// Returns the two instants of the next reset of a daily quota, in Unix seconds.
#[pyfunction]
pub(crate) fn quota_reset(now: Option<f64>) -> (f64, f64) {
    let reset = QuotaReset::after(millis(now));
    (seconds(reset.earliest), seconds(reset.latest))
}

/// What a logical call has been through: all attempts at one request, with what the caller knows about it.
///
/// It is made before the first call and passed to each decision, which counts in it. It can be stored between attempts,
/// by pickle or as JSON, and compares by what it holds.
///
/// Args:
///     request: What a second execution of the request does; see Idempotency.of(). By default it counts as one that
///         creates something.
///     insists: Whether to send the request again even where that can do harm.
///     records: How many records the request has, if you know it.
///     started: When the first call was made, in seconds since 1970-01-01 UTC; by default when it is first decided on.
///     seed: The seed of the random part of waits; by default a random one.
///
/// Raises:
///     ValueError: The request is not a word of Idempotency.
///
/// Example:
///     >>> import felkod
///     >>> attempts = felkod.Attempts(felkod.Idempotency.READ)
///     >>> felkod.RetryPolicy().decide(attempts, felkod.Failure.REFUSED).action
///     <Action.RETRY: 'retry'>
///     >>> attempts.calls, felkod.Attempts.from_json(attempts.to_json()) == attempts
///     (1, True)
#[derive(Default)]
#[pyclass(frozen, module = "felkod")]
pub(crate) struct Attempts {
    inner: Mutex<retry::Attempts>,
}

impl Attempts {
    fn lock(&self) -> MutexGuard<'_, retry::Attempts> {
        // Nothing that holds the lock leaves half of a change.
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[pymethods]
impl Attempts {
    #[new]
    #[pyo3(signature = (request=None, *, insists=false, records=None, started=None, seed=None))]
    fn new(
        request: Option<&str>,
        insists: bool,
        records: Option<u64>,
        started: Option<f64>,
        seed: Option<u32>,
    ) -> PyResult<Self> {
        let request = request.map(parsed::<Idempotency>).transpose()?.unwrap_or_default();
        let mut attempts = retry::Attempts::of(request);
        attempts.insists = insists;
        attempts.records = records;
        attempts.started = started.map(|started| millis(Some(started)));
        attempts.seed = seed.unwrap_or(attempts.seed);
        Ok(Self { inner: Mutex::new(attempts) })
    }

    /// What a second execution of the request does.
    #[getter]
    fn request<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        member(py, "Idempotency", self.lock().request.as_str())
    }

    /// Whether to send the request again even where that can do harm.
    #[getter]
    fn insists(&self) -> bool {
        self.lock().insists
    }

    /// How many records the request has, where the caller said so.
    #[getter]
    fn records(&self) -> Option<u64> {
        self.lock().records
    }

    /// The calls so far.
    #[getter]
    fn calls(&self) -> u32 {
        self.lock().calls
    }

    /// The calls so far by the advice that followed, as a new dict of those that were given.
    #[getter]
    fn by_advice<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let counts = self.lock().by_advice;
        let given = PyDict::new(py);
        for advice in felkod::Advice::ALL.iter().filter(|advice| counts.of(**advice) > 0) {
            given.set_item(advice.member(py)?, counts.of(*advice))?;
        }
        Ok(given)
    }

    /// Whether the proof of identity was renewed and no response has shown since that it was accepted.
    #[getter]
    fn renewed(&self) -> bool {
        self.lock().renewed
    }

    /// When the first call was made or decided on, in seconds since 1970-01-01 UTC; None before.
    #[getter]
    fn started(&self) -> Option<f64> {
        self.lock().started.map(seconds)
    }

    /// The seed of the random part of waits: the same seed gives the same waits.
    #[getter]
    fn seed(&self) -> u32 {
        self.lock().seed
    }

    /// Returns the attempts as JSON.
    fn to_json(&self) -> PyResult<String> {
        serde_json::to_string(&*self.lock()).map_err(|error| PyValueError::new_err(error.to_string()))
    }

    /// Makes attempts of what to_json() returned.
    ///
    /// Args:
    ///     state: The JSON.
    ///
    /// Raises:
    ///     ValueError: It does not hold attempts.
    #[classmethod]
    fn from_json(_cls: &Bound<'_, PyType>, state: &str) -> PyResult<Self> {
        Ok(Self { inner: Mutex::new(state::restored(state)?) })
    }

    fn __eq__(&self, other: &Self) -> bool {
        // Not both locks at once: two threads could compare the same two the other way around.
        let mine = self.lock().clone();
        mine == *other.lock()
    }

    fn __repr__(&self) -> PyResult<String> {
        Ok(format!("<felkod.Attempts {}>", self.to_json()?))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<state::Reduced<'py>> {
        Ok((py.get_type::<Self>().getattr("from_json")?, (self.to_json()?,)))
    }
}

/// A policy with its retry budget, behind the Python class `RetryPolicy`.
#[pyclass(frozen, module = "felkod._felkod")]
pub(crate) struct PolicyCore {
    inner: retry::Policy,
    budget: Budget,
}

#[pymethods]
impl PolicyCore {
    #[new]
    fn new(settings: &str) -> PyResult<Self> {
        let inner: retry::Policy = settings_of(settings)?;
        Ok(Self { budget: Budget::of(&inner), inner })
    }

    /// Returns all settings as JSON.
    fn to_json(&self) -> PyResult<String> {
        serde_json::to_string(&self.inner).map_err(|error| PyValueError::new_err(error.to_string()))
    }

    /// Returns the tokens that are left of the retry budget.
    fn tokens(&self) -> Option<u32> {
        self.budget.tokens()
    }

    /// Decides about a report or the word of a failure.
    fn decide<'py>(
        &self,
        py: Python<'py>,
        attempts: &Attempts,
        event: &Bound<'py, PyAny>,
        now: Option<f64>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let now = millis(now);
        let decision = if let Ok(report) = event.cast::<Report>() {
            let event = Event::Report(report.get().inner());
            self.inner.decide_within(&self.budget, &mut attempts.lock(), event, now)
        } else if let Ok(word) = event.cast::<PyString>() {
            let failure = parsed::<Failure>(&word.to_string_lossy())?;
            self.inner.decide_within(&self.budget, &mut attempts.lock(), failure, now)
        } else {
            return Err(wrong_type("event", "felkod.Report, felkod.MarketoError or felkod.Failure", event));
        };
        decided(py, &decision)
    }
}

impl PolicyCore {
    /// Returns what is behind a Python policy.
    pub(crate) fn of<'py>(policy: &Bound<'py, PyAny>) -> PyResult<Bound<'py, Self>> {
        let wrong = || wrong_type("policy", "felkod.RetryPolicy", policy);
        policy.getattr("_core").map_err(|_| wrong())?.cast_into::<Self>().map_err(|_| wrong())
    }

    pub(crate) fn policy(&self) -> &retry::Policy {
        &self.inner
    }

    /// Returns the JSON of a report with the decision about it.
    pub(crate) fn report_json<'py>(
        &self,
        py: Python<'py>,
        report: &felkod::Report,
        attempts: &Attempts,
        now: Option<f64>,
        lang: Lang,
    ) -> PyResult<Bound<'py, PyAny>> {
        let json = self.inner.report_json(&mut attempts.lock(), report, millis(now), lang.0);
        object(py, &json)
    }
}

/// A pacer, behind the Python class `Pacer`.
#[pyclass(frozen, module = "felkod._felkod")]
pub(crate) struct PacerCore {
    inner: Mutex<retry::Pacer>,
}

impl PacerCore {
    fn lock(&self) -> MutexGuard<'_, retry::Pacer> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[pymethods]
impl PacerCore {
    #[new]
    fn new(figures: &str) -> PyResult<Self> {
        Ok(Self { inner: Mutex::new(retry::Pacer::new(&settings_of(figures)?)) })
    }

    /// Asks to make a call; returns how many seconds to wait before asking again, 0 for yes.
    fn acquire(&self, now: Option<f64>) -> f64 {
        self.lock().acquire(millis(now)).as_secs_f64()
    }

    /// Says that a call is over.
    fn release(&self) {
        self.lock().release();
    }

    /// Learns from a response.
    fn learn(&self, policy: &PolicyCore, report: &Report, now: Option<f64>) {
        self.lock().learn(&policy.inner, report.inner(), millis(now));
    }

    /// Returns how many calls may be made in a time window at present.
    fn calls(&self) -> u32 {
        self.lock().calls()
    }

    /// Returns how many calls may be in progress at present.
    fn concurrent_calls(&self) -> u32 {
        self.lock().concurrent_calls()
    }
}

/// Makes the Python decision.
fn decided<'py>(py: Python<'py>, decision: &Decision) -> PyResult<Bound<'py, PyAny>> {
    static CLASS: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    let class = CLASS
        .get_or_try_init(py, || py.import("felkod._decisions")?.getattr("Decision").map(Bound::unbind))?;
    let fields = PyDict::new(py);
    fields.set_item(intern!(py, "action"), member(py, "Action", decision.action().as_str())?)?;
    fields.set_item(intern!(py, "after"), decision.after().map(|after| after.as_secs_f64()))?;
    match decision {
        Decision::Done { absent, set_aside } => {
            fields.set_item("absent", absent)?;
            fields.set_item("set_aside", PyTuple::new(py, set_aside)?)?;
        }
        Decision::Resend { records, set_aside, .. } => {
            fields.set_item("records", PyTuple::new(py, records)?)?;
            fields.set_item("set_aside", PyTuple::new(py, set_aside)?)?;
        }
        Decision::Reduce { limit: Some(limit) } => {
            let unit = limit.unit();
            let piece = py.import("felkod._decisions")?.getattr("Piece")?.call1((limit.figure(), unit))?;
            fields.set_item("limit", piece)?;
        }
        Decision::GiveUp { reason, who } => {
            fields.set_item("reason", member(py, "Reason", reason.as_str())?)?;
            fields.set_item("who", who.member(py)?)?;
        }
        Decision::Retry { .. } | Decision::Renew { .. } | Decision::Reduce { .. } | _ => {}
    }
    class.bind(py).call((), Some(&fields))
}

/// Reads a Python decision.
pub(crate) fn decision_of(decision: &Bound<'_, PyAny>) -> PyResult<Decision> {
    let py = decision.py();
    if !decision.is_instance(&py.import("felkod._decisions")?.getattr("Decision")?)? {
        return Err(wrong_type("decision", "a felkod.Decision", decision));
    }
    let word = |name: &str| Ok::<_, PyErr>(decision.getattr(name)?.str()?.to_string_lossy().into_owned());
    let indexes = |name: &str| decision.getattr(name)?.extract::<Vec<usize>>();
    let seconds = decision.getattr("after")?.extract::<Option<f64>>()?.unwrap_or_default();
    let after = Duration::try_from_secs_f64(seconds)
        .map_err(|_| PyValueError::new_err(format!("a decision cannot wait {seconds} seconds")))?;
    Ok(match parsed(&word("action")?)? {
        Action::Retry => Decision::Retry { after },
        Action::Renew => Decision::Renew { after },
        Action::Reduce => {
            let limit = decision.getattr("limit")?;
            let piece = || {
                let unit = limit.getattr("unit")?.extract::<String>()?;
                Ok::<_, PyErr>(Piece::new(limit.getattr("figure")?.extract()?, &unit))
            };
            Decision::Reduce { limit: if limit.is_none() { None } else { piece()? } }
        }
        Action::Resend => {
            Decision::Resend { records: indexes("records")?, after, set_aside: indexes("set_aside")? }
        }
        Action::GiveUp => Decision::GiveUp { reason: parsed(&word("reason")?)?, who: parsed(&word("who")?)? },
        Action::Done | _ => {
            let absent = decision.getattr("absent")?.extract()?;
            Decision::Done { absent, set_aside: indexes("set_aside")? }
        }
    })
}

/// Returns the member of a class of terms for a word.
pub(crate) fn member<'py>(py: Python<'py>, class: &str, word: &str) -> PyResult<Bound<'py, PyAny>> {
    py.import("felkod._terms")?.getattr(class)?.call1((word,))
}

/// Reads settings, or says what is wrong with them.
fn settings_of<T: DeserializeOwned>(json: &str) -> PyResult<T> {
    serde_json::from_str(json).map_err(|error| {
        // The place in the JSON tells nothing to whoever gave Python values.
        let error = error.to_string();
        PyValueError::new_err(error.split(" at line ").next().unwrap_or_default().to_owned())
    })
}

/// Returns a time in Unix milliseconds: the one that is given in seconds, else that of the clock.
pub(crate) fn millis(now: Option<f64>) -> u64 {
    let now = match now {
        Some(now) => Duration::try_from_secs_f64(now).unwrap_or_default(),
        None => SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default(),
    };
    u64::try_from((now + Duration::from_micros(500)).as_millis()).unwrap_or(u64::MAX)
}

/// Returns Unix milliseconds in seconds.
fn seconds(millis: u64) -> f64 {
    Duration::from_millis(millis).as_secs_f64()
}
