//! Bodies that are compressed, as HAR files have them.

use std::io::{Read, Write};

#[cfg(feature = "recorder")]
use flate2::read::ZlibDecoder;
use flate2::{Compression, read::MultiGzDecoder, write::GzEncoder};

/// The longest body that is decompressed.
const LONGEST: u64 = 16 << 20;

/// Decompresses a body; nothing where it is broken or too long.
pub(crate) fn read(bytes: &[u8]) -> Option<Vec<u8>> {
    decompress(MultiGzDecoder::new(bytes))
}

/// Decompresses a body with the encoding `deflate`; nothing where it is broken or too long.
#[cfg(feature = "recorder")]
pub(crate) fn inflate(bytes: &[u8]) -> Option<Vec<u8>> {
    decompress(ZlibDecoder::new(bytes))
}

fn decompress(decoder: impl Read) -> Option<Vec<u8>> {
    let mut text = Vec::new();
    decoder.take(LONGEST + 1).read_to_end(&mut text).ok()?;
    (text.len() as u64 <= LONGEST).then_some(text)
}

/// Compresses a body again.
pub(crate) fn write(text: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    // Writing to memory does not fail.
    let _ = encoder.write_all(text);
    encoder.finish().unwrap_or_default()
}
