//! The endpoints of the REST API.

use felkod::{Code, Outcome};
use felkod_simulator::{Limits, Marketo, Request};
use serde_json::Value;

use crate::client::{Frozen, NONE, codes, json, read};

fn frozen() -> Frozen {
    Frozen::new(Limits { calls: 1_000_000, ..Limits::default() })
}

#[test]
fn any_id_and_secret_get_a_token_by_get_and_by_post() {
    let marketo = Marketo::with(Limits::default(), felkod_simulator::Clock::frozen_at(crate::client::NOON));
    let query = "grant_type=client_credentials&client_id=a&client_secret=b";
    let target = format!("/identity/oauth/token?{query}");
    let by_get = json(&marketo.handle(&Request::new("GET", &target)));
    assert_eq!((by_get["expires_in"].as_u64(), by_get["token_type"].as_str()), (Some(3_600), Some("bearer")));
    marketo.clock().advance_seconds(600);
    let form = Request::new("POST", "/identity/oauth/token")
        .header("content-type", "application/x-www-form-urlencoded");
    let by_post = json(&marketo.handle(&form.body(query.as_bytes())));
    assert_eq!(by_post["access_token"], by_get["access_token"], "the same one until it expires");
    assert_eq!(by_post["expires_in"], 3_000);
    marketo.clock().advance_seconds(3_000);
    let later = json(&marketo.handle(&Request::new("GET", &target)));
    assert_ne!(later["access_token"], by_get["access_token"]);
}

#[test]
fn identity_rejects_a_client_without_a_secret() {
    let marketo = Marketo::new();
    let reply = marketo
        .handle(&Request::new("GET", "/identity/oauth/token?grant_type=client_credentials&client_id=a"));
    assert_eq!((reply.status, codes(&reply)), (401, vec![401]));
    let reply = marketo.handle(&Request::new("GET", "/identity/oauth/token?client_id=a&client_secret=b"));
    assert_eq!((reply.status, json(&reply)["error"].as_str()), (400, Some("unsupported_grant_type")));
}

#[test]
fn leads_are_created_updated_found_and_deleted() {
    let frozen = frozen();
    let sync = |body: &str| json(&frozen.post("/rest/v1/leads.json", body))["result"][0].clone();
    assert_eq!(sync(r#"{"input":[{"email":"Ann@example.com"}]}"#)["status"], "created");
    let again = sync(r#"{"input":[{"email":"ann@example.com","firstName":"Ann"}]}"#);
    assert_eq!((again["status"].as_str(), again["id"].as_u64()), (Some("updated"), Some(1)));
    let lead = json(&frozen.get("/rest/v1/lead/1.json?fields=firstName,email"));
    assert_eq!(lead["result"][0]["firstName"], "Ann");
    assert!(lead["result"][0].get("lastName").is_none());
    let found = json(&frozen.get("/rest/v1/leads.json?filterType=firstName&filterValues=Bob,Ann"));
    assert_eq!(found["result"][0]["id"], 1);
    let reply = frozen.post("/rest/v1/leads/delete.json", r#"{"input":[{"id":1},{"id":2}]}"#);
    assert_eq!((read(&reply).outcome, codes(&reply)), (Outcome::Partial, vec![1004]));
    let found = frozen.get("/rest/v1/leads.json?filterType=id&filterValues=1");
    assert_eq!(
        (read(&found).outcome, json(&found)["result"].as_array().map(Vec::len)),
        (Outcome::Success, Some(0))
    );
    assert_eq!(codes(&frozen.get("/rest/v1/lead/1.json")), [1004]);
}

#[test]
fn duplicates_are_created_found_and_told_apart() {
    let frozen = frozen();
    let body =
        r#"{"action":"createDuplicate","input":[{"email":"a@example.com"},{"email":"a@example.com"}]}"#;
    assert_eq!(codes(&frozen.post("/rest/v1/leads.json", body)), NONE);
    let ids = || {
        let found = json(&frozen.get("/rest/v1/leads.json?filterType=email&filterValues=A@EXAMPLE.COM"));
        found["result"].as_array().expect("leads").iter().map(|lead| lead["id"].as_u64()).collect::<Vec<_>>()
    };
    assert_eq!(ids(), [Some(1), Some(2)]);
    frozen.post("/rest/v1/leads/delete.json", r#"{"input":[{"id":1}]}"#);
    assert_eq!(ids(), [Some(2)]);
    let rename = r#"{"lookupField":"id","action":"updateOnly","input":[{"id":2,"email":"b@example.com"}]}"#;
    assert_eq!(codes(&frozen.post("/rest/v1/leads.json", rename)), NONE);
    assert_eq!(ids(), []);
}

#[test]
fn a_record_is_rejected_on_its_own() {
    let frozen = frozen();
    frozen.create_leads(1);
    let reply = frozen.post(
        "/rest/v1/leads.json",
        r#"{"action":"createOnly","input":[
            {"email":"lead0@example.com"},{"email":"new@example.com"},{"firstName":"Ann"},{"email":"b@example.com","shoe":"42"}]}"#,
    );
    let report = read(&reply);
    assert_eq!(report.outcome, Outcome::Partial);
    let found: Vec<_> = report.findings.iter().map(|finding| (finding.record, finding.code)).collect();
    assert_eq!(
        found,
        [
            (Some(0), Some(Code::RestLeadAlreadyExists)),
            (Some(2), Some(Code::RestParameterMissing)),
            (Some(3), Some(Code::RestFieldNotFound)),
        ],
    );
    assert_eq!(json(&reply)["result"][1]["status"], "created");
    let update = r#"{"action":"updateOnly","input":[{"email":"nobody@example.com"}]}"#;
    assert_eq!(codes(&frozen.post("/rest/v1/leads.json", update)), [1004]);
}

#[test]
fn a_call_that_is_wrong_as_a_whole_is_rejected_as_a_whole() {
    let frozen = frozen();
    let leads = "/rest/v1/leads.json";
    for (body, code) in [
        ("{", 609),
        ("{}", 1002),
        (r#"{"input":[]}"#, 1002),
        (r#"{"action":"maybe","input":[{}]}"#, 1003),
        (r#"{"lookupField":"shoe","input":[{}]}"#, 1011),
        (r#"{"action":"createOnly","lookupField":"id","input":[{}]}"#, 1003),
    ] {
        let reply = frozen.post(leads, body);
        assert_eq!((read(&reply).outcome, codes(&reply)), (Outcome::Error, vec![code]), "{body}");
    }
    let text = Request::new("POST", leads)
        .header("authorization", &frozen.token)
        .header("content-type", "text/plain");
    assert_eq!(codes(&frozen.marketo.handle(&text.body(b"{}"))), [612]);
    assert_eq!(codes(&frozen.get("/rest/v1/leads.json")), [1002]);
    assert_eq!(codes(&frozen.get("/rest/v1/leads.json?filterType=shoe&filterValues=1")), [1003]);
    assert_eq!(
        codes(&frozen.get("/rest/v1/leads.json?filterType=id&filterValues=1&nextPageToken=x")),
        [1003]
    );
}

#[test]
fn paths_that_are_no_endpoints_give_610_and_other_methods_605() {
    let frozen = frozen();
    for path in [
        "/",
        "/rest",
        "/rest/v1/lead/1",
        "/rest/v1/opportunities.json",
        "/soap/mktows/2_9",
        "/a/b/c/d/e/f/g/h/i/j",
    ] {
        assert_eq!(codes(&frozen.get(path)), [610], "{path}");
    }
    let delete = Request::new("DELETE", "/rest/v1/lead/1.json").header("authorization", &frozen.token);
    assert_eq!(codes(&frozen.marketo.handle(&delete)), [605]);
}

#[test]
fn a_long_result_comes_in_pages() {
    let frozen = frozen();
    frozen.create_leads(250);
    let members = (1..=250).map(|id| format!("{{\"id\":{id}}}")).collect::<Vec<_>>().join(",");
    frozen.post("/rest/v1/lists/1001/leads.json", &format!("{{\"input\":[{members}]}}"));
    let mut seen = Vec::new();
    let mut token = String::new();
    for _ in 0..3 {
        let page = json(&frozen.get(&format!("/rest/v1/list/1001/leads.json?batchSize=100{token}")));
        seen.extend(page["result"].as_array().expect("a page").iter().map(|lead| lead["id"].as_u64()));
        token =
            page["nextPageToken"].as_str().map_or(String::new(), |token| format!("&nextPageToken={token}"));
    }
    assert_eq!(seen, (1..=250).map(Some).collect::<Vec<_>>());
    assert_eq!(token, "", "the last page has no token");
}

#[test]
fn lists_take_and_lose_members() {
    let frozen = frozen();
    frozen.create_leads(2);
    let members = "/rest/v1/lists/1002/leads.json";
    let reply = frozen.post(members, r#"{"input":[{"id":1},{"id":9}]}"#);
    assert_eq!(codes(&reply), [1004]);
    let is_member = json(&frozen.get("/rest/v1/lists/1002/leads/ismember.json?id=1,2"));
    assert_eq!(is_member["result"][0]["status"], "memberof");
    assert_eq!(is_member["result"][1]["status"], "notmemberof");
    let target = format!("{members}?id=1,2");
    let remove = Request::new("DELETE", &target).header("authorization", &frozen.token);
    let reply = frozen.marketo.handle(&remove);
    assert_eq!((json(&reply)["result"][0]["status"].as_str(), codes(&reply)), (Some("removed"), vec![1015]));
    assert_eq!(codes(&frozen.get("/rest/v1/list/7/leads.json")), [1013]);
    assert_eq!(json(&frozen.get("/rest/v1/lists.json"))["result"].as_array().map(Vec::len), Some(3));
}

#[test]
fn activities_are_read_with_paging_tokens() {
    let frozen = frozen();
    frozen.create_leads(200);
    frozen.marketo.clock().advance_seconds(60);
    frozen.post("/rest/v1/leads/delete.json", r#"{"input":[{"id":1}]}"#);
    let token = |since: &str| {
        let reply = json(&frozen.get(&format!("/rest/v1/activities/pagingtoken.json?sinceDatetime={since}")));
        reply["nextPageToken"].as_str().unwrap_or_default().to_owned()
    };
    let page = |token: &str, kinds: &str| {
        json(&frozen.get(&format!(
            "/rest/v1/activities.json?activityTypeIds={kinds}&batchSize=150&nextPageToken={token}"
        )))
    };
    let first = page(&token("2026-08-17T00:00:00Z"), "12,37");
    assert_eq!(
        (first["result"].as_array().map(Vec::len), &first["moreResult"]),
        (Some(150), &Value::Bool(true))
    );
    let second = page(first["nextPageToken"].as_str().unwrap_or_default(), "12,37");
    assert_eq!(
        (second["result"].as_array().map(Vec::len), &second["moreResult"]),
        (Some(51), &Value::Bool(false))
    );
    let third = page(second["nextPageToken"].as_str().unwrap_or_default(), "12,37");
    assert_eq!(third.get("result"), None);
    let late = page(&token("2026-08-17T12:00:30Z"), "12,37");
    assert_eq!(late["result"].as_array().map(Vec::len), Some(1));
    assert_eq!(codes(&frozen.get("/rest/v1/activities/pagingtoken.json?sinceDatetime=yesterday")), [704]);
    assert_eq!(codes(&frozen.get("/rest/v1/activities.json?nextPageToken=x")), [1002]);
}

#[test]
fn custom_activities_are_added_again_by_the_same_call() {
    let frozen = frozen();
    frozen.create_leads(1);
    let body = r#"{"input":[{"leadId":1,"activityTypeId":100001,"primaryAttributeValue":"x"}]}"#;
    let add = || json(&frozen.post("/rest/v1/activities/external.json", body))["result"][0]["id"].as_u64();
    assert_ne!(add(), add());
    let calls = frozen.marketo.calls();
    let prints: Vec<_> =
        calls.last.iter().rev().take(2).map(|call| (call.applied, call.fingerprint)).collect();
    assert_eq!(prints[0], prints[1], "the server tells that a call was applied twice");
    assert!(prints[0].0);
}

#[test]
fn the_statistics_tell_the_calls_and_the_errors_of_each_day() {
    let frozen = Frozen::new(Limits { token_seconds: 1_000_000, ..Limits::default() });
    frozen.get("/rest/v1/lists.json");
    frozen.get("/rest/v1/list/7/leads.json");
    let usage = json(&frozen.get("/rest/v1/stats/usage.json"));
    assert_eq!(
        (usage["result"][0]["date"].as_str(), usage["result"][0]["total"].as_u64()),
        (Some("2026-08-17"), Some(2))
    );
    let errors = frozen.get("/rest/v1/stats/errors.json");
    assert_eq!(json(&errors)["result"][0]["errors"][0]["errorCode"], "1013");
    let counts = read(&errors).counts;
    assert_eq!((counts[0].number, counts[0].count), (1013, 1));
    frozen.marketo.clock().advance_seconds(86_400);
    frozen.get("/rest/v1/lists.json");
    let week = json(&frozen.get("/rest/v1/stats/usage/last7days.json"));
    let totals: Vec<_> =
        week["result"].as_array().expect("days").iter().map(|day| day["total"].as_u64()).collect();
    assert_eq!(totals, [Some(1), Some(4)], "{week}");
}

#[test]
fn many_leads_do_not_grow_the_state_without_an_end() {
    let frozen =
        Frozen::new(Limits { calls: u64::MAX, body_bytes: u64::MAX, records: u64::MAX, ..Limits::default() });
    frozen.create_leads(10_500);
    assert_eq!(codes(&frozen.get("/rest/v1/lead/500.json")), [1004], "the oldest go first");
    assert_eq!(codes(&frozen.get("/rest/v1/lead/501.json")), NONE);
    for _ in 0..10_100 {
        frozen.get("/rest/v1/lists.json");
    }
    assert_eq!(frozen.marketo.calls().last.len(), 10_000);
    let long = format!(r#"{{"input":[{{"email":"{}"}}]}}"#, "a".repeat(256));
    assert_eq!(codes(&frozen.post("/rest/v1/leads.json", &long)), [701]);
}
