//! Static lists and their members.

use felkod::{Code, json::Json};

use super::{Context, id, ids};
use crate::{
    body::Refusal,
    marketo::{
        State,
        leads::{LISTS, shown},
    },
    request::Reply,
};

fn json((id, name): &(u64, &str)) -> Json {
    Json::Object(vec![("id", (*id).into()), ("name", (*name).into()), ("workspaceName", "Default".into())])
}

/// Returns the list with an id.
fn list(id: &str) -> Result<&'static (u64, &'static str), Refusal> {
    let id = id.parse::<u64>().ok();
    LISTS.iter().find(|list| Some(list.0) == id).ok_or_else(|| Code::RestObjectNotFound.into())
}

pub(super) fn all(context: &Context<'_, '_>) -> Result<Reply, Refusal> {
    let (ids, names) = (context.parameters.list("id"), context.parameters.list("name"));
    let is_asked = |(id, name): &&(u64, &str)| {
        (ids.is_empty() || ids.contains(&&*id.to_string())) && (names.is_empty() || names.contains(name))
    };
    let lists: Vec<_> = LISTS.iter().filter(is_asked).collect();
    context.paged(&lists, |list| Ok(json(list)))
}

pub(super) fn one(context: &Context<'_, '_>, id: &str) -> Result<Reply, Refusal> {
    Ok(context.success(vec![("result", Json::List(vec![json(list(id)?)]))]))
}

pub(super) fn members(context: &Context<'_, '_>, state: &State, id: &str) -> Result<Reply, Refusal> {
    let fields = context.parameters.list("fields");
    context.paged(&state.leads.members(list(id)?.0), |lead| shown(lead, &fields))
}

pub(super) fn add(context: &mut Context<'_, '_>, state: &mut State, list_id: &str) -> Result<Reply, Refusal> {
    let (list, records, now) = (list(list_id)?.0, ids(context)?, context.now);
    context.batch(&records, |record| {
        let lead = id(record)?;
        state.leads.join(list, lead)?;
        state.activities.push(now, 24, lead);
        Ok(vec![("id", lead.into()), ("status", "added".into())])
    })
}

pub(super) fn remove(
    context: &mut Context<'_, '_>,
    state: &mut State,
    list_id: &str,
) -> Result<Reply, Refusal> {
    let (list, records, now) = (list(list_id)?.0, ids(context)?, context.now);
    context.batch(&records, |record| {
        let lead = id(record)?;
        state.leads.leave(list, lead)?;
        state.activities.push(now, 25, lead);
        Ok(vec![("id", lead.into()), ("status", "removed".into())])
    })
}

pub(super) fn is_member(
    context: &mut Context<'_, '_>,
    state: &State,
    list_id: &str,
) -> Result<Reply, Refusal> {
    let (list, records) = (list(list_id)?.0, ids(context)?);
    let reply = context.batch(&records, |record| {
        let lead = id(record)?;
        if state.leads.lead(lead).is_none() {
            return Err(Refusal::new(Code::RestLeadNotFound, &[("lead", &lead.to_string())]));
        }
        let status = if state.leads.is_member(list, lead) { "memberof" } else { "notmemberof" };
        Ok(vec![("id", lead.into()), ("status", status.into())])
    });
    context.is_applied = false;
    reply
}
