//! Redacting one short text, as a program does for each line of its log: the redactor is made for it too.

use divan::Bencher;
use felkod_evidence::{Key, Options, redact};

fn main() {
    divan::main();
}

const TEXTS: [&str; 3] = [
    "lead 318581 was updated",
    "Lead anna@example.com not found",
    r#"{"requestId":"e42b#14272d07d78","success":true,"access_token":"cdf01657-110d-4155-99a7-f986b2ff13a0:int"}"#,
];

#[divan::bench(args = TEXTS)]
fn a_short_text(bencher: Bencher<'_, '_>, text: &str) {
    let options = Options::new(Key::new([7; 16]));
    bencher.bench_local(|| redact(text.as_bytes(), &options));
}

#[divan::bench(args = TEXTS)]
fn a_short_text_with_names_of_its_own(bencher: Bencher<'_, '_>, text: &str) {
    let options = Options::new(Key::new([7; 16])).hide(["shoeSize", "hatSize"]).keep(["company"]);
    bencher.bench_local(|| redact(text.as_bytes(), &options));
}
