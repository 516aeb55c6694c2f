//! The server: Marketo on a port of this machine.

use std::{
    io,
    net::{IpAddr, Ipv4Addr, SocketAddr},
    sync::Arc,
    thread::JoinHandle,
};

use tokio::{net::TcpListener, runtime, sync::oneshot};

use crate::{clock::Clock, http, limits::Limits, log::Log, marketo::Marketo, scenario::Scenario};

/// A server that answers as Marketo until it is dropped.
///
/// # Examples
///
/// ```
/// let server = felkod_simulator::Server::start()?;
/// assert!(server.address().starts_with("http://127.0.0.1:"));
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug)]
pub struct Server {
    marketo: Arc<Marketo>,
    address: SocketAddr,
    /// Dropping it ends the server.
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

/// The options of a server.
///
/// # Examples
///
/// ```
/// use felkod_simulator::{Clock, Limits, Server};
///
/// let limits = Limits { quota: 10, ..Limits::default() };
/// let server = Server::builder().limits(limits).clock(Clock::frozen_at(1_786_924_800_000)).start()?;
/// server.marketo().clock().advance_seconds(60);
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug)]
#[must_use]
pub struct Builder {
    host: IpAddr,
    port: u16,
    limits: Limits,
    clock: Clock,
    scenario: Scenario,
    kept_calls: Option<usize>,
    connections: usize,
    log: Log,
}

impl Server {
    /// Starts a server on 127.0.0.1 and a free port, with the vendor's limits.
    ///
    /// # Errors
    ///
    /// When no port can be opened.
    pub fn start() -> io::Result<Self> {
        Self::builder().start()
    }

    /// Returns the options, to be changed before the start.
    pub fn builder() -> Builder {
        Builder {
            host: Ipv4Addr::LOCALHOST.into(),
            port: 0,
            limits: Limits::default(),
            clock: Clock::real(),
            scenario: Scenario::default(),
            kept_calls: None,
            connections: 1_024,
            log: Log::none(),
        }
    }

    /// Returns the address for clients: `http://127.0.0.1:40123`.
    #[must_use]
    pub fn address(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Returns the Marketo behind the server: its clock, its calls, its scenario.
    #[must_use]
    pub fn marketo(&self) -> &Marketo {
        &self.marketo
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // A panic of the thread has been printed already.
            let _ = thread.join();
        }
    }
}

impl Builder {
    /// Sets the address to listen on; 127.0.0.1 unless set. With an address that is not a loopback address, every
    /// computer that reaches this one can use the server.
    pub fn host(mut self, host: IpAddr) -> Self {
        self.host = host;
        self
    }

    /// Sets the port; 0, which picks a free one, unless set.
    pub fn port(mut self, port: u16) -> Self {
        self.port = port;
        self
    }

    /// Sets the limits.
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Sets the clock; that of the machine unless set.
    pub fn clock(mut self, clock: Clock) -> Self {
        self.clock = clock;
        self
    }

    /// Sets what goes wrong, and when.
    pub fn scenario(mut self, scenario: Scenario) -> Self {
        self.scenario = scenario;
        self
    }

    /// Sets how many calls are kept to be looked at; 10,000 unless set.
    pub fn kept_calls(mut self, calls: usize) -> Self {
        self.kept_calls = Some(calls);
        self
    }

    /// Sets how many connections are open at most; 1,024 unless set. More are closed at once.
    pub fn connections(mut self, connections: usize) -> Self {
        self.connections = connections;
        self
    }

    /// Writes a line for each call. No line has a query, a header or a body, or anything in a path that could be a
    /// token or an e-mail address.
    pub fn log(mut self, writer: impl io::Write + Send + 'static) -> Self {
        self.log = Log::to(writer);
        self
    }

    /// Starts the server.
    ///
    /// # Errors
    ///
    /// When the port cannot be opened.
    pub fn start(self) -> io::Result<Server> {
        let mut marketo = Marketo::with(self.limits, self.clock);
        if let Some(calls) = self.kept_calls {
            marketo = marketo.keeping(calls);
        }
        marketo.play(self.scenario);
        let marketo = Arc::new(marketo);
        let runtime = runtime::Builder::new_multi_thread()
            .worker_threads(std::thread::available_parallelism().map_or(2, |cores| cores.get().min(4)))
            .thread_name("felkod-simulator")
            .enable_io()
            .enable_time()
            .build()?;
        let listener = runtime.block_on(TcpListener::bind((self.host, self.port)))?;
        let address = listener.local_addr()?;
        let service =
            http::Service::new(Arc::clone(&marketo), self.log, self.host.is_loopback(), self.connections);
        let (stop, stopped) = oneshot::channel();
        let thread = std::thread::Builder::new().name("felkod-simulator".to_owned()).spawn(move || {
            runtime.block_on(http::serve(listener, service, stopped));
            // Calls that still wait for their time are not waited for.
            runtime.shutdown_background();
        })?;
        Ok(Server { marketo, address, stop: Some(stop), thread: Some(thread) })
    }
}
