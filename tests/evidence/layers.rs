//! Encodings inside one another: what one of them ends or escapes is none of the others' business.

use felkod_evidence::{Strength, redact, spans};

use crate::redacted;

#[test]
fn a_body_of_several_lines_in_a_string_in_a_url_in_a_string_is_read() {
    let part = "Error: 'POST /x?payload=Error%3A%20%27--B%5Cr%5cnContent-Disposition%3A%20form-data%3B%20name%3D%22mktowsUserId%22%5cr%5Cn%5Cr%5Cnqj475BiMN6A%5cr%5cn--B--%5Cr%5Cn%27&v=1'";
    let marked = redacted(part);
    assert!(!marked.contains("qj475BiMN6A"), "{marked}");
    assert!(
        marked.contains("%5cr%5Cn%5Cr%5CnREDACTED-user-") && marked.ends_with("%5Cr%5Cn%27&v=1'"),
        "{marked}"
    );
    let table =
        "Error: 'POST /x?payload=Error%3A%20%27email%2Cshoe%5Cnanna%40example.com%2Cqj475BiMN6A%5Cn%27&v=1'";
    let marked = redacted(table);
    assert!(!marked.contains("qj475BiMN6A") && !marked.contains("anna"), "{marked}");
}

#[test]
fn only_the_value_of_a_url_with_several_lines_is_read_as_they_are() {
    let text = "GET /cb?next=https://example.com/x?body=--B%0D%0AContent-Disposition%3A%20form-data%3B%20name=%22token%22%0D%0A%0D%0Aqj475BiMN6A%0D%0A--B--&page=2 HTTP/1.1";
    let marked = redacted(text);
    assert!(!marked.contains("qj475BiMN6A") && marked.ends_with("%0D%0A--B--&page=2 HTTP/1.1"), "{marked}");
}

#[test]
fn a_token_starts_after_the_whole_of_an_escape_that_is_escaped() {
    let token = "qrQ7rWpDKdvxSi9dSJhetV7sBEyi";
    for escape in
        ["%22", "%2522", "%5Cn", "%5Cu0022", "%255cu0022", "\\u005cu0022", "\\\\u0022", "&#x5C;&#34;"]
    {
        let marked = redacted(&format!("09:00 sent {escape}{token}{escape} to x"));
        assert!(marked.starts_with(&format!("09:00 sent {escape}REDACTED-token-")), "{escape}: {marked}");
        assert!(marked.ends_with(&format!("-{}{escape} to x", token.len())), "{escape}: {marked}");
    }
}

#[test]
fn a_value_ends_before_a_line_end_that_is_escaped_twice() {
    let texts = [
        r#"Error: '{"n":1,"body":"HTTP/1.1 200 OK\\u000d\\u000aProxy-Authorization: Bearer qte7mAycP_c6rE6\\u000d\\u000aX: 1\\u000d\\u000a"}'"#,
        r#"Error: '{"n":1,"body":"> GET / HTTP/1.1\\u000a> X-Mkto-User-Token: qsk7hK-i5C7LY8r5L$heK\\u000a> X: 1\\u000a"}'"#,
        r#"<a:x xmlns:a="b"><body><![CDATA[Error: '{"n":1,"body":"HTTP/1.1 200 OK\\u000d\\u000aX-Api-Key: Bearer qWd7u*m4BxPzwxU\\u000d\\u000aX: 1\\u000d\\u000a"}']]></body></a:x>"#,
    ];
    for text in texts {
        let marked = redacted(text);
        let rest = &text[text.rfind("X: 1").expect("a header")..];
        assert!(marked.ends_with(rest) && marked.matches("REDACTED").count() == 1, "{marked}");
    }
}

#[test]
fn a_mark_after_an_escape_is_a_whole_mark() {
    let mark = "REDACTED-personal-c5a2b0dc-45";
    for escape in ["%22", "%2522", "\\n", "\\u0022", "%5Cu0022", "&quot;", "\\x22"] {
        let text = format!("firstName={escape}{mark}");
        assert_eq!(redacted(&text), text);
    }
    for letters in ["%41", "\\u0041", "x", "n", "22"] {
        let text = format!("firstName={letters}{mark}");
        assert_ne!(redacted(&text), text);
    }
}

#[test]
fn a_string_with_a_quotation_mark_in_a_url_in_a_string_is_hidden_once_and_for_all() {
    let values = [
        "Error: 'POST /x?payload=%7B%22requestId%22%3A%22e42b%231%22%2c%22result%22%3a%5B%7B%22value%22%3a%22q597oG7xUoz2vP%5Cu0022z2wQBC%22%7D%5d%7D&v=1'",
        "<a:x xmlns:a=\"b\"><body>Error: &#39;POST /x?payload=&#x25;7B%22&#x73;ecret&#x25;22%3A&#37;22qx97FgnDkBN&#x25;5C&#37;22mkiZT3wJi9%22%7D&amp;v=1&#39;</body></a:x>",
    ];
    for text in values {
        let marked = redacted(text);
        assert!(!marked.contains("oG7xUoz2") && !marked.contains("97FgnDkB"), "{marked}");
        assert!(!marked.contains("z2wQBC") && !marked.contains("mkiZT3wJ"), "{marked}");
        let end = &text[text.rfind(['\'', ';']).expect("an end")..];
        assert!(marked.ends_with(end), "{marked}");
    }
}

#[test]
fn the_name_value_is_not_what_a_message_quotes() {
    let text = r#"[{\\u0022name\\u0022:\\u0022Something\\u0022,\\u0022value\\":\\u0022Umea\\u0022}]"#;
    assert_eq!(redacted(text), text);
    let message = r"Invalid value 'Umea' for field 'city', and value: \'Lund\'";
    let marked = redacted(message);
    assert!(!marked.contains("Umea") && !marked.contains("Lund"), "{marked}");
}

#[test]
fn a_mark_in_place_of_all_items_of_a_list_is_left_alone_with_what_follows_it() {
    let text = r#"{"filterValues":[REDACTED-personal-c9675f11-30],"requestId":"e42b#14272d07d78"}"#;
    assert_eq!(redacted(text), text);
    let mixed = r#"Error: '<a:x xmlns:a="b"><body>{&#34;n&#34;:1,&#34;body&#34;:&quot;{\\u0022filterValues\\&#34;:[\\u0022a\\&#34;,\\&quot;qad7AduBrgLJys\\&quot;],\\&#34;requestId\\u0022:\\u0022e42b#14272d07d78\\u0022}&#34;}</body></a:x>'"#;
    let marked = redacted(mixed);
    assert!(!marked.contains("qad7AduB") && marked.contains("e42b#14272d07d78"), "{marked}");
}

#[test]
fn the_backslashes_of_a_quotation_mark_are_no_value() {
    let text = r#"Error: '<a:x xmlns:a="b"><body>Error: &#39;login failed, token: \\&#39;q6g7DNBNeZ9BpbHduBMDzRHoJyG8\\&#39;, retrying&#39;</body></a:x>'"#;
    let marked = redacted(text);
    assert!(marked.contains(r"token: \\&#39;REDACTED-token-") && marked.contains("retrying"), "{marked}");
}

#[test]
fn what_reads_in_another_way_once_it_has_marks_is_redacted_to_the_end_at_once() {
    // What stands after a value in three encodings belongs to it only when the quotation marks around it are gone.
    for seed in [29_080, 121_725, 364_779, 439_955] {
        let planted = crate::planted::document(&mut crate::random::Random::new(seed));
        for strength in [Strength::Log, Strength::Strict] {
            let options = crate::options().strength(strength);
            let once = redact(&planted.text, &options);
            assert!(redact(&once, &options) == once, "{seed} {strength}: {}", String::from_utf8_lossy(&once));
            let mut end = 0;
            for span in spans(&planted.text, &options) {
                assert!(span.range.start >= end || span.range.end == end, "{seed} {strength}: {span:?}");
                end = span.range.end;
            }
        }
    }
}
