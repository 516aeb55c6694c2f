//! `felkod scan --format html`, as a browser meets it.

use std::{collections::BTreeSet, path::PathBuf};

use felkod::Locale;
use scraper::{Html, Selector};

use crate::{felkod, root, run};

/// A name that would be markup if it were not escaped.
const NAME: &str = "a<b title='x'>&amp;\"<script>.log";

const LINE: &str =
    "2026-08-17T09:00:02Z WARN API Error Code 606: Max rate limit '100' exceeded with in '20' secs\n";

fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// The page of a scan, which must be HTML without an error.
fn page(arguments: &[&str]) -> (String, Html) {
    let (_, out, _) = run(&[&["scan", "--format", "html"], arguments].concat());
    let html = Html::parse_document(&out);
    assert!(html.errors.is_empty(), "{arguments:?}: {:?}\n{out}", html.errors);
    (out, html)
}

fn all<'h>(html: &'h Html, selector: &str) -> Vec<scraper::ElementRef<'h>> {
    let selector = Selector::parse(selector).expect("a selector");
    html.select(&selector).collect()
}

fn texts(html: &Html, selector: &str) -> Vec<String> {
    all(html, selector).iter().map(|element| element.text().collect::<String>()).collect()
}

#[test]
fn the_page_says_in_every_language_what_the_text_says() {
    for locale in Locale::ALL {
        let arguments = ["../scan/logs", "--lang", locale.tag()];
        let (_, html) = page(&arguments);
        let (_, text, _) = run(&[&["scan"], &arguments[..]].concat());
        assert_eq!(all(&html, "html")[0].attr("lang"), Some(locale.tag()));
        let head = texts(&html, "header p");
        assert!(text.starts_with(&format!("{}\n{}\n", head[0], head[1])), "{head:?}\n{text}");
        let titles = texts(&html, "article h3");
        assert_eq!(titles.len(), 3);
        let steps = texts(&html, "article li");
        assert!(steps.len() > 4, "{steps:?}");
        let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
        for said in titles.iter().chain(&steps).chain(&texts(&html, "article code")) {
            let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(flat.contains(&said), "{locale}: `{said}` is not in the text");
        }
    }
}

#[test]
fn the_page_loads_nothing_and_runs_nothing() {
    for by in ["hour", "day", "file"] {
        let (out, html) = page(&["../scan/logs", "../payloads", "missing.log", "--by", by, "--lang", "en"]);
        let policy = all(&html, "meta[http-equiv]");
        assert_eq!(
            policy.iter().map(|meta| meta.attr("content")).collect::<Vec<_>>(),
            [Some("default-src 'none'; style-src 'unsafe-inline'")]
        );
        let known = [
            "article",
            "body",
            "code",
            "dd",
            "details",
            "dl",
            "dt",
            "figcaption",
            "figure",
            "g",
            "h1",
            "h2",
            "h3",
            "head",
            "header",
            "html",
            "li",
            "main",
            "meta",
            "ol",
            "p",
            "rect",
            "section",
            "span",
            "style",
            "summary",
            "svg",
            "table",
            "tbody",
            "td",
            "th",
            "thead",
            "title",
            "tr",
        ];
        let attributes = [
            "aria-hidden",
            "aria-label",
            "charset",
            "class",
            "content",
            "height",
            "http-equiv",
            "lang",
            "name",
            "open",
            "preserveaspectratio",
            "role",
            "scope",
            "viewbox",
            "width",
            "x",
            "y",
        ];
        for element in all(&html, "*") {
            assert!(known.contains(&element.value().name()), "{}", element.value().name());
            for (name, _) in element.value().attrs() {
                assert!(attributes.contains(&name.to_ascii_lowercase().as_str()), "{by}: {name}");
            }
        }
        let style = &texts(&html, "style")[0];
        assert!(!style.contains("url(") && !style.contains("@import"), "{style}");
        assert!(style.contains("prefers-color-scheme: dark"), "{style}");
        // Server texts, addresses and request ids of the payloads.
        for secret in ["@example.com", "e42b#", "Max rate limit", "http://", "https://"] {
            assert!(!out.contains(secret), "{by}: {secret}");
        }
    }
}

#[test]
fn a_path_is_text_wherever_it_stands() {
    let folder = folder("command-scan-page");
    std::fs::write(folder.join(NAME), LINE).expect("a file");
    std::fs::write(folder.join("<i>.gz"), [0x1f, 0x8b, 0, 0]).expect("a file");
    for by in ["hour", "file"] {
        let output =
            felkod().current_dir(&folder).args(["scan", ".", "--format", "html", "--by", by]).output();
        let out = String::from_utf8(output.expect("the command starts").stdout).expect("UTF-8");
        let html = Html::parse_document(&out);
        assert!(html.errors.is_empty(), "{:?}", html.errors);
        assert_eq!(texts(&html, "article code"), [format!("./{NAME}:1")]);
        assert_eq!(texts(&html, "td code"), ["./<i>.gz"]);
        let in_table = texts(&html, "tbody td:first-child");
        assert_eq!(
            in_table.iter().any(|text| text.trim() == format!("./{NAME}")),
            by == "file",
            "{in_table:?}"
        );
    }
}

#[test]
fn the_timeline_has_every_hour_at_its_place_and_long_times_are_drawn_together() {
    let folder = folder("command-scan-timeline");
    let file = folder.join("app.log");
    let skipped = r#"{"requestId":"a9d4#18a05e1c4f2","success":true,"result":[{"status":"skipped","reasons":[{"code":"1004","message":"Lead not found"}]}]}"#;
    let log = |lines: &[(&str, &str)]| {
        let lines = lines.iter().flat_map(|(time, text)| [*time, " ", *text, "\n"]);
        lines.collect::<String>()
    };
    let error = &LINE[21..LINE.len() - 1];
    let path = file.display().to_string();
    let columns = |lines: &[(&str, &str)], by: &str| -> Vec<(String, [u64; 2])> {
        std::fs::write(&file, log(lines)).expect("a file");
        let (_, html) = page(&[&path, "--by", by, "--lang", "en"]);
        let height = |element: scraper::ElementRef<'_>, class: &str| {
            let selector = Selector::parse(&format!("rect.{class}")).expect("a selector");
            let rect = element.select(&selector).next().and_then(|rect| rect.attr("height"));
            rect.and_then(|height| height.parse().ok()).expect("a height")
        };
        let column = |element: scraper::ElementRef<'_>| {
            (element.text().collect(), [height(element, "calls"), height(element, "records")])
        };
        all(&html, ".timeline g").into_iter().map(column).collect()
    };
    let hours = columns(
        &[
            ("2026-08-17T09:00:02Z", error),
            ("2026-08-17T09:00:03Z", error),
            ("2026-08-17T12:59:59Z", error),
            ("2026-08-17T12:59:59Z", skipped),
        ],
        "hour",
    );
    assert_eq!(
        hours.iter().map(|(_, bars)| *bars).collect::<Vec<_>>(),
        [[1000, 0], [0, 0], [0, 0], [500, 500]]
    );
    assert_eq!(hours[3].0, "2026-08-17T12:00:00Z · 2 responses · 1 failed call · 1 failed record");
    let years = columns(&[("2024-01-01T00:00:02Z", error), ("2026-08-17T12:59:59Z", error)], "hour");
    assert!((100..=240).contains(&years.len()), "{}", years.len());
    assert_eq!((years[0].1, years[years.len() - 1].1), ([1000, 0], [1000, 0]));
    let days = columns(&[("2026-03-28T12:00:00+01:00", error), ("2026-03-30T12:00:00+02:00", error)], "day");
    assert_eq!(days.iter().map(|(_, bars)| bars[0]).collect::<Vec<_>>(), [1000, 0, 1000]);
}

#[test]
fn a_page_without_a_response_says_so() {
    let (out, html) = page(&["../scan/logs", "--since", "2030-01-01", "--lang", "sv"]);
    assert_eq!(texts(&html, ".notice"), ["Inget svar från Marketo hittades."]);
    assert!(all(&html, "article, svg, table").is_empty(), "{out}");
}

#[test]
fn every_class_of_the_page_has_a_style_and_every_style_a_class() {
    let template = root().join("crates/felkod-cli/templates/scan.html");
    let template = std::fs::read_to_string(template).expect("the template");
    let (style, body) = template.split_once("</style>").expect("a style");
    let in_style: BTreeSet<&str> = style
        .split('.')
        .skip(1)
        .filter_map(|text| text.split(|c: char| !c.is_ascii_lowercase()).next())
        .filter(|name| name.len() > 2)
        .collect();
    let mut in_body: BTreeSet<&str> = body
        .split("class=\"")
        .skip(1)
        .filter_map(|text| text.split('"').next())
        .flat_map(str::split_whitespace)
        .collect();
    in_body.retain(|name| !name.contains(['{', '}']) && *name != "class" && *name != "code.class");
    assert_eq!(in_style, in_body);
}
