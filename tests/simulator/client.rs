//! What the tests call the simulator with: without the network, and over it with a client of a few lines.

use std::{
    io::{Read, Write},
    net::TcpStream,
    time::Duration,
};

use felkod::Report;
use felkod_simulator::{Clock, Limits, Marketo, Reply, Request, Server};
use serde_json::Value;

/// 2026-08-17T12:00:00Z.
pub(crate) const NOON: u64 = 1_786_968_000_000;

/// No codes at all.
pub(crate) const NONE: [u32; 0] = [];

/// A Marketo whose clock stands still, and a token for it.
pub(crate) struct Frozen {
    pub(crate) marketo: Marketo,
    pub(crate) token: String,
}

impl Frozen {
    pub(crate) fn new(limits: Limits) -> Self {
        let marketo = Marketo::with(limits, Clock::frozen_at(NOON));
        let token = marketo.token("a");
        Self { marketo, token }
    }

    pub(crate) fn get(&self, target: &str) -> Reply {
        self.marketo.handle(&Request::new("GET", target).header("authorization", &self.token))
    }

    pub(crate) fn post(&self, target: &str, body: &str) -> Reply {
        let request = Request::new("POST", target).header("authorization", &self.token);
        self.marketo.handle(&request.header("content-type", "application/json").body(body.as_bytes()))
    }

    /// Creates so many leads, with the ids 1, 2, 3 …
    pub(crate) fn create_leads(&self, count: usize) {
        let records: Vec<_> = (0..count).map(|at| format!(r#"{{"email":"lead{at}@example.com"}}"#)).collect();
        let reply = self.post("/rest/v1/leads.json", &format!(r#"{{"input":[{}]}}"#, records.join(",")));
        assert_eq!(codes(&reply), NONE, "{}", text(&reply));
    }
}

/// Reads a reply as felkod does.
pub(crate) fn read(reply: &Reply) -> Report {
    felkod::Reader::new().status(reply.status).read(&reply.body)
}

/// Returns the numbers in a reply.
pub(crate) fn codes(reply: &Reply) -> Vec<u32> {
    read(reply).findings.iter().filter_map(|finding| finding.number).collect()
}

pub(crate) fn text(reply: &Reply) -> String {
    String::from_utf8_lossy(&reply.body).into_owned()
}

pub(crate) fn json(reply: &Reply) -> Value {
    serde_json::from_slice(&reply.body).unwrap_or_else(|error| panic!("{error}: {}", text(reply)))
}

/// A response as it came over the network.
#[derive(Debug)]
pub(crate) struct Response {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
    /// Whether all of the body came that the head promised.
    pub(crate) is_whole: bool,
}

impl Response {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or(Value::Null)
    }

    pub(crate) fn codes(&self) -> Vec<u32> {
        let report = felkod::Reader::new().status(self.status).read(&self.body);
        report.findings.iter().filter_map(|finding| finding.number).collect()
    }
}

pub(crate) fn connect(server: &Server) -> TcpStream {
    let stream = TcpStream::connect(server.address().trim_start_matches("http://")).expect("a connection");
    stream.set_read_timeout(Some(Duration::from_secs(30))).expect("a timeout");
    stream
}

/// Sends a request with these lines in its head, and reads what comes; `None` where nothing does.
pub(crate) fn call(
    server: &Server,
    method: &str,
    target: &str,
    lines: &[&str],
    body: &[u8],
) -> Option<Response> {
    let host = server.address().trim_start_matches("http://").to_owned();
    let mut head =
        format!("{method} {target} HTTP/1.1\r\nConnection: close\r\nContent-Length: {}\r\n", body.len());
    if !lines.iter().any(|line| line.to_lowercase().starts_with("host:")) {
        head.extend(["Host: ", &host, "\r\n"]);
    }
    for line in lines.iter().filter(|line| !line.is_empty()) {
        head.extend([line, "\r\n"]);
    }
    head.push_str("\r\n");
    let mut stream = connect(server);
    let mut received = Vec::new();
    // A connection that is closed on purpose can fail at any of these steps.
    let sent = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body));
    let _ = sent.and_then(|()| stream.read_to_end(&mut received).map(drop));
    parse(&received)
}

pub(crate) fn parse(received: &[u8]) -> Option<Response> {
    let end = received.windows(4).position(|bytes| bytes == b"\r\n\r\n")?;
    let head = String::from_utf8_lossy(&received[..end]).into_owned();
    let status = head.split(' ').nth(1)?.parse().ok()?;
    let body = received[end + 4..].to_vec();
    let length = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<usize>().ok()).flatten()
    });
    let is_whole = length.is_none_or(|length| length == body.len());
    Some(Response { status, head, body, is_whole })
}
