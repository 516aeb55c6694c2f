//! Responses in any nesting of wrappers, with noise between them, cut into any pieces.

use felkod_wire::Finder;
use proptest::{collection::vec, prelude::*, sample::select};

use crate::{all, number};

/// A response of its own id.
fn response(index: usize, kind: usize) -> (String, String, Option<u32>) {
    let id = format!("{:x}#18c0a4f{:04x}", 0xa000 + index, index);
    let (body, number) = match kind {
        0 => (
            format!(
                r#"{{"requestId":"{id}","success":true,"result":[{{"id":606,"note":"a {{b}} \"c\""}}]}}"#
            ),
            None,
        ),
        1 => (
            format!(
                r#"{{"requestId":"{id}","success":false,"errors":[{{"code":"606","message":"Max rate limit '100' exceeded with in '20' secs"}}]}}"#
            ),
            Some(606),
        ),
        _ => (
            format!(
                r#"{{"requestId":"{id}","success":true,"result":[{{"status":"skipped","reasons":[{{"code":"1004","message":"Lead <7> not found"}}]}}]}}"#
            ),
            Some(1004),
        ),
    };
    (id, body, number)
}

fn json_string(text: &str) -> String {
    serde_json::to_string(text).expect("JSON")
}

fn references(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

/// Wraps a text as a record of another thing has it.
fn wrap(wrapper: usize, text: &str) -> String {
    let is_document = text.starts_with('{');
    match wrapper {
        0 if is_document => format!("{{\"job\":7,\"response\":{text},\"took\":12}}"),
        1 => format!("{{\"level\":\"error\",\"msg\":{}}}", json_string(text)),
        2 if is_document => {
            format!("[{{\"request\":{{\"method\":\"GET\"}},\"response\":{text}}},{{\"a\":1}}]")
        }
        3 => format!(
            "{{\"log\":{{\"entries\":[{{\"response\":{{\"content\":{{\"text\":{}}}}}}}]}}}}",
            json_string(text)
        ),
        4 if is_document => format!("<log><event>{}</event></log>", references(text)),
        5 if !text.contains("]]>") => format!("<log><![CDATA[{text}]]></log>"),
        6 if is_document && !text.contains('\n') => {
            format!("body:\n  string: '{}'\n", text.replace('\'', "''"))
        }
        7 if is_document => format!("logger resp={} took=3\n", json_string(text)),
        _ => format!("12:00:01 INFO before {text}\n"),
    }
}

fn wrapped() -> impl Strategy<Value = (usize, Vec<usize>, usize)> {
    (0..3_usize, vec(0..9_usize, 0..4), 0..8_usize)
}

const NOISE: [&str; 8] = [
    "",
    "\n2026-11-24 12:00:00 INFO lead 606 updated\n",
    "\n{\"success\":true}\n",
    "\nprice 1004, list (601)\n",
    "\n<a href=\"x\">606</a>\n",
    "\n{\"errors\":[{\"code\":1004,\"message\":\"User not found\"}]}\n",
    "\nit's { not json: [606]\n",
    "\n{'id': 606}\n",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn responses_come_out_complete_and_in_order(
        all_wrapped in vec(wrapped(), 1..6),
        cuts in vec(1..400_usize, 1..20),
        tail in select(&NOISE[..]),
    ) {
        let mut text = String::new();
        let mut expected = Vec::new();
        for (index, (kind, wrappers, noise)) in all_wrapped.iter().enumerate() {
            let (id, body, number) = response(index, *kind);
            let body = wrappers.iter().fold(body, |text, wrapper| wrap(*wrapper, &text));
            text.push_str(NOISE[*noise]);
            text.push('\n');
            text.push_str(&body);
            text.push('\n');
            expected.push((Some(id), number));
        }
        text.push_str(tail);
        let found = all(text.as_bytes());
        let told: Vec<_> = found.iter().map(|answer| {
            (answer.report.request_id.as_deref().map(str::to_owned), number(answer))
        }).collect();
        prop_assert_eq!(&told, &expected, "{}", text);
        let mut finder = Finder::new();
        let mut pieces = Vec::new();
        let mut rest = text.as_bytes();
        for cut in cuts.iter().cycle() {
            let (piece, after) = rest.split_at((*cut).min(rest.len()));
            pieces.extend(finder.push(piece));
            rest = after;
            if rest.is_empty() {
                break;
            }
        }
        pieces.extend(finder.finish());
        prop_assert_eq!(pieces, found, "{}", text);
    }

    #[test]
    fn noise_alone_gives_nothing(noise in vec((select(&NOISE[..]), 0..9_usize), 0..12)) {
        let text: String = noise.iter().map(|(text, wrapper)| wrap(*wrapper, text) + "\n").collect();
        prop_assert_eq!(all(text.as_bytes()), [], "{}", text);
    }

    #[test]
    fn any_bytes_are_searched_the_same_however_they_are_cut(bytes in vec(select(&b"{}[]<>\"'\\:,&;()=/606 \nabErTuxml?!-"[..]), 0..200), size in 1..20_usize) {
        prop_assert_eq!(crate::in_pieces(&bytes, size), all(&bytes));
    }
}
