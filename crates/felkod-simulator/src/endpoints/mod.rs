//! The endpoints: which there are, and what each does.

mod activities;
mod exports;
mod identity;
mod imports;
mod leads;
mod lists;
mod soap;

use felkod::{Code, json::Json};
use serde_json::Value;

use crate::{
    body::{
        Refusal,
        rest::{self, Pairs},
    },
    limits::Limits,
    marketo::{Fault, State, jobs::Kind, name},
    request::{Parameters, Reply, Request},
};

/// An endpoint that a call goes to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Endpoint<'p> {
    pub(crate) route: Route<'p>,
    /// Whether the call has records, each of which can be rejected on its own.
    pub(crate) has_records: bool,
}

impl Endpoint<'_> {
    /// Tells whether its calls count. Whether those for a token do, the vendor does not say.
    pub(crate) const fn is_counted(&self) -> bool {
        !matches!(self.route, Route::Identity)
    }
}

/// Where a call goes, with the ids in its path.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Route<'p> {
    Identity,
    Soap,
    Lead(&'p str),
    Leads,
    SyncLeads,
    DeleteLeads,
    DescribeLeads,
    Lists,
    List(&'p str),
    Members(&'p str),
    AddMembers(&'p str),
    RemoveMembers(&'p str),
    IsMember(&'p str),
    PagingToken,
    Activities,
    ActivityTypes,
    DeletedLeads,
    AddActivities,
    Import,
    ImportStatus(&'p str),
    ImportFailures(&'p str),
    ImportWarnings(&'p str),
    Exports(Kind),
    CreateExport(Kind),
    EnqueueExport(Kind, &'p str),
    CancelExport(Kind, &'p str),
    ExportStatus(Kind, &'p str),
    ExportFile(Kind, &'p str),
    Usage { is_week: bool },
    Errors { is_week: bool },
}

/// Finds the endpoint of a call: else 610, or 605 where another method would do.
pub(crate) fn find<'r>(request: &Request<'r>) -> Result<Endpoint<'r>, Code> {
    let path = request.path().trim_start_matches('/');
    let mut segments = [""; 8];
    let mut count = 0;
    for segment in path.split('/') {
        *segments.get_mut(count).ok_or(Code::RestEndpointNotFound)? = segment;
        count += 1;
    }
    let segments = &segments[..count];
    // A long query goes into the body of a POST that says it is a GET.
    let is_tunneled = request.method == "POST" && {
        let query = request.target.split_once('?').map_or("", |(_, query)| query);
        query.split('&').any(|part| part == "_method=GET")
    };
    let method = if is_tunneled { "GET" } else { request.method };
    if let Some(route) = at(method, segments) {
        let has_records = matches!(
            route,
            Route::SyncLeads
                | Route::DeleteLeads
                | Route::AddMembers(_)
                | Route::RemoveMembers(_)
                | Route::AddActivities
        );
        return Ok(Endpoint { route, has_records });
    }
    let is_elsewhere = ["GET", "POST", "DELETE"].iter().any(|method| at(method, segments).is_some());
    Err(if is_elsewhere { Code::RestMethodNotSupported } else { Code::RestEndpointNotFound })
}

fn at<'p>(method: &str, segments: &[&'p str]) -> Option<Route<'p>> {
    Some(match (method, segments) {
        ("GET" | "POST", ["identity", "oauth", "token"]) => Route::Identity,
        ("POST", ["soap", "mktows", "3_1"]) => Route::Soap,
        (_, ["rest", "v1", rest @ ..]) => return rest_at(method, rest),
        (_, ["bulk", "v1", "leads", "export", rest @ ..]) => return export_at(method, Kind::Leads, rest),
        (_, ["bulk", "v1", "activities", "export", rest @ ..]) => {
            return export_at(method, Kind::Activities, rest);
        }
        ("GET", ["bulk", "v1", "leads", "export.json"]) => Route::Exports(Kind::Leads),
        ("GET", ["bulk", "v1", "activities", "export.json"]) => Route::Exports(Kind::Activities),
        ("POST", ["bulk", "v1", "leads.json"]) => Route::Import,
        ("GET", ["bulk", "v1", "leads", "batch", file]) => Route::ImportStatus(file.strip_suffix(".json")?),
        ("GET", ["bulk", "v1", "leads", "batch", id, "failures.json"]) => Route::ImportFailures(id),
        ("GET", ["bulk", "v1", "leads", "batch", id, "warnings.json"]) => Route::ImportWarnings(id),
        _ => return None,
    })
}

fn rest_at<'p>(method: &str, segments: &[&'p str]) -> Option<Route<'p>> {
    Some(match (method, segments) {
        ("GET", ["lead", file]) => Route::Lead(file.strip_suffix(".json")?),
        ("GET", ["leads.json"]) => Route::Leads,
        ("POST", ["leads.json"]) => Route::SyncLeads,
        ("POST", ["leads", "delete.json"]) | ("DELETE", ["leads.json"]) => Route::DeleteLeads,
        ("GET", ["leads", "describe.json"]) => Route::DescribeLeads,
        ("GET", ["lists.json"]) => Route::Lists,
        ("GET", ["lists", file]) => Route::List(file.strip_suffix(".json")?),
        ("GET", ["list" | "lists", id, "leads.json"]) => Route::Members(id),
        ("POST", ["lists", id, "leads.json"]) => Route::AddMembers(id),
        ("DELETE", ["lists", id, "leads.json"]) => Route::RemoveMembers(id),
        ("GET", ["lists", id, "leads", "ismember.json"]) => Route::IsMember(id),
        ("GET", ["activities", "pagingtoken.json"]) => Route::PagingToken,
        ("GET", ["activities.json"]) => Route::Activities,
        ("GET", ["activities", "types.json"]) => Route::ActivityTypes,
        ("GET", ["activities", "deletedleads.json"]) => Route::DeletedLeads,
        ("POST", ["activities", "external.json"]) => Route::AddActivities,
        ("GET", ["stats", "usage.json"]) => Route::Usage { is_week: false },
        ("GET", ["stats", "usage", "last7days.json"]) => Route::Usage { is_week: true },
        ("GET", ["stats", "errors.json"]) => Route::Errors { is_week: false },
        ("GET", ["stats", "errors", "last7days.json"]) => Route::Errors { is_week: true },
        _ => return None,
    })
}

fn export_at<'p>(method: &str, kind: Kind, segments: &[&'p str]) -> Option<Route<'p>> {
    Some(match (method, segments) {
        ("POST", ["create.json"]) => Route::CreateExport(kind),
        ("POST", [id, "enqueue.json"]) => Route::EnqueueExport(kind, id),
        ("POST", [id, "cancel.json"]) => Route::CancelExport(kind, id),
        ("GET", [id, "status.json"]) => Route::ExportStatus(kind, id),
        ("GET", [id, "file.json"]) => Route::ExportFile(kind, id),
        _ => return None,
    })
}

/// Carries out a call.
pub(crate) fn carry_out(
    route: Route<'_>,
    context: &mut Context<'_, '_>,
    state: &mut State,
) -> Result<Reply, Refusal> {
    match route {
        Route::Identity => Ok(identity::token(context, state)),
        Route::Soap => soap::call(context, state),
        Route::Lead(id) => leads::by_id(context, state, id),
        Route::Leads => leads::by_filter(context, state),
        Route::SyncLeads => leads::sync(context, state),
        Route::DeleteLeads => leads::delete(context, state),
        Route::DescribeLeads => Ok(context.success(vec![("result", leads::describe())])),
        Route::Lists => lists::all(context),
        Route::List(id) => lists::one(context, id),
        Route::Members(id) => lists::members(context, state, id),
        Route::AddMembers(id) => lists::add(context, state, id),
        Route::RemoveMembers(id) => lists::remove(context, state, id),
        Route::IsMember(id) => lists::is_member(context, state, id),
        Route::PagingToken => activities::paging_token(context, state),
        Route::Activities => activities::page(context, state),
        Route::ActivityTypes => Ok(context.success(vec![("result", activities::kinds())])),
        Route::DeletedLeads => activities::deleted_leads(context, state),
        Route::AddActivities => activities::add(context, state),
        Route::Import => imports::create(context, state),
        Route::ImportStatus(id) => imports::status(context, state, id),
        Route::ImportFailures(id) => imports::failures(state, id),
        Route::ImportWarnings(id) => imports::warnings(state, id),
        Route::Exports(kind) => Ok(exports::all(context, state, kind)),
        Route::CreateExport(kind) => exports::create(context, state, kind),
        Route::EnqueueExport(kind, id) => exports::enqueue(context, state, kind, id),
        Route::CancelExport(kind, id) => exports::cancel(context, state, kind, id),
        Route::ExportStatus(kind, id) => exports::status(context, state, kind, id),
        Route::ExportFile(kind, id) => exports::file(context, state, kind, id),
        Route::Usage { is_week } => {
            Ok(context.success(vec![("result", state.stats.usage(context.now, is_week))]))
        }
        Route::Errors { is_week } => {
            Ok(context.success(vec![("result", state.stats.errors(context.now, is_week))]))
        }
    }
}

/// What an endpoint knows of a call.
pub(crate) struct Context<'c, 'r> {
    pub(crate) request: &'c Request<'r>,
    pub(crate) parameters: Parameters<'r>,
    pub(crate) limits: &'c Limits,
    pub(crate) now: u64,
    pub(crate) request_id: &'c str,
    pub(crate) fault: Option<&'c Fault<'c>>,
    /// The codes of the records that were rejected, each once.
    pub(crate) codes: Vec<String>,
    /// Whether the call changed something.
    pub(crate) is_applied: bool,
}

impl Context<'_, '_> {
    pub(crate) fn success(&self, pairs: Pairs) -> Reply {
        rest::success(pairs, self.request_id)
    }

    /// Returns a parameter that the call must have.
    pub(crate) fn required(&self, name: &str) -> Result<&str, Refusal> {
        self.parameters
            .of(name)
            .ok_or_else(|| Refusal::new(Code::RestParameterMissing, &[("parameter", name)]))
    }

    /// Returns the JSON of the body.
    pub(crate) fn json(&self) -> Result<Value, Refusal> {
        if self.request.media_type() != "application/json" {
            return Err(Code::RestInvalidContentType.into());
        }
        serde_json::from_slice(self.request.body).map_err(|_| Code::RestInvalidJson.into())
    }

    /// Returns the size of a page that is asked for, and the position from which it starts.
    pub(crate) fn page(&self) -> Result<(usize, usize), Refusal> {
        let most = usize::try_from(self.limits.records.min(300)).unwrap_or(300);
        let invalid =
            |field, value: &str| Refusal::new(Code::RestInvalidData, &[("field", field), ("value", value)]);
        let size = match self.parameters.of("batchSize") {
            Some(text) => match text.parse::<usize>() {
                Ok(size) if size > 0 => size.min(most),
                _ => return Err(invalid("batchSize", text)),
            },
            None => most,
        };
        let from = match self.parameters.of("nextPageToken") {
            Some(token) => crate::marketo::activities::position(token)
                .and_then(|position| usize::try_from(position).ok())
                .ok_or_else(|| invalid("nextPageToken", token))?,
            None => 0,
        };
        Ok((size, from))
    }

    /// Returns a page of what was found.
    pub(crate) fn paged<T>(
        &self,
        all: &[T],
        json: impl Fn(&T) -> Result<Json, Refusal>,
    ) -> Result<Reply, Refusal> {
        let (size, from) = self.page()?;
        let end = from.saturating_add(size).min(all.len());
        let page = all.get(from..end).unwrap_or_default();
        let mut pairs = vec![("result", Json::List(page.iter().map(json).collect::<Result<_, _>>()?))];
        if end < all.len() {
            pairs.insert(0, ("nextPageToken", crate::marketo::activities::token(end as u64).into()));
        }
        Ok(self.success(pairs))
    }

    /// Does something for each record of a batch, and returns what became of each. A record is rejected on its own.
    pub(crate) fn batch(
        &mut self,
        input: &[Value],
        mut each: impl FnMut(&Value) -> Result<Pairs, Refusal>,
    ) -> Result<Reply, Refusal> {
        if u64::try_from(input.len()).is_ok_and(|records| records > self.limits.records) {
            let text = format!("Too many records in input: at most {}", self.limits.records);
            return Err(Refusal::with(Code::RestInvalidData, &text));
        }
        let mut result = Vec::with_capacity(input.len());
        for (index, record) in input.iter().enumerate() {
            let fault = self.fault.filter(|fault| fault.records.contains(&index));
            let done = match fault {
                Some(fault) => Err(fault.refusal.clone()),
                None => each(record),
            };
            result.push(match done {
                Ok(pairs) => {
                    self.is_applied = true;
                    Json::Object(pairs)
                }
                Err(refusal) => {
                    let code = name(&refusal);
                    if !self.codes.contains(&code) {
                        self.codes.push(code);
                    }
                    let id = record.get("id").and_then(Value::as_u64);
                    let ids: Vec<_> = id.map(|id| ("id", id.into())).into_iter().collect();
                    rest::skipped(&refusal, &ids)
                }
            });
        }
        Ok(self.success(vec![("result", Json::List(result))]))
    }
}

/// Returns the records of a body, or says that they are missing.
pub(crate) fn input(body: &Value) -> Result<&[Value], Refusal> {
    match body.get("input").and_then(Value::as_array) {
        Some(records) if !records.is_empty() => Ok(records),
        _ => Err(Refusal::new(Code::RestParameterMissing, &[("parameter", "input")])),
    }
}

/// Returns the ids of the records, in the body or as parameters `id`.
pub(crate) fn ids(context: &Context<'_, '_>) -> Result<Vec<Value>, Refusal> {
    let ids = context.parameters.list("id");
    if !ids.is_empty() && context.request.body.is_empty() {
        return Ok(ids.into_iter().map(|id| serde_json::json!({ "id": id })).collect());
    }
    Ok(input(&context.json()?)?.to_vec())
}

/// Returns the id of a record.
pub(crate) fn id(record: &Value) -> Result<u64, Refusal> {
    let id = record.get("id");
    let id = id.ok_or_else(|| Refusal::new(Code::RestParameterMissing, &[("parameter", "id")]))?;
    let number = id.as_u64().or_else(|| id.as_str().and_then(|text| text.parse().ok()));
    number.ok_or_else(|| {
        Refusal::new(Code::RestTypeMismatch, &[("value", &id.to_string()), ("type", "Integer")])
    })
}
