//! Gzip (RFC 1952) around `miniz_oxide`, as flate2 reads and writes it: a page downloads neither its readers nor the tables
//! of its checksum. A test holds the two to each other.

use miniz_oxide::{
    DataFormat, MZFlush, MZStatus,
    deflate::{
        core::{CompressorOxide, create_comp_flags_from_zip_params},
        stream::deflate,
    },
    inflate::stream::{InflateState, inflate as step},
};

use super::LONGEST;

const MAGIC: [u8; 3] = [0x1f, 0x8b, 8];
/// The length of a header without its optional fields, and of what is behind the data.
const HEADER: usize = 10;
const TRAILER: usize = 8;
/// The longest optional field.
const LONGEST_FIELD: usize = 65_535;

/// Compresses fast.
const LEVEL: i32 = 1;
/// The bytes that are compressed or decompressed at once.
const PIECE: usize = 32 << 10;

pub(super) fn read(bytes: &[u8]) -> Option<Vec<u8>> {
    let (mut text, mut rest) = (Vec::new(), bytes);
    while !rest.is_empty() || text.is_empty() && rest.len() == bytes.len() {
        let start = text.len();
        let data = &rest[header(rest)?..];
        let read = unpack(data, DataFormat::Raw, &mut text)?;
        let (trailer, next) = data[read..].split_at_checked(TRAILER)?;
        let length = length(&text[start..]);
        if trailer[..4] != checksum(&text[start..]).to_le_bytes() || trailer[4..] != length.to_le_bytes() {
            return None;
        }
        rest = next;
    }
    Some(text)
}

#[cfg(feature = "recorder")]
pub(super) fn inflate(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut text = Vec::new();
    unpack(bytes, DataFormat::Zlib, &mut text)?;
    Some(text)
}

pub(super) fn write(text: &[u8]) -> Vec<u8> {
    // Without a time; compressed fast; by an unknown system.
    let mut packed = [MAGIC.as_slice(), &[0, 0, 0, 0, 0, 4, 255]].concat();
    let mut compressor = CompressorOxide::new(create_comp_flags_from_zip_params(LEVEL, 0, 0));
    let (mut piece, mut rest) = (vec![0; PIECE], text);
    loop {
        let flush = if rest.is_empty() { MZFlush::Finish } else { MZFlush::None };
        let done = deflate(&mut compressor, rest, &mut piece, flush);
        packed.extend_from_slice(&piece[..done.bytes_written]);
        rest = &rest[done.bytes_consumed..];
        if done.status != Ok(MZStatus::Ok) {
            break;
        }
    }
    packed.extend_from_slice(&checksum(text).to_le_bytes());
    packed.extend_from_slice(&length(text).to_le_bytes());
    packed
}

/// Decompresses data behind a text; returns how many bytes of it were read.
fn unpack(data: &[u8], format: DataFormat, text: &mut Vec<u8>) -> Option<usize> {
    let mut state = InflateState::new_boxed(format);
    let mut piece = vec![0; PIECE];
    let mut read = 0;
    loop {
        let done = step(&mut state, &data[read..], &mut piece, MZFlush::None);
        read += done.bytes_consumed;
        text.extend_from_slice(&piece[..done.bytes_written]);
        match done.status {
            _ if text.len() > LONGEST => return None,
            Ok(MZStatus::StreamEnd) => return Some(read),
            Ok(MZStatus::Ok) if done.bytes_consumed + done.bytes_written > 0 => {}
            _ => return None,
        }
    }
}

/// Returns the length of a header.
fn header(bytes: &[u8]) -> Option<usize> {
    let flags = *bytes.get(3)?;
    let [checked, extra, name, comment, reserved] = [2, 4, 8, 16, 0xe0].map(|bit| flags & bit != 0);
    if !bytes.starts_with(&MAGIC) || reserved {
        return None;
    }
    let mut at = HEADER;
    if extra {
        let [low, high] = *bytes.get(at..)?.first_chunk()?;
        at += 2 + usize::from(u16::from_le_bytes([low, high]));
    }
    for _ in 0..usize::from(name) + usize::from(comment) {
        let field = bytes.get(at..)?.iter().position(|byte| *byte == 0)?;
        if field > LONGEST_FIELD {
            return None;
        }
        at += field + 1;
    }
    if checked {
        let sum = bytes.get(at..)?.first_chunk::<2>()?;
        if checksum(&bytes[..at]).to_le_bytes()[..2] != *sum {
            return None;
        }
        at += 2;
    }
    (at <= bytes.len()).then_some(at)
}

/// Returns the length of a text as it stands behind its data, modulo 2^32.
fn length(text: &[u8]) -> u32 {
    (text.len() as u64 & u64::from(u32::MAX)).try_into().unwrap_or_default()
}

/// Returns the CRC-32 of some bytes, half a byte at a time.
fn checksum(bytes: &[u8]) -> u32 {
    const TABLE: [u32; 16] = {
        let mut table = [0; 16];
        let mut at = 0_u32;
        while at < 16 {
            let mut sum = at;
            let mut bit = 0;
            while bit < 4 {
                sum = if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 };
                bit += 1;
            }
            table[at as usize] = sum;
            at += 1;
        }
        table
    };
    let half = |sum: u32, bits: u8| (sum >> 4) ^ TABLE[((sum ^ u32::from(bits)) & 15) as usize];
    !bytes.iter().fold(!0, |sum, byte| half(half(sum, *byte), byte >> 4))
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::{Compression, GzBuilder};

    use super::super::{LONGEST, flate};

    fn texts() -> Vec<Vec<u8>> {
        let mut seed = 1_u32;
        let mut random = |length: usize| -> Vec<u8> {
            let mut next = || {
                seed ^= seed << 13;
                seed ^= seed >> 17;
                seed ^= seed << 5;
                seed.to_le_bytes()[0]
            };
            (0..length).map(|_| next()).collect()
        };
        let lines: Vec<_> =
            (0..20_000).map(|line| format!("{line} lisa@example.com {}", line * line % 977)).collect();
        vec![
            vec![],
            vec![0],
            b"aaaa".to_vec(),
            random(100),
            random(70_000),
            vec![7; 300_000],
            lines.join("\n").into_bytes(),
        ]
    }

    #[test]
    fn what_is_written_is_what_flate2_writes_and_is_read_again() {
        for text in texts() {
            let packed = super::write(&text);
            assert!(packed == flate::write(&text), "{} bytes", text.len());
            assert!(super::read(&packed).as_ref() == Some(&text), "{} bytes", text.len());
            let twice = [packed.clone(), packed.clone()].concat();
            assert!(super::read(&twice) == Some([text.clone(), text].concat()));
        }
    }

    #[test]
    fn what_is_broken_is_read_as_flate2_reads_it() {
        let mut packed = vec![super::write(b"lisa@example.com, lisa@example.com, lisa@example.com")];
        let mut builder = GzBuilder::new()
            .filename("a name")
            .comment("a comment")
            .extra(b"more".as_slice())
            .write(Vec::new(), Compression::best());
        builder.write_all(b"some text").expect("memory");
        packed.push(builder.finish().expect("memory"));
        // A header with a checksum of its own.
        let mut checked = packed[1].clone();
        checked[3] |= 2;
        let end = super::header(&packed[1]).expect("a header");
        let sum = super::checksum(&checked[..end]).to_le_bytes();
        checked.splice(end..end, [sum[0], sum[1]]);
        assert_eq!(super::read(&checked).as_deref(), Some(b"some text".as_slice()));
        packed.push(checked);
        packed.push([packed[0].as_slice(), &packed[1], b"\0\0\0"].concat());
        packed.push([packed[1].as_slice(), &packed[0]].concat());
        for packed in &packed {
            for length in 0..=packed.len() {
                assert_eq!(super::read(&packed[..length]), flate::read(&packed[..length]), "{length}");
            }
            for (at, bit) in (0..packed.len()).flat_map(|at| (0..8).map(move |bit| (at, bit))) {
                let mut changed = packed.clone();
                changed[at] ^= 1 << bit;
                assert_eq!(super::read(&changed), flate::read(&changed), "{at} {bit}");
            }
        }
    }

    #[cfg(feature = "recorder")]
    #[test]
    fn what_has_the_encoding_deflate_is_read_as_flate2_reads_it() {
        let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(b"some text, some text, some text").expect("memory");
        let packed = encoder.finish().expect("memory");
        assert!(super::inflate(&packed).is_some());
        for length in 0..=packed.len() {
            assert_eq!(super::inflate(&packed[..length]), flate::inflate(&packed[..length]), "{length}");
        }
    }

    #[test]
    fn what_is_too_long_is_not_read() {
        for length in [LONGEST, LONGEST + 1] {
            let packed = super::write(&vec![b'a'; length]);
            assert_eq!(super::read(&packed).is_some(), length == LONGEST);
            assert_eq!(super::read(&packed).is_some(), flate::read(&packed).is_some());
        }
    }
}
