//! The simulator: what it sends is read back, its limits hold, and it is safe to run.

mod catalog;
mod client;
mod endpoints;
mod jobs;
mod limits;
mod safety;
mod scenario;
mod server;
mod soap;
mod worst;
