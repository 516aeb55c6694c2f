//! The functions that can be called about responses and codes.

use felkod::{
    json::Json,
    retry::{Idempotency, QuotaReset},
};

use crate::{
    arguments::Object,
    codes,
    frame::Fault,
    policy,
    response::{self, millis_of},
    words,
};

/// Answers a call about a body, as JSON.
pub(crate) fn answer(
    name: &str,
    arguments: Object<'_>,
    body: &[u8],
    result: &mut Vec<u8>,
) -> Result<(), Fault> {
    let json = json(name, arguments, body)?;
    serde_json::to_writer(result, &json).map_err(|error| Fault::Argument(error.to_string()))
}

fn json(name: &str, mut arguments: Object<'_>, body: &[u8]) -> Result<Json, Fault> {
    match name {
        "read" => response::read(arguments, body),
        "find" => response::find(arguments, body),
        "decide" => policy::decide(arguments, body),
        "pace" => policy::pace(arguments, body),
        "explain" => codes::explain(arguments),
        "list" => codes::list(arguments),
        "label" => {
            let [kind, word, lang] = ["kind", "word", "lang"].map(|name| arguments.some_text(name));
            words::label(kind?, word?, lang?)
        }
        "idempotency" => {
            let [method, path] = ["method", "path"].map(|name| arguments.some_text(name));
            Ok(Idempotency::of(method?, path?, arguments.text("action")?).as_str().into())
        }
        "is_read" => {
            let status =
                arguments.number("status")?.and_then(|status| status.try_into().ok()).unwrap_or_default();
            let is_strict = arguments.truth("strict")?.unwrap_or_default();
            Ok(felkod::is_read(status, arguments.text("content_type")?, is_strict).into())
        }
        "quota_reset" => {
            let now = millis_of(&mut arguments)?;
            let reset = QuotaReset::after(now);
            Ok(Json::from(vec![
                ("earliest", reset.earliest.into()),
                ("latest", reset.latest.into()),
                ("after_seconds", reset.latest.saturating_sub(now).div_ceil(1_000).into()),
            ]))
        }
        _ => Err(Fault::Argument(format!("unknown function `{name}`"))),
    }
}
