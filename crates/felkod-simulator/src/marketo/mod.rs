//! Marketo without the network: a call goes in, a reply comes out.

pub(crate) mod activities;
pub(crate) mod gate;
pub(crate) mod jobs;
pub(crate) mod leads;
mod stats;
mod tokens;

use std::{
    hash::{DefaultHasher, Hash, Hasher},
    sync::{Mutex, MutexGuard, PoisonError},
};

use felkod::{Advice, Api, Code, ExemptFromQuota, Level};

pub(crate) use self::{
    activities::Activities, gate::Gate, jobs::Jobs, leads::Leads, stats::Stats, tokens::Tokens,
};
use crate::{
    answer::{Answer, http_status},
    body::{self, Refusal, page::Page},
    calls::{Call, Calls},
    clock::Clock,
    endpoints::{self, Context, Endpoint, Route},
    limits::Limits,
    request::{Delivery, Reply, Request},
    scenario::{Progress, Rule, Scenario},
};

/// How many calls are kept unless a test wants more.
const KEPT: usize = 10_000;

/// A local Marketo: its state, its limits and its clock. Calls can come from several threads.
///
/// # Examples
///
/// ```
/// use felkod_simulator::{Clock, Limits, Marketo, Request};
///
/// let limits = Limits { calls: 1, ..Limits::default() };
/// let marketo = Marketo::with(limits, Clock::frozen_at(1_786_924_800_000));
/// let token = marketo.token("client");
/// let usage = Request::new("GET", "/rest/v1/stats/usage.json").header("Authorization", &token);
/// assert_eq!(felkod::read(&marketo.handle(&usage).body).findings.len(), 0);
/// assert_eq!(felkod::read(&marketo.handle(&usage).body).findings[0].number, Some(606));
/// marketo.clock().advance_seconds(20);
/// assert_eq!(felkod::read(&marketo.handle(&usage).body).findings.len(), 0);
/// ```
#[derive(Debug)]
pub struct Marketo {
    limits: Limits,
    clock: Clock,
    /// The time at which the clock stood still at the start.
    frozen_at: Option<u64>,
    kept: usize,
    state: Mutex<State>,
}

/// All that a reset forgets.
#[derive(Debug, Default)]
pub(crate) struct State {
    number: u64,
    pub(crate) gate: Gate,
    pub(crate) tokens: Tokens,
    pub(crate) leads: Leads,
    pub(crate) activities: Activities,
    pub(crate) jobs: Jobs,
    pub(crate) stats: Stats,
    calls: Calls,
    scenario: Scenario,
    progress: Progress,
}

impl Default for Marketo {
    fn default() -> Self {
        Self::with(Limits::default(), Clock::real())
    }
}

impl Marketo {
    /// Makes a Marketo with the vendor's limits and the time of the machine.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Makes a Marketo with limits and a clock.
    #[must_use]
    pub fn with(limits: Limits, clock: Clock) -> Self {
        let frozen_at = clock.is_frozen().then(|| clock.now());
        Self { limits, clock, frozen_at, kept: KEPT, state: Mutex::default() }
    }

    /// Sets how many calls are kept for [`Marketo::calls`]; 10,000 unless set.
    #[must_use]
    pub fn keeping(mut self, calls: usize) -> Self {
        self.kept = calls;
        self
    }

    /// Returns the clock.
    #[must_use]
    pub const fn clock(&self) -> &Clock {
        &self.clock
    }

    /// Returns the limits.
    #[must_use]
    pub const fn limits(&self) -> &Limits {
        &self.limits
    }

    /// Starts a scenario, from its beginning.
    pub fn play(&self, scenario: Scenario) {
        let mut state = self.state();
        state.scenario = scenario;
        state.progress = Progress::default();
    }

    /// Forgets all that came, and sets the clock and the scenario to their beginning.
    pub fn reset(&self) {
        let mut state = self.state();
        let scenario = std::mem::take(&mut state.scenario);
        *state = State { scenario, ..State::default() };
        self.clock.restart(self.frozen_at);
    }

    /// Returns the calls that came.
    #[must_use]
    pub fn calls(&self) -> Calls {
        self.state().calls.clone()
    }

    /// Returns the calls that came after a number, as JSON.
    pub(crate) fn calls_json(&self, after: u64) -> felkod::json::Json {
        self.state().calls.json(after)
    }

    /// Returns the value of a header `Authorization` with the current token of a client.
    #[must_use]
    pub fn token(&self, client: &str) -> String {
        let now = self.clock.now();
        let (token, _) = self.state().tokens.issue(client, now, &self.limits);
        format!("Bearer {token}")
    }

    /// Carries out a call, or rejects it.
    #[must_use]
    pub fn handle(&self, request: &Request<'_>) -> Reply {
        self.handle_logged(request).0
    }

    /// Carries out a call, and returns what is known of it beside the reply.
    pub(crate) fn handle_logged(&self, request: &Request<'_>) -> (Reply, Call) {
        let now = self.clock.now();
        let mut state = self.state();
        state.number += 1;
        let mut handling = Handling {
            limits: &self.limits,
            now,
            request,
            endpoint: endpoints::find(request),
            request_id: format!("{:x}#{now:x}", state.number & 0xffff),
            codes: Vec::new(),
            is_counted: false,
            is_applied: false,
        };
        let mut rule_number = None;
        let mut reply = match request.answer.map(str::parse::<Answer>) {
            Some(Err(error)) => Reply::new(400, "text/plain; charset=utf-8", format!("felkod: {error}\n")),
            Some(Ok(answer)) => {
                rule_number = Some(0);
                handling.by_rule(&mut state, &Rule::demanded(answer), false)
            }
            None => {
                let State { scenario, progress, .. } = &mut *state;
                let decided = scenario.decide(request, now, progress);
                // Rules are seldom and small; the state cannot be lent out twice.
                match decided.map(|(at, rule)| (at, rule.clone())) {
                    Some((at, rule)) => {
                        rule_number = Some(at);
                        handling.by_rule(&mut state, &rule, true)
                    }
                    None => handling.through_the_gate(&mut state, None, 0),
                }
            }
        };
        reply.due = reply.due.max(now.saturating_add(self.limits.latency_millis));
        let call = Call {
            number: state.number,
            at: now,
            method: request.method.chars().take(20).collect(),
            path: start(request.path(), 200).to_owned(),
            status: reply.status,
            codes: handling.codes,
            applied: handling.is_applied,
            counted: handling.is_counted,
            rule: rule_number,
            fingerprint: fingerprint(request),
        };
        state.stats.count(now, &call);
        state.calls.push(call.clone(), self.kept);
        (reply, call)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Returns the first bytes of a text, cut between characters.
fn start(text: &str, bytes: usize) -> &str {
    &text[..(0..=bytes.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()]
}

fn fingerprint(request: &Request<'_>) -> u64 {
    /// What differs between two calls that are the same.
    const TOKENS: [&str; 3] = ["access_token=", "client_secret=", "client_id="];
    let mut hasher = DefaultHasher::new();
    (request.method, request.path()).hash(&mut hasher);
    let query = request.target.split_once('?').map_or("", |(_, query)| query);
    for part in query.split('&').filter(|part| !TOKENS.iter().any(|token| part.starts_with(token))) {
        part.hash(&mut hasher);
    }
    request.body.hash(&mut hasher);
    hasher.finish()
}

/// One call on its way.
struct Handling<'c, 'r> {
    limits: &'c Limits,
    now: u64,
    request: &'c Request<'r>,
    endpoint: Result<Endpoint<'r>, Code>,
    request_id: String,
    codes: Vec<String>,
    is_counted: bool,
    is_applied: bool,
}

impl Handling<'_, '_> {
    /// Does to a call what a rule says.
    fn by_rule(&mut self, state: &mut State, rule: &Rule, has_gate: bool) -> Reply {
        let has_records = self.endpoint.as_ref().is_ok_and(|endpoint| endpoint.has_records);
        let level = rule.answer.map(|answer| answer.level(has_records));
        let mut reply = match (rule.answer, level) {
            (Some(answer), Some(Level::Record)) if has_records => {
                let fault = answer.code().map(|code| Fault {
                    refusal: Refusal::demanded(code, answer.case(), Level::Record),
                    records: &rule.records,
                });
                if has_gate {
                    self.through_the_gate(state, fault.as_ref(), rule.delay_millis)
                } else {
                    self.carried_out(state, fault.as_ref())
                }
            }
            (Some(answer), Some(level)) => {
                if rule.applied {
                    let _ = self.through_the_gate(state, None, rule.delay_millis);
                    self.codes.clear();
                } else if has_gate {
                    self.pass_rejected(state, answer, rule.delay_millis);
                }
                // A client that renews its token now must get a new one.
                if has_gate && answer.code().is_some_and(|code| code.advice() == Advice::Reauthenticate) {
                    state.tokens.end(&self.request.token());
                }
                self.demanded(answer, level, rule.page)
            }
            _ if has_gate => self.through_the_gate(state, None, rule.delay_millis),
            _ => self.carried_out(state, None),
        };
        reply.due = self.now.saturating_add(self.limits.latency_millis + rule.delay_millis);
        if let Some(bytes) = rule.cut_after {
            reply.body.truncate(bytes);
        }
        if let Some(bytes) = rule.break_after {
            reply.delivery = Delivery::Broken(bytes.min(reply.body.len()));
        }
        if rule.close {
            reply.delivery = Delivery::Dropped;
        }
        reply.refused_connections = rule.refuse;
        reply
    }

    /// Counts a call that a scenario rejects, unless it never got to Marketo or Marketo does not count it.
    fn pass_rejected(&mut self, state: &mut State, answer: Answer, delay: u64) {
        let is_counted = self.endpoint.as_ref().is_ok_and(Endpoint::is_counted)
            && answer.code().is_some_and(|code| {
                http_status(code).is_none() && code.exempt_from_quota() != ExemptFromQuota::Yes
            });
        if is_counted {
            let due = self.now.saturating_add(self.limits.latency_millis + delay);
            self.is_counted = state.gate.admit(self.api(), self.now, due, self.limits).is_ok();
        }
    }

    fn api(&self) -> Api {
        match &self.endpoint {
            Ok(Endpoint { route: Route::Soap, .. }) => Api::Soap,
            _ => Api::Rest,
        }
    }

    fn demanded(&mut self, answer: Answer, level: Level, page: Page) -> Reply {
        self.codes.push(answer.case().map_or_else(
            || {
                answer
                    .code()
                    .map(Code::as_u32)
                    .or(answer.status().map(u32::from))
                    .unwrap_or_default()
                    .to_string()
            },
            |case| case.to_string(),
        ));
        body::demanded(answer, level, page, &self.request_id)
    }

    /// Lets a call through the limits, and carries it out.
    fn through_the_gate(&mut self, state: &mut State, fault: Option<&Fault<'_>>, delay: u64) -> Reply {
        match self.admitted(state, delay) {
            Ok(()) => self.carried_out(state, fault),
            Err(code) => self.rejected(&self.at_home(code)),
        }
    }

    /// Tells whether the limits let a call through; the limits of the request itself come first.
    fn admitted(&mut self, state: &mut State, delay: u64) -> Result<(), Code> {
        let too_long = |length: usize, limit: u64| u64::try_from(length).is_ok_and(|length| length > limit);
        if too_long(self.request.target.len(), self.limits.uri_bytes) {
            return Err(Code::RestRequestUriTooLong);
        }
        let endpoint = self.endpoint.as_ref();
        let is_import = endpoint.is_ok_and(|endpoint| matches!(endpoint.route, Route::Import));
        let body_limit = if is_import { self.limits.import_bytes } else { self.limits.body_bytes };
        if too_long(self.request.body.len(), body_limit) {
            return Err(Code::RestRequestEntityTooLarge);
        }
        let endpoint = endpoint.map_err(|code| *code)?;
        if !endpoint.is_counted() {
            return Ok(());
        }
        if !matches!(endpoint.route, Route::Soap) {
            state.tokens.check(&self.request.token(), self.now, self.limits)?;
        }
        let due = self.now.saturating_add(self.limits.latency_millis + delay);
        state.gate.admit(self.api(), self.now, due, self.limits)?;
        self.is_counted = true;
        Ok(())
    }

    /// Rejects with a code whose figure may not be the vendor's.
    fn at_home(&self, code: Code) -> Refusal {
        let (calls, seconds) = (self.limits.calls.to_string(), self.limits.window_seconds.to_string());
        let concurrent = self.limits.concurrent_calls.to_string();
        let values = [
            ("calls", &*calls),
            ("seconds", &seconds),
            ("concurrent_calls", &concurrent),
            ("method", self.request.method),
        ];
        Refusal::new(code, &values)
    }

    fn carried_out(&mut self, state: &mut State, fault: Option<&Fault<'_>>) -> Reply {
        let endpoint = match &self.endpoint {
            Ok(endpoint) => *endpoint,
            Err(code) => return self.rejected(&self.at_home(*code)),
        };
        let mut context = Context {
            request: self.request,
            parameters: self.request.parameters(),
            limits: self.limits,
            now: self.now,
            request_id: &self.request_id,
            fault,
            codes: Vec::new(),
            is_applied: false,
        };
        let outcome = endpoints::carry_out(endpoint.route, &mut context, state);
        self.is_applied |= context.is_applied;
        let codes = context.codes;
        self.codes.extend(codes);
        outcome.unwrap_or_else(|refusal| self.rejected(&refusal))
    }

    fn rejected(&mut self, refusal: &Refusal) -> Reply {
        self.codes.push(name(refusal));
        body::rejection(refusal, &self.request_id)
    }
}

/// Returns the name of a rejection: `606` or `1029:queue_full`.
pub(crate) fn name(refusal: &Refusal) -> String {
    refusal.case.map_or_else(|| refusal.code.as_u32().to_string(), |case| case.to_string())
}

/// Records that a test wants rejected.
pub(crate) struct Fault<'f> {
    pub(crate) refusal: Refusal,
    pub(crate) records: &'f [usize],
}
