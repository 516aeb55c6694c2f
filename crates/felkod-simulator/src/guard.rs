//! Keeps web pages out: a server on this machine is for programs, not for what a browser loads.

use axum::http::{HeaderMap, header};

/// Returns the reason to reject a request: it comes from a page in a browser, or its host is not this machine's own. A
/// page could point its own host name at 127.0.0.1 (DNS rebinding).
pub(crate) fn refusal(headers: &HeaderMap, is_loopback: bool) -> Option<&'static str> {
    if !is_loopback {
        return None;
    }
    if headers.contains_key(header::ORIGIN) {
        return Some(
            "felkod: requests with an Origin header are rejected: the simulator is not for web pages\n",
        );
    }
    let mut hosts = headers.get_all(header::HOST).iter();
    let is_ours = match (hosts.next(), hosts.next()) {
        (Some(host), None) => host.to_str().is_ok_and(is_this_machine),
        _ => false,
    };
    (!is_ours).then_some("felkod: the Host header must be 127.0.0.1, [::1] or localhost\n")
}

/// Tells whether a host, perhaps with a port, is this machine's own.
fn is_this_machine(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) && !port.is_empty() => name,
        _ => host,
    };
    let name = name.strip_prefix('[').and_then(|name| name.strip_suffix(']')).unwrap_or(name);
    name.eq_ignore_ascii_case("localhost")
        || name.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::is_this_machine;

    #[test]
    fn only_this_machine_s_own_names_are_hosts() {
        for host in
            ["127.0.0.1", "127.0.0.1:8610", "localhost:1", "LOCALHOST", "[::1]", "[::1]:80", "127.1.2.3"]
        {
            assert!(is_this_machine(host), "{host}");
        }
        for host in [
            "",
            "example.com",
            "localhost.example.com",
            "127.0.0.1.example.com",
            "10.0.0.1",
            "0.0.0.0:80",
            "127.0.0.1:x",
        ] {
            assert!(!is_this_machine(host), "{host}");
        }
    }
}
