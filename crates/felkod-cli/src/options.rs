//! What the actions share: options, and what an action leaves behind.

use clap::{
    ValueEnum,
    builder::{PossibleValuesParser, TypedValueParser},
};
use felkod::Locale;

/// The language of the output.
#[derive(Debug, clap::Args)]
pub(crate) struct Language {
    /// Language as a tag: sv, sv-FI, en …; one felkod lacks gives English
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,
}

impl Language {
    pub(crate) fn locale(&self) -> Locale {
        self.lang.as_deref().map_or_else(Locale::from_environment, Locale::from_tag)
    }
}

/// The form of the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people
    Text,
    /// For programs
    Json,
}

/// What an action leaves behind: what to print where, and the exit status.
#[derive(Debug, Default)]
pub(crate) struct Output {
    pub(crate) out: String,
    pub(crate) err: String,
    pub(crate) status: u8,
}

/// Makes a parser of a word of the vocabulary, which lists the words in the help.
pub(crate) fn word<T>(words: &'static [T], as_str: fn(T) -> &'static str) -> impl TypedValueParser<Value = T>
where
    T: std::str::FromStr<Err = felkod::UnknownWord> + Copy + Send + Sync + 'static,
{
    PossibleValuesParser::new(words.iter().map(|word| as_str(*word))).try_map(|word| word.parse())
}
