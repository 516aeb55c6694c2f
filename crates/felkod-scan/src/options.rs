//! What to scan for, and how.

use std::sync::{
    Arc,
    atomic::{AtomicBool, AtomicU64, Ordering},
};

use crate::zone::Zone;

/// How to scan.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Options {
    /// How many threads read, each a file or a part of a large one; by default one for each processor. Zero counts as one.
    pub jobs: usize,
    /// The time zone of stamps that do not name one, and of the hours and days; by default UTC.
    pub zone: Zone,
    /// The first time that counts, in Unix milliseconds. Responses without a time do not count then.
    pub since: Option<i64>,
    /// The first time that no longer counts, in Unix milliseconds. Responses without a time do not count then.
    pub until: Option<i64>,
    /// What the counts are broken down by.
    pub by: By,
    /// Tells how far the scan has come, and can stop it.
    pub watch: Arc<Watch>,
}

impl Default for Options {
    fn default() -> Self {
        let jobs = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        Self { jobs, zone: Zone::default(), since: None, until: None, by: By::Hour, watch: Arc::default() }
    }
}

/// What the counts are broken down by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum By {
    /// The hour.
    #[default]
    Hour,
    /// The day.
    Day,
    /// The file.
    File,
}

/// Tells how far a scan has come, and can stop it, from another thread.
#[derive(Debug, Default)]
pub struct Watch {
    is_stopped: AtomicBool,
    bytes: AtomicU64,
    files: AtomicU64,
}

impl Watch {
    /// Stops the scan: it returns what it has counted so far. Of a large file that several threads share, that is what
    /// comes before the first place that has not been read.
    pub fn stop(&self) {
        self.is_stopped.store(true, Ordering::Relaxed);
    }

    /// Tells whether the scan was stopped.
    #[must_use]
    pub fn is_stopped(&self) -> bool {
        self.is_stopped.load(Ordering::Relaxed)
    }

    /// Returns how many bytes have been read, after decompression.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.bytes.load(Ordering::Relaxed)
    }

    /// Returns how many files have been opened.
    #[must_use]
    pub fn files(&self) -> u64 {
        self.files.load(Ordering::Relaxed)
    }

    pub(crate) fn add_bytes(&self, count: usize) {
        self.bytes.fetch_add(count as u64, Ordering::Relaxed);
    }

    pub(crate) fn add_file(&self) {
        self.files.fetch_add(1, Ordering::Relaxed);
    }
}
