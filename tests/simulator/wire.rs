//! `site/wire.json`: what each code and case looks like on the wire, for the pages of the site.

use std::{fs, path::Path};

use felkod::{Case, Code};
use felkod_simulator::{Clock, Limits, Marketo, Request};
use serde_json::{Map, Value, json};

use crate::client::{NOON, text};

#[test]
fn the_site_shows_what_the_simulator_sends() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../site/wire.json");
    let wire = wire();
    let committed = fs::read_to_string(&path).unwrap_or_default();
    if committed == wire {
        return;
    }
    if std::env::var_os("FELKOD_REWRITE").is_some() {
        fs::write(&path, &wire).expect("site/wire.json can be written");
    }
    let line = committed.lines().zip(wire.lines()).find(|(old, new)| old != new);
    panic!("site/wire.json is stale; FELKOD_REWRITE=1 rewrites it. The first line that differs: {line:?}");
}

/// Returns the replies as JSON: by the number of a code, or the number and the name of a case.
fn wire() -> String {
    let codes = Code::ALL.iter().map(|code| code.as_u32().to_string());
    let cases = Case::ALL.iter().map(Case::to_string);
    let replies: Map<String, Value> =
        codes.chain(cases).map(|answer| (answer.clone(), reply(&answer))).collect();
    let json = serde_json::to_string_pretty(&Value::Object(replies)).expect("JSON");
    json + "\n"
}

fn reply(answer: &str) -> Value {
    // A new one each time: the ids of requests are counted.
    let marketo = Marketo::with(Limits::default(), Clock::frozen_at(NOON));
    let request = Request::new("GET", "/rest/v1/leads.json").header("X-Felkod-Answer", answer);
    let reply = marketo.handle(&request);
    json!({ "status": reply.status, "content_type": reply.content_type, "body": text(&reply) })
}
