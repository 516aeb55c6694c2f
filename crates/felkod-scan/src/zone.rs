//! Time zones, and the times that people write.

use std::{fmt, str::FromStr};

use jiff::{
    Timestamp, ZonedDateTime,
    civil::DateTime,
    tz::{Offset, TimeZone},
};

use crate::stamp;

/// A time zone, by its name in the database of the IANA (`Europe/Stockholm`), an offset (`+02:00`), `UTC` or `local`.
///
/// # Examples
///
/// ```
/// use felkod_scan::Zone;
///
/// let zone: Zone = "+02:00".parse()?;
/// assert_eq!(zone.time("2026-08-17 09:00:00"), Some(1_786_950_000_000));
/// assert_eq!(zone.write(1_786_950_000_000), "2026-08-17T09:00:00+02:00");
/// # Ok::<(), felkod_scan::UnknownZone>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone {
    name: String,
    zone: TimeZone,
}

impl Default for Zone {
    fn default() -> Self {
        Self { name: "UTC".to_owned(), zone: TimeZone::UTC }
    }
}

/// A time zone that this system does not know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownZone {
    name: String,
}

impl fmt::Display for UnknownZone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown time zone `{}`", self.name)
    }
}

impl std::error::Error for UnknownZone {}

impl FromStr for Zone {
    type Err = UnknownZone;

    fn from_str(name: &str) -> Result<Self, UnknownZone> {
        let unknown = || UnknownZone { name: name.to_owned() };
        if name.eq_ignore_ascii_case("utc") || name == "Z" {
            return Ok(Self::default());
        }
        if name.eq_ignore_ascii_case("local") {
            let zone = TimeZone::try_system().map_err(|_| unknown())?;
            let name = zone.iana_name().unwrap_or("local").to_owned();
            return Ok(Self { name, zone });
        }
        let zone = match stamp::offset(name.as_bytes()) {
            Some((seconds, length)) if length == name.len() => {
                TimeZone::fixed(Offset::from_seconds(seconds).map_err(|_| unknown())?)
            }
            _ => TimeZone::get(name).map_err(|_| unknown())?,
        };
        Ok(Self { name: name.to_owned(), zone })
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.name)
    }
}

impl Zone {
    /// Reads a date, or a date and a time, in Unix milliseconds; `None` for anything else. A date is its start.
    #[must_use]
    pub fn time(&self, text: &str) -> Option<i64> {
        let text = text.trim();
        let whole = match text.len() {
            10 => format!("{text}T00:00:00"),
            _ => text.to_owned(),
        };
        stamp::only(whole.as_bytes())?.millis(self, None)
    }

    /// Finds the first stamp in a line of a log, in any of the forms that [`scan`](crate::scan) knows and with its year, in
    /// Unix milliseconds.
    #[must_use]
    pub fn find(&self, line: &[u8]) -> Option<i64> {
        stamp::first(line)?.millis(self, None)
    }

    /// Writes a time of Unix milliseconds in the form of RFC 3339, in this zone, to the second.
    #[must_use]
    pub fn write(&self, millis: i64) -> String {
        let time = self.zoned(millis);
        let form = if self.zone == TimeZone::UTC { "%Y-%m-%dT%H:%M:%SZ" } else { "%Y-%m-%dT%H:%M:%S%:z" };
        time.strftime(form).to_string()
    }

    /// Returns the instant of a local time; of one that comes twice, the first.
    pub(crate) fn instant(&self, local: DateTime) -> Option<i64> {
        self.zone.to_timestamp(local).ok().map(Timestamp::as_millisecond)
    }

    /// Returns the start of the hour, in Unix milliseconds.
    pub(crate) fn hour(&self, millis: i64) -> i64 {
        let time = self.zoned(millis);
        let seconds = i64::from(time.minute()) * 60 + i64::from(time.second());
        (millis.div_euclid(1_000) - seconds) * 1_000
    }

    /// Returns the start of the day, in Unix milliseconds.
    pub(crate) fn day(&self, millis: i64) -> i64 {
        let start = self.zoned(millis).start_of_day();
        start.map_or(millis, |start| start.timestamp().as_millisecond())
    }

    pub(crate) fn year(&self, millis: i64) -> i16 {
        self.zoned(millis).year()
    }

    fn zoned(&self, millis: i64) -> ZonedDateTime {
        Timestamp::from_millisecond(millis).unwrap_or_default().to_zoned_datetime(self.zone.clone())
    }
}
