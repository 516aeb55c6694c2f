//! Texts without secrets.

use std::borrow::Cow;

use felkod::{
    evidence::{Key, Options, Strength, redact, spans},
    json::Json,
};
use serde::Deserialize;

use crate::{frame::Fault, response::in_units};

/// Redacts a text, or says where its secrets stand.
#[derive(Deserialize)]
pub(crate) struct Redact<'a> {
    /// What nobody can guess: the same value has the same mark under the same key.
    key: [u8; 16],
    #[serde(borrow)]
    strength: Option<Cow<'a, str>>,
    #[serde(default)]
    hide: Vec<String>,
    #[serde(default)]
    keep: Vec<String>,
    /// Whether only the places are asked for.
    places: bool,
}

impl Redact<'_> {
    pub(crate) fn answer(self, text: &[u8]) -> Result<Json, Fault> {
        let strength: Strength = self.strength.map(|word| word.parse()).transpose()?.unwrap_or_default();
        let options = Options::new(Key::new(self.key)).strength(strength).hide(self.hide).keep(self.keep);
        if !self.places {
            return Ok(String::from_utf8_lossy(&redact(text, &options)).into());
        }
        let mut spans = spans(text, &options);
        let ranges = spans.iter_mut().map(|span| &mut span.range);
        in_units(ranges.flat_map(|range| [&mut range.start, &mut range.end]).collect(), text);
        let json = |span: &felkod::evidence::Span| {
            Json::from(vec![
                ("start", span.range.start.into()),
                ("end", span.range.end.into()),
                ("line", span.line.into()),
                ("kind", span.kind.as_str().into()),
            ])
        };
        Ok(spans.iter().map(json).collect())
    }
}
