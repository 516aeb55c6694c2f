//! Logs without a response give none, whatever numbers they hold.

use crate::{all, in_pieces};

/// Lines of logs in which the numbers of codes mean something else.
const LINES: [&str; 47] = [
    "2026-11-24 12:00:{s} INFO  [sync] lead {n} updated in {m} ms",
    "2026-11-24T12:00:{s}Z level=info msg=\"lead id {n}\" status=200 took={m}ms",
    "<134>Nov 24 12:00:{s} host app[{n}]: list {m} has {n} members",
    "{\"time\":\"2026-11-24T12:00:{s}Z\",\"level\":\"info\",\"lead\":{n},\"price\":{m}.00,\"msg\":\"order {n} paid\"}",
    "{\"errors\":[{\"code\":{n},\"message\":\"User not found\"}],\"data\":null}",
    "{\"success\":false,\"errors\":[{\"code\":{n},\"message\":\"Invalid or missing zone id.\"}],\"result\":null}",
    "{\"error\":{\"code\":{n},\"message\":\"Requested entity was not found.\",\"status\":\"NOT_FOUND\"}}",
    "{\"error\":\"invalid_client\",\"error_description\":\"Client authentication failed, request {n}\"}",
    "{\"errorCode\":\"{n}\",\"errorMessage\":\"Insufficient funds\",\"requestId\":\"{n}-{m}\"}",
    "{\"success\":true}",
    "{'id': {n}, 'name': 'Anna', 'tags': ['a', 'b'], 'score': {m}}",
    "127.0.0.1 - - [24/Nov/2026:12:00:{s} +0000] \"GET /rest/v1/lead/{n}.json HTTP/1.1\" 200 {m}",
    "ERROR: relation \"t_{n}\" does not exist at character {m}",
    "error {n}: cannot open file",
    "[{n}] nginx: worker process started",
    "exit code {n}: killed after {m} s",
    "{n},{m},anna@example.com,Anna,\"{n} Main Street\"",
    "  at com.example.Sync.run(Sync.java:{n})",
    "<order id=\"{n}\"><code>{n}</code><message>Thank you</message></order>",
    "<s:Envelope><s:Body><s:Fault><faultcode>s:Client</faultcode><faultstring>sf:INVALID_{n}: no</faultstring></s:Fault></s:Body></s:Envelope>",
    "Array\n(\n    [code] => {n}\n    [total] => {m}\n)",
    "call ({n}) 555-{m} back; room [{n}]",
    "POST /rest/v1/leads.json {\"action\":\"updateOnly\",\"input\":[{\"id\":{n}},{\"id\":{m},\"code\":\"{n}\"}]}",
    "data: { \"a\": \"unterminated {n}",
    "[{n}] file not found",
    "{n} - page not found",
    "error {n}: user not found ({n})",
    "Daily spending limit reached ({n})",
    "{'code': '{n}', 'message': 'Card was declined'}",
    "Error: {n} Files were not found",
    "upstream error 502: Bad Gateway, lead {n}",
    "[500] Internal Server Error",
    "{\"errors\":[{\"code\":502,\"message\":\"Bad gateway\"}],\"took\":{m}}",
    "        502 => \"Bad Gateway\", // {n}",
    "level=error code={n} message=\"User not found\" took={m}",
    "level=info msg=\"Lead was read\" code={n}",
    "Failure(\"Card was declined\", {n})",
    "#<User id={n} name=\"Anna\" errors=[#<Error code=\"{n}\" message=\"is too short\">]>",
    "OrderedDict([('id', {n}), ('errors', [OrderedDict([('code', {n}), ('message', 'is too short')])])])",
    "job: {ID:{n} Name:nightly Errors:[{Code:{n} Message:Card was declined}]}",
    "job: main.Job{ID:{n}, Errors:[]main.Error{main.Error{Code:\"{n}\", Message:\"no\"}}}",
    "GET /log?body=%7B%22code%22%3A%22{n}%22%2C%22message%22%3A%22User+not+found%22%7D&n={n} HTTP/1.1",
    "2026-11-24,sync,{n},User not found,{m}",
    "\"{n}\";\"{n}\";\"Card not found\";{n}",
    "errors:\n- code: '{n}'\n  message: Card was declined\nrequestId: {n}",
    "- code: {n}\n  message: User not found\n  errors: []",
    "note: |\n  {\"code\": \"{n}\", \"message\": \"is too short\"}",
];

/// Numbers that are codes elsewhere.
const NUMBERS: [&str; 12] =
    ["606", "601", "1004", "10001", "20103", "1003", "1029", "20016", "611", "610", "4290801", "1013"];

/// Writes so many bytes of such lines.
fn noise(bytes: usize) -> Vec<u8> {
    let mut random = 0x2545_F491_u32;
    let mut text = String::with_capacity(bytes + 512);
    while text.len() < bytes {
        random ^= random << 13;
        random ^= random >> 17;
        random ^= random << 5;
        let pick = |from: u32, count: usize| (random.rotate_right(from) as usize) % count;
        let line = LINES[pick(3, LINES.len())]
            .replace("{s}", &format!("{:02}", pick(9, 60)))
            .replace("{n}", NUMBERS[pick(13, NUMBERS.len())])
            .replace("{m}", &pick(17, 5000).to_string());
        text.push_str(&line);
        text.push('\n');
    }
    text.into_bytes()
}

#[test]
fn a_log_without_a_response_gives_none() {
    // FELKOD_LONG=1 reads 100 MB.
    let is_long = std::env::var_os("FELKOD_LONG").is_some_and(|long| long == "1");
    let text = noise(if is_long { 100_000_000 } else { 2_000_000 });
    let found = all(&text);
    let shown = found.first().map(|answer| {
        let range = &answer.range;
        let at = |place: u64| usize::try_from(place).expect("a place");
        String::from_utf8_lossy(&text[at(range.start)..at(range.end)]).into_owned()
    });
    assert_eq!((found.len(), shown), (0, None));
    assert_eq!(in_pieces(&text, 4099), []);
}

#[test]
fn a_column_beside_a_number_is_no_message_for_a_few_words_of_a_case() {
    for line in
        ["2026-11-24,sync,17,User not found,702", "702;Order not found;17", "17,File already exists,1013"]
    {
        assert_eq!(all(format!("x\n{line}\ny").as_bytes()), [], "{line}");
    }
}

#[test]
fn every_line_alone_gives_none() {
    for line in LINES {
        for number in NUMBERS {
            let text = line.replace("{n}", number).replace("{m}", "42").replace("{s}", "07");
            let inside = format!("x\n{text}\ny");
            assert_eq!(all(inside.as_bytes()), [], "{inside}");
        }
    }
}
