//! What codes mean.

use std::borrow::Cow;

use felkod::{
    Advice, Api, Category, Code, Locale, Retry, json,
    json::Json,
    retry::{Attempts, Idempotency, Policy},
};
use serde::Deserialize;

use crate::frame::Fault;

/// Explains a code, as `felkod explain` does.
#[derive(Deserialize)]
pub(crate) struct Explain<'a> {
    #[serde(borrow)]
    code: Cow<'a, str>,
    #[serde(borrow)]
    lang: Cow<'a, str>,
    request: Option<Idempotency>,
    #[serde(default)]
    insists: bool,
    now: u64,
}

impl Explain<'_> {
    pub(crate) fn answer(self) -> Result<Json, Fault> {
        let code = code(&self.code)?;
        let mut attempts = Attempts::seeded(self.request.unwrap_or_default(), 0);
        attempts.insists = self.insists;
        let locale = Locale::from_tag(&self.lang);
        Ok(Policy::for_people().code_json(&mut attempts, code, self.now, locale))
    }
}

/// Reads a code as it is typed or pasted; the error names the nearest ones.
pub(crate) fn code(text: &str) -> Result<Code, Fault> {
    /// The longest text that is compared with the names, in bytes.
    const LONGEST: usize = 100;
    text.parse().map_err(|error: felkod::ParseCodeError| {
        let nearest = if text.len() <= LONGEST { Code::nearest(text) } else { Vec::new() };
        let nearest: Vec<_> = nearest.iter().map(Code::to_string).collect();
        Fault::Code(match nearest.as_slice() {
            [] => error.to_string(),
            nearest => format!("{error}; nearest: {}", nearest.join(", ")),
        })
    })
}

/// Lists the codes, all or some, as `felkod list` does.
#[derive(Deserialize)]
pub(crate) struct List<'a> {
    #[serde(borrow)]
    lang: Cow<'a, str>,
    #[serde(borrow)]
    api: Option<Cow<'a, str>>,
    #[serde(borrow)]
    category: Option<Cow<'a, str>>,
    #[serde(borrow)]
    advice: Option<Cow<'a, str>>,
    #[serde(borrow)]
    retry: Option<Cow<'a, str>>,
}

impl List<'_> {
    pub(crate) fn answer(self) -> Result<Json, Fault> {
        let locale = Locale::from_tag(&self.lang);
        let api: Option<Api> = self.api.map(|word| word.parse()).transpose()?;
        let category: Option<Category> = self.category.map(|word| word.parse()).transpose()?;
        let advice: Option<Advice> = self.advice.map(|word| word.parse()).transpose()?;
        let retry: Option<Retry> = self.retry.map(|word| word.parse()).transpose()?;
        let is_asked_for = |code: &&Code| {
            api.is_none_or(|api| api == code.api())
                && category.is_none_or(|category| category == code.category())
                && advice.is_none_or(|advice| advice == code.advice())
                && retry.is_none_or(|retry| retry == code.retry())
        };
        Ok(Code::ALL.iter().filter(is_asked_for).map(|code| json::code(*code, locale)).collect())
    }
}
