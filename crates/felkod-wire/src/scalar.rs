//! Plain values of JSON, borrowed from the text where they have no escapes.

use std::borrow::Cow;

use crate::draft::RawCode;

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
