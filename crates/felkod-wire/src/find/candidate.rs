//! What may be an answer, and what the record around it tells.

use std::ops::Range;

/// Something that may be an answer.
#[derive(Debug)]
pub(super) struct Candidate {
    pub(super) range: Range<usize>,
    pub(super) what: What,
    pub(super) context: Context,
    /// Whether it is written as JSON writes it.
    pub(super) is_plain: bool,
    /// Whether it stands inside another container.
    pub(super) is_inside: bool,
}

/// What a candidate is.
#[derive(Debug)]
pub(super) enum What {
    /// The object of a response.
    Response,
    /// An object that counts only where the host is known to be Marketo's.
    OfKnownHost,
    /// Items of `errors`: one, or a list of them.
    Errors,
    /// Items of `result`: one, or a list of them.
    Records,
    /// A SOAP fault as an object.
    Fault(Fault),
    /// A string that may hold anything.
    Text {
        /// Whether it is the text of a HAR file.
        is_har: bool,
    },
}

/// The parts of a SOAP fault.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_field_names, reason = "it is SOAP's name")]
pub(super) struct Fault {
    pub(super) fault_string: Option<String>,
    pub(super) message: Option<String>,
    pub(super) code: Option<String>,
}

/// What the record around an answer tells: a HAR entry, a recorded exchange, a line of a log.
#[derive(Clone, Debug, Default)]
pub(super) struct Context {
    pub(super) status: Option<u16>,
    pub(super) request_id: Option<Box<str>>,
    pub(super) host: Host,
}

impl Context {
    /// Takes what it lacks from the record around it.
    pub(super) fn fill(&mut self, other: &Self) {
        self.status = self.status.or(other.status);
        if self.request_id.is_none() {
            self.request_id.clone_from(&other.request_id);
        }
        if self.host == Host::Untold {
            self.host = other.host;
        }
    }
}

/// Whose server sent an answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Host {
    #[default]
    Untold,
    Marketos,
    Other,
}

impl Host {
    /// Tells whose host an address names.
    pub(super) fn of(address: &[u8]) -> Self {
        /// The domains of Marketo's APIs.
        const DOMAINS: [&[u8]; 4] = [b".mktorest.com", b".mktoapi.com", b".marketo.com", b".marketo.net"];
        if !address.contains(&b'.') {
            return Self::Untold;
        }
        let is_marketos = DOMAINS.iter().any(|domain| memchr::memmem::find(address, domain).is_some());
        if is_marketos { Self::Marketos } else { Self::Other }
    }
}
