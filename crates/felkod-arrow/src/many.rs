//! Reading a column of bodies, on several threads, chunk by chunk.

use std::{
    collections::VecDeque,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
};

use arrow_array::{Array, ArrayRef, RecordBatch, RecordBatchReader};
use arrow_schema::{ArrowError, SchemaRef};
use felkod_catalog::Locale;
use felkod_wire::{Reader, Report};

use crate::{
    bodies::{Bodies, Body, check_bodies, check_statuses, column},
    numbers::numbers,
    rows::{Form, Rows},
};

/// How many rows and how many bytes of bodies are read by one thread in one go. It bounds what a batch can hold: a
/// finding takes more of a body than of a batch.
const ROWS: usize = 2_048;
const BYTES: usize = 8 << 20;

/// How many bytes of bodies are read in one round of all threads.
const ROUND: usize = 32 << 20;

/// How many pieces there are for a thread in one round, so that none waits long for the others.
const PIECES: usize = 4;

/// How many rows the pieces of the last round have at least, when there would be too few for all threads.
const LEAST: usize = 256;

/// How to read many bodies.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Many {
    /// What is known of all responses, and the bounds of the reading.
    pub reader: Reader,
    /// The language of the messages.
    pub locale: Locale,
    /// Whether there is a column of the server's messages, which can contain personal data.
    pub server_text: bool,
    /// Whether there is a row a finding, with the index of its body, in place of a row a body.
    pub explode: bool,
    /// How many threads read; by default one for each processor. Zero counts as one.
    pub jobs: usize,
}

impl Default for Many {
    fn default() -> Self {
        Self {
            reader: Reader::new(),
            locale: Locale::En,
            server_text: false,
            explode: false,
            jobs: std::thread::available_parallelism().map_or(1, std::num::NonZero::get),
        }
    }
}

impl Many {
    /// Makes the default: a row a body, messages in English, a thread for each processor.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Returns the columns of what is read.
    ///
    /// A row a body has `outcome`, `api`, `request_id`, `request_time` (microseconds, UTC), `advice`, `retry`, `code`,
    /// all of the call as a whole and `code` of the strictest finding, records included; then `findings`, a list of
    /// structs of `code`, `level`, `record`, `category`, `advice`, `retry`, `case` and `message`. A row a finding has
    /// `body`, the index of its body from 0, the columns of the call and those of the struct.
    #[must_use]
    pub fn schema(&self) -> SchemaRef {
        self.form().schema()
    }

    fn form(&self) -> Form {
        Form { locale: self.locale, server_text: self.server_text, explode: self.explode }
    }

    /// Reads the bodies of chunks, lazily and in order.
    pub fn read<I>(self, chunks: I) -> ReadMany<I::IntoIter>
    where
        I: IntoIterator<Item = Result<Chunk, ArrowError>>,
    {
        ReadMany {
            schema: self.schema(),
            many: self,
            chunks: chunks.into_iter(),
            chunk: None,
            count: 0,
            error: None,
            ready: VecDeque::new(),
        }
    }

    /// Reads a body, with the HTTP status of its row. A number that is no status is not known of the response.
    fn report(&self, body: Body<'_>, status: Option<i64>) -> Report {
        let read = |reader: &Reader| match body {
            Body::Bytes(bytes) => reader.read(bytes),
            Body::Text(text) => reader.read_text(text),
        };
        match status.and_then(|status| u16::try_from(status).ok()) {
            Some(status) => read(&self.reader.clone().status(status)),
            None => read(&self.reader),
        }
    }
}

/// A part of a column of bodies, and of the column of their statuses, which is as long.
#[derive(Clone, Debug)]
pub struct Chunk {
    /// The bodies: binary or text, in any layout.
    pub bodies: ArrayRef,
    /// The HTTP statuses: integers, or floats that are whole.
    pub statuses: Option<ArrayRef>,
}

impl Chunk {
    fn slice(&self, start: usize, length: usize) -> Self {
        let statuses = self.statuses.as_ref().map(|statuses| statuses.slice(start, length));
        Self { bodies: self.bodies.slice(start, length), statuses }
    }
}

/// The batches of what many bodies say. An error is one of the chunks.
pub struct ReadMany<I> {
    many: Many,
    schema: SchemaRef,
    chunks: I,
    /// The chunk that is being read, its bodies, and where.
    chunk: Option<(Chunk, Bodies, usize)>,
    /// How many bodies have come.
    count: usize,
    /// What went wrong behind the pieces of a round.
    error: Option<ArrowError>,
    ready: VecDeque<RecordBatch>,
}

/// What a thread reads in one go: bodies, and the index of the first.
struct Piece {
    chunk: Chunk,
    first: usize,
}

impl Piece {
    /// Divides it into pieces of so many rows at most.
    fn divided(self, rows: usize) -> impl Iterator<Item = Self> {
        let length = self.chunk.bodies.len();
        (0..length).step_by(rows).map(move |start| Self {
            chunk: self.chunk.slice(start, rows.min(length - start)),
            first: self.first + start,
        })
    }
}

impl<I: Iterator<Item = Result<Chunk, ArrowError>>> Iterator for ReadMany<I> {
    type Item = Result<RecordBatch, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(batch) = self.ready.pop_front() {
                return Some(Ok(batch));
            }
            if let Some(error) = self.error.take() {
                return Some(Err(error));
            }
            let pieces = self.pieces();
            if pieces.is_empty() && self.error.is_none() {
                return None;
            }
            match self.read(&pieces) {
                Ok(batches) => self.ready.extend(batches.into_iter().filter(|batch| batch.num_rows() > 0)),
                Err(error) => return Some(Err(error)),
            }
        }
    }
}

impl<I: Iterator<Item = Result<Chunk, ArrowError>>> RecordBatchReader for ReadMany<I> {
    fn schema(&self) -> SchemaRef {
        Arc::clone(&self.schema)
    }
}

impl<I: Iterator<Item = Result<Chunk, ArrowError>>> ReadMany<I> {
    /// Takes the pieces of the next round.
    fn pieces(&mut self) -> Vec<Piece> {
        let most = if self.many.jobs <= 1 { 1 } else { self.many.jobs.saturating_mul(PIECES) };
        let (mut pieces, mut bytes) = (Vec::new(), 0);
        while pieces.len() < most && bytes < ROUND {
            match self.piece(&mut bytes) {
                Ok(Some(piece)) => pieces.push(piece),
                Ok(None) => {
                    let rows: usize = pieces.iter().map(|piece: &Piece| piece.chunk.bodies.len()).sum();
                    let rows = rows.div_ceil(most).clamp(LEAST, ROWS);
                    return pieces.into_iter().flat_map(|piece| piece.divided(rows)).collect();
                }
                Err(error) => {
                    self.error = Some(error);
                    break;
                }
            }
        }
        pieces
    }

    /// Takes the next piece, and adds the bytes of its bodies.
    fn piece(&mut self, bytes: &mut usize) -> Result<Option<Piece>, ArrowError> {
        loop {
            let Some((chunk, bodies, start)) = &mut self.chunk else {
                let Some(chunk) = self.chunks.next().transpose()? else { return Ok(None) };
                self.chunk = Some(opened(&chunk)?);
                continue;
            };
            let length = chunk.bodies.len();
            if *start == length {
                self.chunk = None;
                continue;
            }
            let (mut end, mut of_piece) = (*start, 0);
            while end < length && end - *start < ROWS && of_piece < BYTES {
                of_piece += bodies.bytes(end);
                end += 1;
            }
            *bytes += of_piece;
            let piece = Piece { chunk: chunk.slice(*start, end - *start), first: self.count };
            self.count += end - *start;
            *start = end;
            return Ok(Some(piece));
        }
    }

    /// Reads pieces on all threads.
    fn read(&self, pieces: &[Piece]) -> Result<Vec<RecordBatch>, ArrowError> {
        let jobs = self.many.jobs.min(pieces.len());
        if jobs <= 1 {
            return pieces.iter().map(|piece| self.many.read_piece(piece)).collect();
        }
        let next = AtomicUsize::new(0);
        let batches = Mutex::new((0..pieces.len()).map(|_| None).collect::<Vec<_>>());
        let many = &self.many;
        let work = || {
            while let Some((at, piece)) = {
                let at = next.fetch_add(1, Ordering::Relaxed);
                pieces.get(at).map(|piece| (at, piece))
            } {
                let batch = many.read_piece(piece);
                batches.lock().unwrap_or_else(PoisonError::into_inner)[at] = Some(batch);
            }
        };
        std::thread::scope(|scope| {
            // The caller's thread works too.
            for _ in 1..jobs {
                // Where there is no thread to be had, the others do it.
                let _ = std::thread::Builder::new().spawn_scoped(scope, work);
            }
            work();
        });
        let batches = batches.into_inner().unwrap_or_else(PoisonError::into_inner);
        batches.into_iter().flatten().collect()
    }
}

/// Checks a chunk and opens its bodies.
fn opened(chunk: &Chunk) -> Result<(Chunk, Bodies, usize), ArrowError> {
    let wrong = |error| ArrowError::InvalidArgumentError(format!("{error}"));
    check_bodies(chunk.bodies.data_type()).map_err(wrong)?;
    let bodies = column(&chunk.bodies);
    let statuses = chunk.statuses.as_ref().map(column);
    if let Some(statuses) = &statuses {
        check_statuses(statuses.data_type()).map_err(wrong)?;
        if statuses.len() != bodies.len() {
            let (statuses, bodies) = (statuses.len(), bodies.len());
            let error = format!("there must be as many statuses as bodies, not {statuses} for {bodies}");
            return Err(ArrowError::InvalidArgumentError(error));
        }
    }
    let layout = Bodies::of(bodies.as_ref());
    Ok((Chunk { bodies, statuses }, layout, 0))
}

impl Many {
    fn read_piece(&self, piece: &Piece) -> Result<RecordBatch, ArrowError> {
        let bodies = Bodies::of(piece.chunk.bodies.as_ref());
        let statuses = piece.chunk.statuses.as_ref().and_then(|statuses| numbers(statuses.as_ref()));
        let length = piece.chunk.bodies.len();
        let mut rows = Rows::new(self.form(), length);
        for at in 0..length {
            let status = statuses.as_ref().and_then(|statuses| statuses.get(at).copied().flatten());
            let report = bodies.get(at).map(|body| self.report(body, status));
            rows.push(piece.first + at, report.as_ref());
        }
        rows.finish()
    }
}
