//! The catalog: every code and case, all columns and texts.

use std::{
    ffi::{CString, c_char},
    sync::LazyLock,
};

use felkod::{Case, Code, Level, Limit, Part, Replacement};

use crate::{
    locale::named,
    strings::{Texts, c_string, from_caller, pointer},
};

/// Returns how many codes there are.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_code_count() -> usize {
    Code::ALL.len()
}

/// Returns the code at `n`, from 0: one API after the other, each by number; 0 beyond the last.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_code_nth(n: usize) -> u32 {
    Code::ALL.get(n).map_or(0, |code| code.as_u32())
}

/// Returns the code that people mean by a text, such as "20016", "SOAP-20016" or "soap_request_expired"; 0 where they
/// mean none felkod knows.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_code_parse(text: *const c_char) -> u32 {
    // SAFETY: `text` is NULL or a string, see the top of the header.
    let text = unsafe { from_caller(text) };
    text.and_then(|text| text.parse().ok()).map_or(0, Code::as_u32)
}

/// Tells whether felkod knows a code.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_is_known(code: u32) -> bool {
    Code::try_from(code).is_ok()
}

/// Returns the title of a code: what went wrong, in a few words, without a full stop.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_message(code: u32, locale: *const c_char) -> *const c_char {
    // SAFETY: `locale` is NULL or a string, see the top of the header.
    unsafe { code_text(code, Part::Message, locale) }
}

/// Returns what happened, with the vendor's figures.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_note(code: u32, locale: *const c_char) -> *const c_char {
    // SAFETY: `locale` is NULL or a string, see the top of the header.
    unsafe { code_text(code, Part::Note, locale) }
}

/// Returns what to do first, and what when that is used up.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_remedy(code: u32, locale: *const c_char) -> *const c_char {
    // SAFETY: `locale` is NULL or a string, see the top of the header.
    unsafe { code_text(code, Part::Remedy, locale) }
}

/// Returns the name of a code in machine-readable output, such as "soap_request_expired".
#[unsafe(no_mangle)]
pub extern "C" fn felkod_name(code: u32) -> *const c_char {
    pointer(row(code).map(|row| &row.name))
}

/// Returns the API that sends a code, an enum felkod_api.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_api(code: u32) -> u32 {
    column(code, |code| code.api() as u32)
}

/// Returns the vendor's table in which a code stands, an enum felkod_level. It does not tell where the code
/// arrives.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_listed_as(code: u32) -> u32 {
    column(code, |code| code.listed_as() as u32)
}

/// Tells how well the vendor's documentation knows a code, an enum felkod_standing.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_standing(code: u32) -> u32 {
    column(code, |code| code.standing() as u32)
}

/// Tells what kind of thing went wrong, an enum felkod_category.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_category(code: u32) -> u32 {
    column(code, |code| code.category() as u32)
}

/// Tells what the program does next, an enum felkod_advice.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_advice(code: u32) -> u32 {
    column(code, |code| code.advice() as u32)
}

/// Tells whether the refused unit may have taken effect all the same, an enum felkod_applied.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_applied(code: u32) -> u32 {
    column(code, |code| code.applied() as u32)
}

/// Tells whether to send the same request again, an enum felkod_retry.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_retry(code: u32) -> u32 {
    column(code, |code| code.retry() as u32)
}

/// Tells who hears of it when the advice is used up or a person must act, an enum felkod_escalate_to.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_escalate_to(code: u32) -> u32 {
    column(code, |code| code.escalate_to() as u32)
}

/// Returns the HTTP status that says the same as a code. It is for people and statistics, never for a generic retry
/// layer: a daily quota is 429 too.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_http_equivalent(code: u32) -> u32 {
    column(code, |code| code.http_equivalent().into())
}

/// Tells whose word the advice is, an enum felkod_basis.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_basis(code: u32) -> u32 {
    column(code, |code| code.basis() as u32)
}

/// Tells whether a call refused with a code is left out of quota and rate limit, an enum felkod_exempt_from_quota.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_exempt_from_quota(code: u32) -> u32 {
    column(code, |code| code.exempt_from_quota() as u32)
}

/// Returns how many names on the wire – parameters, fields, headers – a code is about.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_field_count(code: u32) -> usize {
    row(code).map_or(0, |row| row.fields.len())
}

/// Returns the name on the wire at `n`, from 0.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_field(code: u32, n: usize) -> *const c_char {
    pointer(row(code).and_then(|row| row.fields.get(n)))
}

/// Returns how many limits there are whose excess a code reports.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_limit_count(code: u32) -> usize {
    Code::try_from(code).map_or(0, |code| code.limits().len())
}

/// Returns what the limit at `n`, from 0, is about, such as "calls".
#[unsafe(no_mangle)]
pub extern "C" fn felkod_limit_what(code: u32, n: usize) -> *const c_char {
    pointer(row(code).and_then(|row| row.limits.get(n)))
}

/// Returns the vendor's figure of the limit at `n`, in its unit or, without one, a count. A subscription can have
/// another figure.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_limit_figure(code: u32, n: usize) -> u64 {
    limit(code, n).map_or(0, |limit| limit.figure)
}

/// Returns the unit of the figure of the limit at `n`, an enum felkod_unit; 0 for a count.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_limit_unit(code: u32, n: usize) -> u32 {
    limit(code, n).and_then(|limit| limit.unit).map_or(0, |unit| unit as u32)
}

/// Returns the seconds of the window over which the limit at `n` is counted, 86,400 for a day; 0 where it has none.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_limit_per_seconds(code: u32, n: usize) -> u32 {
    limit(code, n).and_then(|limit| limit.per_seconds).unwrap_or(0)
}

/// Tells what the limit at `n` is counted over, an enum felkod_scope; 0 where that is not known.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_limit_scope(code: u32, n: usize) -> u32 {
    limit(code, n).and_then(|limit| limit.scope).map_or(0, |scope| scope as u32)
}

/// Tells when the limit at `n` starts anew, an enum felkod_resets; 0 where it is no daily one.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_limit_resets(code: u32, n: usize) -> u32 {
    limit(code, n).and_then(|limit| limit.resets).map_or(0, |resets| resets as u32)
}

/// Returns the figure that the vendor advises one integration to stay below; 0 where it gives none.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_limit_recommended(code: u32, n: usize) -> u64 {
    limit(code, n).and_then(|limit| limit.recommended).unwrap_or(0)
}

/// Returns how many REST codes stand in the place of a SOAP code.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_replacement_count(code: u32) -> usize {
    Code::try_from(code).map_or(0, |code| code.replaced_by().len())
}

/// Returns the REST code at `n`, from 0, in the place of a SOAP code.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_replacement_code(code: u32, n: usize) -> u32 {
    replacement(code, n).map_or(0, |replacement| replacement.code.as_u32())
}

/// Tells how well the REST code at `n` stands in for a SOAP code, an enum felkod_grade.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_replacement_grade(code: u32, n: usize) -> u32 {
    replacement(code, n).map_or(0, |replacement| replacement.grade as u32)
}

/// Returns how many cases a code has; 0 where it has only one meaning.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_case_count(code: u32) -> usize {
    Code::try_from(code).map_or(0, |code| code.cases().len())
}

/// Returns the case of a code at `n`, from 0, an enum felkod_case; 0 beyond the last.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_case_nth(code: u32, n: usize) -> u32 {
    Code::try_from(code).ok().and_then(|code| code.cases().get(n)).map_or(0, |case| *case as u32)
}

/// Returns the case of a code that a level (an enum felkod_level, 0 where it is not known) and the server's text
/// (NULL where there is none) tell, an enum felkod_case; 0 where none fits, and the code's own row holds.
///
/// Values in quotation marks should be taken out of the text first, so that none is taken for a phrase. A finding
/// has had all that done: see felkod_finding_case.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_case_told(code: u32, level: u32, server_text: *const c_char) -> u32 {
    // SAFETY: `server_text` is NULL or a string, see the top of the header.
    let server_text = unsafe { from_caller(server_text) }.unwrap_or_default();
    let level = Level::ALL.iter().copied().find(|known| *known as u32 == level);
    let case = Code::try_from(code).ok().and_then(|code| code.case(level, &server_text));
    case.map_or(0, |case| case as u32)
}

/// Returns the code that has a case.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_case_code(case_number: u32) -> u32 {
    case_column(case_number, |case| case.code().as_u32())
}

/// Returns the name of a case in machine-readable output, such as "queue_full"; unique within its code.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_case_name(case_number: u32) -> *const c_char {
    pointer(case_row(case_number).map(|row| &row.name))
}

/// Returns the title of a case; see felkod_message.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_case_message(case_number: u32, locale: *const c_char) -> *const c_char {
    // SAFETY: `locale` is NULL or a string, see the top of the header.
    unsafe { case_text(case_number, Part::Message, locale) }
}

/// Returns what happened in a case; see felkod_note.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_case_note(case_number: u32, locale: *const c_char) -> *const c_char {
    // SAFETY: `locale` is NULL or a string, see the top of the header.
    unsafe { case_text(case_number, Part::Note, locale) }
}

/// Returns what to do in a case; see felkod_remedy.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_case_remedy(case_number: u32, locale: *const c_char) -> *const c_char {
    // SAFETY: `locale` is NULL or a string, see the top of the header.
    unsafe { case_text(case_number, Part::Remedy, locale) }
}

/// Tells what kind of thing went wrong in a case, an enum felkod_category.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_case_category(case_number: u32) -> u32 {
    case_column(case_number, |case| case.category() as u32)
}

/// Tells what the program does next in a case, an enum felkod_advice.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_case_advice(case_number: u32) -> u32 {
    case_column(case_number, |case| case.advice() as u32)
}

/// Tells whether the refused unit may have taken effect in a case, an enum felkod_applied.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_case_applied(case_number: u32) -> u32 {
    case_column(case_number, |case| case.applied() as u32)
}

/// Tells whether to send the same request again in a case, an enum felkod_retry.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_case_retry(case_number: u32) -> u32 {
    case_column(case_number, |case| case.retry() as u32)
}

/// Tells who hears of a case, an enum felkod_escalate_to.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_case_escalate_to(case_number: u32) -> u32 {
    case_column(case_number, |case| case.escalate_to() as u32)
}

/// Returns the HTTP status that says the same as a case; see felkod_http_equivalent.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_case_http_equivalent(case_number: u32) -> u32 {
    case_column(case_number, |case| case.http_equivalent().into())
}

/// The strings of a code.
struct CodeRow {
    code: Code,
    name: CString,
    fields: Vec<CString>,
    limits: Vec<CString>,
    texts: Texts,
}

/// The strings of a case.
struct CaseRow {
    case: Case,
    name: CString,
    texts: Texts,
}

/// How many slots there are to look up numbers in: a power of two, most of them empty.
const SLOTS: usize = (Code::ALL.len() * 4).next_power_of_two();

/// Where each code stands in [`Code::ALL`], from 1, in the first free slot from that of its number on; 0 is free.
static PLACES: [u16; SLOTS] = {
    let mut places = [0; SLOTS];
    let mut place: u16 = 0;
    while (place as usize) < Code::ALL.len() {
        let mut slot = first_slot(Code::ALL[place as usize].as_u32());
        while places[slot] != 0 {
            slot = (slot + 1) % SLOTS;
        }
        place += 1;
        places[slot] = place;
    }
    places
};

/// Returns the slot where the search for a number begins. The factor (2^32 divided by the golden ratio) spreads
/// neighbours.
const fn first_slot(code: u32) -> usize {
    (code.wrapping_mul(0x9e37_79b9) >> 16) as usize % SLOTS
}

/// Returns the row of a code by its number.
fn row(code: u32) -> Option<&'static CodeRow> {
    static ROWS: LazyLock<Box<[CodeRow]>> = LazyLock::new(|| {
        let rows = Code::ALL.iter().map(|code| CodeRow {
            code: *code,
            name: c_string(code.name()),
            fields: code.fields().iter().map(|field| c_string(field)).collect(),
            limits: code.limits().iter().map(|limit| c_string(limit.what)).collect(),
            texts: Texts::default(),
        });
        rows.collect()
    });
    let mut slot = first_slot(code);
    while PLACES[slot] != 0 {
        let place = usize::from(PLACES[slot]) - 1;
        if Code::ALL[place].as_u32() == code {
            return ROWS.get(place);
        }
        slot = (slot + 1) % SLOTS;
    }
    None
}

/// Returns the row of a case by its number.
fn case_row(case: u32) -> Option<&'static CaseRow> {
    static ROWS: LazyLock<Box<[CaseRow]>> = LazyLock::new(|| {
        let rows = Case::ALL.iter().map(|case| CaseRow {
            case: *case,
            name: c_string(case.name()),
            texts: Texts::default(),
        });
        rows.collect()
    });
    ROWS.iter().find(|row| row.case as u32 == case)
}

fn column(code: u32, of: impl FnOnce(Code) -> u32) -> u32 {
    Code::try_from(code).map_or(0, of)
}

fn case_column(case: u32, of: impl FnOnce(Case) -> u32) -> u32 {
    Case::ALL.iter().copied().find(|known| *known as u32 == case).map_or(0, of)
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
pub(crate) unsafe fn code_text(code: u32, part: Part, locale: *const c_char) -> *const c_char {
    // SAFETY: the caller vouches for it.
    let (Some(row), Some(locale)) = (row(code), unsafe { named(locale) }) else { return pointer(None) };
    pointer(Some(row.texts.text(part, locale, || row.code.text(part, locale).into())))
}

/// Returns a part of the texts of a case.
///
/// # Safety
///
/// `locale` must be NULL or point to a NUL-terminated string.
pub(crate) unsafe fn case_text(case: u32, part: Part, locale: *const c_char) -> *const c_char {
    // SAFETY: the caller vouches for it.
    let (Some(row), Some(locale)) = (case_row(case), unsafe { named(locale) }) else { return pointer(None) };
    pointer(Some(row.texts.text(part, locale, || row.case.text(part, locale).into())))
}
