//! Activities and their paging tokens.

use felkod::{Code, json::Json};
use serde_json::Value;

use super::{Context, input};
use crate::{
    body::Refusal,
    date,
    marketo::{State, activities::KINDS},
    request::Reply,
};

pub(super) fn paging_token(context: &Context<'_, '_>, state: &State) -> Result<Reply, Refusal> {
    let since = context.required("sinceDatetime")?;
    let since = date::parse(since).ok_or(Code::RestInvalidDateFormat)?;
    Ok(context.success(vec![("nextPageToken", state.activities.token_since(since).into())]))
}

pub(super) fn page(context: &Context<'_, '_>, state: &State) -> Result<Reply, Refusal> {
    context.required("activityTypeIds")?;
    let mut kinds = Vec::new();
    for text in context.parameters.list("activityTypeIds") {
        let kind = text.parse::<u64>();
        kinds.push(
            kind.map_err(|_| Refusal::new(Code::RestTypeMismatch, &[("value", text), ("type", "Integer")]))?,
        );
    }
    activities(context, state, &kinds)
}

pub(super) fn deleted_leads(context: &Context<'_, '_>, state: &State) -> Result<Reply, Refusal> {
    activities(context, state, &[37])
}

fn activities(context: &Context<'_, '_>, state: &State, kinds: &[u64]) -> Result<Reply, Refusal> {
    let token = context.required("nextPageToken")?;
    let (size, _) = context.page()?;
    let page = state.activities.page(token, kinds, size);
    let (page, next, has_more) = page.ok_or_else(|| {
        Refusal::new(Code::RestInvalidData, &[("field", "nextPageToken"), ("value", token)])
    })?;
    let mut pairs = Vec::new();
    // Marketo leaves an empty result out.
    if !page.is_empty() {
        pairs.push(("result", page.iter().map(|activity| activity.json()).collect()));
    }
    pairs.extend([("nextPageToken", next.into()), ("moreResult", has_more.into())]);
    Ok(context.success(pairs))
}

pub(super) fn kinds() -> Json {
    KINDS.iter().map(|(id, name)| vec![("id", (*id).into()), ("name", (*name).into())]).collect()
}

/// Adds custom activities. They are written once and never changed: the same call again adds them again.
pub(super) fn add(context: &mut Context<'_, '_>, state: &mut State) -> Result<Reply, Refusal> {
    let (body, now) = (context.json()?, context.now);
    context.batch(input(&body)?, |record| {
        let number = |name: &str| {
            let value = record.get(name).and_then(Value::as_u64);
            value.ok_or_else(|| Refusal::new(Code::RestParameterMissing, &[("parameter", name)]))
        };
        let (lead, kind) = (number("leadId")?, number("activityTypeId")?);
        if state.leads.lead(lead).is_none() {
            return Err(Refusal::new(Code::RestLeadNotFound, &[("lead", &lead.to_string())]));
        }
        if !KINDS.iter().any(|(id, _)| *id == kind) {
            return Err(Code::RestObjectNotFound.into());
        }
        let id = state.activities.push(now, kind, lead);
        Ok(vec![("id", id.into()), ("marketoGUID", id.to_string().into()), ("status", "added".into())])
    })
}
