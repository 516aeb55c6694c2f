//! Documents with one secret in one place under some encodings: it must not come out, in whatever encoding.

use std::fmt::Write as _;

use base64::{Engine, prelude::BASE64_STANDARD};
use felkod_evidence::redact;

use crate::{
    encodings::{gzip, json_all, json_escape, percent, utf16, xml_escape},
    options,
    random::Random,
    readings::leak,
};

/// How many documents the normal run makes, and the long one.
pub(crate) fn count() -> u64 {
    if std::env::var_os("FELKOD_LONG").is_some() { 100_000 } else { 6_000 }
}

/// The documents that are made: those of `FELKOD_SEED`, which is a number or `FROM..TO`, or as many as are counted.
pub(crate) fn seeds() -> std::ops::Range<u64> {
    let Ok(wanted) = std::env::var("FELKOD_SEED") else { return 0..count() };
    let number = |text: &str| text.parse::<u64>().expect("a number, or two with .. between them");
    match wanted.split_once("..") {
        Some((from, to)) => number(from)..number(to),
        None => number(&wanted)..number(&wanted) + 1,
    }
}

/// A document with a secret in it.
#[derive(Debug)]
pub(crate) struct Planted {
    pub(crate) secret: String,
    pub(crate) place: &'static str,
    pub(crate) how: Vec<&'static str>,
    pub(crate) text: Vec<u8>,
    format: Format,
    pub(crate) kept: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Json,
    Xml,
    Text,
}

/// How a value can be written where it stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Inside {
    Json,
    Xml,
    Plain,
}

const LETTERS: &[u8] = b"abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
/// Names whose values are secrets or personal, whatever they look like.
const NAMES: &[&str] = &[
    "access_token",
    "client_secret",
    "client_id",
    "partner_id",
    "mkt_tok",
    "password",
    "token",
    "secret",
    "apiKey",
    "email",
    "firstName",
    "lastName",
    "company",
    "address",
    "city",
    "partnerId",
    "mktowsUserId",
    "requestSignature",
    "keyValue",
    "refresh_token",
    "ACCESS_TOKEN",
    "Client-Secret",
];
const HEADERS: &[&str] = &[
    "Authorization",
    "authorization",
    "X-Mkto-User-Token",
    "X-Marketo-Client-Secret",
    "Proxy-Authorization",
    "X-Api-Key",
];
const FIELDS: &[&str] = &[
    "mktowsUserId",
    "requestSignature",
    "partnerId",
    "keyValue",
    "Email",
    "attrValue",
    "marketoCookie",
    "foreignSysPersonId",
];

fn word(random: &mut Random, length: usize) -> String {
    let letters = (0..length).map(|_| char::from(LETTERS[random.below(LETTERS.len())]));
    let mut word: String = letters.collect();
    // Never one that looks like another encoding, or like prose.
    word.replace_range(0..1, "q");
    word.replace_range(3..4, "7");
    word
}

/// A secret that only its name gives away.
fn named(random: &mut Random, inside: Inside) -> String {
    let length = 10 + random.below(40);
    let mut secret = word(random, length);
    let special: &[char] = match inside {
        Inside::Json | Inside::Xml => {
            &[' ', '"', '\\', '<', '&', '\'', '/', 'å', '@', ',', ';', '{', '=', '%', '😀']
        }
        Inside::Plain => &['.', '-', '_', '~', '$', '!', '*'],
    };
    for _ in 0..random.below(3) {
        let at = 1 + random.below(secret.chars().count() - 2);
        let at = secret.char_indices().nth(at).map_or(1, |(at, _)| at);
        secret.insert(at, special[random.below(special.len())]);
    }
    secret
}

/// A secret that its form gives away.
fn shaped(random: &mut Random) -> String {
    let user = word(random, 9).to_lowercase();
    match random.below(8) {
        0 | 1 => format!("{user}@example.com"),
        2 => format!("{user}+tag.{}@mail.example.co.uk", word(random, 8)),
        3 => {
            format!("+46 70 {} {} {}", 100 + random.below(900), 10 + random.below(90), 10 + random.below(90))
        }
        4 => format!("070-{} {} {}", 100 + random.below(900), 10 + random.below(90), 10 + random.below(90)),
        5 => personal_number(random),
        6 => {
            format!("cdf0{:04x}-110d-4155-99a7-f986b2ff{:04x}:int", random.below(65536), random.below(65536))
        }
        _ => format!("eyJhbGciOiJIUzI1NiJ9.{}.{}", word(random, 30), word(random, 30)),
    }
}

fn personal_number(random: &mut Random) -> String {
    let ten = format!(
        "{:02}{:02}{:02}{:03}",
        random.below(100),
        1 + random.below(12),
        1 + random.below(28),
        random.below(1000)
    );
    let sum: u32 = ten
        .bytes()
        .enumerate()
        .map(|(index, digit)| {
            let double = u32::from(digit - b'0') * if index % 2 == 0 { 2 } else { 1 };
            double / 10 + double % 10
        })
        .sum();
    let sign = if random.below(2) == 0 { "-" } else { "" };
    let century = if sign.is_empty() { "19" } else { ["", "19"][random.below(2)] };
    format!("{century}{}{sign}{}{}", &ten[..6], &ten[6..], (10 - sum % 10) % 10)
}

const IDS: &str = r#""requestId":"e42b#14272d07d78","success":true"#;

fn pick<'a>(random: &mut Random, from: &[&'a str]) -> &'a str {
    from[random.below(from.len())]
}

/// Places in JSON.
fn json(random: &mut Random) -> Planted {
    let is_shaped = random.below(3) == 0;
    let secret = if is_shaped { shaped(random) } else { named(random, Inside::Json) };
    let value = json_escape(&secret, random);
    let name = json_escape(pick(random, NAMES), random);
    let header = pick(random, HEADERS);
    let (place, text) = if is_shaped {
        match random.below(6) {
            0 => (
                "json message",
                format!(r#"{{{IDS},"errors":[{{"code":"1004","message":"Lead '{value}' not found"}}]}}"#),
            ),
            1 => ("json key", format!(r#"{{{IDS},"byUser":{{"{value}":3}}}}"#)),
            2 => ("json list", format!(r#"{{{IDS},"warnings":["was {value}, now none"]}}"#)),
            3 => ("json scope", format!(r#"{{{IDS},"scope":"{value}","expires_in":3599}}"#)),
            4 => (
                "har comment",
                format!(
                    r#"{{"log":{{"version":"1.2","entries":[{{"comment":"{value}","_x":["{value}"]}}]}}}}"#
                ),
            ),
            _ => (
                "log before json",
                format!(
                    "2026-08-17 09:00:02 INFO user {} did\n{{{IDS}}}",
                    if secret.contains('"') { "x" } else { &secret }
                ),
            ),
        }
    } else {
        match random.below(14) {
            0 => ("json name", format!(r#"{{{IDS},"{name}":"{value}"}}"#)),
            1 => ("json name, spaced", format!("{{\n  {IDS},\n  \"{name}\" : \"{value}\"\n}}\n")),
            2 => (
                "json input",
                format!(
                    r#"{{"action":"createOrUpdate","input":[{{"customField":"{value}","x":[1,true]}}]}}"#
                ),
            ),
            3 => (
                "json result",
                format!(r#"{{{IDS},"result":[{{"id":318581,"customField":"{value}","status":"updated"}}]}}"#),
            ),
            4 => (
                "json list of values",
                format!(r#"{{"filterType":"x","filterValues":["a","{value}"],{IDS}}}"#),
            ),
            5 => ("json object of values", format!(r#"{{{IDS},"{name}":{{"a":{{"b":["{value}"]}}}}}}"#)),
            6 => (
                "har header",
                format!(
                    r#"{{"log":{{"entries":[{{"request":{{"headers":[{{"name":"{header}","value":"{value}"}}]}}}}]}}}}"#
                ),
            ),
            7 => (
                "har header, value first",
                format!(
                    r#"{{"log":{{"entries":[{{"request":{{"headers":[{{"value":"{value}","name":"{header}"}}]}}}}]}}}}"#
                ),
            ),
            8 => (
                "har cookie",
                format!(
                    r#"{{"log":{{"entries":[{{"request":{{"cookies":[{{"name":"a","value":"{value}","path":"/"}}]}}}}]}}}}"#
                ),
            ),
            9 => (
                "har parameter",
                format!(
                    r#"{{"log":{{"entries":[{{"request":{{"queryString":[{{"name":"{name}","value":"{value}"}}]}}}}]}}}}"#
                ),
            ),
            10 => (
                "1003",
                format!(
                    r#"{{{IDS},"errors":[{{"code":"1003","message":"Invalid value for field 'X' and value '{}'"}}]}}"#,
                    json_escape(&secret.replace('\'', ""), random)
                ),
            ),
            11 => (
                "activity",
                format!(
                    r#"{{{IDS},"result":[{{"id":1,"activityTypeId":1,"attributes":[{{"name":"Something","value":"{value}"}}]}}]}}"#
                ),
            ),
            12 => ("headers as an object", format!(r#"{{"headers":{{"{header}":"{value}"}},{IDS}}}"#)),
            _ => (
                "log with json",
                format!("2026-08-17 09:00:02 INFO got {{{IDS},\"{name}\":\"{value}\"}} in 3 ms\nnext line\n"),
            ),
        }
    };
    let secret = if place == "1003" { secret.replace('\'', "") } else { secret };
    let format = if place.starts_with("log") { Format::Text } else { Format::Json };
    let kept =
        if text.contains("e42b#") { vec!["e42b#14272d07d78".into(), "success".into()] } else { Vec::new() };
    Planted { secret, place, how: Vec::new(), text: text.into_bytes(), format, kept }
}

/// Places in XML.
fn xml(random: &mut Random) -> Planted {
    let is_shaped = random.below(3) == 0;
    let secret = if is_shaped { shaped(random) } else { named(random, Inside::Xml) };
    let value = xml_escape(&secret, random);
    let field = pick(random, FIELDS);
    let prefix = pick(random, &["", "ns1:", "mkt:"]);
    let half = secret.char_indices().nth(secret.chars().count() / 2).map_or(0, |(at, _)| at);
    let (left, right) = secret.split_at(half);
    let (place, body) = if is_shaped {
        match random.below(4) {
            0 => ("xml text", format!("<message>Lead {value} not found (20103)</message>")),
            1 => ("xml attribute", format!("<lead note=\"{value}\"/>")),
            2 => ("xml split by cdata", format!("<m>{}<![CDATA[{right}]]></m>", xml_escape(left, random))),
            _ => ("xml comment", format!("<m>x<!-- {} --></m>", value.replace("--", "-"))),
        }
    } else {
        match random.below(7) {
            0 => ("xml element", format!("<{prefix}{field}>{value}</{prefix}{field}>")),
            1 => ("xml cdata", format!("<{prefix}{field}><![CDATA[{secret}]]></{prefix}{field}>")),
            2 => ("xml split", format!("<{field}>{}<![CDATA[{right}]]></{field}>", xml_escape(left, random))),
            3 => (
                "xml split, cdata first",
                format!("<{field}><![CDATA[{left}]]>{}</{field}>", xml_escape(right, random)),
            ),
            4 => ("xml attribute by name", format!("<lead {field}=\"{value}\">x</lead>")),
            5 => (
                "xml pair",
                format!(
                    "<attribute><attrName>Shoe</attrName><attrType>string</attrType><attrValue>{value}</attrValue></attribute>"
                ),
            ),
            _ => ("xml children", format!("<{field}><a>{value}</a><b>1</b></{field}>")),
        }
    };
    let text = format!(
        "<?xml version=\"1.0\"?>\n<S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\" xmlns:ns1=\"a\" xmlns:mkt=\"b\"><S:Body>\
         <requestTimestamp>2013-07-30T14:15:06-07:00</requestTimestamp>{body}<code>20103</code></S:Body></S:Envelope>\n"
    );
    let kept = vec!["2013-07-30T14:15:06-07:00".into(), "<code>20103</code>".into(), "S:Envelope".into()];
    Planted { secret, place, how: Vec::new(), text: text.into_bytes(), format: Format::Xml, kept }
}

/// Places in lines: URLs, forms, headers, cookies, commands, tables, parts, logs.
fn lines(random: &mut Random) -> Planted {
    let secret = named(random, Inside::Plain);
    let name = pick(random, NAMES);
    let url_name = if random.below(3) == 0 { percent(name, random) } else { name.to_owned() };
    let value = if random.below(2) == 0 { percent(&secret, random) } else { secret.clone() };
    let twice = percent(&percent(&secret, random), random);
    let header = pick(random, HEADERS);
    let scheme = pick(random, &["", "Bearer ", "bearer "]);
    let basic = BASE64_STANDARD.encode(format!("client:{secret}"));
    let (place, text) = match random.below(24) {
        0 => ("query", format!("GET /rest/v1/leads.json?a=1&{url_name}={value}&b=2 HTTP/1.1")),
        1 => ("query, twice", format!("GET /rest/v1/leads.json?{name}={twice}&b=2 HTTP/1.1")),
        2 => ("form", format!("grant_type=client_credentials&{url_name}={value}")),
        3 => ("location", format!("Location: https://example.com/cb#state=1&{name}={value}")),
        4 => (
            "url in a url",
            format!(
                "https://example.com/?next={}&b=2",
                percent(&format!("https://example.com/x?{name}={value}"), random)
            ),
        ),
        5 => ("user of a url", format!("proxy https://user:{value}@proxy.example.com:8080/ used")),
        6 => ("header", format!("HTTP/1.1 200 OK\r\n{header}: {scheme}{secret}\r\nX: 1\r\n\r\n")),
        7 => ("header, folded", format!("{header}: {scheme}\r\n  {secret}\r\nX: 1\r\n")),
        8 => ("header of curl -v", format!("> GET / HTTP/1.1\n> {header}: {scheme}{secret}\n> X: 1\n")),
        9 => ("basic", format!("Authorization: Basic {basic}\n")),
        10 => ("basic in a log", format!("09:00 sent Basic {basic} and got 401\n")),
        11 => ("cookie", format!("Cookie: a=b; _mkto_trk={secret}; c=d\n")),
        12 => ("set-cookie", format!("Set-Cookie: BIGip={secret}; Path=/; HttpOnly\n")),
        13 => ("curl", format!("curl -u 'admin:{secret}' https://example.com/x\n")),
        14 => ("curl -H", format!("curl -s -H '{header}: {scheme}{secret}' https://example.com/x -d @f\n")),
        15 => (
            "curl -d",
            format!("curl https://example.com/x -d \"{name}={value}&x=1\" --data-urlencode 'a=b'\n"),
        ),
        16 => ("curl -b", format!("curl -b 'a={secret}' https://example.com/\n")),
        17 => ("csv", format!("email,firstName,Custom Field\na@example.com,Bo,{secret}\n{secret},x,\"y\"\n")),
        18 => (
            "csv, quoted",
            format!("\"Email\",\"Custom\"\n\"a@example.com\",\"one, \"\"two\"\"\n{secret}\"\n"),
        ),
        19 => ("tsv", format!("email\tcustom\nx\t{secret}\n")),
        20 => (
            "multipart",
            format!(
                "--BOUND\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{secret}\r\n--BOUND--\r\n"
            ),
        ),
        21 => ("log", format!("2026-08-17 09:00:02 WARN {name}={secret} was refused")),
        22 => ("log, colon", format!("2026-08-17 09:00:02 WARN login failed, {name}: '{secret}', retrying")),
        _ => ("python", format!("DEBUG sent {{'{name}': '{secret}', 'n': None, 'b': (1, 2)}}")),
    };
    Planted {
        secret,
        place,
        how: Vec::new(),
        text: text.into_bytes(),
        format: Format::Text,
        kept: Vec::new(),
    }
}

/// Puts a whole document into another one.
fn wrap(planted: &mut Planted, random: &mut Random) {
    let Ok(text) = String::from_utf8(planted.text.clone()) else { return };
    let (how, text) = match random.below(9) {
        0 => ("json string", format!(r#"{{"n":1,"body":"{}"}}"#, json_all(&text, random))),
        1 => (
            "base64 in har",
            format!(
                r#"{{"log":{{"entries":[{{"content":{{"encoding":"base64","text":"{}"}}}}]}}}}"#,
                BASE64_STANDARD.encode(&text)
            ),
        ),
        2 => (
            "gzip in har",
            format!(
                r#"{{"log":{{"entries":[{{"content":{{"encoding":"base64","text":"{}"}}}}]}}}}"#,
                BASE64_STANDARD.encode(gzip(&text))
            ),
        ),
        3 => ("xml element", format!("<a:x xmlns:a=\"b\"><body>{}</body></a:x>", xml_escape(&text, random))),
        4 if !text.contains("]]>") => {
            ("cdata", format!("<a:x xmlns:a=\"b\"><body><![CDATA[{text}]]></body></a:x>"))
        }
        5 => ("url", format!("POST /x?payload={}&v=1", percent(&text, random))),
        6 => ("base64 in a log", format!("09:00 body {} end", BASE64_STANDARD.encode(&text))),
        7 => (
            "repr in a log",
            format!(
                "Error: '{}'",
                text.replace('\\', "\\\\").replace('\'', "\\'").replace('\n', "\\n").replace('\r', "\\r")
            ),
        ),
        _ => (
            "utf-16 in har",
            format!(
                r#"{{"log":{{"entries":[{{"content":{{"text":"{}"}}}}]}}}}"#,
                BASE64_STANDARD.encode(utf16(&text, random.below(4)))
            ),
        ),
    };
    planted.format = match how {
        "json string" | "base64 in har" | "gzip in har" | "utf-16 in har" => Format::Json,
        "xml element" | "cdata" => Format::Xml,
        _ => Format::Text,
    };
    planted.kept.clear();
    planted.how.push(how);
    planted.text = text.into_bytes();
}

pub(crate) fn document(random: &mut Random) -> Planted {
    let mut planted = match random.below(3) {
        0 => json(random),
        1 => xml(random),
        _ => lines(random),
    };
    for _ in 0..[0, 0, 1, 1, 2, 3][random.below(6)] {
        wrap(&mut planted, random);
    }
    if random.below(12) == 0
        && let Ok(text) = String::from_utf8(planted.text.clone())
    {
        planted.text = utf16(&text, random.below(4));
        planted.how.push("utf-16");
        planted.format = Format::Text;
        planted.kept.clear();
    }
    planted
}

impl Planted {
    /// Tells whether a text is a valid document of the same format.
    pub(crate) fn is_valid(&self, text: &[u8]) -> bool {
        match self.format {
            Format::Json => serde_json::from_slice::<serde_json::Value>(text).is_ok(),
            Format::Xml => {
                let mut reader = quick_xml::Reader::from_reader(text);
                reader.config_mut().check_end_names = true;
                loop {
                    match reader.read_event() {
                        Ok(quick_xml::events::Event::Eof) => return true,
                        Ok(_) => {}
                        Err(_) => return false,
                    }
                }
            }
            Format::Text => true,
        }
    }
}

/// The part of a text where it differs from another one, for a person to look at.
fn difference(text: &[u8], from: &[u8]) -> String {
    let same = text.iter().zip(from).take_while(|(one, other)| one == other).count();
    String::from_utf8_lossy(&text[same.saturating_sub(100)..]).chars().take(600).collect()
}

#[test]
fn a_secret_in_any_place_under_any_encoding_never_comes_out() {
    let mut failures = std::collections::BTreeMap::<String, (usize, String)>::new();
    for seed in seeds() {
        let planted = document(&mut Random::new(seed));
        let out = redact(&planted.text, &options());
        let show = |what: &str, detail: &str| {
            (
                format!("{what}: {} in {:?}", planted.place, planted.how.last()),
                format!(
                    "seed {seed} how {:?} secret {} {detail}\n in  {}\n out {}",
                    planted.how,
                    planted.secret,
                    String::from_utf8_lossy(&planted.text),
                    String::from_utf8_lossy(&out)
                ),
            )
        };
        let mut failed = None;
        if let Some(part) = leak(&planted.secret, &out) {
            failed = Some(show("leaks", &part));
        } else if !planted.is_valid(&out) {
            failed = Some(show("is not valid", ""));
        } else if let twice = redact(&out, &options())
            && twice != out
        {
            failed = Some(show("changes when redacted twice", &difference(&twice, &out)));
        } else if let Some(lost) =
            planted.kept.iter().find(|kept| memchr::memmem::find(&out, kept.as_bytes()).is_none())
        {
            failed = Some(show("loses", lost));
        }
        if let Some((key, text)) = failed {
            failures.entry(key).or_insert((0, text)).0 += 1;
        }
    }
    let mut report = String::new();
    for (key, (count, text)) in &failures {
        let _ = writeln!(report, "{count} × {key}\n{text}\n");
    }
    assert!(failures.is_empty(), "{report}");
}

#[test]
fn the_places_really_hold_the_secret() {
    for seed in 0..500 {
        let planted = document(&mut Random::new(seed));
        let is_shallow = planted.how.len() <= 1;
        assert!(!is_shallow || leak(&planted.secret, &planted.text).is_some(), "{planted:?}");
    }
}
