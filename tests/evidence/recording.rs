//! The recorder: what it keeps, what it writes, and what happens when it cannot.

use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use felkod_evidence::{Exchange, Recorder, Strength, Writes};
use serde_json::Value;

use crate::{
    exchanges::{NEW_YEAR, call, failed},
    options,
};

/// A folder of a test's own, which goes when the test ends.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("felkod-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("a folder");
        Self(path)
    }

    /// Returns the names in it, in order.
    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.0).expect("a folder");
        let name = |entry: std::io::Result<fs::DirEntry>| entry.expect("an entry").file_name();
        let mut names: Vec<String> =
            entries.map(|entry| name(entry).to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A call that went through, with a number.
fn numbered(number: u64) -> Exchange {
    let exchange = Exchange::new("GET", format!("/rest/v1/lead/{number}.json"), NEW_YEAR + number * 1_000);
    exchange.status(200).response_body(r#"{"requestId":"e42b#14272d07d78","success":true,"result":[]}"#)
}

fn entries(path: &Path) -> Vec<Value> {
    let text = fs::read_to_string(path).unwrap_or_default();
    text.lines().map(|line| serde_json::from_str(line).expect("a whole line")).collect()
}

/// Returns the URL of an entry without the host that a recorder gives it.
pub(crate) fn path_of(entry: &Value) -> String {
    let url = entry["request"]["url"].as_str().expect("a URL");
    url.strip_prefix("https://unknown.invalid").expect("an absolute URL").to_owned()
}

fn urls(path: &Path) -> Vec<String> {
    entries(path).iter().map(path_of).collect()
}

fn everything(path: &Path) -> Recorder {
    Recorder::new(options()).file(path).writes(Writes::Everything)
}

#[test]
fn nothing_is_written_until_a_person_must_look_and_then_the_last_exchanges_are_once() {
    let folder = Folder::new("trouble");
    let path = folder.0.join("trouble.jsonl");
    let recorder = Recorder::new(options()).file(&path).keep(3, 1 << 20);
    for number in 0..5 {
        recorder.record(numbered(number)).expect("memory");
    }
    recorder.record(failed(606)).expect("memory");
    assert!(!path.exists());
    recorder.record(failed(603)).expect("written");
    let written = entries(&path);
    let codes: Vec<String> = written.iter().map(|entry| entry["_felkod"]["codes"].to_string()).collect();
    assert_eq!(codes, ["[]", "[606]", "[603]"]);
    // What was written is not written again.
    recorder.record(failed(603)).expect("written");
    assert_eq!(entries(&path).len(), 4);
    assert_eq!((recorder.written(), recorder.lost()), (4, 0));
}

#[test]
fn everything_is_written_in_the_order_in_which_it_came() {
    let folder = Folder::new("everything");
    let path = folder.0.join("calls.jsonl");
    let recorder = everything(&path);
    for number in 0..3 {
        recorder.record(numbered(number)).expect("written");
        assert_eq!(entries(&path).len() as u64, number + 1);
    }
    assert_eq!(urls(&path), ["/rest/v1/lead/0.json", "/rest/v1/lead/1.json", "/rest/v1/lead/2.json"]);
}

#[test]
fn memory_is_bounded_in_bytes_and_the_bodies_of_what_is_too_large_are_left_out() {
    let recorder = Recorder::new(options()).keep(1_000, 10_000);
    let count = |recorder: &Recorder| {
        let har: Value = serde_json::from_str(&recorder.har()).expect("JSON");
        har["log"]["entries"].as_array().expect("entries").clone()
    };
    for _ in 0..50 {
        recorder.record(call(200, &"x".repeat(2_000))).expect("memory");
    }
    let kept = count(&recorder).len();
    assert!((3..=4).contains(&kept), "{kept}");
    recorder.record(call(200, &"x".repeat(20_000))).expect("memory");
    let entries = count(&recorder);
    let content = &entries.last().expect("an entry")["response"]["content"];
    assert_eq!((&content["size"], &content["text"]), (&20_000.into(), &Value::Null));
    let none = Recorder::new(options()).keep(0, 0);
    none.record(numbered(1)).expect("memory");
    none.record(numbered(2)).expect("memory");
    assert_eq!(count(&none).len(), 1, "the last one always stays");
}

#[test]
fn what_is_in_memory_can_be_written_and_shown_at_any_time() {
    let folder = Folder::new("write");
    let path = folder.0.join("trouble.jsonl");
    let recorder = Recorder::new(options()).file(&path);
    recorder.record(numbered(1)).expect("memory");
    let har: Value = serde_json::from_str(&recorder.har()).expect("JSON");
    assert_eq!(path_of(&har["log"]["entries"][0]), "/rest/v1/lead/1.json");
    recorder.write().expect("written");
    assert_eq!(urls(&path), ["/rest/v1/lead/1.json"]);
    recorder.write().expect("nothing to write");
    assert_eq!(entries(&path).len(), 1);
}

#[test]
fn a_secret_named_in_one_exchange_is_hidden_in_a_later_one() {
    let folder = Folder::new("taints");
    let path = folder.0.join("calls.jsonl");
    let recorder = everything(&path);
    recorder.record(call(200, r#"{"client_secret":"kallekula1999"}"#)).expect("written");
    recorder.record(call(502, "upstream said kallekula1999")).expect("written");
    let text = fs::read_to_string(&path).expect("a file");
    assert!(!text.contains("kallekula"), "{text}");
}

#[test]
fn the_strength_of_a_recorder_holds_for_its_file_and_for_its_memory() {
    let folder = Folder::new("strict");
    let body = r#"{"requestId":"e42b#14272d07d78","success":true,"result":[{"id":318581,"email":"anna@example.com"}]}"#;
    let parts = ["e42b#14272d07d78", "318581", "anna@example.com"];
    for (strength, kept) in [(Strength::Log, [true, true, false]), (Strength::Strict, [true, false, false])] {
        let path = folder.0.join(strength.as_str());
        let recorder = Recorder::new(options().strength(strength)).file(&path);
        recorder.record(call(200, body)).expect("memory");
        let har = recorder.har();
        recorder.write().expect("written");
        for text in [har, fs::read_to_string(&path).expect("a file")] {
            assert_eq!(parts.map(|part| text.contains(part)), kept, "{strength}: {text}");
            assert!(text.contains(r#""outcome":"success""#), "{strength}: {text}");
        }
    }
}

#[test]
fn many_threads_can_record_at_once_and_every_line_is_whole() {
    let folder = Folder::new("threads");
    let path = folder.0.join("calls.jsonl");
    let recorder = everything(&path);
    std::thread::scope(|scope| {
        for thread in 0..8 {
            let recorder = &recorder;
            scope.spawn(move || {
                for number in 0..25 {
                    recorder.record(numbered(thread * 100 + number)).expect("written");
                }
            });
        }
    });
    let mut urls = urls(&path);
    urls.sort();
    urls.dedup();
    assert_eq!(urls.len(), 200);
}

#[test]
fn two_recorders_can_write_to_one_file() {
    let folder = Folder::new("shared");
    let path = folder.0.join("calls.jsonl");
    let recorders = [everything(&path).rotate(4_000, None, 100), everything(&path).rotate(4_000, None, 100)];
    for number in 0..60 {
        recorders[usize::from(number % 2 == 0)].record(numbered(number)).expect("written");
    }
    let all: Vec<String> = folder.names().iter().flat_map(|name| urls(&folder.0.join(name))).collect();
    assert_eq!(all.len(), 60);
    assert!(folder.names().len() > 5, "{:?}", folder.names());
}

/// The length of a line of `numbered`.
fn line_length(number: u64) -> u64 {
    let folder = Folder::new("length");
    let path = folder.0.join("calls.jsonl");
    everything(&path).record(numbered(number)).expect("written");
    fs::metadata(&path).expect("a file").len()
}

#[test]
fn a_file_gives_way_before_it_would_get_larger_than_asked() {
    let line = line_length(1);
    for (room, lines) in [(line * 2 - 1, 1), (line * 2, 2), (line * 3 - 1, 2), (1, 1)] {
        let folder = Folder::new("size");
        let path = folder.0.join("calls.jsonl");
        let recorder = everything(&path).rotate(room, None, 10);
        for number in 0..4 {
            recorder.record(numbered(number)).expect("written");
        }
        for name in folder.names() {
            assert_eq!(entries(&folder.0.join(&name)).len(), lines, "{room}: {name}");
        }
        assert_eq!(folder.names().len(), 4 / lines);
    }
}

#[test]
fn a_file_gives_way_once_its_first_line_is_old_also_after_a_restart() {
    let folder = Folder::new("age");
    let path = folder.0.join("calls.jsonl");
    let new = || everything(&path).rotate(1 << 20, Some(Duration::from_secs(60)), 10);
    let recorder = new();
    recorder.record(numbered(0)).expect("written");
    recorder.record(numbered(59)).expect("written");
    assert_eq!(folder.names().len(), 1);
    // A new process reads the age from the first line.
    let recorder = new();
    recorder.record(numbered(60)).expect("written");
    assert_eq!(folder.names(), ["calls-20260101T000100.000Z.jsonl", "calls.jsonl"]);
    assert_eq!(urls(&path), ["/rest/v1/lead/60.json"]);
    // A clock that goes back does no harm.
    recorder.record(numbered(1)).expect("written");
    recorder.record(numbered(119)).expect("written");
    assert_eq!(entries(&path).len(), 3);
}

#[test]
fn what_is_set_before_the_file_counts_too() {
    let folder = Folder::new("before");
    let recorder = Recorder::new(options()).rotate(1, None, 2).fsync(true).writes(Writes::Everything);
    let recorder = recorder.file(folder.0.join("calls.jsonl"));
    for number in 0..5 {
        recorder.record(numbered(number)).expect("written");
    }
    assert_eq!(folder.names().len(), 3, "{:?}", folder.names());
}

#[test]
fn only_the_last_files_stay_and_no_file_of_others_is_touched() {
    let folder = Folder::new("kept");
    let path = folder.0.join("calls.jsonl");
    let others = [
        "calls-20260101T000000.jsonl",
        "calls-x.jsonl",
        "calls-20260101T000000.000Z.jsonl.gz",
        "other.jsonl",
    ];
    for name in others {
        fs::write(folder.0.join(name), "").expect("a file");
    }
    let recorder = everything(&path).rotate(1, None, 2);
    for number in 0..6 {
        recorder.record(numbered(number)).expect("written");
    }
    // Two that have the same time.
    recorder.record(numbered(5)).expect("written");
    let mut expected: Vec<&str> =
        vec!["calls-20260101T000005.000Z-1.jsonl", "calls-20260101T000005.000Z.jsonl", "calls.jsonl"];
    expected.extend(others);
    expected.sort_unstable();
    assert_eq!(folder.names(), expected);
}

#[test]
fn a_file_that_another_program_moved_away_is_made_anew() {
    let folder = Folder::new("moved");
    let path = folder.0.join("calls.jsonl");
    let recorder = everything(&path);
    recorder.record(numbered(1)).expect("written");
    fs::rename(&path, folder.0.join("calls.jsonl.1")).expect("moved");
    recorder.record(numbered(2)).expect("written");
    fs::remove_file(&path).expect("removed");
    recorder.record(numbered(3)).expect("written");
    assert_eq!(urls(&path), ["/rest/v1/lead/3.json"]);
    assert_eq!(urls(&folder.0.join("calls.jsonl.1")), ["/rest/v1/lead/1.json"]);
}

#[test]
fn wherever_a_line_was_cut_off_the_next_one_is_whole() {
    let folder = Folder::new("cut");
    let path = folder.0.join("calls.jsonl");
    everything(&path).record(numbered(1)).expect("written");
    let line = fs::read(&path).expect("a file");
    for end in 0..=line.len() {
        let text = [&line[..], &line[..end]].concat();
        fs::write(&path, text).expect("written");
        let recorder = everything(&path).fsync(true);
        recorder.record(numbered(2)).expect("written");
        recorder.record(numbered(3)).expect("written");
        let text = fs::read_to_string(&path).expect("a file");
        let whole = text.lines().filter(|line| serde_json::from_str::<Value>(line).is_ok()).count();
        // An end that lacks only its line end is a whole line.
        let cut = usize::from(end >= line.len() - 1);
        assert_eq!((whole, text.ends_with('\n')), (3 + cut, true), "cut at {end}");
    }
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

    use super::*;

    #[test]
    fn a_new_file_is_for_its_owner_alone_and_an_old_one_keeps_its_mode() {
        let folder = Folder::new("mode");
        let path = folder.0.join("calls.jsonl");
        let recorder = everything(&path).rotate(1, None, 10);
        recorder.record(numbered(1)).expect("written");
        recorder.record(numbered(2)).expect("written");
        for name in folder.names() {
            let mode = fs::metadata(folder.0.join(&name)).expect("a file").mode();
            assert_eq!(mode & 0o777, 0o600, "{name}");
        }
        let old = folder.0.join("old.jsonl");
        fs::write(&old, "").expect("a file");
        fs::set_permissions(&old, fs::Permissions::from_mode(0o640)).expect("a mode");
        everything(&old).record(numbered(1)).expect("written");
        assert_eq!(fs::metadata(&old).expect("a file").mode() & 0o777, 0o640);
    }

    #[test]
    fn a_full_disk_is_said_once_stops_nothing_and_is_said_again_after_a_recovery() {
        let folder = Folder::new("full");
        let path = folder.0.join("calls.jsonl");
        // The device that is always full.
        symlink("/dev/full", &path).expect("a link");
        let recorder = everything(&path);
        let error = recorder.record(numbered(1)).expect_err("full").to_string();
        assert!(error.starts_with("cannot write `") && error.contains("os error 28"), "{error}");
        recorder.record(numbered(2)).expect("said once");
        recorder.record(numbered(3)).expect("said once");
        assert_eq!((recorder.written(), recorder.lost()), (0, 3));
        fs::remove_file(&path).expect("a link");
        recorder.record(numbered(4)).expect("written");
        assert_eq!(urls(&path), ["/rest/v1/lead/4.json"]);
        fs::remove_file(&path).expect("a file");
        symlink("/dev/full", &path).expect("a link");
        assert!(recorder.record(numbered(5)).is_err());
        assert_eq!((recorder.written(), recorder.lost()), (1, 4));
    }

    #[test]
    fn trouble_that_could_not_be_written_is_written_when_there_is_room_again() {
        let folder = Folder::new("later");
        let path = folder.0.join("trouble.jsonl");
        symlink("/dev/full", &path).expect("a link");
        let recorder = Recorder::new(options()).file(&path).keep(3, 1 << 20);
        recorder.record(failed(603)).expect_err("full");
        recorder.record(failed(603)).expect("said once");
        recorder.record(numbered(1)).expect("memory");
        assert_eq!(recorder.lost(), 0);
        // A fourth one drops one that was to be written.
        recorder.record(numbered(2)).expect("memory");
        assert_eq!(recorder.lost(), 1);
        fs::remove_file(&path).expect("a link");
        recorder.record(failed(611)).expect("memory");
        recorder.record(failed(603)).expect("written");
        assert_eq!(entries(&path).len(), 3);
    }

    #[test]
    fn a_folder_that_is_not_there_or_cannot_be_written_is_said_once_and_stops_nothing() {
        let folder = Folder::new("missing");
        let path = folder.0.join("none").join("calls.jsonl");
        let recorder = everything(&path);
        let error = recorder.record(numbered(1)).expect_err("no folder");
        assert_eq!(
            (error.path.as_path(), error.error.kind()),
            (path.as_path(), std::io::ErrorKind::NotFound)
        );
        recorder.record(numbered(2)).expect("said once");
        fs::create_dir(folder.0.join("none")).expect("a folder");
        recorder.record(numbered(3)).expect("written");
        assert_eq!(entries(&path).len(), 1);
        // A file system that is mounted for reading refuses root too.
        let refused = everything(Path::new("/proc/calls.jsonl"));
        refused.record(numbered(1)).expect_err("read-only");
        refused.record(numbered(2)).expect("said once");
        assert_eq!(refused.lost(), 2);
    }
}
