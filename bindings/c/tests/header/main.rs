//! Holds `include/felkod.h` and `include/felkod_enums.hpp` against the Rust sources.

mod enums;

use std::{env, fs, path::Path, sync::LazyLock};

use enums::Enum;
use felkod::{
    Advice, Api, Applied, Basis, Case, Category, Code, EscalateTo, ExemptFromQuota, Grade, Level, Outcome,
    Remark, Resets, Retry, Scope, Standing, StatusClass, Unit, WaitAtLeast, Wrapping,
    evidence::Kind,
    retry::{Action, Failure, Idempotency, Reason},
};

#[test]
fn the_headers_are_what_the_sources_make() {
    for (name, generated) in [("felkod.h", HEADER.clone()), ("felkod_enums.hpp", enums::for_cpp(&ENUMS))] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("include").join(name);
        if env::var("FELKOD_REWRITE").is_ok_and(|value| value == "1") {
            fs::write(&path, &generated).expect("the header can be written");
        }
        let committed = fs::read_to_string(&path).unwrap_or_default();
        let differs = committed.lines().zip(generated.lines()).find(|(old, new)| old != new);
        assert!(
            committed == generated,
            "{name} is stale, first at {differs:?}: run `FELKOD_REWRITE=1 cargo test -p felkod-c` and read its diff"
        );
    }
}

#[test]
fn the_header_names_every_code_and_every_word() {
    let holds = |kind: &str, name: &str, number: u32| {
        let constant = format!("    FELKOD_{}_{} = {number},", kind.to_uppercase(), name.to_uppercase());
        let line = HEADER.lines().position(|line| line.starts_with(&constant));
        let line = line.unwrap_or_else(|| panic!("no constant `{}`", constant.trim()));
        let before = HEADER.lines().nth(line - 1).unwrap_or_default();
        let is_documented = HEADER.lines().nth(line).is_some_and(|line| line.contains("///< "))
            || before.trim_start().starts_with("/// ");
        assert!(is_documented, "`{}` has no doc", constant.trim());
    };
    for code in Code::ALL {
        holds("code", code.name(), code.as_u32());
    }
    for class in StatusClass::ALL {
        holds("status_class", class.name(), *class as u32);
    }
    macro_rules! words {
        ($($type:ident $kind:literal)*) => {
            $(for word in $type::ALL { holds($kind, word.as_str(), *word as u32); })*
        };
    }
    words! {
        Api "api" Level "level" Standing "standing" Category "category" Advice "advice" Applied "applied"
        Retry "retry" EscalateTo "escalate_to" Basis "basis" ExemptFromQuota "exempt_from_quota" Grade "grade"
        Unit "unit" Scope "scope" Resets "resets" WaitAtLeast "wait_at_least" Outcome "outcome" Remark "remark"
        Wrapping "wrapping" Idempotency "idempotency" Failure "failure" Action "action"
        Reason "reason" Kind "kind"
    }
    for case in Case::ALL {
        let name = enums::snake(&format!("{case:?}"));
        holds("case", &name, *case as u32);
    }
}

#[test]
fn no_enum_of_the_vocabulary_is_forgotten() {
    let declared = enums::vocabulary();
    assert!(declared.len() > 10, "{declared:?}");
    for name in declared {
        let is_there = ENUMS.iter().any(|known| known.rust_name == name);
        assert!(
            is_there,
            "add `{name}` to `SOURCES` in tests/header/enums.rs, and to src/types.rs and src/vocabulary.rs"
        );
    }
}

#[test]
fn every_function_and_type_has_its_doc() {
    let declares = |line: &str| {
        function(line).is_some() || line.starts_with("typedef enum ") || line.starts_with("typedef struct ")
    };
    let lines = HEADER.lines().zip(HEADER.lines().skip(1));
    let declarations: Vec<_> = lines.filter(|(_, line)| declares(line)).collect();
    assert!(declarations.len() > 150, "{} declarations", declarations.len());
    let bare: Vec<_> = declarations.iter().filter(|(before, _)| !before.starts_with("/// ")).collect();
    assert!(bare.is_empty(), "{bare:#?}");
}

#[test]
fn the_header_has_at_most_eight_lines_a_function() {
    let (lines, functions) = (HEADER.lines().count(), functions().len());
    assert!(lines <= 8 * functions, "{lines} lines, {functions} functions");
}

#[test]
fn no_type_has_the_name_of_a_function() {
    let types: Vec<_> = ENUMS.iter().map(|known| format!("felkod_{}_t", known.name)).collect();
    for name in functions() {
        assert!(!types.iter().any(|known| *known == name), "{name} is a type and a function");
        assert!(!HEADER.contains(&format!("enum {name} ")), "{name} is a tag and a function");
    }
}

#[test]
fn the_header_speaks_c() {
    for rust in ["```", "[`", "::", "# Examples", "# Safety", "typedef uint32_t"] {
        let line = HEADER.lines().find(|line| line.contains(rust));
        assert_eq!(line, None, "`{rust}` in the header");
    }
    assert_eq!(HEADER.matches("__STDC_VERSION__").count(), 1);
}

#[test]
fn the_docs_name_only_what_the_header_declares() {
    let names = HEADER.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
    // A name that ends with an underscore stands for several.
    let names = names.filter(|name| name.to_lowercase().starts_with("felkod_") && !name.ends_with('_'));
    for name in names {
        let declarations = [
            format!("{name}("),
            format!("{name} = "),
            format!("{name};"),
            format!("#define {name} "),
            format!("#define {name}\n"),
            format!("enum {name} "),
            format!("struct {name} "),
            format!("{name}["),
        ];
        let is_declared = declarations.iter().any(|declaration| HEADER.contains(declaration));
        assert!(is_declared, "{name} stands in the docs only");
    }
}

static ENUMS: LazyLock<Vec<Enum>> = LazyLock::new(enums::all);

/// The header as it should be.
static HEADER: LazyLock<String> = LazyLock::new(|| {
    let folder = env!("CARGO_MANIFEST_DIR");
    let mut config = cbindgen::Config::from_root_or_default(folder);
    config.after_includes = Some(format!("\n{}\n{}", versions(), enums::for_c(&ENUMS)));
    let bindings = cbindgen::Builder::new().with_crate(folder).with_config(config).generate();
    let mut header = Vec::new();
    bindings.expect("cbindgen reads the sources").write(&mut header);
    String::from_utf8(header).expect("the header is UTF-8")
});

fn versions() -> String {
    let number = |part: &str| part.parse::<u32>().expect("a version is made of numbers");
    let [major, minor, patch] =
        [env!("CARGO_PKG_VERSION_MAJOR"), env!("CARGO_PKG_VERSION_MINOR"), env!("CARGO_PKG_VERSION_PATCH")]
            .map(number);
    format!(
        "/// The version of this header; felkod_version and felkod_version_num tell that of the library.\n\
         #define FELKOD_VERSION \"{major}.{minor}.{patch}\"\n\
         #define FELKOD_VERSION_NUM 0x{major:02x}{minor:02x}{patch:02x}\n"
    )
}

/// Returns the names of all functions.
fn functions() -> Vec<&'static str> {
    HEADER.lines().filter_map(function).collect()
}

/// Returns the name of the function that a line declares.
fn function(line: &str) -> Option<&str> {
    let (before, _) = line.split_once('(').filter(|_| !line.trim_start().starts_with(['/', '*', '#']))?;
    before.split([' ', '*']).next_back().filter(|name| name.starts_with("felkod_"))
}
