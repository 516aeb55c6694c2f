//! A local Marketo to test against.
//!
//! Nobody can make Marketo fail on demand, so the failures of an integration are seldom tested. This server fails on
//! demand: it sends every error code of the catalog, in the shape that Marketo sends it. It enforces Marketo's limits,
//! and its clock moves when a test says so. It is not a second Marketo: it keeps a few thousand leads, lists,
//! activities and jobs in memory, and only as many endpoints as a test needs.
//!
//! [`Server`] listens on a port of this machine. [`Marketo`] is the same without the network: a call goes in, a reply
//! comes out, and nothing sleeps.
//!
//! # Examples
//!
//! ```
//! use felkod_simulator::{Marketo, Request};
//!
//! let marketo = Marketo::new();
//! let request = Request::new("POST", "/bulk/v1/leads/export/create.json").header("X-Felkod-Answer", "1029:queue_full");
//! let reply = marketo.handle(&request);
//! let report = felkod::read(&reply.body);
//! assert_eq!(report.findings[0].case, Some(felkod::Case::RestExportQueueFull));
//! ```

#![forbid(unsafe_code)]

mod answer;
mod body;
mod calls;
pub mod cli;
mod clock;
mod control;
mod date;
mod endpoints;
mod guard;
mod http;
mod limits;
mod log;
mod marketo;
mod request;
mod scenario;
mod server;

pub use answer::{Answer, ParseAnswerError};
pub use calls::{Call, Calls};
pub use clock::Clock;
pub use limits::Limits;
pub use marketo::Marketo;
pub use request::{Delivery, Reply, Request};
pub use scenario::{Scenario, ScenarioError};
pub use server::{Builder, Server};
