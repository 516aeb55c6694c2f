//! The errors in files, counted.

use std::{path::PathBuf, sync::mpsc, time::Duration};

use felkod::scan::{By, Options, Zone};
use pyo3::{
    exceptions::{PyRuntimeError, PyValueError},
    prelude::*,
};

/// How often is looked whether Ctrl-C was pressed.
const LOOK: Duration = Duration::from_millis(50);

/// Scans files and folders and returns the summary as JSON.
#[pyfunction]
pub(crate) fn scan_json(
    py: Python<'_>,
    paths: Vec<PathBuf>,
    since: Option<&str>,
    until: Option<&str>,
    timezone: &str,
    by: &str,
    jobs: Option<usize>,
) -> PyResult<String> {
    let zone: Zone = timezone
        .parse()
        .map_err(|error: felkod::scan::UnknownZone| PyValueError::new_err(error.to_string()))?;
    let time = |text: Option<&str>| {
        let wrong = |text| PyValueError::new_err(format!("neither a date nor a time: `{text}`"));
        text.map(|text| zone.time(text).ok_or_else(|| wrong(text))).transpose()
    };
    let mut options = Options::default();
    (options.since, options.until) = (time(since)?, time(until)?);
    options.by = match by {
        "hour" => By::Hour,
        "day" => By::Day,
        "file" => By::File,
        other => return Err(PyValueError::new_err(format!("by must be hour, day or file, not `{other}`"))),
    };
    if let Some(jobs) = jobs {
        options.jobs = jobs;
    }
    options.zone = zone;
    let watch = options.watch.clone();
    let (sender, mut summary) = mpsc::channel();
    // A thread that is not waited for: after Ctrl-C a pipe may still let it wait.
    std::thread::spawn(move || sender.send(felkod::scan::scan(paths, &options).json().to_string()));
    loop {
        let received;
        (received, summary) = py.detach(move || (summary.recv_timeout(LOOK), summary));
        match received {
            Ok(json) => return Ok(json),
            Err(mpsc::RecvTimeoutError::Timeout) => py.check_signals().inspect_err(|_| watch.stop())?,
            Err(mpsc::RecvTimeoutError::Disconnected) => {
                return Err(PyRuntimeError::new_err("the scan ended without a summary"));
            }
        }
    }
}
