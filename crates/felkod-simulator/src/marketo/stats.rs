//! The calls and the errors of each day.

use std::collections::{BTreeMap, VecDeque};

use felkod::json::Json;

use crate::{calls::Call, date};

/// The last eight days.
#[derive(Debug, Default)]
pub(crate) struct Stats {
    days: VecDeque<Day>,
}

#[derive(Debug, Default)]
struct Day {
    date: String,
    /// When it ends.
    until: u64,
    calls: u64,
    errors: BTreeMap<String, u64>,
}

/// The API user whose calls they are.
const USER: &str = "simulator@example.com";

impl Stats {
    pub(crate) fn count(&mut self, now: u64, call: &Call) {
        let day = self.today(now);
        day.calls += u64::from(call.counted);
        for code in &call.codes {
            let number = code.split(':').next().unwrap_or_default();
            match day.errors.get_mut(number) {
                Some(count) => *count += 1,
                None => drop(day.errors.insert(number.to_owned(), 1)),
            }
        }
    }

    fn today(&mut self, now: u64) -> &mut Day {
        if self.days.back().is_none_or(|day| now >= day.until) {
            if self.days.len() >= 8 {
                self.days.pop_front();
            }
            let until = super::gate::next_day(now);
            self.days.push_back(Day { date: date::central_day(now), until, ..Day::default() });
        }
        let last = self.days.len() - 1;
        &mut self.days[last]
    }

    /// Returns the calls of today or of the last seven days.
    pub(crate) fn usage(&mut self, now: u64, is_week: bool) -> Json {
        let day = |day: &Day| {
            let user = Json::Object(vec![("userId", USER.into()), ("count", day.calls.into())]);
            vec![
                ("date", day.date.as_str().into()),
                ("total", day.calls.into()),
                ("users", [user].into_iter().collect()),
            ]
        };
        self.days(now, is_week).map(day).collect()
    }

    /// Returns the errors of today or of the last seven days.
    pub(crate) fn errors(&mut self, now: u64, is_week: bool) -> Json {
        let day = |day: &Day| {
            let errors = day
                .errors
                .iter()
                .map(|(code, count)| vec![("errorCode", code.as_str().into()), ("count", (*count).into())]);
            vec![
                ("date", day.date.as_str().into()),
                ("total", day.errors.values().sum::<u64>().into()),
                ("errors", errors.collect()),
            ]
        };
        self.days(now, is_week).map(day).collect()
    }

    /// Returns the days asked for, the latest first.
    fn days(&mut self, now: u64, is_week: bool) -> impl Iterator<Item = &Day> {
        self.today(now);
        self.days.iter().rev().take(if is_week { 7 } else { 1 })
    }
}
