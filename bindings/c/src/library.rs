//! The library itself.

use std::ffi::{CStr, c_char};

use felkod::{Case, Code, Locale, Part, StatusClass, Unknown};

use crate::{strings::init_names, vocabulary::init_labels};

/// Returns the version of the library, such as "0.1.0"; FELKOD_VERSION is that of the header.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_version() -> *const c_char {
    const VERSION: &CStr =
        match CStr::from_bytes_with_nul(concat!(env!("CARGO_PKG_VERSION"), "\0").as_bytes()) {
            Ok(version) => version,
            Err(_) => c"",
        };
    VERSION.as_ptr()
}

/// Returns the version of the library as a number, such as 0x000100 for 0.1.0; FELKOD_VERSION_NUM is that of the header.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_version_num() -> u32 {
    const fn number(text: &str) -> u32 {
        let (mut number, mut at) = (0, 0);
        while at < text.len() {
            number = number * 10 + (text.as_bytes()[at] - b'0') as u32;
            at += 1;
        }
        number
    }
    const VERSION: u32 = number(env!("CARGO_PKG_VERSION_MAJOR")) << 16
        | number(env!("CARGO_PKG_VERSION_MINOR")) << 8
        | number(env!("CARGO_PKG_VERSION_PATCH"));
    VERSION
}

/// Renders every static text and name now, in every locale. Nobody needs it but programs that fork while other threads
/// run, or that ask in a signal handler; see the top of this file. It takes a few milliseconds.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_init() {
    init_names();
    for locale in Locale::ALL {
        init_labels(*locale);
        for part in Part::ALL {
            for code in Code::ALL {
                let _ = code.text_with_nul(*part, *locale);
            }
            for case in Case::ALL {
                let _ = case.text_with_nul(*part, *locale);
            }
            for class in StatusClass::ALL {
                let _ = class.text_with_nul(*part, *locale);
            }
            for unknown in Unknown::ALL {
                let _ = unknown.text_with_nul(*part, *locale);
            }
        }
    }
}
