//! Holds `include/felkod.h` against the Rust sources.

use std::{fs, path::Path, sync::LazyLock};

use felkod::{
    Advice, Api, Applied, Basis, Case, Category, Code, EscalateTo, ExemptFromQuota, Grade, Level, Outcome,
    Remark, Resets, Retry, Scope, Standing, Unit,
};

/// What the docs say of Rust only.
const NOT_IN_C: [&str; 2] = [", as [`UnknownCode`]", " (see [`Advice::strictness`])"];

/// Where cbindgen puts the names of an enum; felkod.h has none, see [`without_type_names`].
const TYPE_NAME: (&str, &str) = ("#ifndef __cplusplus\n#if __STDC_VERSION__", "#endif // __cplusplus\n");

#[test]
fn the_header_is_what_the_sources_make() {
    let generated = generated();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("include/felkod.h");
    if fs::read_to_string(&path).unwrap_or_default() != generated {
        fs::write(&path, generated).expect("the header can be written");
        panic!("felkod.h was stale and is rewritten: read its diff, then run the test again");
    }
}

#[test]
fn the_header_names_every_code_and_every_word() {
    let header = generated();
    let holds = |kind: &str, name: &str, number: u32| {
        let constant =
            format!(" */\n    FELKOD_{}_{} = {number},\n", kind.to_uppercase(), name.to_uppercase());
        assert!(header.contains(&constant), "no documented{}", constant.trim_start_matches(" */\n   "));
    };
    for code in Code::ALL {
        holds("code", code.name(), code.as_u32());
    }
    macro_rules! words {
        ($($type:ident $kind:literal)*) => {
            $(for word in $type::ALL { holds($kind, word.as_str(), *word as u32); })*
        };
    }
    words! {
        Api "api" Level "level" Standing "standing" Category "category" Advice "advice" Applied "applied"
        Retry "retry" EscalateTo "escalate_to" Basis "basis" ExemptFromQuota "exempt_from_quota" Grade "grade"
        Unit "unit" Scope "scope" Resets "resets" Outcome "outcome" Remark "remark"
    }
    for case in Case::ALL {
        let (end, name) = (format!(" = {},\n", *case as u32), format!("{case:?}"));
        let line =
            header.lines().find(|line| line.contains("FELKOD_CASE_") && format!("{line}\n").ends_with(&end));
        let line = line.unwrap_or_else(|| panic!("no constant for {name}")).replace('_', "").to_lowercase();
        assert!(line.contains(&name.to_lowercase()), "{line}: {name}");
    }
}

#[test]
fn every_function_and_type_has_its_doc() {
    let header = generated();
    let mut lines = header.lines().zip(header.lines().skip(1)).filter(|(_, line)| {
        line.ends_with(");") || line.starts_with("enum ") || line.starts_with("typedef ")
    });
    assert!(lines.clone().count() > 100);
    assert_eq!(lines.find(|(before, _)| before.trim() != "*/"), None);
}

#[test]
fn the_header_speaks_c() {
    for rust in ["```", "[`", "::", "# Examples", "# Safety", "typedef uint32_t"] {
        let line = generated().lines().find(|line| line.contains(rust));
        assert_eq!(line, None, "`{rust}` in the header");
    }
}

#[test]
fn the_docs_name_only_what_the_header_declares() {
    let header = generated();
    let names = header.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
    // A name that ends with an underscore stands for several.
    let names = names.filter(|name| name.to_lowercase().starts_with("felkod_") && !name.ends_with('_'));
    for name in names.filter(|name| *name != "FELKOD_H") {
        let declarations =
            [format!("{name}("), format!("enum {name}\n"), format!("{name} = "), format!("{name};")];
        let is_declared = declarations.iter().any(|declaration| header.contains(declaration));
        assert!(is_declared, "{name} stands in the docs only");
    }
}

/// Returns the header as it should be.
fn generated() -> &'static str {
    static HEADER: LazyLock<String> = LazyLock::new(generate);
    &HEADER
}

fn generate() -> String {
    let crate_folder = env!("CARGO_MANIFEST_DIR");
    let config = cbindgen::Config::from_root_or_default(crate_folder);
    let bindings = cbindgen::Builder::new().with_crate(crate_folder).with_config(config).generate();
    let mut header = Vec::new();
    bindings.expect("cbindgen reads the sources").write(&mut header);
    let header = String::from_utf8(header).expect("the header is UTF-8");
    let header = NOT_IN_C.iter().fold(header, |header, rust| header.replace(rust, ""));
    let header = in_c_words(&without_examples(&without_type_names(&header)));
    header.lines().flat_map(|line| [line.trim_end(), "\n"]).collect()
}

/// Leaves an enum its tag and takes away the type of the same name, which would stand in the way of a function:
/// `enum felkod_advice` and `felkod_advice(code)` live together, as `struct stat` and `stat` do.
fn without_type_names(header: &str) -> String {
    let mut rest = header;
    let mut kept = String::new();
    while let Some((before, after)) = rest.split_once(TYPE_NAME.0) {
        kept += before;
        rest = after.split_once(TYPE_NAME.1).expect("the condition ends").1;
    }
    kept + rest
}

/// Takes the examples, which are in Rust, out of the docs.
fn without_examples(header: &str) -> String {
    let mut kept = String::new();
    let mut is_example = false;
    for line in header.lines() {
        is_example = line.trim() == "* # Examples" || is_example && line.trim() != "*/";
        if !is_example {
            kept += line;
            kept.push('\n');
        }
    }
    kept.replace(" *\n */", " */")
}

/// Gives the links of the docs the names they have in C.
fn in_c_words(header: &str) -> String {
    let mut rest = header;
    let mut kept = String::new();
    while let Some((before, after)) = rest.split_once("[`") {
        let (link, after) = after.split_once("`]").expect("a link ends");
        let name = link.split("::").map(snake).collect::<Vec<_>>().join("_");
        kept += before;
        let in_c = match link.split_once("::") {
            Some((_, variant)) if variant.starts_with(char::is_uppercase) => {
                format!("FELKOD_{}", name.to_uppercase())
            }
            Some(_) => format!("felkod_{name}"),
            None => format!("enum felkod_{name}"),
        };
        kept += &in_c;
        rest = after;
    }
    kept + rest
}

/// Writes a Rust name in `snake_case`.
fn snake(name: &str) -> String {
    let mut snake = String::new();
    for (at, letter) in name.char_indices() {
        if letter.is_uppercase() && at > 0 {
            snake.push('_');
        }
        snake.extend(letter.to_lowercase());
    }
    snake
}
