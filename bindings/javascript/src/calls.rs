//! The functions that can be called.

use std::borrow::Cow;

use felkod::{
    json::Json,
    retry::{Idempotency, QuotaReset},
};
use serde::Deserialize;

use crate::{
    codes::{Explain, List},
    frame::Fault,
    policy::{Decide, Pace},
    redact::Redact,
    response::{Find, Read},
    words,
};

/// A call, by the name of its function.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Call<'a> {
    #[serde(borrow)]
    Read(Read<'a>),
    Find(Find<'a>),
    Redact(Redact<'a>),
    Decide(Decide<'a>),
    Pace(Pace<'a>),
    Explain(Explain<'a>),
    List(List<'a>),
    Label(Label<'a>),
    Idempotency(Request<'a>),
    IsRead(Head<'a>),
    QuotaReset {
        now: u64,
    },
}

/// What [`Call::Label`] takes.
#[derive(Deserialize)]
pub(crate) struct Label<'a> {
    #[serde(borrow)]
    kind: Cow<'a, str>,
    #[serde(borrow)]
    word: Cow<'a, str>,
    #[serde(borrow)]
    lang: Cow<'a, str>,
}

/// What [`Call::Idempotency`] takes.
#[derive(Deserialize)]
pub(crate) struct Request<'a> {
    #[serde(borrow)]
    method: Cow<'a, str>,
    #[serde(borrow)]
    path: Cow<'a, str>,
    #[serde(borrow, default)]
    action: Option<Cow<'a, str>>,
}

/// What [`Call::IsRead`] takes.
#[derive(Deserialize)]
pub(crate) struct Head<'a> {
    status: i64,
    #[serde(borrow)]
    content_type: Option<Cow<'a, str>>,
    strict: bool,
}

impl Call<'_> {
    /// Answers the call about a body.
    pub(crate) fn answer(self, body: &[u8]) -> Result<Json, Fault> {
        match self {
            Self::Read(read) => read.answer(body),
            Self::Find(find) => find.answer(body),
            Self::Redact(redact) => redact.answer(body),
            Self::Decide(decide) => decide.answer(body),
            Self::Pace(pace) => pace.answer(body),
            Self::Explain(explain) => explain.answer(),
            Self::List(list) => list.answer(),
            Self::Label(label) => words::label(&label.kind, &label.word, &label.lang),
            Self::Idempotency(Request { method, path, action }) => {
                Ok(Idempotency::of(&method, &path, action.as_deref()).as_str().into())
            }
            Self::IsRead(Head { status, content_type, strict }) => {
                Ok(felkod::is_read(status, content_type.as_deref(), strict).into())
            }
            Self::QuotaReset { now } => {
                let reset = QuotaReset::after(now);
                Ok(Json::from(vec![
                    ("earliest", reset.earliest.into()),
                    ("latest", reset.latest.into()),
                    ("after_seconds", reset.latest.saturating_sub(now).div_ceil(1_000).into()),
                ]))
            }
        }
    }
}
