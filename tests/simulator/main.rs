//! The simulator: what it sends is read back, its limits hold, and it is safe to run.

mod catalog;
mod client;
mod endpoints;
mod jobs;
mod limits;
mod rust_client;
mod safety;
mod scenario;
mod server;
mod soap;
mod wire;
mod worst;
