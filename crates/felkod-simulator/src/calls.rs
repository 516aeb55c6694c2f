//! What came: the calls, for tests to look at.

use std::collections::VecDeque;

use felkod::json::Json;

/// A call that came.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Call {
    /// Its number, from 1.
    pub number: u64,
    /// When it came, in milliseconds since 1970-01-01 UTC by the simulator's clock.
    pub at: u64,
    /// The HTTP method.
    pub method: String,
    /// The path, without the query: at most 200 bytes.
    pub path: String,
    /// The HTTP status of the reply.
    pub status: u16,
    /// The codes and cases in the reply, each once, as `606` or `1029:queue_full`.
    pub codes: Vec<String>,
    /// Whether the call changed something.
    pub applied: bool,
    /// Whether the call counts against the rate limit and the quota.
    pub counted: bool,
    /// The rule of the scenario that decided, counted from 1; 0 for the header `X-Felkod-Answer`.
    pub rule: Option<usize>,
    /// The same for two calls with the same method, path, parameters and body. Tokens do not count.
    pub fingerprint: u64,
}

impl Call {
    /// Returns the call as JSON.
    #[must_use]
    pub fn json(&self) -> Json {
        Json::Object(vec![
            ("number", self.number.into()),
            ("at", self.at.into()),
            ("method", self.method.as_str().into()),
            ("path", self.path.as_str().into()),
            ("status", self.status.into()),
            ("codes", self.codes.iter().map(String::as_str).collect()),
            ("applied", self.applied.into()),
            ("counted", self.counted.into()),
            ("rule", self.rule.into()),
            ("fingerprint", format!("{:016x}", self.fingerprint).into()),
        ])
    }
}

/// The calls that came: all are counted, the last ones kept.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Calls {
    /// How many came.
    pub total: u64,
    /// How many of them count against the rate limit and the quota.
    pub counted: u64,
    /// The last ones, the oldest first.
    pub last: VecDeque<Call>,
}

impl Calls {
    /// Adds a call, and drops the oldest where there are too many.
    pub(crate) fn push(&mut self, call: Call, kept: usize) {
        self.total += 1;
        self.counted += u64::from(call.counted);
        if kept > 0 {
            if self.last.len() >= kept {
                self.last.pop_front();
            }
            self.last.push_back(call);
        }
    }

    /// Returns the calls after a number as JSON.
    #[must_use]
    pub fn json(&self, after: u64) -> Json {
        Json::Object(vec![
            ("total", self.total.into()),
            ("counted", self.counted.into()),
            ("calls", self.last.iter().filter(|call| call.number > after).map(Call::json).collect()),
        ])
    }
}
