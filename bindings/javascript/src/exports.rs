//! The exports of the WebAssembly: memory for a call, the call, and its result's memory given back.
//!
//! Their names are felkod's own, since `free` is C's; that of the call tells one file from the other.

#![expect(unsafe_code, reason = "bytes come over the border as an address and a length")]

use crate::frame;

/// The bytes of a page of WebAssembly's memory.
const PAGE: usize = 64 << 10;

/// Returns zeroed memory of so many bytes, or null where there is not so much.
#[unsafe(export_name = "felkod_alloc")]
pub(crate) extern "C" fn alloc(length: usize) -> *mut u8 {
    let mut memory: Vec<u8> = Vec::new();
    if length == 0 || memory.try_reserve_exact(length).is_err() {
        return std::ptr::null_mut();
    }
    memory.resize(length, 0);
    Box::into_raw(memory.into_boxed_slice()).cast::<u8>()
}

/// Takes a call, see [`call`](crate::call), and returns its result: its length in four bytes, the lowest first, and then
/// the result itself. The memory of the call is given back; that of the result, with the four bytes, is the caller's.
///
/// A call that does not lie in memory has the result of one that is empty.
///
/// # Safety
///
/// `address` is memory of `length` bytes from [`alloc`].
#[cfg_attr(feature = "read", unsafe(export_name = "felkod_call"))]
#[cfg_attr(not(feature = "read"), unsafe(export_name = "felkod_redact"))]
pub(crate) unsafe extern "C" fn call(address: *mut u8, length: usize) -> *mut u8 {
    let input = if is_in_memory(address, length) {
        // SAFETY: the caller had it from `alloc` with this length.
        unsafe { Box::from_raw(std::ptr::slice_from_raw_parts_mut(address, length)) }
    } else {
        Box::default()
    };
    let result = frame::call_behind(&input, &[0; LENGTH]);
    drop(input);
    let mut result = result.into_boxed_slice();
    let length = u32::try_from(result.len() - LENGTH).unwrap_or(u32::MAX);
    result[..LENGTH].copy_from_slice(&length.to_le_bytes());
    Box::into_raw(result).cast::<u8>()
}

/// The bytes of a result's length.
const LENGTH: usize = 4;

/// Gives memory back; what does not lie in memory is ignored.
///
/// # Safety
///
/// `address` is memory of `length` bytes from [`alloc`] or [`call`].
#[unsafe(export_name = "felkod_free")]
pub(crate) unsafe extern "C" fn free(address: *mut u8, length: usize) {
    if is_in_memory(address, length) {
        // SAFETY: the caller had it from `alloc` or `call` with this length.
        drop(unsafe { Box::from_raw(std::ptr::slice_from_raw_parts_mut(address, length)) });
    }
}

/// Tells whether a range lies in memory.
fn is_in_memory(address: *mut u8, length: usize) -> bool {
    let size = core::arch::wasm32::memory_size(0).saturating_mul(PAGE);
    let end = address.addr().checked_add(length);
    !address.is_null() && length > 0 && end.is_some_and(|end| end <= size)
}
