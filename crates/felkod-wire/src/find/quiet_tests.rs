//! A text without a sign has no response: with and without what is passed over, the same is found.

use std::{fs, path::PathBuf};

use felkod_catalog::{Api, Case, Code, ToldBy};
use proptest::{collection::vec, prelude::*, sample::select};

use super::{
    Answer, Finder, Joint, Wrapping, fits,
    place::{Budget, Place},
    search::Search,
    signs,
};
use crate::{Reader, Report, limits::Limits};

/// Texts between the responses, of a length in bytes that is about the one asked for.
fn noise(kind: usize, length: usize) -> Vec<u8> {
    let lines = match kind {
        0 => "2026-11-24 12:00:07 INFO lead 606 updated, list (601)\n",
        1 => {
            "{\"time\":\"2026-11-24T12:00:07Z\",\"lead\":1004,\"tags\":[\"a\",\"b{\"],\"note\":\"a \\\"b\\\" c\"}\n"
        }
        2 => "it's { not json: [606] <a href=\"x\">b</a>\n",
        3 => "    at com.example.Sync.run(Sync.java:606)\n",
        4 => "{'id': 606, 'name': 'Anna'} ",
        5 => "  \"id\": 1004,\n",
        6 => "price 1004, {\n\"a\": [1,\n2]}\n",
        7 => "<order id=\"606\">\n<total>1004</total>\n</order>\n",
        8 => "Array\n(\n    [id] => 606\n)\n",
        9 => "key: 'it''s'\nother: \"a \\\"b\\\"\"\n",
        10 => "\r\n",
        12 => "- id: 606\n  code: 1004\n  lead: 'Anna'\n",
        13 => "{ID:606 Name:nightly Codes:[606 1004]} %7B%22lead%22%3A606%7D\n",
        11 => "&lt;a&gt; {&quot;b&quot;: 1}\n",
        _ => "10.0.0.1 - - [24/Nov/2026:12:00:07 +0000] \"GET /rest/v1/lead/606.json HTTP/1.1\" 200 1004\n",
    };
    lines.repeat(1 + length / lines.len()).into_bytes()
}

/// The files of the corpus. The published crate has none, and is known by the manifest that Cargo keeps in it; a text of its
/// own stands in there.
fn corpus() -> Vec<(String, Vec<u8>)> {
    let own = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    if own.join("Cargo.toml.orig").exists() {
        let text = "ERROR -> {\"requestId\":\"e42b#14272d07d78\",\"success\":false,\"errors\":[{\"code\":\"606\",\"message\":\"Max rate limit '100' exceeded with in '20' secs\"}]}\n";
        return vec![("a line".into(), text.into())];
    }
    let folder = own.join("../../tests/payloads/found");
    let entries = fs::read_dir(folder).expect("the corpus").map(|entry| entry.expect("a file"));
    // By their names alone, which are kept with a case that fails.
    let named = |entry: fs::DirEntry| {
        (entry.file_name().to_string_lossy().into_owned(), fs::read(entry.path()).expect("its text"))
    };
    let mut files: Vec<_> = entries.map(named).collect();
    files.sort();
    files
}

type Told = (std::ops::Range<u64>, Option<Wrapping>, Report);

/// What a search finds that reads all.
fn found_in_all(text: &[u8]) -> Vec<Told> {
    let mut budget = Budget::new();
    // Nothing is left out because the search has looked at much already.
    budget.reach(1 << 32);
    let mut search = Search::new(Limits::default(), &mut budget, 0);
    search.passes_over = false;
    search.run(text, &mut Place::default(), true);
    let place = |at: usize| at as u64;
    let told = search.found.into_iter();
    told.map(|found| (place(found.range.start)..place(found.range.end), found.wrapped_in, found.report))
        .collect()
}

/// What the finder finds in a text that comes in pieces of a size.
fn found(text: &[u8], size: usize) -> Vec<Told> {
    let mut finder = Finder::new();
    let mut answers: Vec<_> = text.chunks(size).flat_map(|piece| finder.push(piece)).collect();
    answers.extend(finder.finish());
    answers.into_iter().map(|answer| (answer.range, answer.wrapped_in, answer.report)).collect()
}

#[test]
fn every_text_of_a_code_has_a_sign_and_so_has_every_number_that_counts_with_any_text() {
    for code in Code::ALL.iter().filter_map(|code| fits::code_in_body(code.as_u32())) {
        if code.api() != Api::Rest {
            assert!(signs::stand_in(code.as_u32().to_string().as_bytes()), "{code:?}");
            continue;
        }
        let name = code.name().trim_start_matches("rest_").replace('_', " ");
        let phrases = code.cases().iter().filter_map(|case: &Case| {
            if let ToldBy::Phrases(phrases) = case.told_by() { Some(phrases) } else { None }
        });
        let phrases = phrases.flat_map(|phrases| phrases.iter()).filter(|phrase| phrase.contains(' '));
        let texts = code.server_titles().iter().chain(code.server_texts()).chain(phrases).copied();
        for text in texts.chain([&*name]) {
            // A value is no word of the text.
            let bare: String =
                text.split('{').map(|part| part.split_once('}').map_or(part, |(_, rest)| rest)).collect();
            assert!(signs::stand_in(bare.as_bytes()), "{code:?}: {text}");
        }
    }
}

#[test]
fn every_sign_is_found_wherever_it_starts_in_any_case_and_no_part_of_one_is() {
    let list = include_str!("signs.txt").lines().filter(|line| !line.starts_with("# "));
    for sign in list {
        assert!((5..=signs::LONGEST).contains(&sign.len()), "{sign}");
        for before in 0..40 {
            for sign in [sign.to_owned(), sign.to_uppercase(), sign.to_lowercase()] {
                let text = format!("{}{sign}{}", "-".repeat(before), "-".repeat(40 - before));
                assert_eq!(signs::next(text.as_bytes(), 0..text.len()), Some(before), "{text}");
                assert_eq!(signs::next(text.as_bytes(), before + 1..text.len()), None, "{text}");
                assert_eq!(signs::next(text.as_bytes(), 0..before), None, "{text}");
                assert_eq!(
                    signs::next(&text.as_bytes()[..before + sign.len() - 1], 0..text.len()),
                    None,
                    "{text}"
                );
            }
        }
    }
    assert!(signs::stand_in(b"a\0b") && !signs::stand_in(b"a b") && !signs::stand_in(b""));
}

#[test]
fn a_file_of_the_corpus_gives_the_same_behind_anything() {
    for (name, file) in corpus() {
        for kind in 0..15 {
            for length in [0, 300, 70_000] {
                let text = [&noise(kind, length)[..], b"\n", &file, b"\n", &noise(0, 10)].concat();
                assert_eq!(
                    found(&text, 1 << 16),
                    found_in_all(&text),
                    "{name} behind noise {kind} of {length}"
                );
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn what_is_passed_over_has_nothing_however_it_is_cut(
        parts in vec((0..15_usize, select(&[0_usize, 0, 100, 2_000, 40_000][..]), select(corpus()), any::<bool>()), 1..8),
        size in select(&[97_usize, 4_099, 33_000, 1 << 17][..]),
    ) {
        let mut text = Vec::new();
        for (kind, length, (_, file), has_file) in &parts {
            text.extend(noise(*kind, *length));
            text.push(b'\n');
            if *has_file {
                text.extend(file);
                text.push(b'\n');
            }
        }
        let all = found_in_all(&text);
        prop_assert_eq!(&found(&text, size), &all);
        prop_assert_eq!(&found(&text, text.len()), &all);
    }
}

/// Feeds a finder with a text up to its end, and returns what it found from the joint on, with the joint.
fn from_joint(mut finder: Finder, text: &[u8], size: usize) -> Option<(Joint, Vec<Answer>)> {
    let (mut met, mut answers): (Option<Joint>, Vec<Answer>) = (None, Vec::new());
    for piece in text.chunks(size) {
        let mut found = finder.push(piece);
        if let Some(joint) = finder.joint() {
            answers.clear();
            found.drain(..joint.answers);
            met = Some(joint);
        }
        answers.extend(found);
    }
    answers.extend(finder.finish());
    Some((met?, answers))
}

#[test]
fn a_search_from_the_middle_finds_what_one_from_the_start_finds_from_where_they_meet() {
    let mut text = Vec::new();
    for (at, (_, file)) in corpus().into_iter().cycle().take(120).enumerate() {
        text.extend(noise(at % 15, 20_000 + at * 97));
        text.push(b'\n');
        text.extend(file);
        text.push(b'\n');
    }
    let (mut met, mut wanted) = (0, 0);
    for number in 1..40 {
        let from = text.len() * number / 40;
        let mut whole = Finder::new();
        whole.want_joint(from as u64);
        let Some((joint, answers)) = from_joint(whole, &text, 60_000) else { continue };
        wanted += 1;
        let warm = from.saturating_sub(256 << 10);
        let mut middle = Finder::from_middle(Reader::new(), warm as u64);
        middle.want_joint(from as u64);
        let Some((other, others)) = from_joint(middle, &text[warm..], 33_333) else { continue };
        if !joint.meets(&other) {
            continue;
        }
        met += 1;
        let lines = joint.lines - other.lines;
        let others = others.into_iter().map(|answer| Answer { line: answer.line + lines, ..answer });
        assert_eq!(others.collect::<Vec<_>>(), answers, "from {from}");
    }
    assert!(met * 2 > wanted && wanted > 30, "{met} of {wanted}");
}
