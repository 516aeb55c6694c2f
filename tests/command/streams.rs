//! What flows in and out: pipes, endless files, long lines, memory.

use std::{
    fmt::Write as _,
    io::{BufRead, BufReader, Write},
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
    sync::mpsc,
    time::Duration,
};

use felkod::{Code, Locale, Outcome, Remark, Unknown};
use insta_cmd::get_cargo_bin;

use crate::{felkod, root};

/// How long a response may take to come before a test fails instead of waiting on.
const PATIENCE: Duration = Duration::from_secs(60);

const ERROR: &str = r#"{"success":false,"errors":[{"code":"606","message":"Max rate limit '50' exceeded with in '20' secs"}]}"#;

/// The command with `--lines`, fed by a pipe.
struct Stream {
    child: Child,
    stdin: Option<ChildStdin>,
    lines: mpsc::Receiver<String>,
}

impl Stream {
    fn start(arguments: &[&str]) -> Self {
        let mut child = felkod()
            .args(["read", "--lines", "--lang", "en"])
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the command starts");
        let (stdin, stdout) = (child.stdin.take(), child.stdout.take().expect("a pipe"));
        let (sender, lines) = mpsc::channel();
        std::thread::spawn(move || pass_on(stdout, &sender));
        Self { child, stdin, lines }
    }

    fn write(&mut self, bytes: &[u8]) {
        let stdin = self.stdin.as_mut().expect("a pipe");
        stdin.write_all(bytes).and_then(|()| stdin.flush()).expect("the command reads");
    }

    fn response(&self) -> String {
        self.lines.recv_timeout(PATIENCE).expect("a response comes while the pipe is open")
    }

    /// The most memory that the command has used so far, in kB.
    #[cfg(target_os = "linux")]
    fn peak(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).expect("it runs");
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("a peak");
        peak.trim().trim_end_matches("kB").trim().parse().expect("a number")
    }

    fn end(mut self) -> Option<i32> {
        drop(self.stdin.take());
        self.child.wait().expect("it ends").code()
    }
}

fn pass_on(stdout: ChildStdout, sender: &mpsc::Sender<String>) {
    for line in BufReader::new(stdout).lines().map_while(Result::ok) {
        if sender.send(line).is_err() {
            break;
        }
    }
}

#[test]
fn a_response_is_written_before_the_next_line_comes() {
    for format in ["text", "json"] {
        let mut stream = Stream::start(&["--format", format]);
        stream.write(format!("{ERROR}\n").as_bytes());
        assert!(stream.response().contains("606"), "{format}");
        stream.write(format!("{ERROR}\n{{\"succ").as_bytes());
        assert!(stream.response().contains("606"), "{format}: the next line has begun");
        stream.write(b"ess\":true}\n");
        let last = stream.response();
        assert!(last.contains("-:3") && !last.contains("606"), "{format}: {last}");
        assert_eq!(stream.end(), Some(1));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn lines_take_less_than_64_megabytes_whatever_comes() {
    const LONGEST: usize = 8 << 20;
    let fill = |start: &str, unit: &str, length: usize| {
        let mut line = start.as_bytes().to_vec();
        line.extend(unit.bytes().cycle().take(length - start.len()));
        line
    };
    let message = r#"{"success":false,"errors":[{"code":"606","message":"#;
    let lines = [
        ("zeros", vec![0; 5 * LONGEST]),
        ("a long message", [fill(message, "\"a", LONGEST - 4), b"\"}]}".to_vec()].concat()),
        (
            "a message of letters",
            [fill(&format!("{message}\""), "a", LONGEST - 4), b"\"}]}".to_vec()].concat(),
        ),
        ("a message of escapes", fill(&format!("{message}\""), "\\u00e5\\n", LONGEST)),
        (
            "many errors",
            fill(r#"{"success":false,"errors":["#, r#"{"code":"606","message":"no"},"#, 2 * LONGEST),
        ),
        ("many different codes", {
            let mut line = String::from(r#"{"success":false,"errors":["#);
            for code in 0..400_000 {
                let _ = write!(line, r#"{{"code":"{code}"}},"#);
            }
            line.into_bytes()
        }),
        ("invalid text", fill("", "\u{fffd}", LONGEST).into_iter().map(|byte| byte | 0x80).collect()),
        ("open elements", fill("", "<a>", LONGEST)),
        ("open objects", fill(r#"{"success":"#, "[{\"a\":", LONGEST)),
        ("a fault", fill("<Envelope><Body><Fault><faultstring>20016 ", "å&amp;", LONGEST)),
    ];
    for format in ["text", "json"] {
        let mut stream = Stream::start(&["--format", format]);
        for (name, line) in &lines {
            stream.write(line);
            stream.write(b"\n");
            let response = stream.response();
            assert!(response.contains("-:"), "{format}: {name}");
            assert!(stream.peak() < 64_000, "{format}: {name}: {} kB", stream.peak());
        }
        stream.write(format!("{ERROR}\n").as_bytes());
        let last = stream.response();
        assert!(last.contains("606") && last.contains(&format!("-:{}", lines.len() + 1)), "{format}: {last}");
        assert_eq!(stream.end(), Some(1));
    }
}

#[test]
fn of_a_line_that_is_too_long_the_start_is_read_before_its_end_has_come() {
    let mut stream = Stream::start(&[]);
    let start = r#"{"success":false,"errors":[{"code":"606"}],"more":""#;
    stream.write(start.as_bytes());
    let more = vec![b'a'; 1 << 20];
    for _ in 0..9 {
        stream.write(&more);
    }
    let response = stream.response();
    assert!(
        response.starts_with("-:1 · REST 606 · ") && response.contains("larger than the limit"),
        "{response}"
    );
    stream.write(b"\"}\n");
    stream.write(format!("{ERROR}\n").as_bytes());
    assert!(stream.response().starts_with("-:2 · REST 606 · "), "the rest of the line is skipped");
    assert_eq!(stream.end(), Some(1));
}

/// Runs the command with at most `memory` kB.
#[cfg(target_os = "linux")]
fn run_within(memory: u32, arguments: &str) -> (Option<i32>, String, String) {
    let bin = get_cargo_bin("felkod").display().to_string();
    let output = Command::new("sh")
        .args(["-c", &format!("ulimit -v {memory}; exec '{bin}' {arguments}")])
        .env("LANG", "en")
        .env_remove("COLUMNS")
        .current_dir(root())
        .output()
        .expect("a shell");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

#[cfg(target_os = "linux")]
#[test]
fn an_endless_file_and_one_of_3_gigabytes_are_read_up_to_the_limit() {
    let big = std::env::temp_dir().join(format!("felkod-big-{}", std::process::id()));
    let mut file = std::fs::File::create(&big).expect("a file");
    file.write_all(ERROR.as_bytes()).and_then(|()| file.set_len(3 << 30)).expect("a file with a hole");
    let name = big.display().to_string();
    let unrecognized = &Outcome::Unrecognized.label(Locale::En)[1..];
    let too_large = Remark::TooLarge.label(Locale::En);
    // 64 MiB, what reading takes on top, and the program itself.
    for (arguments, status, expected) in [
        ("read /dev/zero", 3, unrecognized),
        ("read < /dev/zero", 3, unrecognized),
        (&format!("read {name}"), 1, "REST · error"),
        (&format!("read --format json < {name}"), 1, "\"outcome\": \"error\""),
    ] {
        let (code, out, err) = run_within(400_000, arguments);
        assert_eq!((code, err.as_str()), (Some(status), ""), "{arguments}: {out}");
        assert!(out.contains(expected), "{arguments}: {out}");
        assert!(out.contains(too_large) || out.contains("too_large"), "{arguments}: {out}");
    }
    std::fs::remove_file(&big).expect("the file is there");
}

#[test]
fn a_body_comes_from_the_standard_input_too() {
    for arguments in [&["read", "-"][..], &["read"]] {
        let body = std::fs::File::open(root().join("tests/payloads/rest-606.json")).expect("the payload");
        let output = felkod().args(arguments).stdin(body).output().expect("the command starts");
        assert_eq!(output.status.code(), Some(1));
        assert!(String::from_utf8_lossy(&output.stdout).contains("REST 606"));
        assert!(output.stderr.is_empty(), "a hint is for terminals: {output:?}");
    }
}

#[test]
fn a_closed_pipe_ends_it_quietly() {
    for (arguments, status) in [
        (&["list", "--format", "json"][..], 0),
        (&["list"], 0),
        (&["completions", "bash"], 0),
        (&["read", "--lines", "responses.jsonl"], 1),
        (&["read", "rest-606.json", "rest-1029.json"], 1),
    ] {
        let mut child = felkod()
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the command starts");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("it ends");
        assert_eq!(output.status.code(), Some(status), "{arguments:?}");
        assert!(output.stderr.is_empty(), "{output:?}");
    }
}

/// Runs the command on a terminal of its own and returns what it shows.
#[cfg(target_os = "linux")]
fn on_a_terminal(arguments: &str) -> String {
    let bin = get_cargo_bin("felkod").display().to_string();
    let output = Command::new("script")
        .args(["-qec", &format!("'{bin}' {arguments}"), "/dev/null"])
        .current_dir(root().join("tests/payloads"))
        .stdin(Stdio::null())
        .env("LANG", "en")
        .env("TERM", "xterm")
        .env("COLUMNS", "100")
        .env_remove("LC_ALL")
        .env_remove("LANGUAGE")
        .env_remove("NO_COLOR")
        .output()
        .expect("the program script, of util-linux");
    String::from_utf8_lossy(&output.stdout).replace('\r', "")
}

#[cfg(target_os = "linux")]
#[test]
fn a_summary_by_code_ends_what_a_terminal_shows_of_several_responses() {
    let title = |code: Code| format!("{code} · {}", code.message(Locale::En));
    let (absent, limited) = (title(Code::RestLeadNotFound), title(Code::RestRateLimitExceeded));
    let lines = on_a_terminal("read --lines --color never responses.jsonl");
    let (_, summary) = lines.split_once("\n\n").expect("a gap before the summary");
    let (heading, counts) = summary.split_once('\n').expect("a heading");
    assert!(heading.starts_with("6 ") && heading.contains(" 4 ") && heading.contains(" 1 "), "{heading}");
    let unknown = Unknown::Code.message(Locale::En);
    assert_eq!(counts, format!("  2 × {absent}\n  2 × {limited}\n  1 × 99999 · {unknown}\n"));
    let files = on_a_terminal("read --color never rest-606.json rest-success.json");
    assert!(files.ends_with(&format!("\n  1 × {limited}\n")), "{files}");
    for without in ["read --color never rest-606.json", "read --lines --format json responses.jsonl"] {
        assert!(!on_a_terminal(without).contains(" × "), "{without}");
    }
    assert!(on_a_terminal("read rest-606.json").contains('\u{1b}'), "a terminal has colors");
}

#[cfg(target_os = "linux")]
#[test]
fn a_terminal_shows_how_far_a_scan_has_come() {
    use std::io::Read;
    let fifo = std::env::temp_dir().join(format!("felkod-fifo-{}", std::process::id()));
    let made = Command::new("mkfifo").arg(&fifo).status().expect("the program mkfifo, of coreutils");
    assert!(made.success());
    let bin = get_cargo_bin("felkod").display().to_string();
    let mut child = Command::new("script")
        .args(["-qec", &format!("'{bin}' scan --lang en '{}'", fifo.display()), "/dev/null"])
        .env("TERM", "xterm")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program script, of util-linux");
    // It opens when the command does.
    let mut log = std::fs::OpenOptions::new().write(true).open(&fifo).expect("a pipe");
    writeln!(log, "WARN API Error Code 606: Max rate limit '100' exceeded with in '20' secs")
        .expect("it reads");
    let mut screen = child.stdout.take().expect("a pipe");
    let (mut shown, mut piece) = (Vec::new(), [0; 1024]);
    while !String::from_utf8_lossy(&shown).contains("B/s") {
        let length = screen.read(&mut piece).expect("a screen");
        assert!(length > 0, "it ended without a bar: {}", String::from_utf8_lossy(&shown));
        shown.extend_from_slice(&piece[..length]);
    }
    drop(log);
    let mut rest = String::new();
    screen.read_to_string(&mut rest).expect("UTF-8");
    child.wait().expect("it ends");
    std::fs::remove_file(&fifo).expect("it was there");
    assert!(rest.contains("1 × REST 606"), "{rest}");
    let (_, last) = rest.rsplit_once("\u{1b}[2K").expect("the bar is cleared");
    assert!(!last.contains("B/s") && last.contains("1 file · 1 response"), "{last}");
}
