//! The words of enums in machine-readable output.

/// Gives each variant of an enum its word, and the way back from the word.
///
/// The crate that uses it has a feature `serde` that turns on this crate's.
#[doc(hidden)]
#[macro_export]
macro_rules! words {
    ($type:ident $kind:literal { $($variant:ident $word:literal)* }) => {
        impl $type {
            /// Every value, in the order of the declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Returns the `snake_case` word of machine-readable output.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }
        }

        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $type {
            type Err = $crate::UnknownWord;

            fn from_str(word: &str) -> Result<Self, $crate::UnknownWord> {
                match word {
                    $($word => Ok(Self::$variant),)*
                    _ => Err($crate::UnknownWord::new($kind, word)),
                }
            }
        }

        #[cfg(feature = "serde")]
        $crate::as_text! { $type }
    };
}

/// A word that is not in the vocabulary.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown {kind} `{word}`")]
pub struct UnknownWord {
    kind: &'static str,
    word: String,
}

impl UnknownWord {
    #[doc(hidden)]
    #[must_use]
    pub fn new(kind: &'static str, word: &str) -> Self {
        Self { kind, word: word.to_owned() }
    }
}
