//! The paths under `/_felkod/`, by which a test moves the clock and looks at what came.

use std::sync::Arc;

use axum::{
    Router,
    body::Bytes,
    extract::{RawQuery, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use felkod::json::Json;
use serde::Deserialize;

use crate::marketo::Marketo;

/// Returns the routes.
pub(crate) fn routes(marketo: Arc<Marketo>) -> Router {
    Router::new()
        .route("/_felkod/clock", get(clock).post(set_clock))
        .route("/_felkod/reset", post(reset))
        .route("/_felkod/calls", get(calls))
        .route("/_felkod/scenario", post(play))
        .with_state(marketo)
}

/// What a test wants of the clock. The parts are done in this order.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Change {
    /// Stop the clock, or let it go on.
    frozen: Option<bool>,
    /// Set it, in milliseconds since 1970-01-01 UTC.
    now: Option<u64>,
    /// Move it forward.
    advance_seconds: Option<f64>,
}

async fn clock(State(marketo): State<Arc<Marketo>>) -> Response {
    shown(&marketo)
}

async fn set_clock(State(marketo): State<Arc<Marketo>>, body: Bytes) -> Response {
    let change: Change = match serde_json::from_slice(&body) {
        Ok(change) => change,
        Err(error) => return complaint(&error.to_string()),
    };
    let seconds = change.advance_seconds.unwrap_or(0.0);
    if !(0.0..=1e11).contains(&seconds) {
        return complaint("advance_seconds is from 0 to 1e11");
    }
    let clock = marketo.clock();
    if let Some(is_frozen) = change.frozen {
        clock.freeze(is_frozen);
    }
    if let Some(now) = change.now {
        clock.set(now);
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 1e14")]
    clock.advance_millis((seconds * 1_000.0).round() as u64);
    shown(&marketo)
}

fn shown(marketo: &Marketo) -> Response {
    let clock = marketo.clock();
    json(&Json::Object(vec![("now", clock.now().into()), ("frozen", clock.is_frozen().into())]))
}

async fn reset(State(marketo): State<Arc<Marketo>>) -> Response {
    marketo.reset();
    shown(&marketo)
}

async fn calls(State(marketo): State<Arc<Marketo>>, RawQuery(query): RawQuery) -> Response {
    let query = query.unwrap_or_default();
    let after = query.split('&').find_map(|part| part.strip_prefix("after="));
    match after.map_or(Ok(0), str::parse) {
        Ok(after) => json(&marketo.calls_json(after)),
        Err(_) => complaint("after is the number of a call"),
    }
}

async fn play(State(marketo): State<Arc<Marketo>>, body: Bytes) -> Response {
    match String::from_utf8_lossy(&body).parse() {
        Ok(scenario) => {
            marketo.play(scenario);
            shown(&marketo)
        }
        Err(error) => complaint(&error.to_string()),
    }
}

fn json(json: &Json) -> Response {
    ([(header::CONTENT_TYPE, "application/json")], json.to_string()).into_response()
}

fn complaint(what: &str) -> Response {
    (StatusCode::BAD_REQUEST, format!("felkod: {what}\n")).into_response()
}
