//! The files to scan, one after another, for several threads.

use std::{
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use walkdir::WalkDir;

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

/// The files that are left.
pub(crate) struct Queue<'p> {
    sources: Mutex<Box<dyn Iterator<Item = Source> + Send + 'p>>,
}

impl<'p> Queue<'p> {
    pub(crate) fn new(paths: impl Iterator<Item = PathBuf> + Send + 'p) -> Self {
        let sources = paths.flat_map(sources).zip(0..).map(|(source, number)| Source { number, ..source });
        Self { sources: Mutex::new(Box::new(sources)) }
    }

    pub(crate) fn next(&self) -> Option<Source> {
        self.sources.lock().unwrap_or_else(PoisonError::into_inner).next()
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
