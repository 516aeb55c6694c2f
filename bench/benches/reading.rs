//! Reading bodies, each beside a peer in the same run: compare the medians of a group.

use std::hint::black_box;

use divan::{Bencher, counter::BytesCount};
use serde::Deserialize;

fn main() {
    divan::main();
}

/// A fault of 600 bytes.
const FAULT: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
    <SOAP-ENV:Envelope xmlns:SOAP-ENV=\"http://schemas.xmlsoap.org/soap/envelope/\">\n<SOAP-ENV:Body>\n\
    <SOAP-ENV:Fault>\n<faultcode>SOAP-ENV:Client</faultcode>\n\
    <faultstring>20103 - Lead not found</faultstring>\n<detail>\n\
    <ns1:serviceException xmlns:ns1=\"http://www.marketo.com/mktows/\">\n<name>mktServiceException</name>\n\
    <message>No lead found with EMAIL = somebody.with.a.long.address@mail.example.com (20103)</message>\n\
    <code>20103</code>\n</ns1:serviceException>\n</detail>\n</SOAP-ENV:Fault>\n</SOAP-ENV:Body>\n\
    </SOAP-ENV:Envelope>\n";

/// An error of 140 bytes.
const ERROR: &str = "{\"requestId\":\"e42b#14272d07d78\",\"success\":false,\"errors\":[{\"code\":\"606\",\
    \"message\":\"Max rate limit '100' exceeded with in '20' secs\"}]}";

/// An answer about 300 records, a tenth of them skipped.
fn records() -> String {
    let records = (0..300).map(|at| match at % 10 {
        9 => "{\"status\":\"skipped\",\"reasons\":[{\"code\":\"1004\",\"message\":\"Lead not found\"}]}"
            .to_owned(),
        _ => format!("{{\"id\":{},\"status\":\"updated\"}}", 318_581 + at),
    });
    let records = records.collect::<Vec<_>>().join(",");
    format!("{{\"requestId\":\"e42b#14272d07d78\",\"success\":true,\"result\":[{records}]}}")
}

#[divan::bench_group(name = "1_soap_fault_at_least_2.5_times_as_fast_as_libxml2")]
mod soap_fault {
    use super::{Bencher, BytesCount, FAULT, black_box};

    #[divan::bench(sample_size = 200)]
    fn felkod(bencher: Bencher<'_, '_>) {
        bencher.counter(BytesCount::of_str(FAULT)).bench(|| felkod::read(black_box(FAULT).as_bytes()));
    }

    #[divan::bench(sample_size = 200)]
    fn libxml2(bencher: Bencher<'_, '_>) {
        let parser = libxml::parser::Parser::default();
        bencher.counter(BytesCount::of_str(FAULT)).bench(|| parser.parse_string(black_box(FAULT)).is_ok());
    }
}

#[divan::bench_group(name = "2_rest_error_in_under_2_times_serde_json_typed")]
mod rest_error {
    use super::{Bencher, BytesCount, Deserialize, ERROR, black_box};

    /// The answer as a client would declare it.
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    #[expect(dead_code, reason = "parsed for the time it takes")]
    struct Answer {
        request_id: String,
        success: bool,
        errors: Vec<Error>,
    }

    #[derive(Deserialize)]
    #[expect(dead_code, reason = "parsed for the time it takes")]
    struct Error {
        code: String,
        message: String,
    }

    #[divan::bench(sample_size = 200)]
    fn felkod(bencher: Bencher<'_, '_>) {
        bencher.counter(BytesCount::of_str(ERROR)).bench(|| felkod::read(black_box(ERROR).as_bytes()));
    }

    #[divan::bench(sample_size = 200)]
    fn serde_json_typed(bencher: Bencher<'_, '_>) {
        bencher
            .counter(BytesCount::of_str(ERROR))
            .bench(|| serde_json::from_slice::<Answer>(black_box(ERROR).as_bytes()).is_ok());
    }
}

#[divan::bench_group(name = "3_records_at_least_as_fast_as_serde_json_value")]
mod records {
    use super::{Bencher, BytesCount, black_box};

    #[divan::bench(sample_size = 200)]
    fn felkod(bencher: Bencher<'_, '_>) {
        let body = super::records();
        bencher.counter(BytesCount::of_str(&body)).bench(|| felkod::read(black_box(&body).as_bytes()));
    }

    #[divan::bench(sample_size = 200)]
    fn serde_json_value(bencher: Bencher<'_, '_>) {
        let body = super::records();
        bencher
            .counter(BytesCount::of_str(&body))
            .bench(|| serde_json::from_slice::<serde_json::Value>(black_box(&body).as_bytes()).is_ok());
    }
}
