//! Bulk jobs: they wait in a queue, run and end, all by the clock.

use std::collections::VecDeque;

use felkod::{Case, Code};

use crate::{body::Refusal, limits::Limits, scenario::mix};

/// How many jobs of a kind are kept; the oldest go first.
const MOST: usize = 200;

#[derive(Debug, Default)]
pub(crate) struct Jobs {
    exports: VecDeque<Export>,
    imports: VecDeque<Import>,
    count: u64,
    /// The bytes exported today, and when today ends.
    exported: (u64, u64),
}

/// What is exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Leads,
    Activities,
}

/// When a job runs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Times {
    pub(crate) queued: u64,
    pub(crate) starts: u64,
    pub(crate) ends: u64,
}

#[derive(Clone, Debug)]
pub(crate) struct Export {
    pub(crate) id: String,
    pub(crate) kind: Kind,
    pub(crate) created: u64,
    /// The times between which what is exported was created.
    pub(crate) from: u64,
    pub(crate) to: u64,
    pub(crate) fields: Vec<String>,
    pub(crate) times: Option<Times>,
    pub(crate) is_cancelled: bool,
    /// How many records and bytes it has, once it is enqueued.
    pub(crate) records: u64,
    pub(crate) bytes: u64,
}

#[derive(Clone, Debug)]
pub(crate) struct Import {
    pub(crate) id: u64,
    pub(crate) times: Times,
    pub(crate) processed: u64,
    /// The header of the file and the lines that were rejected, each with its reason.
    pub(crate) header: String,
    pub(crate) failures: String,
    pub(crate) failed: u64,
}

impl Export {
    /// Returns the word for how far it is.
    pub(crate) fn status(&self, now: u64) -> &'static str {
        match self.times {
            _ if self.is_cancelled => "Cancelled",
            None => "Created",
            Some(times) => times.stage(now).unwrap_or("Completed"),
        }
    }

    pub(crate) fn is_complete(&self, now: u64) -> bool {
        !self.is_cancelled && self.times.is_some_and(|times| now >= times.ends)
    }
}

impl Times {
    /// Returns the word for a job that has not ended.
    pub(crate) fn stage(self, now: u64) -> Option<&'static str> {
        if now < self.starts {
            Some("Queued")
        } else if now < self.ends {
            Some("Processing")
        } else {
            None
        }
    }

    /// Gives a job its times: it starts when one of the running ones ends. `None` where the queue is full.
    fn after(
        others: impl Iterator<Item = Times>,
        now: u64,
        queue: u64,
        slots: u64,
        seconds: u64,
    ) -> Option<Self> {
        let mut ends: Vec<_> =
            others.filter(|times| times.ends > now).map(|times| (times.starts, times.ends)).collect();
        let queued = ends.iter().filter(|(starts, _)| *starts > now).count();
        if u64::try_from(queued).is_ok_and(|queued| queued >= queue) {
            return None;
        }
        ends.sort_unstable_by_key(|(_, ends)| *ends);
        let slots = usize::try_from(slots).unwrap_or(usize::MAX).max(1);
        let starts = ends.len().checked_sub(slots).map_or(now, |at| ends[at].1);
        Some(Self { queued: now, starts, ends: starts.saturating_add(seconds.saturating_mul(1_000)) })
    }
}

impl Jobs {
    /// Creates an export of what was created between two times. It does not run until it is enqueued.
    pub(crate) fn create(
        &mut self,
        kind: Kind,
        (from, to): (u64, u64),
        fields: Vec<String>,
        now: u64,
        limits: &Limits,
    ) -> Result<&Export, Refusal> {
        if self.exported_today(now) >= limits.export_bytes {
            return Err(Refusal::case(Case::RestExportQuotaUsedUp));
        }
        if self.exports.len() >= MOST {
            self.exports.pop_front();
        }
        self.count += 1;
        let (high, low) = (mix(self.count), mix(now));
        let id = format!(
            "{:08x}-{:04x}-4{:03x}-8{:03x}-{:012x}",
            high >> 32,
            high >> 16 & 0xffff,
            high & 0xfff,
            low >> 52,
            low & 0xffff_ffff_ffff
        );
        let at = self.exports.len();
        self.exports.push_back(Export {
            id,
            kind,
            created: now,
            from,
            to,
            fields,
            times: None,
            is_cancelled: false,
            records: 0,
            bytes: 0,
        });
        Ok(&self.exports[at])
    }

    fn exported_today(&mut self, now: u64) -> u64 {
        if now >= self.exported.1 {
            self.exported = (0, super::gate::next_day(now));
        }
        self.exported.0
    }

    pub(crate) fn export(&mut self, kind: Kind, id: &str) -> Result<&mut Export, Refusal> {
        let found = self.exports.iter_mut().find(|export| export.kind == kind && export.id == id);
        found.ok_or_else(|| Code::RestObjectNotFound.into())
    }

    pub(crate) fn exports(&self, kind: Kind) -> impl Iterator<Item = &Export> {
        self.exports.iter().filter(move |export| export.kind == kind)
    }

    /// Puts an export of so many records and bytes in the queue.
    pub(crate) fn enqueue(
        &mut self,
        kind: Kind,
        id: &str,
        size: (u64, u64),
        now: u64,
        limits: &Limits,
    ) -> Result<&Export, Refusal> {
        let export = self.export(kind, id)?;
        if export.is_cancelled {
            return Err(Refusal::with(Code::RestExportRefused, "The export job was cancelled"));
        }
        if export.times.is_some() {
            return Err(Refusal::case(Case::RestExportAlreadyQueued));
        }
        if self.exported_today(now) >= limits.export_bytes {
            return Err(Refusal::case(Case::RestExportQuotaUsedUp));
        }
        let others =
            self.exports.iter().filter(|export| !export.is_cancelled).filter_map(|export| export.times);
        let times =
            Times::after(others, now, limits.queued_exports, limits.running_exports, limits.job_seconds);
        let times = times.ok_or_else(|| Refusal::case(Case::RestExportQueueFull))?;
        self.exported.0 = self.exported.0.saturating_add(size.1);
        let export = self.export(kind, id)?;
        (export.times, export.records, export.bytes) = (Some(times), size.0, size.1);
        Ok(export)
    }

    /// Takes a new import, if the queue has room.
    pub(crate) fn import(&mut self, now: u64, limits: &Limits) -> Result<&mut Import, Refusal> {
        let others = self.imports.iter().map(|import| import.times);
        let times =
            Times::after(others, now, limits.queued_imports, limits.running_imports, limits.job_seconds);
        let times = times.ok_or(Code::RestTooManyImports)?;
        if self.imports.len() >= MOST {
            self.imports.pop_front();
        }
        self.count += 1;
        let at = self.imports.len();
        self.imports.push_back(Import {
            id: self.count,
            times,
            processed: 0,
            header: String::new(),
            failures: String::new(),
            failed: 0,
        });
        Ok(&mut self.imports[at])
    }

    pub(crate) fn import_status(&self, id: &str) -> Result<&Import, Refusal> {
        let id = id.parse::<u64>().ok();
        let found = self.imports.iter().find(|import| Some(import.id) == id);
        found.ok_or_else(|| Code::RestObjectNotFound.into())
    }
}
