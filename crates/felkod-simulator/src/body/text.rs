//! The server's texts. They are chosen so that they tell the case that is wanted, and no other.

use felkod::{Case, Code, Level, Locale, ToldBy};

/// How much of a value is put into a text, in characters.
const SHOWN: usize = 100;

/// Returns a text of a code. The values go into the places of the catalog's forms; a place without a value gets the
/// figure of the limit or its own name.
pub(crate) fn text(code: Code, case: Option<Case>, level: Level, values: &[(&str, &str)]) -> String {
    let told = case.filter(|case| !matches!(case.told_by(), ToldBy::Level(_)));
    let candidates = candidates(code, told, values);
    let tells = |text: &&String| match told {
        Some(case) => code.case(Some(level), text) == Some(case),
        // A case that the level tells is told with any text.
        None => code.case(None, text).is_none(),
    };
    candidates.iter().find(tells).or(candidates.first()).cloned().unwrap_or_default()
}

/// Returns the texts that could be sent, the most likely first.
fn candidates(code: Code, case: Option<Case>, values: &[(&str, &str)]) -> Vec<String> {
    let mut texts: Vec<_> = code.server_texts().iter().map(|form| filled(form, code, values)).collect();
    match case.map(Case::told_by) {
        Some(ToldBy::Phrases(phrases)) => texts.extend(phrases.iter().map(|phrase| capitalized(phrase))),
        Some(ToldBy::WholeText(whole)) => {
            // The empty text stands for a missing one, which the last candidate is.
            texts.extend(whole.iter().filter(|text| !text.is_empty()).map(|text| capitalized(text)));
        }
        _ => {}
    }
    texts.push(code.message(Locale::En).to_owned());
    texts.push(code.note(Locale::En).split(". ").next().unwrap_or_default().to_owned());
    texts
}

/// Puts values into a form such as `Field {field} not found`.
fn filled(form: &str, code: Code, values: &[(&str, &str)]) -> String {
    let mut text = String::new();
    let mut rest = form;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else { break };
        let given = values.iter().find(|(key, _)| *key == name);
        let value =
            given.map_or_else(|| sample(name, code), |(_, value)| value.chars().take(SHOWN).collect());
        text.push_str(before);
        // A figure with its unit stands without marks: 500MB.
        if after.starts_with(char::is_alphanumeric) {
            text.push_str(&value);
        } else {
            text.extend(["'", &value, "'"]);
        }
        rest = after;
    }
    text.push_str(rest);
    text
}

/// Returns the figure of a limit; for any other place, its name.
fn sample(name: &str, code: Code) -> String {
    let limits = code.limits();
    let figure = limits.iter().find(|limit| limit.what == name).map(|limit| limit.figure);
    let seconds = || limits.iter().find_map(|limit| limit.per_seconds).map(u64::from);
    match figure.or_else(|| if name == "seconds" { seconds() } else { None }) {
        Some(figure) => figure.to_string(),
        None => name.to_owned(),
    }
}

fn capitalized(phrase: &str) -> String {
    let mut letters = phrase.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
