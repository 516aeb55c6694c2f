//! The simulator is safe to run on a developer's machine, and its log is safe to read.

use std::{
    io::{self, Read, Write},
    sync::{Arc, Mutex},
};

use clap::{CommandFactory, Parser};
use felkod_simulator::{Limits, Server, cli};

use crate::client::{Response, call, connect};

fn get(server: &Server, target: &str, lines: &[&str]) -> Response {
    call(server, "GET", target, lines, b"").expect("a response")
}

#[test]
fn a_host_that_is_not_this_machine_is_rejected_on_every_path() {
    let server = Server::start().expect("a server");
    for target in ["/rest/v1/lists.json", "/_felkod/clock", "/_felkod/calls"] {
        for host in ["evil.example.com", "evil.example.com:80", "10.0.0.1", "localhost.example.com", ""] {
            let response = get(&server, target, &[&format!("Host: {host}")]);
            assert_eq!(response.status, 403, "{host} {target}");
        }
        let response = get(&server, target, &["Host: localhost", "Host: evil.example.com"]);
        assert!([400, 403].contains(&response.status), "two hosts");
    }
    assert_eq!(server.marketo().calls().total, 0);
    for host in ["localhost", "127.0.0.1:1", "[::1]:2"] {
        assert_eq!(get(&server, "/_felkod/clock", &[&format!("Host: {host}")]).status, 200, "{host}");
    }
}

#[test]
fn a_request_without_a_host_is_rejected() {
    let server = Server::start().expect("a server");
    let mut stream = connect(&server);
    stream.write_all(b"GET /_felkod/clock HTTP/1.1\r\nConnection: close\r\n\r\n").expect("a request");
    let mut received = String::new();
    stream.read_to_string(&mut received).expect("a response");
    assert!(received.starts_with("HTTP/1.1 403 "), "{received}");
}

#[test]
fn a_page_in_a_browser_is_rejected_and_gets_no_cors_header() {
    let server = Server::start().expect("a server");
    for origin in ["https://evil.example.com", "null", &server.address()] {
        let origin = format!("Origin: {origin}");
        let response = call(&server, "POST", "/_felkod/reset", &[&origin], b"").expect("a response");
        assert_eq!(response.status, 403, "{origin}");
        assert!(!response.head.to_lowercase().contains("access-control"), "{}", response.head);
        let asked = call(
            &server,
            "OPTIONS",
            "/rest/v1/leads.json",
            &[&origin, "Access-Control-Request-Method: POST"],
            b"",
        );
        assert_eq!(asked.expect("a response").status, 403);
    }
    assert!(!get(&server, "/rest/v1/lists.json", &[]).head.to_lowercase().contains("access-control"));
}

/// A log that a test can read.
#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("the log").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Lines {
    fn text(&self) -> String {
        String::from_utf8(self.0.lock().expect("the log").clone()).expect("UTF-8")
    }
}

#[test]
fn the_log_has_no_token_no_address_and_nothing_that_harms_a_terminal() {
    let lines = Lines::default();
    let server = Server::builder().log(lines.clone()).start().expect("a server");
    let token = server.marketo().token("a").trim_start_matches("Bearer ").to_owned();
    for target in [
        format!("/rest/v1/leads.json?filterType=email&filterValues=ann@example.com&access_token={token}"),
        format!("/rest/v1/lead/{token}.json"),
        "/rest/v1/lead/ann@example.com.json".to_owned(),
        "/identity/oauth/token?grant_type=client_credentials&client_id=me&client_secret=hush".to_owned(),
        "/rest/%1b[31m/%0d%0aPOST".to_owned(),
    ] {
        get(&server, &target, &["Cookie: mkt_tok=abc", &format!("Authorization: Bearer {token}")]);
    }
    let body = br#"{"input":[{"email":"bob@example.com"}]}"#;
    call(&server, "POST", "/rest/v1/leads.json", &["Content-Type: application/json"], body)
        .expect("a response");
    get(&server, "/rest/v1/lists.json", &["X-Felkod-Answer: 606"]);
    drop(server);
    let log = lines.text();
    for secret in [token.as_str(), "ann", "bob", "hush", "me&", "mkt_tok", "abc", "%1b", "127.0.0.1"] {
        assert!(!log.contains(secret), "{secret} in {log}");
    }
    assert!(log.bytes().all(|byte| byte == b'\n' || byte >= b' '), "{log:?}");
    assert_eq!(log.lines().count(), 7, "{log}");
    assert_eq!(log.lines().last(), Some("GET /rest/v1/lists.json 200 606 on demand"));
}

#[test]
fn a_method_is_escaped_in_the_log() {
    let lines = Lines::default();
    let server = Server::builder().log(lines.clone()).start().expect("a server");
    call(&server, "A'B~C", "/", &[], b"").expect("a response");
    drop(server);
    assert_eq!(lines.text(), "A\\'B~C / 200 610\n");
}

#[test]
fn no_more_connections_are_open_than_allowed() {
    let server = Server::builder().connections(2).start().expect("a server");
    let request = b"GET /_felkod/clock HTTP/1.1\r\nHost: localhost\r\n\r\n";
    let mut open: Vec<_> = (0..2)
        .map(|_| {
            let mut stream = connect(&server);
            stream.write_all(request).expect("a request");
            let mut first = [0];
            stream.read_exact(&mut first).expect("a response");
            stream
        })
        .collect();
    let mut third = connect(&server);
    let mut received = Vec::new();
    let read = third.write_all(request).and_then(|()| third.read_to_end(&mut received));
    let has_waited =
        read.is_err_and(|error| [io::ErrorKind::WouldBlock, io::ErrorKind::TimedOut].contains(&error.kind()));
    assert!(!has_waited && received.is_empty(), "the third is closed at once");
    open.clear();
}

#[test]
fn a_head_that_is_too_large_is_rejected() {
    let server = Server::start().expect("a server");
    let huge = format!("X-Huge: {}", "a".repeat(1 << 20));
    let response = call(&server, "GET", "/_felkod/clock", &[&huge], b"");
    assert!(response.is_none_or(|response| response.status == 431));
    assert_eq!(get(&server, "/_felkod/clock", &[]).status, 200, "the server goes on");
}

#[test]
fn what_is_no_http_does_no_harm() {
    let server = Server::start().expect("a server");
    for bytes in [
        &b"\x16\x03\x01\x02\x00"[..],
        b"GET\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n",
        b"\0\0\0\0\r\n\r\n",
    ] {
        let mut stream = connect(&server);
        stream.write_all(bytes).expect("bytes");
        stream.shutdown(std::net::Shutdown::Write).expect("an end");
        let mut received = Vec::new();
        let _ = stream.read_to_end(&mut received);
        let text = String::from_utf8_lossy(&received);
        assert!(received.is_empty() || text.starts_with("HTTP/1.1 400"), "{text}");
    }
    assert_eq!(get(&server, "/_felkod/clock", &[]).status, 200, "the server goes on");
}

/// The command, as `felkod simulate` has it.
#[derive(Parser)]
struct Command {
    #[command(flatten)]
    simulate: cli::Arguments,
}

fn arguments(arguments: &[&str]) -> cli::Arguments {
    Command::try_parse_from([&["felkod"], arguments].concat()).expect("a command line").simulate
}

/// Starts the server of a command line, on a free port.
fn started(more: &[&str]) -> Result<Server, cli::StartError> {
    arguments(&[&["--port", "0", "--no-log"], more].concat()).start(io::sink())
}

#[test]
fn the_command_knows_when_others_can_reach_it() {
    assert_eq!(arguments(&["--host", "0.0.0.0"]).exposed_host(), "0.0.0.0".parse().ok());
    for loopback in [&[][..], &["--host", "::1"], &["--host", "127.0.0.2"]] {
        assert_eq!(arguments(loopback).exposed_host(), None, "{loopback:?}");
    }
    let server = started(&["--host", "::1"]).expect("a server");
    assert!(server.address().starts_with("http://[::1]:"), "{}", server.address());
}

#[test]
fn the_command_sets_each_limit_and_0_takes_it_away() {
    let limits = |arguments: &[&str]| *started(arguments).expect("a server").marketo().limits();
    assert_eq!(limits(&[]), Limits::default());
    let set = limits(&[
        "--rate",
        "1",
        "--window",
        "2",
        "--concurrent",
        "3",
        "--quota",
        "4",
        "--token-age",
        "5",
        "--uri",
        "6",
        "--body",
        "7",
        "--records",
        "8",
        "--export-days",
        "9",
        "--queued-jobs",
        "10",
        "--job-seconds",
        "11",
        "--latency",
        "12",
    ]);
    assert_eq!((set.calls, set.window_seconds, set.concurrent_calls, set.quota), (1, 2, 3, 4));
    assert_eq!((set.soap_quota, set.token_seconds, set.uri_bytes, set.body_bytes), (4, 5, 6, 7));
    assert_eq!((set.records, set.export_days, set.queued_exports, set.queued_imports), (8, 9, 10, 10));
    assert_eq!((set.job_seconds, set.latency_millis), (11, 12));
    assert_eq!(limits(&["--rate", "0", "--quota", "0"]).calls, u64::MAX);
}

#[test]
fn the_help_says_each_default_that_the_catalog_has() {
    let help = Command::command().render_help().to_string();
    let limits = Limits::default();
    for figure in [
        limits.calls,
        limits.window_seconds,
        limits.concurrent_calls,
        limits.token_seconds,
        limits.uri_bytes,
        limits.body_bytes,
        limits.records,
        limits.export_days,
        limits.queued_exports,
        limits.job_seconds,
    ] {
        assert!(help.contains(&format!("[default: {figure}]")), "{figure}: {help}");
    }
    let quotas = format!("[default: {} and {}]", limits.quota, limits.soap_quota);
    assert!(help.contains(&quotas), "{help}");
}

#[test]
fn the_command_knows_why_it_cannot_start() {
    let server = started(&[]).expect("a server");
    let port = server.address().rsplit(':').next().expect("a port").to_owned();
    let error = arguments(&["--port", &port]).start(io::sink()).expect_err("the port is in use");
    assert!(error.to_string().starts_with(&format!("cannot listen on 127.0.0.1 port {port}: ")), "{error}");
    let error = started(&["--scenario", "no/such/file.yaml"]).expect_err("no file");
    assert!(error.to_string().starts_with("cannot read no/such/file.yaml: "), "{error}");
}
