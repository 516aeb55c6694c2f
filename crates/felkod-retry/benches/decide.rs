//! How long a decision takes.

use std::hint::black_box;

use divan::{AllocProfiler, Bencher};
use felkod_retry::{Attempts, Budget, Failure, Idempotency, Policy};
use felkod_wire::{Report, read};

#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

/// 2026-01-01T00:00:00Z.
const NOW: u64 = 1_767_225_600_000;

fn decide(bencher: Bencher<'_, '_>, report: &Report) {
    let policy = Policy::default();
    let budget = Budget::of(&Policy { budget: u32::MAX, ..Policy::default() });
    let attempts = Attempts::seeded(Idempotency::Read, 1);
    bencher.bench(|| {
        let mut attempts = attempts.clone();
        policy.decide_within(black_box(&budget), &mut attempts, black_box(report), black_box(NOW))
    });
}

#[divan::bench(sample_size = 1000, args = [602, 603, 606, 607, 608, 615, 1016])]
fn after_an_error(bencher: Bencher<'_, '_>, number: u32) {
    let body = format!(r#"{{"success":false,"errors":[{{"code":"{number}"}}]}}"#);
    decide(bencher, &read(body.as_bytes()));
}

#[divan::bench(sample_size = 1000)]
fn after_a_success(bencher: Bencher<'_, '_>) {
    decide(bencher, &read(br#"{"success":true,"result":[{"id":1}]}"#));
}

#[divan::bench(sample_size = 1000)]
fn after_a_failure(bencher: Bencher<'_, '_>) {
    let policy = Policy::default();
    let attempts = Attempts::seeded(Idempotency::Read, 1);
    bencher.bench(|| policy.decide(&mut attempts.clone(), black_box(Failure::Refused), black_box(NOW)));
}

#[divan::bench(sample_size = 1000)]
fn after_300_records_of_which_a_third_failed(bencher: Bencher<'_, '_>) {
    let mut report = Report::builder(felkod_catalog::Api::Rest);
    for record in (0..300).step_by(3) {
        report = report.record_error(record, 713, "");
    }
    decide(bencher, &report.build());
}

#[divan::bench(sample_size = 1000)]
fn telling_what_a_second_execution_does(bencher: Bencher<'_, '_>) {
    let url = "https://123-ABC-456.mktorest.com/rest/v1/leads.json?access_token=x";
    bencher.bench(|| Idempotency::of(black_box("POST"), black_box(url), black_box(Some("createOnly"))));
}
