//! The command `felkod`.

#![forbid(unsafe_code)]

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(felkod_cli::run(std::env::args_os()))
}
