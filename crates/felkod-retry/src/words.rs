//! The words of the vocabulary in machine-readable output.

/// Gives each word of an enum its spelling and its way back.
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
            type Err = $crate::words::UnknownTerm;

            fn from_str(word: &str) -> Result<Self, Self::Err> {
                match word {
                    $($word => Ok(Self::$variant),)*
                    _ => Err($crate::words::UnknownTerm::new($kind, word)),
                }
            }
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::words::serialize(self, serializer)
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::words::deserialize(deserializer)
            }
        }
    };
}

pub(crate) use words;

/// A word that felkod does not have.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown {kind} `{word}`")]
pub struct UnknownTerm {
    kind: &'static str,
    word: String,
}

impl UnknownTerm {
    pub(crate) fn new(kind: &'static str, word: &str) -> Self {
        Self { kind, word: word.to_owned() }
    }
}

/// Writes a word.
#[cfg(feature = "serde")]
pub(crate) fn serialize<T: std::fmt::Display, S: serde::Serializer>(
    word: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_str(word)
}

/// Reads a word.
#[cfg(feature = "serde")]
pub(crate) fn deserialize<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: std::str::FromStr<Err: std::fmt::Display>,
    D: serde::Deserializer<'de>,
{
    let word: String = serde::Deserialize::deserialize(deserializer)?;
    word.parse().map_err(serde::de::Error::custom)
}
