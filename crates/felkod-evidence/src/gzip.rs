//! Bodies that are compressed, as HAR files have them.

#[cfg(target_family = "wasm")]
use few as by;
#[cfg(not(target_family = "wasm"))]
use flate as by;

#[cfg(any(test, target_family = "wasm"))]
mod few;
#[cfg(not(target_family = "wasm"))]
mod flate;

/// The longest body that is decompressed.
const LONGEST: usize = 16 << 20;

/// Decompresses a body; nothing where it is broken or too long.
pub(crate) fn read(bytes: &[u8]) -> Option<Vec<u8>> {
    by::read(bytes)
}

/// Decompresses a body with the encoding `deflate`; nothing where it is broken or too long.
#[cfg(feature = "recorder")]
pub(crate) fn inflate(bytes: &[u8]) -> Option<Vec<u8>> {
    by::inflate(bytes)
}

/// Compresses a body again.
pub(crate) fn write(text: &[u8]) -> Vec<u8> {
    by::write(text)
}
