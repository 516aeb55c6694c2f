//! Reading a body, and what comes out of it.

use std::{
    ffi::{CString, c_char, c_void},
    ptr, slice,
    sync::{Arc, OnceLock},
    time::{Duration, SystemTime},
};

use felkod::Code;

use crate::{
    finding::Finding,
    locale::named,
    options::Options,
    strings::{LOCALES, c_string, pointer},
    types::{
        felkod_advice_t, felkod_api_t, felkod_code_t, felkod_outcome_t, felkod_remark_t, felkod_retry_t,
    },
    vocabulary::number,
};

/// What a response said. Made by felkod_read, freed by felkod_report_free, never changed in between: several threads
/// may ask the same report. It holds the server's messages as they came, which can contain personal data.
pub struct Report {
    inner: Arc<felkod::Report>,
    request_id: Option<CString>,
    request_time: Option<CString>,
    findings: Vec<Finding>,
    warnings: Vec<Finding>,
    /// The index among the findings of the strictest of each record, by record.
    by_record: Vec<(usize, usize)>,
    titles: [OnceLock<CString>; LOCALES],
    json: [OnceLock<CString>; LOCALES],
}

/// Reads the body of a response, `length` bytes of any content, with options or without (NULL). It never fails and never
/// gives NULL: what is not a response of Marketo's gives FELKOD_OUTCOME_UNRECOGNIZED. The report keeps nothing of `body` and
/// `options`. To be freed with felkod_report_free.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_read(
    body: *const c_void,
    length: usize,
    options: *const Options,
) -> *mut Report {
    // SAFETY: `body` is NULL or points to `length` bytes, see the top of the header.
    let body = unsafe { bytes(body, length) };
    // SAFETY: `options` is NULL or what felkod_options_new made.
    let report = match unsafe { options.as_ref() } {
        Some(options) => options.reader.read(body),
        None => felkod::read(body),
    };
    Box::into_raw(Box::new(Report::from(report)))
}

/// Frees a report and all that belongs to it: its findings, its warnings and their texts.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_report_free(report: *mut Report) {
    if !report.is_null() {
        // SAFETY: it came from felkod_read, and the caller frees it once.
        drop(unsafe { Box::from_raw(report) });
    }
}

/// Tells how the call went.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_report_outcome(report: *const Report) -> felkod_outcome_t {
    // SAFETY: `report` is NULL or what felkod_read made.
    number(unsafe { report.as_ref() }.map(|report| report.inner.outcome))
}

/// Returns the API that answered; 0 where neither the body nor the caller tells.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_report_api(report: *const Report) -> felkod_api_t {
    // SAFETY: `report` is NULL or what felkod_read made.
    number(unsafe { report.as_ref() }.and_then(|report| report.inner.api))
}

/// Returns the advice for the call as a whole: that of felkod_report_strictest; 0 where there is none. A partial outcome
/// has none: only the records that its findings name are sent again, each by its own advice.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_report_advice(report: *const Report) -> felkod_advice_t {
    // SAFETY: `report` is NULL or what felkod_read made.
    number(unsafe { report.as_ref() }.and_then(|report| report.inner.advice()))
}

/// Tells whether to send the whole request again; 0 without an error, with an unknown code, and for a partial outcome.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_report_retry(report: *const Report) -> felkod_retry_t {
    // SAFETY: `report` is NULL or what felkod_read made.
    number(unsafe { report.as_ref() }.and_then(|report| report.inner.retry()))
}

/// Returns the finding that decides for the call: the one whose advice is the strictest, or one with an unknown code,
/// which could forbid what the others advise, where no other means to stop. NULL without a finding.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_report_strictest(report: *const Report) -> *const Finding {
    // SAFETY: `report` is NULL or what felkod_read made.
    let Some(report) = (unsafe { report.as_ref() }) else { return ptr::null() };
    report.inner.strictest().map_or(ptr::null(), |finding| &raw const report.findings[report.index(finding)])
}

/// Tells how many seconds to wait from `now` (seconds since 1970-01-01 UTC) on before the same request can succeed, and
/// writes it to `seconds` if that is not NULL: the server's Retry-After, else the window of the rate limit, else the time
/// until a daily quota is reset. Returns false where nobody says, and where it never can.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_report_retry_after(
    report: *const Report,
    now: u64,
    seconds: *mut u64,
) -> bool {
    // SAFETY: `report` is NULL or what felkod_read made.
    let report = unsafe { report.as_ref() };
    let wait = report.zip(time(now)).and_then(|(report, now)| report.inner.retry_after(now));
    // SAFETY: `seconds` is NULL or may be written to.
    unsafe { write_to(wait.map(whole_seconds), seconds) }
}

/// Returns one line on what went wrong, without anything of the server's message, so that it can be logged; NULL for an
/// unknown locale only.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_report_title(report: *const Report, locale: *const c_char) -> *const c_char {
    // SAFETY: `report` is NULL or what felkod_read made.
    let report = unsafe { report.as_ref() };
    // SAFETY: `locale` is NULL or a string, see the top of the header.
    let Some((report, locale)) = report.zip(unsafe { named(locale) }) else { return ptr::null() };
    report.titles[locale as usize - 1].get_or_init(|| c_string(&report.inner.title(locale))).as_ptr()
}

/// Returns the report as one line of JSON, with the keys of `felkod read --format json` except for the decision; NULL
/// for an unknown locale only.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_report_json(report: *const Report, locale: *const c_char) -> *const c_char {
    // SAFETY: `report` is NULL or what felkod_read made.
    let report = unsafe { report.as_ref() };
    // SAFETY: `locale` is NULL or a string, see the top of the header.
    let Some((report, locale)) = report.zip(unsafe { named(locale) }) else { return ptr::null() };
    let json = || c_string(&felkod::json::report(&report.inner, locale).to_string());
    report.json[locale as usize - 1].get_or_init(json).as_ptr()
}

/// Returns the HTTP status that felkod_options_set_status was given; 0 for none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_report_status(report: *const Report) -> u32 {
    // SAFETY: `report` is NULL or what felkod_read made.
    unsafe { report.as_ref() }.and_then(|report| report.inner.status).map_or(0, u32::from)
}

/// Returns the id under which support finds the call; NULL where there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_report_request_id(report: *const Report) -> *const c_char {
    // SAFETY: `report` is NULL or what felkod_read made.
    pointer(unsafe { report.as_ref() }.and_then(|report| report.request_id.as_ref()))
}

/// Returns the request id if it has one of the forms that Marketo's have, and so is safe in a log; NULL otherwise.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_report_harmless_request_id(report: *const Report) -> *const c_char {
    // SAFETY: `report` is NULL or what felkod_read made.
    let report = unsafe { report.as_ref() };
    pointer(report.and_then(|report| report.inner.harmless_request_id().and(report.request_id.as_ref())))
}

/// Returns the time that Marketo writes into the request id of a REST response, in the form of RFC 3339 and in UTC, such
/// as 2013-11-20T00:02:15.544Z; NULL where there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_report_request_time(report: *const Report) -> *const c_char {
    // SAFETY: `report` is NULL or what felkod_read made.
    pointer(unsafe { report.as_ref() }.and_then(|report| report.request_time.as_ref()))
}

/// Returns that time in milliseconds since 1970-01-01 UTC; 0 where there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_report_request_millis(report: *const Report) -> u64 {
    // SAFETY: `report` is NULL or what felkod_read made.
    unsafe { report.as_ref() }.and_then(|report| report.inner.request_millis()).unwrap_or(0)
}

/// Returns how many findings there are: the errors, in the order of the body.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_report_finding_count(report: *const Report) -> usize {
    // SAFETY: `report` is NULL or what felkod_read made.
    unsafe { report.as_ref() }.map_or(0, |report| report.findings.len())
}

/// Returns the finding at `n`, from 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_report_finding(report: *const Report, n: usize) -> *const Finding {
    // SAFETY: `report` is NULL or what felkod_read made.
    unsafe { report.as_ref() }.and_then(|report| report.findings.get(n)).map_or(ptr::null(), ptr::from_ref)
}

/// Returns how many warnings there are. They make no outcome an error.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_report_warning_count(report: *const Report) -> usize {
    // SAFETY: `report` is NULL or what felkod_read made.
    unsafe { report.as_ref() }.map_or(0, |report| report.warnings.len())
}

/// Returns the warning at `n`, from 0. It is asked like a finding.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_report_warning(report: *const Report, n: usize) -> *const Finding {
    // SAFETY: `report` is NULL or what felkod_read made.
    unsafe { report.as_ref() }.and_then(|report| report.warnings.get(n)).map_or(ptr::null(), ptr::from_ref)
}

/// Returns how many records have a finding.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_report_record_count(report: *const Report) -> usize {
    // SAFETY: `report` is NULL or what felkod_read made.
    unsafe { report.as_ref() }.map_or(0, |report| report.by_record.len())
}

/// Returns the strictest finding of the record that is at `n`, from 0, among those that have one, in the order of their
/// indexes; felkod_finding_record tells the index.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_report_record(report: *const Report, n: usize) -> *const Finding {
    // SAFETY: `report` is NULL or what felkod_read made.
    let Some(report) = (unsafe { report.as_ref() }) else { return ptr::null() };
    report.by_record.get(n).map_or(ptr::null(), |(_, at)| &raw const report.findings[*at])
}

/// Returns the strictest finding of the record with the index `record` in `result`, from 0; NULL where it has none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_report_of_record(report: *const Report, record: usize) -> *const Finding {
    // SAFETY: `report` is NULL or what felkod_read made.
    let Some(report) = (unsafe { report.as_ref() }) else { return ptr::null() };
    let at = report.by_record.binary_search_by_key(&record, |(record, _)| *record).ok();
    at.map_or(ptr::null(), |at| &raw const report.findings[report.by_record[at].1])
}

/// Returns how many remarks there are about the reading itself.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_report_remark_count(report: *const Report) -> usize {
    // SAFETY: `report` is NULL or what felkod_read made.
    unsafe { report.as_ref() }.map_or(0, |report| report.inner.remarks.len())
}

/// Returns the remark at `n`, from 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_report_remark(report: *const Report, n: usize) -> felkod_remark_t {
    // SAFETY: `report` is NULL or what felkod_read made.
    number(unsafe { report.as_ref() }.and_then(|report| report.inner.remarks.get(n)).copied())
}

/// Returns how many findings and warnings were left out, see felkod_options_set_max_findings.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_report_left_out(report: *const Report) -> usize {
    // SAFETY: `report` is NULL or what felkod_read made.
    unsafe { report.as_ref() }.map_or(0, |report| report.inner.left_out)
}

/// Returns how many records were refused in a way that is to be accepted. They make no outcome partial, but they were not
/// written either.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_report_unchanged(report: *const Report) -> usize {
    // SAFETY: `report` is NULL or what felkod_read made.
    unsafe { report.as_ref() }.map_or(0, |report| report.inner.unchanged)
}

/// Returns how many counts there are: where a response is a statistic of errors, how often each came up. They are not
/// errors of this call.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_report_count_count(report: *const Report) -> usize {
    // SAFETY: `report` is NULL or what felkod_read made.
    unsafe { report.as_ref() }.map_or(0, |report| report.inner.counts.len())
}

/// Returns the number of the error that is counted at `n`, from 0, whether felkod knows it or not.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_report_count_number(report: *const Report, n: usize) -> u32 {
    // SAFETY: `report` is NULL or what felkod_read made.
    unsafe { report.as_ref() }.and_then(|report| report.inner.counts.get(n)).map_or(0, |count| count.number)
}

/// Returns the code that is counted at `n`; 0 for one that felkod does not know.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_report_count_code(report: *const Report, n: usize) -> felkod_code_t {
    // SAFETY: `report` is NULL or what felkod_read made.
    let count = unsafe { report.as_ref() }.and_then(|report| report.inner.counts.get(n));
    count.and_then(|count| count.code).map_or(0, Code::as_u32)
}

/// Returns how many calls ended with the error that is counted at `n`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_report_count_calls(report: *const Report, n: usize) -> u64 {
    // SAFETY: `report` is NULL or what felkod_read made.
    unsafe { report.as_ref() }.and_then(|report| report.inner.counts.get(n)).map_or(0, |count| count.count)
}

/// Returns how many counts were left out, see felkod_options_set_max_findings.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_report_counts_left_out(report: *const Report) -> usize {
    // SAFETY: `report` is NULL or what felkod_read made.
    unsafe { report.as_ref() }.map_or(0, |report| report.inner.counts_left_out)
}

impl From<felkod::Report> for Report {
    fn from(report: felkod::Report) -> Self {
        let inner = Arc::new(report);
        let findings = (0..inner.findings.len()).map(|at| Finding::error(&inner, at)).collect();
        let warnings = (0..inner.warnings.len()).map(|at| Finding::warning(&inner, at)).collect();
        let mut report = Self {
            request_id: inner.request_id.as_deref().map(c_string),
            request_time: inner.request_time().as_deref().map(c_string),
            findings,
            warnings,
            by_record: Vec::new(),
            titles: [const { OnceLock::new() }; LOCALES],
            json: [const { OnceLock::new() }; LOCALES],
            inner,
        };
        let by_record = report.inner.by_record();
        report.by_record =
            by_record.into_iter().map(|(record, finding)| (record, report.index(finding))).collect();
        report
    }
}

impl Report {
    pub(crate) fn inner(&self) -> &felkod::Report {
        &self.inner
    }

    pub(crate) fn shared(&self) -> Arc<felkod::Report> {
        Arc::clone(&self.inner)
    }

    /// Returns where one of the report's own findings stands among them.
    fn index(&self, finding: &felkod::Finding) -> usize {
        let start = self.inner.findings.as_ptr().addr();
        (ptr::from_ref(finding).addr() - start) / size_of::<felkod::Finding>()
    }
}

/// Returns the bytes of the caller's; none for NULL, and for a length that no object has.
///
/// # Safety
///
/// `start` must be NULL or point to `length` bytes that stay as they are while the result lives.
pub(crate) unsafe fn bytes<'a>(start: *const c_void, length: usize) -> &'a [u8] {
    if start.is_null() || isize::try_from(length).is_err() {
        return &[];
    }
    // SAFETY: the caller vouches for the bytes, and no object is larger than isize.
    unsafe { slice::from_raw_parts(start.cast(), length) }
}

/// Returns the time of so many seconds since 1970-01-01 UTC; `None` for one that is too far away.
pub(crate) fn time(seconds: u64) -> Option<SystemTime> {
    SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(seconds))
}

/// Returns the seconds of a wait: a part of one is waited for as a whole one.
pub(crate) fn whole_seconds(wait: Duration) -> u64 {
    wait.as_secs().saturating_add(u64::from(wait.subsec_nanos() > 0))
}

/// Several threads may ask the same report, as its documentation promises.
const _: fn() = || {
    fn may_be_shared<T: Send + Sync>() {}
    may_be_shared::<Report>();
    may_be_shared::<Options>();
};

/// Writes a value to where the caller wants it, if anywhere, and tells whether there was one.
///
/// # Safety
///
/// `to` must be NULL or may be written to.
pub(crate) unsafe fn write_to<T>(value: Option<T>, to: *mut T) -> bool {
    let is_some = value.is_some();
    if let Some(value) = value.filter(|_| !to.is_null()) {
        // SAFETY: it is not NULL, and the caller vouches for the rest.
        unsafe { to.write(value) };
    }
    is_some
}
