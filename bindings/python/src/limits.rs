//! The bounds of a reading, from the Python class `felkod.Limits`.

use pyo3::prelude::*;

/// What the attributes of `felkod.Limits` hold.
#[derive(FromPyObject)]
pub(crate) struct Limits {
    bytes: u64,
    findings: u64,
    depth: u64,
}

/// Returns felkod's own bounds: bytes, findings and depth.
#[pyfunction]
pub(crate) fn limits() -> (usize, usize, usize) {
    let limits = felkod::Limits::default();
    (limits.bytes, limits.findings, limits.depth)
}

impl From<Limits> for felkod::Limits {
    fn from(limits: Limits) -> Self {
        // A bound that is larger than memory is none.
        let size = |bound: u64| usize::try_from(bound).unwrap_or(usize::MAX);
        Self::default()
            .with_bytes(size(limits.bytes))
            .with_findings(size(limits.findings))
            .with_depth(size(limits.depth))
    }
}
