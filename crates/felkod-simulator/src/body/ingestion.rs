//! The Data Ingestion API.

use felkod::json::Json;

use super::Refusal;
use crate::request::Reply;

/// Returns an error. Its number starts with its HTTP status.
pub(crate) fn error(refusal: &Refusal, request_id: &str) -> Reply {
    let code = refusal.code.as_u32().to_string();
    let status = code.get(..3).and_then(|digits| digits.parse().ok()).unwrap_or(500);
    let body = Json::Object(vec![("error_code", code.into()), ("message", refusal.text.as_str().into())]);
    let mut reply = Reply::new(status, "application/json", body.to_string());
    reply.request_id = Some(request_id.to_owned());
    reply
}
