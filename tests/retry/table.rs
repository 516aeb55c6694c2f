//! `docs/decisions.md`: what felkod decides for each code, with the source of the advice and what other products do.

use std::{fmt::Write, fs, path::Path};

use felkod_catalog::{Advice, Api, Applied, Basis, Case, Code, Level};
use felkod_retry::{Attempts, Decision, Idempotency, Policy};
use felkod_wire::{Reader, Report};

use crate::NOW;

/// The codes of REST that products send again, with a new token or after a wait, by their public sources.
const LISTS: &[(&str, &[u32])] = &[
    // treasure-data/embulk-input-marketo, MarketoBaseRestClient.java
    ("embulk-input-marketo", &[500, 502, 503, 504, 602, 606, 615]),
    // jepcastelein/marketo-rest-python, http_lib.py and client.py
    ("marketo-rest-python", &[502, 601, 602, 604, 606, 608, 615, 713, 1014, 1016, 1019, 1022, 1029]),
    // MadKudu/node-marketo, lib/errors.js and lib/retry.js
    ("node-marketo", &[500, 502, 503, 504, 601, 602, 604, 606, 608, 611]),
    // rudderlabs/rudder-transformer, marketo/util.js; rudderlabs/rudder-server, router
    ("RudderStack", &[408, 429, 500, 502, 503, 504, 601, 602, 604, 606, 607, 608, 611, 615]),
    // segmentio/action-destinations, marketo-static-lists/functions.ts
    ("Segment", &[502, 601, 602, 604, 606, 607, 608, 611, 614, 615, 713, 719, 1019, 1029]),
    // singer-io/tap-marketo, client.py
    ("tap-marketo", &[606]),
];

/// What other products do, where a count of them is known.
const PEERS: &[(Code, &str)] = &[
    (Code::RestDailyQuotaExceeded, "final in 14, sent again in 8"),
    (Code::RestSystemError, "final in 10, sent again in 12"),
    (Code::RestSubscriptionUnreachable, "final in 16"),
    (Code::RestConcurrencyLimitExceeded, "final in 13, sent again in 9"),
    (Code::RestExportRefused, "in others sent again until the job hangs, or never"),
    (Code::SoapDailyQuotaExceeded, "sent again in embulk"),
    (Code::SoapRateLimitExceeded, "final in embulk"),
];

#[test]
fn the_table_of_decisions_is_what_felkod_decides() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/decisions.md");
    let table = table();
    let committed = fs::read_to_string(&path).unwrap_or_default();
    if committed == table {
        return;
    }
    if std::env::var_os("FELKOD_REWRITE").is_some() {
        fs::write(&path, &table).expect("docs/decisions.md can be written");
    }
    let line = committed.lines().zip(table.lines()).find(|(old, new)| old != new);
    panic!("docs/decisions.md is stale; FELKOD_REWRITE=1 rewrites it. The first line that differs: {line:?}");
}

fn table() -> String {
    let mut table = HEAD.to_owned();
    for api in Api::ALL {
        write!(table, "\n## {}\n\n{COLUMNS}", api.name()).expect("a string");
        for code in Code::ALL.iter().filter(|code| code.api() == *api) {
            row(&mut table, &code.as_u32().to_string(), *code, &report(*code, ""), &peers(*code));
            for case in code.cases() {
                let name = format!("{} {}", code.as_u32(), case.name());
                row(&mut table, &name, *code, &report_of_case(*case), "");
            }
        }
    }
    table
}

/// Says what other products do after a code.
fn peers(code: Code) -> String {
    let names = LISTS.iter().filter(|(_, codes)| codes.contains(&code.as_u32())).map(|(name, _)| *name);
    let names: Vec<&str> = names.collect();
    let lists = (!names.is_empty()).then(|| format!("sent again by {}", names.join(", ")));
    let counted = PEERS.iter().find(|(of, _)| *of == code).map(|(_, peers)| (*peers).to_owned());
    lists.into_iter().chain(counted).collect::<Vec<_>>().join("; ")
}

fn row(table: &mut String, name: &str, code: Code, report: &Report, peers: &str) {
    let advice = report.findings[0].advice().expect("a known code").as_str();
    let whose = if code.basis() == Basis::Vendor { "Marketo" } else { "felkod" };
    let reads = words(report, Idempotency::Read);
    let creates = words(report, Idempotency::Creates);
    let upserts = words(report, Idempotency::Upsert);
    let creates = if creates == reads { String::new() } else { creates };
    let upserts = if upserts == reads { String::new() } else { upserts };
    writeln!(table, "| {name} | `{advice}` | {whose} | {reads} | {upserts} | {creates} | {peers} |")
        .expect("a string");
}

fn report(code: Code, text: &str) -> Report {
    if code.listed_as() == Level::Http && code != Code::RestClientCredentialsInvalid {
        let status = u16::try_from(code.as_u32()).expect("a status");
        return Reader::new().status(status).read(b"<html></html>");
    }
    // A code with cases has its own row where no case fits.
    let text = if code.cases().is_empty() || !text.is_empty() { text } else { "another text" };
    Report::builder(code.api()).error(code.as_u32(), text).build()
}

fn report_of_case(case: Case) -> Report {
    let texts = [
        "System error",
        "No data found",
        "Folder not found",
        "Name already exists",
        "Too many results match",
        "Too many jobs in queue",
        "Export daily quota exceeded",
        "Job already queued",
        "Lead not in program",
    ];
    let code = case.code();
    let of_text = texts.iter().map(|text| report(code, text));
    let of_record = Report::builder(code.api()).record_error(0, code.as_u32(), "").build();
    let mut reports = of_text.chain([of_record]);
    reports
        .find(|report| report.findings[0].case == Some(case))
        .unwrap_or_else(|| panic!("no text for {}", case.name()))
}

/// Says what is decided for one failure after the other, until the end.
fn words(report: &Report, request: Idempotency) -> String {
    let policy = Policy { jitter: false, attempts: 1_000, ..Policy::default() };
    let mut attempts = Attempts::seeded(request, 0);
    let mut waits: Vec<u64> = Vec::new();
    let mut decide = || policy.decide(&mut attempts, report, NOW);
    let mut decision = decide();
    let mut renews = false;
    while let Decision::Retry { after } | Decision::Renew { after } = &decision {
        waits.push(after.as_secs());
        renews = matches!(decision, Decision::Renew { .. });
        decision = decide();
    }
    let is_quota = report.advice() == Some(Advice::WaitForQuotaReset);
    let end = match &decision {
        Decision::GiveUp { reason, who } => format!("give up: {reason} ({who})"),
        Decision::Done { absent: true, .. } => "done: it does not exist".to_owned(),
        Decision::Done { set_aside, .. } if !set_aside.is_empty() => "done; set the record aside".to_owned(),
        Decision::Done { .. } => "done".to_owned(),
        Decision::Reduce { limit: Some(limit) } => {
            format!("reduce to {} {}", figure(limit.figure()), limit.unit())
        }
        Decision::Reduce { .. } => "reduce".to_owned(),
        Decision::Retry { .. } | Decision::Renew { .. } | Decision::Resend { .. } | _ => {
            panic!("unexpected {decision:?}")
        }
    };
    match waits.as_slice() {
        [] => end,
        [_] if renews => format!("renew at once, then {end}"),
        [86_400] => format!("retry a day later, then {end}"),
        [_] if is_quota => format!("retry after the reset, then {end}"),
        [first, .., last] if waits.len() > 5 && first == last => {
            format!("retry {} times after {first} s, then {end}", waits.len())
        }
        [first, second, .., last] if waits.len() > 5 => {
            format!("retry {} times after {first}, {second} … {last} s, then {end}", waits.len())
        }
        waits => {
            let all: Vec<String> = waits.iter().map(u64::to_string).collect();
            format!("retry after {} s, then {end}", all.join(", "))
        }
    }
}

/// Writes a figure with commas, as English texts do.
fn figure(figure: u64) -> String {
    let digits = figure.to_string();
    let groups = digits.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy);
    groups.collect::<Vec<_>>().join(",")
}

#[test]
fn only_what_may_have_been_applied_is_decided_by_the_kind_of_request() {
    for code in Code::ALL {
        let report = report(*code, "");
        let kinds = Idempotency::ALL.iter().filter(|kind| **kind != Idempotency::Job);
        let decisions: std::collections::HashSet<String> = kinds.map(|kind| words(&report, *kind)).collect();
        let differs = code.advice() == Advice::Backoff && code.applied() == Applied::Maybe;
        assert_eq!(decisions.len() > 1, differs, "{code}: {decisions:?}");
    }
}

const COLUMNS: &str = "\
| code | advice | source | a request that reads, or is idempotent | an upsert, if different | a request that creates, sends or starts a job, if different | other products |
|---|---|---|---|---|---|---|
";

const HEAD: &str = "\
# What felkod decides for each code

A test makes this table from the default policy, with the same error every time until the decision is not to send the
request again. `FELKOD_REWRITE=1 cargo test -p felkod-retry --all-features --test retry` rewrites it.

- Waits are shown without jitter. With it, backoff waits any time up to the one shown; for rate limits and slots, the wait
  is up to 50 percent longer.
- Source: Marketo's documentation gives the advice, or felkod infers it from the meaning of the code and from what has been
  seen.
- A `Retry-After` header takes precedence over the times shown.
- Other products: those whose public lists have the code as one to send again, after a wait or with a new token. Where a
  larger number of integrations was compared, it says in how many the code is final, and in how many it is sent again.
- A code with several cases has a row for each; the row without a case applies if none of them does.
";
