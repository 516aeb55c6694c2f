//! The quota clock: when a daily quota is reset.

/// The milliseconds of an hour and of a day.
const HOUR: u64 = 3_600_000;
const DAY: u64 = 24 * HOUR;

/// When a daily quota is reset, in Unix milliseconds.
///
/// Marketo resets quotas at 00:00 CST. Its documentation does not say whether US daylight saving time counts, so there
/// are two instants for one reset: [`earliest`](Self::earliest) if it does, [`latest`](Self::latest) if it does not.
/// Outside daylight saving time they are the same.
///
/// # Examples
///
/// ```
/// use felkod_retry::QuotaReset;
///
/// // 2026-07-01T12:00:00Z: 05:00 UTC on the next day if daylight saving time counts, else 06:00 UTC.
/// let reset = QuotaReset::after(1_782_907_200_000);
/// assert_eq!(reset.latest, 1_782_907_200_000 + 18 * 3_600_000);
/// assert_eq!(reset.earliest, reset.latest - 3_600_000);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct QuotaReset {
    /// The instant if US daylight saving time counts: 05:00 UTC while it is in force, else 06:00 UTC. It can have
    /// passed by up to an hour.
    pub earliest: u64,
    /// The instant if it does not count: 06:00 UTC. By then the quota is reset under both readings.
    pub latest: u64,
}

impl QuotaReset {
    /// Returns the next reset after `now`, in Unix milliseconds: the first whose [`latest`](Self::latest) is to come.
    #[must_use]
    pub const fn after(now: u64) -> Self {
        /// 06:00 UTC.
        const AT: u64 = 6 * HOUR;
        let today = now - now % DAY;
        let latest = today.saturating_add(if now % DAY < AT { AT } else { DAY + AT });
        let earliest = if is_daylight_saving(latest / DAY) { latest - HOUR } else { latest };
        Self { earliest, latest }
    }
}

/// Tells whether US daylight saving time is in force at the midnight, US Central time, with which a day begins. The day
/// is counted from 1970-01-01.
///
/// It begins at 02:00 on the second Sunday of March and ends at 02:00 on the first Sunday of November (since 2007), so
/// that the midnight of the first day still is standard time and that of the last day still is daylight saving time.
const fn is_daylight_saving(day: u64) -> bool {
    let (month, day_of_month) = month_and_day(day);
    // Sunday is 0; 1970-01-01 was a Thursday.
    let weekday = (day + 4) % 7;
    let weekday_of_the_first = (weekday + 36 - day_of_month) % 7;
    let first_sunday = 1 + (7 - weekday_of_the_first) % 7;
    match month {
        3 => day_of_month > first_sunday + 7,
        4..=10 => true,
        11 => day_of_month <= first_sunday,
        _ => false,
    }
}

/// Returns month and day of the month of a day counted from 1970-01-01, by the Gregorian calendar.
const fn month_and_day(day: u64) -> (u64, u64) {
    // Counted from 0000-03-01, so that the leap day is the last of its year. A cycle of the calendar has 146,097 days.
    let day_of_cycle = (day % 146_097 + 719_468) % 146_097;
    let year = (day_of_cycle - day_of_cycle / 1_460 + day_of_cycle / 36_524 - day_of_cycle / 146_096) / 365;
    let day_of_year = day_of_cycle - (365 * year + year / 4 - year / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day_of_month = day_of_year - (153 * month + 2) / 5 + 1;
    (if month < 10 { month + 3 } else { month - 9 }, day_of_month)
}
