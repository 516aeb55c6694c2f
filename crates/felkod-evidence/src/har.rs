//! Exchanges as HAR 1.2.

use std::time::{Duration, UNIX_EPOCH};

use base64::{Engine, prelude::BASE64_STANDARD};
use felkod_wire::Report;
use serde::Serialize;

use crate::{
    Exchange, Options, Reading, Redactor,
    base64::is_text,
    exchange::{Body, Message},
    utf16,
};

/// The largest body that is written, in bytes.
const LARGEST_BODY: usize = 4 << 20;
/// What stands in place of a body that was not kept.
pub(crate) const TOO_LARGE: &str = "The body is too large to keep.";
/// What stands in place of a body in which no secret could be found.
pub(crate) const NOT_TEXT: &str = "The body is not text.";
/// What stands in place of a body that is compressed in a way that felkod does not undo.
pub(crate) const COMPRESSED: &str = "The body is compressed with another encoding than gzip and deflate.";

/// Writes exchanges as a HAR 1.2 file, redacted, with what felkod makes of each in its key `_felkod`.
///
/// A body that is text in another encoding than UTF-8 is in Base64. One that is not text, such as a picture, is left out,
/// because no secret would be found in it, and so are one that is compressed in another way than by gzip and deflate, and one
/// of more than 4 MiB; their sizes stay. A URL without a host, and one that is hidden, gets the host `unknown.invalid` or a mark
/// as its host, because HAR has absolute URLs.
///
/// # Examples
///
/// ```
/// use felkod_evidence::{Exchange, Key, Options, har};
///
/// let exchange = Exchange::new("GET", "https://example.com/rest/v1/leads.json?access_token=7", 1_767_225_600_000)
///     .status(200)
///     .response_body(r#"{"success":false,"errors":[{"code":"606","message":"Max rate limit '100' exceeded"}]}"#);
/// let har = har(&[exchange], &Options::new(Key::new([7; 16])));
/// assert!(har.contains(r#""url":"https://example.com/rest/v1/leads.json?access_token=REDACTED-token-"#));
/// assert!(har.contains(r#""_felkod":{"outcome":"error","codes":[606],"advice":"wait_for_rate_window","#));
/// ```
#[must_use]
pub fn har<'e>(exchanges: impl IntoIterator<Item = &'e Exchange>, options: &Options) -> String {
    let mut redactor = Redactor::new(options.clone());
    let entries = exchanges.into_iter().map(|exchange| entry(exchange, &exchange.reading(), &mut redactor));
    log(&entries.collect::<Vec<_>>())
}

/// Returns a HAR 1.2 file with entries that are JSON each.
pub(crate) fn log(entries: &[String]) -> String {
    START.to_owned() + &entries.join(BETWEEN) + END
}

/// What stands around the entries of a file, and between them.
pub(crate) const START: &str = concat!(
    r#"{"log":{"version":"1.2","creator":{"name":"felkod","version":""#,
    env!("CARGO_PKG_VERSION"),
    r#""},"entries":["#,
);
pub(crate) const BETWEEN: &str = ",\n";
pub(crate) const END: &str = "]}}";

/// Returns the entry of an exchange, redacted, on one line.
pub(crate) fn entry(exchange: &Exchange, reading: &Reading, redactor: &mut Redactor) -> String {
    let entry = found_entry(exchange, reading, redactor);
    // What was found is of no interest here, and would grow.
    let _ = redactor.take_spans();
    entry
}

/// Returns the entry of an exchange, redacted, on one line. The redactor has what was found.
pub(crate) fn found_entry(exchange: &Exchange, reading: &Reading, redactor: &mut Redactor) -> String {
    // Numbers and strings are always written.
    let json = serde_json::to_vec(&Entry::of(exchange)).unwrap_or_default();
    let mut redacted = Vec::with_capacity(json.len() + json.len() / 4);
    redactor.push(&json, &mut redacted);
    redactor.finish(&mut redacted);
    let mut entry = with_host(String::from_utf8(redacted).unwrap_or_default());
    // Behind the redaction, which in the strength `strict` would hide some of it.
    let is_whole = entry.pop() == Some('}');
    debug_assert!(is_whole, "an entry is an object");
    entry + r#","_felkod":"# + &reading.json().to_string() + "}"
}

/// Returns the entry with an absolute URL, as HAR asks for: where a recording has no host, or where the URL was hidden, the
/// host is one that does not exist.
fn with_host(mut entry: String) -> String {
    const URL: &str = r#","url":""#;
    // The first one: before it there is only the method, in which quotes are escaped.
    let start = entry.find(URL).map_or(entry.len(), |at| at + URL.len());
    let url = &entry[start..];
    let end = url.find(|c: char| !c.is_ascii_alphanumeric() && !"+-.".contains(c)).unwrap_or(url.len());
    if !(url.starts_with(|c: char| c.is_ascii_alphabetic()) && url[end..].starts_with(':')) {
        let host = if url.starts_with("REDACTED-") {
            "https://"
        } else if url.starts_with('/') {
            "https://unknown.invalid"
        } else {
            "https://unknown.invalid/"
        };
        entry.insert_str(start, host);
    }
    entry
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Entry<'e> {
    started_date_time: String,
    time: f64,
    request: Request<'e>,
    response: Response<'e>,
    cache: Cache,
    timings: Timings,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Request<'e> {
    method: &'e str,
    url: String,
    http_version: &'e str,
    cookies: [Pair; 0],
    headers: Vec<Pair>,
    query_string: Vec<Pair>,
    #[serde(skip_serializing_if = "Option::is_none")]
    post_data: Option<PostData>,
    headers_size: i64,
    body_size: i64,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Response<'e> {
    status: u16,
    status_text: &'e str,
    http_version: &'e str,
    cookies: [Pair; 0],
    headers: Vec<Pair>,
    content: Content,
    #[serde(rename = "redirectURL")]
    redirect_url: &'e str,
    headers_size: i64,
    body_size: i64,
}

#[derive(Serialize)]
struct Pair {
    name: String,
    value: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PostData {
    mime_type: String,
    text: String,
    /// HAR has no name for the encoding of a request's body.
    #[serde(rename = "_encoding", skip_serializing_if = "Option::is_none")]
    encoding: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    comment: Option<&'static str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Content {
    size: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    compression: Option<i64>,
    mime_type: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    encoding: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    comment: Option<&'static str>,
}

#[derive(Serialize)]
struct Cache {}

#[derive(Serialize)]
struct Timings {
    send: f64,
    wait: f64,
    receive: f64,
}

/// What is written of a body.
#[derive(Default)]
struct Written {
    /// How long it is, decompressed.
    size: usize,
    text: Option<String>,
    encoding: Option<&'static str>,
    comment: Option<&'static str>,
}

/// The size of what is not known.
const UNKNOWN: i64 = -1;

impl<'e> Entry<'e> {
    fn of(exchange: &'e Exchange) -> Self {
        let millis = |duration: Duration| duration.as_secs_f64() * 1_000.0;
        let wait = exchange.first_byte.unwrap_or(exchange.took).min(exchange.took);
        Self {
            started_date_time: date_time(exchange.started),
            time: millis(exchange.took),
            request: Request::of(exchange),
            response: Response::of(exchange),
            cache: Cache {},
            timings: Timings {
                send: 0.0,
                wait: millis(wait),
                receive: millis(exchange.took.saturating_sub(wait)),
            },
        }
    }
}

impl<'e> Request<'e> {
    fn of(exchange: &'e Exchange) -> Self {
        let query = exchange.url.split('#').next().and_then(|url| url.split_once('?'));
        let query = form_urlencoded::parse(query.map_or("", |(_, query)| query).as_bytes());
        let text = Written::of(&exchange.request);
        let has_body = !matches!(exchange.request.body, Body::None);
        Self {
            method: &exchange.method,
            url: without_spaces(&exchange.url),
            http_version: exchange.http_version.as_deref().unwrap_or("unknown"),
            cookies: [],
            headers: headers(&exchange.request),
            query_string: query
                .map(|(name, value)| Pair { name: name.into_owned(), value: value.into_owned() })
                .collect(),
            post_data: has_body.then(|| PostData {
                mime_type: mime_type(&exchange.request),
                text: text.text.unwrap_or_default(),
                encoding: text.encoding,
                comment: text.comment,
            }),
            headers_size: UNKNOWN,
            body_size: exchange.request.wire_size(),
        }
    }
}

impl<'e> Response<'e> {
    fn of(exchange: &'e Exchange) -> Self {
        let (response, text) = (&exchange.response, Written::of(&exchange.response));
        let (wire, whole) = (response.wire_size(), response.recorded.whole.unwrap_or(size(text.size)));
        let is_known = exchange.status.is_some();
        Self {
            status: exchange.status.unwrap_or_default(),
            status_text: &exchange.status_text,
            http_version: exchange.http_version.as_deref().filter(|_| is_known).unwrap_or("unknown"),
            cookies: [],
            headers: headers(response),
            redirect_url: response.header("Location").unwrap_or_default(),
            headers_size: UNKNOWN,
            body_size: if is_known { wire } else { UNKNOWN },
            content: Content {
                size: whole,
                compression: (whole != wire && wire >= 0).then(|| whole.saturating_sub(wire)),
                mime_type: mime_type(response),
                text: text.text,
                encoding: text.encoding,
                comment: text.comment,
            },
        }
    }
}

impl Message {
    fn wire_size(&self) -> i64 {
        self.recorded.wire.unwrap_or_else(|| size(self.body.length()))
    }
}

impl Written {
    fn of(message: &Message) -> Self {
        if let Body::LeftOut(size, why) = message.body {
            return Self { size, comment: Some(why), ..Self::default() };
        }
        if message.is_compressed() {
            return Self { size: message.body.length(), comment: Some(COMPRESSED), ..Self::default() };
        }
        let body = message.decoded();
        let size = body.len();
        if size > LARGEST_BODY {
            return Self { size, comment: Some(TOO_LARGE), ..Self::default() };
        }
        match std::str::from_utf8(&body) {
            Ok(text) if utf16::detect(&body).is_none() => {
                Self { size, text: Some(text.to_owned()), ..Self::default() }
            }
            _ if is_text(&body) => {
                let text = Some(BASE64_STANDARD.encode(&body));
                Self { size, text, encoding: Some("base64"), ..Self::default() }
            }
            _ => Self { size, comment: Some(NOT_TEXT), ..Self::default() },
        }
    }
}

/// Tells how many bodies of an exchange do not stand in its entry.
#[cfg(feature = "bundle")]
pub(crate) fn bodies_left_out(exchange: &Exchange) -> u64 {
    let bodies = [&exchange.request, &exchange.response].into_iter();
    bodies.map(|message| u64::from(Written::of(message).comment.is_some())).sum()
}

/// Returns a URL with its white space as escapes: none can have it.
fn without_spaces(url: &str) -> String {
    let mut text = String::with_capacity(url.len());
    for (at, char) in url.char_indices() {
        if char.is_whitespace() {
            text.extend(url[at..at + char.len_utf8()].bytes().map(|byte| format!("%{byte:02X}")));
        } else {
            text.push(char);
        }
    }
    text
}

fn headers(message: &Message) -> Vec<Pair> {
    let pairs = message.headers.iter();
    pairs.map(|(name, value)| Pair { name: name.clone(), value: value.clone() }).collect()
}

fn mime_type(message: &Message) -> String {
    message.header("Content-Type").unwrap_or("x-unknown").to_owned()
}

fn size(length: usize) -> i64 {
    i64::try_from(length).unwrap_or(i64::MAX)
}

/// Writes a time in the form of RFC 3339; one after the year 9999 as the last that the form has.
pub(crate) fn date_time(millis: u64) -> String {
    let time = UNIX_EPOCH + Duration::from_millis(millis.min(Report::LAST_MILLIS));
    humantime::format_rfc3339_millis(time).to_string()
}
