//! Scenarios: what goes wrong, and when.

use felkod::Outcome;
use felkod_simulator::{Clock, Delivery, Limits, Marketo, Reply, Request, Scenario};

use crate::client::{Frozen, NONE, NOON, codes, json, read, text};

const LISTS: &str = "/rest/v1/lists.json";

fn playing(yaml: &str) -> Frozen {
    let frozen = Frozen::new(Limits { calls: 1_000_000, ..Limits::default() });
    frozen.marketo.play(yaml.parse().unwrap_or_else(|error| panic!("{error}")));
    frozen
}

/// Returns the codes of so many calls, with 0 for a call without any.
fn run(frozen: &Frozen, calls: usize) -> Vec<u32> {
    (0..calls).map(|_| codes(&frozen.get(LISTS)).first().copied().unwrap_or_default()).collect()
}

#[test]
fn a_rule_starts_after_some_calls_and_fires_every_so_many_and_so_often() {
    let frozen = playing("rules: [{after: 2, every: 3, times: 2, answer: 606}]");
    assert_eq!(run(&frozen, 14), [0, 0, 0, 0, 606, 0, 0, 606, 0, 0, 0, 0, 0, 0]);
}

#[test]
fn a_rule_is_for_a_path_and_a_method() {
    let frozen = playing("rules: [{path: '/rest/v1/leads*', method: post, answer: 611}]");
    assert_eq!(codes(&frozen.get(LISTS)), NONE);
    assert_eq!(codes(&frozen.get("/rest/v1/leads.json?filterType=id&filterValues=1")), NONE);
    assert_eq!(codes(&frozen.post("/rest/v1/leads.json", "{}")), [611]);
}

#[test]
fn a_rule_can_go_on_for_some_time() {
    let frozen = playing("rules: [{after: 1, times: 1, for_seconds: 30, answer: 503}]");
    assert_eq!(run(&frozen, 4), [0, 503, 503, 503]);
    frozen.marketo.clock().advance_millis(29_999);
    assert_eq!(run(&frozen, 1), [503]);
    frozen.marketo.clock().advance_millis(1);
    assert_eq!(run(&frozen, 3), [0, 0, 0]);
}

#[test]
fn a_token_that_a_scenario_ends_is_replaced_by_another() {
    let frozen = playing("rules: [{times: 1, answer: 602}]");
    assert_eq!(run(&frozen, 2), [602, 601]);
    assert_ne!(frozen.marketo.token("a"), frozen.token);
}

#[test]
fn the_first_rule_that_is_due_decides() {
    let frozen = playing("rules: [{every: 2, answer: 606}, {answer: '1029:queue_full'}]");
    assert_eq!(run(&frozen, 4), [1029, 606, 1029, 606]);
}

#[test]
fn a_rate_is_kept_and_the_seed_decides_which_calls() {
    let yaml = |seed: u64| format!("seed: {seed}\nrules: [{{rate: 0.1, answer: 608}}]");
    let first = run(&playing(&yaml(1)), 5_000);
    let fired = first.iter().filter(|code| **code == 608).count();
    assert!((400..600).contains(&fired), "{fired} of 5,000");
    assert_eq!(first, run(&playing(&yaml(1)), 5_000));
    assert_ne!(first, run(&playing(&yaml(2)), 5_000));
}

#[test]
fn a_call_that_fails_may_have_been_carried_out() {
    for (applied, found) in [(true, 1), (false, 0)] {
        let frozen =
            playing(&format!("rules: [{{method: POST, times: 1, answer: 604, applied: {applied}}}]"));
        let reply = frozen.post("/rest/v1/leads.json", r#"{"input":[{"email":"a@example.com"}]}"#);
        assert_eq!(codes(&reply), [604]);
        let leads = json(&frozen.get("/rest/v1/leads.json?filterType=email&filterValues=a@example.com"));
        assert_eq!(leads["result"].as_array().map(Vec::len), Some(found));
        let call = &frozen.marketo.calls().last[0];
        assert_eq!((call.applied, call.rule, call.codes[0].as_str()), (applied, Some(1), "604"));
    }
}

#[test]
fn some_records_of_a_batch_are_rejected() {
    let frozen = playing("rules: [{answer: 1078, records: [1, 2]}]");
    let body = r#"{"input":[{"email":"a@example.com"},{"email":"b@example.com"},{"email":"c@example.com"}]}"#;
    let report = read(&frozen.post("/rest/v1/leads.json", body));
    let found: Vec<_> = report.findings.iter().map(|finding| (finding.number, finding.record)).collect();
    assert_eq!(found, [(Some(1078), Some(1)), (Some(1078), Some(2))]);
    assert_eq!(report.outcome, Outcome::Partial);
    assert_eq!(
        codes(&frozen.get("/rest/v1/lead/1.json")),
        [1078],
        "a call without records is rejected as a whole"
    );
}

#[test]
fn bodies_are_cut_and_broken_and_connections_closed() {
    let frozen = playing(
        "rules: [{times: 1, cut_after: 40}, {times: 1, break_after: 40}, {times: 1, close: true, refuse: 2}]",
    );
    let cut = frozen.get(LISTS);
    assert_eq!((cut.body.len(), cut.delivery), (40, Delivery::Whole));
    assert_eq!(read(&cut).outcome, Outcome::Unrecognized, "{}", text(&cut));
    let broken = frozen.get(LISTS);
    assert_eq!(broken.delivery, Delivery::Broken(40));
    let closed = frozen.get(LISTS);
    assert_eq!((closed.delivery, closed.refused_connections), (Delivery::Dropped, 2));
}

#[test]
fn a_slow_call_is_due_later_and_stands_beside_others_until_then() {
    let frozen = playing("rules: [{delay_seconds: 2.5}]");
    for _ in 0..10 {
        assert_eq!(frozen.get(LISTS).due, NOON + 2_500);
    }
    assert_eq!(codes(&frozen.get(LISTS)), [615]);
    frozen.marketo.clock().advance_millis(2_500);
    assert_eq!(codes(&frozen.get(LISTS)), NONE);
}

#[test]
fn gateways_have_pages_of_several_kinds() {
    let frozen = playing(
        "rules: [{times: 1, answer: 502}, {times: 1, answer: 503, page: f5}, {times: 1, answer: 504, page: empty},
                 {times: 1, answer: 404, page: text}]",
    );
    for (status, code, what) in
        [(502, 502, "nginx"), (503, 503, "support ID"), (504, 504, ""), (404, 404, "404 Not Found")]
    {
        let reply = frozen.get(LISTS);
        assert_eq!((reply.status, codes(&reply)), (status, vec![code]));
        assert!(text(&reply).contains(what), "{}", text(&reply));
    }
}

#[test]
fn a_scenario_counts_its_codes_where_the_vendor_does() {
    let frozen =
        playing("rules: [{times: 1, answer: 1003}, {times: 1, answer: 604}, {times: 1, answer: 502}]");
    run(&frozen, 3);
    let counted: Vec<_> = frozen.marketo.calls().last.iter().map(|call| call.counted).collect();
    assert_eq!(counted, [true, false, false], "604 is exempt, 502 never gets to Marketo");
}

#[test]
fn a_reset_forgets_all_and_starts_the_scenario_anew() {
    let frozen = playing("rules: [{times: 1, answer: 606}]");
    assert_eq!(run(&frozen, 2), [606, 0]);
    frozen.marketo.clock().advance_seconds(77);
    frozen.marketo.reset();
    assert_eq!((frozen.marketo.calls().total, frozen.marketo.clock().now()), (0, NOON));
    assert_eq!(run(&frozen, 2), [606, 601], "the token is forgotten too");
}

#[test]
fn a_scenario_that_is_wrong_is_rejected_with_the_reason() {
    for (yaml, why) in [
        ("rules: [{}]", "rule 1: it does nothing"),
        ("rules: [{answer: 606}, {answer: 606, rate: 1.5}]", "rule 2: rate"),
        ("rules: [{answer: 606, every: 0}]", "every is at least 1"),
        ("rules: [{answer: 9999}]", "unknown answer `9999`"),
        ("rules: [{answer: 606, wen: 3}]", "wen"),
        ("rules: [{delay_seconds: -1}]", "a time is from 0"),
        ("rules: [{answer: 502, page: blue}]", "blue"),
        ("rulez: []", "rulez"),
        ("- 1", ""),
        ("rules: [", ""),
        ("a: 1\n---\nb: 2", ""),
    ] {
        let error = yaml.parse::<Scenario>().expect_err(yaml).to_string();
        assert!(error.contains(why), "{yaml}: {error}");
    }
}

#[test]
fn yaml_that_grows_is_rejected_at_once() {
    let mut bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n".to_owned();
    for at in 1..10 {
        let all = vec![format!("*a{}", at - 1); 10].join(",");
        bomb.extend([format!("a{at}: &a{at} [{all}]\n")]);
    }
    let deep = format!("rules: {}{}", "[".repeat(10_000), "]".repeat(10_000));
    let long = format!("rules: [{}]", "{answer: 606},".repeat(20_000));
    for yaml in [bomb, "rules: [&a {answer: 606}, *a]".to_owned(), deep, long] {
        assert!(yaml.parse::<Scenario>().is_err(), "{}", &yaml[..60.min(yaml.len())]);
    }
}

#[test]
fn the_worst_scenario_sends_all_that_its_rules_name() {
    let limits = Limits { calls: 1_000_000, concurrent_calls: 1_000_000, ..Limits::default() };
    let marketo = Marketo::with(limits, Clock::frozen_at(NOON)).keeping(0);
    marketo.play(include_str!("worst.yaml").parse().unwrap_or_else(|error| panic!("{error}")));
    let (mut seen, mut deliveries) = (std::collections::BTreeSet::new(), Vec::new());
    let (mut refused, mut unrecognized) = (0, 0);
    let mut look = |reply: &Reply| {
        let report = read(reply);
        seen.extend(report.findings.iter().filter_map(|finding| finding.number));
        unrecognized += u32::from(report.outcome == Outcome::Unrecognized);
        refused += reply.refused_connections;
        if !deliveries.contains(&reply.delivery) {
            deliveries.push(reply.delivery);
        }
    };
    let body =
        br#"{"input":[{"email":"a@example.com"},{"email":"b@example.com"},{"email":"c@example.com"}]}"#;
    for _ in 0..800 {
        // A client renews its token when it must; the scenario is what fails here.
        let token = marketo.token("a");
        look(&marketo.handle(&Request::new("GET", LISTS).header("authorization", &token)));
        let sync = Request::new("POST", "/rest/v1/leads.json").header("authorization", &token);
        look(&marketo.handle(&sync.header("content-type", "application/json").body(body)));
        marketo.clock().advance_seconds(1);
    }
    let named = [502, 503, 504, 601, 602, 604, 606, 607, 608, 611, 615, 713, 1004, 1078];
    assert_eq!(seen.into_iter().collect::<Vec<_>>(), named);
    assert_eq!(deliveries, [Delivery::Whole, Delivery::Dropped, Delivery::Broken(40)]);
    assert!(refused == 3 && unrecognized > 0, "{refused} refused, {unrecognized} cut");
}

#[test]
fn the_scenarios_and_the_response_in_the_docs_are_right() {
    let docs = include_str!("../../docs/simulator.md");
    let blocks = |language: &str| {
        let fence = format!("```{language}\n");
        let after: Vec<_> = docs.split(&fence).skip(1).collect();
        after.into_iter().map(|rest| rest.split("```").next().unwrap_or_default()).collect::<Vec<_>>()
    };
    assert_eq!(blocks("yaml").len(), 1);
    assert!(blocks("yaml")[0].parse::<Scenario>().is_ok());
    let request = Request::new("POST", "/bulk/v1/leads/export/create.json")
        .header("X-Felkod-Answer", "1029:queue_full");
    let mut sent = json(&Marketo::new().handle(&request));
    let mut shown: serde_json::Value = serde_json::from_str(blocks("json")[0]).expect("JSON");
    for response in [&mut sent, &mut shown] {
        response["requestId"].take();
    }
    assert_eq!(sent, shown);
}
