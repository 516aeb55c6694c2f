//! What was redacted.

/// What a redacted value was: told by its name, or by the form of the value itself.
#[repr(u32)]
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// An e-mail address.
    Email = 1,
    /// A phone number.
    Phone = 2,
    /// A Swedish personal number.
    PersonalNumber = 3,
    /// An access token, or anything in the form of one.
    Token = 4,
    /// A password, client secret, signature, or key.
    Secret = 5,
    /// The name of an API user or of a client.
    User = 6,
    /// The value of a cookie.
    Cookie = 7,
    /// The value of a header that proves an identity.
    Credentials = 8,
    /// Data of a person: a name, an address, the value of a lead's field.
    Personal = 9,
    /// Any value, in the strength `strict`.
    Value = 10,
    /// What is too long, too deep, or too broken to be looked into.
    Unread = 11,
}

felkod_catalog::words! {
    Kind "kind" {
        Email "email" Phone "phone" PersonalNumber "personal_number" Token "token" Secret "secret" User "user"
        Cookie "cookie" Credentials "credentials" Personal "personal" Value "value" Unread "unread"
    }
}
