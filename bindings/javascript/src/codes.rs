//! What codes mean.

use felkod::{
    Advice, Api, Category, Code, Retry, json,
    json::Json,
    retry::{Attempts, Policy},
};

use crate::{
    arguments::Object,
    frame::Fault,
    response::{locale_of, millis_of},
};

/// Explains a code, as `felkod explain` does.
pub(crate) fn explain(mut arguments: Object<'_>) -> Result<Json, Fault> {
    let code = code(arguments.some_text("code")?)?;
    let mut attempts = Attempts::seeded(arguments.word("request")?.unwrap_or_default(), 0);
    attempts.insists = arguments.truth("insists")?.unwrap_or_default();
    let (now, locale) = (millis_of(&mut arguments)?, locale_of(&mut arguments)?);
    Ok(Policy::for_people().code_json(&mut attempts, code, now, locale))
}

/// Reads a code as it is typed or pasted; the error names the nearest ones.
pub(crate) fn code(text: &str) -> Result<Code, Fault> {
    /// The longest text that is compared with the names, in bytes.
    const LONGEST: usize = 100;
    text.parse().map_err(|error: felkod::ParseCodeError| {
        let nearest = if text.len() <= LONGEST { Code::nearest(text) } else { Vec::new() };
        let nearest: Vec<_> = nearest.iter().map(Code::to_string).collect();
        Fault::Argument(match nearest.as_slice() {
            [] => error.to_string(),
            nearest => format!("{error}; nearest: {}", nearest.join(", ")),
        })
    })
}

/// Lists the codes, all or some, as `felkod list` does.
pub(crate) fn list(mut arguments: Object<'_>) -> Result<Json, Fault> {
    let locale = locale_of(&mut arguments)?;
    let api: Option<Api> = arguments.word("api")?;
    let category: Option<Category> = arguments.word("category")?;
    let advice: Option<Advice> = arguments.word("advice")?;
    let retry: Option<Retry> = arguments.word("retry")?;
    let is_asked_for = |code: &&Code| {
        api.is_none_or(|api| api == code.api())
            && category.is_none_or(|category| category == code.category())
            && advice.is_none_or(|advice| advice == code.advice())
            && retry.is_none_or(|retry| retry == code.retry())
    };
    Ok(Code::ALL.iter().filter(is_asked_for).map(|code| json::code(*code, locale)).collect())
}
