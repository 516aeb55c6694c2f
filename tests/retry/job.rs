//! A whole job: a program of a user's length against a server on this machine, to its end.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    thread,
    time::Duration,
};

use felkod_retry::{Attempts, Budget, Decision, Failure, Figures, Idempotency, Pacer, Policy};
use felkod_wire::Reader;

use crate::NOW;

/// What a server answers, call by call: a status and a body, or nothing, the connection being closed.
type Script = Vec<Option<(u16, &'static str)>>;

/// Starts a server that follows a script and then ends; it returns the request lines, tokens and bodies it was sent.
fn serve(script: Script) -> (SocketAddr, thread::JoinHandle<Vec<(String, String)>>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    let server = thread::spawn(move || {
        let answer = |response| {
            let (mut stream, _) = listener.accept().expect("a connection");
            let request = request(&mut BufReader::new(&stream));
            if let Some((status, body)) = response {
                let head = format!("HTTP/1.1 {status} x\r\nContent-Length: {}\r\n", str::len(body));
                write!(stream, "{head}Connection: close\r\n\r\n{body}").expect("a reader");
            }
            request
        };
        script.into_iter().map(answer).collect()
    });
    (address, server)
}

/// Reads the token and the body of a request.
fn request(reader: &mut impl BufRead) -> (String, String) {
    let (mut token, mut length, mut line) = (String::new(), 0, String::new());
    while reader.read_line(&mut line).expect("a line") > 2 {
        if let Some((name, value)) = line.split_once(": ") {
            match name {
                "Authorization" => value.trim().clone_into(&mut token),
                "Content-Length" => length = value.trim().parse().expect("a length"),
                _ => {}
            }
        }
        line.clear();
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).expect("the body");
    (token, String::from_utf8(body).expect("text"))
}

/// Posts a body and returns the status and the body of the response.
fn post(address: SocketAddr, token: &str, body: &str) -> std::io::Result<(u16, Vec<u8>)> {
    let mut stream = TcpStream::connect(address)?;
    let head = format!("POST /rest/v1/leads.json HTTP/1.1\r\nAuthorization: {token}\r\n");
    write!(stream, "{head}Content-Length: {}\r\n\r\n{body}", body.len())?;
    let mut response = Vec::new();
    stream.read_to_end(&mut response)?;
    let text = String::from_utf8_lossy(&response);
    let (head, body) = text.split_once("\r\n\r\n").ok_or(std::io::ErrorKind::UnexpectedEof)?;
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok());
    Ok((status.ok_or(std::io::ErrorKind::InvalidData)?, body.as_bytes().to_vec()))
}

#[test]
fn a_batch_of_leads_gets_through_whatever_comes_in_between() {
    let (address, server) = serve(vec![
        Some((200, r#"{"success":false,"errors":[{"code":"602","message":"Access token expired"}]}"#)),
        Some((
            200,
            r#"{"success":false,"errors":[{"code":"606","message":"Max rate limit '100' exceeded with in '20' secs"}]}"#,
        )),
        None,
        Some((502, "<html><body>upstream failed</body></html>")),
        Some((
            200,
            r#"{"success":true,"result":[{"status":"updated"},
            {"status":"skipped","reasons":[{"code":"713","message":"Transient error"}]},
            {"status":"skipped","reasons":[{"code":"1006","message":"Field 'x' not found"}]}]}"#,
        )),
        Some((200, r#"{"success":true,"result":[{"status":"created"}]}"#)),
    ]);

    let policy = Policy { deadline: Some(Duration::from_secs(3_600)), ..Policy::default() };
    let (budget, mut pacer) = (Budget::of(&policy), Pacer::new(&Figures { calls: 50, ..policy.figures }));
    let mut attempts = Attempts::of(Idempotency::of("POST", "/rest/v1/leads.json", Some("createOrUpdate")));
    let (mut now, mut token) = (NOW, 1);
    let (mut leads, mut rejected) = (vec!["a@example.com", "b@example.com", "c@example.com"], Vec::new());
    loop {
        // The clock of this program is a number: nothing sleeps.
        while let wait @ 1.. = pacer.acquire(now).as_millis() {
            now += u64::try_from(wait).expect("a short wait");
        }
        let response = post(address, &format!("Bearer {token}"), &leads.join(","));
        pacer.release();
        let decision = match response {
            Ok((status, body)) => {
                let report = Reader::new().status(status).read(&body);
                pacer.learn(&policy, &report, now);
                policy.decide_within(&budget, &mut attempts, &report, now)
            }
            Err(_) => policy.decide_within(&budget, &mut attempts, Failure::ConnectionLost, now),
        };
        now += decision.after().map_or(0, |after| u64::try_from(after.as_millis()).expect("a short wait"));
        match decision {
            Decision::Done { set_aside, .. } => {
                rejected.extend(set_aside.iter().map(|record| leads[*record]));
                break;
            }
            Decision::Retry { .. } => {}
            Decision::Renew { .. } => token += 1,
            Decision::Resend { records, set_aside, .. } => {
                rejected.extend(set_aside.iter().map(|record| leads[*record]));
                leads = records.iter().map(|record| leads[*record]).collect();
            }
            Decision::Reduce { .. } | Decision::GiveUp { .. } | _ => panic!("unexpected {decision:?}"),
        }
    }

    let all = "a@example.com,b@example.com,c@example.com";
    let sent = [("1", all), ("2", all), ("2", all), ("2", all), ("2", all), ("2", "b@example.com")];
    let sent = sent.map(|(token, leads)| (format!("Bearer {token}"), leads.to_owned()));
    assert_eq!(server.join().expect("no panic"), sent);
    assert_eq!(rejected, ["c@example.com"]);
    assert_eq!(attempts.calls, 6);
    // The window of the rate limit, and the endpoint's timeout twice, after the lost connection and after the 502; an
    // upsert waits for it after the transient error too.
    let waited = Duration::from_millis(now - NOW).as_secs();
    assert!((20 + 3 * 300..=30 + 3 * 300 + 10).contains(&waited), "{waited} s");
    assert_eq!(pacer.calls(), 50, "the share has grown back");
}
