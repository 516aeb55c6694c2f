//! Random parts of waits.

/// Random numbers of one decision: always the same for the same seed and the same number of calls.
///
/// This is `SplitMix64`, which is enough to keep the waits of several callers apart.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Jitter {
    state: u64,
}

impl Jitter {
    pub(crate) fn new(seed: u32, calls: u32) -> Self {
        Self { state: (u64::from(seed) << 32) | u64::from(calls) }
    }

    /// Returns a number from 0 to `most`.
    pub(crate) const fn up_to(self, most: u64) -> u64 {
        let mut mixed = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        match most.checked_add(1) {
            Some(numbers) => mixed % numbers,
            None => mixed,
        }
    }
}
