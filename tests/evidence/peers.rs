//! What other tools let pass of the documents that felkod is tested with: tests/evidence/peers/run gives them to the tools,
//! and puts the table of docs/evidence.md together.

use std::{collections::BTreeMap, fmt::Write as _, fs, ops::Range, path::Path};

use base64::{Engine, prelude::BASE64_STANDARD};
use felkod_evidence::redact;
use serde::Deserialize;

use crate::{
    options,
    planted::{Planted, document},
    random::Random,
    readings::leak,
};

/// The folder of the documents and of what became of them.
const FOLDER: &str = "FELKOD_PEERS";
/// The first documents of those in which a secret is planted.
const SEEDS: Range<u64> = 0..1_000;

/// What a peer made of the documents.
#[derive(Deserialize)]
struct Peer {
    name: String,
    version: String,
    registry: String,
    how: String,
    /// In Base64; nothing where it failed.
    texts: Vec<Option<String>>,
}

fn documents() -> Vec<Planted> {
    SEEDS.map(|seed| document(&mut Random::new(seed))).collect()
}

fn folder() -> Option<std::path::PathBuf> {
    std::env::var_os(FOLDER).map(Into::into)
}

/// Tells what a secret is.
fn kind(secret: &str) -> &'static str {
    let is_digits = |secret: &str| secret.bytes().all(|byte| byte.is_ascii_digit() || b"+- ".contains(&byte));
    if secret.ends_with("@example.com") || secret.ends_with("@mail.example.co.uk") {
        "e-mail address"
    } else if secret.starts_with("+46 70 ") || secret.starts_with("070-") {
        "phone number"
    } else if is_digits(secret) {
        "personal number"
    } else if secret.starts_with("eyJ") || secret.ends_with(":int") {
        "token by its form"
    } else {
        "by its name"
    }
}

/// Tells how a document is wrapped.
fn wrapping(how: &[&str]) -> &'static str {
    match how {
        [] => "not wrapped",
        ["json string" | "repr in a log"] => "in a string",
        ["xml element" | "cdata"] => "in XML",
        ["url"] => "in a URL",
        ["utf-16"] => "UTF-16",
        [how] if how.contains("base64") || how.ends_with("in har") => "Base64",
        [how] => panic!("a new way to wrap a document: {how}"),
        [..] => "several",
    }
}

const KINDS: &[&str] =
    &["by its name", "e-mail address", "phone number", "personal number", "token by its form"];
const WRAPPINGS: &[&str] =
    &["not wrapped", "in a string", "in XML", "in a URL", "UTF-16", "Base64", "several"];

/// How many documents there are, and how many secrets come out.
#[derive(Clone, Copy, Default)]
struct Count {
    all: usize,
    out: usize,
}

/// What came of the documents: by the column, and how many are worth less than before.
#[derive(Default)]
struct Row {
    columns: BTreeMap<&'static str, Count>,
    broken: usize,
    /// How many lose what must stay: request ids, times, codes.
    losing: usize,
}

const ALL: &str = "all";

impl Row {
    fn of(documents: &[Planted], texts: &[Option<Vec<u8>>]) -> Self {
        let mut row = Self::default();
        assert_eq!(documents.len(), texts.len());
        for (planted, text) in documents.iter().zip(texts) {
            let out = text.as_ref().is_some_and(|text| leak(&planted.secret, text).is_some());
            for column in [ALL, kind(&planted.secret), wrapping(&planted.how)] {
                let count = row.columns.entry(column).or_default();
                count.all += 1;
                count.out += usize::from(out);
            }
            row.broken += usize::from(!text.as_ref().is_some_and(|text| planted.is_valid(text)));
            let has = |kept: &String| {
                text.as_ref().is_some_and(|text| memchr::memmem::find(text, kept.as_bytes()).is_some())
            };
            row.losing += usize::from(!planted.kept.iter().all(has));
        }
        row
    }

    /// Returns how many secrets come out, and of how many, by the column.
    fn cells(&self, columns: &[&'static str], show: impl Fn(&Count) -> usize) -> String {
        columns.iter().fold(String::new(), |line, column| format!("{line} {} |", show(&self.columns[column])))
    }
}

/// Returns what felkod makes of the documents.
fn own(documents: &[Planted]) -> Row {
    let texts: Vec<_> = documents.iter().map(|planted| Some(redact(&planted.text, &options()))).collect();
    Row::of(documents, &texts)
}

/// Returns the tables: the rows of the peers by how many secrets come out.
fn tables(documents: &[Planted], peers: &[Peer]) -> String {
    let decoded =
        |text: &Option<String>| text.as_ref().map(|text| BASE64_STANDARD.decode(text).expect("Base64"));
    let mut rows = vec![(String::from("felkod"), String::new(), own(documents))];
    for peer in peers {
        let texts: Vec<_> = peer.texts.iter().map(decoded).collect();
        let name = format!("{} {} ({})", peer.name, peer.version, peer.registry);
        rows.push((name, peer.how.clone(), Row::of(documents, &texts)));
    }
    rows.sort_by_key(|(name, _, row)| (row.columns[ALL].out, name.clone()));
    let mut text = String::new();
    for (head, columns) in [("the secret is told", KINDS), ("the document is", WRAPPINGS)] {
        let _ = writeln!(text, "| {head} | all | {} | not valid | loses |", columns.join(" | "));
        let _ = writeln!(text, "|---|{}", "---:|".repeat(columns.len() + 3));
        let all: Vec<&'static str> = std::iter::once(ALL).chain(columns.iter().copied()).collect();
        let _ = writeln!(text, "| documents |{} | |", rows[0].2.cells(&all, |count| count.all));
        for (name, how, row) in &rows {
            let cells = row.cells(&all, |count| count.out);
            let how = if how.is_empty() { how } else { &format!(": {how}") };
            let _ = writeln!(text, "| {name}{how} |{cells} {} | {} |", row.broken, row.losing);
        }
        text.push('\n');
    }
    text
}

#[test]
fn every_document_for_the_peers_holds_its_secret_and_none_comes_out_of_felkod() {
    let documents = documents();
    if let Some(folder) = folder() {
        let texts: Vec<_> = documents.iter().map(|planted| BASE64_STANDARD.encode(&planted.text)).collect();
        fs::write(folder.join("documents.json"), serde_json::to_vec(&texts).expect("JSON")).expect("written");
    }
    let texts: Vec<_> = documents.iter().map(|planted| Some(planted.text.clone())).collect();
    let as_they_are = Row::of(&documents, &texts);
    assert_eq!((as_they_are.broken, as_they_are.losing), (0, 0));
    // A document that is wrapped three times is more than what looks for leaks undoes.
    assert!(as_they_are.columns[ALL].out > 900, "{}", as_they_are.columns[ALL].out);
    for column in KINDS.iter().chain(WRAPPINGS) {
        assert!(as_they_are.columns[column].all >= 20, "{column}");
    }
    let own = own(&documents);
    assert_eq!((own.columns[ALL].out, own.broken, own.losing), (0, 0, 0));
}

#[test]
fn the_tables_of_the_peers_are_what_they_make_of_the_documents() {
    const START: &str = "<!-- Made by tests/evidence/peers/run. -->\n";
    const END: &str = "<!-- End of what it made. -->\n";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/evidence.md");
    let page = fs::read_to_string(&path).expect("the page");
    let (before, rest) = page.split_once(START).expect("the start of the tables");
    let (tables_there, after) = rest.split_once(END).expect("the end of the tables");
    let Some(folder) = folder() else {
        // Without the peers, only felkod's own rows are known.
        let made = tables(&documents(), &[]);
        for line in
            made.lines().filter(|line| line.starts_with("| felkod |") || line.starts_with("| documents |"))
        {
            assert!(tables_there.contains(line), "tests/evidence/peers/run makes the tables: {line}");
        }
        return;
    };
    let mut peers: Vec<Peer> = Vec::new();
    for entry in fs::read_dir(&folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|end| end == "json") && !path.ends_with("documents.json") {
            peers.push(serde_json::from_slice(&fs::read(&path).expect("a file")).expect("a peer"));
        }
    }
    assert!(peers.len() > 10, "{}", peers.len());
    let made = tables(&documents(), &peers);
    if std::env::var_os("FELKOD_REWRITE").is_some() {
        fs::write(&path, [before, START, "\n", &made, END, after].concat()).expect("written");
        return;
    }
    assert_eq!(
        tables_there.trim(),
        made.trim(),
        "FELKOD_REWRITE=1 tests/evidence/peers/run rewrites the tables"
    );
}
