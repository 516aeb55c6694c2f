//! The Fluent files of felkod, as text: what each error code of the Marketo APIs means and what to do, by language.
//!
//! It is the files and their names, nothing else: `felkod-catalog` parses them and renders the texts.

#![no_std]
#![forbid(unsafe_code)]

/// The Fluent files of one language.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Files {
    /// The BCP 47 tag, which is the name of the folder.
    pub tag: &'static str,
    /// One message a code and a case: SOAP, REST, Data Ingestion.
    pub codes: [&'static str; 3],
    /// The words of the vocabulary.
    pub labels: &'static str,
}

macro_rules! files {
    ($tag:literal) => {
        Files {
            tag: $tag,
            codes: [
                include_str!(concat!($tag, "/soap.ftl")),
                include_str!(concat!($tag, "/rest.ftl")),
                include_str!(concat!($tag, "/data_ingestion.ftl")),
            ],
            labels: include_str!(concat!($tag, "/labels.ftl")),
        }
    };
}

/// English.
pub const EN: Files = files!("en");

/// Swedish.
pub const SV: Files = files!("sv");
