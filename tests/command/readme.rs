//! The README's examples of the command.

use std::{path::PathBuf, process::Command};

use insta_cmd::get_cargo_bin;

use crate::root;

/// Runs a line of the shell with the command at hand, in the project's folder, on a page of 100 columns.
fn shell(line: &str) -> String {
    let bin = get_cargo_bin("felkod");
    let old = std::env::var_os("PATH").unwrap_or_default();
    let path = bin.parent().map(PathBuf::from).into_iter().chain(std::env::split_paths(&old));
    let output = Command::new("sh")
        .current_dir(root())
        .env("PATH", std::env::join_paths(path).expect("a path"))
        .env("LANG", "en")
        .env("COLUMNS", "100")
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .env_remove("LANGUAGE")
        .args(["-c", line])
        .output()
        .expect("a shell");
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn the_readme_shows_what_the_command_prints() {
    let path = root().join("README.md");
    let readme = std::fs::read_to_string(&path).expect("the README");
    let mut fresh = String::new();
    let mut examples = 0;
    let mut lines = readme.lines();
    while let Some(line) = lines.next() {
        fresh += line;
        fresh.push('\n');
        if line != "```console" {
            continue;
        }
        let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        for command in block.iter().filter_map(|line| line.strip_prefix("$ ")) {
            fresh.extend(["$ ", command, "\n", &shell(command)]);
            examples += 1;
        }
        fresh += "```\n";
    }
    assert!(examples >= 4, "{examples} examples");
    if fresh == readme {
        return;
    }
    if std::env::var_os("FELKOD_REWRITE").is_some_and(|value| value == "1") {
        std::fs::write(&path, fresh).expect("the README can be written");
        panic!("README.md is rewritten: read the difference");
    }
    let (is, should) =
        readme.lines().zip(fresh.lines()).find(|(is, should)| is != should).unwrap_or_default();
    panic!(
        "README.md does not show what the command prints:\n  {is}\nshould be\n  {should}\n\
         To rewrite it: FELKOD_REWRITE=1 cargo test -p felkod-cli --test command readme"
    );
}
