//! A run in virtual time: 1,000 clients at once, without the network and without sleeping.

use std::{
    cmp::Reverse,
    collections::{BinaryHeap, VecDeque},
};

use felkod::{
    Advice, Applied, Outcome, Reader,
    retry::{Failure, Idempotency},
};
use felkod_simulator::{Call, Clock, Delivery, Limits, Marketo, Request, Scenario};

use super::{
    clients::{Client, Got, Next},
    work::{self, CALLS_PER_CLIENT, CLIENTS, Job},
};

/// 2026-08-17T04:00:00Z: two hours before a quota is reset.
const START: u64 = 1_786_939_200_000;

/// How long a call takes, in milliseconds.
const LATENCY: u64 = 300;

/// One attempt, as it was.
pub(super) struct Attempt {
    pub(super) sent: u64,
    /// What the client could know.
    pub(super) advice: Option<Advice>,
    pub(super) may_be_applied: bool,
    /// What the server knows; `None` where nothing came.
    pub(super) call: Option<Call>,
}

/// What became of a logical call.
pub(super) struct Result {
    pub(super) job: Job,
    pub(super) attempts: Vec<Attempt>,
    pub(super) end: End,
}

pub(super) enum End {
    Done { set_aside: Vec<usize> },
    GaveUp { reason: String },
}

/// What became of all of them.
pub(super) struct Run {
    pub(super) results: Vec<Result>,
    /// The addresses of leads that no error speaks of and that are not there.
    pub(super) lost: Vec<String>,
    /// The calls made: attempts, refused ones too, and calls for a token.
    pub(super) calls: usize,
    /// The virtual time that it took, in milliseconds.
    pub(super) took: u64,
}

/// A client's way through its work.
struct Task<S> {
    number: usize,
    /// The place of its current logical call.
    at: usize,
    job: Job,
    state: S,
    attempts: Vec<Attempt>,
    renews: Option<String>,
    token: String,
}

enum Step {
    /// A task wants to make a call.
    Ready,
    /// What a task has got.
    Over(Box<(Got, Option<Call>)>),
}

/// Runs the work of all clients against a scenario.
pub(super) fn run<C: Client>(mut client: C, scenario: Option<Scenario>) -> Run {
    let limits = Limits { latency_millis: LATENCY, ..Limits::default() };
    let marketo = Marketo::with(limits, Clock::frozen_at(START)).keeping(1);
    work::prepare(&marketo);
    if let Some(scenario) = scenario {
        marketo.play(scenario);
    }
    let began = marketo.clock().now();
    let mut world = World { marketo, refused: 0, token: String::new(), calls: 0 };
    let mut tasks: Vec<Task<C::State>> = (0..CLIENTS).map(|number| task(&client, number, 0)).collect();
    let mut steps: Vec<Option<Step>> = (0..CLIENTS).map(|_| Some(Step::Ready)).collect();
    // When, the order of what is at the same time, whose; the last number stands for the queue.
    let mut events: BinaryHeap<Reverse<(u64, u64, usize)>> = BinaryHeap::new();
    let mut order = 0;
    let mut schedule = |events: &mut BinaryHeap<_>, at: u64, who: usize| {
        order += 1;
        events.push(Reverse((at, order, who)));
    };
    (0..CLIENTS).for_each(|who| schedule(&mut events, began, who));
    let mut waiting: VecDeque<usize> = VecDeque::new();
    let mut queue_is_called = false;
    let mut results = Vec::new();
    let mut now = began;
    while let Some(Reverse((at, _, who))) = events.pop() {
        now = at;
        world.marketo.clock().set(now);
        if who == CLIENTS {
            queue_is_called = false;
        } else {
            match steps[who].take() {
                Some(Step::Over(over)) => {
                    let (got, call) = *over;
                    client.release();
                    let next = tasks[who].learn(&mut client, &got, call.as_ref(), now);
                    let after = match next {
                        Next::Again { after, renews } => {
                            tasks[who].renews = renews.then(|| tasks[who].token.clone());
                            Some(after)
                        }
                        Next::Done { set_aside } => {
                            tasks[who].end(&client, End::Done { set_aside }, &mut results)
                        }
                        Next::GiveUp { reason } => {
                            tasks[who].end(&client, End::GaveUp { reason }, &mut results)
                        }
                    };
                    if let Some(after) = after {
                        steps[who] = Some(Step::Ready);
                        schedule(&mut events, now + after, who);
                    }
                }
                Some(Step::Ready) => waiting.push_back(who),
                None => unreachable!("an event without a step"),
            }
        }
        // The first in the queue asks for its turn, and the others stand behind it.
        while !queue_is_called && let Some(who) = waiting.front().copied() {
            match client.acquire(now) {
                0 => {
                    waiting.pop_front();
                    let (over, got, call) = world.send(&mut tasks[who], now);
                    steps[who] = Some(Step::Over(Box::new((got, call))));
                    schedule(&mut events, over, who);
                }
                wait => {
                    queue_is_called = true;
                    schedule(&mut events, now + wait, CLIENTS);
                }
            }
        }
    }
    assert_eq!(results.len(), CLIENTS * CALLS_PER_CLIENT, "every call comes to an end");
    let lost = lost(&world.marketo, &results);
    Run { calls: world.calls, took: now - began, results, lost }
}

fn task<C: Client>(client: &C, number: usize, at: usize) -> Task<C::State> {
    let job = Job::of(number, at);
    let state = client.start(&job, number * CALLS_PER_CLIENT + at);
    Task { number, at, job, state, attempts: Vec::new(), renews: None, token: String::new() }
}

impl<S> Task<S> {
    fn learn<C: Client<State = S>>(
        &mut self,
        client: &mut C,
        got: &Got,
        call: Option<&Call>,
        now: u64,
    ) -> Next {
        if let Some(attempt) = self.attempts.last_mut() {
            (attempt.advice, attempt.may_be_applied) = known(got);
            attempt.call = call.cloned();
        }
        client.next(&mut self.state, got, call, now)
    }

    /// Notes what became of the logical call, and goes on with the next one.
    fn end<C: Client<State = S>>(&mut self, client: &C, end: End, results: &mut Vec<Result>) -> Option<u64> {
        let next = self.at + 1;
        let fresh = task(client, self.number, next.min(CALLS_PER_CLIENT - 1));
        let old = std::mem::replace(self, fresh);
        results.push(Result { job: old.job, attempts: old.attempts, end });
        (next < CALLS_PER_CLIENT).then_some(0)
    }
}

/// Returns what a client can know of an attempt: what to do, and whether the call may have been carried out.
fn known(got: &Got) -> (Option<Advice>, bool) {
    match got {
        Got::Failure(failure) => (Some(failure.advice()), failure.applied() == Applied::Maybe),
        Got::Response { report, .. } => match report.outcome {
            Outcome::Success | Outcome::Partial => (None, true),
            Outcome::Error => {
                let is_maybe =
                    report.findings.iter().any(|finding| finding.applied() == Some(Applied::Maybe));
                (report.advice(), is_maybe)
            }
            Outcome::Unrecognized | _ => (Some(Advice::Backoff), true),
        },
    }
}

/// The server, the network before it, and the token that all clients share.
struct World {
    marketo: Marketo,
    /// How many of the next connections are refused.
    refused: u32,
    token: String,
    calls: usize,
}

impl World {
    /// Makes a call, and returns when it is over and what comes of it.
    fn send<S>(&mut self, task: &mut Task<S>, now: u64) -> (u64, Got, Option<Call>) {
        let rejected = task.renews.take();
        // Of several clients with one rejected token, the first renews it.
        if self.token.is_empty() || rejected.as_ref() == Some(&self.token) {
            self.token = self.renew();
        }
        task.token.clone_from(&self.token);
        self.calls += 1;
        task.attempts.push(Attempt { sent: now, advice: None, may_be_applied: false, call: None });
        if self.refused > 0 {
            self.refused -= 1;
            return (now + 1, Got::Failure(Failure::Refused), None);
        }
        let reply = self.marketo.handle(&task.job.request(&self.token));
        let call = self.marketo.calls().last.pop_back();
        self.refused = reply.refused_connections;
        if reply.due > now + task.job.timeout {
            return (now + task.job.timeout, Got::Failure(Failure::TimedOutAfterSending), call);
        }
        let got = match reply.delivery {
            Delivery::Whole => Got::Response {
                report: Reader::new().status(reply.status).read(&reply.body),
                status: reply.status,
                body: reply.body,
            },
            Delivery::Broken(_) | Delivery::Dropped | _ => Got::Failure(Failure::ConnectionLost),
        };
        (reply.due.max(now), got, call)
    }

    fn renew(&mut self) -> String {
        self.calls += 1;
        let target = "/identity/oauth/token?grant_type=client_credentials&client_id=clients&client_secret=s";
        let reply = self.marketo.handle(&Request::new("GET", target));
        let json: serde_json::Value = serde_json::from_slice(&reply.body).expect("JSON");
        format!("Bearer {}", json["access_token"].as_str().expect("a token"))
    }
}

/// Returns the addresses of leads of finished calls that no error speaks of and that are not there.
fn lost(marketo: &Marketo, results: &[Result]) -> Vec<String> {
    let mut wanted = Vec::new();
    for result in results {
        if let End::Done { set_aside } = &result.end {
            let emails = result.job.emails.iter().enumerate();
            wanted.extend(emails.filter(|(at, _)| !set_aside.contains(at)).map(|(_, email)| email.clone()));
        }
    }
    marketo.play(Scenario::default());
    marketo.clock().advance_seconds(86_400);
    let there = work::are_there(marketo, &wanted);
    wanted.into_iter().zip(there).filter_map(|(email, is_there)| (!is_there).then_some(email)).collect()
}

impl Run {
    /// Counts the results for which something holds.
    pub(super) fn count(&self, holds: impl Fn(&Result) -> bool) -> usize {
        self.results.iter().filter(|result| holds(result)).count()
    }

    /// Returns how many attempts were rejected by the limits themselves, not by the scenario, with a code.
    pub(super) fn rejected_with(&self, code: &str) -> usize {
        let calls = self
            .results
            .iter()
            .flat_map(|result| &result.attempts)
            .filter_map(|attempt| attempt.call.as_ref());
        calls.filter(|call| call.rule.is_none() && call.codes.iter().any(|own| own == code)).count()
    }
}

impl Result {
    pub(super) fn is_done(&self) -> bool {
        matches!(self.end, End::Done { .. })
    }

    /// Counts the attempts that sent again what does harm a second time and may have been carried out.
    pub(super) fn harmful_repetitions(&self) -> usize {
        if self.job.kind.is_safe_to_repeat() {
            return 0;
        }
        let before_last = &self.attempts[..self.attempts.len() - 1];
        before_last.iter().filter(|attempt| attempt.may_be_applied).count()
    }

    /// Tells whether it was carried out more than once although that does harm.
    pub(super) fn is_carried_out_twice(&self) -> bool {
        let applied = |attempt: &&Attempt| attempt.call.as_ref().is_some_and(|call| call.applied);
        !self.job.kind.is_safe_to_repeat() && self.attempts.iter().filter(applied).count() > 1
    }

    /// Tells whether it was sent again while the server could still be at work on it, and two of it make a duplicate.
    pub(super) fn overlaps(&self) -> bool {
        /// The longest that an endpoint works on a request.
        const TIMEOUT: u64 = 300_000;
        self.job.kind == Idempotency::Upsert
            && self
                .attempts
                .windows(2)
                .any(|pair| pair[0].may_be_applied && pair[1].sent < pair[0].sent + TIMEOUT)
    }

    /// Tells whether giving up was right: another attempt could do harm or cannot help, or as many were made as the
    /// catalog says.
    pub(super) fn is_right_to_stop(&self) -> bool {
        let End::GaveUp { reason } = &self.end else { return false };
        let Some(last) = self.attempts.last() else { return false };
        let harms = last.may_be_applied && !self.job.kind.is_safe_to_repeat();
        let is_final = last.advice.is_some_and(Advice::stops);
        let alike = self.attempts.iter().filter(|attempt| attempt.advice == last.advice).count();
        let attempts =
            last.advice.and_then(Advice::attempts).and_then(|attempts| usize::try_from(attempts).ok());
        // The client has checked that the budget is used up.
        harms || is_final || attempts.is_some_and(|attempts| alike >= attempts) || reason == "retry_budget"
    }
}
