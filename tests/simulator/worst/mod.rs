//! The proof: 1,000 clients' worth of calls through all that can go wrong, decided by felkod, by the lists of others and
//! by one that knows what is to come.

mod clients;
mod run;
mod work;

use std::{collections::BTreeMap, fmt::Write, fs, path::Path, sync::LazyLock};

use felkod_simulator::Scenario;

use self::{
    clients::{Felkod, List, Oracle, Peer},
    run::{End, Result, Run, run},
    work::{CALLS_PER_CLIENT, CLIENTS},
};

const WORST: &str = include_str!("../worst.yaml");

fn worst() -> Scenario {
    WORST.parse().expect("a scenario")
}

static FELKOD: LazyLock<Run> = LazyLock::new(|| run(Felkod::new(), Some(worst())));
static ORACLE: LazyLock<Run> = LazyLock::new(|| run(Oracle::new(), Some(worst())));

/// The same with another seed.
fn worst_with(seed: u64) -> Scenario {
    let (_, rules) = WORST.split_once("\nrules:").expect("rules");
    format!("seed: {seed}\nrules:{rules}").parse().expect("a scenario")
}

#[test]
fn the_worst_has_all_that_the_proof_is_about() {
    let codes = [
        "502",
        "604",
        "608",
        "\"611:unspecified\"",
        "713",
        "606",
        "615",
        "607",
        "602",
        "601",
        "\"1004@record\"",
        "\"1078@record\"",
    ];
    for code in codes {
        assert!(WORST.contains(&format!("answer: {code}")), "{code}");
    }
    for way in [
        "page: f5",
        "cut_after:",
        "break_after:",
        "close: true",
        "refuse:",
        "applied: true",
        "delay_seconds:",
    ] {
        assert!(WORST.contains(way), "{way}");
    }
}

#[test]
fn every_call_gets_through_or_ends_for_the_right_reason() {
    for run in [&*FELKOD, &run(Felkod::new(), Some(worst_with(1))), &run(Felkod::new(), Some(worst_with(2)))]
    {
        let wrong: Vec<String> = run.results.iter().filter_map(stopped_wrongly).collect();
        assert!(wrong.is_empty(), "{} calls: {:#?}", wrong.len(), &wrong[..wrong.len().min(5)]);
        assert_eq!(run.count(Result::is_carried_out_twice), 0);
        assert_eq!(run.count(|result| result.harmful_repetitions() > 0), 0);
        assert_eq!(run.count(Result::overlaps), 0);
        assert_eq!(run.rejected_with("606"), 0);
        let right = run.count(Result::is_right_to_stop);
        assert!(right > 0 && right < run.results.len() / 5, "{right} gave up");
        assert_eq!(run.lost, [""; 0]);
    }
}

fn stopped_wrongly(result: &Result) -> Option<String> {
    let End::GaveUp { reason } = &result.end else { return None };
    let shown = || {
        let attempts = result.attempts.iter().map(|attempt| {
            let codes = attempt.call.as_ref().map(|call| call.codes.join(" "));
            format!("{:?} {:?} at {}", attempt.advice, codes, attempt.sent)
        });
        let attempts: Vec<String> = attempts.collect();
        format!("{reason}: {} {} {attempts:?}", result.job.method, result.job.target)
    };
    (!result.is_right_to_stop()).then(shown)
}

#[test]
fn a_paced_client_alone_on_its_instance_is_never_rejected() {
    let run = run(Felkod::new(), None);
    assert_eq!((run.rejected_with("606"), run.rejected_with("615")), (0, 0));
    // Each call once, and one for the token.
    assert_eq!(run.calls, CLIENTS * CALLS_PER_CLIENT + 1);
    let wrong = run.results.iter().filter(|result| result.job.is_wrong).count();
    assert_eq!(run.count(Result::is_done), run.results.len() - wrong);
    assert_eq!(run.count(Result::is_right_to_stop), wrong);
    // 100 calls in 20 seconds, and not much less.
    let least = u64::try_from(run.calls).expect("a number") * 200;
    assert!((least - 20_000..least + 20_000).contains(&run.took), "{} ms", run.took);
}

#[test]
fn felkod_makes_few_calls_more_than_one_that_knows_the_schedule() {
    let (felkod, oracle) = (&*FELKOD, &*ORACLE);
    let wrong = oracle.results.iter().filter(|result| result.job.is_wrong).count();
    assert_eq!(oracle.count(Result::is_done), oracle.results.len() - wrong, "it gets all done");
    assert!(felkod.calls * 10 <= oracle.calls * 12, "{} calls, {}", felkod.calls, oracle.calls);
}

#[test]
fn the_table_of_the_worst_is_what_the_runs_show() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/worst.md");
    let mut table = HEAD.to_owned();
    row(&mut table, "felkod", &FELKOD);
    for list in List::all() {
        let name = list.name.clone();
        row(&mut table, &name, &run(Peer::new(list), Some(worst())));
    }
    let (calls, done) = (figure(ORACLE.calls), figure(ORACLE.count(Result::is_done)));
    let right = ORACLE.count(Result::is_right_to_stop);
    writeln!(table, "| the oracle | {calls} | {done} | {right} | 0 | | | | | {} |", time(&ORACLE))
        .expect("a string");
    table += REASONS;
    let mut reasons: BTreeMap<&str, usize> = BTreeMap::new();
    for result in &FELKOD.results {
        if let End::GaveUp { reason } = &result.end {
            *reasons.entry(reason).or_default() += 1;
        }
    }
    for (reason, count) in reasons {
        writeln!(table, "| `{reason}` | {count} |").expect("a string");
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    if committed == table {
        return;
    }
    if std::env::var_os("FELKOD_REWRITE").is_some_and(|value| value == "1") {
        fs::write(&path, &table).expect("docs/worst.md can be written");
    }
    let line = committed.lines().zip(table.lines()).find(|(old, new)| old != new);
    panic!("docs/worst.md is stale; FELKOD_REWRITE=1 rewrites it. The first line that differs: {line:?}");
}

fn row(table: &mut String, name: &str, run: &Run) {
    let done = run.count(Result::is_done);
    let right = run.count(Result::is_right_to_stop);
    let figures = [
        run.calls,
        done,
        right,
        run.results.len() - done - right,
        run.results.iter().map(Result::harmful_repetitions).sum(),
        run.count(Result::is_carried_out_twice),
        run.lost.len(),
        run.rejected_with("606"),
    ];
    let figures: Vec<String> = figures.into_iter().map(figure).collect();
    writeln!(table, "| {name} | {} | {} |", figures.join(" | "), time(run)).expect("a string");
}

fn time(run: &Run) -> String {
    format!("{} h {:02} min", run.took / 3_600_000, run.took / 60_000 % 60)
}

/// Writes a figure with commas, as English texts do.
fn figure(figure: usize) -> String {
    let digits = figure.to_string();
    let groups = digits.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy);
    groups.collect::<Vec<_>>().join(",")
}

const HEAD: &str = "\
# What survives the worst

`tests/simulator/worst.yaml` has everything that can go wrong: rejected and expired tokens, rate and concurrency limits that
others have used up, an outage, a quota that is gone for an hour, pages of gateways, calls that fail after they were carried
out, records that are rejected, and connections that are refused, lost or cut. A test plays it on the simulator in virtual
time. 1,000 clients make ten calls each on one instance, all at once: reads, upserts, records and activities that must not
be written twice, and some requests that are wrong. `FELKOD_REWRITE=1 cargo test -p felkod-simulator --test simulator worst`
rewrites this page.

- felkod is the default policy with one budget and one pacer for all clients.
- marketo-rest-python and RudderStack are not these products themselves. They are clients that follow their lists: which
  codes they send again, after which waits, for how long, and how fast they call. The lists stand in
  `tests/simulator/worst/peers.yaml`, with their sources. A code that is not in the list ends the call.
- The oracle knows the scenario and what the server has done. No client can make fewer calls and get everything done.

Rightly given up is a call that can never get through, one that may have been carried out and must not be carried out twice,
one that was tried as often as the catalog advises, and one for which no retry budget is left. The numbers under 606 are
rejections by the rate limit itself; those that the scenario sends are not counted. Leads are lost unnoticed if the client
took the call for a success and the lead is not there.

| client | calls | finished | given up, rightly | given up, wrongly | sent again though maybe carried out | carried out twice | leads lost unnoticed | 606 | time |
|---|---|---|---|---|---|---|---|---|---|
";

const REASONS: &str = "
## Why felkod gave up

| reason | calls |
|---|---|
";
