//! A call and what comes back, without the network.

use std::borrow::Cow;

/// A call as Marketo gets it.
///
/// # Examples
///
/// ```
/// use felkod_simulator::Request;
///
/// let request = Request::new("GET", "/rest/v1/lead/1.json").header("Authorization", "Bearer abc");
/// assert_eq!(request.path(), "/rest/v1/lead/1.json");
/// ```
#[derive(Clone, Copy, Default)]
#[non_exhaustive]
#[must_use]
pub struct Request<'r> {
    /// The HTTP method, in capitals.
    pub method: &'r str,
    /// The path and the query.
    pub target: &'r str,
    /// The header `Authorization`.
    pub authorization: Option<&'r str>,
    /// The header `Content-Type`.
    pub content_type: Option<&'r str>,
    /// The header `X-Felkod-Answer`.
    pub answer: Option<&'r str>,
    /// The body.
    pub body: &'r [u8],
}

impl<'r> Request<'r> {
    /// Makes a call without a body.
    pub fn new(method: &'r str, target: &'r str) -> Self {
        Self { method, target, ..Self::default() }
    }

    /// Adds a header. Case does not matter in names; headers that the simulator does not use are ignored.
    pub fn header(mut self, name: &str, value: &'r str) -> Self {
        if name.eq_ignore_ascii_case("authorization") {
            self.authorization = Some(value);
        } else if name.eq_ignore_ascii_case("content-type") {
            self.content_type = Some(value);
        } else if name.eq_ignore_ascii_case("x-felkod-answer") {
            self.answer = Some(value);
        }
        self
    }

    /// Sets the body.
    pub fn body(mut self, body: &'r [u8]) -> Self {
        self.body = body;
        self
    }

    /// Returns the path, without the query.
    #[must_use]
    pub fn path(&self) -> &'r str {
        self.target.split('?').next().unwrap_or_default()
    }

    /// Returns the media type without its parameters, in lower case.
    pub(crate) fn media_type(&self) -> String {
        let content_type = self.content_type.unwrap_or_default();
        content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
    }

    /// Returns the parameters of the query and, of a form, of the body.
    pub(crate) fn parameters(&self) -> Parameters<'r> {
        let query = self.target.split_once('?').map_or("", |(_, query)| query);
        let mut all: Vec<_> = form_urlencoded::parse(query.as_bytes()).collect();
        if self.media_type() == "application/x-www-form-urlencoded" {
            all.extend(form_urlencoded::parse(self.body));
        }
        Parameters(all)
    }
}

/// The parameters of a call.
pub(crate) struct Parameters<'r>(Vec<(Cow<'r, str>, Cow<'r, str>)>);

impl Parameters<'_> {
    /// Returns the first value of a name that is not empty.
    pub(crate) fn of(&self, name: &str) -> Option<&str> {
        let mut values = self.0.iter().filter(|(key, value)| key == name && !value.is_empty());
        values.next().map(|(_, value)| &**value)
    }

    /// Returns every value of a name, and the parts of those that are lists with commas.
    pub(crate) fn list(&self, name: &str) -> Vec<&str> {
        let values = self.0.iter().filter(|(key, _)| key == name);
        let parts = values.flat_map(|(_, value)| value.split(','));
        parts.map(str::trim).filter(|part| !part.is_empty()).collect()
    }
}

/// What the simulator sends back.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// The media type of the body.
    pub content_type: &'static str,
    /// The header `X-Request-Id`, which the Data Ingestion API sends.
    pub request_id: Option<String>,
    /// The body.
    pub body: Vec<u8>,
    /// When the reply is sent, by the simulator's clock. Until then the call is one of those at the same time.
    pub due: u64,
    /// How much of it gets to the client.
    pub delivery: Delivery,
    /// How many connections are reset after this one.
    pub refused_connections: u32,
}

/// How much of a reply gets to the client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Delivery {
    /// All of it.
    Whole,
    /// So many bytes of the body, then the connection is closed.
    Broken(usize),
    /// Nothing: the connection is closed.
    Dropped,
}

impl Reply {
    pub(crate) fn new(status: u16, content_type: &'static str, body: impl Into<Vec<u8>>) -> Self {
        Self {
            status,
            content_type,
            request_id: None,
            body: body.into(),
            due: 0,
            delivery: Delivery::Whole,
            refused_connections: 0,
        }
    }
}

impl Request<'_> {
    /// Returns the access token, from the header or from the old parameter of the query.
    pub(crate) fn token(&self) -> String {
        if let Some(value) = self.authorization {
            let (scheme, token) = value.trim().split_once(' ').unwrap_or_default();
            return if scheme.eq_ignore_ascii_case("bearer") {
                token.trim().to_owned()
            } else {
                String::new()
            };
        }
        self.parameters().of("access_token").unwrap_or_default().to_owned()
    }
}
