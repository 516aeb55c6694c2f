//! Answers the calls of the WebAssembly without WebAssembly: a test compares the two.
//!
//! Each call on the standard input, and each result on the standard output, has its length in four bytes before it, the
//! lowest first.

use std::io::{self, Read, Write};

fn main() -> io::Result<()> {
    let mut input = Vec::new();
    io::stdin().lock().read_to_end(&mut input)?;
    let mut output = io::BufWriter::new(io::stdout().lock());
    let mut rest = input.as_slice();
    while let Some((length, after)) = rest.split_first_chunk() {
        let length = usize::try_from(u32::from_le_bytes(*length)).map_err(io::Error::other)?;
        let (call, next) = after.split_at_checked(length).ok_or(io::ErrorKind::UnexpectedEof)?;
        let result = felkod_javascript::call(call);
        output.write_all(&u32::try_from(result.len()).map_err(io::Error::other)?.to_le_bytes())?;
        output.write_all(&result)?;
        rest = next;
    }
    output.flush()
}
