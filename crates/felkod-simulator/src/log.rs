//! The log: a line for each call, with nothing in it that is secret or could harm a terminal.

use std::{
    fmt,
    io::Write,
    sync::{Mutex, PoisonError},
};

use crate::calls::Call;

/// Where the lines go, if anywhere.
pub(crate) struct Log(Option<Mutex<Box<dyn Write + Send>>>);

impl fmt::Debug for Log {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Log")
    }
}

impl Log {
    pub(crate) const fn none() -> Self {
        Self(None)
    }

    pub(crate) fn to(writer: impl Write + Send + 'static) -> Self {
        Self(Some(Mutex::new(Box::new(writer))))
    }

    /// Writes the line of a call.
    pub(crate) fn call(&self, call: &Call) {
        let Some(writer) = &self.0 else { return };
        let mut line = format!("{} {} {}", escaped(&call.method), harmless(&call.path), call.status);
        for code in &call.codes {
            line.extend([" ", code]);
        }
        match call.rule {
            Some(0) => line.push_str(" on demand"),
            Some(rule) => line.extend([" by rule ", &rule.to_string()]),
            None => {}
        }
        line.push('\n');
        // A log that cannot be written must not stop the calls.
        let _ = writer.lock().unwrap_or_else(PoisonError::into_inner).write_all(line.as_bytes());
    }
}

/// Returns a path with an ellipsis for each part that is not the word of an endpoint or a short number: it could be an
/// e-mail address or a token that a mistake has put there.
fn harmless(path: &str) -> String {
    /// The longest word of an endpoint.
    const LONGEST: usize = 20;
    let mut shown = String::new();
    for (at, part) in path.split('/').enumerate() {
        if at > 0 {
            shown.push('/');
        }
        let is_word = part.len() <= LONGEST
            && part.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'.' || byte == b'_')
            || part == "v1"
            || part == "3_1"
            || part == "last7days.json";
        let number = part.strip_suffix(".json").unwrap_or(part);
        let is_number =
            !number.is_empty() && number.len() <= 10 && number.bytes().all(|byte| byte.is_ascii_digit());
        shown.push_str(if is_word || is_number { part } else { "…" });
    }
    shown
}

/// Returns a text in which what is not a visible ASCII character is escaped.
fn escaped(text: &str) -> String {
    text.chars().flat_map(char::escape_default).take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn a_path_shows_words_and_numbers_only() {
        for (path, shown) in [
            ("/rest/v1/leads.json", "/rest/v1/leads.json"),
            ("/rest/v1/lead/318.json", "/rest/v1/lead/318.json"),
            ("/soap/mktows/3_1", "/soap/mktows/3_1"),
            ("/rest/v1/lead/anna@example.com.json", "/rest/v1/lead/….json".trim_end_matches(".json")),
            ("/rest/v1/cdf01657-110d-4155-99a7-f986b2ff13a0:int", "/rest/v1/…"),
            ("/a\u{1b}[31m\nb", "/…"),
        ] {
            assert_eq!(harmless(path), shown, "{path:?}");
        }
    }
}
