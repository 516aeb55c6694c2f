//! SOAP answers: faults of SOAP 1.1 and 1.2, failures without a fault, and faults inside a client's text.

use felkod::{Api, Level, Remark};
use quick_xml::{
    Reader,
    events::{BytesRef, Event},
};

use crate::draft::{Draft, Raw, RawCode};

/// Reads a body that starts as XML.
pub(crate) fn read(text: &str, draft: &mut Draft) {
    let mut answer = Answer::default();
    let end = walk(text, &mut answer, draft);
    answer.tell(draft);
    if draft.is_recognized || matches!(end, Some(Remark::DtdRefused | Remark::TooDeep)) {
        draft.remarks(end);
    }
}

/// Reads one line in which a SOAP client renders a fault, such as `(SOAP-ENV:Client) 20110 - Input error`.
///
/// Only a number in the place where such a line has the code is one.
pub(crate) fn read_line(text: &str, draft: &mut Draft) {
    /// What stands before the fault string.
    const MARKS: [&str; 8] = [
        ":Client) ",
        ":Server) ",
        ":Client] ",
        ":Server] ",
        ":Client: ",
        ":Server: ",
        "SOAP Fault from server: ",
        "raised fault: ",
    ];
    let after_mark = MARKS.iter().filter_map(|mark| Some(text.find(mark)? + mark.len())).min();
    let told = match after_mark {
        Some(start) => coded(text[start..].trim_start_matches(['\'', '"'])),
        None => coded(text).or_else(|| bracketed(text)),
    };
    if let Some(number) = told {
        draft.recognize(Api::Soap);
        draft.finding(
            Api::Soap,
            Raw { code: Some(RawCode::Number(number)), text: Some(text.to_owned()) },
            Level::Fault,
            None,
        );
    }
}

/// Reads the number of `20103 - Lead not found`.
fn coded(text: &str) -> Option<u32> {
    let (number, _) = text.trim_start().split_once(" - ")?;
    five_digits(number)
}

/// Reads the number of `[20103] Lead not found`.
fn bracketed(text: &str) -> Option<u32> {
    let (number, _) = text.trim_start().strip_prefix('[')?.split_once("] ")?;
    five_digits(number)
}

/// Reads the number of `Lead not found (20103)`.
fn in_parentheses(text: &str) -> Option<u32> {
    let (_, number) = text.trim_end().trim_end_matches('.').strip_suffix(')')?.rsplit_once('(')?;
    five_digits(number)
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
                answer.close(start.local_name().as_ref(), depth + 1, draft);
            }
            Ok(Event::End(end)) => {
                if depth > 0 {
                    answer.close(end.local_name().as_ref(), depth, draft);
                    depth -= 1;
                }
            }
            Ok(Event::Text(text)) => {
                if depth == 0 && has_root && !text.trim_ascii().is_empty() {
                    return Some(Remark::TrailingData);
                }
                answer.add(&text);
            }
            Ok(Event::CData(text)) => answer.add(&text),
            Ok(Event::GeneralRef(entity)) => answer.add_entity(&entity),
            Ok(Event::DocType(_)) => return Some(Remark::DtdRefused),
            Ok(Event::Eof) => return (depth > 0).then_some(Remark::Cut),
            Ok(Event::Comment(_) | Event::Decl(_) | Event::PI(_)) => {}
            Err(_) => return Some(if depth == 0 && has_root { Remark::TrailingData } else { Remark::Cut }),
        }
    }
}

/// What was read of an answer so far.
#[derive(Default)]
struct Answer {
    /// The depth of `Fault`, inside it.
    fault: Option<usize>,
    /// The text of the innermost element.
    text: String,
    has_fault: bool,
    has_success_element: bool,
    has_failed: bool,
    fault_string: Option<String>,
    message: Option<String>,
    code: Option<String>,
    /// The status and the error of the record in hand.
    status: Option<String>,
    error: Option<String>,
    /// How many records have ended, and their depth.
    records: usize,
}

impl Answer {
    fn open(&mut self, name: &str, depth: usize, draft: &mut Draft) {
        self.text.clear();
        match name {
            "Fault" if self.fault.is_none() => {
                self.fault = Some(depth);
                self.has_fault = true;
            }
            // An operation's answer: Envelope, Body, then `successGetLead` or another such element.
            _ if self.fault.is_none() && depth <= 3 && name.starts_with("success") && name.len() > 7 => {
                self.has_success_element = true;
                draft.recognize(Api::Soap);
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str, depth: usize, draft: &mut Draft) {
        if self.fault.is_some() {
            if self.fault == Some(depth) {
                self.fault = None;
            }
            let slot = match name {
                // `Text` is that of SOAP 1.2.
                "faultstring" | "Text" => &mut self.fault_string,
                "message" => &mut self.message,
                // SOAP 1.2 has its own `Code`, in a capital.
                "code" => &mut self.code,
                _ => return self.text.clear(),
            };
            let text = self.text.trim();
            if slot.is_none() && !text.is_empty() {
                *slot = Some(text.to_owned());
            }
        } else if self.has_success_element {
            let text = self.text.trim();
            match name {
                "success" if depth <= 5 => self.has_failed |= text.eq_ignore_ascii_case("false"),
                "status" => self.status = Some(text.to_owned()),
                "error" => self.error = Some(text.to_owned()),
                _ if self.status.is_some() => self.end_record(draft),
                _ => {}
            }
        }
        self.text.clear();
    }

    /// Ends an element with a `status` among its children: a record.
    fn end_record(&mut self, draft: &mut Draft) {
        let status = self.status.take().unwrap_or_default();
        let text = self.error.take();
        if ["FAILED", "SKIPPED"].iter().any(|failure| status.eq_ignore_ascii_case(failure)) {
            draft.finding(
                Api::Soap,
                Raw { code: None, text: text.or(Some(status)) },
                Level::Record,
                Some(self.records),
            );
        }
        self.records += 1;
    }

    fn add(&mut self, text: &str) {
        self.text.push_str(text);
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
    fn tell(mut self, draft: &mut Draft) {
        draft.has_failed |= self.has_failed;
        if self.has_failed && self.error.is_some() {
            draft.finding(Api::Soap, Raw { code: None, text: self.error.take() }, Level::Response, None);
        }
        if !self.has_fault {
            return;
        }
        draft.recognize(Api::Soap);
        draft.has_failed = true;
        let of_fault_string =
            self.fault_string.as_deref().and_then(|text| coded(text).or(in_parentheses(text)));
        let of_message = self.message.as_deref().and_then(in_parentheses);
        let code = self.code.as_deref().and_then(RawCode::from_text);
        let number = of_fault_string.or(of_message).map(RawCode::Number);
        let disagree =
            code.is_some() && of_fault_string.is_some() && code != of_fault_string.map(RawCode::Number);
        let text = match (self.fault_string, self.message) {
            (Some(fault_string), Some(message)) if disagree => Some(format!("{fault_string}: {message}")),
            (fault_string, message) => message.or(fault_string),
        };
        if disagree {
            draft.remark(Remark::CodesDisagree);
        }
        draft.finding(Api::Soap, Raw { code: code.or(number), text }, Level::Fault, None);
    }
}
