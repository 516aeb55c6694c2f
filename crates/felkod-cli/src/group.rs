//! Findings that say the same, put together: a page tells of them once.

use std::collections::{BTreeSet, HashMap};

use felkod::{Case, Code, Finding, Level, Locale, Part, StatusClass, Unknown};

use crate::{layout::harmless, words::Words};

/// How many messages of the server's, and how many places, are named; of more, only their number.
const MOST_MESSAGES: usize = 10;
const MOST_PLACES: usize = 20;

/// From how many consecutive records on they are written as a range.
const SHORTEST_RANGE: usize = 4;

/// Findings that differ in nothing but the record, the server's message and its values.
pub(crate) struct Group<'r> {
    findings: Vec<&'r Finding>,
}

/// What the findings of a group have in common.
#[derive(PartialEq, Eq, Hash)]
struct Key<'r> {
    code: Option<Code>,
    case: Option<Case>,
    number: Option<u32>,
    server_code: Option<&'r str>,
    status_class: Option<StatusClass>,
    level: Level,
    is_of_record: bool,
}

impl<'r> From<&'r Finding> for Key<'r> {
    fn from(finding: &'r Finding) -> Self {
        Self {
            code: finding.code,
            case: finding.case,
            number: finding.number,
            server_code: finding.server_code.as_deref(),
            status_class: finding.status_class,
            level: finding.level,
            is_of_record: finding.record.is_some(),
        }
    }
}

/// Groups findings, in the order of the first of each group.
pub(crate) fn groups(findings: &[Finding]) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    let mut places: HashMap<Key<'_>, usize> = HashMap::new();
    for finding in findings {
        let at = *places.entry(finding.into()).or_insert(groups.len());
        match groups.get_mut(at) {
            Some(group) => group.findings.push(finding),
            None => groups.push(Group { findings: vec![finding] }),
        }
    }
    groups
}

impl<'r> Group<'r> {
    /// Returns a finding that stands for all: what only depends on code and case.
    pub(crate) fn finding(&self) -> &'r Finding {
        self.findings[0]
    }

    /// Returns what the group goes by, its title and its records: `REST 1006`, `Field not found`, `result[0], [1]`.
    pub(crate) fn heading(&self, words: &Words) -> Vec<String> {
        let finding = self.finding();
        let name = finding.name().or_else(|| finding.server_code.as_deref().map(harmless));
        let records = records(&self.records(), words).map(|records| format!("result{records}"));
        let title = self.text(Part::Message, words.locale);
        name.into_iter().chain([title]).chain(records).collect()
    }

    /// Returns a part of the texts, with the server's values where all findings have the same.
    pub(crate) fn text(&self, part: Part, locale: Locale) -> String {
        let finding = self.finding();
        let is_uniform = self.findings.iter().all(|other| other.values == finding.values);
        let text = if is_uniform {
            finding.text(part, locale).map(|text| harmless(&text))
        } else {
            let plain = finding.case.map(|case| case.text(part, locale));
            plain.or_else(|| finding.code.map(|code| code.text(part, locale))).map(str::to_owned)
        };
        let unknown = || finding.unknown().unwrap_or(Unknown::Code).text(part, locale).to_owned();
        text.unwrap_or_else(unknown)
    }

    /// Returns the steps of the remedy.
    pub(crate) fn steps(&self, locale: Locale) -> Vec<String> {
        let steps = Part::STEPS.iter().map(|step| self.text(*step, locale));
        steps.filter(|step| !step.is_empty()).collect()
    }

    /// Returns the server's messages, each once; where there are several, with their records.
    pub(crate) fn messages(&self, words: &Words) -> Vec<String> {
        let mut messages: Vec<(&str, BTreeSet<usize>)> = Vec::new();
        let mut places: HashMap<&str, usize> = HashMap::new();
        for finding in &self.findings {
            let Some(text) = finding.server_text.as_deref() else { continue };
            let at = *places.entry(text).or_insert(messages.len());
            if at == messages.len() {
                messages.push((text, BTreeSet::new()));
            }
            messages[at].1.extend(finding.record);
        }
        let left_out = messages.len().saturating_sub(MOST_MESSAGES);
        let are_several = messages.len() > 1;
        let lines = messages.iter().take(MOST_MESSAGES).map(|(text, of)| match records(of, words) {
            Some(records) if are_several => {
                words.with("in-records", &[("records", records.into()), ("text", harmless(text).into())])
            }
            _ => harmless(text),
        });
        lines.chain(more(left_out, words)).collect()
    }

    fn records(&self) -> BTreeSet<usize> {
        self.findings.iter().filter_map(|finding| finding.record).collect()
    }
}

/// Says how many more there are, if any.
fn more(left_out: usize, words: &Words) -> Option<String> {
    (left_out > 0).then(|| words.with("more", &[("count", words.count(left_out).into())]))
}

/// Writes the indexes of records: `[0], [1]`, from four consecutive ones on `[0]–[9]`; `None` without any.
pub(crate) fn records(records: &BTreeSet<usize>, words: &Words) -> Option<String> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for record in records {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *record => *last = *record,
            _ => runs.push((*record, *record)),
        }
    }
    let mut places = Vec::new();
    for (first, last) in runs {
        if last - first + 1 >= SHORTEST_RANGE {
            places.push((last - first + 1, format!("[{first}]–[{last}]")));
        } else {
            places.extend((first..=last).map(|record| (1, format!("[{record}]"))));
        }
    }
    let rest = places.split_off(places.len().min(MOST_PLACES));
    let left_out = rest.iter().map(|(count, _)| count).sum();
    let places: Vec<String> = places.into_iter().map(|(_, place)| place).collect();
    let more = more(left_out, words).map(|more| format!(" {more}")).unwrap_or_default();
    (!places.is_empty()).then(|| places.join(", ") + &more)
}
