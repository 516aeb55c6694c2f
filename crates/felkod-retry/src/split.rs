//! Splitting what is too large for one request.

use std::ops::Range;

/// The seconds of a day.
const DAY: i64 = 86_400;

/// A time range of one request, in Unix seconds. Both ends belong to it, as in `createdAt` of Bulk Extract and in the
/// filters of SOAP, whose times have no fractions of seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Window {
    /// The first second: `startAt`, `oldestUpdatedAt`, `oldestCreatedAt`.
    pub first: i64,
    /// The last second: `endAt`, `latestUpdatedAt`, `latestCreatedAt`.
    pub last: i64,
}

/// Splits a time range, in Unix seconds with both ends, into windows of at most so many days, in order.
///
/// A window ends one second before the next one starts, so that no record comes twice and none is left out. SOAP allows
/// 30 days and Bulk Extract 31; a window of no days counts as one of one day. A range that ends before it starts has no
/// windows.
///
/// # Examples
///
/// ```
/// use felkod_retry::{Window, windows};
///
/// let day = 86_400;
/// let parts: Vec<Window> = windows(0, 45 * day, 30).collect();
/// assert_eq!(parts, [
///     Window { first: 0, last: 30 * day - 1 },
///     Window { first: 30 * day, last: 45 * day },
/// ]);
/// ```
pub fn windows(first: i64, last: i64, days: u32) -> Windows {
    Windows { rest: (first <= last).then_some(Window { first, last }), length: i64::from(days.max(1)) * DAY }
}

/// The windows of a time range, see [`windows`].
#[derive(Clone, Debug)]
#[must_use]
pub struct Windows {
    rest: Option<Window>,
    length: i64,
}

impl Iterator for Windows {
    type Item = Window;

    fn next(&mut self) -> Option<Window> {
        let rest = self.rest.take()?;
        let last = rest.first.saturating_add(self.length - 1).min(rest.last);
        if last < rest.last {
            self.rest = Some(Window { first: last + 1, last: rest.last });
        }
        Some(Window { first: rest.first, last })
    }

    /// Returns how many windows are left. Nothing is walked through for it.
    fn size_hint(&self) -> (usize, Option<usize>) {
        let Some(rest) = self.rest else { return (0, Some(0)) };
        let seconds = rest.last.abs_diff(rest.first);
        // The length is the days of a `u32` in seconds.
        let windows =
            usize::try_from(seconds / self.length.unsigned_abs()).ok().and_then(|whole| whole.checked_add(1));
        (windows.unwrap_or(usize::MAX), windows)
    }
}

impl std::iter::FusedIterator for Windows {}

/// How large a batch may be.
///
/// # Examples
///
/// ```
/// use felkod_retry::BatchLimits;
///
/// // At most 300 leads and 1 MB, of which `{"action":"createOrUpdate","input":[]}` is a part.
/// let limits = BatchLimits { records: 300, bytes: 1_000_000, around: 38, between: 1 };
/// assert_eq!(limits, BatchLimits::default());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(default, deny_unknown_fields)
)]
pub struct BatchLimits {
    /// The most records.
    pub records: usize,
    /// The most bytes of the request's body.
    pub bytes: usize,
    /// The bytes of the body around the records.
    pub around: usize,
    /// The bytes between two records.
    pub between: usize,
}

impl Default for BatchLimits {
    /// Returns the limits of a synchronous write in JSON: 300 records, 1 MB.
    fn default() -> Self {
        Self { records: 300, bytes: 1_000_000, around: 38, between: 1 }
    }
}

/// Splits records into batches by their number and their bytes, in order.
///
/// It takes the size in bytes of each record and gives the indexes of each batch, so that every record is in exactly
/// one. A record that is too large by itself is a batch of its own: the caller may set it aside.
///
/// # Examples
///
/// ```
/// use felkod_retry::{BatchLimits, batches};
///
/// let limits = BatchLimits { records: 2, bytes: 100, around: 10, between: 1 };
/// let parts: Vec<_> = batches([40, 40, 60, 200, 5], limits).collect();
/// assert_eq!(parts, [0..2, 2..3, 3..4, 4..5]);
/// ```
pub fn batches<I: IntoIterator<Item = usize>>(sizes: I, limits: BatchLimits) -> Batches<I::IntoIter> {
    Batches { sizes: sizes.into_iter(), limits, start: 0, pending: None }
}

/// The batches of records, see [`batches`].
#[derive(Clone, Debug)]
#[must_use]
pub struct Batches<I> {
    sizes: I,
    limits: BatchLimits,
    start: usize,
    /// The size of the record at `start`, where it was looked at already.
    pending: Option<usize>,
}

impl<I: Iterator<Item = usize>> Iterator for Batches<I> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let first = self.pending.take().or_else(|| self.sizes.next())?;
        let start = self.start;
        let mut bytes = self.limits.around.saturating_add(first);
        let mut end = start + 1;
        for size in self.sizes.by_ref() {
            bytes = bytes.saturating_add(self.limits.between).saturating_add(size);
            if end - start >= self.limits.records.max(1) || bytes > self.limits.bytes {
                self.pending = Some(size);
                break;
            }
            end += 1;
        }
        self.start = end;
        Some(start..end)
    }
}
