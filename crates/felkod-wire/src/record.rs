//! A record of `result`: its reasons, its status, and whether it has fields of its own.

use std::ops::Range;

use crate::{
    job::Job,
    rest::{Answer, Place},
    skim::{Skim, Stop},
};

/// How many keys of a record are known in the next one.
const KEYS: usize = 64;

/// A key as it stood in the record before, with the comma before it and the colon behind it: mostly it stands there again.
pub(crate) struct Known {
    range: Range<usize>,
    role: Role,
}

/// What a key of a record is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    /// `errors` or `reasons`.
    Errors,
    Status,
    /// One of a job's.
    Job,
    /// One of the ids that stand beside `status` in the result of a write, of leads, custom objects, lists and programs.
    Id,
    /// A field of the record's own.
    Field,
}

impl Role {
    fn of(key: &str) -> Self {
        // By the length first: it alone tells most fields from the rest.
        match (key.len(), key) {
            (6, "errors") | (7, "reasons") => Self::Errors,
            (6, "status") => Self::Status,
            (2, "id")
            | (3, "seq")
            | (6, "leadId")
            | (11, "marketoGUID")
            | (12, "membershipId")
            | (17, "externalCompanyId")
            | (21, "externalOpportunityId") => Self::Id,
            (7, "batchId" | "message")
            | (8, "exportId" | "importId" | "errorMsg")
            | (15, "numOfRowsFailed")
            | (18, "numOfRowsProcessed")
            | (19, "numOfLeadsProcessed")
            | (20, "numOfRowsWithWarning")
            | (21, "numOfObjectsProcessed") => Self::Job,
            _ => Self::Field,
        }
    }
}

impl<'t> Answer<'_, 't> {
    /// Reads the object of a record.
    pub(crate) fn record(&mut self, json: &mut Skim<'t>, record: usize) -> Result<(), Stop> {
        let found_before = self.draft.found();
        let (mut is_skipped, mut has_own_fields) = (false, false);
        let mut job = Job::default();
        json.enter()?;
        let mut is_first = true;
        for at in 0.. {
            let known = self.keys.get(at).filter(|known| json.repeats(&known.range));
            let role = if let Some(known) = known {
                is_first = false;
                known.role
            } else {
                let start = json.position();
                let Some(key) = json.key(&mut is_first)? else { break };
                json.colon()?;
                let role = Role::of(&key);
                if role == Role::Job {
                    has_own_fields = true;
                    job.take(&key, json.scalar()?);
                    self.remember(at, Known { range: 0..0, role });
                    continue;
                }
                self.remember(at, Known { range: start..json.position(), role });
                role
            };
            match role {
                Role::Errors => self.value(json, Place::Errors(Some(record)))?,
                Role::Status => {
                    let status = json.scalar()?;
                    is_skipped |= status.text() == Some("skipped");
                    job.status(status.text().unwrap_or_default());
                }
                // The key of a job's is never known: what it is decides.
                Role::Id | Role::Job => json.skip()?,
                Role::Field => {
                    has_own_fields = true;
                    json.skip()?;
                }
            }
        }
        self.records = self.records.max(record + 1);
        self.failed_jobs += usize::from(job.tell(record, self.draft));
        // A record with fields of its own may have a field `status` too.
        if is_skipped && !has_own_fields && self.draft.found() == found_before {
            self.text("skipped".into(), Some(record), false);
        }
        Ok(())
    }

    fn remember(&mut self, at: usize, known: Known) {
        match self.keys.get_mut(at) {
            Some(before) => *before = known,
            None if at < KEYS => self.keys.push(known),
            None => {}
        }
    }
}
