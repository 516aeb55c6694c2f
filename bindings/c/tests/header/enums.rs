//! The enums of the headers, read from the Rust sources: names, numbers, and the first paragraph of each doc.
//!
//! cbindgen is not asked for them: it guards each one on its own, and takes three lines for a documented constant.

use std::{fmt::Write, fs, path::Path};

/// Where the enums stand, and in which order they come.
const SOURCES: [(&str, &[&str]); 10] = [
    ("crates/felkod-catalog/src/code.rs", &["Code"]),
    ("crates/felkod-catalog/src/case.rs", &["Case"]),
    ("crates/felkod-catalog/src/text.rs", &["Part"]),
    (
        VOCABULARY,
        &[
            "Api",
            "Level",
            "Standing",
            "Category",
            "Advice",
            "Applied",
            "Retry",
            "EscalateTo",
            "Basis",
            "ExemptFromQuota",
            "Grade",
            "Unit",
            "Scope",
            "Resets",
            "WaitAtLeast",
            "Outcome",
            "Remark",
        ],
    ),
    ("crates/felkod-catalog/src/status.rs", &["StatusClass"]),
    ("crates/felkod-wire/src/find.rs", &["Wrapping"]),
    ("crates/felkod-retry/src/idempotency.rs", &["Idempotency"]),
    ("crates/felkod-retry/src/event.rs", &["Failure"]),
    ("crates/felkod-retry/src/decision.rs", &["Action", "Reason"]),
    ("crates/felkod-evidence/src/kind.rs", &["Kind"]),
];

const VOCABULARY: &str = "crates/felkod-catalog/src/vocabulary.rs";

/// The types that have words for programs.
fn has_names(name: &str) -> bool {
    !["code", "case", "part"].contains(&name)
}

/// The types that have words for people too.
fn has_labels(name: &str) -> bool {
    let without = ["status_class", "wrapping", "idempotency", "failure", "action", "reason", "kind"];
    has_names(name) && !without.contains(&name)
}

/// How wide the headers are.
const WIDTH: usize = 118;

/// An enum, in `snake_case` but for `rust_name`.
pub(crate) struct Enum {
    pub(crate) name: String,
    pub(crate) rust_name: &'static str,
    doc: String,
    values: Vec<Value>,
}

struct Value {
    name: String,
    number: u32,
    doc: String,
}

/// Reads all enums.
pub(crate) fn all() -> Vec<Enum> {
    let read = |(file, names): (&str, &'static [&'static str])| {
        let source = source(file);
        names.iter().map(|name| read_enum(&source, name)).collect::<Vec<_>>()
    };
    SOURCES.into_iter().flat_map(read).collect()
}

/// Returns the names of all enums with numbers that the vocabulary's source declares.
pub(crate) fn vocabulary() -> Vec<String> {
    let source = source(VOCABULARY);
    let declared = source.split("#[repr(u32)]").skip(1);
    let names = declared.filter_map(|part| part.split_once("pub enum ")?.1.split_once(' '));
    names.map(|(name, _)| name.to_owned()).collect()
}

fn source(file: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    fs::read_to_string(root.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// Reads one enum, which rustfmt has written: a doc, attributes, and a line each for the values. Where a macro makes it, the
/// values stand in the call of the macro, each with its word.
fn read_enum(source: &str, rust_name: &'static str) -> Enum {
    let start = format!("pub enum {rust_name} {{");
    let (before, body) = source.split_once(&start).unwrap_or_else(|| panic!("no enum {rust_name}"));
    let call = format!("\n{}s! {{\n", snake(rust_name));
    let body = if body.starts_with('\n') { Some(body) } else { body.split_once(&call).map(|(_, body)| body) };
    let body = body.unwrap_or_else(|| panic!("no values of {rust_name}")).trim_start_matches('\n');
    let head = before.rsplit("\n\n").next().unwrap_or_default();
    let mut values = Vec::new();
    let mut doc = Vec::new();
    for line in body.lines().map(str::trim).take_while(|line| *line != "}") {
        if let Some(line) = line.strip_prefix("///") {
            doc.push(line.trim());
            continue;
        }
        if line.starts_with("#[") {
            continue;
        }
        let value = line.strip_suffix([',', ';']).and_then(|line| line.split_once(" = "));
        let (name, number) = value.unwrap_or_else(|| panic!("{rust_name}: `{line}` is not a value"));
        let number = number.split(' ').next().unwrap_or_default().replace('_', "");
        let number = number.parse().expect("a value has a number");
        let doc = paragraph(doc.drain(..));
        // A code's doc repeats its number.
        let doc = doc.strip_prefix(&format!("{number}: ")).unwrap_or(&doc).to_owned();
        values.push(Value { name: snake(name), number, doc });
    }
    let doc = paragraph(head.lines().filter_map(|line| line.trim().strip_prefix("///")).map(str::trim));
    Enum { name: snake(rust_name), rust_name, doc, values }
}

/// Joins the lines of the first paragraph of a doc. A link to another enum gets its name in C.
fn paragraph<'l>(lines: impl Iterator<Item = &'l str>) -> String {
    let text = lines.take_while(|line| !line.is_empty()).collect::<Vec<_>>().join(" ");
    let mut parts = text.split("[`");
    let mut paragraph = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (link, rest) = part.split_once("`]").unwrap_or_else(|| panic!("a link does not end: {text}"));
        assert!(link.chars().all(char::is_alphanumeric), "a link that C does not know: {text}");
        paragraph.extend(["felkod_", &snake(link), "_t", rest]);
    }
    paragraph
}

/// Writes the enums in C.
pub(crate) fn for_c(enums: &[Enum]) -> String {
    let mut c = String::from(
        "#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L\n\
         #define FELKOD_ENUM_TYPE : uint32_t\n#else\n#define FELKOD_ENUM_TYPE\n#endif\n",
    );
    for Enum { name, doc, values, .. } in enums {
        let doc = wrapped(doc, "/// ");
        write!(c, "\n{doc}typedef enum felkod_{name} FELKOD_ENUM_TYPE {{\n").expect("a string grows");
        let none = Value { name: "none".to_owned(), number: 0, doc: "None, or not known.".to_owned() };
        for value in [&none].into_iter().chain(values) {
            let constant = format!(
                "    FELKOD_{}_{} = {},",
                name.to_uppercase(),
                value.name.to_uppercase(),
                value.number
            );
            let line = format!("{constant} ///< {}\n", value.doc);
            if line.trim_end().chars().count() <= WIDTH {
                c += &line;
            } else {
                c += &wrapped(&value.doc, "    /// ");
                c += &constant;
                c.push('\n');
            }
        }
        writeln!(c, "}} felkod_{name}_t;").expect("a string grows");
    }
    c + "\n/// Fails to compile where enums are smaller than the library's, as with -fshort-enums.\n\
         typedef char felkod_enums_have_32_bits[sizeof(felkod_api_t) == sizeof(uint32_t) ? 1 : -1];\n"
}

/// Writes the enums, their words and their labels in C++.
pub(crate) fn for_cpp(enums: &[Enum]) -> String {
    let mut cpp = String::from(
        "// The enums of felkod.hpp. Generated from the Rust sources; do not edit.\n\n\
         #ifndef FELKOD_ENUMS_HPP\n#define FELKOD_ENUMS_HPP\n\n#include <felkod.h>\n\n#include <cstdint>\n\
         #include <string_view>\n\nnamespace felkod {\n\n\
         /// Looks at a string of the library; empty for NULL.\n\
         inline std::string_view view(const char *text) noexcept\n{\n    \
         return text != nullptr ? std::string_view(text) : std::string_view();\n}\n",
    );
    for Enum { name, rust_name, doc, values } in enums {
        let upper = name.to_uppercase();
        let constants = values.iter().map(|value| {
            let constant = value.name.to_uppercase();
            format!("{} = FELKOD_{upper}_{constant},", value.name)
        });
        let constants = constants.collect::<Vec<_>>();
        let doc = wrapped(doc, "/// ");
        write!(cpp, "\n{doc}enum class {rust_name} : std::uint32_t {{\n    none = 0,\n")
            .expect("a string grows");
        for constant in constants {
            writeln!(cpp, "    {constant}").expect("a string grows");
        }
        cpp += "};\n";
        if has_names(name) {
            write!(
                cpp,
                "inline std::string_view name({rust_name} value) noexcept\n{{\n    \
                 return view(felkod_{name}_name(static_cast<std::uint32_t>(value)));\n}}\n"
            )
            .expect("a string grows");
        }
        if has_labels(name) {
            write!(
                cpp,
                "inline std::string_view label({rust_name} value, const char *locale = nullptr) noexcept\n{{\n    \
                 return view(felkod_{name}_label(static_cast<std::uint32_t>(value), locale));\n}}\n"
            )
            .expect("a string grows");
        }
    }
    cpp + "\n} // namespace felkod\n\n#endif // FELKOD_ENUMS_HPP\n"
}

/// Wraps a text into lines that start with `prefix`.
fn wrapped(text: &str, prefix: &str) -> String {
    let mut lines = String::new();
    let mut line = prefix.to_owned();
    for word in text.split(' ') {
        if line.chars().count() + word.chars().count() > WIDTH {
            lines += line.trim_end();
            lines.push('\n');
            prefix.clone_into(&mut line);
        }
        line += word;
        line.push(' ');
    }
    lines + line.trim_end() + "\n"
}

/// Writes a Rust name in `snake_case`.
pub(crate) fn snake(name: &str) -> String {
    let mut snake = String::new();
    for (at, letter) in name.char_indices() {
        if letter.is_uppercase() && at > 0 {
            snake.push('_');
        }
        snake.extend(letter.to_lowercase());
    }
    snake
}
