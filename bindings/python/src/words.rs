//! The words of the vocabulary: from Rust enums to the classes of `felkod._words`.

use felkod::Advice;
use pyo3::{exceptions::PyValueError, prelude::*, sync::PyOnceLock};

use crate::convert::Lang;

/// A value of the vocabulary, which is a member of a Python class.
pub(crate) trait Word: Copy {
    /// Returns the member of the Python class.
    fn member(self, py: Python<'_>) -> PyResult<Bound<'_, PyAny>>;
}

/// Returns the member of a Python class for a word, where there is one.
pub(crate) fn word<W: Word>(py: Python<'_>, word: Option<W>) -> PyResult<Option<Bound<'_, PyAny>>> {
    word.map(|word| word.member(py)).transpose()
}

/// Returns the word of a str, or a `ValueError` that quotes it.
pub(crate) fn parsed<W: std::str::FromStr<Err = felkod::UnknownWord>>(word: &str) -> PyResult<W> {
    word.parse().map_err(|error: felkod::UnknownWord| PyValueError::new_err(error.to_string()))
}

macro_rules! words {
    ($($class:ident)*) => {
        $(impl Word for felkod::$class {
            fn member(self, py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
                // A call of an enum class looks its member up, which takes longer than all the rest of a column.
                static MEMBERS: PyOnceLock<Vec<Py<PyAny>>> = PyOnceLock::new();
                let members = MEMBERS.get_or_try_init(py, || {
                    let class = py.import("felkod._words")?.getattr(stringify!($class))?;
                    let member = |word: &Self| Ok(class.call1((word.as_str(),))?.unbind());
                    Self::ALL.iter().map(member).collect::<PyResult<_>>()
                })?;
                let member = Self::ALL.iter().position(|word| *word == self).and_then(|at| members.get(at));
                let member = member.ok_or_else(|| PyValueError::new_err(self.as_str()))?;
                Ok(member.bind(py).clone())
            }
        })*

        /// Returns every class of words with its words.
        #[pyfunction]
        pub(crate) fn words() -> Vec<(&'static str, Vec<&'static str>)> {
            vec![$((
                stringify!($class),
                felkod::$class::ALL.iter().map(|word| word.as_str()).collect(),
            )),*]
        }

        /// Returns the label of a word for people, or `None` where there is none.
        #[pyfunction]
        pub(crate) fn label(class_: &str, word: &str, lang: Lang) -> Option<&'static str> {
            match class_ {
                $(stringify!($class) => {
                    word.parse::<felkod::$class>().ok().map(|word| word.label(lang.0))
                })*
                _ => None,
            }
        }
    };
}

words! {
    Api Level Standing Category Advice Applied Retry EscalateTo Basis ExemptFromQuota Grade Unit Scope Resets Outcome
    Remark
}

/// Returns how many attempts an advice has in all, how many seconds of trying it allows, and whether it stops.
#[pyfunction]
pub(crate) fn advice(word: &str) -> PyResult<(Option<u32>, Option<u32>, bool)> {
    let advice: Advice = parsed(word)?;
    Ok((advice.attempts(), advice.longest_wait_seconds(), advice.stops()))
}
