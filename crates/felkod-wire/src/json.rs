//! Codes and reports as JSON: the one form that the command and the bindings give out.
//!
//! Words are in `snake_case`, texts in the locale asked for. Keys come in a fixed order, and none is left out: what
//! does not apply is `null` or an empty list.

use felkod_catalog::{
    Advice, Api, Applied, Case, Category, Code, EscalateTo, Locale, Part, Resets, Retry, Scope, ToldBy, Unit,
    Value,
};
use serde::{Serialize, Serializer};

use crate::{Count, Finding, Report};

/// A JSON value whose objects keep the order of their keys.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number from 0.
    Number(u64),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Json>),
    /// An object.
    Object(Vec<(&'static str, Json)>),
}

impl Json {
    /// Returns the value of a key of an object; `None` for a missing key and for what is not an object.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Object(pairs) => pairs.iter().find(|(name, _)| *name == key).map(|(_, value)| value),
            Self::Null | Self::Bool(_) | Self::Number(_) | Self::Text(_) | Self::List(_) => None,
        }
    }

    /// Adds a pair at the end of an object; anything else stays as it is.
    pub fn push(&mut self, key: &'static str, value: impl Into<Self>) {
        if let Self::Object(pairs) = self {
            pairs.push((key, value.into()));
        }
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(truth) => serializer.serialize_bool(*truth),
            Self::Number(number) => serializer.serialize_u64(*number),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(items) => serializer.collect_seq(items),
            Self::Object(pairs) => serializer.collect_map(pairs.iter().map(|(key, value)| (key, value))),
        }
    }
}

/// Writes it on one line.
impl std::fmt::Display for Json {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&serde_json::to_string(self).map_err(|_| std::fmt::Error)?)
    }
}

macro_rules! from {
    ($($type:ty: $value:ident => $json:expr;)*) => { $(
        impl From<$type> for Json {
            fn from($value: $type) -> Self {
                $json
            }
        }
    )* };
}

from! {
    bool: truth => Self::Bool(truth);
    u16: number => Self::Number(number.into());
    u32: number => Self::Number(number.into());
    u64: number => Self::Number(number);
    usize: number => Self::Number(u64::try_from(number).unwrap_or(u64::MAX));
    &str: text => Self::Text(text.to_owned());
    String: text => Self::Text(text);
    std::borrow::Cow<'_, str>: text => Self::Text(text.into_owned());
    Vec<(&'static str, Json)>: pairs => Self::Object(pairs);
}

impl<T: Into<Json>> From<Option<T>> for Json {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl<T: Into<Json>> FromIterator<T> for Json {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self::List(items.into_iter().map(Into::into).collect())
    }
}

/// Returns all that is known of a code.
///
/// # Examples
///
/// ```
/// use felkod_catalog::{Code, Locale};
///
/// let json = felkod_wire::json::code(Code::SoapRequestExpired, Locale::Sv);
/// assert_eq!(json.get("name"), Some(&"soap_request_expired".into()));
/// assert!(json.to_string().starts_with(r#"{"code":20016,"name":"soap_request_expired","api":"soap","#));
/// ```
#[must_use]
pub fn code(code: Code, locale: Locale) -> Json {
    let mut pairs = columns(Some(code));
    pairs.extend([
        ("cases", cases(Some(code), locale)),
        ("lang", locale.tag().into()),
        ("message", code.message(locale).into()),
        ("note", code.note(locale).into()),
        ("remedy", code.remedy(locale).into()),
        ("steps", code.steps(locale).collect()),
    ]);
    pairs.into()
}

/// Returns all that a response said, and what the catalog says of it.
#[must_use]
pub fn report(report: &Report, locale: Locale) -> Json {
    let findings =
        |findings: &[Finding]| findings.iter().map(|finding| self::finding(finding, locale)).collect();
    Json::Object(vec![
        ("api", report.api.map(Api::as_str).into()),
        ("outcome", report.outcome.as_str().into()),
        ("request_id", report.request_id.as_deref().into()),
        ("request_time", report.request_time().into()),
        ("advice", report.advice().map(Advice::as_str).into()),
        ("findings", findings(&report.findings)),
        ("warnings", findings(&report.warnings)),
        ("counts", report.counts.iter().map(count).collect()),
        ("counts_left_out", report.counts_left_out.into()),
        ("remarks", report.remarks.iter().map(|remark| remark.as_str()).collect()),
        ("left_out", report.left_out.into()),
        ("unchanged", report.unchanged.into()),
    ])
}

/// Returns a finding: the object of its code, its case's values in place of the code's, and what the server said.
#[must_use]
pub fn finding(finding: &Finding, locale: Locale) -> Json {
    let text = |part| Json::from(finding.text(part, locale));
    let mut pairs = columns(finding.code);
    for (key, value) in &mut pairs {
        *value = match *key {
            "code" => finding.number.map_or_else(|| finding.server_code.as_deref().into(), Json::from),
            "category" => finding.category().map(Category::as_str).into(),
            "advice" => finding.advice().map(Advice::as_str).into(),
            "retry" => finding.retry().map(Retry::as_str).into(),
            "applied" => finding.applied().map(Applied::as_str).into(),
            "escalate_to" => finding.escalate_to().map(EscalateTo::as_str).into(),
            "http_equivalent" => finding.http_equivalent().into(),
            _ => continue,
        };
    }
    pairs.extend([
        ("cases", cases(finding.code, locale)),
        ("lang", locale.tag().into()),
        ("message", text(Part::Message)),
        ("note", text(Part::Note)),
        ("remedy", text(Part::Remedy)),
        ("steps", finding.steps(locale).into_iter().collect()),
        ("known", finding.code.is_some().into()),
        ("level", finding.level.as_str().into()),
        ("record", finding.record.into()),
        ("server_text", finding.server_text.as_deref().into()),
        ("values", values(&finding.values)),
        ("case", finding.case.map(Case::name).into()),
    ]);
    pairs.into()
}

/// The columns of a code, from `code` to `replaced_by`; without a code, null or an empty list each.
fn columns(code: Option<Code>) -> Vec<(&'static str, Json)> {
    let limits = code.map_or(&[][..], Code::limits).iter().map(|limit| {
        Json::Object(vec![
            ("what", limit.what.into()),
            ("figure", limit.figure.into()),
            ("unit", limit.unit.map(Unit::as_str).into()),
            ("per_seconds", limit.per_seconds.into()),
            ("scope", limit.scope.map(Scope::as_str).into()),
            ("resets", limit.resets.map(Resets::as_str).into()),
            ("recommended", limit.recommended.into()),
        ])
    });
    let replaced_by = code.map_or(&[][..], Code::replaced_by).iter().map(|new| {
        Json::Object(vec![("code", new.code.as_u32().into()), ("grade", new.grade.as_str().into())])
    });
    vec![
        ("code", code.map(Code::as_u32).into()),
        ("name", code.map(Code::name).into()),
        ("api", code.map(|code| code.api().as_str()).into()),
        ("listed_as", code.map(|code| code.listed_as().as_str()).into()),
        ("standing", code.map(|code| code.standing().as_str()).into()),
        ("category", code.map(|code| code.category().as_str()).into()),
        ("advice", code.map(|code| code.advice().as_str()).into()),
        ("retry", code.map(|code| code.retry().as_str()).into()),
        ("applied", code.map(|code| code.applied().as_str()).into()),
        ("escalate_to", code.map(|code| code.escalate_to().as_str()).into()),
        ("http_equivalent", code.map(Code::http_equivalent).into()),
        ("basis", code.map(|code| code.basis().as_str()).into()),
        ("limits", limits.collect()),
        ("fields", code.map_or(&[][..], Code::fields).iter().copied().collect()),
        ("exempt_from_quota", code.map(|code| code.exempt_from_quota().as_str()).into()),
        ("replaced_by", replaced_by.collect()),
    ]
}

fn cases(code: Option<Code>, locale: Locale) -> Json {
    let cases = code.map_or(&[][..], Code::cases).iter().map(|case| {
        Json::Object(vec![
            ("name", case.name().into()),
            ("told_by", told_by(case.told_by())),
            ("category", case.category().as_str().into()),
            ("advice", case.advice().as_str().into()),
            ("retry", case.retry().as_str().into()),
            ("applied", case.applied().as_str().into()),
            ("escalate_to", case.escalate_to().as_str().into()),
            ("http_equivalent", case.http_equivalent().into()),
            ("message", case.message(locale).into()),
            ("note", case.note(locale).into()),
            ("remedy", case.remedy(locale).into()),
            ("steps", case.steps(locale).collect()),
        ])
    });
    cases.collect()
}

/// How a case is told from its code's other meanings: one of the three says it, the others are null and empty.
fn told_by(told: ToldBy) -> Json {
    let (level, phrases, texts) = match told {
        ToldBy::Level(level) => (Some(level.as_str()), &[][..], &[][..]),
        ToldBy::Phrases(phrases) => (None, phrases, &[][..]),
        ToldBy::WholeText(texts) => (None, &[][..], texts),
        _ => (None, &[][..], &[][..]),
    };
    let list = |texts: &[&str]| texts.iter().copied().collect::<Json>();
    Json::Object(vec![("level", level.into()), ("phrases", list(phrases)), ("texts", list(texts))])
}

fn count(count: &Count) -> Json {
    Json::Object(vec![
        ("code", count.number.into()),
        ("known", count.code.is_some().into()),
        ("count", count.count.into()),
    ])
}

fn values(values: &[(&'static str, Value)]) -> Json {
    let values = values.iter().map(|(name, value)| {
        let value = match value {
            Value::Number(number) => (*number).into(),
            Value::Text(text) => text.as_str().into(),
        };
        (*name, value)
    });
    Json::Object(values.collect())
}
