//! The rows that come out: a report or a finding each.

use std::sync::Arc;

use arrow_array::{
    ArrayRef, ListArray, RecordBatch, RecordBatchOptions, StructArray,
    builder::{Int64Builder, StringBuilder, TimestampMicrosecondBuilder},
};
use arrow_buffer::{NullBuffer, OffsetBuffer};
use arrow_schema::{ArrowError, DataType, Field, Fields, Schema, SchemaRef, TimeUnit};
use felkod_catalog::{Advice, Api, Case, Category, Locale, Retry};
use felkod_wire::{Finding, Report};

/// Which columns there are.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Form {
    pub(crate) locale: Locale,
    pub(crate) server_text: bool,
    pub(crate) explode: bool,
}

impl Form {
    pub(crate) fn schema(self) -> SchemaRef {
        Arc::new(Schema::new(self.fields()))
    }

    /// The columns, in their order.
    pub(crate) fn fields(self) -> Fields {
        let call = [
            text("outcome"),
            text("api"),
            text("request_id"),
            Field::new("request_time", DataType::Timestamp(TimeUnit::Microsecond, Some("UTC".into())), true),
        ];
        if self.explode {
            let findings = self.finding_fields();
            let findings = findings.iter().map(|field| field.as_ref().clone());
            return std::iter::once(Field::new("body", DataType::Int64, false))
                .chain(call)
                .chain(findings)
                .collect();
        }
        let findings = Field::new_list("findings", self.item(), true);
        let decides = [text("advice"), text("retry"), Field::new("code", DataType::Int64, true), findings];
        call.into_iter().chain(decides).collect()
    }

    fn finding_fields(self) -> Fields {
        let server_text = self.server_text.then(|| text("server_text"));
        let fields = [
            Field::new("code", DataType::Int64, true),
            text("level"),
            Field::new("record", DataType::Int64, true),
            text("category"),
            text("advice"),
            text("retry"),
            text("case"),
            text("message"),
        ];
        fields.into_iter().chain(server_text).collect()
    }

    /// An item of the list of findings.
    fn item(self) -> Field {
        Field::new("item", DataType::Struct(self.finding_fields()), true)
    }
}

fn text(name: &str) -> Field {
    Field::new(name, DataType::Utf8, true)
}

/// Rows in the making.
pub(crate) struct Rows {
    form: Form,
    bodies: Int64Builder,
    outcome: StringBuilder,
    api: StringBuilder,
    request_id: StringBuilder,
    request_time: TimestampMicrosecondBuilder,
    advice: StringBuilder,
    retry: StringBuilder,
    code: Int64Builder,
    /// Where the findings of each row end, and whether it has a list.
    ends: Vec<usize>,
    has_list: Vec<bool>,
    findings: Findings,
}

impl Rows {
    pub(crate) fn new(form: Form, capacity: usize) -> Self {
        Self {
            form,
            bodies: Int64Builder::new(),
            outcome: StringBuilder::with_capacity(capacity, capacity * 8),
            api: StringBuilder::with_capacity(capacity, capacity * 4),
            request_id: StringBuilder::with_capacity(capacity, capacity * 17),
            request_time: TimestampMicrosecondBuilder::with_capacity(capacity),
            advice: StringBuilder::new(),
            retry: StringBuilder::new(),
            code: Int64Builder::with_capacity(capacity),
            ends: Vec::with_capacity(capacity),
            has_list: Vec::with_capacity(capacity),
            findings: Findings::new(form),
        }
    }

    /// Adds the row of a report, or the rows of its findings; nulls without a report, which has no findings.
    pub(crate) fn push(&mut self, body: usize, report: Option<&Report>) {
        if self.form.explode {
            let Some(report) = report else { return };
            for finding in &report.findings {
                self.bodies.append_value(i64::try_from(body).unwrap_or(i64::MAX));
                self.call(Some(report));
                self.findings.push(finding);
            }
            return;
        }
        self.call(report);
        self.advice.append_option(report.and_then(Report::advice).map(Advice::as_str));
        self.retry.append_option(report.and_then(Report::retry).map(Retry::as_str));
        let strictest = report.and_then(Report::strictest);
        self.code.append_option(strictest.and_then(|finding| finding.number).map(i64::from));
        for finding in report.map_or(&[][..], |report| &report.findings) {
            self.findings.push(finding);
        }
        self.ends.push(self.findings.count);
        self.has_list.push(report.is_some());
    }

    fn call(&mut self, report: Option<&Report>) {
        self.outcome.append_option(report.map(|report| report.outcome.as_str()));
        self.api.append_option(report.and_then(|report| report.api).map(Api::as_str));
        self.request_id.append_option(report.and_then(|report| report.request_id.as_deref()));
        let millis = report.and_then(Report::request_millis).filter(|millis| *millis <= Report::LAST_MILLIS);
        self.request_time.append_option(millis.and_then(|millis| i64::try_from(millis * 1_000).ok()));
    }

    pub(crate) fn finish(self) -> Result<RecordBatch, ArrowError> {
        let schema = self.form.schema();
        RecordBatch::try_new_with_options(schema, self.columns()?, &RecordBatchOptions::new())
    }

    /// Returns the columns, in the order of [`Form::fields`].
    pub(crate) fn columns(mut self) -> Result<Vec<ArrayRef>, ArrowError> {
        let mut columns: Vec<ArrayRef> = Vec::new();
        if self.form.explode {
            columns.push(Arc::new(self.bodies.finish()));
        }
        columns.push(Arc::new(self.outcome.finish()));
        columns.push(Arc::new(self.api.finish()));
        columns.push(Arc::new(self.request_id.finish()));
        columns.push(Arc::new(self.request_time.finish().with_timezone("UTC")));
        let findings = self.findings.columns();
        if self.form.explode {
            columns.extend(findings);
            return Ok(columns);
        }
        columns.push(Arc::new(self.advice.finish()));
        columns.push(Arc::new(self.retry.finish()));
        columns.push(Arc::new(self.code.finish()));
        let items = StructArray::try_new(self.form.finding_fields(), findings, None)?;
        let mut start = 0;
        let lengths = self.ends.iter().map(|end| end - std::mem::replace(&mut start, *end));
        let offsets = OffsetBuffer::from_lengths(lengths);
        let nulls = NullBuffer::from(self.has_list);
        columns.push(Arc::new(ListArray::try_new(
            Arc::new(self.form.item()),
            offsets,
            Arc::new(items),
            Some(nulls),
        )?));
        Ok(columns)
    }
}

/// The columns of findings in the making.
struct Findings {
    locale: Locale,
    count: usize,
    code: Int64Builder,
    level: StringBuilder,
    record: Int64Builder,
    category: StringBuilder,
    advice: StringBuilder,
    retry: StringBuilder,
    case: StringBuilder,
    message: StringBuilder,
    server_text: Option<StringBuilder>,
}

impl Findings {
    fn new(form: Form) -> Self {
        Self {
            locale: form.locale,
            count: 0,
            code: Int64Builder::new(),
            level: StringBuilder::new(),
            record: Int64Builder::new(),
            category: StringBuilder::new(),
            advice: StringBuilder::new(),
            retry: StringBuilder::new(),
            case: StringBuilder::new(),
            message: StringBuilder::new(),
            server_text: form.server_text.then(StringBuilder::new),
        }
    }

    fn push(&mut self, finding: &Finding) {
        self.count += 1;
        self.code.append_option(finding.number.map(i64::from));
        self.level.append_value(finding.level.as_str());
        self.record.append_option(finding.record.and_then(|record| i64::try_from(record).ok()));
        self.category.append_option(finding.category().map(Category::as_str));
        self.advice.append_option(finding.advice().map(Advice::as_str));
        self.retry.append_option(finding.retry().map(Retry::as_str));
        self.case.append_option(finding.case.map(Case::name));
        self.message.append_value(finding.plain_message(self.locale));
        if let Some(server_text) = &mut self.server_text {
            server_text.append_option(finding.server_text.as_deref());
        }
    }

    fn columns(mut self) -> Vec<ArrayRef> {
        let mut columns: Vec<ArrayRef> = vec![
            Arc::new(self.code.finish()),
            Arc::new(self.level.finish()),
            Arc::new(self.record.finish()),
            Arc::new(self.category.finish()),
            Arc::new(self.advice.finish()),
            Arc::new(self.retry.finish()),
            Arc::new(self.case.finish()),
            Arc::new(self.message.finish()),
        ];
        if let Some(mut server_text) = self.server_text {
            columns.push(Arc::new(server_text.finish()));
        }
        columns
    }
}
