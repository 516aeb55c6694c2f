//! `felkod bundle`: a zip for a support case.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, BufWriter, ErrorKind, Read, Write},
    path::{Path, PathBuf},
    sync::Arc,
};

use felkod::{
    evidence::{Bundle, BundleError, Contents, Options},
    scan::{Watch, Zone, open},
};

use crate::{
    bundle_summary,
    layout::{Rows, TITLE, harmless, heading, prose},
    output::{Output, plain},
    redact::Hiding,
    scan::stop_on_interrupt,
    words::Words,
};

/// The exit status where nothing is written.
const FAILED: u8 = 2;

#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Recordings (HAR, or JSON Lines of the recorder), logs, and bodies, plain or compressed; - is standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// Zip to write; a file that exists is never overwritten
    #[arg(long, value_name = "ZIP")]
    output: PathBuf,
    #[command(flatten)]
    hiding: Hiding,
}

pub(crate) fn run(arguments: &Arguments, output: &mut Output) -> io::Result<()> {
    let Some(options) = arguments.hiding.options(output)? else { return Ok(()) };
    let path = &arguments.output;
    let name = harmless(&path.display().to_string());
    let trouble = if fs::symlink_metadata(path).is_ok() {
        Trouble::Exists
    } else {
        match make(arguments, options, output) {
            Ok(contents) => return tell(&contents, &name, &arguments.files, output),
            Err(trouble) => trouble,
        }
    };
    output.status = FAILED;
    match trouble {
        Trouble::Exists => complain(output, "bundle-exists", name),
        Trouble::Interrupted => {
            let complaint = output.words.get("bundle-interrupted");
            output.complain(&complaint)
        }
        Trouble::NotText(file) => complain(output, "not-text", harmless(&file.display().to_string())),
        Trouble::Unreadable(files) => files.iter().try_for_each(|(file, error)| {
            output.complain_of("unreadable", &harmless(&file.display().to_string()), error)
        }),
        Trouble::Unwritable(error) => output.complain_of("unwritable", &name, &error),
    }
}

fn complain(output: &mut Output, id: &str, file: String) -> io::Result<()> {
    let complaint = output.words.with(id, &[("file", file.into())]);
    output.complain(&complaint)
}

/// Why nothing is written.
enum Trouble {
    Exists,
    Interrupted,
    NotText(PathBuf),
    Unreadable(Vec<(PathBuf, io::Error)>),
    Unwritable(io::Error),
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        if error.kind() == ErrorKind::AlreadyExists { Self::Exists } else { Self::Unwritable(error) }
    }
}

/// Makes the zip: in a draft beside it, which gets its name when all is well.
fn make(arguments: &Arguments, options: Options, output: &Output) -> Result<Contents, Trouble> {
    let watch = Arc::new(Watch::default());
    stop_on_interrupt(&watch);
    let (mut files, mut unreadable) = (Vec::new(), Vec::new());
    for path in &arguments.files {
        match open(path) {
            Ok(file) => files.push(Box::new(Watched { file, watch: &watch }) as Box<dyn Read + '_>),
            Err(error) => unreadable.push((path.clone(), error)),
        }
    }
    if !unreadable.is_empty() {
        return Err(Trouble::Unreadable(unreadable));
    }
    let draft = Draft::beside(&arguments.output)?;
    let mut bundle = Bundle::new(BufWriter::new(&draft.file), options);
    let zone = Zone::default();
    let clock = |line: &[u8]| zone.find(line).and_then(|millis| u64::try_from(millis).ok());
    let added = bundle.add(files, clock);
    if watch.is_stopped() {
        return Err(Trouble::Interrupted);
    }
    let path = |file: usize| arguments.files.get(file).cloned().unwrap_or_default();
    match added {
        Err(BundleError::NotText { file }) => return Err(Trouble::NotText(path(file))),
        Err(BundleError::Reading { file, error }) => {
            return Err(Trouble::Unreadable(vec![(path(file), error)]));
        }
        Err(BundleError::Writing(error)) => return Err(error.into()),
        Err(other) => return Err(io::Error::other(other).into()),
        Ok(()) => {}
    }
    let contents = bundle.contents().clone();
    let words = Words::new(output.words.locale);
    let summary = plain(words, |page| bundle_summary::write(&contents, page))?;
    bundle.finish(&summary)?.flush()?;
    draft.publish(&arguments.output)?;
    Ok(contents)
}

/// A file that ends with an error once the user has pressed Ctrl-C.
struct Watched<'w> {
    file: Box<dyn Read + Send>,
    watch: &'w Watch,
}

impl Read for Watched<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.watch.is_stopped() { Err(io::Error::other("interrupted")) } else { self.file.read(buffer) }
    }
}

/// A file in the folder of another one, which it becomes. It is removed whatever happens.
struct Draft {
    path: PathBuf,
    file: File,
}

impl Draft {
    fn beside(output: &Path) -> io::Result<Self> {
        let folder =
            output.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let mut number = 0_u32;
        loop {
            let path = folder.join(format!(".felkod-{}-{number}.tmp", std::process::id()));
            match private(&path) {
                Ok(file) => return Ok(Self { path, file }),
                Err(error) if error.kind() == ErrorKind::AlreadyExists && number < 1_000 => number += 1,
                // That this name is taken says nothing about the zip's.
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                    return Err(io::Error::other(error));
                }
                Err(error) => return Err(error),
            }
        }
    }

    /// Gives it the name of the zip, unless that is taken.
    fn publish(self, output: &Path) -> io::Result<()> {
        self.file.sync_all()?;
        match fs::hard_link(&self.path, output) {
            Err(error) if error.kind() != ErrorKind::AlreadyExists => {}
            done => return done,
        }
        // A file system without links, such as that of a memory stick.
        let mut copy = private(output)?;
        let copied = File::open(&self.path)
            .and_then(|mut draft| io::copy(&mut draft, &mut copy))
            .and_then(|_| copy.sync_all());
        if copied.is_err() {
            let _ = fs::remove_file(output);
        }
        copied
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
    }
}

/// Makes a file that only its owner can read, where there is none.
fn private(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Says what was written, and what was removed.
fn tell(contents: &Contents, name: &str, files: &[PathBuf], output: &mut Output) -> io::Result<()> {
    let words = &output.words;
    let mut parts = Rows::default();
    for (entry, says, file) in bundle_summary::parts(contents, words) {
        let file = file.and_then(|file| files.get(file)).map(|file| harmless(&file.display().to_string()));
        parts.add(entry, file.into_iter().chain([says]).collect::<Vec<_>>().join(" · "));
    }
    let mut removed = Rows::default();
    for (kind, count) in &contents.removed {
        removed.add(kind.to_string(), words.number(*count));
    }
    let title =
        words.get(if contents.removed.is_empty() { "bundle-nothing-removed" } else { "bundle-removed" });
    let remarks = bundle_summary::remarks(contents, words);
    heading(output, TITLE, 0, &[name.to_owned()])?;
    parts.write(output, 2)?;
    writeln!(output)?;
    heading(output, TITLE, 0, &[title])?;
    removed.write(output, 2)?;
    remarks.iter().try_for_each(|remark| prose(output, 2, remark))
}
