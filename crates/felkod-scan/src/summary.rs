//! What a scan has counted.

use std::{
    collections::{BTreeMap, HashMap},
    path::{Path, PathBuf},
    sync::Arc,
};

use felkod_catalog::{Case, Code, Level, Outcome, StatusClass, Unknown};
use felkod_wire::{Answer, Finding, Report};

use crate::{
    options::{By, Options},
    queue::Source,
};

/// How many different errors are kept apart; a server may send any number for a code. The others count as one without a
/// code.
const MOST_CODES: usize = 10_000;

/// How many hours, days or files are kept apart. The others are left out of [`Summary::periods`].
const MOST_PERIODS: usize = 100_000;

/// What a scan has counted. It has nothing of what the server said.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Summary {
    /// How many files were read, those that could not be read to their end included.
    pub files: u64,
    /// How many responses were found.
    pub answers: u64,
    /// How many of them say that the call failed.
    pub calls: u64,
    /// How many records failed in calls that went through.
    pub records: u64,
    /// The time of the first response, in Unix milliseconds; `None` where no response has a time.
    pub first_seen: Option<i64>,
    /// The time of the last response, in Unix milliseconds.
    pub last_seen: Option<i64>,
    /// The zone of stamps that name none, see [`Options::zone`].
    pub zone: crate::Zone,
    /// The errors, the most frequent first.
    pub codes: Vec<CodeCount>,
    /// What [`Summary::periods`] are.
    pub by: By,
    /// The hours, the days or the files in which responses were found, in order.
    pub periods: Vec<Period>,
    /// What could not be read, or not to its end.
    pub unreadable: Vec<Unreadable>,
    /// Whether the scan was stopped before its end.
    pub is_interrupted: bool,
}

/// How often an error came up.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct CodeCount {
    /// The error, without the record and without anything of the server's message.
    pub finding: Finding,
    /// How often it came up; an error of several records once for each.
    pub count: u64,
    /// When it came up first, in Unix milliseconds.
    pub first_seen: Option<i64>,
    /// When it came up last, in Unix milliseconds.
    pub last_seen: Option<i64>,
    /// Where it stands first.
    pub example: Example,
}

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Example {
    /// The file.
    pub path: PathBuf,
    /// The line in it, from 1.
    pub line: u64,
    source: u64,
}

/// What came up in an hour, a day or a file.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Period {
    /// When it starts, in Unix milliseconds; `None` for a file.
    pub start: Option<i64>,
    /// The file; `None` for a time.
    pub path: Option<PathBuf>,
    /// How many responses were found.
    pub answers: u64,
    /// How many of them say that the call failed.
    pub calls: u64,
    /// How many records failed.
    pub records: u64,
}

/// Something that could not be read, or not to its end.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Unreadable {
    /// Its path.
    pub path: PathBuf,
    /// Why, in the words of the system.
    pub error: String,
    source: u64,
}

impl Summary {
    /// Tells whether any call or record failed.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.calls > 0 || self.records > 0
    }
}

/// What findings that count as one have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Key {
    code: Option<Code>,
    case: Option<Case>,
    number: Option<u32>,
    level: Level,
    status_class: Option<StatusClass>,
    unknown: Option<Unknown>,
}

impl From<&Finding> for Key {
    fn from(finding: &Finding) -> Self {
        let &Finding { code, case, number, level, status_class, .. } = finding;
        Self { code, case, number, level, status_class, unknown: finding.unknown() }
    }
}

/// An hour or a day by its start, a file by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Slot {
    Start(i64),
    Source(u64),
}

/// The counts of one thread, or of one part of a file.
#[derive(Debug, Default)]
pub(crate) struct Counts {
    files: u64,
    answers: u64,
    calls: u64,
    records: u64,
    seen: Seen,
    codes: HashMap<Key, CodeCount>,
    periods: BTreeMap<Slot, Period>,
    unreadable: Vec<Unreadable>,
}

/// The first and the last time.
#[derive(Debug, Clone, Copy, Default)]
struct Seen {
    first: Option<i64>,
    last: Option<i64>,
}

impl Seen {
    fn add(&mut self, other: Self) {
        self.first = [self.first, other.first].into_iter().flatten().min();
        self.last = self.last.max(other.last);
    }
}

impl Counts {
    pub(crate) fn add_file(&mut self) {
        self.files += 1;
    }

    pub(crate) fn add_unreadable(&mut self, source: &Source, error: String) {
        self.unreadable.push(Unreadable { path: source.path.clone(), error, source: source.number });
    }

    /// Counts a response that was found at a time.
    pub(crate) fn add(
        &mut self,
        source: &Source,
        path: &Arc<Path>,
        answer: Answer,
        at: Option<i64>,
        options: &Options,
    ) {
        let (is_limited, is_in_time) = (
            options.since.is_some() || options.until.is_some(),
            at.is_some_and(|at| {
                options.since.is_none_or(|since| since <= at) && options.until.is_none_or(|until| at < until)
            }),
        );
        if is_limited && !is_in_time {
            return;
        }
        let Answer { report, line, .. } = answer;
        let calls = u64::from(report.outcome == Outcome::Error);
        let records = records(&report);
        self.answers += 1;
        self.calls += calls;
        self.records += records;
        self.seen.add(Seen { first: at, last: at });
        let slot = match options.by {
            By::File => Some(Slot::Source(source.number)),
            By::Hour => at.map(|at| Slot::Start(options.zone.hour(at))),
            By::Day => at.map(|at| Slot::Start(options.zone.day(at))),
        };
        if let Some(slot) = slot
            && (self.periods.len() < MOST_PERIODS || self.periods.contains_key(&slot))
        {
            let (start, path) = match slot {
                Slot::Start(start) => (Some(start), None),
                Slot::Source(_) => (None, Some(path)),
            };
            let period = self.periods.entry(slot).or_insert_with(|| Period {
                start,
                path: path.map(|path| path.to_path_buf()),
                answers: 0,
                calls: 0,
                records: 0,
            });
            period.answers += 1;
            period.calls += calls;
            period.records += records;
        }
        for finding in report.findings {
            let finding = finding.anonymous();
            self.add_code(finding, || Example { path: path.to_path_buf(), line, source: source.number }, at);
        }
    }

    fn add_code(&mut self, mut finding: Finding, example: impl FnOnce() -> Example, at: Option<i64>) {
        let mut key = Key::from(&finding);
        if self.codes.len() >= MOST_CODES && !self.codes.contains_key(&key) && finding.code.is_none() {
            finding.number = None;
            finding.status_class = None;
            key = Key::from(&finding);
        }
        let counted = self.codes.entry(key).or_insert_with(|| CodeCount {
            finding,
            count: 0,
            first_seen: None,
            last_seen: None,
            example: example(),
        });
        counted.count += 1;
        counted.see(Seen { first: at, last: at });
    }

    /// Counts lines from so many before.
    pub(crate) fn add_lines(&mut self, before: u64) {
        for code in self.codes.values_mut() {
            code.example.line += before;
        }
    }

    /// Adds the counts of another thread or part.
    pub(crate) fn merge(&mut self, other: Self) {
        self.files += other.files;
        self.answers += other.answers;
        self.calls += other.calls;
        self.records += other.records;
        self.seen.add(other.seen);
        self.unreadable.extend(other.unreadable);
        for (key, theirs) in other.codes {
            match self.codes.entry(key) {
                std::collections::hash_map::Entry::Vacant(entry) => {
                    entry.insert(theirs);
                }
                std::collections::hash_map::Entry::Occupied(mut entry) => {
                    let ours = entry.get_mut();
                    ours.count += theirs.count;
                    ours.see(Seen { first: theirs.first_seen, last: theirs.last_seen });
                    if theirs.example.place() < ours.example.place() {
                        ours.example = theirs.example;
                    }
                }
            }
        }
        for (slot, theirs) in other.periods {
            match self.periods.entry(slot) {
                std::collections::btree_map::Entry::Vacant(entry) => {
                    entry.insert(theirs);
                }
                std::collections::btree_map::Entry::Occupied(mut entry) => {
                    let ours = entry.get_mut();
                    ours.answers += theirs.answers;
                    ours.calls += theirs.calls;
                    ours.records += theirs.records;
                }
            }
        }
    }

    pub(crate) fn finish(self, options: &Options) -> Summary {
        let mut codes: Vec<CodeCount> = self.codes.into_values().collect();
        codes.sort_by(|a, b| {
            let order = |code: &CodeCount| (code.finding.code.map(Code::index), code.finding.number);
            b.count
                .cmp(&a.count)
                .then_with(|| order(a).cmp(&order(b)))
                .then_with(|| a.example.place().cmp(&b.example.place()))
        });
        let mut unreadable = self.unreadable;
        unreadable.sort_by(|a, b| (a.source, &a.path).cmp(&(b.source, &b.path)));
        Summary {
            files: self.files,
            answers: self.answers,
            calls: self.calls,
            records: self.records,
            first_seen: self.seen.first,
            last_seen: self.seen.last,
            zone: options.zone.clone(),
            codes,
            by: options.by,
            periods: self.periods.into_values().collect(),
            unreadable,
            is_interrupted: options.watch.is_stopped(),
        }
    }
}

impl CodeCount {
    fn see(&mut self, seen: Seen) {
        let mut both = Seen { first: self.first_seen, last: self.last_seen };
        both.add(seen);
        (self.first_seen, self.last_seen) = (both.first, both.last);
    }
}

impl Example {
    fn place(&self) -> (u64, u64) {
        (self.source, self.line)
    }
}

/// Returns how many records failed in a call that went through.
fn records(report: &Report) -> u64 {
    let failed = if report.outcome == Outcome::Partial { report.by_record().len() } else { 0 };
    failed as u64
}
