//! What Marketo puts on the wire: one file a format. Numbers, texts and cases come from the catalog.

pub(crate) mod ingestion;
pub(crate) mod page;
pub(crate) mod rest;
pub(crate) mod soap;
mod text;

use felkod::{Api, Case, Code, Level};

pub(crate) use self::text::text;
use crate::{
    answer::{Answer, http_status},
    request::Reply,
};

/// A call or a record that Marketo rejects.
#[derive(Clone, Debug)]
pub(crate) struct Refusal {
    pub(crate) code: Code,
    pub(crate) case: Option<Case>,
    pub(crate) text: String,
}

impl Refusal {
    /// Rejects with a code and the values of its text.
    pub(crate) fn new(code: Code, values: &[(&str, &str)]) -> Self {
        Self { code, case: None, text: text(code, None, Level::Response, values) }
    }

    /// Rejects with a code and a text of its own, which tells no case.
    pub(crate) fn with(code: Code, text: &str) -> Self {
        Self { code, case: None, text: text.to_owned() }
    }

    pub(crate) fn case(case: Case) -> Self {
        let code = case.code();
        Self { code, case: Some(case), text: text(code, Some(case), Level::Response, &[]) }
    }

    /// Rejects as a test wants it.
    pub(crate) fn demanded(code: Code, case: Option<Case>, level: Level) -> Self {
        Self { code, case, text: text(code, case, level, &[]) }
    }
}

impl From<Code> for Refusal {
    fn from(code: Code) -> Self {
        Self::new(code, &[])
    }
}

/// Returns the response that rejects the whole call.
pub(crate) fn rejection(refusal: &Refusal, request_id: &str) -> Reply {
    match refusal.code.api() {
        Api::Soap => soap::fault(refusal),
        Api::DataIngestion => ingestion::error(refusal, request_id),
        Api::Rest | _ if refusal.code == Code::RestClientCredentialsInvalid => {
            rest::oauth_error(&refusal.text)
        }
        Api::Rest | _ => match http_status(refusal.code) {
            Some(status) => page::of_status(status, page::Page::Nginx),
            None => rest::error(refusal, request_id),
        },
    }
}

/// Returns the response that a test wants to a whole call.
pub(crate) fn demanded(answer: Answer, level: Level, look: page::Page, request_id: &str) -> Reply {
    let Some(code) = answer.code() else {
        return page::of_status(answer.status().unwrap_or(500), look);
    };
    let refusal = Refusal::demanded(code, answer.case(), level);
    if level == Level::Record {
        let records = [rest::skipped(&refusal, &[])].into_iter().collect();
        return rest::success(vec![("result", records)], request_id);
    }
    match answer.status() {
        Some(status) if code != Code::RestClientCredentialsInvalid => page::of_status(status, look),
        _ => rejection(&refusal, request_id),
    }
}
