//! Which records go out again: the decisions about the findings of many bodies.

use std::{collections::HashMap, sync::Arc};

use arrow_array::{
    Array, ArrayRef, RecordBatch, RecordBatchReader,
    builder::{Float64Builder, Int64Builder, StringBuilder},
};
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};
use felkod_catalog::{Advice, EscalateTo};
use felkod_retry::{Attempts, Decision, Idempotency, Policy};
use felkod_wire::{Finding, Report};
use serde_json::json;

use crate::{
    bodies::{Bodies, Body, check_bodies},
    numbers::{is_number, numbers},
};

/// What a table of findings lacks.
#[derive(Debug, thiserror::Error)]
pub enum ResendError {
    /// It has no such column.
    #[error("the table has no column `{0}`: give one that has a row a finding")]
    Missing(&'static str),
    /// A column has a type that is not read.
    #[error("the column `{0}` must be of {1}, not {2}")]
    WrongType(&'static str, &'static str, DataType),
    /// A word of a column is none that felkod knows.
    #[error("body {body}: {error}")]
    Unknown {
        /// What the column `body` has there.
        body: String,
        /// What is wrong.
        error: String,
    },
    /// The table could not be read.
    #[error(transparent)]
    Arrow(#[from] ArrowError),
}

/// How to decide about the records of many requests.
#[derive(Clone, Debug, Default)]
pub struct Resend {
    /// The policy that decides.
    pub policy: Policy,
    /// What a second execution of the requests does.
    pub request: Idempotency,
    /// Whether to send a request again even where that can do harm.
    pub insists: bool,
}

impl Resend {
    /// Returns the columns of what is decided: `body` as it came, `record`, `action`, `after` (seconds), `reason`, `who`,
    /// `code` and `advice`.
    fn schema(body: DataType) -> SchemaRef {
        Arc::new(Schema::new(vec![
            Field::new("body", body, false),
            Field::new("record", DataType::Int64, true),
            Field::new("action", DataType::Utf8, false),
            Field::new("after", DataType::Float64, true),
            Field::new("reason", DataType::Utf8, true),
            Field::new("who", DataType::Utf8, true),
            Field::new("code", DataType::Int64, true),
            Field::new("advice", DataType::Utf8, true),
        ]))
    }

    /// Decides about the bodies of a table that has a row a finding. The time `now` is in Unix milliseconds.
    ///
    /// The columns `body`, `outcome`, `api`, `code`, `level`, `record`, `case` and `advice` are used; `body` may be any number or
    /// text that names a request, and its rows need not stand together. What comes out has a row a record that failed:
    /// `resend`, or `set_aside` with the reason; of a call that failed as a whole it has one row without a record, with
    /// `retry`, `renew`, `reduce` or `give_up`. A body about which there is nothing to do has none.
    ///
    /// # Errors
    ///
    /// If a column is missing or has a wrong type, if a word is unknown, and if the table cannot be read.
    pub fn decide(&self, table: impl RecordBatchReader, now: u64) -> Result<RecordBatch, ResendError> {
        let schema = table.schema();
        for (name, of_numbers, of_texts) in [
            ("body", true, true),
            ("outcome", false, true),
            ("api", false, true),
            ("code", true, false),
            ("level", false, true),
            ("record", true, false),
            ("case", false, true),
            ("advice", false, true),
        ] {
            let field = schema.field_with_name(name).map_err(|_| ResendError::Missing(name))?;
            let data_type = field.data_type();
            let fits = (of_numbers && is_number(data_type)) || (of_texts && check_bodies(data_type).is_ok());
            if !fits {
                let wanted = if !of_numbers {
                    "text"
                } else if of_texts {
                    "integers or text"
                } else {
                    "integers"
                };
                return Err(ResendError::WrongType(name, wanted, data_type.clone()));
            }
        }
        let has_numbers = schema.field_with_name("body").is_ok_and(|field| is_number(field.data_type()));
        let mut calls = Vec::new();
        let mut places = HashMap::new();
        for batch in table {
            take(&batch?, &mut calls, &mut places);
        }
        let mut rows = Rows::default();
        for call in calls {
            let report = call.report()?;
            self.rows(&call.body, &report, now, &mut rows);
        }
        Ok(rows.finish(has_numbers)?)
    }

    fn rows(&self, body: &str, report: &Report, now: u64, rows: &mut Rows) {
        let mut attempts = Attempts::of(self.request);
        attempts.insists = self.insists;
        let decision = self.policy.decide(&mut attempts, report, now);
        let overrides = &self.policy.overrides;
        let records = report.by_record_by(|finding| overrides.advice(finding));
        let why = |finding: &Finding| self.policy.why_set_aside(&attempts, finding);
        let advice = |finding: &Finding| overrides.advice(finding);
        let whole = report.strictest_by(advice);
        let mut row = |record: Option<usize>, finding: Option<&Finding>, action, after, reason, who| {
            rows.body.append_value(body);
            rows.record.append_option(record.and_then(|record| i64::try_from(record).ok()));
            rows.action.append_value(action);
            rows.after.append_option(after);
            rows.reason.append_option(reason);
            rows.who.append_option(who);
            rows.code.append_option(finding.and_then(|finding| finding.number).map(i64::from));
            rows.advice.append_option(finding.and_then(advice).map(Advice::as_str));
        };
        let mut aside = |record: usize| {
            let finding = records.get(&record).copied();
            let who = finding.and_then(Finding::escalate_to).map(EscalateTo::as_str);
            row(Some(record), finding, "set_aside", None, finding.map(why), who);
        };
        let after = decision.after().map(|after| after.as_secs_f64());
        match &decision {
            Decision::Done { set_aside, .. } => set_aside.iter().copied().for_each(&mut aside),
            Decision::Resend { records: again, set_aside, .. } => {
                // In the order of the records.
                for (record, finding) in &records {
                    if again.contains(record) {
                        row(Some(*record), Some(finding), "resend", after, None, None);
                    } else if set_aside.contains(record) {
                        let who = finding.escalate_to().map(EscalateTo::as_str);
                        row(Some(*record), Some(finding), "set_aside", None, Some(why(finding)), who);
                    }
                }
            }
            Decision::GiveUp { reason, who } => {
                row(None, whole, decision.action().as_str(), None, Some(reason.as_str()), Some(who.as_str()));
            }
            Decision::Retry { .. } | Decision::Renew { .. } | Decision::Reduce { .. } | _ => {
                row(None, whole, decision.action().as_str(), after, None, None);
            }
        }
    }
}

/// The findings of a body, as serde's form of a report has them.
struct Call {
    body: String,
    outcome: Option<String>,
    api: Option<String>,
    findings: Vec<serde_json::Value>,
}

impl Call {
    fn report(&self) -> Result<Report, ResendError> {
        let form = json!({
            "api": self.api, "outcome": self.outcome, "request_id": null, "findings": self.findings,
        });
        serde_json::from_value(form)
            .map_err(|error| ResendError::Unknown { body: self.body.clone(), error: error.to_string() })
    }
}

/// Takes the findings of a batch.
fn take(batch: &RecordBatch, calls: &mut Vec<Call>, places: &mut HashMap<String, usize>) {
    let column = |name| {
        batch
            .column_by_name(name)
            .cloned()
            .unwrap_or_else(|| arrow_array::new_null_array(&DataType::Null, batch.num_rows()))
    };
    let (bodies, codes, records) = (texts(&column("body")), texts(&column("code")), texts(&column("record")));
    let (outcomes, apis) = (texts(&column("outcome")), texts(&column("api")));
    let (levels, cases, advices) =
        (texts(&column("level")), texts(&column("case")), texts(&column("advice")));
    for at in 0..batch.num_rows() {
        let Some(body) = bodies[at].clone() else { continue };
        let place = *places.entry(body.clone()).or_insert_with(|| {
            let (outcome, api) = (outcomes[at].clone(), apis[at].clone());
            calls.push(Call { body, outcome, api, findings: Vec::new() });
            calls.len() - 1
        });
        let code = codes[at].as_ref().and_then(|code| code.parse::<u32>().ok());
        calls[place].findings.push(json!({
            "code": code,
            // A number can be none of the API that answered.
            "known": advices[at].is_some(),
            "level": levels[at],
            "record": records[at].as_ref().and_then(|record| record.parse::<usize>().ok()),
            "server_text": null,
            "case": cases[at],
        }));
    }
}

/// Returns a column of text, or of numbers written out.
fn texts(column: &ArrayRef) -> Vec<Option<String>> {
    if let Some(numbers) = numbers(column.as_ref()) {
        return numbers.into_iter().map(|number| number.map(|number| number.to_string())).collect();
    }
    let texts = Bodies::of(column.as_ref());
    let text = |at| match texts.get(at)? {
        Body::Bytes(bytes) => Some(String::from_utf8_lossy(bytes).into_owned()),
        Body::Text(text) => Some(text.to_owned()),
    };
    (0..column.len()).map(text).collect()
}

/// Rows in the making.
#[derive(Default)]
struct Rows {
    body: StringBuilder,
    record: Int64Builder,
    action: StringBuilder,
    after: Float64Builder,
    reason: StringBuilder,
    who: StringBuilder,
    code: Int64Builder,
    advice: StringBuilder,
}

impl Rows {
    fn finish(mut self, has_numbers: bool) -> Result<RecordBatch, ArrowError> {
        let body = self.body.finish();
        let body: ArrayRef = if has_numbers {
            let numbers = body.iter().map(|text| text.and_then(|text| text.parse::<i64>().ok()));
            Arc::new(numbers.collect::<arrow_array::Int64Array>())
        } else {
            Arc::new(body)
        };
        let schema = Resend::schema(body.data_type().clone());
        let columns: Vec<ArrayRef> = vec![
            body,
            Arc::new(self.record.finish()),
            Arc::new(self.action.finish()),
            Arc::new(self.after.finish()),
            Arc::new(self.reason.finish()),
            Arc::new(self.who.finish()),
            Arc::new(self.code.finish()),
            Arc::new(self.advice.finish()),
        ];
        RecordBatch::try_new(schema, columns)
    }
}
