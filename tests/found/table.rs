//! The corpus: one file a shape, with the responses that stand in the table that every language reads.

use std::collections::BTreeSet;

use felkod_wire::{Answer, Wrapping};

use crate::{all, file, in_pieces, number};

const TABLE: &str = include_str!("../cases/found.tsv");

/// A response as a row of the table, without the file and the index.
fn row(answer: &Answer) -> String {
    let report = &answer.report;
    [
        answer.range.start.to_string(),
        answer.range.end.to_string(),
        answer.line.to_string(),
        answer.wrapped_in.map_or("-", Wrapping::as_str).to_owned(),
        report.outcome.as_str().to_owned(),
        number(answer).map_or_else(|| "-".to_owned(), |number| number.to_string()),
        report.request_id.as_deref().unwrap_or("-").to_owned(),
    ]
    .join("\t")
}

/// The rows of the files, in their order; a file without a response has `-` in every column.
fn expected() -> Vec<(&'static str, Vec<&'static str>)> {
    let mut files: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in TABLE.lines().skip(1).filter(|line| !line.starts_with('#')) {
        let (name, rest) = line.split_once('\t').expect("a file");
        let (index, row) = rest.split_once('\t').expect("an index");
        if files.last().is_none_or(|(last, _)| *last != name) {
            files.push((name, Vec::new()));
        }
        let (_, rows) = files.last_mut().expect("a file");
        if index != "-" {
            assert_eq!(index, rows.len().to_string(), "{name}: the index");
            rows.push(row);
        }
    }
    files
}

#[test]
fn every_file_of_the_corpus_gives_the_responses_of_the_table() {
    for (name, rows) in expected() {
        let text = file(name);
        let found: Vec<String> = all(&text).iter().map(row).collect();
        assert_eq!(found, rows, "{name}");
    }
}

#[test]
fn every_file_gives_the_same_however_it_is_cut() {
    for (name, _) in expected() {
        let text = file(name);
        let whole = all(&text);
        for size in [1, 2, 3, 7, 64, 1000] {
            assert_eq!(in_pieces(&text, size), whole, "{name} in pieces of {size}");
        }
    }
}

#[test]
fn every_file_of_the_corpus_is_in_the_table() {
    let folder = std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/payloads/found");
    let entries = std::fs::read_dir(folder).expect("the corpus");
    let names: BTreeSet<String> =
        entries.map(|entry| entry.expect("a file").file_name().into_string().expect("a name")).collect();
    let in_table: BTreeSet<String> = expected().iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(names, in_table);
}

#[test]
fn every_wrapping_is_in_the_table() {
    for wrapping in Wrapping::ALL {
        let is_there = |row: &str| row.split('\t').nth(3) == Some(wrapping.as_str());
        assert!(expected().iter().any(|(_, rows)| rows.iter().any(|row| is_there(row))), "{wrapping}");
    }
}
