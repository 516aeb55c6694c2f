//! SOAP 3.1: getLead and syncLead. Other operations are rejected as unsupported.

use std::fmt::Write as _;

use felkod::Code;
use quick_xml::{
    Reader,
    escape::{escape, unescape},
    events::Event,
};

use super::Context;
use crate::{
    body::{Refusal, soap},
    date,
    marketo::{
        State,
        leads::{FIELDS, Lead, SyncAction},
    },
    request::Reply,
};

/// How old a signature may be, in milliseconds. The vendor does not say; the simulator takes an hour.
const OLDEST: u64 = 3_600_000;

/// What was read of an envelope.
#[derive(Default)]
struct Call {
    operation: String,
    /// The texts of elements by the elements' names, in order.
    texts: Vec<(String, String)>,
}

impl Call {
    fn text(&self, name: &str) -> Option<&str> {
        let mut texts = self.texts.iter().filter(|(key, _)| key == name).map(|(_, text)| text.trim());
        texts.find(|text| !text.is_empty())
    }

    fn required(&self, name: &str) -> Result<&str, Refusal> {
        self.text(name).ok_or_else(|| Refusal::new(Code::SoapParameterRequired, &[("parameter", name)]))
    }
}

pub(super) fn call(context: &mut Context<'_, '_>, state: &mut State) -> Result<Reply, Refusal> {
    let call = read(context.request.body).ok_or(Code::SoapRequestNotUnderstood)?;
    authenticate(&call, context.now)?;
    match call.operation.as_str() {
        "paramsGetLead" => {
            let lead = lead(&call, state)?;
            Ok(soap::success(
                "getLead",
                &format!("<count>1</count><leadRecordList>{}</leadRecordList>", record(lead)),
            ))
        }
        "paramsSyncLead" => sync(&call, context, state),
        _ => Err(Code::SoapUnsupportedOperation.into()),
    }
}

/// Any user and signature will do, but they must be there, and the time must be right.
fn authenticate(call: &Call, now: u64) -> Result<(), Refusal> {
    let (user, signature) = (call.text("mktowsUserId"), call.text("requestSignature"));
    let (Some(_), Some(_), Some(at)) = (user, signature, call.text("requestTimestamp")) else {
        return Err(Code::SoapAuthenticationFailed.into());
    };
    let at = date::parse(at).ok_or(Code::SoapAuthenticationFailed)?;
    if now.saturating_sub(at) > OLDEST { Err(Code::SoapRequestExpired.into()) } else { Ok(()) }
}

fn lead<'s>(call: &Call, state: &'s State) -> Result<&'s Lead, Refusal> {
    let (kind, value) = (call.required("keyType")?, call.required("keyValue")?);
    let field = match kind {
        "EMAIL" => "email",
        "IDNUM" => "id",
        _ => return Err(Code::SoapInvalidLeadKey.into()),
    };
    let found = state.leads.filtered(field, &[value]).into_iter().next();
    found.ok_or_else(|| Refusal::new(Code::SoapLeadNotFound, &[("key_type", kind), ("key_value", value)]))
}

fn sync(call: &Call, context: &mut Context<'_, '_>, state: &mut State) -> Result<Reply, Refusal> {
    let email = call.text("Email").ok_or(Code::SoapLeadKeyRequired)?;
    let mut fields = vec![("email".to_owned(), Some(email.to_owned()))];
    let names = call.texts.iter().filter(|(key, _)| key == "attrName");
    let values = call.texts.iter().filter(|(key, _)| key == "attrValue");
    for ((_, name), (_, value)) in names.zip(values) {
        // SOAP's names start with a capital: FirstName.
        let field = FIELDS.iter().find(|field| field.eq_ignore_ascii_case(name));
        let field = field.ok_or_else(|| Refusal::new(Code::SoapUnknownLeadAttribute, &[("field", name)]))?;
        fields.push(((*field).to_owned(), Some(value.clone())));
    }
    let fields = fields.iter().map(|(name, value)| (name.as_str(), value.clone()));
    let synced = state.leads.sync(SyncAction::CreateOrUpdate, "email", fields, context.now);
    let (id, is_created) = synced.map_err(|_| Refusal::from(Code::SoapLeadSyncFailed))?;
    state.activities.push(context.now, if is_created { 12 } else { 13 }, id);
    context.is_applied = true;
    let status = if is_created { "CREATED" } else { "UPDATED" };
    Ok(soap::success(
        "syncLead",
        &format!(
            "<leadId>{id}</leadId><syncStatus><leadId>{id}</leadId><status>{status}</status></syncStatus>"
        ),
    ))
}

fn record(lead: &Lead) -> String {
    let mut attributes = String::new();
    let mut email = String::new();
    for name in FIELDS {
        let Some((_, felkod::json::Json::Text(value))) = lead.field(name) else { continue };
        let value = escape(value.as_str());
        if name == "email" {
            email = value.into_owned();
        } else {
            // Writing to a string cannot fail.
            let _ = write!(
                attributes,
                "<attribute><attrName>{name}</attrName><attrType>string</attrType><attrValue>{value}</attrValue></attribute>"
            );
        }
    }
    let id = lead.id;
    format!(
        "<leadRecord><Id>{id}</Id><Email>{email}</Email><leadAttributeList>{attributes}</leadAttributeList></leadRecord>"
    )
}

/// Reads an envelope; `None` where it is not one. A DTD is rejected.
fn read(body: &[u8]) -> Option<Call> {
    /// How deep elements may be nested.
    const DEEPEST: usize = 32;
    let mut reader = Reader::from_str(std::str::from_utf8(body).ok()?);
    let mut call = Call::default();
    let mut path: Vec<String> = Vec::new();
    loop {
        match reader.read_event().ok()? {
            Event::Start(start) => {
                let name = start.local_name().as_ref().to_owned();
                if path.len() >= DEEPEST || (path.is_empty() && name != "Envelope") {
                    return None;
                }
                if path.last().is_some_and(|parent| parent == "Body") && call.operation.is_empty() {
                    call.operation.clone_from(&name);
                }
                call.texts.push((name.clone(), String::new()));
                path.push(name);
            }
            Event::Empty(start) if path.last().is_some_and(|parent| parent == "Body") => {
                start.local_name().as_ref().clone_into(&mut call.operation);
            }
            Event::End(_) => {
                path.pop();
            }
            Event::Text(text) => {
                push_text(&mut call, path.last(), &text);
            }
            Event::GeneralRef(reference) => {
                let text = unescape(&format!("&{};", &*reference)).ok()?.into_owned();
                push_text(&mut call, path.last(), &text);
            }
            Event::DocType(_) => return None,
            Event::Eof => break,
            Event::CData(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::Empty(_) => {}
        }
    }
    (!call.operation.is_empty()).then_some(call)
}

/// Adds text to the element that it stands in, if that is the last one that was opened.
fn push_text(call: &mut Call, element: Option<&String>, text: &str) {
    if let Some((name, own)) = call.texts.last_mut()
        && Some(&*name) == element
    {
        own.push_str(text);
    }
}
