//! Dates as Marketo writes and reads them.

const DAY: i64 = 86_400;

/// Writes a time as Marketo does: `2026-08-17T06:00:00Z`.
pub(crate) fn format(millis: u64) -> String {
    let seconds = i64::try_from(millis / 1_000).unwrap_or(i64::MAX);
    let (year, month, day) = civil(seconds.div_euclid(DAY));
    let of_day = seconds.rem_euclid(DAY);
    let (hour, minute, second) = (of_day / 3_600, of_day / 60 % 60, of_day % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}

/// Writes the day of a time in US Central standard time, in which Marketo counts its days.
pub(crate) fn central_day(millis: u64) -> String {
    let mut text = format(millis.saturating_sub(6 * 3_600_000));
    text.truncate(10);
    text
}

/// Reads `2026-08-17`, `2026-08-17T06:00:00`, with a fraction of a second and with `Z`, `+02:00` or `-0600`, into
/// milliseconds; without an offset it is UTC.
pub(crate) fn parse(text: &str) -> Option<u64> {
    let text = text.trim();
    let (date, time) = match text.split_once(['T', ' ']) {
        Some((date, time)) => (date, time),
        None => (text, "00:00:00"),
    };
    let mut parts = date.split('-');
    let (year, month, day) =
        (digits(parts.next()?, 4)?, digits(parts.next()?, 2)?, digits(parts.next()?, 2)?);
    let is_day = parts.next().is_none() && (1..=12).contains(&month) && (1..=31).contains(&day);
    let days = days(year, month, day);
    if !is_day || civil(days) != (year, month, day) || year < 1970 {
        return None;
    }
    let (time, offset) = match time.find(['Z', '+', '-']) {
        Some(at) => (&time[..at], offset(&time[at..])?),
        None => (time, 0),
    };
    let time = time.split('.').next()?;
    let mut parts = time.split(':');
    let (hour, minute) = (digits(parts.next()?, 2)?, digits(parts.next()?, 2)?);
    let second = parts.next().map_or(Some(0), |second| digits(second, 2))?;
    if hour > 23 || minute > 59 || second > 60 || parts.next().is_some() {
        return None;
    }
    let seconds = days * DAY + hour * 3_600 + minute * 60 + second - offset;
    u64::try_from(seconds).ok()?.checked_mul(1_000)
}

/// Reads exactly so many digits.
fn digits(text: &str, count: usize) -> Option<i64> {
    let is_number = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok()).flatten()
}

fn offset(text: &str) -> Option<i64> {
    let sign = match text.as_bytes().first()? {
        b'Z' => return (text.len() == 1).then_some(0),
        b'+' => 1,
        _ => -1,
    };
    let number = text[1..].replace(':', "");
    let (hours, minutes) = (digits(number.get(..2)?, 2)?, digits(number.get(2..)?, 2)?);
    Some(sign * (hours * 3_600 + minutes * 60))
}

/// Returns the days from 1970-01-01 to a date, by Howard Hinnant's algorithm.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// Returns the date of a number of days from 1970-01-01.
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted = (5 * of_year + 2) / 153;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    (year + era * 400 + i64::from(month <= 2), month, of_year - (153 * shifted + 2) / 5 + 1)
}

#[cfg(test)]
mod tests {
    use super::{central_day, format, parse};

    #[test]
    fn a_date_is_read_back_as_it_was_written() {
        for millis in [0, 951_782_400_000, 951_868_800_000, 1_786_924_800_000, 4_102_444_799_000] {
            assert_eq!(parse(&format(millis)), Some(millis), "{}", format(millis));
        }
        assert_eq!(format(951_782_400_000), "2000-02-29T00:00:00Z");
    }

    #[test]
    fn offsets_fractions_and_mere_dates_are_read() {
        let noon = parse("2026-08-17T12:00:00Z");
        for text in ["2026-08-17T06:00:00-06:00", "2026-08-17T14:00:00+0200", "2026-08-17T12:00:00.250Z"] {
            assert_eq!(parse(text), noon, "{text}");
        }
        assert_eq!(parse("2026-08-17"), parse("2026-08-17T00:00:00Z"));
    }

    #[test]
    fn what_is_no_date_is_not_read() {
        for text in
            ["", "yesterday", "2026-02-30", "2026-13-01", "17-08-2026", "2026-08-17T25:00:00Z", "1969-12-31"]
        {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_day_starts_at_midnight_in_us_central_standard_time() {
        assert_eq!(central_day(parse("2026-08-17T05:59:59Z").unwrap_or(0)), "2026-08-16");
        assert_eq!(central_day(parse("2026-08-17T06:00:00Z").unwrap_or(0)), "2026-08-17");
    }
}
