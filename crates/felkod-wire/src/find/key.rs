//! The keys of objects that tell something of an answer or of its exchange.

/// The keys that tell something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key {
    Other,
    RequestId,
    Success,
    Errors,
    Reasons,
    Result,
    Code,
    Message,
    ErrorCode,
    Error,
    ErrorDescription,
    Status,
    FaultString,
    ServiceException,
    Detail,
    Headers,
    HeaderRequestId,
    Name,
    Value,
    Content,
    Text,
    Response,
    Request,
    Address,
}

impl Key {
    /// Reads a key; of one with a prefix its local name, whatever its spelling.
    pub(super) fn of(key: &[u8]) -> Self {
        match key {
            b"requestId" => return Self::RequestId,
            b"success" => return Self::Success,
            b"errors" => return Self::Errors,
            b"reasons" => return Self::Reasons,
            b"result" => return Self::Result,
            b"code" => return Self::Code,
            b"message" => return Self::Message,
            b"error_code" => return Self::ErrorCode,
            b"error" => return Self::Error,
            b"error_description" => return Self::ErrorDescription,
            _ => {}
        }
        let mut name = [0; 20];
        let mut length = 0;
        let from = key.iter().rposition(|byte| *byte == b':').map_or(0, |at| at + 1);
        for byte in key[from..].iter().filter(|byte| !matches!(byte, b'_' | b'-')) {
            let Some(slot) = name.get_mut(length) else { return Self::Other };
            *slot = byte.to_ascii_lowercase();
            length += 1;
        }
        match &name[..length] {
            b"code" => Self::Code,
            b"message" => Self::Message,
            b"faultstring" => Self::FaultString,
            b"serviceexception" => Self::ServiceException,
            b"detail" => Self::Detail,
            b"status" | b"statuscode" | b"httpstatus" | b"responsecode" => Self::Status,
            b"headers" | b"responseheaders" | b"rawheaders" => Self::Headers,
            b"xrequestid" => Self::HeaderRequestId,
            b"name" => Self::Name,
            b"value" => Self::Value,
            b"content" => Self::Content,
            b"text" | b"body" | b"string" | b"data" | b"responsebody" | b"base64string" => Self::Text,
            b"response" => Self::Response,
            b"request" => Self::Request,
            b"url" | b"uri" | b"scope" | b"host" | b"baseurl" => Self::Address,
            _ => Self::Other,
        }
    }
}
