//! What a report consists of: findings and counts.

use std::{
    borrow::Cow,
    fmt::Write,
    hash::{Hash, Hasher},
    sync::Arc,
};

use felkod::{Api, Locale, Report, Retry, StatusClass, Value, json};
use pyo3::{
    prelude::*,
    types::{PyDict, PyType},
};

use crate::{
    catalog,
    convert::{Lang, object},
    state,
    words::{Word, word},
};

/// One error of a response.
///
/// It stands in the findings of a Report, cannot be changed, compares by what it holds and can be pickled. The server's
/// text and the values in it can contain personal data; `repr()` shows none of them.
#[pyclass(frozen, eq, hash, module = "felkod")]
pub(crate) struct Finding {
    report: Arc<Report>,
    at: usize,
    is_warning: bool,
}

#[pymethods]
impl Finding {
    /// The code, where felkod knows the number.
    #[getter]
    fn code<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.inner().code.map(|code| catalog::member(py, code)).transpose()
    }

    /// The number the server gave, known or not; the HTTP status of a response that gave none.
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
        self.inner().case.map(|case| catalog::case_member(py, case)).transpose()
    }

    /// The class of an HTTP status that is no code: unauthorized, client_error or server_error; else None.
    #[getter]
    fn status_class(&self) -> Option<&'static str> {
        self.inner().status_class.map(StatusClass::name)
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

    /// Whether the rejected unit, a record or the request, may have taken effect; None for an unknown code.
    #[getter]
    fn applied<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        word(py, self.inner().applied())
    }

    /// Whether to send the same record or request again; None for an unknown code.
    #[getter]
    fn retry<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        word(py, self.inner().retry())
    }

    /// Tells whether to send the same record or request again, today and after following the advice.
    ///
    /// Args:
    ///     idempotent: Whether it does no harm when it is carried out twice.
    #[pyo3(signature = (*, idempotent=false))]
    fn can_retry(&self, idempotent: bool) -> bool {
        can_retry(self.inner().retry(), idempotent)
    }

    /// Whom to turn to when the advice does not help; None for an unknown code.
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

    /// Returns what to do, with the figures of the server's text; None for an unknown code.
    ///
    /// Args:
    ///     lang: The language, as a tag; one felkod lacks gives English.
    #[pyo3(signature = (lang=Lang(Locale::En)))]
    #[pyo3(text_signature = "($self, lang='en')")]
    fn remedy(&self, lang: Lang) -> Option<Cow<'static, str>> {
        self.inner().remedy(lang.0)
    }

    /// Returns the steps of the remedy, one to three; none for an unknown code.
    ///
    /// Args:
    ///     lang: The language, as a tag; one felkod lacks gives English.
    #[pyo3(signature = (lang=Lang(Locale::En)))]
    #[pyo3(text_signature = "($self, lang='en')")]
    fn steps(&self, lang: Lang) -> Vec<Cow<'static, str>> {
        self.inner().steps(lang.0)
    }

    /// Returns one line on what went wrong, free of personal data: it repeats nothing of the server's text.
    ///
    /// Args:
    ///     lang: The language, as a tag; one felkod lacks gives English.
    #[pyo3(signature = (lang=Lang(Locale::En)))]
    #[pyo3(text_signature = "($self, lang='en')")]
    fn title(&self, lang: Lang) -> String {
        self.inner().title(lang.0)
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

    /// Makes a finding of what a pickle holds.
    ///
    /// Args:
    ///     state: The text that a pickle holds.
    ///
    /// Raises:
    ///     ValueError: It is none.
    #[classmethod]
    fn from_state(_cls: &Bound<'_, PyType>, state: &str) -> PyResult<Self> {
        let mut report = Report::builder(Api::Rest).build();
        report.findings.push(state::restored(state)?);
        Ok(Self { report: Arc::new(report), at: 0, is_warning: false })
    }

    fn __repr__(&self) -> String {
        let finding = self.inner();
        let mut repr = format!("<felkod.Finding {}", short_name(finding));
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

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<state::Reduced<'py>> {
        state::reduced::<Self>(py, self.inner())
    }
}

impl Finding {
    /// Makes the finding, or the warning, at a position of a report.
    pub(crate) fn of(report: &Arc<Report>, at: usize, is_warning: bool) -> Self {
        Self { report: Arc::clone(report), at, is_warning }
    }

    fn inner(&self) -> &felkod::Finding {
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

/// Tells whether a request can be sent again at once or after a wait of less than a day.
pub(crate) fn can_retry(retry: Option<Retry>, idempotent: bool) -> bool {
    retry == Some(Retry::Yes) || (idempotent && retry == Some(Retry::IfIdempotent))
}

pub(crate) fn hash(finding: &felkod::Finding, state: &mut impl Hasher) {
    (finding.number, &finding.server_code, finding.record, &finding.server_text).hash(state);
}

/// Returns what a finding goes by in a repr: the number, never a text of the server's.
pub(crate) fn short_name(finding: &felkod::Finding) -> String {
    finding.number.map_or_else(|| "without a number".to_owned(), |number| number.to_string())
}

/// How often a code came up, from a response that is a statistic of errors.
///
/// It stands in the counts of a Report, cannot be changed, compares by what it holds and can be pickled.
#[pyclass(frozen, eq, hash, module = "felkod")]
#[derive(PartialEq)]
pub(crate) struct Count(felkod::Count);

#[pymethods]
impl Count {
    /// The number, known or not.
    #[getter]
    fn number(&self) -> u32 {
        self.0.number
    }

    /// The code, where felkod knows the number.
    #[getter]
    fn code<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.0.code.map(|code| catalog::member(py, code)).transpose()
    }

    /// How many calls ended with it.
    #[getter]
    fn count(&self) -> u64 {
        self.0.count
    }

    /// Makes a count of what a pickle holds.
    ///
    /// Args:
    ///     state: The text that a pickle holds.
    ///
    /// Raises:
    ///     ValueError: It is none.
    #[classmethod]
    fn from_state(_cls: &Bound<'_, PyType>, state: &str) -> PyResult<Self> {
        state::restored(state).map(Self)
    }

    fn __repr__(&self) -> String {
        format!("<felkod.Count {} of {}>", self.0.count, self.0.number)
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<state::Reduced<'py>> {
        state::reduced::<Self>(py, &self.0)
    }
}

impl Hash for Count {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.0.number, self.0.count).hash(state);
    }
}

impl From<&felkod::Count> for Count {
    fn from(count: &felkod::Count) -> Self {
        Self(count.clone())
    }
}
