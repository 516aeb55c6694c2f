//! REST answers: errors of the call, reasons of records, OAuth errors, statistics of errors.

use std::{borrow::Cow, fmt};

use felkod_catalog::{Api, Level, Remark};
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::{
    draft::{Draft, Raw, RawCode},
    job::Job,
    report::is_hex,
    scalar::{Key, Scalar},
};

/// The HTTP status of the identity endpoint's refusals, under which the catalog has them.
const UNAUTHORIZED: u32 = 401;

/// Reads a body that starts as a JSON object.
pub(crate) fn read(text: &str, draft: &mut Draft) {
    let mut end = walk(text, draft);
    if end == Some(Remark::Malformed)
        && let Some(mended) = mended(text)
    {
        draft.restart();
        let (mended, remark) = mended;
        end = walk(&mended, draft).or(remark);
    }
    if draft.is_recognized {
        draft.remarks(end);
    }
}

/// Reads the object as far as it goes, and tells why it stopped before the end.
fn walk(text: &str, draft: &mut Draft) -> Option<Remark> {
    let mut json = serde_json::Deserializer::from_str(text);
    let mut answer = Answer::new(draft);
    let read = Walk { answer: &mut answer, place: Place::Top }.deserialize(&mut json);
    let end = match read {
        Ok(()) if json.end().is_err() => Some(Remark::TrailingData),
        Ok(()) => None,
        Err(error) if error.is_eof() => {
            // Half a number is another number.
            if text.ends_with(|c: char| c.is_ascii_alphanumeric()) && !ends_in_string(text) {
                answer.forget_number();
            }
            Some(Remark::Cut)
        }
        Err(_) => Some(Remark::Malformed),
    };
    answer.tell(end == Some(Remark::Cut));
    end
}

/// Tells whether JSON that is cut ends inside a string.
fn ends_in_string(json: &str) -> bool {
    let mut is_string = false;
    let mut bytes = json.bytes();
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' => is_string = !is_string,
            b'\\' if is_string => {
                bytes.next();
            }
            _ => {}
        }
    }
    is_string
}

/// Mends what `serde_json` refuses and other readers let pass, and tells what is to be said of it: in strings raw control
/// characters, lone surrogates and unknown escapes; between values no-break spaces, and commas that are missing.
fn mended(text: &str) -> Option<(String, Option<Remark>)> {
    let mut mended = String::with_capacity(text.len() + 2);
    let mut remark = None;
    let (mut is_string, mut is_changed) = (false, false);
    // Whether what was written last ends a value, so that another one needs a comma before it.
    let mut ends_value = false;
    let mut rest = text;
    while let Some(character) = rest.chars().next() {
        let length = character.len_utf8();
        let (piece, after) = match (is_string, character) {
            (true, '\\') => escape(rest),
            (true, c) if c < ' ' => (" ", &rest[1..]),
            (false, '\u{a0}') => (" ", &rest[length..]),
            _ => rest.split_at(length),
        };
        let is_kept = piece.len() == rest.len() - after.len() && rest.starts_with(piece);
        is_changed |= !is_kept;
        if is_string && !is_kept && piece != "'" {
            remark = remark.or(Some(Remark::InvalidText));
        }
        if !is_string && ends_value && matches!(character, '"' | '{' | '[') {
            mended.push(',');
            (is_changed, remark) = (true, Some(Remark::Malformed));
        }
        if character == '"' {
            is_string = !is_string;
        }
        if !is_string && !piece.trim_ascii().is_empty() {
            ends_value = matches!(character, '"' | '}' | ']');
        }
        mended.push_str(piece);
        rest = after;
    }
    is_changed.then_some((mended, remark))
}

/// Splits an escape off; a lone surrogate and the backslash of an unknown escape become U+FFFD.
fn escape(rest: &str) -> (&str, &str) {
    let unit = |text: &str| {
        let hex = text.strip_prefix("\\u")?.get(..4)?;
        u16::from_str_radix(hex, 16).ok()
    };
    match unit(rest) {
        Some(0xD800..0xDC00) if matches!(rest.get(6..).and_then(unit), Some(0xDC00..=0xDFFF)) => {
            rest.split_at(12)
        }
        Some(0xD800..=0xDFFF) => ("\u{fffd}", &rest[6..]),
        Some(_) => rest.split_at(6),
        None if rest[1..].starts_with(['"', '\\', '/', 'b', 'f', 'n', 'r', 't']) => rest.split_at(2),
        // Python and JavaScript escape it.
        None if rest[1..].starts_with('\'') => ("'", &rest[2..]),
        None => ("\u{fffd}", &rest[1..]),
    }
}

/// What was read of an answer so far. An error half read stands in `entry`.
struct Answer<'d, 't> {
    draft: &'d mut Draft,
    request_id: Option<Cow<'t, str>>,
    success: Option<bool>,
    has_result: bool,
    has_errors: bool,
    oauth_error: Option<Cow<'t, str>>,
    /// The `error_code` and the `message` of the Data Ingestion API.
    ingestion_code: Option<Scalar<'t>>,
    ingestion_text: Option<Cow<'t, str>>,
    oauth_description: Option<Cow<'t, str>>,
    entry: Option<Entry<'t>>,
    /// How many records there are, and how many of them are jobs that failed.
    records: usize,
    failed_jobs: usize,
}

/// An item of `errors`, `reasons` or `warnings`, as far as it is read.
#[derive(Default)]
struct Entry<'t> {
    record: Option<usize>,
    is_warning: bool,
    code: Option<Scalar<'t>>,
    text: Option<Cow<'t, str>>,
    /// The code and its count, where the answer is a statistic.
    counted: Option<u32>,
    count: Option<u64>,
}

impl<'d, 't> Answer<'d, 't> {
    fn new(draft: &'d mut Draft) -> Self {
        Self {
            draft,
            request_id: None,
            success: None,
            has_result: false,
            has_errors: false,
            oauth_error: None,
            ingestion_code: None,
            ingestion_text: None,
            oauth_description: None,
            entry: None,
            records: 0,
            failed_jobs: 0,
        }
    }

    /// Hands on the item in hand, if it says anything.
    fn flush(&mut self) {
        let Some(entry) = self.entry.take() else { return };
        if let (Some(number), None) = (entry.counted, &entry.code) {
            return self.draft.count(Api::Rest, number, entry.count.unwrap_or_default());
        }
        let code = entry.code.and_then(Scalar::into_code);
        let text = entry.text.filter(|text| !text.trim().is_empty()).map(Cow::into_owned);
        if code.is_none() && text.is_none() {
            return;
        }
        // Without `success` or a request id, only a number in `errors` is Marketo's.
        if matches!(code, Some(RawCode::Number(_))) && entry.record.is_none() && !entry.is_warning {
            self.draft.recognize(Api::Rest);
        }
        let raw = Raw { code, text };
        match entry.record {
            _ if entry.is_warning => self.draft.warning(Api::Rest, raw),
            None => self.draft.finding(Api::Rest, raw, Level::Response, None),
            Some(_) => self.draft.finding(Api::Rest, raw, Level::Record, entry.record),
        }
    }

    /// Forgets the number that was read last, since it was cut.
    fn forget_number(&mut self) {
        let is_number =
            |code: &Option<Scalar<'_>>| matches!(code, Some(Scalar::Whole(_) | Scalar::Fraction(_)));
        let last = self.entry.as_mut().map_or(&mut self.ingestion_code, |entry| &mut entry.code);
        if is_number(last) {
            *last = None;
        }
    }

    /// Hands on an error or a warning that is a mere text.
    fn text(&mut self, text: Cow<'t, str>, record: Option<usize>, is_warning: bool) {
        self.entry = Some(Entry { record, is_warning, text: Some(text), ..Entry::default() });
        self.flush();
    }

    /// Tells the draft what was read of the call as a whole.
    fn tell(mut self, is_cut: bool) {
        self.flush();
        let has_id = self.request_id.is_some();
        // Marketo's own form of an id is enough in a body that is cut before it says more.
        let is_known_id = is_cut && self.request_id.as_deref().is_some_and(is_request_id);
        let draft = self.draft;
        if self.success.is_some() || is_known_id || (has_id && (self.has_result || draft.found() > 0)) {
            draft.recognize(Api::Rest);
        }
        if let Some((error, of_client)) =
            self.oauth_error.and_then(|error| oauth(&error).map(|of| (error, of)))
        {
            draft.recognize(Api::Rest);
            draft.has_failed = true;
            let text = match self.oauth_description {
                Some(description) => format!("{error}: {description}"),
                None => error.into_owned(),
            };
            let status = draft.status().filter(|status| *status >= 400);
            match status {
                Some(status) if !of_client => draft.status_finding(status, Some(&text)),
                Some(_) | None => {
                    let code = of_client.then_some(RawCode::Number(UNAUTHORIZED));
                    draft.finding(Api::Rest, Raw { code, text: Some(text) }, Level::Http, None);
                }
            }
        }
        // The API's numbers are an HTTP status and three or four digits; others use the key for other things.
        if let Some(RawCode::Number(number @ 400_000..=5_999_999)) =
            self.ingestion_code.and_then(Scalar::into_code)
        {
            if !draft.is_recognized {
                draft.recognize(Api::DataIngestion);
            }
            let raw =
                Raw { code: Some(RawCode::Number(number)), text: self.ingestion_text.map(Cow::into_owned) };
            draft.finding(Api::DataIngestion, raw, Level::Response, None);
        }
        if draft.is_recognized {
            if self.records == 1 && self.failed_jobs == 1 {
                draft.job_is_the_call();
            }
            draft.has_failed |= self.success == Some(false);
            draft.has_succeeded |= self.success == Some(true);
            if let Some(id) = self.request_id {
                draft.request_id(&id);
            }
        }
    }
}

/// Tells whether an `error` is a word of OAuth (RFC 6749 and the vendor's), and if so whether it refuses the client.
fn oauth(error: &str) -> Option<bool> {
    match error {
        "invalid_client" | "unauthorized_client" | "unauthorized" => Some(true),
        "invalid_request"
        | "invalid_grant"
        | "invalid_scope"
        | "unsupported_grant_type"
        | "access_denied"
        | "server_error"
        | "temporarily_unavailable" => Some(false),
        _ => None,
    }
}

/// Tells whether a text has the form of Marketo's request ids, two hexadecimal numbers: `e42b#14272d07d78`.
fn is_request_id(text: &str) -> bool {
    text.split_once('#').is_some_and(|(id, millis)| is_hex(id) && is_hex(millis))
}

/// Where in the answer a value stands.
#[derive(Clone, Copy)]
enum Place {
    Top,
    /// `result`: an array of records, or one.
    Result,
    /// One record, by its index.
    Record(usize),
    /// `errors` or `reasons`: a list, or one error.
    Errors(Option<usize>),
    /// `warnings`.
    Warnings,
}

/// The ids that stand beside `status` in the result of a write, of leads, custom objects, lists and programs.
const IDS: [&str; 7] =
    ["id", "seq", "leadId", "marketoGUID", "membershipId", "externalCompanyId", "externalOpportunityId"];

/// Reads a value by its place into the answer.
struct Walk<'a, 'd, 't> {
    answer: &'a mut Answer<'d, 't>,
    place: Place,
}

impl<'t> DeserializeSeed<'t> for Walk<'_, '_, 't> {
    type Value = ();

    fn deserialize<D: Deserializer<'t>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_any(self)
    }
}

impl<'t> Visitor<'t> for Walk<'_, '_, 't> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON")
    }

    fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<(), A::Error> {
        let answer = self.answer;
        match self.place {
            Place::Top => {
                while let Some(key) = map.next_key::<Key<'t>>()? {
                    answer.top(&key.0, &mut map)?;
                }
            }
            Place::Result => {
                return Walk { answer, place: Place::Record(0) }.visit_map(map);
            }
            Place::Record(record) => {
                let found_before = answer.draft.found();
                let (mut is_skipped, mut has_own_fields) = (false, false);
                let mut job = Job::default();
                while let Some(key) = map.next_key::<Key<'t>>()? {
                    match &*key.0 {
                        "errors" | "reasons" => {
                            map.next_value_seed(Walk { answer, place: Place::Errors(Some(record)) })?;
                        }
                        "status" => {
                            let status = map.next_value::<Scalar<'_>>()?;
                            is_skipped |= status.text() == Some("skipped");
                            job.status(status.text().unwrap_or_default());
                        }
                        key if Job::has(key) => {
                            has_own_fields = true;
                            job.take(key, map.next_value()?);
                        }
                        key => {
                            has_own_fields |= !IDS.contains(&key);
                            map.next_value::<IgnoredAny>()?;
                        }
                    }
                }
                answer.records = answer.records.max(record + 1);
                answer.failed_jobs += usize::from(job.tell(record, answer.draft));
                // A record with fields of its own may have a field `status` too.
                if is_skipped && !has_own_fields && answer.draft.found() == found_before {
                    answer.text("skipped".into(), Some(record), false);
                }
            }
            Place::Errors(record) => {
                answer.entry = Some(Entry { record, ..Entry::default() });
                answer.item(map)?;
            }
            Place::Warnings => {
                answer.entry = Some(Entry { is_warning: true, ..Entry::default() });
                answer.item(map)?;
            }
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'t>>(self, mut items: A) -> Result<(), A::Error> {
        let answer = self.answer;
        let mut index = 0;
        loop {
            let place = match self.place {
                Place::Result => Place::Record(index),
                place @ (Place::Errors(_) | Place::Warnings) => place,
                Place::Top | Place::Record(_) => {
                    while items.next_element::<IgnoredAny>()?.is_some() {}
                    return Ok(());
                }
            };
            if items.next_element_seed(Walk { answer: &mut *answer, place })?.is_none() {
                return Ok(());
            }
            index += 1;
        }
    }

    fn visit_str<E>(self, text: &str) -> Result<(), E> {
        match self.place {
            Place::Errors(None) => self.answer.text(text.to_owned().into(), None, false),
            Place::Warnings => self.answer.text(text.to_owned().into(), None, true),
            // A record's own field may have such a name.
            Place::Errors(Some(_)) | Place::Top | Place::Result | Place::Record(_) => {}
        }
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }
}

impl<'t> Answer<'_, 't> {
    /// Reads a value of the answer's own object.
    fn top<A: MapAccess<'t>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error> {
        match key {
            "requestId" => self.request_id = map.next_value::<Scalar<'t>>()?.into_text(),
            "success" => {
                if let Some(success) = map.next_value::<Scalar<'t>>()?.truth() {
                    if self.success.is_some() {
                        self.draft.remark(Remark::DuplicateKey);
                    }
                    // Of two, the failure is believed.
                    self.success = Some(success && self.success != Some(false));
                }
            }
            "errors" => {
                if std::mem::replace(&mut self.has_errors, true) {
                    self.draft.remark(Remark::DuplicateKey);
                }
                map.next_value_seed(Walk { answer: self, place: Place::Errors(None) })?;
            }
            "warnings" => map.next_value_seed(Walk { answer: self, place: Place::Warnings })?,
            "result" => {
                if std::mem::replace(&mut self.has_result, true) {
                    self.draft.remark(Remark::DuplicateKey);
                }
                map.next_value_seed(Walk { answer: self, place: Place::Result })?;
            }
            "error_code" => self.ingestion_code = Some(map.next_value()?),
            "message" => self.ingestion_text = map.next_value::<Scalar<'t>>()?.into_text(),
            "error" => self.oauth_error = map.next_value::<Scalar<'t>>()?.into_text(),
            "error_description" => self.oauth_description = map.next_value::<Scalar<'t>>()?.into_text(),
            "access_token" => {
                if map.next_value::<Scalar<'t>>()?.text().is_some_and(|token| !token.is_empty()) {
                    self.draft.recognize(Api::Rest);
                }
            }
            _ => {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }

    /// Reads the object of an item of `errors`, `reasons` or `warnings` into the entry.
    fn item<A: MapAccess<'t>>(&mut self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<Key<'t>>()? {
            match &*key.0 {
                "code" => {
                    let code = map.next_value()?;
                    self.code(code);
                }
                "message" => {
                    let text = map.next_value::<Scalar<'t>>()?.into_text();
                    if let Some(entry) = &mut self.entry {
                        if entry.text.is_some() {
                            self.draft.remark(Remark::DuplicateKey);
                        }
                        entry.text = entry.text.take().or(text);
                    }
                }
                "errorCode" => {
                    let number = map.next_value::<Scalar<'t>>()?.into_number();
                    if let Some(entry) = &mut self.entry {
                        entry.counted = number;
                    }
                }
                "count" => {
                    let count = map.next_value::<Scalar<'t>>()?.into_count();
                    if let Some(entry) = &mut self.entry {
                        entry.count = count;
                    }
                }
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        self.flush();
        Ok(())
    }

    /// Takes a code into the entry. A second one in the same object is an error of its own: none is lost.
    fn code(&mut self, code: Scalar<'t>) {
        let Some(entry) = &mut self.entry else { return };
        if entry.code.is_some() {
            let again = Entry { record: entry.record, is_warning: entry.is_warning, ..Entry::default() };
            self.draft.remark(Remark::DuplicateKey);
            self.flush();
            self.entry = Some(again);
        }
        if let Some(entry) = &mut self.entry {
            entry.code = Some(code);
        }
    }
}
