//! SOAP faults, failures without a fault, and clients' renderings of both.

use felkod_catalog::{Advice, Api, Level, Locale, Outcome, Remark, Value};
use felkod_wire::{Reader, json, read};

use crate::{assert_one, error, fault, found, object, only};

#[test]
fn a_fault_is_read_whatever_its_prefix_and_version() {
    let code = "<code>20103</code>";
    for prefix in ["SOAP-ENV:", "soap:", "soapenv:", "env:", "S:", "a.b-c:", ""] {
        for child in ["", "ns1:"] {
            let body = format!(
                "<{prefix}Envelope xmlns=\"http://schemas.xmlsoap.org/soap/envelope/\"><{prefix}Header/><{prefix}Body>\
                <{prefix}Fault>\n\t<faultcode>{prefix}Client</faultcode>\r\n <faultstring> 20103 - Lead not found </faultstring>\
                <detail><ns1:serviceException><{child}name>mktServiceException</{child}name>\
                <{child}message>No lead found with IDNUM = 1 (20103)</{child}message><{child}code>\n 20103 \n</{child}code>\
                </ns1:serviceException></detail></{prefix}Fault></{prefix}Body></{prefix}Envelope>"
            );
            let report = assert_one(body, 20_103, Level::Fault);
            assert_eq!(only(&report).server_text.as_deref(), Some("No lead found with IDNUM = 1 (20103)"));
        }
    }
    let twelve = format!(
        "<env:Envelope xmlns:env=\"http://www.w3.org/2003/05/soap-envelope\"><env:Body><env:Fault><env:Code>\
        <env:Value>env:Sender</env:Value></env:Code><env:Reason><env:Text xml:lang=\"en\">20103 - Lead not found</env:Text>\
        </env:Reason><env:Detail><x:serviceException xmlns:x=\"http://www.marketo.com/mktows/\">{code}</x:serviceException>\
        </env:Detail></env:Fault></env:Body></env:Envelope>"
    );
    assert_one(&twelve, 20_103, Level::Fault);
    assert_one(twelve.replace(code, ""), 20_103, Level::Fault);
}

#[test]
fn a_fault_is_read_whatever_its_encoding_and_white_space() {
    let plain =
        fault("20105 - Unknown lead field", "syncLead: unknown fields for import: fält (20105)", "20105");
    let utf16 = |declare: &str| plain.replace("UTF-8", declare).encode_utf16().collect::<Vec<u16>>();
    let little = |mark: bool| {
        let mark = if mark { vec![0xff, 0xfe] } else { vec![] };
        mark.into_iter().chain(utf16("UTF-16").into_iter().flat_map(u16::to_le_bytes)).collect::<Vec<u8>>()
    };
    let big = |mark: bool| {
        let mark = if mark { vec![0xfe, 0xff] } else { vec![] };
        mark.into_iter().chain(utf16("utf-16").into_iter().flat_map(u16::to_be_bytes)).collect::<Vec<u8>>()
    };
    let latin = |name: &str| {
        let text = plain.replace("UTF-8", name);
        text.chars().map(|c| u8::try_from(c).expect("Latin-1")).collect::<Vec<u8>>()
    };
    let bodies = [
        plain.clone().into_bytes(),
        format!("\u{feff}{plain}").into_bytes(),
        format!(" \r\n\t{plain}\n\n").into_bytes(),
        plain.split_once('\n').expect("a declaration").1.as_bytes().to_vec(),
        plain.replace("\"UTF-8\"", "'utf-8'").into_bytes(),
        plain.replace("fält", "<![CDATA[fält]]>").into_bytes(),
        plain.replace("fält", "f&#228;lt").into_bytes(),
        plain.replace("fält", "f&#xE4;l<!-- a comment -->t").into_bytes(),
        little(true),
        little(false),
        big(true),
        big(false),
        latin("ISO-8859-1"),
        latin("windows-1252"),
        // UTF-16 in the declaration of a body that is not.
        plain.replace("UTF-8", "UTF-16").into_bytes(),
    ];
    for body in bodies {
        let report = assert_one(&body, 20_105, Level::Fault);
        let finding = only(&report);
        assert_eq!(finding.server_text.as_deref(), Some("syncLead: unknown fields for import: fält (20105)"));
        assert_eq!(finding.values, [("field", Value::from("fält"))]);
        assert_eq!(report.remarks, []);
    }
    let entities = fault("20110 - Input error", "a &lt;b&gt; &amp; &quot;c&apos; &unknown; (20110)", "20110");
    let report = assert_one(entities, 20_110, Level::Fault);
    assert_eq!(only(&report).server_text.as_deref(), Some("a <b> & \"c' &unknown; (20110)"));
}

#[test]
fn a_fault_without_its_code_is_read_from_faultstring_then_message() {
    let body = fault("20102 - Input error", "null (20103)", "");
    assert_one(&body, 20_102, Level::Fault);
    assert_one(body.replace("<code></code>", ""), 20_102, Level::Fault);
    assert_one(fault("Input error", "null (20103).", ""), 20_103, Level::Fault);
    let bare = "<Fault><faultcode>Client</faultcode><faultstring>20015 - Request Limit Exceeded</faultstring></Fault>";
    assert_one(bare, 20_015, Level::Fault);
    assert_one("<s:Fault><faultstring>20000 - Unheard of</faultstring></s:Fault>", 20_000, Level::Fault);
}

#[test]
fn a_fault_whose_numbers_disagree_has_that_of_its_code_and_says_so() {
    let report =
        assert_one(fault("20103 - Lead not found", "No lead (20103)", "20111"), 20_111, Level::Fault);
    assert_eq!(report.remarks, [Remark::CodesDisagree]);
    assert_eq!(only(&report).server_text.as_deref(), Some("20103 - Lead not found: No lead (20103)"));
}

#[test]
fn an_unknown_number_stays_a_number_and_no_number_stays_a_fault() {
    for number in [20_000, 20_018, 0, 9999, 99_999, u32::MAX] {
        let report =
            assert_one(fault("Something", "Something new", &number.to_string()), number, Level::Fault);
        assert_eq!((report.outcome, report.advice()), (Outcome::Error, None));
        assert_one(error(&number.to_string(), "Something new"), number, Level::Response);
    }
    let report = read(fault("Server error", "Lead 10001 is broken, see 20103 - no (really)", "").as_bytes());
    assert_eq!(found(&report), [(None, Level::Fault, None)]);
    assert_eq!(report.outcome, Outcome::Error);
    let report = read(error("\"E-17\"", "Odd").as_bytes());
    assert_eq!(only(&report).server_code.as_deref(), Some("E-17"));
    let report = read(error("99999999999", "Odd").as_bytes());
    assert_eq!(only(&report).server_code.as_deref(), Some("99999999999"));
    assert_eq!(object(&json::report(&report, Locale::En))["findings"][0]["code"], "99999999999");
}

#[test]
fn a_number_elsewhere_in_a_text_is_no_code() {
    let report = assert_one(
        fault("20110 - Input error", "Lead 10001 (20103) is not valid (20110)", "20110"),
        20_110,
        Level::Fault,
    );
    assert_eq!(only(&report).values, []);
    assert_one(error("\"1004\"", "Lead '10001' not found, 601"), 1004, Level::Response);
    for text in [
        "Lead 10001 was updated",
        "updated 20016 - 20103 leads",
        "took 20016 ms",
        "[10001, 20103]",
        "ERROR (worker) 20016 rows - done",
        "606",
        "20016",
        "{not json} 606",
    ] {
        let report = read(text.as_bytes());
        assert_eq!((report.outcome, found(&report)), (Outcome::Unrecognized, vec![]), "{text}");
    }
    for xml in [
        "<orders><code>20016</code></orders>",
        "<a:Envelope><a:Body><getOrder><faultstring>20016 - x</faultstring></getOrder></a:Body></a:Envelope>",
    ] {
        assert_eq!(read(xml.as_bytes()).outcome, Outcome::Unrecognized, "{xml}");
    }
}

#[test]
fn a_fault_inside_a_clients_text_is_read() {
    let xml = fault("20016 - Request expired", "Request expired (20016)", "20016");
    for text in [
        format!("Invalid response: 500\nBody: {xml}"),
        format!("Error: {}\n    at parse (soap.js:1:2)", xml.split_once('\n').expect("a declaration").1),
        "suds.WebFault: Server raised fault: '20016 - Request expired'".into(),
        "Savon::SOAPFault: (SOAP-ENV:Client) 20016 - Request expired".into(),
        "javax.xml.ws.soap.SOAPFaultException: Client received SOAP Fault from server: 20016 - Request expired Please \
            see the server log to find more detail regarding exact cause of the failure."
            .into(),
        "SoapFault exception: [SOAP-ENV:Client] 20016 - Request expired in /app/client.php:12".into(),
        "(SOAP-ENV:Client) 20016 - Request expired".into(),
        "SOAP-ENV:Client: 20016 - Request expired".into(),
        "20016 - Request expired".into(),
        "[20016] Request expired.".into(),
    ] {
        let report = assert_one(&text, 20_016, Level::Fault);
        assert_eq!((report.api, report.outcome), (Some(Api::Soap), Outcome::Error), "{text}");
    }
    assert_one("(SOAP-ENV:Client) 20018 - Something", 20_018, Level::Fault);
    assert_one(
        format!("HTTPError 200: {}, retrying", error("\"611\"", "System error")),
        611,
        Level::Response,
    );
}

#[test]
fn soap_failures_without_a_fault_are_found() {
    let body = |inside: &str| {
        format!(
            "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>{inside}</s:Body></s:Envelope>"
        )
    };
    let report = read(
        body("<n:successListOperation><result><success>false</success></result></n:successListOperation>")
            .as_bytes(),
    );
    assert_eq!((report.outcome, found(&report)), (Outcome::Error, vec![]));
    let report = read(
        body("<successListOperation><result><success>true</success></result></successListOperation>")
            .as_bytes(),
    );
    assert_eq!(report.outcome, Outcome::Success);
    let statuses = "<successSyncCustomObjects><result><syncCustomObjStatusList>\
        <syncCustomObjStatus><objTypeName>Car</objTypeName><status>UPDATED</status></syncCustomObjStatus>\
        <syncCustomObjStatus><objTypeName>Car</objTypeName><status>FAILED</status><error>Link 10001 missing</error></syncCustomObjStatus>\
        </syncCustomObjStatusList></result></successSyncCustomObjects>";
    let report = read(body(statuses).as_bytes());
    assert_eq!((report.outcome, found(&report)), (Outcome::Partial, vec![(None, Level::Record, Some(1))]));
    assert_eq!(only(&report).server_text.as_deref(), Some("Link 10001 missing"));
}

#[test]
fn the_end_of_the_data_is_no_failure() {
    let report = read(fault("20123 - Stream at end", "No more (20123)", "20123").as_bytes());
    assert_eq!((report.outcome, report.advice()), (Outcome::Success, Some(Advice::Accept)));
    assert_eq!(report.findings.len(), 1);
}

#[test]
fn what_only_looks_like_a_fault_is_none() {
    for text in [
        "[31337] worker exited",
        "[20103] sshd started",
        "10001 - Lead imported",
        "90210 - Beverly Hills",
        "<machine><Fault>none</Fault></machine>",
        "<Fault>none</Fault>",
        "<order><line><Fault><faultstring>20016 - scratch</faultstring></Fault></line></order>",
        "<successRate>0.5</successRate>",
        "<report><successCount>3</successCount></report>",
        "<Envelope><Header><x:successInfo/></Header><Body><getOrderResponse/></Body></Envelope>",
        "<html><title>500 Best Movies</title></html>",
        "<html><title>404 Media - News</title></html>",
        "<html><title>How to fix a Bad Gateway error</title></html>",
        "<html><title>HTTP 500 explained</title></html>",
    ] {
        assert_eq!(read(text.as_bytes()).outcome, Outcome::Unrecognized, "{text}");
    }
    let foreign = "<s:Envelope><s:Body><s:Fault><faultstring>No</faultstring><detail><e><code>20103</code></e></detail></s:Fault>\
        </s:Body></s:Envelope>";
    assert_eq!(found(&read(foreign.as_bytes())), [(None, Level::Fault, None)]);
    let status = Reader::new().status(404).api(Api::Rest).read(b"[20103] Lead not found");
    assert_eq!(found(&status), [(Some(404), Level::Http, None)]);
    let fields = r#"{"success":true,"result":[{"id":1,"reasons":"late payment"},{"id":2,"errors":"none"}]}"#;
    assert_eq!(read(fields.as_bytes()).outcome, Outcome::Success);
    let statistic =
        r#"{"success":true,"result":[{"errors":[{"errorCode":"610","count":5000000000,"message":"m"}]}]}"#;
    let report = read(statistic.as_bytes());
    assert_eq!((report.outcome, report.counts[0].count), (Outcome::Success, 5_000_000_000));
    let both = read(br#"{"success":false,"errors":[{"code":"601","errorCode":5}]}"#);
    assert_eq!(only(&both).number, Some(601), "a code is an error's, whatever stands beside it");
}

#[test]
fn a_code_that_is_no_number_gives_way_to_the_number_of_the_texts() {
    for code in ["null", "mktServiceException", "20,016"] {
        let report = assert_one(
            fault("20016 - Request expired", "Request expired (20016)", code),
            20_016,
            Level::Fault,
        );
        assert_eq!(report.remarks, [], "{code}");
    }
    for (fault_string, message) in
        [("20016  -  x", ""), ("20016 -\nx", ""), ("20016\u{a0}- x", ""), ("x", "x ( 20016 )")]
    {
        assert_one(fault(fault_string, message, ""), 20_016, Level::Fault);
    }
    assert_one(fault("Lead not found (10001)", "No lead (20103)", ""), 20_103, Level::Fault);
}

#[test]
fn more_renderings_of_clients_are_read() {
    for text in [
        "zeep.exceptions.Fault: 20016 - Request expired",
        "javax.xml.ws.soap.SOAPFaultException: 20016 - Request expired",
        "[env:Sender] 20016 - Request expired",
        "AxisFault\n faultCode: Client\n faultString: 20016 - Request expired",
        "SOAP Fault: (faultcode: SOAP-ENV:Client, faultstring: 20016 - Request expired)",
        "SoapFault Object ( [faultstring] => 20016 - Request expired )",
        "MarketoException: [20016] Request expired.",
        "suds.WebFault: Server raised fault: ‘20016 - Request expired’",
        "Error: SOAP-ENV:Client: Server raised fault: '20016 - Request expired'",
        "<br />\n<b>Fatal error</b>: Uncaught SoapFault exception: [SOAP-ENV:Client] 20016 - Request expired",
        "<134>Oct 11 22:14:15 host app: (SOAP-ENV:Client) 20016 - Request expired",
        "{pid=7} SOAP-ENV:Client: 20016 - Request expired",
    ] {
        assert_one(text, 20_016, Level::Fault);
    }
    let both = format!(
        "REQUEST:\n<?xml version=\"1.0\"?><Envelope><Body><paramsGetLead/></Body></Envelope>\nRESPONSE:\n{}",
        fault("20016 - x", "x (20016)", "20016")
    );
    assert_one(both, 20_016, Level::Fault);
    let beside =
        "one: {\"errors\":[],\"errors\":[]} two: {\"success\":false,\"errors\":[{\"code\":\"601\"}]}";
    assert_eq!(
        assert_one(beside, 601, Level::Response).remarks,
        [],
        "what is said of another document is not said here"
    );
    assert_one("{not json} {\"success\":false,\"errors\":[{\"code\":\"601\"}]}", 601, Level::Response);
    assert_one(r#"{"success":false,"errors":[{"message":"C:\Users","code":"606"}]}"#, 606, Level::Response);
}

#[test]
fn a_record_of_soap_keeps_its_own_error() {
    let body = "<e:Envelope><e:Body><n:successSyncCustomObjects><result><list><s><status>FAILED</status><keys><attribute>a\
        </attribute></keys><error>Bad link</error></s><s><status>FAILED</status></s></list></result>\
        </n:successSyncCustomObjects></e:Body></e:Envelope>";
    let report = read(body.as_bytes());
    let told: Vec<_> =
        report.findings.iter().map(|finding| (finding.record, finding.server_text.as_deref())).collect();
    assert_eq!(told, [(Some(0), Some("Bad link")), (Some(1), Some("FAILED"))]);
    let job = "<Envelope><Body><successGetImportToListStatus><result><status>FAILED</status></result>\
        </successGetImportToListStatus></Body></Envelope>";
    assert_eq!(read(job.as_bytes()).outcome, Outcome::Success, "a job that failed, not this call");
}
