//! Texts that would take long or much memory, and responses that are too large.

use std::{
    sync::OnceLock,
    time::{Duration, Instant},
};

use felkod_catalog::{Outcome, Remark};
use felkod_wire::{Finder, Limits, Reader};
use proptest::{collection::vec, prelude::*, sample};

use crate::{all, in_pieces};

/// The time that this thread has had of a processor, where the system tells it: what else runs does not count then.
fn clock() -> Duration {
    static START: OnceLock<Instant> = OnceLock::new();
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanos = told.and_then(|told| told.split(' ').next()?.parse().ok());
    nanos.map_or_else(|| START.get_or_init(Instant::now).elapsed(), Duration::from_nanos)
}

/// How long some work takes.
fn time_of(work: impl FnOnce()) -> Duration {
    let started = clock();
    work();
    clock().saturating_sub(started)
}

/// How long the search through a text takes.
fn time(text: &[u8]) -> Duration {
    time_of(|| drop(std::hint::black_box(all(text))))
}

/// Holds the time of a search against that of a text of an eighth of the size. Others use the machine too: where it is too
/// long, both are measured again, twice.
fn grows_with(name: &str, text: impl Fn(usize) -> Vec<u8>, size: usize) {
    let (few, many) = (text(size / 8), text(size));
    let (mut of_few, mut of_many) = (Duration::MAX, Duration::MAX);
    for _ in 0..3 {
        (of_few, of_many) = (of_few.min(time(&few)), of_many.min(time(&many)));
        if of_many <= of_few * 8 * 3 + Duration::from_millis(50) {
            return;
        }
    }
    panic!("`{name}`: {of_few:?}, and {of_many:?} for eight times as much");
}

#[test]
fn time_grows_with_the_text_whatever_it_starts_again_and_again() {
    for start in [
        "{",
        "[",
        "<",
        "{\"a\":",
        "{'",
        "{'{\"",
        "{\\\"",
        "\"{\\\"a\\\":",
        "{&quot;",
        "&lt;",
        "&lt;Envelope&gt;",
        "<Envelope>",
        "<a:Envelope><Body>",
        "<?xml version=\"1.0\"?>",
        "<?xml ",
        "<?xml?><!--",
        "<?xml?><!a[",
        "<Envelope><![CDATA[",
        "<Fault>",
        "<html>",
        "<![CDATA[{\"a\":1}",
        "Array\n(\n",
        "(a){\n",
        "a = \n(a){\n",
        "606: ",
        "(606) ",
        "20103 - ",
        "'{\"a\\",
        "a: \"{\\\"x\n",
        "s: '{\"a\": ",
        "{\"a\":\"eyJhIjoxfQ\"",
        "[{\"code\":\"606\"},",
        "HTTP/1.1 200 OK\n\n{\"a\":1}\n",
        "{\"a\":\"{\\\"a\\\":\\\"{",
        "#<",
        "#<A b=",
        "#<A b=[",
        "OrderedDict(",
        "OrderedDict([('a', ",
        "{\\&quot;",
        "error 606 Max ",
        "[606] Max rate limit '100' exceeded with in '20' secs ",
        "a: |\n  {",
        "{\0\"\0",
        "<\0a\0>\0",
        "\0{\0\"",
        " ",
        "\n",
        "{\"",
        "{Code:",
        "{Code:[",
        "{Code:[}",
        "{Code:a, ",
        "main.A{B:\"",
        "%7B%22",
        "%7B",
        "%257B%2522",
        "1,606,",
        "token 606,",
        "errors\n",
        "errors:\n- code: 1\n",
        "requestId: 1\n",
        "code: 606\n",
    ] {
        let text = |size: usize| start.chars().cycle().take(size).collect::<String>();
        grows_with(start, |size| text(size).into_bytes(), 1 << 20);
        // A text without a sign is passed over, but not inside another.
        let inside = |size: usize| format!("{{\"a\":{}}}", serde_json::to_string(&text(size)).expect("JSON"));
        grows_with(&format!("{start}, in a string"), |size| inside(size).into_bytes(), 1 << 20);
    }
}

/// The longest run of blanks that was looked at again for each of them took minutes.
#[test]
fn blanks_in_a_value_are_looked_at_once() {
    grows_with("blanks", |size| format!("requestId {{Code:a{}b", " ".repeat(size)).into_bytes(), 512 << 10);
}

#[test]
fn a_cdata_section_that_does_not_end_is_looked_through_once() {
    let body = "{\"requestId\":\"a#18c0a4f7e21\",\"success\":true}\n";
    let text = |size: usize| format!("x\n<![CDATA[{}", body.repeat(size / body.len())).into_bytes();
    grows_with("CDATA", text, 4 << 20);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    /// What does not fit together stops the reading of what languages print: it neither goes on without end nor is it lost
    /// how it is cut.
    #[test]
    fn pieces_of_what_languages_print_come_to_an_end(pieces in vec(sample::select(PRINTED), 1..12)) {
        let text = pieces.concat();
        let whole = all(text.as_bytes());
        prop_assert_eq!(in_pieces(text.as_bytes(), 1).len(), whole.len());
    }
}

/// Pieces of what languages print of a response.
const PRINTED: &[&str] = &[
    "{RequestID:a1b2#18c0a4f7e21",
    " Success:false",
    " Errors:",
    "[",
    "]",
    "{",
    "}",
    "{Code:606",
    " Message:Max rate limit",
    "main.A{B:\"",
    "[]main.E{",
    "\"",
    " ",
    ", ",
    "<nil>",
    "&",
    "map[",
    "Array\n(\n",
    "    [code] => 606\n",
    ")\n",
    "array(1) {\n",
    "  [\"code\"]=>\n",
    "  string(3) \"606\"\n",
    "(Fault){\n",
    "   code = \"20103\"\n",
    "}\n",
    "OrderedDict(",
    "[('code', '606')",
    ")",
    "('errors', ",
    "#<A code=",
    "\"606\"",
    ">",
    "errors:\n",
    "- code: '606'\n",
    "  message: Max rate limit\n",
    "requestId: a1b2#18c0a4f7e21\n",
    "%7B%22requestId%22%3A",
    "%22a1b2%2318c0a4f7e21%22",
    "%7D",
    "606,",
    "Max rate limit,",
    "{\"",
    "{'code': '606'",
    "u'",
];

#[test]
fn one_byte_at_a_time_takes_no_longer_than_a_few_looks() {
    let record = r#"{"id":1001,"email":"anna@example.com"},"#;
    let body = format!(
        "log: {{\"requestId\":\"e42b#14272d07d78\",\"result\":[{}{{}}],\"success\":true}}\n",
        record.repeat(20_000)
    );
    let mut found = Vec::new();
    let in_bytes = time_of(|| found = in_pieces(body.as_bytes(), 1));
    assert_eq!(found.len(), 1);
    let whole = time(body.as_bytes()).max(Duration::from_millis(5));
    assert!(in_bytes < whole * 60, "{in_bytes:?} and {whole:?} at once");
}

#[test]
fn finding_a_success_costs_no_more_than_reading_it() {
    let record =
        r#"{"id":1001,"email":"anna@example.com","firstName":"Anna","updatedAt":"2026-11-24T12:00:00Z"}"#;
    let records = vec![record; 300].join(",");
    let body = format!(r#"{{"requestId":"e42b#14272d07d78","result":[{records}],"success":true}}"#);
    let time = |work: &dyn Fn()| {
        // Not the processor's time of the thread: the system counts that in steps of some milliseconds.
        let started = Instant::now();
        (0..20).for_each(|_| work());
        started.elapsed()
    };
    let read = || drop(std::hint::black_box(felkod_wire::read(body.as_bytes())));
    let find = || drop(std::hint::black_box(all(body.as_bytes())));
    let (mut reading, mut finding) = (Duration::MAX, Duration::MAX);
    // In turns, and the best of each, so that what else runs slows both or neither. A tenth is for what the clock and the
    // machine add. The first turns do not decide: a few slow readings among so few would let a slow search pass.
    for turn in 1..=2_000 {
        reading = reading.min(time(&read));
        finding = finding.min(time(&find));
        if turn >= 100 && finding <= reading * 11 / 10 {
            return;
        }
    }
    panic!("{finding:?} to find it, {reading:?} to read it");
}

#[test]
fn a_response_that_is_too_large_is_reported_as_cut_and_the_next_is_found() {
    let large = format!(
        r#"{{"requestId":"a#18c0a4f7e21","success":true,"result":[{}{{}}]}}"#,
        r#"{"id":1},"#.repeat(1000)
    );
    let next = r#"{"requestId":"b#18c0a4f7e21","success":true}"#;
    let text = format!("log {large}\nlog {next}\n");
    let finder = Finder::with(Reader::new().limits(Limits::default().with_bytes(500)));
    let found: Vec<_> = finder.find(text.as_bytes()).collect();
    let told: Vec<_> =
        found.iter().map(|answer| (answer.report.outcome, answer.report.request_id.as_deref())).collect();
    assert_eq!(
        told,
        [(Outcome::Unrecognized, Some("a#18c0a4f7e21")), (Outcome::Success, Some("b#18c0a4f7e21"))]
    );
    assert!(found[0].report.remarks.contains(&Remark::TooLarge), "{:?}", found[0].report.remarks);
}

#[test]
fn a_log_of_errors_and_nothing_else_loses_none() {
    for line in [
        "2026-08-17T09:00:02Z WARN API Error Code 606: Max rate limit '100' exceeded with in '20' secs\n",
        "[606] Max rate limit '100' exceeded with in '20' secs\n",
        "2026-08-17,606,Max rate limit '100' exceeded with in '20' secs,17\n",
        "{\"code\":\"601\",\"message\":\"Access token invalid\"}\n",
        "{'code': '601', 'message': 'Access token invalid'}\n",
        "{\"msg\":\"{\\\"code\\\":\\\"601\\\",\\\"message\\\":\\\"Access token invalid\\\"}\"}\n",
        "{Code:601 Message:Access token invalid}\n",
        "#<A code=\"601\" message=\"Access token invalid\">\n",
        "x=%7B%22code%22%3A%22601%22%2C%22message%22%3A%22Access%20token%20invalid%22%7D&\n",
        "requestId: a1b2#18c0a4f7e21\nsuccess: true\n\n",
        "s: '{\"code\":\"601\",\"message\":\"Access token invalid\"}'\n",
        "<a>{&quot;code&quot;:&quot;601&quot;,&quot;message&quot;:&quot;Access token invalid&quot;}</a>\n",
    ] {
        let one = all(format!("x\n{line}").as_bytes()).len();
        let count = (4 << 20) / line.len();
        let text = format!("x\n{}", line.repeat(count));
        assert_eq!((one, all(text.as_bytes()).len()), (1, count), "{line}");
    }
}

#[test]
fn memory_is_that_of_the_largest_response() {
    let line = "2026-11-24 12:00:00 INFO lead 606 {\"took\": 12} {\"requestId\":\"a#18c0a4f7e21\",\"success\":true}\n";
    let piece = line.repeat(500);
    let mut count = 0;
    let measured = allocation_counter::measure(|| {
        let mut finder = Finder::new();
        for _ in 0..200 {
            count += finder.push(piece.as_bytes()).len();
        }
        count += finder.finish().len();
    });
    assert_eq!(count, 100_000);
    assert!(measured.bytes_max < 2 << 20, "{} bytes", measured.bytes_max);
}
