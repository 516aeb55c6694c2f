//! The findings of a report.

use std::{
    ffi::{CString, c_char},
    ptr,
    sync::{Arc, OnceLock},
};

use felkod::{Code, Locale, Part, Value};

use crate::{
    locale::named,
    render::part_of,
    report::{time, whole_seconds, write_to},
    strings::{LOCALES, c_string, pointer, with_nul},
    types::{
        felkod_advice_t, felkod_applied_t, felkod_case_t, felkod_category_t, felkod_code_t,
        felkod_escalate_to_t, felkod_level_t, felkod_retry_t, felkod_status_class_t,
    },
    vocabulary::number,
};

/// One error or warning of a response. It belongs to its report.
pub struct Finding {
    report: Arc<felkod::Report>,
    at: usize,
    is_warning: bool,
    server_code: OnceLock<Option<CString>>,
    server_text: OnceLock<Option<CString>>,
    values: OnceLock<Box<[(CString, CString)]>>,
    texts: OnceLock<Box<Texts>>,
}

/// The texts of a finding that are not the catalog's, each rendered on its first use.
#[derive(Default)]
struct Texts {
    parts: [[OnceLock<CString>; Part::ALL.len()]; LOCALES],
    titles: [OnceLock<CString>; LOCALES],
}

/// Returns the code of a finding; 0 for a number that felkod does not know and where there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_finding_code(finding: *const Finding) -> felkod_code_t {
    // SAFETY: `finding` is NULL or belongs to a report that lives.
    unsafe { finding.as_ref() }.and_then(|finding| finding.inner().code).map_or(0, Code::as_u32)
}

/// Tells whether felkod knows the code of a finding.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_finding_is_known(finding: *const Finding) -> bool {
    // SAFETY: `finding` is NULL or belongs to a report that lives.
    unsafe { finding.as_ref() }.is_some_and(|finding| finding.inner().code.is_some())
}

/// Tells whether the server gave a number, known or not, and writes it to `number` if that is not NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_finding_number(finding: *const Finding, number: *mut u32) -> bool {
    // SAFETY: `finding` is NULL or belongs to a report that lives.
    let found = unsafe { finding.as_ref() }.and_then(|finding| finding.inner().number);
    // SAFETY: `number` is NULL or may be written to.
    unsafe { write_to(found, number) }
}

/// Returns what the number says as an HTTP status, where it is one without a code; 0 otherwise.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_finding_status_class(finding: *const Finding) -> felkod_status_class_t {
    // SAFETY: `finding` is NULL or belongs to a report that lives.
    unsafe { finding.as_ref() }
        .and_then(|finding| finding.inner().status_class)
        .map_or(0, |class| class as u32)
}

/// Returns what the server gave for a code where that is not a number; NULL otherwise.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_finding_server_code(finding: *const Finding) -> *const c_char {
    // SAFETY: `finding` is NULL or belongs to a report that lives.
    let Some(finding) = (unsafe { finding.as_ref() }) else { return ptr::null() };
    let text = || finding.inner().server_code.as_deref().map(c_string);
    pointer(finding.server_code.get_or_init(text).as_ref())
}

/// Returns what the server said; NULL where it said nothing. A NUL within it is given as U+FFFD.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_finding_server_text(finding: *const Finding) -> *const c_char {
    // SAFETY: `finding` is NULL or belongs to a report that lives.
    let Some(finding) = (unsafe { finding.as_ref() }) else { return ptr::null() };
    let text = || finding.inner().server_text.as_deref().map(c_string);
    pointer(finding.server_text.get_or_init(text).as_ref())
}

/// Tells where a finding stood.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_finding_level(finding: *const Finding) -> felkod_level_t {
    // SAFETY: `finding` is NULL or belongs to a report that lives.
    number(unsafe { finding.as_ref() }.map(|finding| finding.inner().level))
}

/// Tells whether a finding is about one record, and writes its index in `result`, from 0, to `record` if that is not
/// NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_finding_record(finding: *const Finding, record: *mut usize) -> bool {
    // SAFETY: `finding` is NULL or belongs to a report that lives.
    let found = unsafe { finding.as_ref() }.and_then(|finding| finding.inner().record);
    // SAFETY: `record` is NULL or may be written to.
    unsafe { write_to(found, record) }
}

/// Returns the case where the code has several meanings and level or text tells which; 0 otherwise.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_finding_case(finding: *const Finding) -> felkod_case_t {
    // SAFETY: `finding` is NULL or belongs to a report that lives.
    unsafe { finding.as_ref() }.and_then(|finding| finding.inner().case).map_or(0, |case| case as u32)
}

/// Tells what kind of thing went wrong: the column of the case, else of the code, else of the class of the status; 0 for
/// an unknown code. So do the next four.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_finding_category(finding: *const Finding) -> felkod_category_t {
    // SAFETY: `finding` is NULL or belongs to a report that lives.
    number(unsafe { finding.as_ref() }.and_then(|finding| finding.inner().category()))
}

/// Tells what the program does next.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_finding_advice(finding: *const Finding) -> felkod_advice_t {
    // SAFETY: `finding` is NULL or belongs to a report that lives.
    number(unsafe { finding.as_ref() }.and_then(|finding| finding.inner().advice()))
}

/// Tells whether the rejected unit may have taken effect.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_finding_applied(finding: *const Finding) -> felkod_applied_t {
    // SAFETY: `finding` is NULL or belongs to a report that lives.
    number(unsafe { finding.as_ref() }.and_then(|finding| finding.inner().applied()))
}

/// Tells whether to send the same request again.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_finding_retry(finding: *const Finding) -> felkod_retry_t {
    // SAFETY: `finding` is NULL or belongs to a report that lives.
    number(unsafe { finding.as_ref() }.and_then(|finding| finding.inner().retry()))
}

/// Tells whom to turn to when the advice does not help.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_finding_escalate_to(finding: *const Finding) -> felkod_escalate_to_t {
    // SAFETY: `finding` is NULL or belongs to a report that lives.
    number(unsafe { finding.as_ref() }.and_then(|finding| finding.inner().escalate_to()))
}

/// Returns the HTTP status that says the same; 0 for an unknown code. See felkod_code_http_equivalent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_finding_http_equivalent(finding: *const Finding) -> u32 {
    // SAFETY: `finding` is NULL or belongs to a report that lives.
    unsafe { finding.as_ref() }.and_then(|finding| finding.inner().http_equivalent()).map_or(0, u32::from)
}

/// Tells how many seconds to wait from `now` (seconds since 1970-01-01 UTC) on by the advice and its limits alone, the
/// window of the rate limit or the time until a daily quota is reset, and writes it to `seconds` if that is not NULL. For
/// a whole call see felkod_report_retry_after, which knows the server's Retry-After too.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_finding_wait(finding: *const Finding, now: u64, seconds: *mut u64) -> bool {
    // SAFETY: `finding` is NULL or belongs to a report that lives.
    let finding = unsafe { finding.as_ref() };
    let wait = finding.zip(time(now)).and_then(|(finding, now)| finding.inner().wait(now));
    // SAFETY: `seconds` is NULL or may be written to.
    unsafe { write_to(wait.map(whole_seconds), seconds) }
}

/// Returns the title of a finding, with the values of the server's message; NULL for an unknown code.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_finding_message(
    finding: *const Finding,
    locale: *const c_char,
) -> *const c_char {
    // SAFETY: both are what the top of the header asks for.
    unsafe { text(finding, Part::Message, locale) }
}

/// Returns what happened, with the figures of the server's message; NULL for an unknown code.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_finding_note(
    finding: *const Finding,
    locale: *const c_char,
) -> *const c_char {
    // SAFETY: both are what the top of the header asks for.
    unsafe { text(finding, Part::Note, locale) }
}

/// Returns what to do, with the figures of the server's message; NULL for an unknown code.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_finding_remedy(
    finding: *const Finding,
    locale: *const c_char,
) -> *const c_char {
    // SAFETY: both are what the top of the header asks for.
    unsafe { text(finding, Part::Remedy, locale) }
}

/// Returns a part of a finding's texts, and never NULL but for NULL: in English for a language felkod lacks; for an unknown
/// code what is to be said of any; the title for an unknown part; "" for a step that the remedy does not have.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_finding_text(
    finding: *const Finding,
    part: u32,
    locale: *const c_char,
) -> *const c_char {
    // SAFETY: both are what the top of the header asks for.
    let (finding, locale) = unsafe { (finding.as_ref(), named(locale).unwrap_or_default()) };
    let Some(finding) = finding else { return ptr::null() };
    let part = part_of(part).unwrap_or(Part::Message);
    let unknown = || with_nul(finding.inner().unknown().map(|unknown| unknown.text_with_nul(part, locale)));
    finding.text(part, locale).unwrap_or_else(unknown)
}

/// Returns one line on what went wrong, without anything of the server's message, so that it can be logged.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_finding_title(
    finding: *const Finding,
    locale: *const c_char,
) -> *const c_char {
    // SAFETY: both are what the top of the header asks for.
    let Some((finding, locale)) = (unsafe { finding.as_ref().zip(named(locale)) }) else {
        return ptr::null();
    };
    let title = || c_string(&finding.inner().title(locale));
    finding.texts().titles[locale as usize - 1].get_or_init(title).as_ptr()
}

/// Returns how many values were taken out of the server's message.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_finding_value_count(finding: *const Finding) -> usize {
    // SAFETY: `finding` is NULL or belongs to a report that lives.
    unsafe { finding.as_ref() }.map_or(0, |finding| finding.inner().values.len())
}

/// Returns the name of the value at `n`, from 0, such as "calls".
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_finding_value_name(finding: *const Finding, n: usize) -> *const c_char {
    // SAFETY: `finding` is NULL or belongs to a report that lives.
    let value = unsafe { finding.as_ref() }.and_then(|finding| finding.values().get(n));
    pointer(value.map(|(name, _)| name))
}

/// Returns the value at `n` as a text; a number in digits without grouping.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_finding_value_text(finding: *const Finding, n: usize) -> *const c_char {
    // SAFETY: `finding` is NULL or belongs to a report that lives.
    let value = unsafe { finding.as_ref() }.and_then(|finding| finding.values().get(n));
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
    let value = unsafe { finding.as_ref() }.and_then(|finding| finding.inner().values.get(n));
    let found = value.and_then(|(_, value)| match value {
        Value::Number(number) => Some(*number),
        Value::Text(_) => None,
    });
    // SAFETY: `number` is NULL or may be written to.
    unsafe { write_to(found, number) }
}

impl Finding {
    pub(crate) fn error(report: &Arc<felkod::Report>, at: usize) -> Self {
        Self::new(report, at, false)
    }

    pub(crate) fn warning(report: &Arc<felkod::Report>, at: usize) -> Self {
        Self::new(report, at, true)
    }

    fn new(report: &Arc<felkod::Report>, at: usize, is_warning: bool) -> Self {
        Self {
            report: Arc::clone(report),
            at,
            is_warning,
            server_code: OnceLock::new(),
            server_text: OnceLock::new(),
            values: OnceLock::new(),
            texts: OnceLock::new(),
        }
    }

    fn inner(&self) -> &felkod::Finding {
        let findings = if self.is_warning { &self.report.warnings } else { &self.report.findings };
        &findings[self.at]
    }

    fn texts(&self) -> &Texts {
        self.texts.get_or_init(Box::default)
    }

    fn values(&self) -> &[(CString, CString)] {
        self.values.get_or_init(|| {
            let values = self.inner().values.iter().map(|(name, value)| {
                let text = match value {
                    Value::Number(number) => c_string(&number.to_string()),
                    Value::Text(text) => c_string(text),
                };
                (c_string(name), text)
            });
            values.collect()
        })
    }

    /// Returns a part of the texts: those of the catalog where the server gave no values, else rendered in the report;
    /// `None` for an unknown code.
    fn text(&self, part: Part, locale: Locale) -> Option<*const c_char> {
        let finding = self.inner();
        if finding.values.is_empty() {
            let of_code = finding.case.map(|case| case.text_with_nul(part, locale));
            let of_code = of_code.or_else(|| Some(finding.code?.text_with_nul(part, locale)));
            let text = of_code.or_else(|| Some(finding.status_class?.text_with_nul(part, locale)));
            return text.map(|text| with_nul(Some(text)));
        }
        let texts = &self.texts().parts[locale as usize - 1][part as usize - 1];
        Some(texts.get_or_init(|| c_string(&finding.text(part, locale).unwrap_or_default())).as_ptr())
    }
}

/// # Safety
///
/// `finding` must be NULL or belong to a report that lives, `locale` NULL or a NUL-terminated string.
unsafe fn text(finding: *const Finding, part: Part, locale: *const c_char) -> *const c_char {
    // SAFETY: the caller vouches for it.
    let of = unsafe { finding.as_ref().zip(named(locale)) };
    of.and_then(|(finding, locale)| finding.text(part, locale)).unwrap_or(ptr::null())
}
