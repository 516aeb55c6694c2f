//! Where in its documents a text stands.

use crate::{Kind, names::Rule};

/// Where in its documents a text stands, between two pieces of it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Place {
    /// The open containers of JSON. While there are any, the text is JSON.
    pub(crate) json: Vec<Container>,
    /// The open elements of XML.
    pub(crate) xml: Vec<Element>,
    /// How a quotation mark is written in the JSON.
    pub(crate) quote: Vec<u8>,
    /// Whether the text stands inside of a line.
    pub(crate) in_line: bool,
    /// The name whose value comes next.
    pub(crate) pending: Option<Rule>,
    /// A hidden header may go on in the next line.
    pub(crate) folded: Option<Kind>,
    /// What is left of the line belongs to a broken document.
    pub(crate) broken: Option<Kind>,
    pub(crate) csv: Option<Csv>,
    pub(crate) multipart: Option<Multipart>,
    /// Names of elements that do not end in the text at hand.
    pub(crate) unclosed: Vec<Vec<u8>>,
}

/// An object or an array of JSON.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each says another thing of the container")]
pub(crate) struct Container {
    pub(crate) is_object: bool,
    /// All values in it are hidden.
    pub(crate) hide: Option<Kind>,
    /// It is part of the items of a response.
    pub(crate) is_result: bool,
    /// Its values are of cookies.
    pub(crate) is_cookies: bool,
    /// The value of a name that stays in the strength `strict`.
    pub(crate) stays: bool,
    /// The next string is a value.
    pub(crate) after_colon: bool,
    /// What the name of the value at hand says.
    pub(crate) rule: Option<Rule>,
    pub(crate) has_key: bool,
    /// The name is one that stands for another: `value` in `{"name": …, "value": …}`.
    pub(crate) is_value: bool,
    /// The value of this name is the name of another value.
    pub(crate) is_name: bool,
    /// What the name in it says.
    pub(crate) pair: Option<Rule>,
    pub(crate) has_pair: bool,
    pub(crate) key_stays: bool,
}

/// An element of XML.
#[derive(Clone, Debug, Default)]
pub(crate) struct Element {
    pub(crate) name: Vec<u8>,
    pub(crate) hide: Option<Kind>,
    pub(crate) rule: Option<Rule>,
    /// A record of a lead: what has no name to be kept is hidden.
    pub(crate) is_record: bool,
    /// The end of the hidden element is not in the text at hand: only its first line is hidden.
    pub(crate) is_cut: bool,
    /// What a child with a name says of the child with the value.
    pub(crate) pair: Option<Rule>,
    pub(crate) stays: bool,
}

/// A table after its header line.
#[derive(Clone, Debug)]
pub(crate) struct Csv {
    pub(crate) delimiter: u8,
    pub(crate) columns: usize,
}

/// A multipart body.
#[derive(Clone, Debug)]
pub(crate) struct Multipart {
    pub(crate) boundary: Vec<u8>,
    pub(crate) in_headers: bool,
    /// All of the part is hidden.
    pub(crate) hide: Option<Kind>,
}
