//! The strength `strict`, over the same documents: it hides what `log` hides, and more.

use std::collections::BTreeMap;

use felkod_evidence::{Strength, redact};

use crate::{options, planted, random::Random, readings::leak};

#[test]
fn no_secret_comes_out_of_the_strength_strict_either_and_redacting_twice_changes_nothing() {
    let strict = options().strength(Strength::Strict);
    let mut failures = BTreeMap::<String, (usize, String)>::new();
    for seed in planted::seeds() {
        let planted = planted::document(&mut Random::new(seed));
        let out = redact(&planted.text, &strict);
        let twice = redact(&out, &strict);
        let what = if let Some(part) = leak(&planted.secret, &out) {
            format!("leaks {part}")
        } else if !planted.is_valid(&out) {
            "is not valid".to_owned()
        } else if twice != out {
            "changes when redacted twice".to_owned()
        } else {
            continue;
        };
        let key =
            format!("{} {} in {:?}", what.split(' ').next().unwrap_or(""), planted.place, planted.how.last());
        let [text, out, twice] = [&planted.text, &out, &twice].map(|text| String::from_utf8_lossy(text));
        let shown = format!("seed {seed} {what}\n in    {text}\n out   {out}\n twice {twice}");
        failures.entry(key).or_insert((0, shown)).0 += 1;
    }
    let report: Vec<String> =
        failures.iter().map(|(key, (count, text))| format!("{count} × {key}\n{text}\n")).collect();
    assert!(report.is_empty(), "{} of {} kinds\n{}", report.len(), planted::count(), report.join("\n"));
}

#[test]
fn names_of_fields_and_headers_the_scheme_and_the_declaration_of_xml_stay_in_the_strength_strict() {
    let texts = [
        (r#"{"custom_field_2":"hemlig","a.b":1}"#, &[r#""custom_field_2":"#, r#""a.b":"#][..]),
        (
            r#"{"headers":[{"name":"Authorization","value":"Bearer q7HemligX9k"}]}"#,
            &[r#""name":"Authorization","value":"Bearer REDACTED-credentials-"#],
        ),
        (
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a:b xmlns:a=\"c\">hemlig</a:b>\n",
            &["<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a:b xmlns:a=\"c\">REDACTED"],
        ),
        (
            "grant_type=client_credentials&shoeSize=hemlig&x-y=Hemlig",
            &["grant_type=client_credentials&shoeSize=REDACTED-", "&x-y=REDACTED-"],
        ),
        (
            "HTTP/1.1 200 OK\r\nDate: Mon, 30 Nov 2026 12:00:00 GMT\r\n\
             Set-Cookie: sid=hemlig; Path=/; HttpOnly; Secure; SameSite=Lax\r\n\r\n",
            &["\r\nDate: Mon, 30 Nov 2026 12:00:00 GMT\r\n", "; Path=/; HttpOnly; Secure; SameSite=Lax\r\n"],
        ),
        (
            "10.0.0.1 - hemlig [30/Nov/2026:12:00:00 +0000] \"GET /rest/v1/leads.json HTTP/1.1\" 200 name=\"Hemlig\"",
            &["[30/Nov/2026:12:00:00 +0000] \"GET /rest/v1/leads.json HTTP/1.1\" 200 name=\"REDACTED-"],
        ),
        (
            "curl -X POST -H 'Accept: hemlig' --data 'a=hemlig' /rest/v1/leads.json",
            &["curl -X POST -H 'Accept: REDACTED-", " --data 'a=REDACTED-", "' /rest/v1/leads.json"],
        ),
        (
            r#"{"version":"1.2","url":"https://hemlig-1.example.com/rest/v1/lead/318581.json?shoeSize=hemlig"}"#,
            &[
                r#""version":"1.2""#,
                r#""https://REDACTED-value-"#,
                "/rest/v1/lead/REDACTED-value-",
                "?shoeSize=REDACTED-",
            ],
        ),
        ("GET https://hemlig9.example.com/rest/v1/leads.json", &["://REDACTED-", "/rest/v1/leads.json"]),
        (
            r#"{"size":2000,"compression":-4,"startedDateTime":"9999-12-31T23:59:59.999Z","x":"hemlig"}"#,
            &[r#"{"size":2000,"compression":-4,"startedDateTime":"9999-12-31T23:59:59.999Z","x":"REDACTED-"#],
        ),
        // A host by itself is a value, and so is what only ends as a name does.
        ("at https://hemlig and https://hemlig.example.com.", &["https://REDACTED-", " https://REDACTED-"]),
        ("GET https://hemlig7.example.com/email", &["https://REDACTED-", "/email"]),
        // What an equals sign follows need not be a name.
        ("said: SGVtbGlnaGV0ZW4= 'SGVtbGlnaGV0ZQ==' \"SGVtbGlnaGVl=\" hemlig= x", &[": REDACTED-"]),
    ];
    for (text, kept) in texts {
        let strict = options().strength(Strength::Strict);
        let once = redact(text.as_bytes(), &strict);
        assert_eq!(redact(&once, &strict), once, "twice: {text}");
        let once = String::from_utf8(once).expect("UTF-8");
        for part in kept {
            assert!(once.contains(part), "{part}: {once}");
        }
        assert!(!once.to_lowercase().contains("hemlig") && !once.contains("SGVt"), "{once}");
    }
    // What is hidden as a name in `log` is hidden here too.
    let out = redact(br#"{"anna@example.com":1}"#, &options().strength(Strength::Strict));
    assert!(!String::from_utf8_lossy(&out).contains("anna"));
}
