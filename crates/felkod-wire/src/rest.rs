//! REST answers: errors of the call, reasons of records, OAuth errors, statistics of errors.

use std::borrow::Cow;

use felkod_catalog::{Api, Level, Remark};

use crate::{
    draft::{Draft, Raw, RawCode},
    record::Known,
    report::is_hex,
    scalar::Scalar,
    skim::{Kind, Skim, Stop},
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
    let mut json = Skim::new(text);
    let mut answer = Answer::new(draft);
    let end = match answer.value(&mut json, Place::Top) {
        Ok(()) if json.has_ended() => None,
        Ok(()) => Some(Remark::TrailingData),
        Err(Stop::Cut) => {
            // Half a number is another number.
            if text.ends_with(|c: char| c.is_ascii_alphanumeric()) && !ends_in_string(text) {
                answer.forget_number();
            }
            Some(Remark::Cut)
        }
        Err(Stop::Malformed) => Some(Remark::Malformed),
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

/// Mends what is no JSON and other readers let pass, and tells what is to be said of it: in strings raw control
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
pub(crate) struct Answer<'d, 't> {
    pub(crate) draft: &'d mut Draft,
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
    /// The keys of the last record.
    pub(crate) keys: Vec<Known>,
    /// How many records there are, and how many of them are jobs that failed.
    pub(crate) records: usize,
    pub(crate) failed_jobs: usize,
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
            keys: Vec::new(),
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
    pub(crate) fn text(&mut self, text: Cow<'t, str>, record: Option<usize>, is_warning: bool) {
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
pub(crate) enum Place {
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

impl<'t> Answer<'_, 't> {
    /// Reads the value that is next, by its place.
    pub(crate) fn value(&mut self, json: &mut Skim<'t>, place: Place) -> Result<(), Stop> {
        match (json.kind()?, place) {
            (Kind::Object, Place::Top) => self.top(json),
            (Kind::Object, Place::Result) => self.record(json, 0),
            (Kind::Object, Place::Record(record)) => self.record(json, record),
            (Kind::Object, Place::Errors(record)) => {
                self.entry = Some(Entry { record, ..Entry::default() });
                self.item(json)
            }
            (Kind::Object, Place::Warnings) => {
                self.entry = Some(Entry { is_warning: true, ..Entry::default() });
                self.item(json)
            }
            (Kind::Array, Place::Result | Place::Errors(_) | Place::Warnings) => self.items(json, place),
            (Kind::Text, Place::Errors(None)) => {
                self.text(json.string()?, None, false);
                Ok(())
            }
            (Kind::Text, Place::Warnings) => {
                self.text(json.string()?, None, true);
                Ok(())
            }
            // A record's own field may have such a name.
            (Kind::Array | Kind::Text | Kind::Other, _) => json.scalar().map(drop),
        }
    }

    /// Reads the items of an array by the place of the array.
    fn items(&mut self, json: &mut Skim<'t>, place: Place) -> Result<(), Stop> {
        json.enter()?;
        let (mut is_first, mut index) = (true, 0);
        while json.item(&mut is_first)? {
            let place = if matches!(place, Place::Result) { Place::Record(index) } else { place };
            self.value(json, place)?;
            index += 1;
        }
        Ok(())
    }

    /// Reads the answer's own object.
    fn top(&mut self, json: &mut Skim<'t>) -> Result<(), Stop> {
        json.enter()?;
        let mut is_first = true;
        while let Some(key) = json.key(&mut is_first)? {
            // Marketo's own keys tell whose response it is, even where nothing follows them.
            let is_again = match &*key {
                "errors" => std::mem::replace(&mut self.has_errors, true),
                "result" => std::mem::replace(&mut self.has_result, true),
                _ => false,
            };
            if is_again {
                self.draft.remark(Remark::DuplicateKey);
            }
            json.colon()?;
            self.field(&key, json)?;
        }
        Ok(())
    }

    /// Reads a value of the answer's own object.
    fn field(&mut self, key: &str, json: &mut Skim<'t>) -> Result<(), Stop> {
        match key {
            "requestId" => self.request_id = json.scalar()?.into_text(),
            "success" => {
                if let Some(success) = json.scalar()?.truth() {
                    if self.success.is_some() {
                        self.draft.remark(Remark::DuplicateKey);
                    }
                    // Of two, the failure is believed.
                    self.success = Some(success && self.success != Some(false));
                }
            }
            "errors" => self.value(json, Place::Errors(None))?,
            "warnings" => self.value(json, Place::Warnings)?,
            "result" => self.value(json, Place::Result)?,
            "error_code" => self.ingestion_code = Some(json.scalar()?),
            "message" => self.ingestion_text = json.scalar()?.into_text(),
            "error" => self.oauth_error = json.scalar()?.into_text(),
            "error_description" => self.oauth_description = json.scalar()?.into_text(),
            "access_token" => {
                if json.scalar()?.text().is_some_and(|token| !token.is_empty()) {
                    self.draft.recognize(Api::Rest);
                }
            }
            _ => json.skip()?,
        }
        Ok(())
    }

    /// Reads the object of an item of `errors`, `reasons` or `warnings` into the entry.
    fn item(&mut self, json: &mut Skim<'t>) -> Result<(), Stop> {
        json.enter()?;
        let mut is_first = true;
        while let Some(key) = json.key(&mut is_first)? {
            json.colon()?;
            match &*key {
                "code" => {
                    let code = json.scalar()?;
                    self.code(code);
                }
                "message" => {
                    let text = json.scalar()?.into_text();
                    if let Some(entry) = &mut self.entry {
                        if entry.text.is_some() {
                            self.draft.remark(Remark::DuplicateKey);
                        }
                        entry.text = entry.text.take().or(text);
                    }
                }
                "errorCode" => {
                    let number = json.scalar()?.into_number();
                    if let Some(entry) = &mut self.entry {
                        entry.counted = number;
                    }
                }
                "count" => {
                    let count = json.scalar()?.into_count();
                    if let Some(entry) = &mut self.entry {
                        entry.count = count;
                    }
                }
                _ => json.skip()?,
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
