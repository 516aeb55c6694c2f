//! The labels of the vocabulary.

use felkod::{Locale, json::Json};

use crate::frame::Fault;

macro_rules! words {
    ($($class:ident)*) => {
        /// Returns the label of a word for people: of a column as the JSON names it, such as `category`.
        pub(crate) fn label(kind: &str, word: &str, lang: &str) -> Result<Json, Fault> {
            let locale = Locale::from_tag(lang);
            match kind {
                $(stringify!($class) => Ok(word.parse::<felkod::$class>()?.label(locale).into()),)*
                _ => Err(Fault::Argument(format!("unknown vocabulary `{kind}`"))),
            }
        }

        /// Every class of words that have labels, with its words and their labels in English.
        #[cfg(test)]
        pub(crate) fn labeled() -> Vec<(&'static str, Vec<(&'static str, &'static str)>)> {
            vec![$((
                stringify!($class),
                felkod::$class::ALL.iter().map(|word| (word.as_str(), word.label(Locale::En))).collect(),
            )),*]
        }
    };
}

words! {
    Api Level Standing Category Advice Applied Retry EscalateTo Basis ExemptFromQuota Grade Unit Scope Resets Outcome
    Remark
}
