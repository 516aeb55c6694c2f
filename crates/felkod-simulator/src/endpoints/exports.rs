//! Bulk exports of leads and of activities.

use std::fmt::Write as _;

use felkod::{Code, json::Json};
use serde_json::Value;

use super::Context;
use crate::{
    body::{
        Refusal,
        page::{self, Page},
        rest::Pairs,
    },
    date,
    marketo::{
        State,
        jobs::{Export, Kind},
        leads::FIELDS,
    },
    request::Reply,
};

fn json(export: &Export, now: u64) -> Json {
    let mut pairs: Pairs = vec![
        ("exportId", export.id.as_str().into()),
        ("format", "CSV".into()),
        ("status", export.status(now).into()),
        ("createdAt", date::format(export.created).into()),
    ];
    if let Some(times) = export.times {
        pairs.push(("queuedAt", date::format(times.queued).into()));
        if now >= times.starts {
            pairs.push(("startedAt", date::format(times.starts).into()));
        }
        if export.is_complete(now) {
            pairs.extend([
                ("finishedAt", date::format(times.ends).into()),
                ("numberOfRecords", export.records.into()),
                ("fileSize", export.bytes.into()),
            ]);
        }
    }
    Json::Object(pairs)
}

fn one(context: &Context<'_, '_>, export: &Export) -> Reply {
    context.success(vec![("result", Json::List(vec![json(export, context.now)]))])
}

pub(super) fn all(context: &Context<'_, '_>, state: &State, kind: Kind) -> Reply {
    let jobs = state.jobs.exports(kind).map(|export| json(export, context.now));
    context.success(vec![("result", jobs.collect())])
}

pub(super) fn create(context: &mut Context<'_, '_>, state: &mut State, kind: Kind) -> Result<Reply, Refusal> {
    let body = context.json()?;
    let filter = body.get("filter").and_then(Value::as_object).filter(|filter| !filter.is_empty());
    let filter =
        filter.ok_or_else(|| Refusal::new(Code::RestParameterMissing, &[("parameter", "filter")]))?;
    if let Some(other) = filter.keys().find(|name| !["createdAt", "activityTypeIds"].contains(&name.as_str()))
    {
        return Err(Refusal::new(Code::RestFilterTypeNotSupported, &[("filter", other)]));
    }
    let time = |name: &str| {
        let text = filter.get("createdAt").and_then(|range| range.get(name)).and_then(Value::as_str);
        let text = text.ok_or_else(|| Refusal::new(Code::RestParameterMissing, &[("parameter", name)]))?;
        date::parse(text)
            .ok_or_else(|| Refusal::new(Code::RestInvalidData, &[("field", name), ("value", text)]))
    };
    let (from, to) = (time("startAt")?, time("endAt")?);
    if to.saturating_sub(from) > context.limits.export_days.saturating_mul(86_400_000) {
        let text = format!("The time range of the filter is longer than {} days", context.limits.export_days);
        return Err(Refusal::with(Code::RestInvalidData, &text));
    }
    let fields = body.get("fields").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let mut names = Vec::new();
    for field in fields.iter().filter(|_| kind == Kind::Leads) {
        let name = field.as_str().unwrap_or_default();
        let is_known = FIELDS.contains(&name) || ["id", "createdAt", "updatedAt"].contains(&name);
        if !is_known {
            return Err(Refusal::new(Code::RestFieldNotFound, &[("field", name)]));
        }
        if !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    if names.is_empty() && kind == Kind::Leads {
        return Err(Refusal::new(Code::RestParameterMissing, &[("parameter", "fields")]));
    }
    let export = state.jobs.create(kind, (from, to), names, context.now, context.limits)?.clone();
    context.is_applied = true;
    Ok(one(context, &export))
}

pub(super) fn enqueue(
    context: &mut Context<'_, '_>,
    state: &mut State,
    kind: Kind,
    id: &str,
) -> Result<Reply, Refusal> {
    let export = state.jobs.export(kind, id)?.clone();
    let file = csv(&export, state);
    let records = file.bytes().filter(|byte| *byte == b'\n').count().saturating_sub(1);
    let size = (records as u64, file.len() as u64);
    let export = state.jobs.enqueue(kind, id, size, context.now, context.limits)?.clone();
    context.is_applied = true;
    Ok(one(context, &export))
}

pub(super) fn cancel(
    context: &mut Context<'_, '_>,
    state: &mut State,
    kind: Kind,
    id: &str,
) -> Result<Reply, Refusal> {
    let now = context.now;
    let export = state.jobs.export(kind, id)?;
    if !export.is_complete(now) {
        context.is_applied = !export.is_cancelled;
        export.is_cancelled = true;
    }
    Ok(one(context, export))
}

pub(super) fn status(
    context: &Context<'_, '_>,
    state: &mut State,
    kind: Kind,
    id: &str,
) -> Result<Reply, Refusal> {
    let export = state.jobs.export(kind, id)?;
    Ok(one(context, export))
}

/// Returns the file; the endpoint says in plain text that there is none yet.
pub(super) fn file(
    context: &mut Context<'_, '_>,
    state: &mut State,
    kind: Kind,
    id: &str,
) -> Result<Reply, Refusal> {
    let export = state.jobs.export(kind, id)?.clone();
    if !export.is_complete(context.now) {
        context.codes.push(Code::RestNotFound.as_u32().to_string());
        return Ok(page::of_status(404, Page::Text));
    }
    Ok(Reply::new(200, "text/csv;charset=UTF-8", csv(&export, state)))
}

/// Writes what was created between the two times of a job.
fn csv(export: &Export, state: &State) -> String {
    let mut file = String::new();
    match export.kind {
        Kind::Leads => {
            push_line(&mut file, export.fields.iter().map(String::as_str));
            for lead in state.leads.created(export.from, export.to) {
                let values = export.fields.iter().map(|name| match lead.field(name) {
                    Some((_, Json::Text(text))) => text,
                    Some((_, Json::Number(number))) => number.to_string(),
                    _ => "null".to_owned(),
                });
                push_line(&mut file, values);
            }
        }
        Kind::Activities => {
            push_line(&mut file, ["marketoGUID", "leadId", "activityDate", "activityTypeId"]);
            for activity in state.activities.between(export.from, export.to) {
                let (id, lead, kind) = (activity.id, activity.lead, activity.kind);
                // Writing to a string cannot fail.
                let _ = writeln!(file, "{id},{lead},{},{kind}", date::format(activity.at));
            }
        }
    }
    file
}

/// Adds a line, with quotation marks around what needs them.
pub(super) fn push_line<T: AsRef<str>>(file: &mut String, values: impl IntoIterator<Item = T>) {
    for (at, value) in values.into_iter().enumerate() {
        if at > 0 {
            file.push(',');
        }
        let value = value.as_ref();
        if value.contains([',', '"', '\n', '\r']) {
            file.extend(["\"", &value.replace('"', "\"\""), "\""]);
        } else {
            file.push_str(value);
        }
    }
    file.push('\n');
}
