//! The workspace itself: what every crate needs to be published, and what a newcomer is promised.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn metadata(arguments: &[&str]) -> Value {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let mut command = Command::new(cargo);
    command.args(["metadata", "--format-version", "1", "--locked"]).args(arguments).current_dir(root());
    let output = command.output().expect("cargo starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

fn packages(metadata: &Value) -> &[Value] {
    metadata["packages"].as_array().map_or(&[], Vec::as_slice)
}

/// The folder of a package.
fn folder(package: &Value) -> PathBuf {
    let manifest = package["manifest_path"].as_str().expect("a path");
    Path::new(manifest).parent().expect("a folder").to_owned()
}

fn is_published(package: &Value) -> bool {
    package["publish"].is_null()
}

#[test]
fn every_crate_that_is_published_has_its_licenses_and_its_metadata() {
    let workspace = metadata(&["--no-deps"]);
    let ours: Vec<_> = packages(&workspace).iter().filter(|package| is_published(package)).collect();
    assert!(ours.len() >= 5, "{} crates", ours.len());
    for package in ours {
        let name = package["name"].as_str().expect("a name");
        for key in ["description", "license", "repository", "rust_version", "readme"] {
            assert!(package[key].is_string() || key == "readme", "{name} has no `{key}`");
        }
        for license in ["LICENSE-MIT", "LICENSE-APACHE"] {
            let copy = std::fs::read(folder(package).join(license)).unwrap_or_default();
            let original = std::fs::read(root().join(license)).expect("the license");
            assert!(copy == original, "{name}: copy {license} from the root into its folder");
        }
    }
}

#[test]
fn no_dependency_needs_a_newer_rust_than_we_promise() {
    let workspace = metadata(&["--all-features"]);
    let ours = packages(&workspace).iter().find(|package| package["name"] == "felkod").expect("felkod");
    let version = |package: &Value| -> Vec<u32> {
        let text = package["rust_version"].as_str().unwrap_or("1.0");
        let mut parts: Vec<u32> = text.split('.').filter_map(|part| part.parse().ok()).collect();
        // 1.88.0 is 1.88.
        while parts.last() == Some(&0) {
            parts.pop();
        }
        parts
    };
    let promised = version(ours);
    for package in packages(&workspace) {
        let newer = version(package) > promised;
        assert!(!newer, "{} {} needs Rust {}", package["name"], package["version"], package["rust_version"]);
    }
}

#[test]
fn the_readme_says_what_each_dependency_is_for() {
    let readme = std::fs::read_to_string(root().join("README.md")).expect("the README");
    let table = readme.split("\n## Dependencies\n").nth(1).and_then(|rest| rest.split("\n## ").next());
    let cells = table.expect("a table").lines().filter_map(|row| row.strip_prefix('|')?.split('|').next());
    let named: Vec<&str> = cells.flat_map(|cell| cell.split(',')).map(str::trim).collect();
    let workspace = metadata(&["--no-deps"]);
    let dependencies = packages(&workspace).iter().filter_map(|package| package["dependencies"].as_array());
    let mut used = std::collections::BTreeSet::new();
    for dependency in dependencies.flatten() {
        used.extend(dependency["name"].as_str().filter(|name| !name.starts_with("felkod")));
    }
    for name in &used {
        assert!(named.contains(name), "README.md says nothing of {name}");
    }
    // The first two rows are the heading and the line below it.
    for name in named.iter().skip(2) {
        assert!(used.contains(name), "README.md says what {name} is for, and nothing uses it");
    }
}

#[test]
fn the_catalog_alone_needs_at_most_six_crates_that_are_not_ours() {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let arguments =
        ["tree", "-p", "felkod", "--no-default-features", "-e", "normal", "--prefix", "none", "--locked"];
    let output = Command::new(cargo).args(arguments).current_dir(root()).output().expect("cargo starts");
    let tree = String::from_utf8(output.stdout).expect("UTF-8");
    let names = tree.lines().filter_map(|line| line.split(' ').next());
    let foreign: std::collections::BTreeSet<&str> =
        names.filter(|name| !name.is_empty() && !name.starts_with("felkod")).collect();
    assert!((1..=6).contains(&foreign.len()), "{foreign:?}");
}

#[test]
fn no_file_of_code_is_longer_than_a_person_reads() {
    /// The list of codes may be.
    const LISTS: [&str; 2] = ["crates/felkod-catalog/src/catalog.rs", "bindings/c/include/felkod.h"];
    let files = Command::new("git").args(["ls-files"]).current_dir(root()).output();
    let Ok(files) = files else { return };
    let files = String::from_utf8(files.stdout).expect("UTF-8");
    let kinds = ["rs", "py", "pyi", "c", "h", "hpp", "sh", "ts", "js"];
    let is_code = |path: &&str| {
        Path::new(path).extension().and_then(|kind| kind.to_str()).is_some_and(|kind| kinds.contains(&kind))
    };
    for path in files.lines().filter(is_code).filter(|path| !LISTS.contains(path)) {
        let Ok(text) = std::fs::read_to_string(root().join(path)) else { continue };
        assert!(text.lines().count() <= 600, "{path} has {} lines", text.lines().count());
    }
}

#[test]
fn a_checkout_without_symbolic_links_is_whole() {
    let Ok(files) = Command::new("git").args(["ls-files", "-s"]).current_dir(root()).output() else { return };
    let files = String::from_utf8(files.stdout).expect("UTF-8");
    let links: Vec<&str> = files.lines().filter(|line| line.starts_with("120000")).collect();
    assert!(links.is_empty(), "{links:?}");
}
