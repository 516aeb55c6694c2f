//! Counts how many calls a second the simulator answers, and shows that its memory does not grow.
//!
//! `cargo run --release -p felkod-simulator --example load -- 1000000 32` sends a million calls over 32 connections of
//! this machine. It ends after that many calls or 120 seconds, whichever comes first.

use std::{
    error::Error,
    time::{Duration, Instant},
};

use felkod_simulator::{Limits, Server};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    task::JoinSet,
};

/// The longest a run takes.
const LONGEST: Duration = Duration::from_secs(120);

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let calls: u64 = arguments.next().map_or(Ok(100_000), |text| text.parse())?;
    let connections: u64 = arguments.next().map_or(Ok(32), |text| text.parse())?;
    let server = Server::builder().limits(Limits::NONE).start()?;
    let token = server.marketo().token("load");
    let host = server.address().trim_start_matches("http://").to_owned();
    let body = r#"{"input":[{"email":"ann@example.com","firstName":"Ann"}]}"#;
    let head = |line: &str| format!("{line} HTTP/1.1\r\nHost: {host}\r\nAuthorization: {token}\r\n");
    let requests = [
        head("GET /rest/v1/lists.json") + "\r\n",
        head("GET /rest/v1/leads.json?filterType=email&filterValues=ann@example.com") + "\r\n",
        head("POST /rest/v1/leads.json")
            + &format!("Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}", body.len()),
        head("GET /rest/v1/lists.json") + "X-Felkod-Answer: 606\r\n\r\n",
    ];
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    println!("calls      calls/s   memory");
    let started = Instant::now();
    // Ten parts, so that the memory is seen on the way.
    for part in 1..=10 {
        let part_started = Instant::now();
        let done = runtime.block_on(async {
            let mut clients = JoinSet::new();
            for _ in 0..connections {
                let share = calls / 10 / connections;
                clients.spawn(client(host.clone(), requests.clone(), share, started));
            }
            let mut done = 0;
            while let Some(client) = clients.join_next().await {
                done += client.unwrap_or(Ok(0)).unwrap_or(0);
            }
            done
        });
        #[expect(clippy::cast_precision_loss, reason = "a figure for people")]
        let rate = done as f64 / part_started.elapsed().as_secs_f64();
        println!("{:<10} {rate:<9.0} {} MiB", calls / 10 * part, memory_mib().unwrap_or_default());
        if started.elapsed() > LONGEST {
            println!("stopped after {} s", LONGEST.as_secs());
            break;
        }
    }
    println!("the server counted {} calls", server.marketo().calls().total);
    Ok(())
}

/// Makes calls one after another over one connection, and returns how many were answered.
async fn client(host: String, requests: [String; 4], calls: u64, started: Instant) -> std::io::Result<u64> {
    let mut stream = TcpStream::connect(host).await?;
    stream.set_nodelay(true)?;
    let mut received = Vec::new();
    let mut done = 0;
    for request in requests.iter().cycle().take(usize::try_from(calls).unwrap_or(usize::MAX)) {
        if started.elapsed() > LONGEST {
            break;
        }
        stream.write_all(request.as_bytes()).await?;
        received.clear();
        while !is_whole(&received) {
            if stream.read_buf(&mut received).await? == 0 {
                return Ok(done);
            }
        }
        done += 1;
    }
    Ok(done)
}

/// Tells whether a response has come to its end.
fn is_whole(received: &[u8]) -> bool {
    let Some(end) = received.windows(4).position(|bytes| bytes == b"\r\n\r\n") else { return false };
    let head = String::from_utf8_lossy(&received[..end]).to_ascii_lowercase();
    let length = head.split("content-length: ").nth(1).and_then(|rest| rest.lines().next());
    length
        .and_then(|length| length.parse().ok())
        .is_some_and(|length: usize| received.len() >= end + 4 + length)
}

/// Returns the memory of this process that is in use, where the system tells it.
fn memory_mib() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
    let kilobytes: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes / 1_024)
}
