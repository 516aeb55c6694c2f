//! `felkod simulate`: a local Marketo to test against.

use std::io::{self, Write};

use felkod_simulator::cli::{Arguments, StartError, Stop};

use crate::{layout::harmless, output::Output};

/// Runs the simulator until the process is told to stop. The first line of the output is its address.
pub(crate) fn run(arguments: &Arguments, output: &mut Output) -> io::Result<()> {
    let log: Box<dyn Write + Send> =
        if output.is_quiet { Box::new(io::sink()) } else { Box::new(io::stderr()) };
    let stop = Stop::new()?;
    let server = match arguments.start(log) {
        Ok(server) => server,
        Err(error) => {
            output.status = 2;
            let complaint = complaint(&error, output);
            return output.complain(&complaint);
        }
    };
    if let Some(host) = arguments.exposed_host() {
        let warning = output.words.with("simulator-exposed", &[("host", host.to_string().into())]);
        output.complain(&warning)?;
    }
    writeln!(output, "{}", server.address())?;
    output.flush()?;
    stop.wait();
    Ok(())
}

fn complaint(error: &StartError, output: &Output) -> String {
    match error {
        StartError::Scenario { file, error } => {
            let file = harmless(&file.display().to_string());
            output.words.with("unreadable", &[("file", file.into()), ("error", harmless(error).into())])
        }
        StartError::Listen { host, port, error } => output.words.with(
            "no-listening",
            &[
                ("host", host.to_string().into()),
                ("port", port.to_string().into()),
                ("error", error.to_string().into()),
            ],
        ),
    }
}
