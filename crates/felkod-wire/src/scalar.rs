//! Keys and plain values of JSON, borrowed from the text where they have no escapes.

use std::{borrow::Cow, fmt};

use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::draft::RawCode;

/// A key of an object, borrowed where it has no escapes.
pub(crate) struct Key<'t>(pub(crate) Cow<'t, str>);

impl<'t> serde::Deserialize<'t> for Key<'t> {
    fn deserialize<D: Deserializer<'t>>(json: D) -> Result<Self, D::Error> {
        struct Text;

        impl<'t> Visitor<'t> for Text {
            type Value = Key<'t>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a key")
            }

            fn visit_borrowed_str<E>(self, key: &'t str) -> Result<Key<'t>, E> {
                Ok(Key(key.into()))
            }

            fn visit_str<E>(self, key: &str) -> Result<Key<'t>, E> {
                Ok(Key(key.to_owned().into()))
            }
        }

        json.deserialize_str(Text)
    }
}

/// A value that is no object and no array, or `Other`.
pub(crate) enum Scalar<'t> {
    Text(Cow<'t, str>),
    Whole(u64),
    Fraction(f64),
    Bool(bool),
    Other,
}

impl<'t> Scalar<'t> {
    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Whole(_) | Self::Fraction(_) | Self::Bool(_) | Self::Other => None,
        }
    }

    pub(crate) fn into_text(self) -> Option<Cow<'t, str>> {
        match self {
            Self::Text(text) => Some(text),
            Self::Whole(number) => Some(number.to_string().into()),
            Self::Fraction(_) | Self::Bool(_) | Self::Other => None,
        }
    }

    pub(crate) fn truth(&self) -> Option<bool> {
        match self {
            Self::Bool(truth) => Some(*truth),
            Self::Text(text) => text.to_ascii_lowercase().parse().ok(),
            Self::Whole(_) | Self::Fraction(_) | Self::Other => None,
        }
    }

    pub(crate) fn into_code(self) -> Option<RawCode> {
        match self {
            Self::Text(text) => RawCode::from_text(&text),
            Self::Whole(number) => RawCode::from_text(&number.to_string()),
            Self::Fraction(number) => RawCode::from_text(&number.to_string()),
            Self::Bool(_) | Self::Other => None,
        }
    }

    pub(crate) fn into_count(self) -> Option<u64> {
        match self {
            Self::Whole(count) => Some(count),
            Self::Text(text) => text.parse().ok(),
            Self::Fraction(_) | Self::Bool(_) | Self::Other => None,
        }
    }

    pub(crate) fn into_number(self) -> Option<u32> {
        match self.into_code()? {
            RawCode::Number(number) => Some(number),
            RawCode::Other(_) => None,
        }
    }
}

impl<'t> serde::Deserialize<'t> for Scalar<'t> {
    fn deserialize<D: Deserializer<'t>>(json: D) -> Result<Self, D::Error> {
        struct Any;

        impl<'t> Visitor<'t> for Any {
            type Value = Scalar<'t>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("any JSON")
            }

            fn visit_borrowed_str<E>(self, text: &'t str) -> Result<Scalar<'t>, E> {
                Ok(Scalar::Text(text.into()))
            }

            fn visit_str<E>(self, text: &str) -> Result<Scalar<'t>, E> {
                Ok(Scalar::Text(text.to_owned().into()))
            }

            fn visit_bool<E>(self, truth: bool) -> Result<Scalar<'t>, E> {
                Ok(Scalar::Bool(truth))
            }

            fn visit_u64<E>(self, number: u64) -> Result<Scalar<'t>, E> {
                Ok(Scalar::Whole(number))
            }

            fn visit_i64<E>(self, number: i64) -> Result<Scalar<'t>, E> {
                #[expect(
                    clippy::cast_precision_loss,
                    reason = "a negative number is no code, whatever its digits"
                )]
                Ok(Scalar::Fraction(number as f64))
            }

            fn visit_f64<E>(self, number: f64) -> Result<Scalar<'t>, E> {
                Ok(Scalar::Fraction(number))
            }

            fn visit_unit<E>(self) -> Result<Scalar<'t>, E> {
                Ok(Scalar::Other)
            }

            fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<Scalar<'t>, A::Error> {
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                Ok(Scalar::Other)
            }

            fn visit_seq<A: SeqAccess<'t>>(self, mut items: A) -> Result<Scalar<'t>, A::Error> {
                while items.next_element::<IgnoredAny>()?.is_some() {}
                Ok(Scalar::Other)
            }
        }

        json.deserialize_any(Any)
    }
}
