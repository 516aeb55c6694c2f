//! The codes: all columns and texts.

use std::ffi::c_char;

use felkod::{Code, Limit, Locale, Part, Replacement, Unknown};

use crate::{
    locale::named,
    render::part_of,
    strings::{from_caller, name, with_nul},
    types::{
        felkod_advice_t, felkod_api_t, felkod_applied_t, felkod_basis_t, felkod_case_t, felkod_category_t,
        felkod_code_t, felkod_escalate_to_t, felkod_exempt_from_quota_t, felkod_grade_t, felkod_level_t,
        felkod_resets_t, felkod_retry_t, felkod_scope_t, felkod_standing_t, felkod_unit_t,
        felkod_wait_at_least_t,
    },
    vocabulary::{Word, number, word},
};

/// Returns how many codes there are.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_code_count() -> usize {
    Code::ALL.len()
}

/// Returns the code at `n`, from 0: one API after the other, each by number.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_code_nth(n: usize) -> felkod_code_t {
    Code::ALL.get(n).map_or(0, |code| code.as_u32())
}

/// Returns the code that people mean by a text, such as "20016", "SOAP-20016" or "soap_request_expired"; 0 where felkod
/// knows none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_code_parse(text: *const c_char) -> felkod_code_t {
    // SAFETY: `text` is NULL or a string, see the top of the header.
    let text = unsafe { from_caller(text) };
    text.and_then(|text| text.parse().ok()).map_or(0, Code::as_u32)
}

/// Returns the code that looks `n`-th most like a mistyped number or name, from 0; 0 beyond the last. There are up to
/// three.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_code_nearest(text: *const c_char, n: usize) -> felkod_code_t {
    // SAFETY: `text` is NULL or a string, see the top of the header.
    let text = unsafe { from_caller(text) };
    text.and_then(|text| Code::nearest(&text).get(n).copied()).map_or(0, Code::as_u32)
}

/// Returns the code that a bare HTTP status means, whatever its body says; 0 where it has none. 401 has none: only the
/// body tells which.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_code_of_status(status: u32) -> felkod_code_t {
    u16::try_from(status).ok().and_then(Code::of_status).map_or(0, Code::as_u32)
}

/// Tells whether felkod knows a code.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_code_is_known(code: u32) -> bool {
    Code::try_from(code).is_ok()
}

/// Returns the title of a code: what went wrong, in a few words, without a full stop.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_message(code: u32, locale: *const c_char) -> *const c_char {
    // SAFETY: `locale` is NULL or a string, see the top of the header.
    unsafe { text(code, Part::Message, locale) }
}

/// Returns what happened, with the vendor's figures.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_note(code: u32, locale: *const c_char) -> *const c_char {
    // SAFETY: `locale` is NULL or a string, see the top of the header.
    unsafe { text(code, Part::Note, locale) }
}

/// Returns what to do: one to three steps, joined by a space.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_remedy(code: u32, locale: *const c_char) -> *const c_char {
    // SAFETY: `locale` is NULL or a string, see the top of the header.
    unsafe { text(code, Part::Remedy, locale) }
}

/// Returns a part of a code's texts, and never NULL: in English for a language felkod lacks; what is to be said of any
/// unknown code for a code it does not know; the title for an unknown part; "" for a step that the remedy does not have.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_text(code: u32, part: u32, locale: *const c_char) -> *const c_char {
    let part = part_of(part).unwrap_or(Part::Message);
    // SAFETY: `locale` is NULL or a string, see the top of the header.
    let locale = unsafe { named(locale) }.unwrap_or_default();
    with_nul(Some(match Code::try_from(code) {
        Ok(code) => code.text_with_nul(part, locale),
        Err(_) => Unknown::Code.text_with_nul(part, locale),
    }))
}

/// Returns the name of a code in machine-readable output, such as "soap_request_expired".
#[unsafe(no_mangle)]
pub extern "C" fn felkod_code_name(code: u32) -> *const c_char {
    name(Code::try_from(code).ok().map(Code::name))
}

/// Returns the API that sends a code.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_code_api(code: u32) -> felkod_api_t {
    column(code, Code::api)
}

/// Returns the vendor's table in which a code stands. It does not tell where the code arrives.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_code_listed_as(code: u32) -> felkod_level_t {
    column(code, Code::listed_as)
}

/// Tells how well the vendor documents a code.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_code_standing(code: u32) -> felkod_standing_t {
    column(code, Code::standing)
}

/// Tells what kind of thing went wrong.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_code_category(code: u32) -> felkod_category_t {
    column(code, Code::category)
}

/// Tells what the program does next.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_code_advice(code: u32) -> felkod_advice_t {
    column(code, Code::advice)
}

/// Tells whether the rejected unit may have taken effect.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_code_applied(code: u32) -> felkod_applied_t {
    column(code, Code::applied)
}

/// Tells whether to send the same request again.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_code_retry(code: u32) -> felkod_retry_t {
    column(code, Code::retry)
}

/// Tells whom to turn to when the advice does not help or a person must act.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_code_escalate_to(code: u32) -> felkod_escalate_to_t {
    column(code, Code::escalate_to)
}

/// Tells whether the advice is the vendor's or inferred.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_code_basis(code: u32) -> felkod_basis_t {
    column(code, Code::basis)
}

/// Tells whether a call rejected with a code is left out of quota and rate limit.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_code_exempt_from_quota(code: u32) -> felkod_exempt_from_quota_t {
    column(code, Code::exempt_from_quota)
}

/// Returns the HTTP status that says the same as a code. It is for people and statistics, never for a generic retry
/// layer: a daily quota is 429 too.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_code_http_equivalent(code: u32) -> u32 {
    Code::try_from(code).map_or(0, |code| code.http_equivalent().into())
}

/// Tells what to wait for, at least, before the request is sent again; 0 where the advice says it all.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_code_wait_at_least(code: u32) -> felkod_wait_at_least_t {
    number(Code::try_from(code).ok().and_then(Code::wait_at_least))
}

/// Returns how many names on the wire (parameters, fields, headers) a code concerns.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_code_field_count(code: u32) -> usize {
    Code::try_from(code).map_or(0, |code| code.fields().len())
}

/// Returns the name on the wire at `n`, from 0.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_code_field(code: u32, n: usize) -> *const c_char {
    name(Code::try_from(code).ok().and_then(|code| code.fields().get(n)).copied())
}

/// Returns how many limits a code can report as exceeded.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_code_limit_count(code: u32) -> usize {
    Code::try_from(code).map_or(0, |code| code.limits().len())
}

/// Returns what the limit at `n`, from 0, is about, such as "calls".
#[unsafe(no_mangle)]
pub extern "C" fn felkod_code_limit_what(code: u32, n: usize) -> *const c_char {
    name(limit(code, n).map(|limit| limit.what))
}

/// Returns the vendor's figure of the limit at `n`, in its unit or, without one, a count. A subscription can have another
/// figure.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_code_limit_figure(code: u32, n: usize) -> u64 {
    limit(code, n).map_or(0, |limit| limit.figure)
}

/// Returns the unit of the figure of the limit at `n`; 0 for a count.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_code_limit_unit(code: u32, n: usize) -> felkod_unit_t {
    number(limit(code, n).and_then(|limit| limit.unit))
}

/// Returns the seconds of the window over which the limit at `n` is counted, 86,400 for a day; 0 where it has none.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_code_limit_per_seconds(code: u32, n: usize) -> u32 {
    limit(code, n).and_then(|limit| limit.per_seconds).unwrap_or(0)
}

/// Tells what the limit at `n` is counted over; 0 where that is not known.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_code_limit_scope(code: u32, n: usize) -> felkod_scope_t {
    number(limit(code, n).and_then(|limit| limit.scope))
}

/// Tells when the limit at `n` starts anew; 0 where it is not a daily one.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_code_limit_resets(code: u32, n: usize) -> felkod_resets_t {
    number(limit(code, n).and_then(|limit| limit.resets))
}

/// Returns the figure that the vendor advises one integration to stay below; 0 where it gives none.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_code_limit_recommended(code: u32, n: usize) -> u64 {
    limit(code, n).and_then(|limit| limit.recommended).unwrap_or(0)
}

/// Returns how many REST codes take the place of a SOAP code.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_code_replacement_count(code: u32) -> usize {
    Code::try_from(code).map_or(0, |code| code.replaced_by().len())
}

/// Returns the REST code at `n`, from 0, that takes the place of a SOAP code.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_code_replacement(code: u32, n: usize) -> felkod_code_t {
    replacement(code, n).map_or(0, |replacement| replacement.code.as_u32())
}

/// Tells how well the REST code at `n` takes the place of a SOAP code.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_code_replacement_grade(code: u32, n: usize) -> felkod_grade_t {
    number(replacement(code, n).map(|replacement| replacement.grade))
}

/// Returns how many cases a code has; 0 where it has only one meaning.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_code_case_count(code: u32) -> usize {
    Code::try_from(code).map_or(0, |code| code.cases().len())
}

/// Returns the case of a code at `n`, from 0.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_code_case(code: u32, n: usize) -> felkod_case_t {
    Code::try_from(code).ok().and_then(|code| code.cases().get(n)).map_or(0, |case| *case as u32)
}

/// Returns the case of a code that a level (0 where it is not known) and the server's text (NULL where there is none)
/// tell; 0 where none fits, and the code's own row holds. Values in quotation marks should be taken out of the text first,
/// so that none is taken for a phrase; for a finding that is done, see felkod_finding_case.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_code_case_told(
    code: u32,
    level: u32,
    server_text: *const c_char,
) -> felkod_case_t {
    // SAFETY: `server_text` is NULL or a string, see the top of the header.
    let server_text = unsafe { from_caller(server_text) }.unwrap_or_default();
    let case = Code::try_from(code).ok().and_then(|code| code.case(word(level), &server_text));
    case.map_or(0, |case| case as u32)
}

fn column<W: Word>(code: u32, of: impl FnOnce(Code) -> W) -> u32 {
    number(Code::try_from(code).ok().map(of))
}

fn limit(code: u32, n: usize) -> Option<&'static Limit> {
    Code::try_from(code).ok()?.limits().get(n)
}

fn replacement(code: u32, n: usize) -> Option<&'static Replacement> {
    Code::try_from(code).ok()?.replaced_by().get(n)
}

/// Returns a part of the texts of a code.
///
/// # Safety
///
/// `locale` must be NULL or point to a NUL-terminated string.
unsafe fn text(code: u32, part: Part, locale: *const c_char) -> *const c_char {
    // SAFETY: the caller vouches for it.
    let locale: Option<Locale> = unsafe { named(locale) };
    let code = Code::try_from(code).ok();
    with_nul(code.zip(locale).map(|(code, locale)| code.text_with_nul(part, locale)))
}
