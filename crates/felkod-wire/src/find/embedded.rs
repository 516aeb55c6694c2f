//! Texts and objects that stand in a text in another form: UTF-16, a URL's, XML's, and what languages print.

use super::{
    Wrapping,
    decode::{self, Writing},
    dump::{self, Dump},
    golang,
    json::{End, Walk},
    objects,
    place::Place,
    quoted,
    search::{Look, Search},
    wide::{self, Wide},
    xml, yaml,
};

impl Search<'_> {
    /// Searches a document in UTF-16.
    pub(super) fn wide(&mut self, text: &[u8], at: usize, place: &mut Place, is_final: bool) -> Look {
        let (range, writing) = match wide::find(text, at, place.floor, is_final) {
            Wide::Wait => return Look::Wait,
            Wide::None => return Look::On(at + 1),
            Wide::Document(range, writing) => (range, writing),
        };
        let context = self.context.clone();
        if self.nested(&text[range.clone()], range.start, writing, None, &context, false) {
            place.floor = range.end;
        }
        Look::On(range.end)
    }

    /// Searches a text as it is written in a URL.
    pub(super) fn percent(&mut self, text: &[u8], at: usize, place: &mut Place, is_final: bool) -> Look {
        if at < place.floors.percent {
            return Look::On(at + 1);
        }
        let Some(range) = quoted::in_url(text, at, is_final) else { return Look::Wait };
        if range.is_empty() {
            return Look::On(at + 1);
        }
        place.floors.percent = range.end;
        let context = self.context.clone();
        let wrapping = Some(Wrapping::JsonString);
        if !self.nested(&text[range.clone()], at, Writing::Percent, wrapping, &context, false) {
            return Look::On(at + 1);
        }
        place.floor = range.end;
        Look::On(range.end)
    }

    /// Looks at a character reference: a document escaped in XML.
    pub(super) fn reference(&mut self, text: &[u8], at: usize, place: &mut Place, is_final: bool) -> Look {
        if !is_final && text.len() - at < 2 * xml::HEAD {
            return Look::Wait;
        }
        let head = &text[at..text.len().min(at + 2 * xml::HEAD)];
        let starts = [&b"&lt;"[..], b"&amp;lt;", b"&amp;amp;lt;", b"&#60;", b"&#x3c;", b"&#x3C;"];
        let name = starts.iter().find_map(|start| head.strip_prefix(*start)?.first());
        let is_start = name.is_some_and(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'?' | b'!'));
        if !is_start || at < place.floors.references {
            return Look::On(at + 1);
        }
        let decoded = decode::decode(head, Writing::References);
        let starts_document = decoded.is_some_and(|decoded| {
            decoded.text.starts_with(b"&")
                || xml::start(&decoded.text).is_some_and(|start| start != xml::Start::Cdata)
        });
        if !starts_document {
            return Look::On(at + 1);
        }
        self.references(text, at, place, is_final)
    }

    /// Searches a text with character references.
    pub(super) fn references(&mut self, text: &[u8], at: usize, place: &mut Place, is_final: bool) -> Look {
        let Some(end) = quoted::end_of_references(text, at, is_final) else { return Look::Wait };
        place.floors.references = end;
        let context = self.context.clone();
        if !self.nested(&text[at..end], at, Writing::References, Some(Wrapping::Xml), &context, false) {
            return Look::On(at + 1);
        }
        place.floor = end;
        Look::On(end)
    }

    /// Looks at a parenthesis, or at the start of an object of Ruby's: what languages print of an object.
    pub(super) fn dump(&mut self, text: &[u8], at: usize, place: &mut Place, is_final: bool) -> Look {
        let (dump, start) = if text[at] == b'{' {
            (golang::read as fn(&[u8], usize, bool) -> Option<Dump>, at)
        } else if let Some(start) = objects::start(text, at, place.floor) {
            (objects::read as _, start)
        } else if !is_final && text.len() - at < dump::HEAD {
            return Look::Wait;
        } else if let Some(start) = dump::start(text, at, place.floor) {
            (dump::read as _, start)
        } else {
            return Look::On(at + 1);
        };
        if at < place.floors.dump {
            return Look::On(at + 1);
        }
        let Some(dump) = dump(text, start, is_final) else { return Look::Wait };
        if self.judge(&dump, Wrapping::Repr, place) { Look::On(dump.end) } else { Look::On(at + 1) }
    }

    /// Looks at a value of YAML at `at`: whether it stands in a mapping that is a response. `None` where it does not.
    pub(super) fn yaml(&mut self, text: &[u8], at: usize, place: &mut Place, is_final: bool) -> Option<Look> {
        if at < place.floors.dump {
            return None;
        }
        let start = yaml::start(text, at, place.floor)?;
        let Some(dump) = yaml::read(text, start, is_final) else { return Some(Look::Wait) };
        let is_response = self.judge(&dump, Wrapping::Yaml, place);
        is_response.then_some(Look::On(dump.end))
    }

    /// Reads what was written as JSON, and tells whether it has a response.
    fn judge(&mut self, dump: &Dump, wrapping: Wrapping, place: &mut Place) -> bool {
        place.floors.dump = place.floors.dump.max(dump.end);
        let is_spent = !self.take(dump.end - dump.start, dump.end);
        let mut walk = Walk::new(dump.json.as_bytes(), std::mem::take(&mut self.frames));
        if is_spent || !dump.json.starts_with(['{', '[']) || walk.run(0, true) == End::Open {
            return false;
        }
        let mut has_answer = false;
        for mut candidate in walk.into_candidates(&mut self.frames) {
            candidate.context.fill(&self.context);
            let json = &dump.json.as_bytes()[candidate.range.clone()];
            if let Some(report) = self.read_json(json, candidate) {
                self.push(dump.start..dump.end, Some(wrapping), report);
                has_answer = true;
            }
        }
        if has_answer {
            place.floor = dump.end;
        }
        has_answer
    }
}
