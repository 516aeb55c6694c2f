//! `felkod quota`: when the daily quotas are reset.

use std::{
    io::{self, Write},
    time::Duration,
};

use felkod::{json::Json, retry::QuotaReset};
use jiff::{SignedDuration, Timestamp, ZonedDateTime, tz::TimeZone};

use crate::{
    decision,
    layout::{Rows, TITLE, prose},
    options::Format,
    output::Output,
    words::Words,
};

#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Output format
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

pub(crate) fn run(arguments: &Arguments, output: &mut Output) -> io::Result<()> {
    let now = decision::now();
    let reset = Reset::after(now, TimeZone::try_system().ok());
    match arguments.format {
        Format::Text => {
            let words = &output.words;
            let mut rows = Rows::default();
            for (label, lines) in reset.rows(words) {
                rows.add_lines(label, lines);
            }
            let (heading, notes) = (words.get("quota-heading"), reset.notes(words));
            writeln!(output, "{TITLE}{heading}{TITLE:#}")?;
            rows.write(output, 2)?;
            for note in notes {
                prose(output, 2, &note)?;
            }
            Ok(())
        }
        Format::Json => output.json(&reset.json()),
    }
}

/// The next reset, with what a reader wants to know beside it.
struct Reset {
    instants: QuotaReset,
    /// How long it takes until the reset is certain, in milliseconds.
    left: u64,
    /// The zone of the system, where it is known.
    zone: Option<TimeZone>,
}

impl Reset {
    fn after(now: u64, zone: Option<TimeZone>) -> Self {
        let instants = QuotaReset::after(now);
        Self { instants, left: instants.latest.saturating_sub(now), zone }
    }

    /// Tells whether the two readings of the vendor's time differ.
    fn is_unsure(&self) -> bool {
        self.instants.earliest != self.instants.latest
    }

    /// Returns labels, and what stands beside them.
    fn rows(&self, words: &Words) -> Vec<(String, Vec<String>)> {
        let times = |at| self.times(at, words);
        let mut rows = if self.is_unsure() {
            vec![
                (words.get("label-earliest"), times(self.instants.earliest)),
                (words.get("label-latest"), times(self.instants.latest)),
            ]
        } else {
            vec![(words.get("label-reset"), times(self.instants.latest))]
        };
        let left = words.duration(Duration::from_millis(self.left));
        rows.push((words.get("label-wait"), vec![left]));
        rows
    }

    /// Writes a time in the zone of the system and in UTC.
    fn times(&self, at: u64, words: &Words) -> Vec<String> {
        let write = |at: &ZonedDateTime| {
            let part = |form| at.strftime(form).to_string().into();
            let parts = [("date", part("%Y-%m-%d")), ("hour", part("%H")), ("minute", part("%M"))];
            words.with("date-and-time", &parts)
        };
        let local = self.local(at).map(|local| {
            let zone = zone_name(&local);
            words.with("local", &[("time", write(&local).into()), ("zone", zone.into())])
        });
        let utc = write(&timestamp(at).to_zoned_datetime(TimeZone::UTC));
        local.into_iter().chain([words.with("utc", &[("time", utc.into())])]).collect()
    }

    fn notes(&self, words: &Words) -> Vec<String> {
        let unsure = self.is_unsure().then(|| words.get("quota-unsure"));
        let no_zone = self.zone.is_none().then(|| words.get("quota-no-zone"));
        [words.get("quota-note")].into_iter().chain(unsure).chain(no_zone).collect()
    }

    fn json(&self) -> Json {
        let utc = |at| timestamp(at).to_string();
        let local = |at| {
            let local = self.local(at)?;
            Some(local.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string())
        };
        let QuotaReset { earliest, latest, .. } = self.instants;
        Json::from(vec![
            ("earliest", utc(earliest).into()),
            ("earliest_local", local(earliest).into()),
            ("latest", utc(latest).into()),
            ("latest_local", local(latest).into()),
            ("time_zone", self.zone.as_ref().and_then(TimeZone::iana_name).into()),
            ("after_seconds", self.left.div_ceil(1_000).into()),
        ])
    }

    fn local(&self, at: u64) -> Option<ZonedDateTime> {
        self.zone.clone().map(|zone| timestamp(at).to_zoned_datetime(zone))
    }
}

/// Returns the name of a zone, such as `Europe/Stockholm`; its offset where it has none.
fn zone_name(local: &ZonedDateTime) -> String {
    local.time_zone().iana_name().map_or_else(|| local.strftime("%:z").to_string(), str::to_owned)
}

/// Returns a time of Unix milliseconds, the last one possible where it lies beyond.
fn timestamp(at: u64) -> Timestamp {
    let since = i64::try_from(at).map_or(SignedDuration::MAX, SignedDuration::from_millis);
    Timestamp::UNIX_EPOCH.saturating_add(since).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
#[path = "quota_tests.rs"]
mod tests;
