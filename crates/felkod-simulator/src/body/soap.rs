//! SOAP 1.1: envelopes and faults.

use quick_xml::escape::escape;

use super::Refusal;
use crate::request::Reply;

const XML: &str = "text/xml; charset=utf-8";

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

const SPACE: &str = "http://schemas.xmlsoap.org/soap/envelope/";

/// The vendor's namespace.
const VENDOR: &str = "http://www.marketo.com/mktows/";

/// Returns a fault.
pub(crate) fn fault(refusal: &Refusal) -> Reply {
    let (number, text) = (refusal.code.as_u32(), escape(refusal.text.as_str()));
    let body = format!(
        "{DECLARATION}<SOAP-ENV:Envelope xmlns:SOAP-ENV=\"{SPACE}\"><SOAP-ENV:Body><SOAP-ENV:Fault>\
         <faultcode>SOAP-ENV:Client</faultcode><faultstring>{number} - {text}</faultstring>\
         <detail><ns1:serviceException xmlns:ns1=\"{VENDOR}\"><name>mktServiceException</name>\
         <message>{text} ({number})</message><code>{number}</code></ns1:serviceException></detail>\
         </SOAP-ENV:Fault></SOAP-ENV:Body></SOAP-ENV:Envelope>\n"
    );
    Reply::new(500, XML, body)
}

/// Returns a response to an operation. `inner` is XML already.
pub(crate) fn success(operation: &str, inner: &str) -> Reply {
    let capital: String = operation.chars().take(1).flat_map(char::to_uppercase).collect();
    let rest = operation.get(1..).unwrap_or_default();
    let body = format!(
        "{DECLARATION}<SOAP-ENV:Envelope xmlns:SOAP-ENV=\"{SPACE}\" xmlns:ns1=\"{VENDOR}\"><SOAP-ENV:Body>\
         <ns1:success{capital}{rest}><result>{inner}</result></ns1:success{capital}{rest}>\
         </SOAP-ENV:Body></SOAP-ENV:Envelope>\n"
    );
    Reply::new(200, XML, body)
}
