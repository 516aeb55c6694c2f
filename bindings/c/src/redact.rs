//! Texts without secrets and personal data.

use std::{
    ffi::{c_char, c_void},
    mem, ptr,
};

use felkod::evidence::{self, Kind, Span, Strength};

use crate::{
    render::write_text,
    report::bytes,
    strings::from_caller,
    types::felkod_kind_t,
    vocabulary::{Word, number, word},
};

/// What is hidden, and under which key. Made by felkod_redaction_new, freed by felkod_redaction_free; good for any number
/// of texts. Several threads may redact with it as long as none sets anything.
pub struct Redaction {
    inner: evidence::Options,
}

/// A text without its secrets, and where they stood. Made by felkod_redact, freed by felkod_redacted_free, never changed in
/// between.
pub struct Redacted {
    /// The text, with a NUL behind it.
    text: Vec<u8>,
    secrets: Vec<Span>,
}

/// Redacts a text that comes in pieces. Made by felkod_redactor_new, freed by felkod_redactor_free. One thread at a time may
/// use it.
pub struct Redactor {
    inner: evidence::Redactor,
    write: Option<Write>,
    user: *mut c_void,
    is_stopped: bool,
    ready: Vec<u8>,
    counts: [u64; Kind::ALL.len()],
}

type Write = unsafe extern "C" fn(user: *mut c_void, bytes: *const c_void, length: usize) -> bool;

/// Makes a redaction that hides secrets and personal data, under a random key: the same value has the same mark, such as
/// REDACTED-email-9f3a2c1d-17 (the kind, a hash, the length), wherever this redaction is used. To be freed with
/// felkod_redaction_free.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_redaction_new() -> *mut Redaction {
    Box::into_raw(Box::new(Redaction { inner: evidence::Options::default() }))
}

/// Frees a redaction. What was made with it stays.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_redaction_free(redaction: *mut Redaction) {
    if !redaction.is_null() {
        // SAFETY: it came from felkod_redaction_new, and the caller frees it once.
        drop(unsafe { Box::from_raw(redaction) });
    }
}

/// Sets the key, 32 hexadecimal digits: with the same key, the same value has the same mark in another run. Returns false,
/// and changes nothing, for anything else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_redaction_set_key(redaction: *mut Redaction, key: *const c_char) -> bool {
    // SAFETY: `key` is NULL or a string, see the top of the header.
    let key = unsafe { from_caller(key) }.and_then(|key| key.parse().ok());
    // SAFETY: `redaction` is NULL or what felkod_redaction_new made.
    unsafe { set(redaction, key, evidence::Options::key) }
}

/// Sets whether all values are hidden (true), so that only structure, codes, names of fields, times and sizes stay, or only
/// secrets and personal data (false, as at first). Returns false for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_redaction_set_strict(redaction: *mut Redaction, strict: bool) -> bool {
    let strength = if strict { Strength::Strict } else { Strength::Log };
    // SAFETY: `redaction` is NULL or what felkod_redaction_new made.
    unsafe { set(redaction, Some(strength), evidence::Options::strength) }
}

/// Hides the values of a name too. Case, dashes and underscores in names do not count. Returns false where something is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_redaction_hide(redaction: *mut Redaction, name: *const c_char) -> bool {
    // SAFETY: `name` is NULL or a string, see the top of the header.
    let name = unsafe { from_caller(name) };
    // SAFETY: `redaction` is NULL or what felkod_redaction_new made.
    unsafe { set(redaction, name, |options, name| options.hide([name])) }
}

/// Keeps the values of a name, as far as they do not look like secrets themselves. A name that is also hidden is hidden.
/// Returns false where something is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_redaction_keep(redaction: *mut Redaction, name: *const c_char) -> bool {
    // SAFETY: `name` is NULL or a string, see the top of the header.
    let name = unsafe { from_caller(name) };
    // SAFETY: `redaction` is NULL or what felkod_redaction_new made.
    unsafe { set(redaction, name, |options, name| options.keep([name])) }
}

/// Adds the names in a TOML text, which has the lists hide and keep. Returns false, and changes nothing, where it cannot be
/// read, and writes why to `error`, at most `size` bytes, unless that is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_redaction_add_names(
    redaction: *mut Redaction,
    toml: *const c_char,
    error: *mut c_char,
    size: usize,
) -> bool {
    // SAFETY: `toml` is NULL or a string, see the top of the header.
    let toml = unsafe { from_caller(toml) };
    // SAFETY: `redaction` is NULL or what felkod_redaction_new made, and nothing else uses it.
    let (Some(redaction), Some(toml)) = (unsafe { redaction.as_mut() }, toml) else { return false };
    let named = redaction.inner.clone().names(&toml);
    let why = named.as_ref().err().map(ToString::to_string).unwrap_or_default();
    // SAFETY: `error` is NULL or that many bytes, see the top of the header.
    unsafe { write_text(&why, (error, size)) };
    let is_read = named.is_ok();
    if let Ok(options) = named {
        redaction.inner = options;
    }
    is_read
}

/// Redacts a text, `length` bytes of any content, with a redaction or with a new one (NULL): it returns the text with a mark
/// in place of each secret, and where they stood. What is not secret stays byte for byte. It keeps nothing of `text`. To be
/// freed with felkod_redacted_free.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_redact(
    text: *const c_void,
    length: usize,
    redaction: *const Redaction,
) -> *mut Redacted {
    // SAFETY: `text` is NULL or points to `length` bytes, see the top of the header.
    let text = unsafe { bytes(text, length) };
    // SAFETY: `redaction` is NULL or what felkod_redaction_new made.
    let mut redactor = evidence::Redactor::new(unsafe { options(redaction) });
    let mut redacted = Vec::with_capacity(text.len() + 1);
    redactor.push(text, &mut redacted);
    redactor.finish(&mut redacted);
    redacted.push(0);
    Box::into_raw(Box::new(Redacted { text: redacted, secrets: redactor.take_spans() }))
}

/// Frees a redacted text.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_redacted_free(redacted: *mut Redacted) {
    if !redacted.is_null() {
        // SAFETY: it came from felkod_redact, and the caller frees it once.
        drop(unsafe { Box::from_raw(redacted) });
    }
}

/// Returns the text without its secrets, with a NUL behind it. It can have a NUL within, where `text` had one. It lives until
/// felkod_redacted_free.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_redacted_text(redacted: *const Redacted) -> *const c_char {
    // SAFETY: `redacted` is NULL or what felkod_redact made.
    unsafe { redacted.as_ref() }.map_or(ptr::null(), |redacted| redacted.text.as_ptr().cast())
}

/// Returns how many bytes that text has, without the NUL behind it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_redacted_length(redacted: *const Redacted) -> usize {
    // SAFETY: `redacted` is NULL or what felkod_redact made.
    unsafe { redacted.as_ref() }.map_or(0, |redacted| redacted.text.len() - 1)
}

/// Returns how many secrets the text had.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_redacted_secret_count(redacted: *const Redacted) -> usize {
    // SAFETY: `redacted` is NULL or what felkod_redact made.
    unsafe { redacted.as_ref() }.map_or(0, |redacted| redacted.secrets.len())
}

/// Returns the byte where the secret at `n`, from 0, starts in the text as it was, from 0; in a text in UTF-16, that of UTF-8.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_redacted_secret_start(redacted: *const Redacted, n: usize) -> u64 {
    // SAFETY: `redacted` is NULL or what felkod_redact made.
    unsafe { secret(redacted, n) }.map_or(0, |secret| secret.range.start)
}

/// Returns the byte behind the secret at `n`. A value that has several kinds of secrets counts once for each, with the same
/// start and end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_redacted_secret_end(redacted: *const Redacted, n: usize) -> u64 {
    // SAFETY: `redacted` is NULL or what felkod_redact made.
    unsafe { secret(redacted, n) }.map_or(0, |secret| secret.range.end)
}

/// Returns the line in which the secret at `n` starts, from 1; 0 beyond the last.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_redacted_secret_line(redacted: *const Redacted, n: usize) -> u64 {
    // SAFETY: `redacted` is NULL or what felkod_redact made.
    unsafe { secret(redacted, n) }.map_or(0, |secret| secret.line)
}

/// Tells what the secret at `n` is; 0 beyond the last.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_redacted_secret_kind(redacted: *const Redacted, n: usize) -> felkod_kind_t {
    // SAFETY: `redacted` is NULL or what felkod_redact made.
    number(unsafe { secret(redacted, n) }.map(|secret| secret.kind))
}

/// Makes a redactor for a text of any size, with a redaction or with a new one (NULL). `write` is called with what is ready,
/// in order, and with `user`; it returns whether to go on. With NULL secrets are only counted. It must not call this redactor, and nothing may be thrown through
/// it. Memory does not grow with the text. To be freed with felkod_redactor_free.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_redactor_new(
    redaction: *const Redaction,
    write: Option<unsafe extern "C" fn(user: *mut c_void, bytes: *const c_void, length: usize) -> bool>,
    user: *mut c_void,
) -> *mut Redactor {
    Box::into_raw(Box::new(Redactor {
        // SAFETY: `redaction` is NULL or what felkod_redaction_new made.
        inner: evidence::Redactor::new(unsafe { options(redaction) }),
        write,
        user,
        is_stopped: false,
        ready: Vec::new(),
        counts: [0; Kind::ALL.len()],
    }))
}

/// Frees a redactor. What it holds of a text that is not finished is lost.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_redactor_free(redactor: *mut Redactor) {
    if !redactor.is_null() {
        // SAFETY: it came from felkod_redactor_new, and the caller frees it once.
        drop(unsafe { Box::from_raw(redactor) });
    }
}

/// Takes the next piece of the text, `length` bytes, which may be cut anywhere, and calls `write` with what is ready. Returns
/// false for NULL, and once `write` has returned false: it is not called again then.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_redactor_push(
    redactor: *mut Redactor,
    piece: *const c_void,
    length: usize,
) -> bool {
    // SAFETY: `piece` is NULL or points to `length` bytes, see the top of the header.
    let piece = unsafe { bytes(piece, length) };
    // SAFETY: `redactor` is NULL or what felkod_redactor_new made, and nothing else uses it.
    let Some(redactor) = (unsafe { redactor.as_mut() }) else { return false };
    let mut ready = mem::take(&mut redactor.ready);
    redactor.inner.push(piece, &mut ready);
    // SAFETY: the caller of felkod_redactor_new vouches for `write` and `user`.
    unsafe { redactor.write(ready) }
}

/// Ends the text: calls `write` with the rest of it. The redactor can take another text then. Returns false for NULL, and
/// once `write` has returned false.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_redactor_finish(redactor: *mut Redactor) -> bool {
    // SAFETY: `redactor` is NULL or what felkod_redactor_new made, and nothing else uses it.
    let Some(redactor) = (unsafe { redactor.as_mut() }) else { return false };
    let mut ready = mem::take(&mut redactor.ready);
    redactor.inner.finish(&mut ready);
    // SAFETY: the caller of felkod_redactor_new vouches for `write` and `user`.
    unsafe { redactor.write(ready) }
}

/// Returns how many secrets of a felkod_kind_t were hidden so far; of all kinds for 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_redactor_count(redactor: *const Redactor, kind: u32) -> u64 {
    // SAFETY: `redactor` is NULL or what felkod_redactor_new made.
    let Some(redactor) = (unsafe { redactor.as_ref() }) else { return 0 };
    let counts = Kind::ALL.iter().zip(redactor.counts);
    match word::<Kind>(kind) {
        Some(wanted) => counts.filter(|(known, _)| **known == wanted).map(|(_, count)| count).sum(),
        None if kind == 0 => counts.map(|(_, count)| count).sum(),
        None => 0,
    }
}

impl Redactor {
    /// Hands on what is ready, and counts what was hidden.
    ///
    /// # Safety
    ///
    /// `write` must be callable with `user`.
    unsafe fn write(&mut self, mut ready: Vec<u8>) -> bool {
        for secret in self.inner.take_spans() {
            let at = Kind::ALL.iter().position(|kind| kind.number() == secret.kind.number());
            if let Some(count) = at.and_then(|at| self.counts.get_mut(at)) {
                *count += 1;
            }
        }
        if let Some(write) = self.write.filter(|_| !self.is_stopped && !ready.is_empty()) {
            // SAFETY: the caller vouches for it; the bytes live during the call.
            self.is_stopped = !unsafe { write(self.user, ready.as_ptr().cast(), ready.len()) };
        }
        ready.clear();
        self.ready = ready;
        !self.is_stopped
    }
}

/// Changes a redaction by a value, unless one of them is missing.
///
/// # Safety
///
/// `redaction` must be NULL or come from `felkod_redaction_new`, and nothing else may use it meanwhile.
unsafe fn set<V>(
    redaction: *mut Redaction,
    value: Option<V>,
    change: impl FnOnce(evidence::Options, V) -> evidence::Options,
) -> bool {
    // SAFETY: the caller vouches for it.
    let (Some(redaction), Some(value)) = (unsafe { redaction.as_mut() }, value) else { return false };
    redaction.inner = change(redaction.inner.clone(), value);
    true
}

/// # Safety
///
/// `redaction` must be NULL or come from `felkod_redaction_new`.
unsafe fn options(redaction: *const Redaction) -> evidence::Options {
    // SAFETY: the caller vouches for it.
    unsafe { redaction.as_ref() }.map(|redaction| redaction.inner.clone()).unwrap_or_default()
}

/// # Safety
///
/// `redacted` must be NULL or come from `felkod_redact` and live as long as the result.
unsafe fn secret<'a>(redacted: *const Redacted, n: usize) -> Option<&'a Span> {
    // SAFETY: the caller vouches for it.
    unsafe { redacted.as_ref() }?.secrets.get(n)
}
