//! The table of texts that every language redacts.

use std::{collections::BTreeSet, fmt::Write as _, fs, path::PathBuf};

use felkod_evidence::{Key, Kind, Options, Strength, redact, spans};

/// The key of the marks in the table.
const KEY: &str = "000102030405060708090a0b0c0d0e0f";

fn path() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/cases/redacted.tsv")
}

/// Returns a row with what comes of its text.
fn row(line: &str) -> String {
    let [name, strength, text, ..] = line.split('\t').collect::<Vec<_>>()[..] else {
        panic!("a name, a strength and a text: {line}")
    };
    let strength: Strength = strength.parse().expect("a strength");
    let options = Options::new(KEY.parse::<Key>().expect("a key")).strength(strength).hide(["shoeSize"]);
    let text_of = text.replace('↵', "\n");
    let redacted = String::from_utf8(redact(text_of.as_bytes(), &options)).expect("UTF-8");
    let found = spans(text_of.as_bytes(), &options).into_iter();
    let found: Vec<String> =
        found.map(|span| format!("{}-{}:{}", span.range.start, span.range.end, span.kind)).collect();
    let found = if found.is_empty() { "-".to_owned() } else { found.join(",") };
    let redacted = redacted.replace('\n', "↵");
    [name, strength.as_str(), text, redacted.as_str(), found.as_str()].join("\t")
}

#[test]
fn every_text_of_the_table_is_redacted_as_it_says() {
    let table = fs::read_to_string(path()).expect("the table");
    let mut lines = table.lines();
    let mut expected = lines.next().expect("a head").to_owned() + "\n";
    for line in lines {
        let row = if line.starts_with('#') { line.to_owned() } else { row(line) };
        let _ = writeln!(expected, "{row}");
    }
    if std::env::var_os("FELKOD_REWRITE").is_some() {
        fs::write(path(), expected).expect("written");
        return;
    }
    for (is, should) in table.lines().zip(expected.lines()) {
        assert_eq!(is, should, "FELKOD_REWRITE=1 rewrites what comes of the texts");
    }
}

#[test]
fn what_stands_between_the_marks_is_what_stood_between_the_secrets() {
    let table = fs::read_to_string(path()).expect("the table");
    for line in table.lines().skip(1).filter(|line| !line.starts_with('#')) {
        let columns: Vec<&str> = line.split('\t').collect();
        let strength: Strength = columns[1].parse().expect("a strength");
        let options = Options::new(KEY.parse::<Key>().expect("a key")).strength(strength).hide(["shoeSize"]);
        let text = columns[2].replace('↵', "\n");
        let redacted = columns[3].replace('↵', "\n");
        let (mut before, mut after) = (text.as_str(), redacted.as_str());
        let mut at = 0;
        for span in spans(text.as_bytes(), &options) {
            let start = usize::try_from(span.range.start).expect("a place") - at;
            assert_eq!(before[..start], after[..start], "{}", columns[0]);
            at = usize::try_from(span.range.end).expect("a place");
            before = &text[at..];
            after = &after[start + span.written..];
        }
        assert_eq!(before, after, "{}", columns[0]);
    }
}

#[test]
fn every_kind_and_both_strengths_are_in_the_table() {
    let table = fs::read_to_string(path()).expect("the table");
    let rows = table.lines().skip(1).filter(|line| !line.starts_with('#'));
    let columns: Vec<Vec<&str>> = rows.map(|line| line.split('\t').collect()).collect();
    let strengths: BTreeSet<&str> = columns.iter().map(|row| row[1]).collect();
    assert_eq!(strengths, Strength::ALL.iter().map(|strength| strength.as_str()).collect());
    let found = columns.iter().flat_map(|row| row[4].split(','));
    let kinds: BTreeSet<&str> = found.filter_map(|span| Some(span.split_once(':')?.1)).collect();
    // What is too long, too deep or too broken takes no place in a table.
    let wanted = Kind::ALL.iter().filter(|kind| **kind != Kind::Unread);
    assert_eq!(kinds, wanted.map(|kind| kind.as_str()).collect());
}
