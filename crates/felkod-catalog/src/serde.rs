//! Values in serde's formats: a word is its text, a code its number.

use std::{fmt, marker::PhantomData, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::{Case, Code};

/// Gives a type with `Display` and `FromStr` the form of a text.
#[doc(hidden)]
#[macro_export]
macro_rules! as_text {
    ($type:ty) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str($crate::Text::new())
            }
        }
    };
}
/// Reads a text as a value by its `FromStr`.
#[doc(hidden)]
pub struct Text<T>(PhantomData<T>);

impl<T> Text<T> {
    #[expect(clippy::new_without_default, reason = "only the macro makes one")]
    #[must_use]
    pub fn new() -> Self {
        Self(PhantomData)
    }
}

impl<T: FromStr<Err: fmt::Display>> de::Visitor<'_> for Text<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(E::custom)
    }
}

#[cfg(feature = "texts")]
as_text! { crate::Locale }

/// Writes the number.
impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(self.as_u32())
    }
}

/// Reads the number, or a text as `Code::from_str` does.
impl<'de> Deserialize<'de> for Code {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Number;

        impl de::Visitor<'_> for Number {
            type Value = Code;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the number of a code, or its name")
            }

            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Code, E> {
                let code = u32::try_from(number).ok().and_then(|number| Code::try_from(number).ok());
                code.ok_or_else(|| E::custom(format_args!("unknown code {number}")))
            }

            fn visit_i64<E: de::Error>(self, number: i64) -> Result<Code, E> {
                u64::try_from(number).map_err(E::custom).and_then(|number| self.visit_u64(number))
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Code, E> {
                text.parse().map_err(E::custom)
            }
        }

        deserializer.deserialize_any(Number)
    }
}

as_text! { Case }
