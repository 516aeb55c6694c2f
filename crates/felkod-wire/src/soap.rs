//! SOAP responses: faults of SOAP 1.1 and 1.2, failures without a fault, and the marks by which clients render faults.

use felkod_catalog::{Api, Code, Level, Remark, Value};
use quick_xml::{
    Reader,
    events::{BytesRef, Event},
};

use crate::{
    draft::{Draft, Raw, RawCode},
    page::boundary,
};

/// Reads a body that starts as XML.
pub(crate) fn read(text: &str, draft: &mut Draft) {
    let mut answer = Answer::default();
    let end = walk(text, &mut answer, draft);
    let is_envelope = answer.place != Place::Outside;
    answer.tell(draft, end == Some(Remark::Cut));
    if draft.is_recognized || is_envelope || matches!(end, Some(Remark::DtdRefused | Remark::TooDeep)) {
        draft.remarks(end);
    }
}

/// Tells whether a number stands where a SOAP client has the code of a fault, as in `(SOAP-ENV:Client) 20110 - Input
/// error`, by what the line has before it.
pub(crate) fn is_marked(before: &str, number: u32) -> bool {
    /// What a client writes before a fault string, in lower case: whose fault it is …
    const PARTIES: [&str; 4] = ["client", "server", "sender", "receiver"];
    /// … or that it is one.
    const MARKS: [&str; 5] =
        ["fault from server:", "raised fault:", "faultexception:", "faultstring:", "faultstring] =>"];
    let mark = before.trim_end_matches(['\'', '"', '‘', '“']).trim_end();
    let mark = mark[boundary(mark, mark.len().saturating_sub(40))..].to_ascii_lowercase();
    let party = mark.strip_suffix([')', ']', ':']).and_then(|mark| mark.rsplit_once(':'));
    party.is_some_and(|(_, party)| PARTIES.contains(&party))
        || MARKS.iter().any(|known| mark.ends_with(known))
        || (mark.ends_with("fault:") && Code::try_from(number).is_ok())
}

/// Tells whether a text may be the title of a known code: it shares a word with the name, other than the word that half
/// of the names have. A line without a client's mark is taken for a fault only then.
pub(crate) fn is_title_of(number: u32, text: &str) -> bool {
    let Ok(code) = Code::try_from(number) else { return false };
    let text = text.to_lowercase();
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
    let mut name = code.name().split('_').skip(1).filter(|word| word.len() > 3 && *word != "lead");
    name.any(|word| words.contains(&word))
}

/// Reads the number of `20103 - Lead not found`, with any white space around the dash.
pub(crate) fn coded(text: &str) -> Option<u32> {
    let text = text.trim_start();
    let number = five_digits(text.get(..5)?)?;
    text[5..].trim_start().starts_with(['-', '–']).then_some(number)
}

/// Reads the number of `Lead not found (20103)`.
pub(crate) fn in_parentheses(text: &str) -> Option<u32> {
    let (_, number) = text.trim_end().trim_end_matches('.').strip_suffix(')')?.rsplit_once('(')?;
    five_digits(number.trim())
}

/// Reads a number as SOAP's codes are written. Outside the `code` element, no other number is taken for a code.
fn five_digits(text: &str) -> Option<u32> {
    let is_code = text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit());
    is_code.then(|| text.parse().ok()).flatten()
}

/// Reads the elements until the end, and tells why it stopped before it.
fn walk(text: &str, answer: &mut Answer, draft: &mut Draft) -> Option<Remark> {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_dangling_amp = true;
    config.allow_unmatched_ends = true;
    let mut depth = 0;
    let mut has_root = false;
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) => {
                if depth == 0 && has_root {
                    return Some(Remark::TrailingData);
                }
                has_root = true;
                depth += 1;
                if depth > draft.max_depth() {
                    return Some(Remark::TooDeep);
                }
                answer.open(start.local_name().as_ref(), depth, draft);
            }
            Ok(Event::Empty(start)) => {
                if depth == 0 && has_root {
                    return Some(Remark::TrailingData);
                }
                has_root = true;
                answer.open(start.local_name().as_ref(), depth + 1, draft);
                answer.close(depth + 1, draft);
            }
            Ok(Event::End(_)) => {
                if depth > 0 {
                    answer.close(depth, draft);
                    depth -= 1;
                }
            }
            Ok(Event::Text(text)) => {
                if depth == 0 && has_root && !text.trim_ascii().is_empty() {
                    return Some(Remark::TrailingData);
                }
                answer.text.push_str(&text);
            }
            Ok(Event::CData(text)) => answer.text.push_str(&text),
            Ok(Event::GeneralRef(entity)) => answer.add_entity(&entity),
            Ok(Event::DocType(_)) => return Some(Remark::DtdRefused),
            Ok(Event::Eof) => return (depth > 0).then_some(Remark::Cut),
            Ok(Event::Comment(_) | Event::Decl(_) | Event::PI(_)) => {}
            Err(_) => return Some(if depth == 0 && has_root { Remark::TrailingData } else { Remark::Cut }),
        }
    }
}

/// How far into an envelope the reading has come.
#[derive(Default, PartialEq, Eq)]
enum Place {
    #[default]
    Outside,
    Envelope,
    Body,
    /// An operation's answer, and what follows it.
    Operation,
}

/// An element whose text is of use.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Leaf {
    FaultString,
    Message,
    Code,
    Success,
    Status,
    Error,
}

/// What was read of an answer so far.
#[derive(Default)]
struct Answer {
    place: Place,
    /// The depth of `Fault` and of `serviceException`, inside them.
    fault: Option<usize>,
    exception: Option<usize>,
    has_fault: bool,
    has_failed: bool,
    /// What the innermost element is, and its text.
    leaf: Option<Leaf>,
    text: String,
    fault_string: Option<String>,
    message: Option<String>,
    code: Option<String>,
    /// The status and the error of the record in hand, and its depth.
    status: Option<String>,
    error: Option<String>,
    record: Option<usize>,
    /// How many records have ended.
    records: usize,
}

/// The depth of `result` in an operation's answer: Envelope, Body, the operation, `result`.
const RESULT: usize = 4;

impl Answer {
    fn open(&mut self, name: &str, depth: usize, draft: &mut Draft) {
        self.text.clear();
        self.leaf = None;
        if let Some(fault) = self.fault {
            self.leaf = match name {
                "faultstring" if depth == fault + 1 => Some(Leaf::FaultString),
                // SOAP 1.2: Fault, Reason, Text.
                "Text" if depth == fault + 2 => Some(Leaf::FaultString),
                "message" if self.exception.is_some() => Some(Leaf::Message),
                "code" if self.exception.is_some() => Some(Leaf::Code),
                _ => None,
            };
            if name == "serviceException" {
                self.exception.get_or_insert(depth);
            }
            return;
        }
        match (name, depth) {
            ("Envelope", 1) => self.place = Place::Envelope,
            ("Body", 2) if self.place == Place::Envelope => self.place = Place::Body,
            ("Fault", 1) => self.fault = Some(depth),
            ("Fault", 3) if self.place == Place::Body => self.fault = Some(depth),
            (_, 3) if self.place == Place::Body && is_operation(name) => {
                self.place = Place::Operation;
                draft.recognize(Api::Soap);
                draft.has_succeeded = true;
            }
            _ => {}
        }
        if self.place == Place::Operation {
            self.leaf = match name {
                "success" if depth == RESULT + 1 => Some(Leaf::Success),
                "status" if depth > RESULT => Some(Leaf::Status),
                "error" if depth > RESULT => Some(Leaf::Error),
                _ => None,
            };
        }
    }

    fn close(&mut self, depth: usize, draft: &mut Draft) {
        if let Some(leaf) = self.leaf.take() {
            self.end_leaf(leaf, depth);
        }
        self.text.clear();
        if self.record == Some(depth) {
            self.end_record(depth, draft);
        }
        if self.exception == Some(depth) {
            self.exception = None;
        }
        if self.fault == Some(depth) {
            self.fault = None;
            // A root of that name says nothing without what a fault has inside.
            self.has_fault |= depth > 1 || self.says_something();
        }
    }

    fn says_something(&self) -> bool {
        self.fault_string.is_some() || self.message.is_some() || self.code.is_some()
    }

    fn end_leaf(&mut self, leaf: Leaf, depth: usize) {
        let text = self.text.trim();
        let slot = match leaf {
            Leaf::FaultString => &mut self.fault_string,
            Leaf::Message => &mut self.message,
            Leaf::Code => &mut self.code,
            Leaf::Success => {
                self.has_failed |= text.eq_ignore_ascii_case("false");
                return;
            }
            Leaf::Status | Leaf::Error => {
                self.record = Some(depth - 1);
                if leaf == Leaf::Status { &mut self.status } else { &mut self.error }
            }
        };
        if slot.is_none() && !text.is_empty() {
            *slot = Some(text.to_owned());
        }
    }

    /// Ends an element with a `status` or an `error` among its children: a record, or `result` itself.
    fn end_record(&mut self, depth: usize, draft: &mut Draft) {
        self.record = None;
        let (status, text) = (self.status.take(), self.error.take());
        let has_failed = status
            .as_deref()
            .is_some_and(|status| ["FAILED", "SKIPPED"].iter().any(|word| status.eq_ignore_ascii_case(word)));
        let is_false = status.as_deref().is_some_and(|status| status.eq_ignore_ascii_case("false"));
        if depth > RESULT {
            if is_false {
                let values = vec![("status", Value::from("false"))];
                draft.finding_without_code(Raw { code: None, text }, Level::Record, self.records, values);
            } else if has_failed {
                draft.finding(
                    Api::Soap,
                    Raw { code: None, text: text.or(status) },
                    Level::Record,
                    Some(self.records),
                );
            }
            self.records += 1;
        } else if text.is_some() && (has_failed || self.has_failed) {
            // Of the call as a whole. A status there without an error is that of a job the call asked about.
            self.has_failed = true;
            draft.finding(Api::Soap, Raw { code: None, text }, Level::Response, None);
        }
    }

    /// Adds a character reference or one of XML's five entities; any other, which only a DTD could explain, stays as
    /// it is written.
    fn add_entity(&mut self, entity: &BytesRef<'_>) {
        match &**entity {
            "lt" => self.text.push('<'),
            "gt" => self.text.push('>'),
            "amp" => self.text.push('&'),
            "apos" => self.text.push('\''),
            "quot" => self.text.push('"'),
            name => match entity.resolve_char_ref() {
                Ok(Some(character)) => self.text.push(character),
                _ => self.text.extend(["&", name, ";"]),
            },
        }
    }

    /// Tells the draft what was read of the call as a whole.
    fn tell(mut self, draft: &mut Draft, is_cut: bool) {
        if is_cut && let Some(leaf @ (Leaf::FaultString | Leaf::Message)) = self.leaf {
            // The number comes first in one and last in the other; half a `code` would be another code.
            self.end_leaf(leaf, 1);
        }
        if self.fault.is_some_and(|depth| depth > 1 || self.says_something()) {
            self.has_fault = true;
        }
        draft.has_failed |= self.has_failed;
        if !self.has_fault {
            return;
        }
        tell_fault(self.fault_string, self.message, self.code.as_deref(), draft);
    }
}

/// Tells the draft of a fault, by the texts that it has.
pub(crate) fn tell_fault(
    fault_string: Option<String>,
    message: Option<String>,
    code: Option<&str>,
    draft: &mut Draft,
) {
    draft.recognize(Api::Soap);
    draft.has_failed = true;
    let of_fault_string = fault_string.as_deref().and_then(coded);
    let of_message = message.as_deref().or(fault_string.as_deref()).and_then(in_parentheses);
    let of_texts = of_fault_string.or(of_message).map(RawCode::Number);
    let code = code.and_then(RawCode::from_text);
    let disagree = match (&code, of_fault_string) {
        (Some(RawCode::Number(code)), Some(number)) => *code != number,
        _ => false,
    };
    let text = match (fault_string, message) {
        (Some(fault_string), Some(message)) if disagree => Some(format!("{fault_string}: {message}")),
        (fault_string, message) => message.or(fault_string),
    };
    if disagree {
        draft.remark(Remark::CodesDisagree);
    }
    let code = match (code, of_texts) {
        // What is no number gives way to a number.
        (Some(RawCode::Other(_)), Some(number)) => Some(number),
        (code, of_texts) => code.or(of_texts),
    };
    draft.finding(Api::Soap, Raw { code, text }, Level::Fault, None);
}

/// Tells whether an element is an operation's answer, as `successGetLead` is.
fn is_operation(name: &str) -> bool {
    name.strip_prefix("success")
        .is_some_and(|operation| operation.starts_with(|c: char| c.is_ascii_uppercase()))
}
