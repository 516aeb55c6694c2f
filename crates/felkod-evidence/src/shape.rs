//! Values that tell by their form what they are.

use std::ops::Range;

/// Tells whether a byte is part of a word.
pub(crate) const fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80
}

fn digits(text: &[u8]) -> usize {
    text.iter().take_while(|byte| byte.is_ascii_digit()).count()
}

/// Returns the e-mail address around the `@` at `at`.
pub(crate) fn email(text: &[u8], at: usize) -> Option<Range<usize>> {
    let is_domain =
        |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_') || byte >= 0x80;
    let domain = text[at + 1..].iter().take_while(|byte| is_domain(**byte)).count();
    let mut end = at + 1 + domain;
    while end > at + 1 && matches!(text[end - 1], b'.' | b'-' | b'_') {
        end -= 1;
    }
    let host = &text[at + 1..end];
    if host.is_empty() && text.get(at + 1) == Some(&b'[') {
        let close = memchr::memchr(b']', &text[at + 1..text.len().min(at + 60)])?;
        return local(text, at).map(|start| start..at + 2 + close);
    }
    let dot = memchr::memrchr(b'.', host)?;
    let top = &host[dot + 1..];
    if top.len() < 2 || top[0].is_ascii_digit() {
        return None;
    }
    local(text, at).map(|start| start..end)
}

/// Returns where the part before the `@` starts.
fn local(text: &[u8], at: usize) -> Option<usize> {
    // A part in quotation marks may hold anything.
    if at > 1 && text[at - 1] == b'"' {
        let from = at.saturating_sub(66);
        if let Some(open) = memchr::memrchr(b'"', &text[from..at - 1]) {
            return Some(from + open);
        }
    }
    let is_local = |byte: u8| {
        byte.is_ascii_alphanumeric()
            || byte >= 0x80
            || matches!(byte, b'.' | b'_' | b'%' | b'+' | b'-' | b'~' | b'!' | b'#' | b'$' | b'*' | b'^')
    };
    let length = text[..at].iter().rev().take_while(|byte| is_local(**byte)).count();
    // What people quote with an apostrophe: o'brien@example.com.
    let mut start = at - length;
    if start > 1 && text[start - 1] == b'\'' && text[start - 2].is_ascii_alphanumeric() && length > 0 {
        start -= 1 + text[..start - 1].iter().rev().take_while(|byte| is_local(**byte)).count();
    }
    // An escape before the part is none of it: `\nanna@example.com`, `%3Danna@example.com`.
    if start > 0 && text[start - 1] == b'\\' {
        start -= 1;
        start += crate::view::escape(&text[start..at]).map_or(1, |escape| escape.length);
    }
    let mut from = start;
    while let Some(escape) = memchr::memchr(b'%', &text[from..at]).map(|escape| from + escape) {
        from = escape + 1;
        let decoded = text
            .get(escape + 1..escape + 3)
            .and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok());
        if decoded.is_some_and(|byte| byte < 0x80 && !is_local(byte)) && escape + 3 <= at {
            start = escape + 3;
            from = start;
        }
    }
    (start < at).then_some(start)
}

/// Returns the end of the Swedish personal number that starts at `at`: 811218-9876, 198112189876.
pub(crate) fn personal_number(text: &[u8], at: usize) -> Option<usize> {
    let first = digits(&text[at..]);
    let (date, sign) = match first {
        6 | 8 => (first, matches!(text.get(at + first), Some(b'-' | b'+'))),
        10 | 12 => (first - 4, false),
        _ => return None,
    };
    if !sign && first < 10 {
        return None;
    }
    let last = at + date + usize::from(sign);
    if digits(&text[last..]) != 4 {
        return None;
    }
    let end = last + 4;
    let mut numbers = [0; 12];
    let digits = text[at..end].iter().filter(|byte| byte.is_ascii_digit());
    let length =
        numbers.iter_mut().zip(digits).map(|(number, digit)| *number = u32::from(digit - b'0')).count();
    let numbers = &numbers[..length];
    if numbers.len() == 12 && !matches!((numbers[0], numbers[1]), (1, 8 | 9) | (2, 0)) {
        return None;
    }
    let ten = &numbers[numbers.len() - 10..];
    let (month, day) = (ten[2] * 10 + ten[3], ten[4] * 10 + ten[5]);
    let is_date = (1..=12).contains(&month) && ((1..=31).contains(&day) || (61..=91).contains(&day));
    let sum: u32 = ten
        .iter()
        .enumerate()
        .map(|(index, digit)| {
            let double = digit * (2 - u32::try_from(index % 2).unwrap_or(0));
            double / 10 + double % 10
        })
        .sum();
    (is_date && sum.is_multiple_of(10)).then_some(end)
}

/// Returns the end of the phone number that starts at `at`.
pub(crate) fn phone(text: &[u8], at: usize) -> Option<usize> {
    let mut end = at;
    // The sizes of the groups of digits, as far as they tell, and what stands after each.
    let (mut sizes, mut groups, mut dots) = ([0_u32; 5], 0, false);
    let (mut count, mut at_digits, mut cursor) = (0_u32, 0, at);
    let mut close = |size: u32, separator: u8| {
        if let Some(place) = sizes.get_mut(groups) {
            *place = size;
        }
        groups += 1;
        dots |= matches!(separator, b'.' | b'/');
    };
    let plus = text[at] == b'+';
    if plus {
        cursor += 1;
    }
    while let Some(byte) = text.get(cursor) {
        let before = cursor.checked_sub(1).and_then(|before| text.get(before)).copied();
        match byte {
            b'0'..=b'9' => {
                count += 1;
                at_digits += 1;
                end = cursor + 1;
            }
            b' ' | b'-' | b'.' | b'/' | b'(' | b')' => {
                let opens = cursor == at && *byte == b'(';
                let follows = matches!((before, byte), (Some(b')'), b' ' | b'-') | (Some(b' ' | b'-'), b'('));
                let is_single = before.is_some_and(|before| before.is_ascii_digit()) || opens || follows;
                if !is_single || count > 15 {
                    break;
                }
                if at_digits > 0 {
                    close(at_digits, *byte);
                }
                at_digits = 0;
            }
            0xC2 if text.get(cursor + 1) == Some(&0xA0) && at_digits > 0 => {
                close(at_digits, b' ');
                at_digits = 0;
                cursor += 1;
            }
            _ => break,
        }
        cursor += 1;
    }
    if at_digits > 0 {
        close(at_digits, 0);
    }
    if text.get(end).is_some_and(|byte| is_word(*byte)) {
        return None;
    }
    let digit = |index: usize| {
        text[at..end].iter().filter(|byte| byte.is_ascii_digit()).nth(index).copied().unwrap_or(0)
    };
    let sizes = &sizes[..groups.min(5)];
    let is_date = matches!(sizes, [2, 2, 2] | [2, 2, 4, ..]) && text[at] != b'(';
    let is_phone = if plus {
        (8..=15).contains(&count) && digit(0) != b'0'
    } else if text[at] == b'(' {
        (8..=12).contains(&count) && sizes[0] <= 4
    } else if digit(0) == b'0' && digit(1) == b'0' {
        (10..=17).contains(&count) && !dots && digit(2) != b'0'
    } else if digit(0) == b'0' {
        (8..=11).contains(&count)
            && digit(1) != b'0'
            && !is_date
            && (!dots || sizes[0] <= 4)
            && (sizes.len() > 1 || count > 8)
    } else {
        matches!(sizes, [3, 3, 4] | [1, 3, 3, 4])
    };
    is_phone.then_some(end)
}

/// Returns the end of a token that starts at `at`, where a word starts.
pub(crate) fn token(text: &[u8], at: usize) -> Option<usize> {
    let rest = &text[at..];
    let run =
        rest.iter().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')).count();
    let word = &rest[..run];
    // Marketo's access tokens: a UUID, a colon, and the instance.
    if run == 36 && rest.get(36) == Some(&b':') && is_uuid(word) {
        let more = rest[37..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        if (2..=12).contains(&more) {
            return Some(at + 37 + more);
        }
    }
    if word.starts_with(b"eyJ") && run >= 12 {
        let all = rest
            .iter()
            .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.' | b'='))
            .count();
        return (all >= 20).then_some(at + all);
    }
    let prefixes: [&[u8]; 9] =
        [b"_mch-", b"ghp_", b"gho_", b"ghs_", b"sk_live_", b"xoxb-", b"xoxp-", b"glpat-", b"github_pat_"];
    if prefixes.iter().any(|prefix| word.starts_with(prefix) && run >= prefix.len() + 8) {
        let all = rest
            .iter()
            .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.'))
            .count();
        return Some(at + all);
    }
    if run >= 20 && (word.starts_with(b"AKIA") || word.starts_with(b"AIza")) {
        return Some(at + run);
    }
    let count = |is: fn(&u8) -> bool| word.iter().filter(|byte| is(byte)).count();
    let is_random = run >= 24
        && count(u8::is_ascii_digit) >= 3
        && count(u8::is_ascii_uppercase) >= 3
        && count(u8::is_ascii_lowercase) >= 3
        && count(|byte| *byte == b'-') == 0;
    is_random.then_some(at + run)
}

fn is_uuid(word: &[u8]) -> bool {
    word.len() == 36
        && word.iter().enumerate().all(|(index, byte)| match index {
            8 | 13 | 18 | 23 => *byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}
