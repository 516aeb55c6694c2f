//! The arguments of a call, as they come over the border: values of JSON in a form that is read at a glance.
//!
//! A value is a byte that says what it is, and behind it: a number as eight bytes of a 64-bit float; a text as its length in
//! four bytes and its UTF-8; a list as its count in four bytes and its items; an object as its count and its pairs, each a
//! text and a value. The lowest byte comes first.

use std::{fmt, str::FromStr};

use crate::frame::Fault;

/// An argument.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Value<'a> {
    #[default]
    Nothing,
    Truth(bool),
    Number(f64),
    Text(&'a str),
    List(Vec<Value<'a>>),
    Object(Object<'a>),
}

/// How deep lists and objects can be nested.
const DEPTH: u8 = 8;
/// The largest whole number that a 64-bit float tells from its neighbors.
pub(crate) const LARGEST: u64 = (1 << 53) - 1;

impl<'a> Value<'a> {
    /// Reads the value that `input` is from its first to its last byte.
    pub(crate) fn read(mut input: &'a [u8]) -> Result<Self, Fault> {
        let value = Self::take(&mut input, DEPTH)?;
        if input.is_empty() { Ok(value) } else { Err(Fault::Cut) }
    }

    /// Takes the value that `input` starts with.
    fn take(input: &mut &'a [u8], depth: u8) -> Result<Self, Fault> {
        let deeper = || depth.checked_sub(1).ok_or(Fault::Deep);
        let (kind, rest) = input.split_first().ok_or(Fault::Cut)?;
        *input = rest;
        Ok(match kind {
            0 => Self::Nothing,
            1 => Self::Truth(false),
            2 => Self::Truth(true),
            3 => {
                let (number, rest) = input.split_first_chunk().ok_or(Fault::Cut)?;
                *input = rest;
                Self::Number(f64::from_le_bytes(*number))
            }
            4 => Self::Text(text(input)?),
            5 => {
                let (count, depth) = (length(input)?, deeper()?);
                Self::List((0..count).map(|_| Self::take(input, depth)).collect::<Result<_, _>>()?)
            }
            6 => {
                let (count, depth) = (length(input)?, deeper()?);
                let pair = |_| Ok((text(input)?, Self::take(input, depth)?));
                Self::Object(Object((0..count).map(pair).collect::<Result<_, Fault>>()?))
            }
            _ => return Err(Fault::Cut),
        })
    }

    pub(crate) fn text(self, name: &str) -> Result<&'a str, Fault> {
        if let Self::Text(text) = self { Ok(text) } else { Err(self.fault(name, "a string")) }
    }

    fn truth(self, name: &str) -> Result<bool, Fault> {
        if let Self::Truth(truth) = self { Ok(truth) } else { Err(self.fault(name, "true or false")) }
    }

    fn object(self, name: &str) -> Result<Object<'a>, Fault> {
        if let Self::Object(object) = self { Ok(object) } else { Err(self.fault(name, "an object")) }
    }

    pub(crate) fn list(self, name: &str) -> Result<Vec<Self>, Fault> {
        if let Self::List(items) = self { Ok(items) } else { Err(self.fault(name, "an array")) }
    }

    /// Returns a whole number from 0.
    pub(crate) fn number(self, name: &str, most: u64) -> Result<u64, Fault> {
        match self.whole() {
            Some(number) if number <= most => Ok(number),
            _ => Err(self.fault(name, &format!("a whole number from 0 to {most}"))),
        }
    }

    /// Returns the number, where it is whole and not negative.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it is compared with what it was"
    )]
    #[expect(
        clippy::cast_precision_loss,
        clippy::float_cmp,
        reason = "what is not the same is no such number"
    )]
    fn whole(&self) -> Option<u64> {
        let Self::Number(number) = self else { return None };
        (*number as u64 as f64 == *number).then_some(*number as u64)
    }

    fn fault(&self, name: &str, wanted: &str) -> Fault {
        Fault::Argument(format!("{name} must be {wanted}, not {self}"))
    }
}

/// Says what it is, for a complaint.
impl fmt::Display for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing => f.write_str("null"),
            Self::Truth(truth) => write!(f, "`{truth}`"),
            // Whole ones alone: to write the others takes more code than all that is here.
            Self::Number(number) => match (self.whole(), Self::Number(-number).whole()) {
                (Some(number), _) => write!(f, "`{number}`"),
                (None, Some(number)) => write!(f, "`-{number}`"),
                (None, None) => f.write_str("a number with a fraction, or one too large"),
            },
            Self::Text(text) => write!(f, "`{text}`"),
            Self::List(_) => f.write_str("an array"),
            Self::Object(_) => f.write_str("an object"),
        }
    }
}

fn length(input: &mut &[u8]) -> Result<usize, Fault> {
    let (length, rest) = input.split_first_chunk().ok_or(Fault::Cut)?;
    *input = rest;
    usize::try_from(u32::from_le_bytes(*length)).map_err(|_| Fault::Cut)
}

fn text<'a>(input: &mut &'a [u8]) -> Result<&'a str, Fault> {
    let (text, rest) = length(input).and_then(|length| input.split_at_checked(length).ok_or(Fault::Cut))?;
    *input = rest;
    std::str::from_utf8(text).map_err(|_| Fault::Cut)
}

/// An object, whose values are taken out by their keys. `null` is the same as a key that is missing.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Object<'a>(pub(crate) Vec<(&'a str, Value<'a>)>);

impl<'a> Object<'a> {
    /// Takes the value of a key.
    pub(crate) fn take(&mut self, name: &str) -> Option<Value<'a>> {
        let at = self.0.iter().position(|(key, _)| *key == name)?;
        Some(self.0.swap_remove(at).1).filter(|value| *value != Value::Nothing)
    }

    pub(crate) fn truth(&mut self, name: &str) -> Result<Option<bool>, Fault> {
        self.take(name).map(|value| value.truth(name)).transpose()
    }

    pub(crate) fn text(&mut self, name: &str) -> Result<Option<&'a str>, Fault> {
        self.take(name).map(|value| value.text(name)).transpose()
    }

    /// Takes a text that has to be there.
    pub(crate) fn some_text(&mut self, name: &str) -> Result<&'a str, Fault> {
        self.take(name).unwrap_or_default().text(name)
    }

    /// Takes a word of a vocabulary.
    pub(crate) fn word<T: FromStr>(&mut self, name: &str) -> Result<Option<T>, Fault>
    where
        Fault: From<T::Err>,
    {
        Ok(self.text(name)?.map(str::parse).transpose()?)
    }

    pub(crate) fn number(&mut self, name: &str) -> Result<Option<u64>, Fault> {
        self.take(name).map(|value| value.number(name, LARGEST)).transpose()
    }

    /// Takes a number of 32 bits.
    pub(crate) fn small(&mut self, name: &str) -> Result<Option<u32>, Fault> {
        let number = self.take(name).map(|value| value.number(name, u32::MAX.into())).transpose()?;
        Ok(number.and_then(|number| u32::try_from(number).ok()))
    }

    /// Takes an object.
    pub(crate) fn object(&mut self, name: &str) -> Result<Option<Self>, Fault> {
        self.take(name).map(|value| value.object(name)).transpose()
    }

    /// Takes an object that has to be there.
    pub(crate) fn some_object(&mut self, name: &str) -> Result<Self, Fault> {
        self.take(name).unwrap_or_default().object(name)
    }

    /// Takes a list; an empty one where there is none.
    pub(crate) fn list(&mut self, name: &str) -> Result<Vec<Value<'a>>, Fault> {
        self.take(name).map_or(Ok(Vec::new()), |value| value.list(name))
    }

    /// Ends the reading of an object that has nothing else.
    pub(crate) fn end(&self) -> Result<(), Fault> {
        match self.0.first() {
            Some((name, _)) => Err(Fault::Argument(format!("unknown field `{name}`"))),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::{DEPTH, Object, Value};

    /// Writes a value as it comes over the border.
    pub(crate) fn written(value: &Value<'_>) -> Vec<u8> {
        let length = |count: usize| u32::try_from(count).expect("it is small").to_le_bytes();
        let text = |text: &str| [length(text.len()).as_slice(), text.as_bytes()].concat();
        match value {
            Value::Nothing => vec![0],
            Value::Truth(truth) => vec![1 + u8::from(*truth)],
            Value::Number(number) => [[3].as_slice(), &number.to_le_bytes()].concat(),
            Value::Text(of) => [[4].as_slice(), &text(of)].concat(),
            Value::List(items) => {
                let mut all = [[5].as_slice(), &length(items.len())].concat();
                all.extend(items.iter().flat_map(written));
                all
            }
            Value::Object(Object(pairs)) => {
                let mut all = [[6].as_slice(), &length(pairs.len())].concat();
                for (key, value) in pairs {
                    all.extend([text(key), written(value)].concat());
                }
                all
            }
        }
    }

    fn sample() -> Value<'static> {
        Value::Object(Object(vec![
            ("a", Value::List(vec![Value::Nothing, Value::Truth(true), Value::Truth(false)])),
            ("å", Value::Text("😀")),
            ("", Value::Number(-0.5)),
        ]))
    }

    #[test]
    fn what_is_written_is_read_and_what_is_cut_off_is_not() {
        let whole = written(&sample());
        assert_eq!(Value::read(&whole).expect("it is whole"), sample());
        for length in 0..whole.len() {
            assert!(Value::read(&whole[..length]).is_err(), "{length}");
        }
        assert!(Value::read(&[whole, vec![0]].concat()).is_err());
        for wrong in
            [&[7_u8][..], &[4, 1, 0, 0, 0, 0xFF], &[5, 0xFF, 0xFF, 0xFF, 0xFF], &[6, 0xFF, 0xFF, 0xFF, 0xFF]]
        {
            assert!(Value::read(wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn what_is_nested_too_deeply_is_not_read() {
        let nested = |depth| (0..depth).fold(Value::Nothing, |inner, _| Value::List(vec![inner]));
        assert!(Value::read(&written(&nested(usize::from(DEPTH)))).is_ok());
        let fault = Value::read(&written(&nested(usize::from(DEPTH) + 1))).expect_err("it is deeper");
        assert_eq!(fault.to_string(), "the arguments are nested too deeply");
    }

    #[test]
    fn a_wrong_argument_is_quoted() {
        let numbers = [-1.0, 1.5, f64::NAN, f64::INFINITY, 4_294_967_296.0, 1e300];
        let told: Vec<_> = numbers
            .map(|number| {
                Object(vec![("seed", Value::Number(number))]).small("seed").expect_err("wrong").to_string()
            })
            .into();
        let fraction = "seed must be a whole number from 0 to 4294967295, not a number with a fraction, or one too large";
        assert_eq!(told[0], "seed must be a whole number from 0 to 4294967295, not `-1`");
        assert_eq!(told[4], "seed must be a whole number from 0 to 4294967295, not `4294967296`");
        assert!([1, 2, 3, 5].iter().all(|at| told[*at] == fraction), "{told:?}");
        let mut object =
            Object(vec![("lang", Value::Truth(true)), ("now", Value::Text("x")), ("is", Value::Number(0.0))]);
        assert_eq!(object.clone().end().expect_err("more").to_string(), "unknown field `lang`");
        assert_eq!(
            object.some_text("lang").expect_err("wrong").to_string(),
            "lang must be a string, not `true`"
        );
        assert_eq!(
            object.number("now").expect_err("wrong").to_string(),
            "now must be a whole number from 0 to 9007199254740991, not `x`"
        );
        assert_eq!(object.truth("is").expect_err("wrong").to_string(), "is must be true or false, not `0`");
        assert_eq!(
            object.some_object("known").expect_err("missing").to_string(),
            "known must be an object, not null"
        );
        assert!(object.end().is_ok());
    }
}
