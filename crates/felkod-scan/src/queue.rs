//! The files to scan, one after another, for several threads.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
};

use walkdir::WalkDir;

use crate::part::Part;

/// What is scanned next.
#[derive(Debug)]
pub(crate) struct Source {
    /// Its place among all.
    pub(crate) number: u64,
    pub(crate) path: PathBuf,
    /// Why it cannot be read, where the walk knows that already.
    pub(crate) trouble: Option<String>,
}

impl Source {
    /// Tells whether it is the standard input.
    pub(crate) fn is_stdin(&self) -> bool {
        self.path.as_os_str() == "-"
    }
}

/// What a thread does next.
pub(crate) enum Work {
    /// Reads a source, and says by [`Queue::opened`] when it is open, or cannot be.
    Source(Source),
    /// Reads a part of a file.
    Part(Arc<Part>),
}

/// The files that are left, and those that are being read and can be split.
pub(crate) struct Queue<'p> {
    left: Mutex<Left<'p>>,
    changed: Condvar,
}

struct Left<'p> {
    sources: Box<dyn Iterator<Item = Source> + Send + 'p>,
    /// How many sources are being opened, so that it is not known yet whether they can be split.
    opening: usize,
    /// The files that can be split, and all their parts.
    files: Vec<Arc<Part>>,
    parts: Vec<Arc<Part>>,
}

impl<'p> Queue<'p> {
    pub(crate) fn new(paths: impl Iterator<Item = PathBuf> + Send + 'p) -> Self {
        let sources = paths.flat_map(sources).zip(0..).map(|(source, number)| Source { number, ..source });
        let left = Left { sources: Box::new(sources), opening: 0, files: Vec::new(), parts: Vec::new() };
        Self { left: Mutex::new(left), changed: Condvar::new() }
    }

    fn left(&self) -> MutexGuard<'_, Left<'p>> {
        self.left.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns the next source; where none is left, a part of the file of which the most is left to read.
    pub(crate) fn next(&self) -> Option<Work> {
        let mut left = self.left();
        loop {
            if let Some(source) = left.sources.next() {
                left.opening += 1;
                return Some(Work::Source(source));
            }
            left.parts.retain(|part| part.left() > 0);
            let longest = left.parts.iter().max_by_key(|part| part.left());
            if let Some(part) = longest.and_then(|part| part.split()) {
                left.parts.push(Arc::clone(&part));
                return Some(Work::Part(part));
            }
            if left.opening == 0 {
                return None;
            }
            left = self.changed.wait(left).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Notes that a source is open, with the file where it can be split.
    pub(crate) fn opened(&self, file: Option<&Arc<Part>>) {
        let mut left = self.left();
        left.opening -= 1;
        left.files.extend(file.cloned());
        left.parts.extend(file.cloned());
        drop(left);
        self.changed.notify_all();
    }

    /// Returns the files that could be split.
    pub(crate) fn files(self) -> Vec<Arc<Part>> {
        self.left.into_inner().unwrap_or_else(PoisonError::into_inner).files
    }
}

/// Lists what a path names: itself, or the regular files of a folder, hidden ones too. Links in the folder are not
/// followed; what was named is read whatever it is, such as a pipe.
pub(crate) fn sources(path: PathBuf) -> Box<dyn Iterator<Item = Source> + Send> {
    if path.as_os_str() == "-" {
        return Box::new(std::iter::once(Source { number: 0, path, trouble: None }));
    }
    Box::new(WalkDir::new(path).sort_by_file_name().into_iter().filter_map(|entry| match entry {
        Ok(entry) => {
            let is_file =
                if entry.depth() == 0 { !entry.path().is_dir() } else { entry.file_type().is_file() };
            is_file.then(|| Source { number: 0, path: entry.into_path(), trouble: None })
        }
        Err(error) => {
            let path = error.path().unwrap_or(Path::new("")).to_owned();
            let trouble = error.io_error().map_or_else(|| error.to_string(), ToString::to_string);
            Some(Source { number: 0, path, trouble: Some(trouble) })
        }
    }))
}
