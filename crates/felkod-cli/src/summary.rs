//! How often each error came up in several responses.

use std::{
    collections::HashMap,
    io::{self, Write},
};

use felkod::{Locale, Outcome, Report};

use crate::{layout::TITLE, output::Output};

/// How many different errors are counted; a server may send any number for a code.
const MOST_COUNTED: usize = 1_000;

/// How many of them are shown.
const MOST_SHOWN: usize = 20;

/// The counts so far.
#[derive(Default)]
pub(crate) struct Summary {
    responses: usize,
    failed: usize,
    unreadable: usize,
    by_title: HashMap<String, usize>,
    others: usize,
}

impl Summary {
    /// Counts a response and its errors.
    pub(crate) fn add(&mut self, report: &Report, locale: Locale) {
        self.responses += 1;
        match report.outcome {
            Outcome::Partial | Outcome::Error => self.failed += 1,
            Outcome::Unrecognized => self.unreadable += 1,
            Outcome::Success | _ => {}
        }
        for finding in &report.findings {
            let title = finding.title(locale);
            if let Some(count) = self.by_title.get_mut(&title) {
                *count += 1;
            } else if self.by_title.len() < MOST_COUNTED {
                self.by_title.insert(title, 1);
            } else {
                self.others += 1;
            }
        }
    }

    /// Writes the counts, the most frequent error first.
    pub(crate) fn write(self, output: &mut Output) -> io::Result<()> {
        let words = &output.words;
        let heading = words.with(
            "summary",
            &[
                ("number", words.count(self.responses).into()),
                ("count", self.responses.into()),
                ("failed", words.count(self.failed).into()),
                ("unreadable", words.count(self.unreadable).into()),
                ("of_those", self.unreadable.into()),
            ],
        );
        let mut counts: Vec<(String, usize)> = self.by_title.into_iter().collect();
        counts.sort_by(|(a, of_a), (b, of_b)| of_b.cmp(of_a).then_with(|| a.cmp(b)));
        let rest = counts.split_off(counts.len().min(MOST_SHOWN));
        let others = rest.iter().map(|(_, count)| count).sum::<usize>() + self.others;
        if others > 0 {
            counts.push((words.get("summary-other"), others));
        }
        let counts = counts.into_iter().map(|(title, count)| (words.count(count), title));
        let counts: Vec<(String, String)> = counts.collect();
        let widest = counts.iter().map(|(count, _)| count.chars().count()).max().unwrap_or_default();
        let rows = counts.into_iter().map(|(count, title)| {
            words.with(
                "summary-row",
                &[("count", format!("{count:>widest$}").into()), ("title", title.into())],
            )
        });
        let rows: Vec<String> = rows.collect();
        writeln!(output, "\n{TITLE}{heading}{TITLE:#}")?;
        for row in rows {
            writeln!(output, "  {row}")?;
        }
        Ok(())
    }
}
