//! Bodies that are cut, broken, hostile or too large.

use felkod_catalog::{Advice, Level, Locale, Outcome, Remark};
use felkod_wire::{Limits, Reader, Report, json, read};

use crate::{assert_one, fault, found, object, only};

#[test]
fn a_body_that_is_cut_or_broken_gives_what_could_be_read() {
    let body = r#"{"requestId":"a#b","success":false,"errors":[{"code":"601","message":"Access token invalid"},{"code":"606","message":"Max"#;
    let report = read(body.as_bytes());
    assert_eq!(found(&report), [(Some(601), Level::Response, None), (Some(606), Level::Response, None)]);
    assert_eq!((report.outcome, &report.remarks[..]), (Outcome::Error, &[Remark::Cut][..]));
    let report = read(br#"{"requestId":"a#b","success":true,"result":[{"id":1},{"id":"#);
    assert_eq!(
        (report.outcome, &report.remarks[..]),
        (Outcome::Unrecognized, &[Remark::Cut][..]),
        "no error in a part"
    );
    let report = read(br#"{"success":false,"errors":[{"code":"610","message":"x"}]} and more"#);
    assert_eq!((only(&report).number, &report.remarks[..]), (Some(610), &[Remark::TrailingData][..]));
    let report = read(br#"{"success":false,"errors":[{"code":"610" "message":"x"}]}"#);
    assert_eq!((only(&report).number, &report.remarks[..]), (Some(610), &[Remark::Malformed][..]));
    let report = read(br#"{"success":false,"errors":[{"code":"610","code":"601","message":"x"}]}"#);
    assert_eq!(found(&report).len(), 2);
    assert_eq!(report.remarks, [Remark::DuplicateKey]);
    let report =
        read(b"{\"success\":false,\"errors\":[{\"code\":\"610\",\"message\":\"a\xff\nb \\ud83d c\"}]}");
    assert_eq!(only(&report).server_text.as_deref(), Some("a\u{fffd} b \u{fffd} c"));
    assert_eq!(report.remarks, [Remark::InvalidText]);
    let xml = fault("20016 - Request expired", "Request expired (20016)", "20016");
    for end in
        [xml.find("<code>").expect("a code"), xml.find("</faultstring>").expect("an end") + 14, xml.len() - 5]
    {
        let report = assert_one(&xml[..end], 20_016, Level::Fault);
        assert_eq!(report.remarks, [Remark::Cut], "{}", &xml[..end]);
    }
    let report = assert_one(format!("{xml}<more/>"), 20_016, Level::Fault);
    assert_eq!(report.remarks, [Remark::TrailingData]);
}

#[test]
fn a_dtd_is_refused_and_no_entity_is_expanded() {
    let laughs = "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>\
        <Fault><faultstring>&b;</faultstring><code>20016</code></Fault>";
    let report = read(laughs.as_bytes());
    assert_eq!((report.outcome, &report.remarks[..]), (Outcome::Unrecognized, &[Remark::DtdRefused][..]));
}

#[test]
fn what_lies_beyond_the_bounds_is_said() {
    let reader = |limits: Limits| Reader::new().limits(limits);
    let deep = format!("<Envelope><Body>{}", "<a>".repeat(100));
    let report = reader(Limits::default().with_depth(50)).read(deep.as_bytes());
    assert_eq!((report.outcome, &report.remarks[..]), (Outcome::Unrecognized, &[Remark::TooDeep][..]));
    let many = format!(r#"{{"success":false,"errors":[{}{{"code":"1"}}]}}"#, r#"{"code":"601"},"#.repeat(19));
    let report = reader(Limits::default().with_findings(5)).read(many.as_bytes());
    assert_eq!((report.findings.len(), report.left_out, report.outcome), (5, 15, Outcome::Error));
    assert_eq!(report.remarks, [Remark::TooManyFindings]);
    let report = reader(Limits::default().with_bytes(60)).read(many.as_bytes());
    assert!(report.remarks.contains(&Remark::TooLarge), "{report:?}");
    assert_eq!((report.findings.len(), report.outcome), (2, Outcome::Error));
    let accepted = format!(
        r#"{{"success":true,"result":[{}{{"reasons":[{{"code":"1004"}}]}}]}}"#,
        r#"{"reasons":[{"code":"1037"}]},"#.repeat(5)
    );
    let report = reader(Limits::default().with_findings(5)).read(accepted.as_bytes());
    assert_eq!(
        (report.outcome, report.left_out),
        (Outcome::Partial, 1),
        "an error that is left out is an error"
    );
    let of_the_call = br#"{"result":[{"reasons":[{"code":"1037"}]}],"errors":[{"code":"610"}]}"#;
    let report = reader(Limits::default().with_findings(1)).read(of_the_call);
    assert_eq!((report.outcome, report.left_out), (Outcome::Error, 1), "one of the call is the call's");
}

#[test]
fn half_a_number_is_no_code() {
    for body in
        [r#"{"success":false,"errors":[{"code":60"#, r#"{"success":false,"errors":[{"message":"x","code":60"#]
    {
        let report = read(body.as_bytes());
        assert_eq!((report.outcome, &report.remarks[..]), (Outcome::Error, &[Remark::Cut][..]), "{body}");
        assert!(report.findings.iter().all(|finding| finding.number.is_none()), "{body}");
    }
    assert_eq!(read(br#"{"error_code":401"#).outcome, Outcome::Unrecognized);
    let whole = read(br#"{"success":false,"errors":[{"code":601,"message":"Access token 6"#);
    assert_eq!(only(&whole).number, Some(601));
    let id = read(br#"{"requestId":"e42b#14272d07d78","succ"#);
    assert_eq!((id.request_id.as_deref(), &id.remarks[..]), (Some("e42b#14272d07d78"), &[Remark::Cut][..]));
    let fault = read(b"<s:Envelope><s:Body><s:Fault><faultstring>20016 - Request exp");
    assert_eq!((only(&fault).number, &fault.remarks[..]), (Some(20_016), &[Remark::Cut][..]));
    let code = "<s:Envelope><s:Body><s:Fault><detail><serviceException><code>2001";
    assert_eq!(only(&read(code.as_bytes())).number, None);
}

/// Reads a large body and checks that it takes at most four times its size, beside what the findings kept take.
fn read_within_bounds(body: &[u8]) -> Report {
    let mut report = None;
    let measured = allocation_counter::measure(|| report = Some(read(body)));
    let most = 4 * body.len() as u64 + (4 << 20);
    assert!(measured.bytes_max <= most, "{} bytes for a body of {}", measured.bytes_max, body.len());
    report.expect("a report")
}

#[test]
fn hostile_bodies_end_in_a_clear_outcome_within_their_memory() {
    const SIZE: usize = 100_000_000;
    let unrecognized = |body: Vec<u8>| assert_eq!(read_within_bounds(&body).outcome, Outcome::Unrecognized);
    unrecognized(vec![b'['; SIZE]);
    unrecognized(vec![b'{'; SIZE]);
    unrecognized(vec![b'<'; SIZE]);
    unrecognized(vec![0; SIZE]);
    unrecognized(vec![0xff; SIZE]);
    unrecognized([b"{\"a\":".repeat(SIZE / 20), b"[".repeat(SIZE / 2)].concat());
    unrecognized(b"<a>".repeat(SIZE / 3));
    unrecognized(b"Envelope Fault {".repeat(SIZE / 16));
    unrecognized(b"&lt;".repeat(SIZE / 4));
    let mut random = 0x9E37_79B9_u32;
    unrecognized(
        (0..SIZE / 10)
            .map(|_| {
                random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                random.to_be_bytes()[0]
            })
            .collect(),
    );
}

#[test]
fn ten_million_findings_are_counted_and_the_first_are_kept() {
    let one = br#"{"code":"601","message":"Access token invalid"},"#;
    let few = br#"{"code":1},"#;
    for (item, count) in [(&one[..], 1_300_000), (&few[..], 5_000_000)] {
        let mut body = br#"{"success":false,"errors":["#.to_vec();
        for _ in 1..count {
            body.extend_from_slice(item);
        }
        body.extend_from_slice(&item[..item.len() - 1]);
        body.extend_from_slice(b"]}");
        let report = read_within_bounds(&body);
        assert_eq!((report.findings.len(), report.left_out), (10_000, count - 10_000));
        assert_eq!((report.outcome, &report.remarks[..]), (Outcome::Error, &[Remark::TooManyFindings][..]));
    }
    let mut body = br#"{"success":false,"errors":["#.to_vec();
    body.extend(few.iter().cycle().take(few.len() * 10_000_000));
    let report = read_within_bounds(&body);
    assert_eq!(report.findings.len(), 10_000);
    assert_eq!(
        report.remarks,
        [Remark::TooLarge, Remark::TooManyFindings, Remark::Cut],
        "only 64 MiB are read"
    );
    let skipped = br#"{"status":"skipped"},"#.repeat(200_000);
    let body = [&br#"{"success":true,"result":["#[..], &skipped, b"{}]}"].concat();
    let report = read_within_bounds(&body);
    assert_eq!((report.findings.len(), report.left_out, report.outcome), (10_000, 190_000, Outcome::Partial));
}

#[test]
fn every_seed_of_the_fuzz_targets_is_read() {
    let seeds = std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/seeds");
    let mut count = 0;
    for folder in std::fs::read_dir(seeds).expect("the seeds") {
        for seed in std::fs::read_dir(folder.expect("a folder").path()).expect("a folder of seeds") {
            let body = std::fs::read(seed.expect("a seed").path()).expect("a readable seed");
            // The first byte of a seed of `read` is none of the body.
            let body = body.strip_prefix(b"\0").unwrap_or(&body);
            for at in 0..=body.len() {
                assert!(object(&json::report(&read(&body[at..]), Locale::Sv)).is_object());
                let report = read(&body[..at]);
                let accepted = report.findings.iter().all(|finding| finding.advice() == Some(Advice::Accept));
                assert!(report.outcome != Outcome::Unrecognized || accepted, "{report:?}");
            }
            count += 1;
        }
    }
    assert!(count > 20, "{count} seeds");
}
