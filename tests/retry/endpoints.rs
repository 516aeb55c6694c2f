//! Which requests are safe to send again.

use std::collections::HashSet;

use felkod_retry::{ENDPOINTS, Endpoint, Idempotency};
use proptest::prelude::*;

const TABLE: &str = include_str!("../cases/idempotency.tsv");

#[test]
fn every_request_of_the_table_is_told_as_it_says() {
    let mut wrong = Vec::new();
    for line in TABLE.lines().skip(1).filter(|line| !line.starts_with('#')) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [method, path, action, expected] = columns[..] else { panic!("four columns: {line}") };
        let found = Idempotency::of(method, path, (action != "-").then_some(action));
        if found.as_str() != expected {
            wrong.push(format!("{line}: {found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_table_has_every_endpoint_and_none_stands_twice() {
    let mut keys = HashSet::new();
    for endpoint in ENDPOINTS {
        assert!(keys.insert((endpoint.method, endpoint.path)), "{endpoint:?} stands twice");
        let row = format!("\n{}\t{}\t-\t{}\n", endpoint.method, endpoint.path, endpoint.repeat);
        assert!(TABLE.contains(&row), "no row for {endpoint:?}");
    }
}

#[test]
fn endpoints_are_found_with_values_for_their_parameters() {
    for endpoint in ENDPOINTS {
        let mut path = String::new();
        for segment in endpoint.path.trim_end_matches(".json").split('/').skip(1) {
            path.extend(["/", if segment.starts_with('{') { "1001" } else { segment }]);
        }
        let host = "https://123-ABC-456.mktorest.com";
        for url in [path.clone(), format!("{path}.json"), format!("{host}{path}.json?batchSize=300")] {
            let method = endpoint.method.to_lowercase();
            assert_eq!(Endpoint::of(&method, &url), Some(endpoint), "{url}");
            assert_eq!(Idempotency::of(&method, &url, None), endpoint.repeat, "{url}");
        }
    }
}

#[test]
fn what_reads_is_a_get_and_a_get_reads() {
    for endpoint in ENDPOINTS {
        let is_token = endpoint.path.starts_with("/identity/");
        assert_eq!(
            endpoint.repeat == Idempotency::Read,
            endpoint.method == "GET" || is_token,
            "{endpoint:?}"
        );
    }
}

proptest! {
    #[test]
    fn any_text_can_be_asked_about(method in ".*", path in ".*", action in prop::option::of(".*")) {
        let told = Idempotency::of(&method, &path, action.as_deref());
        prop_assert!(Idempotency::ALL.contains(&told));
        let soap = Idempotency::of("POST", "/soap/mktows/3_1", action.as_deref());
        prop_assert!(Idempotency::ALL.contains(&soap));
    }
}
