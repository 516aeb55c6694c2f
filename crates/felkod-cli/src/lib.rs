//! The command `felkod`, as a library: the program and the Python package run the same code.

#![forbid(unsafe_code)]

mod bundle;
mod bundle_summary;
mod command;
mod decision;
mod explain;
mod group;
mod input;
mod layout;
mod lines;
mod list;
mod options;
mod output;
mod page;
mod quota;
mod read;
mod redact;
mod scan;
mod scan_page;
mod simulate;
mod summary;
mod words;

pub use command::run;
