//! Gzip by flate2.

use std::io::{Read, Write};

use super::LONGEST;
#[cfg(feature = "recorder")]
use flate2::read::ZlibDecoder;
use flate2::{Compression, read::MultiGzDecoder, write::GzEncoder};

pub(super) fn read(bytes: &[u8]) -> Option<Vec<u8>> {
    decompress(MultiGzDecoder::new(bytes))
}

#[cfg(feature = "recorder")]
pub(super) fn inflate(bytes: &[u8]) -> Option<Vec<u8>> {
    decompress(ZlibDecoder::new(bytes))
}

fn decompress(decoder: impl Read) -> Option<Vec<u8>> {
    let mut text = Vec::new();
    decoder.take(LONGEST as u64 + 1).read_to_end(&mut text).ok()?;
    (text.len() <= LONGEST).then_some(text)
}

pub(super) fn write(text: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    // Writing to memory does not fail.
    let _ = encoder.write_all(text);
    encoder.finish().unwrap_or_default()
}
