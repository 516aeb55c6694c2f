//! What is hidden, and under which key.

use serde::Deserialize;

use crate::Key;

/// How much is hidden.
#[repr(u32)]
#[non_exhaustive]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    /// Secrets and personal data. Lead ids stay.
    #[default]
    Log = 1,
    /// All values: only structure, codes, names of fields, times, and sizes stay.
    Strict = 2,
}

felkod_catalog::words! { Strength "strength" { Log "log" Strict "strict" } }

/// What is hidden, and under which key.
///
/// # Examples
///
/// ```
/// use felkod_evidence::{Key, Options, redact};
///
/// let options = Options::new(Key::new([7; 16])).hide(["shoeSize"]);
/// let redacted = redact(br#"{"shoeSize":"forty-four","color":"red"}"#, &options);
/// let text = String::from_utf8_lossy(&redacted);
/// assert!(text.starts_with(r#"{"shoeSize":"REDACTED-personal-"#));
/// assert!(text.ends_with(r#"-10","color":"red"}"#));
/// ```
#[derive(Clone, Debug)]
#[must_use]
pub struct Options {
    pub(crate) key: Key,
    pub(crate) strength: Strength,
    pub(crate) hide: Vec<String>,
    pub(crate) keep: Vec<String>,
    pub(crate) is_quick: bool,
}

impl Options {
    /// Makes options with a key and the strength `log`.
    pub const fn new(key: Key) -> Self {
        Self { key, strength: Strength::Log, hide: Vec::new(), keep: Vec::new(), is_quick: true }
    }

    /// Sets the key.
    pub const fn key(mut self, key: Key) -> Self {
        self.key = key;
        self
    }

    /// Sets the strength.
    pub const fn strength(mut self, strength: Strength) -> Self {
        self.strength = strength;
        self
    }

    /// Hides the values of these names too. Case, dashes, and underscores in names do not count.
    pub fn hide<N: Into<String>>(mut self, names: impl IntoIterator<Item = N>) -> Self {
        self.hide.extend(names.into_iter().map(Into::into));
        self
    }

    /// Keeps the values of these names, as far as the values themselves do not look like secrets. A name that is also
    /// hidden is hidden.
    pub fn keep<N: Into<String>>(mut self, names: impl IntoIterator<Item = N>) -> Self {
        self.keep.extend(names.into_iter().map(Into::into));
        self
    }

    /// Reads every line, also those that a quick look would pass over: for tests, which hold the two against each other.
    #[doc(hidden)]
    pub const fn without_quick_look(mut self) -> Self {
        self.is_quick = false;
        self
    }

    /// Adds the names in a TOML text: `hide = ["shoeSize"]` and `keep = ["company"]`.
    ///
    /// # Errors
    ///
    /// If the text is not TOML, or has other keys.
    pub fn names(self, toml: &str) -> Result<Self, NamesError> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct File {
            #[serde(default)]
            hide: Vec<String>,
            #[serde(default)]
            keep: Vec<String>,
        }
        let file: File = toml::from_str(toml).map_err(NamesError)?;
        Ok(self.hide(file.hide).keep(file.keep))
    }
}

#[cfg(feature = "random")]
impl Default for Options {
    /// Returns options with a random key.
    fn default() -> Self {
        Self::new(Key::random())
    }
}

/// A list of names that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("invalid list of names: {}", .0.message())]
pub struct NamesError(#[source] toml::de::Error);
