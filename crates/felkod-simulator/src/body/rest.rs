//! REST: errors of the call, reasons of records, OAuth errors.

use felkod::json::Json;

use super::Refusal;
use crate::request::Reply;

const JSON: &str = "application/json;charset=UTF-8";

/// The pairs of an object.
pub(crate) type Pairs = Vec<(&'static str, Json)>;

/// Returns a response to a call that went through.
pub(crate) fn success(pairs: Pairs, request_id: &str) -> Reply {
    let mut body = Json::Object(vec![("requestId", request_id.into()), ("success", true.into())]);
    for (key, value) in pairs {
        body.push(key, value);
    }
    Reply::new(200, JSON, body.to_string())
}

/// Returns a response that rejects the whole call.
pub(crate) fn error(refusal: &Refusal, request_id: &str) -> Reply {
    let errors = [item(refusal)].into_iter().collect();
    let body =
        Json::Object(vec![("requestId", request_id.into()), ("success", false.into()), ("errors", errors)]);
    Reply::new(200, JSON, body.to_string())
}

/// Returns a record that is rejected.
pub(crate) fn skipped(refusal: &Refusal, ids: &[(&'static str, Json)]) -> Json {
    let mut pairs = ids.to_vec();
    pairs.push(("status", "skipped".into()));
    pairs.push(("reasons", [item(refusal)].into_iter().collect()));
    Json::Object(pairs)
}

fn item(refusal: &Refusal) -> Json {
    let code = refusal.code.as_u32().to_string();
    Json::Object(vec![("code", code.into()), ("message", refusal.text.as_str().into())])
}

/// Returns the identity endpoint's rejection of a client.
pub(crate) fn oauth_error(description: &str) -> Reply {
    oauth(401, "invalid_client", description)
}

/// Returns an error of the identity endpoint, in OAuth's words.
pub(crate) fn oauth(status: u16, error: &str, description: &str) -> Reply {
    let body = Json::Object(vec![("error", error.into()), ("error_description", description.into())]);
    Reply::new(status, JSON, body.to_string())
}

/// Returns a body that is JSON but no response of the REST API: an access token.
pub(crate) fn plain(pairs: Pairs) -> Reply {
    Reply::new(200, JSON, Json::Object(pairs).to_string())
}
