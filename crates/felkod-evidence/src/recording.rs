//! Reading what was recorded: entries of HAR files, felkod's own and those of browsers and proxies.

use std::time::{Duration, UNIX_EPOCH};

use base64::{Engine, prelude::BASE64_STANDARD};
use felkod_catalog::EscalateTo;
use felkod_retry::{Decision, Failure, Piece, Reason};
use serde::Deserialize;
use serde_json::Value;

use crate::{
    Exchange,
    exchange::{Body, Message, Sizes},
    har,
};

/// Why a body is not in a recording that does not say it.
const NOT_RECORDED: &str = "The body was not recorded.";

/// Returns the exchanges of a HAR file; nothing where it is none, or broken anywhere.
pub(crate) fn exchanges(har: &[u8]) -> Option<Vec<Exchange>> {
    #[derive(Deserialize)]
    struct File {
        log: Log,
    }
    #[derive(Deserialize)]
    struct Log {
        entries: Vec<Entry>,
    }
    let har = har.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(har);
    let File { log } = serde_json::from_slice(har).ok()?;
    Some(log.entries.into_iter().map(|Entry(exchange)| exchange).collect())
}

/// Reads an entry; nothing where it is none.
pub(crate) fn exchange(entry: &[u8]) -> Option<Exchange> {
    serde_json::from_slice(entry).ok().map(|Entry(exchange)| exchange)
}

/// An entry, of which only the exchange is kept in memory.
#[derive(Deserialize)]
#[serde(try_from = "Value")]
struct Entry(Exchange);

impl TryFrom<Value> for Entry {
    type Error = &'static str;

    fn try_from(entry: Value) -> Result<Self, &'static str> {
        read(&entry).map(Self).ok_or("not an entry")
    }
}

fn read(entry: &Value) -> Option<Exchange> {
    let (request, response, felkod) = (&entry["request"], &entry["response"], &entry["_felkod"]);
    let started = millis(entry["startedDateTime"].as_str()?)?;
    let mut exchange = Exchange::new(request["method"].as_str()?, request["url"].as_str()?, started);
    exchange.http_version = text(&request["httpVersion"]).filter(|version| version != "unknown");
    let wire = |message: &Value| message["bodySize"].as_i64();
    exchange.request = Message {
        headers: pairs(&request["headers"]),
        body: request_body(request),
        recorded: Sizes { wire: wire(request), whole: None },
    };
    exchange.status = response["status"].as_u64().and_then(|status| u16::try_from(status).ok());
    exchange.status = exchange.status.filter(|status| *status > 0);
    exchange.status_text = text(&response["statusText"]).unwrap_or_default();
    exchange.response = Message {
        headers: pairs(&response["headers"]),
        body: response_body(&response["content"]),
        recorded: Sizes { wire: wire(response), whole: response["content"]["size"].as_i64() },
    };
    exchange.took = duration(&entry["time"]).unwrap_or_default();
    let received = duration(&entry["timings"]["receive"]);
    exchange.first_byte = received.map(|received| exchange.took.saturating_sub(received));
    exchange.failure = word::<Failure>(&felkod["failure"]).filter(|_| exchange.status.is_none());
    let attempt = felkod["attempt"].as_u64().and_then(|attempt| u32::try_from(attempt).ok());
    exchange.attempt = attempt.unwrap_or(1);
    exchange.decision = decision(&felkod["decision"]);
    Some(exchange)
}

/// Reads a time of RFC 3339, with `Z` or an offset, in Unix milliseconds.
fn millis(time: &str) -> Option<u64> {
    let (local, offset) = match time.len().checked_sub(6).and_then(|at| time.split_at_checked(at)) {
        Some((local, zone)) if zone.starts_with(['+', '-']) => {
            let (hours, minutes) = zone[1..].split_once(':')?;
            let minutes = hours.parse::<i64>().ok()? * 60 + minutes.parse::<i64>().ok()?;
            (format!("{local}Z"), if zone.starts_with('-') { -minutes } else { minutes })
        }
        _ => (time.to_owned(), 0),
    };
    let time = humantime::parse_rfc3339(&local).ok()?.duration_since(UNIX_EPOCH).ok()?;
    u64::try_from(time.as_millis()).ok()?.checked_add_signed(-offset * 60_000)
}

/// Reads a duration in milliseconds; -1 stands for an unknown one.
fn duration(value: &Value) -> Option<Duration> {
    Duration::try_from_secs_f64(value.as_f64()? / 1_000.0).ok()
}

fn text(value: &Value) -> Option<String> {
    value.as_str().filter(|text| !text.is_empty()).map(str::to_owned)
}

fn word<W: std::str::FromStr>(value: &Value) -> Option<W> {
    value.as_str()?.parse().ok()
}

fn pairs(list: &Value) -> Vec<(String, String)> {
    let pair = |pair: &Value| Some((pair["name"].as_str()?.to_owned(), pair["value"].as_str()?.to_owned()));
    list.as_array().into_iter().flatten().filter_map(pair).collect()
}

fn request_body(request: &Value) -> Body {
    let post = &request["postData"];
    let length = request["bodySize"].as_u64().and_then(|size| usize::try_from(size).ok());
    if post.is_null() {
        return Body::None;
    }
    if let Some(why) = why_left_out(post) {
        return Body::LeftOut(length.unwrap_or_default(), why);
    }
    let encoding = if post["_encoding"].is_null() { &post["encoding"] } else { &post["_encoding"] };
    if let Some(text) = text(&post["text"]) {
        return Body::Bytes(decoded(text, encoding));
    }
    // A form can be recorded as its fields alone.
    let mut form = form_urlencoded::Serializer::new(String::new());
    Body::Bytes(form.extend_pairs(pairs(&post["params"])).finish().into_bytes())
}

fn response_body(content: &Value) -> Body {
    let length = content["size"].as_u64().and_then(|size| usize::try_from(size).ok()).unwrap_or_default();
    match (&content["text"], why_left_out(content)) {
        (Value::String(text), _) => Body::Bytes(decoded(text.clone(), &content["encoding"])),
        (_, Some(why)) => Body::LeftOut(length, why),
        _ if length > 0 => Body::LeftOut(length, NOT_RECORDED),
        _ => Body::None,
    }
}

/// Returns why a recorder of felkod's left a body out.
fn why_left_out(body: &Value) -> Option<&'static str> {
    let comment = body["comment"].as_str()?;
    [har::TOO_LARGE, har::NOT_TEXT, har::COMPRESSED, NOT_RECORDED].into_iter().find(|why| *why == comment)
}

fn decoded(text: String, encoding: &Value) -> Vec<u8> {
    let is_base64 = encoding.as_str().is_some_and(|encoding| encoding.eq_ignore_ascii_case("base64"));
    match BASE64_STANDARD.decode(&text) {
        Ok(bytes) if is_base64 => bytes,
        _ => text.into_bytes(),
    }
}

/// Reads a decision as [`decision_json`](felkod_retry::decision_json) writes it.
fn decision(json: &Value) -> Option<Decision> {
    let after = || json["after_seconds"].as_u64().map(Duration::from_secs);
    let indexes = |list: &Value| -> Vec<usize> {
        let indexes = list.as_array().into_iter().flatten().filter_map(Value::as_u64);
        indexes.filter_map(|index| usize::try_from(index).ok()).collect()
    };
    Some(match json["action"].as_str()? {
        "done" => {
            let absent = json["reason"].as_str() == Some("treat_as_absent");
            Decision::Done { absent, set_aside: indexes(&json["set_aside"]) }
        }
        "retry" => Decision::Retry { after: after()? },
        "renew" => Decision::Renew { after: after()? },
        "reduce" => {
            let limit = &json["limit"];
            let piece = || Piece::new(limit["figure"].as_u64()?, limit["unit"].as_str()?);
            Decision::Reduce { limit: piece() }
        }
        "resend" => Decision::Resend {
            records: indexes(&json["records"]),
            after: after()?,
            set_aside: indexes(&json["set_aside"]),
        },
        "give_up" => Decision::GiveUp {
            reason: word::<Reason>(&json["reason"])?,
            who: word::<EscalateTo>(&json["who"])?,
        },
        _ => return None,
    })
}
