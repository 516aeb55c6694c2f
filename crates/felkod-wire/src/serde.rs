//! Reports in serde's formats: what a response said, without the texts of the catalog.

use std::time::{Duration, SystemTime};

use felkod_catalog::{Api, Case, Code, Level, Outcome, Remark, Value};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::{Count, Finding, Report, Wait, job::VALUES};

/// A report as it is written.
#[derive(Serialize, Deserialize)]
struct ReportForm {
    api: Option<Api>,
    outcome: Outcome,
    #[serde(default)]
    status: Option<u16>,
    request_id: Option<Box<str>>,
    #[serde(default)]
    server_wait: Option<WaitForm>,
    findings: Vec<Finding>,
    #[serde(default)]
    warnings: Vec<Finding>,
    #[serde(default)]
    counts: Vec<Count>,
    #[serde(default)]
    counts_left_out: usize,
    #[serde(default)]
    remarks: Vec<String>,
    #[serde(default)]
    left_out: usize,
    #[serde(default)]
    unchanged: usize,
}

/// A finding as it is written. Code, case and class follow from the number and the names.
#[derive(Serialize, Deserialize)]
struct FindingForm {
    code: Option<Given>,
    known: bool,
    level: Level,
    record: Option<usize>,
    server_text: Option<Box<str>>,
    #[serde(default)]
    values: std::collections::BTreeMap<String, Value>,
    case: Option<String>,
}

/// A count as it is written.
#[derive(Serialize, Deserialize)]
struct CountForm {
    code: u32,
    known: bool,
    count: u64,
}

/// What the server gave for a code.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Given {
    Number(u32),
    Text(Box<str>),
}

/// How long a server asks to wait, in seconds, or until when, in milliseconds since 1970-01-01 UTC.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum WaitForm {
    Seconds(u64),
    UntilMillis(u64),
}

impl Serialize for Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let form = ReportForm {
            api: self.api,
            outcome: self.outcome,
            status: self.status,
            request_id: self.request_id.clone(),
            server_wait: self.server_wait.map(|wait| match wait {
                Wait::For(duration) => WaitForm::Seconds(duration.as_secs()),
                Wait::Until(time) => {
                    let since = time.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
                    WaitForm::UntilMillis(u64::try_from(since.as_millis()).unwrap_or(u64::MAX))
                }
            }),
            findings: self.findings.clone(),
            warnings: self.warnings.clone(),
            counts: self.counts.clone(),
            counts_left_out: self.counts_left_out,
            remarks: self.remarks.iter().map(Remark::to_string).collect(),
            left_out: self.left_out,
            unchanged: self.unchanged,
        };
        form.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Report {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let form = ReportForm::deserialize(deserializer)?;
        let server_wait = match form.server_wait {
            None => None,
            Some(WaitForm::Seconds(seconds)) => Some(Wait::For(Duration::from_secs(seconds))),
            Some(WaitForm::UntilMillis(millis)) => {
                let time = SystemTime::UNIX_EPOCH.checked_add(Duration::from_millis(millis));
                Some(Wait::Until(time.ok_or_else(|| de::Error::custom("the time to wait for is too late"))?))
            }
        };
        Ok(Self {
            api: form.api,
            outcome: form.outcome,
            status: form.status,
            request_id: form.request_id,
            server_wait,
            findings: form.findings,
            warnings: form.warnings,
            counts: form.counts,
            counts_left_out: form.counts_left_out,
            // A remark that only a later version knows is left out.
            remarks: form.remarks.iter().filter_map(|remark| remark.parse().ok()).collect(),
            left_out: form.left_out,
            unchanged: form.unchanged,
        })
    }
}

impl Serialize for Finding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let code = match (self.number, &self.server_code) {
            (Some(number), _) => Some(Given::Number(number)),
            (None, text) => text.clone().map(Given::Text),
        };
        let form = FindingForm {
            code,
            known: self.code.is_some(),
            level: self.level,
            record: self.record,
            server_text: self.server_text.clone(),
            values: self.values.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect(),
            case: self.case.map(|case| case.name().to_owned()),
        };
        form.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Finding {
    /// Reads a finding. A code that only a later version knows becomes an unknown number.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let form = FindingForm::deserialize(deserializer)?;
        let (number, server_code) = match form.code {
            Some(Given::Number(number)) => (Some(number), None),
            Some(Given::Text(text)) => (None, Some(text)),
            None => (None, None),
        };
        let code = number.filter(|_| form.known).and_then(|number| Code::try_from(number).ok());
        let mut values = Vec::new();
        for (name, value) in form.values {
            let of_code = code.and_then(|code| name_of(code, &name));
            let of_job = || VALUES.into_iter().find(|known| number.is_none() && *known == name);
            if let Some(name) = of_code.or_else(of_job) {
                values.push((name, value));
            }
        }
        let case = code.zip(form.case).and_then(|(code, name)| case_of(code, &name));
        Ok(Self {
            number,
            code,
            server_code,
            level: form.level,
            record: form.record,
            server_text: form.server_text,
            values,
            case,
            status_class: None,
        }
        .classified_by_level())
    }
}

/// Returns the name that the forms of a code's server texts have for a value.
fn name_of(code: Code, name: &str) -> Option<&'static str> {
    let forms = code.server_texts().iter();
    forms.flat_map(|form| form.split(['{', '}']).skip(1).step_by(2)).find(|known| *known == name)
}

fn case_of(code: Code, name: &str) -> Option<Case> {
    code.cases().iter().copied().find(|case| case.name() == name)
}

impl Serialize for Count {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let form = CountForm { code: self.number, known: self.code.is_some(), count: self.count };
        form.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Count {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let form = CountForm::deserialize(deserializer)?;
        let code = Some(form.code).filter(|_| form.known).and_then(|number| Code::try_from(number).ok());
        Ok(Self { number: form.code, code, count: form.count })
    }
}
