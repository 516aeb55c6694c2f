//! The limits that a code reports as exceeded.

use crate::{Resets, Scope, Unit};

/// A limit with its figure, as the vendor's documentation gives it.
///
/// A subscription can have different figures; [`Code::render`](crate::Code::render) renders texts with them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Limit {
    /// What is limited, in `snake_case`; also the name of the figure as argument of the texts.
    pub what: &'static str,
    /// The figure, in [`Limit::unit`] or, without one, a count of [`Limit::what`].
    pub figure: u64,
    /// The unit of the figure; `None` for a count.
    pub unit: Option<Unit>,
    /// The length of the window in seconds; a day is 86,400.
    pub per_seconds: Option<u32>,
    /// What the limit is counted over.
    pub scope: Option<Scope>,
    /// When a daily limit is reset.
    pub resets: Option<Resets>,
    /// The figure that the vendor advises one integration not to exceed.
    pub recommended: Option<u64>,
}

impl Limit {
    pub(crate) const fn new(what: &'static str, figure: u64) -> Self {
        Self { what, figure, unit: None, per_seconds: None, scope: None, resets: None, recommended: None }
    }
}
