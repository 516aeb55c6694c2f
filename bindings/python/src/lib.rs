//! felkod for Python: the private extension `felkod._felkod` under the typed face in `python/felkod`.
//!
//! It has no knowledge of its own: codes, texts, the reading of responses and the decision what to do next are those of
//! `felkod`, the command is `felkod-cli`. What a Python program sees first is Python text: the members of `Code` and the words.

#![forbid(unsafe_code)]
#![expect(clippy::doc_markdown, reason = "help() shows the docs as they stand")]

mod catalog;
mod convert;
mod find;
mod finding;
mod http;
mod items;
mod limits;
mod many;
mod recorder;
mod redact;
mod report;
mod retry;
mod scan;
mod simulator;
mod state;
mod words;

use pyo3::pymodule;

/// The extension behind the package felkod; import from felkod instead.
#[pymodule(gil_used = false)]
mod _felkod {
    #[pymodule_export]
    use super::{
        catalog::{cases, code, codes, lookup, render, table, text},
        find::find,
        finding::{Count, Finding},
        http::{is_read, read_response},
        limits::limits,
        many::{Batches, answers, catalog_batches, read_many, resend},
        recorder::Recorder,
        redact::{Redactor, Secret, redact, secrets},
        report::{Report, read},
        retry::{Attempts, PacerCore, PolicyCore, action_of, batches, idempotency, quota_reset, terms},
        scan::scan_json,
        simulator::SimulatorCore,
        words::{advice, label, words},
    };

    #[pymodule_export]
    const VERSION: &str = env!("CARGO_PKG_VERSION");

    #[pymodule_export]
    const LANGS: [&str; felkod::Locale::ALL.len()] = super::convert::LANGS;

    /// Runs the command with its arguments, the program's name first, and returns the exit status.
    #[pyo3::pyfunction]
    fn run(py: pyo3::Python<'_>, arguments: Vec<std::ffi::OsString>) -> u8 {
        py.detach(|| felkod_cli::run(arguments))
    }
}
