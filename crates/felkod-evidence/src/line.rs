//! Lines, and the documents that start in them.

use memchr::{memchr, memchr_iter, memchr2, memchr2_iter, memchr3_iter};

use crate::{
    Kind, json,
    names::Rule,
    place::{Csv, Multipart, Place},
    view::{Escapes, View},
    work::Work,
    xml,
};

/// A longer line is no header, and not the first line of a table.
const LONG: usize = 64 << 10;

impl Work<'_> {
    /// Reads a line, or the part of it before a document.
    ///
    /// The line ends at `end`, if the end is there.
    pub(crate) fn line(
        &mut self,
        view: View<'_>,
        at: usize,
        end: Option<usize>,
        place: &mut Place,
        last: bool,
    ) -> Option<usize> {
        let text = view.bytes;
        if !place.in_line && text[at..].starts_with(b"\xEF\xBB\xBF") {
            return Some(at + 3);
        }
        if let Some(kind) = place.broken {
            let end = end.or(last.then_some(text.len()))?;
            self.hide(view, at..end, kind);
            self.text(view.slice(at..end), false);
            self.decoded(view.slice(at..end));
            place.broken = None;
            place.in_line = text[end - 1] != b'\n';
            return Some(end);
        }
        if !place.in_line
            && let Some(next) = self.whole_line(view, at, end, place, last)?
        {
            return Some(next);
        }
        // A document that starts in the line; it need not end in it.
        let stop = end.unwrap_or(text.len());
        let mut start = None;
        for found in memchr3_iter(b'{', b'[', b'<', &text[at..stop]).map(|found| at + found) {
            let starts = if text[found] == b'<' {
                xml::starts(text, found, self.names, place, last)
            } else {
                json::starts(text, found, last)
            };
            match starts {
                Some(true) => {
                    start = Some(found);
                    break;
                }
                Some(false) => {}
                None if end.is_none() || found + 1 < stop => {
                    // It cannot be said yet.
                    return None;
                }
                None => return None,
            }
        }
        let stop = start.or(end).or(last.then_some(text.len()))?;
        let is_start = !place.in_line;
        if is_start && let Some(end) = end.or(last.then_some(text.len())) {
            self.literals(view.slice(at..end), stop - at);
        }
        let pending = self.segment(view, at, stop, is_start).or(place.pending.take());
        if let Some(start) = start {
            Self::open(view, start, place, pending);
            place.in_line = true;
            if text[start] == b'<' {
                // What cannot be judged yet is read again from here: the text before it is done.
                return self.xml_start(view, start, place, last, pending).or((start > at).then_some(start));
            }
            return Some(start + 1);
        }
        place.in_line = text[stop - 1] != b'\n';
        if !place.in_line {
            place.unclosed.truncate(32);
        }
        Some(stop)
    }

    /// Enters the document at `start`, as the value of a name or for itself.
    fn open(view: View<'_>, start: usize, place: &mut Place, pending: Option<Rule>) {
        if view.bytes[start] == b'<' {
            return;
        }
        let kind = Self::kind(pending);
        let is_cookies = pending == Some(Rule::Cookies);
        place.json.push(crate::place::Container {
            is_object: view.bytes[start] == b'{',
            hide: kind.filter(|_| !is_cookies),
            is_result: pending == Some(Rule::Result),
            is_cookies,
            ..Default::default()
        });
        place.quote = vec![b'"'];
    }

    fn xml_start(
        &mut self,
        view: View<'_>,
        start: usize,
        place: &mut Place,
        last: bool,
        pending: Option<Rule>,
    ) -> Option<usize> {
        let hide = Self::kind(pending);
        if hide.is_some() {
            // What is the value of a hidden name is hidden as a whole.
            place.xml.push(crate::place::Element { hide, is_cut: true, ..Default::default() });
        }
        let next = self.xml(view, start, place, last);
        if next.is_none() && hide.is_some() {
            place.xml.clear();
        }
        if next.is_none() {
            place.pending = pending;
        }
        next
    }

    /// Looks through the strings of a program that open before `before`, as they read without their escapes: each may be
    /// a document of several lines.
    fn literals(&mut self, view: View<'_>, before: usize) {
        let text = view.bytes;
        if memchr(b'\\', text).is_none() {
            return;
        }
        let mut from = 0;
        while let Some(open) = memchr2(b'"', b'\'', &text[from..before.max(from)]).map(|open| from + open) {
            from = open + 1;
            if open > 0
                && (text[open - 1] == b'\\'
                    || text[open - 1].is_ascii_alphanumeric()
                        && !matches!(text[open - 1], b'b' | b'u' | b'r' | b'f'))
            {
                continue;
            }
            let Some(close) = json::string_end(text, open) else { continue };
            let content = view.slice(open + 1..close);
            if let Some(decoded) = content.decode(Escapes::String) {
                self.nested(decoded.view());
            }
            from = close + 1;
        }
    }

    /// Reads text without a document in it.
    fn segment(&mut self, view: View<'_>, at: usize, stop: usize, is_start: bool) -> Option<Rule> {
        if at == stop {
            return None;
        }
        let segment = view.slice(at..stop);
        let pending = self.text(segment, is_start);
        self.decoded(segment);
        pending
    }

    /// Reads a line whose meaning depends on the lines before it: a row of a table, a part of a multipart body, a header
    /// that goes on. The outer nothing: it cannot be said yet; the inner: it is no such line.
    #[expect(clippy::option_option, reason = "whether it can be said, and what")]
    fn whole_line(
        &mut self,
        view: View<'_>,
        at: usize,
        end: Option<usize>,
        place: &mut Place,
        last: bool,
    ) -> Option<Option<usize>> {
        let text = view.bytes;
        let is_table = place.csv.is_some();
        let first = text[at];
        // Only such lines are looked at as a whole: others may be endless.
        let needs_line = is_table
            || place.multipart.is_some()
            || place.folded.is_some()
            || first.is_ascii_alphabetic()
            || matches!(first, b'"' | b'-' | 0xEF | b'_');
        if !needs_line {
            return Some(None);
        }
        let is_long = place.csv.is_none() && place.multipart.is_none() && text.len() - at > LONG;
        let Some(end) = end.or(last.then_some(text.len())) else {
            return is_long.then_some(None);
        };
        let line = text[at..end].trim_ascii_end();
        if let Some(kind) = place.folded.take()
            && matches!(first, b' ' | b'\t')
            && !line.is_empty()
        {
            self.hide(view, at..end, kind);
            place.folded = Some(kind);
            return Some(Some(end));
        }
        if line.starts_with(b"--") && line.len() > 2 {
            let next = &text[end..];
            let is_known = place.multipart.as_ref().is_some_and(|part| line.starts_with(&part.boundary));
            if next.len() < 8 && !last && !is_known {
                return None;
            }
            let is_new = next.get(..8).is_some_and(|start| start.eq_ignore_ascii_case(b"content-"));
            if is_known && line.ends_with(b"--") && !is_new {
                place.multipart = None;
                place.csv = None;
                return Some(Some(end));
            }
            if is_new || is_known {
                place.csv = None;
                place.multipart = Some(Multipart { boundary: line.to_vec(), in_headers: true, hide: None });
                return Some(Some(end));
            }
        }
        if let Some(part) = &mut place.multipart {
            if part.in_headers {
                part.in_headers = !line.is_empty();
                if line.len() > 20 && line[..20].eq_ignore_ascii_case(b"content-disposition:") {
                    let name = parameter(line, b"name").unwrap_or_default().to_vec();
                    let kind = Self::kind(self.names.rule(&name));
                    part.hide = kind;
                    // The names of fields and of files are no secrets; what looks like one is.
                    self.addresses_only(view.slice(at..end));
                    return Some(Some(end));
                }
                return Some(None);
            }
            if let Some(kind) = part.hide {
                self.hide(view, at..end, kind);
                return Some(Some(end));
            }
        }
        if let Some(csv) = place.csv.clone() {
            match self.row(view, at, &csv, last) {
                Row::Incomplete => return None,
                Row::Ends(end) => return Some(Some(end)),
                Row::None => place.csv = None,
            }
        }
        if let Some(csv) = self.header_of_table(line) {
            place.csv = Some(csv);
            return Some(Some(end));
        }
        // A header that is hidden may go on in the next line.
        if let Some(colon) = memchr(b':', line.get(..line.len().min(64)).unwrap_or_default())
            && let Some(kind) = Self::kind(self.names.rule(&line[..colon]))
            && line[..colon].iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-')
            && matches!(kind, Kind::Credentials | Kind::Cookie | Kind::Token | Kind::Secret)
        {
            place.folded = Some(kind);
        }
        Some(None)
    }

    fn addresses_only(&mut self, view: View<'_>) {
        self.text(view, false);
        self.decoded(view);
    }

    /// Tells whether a line is the header line of a table of leads.
    pub(crate) fn header_of_table(&self, line: &[u8]) -> Option<Csv> {
        let line = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line);
        if line.len() > 16 << 10 {
            return None;
        }
        let delimiter = memchr2_iter(b',', b'\t', line)
            .next()
            .map(|at| line[at])
            .or_else(|| memchr(b';', line).map(|at| line[at]))?;
        let mut columns = 0;
        let mut is_personal = false;
        for field in line.split(|byte| *byte == delimiter) {
            let name = field.trim_ascii();
            let name = name.strip_prefix(b"\"").and_then(|name| name.strip_suffix(b"\"")).unwrap_or(name);
            let is_name = |byte: &u8| {
                byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b' ' | b'.') || *byte >= 0x80
            };
            if name.is_empty()
                || name.len() > 80
                || !name.iter().all(is_name)
                || !name[0].is_ascii_alphabetic()
            {
                return None;
            }
            if memchr_iter(b' ', name).count() > 3 {
                return None;
            }
            columns += 1;
            let is_lead =
                [&b"leadid"[..], b"lead id", b"marketoguid", b"activitydate", b"primaryattributevalue"];
            is_personal |= Self::kind(self.names.rule(name)).is_some()
                || is_lead.iter().any(|lead| name.eq_ignore_ascii_case(lead));
        }
        (columns > 1 && is_personal).then_some(Csv { delimiter, columns })
    }

    /// Hides the fields of a row, which may go over several lines.
    fn row(&mut self, view: View<'_>, at: usize, csv: &Csv, last: bool) -> Row {
        let text = view.bytes;
        let mut fields = Vec::new();
        let mut from = at;
        let end = loop {
            if text.get(from) == Some(&b'"') {
                let mut close = from + 1;
                loop {
                    let Some(found) =
                        memchr(b'"', text.get(close..).unwrap_or_default()).map(|found| close + found)
                    else {
                        if !last {
                            return Row::Incomplete;
                        }
                        close = text.len();
                        break;
                    };
                    if text.get(found + 1) == Some(&b'"') {
                        close = found + 2;
                        continue;
                    }
                    close = found;
                    break;
                }
                fields.push(from + 1..close);
                from = (close + 1).min(text.len());
            }
            let rest = &text[from..];
            let is_edge = |byte: &u8| *byte == csv.delimiter || *byte == b'\n';
            let Some(length) = rest.iter().position(is_edge) else {
                if !last {
                    return Row::Incomplete;
                }
                fields.push(from..text.len());
                break text.len();
            };
            if length > 0 {
                fields.push(from..from + length);
            }
            from += length + 1;
            if rest[length] == b'\n' {
                break from;
            }
            if fields.len() > 10_000 {
                break from;
            }
        };
        let line = text[at..end].trim_ascii();
        let count = memchr_iter(csv.delimiter, &text[at..end]).count() + 1;
        let starts_other = matches!(line.first(), None | Some(b'{' | b'<' | b'['))
            || line.starts_with(b"--")
            || line.starts_with(b"HTTP/");
        if starts_other || (count == 1 && csv.columns > 1) || (count < csv.columns && looks_like_log(line)) {
            return Row::None;
        }
        for field in fields {
            self.hide(view, field, Kind::Personal);
        }
        Row::Ends(end)
    }
}

enum Row {
    Incomplete,
    Ends(usize),
    None,
}

/// Tells whether a line starts with a date and a time, as those of logs do.
fn looks_like_log(line: &[u8]) -> bool {
    let start = line.get(..20).unwrap_or(line);
    let digits = start.iter().filter(|byte| byte.is_ascii_digit()).count();
    digits >= 10 && memchr(b':', start).is_some() && memchr(b',', start).is_none()
}

/// Returns a parameter of a header: `name` in `form-data; name="x"`.
fn parameter<'a>(line: &'a [u8], name: &[u8]) -> Option<&'a [u8]> {
    line.split(|byte| *byte == b';').find_map(|part| {
        let part = part.trim_ascii();
        let equals = memchr(b'=', part)?;
        let value = part[equals + 1..].trim_ascii();
        let value = value.strip_prefix(b"\"").and_then(|value| value.strip_suffix(b"\"")).unwrap_or(value);
        part[..equals].trim_ascii().eq_ignore_ascii_case(name).then_some(value)
    })
}
