//! Activities: what happened to leads, in order.

use std::collections::VecDeque;

use felkod::json::Json;

use crate::date;

/// The kinds of activities, by the vendor's ids and names.
pub(crate) const KINDS: [(u64, &str); 6] = [
    (12, "New Lead"),
    (13, "Change Data Value"),
    (24, "Add to List"),
    (25, "Remove from List"),
    (37, "Delete Lead"),
    (100_001, "Simulated Activity"),
];

/// How many activities are kept; the oldest go first.
const MOST: usize = 10_000;

#[derive(Debug, Default)]
pub(crate) struct Activities {
    activities: VecDeque<Activity>,
    count: u64,
}

#[derive(Debug)]
pub(crate) struct Activity {
    pub(crate) id: u64,
    pub(crate) at: u64,
    pub(crate) kind: u64,
    pub(crate) lead: u64,
}

impl Activities {
    /// Writes an activity down, and returns its id.
    pub(crate) fn push(&mut self, at: u64, kind: u64, lead: u64) -> u64 {
        if self.activities.len() >= MOST {
            self.activities.pop_front();
        }
        self.count += 1;
        self.activities.push_back(Activity { id: self.count, at, kind, lead });
        self.count
    }

    /// Returns the paging token of the activities from a time on.
    pub(crate) fn token_since(&self, time: u64) -> String {
        let first = self.activities.iter().find(|activity| activity.at >= time);
        token(first.map_or(self.count + 1, |activity| activity.id))
    }

    /// Returns up to so many activities of some kinds from a paging token on, the next token and whether more follow;
    /// `None` where the token is not one.
    pub(crate) fn page(
        &self,
        from: &str,
        kinds: &[u64],
        most: usize,
    ) -> Option<(Vec<&Activity>, String, bool)> {
        let from = position(from)?;
        let of_kind = |activity: &&Activity| kinds.is_empty() || kinds.contains(&activity.kind);
        let mut rest = self.activities.iter().filter(|activity| activity.id >= from).filter(of_kind);
        let page: Vec<_> = rest.by_ref().take(most).collect();
        let next = rest.next();
        let token = token(next.map_or(self.count + 1, |activity| activity.id));
        Some((page, token, next.is_some()))
    }

    /// Returns the activities between two times.
    pub(crate) fn between(&self, from: u64, to: u64) -> impl Iterator<Item = &Activity> {
        self.activities.iter().filter(move |activity| (from..=to).contains(&activity.at))
    }
}

impl Activity {
    pub(crate) fn json(&self) -> Json {
        Json::Object(vec![
            ("id", self.id.into()),
            ("marketoGUID", self.id.to_string().into()),
            ("leadId", self.lead.into()),
            ("activityDate", date::format(self.at).into()),
            ("activityTypeId", self.kind.into()),
            ("attributes", Json::List(Vec::new())),
        ])
    }
}

/// Writes a position as a paging token. It is a text that says nothing to the client.
pub(crate) fn token(position: u64) -> String {
    format!("SIM{:016X}==", position ^ 0x5ee5_5ee5)
}

/// Reads a paging token.
pub(crate) fn position(token: &str) -> Option<u64> {
    let digits = token.strip_prefix("SIM")?.strip_suffix("==")?;
    Some(u64::from_str_radix(digits, 16).ok()? ^ 0x5ee5_5ee5)
}
