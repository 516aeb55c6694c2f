//! `felkod simulate`, as the program that starts it meets it.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    process::{Child, Command, Stdio},
    time::Duration,
};

use felkod::Locale;

use crate::{felkod, root, run};

/// How long a response may take to come before a test fails instead of waiting on.
const PATIENCE: Duration = Duration::from_secs(60);

/// The command while it runs; dropping it ends it.
struct Simulator {
    child: Child,
    address: String,
}

impl Simulator {
    /// Starts it on a free port, and waits for the first line of its output.
    fn start(arguments: &[&str]) -> Self {
        let mut child = felkod()
            .args(["simulate", "--port", "0"])
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the command starts");
        let mut line = String::new();
        let stdout = child.stdout.as_mut().expect("a pipe");
        BufReader::new(stdout).read_line(&mut line).expect("a first line");
        Self { child, address: line.trim_end().to_owned() }
    }

    /// Sends a request and returns the response, head and body.
    fn call(&self, request: &str, header: &str) -> String {
        let authority = self.address.strip_prefix("http://").expect("an address");
        let mut stream = TcpStream::connect(authority).expect("a connection");
        stream.set_read_timeout(Some(PATIENCE)).expect("a socket");
        let head =
            format!("{request} HTTP/1.1\r\nHost: {authority}\r\nConnection: close\r\n{header}\r\n\r\n");
        stream.write_all(head.as_bytes()).expect("a request");
        let mut response = String::new();
        stream.read_to_string(&mut response).expect("a response");
        response
    }

    /// Sends a signal by its name, and returns the exit status and the standard error.
    #[cfg(unix)]
    fn end_by(mut self, signal: &str) -> (Option<i32>, String) {
        let pid = self.child.id().to_string();
        let sent = Command::new("kill").args(["-s", signal, &pid]).status().expect("the program kill");
        assert!(sent.success());
        let status = self.child.wait().expect("it ends").code();
        let mut errors = String::new();
        self.child.stderr.take().expect("a pipe").read_to_string(&mut errors).expect("UTF-8");
        (status, errors)
    }
}

impl Drop for Simulator {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn the_first_line_is_the_address_and_what_comes_from_there_is_read_back() {
    let simulator = Simulator::start(&[]);
    assert!(simulator.address.starts_with("http://127.0.0.1:"), "{}", simulator.address);
    let response =
        simulator.call("GET /bulk/v1/leads/export/create.json", "X-Felkod-Answer: 1029:queue_full");
    let (_, body) = response.split_once("\r\n\r\n").expect("a body");
    assert_eq!(felkod::read(body.as_bytes()).findings[0].case.map(felkod::Case::name), Some("queue_full"));
    let mut reader = felkod()
        .args(["read", "--lang", "en"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the command starts");
    reader.stdin.take().expect("a pipe").write_all(body.as_bytes()).expect("it reads");
    let page = reader.wait_with_output().expect("it ends");
    assert_eq!(page.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&page.stdout).contains("REST 1029"), "{page:?}");
}

#[cfg(unix)]
#[test]
fn it_stops_with_status_0_when_the_user_or_the_system_asks() {
    for signal in ["INT", "TERM"] {
        let simulator = Simulator::start(&["--no-log"]);
        let address = simulator.address.trim_start_matches("http://").to_owned();
        // A client that keeps its connection open holds nothing up.
        let open = TcpStream::connect(&address).expect("a connection");
        assert_eq!(simulator.end_by(signal), (Some(0), String::new()), "{signal}");
        drop(open);
        assert!(TcpStream::connect(&address).is_err(), "{signal}: the port is closed");
    }
}

#[cfg(unix)]
#[test]
fn a_call_is_a_line_on_the_standard_error_without_what_is_secret() {
    let simulator = Simulator::start(&[]);
    simulator.call("GET /rest/v1/lists.json?access_token=hush", "X-Felkod-Answer: 606");
    let (_, errors) = simulator.end_by("TERM");
    assert_eq!(errors, "GET /rest/v1/lists.json 200 606 on demand\n");
    let silent = Simulator::start(&["--no-log"]);
    silent.call("GET /rest/v1/lists.json", "X-Felkod-Answer: 606");
    assert_eq!(silent.end_by("TERM").1, "");
}

#[cfg(unix)]
#[test]
fn it_warns_when_other_computers_can_reach_it() {
    for (locale, words) in [(Locale::En, "every computer that reaches"), (Locale::Sv, "alla datorer som når")]
    {
        let simulator = Simulator::start(&["--host", "0.0.0.0", "--lang", locale.tag()]);
        let (_, errors) = simulator.end_by("TERM");
        assert!(errors.starts_with(&format!("felkod: {words} 0.0.0.0 ")), "{errors}");
    }
}

#[test]
fn it_plays_the_scenario_that_has_everything() {
    let scenario = root().join("tests/simulator/worst.yaml");
    let simulator = Simulator::start(&["--scenario", scenario.to_str().expect("UTF-8")]);
    assert!(simulator.call("GET /_felkod/clock", "Accept: */*").starts_with("HTTP/1.1 200 "));
}

#[test]
fn it_says_in_the_language_asked_for_why_it_cannot_start() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("an address").port().to_string();
    let none = "missing.yaml";
    for (lang, listen, read) in
        [("en", "cannot listen on", "cannot read"), ("sv", "kan inte lyssna på", "kan inte läsa")]
    {
        let (status, out, err) = run(&["simulate", "--port", &port, "--lang", lang]);
        assert_eq!((status, out.as_str()), (Some(2), ""));
        assert!(err.starts_with(&format!("felkod: {listen} 127.0.0.1 port {port}: ")), "{err}");
        let (status, _, err) = run(&["simulate", "--port", "0", "--scenario", none, "--lang", lang]);
        assert_eq!(status, Some(2));
        assert!(err.starts_with(&format!("felkod: {read} {none}: ")) && err.lines().count() == 1, "{err}");
    }
    let (status, _, err) = run(&["simulate", "--port", "0", "--scenario", "rest-606.json", "--lang", "en"]);
    assert_eq!(status, Some(2));
    let reason = "felkod: cannot read rest-606.json: line 1 column 2: unknown field `requestId`";
    assert!(err.starts_with(reason) && err.lines().count() == 1, "{err}");
    #[cfg(target_os = "linux")]
    {
        let (status, _, err) = run(&["simulate", "--port", "0", "--scenario", "/dev/zero", "--lang", "en"]);
        assert_eq!(status, Some(2));
        assert!(err.contains("longer than 262144 bytes"), "an endless file is not read to its end: {err}");
    }
    let (status, _, _) = run(&["simulate", "--rate", "many"]);
    assert_eq!(status, Some(2));
}
