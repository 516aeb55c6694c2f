//! The work: what 1,000 clients want to get done, and what of it is there in the end.

use felkod::retry::Idempotency;
use felkod_simulator::{Marketo, Request};

pub(super) const CLIENTS: usize = 1_000;
pub(super) const CALLS_PER_CLIENT: usize = 10;

/// One logical call: a request that has to get through once.
#[derive(Clone)]
pub(super) struct Job {
    pub(super) method: &'static str,
    pub(super) target: String,
    pub(super) body: String,
    pub(super) kind: Idempotency,
    /// The addresses of the leads that it writes, record by record.
    pub(super) emails: Vec<String>,
    /// Whether no attempt can ever get through.
    pub(super) is_wrong: bool,
    /// How long the client waits for a response, in milliseconds.
    pub(super) timeout: u64,
}

impl Job {
    /// Makes the call of a client with a number.
    pub(super) fn of(client: usize, number: usize) -> Self {
        let lead = client + 1;
        let leads = |count: usize| -> Vec<String> {
            (0..count).map(|record| format!("c{client}-{number}-{record}@example.com")).collect()
        };
        let (method, target, body, emails) = match number {
            0 => sync("createOrUpdate", leads(3)),
            1 => read(&format!("/rest/v1/leads.json?filterType=id&filterValues={lead}")),
            2 | 7 => activity(lead, number),
            3 => (
                "POST",
                "/rest/v1/lists/1001/leads.json".to_owned(),
                format!(r#"{{"input":[{{"id":{lead}}}]}}"#),
                vec![],
            ),
            4 => sync("createOnly", leads(1)),
            6 => sync("createOrUpdate", leads(1)),
            8 if client.is_multiple_of(10) => read("/rest/v1/no/such/thing.json"),
            9 => sync("createOrUpdate", leads(2)),
            _ => read("/rest/v1/lists.json"),
        };
        let action = if number == 4 { "createOnly" } else { "createOrUpdate" };
        let action = (target == LEADS && method == "POST").then_some(action);
        Self {
            kind: Idempotency::of(method, &target, action),
            is_wrong: target.contains("/no/such/"),
            // Some clients are less patient than the slowest calls take.
            timeout: if client.is_multiple_of(4) { 20_000 } else { 60_000 },
            method,
            target,
            body,
            emails,
        }
    }

    pub(super) fn request<'r>(&'r self, token: &'r str) -> Request<'r> {
        Request::new(self.method, &self.target)
            .header("Authorization", token)
            .header("Content-Type", "application/json")
            .body(self.body.as_bytes())
    }
}

type Parts = (&'static str, String, String, Vec<String>);

const LEADS: &str = "/rest/v1/leads.json";

fn sync(action: &str, emails: Vec<String>) -> Parts {
    let input: Vec<String> = emails.iter().map(|email| format!(r#"{{"email":"{email}"}}"#)).collect();
    ("POST", LEADS.to_owned(), format!(r#"{{"action":"{action}","input":[{}]}}"#, input.join(",")), emails)
}

fn read(target: &str) -> Parts {
    ("GET", target.to_owned(), String::new(), Vec::new())
}

/// An activity is written each time that it is sent.
fn activity(lead: usize, number: usize) -> Parts {
    let body = format!(
        r#"{{"input":[{{"leadId":{lead},"activityTypeId":100001,"primaryAttributeValue":"{number}"}}]}}"#
    );
    ("POST", "/rest/v1/activities/external.json".to_owned(), body, Vec::new())
}

/// Creates the leads that the work is about, before anything goes wrong.
pub(super) fn prepare(marketo: &Marketo) {
    let token = marketo.token("clients");
    for batch in 0..CLIENTS.div_ceil(250) {
        let emails = (0..250).map(|lead| format!("lead{}@example.com", batch * 250 + lead)).collect();
        let (method, target, body, _) = sync("createOnly", emails);
        let request = Request::new(method, &target)
            .header("Authorization", &token)
            .header("Content-Type", "application/json")
            .body(body.as_bytes());
        let reply = marketo.handle(&request);
        assert_eq!(felkod::read(&reply.body).outcome, felkod::Outcome::Success);
    }
    marketo.clock().advance_seconds(60);
}

/// Returns which of some addresses belong to a lead.
pub(super) fn are_there(marketo: &Marketo, emails: &[String]) -> Vec<bool> {
    let mut there = Vec::new();
    for batch in emails.chunks(100) {
        let token = marketo.token("clients");
        let target = format!("{LEADS}?filterType=email&filterValues={}", batch.join(","));
        let reply = marketo.handle(&Request::new("GET", &target).header("Authorization", &token));
        let body = String::from_utf8(reply.body).expect("UTF-8");
        assert!(body.contains(r#""success":true"#), "{body}");
        there.extend(batch.iter().map(|email| body.contains(&format!(r#""{email}""#))));
        marketo.clock().advance_seconds(1);
    }
    there
}
