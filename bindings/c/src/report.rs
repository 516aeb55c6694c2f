//! Reading a body, and what comes out of it.

use std::{
    ffi::{CString, c_char, c_void},
    mem, ptr, slice,
};

use felkod::{Advice, Api, Code, Limits, Part, Reader, Value};

use crate::{
    catalog::{case_text, code_text},
    locale::named,
    strings::{Texts, c_string, from_caller, pointer},
};

/// What is known of an answer besides its body, and the bounds of the reading.
///
/// An object with setters and no struct with fields, so that options can be added without changing what is there.
///
/// Made by felkod_options_new, freed by felkod_options_free; good for any number of bodies. Several threads may read
/// with the same options as long as none sets anything.
#[derive(Default)]
pub struct Options {
    reader: Reader,
    limits: Limits,
}

/// What an answer said.
///
/// Made by felkod_read, freed by felkod_report_free, never changed in between: several threads may ask the same
/// report. It holds the server's texts as they came, which can contain personal data.
pub struct Report {
    inner: felkod::Report,
    advice: Option<Advice>,
    request_id: Option<CString>,
    request_time: Option<CString>,
    findings: Vec<Finding>,
    warnings: Vec<Finding>,
}

/// One error or warning of an answer. It belongs to its report.
pub struct Finding {
    inner: felkod::Finding,
    server_code: Option<CString>,
    server_text: Option<CString>,
    values: Vec<(CString, CString)>,
    texts: Texts,
}

/// Makes options that know nothing of the answer, with the bounds as they are without options. To be freed with
/// felkod_options_free.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_options_new() -> *mut Options {
    Box::into_raw(Box::default())
}

/// Frees options. A report read with them stays.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_options_free(options: *mut Options) {
    if !options.is_null() {
        // SAFETY: it came from felkod_options_new, and the caller frees it once.
        drop(unsafe { Box::from_raw(options) });
    }
}

/// Sets the HTTP status, 100 to 599. It speaks only where the body does not: a gateway's page, a plain text, an empty
/// body. Returns false, and changes nothing, for any other number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_options_set_status(options: *mut Options, status: u32) -> bool {
    let status = u16::try_from(status).ok().filter(|status| (100..=599).contains(status));
    // SAFETY: `options` is NULL or what felkod_options_new made.
    match (unsafe { options.as_mut() }, status) {
        (Some(options), Some(status)) => {
            options.reader = mem::take(&mut options.reader).status(status);
            true
        }
        _ => false,
    }
}

/// Sets the API that was called, an enum felkod_api. A body that tells its own API goes before it. Returns false,
/// and changes nothing, for any other number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_options_set_api(options: *mut Options, api: u32) -> bool {
    let api = Api::ALL.iter().copied().find(|known| *known as u32 == api);
    // SAFETY: `options` is NULL or what felkod_options_new made.
    match (unsafe { options.as_mut() }, api) {
        (Some(options), Some(api)) => {
            options.reader = mem::take(&mut options.reader).api(api);
            true
        }
        _ => false,
    }
}

/// Takes what is of use from a header of the answer: the request id from X-Request-Id, in capitals or not. Every
/// other header is ignored, so that all may be handed in. Returns false where something is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_options_set_header(
    options: *mut Options,
    name: *const c_char,
    value: *const c_char,
) -> bool {
    // SAFETY: `name` and `value` are NULL or strings, see the top of the header.
    let (name, value) = unsafe { (from_caller(name), from_caller(value)) };
    // SAFETY: `options` is NULL or what felkod_options_new made.
    match (unsafe { options.as_mut() }, name, value) {
        (Some(options), Some(name), Some(value)) => {
            options.reader = mem::take(&mut options.reader).header(&name, &value);
            true
        }
        _ => false,
    }
}

/// Sets how many bytes of a body are read, 64 MiB at first. Returns false for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_options_set_max_bytes(options: *mut Options, bytes: usize) -> bool {
    // SAFETY: `options` is NULL or what felkod_options_new made.
    unsafe { set_limits(options, |limits| limits.with_bytes(bytes)) }
}

/// Sets how many findings and how many warnings are kept, 10,000 of each at first. Returns false for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_options_set_max_findings(options: *mut Options, findings: usize) -> bool {
    // SAFETY: `options` is NULL or what felkod_options_new made.
    unsafe { set_limits(options, |limits| limits.with_findings(findings)) }
}

/// Sets how deep XML elements may be nested, 64 at first. Returns false for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_options_set_max_depth(options: *mut Options, depth: usize) -> bool {
    // SAFETY: `options` is NULL or what felkod_options_new made.
    unsafe { set_limits(options, |limits| limits.with_depth(depth)) }
}

/// Reads the body of an answer, `length` bytes of any content, with options or without (NULL). It never fails and
/// never gives NULL: what is no answer of Marketo's gives FELKOD_OUTCOME_UNRECOGNIZED. The report keeps nothing of
/// `body` and `options`. To be freed with felkod_report_free.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_read(
    body: *const c_void,
    length: usize,
    options: *const Options,
) -> *mut Report {
    let body = if body.is_null() || isize::try_from(length).is_err() {
        &[]
    } else {
        // SAFETY: `body` points to `length` bytes, see the top of the header, and no object is larger than isize.
        unsafe { slice::from_raw_parts(body.cast(), length) }
    };
    // SAFETY: `options` is NULL or what felkod_options_new made.
    let report = match unsafe { options.as_ref() } {
        Some(options) => options.reader.read(body),
        None => felkod::read(body),
    };
    Box::into_raw(Box::new(Report::from(report)))
}

/// Frees a report and all that belongs to it: its findings, its warnings and their texts. Nothing of it may be used
/// afterwards, and it may be freed only once.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_report_free(report: *mut Report) {
    if !report.is_null() {
        // SAFETY: it came from felkod_read, and the caller frees it once.
        drop(unsafe { Box::from_raw(report) });
    }
}

/// Tells how the call went, an enum felkod_outcome.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_report_outcome(report: *const Report) -> u32 {
    // SAFETY: `report` is NULL or what felkod_read made.
    unsafe { report.as_ref() }.map_or(0, |report| report.inner.outcome as u32)
}

/// Returns the API that answered, an enum felkod_api; 0 where neither the body nor the caller tells.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_report_api(report: *const Report) -> u32 {
    // SAFETY: `report` is NULL or what felkod_read made.
    unsafe { report.as_ref() }.and_then(|report| report.inner.api).map_or(0, |api| api as u32)
}

/// Returns the id under which support finds the call; NULL where there is none. It belongs to the report.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_report_request_id(report: *const Report) -> *const c_char {
    // SAFETY: `report` is NULL or what felkod_read made.
    pointer(unsafe { report.as_ref() }.and_then(|report| report.request_id.as_ref()))
}

/// Returns the time that Marketo writes into the request id of a REST answer, in the form of RFC 3339 and in UTC, such
/// as 2013-11-20T00:02:15.544Z; NULL where there is none. It belongs to the report.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_report_request_time(report: *const Report) -> *const c_char {
    // SAFETY: `report` is NULL or what felkod_read made.
    pointer(unsafe { report.as_ref() }.and_then(|report| report.request_time.as_ref()))
}

/// Returns the time that Marketo writes into the request id of a REST answer, in milliseconds since 1970-01-01 UTC; 0
/// where there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_report_request_millis(report: *const Report) -> u64 {
    // SAFETY: `report` is NULL or what felkod_read made.
    unsafe { report.as_ref() }.and_then(|report| report.inner.request_millis()).unwrap_or(0)
}

/// Returns the advice for the call as a whole, an enum felkod_advice; 0 where there is none. A partial outcome has
/// none: only the records its findings name are ever sent again, each by its own advice.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_report_advice(report: *const Report) -> u32 {
    // SAFETY: `report` is NULL or what felkod_read made.
    unsafe { report.as_ref() }.and_then(|report| report.advice).map_or(0, |advice| advice as u32)
}

/// Returns how many findings there are: the errors, in the order of the body.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_report_finding_count(report: *const Report) -> usize {
    // SAFETY: `report` is NULL or what felkod_read made.
    unsafe { report.as_ref() }.map_or(0, |report| report.findings.len())
}

/// Returns the finding at `n`, from 0; NULL beyond the last.
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

/// Returns the warning at `n`, from 0; NULL beyond the last. It is asked like a finding.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_report_warning(report: *const Report, n: usize) -> *const Finding {
    // SAFETY: `report` is NULL or what felkod_read made.
    unsafe { report.as_ref() }.and_then(|report| report.warnings.get(n)).map_or(ptr::null(), ptr::from_ref)
}

/// Returns how many remarks there are about the reading itself.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_report_remark_count(report: *const Report) -> usize {
    // SAFETY: `report` is NULL or what felkod_read made.
    unsafe { report.as_ref() }.map_or(0, |report| report.inner.remarks.len())
}

/// Returns the remark at `n`, from 0, an enum felkod_remark; 0 beyond the last.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_report_remark(report: *const Report, n: usize) -> u32 {
    // SAFETY: `report` is NULL or what felkod_read made.
    unsafe { report.as_ref() }
        .and_then(|report| report.inner.remarks.get(n))
        .map_or(0, |remark| *remark as u32)
}

/// Returns how many findings, warnings and tallies were left out, see felkod_options_set_max_findings.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_report_left_out(report: *const Report) -> usize {
    // SAFETY: `report` is NULL or what felkod_read made.
    unsafe { report.as_ref() }.map_or(0, |report| report.inner.left_out)
}

/// Returns how many tallies there are: where an answer is a statistic of errors, how often each came up. They are no
/// errors of this call.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_report_tally_count(report: *const Report) -> usize {
    // SAFETY: `report` is NULL or what felkod_read made.
    unsafe { report.as_ref() }.map_or(0, |report| report.inner.counts.len())
}

/// Returns the number of the error counted by the tally at `n`, from 0, whether felkod knows it or not.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_report_tally_number(report: *const Report, n: usize) -> u32 {
    // SAFETY: `report` is NULL or what felkod_read made.
    unsafe { report.as_ref() }.and_then(|report| report.inner.counts.get(n)).map_or(0, |tally| tally.number)
}

/// Returns the code counted by the tally at `n`; 0 for one felkod does not know.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_report_tally_code(report: *const Report, n: usize) -> u32 {
    // SAFETY: `report` is NULL or what felkod_read made.
    let tally = unsafe { report.as_ref() }.and_then(|report| report.inner.counts.get(n));
    tally.and_then(|tally| tally.code).map_or(0, Code::as_u32)
}

/// Returns how many calls ended with the error counted by the tally at `n`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_report_tally_calls(report: *const Report, n: usize) -> u64 {
    // SAFETY: `report` is NULL or what felkod_read made.
    unsafe { report.as_ref() }.and_then(|report| report.inner.counts.get(n)).map_or(0, |tally| tally.count)
}

/// Returns the code of a finding; 0 for a number felkod does not know and where there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_finding_code(finding: *const Finding) -> u32 {
    // SAFETY: `finding` is NULL or belongs to a report that lives.
    unsafe { finding.as_ref() }.and_then(|finding| finding.inner.code).map_or(0, Code::as_u32)
}

/// Tells whether felkod knows the code of a finding.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_finding_is_known(finding: *const Finding) -> bool {
    // SAFETY: `finding` is NULL or belongs to a report that lives.
    unsafe { finding.as_ref() }.is_some_and(|finding| finding.inner.code.is_some())
}

/// Tells whether the server gave a number, known or not, and writes it to `number` if that is not NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_finding_number(finding: *const Finding, number: *mut u32) -> bool {
    // SAFETY: `finding` is NULL or belongs to a report that lives.
    let found = unsafe { finding.as_ref() }.and_then(|finding| finding.inner.number);
    // SAFETY: `number` is NULL or may be written to.
    unsafe { hand_over(found, number) }
}

/// Returns what the server gave for a code where that is no number; NULL otherwise.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_finding_server_code(finding: *const Finding) -> *const c_char {
    // SAFETY: `finding` is NULL or belongs to a report that lives.
    pointer(unsafe { finding.as_ref() }.and_then(|finding| finding.server_code.as_ref()))
}

/// Returns what the server said; NULL where it said nothing. A NUL within it is given as U+FFFD.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_finding_server_text(finding: *const Finding) -> *const c_char {
    // SAFETY: `finding` is NULL or belongs to a report that lives.
    pointer(unsafe { finding.as_ref() }.and_then(|finding| finding.server_text.as_ref()))
}

/// Tells where a finding stood, an enum felkod_level.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_finding_level(finding: *const Finding) -> u32 {
    // SAFETY: `finding` is NULL or belongs to a report that lives.
    unsafe { finding.as_ref() }.map_or(0, |finding| finding.inner.level as u32)
}

/// Tells whether a finding is about one record, and writes its index in `result`, from 0, to `record` if that is not
/// NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_finding_record(finding: *const Finding, record: *mut usize) -> bool {
    // SAFETY: `finding` is NULL or belongs to a report that lives.
    let found = unsafe { finding.as_ref() }.and_then(|finding| finding.inner.record);
    // SAFETY: `record` is NULL or may be written to.
    unsafe { hand_over(found, record) }
}

/// Returns the case where the code has several meanings and level or text tells which, an enum felkod_case; 0
/// otherwise.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_finding_case(finding: *const Finding) -> u32 {
    // SAFETY: `finding` is NULL or belongs to a report that lives.
    unsafe { finding.as_ref() }.and_then(|finding| finding.inner.case).map_or(0, |case| case as u32)
}

/// Tells what kind of thing went wrong, an enum felkod_category: that of the case, else of the code; 0 for an
/// unknown code.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_finding_category(finding: *const Finding) -> u32 {
    // SAFETY: `finding` is NULL or belongs to a report that lives.
    unsafe { finding.as_ref() }.and_then(|finding| finding.inner.category()).map_or(0, |word| word as u32)
}

/// Tells what the program does next, an enum felkod_advice: that of the case, else of the code; 0 for an unknown
/// code.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_finding_advice(finding: *const Finding) -> u32 {
    // SAFETY: `finding` is NULL or belongs to a report that lives.
    unsafe { finding.as_ref() }.and_then(|finding| finding.inner.advice()).map_or(0, |word| word as u32)
}

/// Tells whether the refused unit may have taken effect all the same, an enum felkod_applied: that of the case, else
/// of the code; 0 for an unknown code.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_finding_applied(finding: *const Finding) -> u32 {
    // SAFETY: `finding` is NULL or belongs to a report that lives.
    unsafe { finding.as_ref() }.and_then(|finding| finding.inner.applied()).map_or(0, |word| word as u32)
}

/// Tells whether to send the same request again, an enum felkod_retry: that of the case, else of the code; 0 for an
/// unknown code.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_finding_retry(finding: *const Finding) -> u32 {
    // SAFETY: `finding` is NULL or belongs to a report that lives.
    unsafe { finding.as_ref() }.and_then(|finding| finding.inner.retry()).map_or(0, |word| word as u32)
}

/// Tells who hears of it when the advice is used up, an enum felkod_escalate_to: that of the case, else of the code;
/// 0 for an unknown code.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_finding_escalate_to(finding: *const Finding) -> u32 {
    // SAFETY: `finding` is NULL or belongs to a report that lives.
    unsafe { finding.as_ref() }.and_then(|finding| finding.inner.escalate_to()).map_or(0, |word| word as u32)
}

/// Returns the HTTP status that says the same: that of the case, else of the code; 0 for an unknown code. See
/// felkod_http_equivalent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_finding_http_equivalent(finding: *const Finding) -> u32 {
    // SAFETY: `finding` is NULL or belongs to a report that lives.
    unsafe { finding.as_ref() }.and_then(|finding| finding.inner.http_equivalent()).map_or(0, u32::from)
}

/// Returns the title of a finding, with the values of the server's text; NULL for an unknown code.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_finding_message(
    finding: *const Finding,
    locale: *const c_char,
) -> *const c_char {
    // SAFETY: both are what the top of the header asks for.
    unsafe { finding_text(finding, Part::Message, locale) }
}

/// Returns what happened, with the figures of the server's text; NULL for an unknown code.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_finding_note(
    finding: *const Finding,
    locale: *const c_char,
) -> *const c_char {
    // SAFETY: both are what the top of the header asks for.
    unsafe { finding_text(finding, Part::Note, locale) }
}

/// Returns what to do first and what after that, with the figures of the server's text; NULL for an unknown code.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_finding_remedy(
    finding: *const Finding,
    locale: *const c_char,
) -> *const c_char {
    // SAFETY: both are what the top of the header asks for.
    unsafe { finding_text(finding, Part::Remedy, locale) }
}

/// Returns how many values were taken out of the server's text.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_finding_value_count(finding: *const Finding) -> usize {
    // SAFETY: `finding` is NULL or belongs to a report that lives.
    unsafe { finding.as_ref() }.map_or(0, |finding| finding.values.len())
}

/// Returns the name of the value at `n`, from 0, such as "calls"; NULL beyond the last.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_finding_value_name(finding: *const Finding, n: usize) -> *const c_char {
    // SAFETY: `finding` is NULL or belongs to a report that lives.
    let value = unsafe { finding.as_ref() }.and_then(|finding| finding.values.get(n));
    pointer(value.map(|(name, _)| name))
}

/// Returns the value at `n` as a text; a number in digits without grouping. NULL beyond the last.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_finding_value_text(finding: *const Finding, n: usize) -> *const c_char {
    // SAFETY: `finding` is NULL or belongs to a report that lives.
    let value = unsafe { finding.as_ref() }.and_then(|finding| finding.values.get(n));
    pointer(value.map(|(_, text)| text))
}

/// Tells whether the value at `n` is a number, and writes it to `number` if that is not NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_finding_value_number(
    finding: *const Finding,
    n: usize,
    number: *mut u64,
) -> bool {
    // SAFETY: `finding` is NULL or belongs to a report that lives.
    let value = unsafe { finding.as_ref() }.and_then(|finding| finding.inner.values.get(n));
    let found = value.and_then(|(_, value)| match value {
        Value::Number(number) => Some(*number),
        Value::Text(_) => None,
    });
    // SAFETY: `number` is NULL or may be written to.
    unsafe { hand_over(found, number) }
}

impl From<felkod::Report> for Report {
    fn from(mut report: felkod::Report) -> Self {
        let advice = report.advice();
        let findings = mem::take(&mut report.findings).into_iter().map(Finding::from).collect();
        let warnings = mem::take(&mut report.warnings).into_iter().map(Finding::from).collect();
        let request_id = report.request_id.as_deref().map(c_string);
        let request_time = report.request_time().as_deref().map(c_string);
        Self { inner: report, advice, request_id, request_time, findings, warnings }
    }
}

impl From<felkod::Finding> for Finding {
    fn from(mut finding: felkod::Finding) -> Self {
        let values = finding.values.iter().map(|(name, value)| {
            let text = match value {
                Value::Number(number) => c_string(&number.to_string()),
                Value::Text(text) => c_string(text),
            };
            (c_string(name), text)
        });
        let values = values.collect();
        // The texts are kept once, as C strings.
        let server_code = finding.server_code.take().map(|text| c_string(&text));
        let server_text = finding.server_text.take().map(|text| c_string(&text));
        Self { inner: finding, server_code, server_text, values, texts: Texts::default() }
    }
}

/// Returns a part of the texts: those of the catalog where the server gave no values, else rendered in the report.
///
/// # Safety
///
/// `finding` must be NULL or belong to a report that lives, `locale` NULL or a NUL-terminated string.
unsafe fn finding_text(finding: *const Finding, part: Part, locale: *const c_char) -> *const c_char {
    // SAFETY: the caller vouches for it.
    let Some(Finding { inner: finding, texts, .. }) = (unsafe { finding.as_ref() }) else {
        return ptr::null();
    };
    match (finding.case, finding.code) {
        (_, Some(_)) if !finding.values.is_empty() => {
            // SAFETY: the caller vouches for it.
            let Some(locale) = (unsafe { named(locale) }) else { return ptr::null() };
            pointer(Some(texts.text(part, locale, || finding.text(part, locale).unwrap_or_default())))
        }
        // SAFETY: the caller vouches for it.
        (Some(case), _) => unsafe { case_text(case as u32, part, locale) },
        // SAFETY: the caller vouches for it.
        (None, Some(code)) => unsafe { code_text(code.as_u32(), part, locale) },
        (None, None) => ptr::null(),
    }
}

/// Changes the bounds of options.
///
/// # Safety
///
/// `options` must be NULL or come from `felkod_options_new`, and nothing else may use it meanwhile.
unsafe fn set_limits(options: *mut Options, change: impl FnOnce(Limits) -> Limits) -> bool {
    // SAFETY: the caller vouches for it.
    let Some(options) = (unsafe { options.as_mut() }) else { return false };
    options.limits = change(options.limits);
    options.reader = mem::take(&mut options.reader).limits(options.limits);
    true
}

/// Writes a value to where the caller wants it, if anywhere, and tells whether there was one.
///
/// # Safety
///
/// `to` must be NULL or may be written to.
unsafe fn hand_over<T>(value: Option<T>, to: *mut T) -> bool {
    let is_some = value.is_some();
    if let Some(value) = value.filter(|_| !to.is_null()) {
        // SAFETY: it is not NULL, and the caller vouches for the rest.
        unsafe { to.write(value) };
    }
    is_some
}
