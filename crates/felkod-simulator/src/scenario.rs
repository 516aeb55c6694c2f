//! What is to go wrong, and when: a file in YAML.

use std::fmt;

use serde::{Deserialize, Deserializer, de};

use crate::{answer::Answer, body::page::Page, request::Request};

/// A scenario: rules that make calls fail.
///
/// For each call the first rule that fits decides. Whether a rule with a `rate` fires depends on the seed and on how
/// many calls it has fitted so far, so that a run can be repeated.
///
/// # Examples
///
/// ```
/// use felkod_simulator::Scenario;
///
/// let scenario: Scenario = "
/// seed: 7
/// rules:
///   - path: /rest/v1/leads.json
///     after: 10
///     rate: 0.1
///     answer: 604
///     applied: true
/// "
/// .parse()?;
/// # Ok::<(), felkod_simulator::ScenarioError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    #[serde(default)]
    seed: u64,
    #[serde(default)]
    rules: Vec<Rule>,
}

/// A scenario that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct ScenarioError(String);

/// When a call fails, and how.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Rule {
    path: Option<String>,
    method: Option<String>,
    /// How many calls that fit are let through first.
    #[serde(default)]
    after: u64,
    /// Of so many calls that fit, the last.
    #[serde(default = "one")]
    every: u64,
    /// The share of calls, from 0 to 1.
    #[serde(default = "all")]
    rate: f64,
    /// How often it fires at most.
    times: Option<u64>,
    /// How long it goes on for every call that fits, once it has fired.
    #[serde(default, deserialize_with = "millis", rename = "for_seconds")]
    for_millis: u64,
    #[serde(default, deserialize_with = "answer")]
    pub(crate) answer: Option<Answer>,
    /// The records that a code of records rejects.
    #[serde(default = "first")]
    pub(crate) records: Vec<usize>,
    /// Whether the call is carried out before it fails.
    #[serde(default)]
    pub(crate) applied: bool,
    /// How much longer the call takes.
    #[serde(default, deserialize_with = "millis", rename = "delay_seconds")]
    pub(crate) delay_millis: u64,
    /// The bytes of the body after which the connection is closed.
    pub(crate) break_after: Option<usize>,
    /// The bytes of the body after which it ends, as if that were all of it.
    pub(crate) cut_after: Option<usize>,
    /// Whether the connection is closed without a response.
    #[serde(default)]
    pub(crate) close: bool,
    /// How many of the next connections are reset.
    #[serde(default)]
    pub(crate) refuse: u32,
    /// Whose page an HTTP status comes with.
    #[serde(default)]
    pub(crate) page: Page,
}

const fn one() -> u64 {
    1
}

const fn all() -> f64 {
    1.0
}

fn first() -> Vec<usize> {
    vec![0]
}

/// Reads an answer, which YAML has as a number or as a text.
fn answer<'de, D: Deserializer<'de>>(yaml: D) -> Result<Option<Answer>, D::Error> {
    struct Visitor;
    impl de::Visitor<'_> for Visitor {
        type Value = Option<Answer>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a code, a case or an HTTP status")
        }

        fn visit_u64<E: de::Error>(self, number: u64) -> Result<Self::Value, E> {
            self.visit_str(&number.to_string())
        }

        fn visit_i64<E: de::Error>(self, number: i64) -> Result<Self::Value, E> {
            self.visit_str(&number.to_string())
        }

        fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
            text.parse().map(Some).map_err(E::custom)
        }
    }
    yaml.deserialize_any(Visitor)
}

fn millis<'de, D: Deserializer<'de>>(yaml: D) -> Result<u64, D::Error> {
    /// The longest time, in seconds.
    const LONGEST: f64 = 86_400.0;
    let seconds = f64::deserialize(yaml)?;
    if !(0.0..=LONGEST).contains(&seconds) {
        return Err(de::Error::custom(format!("a time is from 0 to {LONGEST} seconds, not {seconds}")));
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 86,400,000")]
    Ok((seconds * 1_000.0).round() as u64)
}

/// The longest scenario, in bytes.
pub(crate) const LONGEST: usize = 256 * 1_024;

/// Returns the first line of what the YAML library says, which has the place and the reason; an excerpt follows it.
fn reason(said: &str) -> String {
    let line = said.lines().next().unwrap_or_default();
    line.strip_prefix("error: ").unwrap_or(line).to_owned()
}

impl std::str::FromStr for Scenario {
    type Err = ScenarioError;

    /// Reads YAML. Anchors and aliases are rejected: a scenario needs none, and they can make a short file grow without
    /// an end.
    fn from_str(yaml: &str) -> Result<Self, ScenarioError> {
        if yaml.len() > LONGEST {
            return Err(ScenarioError(format!("the scenario is longer than {LONGEST} bytes")));
        }
        let options = serde_saphyr::options! {
            budget: serde_saphyr::budget! {
                max_aliases: 0, max_anchors: 0, max_depth: 16, max_events: 100_000, max_documents: 1,
            },
            alias_limits: serde_saphyr::alias_limits! {
                max_total_replayed_events: 0, max_replay_stack_depth: 0, max_alias_expansions_per_anchor: 0,
            },
        };
        let scenario: Self = serde_saphyr::from_str_with_options(yaml, options)
            .map_err(|error| ScenarioError(reason(&error.to_string())))?;
        scenario.rules.iter().enumerate().try_for_each(|(at, rule)| {
            rule.check().map_err(|what| ScenarioError(format!("rule {}: {what}", at + 1)))
        })?;
        Ok(scenario)
    }
}

impl Rule {
    /// Makes the rule of the header `X-Felkod-Answer`.
    pub(crate) fn demanded(answer: Answer) -> Self {
        Self {
            path: None,
            method: None,
            after: 0,
            every: one(),
            rate: all(),
            times: None,
            for_millis: 0,
            answer: Some(answer),
            records: first(),
            applied: false,
            delay_millis: 0,
            break_after: None,
            cut_after: None,
            close: false,
            refuse: 0,
            page: Page::default(),
        }
    }

    fn check(&self) -> Result<(), &'static str> {
        let does_nothing = self.answer.is_none()
            && self.delay_millis == 0
            && self.break_after.is_none()
            && self.cut_after.is_none()
            && !self.close
            && self.refuse == 0;
        if does_nothing {
            return Err(
                "it does nothing: it needs answer, delay_seconds, break_after, cut_after, close or refuse",
            );
        }
        if !(0.0..=1.0).contains(&self.rate) {
            return Err("rate is from 0 to 1");
        }
        if self.every == 0 {
            return Err("every is at least 1");
        }
        Ok(())
    }

    fn fits(&self, request: &Request<'_>) -> bool {
        let method = self.method.as_deref().is_none_or(|method| method.eq_ignore_ascii_case(request.method));
        method && self.path.as_deref().is_none_or(|pattern| matches(pattern, request.path()))
    }
}

/// Tells whether a path fits a pattern, in which `*` stands for anything.
fn matches(pattern: &str, path: &str) -> bool {
    let mut pieces = pattern.split('*');
    let Some(mut rest) = pieces.next().and_then(|start| path.strip_prefix(start)) else { return false };
    let mut pieces = pieces.peekable();
    if pieces.peek().is_none() {
        return rest.is_empty();
    }
    while let Some(piece) = pieces.next() {
        if pieces.peek().is_none() {
            return rest.ends_with(piece);
        }
        match rest.find(piece) {
            Some(at) => rest = &rest[at + piece.len()..],
            None => return false,
        }
    }
    true
}

/// How far a rule has come.
#[derive(Clone, Copy, Debug, Default)]
struct Fired {
    /// How many calls have fitted.
    fitted: u64,
    /// How often it has fired.
    times: u64,
    /// Until when it goes on.
    until: u64,
}

/// How far a scenario has come.
#[derive(Debug, Default)]
pub(crate) struct Progress {
    rules: Vec<Fired>,
}

impl Scenario {
    /// Returns what happens to a call, and by which rule, counted from 1.
    pub(crate) fn decide(
        &self,
        request: &Request<'_>,
        now: u64,
        progress: &mut Progress,
    ) -> Option<(usize, &Rule)> {
        progress.rules.resize(self.rules.len(), Fired::default());
        for (at, rule) in self.rules.iter().enumerate() {
            if !rule.fits(request) {
                continue;
            }
            let so_far = &mut progress.rules[at];
            so_far.fitted += 1;
            if now < so_far.until {
                return Some((at + 1, rule));
            }
            let fitted = so_far.fitted;
            let is_due = fitted > rule.after && (fitted - rule.after).is_multiple_of(rule.every);
            let is_left = rule.times.is_none_or(|times| so_far.times < times);
            if is_due && is_left && share(self.seed, at as u64, fitted) < rule.rate {
                so_far.times += 1;
                so_far.until = now.saturating_add(rule.for_millis);
                return Some((at + 1, rule));
            }
        }
        None
    }
}

/// Returns a number from 0 up to 1 that only its arguments decide.
fn share(seed: u64, rule: u64, call: u64) -> f64 {
    let mixed = mix(mix(seed ^ mix(rule)) ^ call);
    #[expect(clippy::cast_precision_loss, reason = "53 bits are what a number of this type holds")]
    let share = (mixed >> 11) as f64 / (1_u64 << 53) as f64;
    share
}

/// Mixes the bits of a number, by the function `SplitMix64`.
pub(crate) const fn mix(number: u64) -> u64 {
    let number = number.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let number = (number ^ (number >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    number ^ (number >> 31)
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn a_star_in_a_path_stands_for_anything() {
        for (pattern, path, fits) in [
            ("/rest/v1/leads.json", "/rest/v1/leads.json", true),
            ("/rest/v1/leads.json", "/rest/v1/leads.json/x", false),
            ("/rest/*", "/rest/v1/leads.json", true),
            ("/bulk/*/export/*.json", "/bulk/v1/leads/export/create.json", true),
            ("/bulk/*/export/*.json", "/bulk/v1/leads/import/create.json", false),
            ("*", "", true),
            ("a*a", "a", false),
        ] {
            assert_eq!(matches(pattern, path), fits, "{pattern} {path}");
        }
    }
}
