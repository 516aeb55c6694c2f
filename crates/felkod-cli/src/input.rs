//! Reading a file in pieces, and noticing that nothing comes.

use std::{
    io::{self, Read},
    sync::mpsc::{self, Receiver, RecvTimeoutError},
    time::Duration,
};

/// How much of a file is read at once.
const PIECE: usize = 64 << 10;

/// How long nothing must come until a file counts as one that stays open.
const QUIET: Duration = Duration::from_millis(300);

/// A file that another thread reads.
pub(crate) struct Input {
    pieces: Receiver<io::Result<Vec<u8>>>,
}

/// What comes next.
pub(crate) enum Next {
    Piece(Vec<u8>),
    /// Nothing has come for a while; more may.
    Nothing,
    End,
    Error(io::Error),
}

impl Input {
    pub(crate) fn new(mut file: Box<dyn Read + Send>) -> Self {
        // The other thread reads one piece ahead.
        let (sender, pieces) = mpsc::sync_channel(1);
        std::thread::spawn(move || {
            loop {
                let mut piece = vec![0; PIECE];
                let read = match file.read(&mut piece) {
                    Ok(0) => return,
                    Ok(length) => {
                        piece.truncate(length);
                        Ok(piece)
                    }
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                    Err(error) => Err(error),
                };
                let is_end = read.is_err();
                if sender.send(read).is_err() || is_end {
                    return;
                }
            }
        });
        Self { pieces }
    }

    /// Waits for the next piece, where asked only for a while.
    pub(crate) fn next(&self, only_for_a_while: bool) -> Next {
        let received = if only_for_a_while {
            self.pieces.recv_timeout(QUIET)
        } else {
            self.pieces.recv().map_err(|_| RecvTimeoutError::Disconnected)
        };
        match received {
            Ok(Ok(piece)) => Next::Piece(piece),
            Ok(Err(error)) => Next::Error(error),
            Err(RecvTimeoutError::Timeout) => Next::Nothing,
            Err(RecvTimeoutError::Disconnected) => Next::End,
        }
    }
}
