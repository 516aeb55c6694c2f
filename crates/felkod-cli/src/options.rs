//! The options that several actions share.

use clap::{
    ValueEnum,
    builder::{PossibleValuesParser, TypedValueParser},
};
use felkod::Locale;

use crate::{layout::harmless, output::Output, words::Words};

/// The options that stand anywhere on the command line.
#[derive(Debug, clap::Args)]
pub(crate) struct Common {
    /// Language tag of the output, such as sv, sv-FI, or en; English if felkod does not support it
    #[arg(long, value_name = "TAG", global = true)]
    lang: Option<String>,
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = Color::Auto, global = true, help = COLOR)]
    color: Color,
    /// Print nothing and only set the exit status
    #[arg(short, long, global = true)]
    quiet: bool,
}

/// The help of `--color`, whose names of variables stand without the marks of documentation.
const COLOR: &str =
    "When to use color; auto means on a terminal unless NO_COLOR is set, or if CLICOLOR_FORCE is set";

/// When to use color.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Color {
    Auto,
    Always,
    Never,
}

impl Common {
    /// Opens the output in the language asked for, and says so where felkod lacks it.
    pub(crate) fn open(&self) -> std::io::Result<Output> {
        match self.color {
            Color::Auto => anstream::ColorChoice::Auto,
            Color::Always => anstream::ColorChoice::Always,
            Color::Never => anstream::ColorChoice::Never,
        }
        .write_global();
        let Some(tag) = &self.lang else {
            return Ok(Output::new(Words::new(Locale::from_environment()), self.quiet));
        };
        let locale = tag.parse::<Locale>();
        let mut output = Output::new(Words::new(locale.clone().unwrap_or_default()), self.quiet);
        if locale.is_err() {
            let shown = harmless(tag);
            let complaint = if let Some(nearest) = Locale::nearest(tag) {
                let arguments = [("tag", shown.into()), ("nearest", nearest.tag().into())];
                output.words.with("language-nearest", &arguments)
            } else {
                let all: Vec<_> = Locale::ALL.iter().map(|locale| locale.tag()).collect();
                output
                    .words
                    .with("language-unknown", &[("tag", shown.into()), ("all", all.join(", ").into())])
            };
            output.complain(&complaint)?;
        }
        Ok(output)
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

/// Makes a parser of a word of the vocabulary, which lists the words in the help.
pub(crate) fn word<T>(words: &'static [T], as_str: fn(T) -> &'static str) -> impl TypedValueParser<Value = T>
where
    T: std::str::FromStr<Err = felkod::UnknownWord> + Copy + Send + Sync + 'static,
{
    PossibleValuesParser::new(words.iter().map(|word| as_str(*word))).try_map(|word| word.parse())
}
