//! What the clients do after each attempt: felkod's policy, the lists of others, and one that knows what is to come.

use std::time::Duration;

use felkod::{
    Report,
    retry::{Attempts, Budget, Decision, Event, Failure, Pacer, Policy},
};
use felkod_simulator::Call;
use serde::Deserialize;

use super::work::Job;

/// What a client has got.
pub(super) enum Got {
    Response { report: Report, status: u16, body: Vec<u8> },
    Failure(Failure),
}

/// What a client does next.
pub(super) enum Next {
    Again { after: u64, renews: bool },
    Done { set_aside: Vec<usize> },
    GiveUp { reason: String },
}

/// A way to repeat calls, with what all its calls share.
pub(super) trait Client {
    /// What it keeps of a logical call.
    type State;

    fn start(&self, job: &Job, number: usize) -> Self::State;

    /// Decides after an attempt. `truth` is what the server knows of it, which only one of the clients may look at.
    fn next(&mut self, state: &mut Self::State, got: &Got, truth: Option<&Call>, now: u64) -> Next;

    /// Asks to make a call: 0 means yes, else how many milliseconds to wait first.
    fn acquire(&mut self, now: u64) -> u64;

    fn release(&mut self);
}

/// A program with one policy, one budget and one pacer for all its calls.
pub(super) struct Felkod {
    policy: Policy,
    budget: Budget,
    pacer: Pacer,
}

impl Felkod {
    pub(super) fn new() -> Self {
        let policy = Policy::default();
        Self { budget: Budget::of(&policy), pacer: Pacer::new(&policy.figures), policy }
    }
}

impl Client for Felkod {
    type State = Attempts;

    fn start(&self, job: &Job, number: usize) -> Attempts {
        Attempts::seeded(job.kind, u32::try_from(number).unwrap_or_default())
    }

    fn next(&mut self, attempts: &mut Attempts, got: &Got, _: Option<&Call>, now: u64) -> Next {
        let event = match got {
            Got::Response { report, .. } => {
                self.pacer.learn(&self.policy, report, now);
                Event::Report(report)
            }
            Got::Failure(failure) => Event::Failure(*failure),
        };
        let tokens = self.budget.tokens();
        let decision = self.policy.decide_within(&self.budget, attempts, event, now);
        let after = decision.after().map_or(0, millis);
        match &decision {
            Decision::Done { set_aside, .. } => Next::Done { set_aside: set_aside.clone() },
            Decision::Retry { .. } => Next::Again { after, renews: false },
            Decision::Renew { .. } => Next::Again { after, renews: true },
            Decision::GiveUp { reason, .. } => {
                if *reason == felkod::retry::Reason::RetryBudget {
                    assert!(tokens < Some(Budget::COST), "{tokens:?} tokens are left");
                }
                Next::GiveUp { reason: reason.to_string() }
            }
            Decision::Reduce { .. } | Decision::Resend { .. } | _ => {
                panic!("nothing in this work is decided so: {decision:?}")
            }
        }
    }

    fn acquire(&mut self, now: u64) -> u64 {
        millis(self.pacer.acquire(now))
    }

    fn release(&mut self) {
        self.pacer.release();
    }
}

fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).expect("a short time")
}

/// A client that knows the schedule: it makes no call that an outage rejects, and knows what was carried out.
pub(super) struct Oracle {
    pacer: Pacer,
    paused_until: u64,
}

impl Oracle {
    pub(super) fn new() -> Self {
        Self { pacer: Pacer::new(&Policy::default().figures), paused_until: 0 }
    }
}

impl Client for Oracle {
    /// Whether the call can never get through.
    type State = bool;

    fn start(&self, job: &Job, _: usize) -> bool {
        job.is_wrong
    }

    fn next(&mut self, is_wrong: &mut bool, got: &Got, truth: Option<&Call>, now: u64) -> Next {
        let report = match got {
            Got::Response { report, .. } => Some(report),
            Got::Failure(_) => None,
        };
        let has = |number: u16| {
            report.is_some_and(|report| {
                report.findings.iter().any(|finding| finding.number == Some(number.into()))
            })
        };
        if truth.is_some_and(|call| call.applied)
            || report.is_some_and(|report| report.outcome == felkod::Outcome::Success)
        {
            return Next::Done { set_aside: Vec::new() };
        }
        if report.is_some_and(|report| report.outcome == felkod::Outcome::Partial) {
            return Next::Done { set_aside: Vec::new() };
        }
        if *is_wrong && has(610) {
            return Next::GiveUp { reason: "fix_request".to_owned() };
        }
        // The outages of the scenario, by their codes.
        let outage = if has(607) {
            3_600_000
        } else if has(503) {
            30_000
        } else {
            0
        };
        self.paused_until = self.paused_until.max(now + outage);
        Next::Again { after: 0, renews: has(601) || has(602) }
    }

    fn acquire(&mut self, now: u64) -> u64 {
        match self.paused_until.saturating_sub(now) {
            0 => millis(self.pacer.acquire(now)),
            left => left,
        }
    }

    fn release(&mut self) {
        self.pacer.release();
    }
}

/// The list of a client: which codes it repeats.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct List {
    pub(super) name: String,
    #[expect(dead_code, reason = "for the reader of the file")]
    source: String,
    retries: Vec<u32>,
    renews: Vec<u32>,
    /// The HTTP statuses that it repeats.
    statuses: Vec<u16>,
    /// Whether it repeats a call that got no response.
    failures: bool,
    first_seconds: u64,
    longest_seconds: u64,
    jitter: bool,
    in_all_seconds: u64,
    calls_per_second: Option<u64>,
    at_once: u64,
}

impl List {
    pub(super) fn all() -> Vec<Self> {
        serde_saphyr::from_str(include_str!("peers.yaml")).expect("the lists")
    }
}

/// A client that follows a list.
pub(super) struct Peer {
    list: List,
    running: u64,
    /// When the next call may be made.
    free_at: u64,
    /// For the random part of a wait.
    random: u64,
}

impl Peer {
    pub(super) fn new(list: List) -> Self {
        Self { list, running: 0, free_at: 0, random: 1 }
    }

    fn wait(&mut self, state: &mut PeerState, now: u64) -> Next {
        let list = &self.list;
        let grown = list.first_seconds.saturating_mul(1_u64.checked_shl(state.repeated).unwrap_or(u64::MAX));
        let longest = grown.min(list.longest_seconds) * 1_000;
        // The generator of Park and Miller: the wait has to differ, no more.
        self.random = self.random * 48_271 % 0x7fff_ffff;
        let after = if list.jitter { self.random % (longest + 1) } else { longest };
        state.repeated += 1;
        if now + after > state.started.unwrap_or(now) + list.in_all_seconds * 1_000 {
            return Next::GiveUp { reason: "time used up".to_owned() };
        }
        Next::Again { after, renews: false }
    }
}

#[derive(Default)]
pub(super) struct PeerState {
    started: Option<u64>,
    repeated: u32,
}

impl Client for Peer {
    type State = PeerState;

    fn start(&self, _: &Job, _: usize) -> PeerState {
        PeerState::default()
    }

    fn next(&mut self, state: &mut PeerState, got: &Got, _: Option<&Call>, now: u64) -> Next {
        state.started.get_or_insert(now);
        let give_up = |reason: &str| Next::GiveUp { reason: reason.to_owned() };
        let (status, body) = match got {
            Got::Failure(_) if self.list.failures => return self.wait(state, now),
            Got::Failure(_) => return give_up("no response"),
            Got::Response { status, body, .. } => (*status, body),
        };
        if status != 200 {
            let is_listed = self.list.statuses.contains(&status);
            return if is_listed { self.wait(state, now) } else { give_up("an HTTP status") };
        }
        let Ok(json) = serde_json::from_slice::<serde_json::Value>(body) else {
            return give_up("no JSON");
        };
        if json["success"] == true {
            return Next::Done { set_aside: Vec::new() };
        }
        let code = json["errors"][0]["code"].as_str().and_then(|code| code.parse::<u32>().ok());
        match code {
            Some(code) if self.list.renews.contains(&code) => Next::Again { after: 0, renews: true },
            Some(code) if self.list.retries.contains(&code) => self.wait(state, now),
            _ => give_up("not in the list"),
        }
    }

    fn acquire(&mut self, now: u64) -> u64 {
        /// How soon a place may be free.
        const POLL: u64 = 100;
        if self.running >= self.list.at_once {
            return POLL;
        }
        if now < self.free_at {
            return self.free_at - now;
        }
        self.free_at = now + self.list.calls_per_second.map_or(0, |calls| 1_000 / calls);
        self.running += 1;
        0
    }

    fn release(&mut self) {
        self.running -= 1;
    }
}
