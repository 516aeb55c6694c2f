//! SOAP.

use felkod_simulator::{Limits, Reply, Request};

use crate::client::{Frozen, NONE, codes, text};

fn envelope(time: &str, body: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?><e:Envelope xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\" \
         xmlns:m=\"http://www.marketo.com/mktows/\"><e:Header><m:AuthenticationHeader>\
         <mktowsUserId>u</mktowsUserId><requestSignature>00ff</requestSignature>\
         <requestTimestamp>{time}</requestTimestamp></m:AuthenticationHeader></e:Header>\
         <e:Body>{body}</e:Body></e:Envelope>"
    )
}

fn call(frozen: &Frozen, envelope: &str) -> Reply {
    frozen.marketo.handle(&Request::new("POST", "/soap/mktows/3_1").body(envelope.as_bytes()))
}

fn get_lead(kind: &str, value: &str) -> String {
    let key = format!("<leadKey><keyType>{kind}</keyType><keyValue>{value}</keyValue></leadKey>");
    envelope("2026-08-17T06:00:00-06:00", &format!("<m:paramsGetLead>{key}</m:paramsGetLead>"))
}

#[test]
fn a_lead_is_synced_and_found() {
    let frozen = Frozen::new(Limits::default());
    let sync = envelope(
        "2026-08-17T12:00:00Z",
        "<m:paramsSyncLead><leadRecord><Email>a@example.com</Email><leadAttributeList><attribute>\
         <attrName>FirstName</attrName><attrValue>Ann &amp; Bo</attrValue></attribute></leadAttributeList>\
         </leadRecord></m:paramsSyncLead>",
    );
    let reply = call(&frozen, &sync);
    assert!(text(&reply).contains("<status>CREATED</status>"), "{}", text(&reply));
    assert_eq!(codes(&reply), NONE);
    for key in [get_lead("EMAIL", "a@example.com"), get_lead("IDNUM", "1")] {
        let reply = call(&frozen, &key);
        assert!(text(&reply).contains("<attrValue>Ann &amp; Bo</attrValue>"), "{}", text(&reply));
        assert_eq!((reply.status, codes(&reply)), (200, vec![]));
    }
}

#[test]
fn faults_say_what_is_wrong() {
    let frozen = Frozen::new(Limits::default());
    for (envelope, code) in [
        (get_lead("EMAIL", "nobody@example.com"), 20_103),
        (get_lead("COLOR", "red"), 20_102),
        (get_lead("EMAIL", ""), 20_109),
        (envelope("2026-08-17T12:00:00Z", "<m:paramsMergeLeads/>"), 20_019),
        (envelope("2026-08-17T12:00:00Z", "<m:paramsSyncLead/>"), 20_101),
        (envelope("2026-08-17T10:00:00Z", "<m:paramsGetLead/>"), 20_016),
        (envelope("", "<m:paramsGetLead/>"), 20_014),
        (String::new(), 20_012),
        ("<html></html>".to_owned(), 20_012),
        ("<!DOCTYPE e [<!ENTITY a \"b\">]><Envelope><Body><x/></Body></Envelope>".to_owned(), 20_012),
        ("<a>".repeat(100_000), 20_012),
    ] {
        let reply = call(&frozen, &envelope);
        assert_eq!(
            (reply.status, codes(&reply)),
            (500, vec![code]),
            "{}",
            &envelope[..envelope.len().min(2_000)]
        );
    }
}
