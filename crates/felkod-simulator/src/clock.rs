//! The clock that everything reads, and that a test can move.

use std::{
    sync::{Mutex, PoisonError},
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};

use tokio::sync::watch;

/// The time of the simulator, in milliseconds since 1970-01-01 UTC.
///
/// It starts as the time of the machine and goes on with it, unless it is frozen. A frozen clock moves only when it is
/// told to, so that a test of a day's calls takes no longer than the calls.
///
/// # Examples
///
/// ```
/// use felkod_simulator::Clock;
///
/// let clock = Clock::frozen_at(1_000_000);
/// clock.advance_seconds(3_600);
/// assert_eq!(clock.now(), 4_600_000);
/// ```
#[derive(Debug)]
pub struct Clock {
    time: Mutex<Time>,
    /// Tells those who wait that the time was moved.
    moved: watch::Sender<()>,
}

#[derive(Clone, Copy, Debug)]
struct Time {
    /// The time at `since`.
    millis: u64,
    /// When the clock was last set; `None` while it is frozen.
    since: Option<Instant>,
}

impl Time {
    fn of_the_machine() -> Self {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Self { millis: millis(now), since: Some(Instant::now()) }
    }

    fn now(self) -> u64 {
        self.millis.saturating_add(self.since.map_or(0, |since| millis(since.elapsed())))
    }
}

fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}

impl Clock {
    /// The latest time that the clock can be set to, the end of the year 9999.
    pub const LATEST: u64 = 253_402_300_799_000;

    /// Makes a clock that goes with the machine's.
    #[must_use]
    pub fn real() -> Self {
        Self::starting(Time::of_the_machine())
    }

    /// Makes a clock that stands still at a time until it is moved.
    #[must_use]
    pub fn frozen_at(millis: u64) -> Self {
        Self::starting(Time { millis: millis.min(Self::LATEST), since: None })
    }

    fn starting(time: Time) -> Self {
        Self { time: Mutex::new(time), moved: watch::Sender::new(()) }
    }

    /// Returns the time.
    #[must_use]
    pub fn now(&self) -> u64 {
        self.time.lock().unwrap_or_else(PoisonError::into_inner).now()
    }

    /// Tells whether the clock stands still.
    #[must_use]
    pub fn is_frozen(&self) -> bool {
        self.time.lock().unwrap_or_else(PoisonError::into_inner).since.is_none()
    }

    /// Moves the clock forward.
    pub fn advance_seconds(&self, seconds: u64) {
        self.advance_millis(seconds.saturating_mul(1_000));
    }

    /// Moves the clock forward.
    pub fn advance_millis(&self, millis: u64) {
        self.change(|time| time.millis = time.millis.saturating_add(millis).min(Self::LATEST));
    }

    /// Sets the time; a clock that was going goes on from there.
    pub fn set(&self, millis: u64) {
        self.change(|time| {
            time.millis = millis.min(Self::LATEST);
            time.since = time.since.map(|_| Instant::now());
        });
    }

    /// Stops the clock, or lets it go on from the time that it shows.
    pub fn freeze(&self, is_frozen: bool) {
        self.change(|time| {
            time.millis = time.now();
            time.since = (!is_frozen).then(Instant::now);
        });
    }

    /// Makes the clock as another was at its start: real, or frozen at a time.
    pub(crate) fn restart(&self, frozen_at: Option<u64>) {
        self.change(|time| {
            *time = match frozen_at {
                Some(millis) => Time { millis, since: None },
                None => Time::of_the_machine(),
            };
        });
    }

    fn change(&self, change: impl FnOnce(&mut Time)) {
        change(&mut self.time.lock().unwrap_or_else(PoisonError::into_inner));
        self.moved.send_replace(());
    }

    /// Waits until the clock shows a time. It sleeps only while the clock is going; a clock that is moved wakes it.
    pub(crate) async fn until(&self, due: u64) {
        let mut moved = self.moved.subscribe();
        loop {
            let left = due.saturating_sub(self.now());
            if left == 0 {
                return;
            }
            if self.is_frozen() {
                // The sender lives as long as the clock.
                let _ = moved.changed().await;
            } else {
                tokio::select! {
                    () = tokio::time::sleep(Duration::from_millis(left)) => {}
                    _ = moved.changed() => {}
                }
            }
        }
    }
}
