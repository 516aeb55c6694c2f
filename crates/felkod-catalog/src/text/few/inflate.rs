//! DEFLATE (RFC 1951), for the texts that a build for a web page has compressed itself: what is malformed panics. The crates
//! for it read whatever comes, and are several times as large.

/// Decompresses what zlib has compressed, without a header.
pub(super) fn inflate(packed: &[u8]) -> Vec<u8> {
    let mut bits = Bits { packed, at: 0 };
    let mut text = Vec::new();
    loop {
        let is_last = bits.take(1) == 1;
        match bits.take(2) {
            0 => bits.stored(&mut text),
            1 => {
                let mut lengths = [8; 288];
                lengths[144..256].fill(9);
                lengths[256..280].fill(7);
                bits.block(&Code::of(&lengths), &Code::of(&[5; 30]), &mut text);
            }
            _ => {
                let (symbols, distances) = bits.codes();
                bits.block(&symbols, &distances, &mut text);
            }
        }
        if is_last {
            return text;
        }
    }
}

/// A text that is read bit by bit, the lowest of a byte first.
struct Bits<'a> {
    packed: &'a [u8],
    at: usize,
}

impl Bits<'_> {
    fn take(&mut self, count: usize) -> usize {
        let mut number = 0;
        for place in 0..count {
            number |= usize::from(self.packed[self.at / 8] >> (self.at % 8) & 1) << place;
            self.at += 1;
        }
        number
    }

    /// Takes a block that is not compressed.
    fn stored(&mut self, text: &mut Vec<u8>) {
        self.at = self.at.next_multiple_of(8);
        let length = self.take(16);
        let start = self.at / 8 + 2;
        text.extend_from_slice(&self.packed[start..start + length]);
        self.at = (start + length) * 8;
    }

    /// Takes a block.
    fn block(&mut self, symbols: &Code, distances: &Code, text: &mut Vec<u8>) {
        loop {
            match self.symbol(symbols) {
                byte @ ..256 => text.push(byte.to_le_bytes()[0]),
                256 => return,
                symbol => {
                    let length = match symbol - 257 {
                        place @ ..8 => place + 3,
                        28 => 258,
                        place => {
                            let extra = place / 4 - 1;
                            ((4 + place % 4) << extra) + 3 + self.take(extra)
                        }
                    };
                    let back = match self.symbol(distances) {
                        place @ ..4 => place + 1,
                        place => {
                            let extra = place / 2 - 1;
                            ((2 + place % 2) << extra) + 1 + self.take(extra)
                        }
                    };
                    for _ in 0..length {
                        text.push(text[text.len() - back]);
                    }
                }
            }
        }
    }

    /// Takes the codes that stand before a block: those of bytes and lengths, and those of distances.
    fn codes(&mut self) -> (Code, Code) {
        const ORDER: [usize; 19] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
        let [symbols, distances, count] =
            [(5, 257), (5, 1), (4, 4)].map(|(bits, least)| self.take(bits) + least);
        let mut lengths = [0; 19];
        for place in &ORDER[..count] {
            lengths[*place] = self.take(3);
        }
        let code = Code::of(&lengths);
        let mut lengths = Vec::new();
        while lengths.len() < symbols + distances {
            let (length, times) = match self.symbol(&code) {
                16 => (lengths[lengths.len() - 1], 3 + self.take(2)),
                17 => (0, 3 + self.take(3)),
                18 => (0, 11 + self.take(7)),
                length => (length, 1),
            };
            lengths.resize(lengths.len() + times, length);
        }
        (Code::of(&lengths[..symbols]), Code::of(&lengths[symbols..]))
    }

    fn symbol(&mut self, code: &Code) -> usize {
        let (mut bits, mut first, mut before) = (0, 0, 0);
        let mut length = 1;
        loop {
            bits |= self.take(1);
            let count = code.counts[length];
            if bits < first + count {
                return code.symbols[before + bits - first];
            }
            before += count;
            first = (first + count) * 2;
            bits *= 2;
            length += 1;
        }
    }
}

/// A Huffman code: how many symbols there are of each length, and the symbols by their length.
struct Code {
    counts: [usize; 16],
    symbols: Vec<usize>,
}

impl Code {
    fn of(lengths: &[usize]) -> Self {
        let mut code = Self { counts: [0; 16], symbols: Vec::new() };
        for length in 1..code.counts.len() {
            let of_length = (0..lengths.len()).filter(|symbol| lengths[*symbol] == length);
            code.symbols.extend(of_length);
            code.counts[length] = lengths.iter().filter(|other| **other == length).count();
        }
        code
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::{Compression, write::DeflateEncoder};

    #[test]
    fn what_zlib_compresses_is_decompressed() {
        let mut seed = 1_u32;
        let mut noise = || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            seed.to_be_bytes()[0]
        };
        let texts: [Vec<u8>; 6] = [
            Vec::new(),
            b"a".to_vec(),
            vec![b'a'; 100_000],
            (0..70_000).map(|_| noise()).collect(),
            (0..70_000).map(|_| noise() % 5 * 51).collect(),
            felkod_locales::SV.codes.concat().into_bytes(),
        ];
        for text in texts {
            for level in 0..10 {
                let mut encoder = DeflateEncoder::new(Vec::new(), Compression::new(level));
                encoder.write_all(&text).expect("memory takes everything");
                let packed = encoder.finish().expect("memory takes everything");
                assert!(super::inflate(&packed) == text, "{} bytes, level {level}", text.len());
            }
        }
    }
}
