//! The bounds of a reading.

/// The bounds of a reading. What lies beyond them is not read, and the report says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(default))]
#[non_exhaustive]
pub struct Limits {
    /// How many bytes of a body are read; 64 MiB.
    pub bytes: usize,
    /// How many findings and how many warnings are kept; 10,000 of each.
    pub findings: usize,
    /// How deep XML elements may be nested; 64. JSON needs no such bound: what is read lies at most six levels deep,
    /// and what lies deeper is skipped without recursion.
    pub depth: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 64 << 20, findings: 10_000, depth: 64 }
    }
}

impl Limits {
    /// Sets how many bytes of a body are read.
    #[must_use]
    pub const fn with_bytes(mut self, bytes: usize) -> Self {
        self.bytes = bytes;
        self
    }

    /// Sets how many findings and how many warnings are kept.
    #[must_use]
    pub const fn with_findings(mut self, findings: usize) -> Self {
        self.findings = findings;
        self
    }

    /// Sets how deep XML elements may be nested.
    #[must_use]
    pub const fn with_depth(mut self, depth: usize) -> Self {
        self.depth = depth;
        self
    }
}
