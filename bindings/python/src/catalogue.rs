//! The codes: their columns and texts, by number.

use felkod::{Case, Code, Locale, Part, Value};
use felkod_wire::json;
use pyo3::{
    exceptions::PyValueError,
    prelude::*,
    sync::PyOnceLock,
    types::{PyDict, PyString, PyType},
};
use serde_json::{Map, Value as Json};

use crate::convert::{Lang, PartName, object, value, wrong_type};

/// Returns the name and the number of every code.
#[pyfunction]
pub(crate) fn codes() -> Vec<(String, u32)> {
    Code::ALL.iter().map(|code| (code.name().to_uppercase(), code.as_u32())).collect()
}

/// Returns all that is known of a code, as the command's JSON.
#[pyfunction]
#[pyo3(signature = (number, lang))]
pub(crate) fn code(py: Python<'_>, number: u32, lang: Lang) -> PyResult<Bound<'_, PyAny>> {
    object(py, &json::code(known(number)?, lang.0))
}

/// Returns a part of the texts of a code or of one of its cases.
#[pyfunction]
pub(crate) fn text(number: u32, case: Option<&str>, part: PartName, lang: Lang) -> PyResult<&'static str> {
    let code = known(number)?;
    Ok(match case {
        None => code.text(part.0, lang.0),
        Some(name) => case_of(code, name)?.text(part.0, lang.0),
    })
}

/// Renders a part of the texts of a code or of one of its cases with figures and values of the caller's.
#[pyfunction]
pub(crate) fn render(
    number: u32,
    case: Option<&str>,
    part: PartName,
    lang: Lang,
    values: &Bound<'_, PyDict>,
) -> PyResult<String> {
    let code = known(number)?;
    let mut named = Vec::new();
    for (name, given) in values {
        named.push((name.extract::<String>()?, value(&given)?));
    }
    let values: Vec<(&str, Value)> =
        named.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
    Ok(match case {
        None => code.render(part.0, lang.0, &values),
        Some(name) => case_of(code, name)?.render(part.0, lang.0, &values),
    })
}

/// Returns the number of the code that a text names, as the command reads it.
#[pyfunction]
pub(crate) fn lookup(text: &Bound<'_, PyAny>) -> PyResult<u32> {
    /// The longest text that is compared with the names, in bytes.
    const LONGEST: usize = 100;
    let text = text.cast::<PyString>().map_err(|_| wrong_type("text", "str or int", text))?;
    let text = text.to_string_lossy();
    text.parse::<Code>().map(Code::as_u32).map_err(|error| {
        let nearest = if text.len() <= LONGEST { Code::nearest(&text) } else { Vec::new() };
        let nearest: Vec<_> = nearest.iter().map(Code::to_string).collect();
        PyValueError::new_err(match nearest.as_slice() {
            [] => error.to_string(),
            nearest => format!("{error}; nearest: {}", nearest.join(", ")),
        })
    })
}

/// Returns the catalogue as columns, a row a code.
#[pyfunction]
pub(crate) fn table(py: Python<'_>, lang: Lang) -> PyResult<Bound<'_, PyAny>> {
    /// The columns whose items have parts of their own. A library that takes the types of a column from its first
    /// rows would lose the parts that are none there.
    const NESTED: [&str; 2] = ["limits", "cases"];
    let mut columns = Map::new();
    for code in Code::ALL {
        let Json::Object(row) = json::code(*code, lang.0) else { continue };
        for (key, cell) in row.into_iter().filter(|(key, _)| !NESTED.contains(&key.as_str())) {
            let column = columns.entry(key).or_insert_with(|| Json::Array(Vec::new()));
            let Json::Array(column) = column else { continue };
            column.push(flat(cell));
        }
    }
    object(py, &Json::Object(columns))
}

/// Returns the member of the Python class `felkod.Code`.
pub(crate) fn member(py: Python<'_>, code: Code) -> PyResult<Bound<'_, PyAny>> {
    static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    CLASS.import(py, "felkod._codes", "Code")?.call1((code.as_u32(),))
}

/// Returns the object of the Python class `felkod.Case`.
pub(crate) fn case_object(py: Python<'_>, case: Case) -> PyResult<Bound<'_, PyAny>> {
    static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    CLASS.import(py, "felkod._codes", "Case")?.call1((case.code().as_u32(), case.name()))
}

/// Returns the case of a code by its name.
pub(crate) fn case_of(code: Code, name: &str) -> PyResult<Case> {
    let case = code.cases().iter().copied().find(|case| case.name() == name);
    case.ok_or_else(|| PyValueError::new_err(format!("{code} has no case `{name}`")))
}

/// Returns the title of an error for one line: `REST 606 · Rate limit exceeded`.
///
/// It has the vendor's figures and no values of the server's text, which can be personal data.
pub(crate) fn title(code: Code, case: Option<Case>, locale: Locale) -> String {
    let message = case.map_or_else(|| code.message(locale), |case| case.text(Part::Message, locale));
    format!("{code} · {message}")
}

/// Makes the cell of a replacement its number.
fn flat(cell: Json) -> Json {
    match cell {
        Json::Array(items) => items
            .into_iter()
            .map(|item| match item {
                Json::Object(mut replacement) => replacement.remove("code").unwrap_or_default(),
                Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) | Json::Array(_) => item,
            })
            .collect(),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) | Json::Object(_) => cell,
    }
}

pub(crate) fn known(number: u32) -> PyResult<Code> {
    Code::try_from(number).map_err(|error| PyValueError::new_err(error.to_string()))
}
