//! The words of the vocabulary: from Rust enums to the classes of `felkod._words`.

use pyo3::{prelude::*, sync::PyOnceLock, types::PyModule};

use crate::convert::Lang;

/// A value of the vocabulary, which is a member of a Python class.
pub(crate) trait Word: Copy {
    /// The name of the Python class.
    const CLASS: &'static str;

    /// Returns the word.
    fn word(self) -> &'static str;

    /// Returns the member of the Python class.
    fn member(self, py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
        static MODULE: PyOnceLock<Py<PyModule>> = PyOnceLock::new();
        let module = MODULE.get_or_try_init(py, || py.import("felkod._words").map(Bound::unbind))?;
        module.bind(py).getattr(Self::CLASS)?.call1((self.word(),))
    }
}

macro_rules! words {
    ($($class:ident)*) => {
        $(impl Word for felkod::$class {
            const CLASS: &'static str = stringify!($class);

            fn word(self) -> &'static str {
                self.as_str()
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
