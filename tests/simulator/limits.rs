//! The limits, at both edges. Nothing sleeps: the clock is moved.

use felkod::Code;
use felkod_simulator::{Limits, Marketo, Request};

use crate::client::{Frozen, NONE, codes, json, text};

const USAGE: &str = "/rest/v1/stats/usage.json";

/// Many more calls in the window than the tests make.
fn many_calls() -> Limits {
    Limits { calls: 1_000_000, ..Limits::default() }
}

#[test]
fn the_figures_are_the_catalog_s() {
    let limits = Limits::default();
    assert_eq!((limits.calls, limits.window_seconds, limits.concurrent_calls), (100, 20, 10));
    assert_eq!((limits.quota, limits.soap_quota, limits.token_seconds), (50_000, 10_000, 3_600));
    assert_eq!((limits.uri_bytes, limits.body_bytes, limits.import_bytes), (8_192, 1 << 20, 10 << 20));
    assert_eq!((limits.records, limits.export_days, limits.export_bytes), (300, 30, 500 << 20));
    assert_eq!((limits.queued_exports, limits.running_exports), (10, 2));
    assert_eq!((limits.queued_imports, limits.running_imports), (10, 2));
}

#[test]
fn at_most_a_hundred_calls_go_through_in_any_twenty_seconds() {
    let frozen = Frozen::new(Limits::default());
    let clock = frozen.marketo.clock();
    for _ in 0..60 {
        assert_eq!(codes(&frozen.get(USAGE)), NONE);
    }
    clock.advance_seconds(10);
    for _ in 0..40 {
        assert_eq!(codes(&frozen.get(USAGE)), NONE);
    }
    assert_eq!(codes(&frozen.get(USAGE)), [606]);
    clock.advance_millis(9_999);
    assert_eq!(codes(&frozen.get(USAGE)), [606], "the first calls are 19.999 s old");
    clock.advance_millis(1);
    // The sixty of the start are gone, the forty of the middle are not.
    for _ in 0..60 {
        assert_eq!(codes(&frozen.get(USAGE)), NONE);
    }
    assert_eq!(codes(&frozen.get(USAGE)), [606]);
}

#[test]
fn a_window_of_another_size_is_named_in_the_text() {
    let frozen = Frozen::new(Limits { calls: 3, window_seconds: 5, ..Limits::default() });
    let last = (0..4).map(|_| text(&frozen.get(USAGE))).last().unwrap_or_default();
    assert!(last.contains("Max rate limit '3' exceeded with in '5' secs"), "{last}");
}

#[test]
fn ten_calls_can_run_at_the_same_time() {
    let frozen = Frozen::new(Limits { latency_millis: 500, ..many_calls() });
    for _ in 0..10 {
        let reply = frozen.get(USAGE);
        assert_eq!((codes(&reply), reply.due), (vec![], frozen.marketo.clock().now() + 500));
    }
    assert_eq!(codes(&frozen.get(USAGE)), [615]);
    frozen.marketo.clock().advance_millis(499);
    assert_eq!(codes(&frozen.get(USAGE)), [615]);
    frozen.marketo.clock().advance_millis(1);
    assert_eq!(codes(&frozen.get(USAGE)), NONE);
}

#[test]
fn the_quota_starts_anew_at_midnight_cst() {
    let frozen = Frozen::new(Limits { quota: 5, token_seconds: 1_000_000, ..Limits::default() });
    for _ in 0..5 {
        assert_eq!(codes(&frozen.get(USAGE)), NONE);
    }
    assert_eq!(codes(&frozen.get(USAGE)), [607]);
    // It is noon in UTC: midnight CST is at 06:00 UTC tomorrow.
    frozen.marketo.clock().advance_seconds(18 * 3_600 - 1);
    assert_eq!(codes(&frozen.get(USAGE)), [607]);
    frozen.marketo.clock().advance_seconds(1);
    assert_eq!(codes(&frozen.get(USAGE)), NONE);
}

#[test]
fn a_rejected_call_counts_neither_for_the_rate_nor_for_the_quota() {
    let frozen = Frozen::new(Limits { quota: 3, ..Limits::default() });
    for _ in 0..50 {
        let request = Request::new("GET", USAGE).header("authorization", "Bearer wrong");
        assert_eq!(codes(&frozen.marketo.handle(&request)), [601]);
        assert_eq!(codes(&frozen.get("/rest/v1/nothing.json")), [610]);
        assert_eq!(codes(&frozen.post(USAGE, "")), [605]);
    }
    for _ in 0..3 {
        assert_eq!(codes(&frozen.get(USAGE)), NONE);
    }
    assert_eq!(codes(&frozen.get(USAGE)), [607]);
    assert_eq!(frozen.marketo.calls().counted, 3);
}

#[test]
fn a_token_that_is_too_old_gives_602_once_and_then_601() {
    let frozen = Frozen::new(Limits::default());
    frozen.marketo.clock().advance_seconds(3_599);
    assert_eq!(codes(&frozen.get(USAGE)), NONE);
    frozen.marketo.clock().advance_seconds(1);
    assert_eq!(codes(&frozen.get(USAGE)), [602]);
    assert_eq!(codes(&frozen.get(USAGE)), [601]);
    assert_eq!(codes(&frozen.get(USAGE)), [601]);
    let token = frozen.marketo.token("a");
    assert_ne!(token, frozen.token);
    let request = Request::new("GET", USAGE).header("authorization", &token);
    assert_eq!(codes(&frozen.marketo.handle(&request)), NONE);
}

#[test]
fn a_call_without_a_token_is_denied() {
    let marketo = Marketo::new();
    assert_eq!(codes(&marketo.handle(&Request::new("GET", USAGE))), [603]);
    let request = Request::new("GET", USAGE).header("authorization", "Basic abc");
    assert_eq!(codes(&marketo.handle(&request)), [603]);
}

#[test]
fn the_token_is_taken_from_the_query_too() {
    let frozen = Frozen::new(Limits::default());
    let token = frozen.token.trim_start_matches("Bearer ");
    let target = format!("{USAGE}?access_token={token}");
    assert_eq!(codes(&frozen.marketo.handle(&Request::new("GET", &target))), NONE);
}

#[test]
fn a_uri_has_at_most_eight_kilobytes() {
    let frozen = Frozen::new(Limits::default());
    let start = format!("{USAGE}?x=");
    let longest = format!("{start}{}", "a".repeat(8_192 - start.len()));
    assert_eq!(codes(&frozen.get(&longest)), NONE);
    let reply = frozen.get(&format!("{longest}a"));
    assert_eq!((reply.status, codes(&reply)), (414, vec![414]));
}

#[test]
fn a_long_query_can_go_into_the_body() {
    let frozen = Frozen::new(Limits::default());
    frozen.create_leads(2);
    let body = format!("filterType=email&filterValues=lead1%40example.com,{}", "x".repeat(9_000));
    let request =
        Request::new("POST", "/rest/v1/leads.json?_method=GET").header("authorization", &frozen.token);
    let request = request.header("content-type", "application/x-www-form-urlencoded").body(body.as_bytes());
    let reply = json(&frozen.marketo.handle(&request));
    assert_eq!(reply["result"][0]["email"], "lead1@example.com", "{reply}");
}

#[test]
fn a_body_has_at_most_a_megabyte() {
    let frozen = Frozen::new(Limits::default());
    let body = |length: usize| {
        let start = r#"{"input":[{"email":"a@example.com"}],"x":""#;
        format!("{start}{}\"}}", "a".repeat(length - start.len() - 2))
    };
    assert_eq!(codes(&frozen.post("/rest/v1/leads.json", &body(1 << 20))), NONE);
    let reply = frozen.post("/rest/v1/leads.json", &body((1 << 20) + 1));
    assert_eq!((reply.status, codes(&reply)), (413, vec![413]));
}

#[test]
fn a_batch_has_at_most_three_hundred_records() {
    let frozen = Frozen::new(Limits::default());
    frozen.create_leads(300);
    let records = vec!["{\"email\":\"a@example.com\"}"; 301].join(",");
    let reply = frozen.post("/rest/v1/leads.json", &format!("{{\"input\":[{records}]}}"));
    assert_eq!(codes(&reply), [1003]);
    let ids = (1..=301).map(|id| id.to_string()).collect::<Vec<_>>().join(",");
    assert_eq!(codes(&frozen.get(&format!("/rest/v1/leads.json?filterType=id&filterValues={ids}"))), [1003]);
    assert_eq!(
        codes(
            &frozen.get(&format!("/rest/v1/leads.json?filterType=id&filterValues={}", &ids[..ids.len() - 4]))
        ),
        NONE
    );
}

#[test]
fn an_export_spans_at_most_thirty_days() {
    let frozen = Frozen::new(Limits::default());
    let create = |end: &str| {
        let range = format!(r#"{{"startAt":"2026-07-01T00:00:00Z","endAt":"{end}"}}"#);
        let body = format!(r#"{{"fields":["email"],"filter":{{"createdAt":{range}}}}}"#);
        codes(&frozen.post("/bulk/v1/leads/export/create.json", &body))
    };
    assert_eq!(create("2026-07-31T00:00:00Z"), NONE);
    assert_eq!(create("2026-07-31T00:00:01Z"), [1003]);
}

#[test]
fn without_limits_nothing_is_rejected() {
    let frozen = Frozen::new(Limits::NONE);
    for _ in 0..2_000 {
        assert_eq!(codes(&frozen.get(USAGE)), NONE);
    }
    frozen.marketo.clock().advance_seconds(1_000_000);
    assert_eq!(codes(&frozen.get(USAGE)), NONE);
}

#[test]
fn soap_has_its_own_codes_for_the_same_limits() {
    let call = |limits: Limits| {
        let marketo = Marketo::with(limits, felkod_simulator::Clock::frozen_at(0));
        codes(&marketo.handle(&Request::new("POST", "/soap/mktows/3_1")))
    };
    let code = |code: Code| vec![code.as_u32()];
    assert_eq!(call(Limits { soap_quota: 0, ..Limits::default() }), code(Code::SoapDailyQuotaExceeded));
    assert_eq!(call(Limits { calls: 0, ..Limits::default() }), code(Code::SoapRateLimitExceeded));
    assert_eq!(
        call(Limits { concurrent_calls: 0, ..Limits::default() }),
        code(Code::SoapConcurrencyLimitExceeded)
    );
}
