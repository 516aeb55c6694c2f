//! Codes and reports as JSON: the one form that the command and the bindings give out.
//!
//! Words are in `snake_case`, texts in the locale asked for. Keys come in a fixed order, and none is left out: what
//! does not apply is `null` or an empty list.

use felkod::{Case, Code, Locale, Part, Value};
use serde_json::{Map, Value as Json, json};

use crate::{Count, Finding, Report};

/// Returns all that is known of a code.
///
/// # Examples
///
/// ```
/// use felkod::{Code, Locale};
///
/// let json = felkod_wire::json::code(Code::SoapRequestExpired, Locale::Sv);
/// assert_eq!(json["name"], "soap_request_expired");
/// assert_eq!(json["message"], "Begäran har gått ut");
/// ```
#[must_use]
pub fn code(code: Code, locale: Locale) -> Json {
    let mut json = columns(code);
    insert(
        &mut json,
        [
            ("cases", code.cases().iter().map(|case| self::case(*case, locale)).collect()),
            ("lang", locale.tag().into()),
            ("message", code.message(locale).into()),
            ("note", code.note(locale).into()),
            ("remedy", code.remedy(locale).into()),
        ],
    );
    Json::Object(json)
}

/// Returns all that an answer said, and what the catalogue says of it.
#[must_use]
pub fn report(report: &Report, locale: Locale) -> Json {
    let findings =
        |findings: &[Finding]| findings.iter().map(|finding| self::finding(finding, locale)).collect();
    let mut json = Map::new();
    insert(
        &mut json,
        [
            ("api", report.api.map(felkod::Api::as_str).into()),
            ("outcome", report.outcome.as_str().into()),
            ("request_id", report.request_id.as_deref().into()),
            ("request_time", report.request_time().into()),
            ("advice", report.advice().map(felkod::Advice::as_str).into()),
            ("findings", findings(&report.findings)),
            ("warnings", findings(&report.warnings)),
            ("counts", report.counts.iter().map(count).collect()),
            ("remarks", report.remarks.iter().map(|remark| remark.as_str()).collect()),
            ("left_out", report.left_out.into()),
        ],
    );
    Json::Object(json)
}

/// Returns a finding: the object of its code, its case's values in place of the code's, and what the server said.
#[must_use]
pub fn finding(finding: &Finding, locale: Locale) -> Json {
    let text = |part| finding.text(part, locale).into();
    let mut json = finding.code.map_or_else(unknown_columns, columns);
    let number = finding.number.map_or_else(|| finding.server_code.as_deref().into(), Json::from);
    insert(
        &mut json,
        [
            ("code", number),
            ("category", finding.category().map(felkod::Category::as_str).into()),
            ("advice", finding.advice().map(felkod::Advice::as_str).into()),
            ("retry", finding.retry().map(felkod::Retry::as_str).into()),
            ("applied", finding.applied().map(felkod::Applied::as_str).into()),
            ("escalate_to", finding.escalate_to().map(felkod::EscalateTo::as_str).into()),
            ("http_equivalent", finding.http_equivalent().into()),
            (
                "cases",
                finding
                    .code
                    .map_or(&[][..], Code::cases)
                    .iter()
                    .map(|case| self::case(*case, locale))
                    .collect(),
            ),
            ("lang", locale.tag().into()),
            ("message", text(Part::Message)),
            ("note", text(Part::Note)),
            ("remedy", text(Part::Remedy)),
            ("known", finding.code.is_some().into()),
            ("level", finding.level.as_str().into()),
            ("record", finding.record.into()),
            ("server_text", finding.server_text.as_deref().into()),
            ("values", values(&finding.values)),
            ("case", finding.case.map(Case::name).into()),
        ],
    );
    Json::Object(json)
}

/// The columns of a code, from `code` to `replaced_by`.
fn columns(code: Code) -> Map<String, Json> {
    let limits = code.limits().iter().map(|limit| {
        json!({
            "what": limit.what,
            "figure": limit.figure,
            "unit": limit.unit.map(felkod::Unit::as_str),
            "per_seconds": limit.per_seconds,
            "scope": limit.scope.map(felkod::Scope::as_str),
            "resets": limit.resets.map(felkod::Resets::as_str),
            "recommended": limit.recommended,
        })
    });
    let replaced_by = code
        .replaced_by()
        .iter()
        .map(|replacement| json!({ "code": replacement.code.as_u32(), "grade": replacement.grade.as_str() }));
    let mut json = Map::new();
    insert(
        &mut json,
        [
            ("code", code.as_u32().into()),
            ("name", code.name().into()),
            ("api", code.api().as_str().into()),
            ("listed_as", code.listed_as().as_str().into()),
            ("standing", code.standing().as_str().into()),
            ("category", code.category().as_str().into()),
            ("advice", code.advice().as_str().into()),
            ("retry", code.retry().as_str().into()),
            ("applied", code.applied().as_str().into()),
            ("escalate_to", code.escalate_to().as_str().into()),
            ("http_equivalent", code.http_equivalent().into()),
            ("basis", code.basis().as_str().into()),
            ("limits", limits.collect()),
            ("fields", code.fields().into()),
            ("exempt_from_quota", code.exempt_from_quota().as_str().into()),
            ("replaced_by", replaced_by.collect()),
        ],
    );
    json
}

/// The same columns for a code felkod does not know.
fn unknown_columns() -> Map<String, Json> {
    let lists = ["limits", "fields", "replaced_by"];
    let columns = columns(Code::ALL[0]).into_iter().map(|(key, _)| {
        let nothing = if lists.contains(&key.as_str()) { Json::Array(Vec::new()) } else { Json::Null };
        (key, nothing)
    });
    columns.collect()
}

fn case(case: Case, locale: Locale) -> Json {
    json!({
        "name": case.name(),
        "category": case.category().as_str(),
        "advice": case.advice().as_str(),
        "retry": case.retry().as_str(),
        "applied": case.applied().as_str(),
        "escalate_to": case.escalate_to().as_str(),
        "http_equivalent": case.http_equivalent(),
        "message": case.message(locale),
        "note": case.note(locale),
        "remedy": case.remedy(locale),
    })
}

fn count(count: &Count) -> Json {
    json!({ "code": count.number, "known": count.code.is_some(), "count": count.count })
}

fn values(values: &[(&'static str, Value)]) -> Json {
    let values = values.iter().map(|(name, value)| {
        let value = match value {
            Value::Number(number) => (*number).into(),
            Value::Text(text) => text.as_str().into(),
        };
        ((*name).to_owned(), value)
    });
    Json::Object(values.collect())
}

fn insert<const N: usize>(json: &mut Map<String, Json>, pairs: [(&str, Json); N]) {
    json.extend(pairs.map(|(key, value)| (key.to_owned(), value)));
}
