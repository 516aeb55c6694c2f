//! Deciding whether, when and how to try again.

mod cases;
mod clock;
mod decisions;
mod endpoints;
mod job;
mod pacing;
mod properties;
mod splitting;
mod table;
mod values;

/// 2026-01-01T00:00:00Z in Unix milliseconds: six hours before a quota is reset.
const NOW: u64 = 1_767_225_600_000;

/// Returns a report of an error of the call, by its number.
fn error(number: u32) -> felkod_wire::Report {
    let code = felkod_catalog::Code::try_from(number);
    let api = code.map_or(felkod_catalog::Api::Rest, felkod_catalog::Code::api);
    felkod_wire::Report::builder(api).error(number, "").build()
}
