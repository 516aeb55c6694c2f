//! The codes and their cases: their columns and texts, by number and name.

use felkod::{Case, Code, Value, json, json::Json};
use pyo3::{
    exceptions::PyValueError,
    prelude::*,
    sync::PyOnceLock,
    types::{PyDict, PyString},
};

use crate::convert::{Lang, PartName, object, value, wrong_type};

/// Returns the name and the number of every code.
#[pyfunction]
pub(crate) fn codes() -> Vec<(String, u32)> {
    Code::ALL.iter().map(|code| (code.name().to_uppercase(), code.as_u32())).collect()
}

/// Returns the constant, the name and the number of the code of every case.
#[pyfunction]
pub(crate) fn cases() -> Vec<(String, &'static str, u32)> {
    Case::ALL.iter().map(|case| (constant(&format!("{case:?}")), case.name(), case.code().as_u32())).collect()
}

/// Writes the name of a variant as a constant: `RestAssetNameTaken`, `REST_ASSET_NAME_TAKEN`.
fn constant(variant: &str) -> String {
    let mut constant = String::new();
    for (at, letter) in variant.char_indices() {
        if letter.is_ascii_uppercase() && at > 0 {
            constant.push('_');
        }
        constant.push(letter.to_ascii_uppercase());
    }
    constant
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
    let is_figure = |name: &str| {
        matches!(name, "seconds" | "recommended") || code.limits().iter().any(|limit| limit.what == name)
    };
    let mut named = Vec::new();
    for (name, given) in values {
        let name = name.extract::<String>()?;
        named.push((value(&name, &given, is_figure(&name))?, name));
    }
    let values: Vec<(&str, Value)> =
        named.iter().map(|(value, name)| (name.as_str(), value.clone())).collect();
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

/// Returns the catalog as columns, a row a code.
#[pyfunction]
pub(crate) fn table(py: Python<'_>, lang: Lang) -> PyResult<Bound<'_, PyDict>> {
    let table = PyDict::new(py);
    for (key, cells) in felkod_arrow::catalog_columns(lang.0) {
        table.set_item(key, object(py, &Json::List(cells))?)?;
    }
    Ok(table)
}

/// Returns the member of the Python class `felkod.Code`.
pub(crate) fn member(py: Python<'_>, code: Code) -> PyResult<Bound<'_, PyAny>> {
    static MEMBERS: PyOnceLock<Vec<Py<PyAny>>> = PyOnceLock::new();
    let members = MEMBERS.get_or_try_init(py, || {
        let class = py.import("felkod._codes")?.getattr("Code")?;
        let member = |code: &Code| Ok(class.call1((code.as_u32(),))?.unbind());
        Code::ALL.iter().map(member).collect::<PyResult<_>>()
    })?;
    Ok(members[code.index()].bind(py).clone())
}

/// Returns the member of the Python class `felkod.Case`.
pub(crate) fn case_member(py: Python<'_>, case: Case) -> PyResult<Bound<'_, PyAny>> {
    static MEMBERS: PyOnceLock<Vec<Py<PyAny>>> = PyOnceLock::new();
    let members = MEMBERS.get_or_try_init(py, || {
        let class = py.import("felkod._codes")?.getattr("Case")?;
        let member = |case: &Case| Ok(class.call1((case.name(),))?.unbind());
        Case::ALL.iter().map(member).collect::<PyResult<_>>()
    })?;
    Ok(members[case.index()].bind(py).clone())
}

/// Returns the case of a code by its name.
fn case_of(code: Code, name: &str) -> PyResult<Case> {
    let case = code.cases().iter().copied().find(|case| case.name() == name);
    case.ok_or_else(|| PyValueError::new_err(format!("{code} has no case `{name}`")))
}

fn known(number: u32) -> PyResult<Code> {
    Code::try_from(number).map_err(|error| PyValueError::new_err(error.to_string()))
}
