//! The stamps of log lines: when something happened, as the usual programs write it.

use crate::zone::Zone;

/// A time as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stamp {
    /// Unix milliseconds.
    Instant(i64),
    /// A date and a time of day, in the zone that it names or in an unknown one.
    Local {
        /// The year; syslog writes none.
        year: Option<i16>,
        month: i8,
        day: i8,
        /// Milliseconds since midnight.
        time: i64,
        /// The offset from UTC in seconds.
        offset: Option<i32>,
    },
}

/// The Unix milliseconds of the years 2000 and 2100: a number outside of them is no time.
const TIMES: std::ops::Range<i64> = 946_684_800_000..4_102_444_800_000;

const DAY: i64 = 86_400_000;

impl Stamp {
    /// Returns the time in Unix milliseconds; `None` for a date that does not exist. A stamp without a year is of the
    /// last year in which it is not later than a day after `near`.
    pub(crate) fn millis(self, zone: &Zone, near: Option<i64>) -> Option<i64> {
        let Self::Local { year, month, day, time, offset } = self else {
            let Self::Instant(millis) = self else { return None };
            return Some(millis);
        };
        let instant = |year: i16| {
            let date = jiff::civil::Date::new(year, month, day).ok()?;
            if let Some(offset) = offset {
                let utc = Zone::default().instant(date.at(0, 0, 0, 0))?;
                return Some(utc + time - i64::from(offset) * 1_000);
            }
            let part = |unit: i64, modulus: i64| i8::try_from(time / unit % modulus).unwrap_or_default();
            let local = date.at(part(3_600_000, 24), part(60_000, 60), part(1_000, 60), 0);
            Some(zone.instant(local)? + time % 1_000)
        };
        let Some(year) = year else {
            let near = near?;
            let this = zone.year(near.saturating_add(DAY));
            // The 29th of February is only in some years.
            return (0..8).filter_map(|back| instant(this - back)).find(|millis| *millis <= near + DAY);
        };
        instant(year)
    }
}

/// Tells whether a number of Unix milliseconds can be the time of a response.
pub(crate) fn is_time(millis: i64) -> bool {
    TIMES.contains(&millis)
}

/// Finds the first stamp in a text.
pub(crate) fn first(text: &[u8]) -> Option<Stamp> {
    let mut before = None::<u8>;
    for (at, byte) in text.iter().enumerate() {
        let starts = match byte {
            b'0'..=b'9' => !before.is_some_and(|before| before.is_ascii_alphanumeric() || before == b'.'),
            b'A'..=b'Z' => !before.is_some_and(|before| before.is_ascii_alphanumeric()),
            _ => false,
        };
        before = Some(*byte);
        if !starts {
            continue;
        }
        let rest = &text[at..];
        let found = iso(rest).or_else(|| day_first(rest)).or_else(|| month_first(rest));
        if let Some((stamp, _)) = found {
            return Some(stamp);
        }
        if let Some(stamp) = unix(text, at) {
            return Some(stamp);
        }
    }
    None
}

/// Reads a text that is a stamp and nothing else.
pub(crate) fn only(text: &[u8]) -> Option<Stamp> {
    let (stamp, length) = iso(text).or_else(|| day_first(text)).or_else(|| month_first(text))?;
    (length == text.len()).then_some(stamp)
}

/// A text that is read from its start.
struct Cursor<'t> {
    text: &'t [u8],
    at: usize,
}

impl Cursor<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    fn take(&mut self, wanted: &[u8]) -> Option<u8> {
        let byte = self.peek().filter(|byte| wanted.contains(byte))?;
        self.at += 1;
        Some(byte)
    }

    /// Reads a number of so many digits.
    fn number(&mut self, least: usize, most: usize) -> Option<i64> {
        let digits = self.text[self.at..].iter().take(most).take_while(|byte| byte.is_ascii_digit()).count();
        if digits < least {
            return None;
        }
        let digits = &self.text[self.at..self.at + digits];
        self.at += digits.len();
        Some(digits.iter().fold(0, |number, digit| number * 10 + i64::from(digit - b'0')))
    }

    fn small(&mut self, least: usize, range: std::ops::RangeInclusive<i8>) -> Option<i8> {
        let number = i8::try_from(self.number(least, 2)?).ok()?;
        range.contains(&number).then_some(number)
    }

    fn year(&mut self) -> Option<i16> {
        let year = i16::try_from(self.number(4, 4)?).ok()?;
        (1970..=2200).contains(&year).then_some(year)
    }

    fn month_name(&mut self) -> Option<i8> {
        const NAMES: &[u8] = b"JanFebMarAprMayJunJulAugSepOctNovDec";
        let name = self.text.get(self.at..self.at + 3)?;
        let month = NAMES.chunks(3).position(|month| month == name)?;
        self.at += 3;
        i8::try_from(month + 1).ok()
    }

    /// Reads hours, minutes, and seconds with a fraction, in milliseconds.
    fn time(&mut self) -> Option<i64> {
        let hour = self.number(2, 2).filter(|hour| *hour < 24)?;
        self.take(b":")?;
        let minute = self.number(2, 2).filter(|minute| *minute < 60)?;
        let mut time = hour * 3_600_000 + minute * 60_000;
        if self.take(b":").is_some() {
            // A leap second is that of the last second.
            let second = self.number(2, 2).filter(|second| *second <= 60)?;
            time += second.min(59) * 1_000;
            let point = self.at;
            if self.take(b".,").is_some() {
                let start = self.at;
                while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
                    self.at += 1;
                }
                let digits = self.text[start..self.at].iter().chain([b'0', b'0', b'0'].iter()).take(3);
                time += digits.fold(0, |millis, digit| millis * 10 + i64::from(digit - b'0'));
                if self.at == start {
                    self.at = point;
                }
            }
        }
        Some(time)
    }

    /// Reads a zone, with a space before it or not.
    fn zone(&mut self) -> Option<i32> {
        let space = usize::from(self.peek() == Some(b' '));
        let (offset, length) = offset(&self.text[self.at + space..])?;
        self.at += space + length;
        Some(offset)
    }
}

/// Reads an offset from UTC, in seconds, and tells how long it is: `Z`, `UTC`, `GMT`, `+02:00`, `+0200`, `+02`.
pub(crate) fn offset(text: &[u8]) -> Option<(i32, usize)> {
    let ends = |length: usize| !text.get(length).is_some_and(u8::is_ascii_alphanumeric);
    for name in [&b"UTC"[..], b"GMT", b"Z"] {
        if text.starts_with(name) && ends(name.len()) {
            return Some((0, name.len()));
        }
    }
    let mut cursor = Cursor { text, at: 0 };
    let sign = cursor.take(b"+-")?;
    let hours = cursor.number(2, 2).filter(|hours| *hours <= 18)?;
    let has_colon = cursor.take(b":").is_some();
    let minutes = match cursor.number(2, 2) {
        Some(minutes) => minutes,
        None if has_colon => return None,
        None => 0,
    };
    let seconds = i32::try_from(hours * 3_600 + minutes * 60).ok()?;
    (minutes < 60 && ends(cursor.at)).then_some((if sign == b'-' { -seconds } else { seconds }, cursor.at))
}

/// `2026-08-17T09:00:01.250Z`, `2026-08-17 09:00:01,250 +0200`, `2026/08/17 09:00:01`.
fn iso(text: &[u8]) -> Option<(Stamp, usize)> {
    let mut cursor = Cursor { text, at: 0 };
    let year = cursor.year()?;
    let between = cursor.take(b"-/")?;
    let month = cursor.small(2, 1..=12)?;
    cursor.take(&[between])?;
    let day = cursor.small(2, 1..=31)?;
    cursor.take(b"T t_")?;
    local(cursor, Some(year), month, day)
}

/// `17/Aug/2026:09:00:01 +0200`, `17 Aug 2026 09:00:01 GMT`, `17-Aug-2026 09:00:01`.
fn day_first(text: &[u8]) -> Option<(Stamp, usize)> {
    let mut cursor = Cursor { text, at: 0 };
    let day = cursor.small(1, 1..=31)?;
    let between = cursor.take(b"/- ")?;
    let month = cursor.month_name()?;
    cursor.take(&[between])?;
    let year = cursor.year()?;
    cursor.take(b": ")?;
    local(cursor, Some(year), month, day)
}

/// `Aug 17 09:00:01`, `Aug  7 09:00:01 2026`, `Aug 17 2026 09:00:01`.
fn month_first(text: &[u8]) -> Option<(Stamp, usize)> {
    let mut cursor = Cursor { text, at: 0 };
    let month = cursor.month_name()?;
    cursor.take(b" ")?;
    let _ = cursor.take(b" ");
    let day = cursor.small(1, 1..=31)?;
    let _ = cursor.take(b",");
    cursor.take(b" ")?;
    // A time of day has no four digits in a row.
    let year = cursor.year().filter(|_| cursor.take(b" ").is_some());
    let (stamp, mut at) = local(cursor, year, month, day)?;
    let Stamp::Local { year: None, month, day, time, offset } = stamp else { return Some((stamp, at)) };
    let mut cursor = Cursor { text, at };
    let year = cursor.take(b" ").and_then(|_| cursor.year());
    if year.is_some() {
        at = cursor.at;
    }
    Some((Stamp::Local { year, month, day, time, offset }, at))
}

fn local(mut cursor: Cursor<'_>, year: Option<i16>, month: i8, day: i8) -> Option<(Stamp, usize)> {
    let time = cursor.time()?;
    let offset = cursor.zone();
    Some((Stamp::Local { year, month, day, time, offset }, cursor.at))
}

/// Unix seconds or milliseconds, at the start of a line or as the value of a key that says so.
fn unix(text: &[u8], at: usize) -> Option<Stamp> {
    const KEYS: [&[u8]; 8] =
        [b"ts", b"time", b"timestamp", b"@timestamp", b"epoch", b"date", b"created", b"unix"];
    let before = text[..at].trim_ascii_end();
    let is_first = before.is_empty() || before == b"[";
    let key = before.strip_suffix(b":").or(before.strip_suffix(b"=")).map(<[u8]>::trim_ascii_end);
    let key = key.map(|key| key.strip_suffix(b"\"").unwrap_or(key));
    let is_named = key.is_some_and(|key| {
        KEYS.iter().any(|name| {
            let start = key.len().checked_sub(name.len());
            start.is_some_and(|start| {
                key[start..].eq_ignore_ascii_case(name)
                    && !start.checked_sub(1).is_some_and(|before| key[before].is_ascii_alphanumeric())
            })
        })
    });
    if !(is_first || is_named) {
        return None;
    }
    let mut cursor = Cursor { text, at };
    let number = cursor.number(10, 17)?;
    let millis = match cursor.at - at {
        10 => {
            let mut millis = number * 1_000;
            if cursor.take(b".").is_some() {
                let digits = cursor.text[cursor.at..].iter().take_while(|byte| byte.is_ascii_digit());
                let digits = digits.chain([b'0', b'0', b'0'].iter()).take(3);
                millis += digits.fold(0, |millis, digit| millis * 10 + i64::from(digit - b'0'));
            }
            millis
        }
        13 => number,
        16 => number / 1_000,
        _ => return None,
    };
    TIMES.contains(&millis).then_some(Stamp::Instant(millis))
}

#[cfg(test)]
#[path = "stamp_tests.rs"]
mod tests;
