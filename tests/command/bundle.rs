//! `felkod bundle`, as someone who opens a support case meets it.

use std::{
    collections::BTreeMap,
    fs,
    io::{Read, Write},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Duration,
};

use felkod::evidence::{Exchange, Key, Options, Recorder, Writes};
use felkod::retry::Failure;

use crate::{felkod, run};

/// 2026-01-01, midnight UTC.
const NEW_YEAR: u64 = 1_767_225_600_000;
const SECRETS: [&str; 4] =
    ["anna@example.com", "s3cr3t-of-the-client", "cdf01657-110d-4155", "070-123 45 67"];

/// A folder of a test's own, which goes when the test ends.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("felkod-bundle-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("a folder");
        Self(path)
    }

    fn file(&self, name: &str, text: impl AsRef<[u8]>) -> String {
        fs::write(self.0.join(name), text).expect("a file");
        self.path(name)
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).to_string_lossy().into_owned()
    }

    fn names(&self) -> Vec<String> {
        let names =
            fs::read_dir(&self.0).expect("a folder").map(|entry| entry.expect("an entry").file_name());
        let mut names: Vec<String> = names.map(|name| name.to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Writes a recording, a HAR file and a log with secrets in them, and returns their paths.
fn inputs(folder: &Folder) -> [String; 3] {
    let url = "https://123-abc-456.mktorest.com/rest/v1/leads.json?access_token=cdf01657-110d-4155-99a7-f986b2ff13a0:int";
    let call = |at: u64, attempt: u32, body: &str| {
        Exchange::new("POST", url, NEW_YEAR + at * 1_000)
            .request_header("Content-Type", "application/json")
            .request_body(r#"{"action":"createOnly","input":[{"email":"anna@example.com"}]}"#)
            .action("createOnly")
            .attempt(attempt)
            .status(200)
            .response_header("Content-Type", "application/json")
            .response_body(body)
            .took(Duration::from_millis(120))
    };
    let failed = |code: u32, id: &str| {
        format!(
            r#"{{"requestId":"{id}","success":false,"errors":[{{"code":"{code}","message":"for anna@example.com"}}]}}"#
        )
    };
    let path = folder.path("trouble.jsonl");
    // Under another key than the command's: what is redacted stays as it is.
    let recorder = Recorder::new(Options::new(Key::new([9; 16]))).file(&path).writes(Writes::Everything);
    for exchange in [
        call(0, 1, r#"{"requestId":"a1#19b769a3c00","success":true,"result":[]}"#),
        call(1, 1, &failed(606, "a2#19b769a3fe8")),
        call(22, 2, &failed(606, "a3#19b769a91f0")),
        call(63, 3, &failed(603, "a4#19b769b3218")),
        Exchange::new("GET", url, NEW_YEAR + 70_000).failure(Failure::Tls),
    ] {
        recorder.record(exchange).expect("a folder that can be written");
    }
    let har = format!(
        r#"{{"log": {{"version": "1.2", "entries": [{{"startedDateTime": "2026-01-01T01:02:00.000+01:00", "time": 5,
        "request": {{"method": "GET", "url": "{url}", "headers": [{{"name": "X-Client", "value": "s3cr3t-of-the-client"}}]}},
        "response": {{"status": 200, "content": {{"size": 9, "mimeType": "application/json",
            "text": "{{\"success\":true,\"client_secret\":\"s3cr3t-of-the-client\"}}"}}}}}}]}}}}"#
    );
    let log = "2026-01-01 00:03:00 WARN phone 070-123 45 67 API Error Code 610: Requested resource not found\n\
        client_secret=s3cr3t-of-the-client\n\
        2026-01-01 00:04:00 WARN got {\"requestId\":\"a5#19b769de980\",\"success\":true,\"result\":[{\"status\":\"skipped\",\
        \"reasons\":[{\"code\":\"1003\",\"message\":\"Value anna@example.com is bad\"}]}]}\n";
    [path, folder.file("browser.har", har), folder.file("anna@example.com.log", log)]
}

/// Returns the entries of a zip by their names.
fn unzip(path: &str) -> BTreeMap<String, String> {
    let zip = fs::read(path).expect("a zip");
    let archive = rawzip::ZipArchive::from_slice(&zip).expect("a zip");
    let mut entries = archive.entries();
    let mut all = BTreeMap::new();
    while let Some(entry) = entries.next_entry().expect("an entry") {
        let name = String::from_utf8_lossy(entry.file_path().as_ref()).into_owned();
        assert_eq!(entry.mode().value() & 0o777, 0o600, "{name}");
        let data = archive.get_entry(entry.wayfinder()).expect("its data");
        let mut text = String::new();
        let inflater = flate2::read::DeflateDecoder::new(data.data());
        data.verifying_reader(inflater).read_to_string(&mut text).expect("a sound entry");
        all.insert(name, text);
    }
    all
}

/// Makes a zip of all inputs with the key of the tests.
fn bundle(folder: &Folder, zip: &str, more: &[&str]) -> (Option<i32>, String, String) {
    let inputs = inputs(folder);
    let mut arguments = vec!["bundle"];
    arguments.extend(inputs.iter().map(String::as_str));
    arguments.extend(["--output", zip, "--key-file", "redact.key"]);
    arguments.extend(more);
    run(&arguments)
}

#[test]
fn the_zip_has_the_exchanges_the_texts_and_a_summary_in_either_language_and_nothing_secret() {
    for lang in ["en", "sv"] {
        let folder = Folder::new(lang);
        let zip = folder.path("case.zip");
        let (status, out, err) = bundle(&folder, &zip, &["--lang", lang]);
        assert_eq!((status, err.as_str()), (Some(0), ""), "{out}");
        let mode = std::os::unix::fs::PermissionsExt::mode(&fs::metadata(&zip).expect("a zip").permissions());
        assert_eq!(mode & 0o777, 0o600);
        let names = folder.names();
        assert_eq!(names, ["anna@example.com.log", "browser.har", "case.zip", "trouble.jsonl"]);
        let entries = unzip(&zip);
        let names: Vec<&str> = entries.keys().map(String::as_str).collect();
        assert_eq!(names, ["exchanges.har", "summary.txt", "text-1.txt"]);
        for (name, text) in &entries {
            for secret in SECRETS {
                assert!(!text.contains(secret), "{name} has {secret}: {text}");
            }
        }
        let har: serde_json::Value = serde_json::from_str(&entries["exchanges.har"]).expect("JSON");
        assert_eq!(har["log"]["entries"].as_array().map(Vec::len), Some(6));
        let shown = out.replace(&*folder.0.to_string_lossy(), "");
        let said = format!("{shown}----- summary.txt\n{}", entries["summary.txt"]);
        insta::with_settings!({ snapshot_path => "../snapshots", prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(format!("command__bundle_{lang}"), said);
        });
    }
}

#[test]
fn the_same_files_under_the_same_key_give_the_same_zip() {
    let folder = Folder::new("same");
    let zips = ["one.zip", "two.zip"].map(|name| folder.path(name));
    for zip in &zips {
        fs::remove_file(folder.path("trouble.jsonl")).ok();
        assert_eq!(bundle(&folder, zip, &[]).0, Some(0));
    }
    assert_eq!(fs::read(&zips[0]).expect("a zip"), fs::read(&zips[1]).expect("a zip"));
}

#[test]
fn strict_hides_all_values_and_names_are_added() {
    let folder = Folder::new("strict");
    let (zip, other) = (folder.path("strict.zip"), folder.path("other.zip"));
    let log = folder.file("app.log", "{\"shoeSize\":\"forty-four\",\"color\":\"red\"}\n");
    assert_eq!(run(&["bundle", &log, "--output", &zip, "--strict"]).0, Some(0));
    assert!(!unzip(&zip)["text-1.txt"].contains("red"));
    let names = folder.file("names.toml", "hide = [\"shoeSize\"]");
    assert_eq!(run(&["bundle", &log, "--output", &other, "--names", &names]).0, Some(0));
    let text = &unzip(&other)["text-1.txt"];
    assert!(text.contains("red") && !text.contains("forty"), "{text}");
}

#[test]
fn a_compressed_log_is_read_and_a_file_that_is_not_text_is_not() {
    let folder = Folder::new("gzip");
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(b"password=anna-svensson\n").expect("memory");
    let log = folder.file("app.log.gz", gzip.finish().expect("memory"));
    let zip = folder.path("case.zip");
    assert_eq!(run(&["bundle", &log, "--output", &zip]).0, Some(0));
    assert!(unzip(&zip)["text-1.txt"].starts_with("password=REDACTED-secret-"));
    let picture = folder.file("picture.png", (0..=255).cycle().take(5_000).collect::<Vec<u8>>());
    let (status, out, err) =
        run(&["bundle", &log, &picture, "--output", &folder.path("more.zip"), "--lang", "en"]);
    assert_eq!((status, out.as_str()), (Some(2), ""));
    assert!(err.contains("picture.png") && err.ends_with("it is not text\n"), "{err}");
    assert_eq!(folder.names(), ["app.log.gz", "case.zip", "picture.png"]);
}

#[test]
fn a_file_that_exists_stays_as_it_is() {
    let folder = Folder::new("exists");
    let there = folder.file("case.zip", "mine");
    let (status, out, err) = bundle(&folder, &there, &["--lang", "en"]);
    assert_eq!((status, out.as_str()), (Some(2), ""));
    assert!(err.ends_with("case.zip already exists and is not overwritten\n"), "{err}");
    assert_eq!(fs::read(&there).expect("a file"), b"mine");
    // A link counts too, even one that leads nowhere.
    let link = folder.path("link.zip");
    std::os::unix::fs::symlink(folder.path("nowhere"), &link).expect("a link");
    assert_eq!(run(&["bundle", "soap-20103.xml", "--output", &link]).0, Some(2));
    assert!(!Path::new(&folder.path("nowhere")).exists());
}

#[test]
fn nothing_is_written_if_anything_cannot_be_read_or_written() {
    let folder = Folder::new("unreadable");
    let zip = folder.path("case.zip");
    let (status, out, err) =
        run(&["bundle", "soap-20103.xml", "missing.log", "gone.log", "--output", &zip, "--lang", "en"]);
    assert_eq!((status, out.as_str()), (Some(2), ""));
    assert!(err.contains("cannot read missing.log") && err.contains("cannot read gone.log"), "{err}");
    // One that breaks off in the middle: the end of the compressed text is missing.
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all("one line\n".repeat(10_000).as_bytes()).expect("memory");
    let bytes = gzip.finish().expect("memory");
    let log = folder.file("cut.log.gz", &bytes[..bytes.len() - 9]);
    assert_eq!(run(&["bundle", &log, "--output", &zip]).0, Some(2));
    let (status, _, err) =
        run(&["bundle", "soap-20103.xml", "--output", &folder.path("no/case.zip"), "--lang", "en"]);
    assert_eq!(status, Some(2));
    assert!(err.contains("cannot write") && err.contains("no/case.zip"), "{err}");
    assert_eq!(run(&["bundle", "soap-20103.xml", "--output", &zip, "--key-file", "missing.key"]).0, Some(2));
    assert_eq!(folder.names(), ["cut.log.gz"]);
}

#[test]
fn ctrl_c_leaves_nothing_behind() {
    let folder = Folder::new("interrupted");
    let mut child = felkod()
        .args(["bundle", "-", "--output", &folder.path("case.zip"), "--lang", "en"])
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    let line = b"one more line of a log\n".repeat(1_000);
    // The draft shows that it is at work.
    while folder.names().is_empty() {
        stdin.write_all(&line).expect("it reads");
    }
    let killed = Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("kill");
    assert!(killed.success());
    while child.try_wait().expect("a child").is_none() {
        let _ = stdin.write_all(&line);
    }
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "felkod: interrupted; nothing is written\n");
    assert!(folder.names().is_empty(), "{:?}", folder.names());
}

#[test]
fn what_was_written_passes_the_check() {
    let folder = Folder::new("check");
    let zip = folder.path("case.zip");
    assert_eq!(bundle(&folder, &zip, &[]).0, Some(0));
    for (name, text) in unzip(&zip) {
        let file = folder.file(&name, text);
        assert_eq!(run(&["redact", "--check", &file]), (Some(0), String::new(), String::new()), "{name}");
    }
}
