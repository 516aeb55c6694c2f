//! A decision as JSON, alone and in the JSON of a report.

use felkod_catalog::{Code, Locale};
use felkod_wire::{
    Report,
    json::{self, Json},
};

use crate::{Attempts, Decision, Outlook, Policy, policy::millis};

impl Policy {
    /// Decides about a response as [`Policy::decide`] does, and returns the JSON of its report with the decision at the
    /// end, under the key `decision`. The command and the bindings write reports with this function.
    ///
    /// # Examples
    ///
    /// ```
    /// use felkod_catalog::Locale;
    /// use felkod_retry::{Attempts, Policy};
    ///
    /// let policy = Policy { jitter: false, ..Policy::default() };
    /// let report = felkod_wire::read(br#"{"success":false,"errors":[{"code":"606"}]}"#);
    /// let mut attempts = Attempts::default();
    /// let json = policy.report_json(&mut attempts, &report, 1_767_225_600_000, Locale::En);
    /// assert_eq!(attempts.calls, 1);
    /// let decision = r#""decision":{"action":"retry","after_seconds":20,"reason":null,"who":null,"attempts":6}}"#;
    /// assert!(json.to_string().ends_with(decision));
    /// ```
    #[must_use]
    pub fn report_json(&self, attempts: &mut Attempts, report: &Report, now: u64, locale: Locale) -> Json {
        let mut json = json::report(report, locale);
        json.push("decision", outlook_json(&self.outlook(attempts, report, now)));
        json
    }
}

impl Policy {
    /// Returns the JSON of a code with the decision after a response that reports it, under the key `decision`.
    ///
    /// # Examples
    ///
    /// ```
    /// use felkod_catalog::{Code, Locale};
    /// use felkod_retry::{Attempts, Idempotency, Policy};
    ///
    /// let mut attempts = Attempts::seeded(Idempotency::default(), 0);
    /// let json = Policy::for_people().code_json(&mut attempts, Code::RestAccessDenied, 0, Locale::Sv);
    /// assert_eq!(json.get("decision").and_then(|decision| decision.get("who")), Some(&"admin".into()));
    /// ```
    #[must_use]
    pub fn code_json(&self, attempts: &mut Attempts, code: Code, now: u64, locale: Locale) -> Json {
        let mut json = json::code(code, locale);
        json.push("decision", outlook_json(&self.outlook(attempts, &Report::example(code, None), now)));
        json
    }
}

/// Returns a decision as it stands under the key `decision` in the JSON of a report: [`decision_json`], and where there is a
/// next attempt, how many there are in all (`attempts`) and its time in Unix milliseconds if it is a time of the day (`at`).
#[must_use]
pub fn outlook_json(outlook: &Outlook) -> Json {
    let mut json = decision_json(&outlook.decision);
    if outlook.decision.after().is_some() {
        json.push("attempts", outlook.attempts);
    }
    if let Some(at) = outlook.at {
        json.push("at", at);
    }
    json
}

/// Returns a decision as JSON, without what lies ahead; [`outlook_json`] adds that.
///
/// `action`, `after_seconds`, `reason` and `who` are always there; `records`, `set_aside` and `limit` where they apply.
/// `after_seconds` is a whole number, rounded up.
///
/// # Examples
///
/// ```
/// use felkod_retry::{Attempts, Policy, decision_json};
///
/// let report = felkod_wire::read(br#"{"success":false,"errors":[{"code":"603"}]}"#);
/// let decision = Policy::default().decide(&mut Attempts::default(), &report, 0);
/// assert_eq!(
///     decision_json(&decision).to_string(),
///     r#"{"action":"give_up","after_seconds":null,"reason":"fix_setup","who":"admin"}"#
/// );
/// ```
#[must_use]
pub fn decision_json(decision: &Decision) -> Json {
    let (reason, who) = match decision {
        Decision::GiveUp { reason, who } => (Some(reason.as_str()), Some(who.as_str())),
        Decision::Done { absent: true, .. } => (Some("treat_as_absent"), None),
        Decision::Done { .. }
        | Decision::Retry { .. }
        | Decision::Renew { .. }
        | Decision::Reduce { .. }
        | Decision::Resend { .. } => (None, None),
    };
    let mut json = Json::Object(vec![
        ("action", decision.action().as_str().into()),
        ("after_seconds", decision.after().map(|after| millis(after).div_ceil(1_000)).into()),
        ("reason", reason.into()),
        ("who", who.into()),
    ]);
    let indexes = |indexes: &[usize]| indexes.iter().copied().collect::<Json>();
    match decision {
        Decision::Resend { records, set_aside, .. } => {
            json.push("records", indexes(records));
            json.push("set_aside", indexes(set_aside));
        }
        Decision::Done { set_aside, .. } if !set_aside.is_empty() => {
            json.push("set_aside", indexes(set_aside));
        }
        Decision::Reduce { limit: Some(limit) } => {
            let limit = vec![("unit", limit.unit().into()), ("figure", limit.figure().into())];
            json.push("limit", Json::Object(limit));
        }
        Decision::Done { .. }
        | Decision::Retry { .. }
        | Decision::Renew { .. }
        | Decision::Reduce { .. }
        | Decision::GiveUp { .. } => {}
    }
    json
}
