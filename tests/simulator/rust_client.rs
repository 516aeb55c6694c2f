//! The example of a client with reqwest: a whole job in real time, and where its token goes.

use std::{
    io::{ErrorKind, Read, Write},
    net::TcpListener,
    sync::Arc,
    time::Duration,
};

use felkod::retry::{Policy, Reason};
use felkod_simulator::Server;
use reqwest::Method;
use serde_json::{Value, json};

#[path = "../../crates/felkod-simulator/examples/client/marketo.rs"]
mod marketo;

use marketo::{Error, Marketo};

const SHORT: &str = include_str!("short.yaml");

/// A policy for a server whose calls end within a second.
fn policy() -> Policy {
    Policy { endpoint_timeout: Duration::from_secs(1), ..Policy::default() }
}

fn client(server: &Server) -> Marketo {
    Marketo::new(&server.address(), "client", "hush-hush", policy()).expect("a client")
}

/// Runs a future to its end.
fn wait_for<T>(future: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(future)
}

fn leads(batch: usize) -> Value {
    let leads: Vec<Value> =
        (0..25).map(|lead| json!({"email": format!("b{batch}-{lead}@example.com")})).collect();
    json!({"action": "createOrUpdate", "lookupField": "email", "input": leads})
}

#[test]
fn a_job_with_reqwest_gets_through_the_short_scenario() {
    let server = Server::builder().scenario(SHORT.parse().expect("a scenario")).start().expect("a server");
    let marketo = client(&server);
    let set_aside = wait_for(async {
        let mut set_aside = Vec::new();
        for batch in 0..8 {
            marketo.call(Method::GET, "/rest/v1/lists.json", None).await.expect("a list");
            let answer = marketo.call(Method::POST, "/rest/v1/leads.json", Some(leads(batch))).await;
            let answer = answer.unwrap_or_else(|error| panic!("batch {batch}: {error}"));
            set_aside.extend(answer.set_aside.iter().map(|record| format!("b{batch}-{record}@example.com")));
        }
        set_aside
    });
    // What the scenario rejects for good: a record, and two of another batch.
    assert_eq!(set_aside.len(), 3, "{set_aside:?}");
    let calls = server.marketo().calls();
    let rules: std::collections::BTreeSet<usize> = calls.last.iter().filter_map(|call| call.rule).collect();
    assert_eq!(rules, (1..=SHORT.matches("\n  - {").count()).collect(), "every rule has fired");
    for batch in 0..8 {
        let emails: Vec<String> = (0..25).map(|lead| format!("b{batch}-{lead}@example.com")).collect();
        let path = format!("/rest/v1/leads.json?filterType=email&filterValues={}", emails.join(","));
        let found = wait_for(marketo.call(Method::GET, &path, None)).expect("a response").body.to_string();
        for email in emails {
            let count = found.matches(&format!("\"{email}\"")).count();
            assert_eq!(count, usize::from(!set_aside.contains(&email)), "{email}");
        }
    }
}

#[test]
fn what_must_not_be_carried_out_twice_is_not_sent_again() {
    let yaml = "rules: [{path: '/rest/v1/activities/*', close: true, applied: true}]";
    let server = Server::builder().scenario(yaml.parse().expect("a scenario")).start().expect("a server");
    let marketo = client(&server);
    let error = wait_for(async {
        marketo.call(Method::POST, "/rest/v1/leads.json", Some(leads(0))).await.expect("leads");
        let activity = json!({"input": [{"leadId": 1, "activityTypeId": 100_001}]});
        marketo.call(Method::POST, "/rest/v1/activities/external.json", Some(activity)).await
    });
    let error = error.expect_err("no response came");
    assert!(matches!(error, Error::GaveUp { reason: Reason::MayHaveBeenApplied, .. }), "{error}");
    assert_eq!(error.to_string(), "gave up: may_have_been_applied, turn to the developer");
    let calls = server.marketo().calls();
    let sent = calls.last.iter().filter(|call| call.path.contains("/activities/")).count();
    assert_eq!(sent, 1);
}

#[test]
fn many_tasks_renew_a_rejected_token_once() {
    let server = Server::start().expect("a server");
    let marketo = Arc::new(client(&server));
    let identity = || {
        let calls = server.marketo().calls();
        calls.last.iter().filter(|call| call.path.starts_with("/identity/")).count()
    };
    let all = async || {
        let mut tasks = tokio::task::JoinSet::new();
        for _ in 0..8 {
            let marketo = Arc::clone(&marketo);
            tasks.spawn(async move { marketo.call(Method::GET, "/rest/v1/lists.json", None).await });
        }
        while let Some(task) = tasks.join_next().await {
            task.expect("no panic").expect("a list");
        }
    };
    wait_for(all());
    assert_eq!(identity(), 1);
    server.marketo().clock().advance_seconds(3_601);
    wait_for(all());
    assert_eq!(identity(), 2);
}

#[test]
fn the_token_goes_to_the_instance_alone_and_is_never_shown() {
    let server = Server::start().expect("a server");
    let marketo = client(&server);
    wait_for(marketo.call(Method::GET, "/rest/v1/lists.json", None)).expect("a list");
    let shown = format!("{marketo:?}");
    let token = server.marketo().token("client");
    assert!(shown.contains("127.0.0.1"), "{shown}");
    for secret in ["hush-hush", token.trim_start_matches("Bearer ")] {
        assert!(!shown.contains(secret), "{shown}");
    }
    for elsewhere in ["http://127.0.0.2/rest/v1/lists.json", "//127.0.0.2/rest/v1/lists.json"] {
        let error = wait_for(marketo.call(Method::GET, elsewhere, None)).expect_err("another host");
        assert!(matches!(error, Error::Address(_)), "{error}");
    }
}

#[test]
fn a_redirect_to_another_host_is_not_followed() {
    let other = TcpListener::bind("127.0.0.1:0").expect("a port");
    other.set_nonblocking(true).expect("a socket");
    let elsewhere = other.local_addr().expect("an address");
    let instance = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = format!("http://{}", instance.local_addr().expect("an address"));
    let token = r#"{"access_token":"secret","expires_in":3600}"#;
    let responses = [
        format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{token}", token.len()),
        format!(
            "HTTP/1.1 307 Elsewhere\r\nLocation: http://{elsewhere}/rest\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        ),
    ];
    let marketo = Marketo::new(&address, "client", "hush-hush", policy()).expect("a client");
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for response in responses {
                let (mut stream, _) = instance.accept().expect("a connection");
                let _ = stream.read(&mut [0; 4_096]);
                stream.write_all(response.as_bytes()).expect("a reader");
            }
        });
        let create = marketo.call(Method::POST, "/rest/v1/something.json", Some(json!({})));
        let error = wait_for(create).expect_err("a redirect is no response of Marketo");
        assert!(matches!(error, Error::GaveUp { .. }), "{error}");
    });
    let came = other.accept().map(drop).map_err(|error| error.kind());
    assert_eq!(came, Err(ErrorKind::WouldBlock), "nothing came to the other host");
}
