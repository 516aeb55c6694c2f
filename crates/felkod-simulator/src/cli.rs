//! The command line: `felkod simulate`.

use std::{
    io::{self, Write},
    net::{IpAddr, Ipv4Addr},
    path::PathBuf,
};

use crate::{Limits, Scenario, Server};

/// The port unless another is named.
const PORT: u16 = 8610;

/// The options of `felkod simulate`.
#[derive(Clone, Debug, clap::Args)]
#[command(after_help = "\
Examples:
  felkod simulate                                  prints its address, such as http://127.0.0.1:8610
  curl -H 'X-Felkod-Answer: 1029:queue_full' http://127.0.0.1:8610/rest/v1/leads.json
  felkod simulate --port 0 --scenario worst.yaml   picks a free port
  curl -d '{\"advance_seconds\": 3600}' http://127.0.0.1:8610/_felkod/clock

A limit of 0 means no limit. Stop the server with Ctrl-C.
Exit status: 2 wrong usage, an unreadable scenario or a port that is in use.")]
pub struct Arguments {
    /// Address to listen on; with one that is not 127.0.0.1 or `::1`, other computers can use the server
    #[arg(long, value_name = "ADDRESS", default_value_t = Ipv4Addr::LOCALHOST.into())]
    host: IpAddr,
    /// Port to listen on; 0 picks a free one
    #[arg(long, default_value_t = PORT)]
    port: u16,
    /// File in YAML that says what goes wrong, and when
    #[arg(long, value_name = "FILE")]
    scenario: Option<PathBuf>,
    /// Calls in any window [default: 100]
    #[arg(long, value_name = "COUNT", help_heading = "Limits")]
    rate: Option<u64>,
    /// Length of the window in seconds [default: 20]
    #[arg(long, value_name = "SECONDS", help_heading = "Limits")]
    window: Option<u64>,
    /// Calls at the same time [default: 10]
    #[arg(long, value_name = "COUNT", help_heading = "Limits")]
    concurrent: Option<u64>,
    /// Calls a day, over REST and over SOAP [default: 50000 and 10000]
    #[arg(long, value_name = "COUNT", help_heading = "Limits")]
    quota: Option<u64>,
    /// Age in seconds at which a token expires [default: 3600]
    #[arg(long, value_name = "SECONDS", help_heading = "Limits")]
    token_age: Option<u64>,
    /// Bytes in a URI [default: 8192]
    #[arg(long, value_name = "BYTES", help_heading = "Limits")]
    uri: Option<u64>,
    /// Bytes in a body [default: 1048576]
    #[arg(long, value_name = "BYTES", help_heading = "Limits")]
    body: Option<u64>,
    /// Records in a request [default: 300]
    #[arg(long, value_name = "COUNT", help_heading = "Limits")]
    records: Option<u64>,
    /// Days in the time range of an export [default: 30]
    #[arg(long, value_name = "DAYS", help_heading = "Limits")]
    export_days: Option<u64>,
    /// Jobs in the queue for exports and in that for imports [default: 10]
    #[arg(long, value_name = "COUNT", help_heading = "Limits")]
    queued_jobs: Option<u64>,
    /// Seconds that a bulk job runs
    #[arg(long, value_name = "SECONDS", default_value_t = 60)]
    job_seconds: u64,
    /// Milliseconds that each call takes
    #[arg(long, value_name = "MS", default_value_t = 0)]
    latency: u64,
    /// Do not write a line for each call to standard error
    #[arg(long)]
    no_log: bool,
}

impl Arguments {
    fn limits(&self) -> Limits {
        let vendor = Limits::default();
        let or = |given: Option<u64>, default: u64| match given {
            Some(0) => u64::MAX,
            Some(limit) => limit,
            None => default,
        };
        Limits {
            calls: or(self.rate, vendor.calls),
            window_seconds: self.window.unwrap_or(vendor.window_seconds),
            concurrent_calls: or(self.concurrent, vendor.concurrent_calls),
            quota: or(self.quota, vendor.quota),
            soap_quota: or(self.quota, vendor.soap_quota),
            token_seconds: or(self.token_age, vendor.token_seconds),
            uri_bytes: or(self.uri, vendor.uri_bytes),
            body_bytes: or(self.body, vendor.body_bytes),
            records: or(self.records, vendor.records),
            export_days: or(self.export_days, vendor.export_days),
            queued_exports: or(self.queued_jobs, vendor.queued_exports),
            queued_imports: or(self.queued_jobs, vendor.queued_imports),
            job_seconds: self.job_seconds,
            latency_millis: self.latency,
            ..vendor
        }
    }
}

/// Runs the server until the process is ended; returns the exit status where it cannot start.
#[must_use]
pub fn run(arguments: &Arguments) -> u8 {
    match start(arguments, &mut io::stdout(), &mut io::stderr()) {
        // The threads of the server do the work for as long as it is kept. A parked thread can wake up by itself.
        Ok(_server) => loop {
            std::thread::park();
        },
        Err(error) => {
            let _ = writeln!(io::stderr(), "felkod: {error}");
            2
        }
    }
}

/// Starts the server, and prints its address as the first line of the output.
///
/// # Errors
///
/// When the scenario cannot be read, the port cannot be opened or the address cannot be written.
pub fn start(
    arguments: &Arguments,
    output: &mut impl Write,
    complaints: &mut impl Write,
) -> io::Result<Server> {
    let mut builder = Server::builder().host(arguments.host).port(arguments.port).limits(arguments.limits());
    if let Some(file) = &arguments.scenario {
        let scenario = std::fs::read_to_string(file)
            .and_then(|yaml| yaml.parse::<Scenario>().map_err(io::Error::other))
            .map_err(|error| io::Error::other(format!("{}: {error}", file.display())))?;
        builder = builder.scenario(scenario);
    }
    if !arguments.no_log {
        builder = builder.log(io::stderr());
    }
    if !arguments.host.is_loopback() {
        writeln!(
            complaints,
            "felkod: warning: every computer that reaches {} can use the simulator; it has no password",
            arguments.host
        )?;
    }
    let server = builder.start().map_err(|error| {
        io::Error::other(format!("cannot listen on {} port {}: {error}", arguments.host, arguments.port))
    })?;
    writeln!(output, "{}", server.address())?;
    output.flush()?;
    Ok(server)
}
