//! The table of cases that every language reads.

use std::{collections::HashSet, time::Duration};

use felkod_catalog::{Case, Code};
use felkod_retry::{Attempts, Decision, Event, Failure, Policy, decision_json};
use felkod_wire::{Reader, Report};

const TABLE: &str = include_str!("../cases/decisions.tsv");

/// A row of the table, by the names of its columns.
struct Row(Vec<(&'static str, &'static str)>);

impl Row {
    /// Returns a column; `None` for a dash.
    fn get(&self, column: &str) -> Option<&'static str> {
        let (_, value) = self.0.iter().find(|(name, _)| *name == column).expect(column);
        (*value != "-").then_some(value)
    }

    fn number(&self, column: &str) -> u64 {
        self.get(column).expect(column).parse().expect(column)
    }

    fn name(&self) -> &'static str {
        self.get("name").expect("a name")
    }

    fn report(&self) -> Option<Report> {
        let mut reader = Reader::new();
        if let Some(status) = self.get("status") {
            reader = reader.status(status.parse().expect("a status"));
        }
        if let Some(wait) = self.get("retry_after") {
            reader = reader.header("Retry-After", wait);
        }
        Some(reader.read(self.get("body")?.as_bytes()))
    }

    fn policy(&self) -> Policy {
        let policy = serde_json::from_str(self.get("policy").expect("a policy"));
        policy.unwrap_or_else(|error| panic!("{}: {error}", self.name()))
    }

    /// Decides as often as the row says and returns the last decision.
    fn decide(&self, seed: u32) -> Decision {
        let (report, policy, now) = (self.report(), self.policy(), self.number("now"));
        let request = self.get("request").expect("a request").parse().expect("a kind of request");
        let mut attempts = Attempts::seeded(request, seed);
        attempts.insists = self.get("insists").is_some();
        attempts.records = self.get("records").map(|records| records.parse().expect("a number"));
        attempts.started = Some(now - self.number("elapsed") * 1_000);
        let failure = self.get("failure").map(|word| word.parse::<Failure>().expect("a failure"));
        let event = match (&report, failure) {
            (Some(report), None) => Event::from(report),
            (None, Some(failure)) => Event::from(failure),
            _ => panic!("{}: either a body or a failure", self.name()),
        };
        for _ in 0..self.number("before") {
            let before = policy.decide(&mut attempts, event, now);
            assert!(before.after().is_some(), "{}: {before:?} before", self.name());
        }
        policy.decide(&mut attempts, event, now)
    }
}

fn rows() -> impl Iterator<Item = Row> {
    let mut lines = TABLE.lines();
    let columns: Vec<&str> = lines.next().expect("a head").split('\t').collect();
    lines.filter(|line| !line.starts_with('#')).map(move |line| {
        let values: Vec<&str> = line.split('\t').collect();
        assert_eq!(values.len(), columns.len(), "{line}");
        Row(columns.iter().copied().zip(values).collect())
    })
}

#[test]
fn every_case_of_the_table_is_decided_as_it_says() {
    let mut wrong = Vec::new();
    for row in rows() {
        for seed in [0, 1, 2, 606, u32::MAX] {
            let decision = row.decide(seed);
            let json = decision_json(&decision);
            let text = |key: &str| match json.get(key) {
                Some(felkod_wire::json::Json::Text(text)) => text.clone(),
                _ => "-".to_owned(),
            };
            let list = |indexes: &[usize]| match indexes {
                [] => "-".to_owned(),
                indexes => indexes.iter().map(usize::to_string).collect::<Vec<_>>().join(","),
            };
            let (again, set_aside) = if let Decision::Resend { records, set_aside, .. } = &decision {
                (list(records), list(set_aside))
            } else if let Decision::Done { set_aside, .. } = &decision {
                (list(&[]), list(set_aside))
            } else {
                (list(&[]), list(&[]))
            };
            let limit = if let Decision::Reduce { limit: Some(limit) } = &decision {
                format!("{}:{}", limit.unit(), limit.figure())
            } else {
                "-".to_owned()
            };
            let found = [text("action"), text("reason"), text("who"), again, set_aside, limit];
            let columns = ["action", "reason", "who", "again", "set_aside", "limit"];
            let expected = columns.map(|column| row.get(column).unwrap_or("-"));
            if found != expected {
                wrong.push(format!("{}: expected {expected:?}, decided {found:?}", row.name()));
            }
            let bound = |column| {
                let seconds = row.get(column)?.parse().expect(column);
                Some(Duration::from_secs_f64(seconds))
            };
            match (bound("least"), bound("most"), decision.after()) {
                (Some(least), Some(most), Some(after)) if (least..=most).contains(&after) => {}
                (None, None, None) => {}
                (least, most, after) => {
                    wrong.push(format!("{}: waits {after:?}, expected {least:?} to {most:?}", row.name()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_table_has_a_row_for_every_code_and_every_case() {
    let (mut codes, mut cases) = (HashSet::new(), HashSet::new());
    for row in rows() {
        for finding in row.report().iter().flat_map(|report| &report.findings) {
            codes.extend(finding.code);
            cases.extend(finding.case);
        }
    }
    let codes: Vec<_> = Code::ALL.iter().filter(|code| !codes.contains(code)).collect();
    let cases: Vec<_> = Case::ALL.iter().filter(|case| !cases.contains(case)).collect();
    assert!(codes.is_empty() && cases.is_empty(), "no row for {codes:?}, {cases:?}");
}

#[test]
fn the_table_has_a_row_for_every_failure_request_reason_and_action() {
    let has = |column: &str, word: &str| rows().any(|row| row.get(column) == Some(word));
    let failures = Failure::ALL.iter().map(|failure| ("failure", failure.as_str()));
    let requests = felkod_retry::Idempotency::ALL.iter().map(|request| ("request", request.as_str()));
    // The budget is state of a process, which a row cannot have.
    let reasons = felkod_retry::Reason::ALL.iter().map(|reason| ("reason", reason.as_str()));
    let reasons = reasons.filter(|(_, word)| *word != "retry_budget");
    let actions = ["done", "retry", "renew", "reduce", "resend", "give_up"].map(|action| ("action", action));
    let all = failures.chain(requests).chain(reasons).chain(actions);
    let missing: Vec<_> = all.filter(|(column, word)| !has(column, word)).collect();
    assert!(missing.is_empty(), "no row for {missing:?}");
}

#[test]
fn names_of_rows_are_unique() {
    let mut names = HashSet::new();
    let doubled: Vec<_> = rows().map(|row| row.name()).filter(|name| !names.insert(*name)).collect();
    assert!(doubled.is_empty(), "{doubled:?}");
}

#[test]
fn the_jitter_is_the_same_for_the_same_seed_and_another_for_another() {
    let row = rows().find(|row| row.name() == "608").expect("the row");
    assert_eq!(row.decide(7), row.decide(7));
    let waits: HashSet<_> = (0..100).map(|seed| row.decide(seed).after()).collect();
    assert!(waits.len() > 80, "{} different waits of 100", waits.len());
}
