//! The limits over all calls: the rate, the calls at the same time, the quota of the day.

use std::collections::{BTreeMap, VecDeque};

use felkod::{Api, Code, Resets};

use crate::limits::Limits;

/// What has been let through. The rate and the calls at the same time are the instance's: SOAP and REST share them.
#[derive(Debug, Default)]
pub(crate) struct Gate {
    /// When the calls of the last window came.
    window: VecDeque<u64>,
    /// When the calls at the same time end, and how many end then.
    running: BTreeMap<u64, u64>,
    rest: Quota,
    soap: Quota,
}

#[derive(Debug, Default)]
struct Quota {
    used: u64,
    /// When the day ends.
    until: u64,
}

impl Quota {
    fn used(&mut self, now: u64) -> &mut u64 {
        if now >= self.until {
            self.used = 0;
            self.until = next_day(now);
        }
        &mut self.used
    }
}

/// Returns when the next day starts, at midnight CST.
pub(crate) fn next_day(now: u64) -> u64 {
    let seconds = now / 1_000;
    let left = Resets::MidnightCst.seconds_until(seconds).unwrap_or(86_400);
    (seconds + left) * 1_000
}

impl Gate {
    /// Lets a call through that ends at `due`, or tells the code that rejects it. A rejected call counts nowhere.
    pub(crate) fn admit(&mut self, api: Api, now: u64, due: u64, limits: &Limits) -> Result<(), Code> {
        let is_soap = api == Api::Soap;
        let (quota, limit) =
            if is_soap { (&mut self.soap, limits.soap_quota) } else { (&mut self.rest, limits.quota) };
        let used = quota.used(now);
        if *used >= limit {
            let code = [Code::RestDailyQuotaExceeded, Code::SoapDailyQuotaExceeded];
            return Err(code[usize::from(is_soap)]);
        }
        let span = limits.window_seconds.saturating_mul(1_000);
        // The clock can have been set back: times in the future have gone too.
        while self.window.front().is_some_and(|at| *at > now || now - at >= span) {
            self.window.pop_front();
        }
        if self.window.len() as u64 >= limits.calls {
            let code = [Code::RestRateLimitExceeded, Code::SoapRateLimitExceeded];
            return Err(code[usize::from(is_soap)]);
        }
        while let Some(first) = self.running.first_entry().filter(|first| *first.key() <= now) {
            first.remove();
        }
        if self.running.values().sum::<u64>() >= limits.concurrent_calls {
            let code = [Code::RestConcurrencyLimitExceeded, Code::SoapConcurrencyLimitExceeded];
            return Err(code[usize::from(is_soap)]);
        }
        *used += 1;
        if limits.calls != u64::MAX {
            self.window.push_back(now);
        }
        if limits.concurrent_calls != u64::MAX && due > now {
            *self.running.entry(due).or_default() += 1;
        }
        Ok(())
    }
}
