//! Policies, attempts and pacers, as a program keeps them. They are read by hand, since what serde makes of them is larger
//! than all else that a decision takes; tests hold both to each other.

use std::time::Duration;

use felkod::{
    Advice, Case, UnknownWord,
    json::Json,
    retry::{Attempts, Counts, Figures, Overrides, Pacer, Policy, Schedule},
};

use crate::{
    arguments::{LARGEST, Object, Value},
    frame::Fault,
};

/// Reads a policy; what is left out has its default.
pub(crate) fn policy(mut from: Object<'_>) -> Result<Policy, Fault> {
    let mut policy = Policy::default();
    for (name, number) in [
        ("attempts", &mut policy.attempts),
        ("reauthenticate", &mut policy.reauthenticate),
        ("quota", &mut policy.quota),
        ("budget", &mut policy.budget),
    ] {
        *number = from.small(name)?.unwrap_or(*number);
    }
    for (name, time) in [
        ("longest_wait", &mut policy.longest_wait),
        ("longest_quota_wait", &mut policy.longest_quota_wait),
        ("endpoint_timeout", &mut policy.endpoint_timeout),
    ] {
        *time = seconds(&mut from, name)?.unwrap_or(*time);
    }
    for (name, of) in [
        ("backoff", &mut policy.backoff),
        ("rate_window", &mut policy.rate_window),
        ("slot", &mut policy.slot),
        ("queue", &mut policy.queue),
    ] {
        if let Some(given) = from.object(name)? {
            *of = schedule(given)?;
        }
    }
    policy.deadline = seconds(&mut from, "deadline")?;
    policy.jitter = from.truth("jitter")?.unwrap_or(policy.jitter);
    policy.overrides = overrides(from.object("overrides")?.unwrap_or_default())?;
    policy.figures = figures(from.object("figures")?.unwrap_or_default())?;
    from.end().map(|()| policy)
}

fn schedule(mut from: Object<'_>) -> Result<Schedule, Fault> {
    let missing = || Fault::Argument("a schedule must have `first` and `longest`".to_owned());
    let schedule = Schedule {
        attempts: from.small("attempts")?,
        first: seconds(&mut from, "first")?.ok_or_else(missing)?,
        longest: seconds(&mut from, "longest")?.ok_or_else(missing)?,
        in_all: seconds(&mut from, "in_all")?,
    };
    from.end().map(|()| schedule)
}

/// Takes a number of seconds, with or without a fraction.
fn seconds(from: &mut Object<'_>, name: &str) -> Result<Option<Duration>, Fault> {
    let Some(value) = from.take(name) else { return Ok(None) };
    let duration =
        if let Value::Number(seconds) = value { Duration::try_from_secs_f64(seconds).ok() } else { None };
    let fault = || Fault::Argument(format!("{name} must be a number of seconds from 0, not {value}"));
    duration.ok_or_else(fault).map(Some)
}

/// Reads the figures of a subscription.
pub(crate) fn figures(mut from: Object<'_>) -> Result<Figures, Fault> {
    let mut figures = Figures::default();
    figures.quota = from.number("quota")?.unwrap_or(figures.quota);
    for (name, number) in [
        ("calls", &mut figures.calls),
        ("window_seconds", &mut figures.window_seconds),
        ("concurrent_calls", &mut figures.concurrent_calls),
    ] {
        *number = from.small(name)?.unwrap_or(*number);
    }
    from.end().map(|()| figures)
}

fn overrides(mut from: Object<'_>) -> Result<Overrides, Fault> {
    let mut overrides = Overrides { unknown: from.word("unknown")?, ..Overrides::default() };
    for (name, word) in from.object("cases")?.unwrap_or_default().0 {
        let is_meant = |case: &&Case| name == format!("{}/{}", case.code().as_u32(), case.name());
        let case = Case::ALL.iter().find(is_meant).ok_or_else(|| UnknownWord::new("case", name))?;
        overrides.cases.insert(*case, word.text(name)?.parse()?);
    }
    for (name, word) in from.object("codes")?.unwrap_or_default().0 {
        let number = name.parse().map_err(|_| UnknownWord::new("code", name))?;
        overrides.codes.insert(number, word.text(name)?.parse()?);
    }
    for (name, word) in from.object("categories")?.unwrap_or_default().0 {
        overrides.categories.insert(name.parse()?, word.text(name)?.parse()?);
    }
    from.end().map(|()| overrides)
}

/// Reads what a call has been through; what is left out has its default.
pub(crate) fn attempts(mut from: Object<'_>) -> Result<Attempts, Fault> {
    let mut attempts = Attempts::seeded(from.word("request")?.unwrap_or_default(), 0);
    attempts.insists = from.truth("insists")?.unwrap_or_default();
    attempts.records = from.number("records")?;
    attempts.calls = from.small("calls")?.unwrap_or_default();
    let counts = from.object("by_advice")?.unwrap_or_default().0;
    let count = |(word, count): (&str, Value<'_>)| {
        let count = count.number(word, u32::MAX.into())?;
        Ok((word.parse()?, u32::try_from(count).unwrap_or(u32::MAX)))
    };
    attempts.by_advice = counts.into_iter().map(count).collect::<Result<Counts, Fault>>()?;
    attempts.renewed = from.truth("renewed")?.unwrap_or_default();
    attempts.started = from.number("started")?;
    attempts.seed = from.small("seed")?.unwrap_or_default();
    from.end().map(|()| attempts)
}

/// Writes what a call has been through.
pub(crate) fn attempts_json(attempts: &Attempts) -> Json {
    let counts = Advice::ALL.iter().map(|advice| (advice.as_str(), attempts.by_advice.of(*advice)));
    let counts = counts.filter(|(_, count)| *count > 0).map(|(advice, count)| (advice, count.into()));
    Json::from(vec![
        ("request", attempts.request.as_str().into()),
        ("insists", attempts.insists.into()),
        ("records", attempts.records.into()),
        ("calls", attempts.calls.into()),
        ("by_advice", Json::Object(counts.collect())),
        ("renewed", attempts.renewed.into()),
        ("started", attempts.started.into()),
        ("seed", attempts.seed.into()),
    ])
}

/// Reads the numbers of a pacer.
pub(crate) fn pacer(state: Value<'_>) -> Result<Pacer, Fault> {
    let numbers = state.list("pacer")?.into_iter().map(|number| number.number("pacer", LARGEST));
    let pacer = Pacer::from_numbers(&numbers.collect::<Result<Vec<_>, _>>()?);
    pacer.ok_or_else(|| Fault::Argument("the pacer is none".to_owned()))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use felkod::{
        Advice, Case, Category,
        retry::{Attempts, Idempotency, Policy, Schedule},
    };
    use serde_json::json;

    use crate::arguments::{Object, Value};

    /// Turns JSON into an argument, as the TypeScript does.
    fn argument(json: &serde_json::Value) -> Value<'_> {
        match json {
            serde_json::Value::Null => Value::Nothing,
            serde_json::Value::Bool(truth) => Value::Truth(*truth),
            serde_json::Value::Number(number) => Value::Number(number.as_f64().expect("a number")),
            serde_json::Value::String(text) => Value::Text(text),
            serde_json::Value::Array(items) => Value::List(items.iter().map(argument).collect()),
            serde_json::Value::Object(pairs) => Value::Object(Object(
                pairs.iter().map(|(key, value)| (key.as_str(), argument(value))).collect(),
            )),
        }
    }

    fn object(json: &serde_json::Value) -> Object<'_> {
        let Value::Object(object) = argument(json) else { panic!("{json} is no object") };
        object
    }

    /// A policy that has nothing of the default one.
    fn other() -> Policy {
        let mut policy = Policy {
            attempts: 3,
            longest_wait: Duration::from_millis(1_500),
            longest_quota_wait: Duration::from_secs(7),
            deadline: Some(Duration::from_secs(8)),
            endpoint_timeout: Duration::from_secs(9),
            jitter: false,
            reauthenticate: 4,
            quota: 5,
            budget: 6,
            ..Policy::default()
        };
        for (at, schedule) in
            [&mut policy.backoff, &mut policy.rate_window, &mut policy.slot, &mut policy.queue]
                .into_iter()
                .enumerate()
        {
            let seconds = |more: u64| Duration::from_secs(at as u64 * 10 + more);
            let attempts = u32::try_from(at).ok();
            *schedule =
                Schedule { attempts, first: seconds(1), longest: seconds(2), in_all: Some(seconds(3)) };
        }
        policy.overrides.unknown = Some(Advice::Accept);
        policy.overrides.cases.extend(Case::ALL.iter().map(|case| (*case, Advice::Backoff)));
        policy.overrides.codes.extend([(606, Advice::FixSetup), (9_999, Advice::Accept)]);
        policy
            .overrides
            .categories
            .extend(Category::ALL.iter().map(|category| (*category, Advice::FixRequest)));
        (policy.figures.quota, policy.figures.calls) = (1, 2);
        (policy.figures.window_seconds, policy.figures.concurrent_calls) = (3, 4);
        policy
    }

    /// Whether two policies have no field in common: what serde writes of them differs in each.
    fn differ(one: &serde_json::Value, other: &serde_json::Value) -> bool {
        let pairs = one.as_object().expect("an object");
        pairs.iter().all(|(key, value)| value != &other[key])
    }

    #[test]
    fn a_policy_is_read_as_serde_reads_it_whatever_is_left_out() {
        let whole = serde_json::to_value(other()).expect("it is JSON");
        assert!(differ(&whole, &serde_json::to_value(Policy::default()).expect("it is JSON")));
        assert_eq!(super::policy(object(&whole)).expect("it is whole"), other());
        assert_eq!(super::policy(Object::default()).expect("it is empty"), Policy::default());
        let keys: Vec<_> = whole.as_object().expect("an object").keys().cloned().collect();
        for key in keys {
            let mut part = whole.clone();
            part.as_object_mut().expect("an object").remove(&key);
            let theirs: Policy = serde_json::from_value(part.clone()).expect("it is a policy");
            assert_eq!(super::policy(object(&part)).expect("it is a policy"), theirs, "{key}");
        }
        let schedule = json!({ "backoff": { "first": 0.25, "longest": 1e9 } });
        let theirs: Policy = serde_json::from_value(schedule.clone()).expect("it is a policy");
        assert_eq!(super::policy(object(&schedule)).expect("it is a policy"), theirs);
    }

    #[test]
    fn what_serde_does_not_read_as_a_policy_is_not_read() {
        let wrong = [
            json!({ "attempt": 3 }),
            json!({ "attempts": -1 }),
            json!({ "attempts": 1.5 }),
            json!({ "attempts": "3" }),
            json!({ "attempts": 4_294_967_296_u64 }),
            json!({ "longest_wait": -1 }),
            json!({ "longest_wait": 1e300 }),
            json!({ "deadline": "1" }),
            json!({ "jitter": 1 }),
            json!({ "backoff": {} }),
            json!({ "backoff": { "first": 1, "longest": 2, "least": 3 } }),
            json!({ "slot": 3 }),
            json!({ "overrides": { "codes": { "rest": "accept" } } }),
            json!({ "overrides": { "codes": { "606": "wait" } } }),
            json!({ "overrides": { "codes": { "606": 1 } } }),
            json!({ "overrides": { "cases": { "1029/none": "accept" } } }),
            json!({ "overrides": { "categories": { "none": "accept" } } }),
            json!({ "overrides": { "category": {} } }),
            json!({ "figures": { "calls_a_day": 1 } }),
        ];
        for wrong in wrong {
            assert!(serde_json::from_value::<Policy>(wrong.clone()).is_err(), "{wrong}");
            assert!(super::policy(object(&wrong)).is_err(), "{wrong}");
        }
    }

    #[test]
    fn attempts_are_read_and_written_as_serde_does_it() {
        let mut attempts = Attempts::seeded(Idempotency::Upsert, 7);
        (attempts.insists, attempts.renewed) = (true, true);
        (attempts.records, attempts.calls, attempts.started) = (Some(300), 4, Some(1_767_225_600_000));
        attempts.by_advice = Advice::ALL.iter().copied().zip(1..).collect();
        for attempts in [attempts, Attempts::seeded(Idempotency::default(), 0)] {
            let theirs = serde_json::to_value(&attempts).expect("it is JSON");
            assert_eq!(
                super::attempts_json(&attempts).to_string(),
                serde_json::to_string(&attempts).expect("it is JSON")
            );
            assert_eq!(super::attempts(object(&theirs)).expect("it is whole"), attempts);
        }
        for wrong in [
            json!({ "seeds": 1 }),
            json!({ "seed": -1 }),
            json!({ "request": "reads" }),
            json!({ "by_advice": { "wait": 1 } }),
        ] {
            assert!(serde_json::from_value::<Attempts>(wrong.clone()).is_err(), "{wrong}");
            assert!(super::attempts(object(&wrong)).is_err(), "{wrong}");
        }
    }
}
