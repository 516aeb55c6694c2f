//! Staying below the rate and concurrency limits.

use std::{collections::VecDeque, time::Duration};

use felkod_catalog::Advice;
use felkod_wire::Report;

use crate::{Figures, Policy, policy::millis};

/// Keeps one process below the rate and concurrency limits of an instance.
///
/// The limits hold for the whole instance. Where others use it too, a rejection with 606 or 615 tells: the pacer then
/// halves its own share and raises it again step by step. It does not sleep and has no clock. It keeps the time of each
/// recent call instead of a count per interval, so that no 20 seconds have too many calls, wherever they start.
///
/// It is stored only by a caller whose memory does not last from call to call. Several processes need a store that they
/// share.
///
/// # Examples
///
/// ```
/// use std::time::Duration;
/// use felkod_retry::{Figures, Pacer};
///
/// let mut pacer = Pacer::new(&Figures { calls: 2, ..Figures::default() });
/// let now = 1_767_225_600_000; // Unix milliseconds.
/// assert_eq!(pacer.acquire(now), Duration::ZERO);
/// assert_eq!(pacer.acquire(now), Duration::ZERO);
/// assert_eq!(pacer.acquire(now + 5_000), Duration::from_secs(15));
/// pacer.release();
/// ```
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(from = "Stored"))]
pub struct Pacer {
    /// The times of the last calls, at most as many as may be made in a window, the oldest first.
    starts: VecDeque<u64>,
    /// The times of the calls in progress, the oldest first.
    running: VecDeque<u64>,
    window: u64,
    rate: Share,
    slots: Share,
    /// When the last pause began, and how long it is.
    paused_at: u64,
    pause: u64,
}

impl Pacer {
    /// How soon to ask again while all slots are taken, in milliseconds.
    const POLL: u64 = 100;
    /// After how long a call that was never released counts as lost: no endpoint works longer on one.
    const LOST: u64 = 300_000;

    /// Makes a pacer for the figures of an instance, or for a smaller share of them: Marketo advises at most 50 calls in
    /// 20 seconds and 5 at the same time for one integration. A figure of 0 counts as 1.
    #[must_use]
    pub fn new(figures: &Figures) -> Self {
        Self {
            starts: VecDeque::new(),
            running: VecDeque::new(),
            window: u64::from(figures.window_seconds) * 1_000,
            rate: Share::new(figures.calls),
            slots: Share::new(figures.concurrent_calls),
            paused_at: 0,
            pause: 0,
        }
    }

    /// Asks to make a call at `now`, in Unix milliseconds. Zero means yes: the call counts from now on, and
    /// [`Pacer::release`] has to follow when it is over. Any other time means not yet: ask again after it.
    #[must_use = "a call may only be made where the wait is zero"]
    pub fn acquire(&mut self, now: u64) -> Duration {
        self.follow(now);
        self.rate.recover(now, self.window);
        self.slots.recover(now, self.window);
        let wait = self.pause_left(now).max(self.window_wait(now)).max(self.slot_wait());
        if wait == 0 {
            self.starts.push_back(now);
            self.running.push_back(now);
        }
        Duration::from_millis(wait)
    }

    /// Says that a call is over, whatever came of it.
    pub fn release(&mut self) {
        self.running.pop_front();
    }

    /// Learns from a response: a rejection for the rate limit or for too many calls in progress halves the share of this
    /// process, and for the rate limit nothing is sent until the window has passed. Other responses change nothing.
    ///
    /// The policy tells what counts as such a rejection and how long the window is.
    pub fn learn(&mut self, policy: &Policy, report: &Report, now: u64) {
        let has = |advice: Advice| {
            report.findings.iter().any(|finding| policy.overrides.advice(finding) == Some(advice))
        };
        if has(Advice::WaitForRateWindow) {
            self.rate.halve(now, self.window);
            let time = std::time::SystemTime::UNIX_EPOCH.checked_add(Duration::from_millis(now));
            let named = time.and_then(|time| report.retry_after(time)).map(millis);
            // A server that names more than the longest wait is not believed.
            let wait = named.unwrap_or(self.window).min(millis(policy.longest_wait));
            if wait > self.pause_left(now) {
                (self.paused_at, self.pause) = (now, wait);
            }
        }
        if has(Advice::WaitForSlot) {
            self.slots.halve(now, self.window);
        }
    }

    /// Returns how many calls this process may make in a window at present.
    #[must_use]
    pub const fn calls(&self) -> u32 {
        self.rate.now
    }

    /// Returns how many calls this process may have in progress at present.
    #[must_use]
    pub const fn concurrent_calls(&self) -> u32 {
        self.slots.now
    }

    /// Returns all that it remembers, for a caller whose memory does not last from call to call.
    #[doc(hidden)]
    #[must_use]
    pub fn to_numbers(&self) -> Vec<u64> {
        let share = |share: Share| [share.now.into(), share.most.into(), share.changed];
        let mut numbers = vec![self.window, self.paused_at, self.pause];
        numbers.extend([self.rate, self.slots].into_iter().flat_map(share));
        numbers.push(self.running.len() as u64);
        numbers.extend(self.running.iter().chain(&self.starts));
        numbers
    }

    /// Makes a pacer of what [`Pacer::to_numbers`] gave; `None` where there are too few, or one is too large. Nobody promises
    /// that the times are in order.
    #[doc(hidden)]
    #[must_use]
    pub fn from_numbers(numbers: &[u64]) -> Option<Self> {
        let ([window, paused_at, pause, shares @ .., running], times) = numbers.split_first_chunk::<10>()?;
        let [rate, slots]: &[[u64; 3]; 2] = shares.as_chunks().0.try_into().ok()?;
        let share = |[now, most, changed]: [u64; 3]| {
            Some(Share { now: now.try_into().ok()?, most: most.try_into().ok()?, changed })
        };
        let (running, starts) = times.split_at_checked(usize::try_from(*running).ok()?)?;
        let sorted = |times: &[u64]| {
            let mut times = times.to_vec();
            times.sort_unstable();
            VecDeque::from(times)
        };
        Some(Self {
            starts: sorted(starts),
            running: sorted(running),
            window: *window,
            rate: share(*rate)?,
            slots: share(*slots)?,
            paused_at: *paused_at,
            pause: *pause,
        })
    }

    fn pause_left(&self, now: u64) -> u64 {
        self.pause.saturating_sub(now.saturating_sub(self.paused_at))
    }

    /// Forgets what is over, and keeps up with a clock that was set back: what then lies ahead counts as now.
    fn follow(&mut self, now: u64) {
        self.paused_at = self.paused_at.min(now);
        if self.starts.back().is_some_and(|last| *last > now) {
            for start in self.starts.iter_mut().chain(&mut self.running) {
                *start = (*start).min(now);
            }
        }
        while self.starts.front().is_some_and(|start| now - start >= self.window) {
            self.starts.pop_front();
        }
        while self.running.front().is_some_and(|start| now.saturating_sub(*start) >= Self::LOST) {
            self.running.pop_front();
        }
    }

    /// Returns how long the window is full.
    fn window_wait(&self, now: u64) -> u64 {
        let Some(over) = self.starts.len().checked_sub(self.rate.size()) else {
            return 0;
        };
        self.starts.get(over).map_or(0, |start| self.window.saturating_sub(now - start))
    }

    fn slot_wait(&self) -> u64 {
        if self.running.len() < self.slots.size() { 0 } else { Self::POLL }
    }
}

/// A pacer as it was stored. Nobody promises that the times are in order.
#[cfg(feature = "serde")]
#[derive(serde::Deserialize)]
struct Stored {
    starts: Vec<u64>,
    running: Vec<u64>,
    window: u64,
    rate: Share,
    slots: Share,
    paused_at: u64,
    pause: u64,
}

#[cfg(feature = "serde")]
impl From<Stored> for Pacer {
    fn from(stored: Stored) -> Self {
        let Stored { mut starts, mut running, window, rate, slots, paused_at, pause } = stored;
        starts.sort_unstable();
        running.sort_unstable();
        Self { starts: starts.into(), running: running.into(), window, rate, slots, paused_at, pause }
    }
}

/// The share of a limit that this process uses.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
struct Share {
    now: u32,
    most: u32,
    changed: u64,
}

impl Share {
    const fn new(most: u32) -> Self {
        let most = if most == 0 { 1 } else { most };
        Self { now: most, most, changed: 0 }
    }

    fn size(self) -> usize {
        usize::try_from(self.now).unwrap_or(usize::MAX)
    }

    /// Halves the share, but only once in a window: the calls that were on their way are rejected together.
    fn halve(&mut self, now: u64, window: u64) {
        if self.now == self.most || now.saturating_sub(self.changed) >= window {
            self.now = (self.now / 2).max(1);
        }
        self.changed = now;
    }

    /// Raises the share by a tenth of the limit for each window without a rejection.
    fn recover(&mut self, now: u64, window: u64) {
        // A clock that was set back starts the window anew.
        self.changed = self.changed.min(now);
        let windows = (now - self.changed).checked_div(window).unwrap_or(u64::MAX);
        if self.now < self.most && windows > 0 {
            let step = u64::from((self.most / 10).max(1)).saturating_mul(windows);
            let raised = u64::from(self.now).saturating_add(step).min(self.most.into());
            self.now = u32::try_from(raised).unwrap_or(self.most);
            self.changed = now;
        }
    }
}
