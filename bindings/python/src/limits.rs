//! The bounds of a reading, as a Python class.

use pyo3::{prelude::*, types::PyType};

/// The bounds of a reading. What lies beyond them is not read, and the remarks of the report say so.
///
/// Args:
///     bytes: How many bytes of a body are read; 64 MiB.
///     findings: How many findings, warnings and counts are kept, each; 10,000.
///     depth: How deep XML elements may be nested; 64.
///
/// Example:
///     >>> import felkod
///     >>> felkod.read(b'{"success": true}', limits=felkod.Limits(bytes=10)).remarks
///     (<Remark.TOO_LARGE: 'too_large'>,)
#[pyclass(frozen, eq, hash, from_py_object, module = "felkod")]
#[derive(Clone, Copy, PartialEq, Hash)]
pub(crate) struct Limits {
    /// How many bytes of a body are read.
    #[pyo3(get)]
    bytes: usize,
    /// How many findings, warnings and counts are kept, each.
    #[pyo3(get)]
    findings: usize,
    /// How deep XML elements may be nested.
    #[pyo3(get)]
    depth: usize,
}

#[pymethods]
impl Limits {
    #[new]
    #[pyo3(signature = (bytes=None, findings=None, depth=None))]
    fn new(bytes: Option<usize>, findings: Option<usize>, depth: Option<usize>) -> Self {
        let felkods = felkod::Limits::default();
        Self {
            bytes: bytes.unwrap_or(felkods.bytes),
            findings: findings.unwrap_or(felkods.findings),
            depth: depth.unwrap_or(felkods.depth),
        }
    }

    fn __repr__(&self) -> String {
        let Self { bytes, findings, depth } = self;
        format!("felkod.Limits(bytes={bytes}, findings={findings}, depth={depth})")
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> (Bound<'py, PyType>, (usize, usize, usize)) {
        (py.get_type::<Self>(), (self.bytes, self.findings, self.depth))
    }
}

impl From<Limits> for felkod::Limits {
    fn from(limits: Limits) -> Self {
        Self::default().with_bytes(limits.bytes).with_findings(limits.findings).with_depth(limits.depth)
    }
}
