//! The command line: `felkod simulate`.

use std::{
    fs::File,
    io::{self, Read},
    net::{IpAddr, Ipv4Addr},
    path::{Path, PathBuf},
};

use crate::{Limits, Scenario, Server, scenario};

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

A limit of 0 means no limit. Stop the server with Ctrl-C or SIGTERM.
Exit status: 0 stopped, 2 wrong usage, an unreadable scenario, or a port that is in use.")]
pub struct Arguments {
    /// Address to listen on; unless it is 127.0.0.1, other computers can use the server
    #[arg(long, value_name = "ADDRESS", default_value_t = Ipv4Addr::LOCALHOST.into())]
    host: IpAddr,
    /// Port to listen on; 0 picks a free one
    #[arg(long, default_value_t = PORT)]
    port: u16,
    /// File in YAML that says what goes wrong, and when
    #[arg(long, value_name = "FILE")]
    scenario: Option<PathBuf>,
    /// Do not write a line for each call to standard error
    #[arg(long)]
    no_log: bool,
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
    #[arg(long, value_name = "SECONDS", default_value_t = 60, help_heading = "Times")]
    job_seconds: u64,
    /// Milliseconds that each call takes
    #[arg(long, value_name = "MS", default_value_t = 0, help_heading = "Times")]
    latency: u64,
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

/// What keeps `felkod simulate` from starting.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The file with the scenario cannot be read, or is not a scenario.
    #[error("cannot read {}: {error}", file.display())]
    Scenario {
        /// The file.
        file: PathBuf,
        /// What is wrong with it.
        error: String,
    },
    /// The port cannot be opened.
    #[error("cannot listen on {host} port {port}: {error}")]
    Listen {
        /// The address.
        host: IpAddr,
        /// The port.
        port: u16,
        /// What the system says.
        error: io::Error,
    },
}

impl Arguments {
    /// Returns the address to listen on, where other computers can reach it: the simulator has no password.
    #[must_use]
    pub fn exposed_host(&self) -> Option<IpAddr> {
        (!self.host.is_loopback()).then_some(self.host)
    }

    /// Starts the server. Unless `--no-log` is given, it writes a line for each call to `log`.
    ///
    /// # Errors
    ///
    /// When the scenario cannot be read or the port cannot be opened.
    pub fn start(&self, log: impl io::Write + Send + 'static) -> Result<Server, StartError> {
        let mut builder = Server::builder().host(self.host).port(self.port).limits(self.limits());
        if let Some(file) = &self.scenario {
            let scenario = read(file)
                .map_err(|error| error.to_string())
                .and_then(|yaml| yaml.parse::<Scenario>().map_err(|error| error.to_string()));
            let wrong = |error| StartError::Scenario { file: file.clone(), error };
            builder = builder.scenario(scenario.map_err(wrong)?);
        }
        if !self.no_log {
            builder = builder.log(log);
        }
        builder.start().map_err(|error| StartError::Listen { host: self.host, port: self.port, error })
    }
}

/// Reads a file, but no more of it than what already is too long for a scenario.
fn read(file: &Path) -> io::Result<String> {
    let mut yaml = String::new();
    File::open(file)?.take(scenario::LONGEST as u64 + 1).read_to_string(&mut yaml)?;
    Ok(yaml)
}

/// The signals that stop the command: Ctrl-C, and on Unix SIGTERM.
///
/// They count from its making on, so that none is lost between the start of the server and the wait. In a container,
/// where the command is process 1, they would otherwise be ignored.
#[derive(Debug)]
pub struct Stop {
    runtime: tokio::runtime::Runtime,
    #[cfg(unix)]
    signals: [tokio::signal::unix::Signal; 2],
    #[cfg(windows)]
    signals: [tokio::signal::windows::CtrlC; 1],
}

impl Stop {
    /// Takes the signals over from the system, for the rest of the process.
    ///
    /// # Errors
    ///
    /// When the system refuses it.
    pub fn new() -> io::Result<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build()?;
        let context = runtime.enter();
        #[cfg(unix)]
        let signals = {
            use tokio::signal::unix::{SignalKind, signal};
            [signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?]
        };
        #[cfg(windows)]
        let signals = [tokio::signal::windows::ctrl_c()?];
        drop(context);
        Ok(Self { runtime, signals })
    }

    /// Waits for the first of them.
    pub fn wait(mut self) {
        let signals = &mut self.signals;
        self.runtime.block_on(std::future::poll_fn(|context| {
            let has_come = signals.iter_mut().any(|signal| signal.poll_recv(context).is_ready());
            if has_come { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
        }));
    }
}
