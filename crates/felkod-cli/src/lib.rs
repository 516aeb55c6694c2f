//! The command `felkod`, as a library: the program and the Python package run the same code.

#![forbid(unsafe_code)]

mod command;
mod explain;
mod layout;
mod list;
mod options;
mod read;

pub use command::run;
