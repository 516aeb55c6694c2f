//! The pages of gateways in front of Marketo.

use axum::http::StatusCode;

use crate::request::Reply;

/// Whose page it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Page {
    #[default]
    Nginx,
    /// A load balancer that says neither a number nor a phrase: only the HTTP status tells.
    F5,
    /// Plain text.
    Text,
    /// Nothing at all.
    Empty,
}

/// Returns a page with an HTTP status.
pub(crate) fn of_status(status: u16, page: Page) -> Reply {
    let phrase = StatusCode::from_u16(status).ok().and_then(|status| status.canonical_reason());
    let title = format!("{status} {}", phrase.unwrap_or("Error"));
    match page {
        Page::Nginx => html(
            status,
            &format!(
                "<html>\r\n<head><title>{title}</title></head>\r\n<body>\r\n<center><h1>{title}</h1></center>\r\n\
                 <hr><center>nginx</center>\r\n</body>\r\n</html>\r\n"
            ),
        ),
        Page::F5 => html(
            status,
            "<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. \
             Please consult with your administrator.<br><br>Your support ID is: 4711<br><br>\
             <a href='javascript:history.back();'>[Go Back]</a></body></html>",
        ),
        Page::Text => Reply::new(status, "text/plain", title),
        Page::Empty => Reply::new(status, "text/plain", ""),
    }
}

fn html(status: u16, page: &str) -> Reply {
    Reply::new(status, "text/html", page)
}
