//! Access tokens: any client gets one, the same one again until it expires.

use std::collections::{BTreeMap, HashMap};

use felkod::Code;

use crate::{limits::Limits, scenario::mix};

/// The tokens of the clients.
#[derive(Debug, Default)]
pub(crate) struct Tokens {
    /// The tokens by their order, the oldest first.
    issued: BTreeMap<u64, Token>,
    /// The current token of each client, and the order of each token.
    of_client: HashMap<u64, u64>,
    by_text: HashMap<String, u64>,
    count: u64,
}

#[derive(Debug)]
struct Token {
    text: String,
    client: u64,
    issued_at: u64,
    /// Whether a scenario ended it before its time.
    is_ended: bool,
    /// Whether 602 was sent: then 601 follows.
    is_told_expired: bool,
}

impl Tokens {
    /// Returns the current token of a client, and how many seconds it is still valid.
    pub(crate) fn issue(&mut self, client: &str, now: u64, limits: &Limits) -> (String, u64) {
        /// How many tokens are remembered, the expired ones included.
        const MOST: usize = 10_000;
        let client = client.bytes().fold(0, |hash, byte| mix(hash ^ u64::from(byte)));
        let current = self.of_client.get(&client).and_then(|order| self.issued.get(order));
        if let Some(token) = current
            && let Some(left) = token.left(now, limits)
        {
            return (token.text.clone(), left / 1_000);
        }
        if self.issued.len() >= MOST
            && let Some((order, oldest)) = self.issued.pop_first()
        {
            self.by_text.remove(&oldest.text);
            if self.of_client.get(&oldest.client) == Some(&order) {
                self.of_client.remove(&oldest.client);
            }
        }
        self.count += 1;
        let (high, low) = (mix(client ^ mix(self.count)), mix(now ^ mix(client)));
        let text = format!(
            "{:08x}-{:04x}-{:04x}-{:04x}-{:012x}:sim",
            high >> 32,
            high >> 16 & 0xffff,
            high & 0xffff,
            low >> 48,
            low & 0xffff_ffff_ffff,
        );
        self.issued.insert(
            self.count,
            Token { text: text.clone(), client, issued_at: now, is_ended: false, is_told_expired: false },
        );
        self.of_client.insert(client, self.count);
        self.by_text.insert(text.clone(), self.count);
        (text, limits.token_seconds.min(u64::MAX / 1_000))
    }

    /// Ends a token before its time, after the client was told.
    pub(crate) fn end(&mut self, token: &str) {
        if let Some(token) = self.by_text.get(token).and_then(|order| self.issued.get_mut(order)) {
            (token.is_ended, token.is_told_expired) = (true, true);
        }
    }

    /// Tells whether a token is valid, else the code.
    pub(crate) fn check(&mut self, token: &str, now: u64, limits: &Limits) -> Result<(), Code> {
        if token.is_empty() {
            // The vendor sends it in place of 600 since 2022.
            return Err(Code::RestAccessDenied);
        }
        let token = self.by_text.get(token).and_then(|order| self.issued.get_mut(order));
        let token = token.ok_or(Code::RestAccessTokenInvalid)?;
        if token.left(now, limits).is_some() {
            return Ok(());
        }
        if std::mem::replace(&mut token.is_told_expired, true) {
            return Err(Code::RestAccessTokenInvalid);
        }
        Err(Code::RestAccessTokenExpired)
    }
}

impl Token {
    /// Returns how many milliseconds it is still valid; `None` where it is not.
    fn left(&self, now: u64, limits: &Limits) -> Option<u64> {
        if self.is_ended {
            return None;
        }
        let end = self.issued_at.saturating_add(limits.token_seconds.saturating_mul(1_000));
        (end > now).then(|| end - now)
    }
}
