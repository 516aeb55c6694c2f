//! Held against `serde_json`, on documents that are generated, broken and cut.

use proptest::{collection, prelude::*, sample::Index};
use serde::de::IgnoredAny;
use serde_json::Value;

use super::{Kind, Scalar, Skim, Stop};

/// Reads a value with all that it has inside.
fn value(json: &mut Skim<'_>) -> Result<Value, Stop> {
    let mut is_first = true;
    Ok(match json.kind()? {
        Kind::Object => {
            json.enter()?;
            let mut object = serde_json::Map::new();
            while let Some(key) = json.key(&mut is_first)? {
                json.colon()?;
                object.insert(key.into_owned(), value(json)?);
            }
            Value::Object(object)
        }
        Kind::Array => {
            json.enter()?;
            let mut items = Vec::new();
            while json.item(&mut is_first)? {
                items.push(value(json)?);
            }
            Value::Array(items)
        }
        Kind::Text | Kind::Other => match json.scalar()? {
            Scalar::Text(text) => Value::String(text.into_owned()),
            Scalar::Whole(number) => number.into(),
            Scalar::Fraction(number) => number.into(),
            Scalar::Bool(truth) => truth.into(),
            Scalar::Other => Value::Null,
        },
    })
}

/// Makes negative whole numbers floats: no code is negative, so that nobody asks what they were.
fn with_floats(value: Value) -> Value {
    match value {
        Value::Number(ref number) if number.as_u64().is_none() => number.as_f64().into(),
        Value::Array(items) => items.into_iter().map(with_floats).collect(),
        Value::Object(object) => object.into_iter().map(|(key, item)| (key, with_floats(item))).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => value,
    }
}

/// What `serde_json` says of a text as a whole.
fn judged<T>(text: &str) -> Result<T, Stop>
where
    T: serde::de::DeserializeOwned,
{
    serde_json::from_str(text).map_err(|error| if error.is_eof() { Stop::Cut } else { Stop::Malformed })
}

/// Reads a text as a whole.
fn whole<'t, T>(text: &'t str, read: impl FnOnce(&mut Skim<'t>) -> Result<T, Stop>) -> Result<T, Stop> {
    let mut json = Skim::new(text);
    let value = read(&mut json)?;
    if json.has_ended() { Ok(value) } else { Err(Stop::Malformed) }
}

/// Checks that a text is read and skipped as `serde_json` does it.
fn check(text: &str) {
    assert_eq!(whole(text, value), judged(text).map(with_floats), "{text:?}");
    let skipped = judged::<IgnoredAny>(text).map(drop);
    // Of a number that is skipped and cut behind its sign, point or `e`, `serde_json` says that it is malformed.
    let is_cut_number = text.ends_with(['-', '+', '.', 'e', 'E']) && skipped == Err(Stop::Malformed);
    if is_cut_number && whole(text, Skim::skip) == Err(Stop::Cut) {
        let mended = format!("{text}0");
        assert_ne!(judged::<IgnoredAny>(&mended).map(drop), Err(Stop::Malformed), "{text:?}");
    } else {
        assert_eq!(whole(text, Skim::skip), skipped, "{text:?}");
    }
    // Neither an object nor an array is built from what is read as a plain value.
    if whole(text, value).is_ok() {
        assert_eq!(whole(text, |json| json.scalar().map(drop)), Ok(()), "{text:?}");
    }
}

/// A piece of JSON, whole or broken.
fn piece() -> impl Strategy<Value = String> {
    const PIECES: &[&str] = &[
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\\",
        " ",
        "\n",
        "\u{b}",
        "\u{a0}",
        "null",
        "true",
        "false",
        "tru",
        "nul",
        "0",
        "-",
        "-0",
        "01",
        "1.",
        "1.5",
        "1e3",
        "1E+",
        "1e-2",
        "1e999",
        "18446744073709551615",
        "18446744073709551616",
        "\"a\":1",
        "\"\\u00e5\"",
        "\"\\ud83d\\ude00\"",
        "\"\\ud83d\"",
        "\"\\udc00x\"",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\",
        "\"\0\"",
        "\"\u{1f}\"",
        "\"\u{7f}\u{80}å𝄞\"",
        "\"seven b\"",
        "\"eight by\"",
        "\"nine byte\"",
        "\"sixteen bytes ..\\n\"",
    ];
    prop_oneof![3 => proptest::sample::select(PIECES).prop_map(str::to_owned), 1 => "\\PC{0,20}"]
}

/// A document.
fn document() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (-1e9..1e9).prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        "[a-z\"\\\\\n\u{1}å]{0,40}".prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 64, 6, |inner| {
        prop_oneof![
            collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            collection::btree_map("[a-z\"\\\\ö]{0,12}", inner, 0..6)
                .prop_map(|object| Value::Object(object.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if std::env::var_os("FELKOD_LONG").is_some() { 200_000 } else { 2_000 }))]

    #[test]
    fn documents_are_read_as_serde_json_reads_them(document in document(), is_pretty: bool) {
        let text = if is_pretty { serde_json::to_string_pretty(&document) } else { serde_json::to_string(&document) };
        check(&text.expect("JSON"));
    }

    #[test]
    fn broken_documents_are_refused_as_serde_json_refuses_them(
        document in document(),
        changes in collection::vec((any::<Index>(), 0..3_u8, piece()), 1..4),
    ) {
        let mut text = document.to_string();
        for (at, how, piece) in changes {
            let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let at = starts[at.index(starts.len())];
            match how {
                0 => text.truncate(at),
                1 => text.insert_str(at, &piece),
                _ => {
                    let length = text[at..].chars().next().map_or(0, char::len_utf8);
                    text.replace_range(at..at + length, &piece);
                }
            }
        }
        check(&text);
    }

    #[test]
    fn pieces_in_any_order_are_judged_as_serde_json_judges_them(pieces in collection::vec(piece(), 0..12)) {
        check(&pieces.concat());
    }
}

#[test]
fn every_start_of_a_document_is_cut_or_malformed_as_for_serde_json() {
    let text = r#" {"requestId" : "e42b#14272d07d78", "ok":[true,false , null,{}, [ ]], "n":[0,-1.50e+10,12e3],
        "text\n":"\u00e5\ud83d\ude00 \/ \" åäö", "deep":{"a":[[{"b":[1]}]]}} "#;
    for (at, _) in text.char_indices() {
        check(&text[..at]);
    }
    check(text);
}

#[test]
fn each_byte_of_a_string_is_found_at_each_place() {
    for byte in 0..=0x7f_u8 {
        for before in 0..20 {
            for after in [0, 1, 7, 8, 9] {
                let text = format!("\"{}{}{}\"", "å".repeat(before), char::from(byte), "x".repeat(after));
                check(&text);
                check(&format!("[{text},{{{text}:{text}}}]"));
            }
        }
    }
}

#[test]
fn nesting_is_bounded_where_it_is_read_and_not_where_it_is_skipped() {
    for depth in [1, 63, 64, 65, 126, 127, 128, 129, 1_000] {
        for (open, close) in [("[", "]"), ("{\"a\":", "}"), ("[{\"a\":[", "]}]")] {
            let text = format!("{}1{}", open.repeat(depth), close.repeat(depth));
            assert_eq!(whole(&text, value).is_ok(), judged::<Value>(&text).is_ok(), "{depth} times {open}");
            assert_eq!(whole(&text, Skim::skip), Ok(()), "{depth} times {open}");
            assert_eq!(whole(&text[..text.len() - 1], Skim::skip), Err(Stop::Cut), "{depth} times {open}");
            assert_eq!(
                whole(&text.replace('1', "1]}"), Skim::skip),
                Err(Stop::Malformed),
                "{depth} times {open}"
            );
        }
    }
}
