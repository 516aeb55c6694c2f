//! The responses in files, one by one.

use std::{
    io::{self, Read},
    path::{Path, PathBuf},
    sync::Arc,
};

use felkod_wire::{Answer, Finder, Limits, Reader};

use crate::{
    file,
    queue::{Source, sources},
};

/// How much of a text is read at once.
const PIECE: usize = 128 << 10;

/// Returns the responses in files, folders with all that is in them, and `-`, the standard input: lazily, in the order of
/// the paths and lines.
///
/// Files are opened as [`scan`](crate::scan) opens them, plain or compressed. What cannot be read gives one item that says
/// why, after the responses before that place, and stops nothing.
///
/// # Examples
///
/// ```
/// use felkod_wire::Limits;
///
/// let log = std::env::temp_dir().join(format!("felkod-answers-{}.log", std::process::id()));
/// std::fs::write(&log, "lead 606 updated\nAPI Error Code 606: Max rate limit '100' exceeded with in '20' secs\n")?;
/// let found: Vec<_> = felkod_scan::answers([&log], Limits::default()).collect();
/// assert_eq!(found.len(), 1);
/// assert_eq!(found[0].answer.as_ref().map(|answer| answer.line), Ok(2));
/// # std::fs::remove_file(log)?;
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn answers<P: Into<PathBuf>>(
    paths: impl IntoIterator<Item = P>,
    limits: Limits,
) -> impl Iterator<Item = FileAnswer> + Send {
    let paths: Vec<PathBuf> = paths.into_iter().map(Into::into).collect();
    paths.into_iter().flat_map(sources).flat_map(move |source| Text::open(&source, limits))
}

/// A response in a file, or why the file cannot be read.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct FileAnswer {
    /// The path of the file.
    pub path: Arc<Path>,
    /// The response; an error says why the file cannot be read, or not to its end.
    pub answer: Result<Answer, String>,
}

/// The text of a file, as far as it has been read.
struct Text {
    path: Arc<Path>,
    /// What is left to read, and where it is searched; `None` behind the end.
    open: Option<(Box<dyn Read + Send>, Finder)>,
    /// What was found or went wrong, and has not been returned.
    ready: std::vec::IntoIter<Result<Answer, String>>,
}

impl Text {
    fn open(source: &Source, limits: Limits) -> Self {
        let path = Arc::from(source.path.as_path());
        let opened = match &source.trouble {
            Some(trouble) => Err(trouble.clone()),
            None => file::open_source(source).map_err(|error| file::trouble(&error)),
        };
        match opened {
            Ok(opened) => {
                let finder = Finder::with(Reader::new().limits(limits));
                Self { path, open: Some((opened.text.in_order(), finder)), ready: Vec::new().into_iter() }
            }
            Err(trouble) => Self { path, open: None, ready: vec![Err(trouble)].into_iter() },
        }
    }

    /// Reads the next piece; what it finds is ready then.
    fn read(&mut self, piece: &mut [u8]) {
        let Some((file, mut finder)) = self.open.take() else { return };
        let mut file = file;
        let (found, trouble) = match file.read(piece) {
            Ok(0) => (finder.finish(), None),
            Err(error) if error.kind() != io::ErrorKind::Interrupted => {
                (finder.finish(), Some(Err(file::trouble(&error))))
            }
            length => {
                let found = finder.push(&piece[..length.unwrap_or_default()]);
                self.open = Some((file, finder));
                (found, None)
            }
        };
        self.ready = found.into_iter().map(Ok).chain(trouble).collect::<Vec<_>>().into_iter();
    }
}

impl Iterator for Text {
    type Item = FileAnswer;

    fn next(&mut self) -> Option<FileAnswer> {
        let mut piece = Vec::new();
        loop {
            if let Some(answer) = self.ready.next() {
                return Some(FileAnswer { path: Arc::clone(&self.path), answer });
            }
            self.open.as_ref()?;
            piece.resize(PIECE, 0);
            self.read(&mut piece);
        }
    }
}
