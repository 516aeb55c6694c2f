//! Leads: get, sync, delete.

use felkod::{Code, json::Json};
use serde_json::Value;

use super::{Context, id, ids, input};
use crate::{
    body::Refusal,
    marketo::{
        State,
        leads::{FIELDS, Leads, SyncAction, shown},
    },
    request::Reply,
};

pub(super) fn by_id(context: &Context<'_, '_>, state: &State, id: &str) -> Result<Reply, Refusal> {
    let lead = id.parse().ok().and_then(|id| state.leads.lead(id));
    let lead = lead.ok_or_else(|| Refusal::new(Code::RestLeadNotFound, &[("lead", id)]))?;
    let shown = shown(lead, &context.parameters.list("fields"))?;
    Ok(context.success(vec![("result", Json::List(vec![shown]))]))
}

pub(super) fn by_filter(context: &Context<'_, '_>, state: &State) -> Result<Reply, Refusal> {
    let filter = context.required("filterType")?;
    if !Leads::can_filter_by(filter) {
        return Err(Refusal::new(Code::RestInvalidData, &[("field", "filterType"), ("value", filter)]));
    }
    context.required("filterValues")?;
    let values = context.parameters.list("filterValues");
    if u64::try_from(values.len()).is_ok_and(|count| count > context.limits.records) {
        let text = format!("Too many values in filterValues: at most {}", context.limits.records);
        return Err(Refusal::with(Code::RestInvalidData, &text));
    }
    let fields = context.parameters.list("fields");
    context.paged(&state.leads.filtered(filter, &values), |lead| shown(lead, &fields))
}

pub(super) fn sync(context: &mut Context<'_, '_>, state: &mut State) -> Result<Reply, Refusal> {
    let body = context.json()?;
    let action = body.get("action").and_then(Value::as_str).unwrap_or("createOrUpdate");
    let action = SyncAction::named(action)
        .ok_or_else(|| Refusal::new(Code::RestInvalidData, &[("field", "action"), ("value", action)]))?;
    let lookup = body.get("lookupField").and_then(Value::as_str).unwrap_or("email");
    if !["email", "id"].contains(&lookup) {
        return Err(Refusal::new(Code::RestLookupFieldNotSupported, &[("field", lookup)]));
    }
    if lookup == "id" && matches!(action, SyncAction::CreateOnly | SyncAction::CreateDuplicate) {
        return Err(Refusal::new(Code::RestInvalidData, &[("field", "lookupField"), ("value", lookup)]));
    }
    let now = context.now;
    context.batch(input(&body)?, |record| {
        let Some(fields) = record.as_object() else {
            return Err(Refusal::new(
                Code::RestTypeMismatch,
                &[("value", &record.to_string()), ("type", "object")],
            ));
        };
        let fields = fields.iter().map(|(name, value)| (name.as_str(), text(value)));
        let (id, is_created) = state.leads.sync(action, lookup, fields, now)?;
        state.activities.push(now, if is_created { 12 } else { 13 }, id);
        let status = if is_created { "created" } else { "updated" };
        Ok(vec![("id", id.into()), ("status", status.into())])
    })
}

/// Returns a value of JSON as the text of a field; `null` clears it.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => Some(value.to_string()),
    }
}

pub(super) fn delete(context: &mut Context<'_, '_>, state: &mut State) -> Result<Reply, Refusal> {
    let (records, now) = (ids(context)?, context.now);
    context.batch(&records, |record| {
        let id = id(record)?;
        if !state.leads.delete(id) {
            return Err(Refusal::new(Code::RestLeadNotFound, &[("lead", &id.to_string())]));
        }
        state.activities.push(now, 37, id);
        Ok(vec![("id", id.into()), ("status", "deleted".into())])
    })
}

pub(super) fn describe() -> Json {
    let field = |name: &str| {
        let rest = Json::Object(vec![("name", name.into()), ("readOnly", (!FIELDS.contains(&name)).into())]);
        let kind = match name {
            "id" => "integer",
            "createdAt" | "updatedAt" => "datetime",
            "unsubscribed" => "boolean",
            "email" => "email",
            _ => "string",
        };
        vec![("displayName", name.into()), ("dataType", kind.into()), ("rest", rest)]
    };
    let all = ["id", "createdAt", "updatedAt"].into_iter().chain(FIELDS);
    all.map(field).collect()
}
