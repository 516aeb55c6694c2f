//! The simulator inside the wheel, for tests in Python.

use std::{
    io,
    sync::{Mutex, MutexGuard, PoisonError},
};

use clap::{Args as _, FromArgMatches as _};
use felkod_simulator::{Scenario, Server, cli};
use pyo3::{
    exceptions::{PyOSError, PyRuntimeError, PyValueError},
    prelude::*,
};

use crate::convert::object;

/// A server that answers as Marketo, behind the Python class `Marketo`.
#[pyclass(frozen, module = "felkod._felkod")]
pub(crate) struct SimulatorCore {
    server: Mutex<Option<Server>>,
    address: String,
}

impl SimulatorCore {
    fn lock(&self) -> MutexGuard<'_, Option<Server>> {
        self.server.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn with<T>(&self, f: impl FnOnce(&Server) -> T) -> PyResult<T> {
        match &*self.lock() {
            Some(server) => Ok(f(server)),
            None => Err(PyRuntimeError::new_err("the simulator was stopped")),
        }
    }
}

#[pymethods]
impl SimulatorCore {
    /// Starts the server on a free port, with the options of `felkod simulate`.
    #[new]
    fn new(py: Python<'_>, options: Vec<String>) -> PyResult<Self> {
        let command = cli::Arguments::augment_args(clap::Command::new("simulate").no_binary_name(true));
        let quiet = ["--port", "0", "--no-log"].into_iter().map(str::to_owned);
        let arguments = command
            .args_override_self(true)
            .try_get_matches_from(quiet.chain(options))
            .and_then(|matches| cli::Arguments::from_arg_matches(&matches))
            .map_err(|error| PyValueError::new_err(error.to_string()))?;
        let server = py.detach(|| arguments.start(io::stderr()));
        let server = server.map_err(|error| PyOSError::new_err(error.to_string()))?;
        Ok(Self { address: server.address(), server: Mutex::new(Some(server)) })
    }

    /// Returns the address for clients.
    #[getter]
    fn address(&self) -> &str {
        &self.address
    }

    /// Stops the server.
    fn stop(&self, py: Python<'_>) {
        let server = self.lock().take();
        py.detach(|| drop(server));
    }

    /// Returns the time of its clock, in milliseconds since 1970-01-01 UTC.
    fn now(&self) -> PyResult<u64> {
        self.with(|server| server.marketo().clock().now())
    }

    /// Stops its clock, or lets it go on.
    fn freeze(&self, is_frozen: bool) -> PyResult<()> {
        self.with(|server| server.marketo().clock().freeze(is_frozen))
    }

    /// Moves its clock forward.
    fn advance(&self, millis: u64) -> PyResult<()> {
        self.with(|server| server.marketo().clock().advance_millis(millis))
    }

    /// Plays another scenario, in YAML.
    fn play(&self, scenario: &str) -> PyResult<()> {
        let scenario: Scenario = scenario
            .parse()
            .map_err(|error: felkod_simulator::ScenarioError| PyValueError::new_err(error.to_string()))?;
        self.with(|server| server.marketo().play(scenario))
    }

    /// Forgets everything; scenario and clock start anew.
    fn reset(&self) -> PyResult<()> {
        self.with(|server| server.marketo().reset())
    }

    /// Returns what came after a call of this number.
    fn calls<'py>(&self, py: Python<'py>, after: u64) -> PyResult<Bound<'py, PyAny>> {
        let json = self.with(|server| server.marketo().calls().json(after))?;
        object(py, &json)
    }
}
