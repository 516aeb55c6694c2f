//! Splitting what is too large for one request.

use std::slice;

use felkod::retry::{self, BatchLimits};

/// A time range of one request, in seconds since 1970-01-01 UTC. Both ends belong to it.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// The first second: startAt, oldestUpdatedAt, oldestCreatedAt.
    pub first: i64,
    /// The last second: endAt, latestUpdatedAt, latestCreatedAt.
    pub last: i64,
}

/// How large a batch may be.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The most records.
    pub records: usize,
    /// The most bytes of the request's body.
    pub bytes: usize,
    /// The bytes of the body around the records.
    pub around: usize,
    /// The bytes between two records.
    pub between: usize,
}

/// Splits a time range, in seconds since 1970-01-01 UTC and with both ends, into windows of at most so many days (SOAP allows
/// 30, Bulk Extract 31; 0 counts as 1), in order: a window ends one second before the next one starts. Writes the first
/// `size` of them to `windows`, which may be NULL where `size` is 0, and returns how many there are, however small `size` is.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_windows(
    first: i64,
    last: i64,
    days: u32,
    windows: *mut Window,
    size: usize,
) -> usize {
    let all = retry::windows(first, last, days);
    let count = all.size_hint().0;
    if !windows.is_null() {
        for (n, window) in all.take(size).enumerate() {
            // SAFETY: the caller vouches for `size` windows, and `n` is less.
            unsafe { windows.add(n).write(Window { first: window.first, last: window.last }) };
        }
    }
    count
}

/// Returns the limits of a synchronous write in JSON: 300 records, and 1,000,000 bytes with {"action":"createOrUpdate","input":[]}
/// around the records and a comma between them.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_batch_limits_default() -> Limits {
    let BatchLimits { records, bytes, around, between } = BatchLimits::default();
    Limits { records, bytes, around, between }
}

/// Splits records into batches by their number and their bytes, in order, with limits or the defaults (NULL). `sizes` are the
/// bytes of the `count` records. Writes where the first `size` batches end to `ends`, which may be NULL where `size` is 0: the
/// index after their last record, at which the next batch starts. Returns how many batches there are, however small `size`
/// is. A record that is too large by itself is a batch of its own.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_batches(
    sizes: *const usize,
    count: usize,
    limits: *const Limits,
    ends: *mut usize,
    size: usize,
) -> usize {
    if sizes.is_null() || count == 0 {
        return 0;
    }
    // SAFETY: the caller vouches for `count` numbers.
    let sizes = unsafe { slice::from_raw_parts(sizes, count) };
    // SAFETY: `limits` is NULL or points to limits.
    let limits = match unsafe { limits.as_ref() } {
        Some(&Limits { records, bytes, around, between }) => BatchLimits { records, bytes, around, between },
        None => BatchLimits::default(),
    };
    let mut batches = 0;
    for (n, batch) in retry::batches(sizes.iter().copied(), limits).enumerate() {
        if n < size && !ends.is_null() {
            // SAFETY: the caller vouches for `size` numbers, and `n` is less.
            unsafe { ends.add(n).write(batch.end) };
        }
        batches = n + 1;
    }
    batches
}
