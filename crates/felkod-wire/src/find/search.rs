//! The search through one text: what starts where, and how far it reaches. Texts inside it are searched the same way.

use std::ops::Range;

use felkod_catalog::{Outcome, Remark};

use super::{
    Wrapping, around,
    candidate::{Candidate, Context, Fault, Host, What},
    decode::{self, Writing},
    fits::fits_fault,
    golang,
    json::{End, Frame, Walk},
    lex::{self, skip_space, text_of},
    lines, needle,
    place::{Budget, Place},
    quiet,
    quoted::{Marks, Quoted, Start, quoted, start_of_json},
    signs, wide, xml,
};
use crate::{
    Report,
    draft::{Draft, Known, Raw, RawCode},
    limits::Limits,
    page, rest, soap,
};

/// How deep texts are searched inside texts.
const LEVELS: usize = 8;

/// An answer, by its place in the text.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) range: Range<usize>,
    pub(super) wrapped_in: Option<Wrapping>,
    pub(super) report: Report,
}

/// A search through one text.
pub(super) struct Search<'b> {
    pub(super) limits: Limits,
    pub(super) budget: &'b mut Budget,
    /// Where the text starts in the input; `None` for a text inside another.
    base: Option<u64>,
    pub(super) found: Vec<Found>,
    /// How many were found before the joint that was met.
    pub(super) before_joint: usize,
    /// How deep the text stands inside others, and in what.
    level: usize,
    wrapping: Option<Wrapping>,
    pub(super) context: Context,
    /// Room for the containers of a walk, kept from one to the next.
    pub(super) frames: Vec<Frame>,
    /// Whether stretches without a sign are passed over.
    pub(super) passes_over: bool,
}

/// What a look at one place gives.
pub(super) enum Look {
    /// Go on there.
    On(usize),
    /// More of the text must be known.
    Wait,
}

impl<'b> Search<'b> {
    pub(super) fn new(limits: Limits, budget: &'b mut Budget, base: u64) -> Self {
        Self {
            limits,
            budget,
            base: Some(base),
            found: Vec::new(),
            before_joint: 0,
            level: 0,
            wrapping: None,
            context: Context::default(),
            frames: Vec::new(),
            passes_over: true,
        }
    }

    /// Goes on until the end of the text, or until more of it must be known.
    pub(super) fn run(&mut self, text: &[u8], place: &mut Place, is_final: bool) {
        place.is_open = false;
        loop {
            // The first document may be the text as a whole, which has a meaning without signs.
            let is_read_all = !self.passes_over || place.first.is_none();
            if !is_read_all && place.at >= place.loud {
                let had_joint = place.joint.is_some();
                let is_more = quiet::pass(text, place, is_final);
                if place.joint.is_some() && !had_joint {
                    self.before_joint = self.found.len();
                }
                if !is_more {
                    return;
                }
            }
            let loud = if is_read_all { text } else { &text[..text.len().min(place.loud)] };
            let Some(at) = needle::next(loud, place.at) else {
                place.at = place.at.max(loud.len());
                if loud.len() == text.len() {
                    return;
                }
                continue;
            };
            // What is larger than the bound is read as far as the bound.
            let most = at.saturating_add(self.limits.bytes);
            let (seen, is_all) = match text.get(..most) {
                Some(seen) if seen.len() < text.len() => (seen, true),
                _ => (text, is_final),
            };
            let look = match text[at] {
                b'{' | b'[' | b'<' if wide::starts(&seen[at..]) => self.wide(seen, at, place, is_all),
                b'{' | b'[' => self.brace(seen, at, place, is_all),
                b'<' => self.tag(seen, at, place, is_all),
                b'&' => self.reference(seen, at, place, is_all),
                b'(' => self.dump(seen, at, place, is_all),
                b'%' => self.percent(seen, at, place, is_all),
                _ => self.number(text, at, place, is_final),
            };
            match look {
                Look::On(next) => {
                    place.first.get_or_insert(next);
                    place.at = next;
                }
                Look::Wait => {
                    place.at = at;
                    place.is_open = true;
                    return;
                }
            }
        }
    }

    /// Takes a look at so many bytes of a text that is known up to a place; `false` where no more may be looked at.
    pub(super) fn take(&mut self, bytes: usize, to: usize) -> bool {
        if let Some(base) = self.base {
            self.budget.reach(base + to as u64);
        }
        self.budget.take(bytes)
    }

    /// Reads the digits at `at`, and the error whose number they are.
    fn number(&mut self, text: &[u8], at: usize, place: &mut Place, is_final: bool) -> Look {
        if let Some(look) = self.yaml(text, at, place, is_final) {
            return look;
        }
        let end = text[at..].iter().position(|byte| !byte.is_ascii_digit());
        let end = match end {
            Some(length) => at + length,
            None if is_final => text.len(),
            // A long run of digits is none of a code.
            None if text.len() - at > 16 => return Look::On(text.len()),
            None => return Look::Wait,
        };
        let is_code = lines::code_at(text, at, end).is_some() || (end - at == 5 && text[at] != b'0');
        if !is_code {
            return Look::On(end);
        }
        let behind = &text[end..text.len().min(end + lines::BEHIND)];
        let line = memchr::memchr(b'\n', behind);
        if !is_final && line.is_none() && behind.len() < lines::BEHIND {
            return Look::Wait;
        }
        if !lines::may_be_marked(text, at, end) {
            return Look::On(end);
        }
        let from = at.saturating_sub(lines::BEFORE).max(place.floor);
        let near = &text[..end + line.unwrap_or(behind.len())];
        let start = memchr::memrchr(b'\n', &text[from..at]).map_or(from, |length| from + length + 1);
        if !quiet::has_sign(near, from, place) || !self.take(near.len() - start, near.len()) {
            return Look::On(end);
        }
        let Some(line) = lines::read(text, at, end, place.floor) else { return Look::On(end) };
        let mut draft = self.draft(&self.context.clone());
        draft.recognize(line.api);
        let raw = Raw { code: Some(RawCode::Number(line.number)), text: Some(line.text) };
        draft.finding_of_line(line.api, raw);
        let end = line.range.end.max(end);
        self.push(line.range, Some(Wrapping::Line), draft.finish(true));
        place.floor = end;
        Look::On(end)
    }

    /// Looks at a brace or a bracket: JSON, or what languages print in its place.
    fn brace(&mut self, text: &[u8], at: usize, place: &mut Place, is_final: bool) -> Look {
        let start = match start_of_json(text, at, is_final) {
            None => return Look::Wait,
            Some(Start::None) => return Look::On(at + 1),
            Some(start) => start,
        };
        if start == Start::Json && golang::starts(text, at) {
            return self.dump(text, at, place, is_final);
        }
        if start == Start::References {
            return if at < place.floors.references {
                Look::On(at + 1)
            } else {
                self.references(text, at, place, is_final)
            };
        }
        if start == Start::Escaped && at < place.floors.escaped {
            return Look::On(at + 1);
        }
        let quoted = match quoted(text, at, place, start == Start::Escaped, is_final) {
            Marks::Wait => return Look::Wait,
            Marks::None => None,
            Marks::Around(quoted) => Some(quoted),
        };
        let is_yaml = quoted.as_ref().is_some_and(|quoted| quoted.writing != Writing::Escaped);
        if (is_yaml || start == Start::Escaped)
            && let Some(quoted) = &quoted
            && self.nested_in(text, quoted, at, place)
        {
            return Look::On(quoted.end);
        }
        if start == Start::Escaped {
            return Look::On(at + 1);
        }
        let mut walk = Walk::new(text, std::mem::take(&mut self.frames));
        let end = walk.run(at, is_final);
        let candidates = walk.into_candidates(&mut self.frames);
        if end == End::Open {
            return Look::Wait;
        }
        let is_spent = match end {
            End::Closed(end) | End::Dead { resume: end } => !self.take(end - at, end),
            End::Open => false,
        };
        if let (End::Dead { .. }, Some(quoted)) = (end, &quoted)
            && !is_yaml
            && self.nested_in(text, quoted, at, place)
        {
            return Look::On(quoted.end);
        }
        self.candidates(text, candidates, place);
        match end {
            End::Closed(end) => {
                place.floor = end;
                Look::On(end)
            }
            End::Dead { resume } if is_spent => Look::On(resume.max(at + 1).max(skip_space(text, resume))),
            End::Dead { resume } => Look::On(resume.max(at + 1)),
            End::Open => Look::Wait,
        }
    }

    /// Reads what a walk found, in order.
    fn candidates(&mut self, text: &[u8], candidates: Vec<Candidate>, place: &mut Place) {
        for mut candidate in candidates {
            candidate.context.fill(&self.context);
            let range = candidate.range.clone();
            if let What::Text { is_har } = candidate.what {
                self.string(text, range, is_har, &candidate.context);
                continue;
            }
            let mut wrapping = match (candidate.is_plain, candidate.is_inside) {
                (false, _) => Some(Wrapping::Repr),
                (true, true) => Some(Wrapping::Json),
                (true, false) => head(text, range.start, place, &mut candidate.context),
            };
            if wrapping.is_none() {
                wrapping = cdata(text, range.start, place);
            }
            if let Some(report) = self.read_json(&text[range.clone()], candidate) {
                self.push(range.clone(), wrapping, report);
                place.floor = range.end;
            }
        }
    }

    /// Reads an object, a piece of one, or a fault as an object.
    pub(super) fn read_json(&self, text: &[u8], candidate: Candidate) -> Option<Report> {
        let mut draft = self.draft(&candidate.context);
        let json = if candidate.is_plain { text_of(text) } else { lex::to_json(text).into() };
        match candidate.what {
            What::OfKnownHost if candidate.context.host != Host::Marketos => return None,
            What::Response | What::OfKnownHost => {
                rest::read(&json, &mut draft);
            }
            What::Errors => {
                rest::read(&format!("{{\"errors\":{json}}}"), &mut draft);
            }
            What::Records => {
                rest::read(&format!("{{\"success\":true,\"result\":{json}}}"), &mut draft);
            }
            What::Fault(Fault { fault_string, message, code }) => {
                soap::tell_fault(fault_string, message, code.as_deref(), &mut draft);
            }
            What::Text { .. } => return None,
        }
        if !draft.is_recognized {
            return None;
        }
        draft.weigh_status(true);
        Some(draft.finish(text.len() < self.limits.bytes))
    }

    /// Searches a string of JSON.
    fn string(&mut self, text: &[u8], range: Range<usize>, is_har: bool, context: &Context) {
        let inner = &text[range.clone()];
        // Of a host that is known to be Marketo's, the text is a response whatever it says.
        let may_be_base64 =
            needle::is_base64(inner) && (context.host == Host::Marketos || signs::stand_in(inner));
        let writing = if may_be_base64 && decode::decode(inner, Writing::Base64).is_some() {
            Writing::Base64
        } else {
            Writing::Escaped
        };
        let wrapping = if is_har { Wrapping::Har } else { Wrapping::JsonString };
        self.nested(inner, range.start, writing, Some(wrapping), context, true);
    }

    /// Searches what stands in quotation marks, and tells whether it has an answer.
    fn nested_in(&mut self, text: &[u8], quoted: &Quoted, at: usize, place: &mut Place) -> bool {
        if at < place.floors.escaped {
            return false;
        }
        place.floors.escaped = quoted.end;
        let inner = &text[at..quoted.end];
        let before = self.found.len();
        let mut context = self.context.clone();
        let found = self.nested(inner, at, quoted.writing, Some(quoted.wrapping), &context, false);
        if found && quoted.wrapping == Wrapping::Yaml {
            // The keys above tell of the exchange. They are read only where there is a response.
            context.fill(&around::yaml(text, place.floor, at));
            self.found.truncate(before);
            self.nested(inner, at, quoted.writing, Some(quoted.wrapping), &context, false);
        }
        if found {
            place.floor = quoted.end;
        }
        found
    }

    /// Searches a text inside the text, and tells whether it has an answer.
    pub(super) fn nested(
        &mut self,
        inner: &[u8],
        at: usize,
        writing: Writing,
        wrapping: Option<Wrapping>,
        context: &Context,
        is_body: bool,
    ) -> bool {
        if self.level == LEVELS || !self.take(inner.len(), at + inner.len()) {
            return false;
        }
        let Some(decoded) = decode::decode(inner, writing) else { return false };
        let mut search = Search {
            limits: self.limits,
            budget: self.budget,
            base: None,
            found: Vec::new(),
            before_joint: 0,
            level: self.level + 1,
            wrapping: wrapping.or(self.wrapping),
            context: context.clone(),
            frames: Vec::new(),
            passes_over: false,
        };
        // Of a host that is known to be Marketo's, the whole text is a response, whatever it says.
        let whole =
            if is_body && context.host == Host::Marketos { search.whole(&decoded.text) } else { None };
        match whole {
            Some(found) => search.found.push(found),
            None => search.run(&decoded.text, &mut Place::default(), true),
        }
        let has_answer = !search.found.is_empty();
        self.found.extend(std::mem::take(&mut search.found).into_iter().map(|found| {
            let range = at + decoded.source(found.range.start)..at + decoded.source(found.range.end);
            Found { range, ..found }
        }));
        has_answer
    }

    /// Reads a text that is one response as a whole.
    fn whole(&self, text: &[u8]) -> Option<Found> {
        let mut draft = self.draft(&self.context);
        let body = text_of(text);
        let body = crate::reader::trimmed(&body);
        crate::reader::read_document(body, &mut draft);
        if draft.is_recognized && !draft.leaves_another() {
            draft.weigh_status(true);
        } else {
            draft.restart();
            page::read_status(self.context.status, body, &mut draft);
        }
        let report = draft.is_recognized.then(|| draft.finish(true))?;
        Some(Found { range: 0..text.len(), wrapped_in: self.wrapping, report })
    }

    /// Looks at a tag.
    fn tag(&mut self, text: &[u8], at: usize, place: &mut Place, is_final: bool) -> Look {
        if !is_final && text.len() - at < xml::HEAD {
            return Look::Wait;
        }
        if at > place.floor && text[at - 1] == b'#' {
            return self.dump(text, at, place, is_final);
        }
        let Some(start) = xml::start(&text[at..]) else { return Look::On(at + 1) };
        match start {
            xml::Start::Cdata => {
                place.cdata = Some(at);
                Look::On(at + 9)
            }
            xml::Start::Page if at < place.floors.page => Look::On(at + 1),
            xml::Start::Page => self.page(text, at, place, is_final),
            _ if at < place.floors.xml => Look::On(at + 1),
            xml::Start::Declaration | xml::Start::Element => self.envelope(text, at, place, is_final),
        }
    }

    fn envelope(&mut self, text: &[u8], at: usize, place: &mut Place, is_final: bool) -> Look {
        match quoted(text, at, place, false, is_final) {
            Marks::Wait => return Look::Wait,
            Marks::Around(quoted) if quoted.writing != Writing::Escaped => {
                if self.nested_in(text, &quoted, at, place) {
                    return Look::On(quoted.end);
                }
            }
            Marks::Around(_) | Marks::None => {}
        }
        let walked = xml::walk(text, at, is_final);
        let mut next = match walked.end {
            End::Open => return Look::Wait,
            End::Closed(end) => end,
            End::Dead { resume } => resume,
        };
        let is_spent = !self.take(walked.looked - at, walked.looked);
        if is_spent {
            place.floors.xml = walked.looked;
        }
        if let Some(range) = walked.answer {
            let mut context = self.context.clone();
            let around = head(text, at, place, &mut context);
            let wrapping = around.or_else(|| cdata(text, at, place));
            let envelope = &text[range.clone()];
            let mut draft = self.draft(&context);
            soap::read(&text_of(envelope), &mut draft);
            // Other vendors speak SOAP too.
            let is_marketos =
                || !draft.has_trouble() || xml::is_marketos(envelope) || draft.has_error(fits_fault);
            if draft.is_recognized && is_marketos() {
                draft.weigh_status(true);
                let report = draft.finish(true);
                self.push(range.clone(), wrapping, report);
            }
        } else if let End::Closed(end) = walked.end {
            // A request: what it has inside in another format is looked at, its elements are not.
            place.floors.xml = end;
            next = at + 1;
        }
        if is_spent || next > at + 1 {
            place.floor = next;
        }
        Look::On(next)
    }

    /// Looks at an HTML page: it is an answer where its title or the exchange has the status of an error, unless it comes
    /// from a host that is not Marketo's.
    fn page(&mut self, text: &[u8], at: usize, place: &mut Place, is_final: bool) -> Look {
        let Ok(end) = xml::page_end(&text[at..], is_final) else { return Look::Wait };
        let end = end.map_or(text.len().min(at + xml::PAGE), |length| at + length);
        place.floors.page = end;
        let mut context = self.context.clone();
        let wrapping = head(text, at, place, &mut context);
        if context.host == Host::Untold && self.level == 0 {
            context.host = around::host(text, place.floor, at);
        }
        let body = text_of(&text[at..end]);
        let mut draft = self.draft(&context);
        page::read_html(&body, &mut draft);
        if !draft.is_recognized {
            page::read_status(context.status, &body, &mut draft);
        }
        if !draft.is_recognized || context.host == Host::Other {
            return Look::On(at + 1);
        }
        let wrapping = wrapping.or_else(|| cdata(text, at, place));
        self.push(at..end, wrapping, draft.finish(true));
        place.floor = end;
        Look::On(end)
    }

    fn draft(&self, context: &Context) -> Draft {
        let known =
            Known { status: context.status, request_id: context.request_id.clone(), ..Known::default() };
        Draft::new(known, self.limits)
    }

    pub(super) fn push(&mut self, range: Range<usize>, wrapping: Option<Wrapping>, mut report: Report) {
        if range.len() >= self.limits.bytes {
            report.remarks.push(Remark::TooLarge);
            if report.outcome == Outcome::Success {
                report.outcome = Outcome::Unrecognized;
            }
        }
        self.found.push(Found { range, wrapped_in: wrapping.or(self.wrapping), report });
    }
}

/// Takes what the text before a document tells of its exchange.
fn head(text: &[u8], at: usize, place: &Place, context: &mut Context) -> Option<Wrapping> {
    if around::is_yaml_block(text, place.floor, at) {
        context.fill(&around::yaml(text, place.floor, at));
        return Some(Wrapping::Yaml);
    }
    let head = around::http(text, place.floor, at)?;
    context.fill(&head);
    Some(Wrapping::Http)
}

/// Tells whether a place lies within a CDATA section.
fn cdata(text: &[u8], at: usize, place: &mut Place) -> Option<Wrapping> {
    place.look_for_end_of_cdata(text, at);
    place.cdata.map(|_| Wrapping::Cdata)
}
