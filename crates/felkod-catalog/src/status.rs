//! HTTP statuses without a code of their own.

use crate::{Advice, Applied, Category, Code, EscalateTo, Retry};

/// What an HTTP status means that is not a code in the catalog: its class, by RFC 9110.
///
/// Marketo gives these statuses no meaning of its own. 401 is a class by itself because it asks for a new proof of
/// identity; when it comes from Marketo's Identity endpoint, it is [`Code::RestClientCredentialsInvalid`](crate::Code) instead.
///
/// # Examples
///
/// ```
/// use felkod_catalog::{Advice, StatusClass};
///
/// assert_eq!(StatusClass::of(418), Some(StatusClass::ClientError));
/// assert_eq!(StatusClass::of(520).map(StatusClass::advice), Some(Advice::Backoff));
/// assert_eq!(StatusClass::of(200), None);
/// ```
#[repr(u32)]
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub enum StatusClass {
    /// 401: the proof of identity is missing or was not accepted.
    Unauthorized = 1,
    /// Any other status from 400 to 499.
    ClientError = 2,
    /// Any status from 500 to 599.
    ServerError = 3,
}

impl StatusClass {
    /// Every class.
    pub const ALL: &'static [Self] = &[Self::Unauthorized, Self::ClientError, Self::ServerError];

    /// Returns the class of a status, or `None` if the status is not an error.
    #[must_use]
    pub const fn of(status: u16) -> Option<Self> {
        match status {
            401 => Some(Self::Unauthorized),
            400..=499 => Some(Self::ClientError),
            500..=599 => Some(Self::ServerError),
            _ => None,
        }
    }

    /// Returns the name, such as `client_error`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unauthorized => "unauthorized",
            Self::ClientError => "client_error",
            Self::ServerError => "server_error",
        }
    }

    /// Returns the kind of error.
    #[must_use]
    pub const fn category(self) -> Category {
        match self {
            Self::Unauthorized => Category::Authentication,
            Self::ClientError => Category::InvalidRequest,
            Self::ServerError => Category::Unavailable,
        }
    }

    /// Tells what the program does next.
    #[must_use]
    pub const fn advice(self) -> Advice {
        match self {
            Self::Unauthorized => Advice::Reauthenticate,
            Self::ClientError => Advice::FixRequest,
            Self::ServerError => Advice::Backoff,
        }
    }

    /// Tells whether the request may have taken effect.
    #[must_use]
    pub const fn applied(self) -> Applied {
        match self {
            Self::Unauthorized | Self::ClientError => Applied::No,
            Self::ServerError => Applied::Maybe,
        }
    }

    /// Tells whether to send the same request again.
    #[must_use]
    pub const fn retry(self) -> Retry {
        Retry::derived(self.advice(), self.applied())
    }

    /// Tells whom to turn to when the advice does not help or a person must act.
    #[must_use]
    pub const fn escalate_to(self) -> EscalateTo {
        match self {
            Self::Unauthorized => EscalateTo::Admin,
            Self::ClientError => EscalateTo::Developer,
            Self::ServerError => EscalateTo::Support,
        }
    }
}

impl Code {
    /// Returns the code for an HTTP status by itself, regardless of the body; `None` if there is none.
    ///
    /// 401 has none: only the body tells whether the Identity endpoint rejected the client's credentials.
    #[must_use]
    pub fn of_status(status: u16) -> Option<Self> {
        match StatusClass::of(status)? {
            StatusClass::Unauthorized => None,
            StatusClass::ClientError | StatusClass::ServerError => Self::try_from(u32::from(status)).ok(),
        }
    }
}
