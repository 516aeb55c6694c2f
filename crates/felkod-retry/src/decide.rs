//! The rules: from what came of a call to what to do next.

use std::time::{Duration, SystemTime};

use felkod_catalog::{
    Advice, Api, Applied, Code, EscalateTo, Level, Outcome, Scope, StatusClass, Unit, WaitAtLeast,
};
use felkod_wire::{Finding, Report};

use crate::{
    Attempts, Budget, Decision, Event, Failure, Idempotency, Piece, Policy, Reason, Schedule, jitter::Jitter,
    policy::millis,
};

/// The milliseconds of a day.
const DAY: u64 = 86_400_000;

impl Policy {
    /// Decides what to do after a call and counts it in `attempts`. The time `now` is in Unix milliseconds.
    ///
    /// Every response is to be passed, successes too: that is how [`Attempts`] gets to know that a new access token was
    /// accepted. It never panics, whatever `attempts` holds and however wrong the clock is.
    ///
    /// # Examples
    ///
    /// ```
    /// use std::time::Duration;
    /// use felkod_retry::{Attempts, Decision, Policy};
    ///
    /// let report = felkod_wire::read(br#"{"success":false,"errors":[{"code":"606",
    ///     "message":"Max rate limit '100' exceeded with in '20' secs"}]}"#);
    /// let policy = Policy { jitter: false, ..Policy::default() };
    /// let decision = policy.decide(&mut Attempts::default(), &report, 1_767_225_600_000);
    /// assert_eq!(decision, Decision::Retry { after: Duration::from_secs(20) });
    /// ```
    #[must_use]
    pub fn decide<'e>(&self, attempts: &mut Attempts, event: impl Into<Event<'e>>, now: u64) -> Decision {
        self.decide_within(&Budget::off(), attempts, event, now)
    }

    /// Decides as [`Policy::decide`] does, within a retry budget that all calls share.
    #[must_use]
    pub fn decide_within<'e>(
        &self,
        budget: &Budget,
        attempts: &mut Attempts,
        event: impl Into<Event<'e>>,
        now: u64,
    ) -> Decision {
        attempts.calls = attempts.calls.saturating_add(1);
        attempts.started.get_or_insert(now);
        Deciding { policy: self, budget, attempts, now }.decide(event.into())
    }

    /// Returns why a record is set aside, by the finding that decides about it: the word of its advice,
    /// `may_have_been_applied` or `unknown_code`.
    ///
    /// # Examples
    ///
    /// ```
    /// use felkod_catalog::Api;
    /// use felkod_retry::{Attempts, Policy};
    /// use felkod_wire::Report;
    ///
    /// let report = Report::builder(Api::Rest).record_error(2, 1006, "Field 'x' not found").build();
    /// let why = Policy::default().why_set_aside(&Attempts::default(), report.by_record()[&2]);
    /// assert_eq!(why, "fix_request");
    /// ```
    #[must_use]
    pub fn why_set_aside(&self, attempts: &Attempts, finding: &Finding) -> &'static str {
        match self.overrides.advice(finding) {
            None => Reason::UnknownCode.as_str(),
            Some(advice)
                if matches!(Course::of(advice), Course::Wait(_))
                    && !attempts.may_repeat(finding.applied().unwrap_or(Applied::Maybe)) =>
            {
                Reason::MayHaveBeenApplied.as_str()
            }
            Some(advice) => advice.as_str(),
        }
    }
}

impl Attempts {
    /// Tells whether a request may be sent again that may have taken effect.
    fn may_repeat(&self, applied: Applied) -> bool {
        applied == Applied::No || self.request.is_safe_to_repeat() || self.insists
    }
}

/// A decision in the making.
struct Deciding<'d> {
    policy: &'d Policy,
    budget: &'d Budget,
    attempts: &'d mut Attempts,
    now: u64,
}

/// Why a call is to be repeated, or not.
#[derive(Clone, Copy)]
struct Cause<'f> {
    advice: Advice,
    applied: Applied,
    who: EscalateTo,
    /// What the server asks to wait, in milliseconds.
    server_wait: Option<u64>,
    finding: Option<&'f Finding>,
    /// Whether the server may still be at work on the request.
    may_still_run: bool,
}

/// What an advice comes down to.
#[derive(Clone, Copy)]
enum Course {
    Done { absent: bool },
    Stop(Reason),
    Reduce,
    Renew,
    Wait(Kind),
}

/// What is waited for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Backoff,
    Window,
    Slot,
    Queue,
    Quota,
}

impl Course {
    const fn of(advice: Advice) -> Self {
        match advice {
            Advice::Accept => Self::Done { absent: false },
            Advice::TreatAsAbsent => Self::Done { absent: true },
            Advice::FixRequest => Self::Stop(Reason::FixRequest),
            Advice::FixSetup => Self::Stop(Reason::FixSetup),
            Advice::ContactSupport => Self::Stop(Reason::ContactSupport),
            Advice::ReduceRequest => Self::Reduce,
            Advice::Reauthenticate => Self::Renew,
            Advice::Backoff => Self::Wait(Kind::Backoff),
            Advice::WaitForRateWindow => Self::Wait(Kind::Window),
            Advice::WaitForSlot => Self::Wait(Kind::Slot),
            Advice::WaitForQueue => Self::Wait(Kind::Queue),
            Advice::WaitForQuotaReset => Self::Wait(Kind::Quota),
            // An advice that these rules do not know yet: nobody knows whether repeating helps.
            _ => Self::Stop(Reason::UnknownCode),
        }
    }
}

/// How long to wait in milliseconds: a time that has to pass, and the most that chance adds.
#[derive(Clone, Copy)]
struct Delay {
    least: u64,
    spread: u64,
}

const NO_DELAY: Delay = Delay { least: 0, spread: 0 };

/// Why a call is not repeated.
type Refusal = (Reason, EscalateTo);

impl Deciding<'_> {
    fn decide(&mut self, event: Event<'_>) -> Decision {
        match event {
            Event::Failure(failure) => self.after_failure(failure),
            Event::Report(report) => {
                self.learn(report);
                match report.outcome {
                    Outcome::Unrecognized => self.act(Cause {
                        advice: Advice::Backoff,
                        applied: Applied::Maybe,
                        who: EscalateTo::Developer,
                        server_wait: self.server_wait(report),
                        finding: None,
                        may_still_run: false,
                    }),
                    Outcome::Success | Outcome::Partial | Outcome::Error => self.after_response(report),
                    _ => give_up(Reason::UnknownCode, EscalateTo::Developer),
                }
            }
        }
    }

    /// Learns from a response that the service works and that it accepted the proof of identity.
    fn learn(&mut self, report: &Report) {
        if matches!(report.outcome, Outcome::Success | Outcome::Partial) {
            self.budget.put_back();
        }
        let rejects = |finding: &Finding| {
            finding.level == Level::Http
                || self.policy.overrides.advice(finding) == Some(Advice::Reauthenticate)
        };
        let is_accepted = match report.outcome {
            Outcome::Success | Outcome::Partial => true,
            Outcome::Error => {
                let is_unauthorized =
                    report.status.and_then(StatusClass::of) == Some(StatusClass::Unauthorized);
                !report.findings.is_empty() && !is_unauthorized && !report.findings.iter().any(rejects)
            }
            Outcome::Unrecognized | _ => false,
        };
        if is_accepted {
            self.attempts.renewed = false;
        }
    }

    fn after_failure(&mut self, failure: Failure) -> Decision {
        self.act(Cause {
            advice: failure.advice(),
            applied: failure.applied(),
            who: EscalateTo::Developer,
            server_wait: None,
            finding: None,
            may_still_run: failure.may_still_run(),
        })
    }

    fn after_response(&mut self, report: &Report) -> Decision {
        let overrides = &self.policy.overrides;
        let of_the_call = |finding: &Finding| finding.record.is_none();
        let is_failure = |finding: &Finding| overrides.advice(finding) != Some(Advice::Accept);
        let call_failed = report.findings.iter().any(|finding| of_the_call(finding) && is_failure(finding));
        if !call_failed && report.outcome != Outcome::Error {
            return self.after_records(report);
        }
        let Some(finding) = report.strictest_by(|finding| overrides.advice(finding)) else {
            // Every error of the call is accepted, or the call failed and nothing says why.
            if report.findings.iter().any(of_the_call) {
                return Decision::done();
            }
            return match overrides.unknown {
                Some(advice) => self.act(Cause { advice, ..self.of_unknown(report) }),
                None => self.by_status(report),
            };
        };
        match overrides.advice(finding) {
            Some(advice) => self.act(self.cause(report, finding, advice)),
            None => self.by_status(report),
        }
    }

    fn cause<'f>(&self, report: &Report, finding: &'f Finding, advice: Advice) -> Cause<'f> {
        Cause {
            advice,
            applied: finding.applied().unwrap_or(Applied::Maybe),
            who: finding.escalate_to().unwrap_or(EscalateTo::Developer),
            server_wait: self.server_wait(report),
            finding: Some(finding),
            may_still_run: finding.code.and_then(Code::wait_at_least) == Some(WaitAtLeast::EndpointTimeout),
        }
    }

    fn of_unknown(&self, report: &Report) -> Cause<'static> {
        Cause {
            advice: Advice::FixRequest,
            applied: Applied::Maybe,
            who: EscalateTo::Developer,
            server_wait: self.server_wait(report),
            finding: None,
            may_still_run: false,
        }
    }

    /// Decides about an unknown code by the HTTP status. That of SOAP says nothing: every fault comes with 500.
    fn by_status(&mut self, report: &Report) -> Decision {
        let unknown = self.of_unknown(report);
        let status = report.status.filter(|_| report.api != Some(Api::Soap));
        let of_code = status.and_then(Code::of_status).map(|code| Cause {
            advice: code.advice(),
            applied: code.applied(),
            who: code.escalate_to(),
            may_still_run: code.wait_at_least() == Some(WaitAtLeast::EndpointTimeout),
            ..unknown
        });
        let of_class = || {
            let class = status.and_then(StatusClass::of)?;
            let (advice, applied, who) = (class.advice(), class.applied(), class.escalate_to());
            Some(Cause { advice, applied, who, ..unknown })
        };
        match of_code.or_else(of_class) {
            // A status that only rejects the request adds nothing: what the code means is still unknown.
            Some(cause) if !cause.advice.stops() => self.act(cause),
            _ => give_up(Reason::UnknownCode, unknown.who),
        }
    }

    /// Decides about a call as a whole.
    fn act(&mut self, cause: Cause<'_>) -> Decision {
        let count = self.attempts.by_advice.add(cause.advice);
        match Course::of(cause.advice) {
            Course::Done { absent } => Decision::Done { absent, set_aside: Vec::new() },
            Course::Stop(reason) => give_up(reason, cause.who),
            Course::Reduce => self.reduce(cause, count),
            Course::Renew => self.renew(cause),
            Course::Wait(kind) => match self.wait(cause, kind, count) {
                Ok(after) => Decision::Retry { after },
                Err((reason, who)) => give_up(reason, who),
            },
        }
    }

    fn renew(&mut self, cause: Cause<'_>) -> Decision {
        // How many proofs of identity were rejected in a row: the first one, and the new one if there was one.
        let rejected =
            if self.attempts.renewed { self.attempts.by_advice.of(Advice::Reauthenticate).max(2) } else { 1 };
        if rejected >= self.policy.reauthenticate {
            return give_up(Reason::FixSetup, cause.who);
        }
        if let Err((reason, who)) = self.may_repeat(cause).and_then(|()| self.within_bounds(cause, NO_DELAY))
        {
            return give_up(reason, who);
        }
        self.attempts.renewed = true;
        Decision::Renew { after: Duration::ZERO }
    }

    fn reduce(&self, cause: Cause<'_>, count: u32) -> Decision {
        if self.attempts.records.is_some_and(|records| records <= 1) {
            // A single record is too large: someone has to shorten it.
            return give_up(Reason::FixRequest, EscalateTo::Developer);
        }
        if let Err((reason, who)) = self.within_bounds(cause, NO_DELAY) {
            return give_up(reason, who);
        }
        let is_job = self.attempts.request == Idempotency::Job;
        let figure = cause.finding.and_then(|finding| finding.code).and_then(|code| largest(code, is_job));
        let times = count.saturating_sub(1);
        let half = self.attempts.records.map(|records| Piece::Records((records / 2).max(1)));
        let limit = match (figure, half) {
            (Some(Piece::Records(most)), Some(_)) if self.attempts.records > Some(most) => figure,
            // What the vendor's figure allows is still too large.
            (Some(Piece::Records(_)), Some(_)) => half,
            (Some(_), Some(_)) if times > 0 => half,
            (Some(figure), _) => Some(figure.halved(times)),
            (None, half) => half,
        };
        Decision::Reduce { limit }
    }

    /// Decides about a call that went through, by the records that failed.
    fn after_records(&mut self, report: &Report) -> Decision {
        if report.findings.is_empty() {
            return Decision::done();
        }
        let overrides = &self.policy.overrides;
        let (mut records, mut set_aside, mut too_large) = (Vec::new(), Vec::new(), Vec::new());
        let (mut decides, mut reduces) = (None::<(Cause<'_>, Kind)>, None);
        let mut may_still_run = false;
        for (record, finding) in report.by_record_by(|finding| overrides.advice(finding)) {
            let Some(advice) = overrides.advice(finding) else {
                set_aside.push(record);
                continue;
            };
            let cause = self.cause(report, finding, advice);
            match Course::of(advice) {
                Course::Done { absent: false } => {}
                Course::Reduce => {
                    reduces = reduces.or(Some(cause));
                    too_large.push(record);
                }
                Course::Wait(kind) if self.may_repeat(cause).is_ok() => {
                    records.push(record);
                    may_still_run |= cause.may_still_run;
                    // The strictest advice has the longest wait.
                    if decides.is_none_or(|(than, _)| advice.strictness() < than.advice.strictness()) {
                        decides = Some((cause, kind));
                    }
                }
                Course::Done { absent: true } | Course::Stop(_) | Course::Renew | Course::Wait(_) => {
                    set_aside.push(record);
                }
            }
        }
        match (decides, reduces) {
            (Some((cause, kind)), _) => {
                set_aside.append(&mut too_large);
                set_aside.sort_unstable();
                let count = self.attempts.by_advice.add(cause.advice);
                match self.wait(Cause { may_still_run, ..cause }, kind, count) {
                    Ok(after) => Decision::Resend { records, after, set_aside },
                    Err((reason, who)) => give_up(reason, who),
                }
            }
            // One record of many that is too large is set aside; where it is all there is, the request is.
            (None, Some(cause)) if set_aside.is_empty() => self.act(cause),
            (None, _) => {
                set_aside.append(&mut too_large);
                set_aside.sort_unstable();
                Decision::Done { absent: false, set_aside }
            }
        }
    }

    /// Returns how long to wait before the next attempt, after `count` with the same advice.
    fn wait(&self, cause: Cause<'_>, kind: Kind, count: u32) -> Result<Duration, Refusal> {
        self.may_repeat(cause)?;
        let schedule = match kind {
            Kind::Backoff => Some(&self.policy.backoff),
            Kind::Window => Some(&self.policy.rate_window),
            Kind::Slot => Some(&self.policy.slot),
            Kind::Queue => Some(&self.policy.queue),
            Kind::Quota => None,
        };
        let delay = match schedule {
            Some(schedule) if schedule.allows(count) => self.grown(cause, kind, schedule, count),
            None if count < self.policy.quota => self.until_reset(cause),
            Some(_) => return Err((Reason::AttemptsUsedUp, cause.who)),
            None => return Err((Reason::Quota, cause.who)),
        };
        let wait = self.within_bounds(cause, delay)?;
        if kind == Kind::Backoff && !self.budget.take() {
            return Err((Reason::RetryBudget, cause.who));
        }
        Ok(Duration::from_millis(wait))
    }

    /// Returns the delay of a schedule: at least what the server asks for, with a random part.
    fn grown(&self, cause: Cause<'_>, kind: Kind, schedule: &Schedule, count: u32) -> Delay {
        let finding = cause.finding.filter(|_| kind == Kind::Window);
        let figure = finding.and_then(|finding| finding.wait(self.time())).map(millis);
        // What felkod grew is shortened to the longest wait, what the server named is not.
        let longest = millis(self.policy.longest_wait).max(figure.unwrap_or_default());
        let grown = schedule.wait(figure.unwrap_or(millis(schedule.first)), count).min(longest);
        let overlaps = cause.applied == Applied::Maybe && self.attempts.request == Idempotency::Upsert;
        let floor = if cause.may_still_run || overlaps { millis(self.policy.endpoint_timeout) } else { 0 };
        let asked = cause.server_wait.unwrap_or_default().max(floor);
        match kind {
            // Nobody names a figure: anything up to the grown wait.
            Kind::Backoff if asked == 0 && self.policy.jitter => Delay { least: 0, spread: grown },
            Kind::Backoff if asked == 0 => Delay { least: grown, spread: 0 },
            Kind::Backoff => Delay { least: asked, spread: grown },
            // The vendor's waits for a queue, as they are.
            Kind::Queue => Delay { least: asked.max(grown), spread: 0 },
            Kind::Window | Kind::Slot | Kind::Quota => {
                let least = if cause.server_wait.is_some() { asked } else { asked.max(grown) };
                Delay { least, spread: least / 2 }
            }
        }
    }

    /// Returns the delay until a quota is reset, with a random part: everyone waits for the same moment.
    fn until_reset(&self, cause: Cause<'_>) -> Delay {
        let reset = || cause.finding.and_then(|finding| finding.wait(self.time())).map(millis);
        // Where nobody says when a daily quota is reset: within a day.
        let least = cause.server_wait.or_else(reset).unwrap_or(DAY);
        Delay { least, spread: 60_000 }
    }

    /// Refuses where the request may have taken effect and a second execution could do harm.
    fn may_repeat(&self, cause: Cause<'_>) -> Result<(), Refusal> {
        if self.attempts.may_repeat(cause.applied) {
            Ok(())
        } else {
            Err((Reason::MayHaveBeenApplied, EscalateTo::Developer))
        }
    }

    /// Returns the wait in milliseconds; refuses where the attempts in all are used up or it is out of bounds.
    fn within_bounds(&self, cause: Cause<'_>, delay: Delay) -> Result<u64, Refusal> {
        if self.attempts.calls >= self.policy.attempts {
            return Err((Reason::AttemptsUsedUp, cause.who));
        }
        let is_quota = cause.advice == Advice::WaitForQuotaReset;
        let longest = if is_quota { self.policy.longest_quota_wait } else { self.policy.longest_wait };
        let longest = millis(longest);
        let passed = self.now.saturating_sub(self.attempts.started.unwrap_or(self.now));
        let left = self.policy.deadline.map(|deadline| millis(deadline).checked_sub(passed));
        // Past the deadline not even a call at once is left.
        let left = left.unwrap_or(Some(u64::MAX));
        let room = left.unwrap_or_default().min(longest);
        let spread = match delay.least {
            0 => delay.spread,
            least => delay.spread.min(room.saturating_sub(least)),
        };
        let jitter = Jitter::new(self.attempts.seed, self.attempts.calls);
        let chance = if self.policy.jitter { jitter.up_to(spread) } else { 0 };
        let wait = delay.least.saturating_add(chance);
        match left {
            _ if is_quota && wait > room => Err((Reason::Quota, cause.who)),
            Some(left) if wait <= left && wait <= longest => Ok(wait),
            Some(left) if wait <= left => Err((Reason::WaitTooLong, cause.who)),
            Some(_) | None => Err((Reason::Deadline, cause.who)),
        }
    }

    fn server_wait(&self, report: &Report) -> Option<u64> {
        report.server_wait.map(|wait| millis(wait.from(self.time())))
    }

    fn time(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH.checked_add(Duration::from_millis(self.now)).unwrap_or(SystemTime::UNIX_EPOCH)
    }
}

const fn give_up(reason: Reason, who: EscalateTo) -> Decision {
    Decision::GiveUp { reason, who }
}

/// Returns the largest request that the limits of a code allow: of a bulk import its file, else the request.
fn largest(code: Code, is_job: bool) -> Option<Piece> {
    let scope = if is_job { Scope::BulkImportFile } else { Scope::Request };
    let of_scope = |scope| code.limits().iter().find(|limit| limit.scope == Some(scope));
    let limit = of_scope(scope).or_else(|| of_scope(Scope::Request))?;
    Some(match limit.unit {
        None => Piece::Records(limit.figure),
        Some(Unit::Days) => Piece::Days(limit.figure),
        Some(Unit::Bytes) => Piece::Bytes(limit.figure),
        Some(Unit::Kilobytes) => Piece::Bytes(limit.figure.saturating_mul(1_000)),
        Some(Unit::Megabytes) => Piece::Bytes(limit.figure.saturating_mul(1_000_000)),
        Some(_) => return None,
    })
}
