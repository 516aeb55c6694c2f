//! What a pickle holds of a report, and the way back.
//!
//! The types of felkod-wire can be read and changed but not made from outside, so that a restored report starts as the
//! report of an empty body.

use felkod::{Code, Value};
use pyo3::{IntoPyObject, exceptions::PyValueError, prelude::*, pybacked::PyBackedStr};

use crate::{catalogue::case_of, report};

/// A finding as the arguments of [`restore_finding`]: number, server's code, level, record, server's text, values and
/// case, and whether the number is a code.
pub(crate) type Finding = (
    Option<u32>,
    Option<String>,
    String,
    Option<usize>,
    Option<String>,
    Vec<(String, Given)>,
    Option<String>,
    bool,
);

/// A count as the arguments of [`restore_count`]: number, count and whether the number is a code.
pub(crate) type Count = (u32, u64, bool);

/// A report as the arguments of [`restore_report`]: API, outcome, request id, findings, warnings, counts, remarks and
/// how many were left out.
pub(crate) type Report =
    (Option<String>, String, Option<String>, Vec<Finding>, Vec<Finding>, Vec<Count>, Vec<String>, usize);

/// A value of a server's text.
#[derive(FromPyObject, IntoPyObject)]
pub(crate) enum Given {
    Number(u64),
    Text(String),
}

pub(crate) fn of_report(report: &felkod_wire::Report) -> Report {
    (
        report.api.map(|api| api.to_string()),
        report.outcome.to_string(),
        report.request_id.as_deref().map(str::to_owned),
        report.findings.iter().map(of_finding).collect(),
        report.warnings.iter().map(of_finding).collect(),
        report.counts.iter().map(|count| of_count(&count.into())).collect(),
        report.remarks.iter().map(ToString::to_string).collect(),
        report.left_out,
    )
}

pub(crate) fn of_finding(finding: &felkod_wire::Finding) -> Finding {
    let values = finding.values.iter().map(|(name, value)| {
        let value = match value {
            Value::Number(number) => Given::Number(*number),
            Value::Text(text) => Given::Text(text.clone()),
        };
        ((*name).to_owned(), value)
    });
    (
        finding.number,
        finding.server_code.as_deref().map(str::to_owned),
        finding.level.to_string(),
        finding.record,
        finding.server_text.as_deref().map(str::to_owned),
        values.collect(),
        finding.case.map(|case| case.name().to_owned()),
        finding.code.is_some(),
    )
}

pub(crate) fn of_count(count: &report::Count) -> Count {
    (count.number, count.calls, count.code.is_some())
}

/// Makes the report of a pickle.
#[pyfunction]
#[expect(clippy::too_many_arguments, reason = "a pickle gives the parts as arguments")]
pub(crate) fn restore_report(
    api: Option<&str>,
    outcome: &str,
    request_id: Option<String>,
    findings: Vec<Finding>,
    warnings: Vec<Finding>,
    counts: Vec<Count>,
    remarks: Vec<PyBackedStr>,
    left_out: usize,
) -> PyResult<report::Report> {
    let mut report = felkod_wire::read(b"");
    report.api = api.map(word).transpose()?;
    report.outcome = word(outcome)?;
    report.request_id = request_id.map(Into::into);
    report.findings = findings.into_iter().map(finding).collect::<PyResult<_>>()?;
    report.warnings = warnings.into_iter().map(finding).collect::<PyResult<_>>()?;
    report.counts = counts.into_iter().map(count).collect::<PyResult<_>>()?;
    report.remarks = remarks.into_iter().map(|remark| word(&remark)).collect::<PyResult<_>>()?;
    report.left_out = left_out;
    Ok(report.into())
}

/// Makes the finding of a pickle.
#[pyfunction]
#[expect(clippy::too_many_arguments, reason = "a pickle gives the parts as arguments")]
pub(crate) fn restore_finding(
    number: Option<u32>,
    server_code: Option<String>,
    level: String,
    record: Option<usize>,
    server_text: Option<String>,
    values: Vec<(String, Given)>,
    case: Option<String>,
    is_known: bool,
) -> PyResult<report::Finding> {
    let parts = (number, server_code, level, record, server_text, values, case, is_known);
    finding(parts).map(report::Finding::alone)
}

/// Makes the count of a pickle.
#[pyfunction]
pub(crate) fn restore_count(number: u32, of: u64, is_known: bool) -> PyResult<report::Count> {
    Ok(report::Count::from(&count((number, of, is_known))?))
}

fn finding(parts: Finding) -> PyResult<felkod_wire::Finding> {
    let (number, server_code, level, record, server_text, values, case, is_known) = parts;
    let code = code(number, is_known)?;
    let blank = felkod_wire::read(br#"{"success":false,"errors":[{"code":"0"}]}"#).findings.pop();
    let mut finding = blank.ok_or_else(|| PyValueError::new_err("no finding to start from"))?;
    finding.number = number;
    finding.code = code;
    finding.server_code = server_code.map(Into::into);
    finding.level = word(&level)?;
    finding.record = record;
    finding.server_text = server_text.map(Into::into);
    finding.values =
        values.into_iter().map(|(name, given)| value(code, &name, given)).collect::<PyResult<_>>()?;
    finding.case = match (code, case) {
        (Some(code), Some(name)) => Some(case_of(code, &name)?),
        _ => None,
    };
    Ok(finding)
}

fn count((number, of, is_known): Count) -> PyResult<felkod_wire::Count> {
    let body = br#"{"success":true,"result":[{"errors":[{"errorCode":"606","count":1}]}]}"#;
    let blank = felkod_wire::read(body).counts.pop();
    let mut count = blank.ok_or_else(|| PyValueError::new_err("no count to start from"))?;
    count.number = number;
    count.code = code(Some(number), is_known)?;
    count.count = of;
    Ok(count)
}

/// Returns the code of a number. One that a later felkod knew may be unknown here.
fn code(number: Option<u32>, is_known: bool) -> PyResult<Option<Code>> {
    match number {
        Some(number) if is_known => crate::catalogue::known(number).map(Some),
        _ => Ok(None),
    }
}

/// Returns a value under the name that the code's texts have for it.
fn value(code: Option<Code>, name: &str, given: Given) -> PyResult<(&'static str, Value)> {
    let texts = code.map_or(&[][..], Code::server_texts);
    let mut names = texts.iter().flat_map(|text| text.split(['{', '}']).skip(1).step_by(2));
    let name = names.find(|known| *known == name);
    let name = name.ok_or_else(|| PyValueError::new_err("a value has a name that is none of the code's"))?;
    Ok((
        name,
        match given {
            Given::Number(number) => Value::Number(number),
            Given::Text(text) => Value::Text(text),
        },
    ))
}

fn word<W: std::str::FromStr<Err = felkod::UnknownWord>>(word: &str) -> PyResult<W> {
    word.parse().map_err(|error: felkod::UnknownWord| PyValueError::new_err(error.to_string()))
}
