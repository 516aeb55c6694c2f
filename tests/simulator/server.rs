//! The server over the network of this machine.

use std::{
    io::{Read, Write},
    sync::mpsc,
    time::{Duration, Instant},
};

use felkod_simulator::{Clock, Limits, Server};

use crate::client::{NONE, NOON, Response, call, connect};

fn get(server: &Server, target: &str, lines: &[&str]) -> Response {
    call(server, "GET", target, lines, b"").expect("a response")
}

#[test]
fn a_client_gets_a_token_syncs_a_lead_and_reads_it() {
    let server = Server::start().expect("a server");
    let identity =
        get(&server, "/identity/oauth/token?grant_type=client_credentials&client_id=a&client_secret=b", &[]);
    let token = identity.json()["access_token"].as_str().expect("a token").to_owned();
    let bearer = format!("Authorization: Bearer {token}");
    let body = br#"{"input":[{"email":"a@example.com"}]}"#;
    let sync =
        call(&server, "POST", "/rest/v1/leads.json", &[&bearer, "Content-Type: application/json"], body);
    assert_eq!(sync.expect("a response").json()["result"][0]["status"], "created");
    let lead = get(&server, "/rest/v1/lead/1.json", &[&bearer]);
    assert_eq!(lead.json()["result"][0]["email"], "a@example.com");
    assert!(
        lead.head.to_lowercase().contains("content-type: application/json;charset=utf-8"),
        "{}",
        lead.head
    );
}

#[test]
fn an_answer_on_demand_comes_with_its_status() {
    let server = Server::start().expect("a server");
    for (answer, status) in
        [("606", 200), ("1029:queue_full", 200), ("502", 502), ("20103", 500), ("4290801", 429), ("600", 200)]
    {
        let response = get(&server, "/anything", &[&format!("X-Felkod-Answer: {answer}")]);
        assert_eq!(response.status, status, "{answer}");
        assert_eq!(
            response.codes(),
            [answer.split(':').next().expect("a number").parse::<u32>().expect("a number")]
        );
    }
    let ingestion = get(&server, "/", &["X-Felkod-Answer: 4290801"]);
    assert!(ingestion.head.to_lowercase().contains("x-request-id: "), "{}", ingestion.head);
}

#[test]
fn the_clock_is_moved_over_the_network() {
    let server = Server::builder().clock(Clock::frozen_at(NOON)).start().expect("a server");
    let set = |body: &str| call(&server, "POST", "/_felkod/clock", &[], body.as_bytes()).expect("a response");
    assert_eq!(get(&server, "/_felkod/clock", &[]).json()["now"], NOON);
    assert_eq!(set(r#"{"advance_seconds": 1.5}"#).json()["now"], NOON + 1_500);
    assert_eq!(set(r#"{"now": 5}"#).json()["now"], 5);
    let going = set(r#"{"frozen": false}"#).json();
    assert_eq!(going["frozen"], false);
    for wrong in ["", "{", r#"{"advance_seconds": -1}"#, r#"{"advance": 1}"#, r#"{"now": "noon"}"#] {
        assert_eq!(set(wrong).status, 400, "{wrong}");
    }
    call(&server, "POST", "/_felkod/reset", &[], b"");
    assert_eq!((server.marketo().clock().now(), server.marketo().clock().is_frozen()), (NOON, true));
}

#[test]
fn a_slow_answer_comes_when_the_clock_has_been_moved_and_without_sleeping() {
    let server = Server::builder()
        .clock(Clock::frozen_at(NOON))
        .scenario("rules: [{delay_seconds: 3600, answer: 604}]".parse().expect("a scenario"))
        .start()
        .expect("a server");
    let started = Instant::now();
    std::thread::scope(|scope| {
        let (sender, came) = mpsc::channel();
        let server = &server;
        scope.spawn(move || sender.send(get(server, "/rest/v1/lists.json", &[]).codes()));
        // The call has come as soon as it is among the calls; a client can look at them.
        while get(server, "/_felkod/calls", &[]).json()["total"] != 1 {
            assert!(started.elapsed() < Duration::from_secs(30));
        }
        assert!(came.try_recv().is_err(), "it waits for its time");
        server.marketo().clock().advance_seconds(3_600);
        assert_eq!(came.recv_timeout(Duration::from_secs(30)), Ok(vec![604]));
    });
}

#[test]
fn the_calls_tell_what_came() {
    let server = Server::start().expect("a server");
    get(&server, "/rest/v1/lists.json?access_token=secret", &["X-Felkod-Answer: 1013"]);
    get(&server, "/rest/v1/lists.json", &[]);
    let calls = get(&server, "/_felkod/calls", &[]).json();
    assert_eq!((calls["total"].as_u64(), calls["counted"].as_u64()), (Some(2), Some(0)), "{calls}");
    assert_eq!(calls["calls"][0]["codes"][0], "1013");
    assert_eq!(calls["calls"][0]["rule"], 0);
    assert_eq!(calls["calls"][1]["path"], "/rest/v1/lists.json");
    assert_eq!(calls["calls"][1]["codes"][0], "603");
    assert!(!calls.to_string().contains("secret"), "{calls}");
    let later = get(&server, "/_felkod/calls?after=1", &[]).json();
    assert_eq!((later["calls"].as_array().map(Vec::len), later["total"].as_u64()), (Some(1), Some(2)));
    assert_eq!(get(&server, "/_felkod/calls?after=x", &[]).status, 400);
}

#[test]
fn a_scenario_is_played_over_the_network() {
    let server = Server::start().expect("a server");
    let play = |yaml: &str| {
        call(&server, "POST", "/_felkod/scenario", &[], yaml.as_bytes()).expect("a response").status
    };
    assert_eq!(play("rules: [{answer: 608}]"), 200);
    assert_eq!(get(&server, "/rest/v1/lists.json", &[]).codes(), [608]);
    assert_eq!(play("rules: [{answer: 9999}]"), 400);
    assert_eq!(play("rules: []"), 200);
    assert_eq!(get(&server, "/rest/v1/lists.json", &[]).codes(), [603]);
}

#[test]
fn bodies_are_cut_connections_closed_and_connections_reset() {
    let yaml = "rules: [{times: 1, answer: 502, cut_after: 40}, {times: 1, answer: 502, break_after: 40}, {times: 1, close: true, refuse: 2}]";
    let server = Server::builder().scenario(yaml.parse().expect("a scenario")).start().expect("a server");
    let cut = get(&server, "/rest/v1/lists.json", &[]);
    assert_eq!((cut.body.len(), cut.is_whole), (40, true));
    let broken = get(&server, "/rest/v1/lists.json", &[]);
    assert_eq!((broken.body.len(), broken.is_whole), (40, false));
    for what in ["closed", "reset", "reset"] {
        assert!(call(&server, "GET", "/rest/v1/lists.json", &[], b"").is_none(), "{what}");
    }
    assert_eq!(get(&server, "/rest/v1/lists.json", &[]).codes(), [603]);
    assert_eq!(server.marketo().calls().total, 4);
}

#[test]
fn a_uri_and_a_body_that_are_too_long_are_answered_over_the_network_too() {
    let server = Server::start().expect("a server");
    let uri = get(&server, &format!("/rest/v1/lists.json?x={}", "a".repeat(9_000)), &[]);
    assert_eq!((uri.status, uri.codes()), (414, vec![414]));
    let body = vec![b'a'; 5 << 20];
    let response = call(&server, "POST", "/rest/v1/leads.json", &[], &body).expect("a response");
    assert_eq!((response.status, response.codes()), (413, vec![413]));
    let chunks = "Transfer-Encoding: chunked";
    let mut stream = connect(&server);
    let head = format!(
        "POST /rest/v1/leads.json HTTP/1.1\r\nHost: localhost\r\n{chunks}\r\nConnection: close\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).expect("a head");
    for _ in 0..32 {
        stream.write_all(format!("10000\r\n{}\r\n", "a".repeat(65_536)).as_bytes()).expect("a chunk");
    }
    stream.write_all(b"0\r\n\r\n").expect("an end");
    let mut received = String::new();
    stream.read_to_string(&mut received).expect("a response");
    assert!(received.starts_with("HTTP/1.1 413 "), "{received}");
}

#[test]
fn one_connection_carries_many_calls() {
    let server = Server::builder().limits(Limits::NONE).start().expect("a server");
    let mut stream = connect(&server);
    let request = b"GET /rest/v1/lists.json HTTP/1.1\r\nHost: localhost\r\nX-Felkod-Answer: 606\r\n\r\n";
    stream.write_all(&request.repeat(500)).expect("a request");
    let mut received = Vec::new();
    let mut bytes = [0; 16_384];
    let count = |received: &[u8]| received.windows(13).filter(|part| part == b"HTTP/1.1 200 ").count();
    while count(&received) < 500 {
        let read = stream.read(&mut bytes).expect("bytes");
        assert!(read > 0, "the server closed the connection after {}", count(&received));
        received.extend_from_slice(&bytes[..read]);
    }
}

#[test]
fn calls_from_many_threads_never_get_more_through_than_the_limit() {
    let server = Server::builder().clock(Clock::frozen_at(NOON)).start().expect("a server");
    let token = format!("Authorization: {}", server.marketo().token("a"));
    let passed: usize = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..8)
            .map(|_| {
                scope.spawn(|| {
                    (0..25).filter(|_| get(&server, "/rest/v1/lists.json", &[&token]).codes() == NONE).count()
                })
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().expect("a thread")).sum()
    });
    assert_eq!(passed, 100);
    assert_eq!(server.marketo().calls().counted, 100);
}

#[test]
fn a_dropped_server_frees_its_port_even_while_calls_wait() {
    let server = Server::builder()
        .clock(Clock::frozen_at(NOON))
        .scenario("rules: [{delay_seconds: 60}]".parse().expect("a scenario"))
        .start()
        .expect("a server");
    let mut waiting = connect(&server);
    waiting.write_all(b"GET /rest/v1/lists.json HTTP/1.1\r\nHost: localhost\r\n\r\n").expect("a request");
    let address = server.address().trim_start_matches("http://").to_owned();
    drop(server);
    let mut rest = Vec::new();
    let ended = waiting.read_to_end(&mut rest);
    assert!(ended.is_err() || rest.is_empty(), "{}", String::from_utf8_lossy(&rest));
    assert!(std::net::TcpStream::connect(&address).is_err(), "the port is closed");
}
