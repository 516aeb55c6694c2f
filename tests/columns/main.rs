//! Many bodies at once: columns in Arrow's layouts, read on several threads, against the reading of one body.

mod layouts;
mod resending;

use std::{collections::HashSet, io::Write, path::Path, sync::Arc};

use arrow_array::{
    Array, ArrayRef, BinaryArray, Int16Array, Int64Array, RecordBatch, StringArray,
    cast::AsArray,
    types::{Int64Type, TimestampMicrosecondType},
};
use arrow_schema::{ArrowError, DataType};
use felkod_arrow::{Chunk, Many, WrongType, answers, catalog, check_bodies, check_statuses};
use felkod_catalog::{Code, Locale};
use felkod_wire::{Finding, Limits, Reader, Report, json};

/// Bodies of every kind.
pub(crate) fn bodies() -> Vec<Vec<u8>> {
    let cases = include_str!("../cases/strictest.tsv").lines().filter_map(|line| line.split('\t').nth(1));
    let mut bodies: Vec<Vec<u8>> = cases.map(|body| body.as_bytes().to_vec()).collect();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/payloads");
    for entry in std::fs::read_dir(folder).expect("payloads") {
        let path = entry.expect("a file").path();
        if path.is_file() {
            bodies.push(std::fs::read(path).expect("a payload"));
        }
    }
    bodies.extend([
        Vec::new(),
        b"{".to_vec(),
        vec![0xff, 0xfe, b'{', 0],
        vec![0xff; 100],
        "<?xml version='1.0' encoding='ISO-8859-1'?><a><faultstring>20103 - L\u{e4}get</faultstring></a>"
            .into(),
    ]);
    assert!(bodies.len() > 40, "{}", bodies.len());
    bodies
}

pub(crate) fn read(many: Many, chunks: Vec<Chunk>) -> Result<Vec<RecordBatch>, ArrowError> {
    many.read(chunks.into_iter().map(Ok)).collect()
}

pub(crate) fn texts<'b>(batch: &'b RecordBatch, name: &str) -> Vec<Option<&'b str>> {
    batch[name].as_string::<i32>().iter().collect()
}

pub(crate) fn integers(batch: &RecordBatch, name: &str) -> Vec<Option<i64>> {
    batch[name].as_primitive::<Int64Type>().iter().collect()
}

fn word<W: ToString>(word: Option<W>) -> Option<String> {
    word.map(|word| word.to_string())
}

/// What a row says, by what the reader says of the body.
fn wanted(report: &Report, locale: Locale) -> Vec<Option<String>> {
    let mut row = vec![
        word(Some(report.outcome)),
        word(report.api),
        word(report.request_id.as_deref()),
        report.request_time().and(word(report.request_millis().map(|millis| millis * 1_000))),
        word(report.advice()),
        word(report.retry()),
        word(report.strictest().and_then(|finding| finding.number)),
    ];
    row.extend(report.findings.iter().flat_map(|finding| of_finding(finding, locale)));
    row
}

fn of_finding(finding: &Finding, locale: Locale) -> Vec<Option<String>> {
    let json = json::finding(finding, locale);
    let text = |key| match json.get(key) {
        Some(json::Json::Null) | None => None,
        Some(json::Json::Text(text)) => Some(text.clone()),
        Some(other) => Some(other.to_string()),
    };
    let title = finding.title(locale);
    let message = title.split_once(" · ").map_or(title.as_str(), |(_, message)| message);
    vec![
        word(finding.number),
        text("level"),
        text("record"),
        text("category"),
        text("advice"),
        text("retry"),
        text("case"),
        Some(message.to_owned()),
        word(finding.server_text.as_deref()),
    ]
}

/// What the rows of a batch say, each as a list of texts.
pub(crate) fn rows(batch: &RecordBatch) -> Vec<Vec<Option<String>>> {
    let findings = batch["findings"].as_list::<i32>();
    let items = findings.values().as_struct();
    let row = |at: usize| {
        let mut row: Vec<_> = (0..7).map(|column| cell(batch.column(column), at)).collect();
        let offsets = findings.value_offsets();
        let (start, end) = (offsets[at], offsets[at + 1]);
        for item in usize::try_from(start).unwrap()..usize::try_from(end).unwrap() {
            row.extend(items.columns().iter().map(|column| cell(column, item)));
        }
        row
    };
    (0..batch.num_rows()).map(row).collect()
}

fn cell(column: &ArrayRef, at: usize) -> Option<String> {
    if column.is_null(at) {
        return None;
    }
    if let Some(texts) = column.as_string_opt::<i32>() {
        return Some(texts.value(at).to_owned());
    }
    if let Some(numbers) = column.as_primitive_opt::<Int64Type>() {
        return Some(numbers.value(at).to_string());
    }
    Some(column.as_primitive::<TimestampMicrosecondType>().value(at).to_string())
}

#[test]
fn each_row_says_what_the_reader_says_of_the_body() {
    let bodies = bodies();
    for (locale, jobs) in [(Locale::En, 1), (Locale::Sv, 4)] {
        let mut many = Many::new();
        (many.locale, many.jobs, many.server_text) = (locale, jobs, true);
        let chunk =
            Chunk { bodies: Arc::new(bodies.iter().map(Some).collect::<BinaryArray>()), statuses: None };
        let batches = read(many, vec![chunk]).expect("batches");
        let rows: Vec<_> = batches.iter().flat_map(rows).collect();
        assert_eq!(rows.len(), bodies.len());
        for (row, body) in rows.iter().zip(&bodies) {
            assert_eq!(*row, wanted(&felkod_wire::read(body), locale), "{}", String::from_utf8_lossy(body));
        }
    }
}

#[test]
fn a_status_speaks_for_its_row_and_a_number_that_is_none_for_nothing() {
    let statuses = [Some(502), None, Some(0), Some(-1), Some(999), Some(401)];
    let bodies: ArrayRef = Arc::new(StringArray::from(vec![""; statuses.len()]));
    let chunk = Chunk { bodies, statuses: Some(Arc::new(Int16Array::from(statuses.to_vec()))) };
    let batches = read(Many::new(), vec![chunk]).expect("batches");
    let plain = Reader::new().read(b"").outcome.to_string();
    let plain = Some(plain.as_str());
    assert_eq!(texts(&batches[0], "outcome"), [Some("error"), plain, plain, plain, plain, Some("error")]);
    assert_eq!(integers(&batches[0], "code"), [Some(502), None, None, None, None, Some(401)]);
}

#[test]
fn a_null_gives_a_row_of_nulls_and_in_exploded_rows_none() {
    let bodies: ArrayRef = Arc::new(StringArray::from(vec![
        None,
        Some(r#"{"success":false,"errors":[{"code":"601"},{"code":"610"}]}"#),
        None,
    ]));
    let chunk = Chunk { bodies, statuses: None };
    let batches = read(Many::new(), vec![chunk.clone()]).expect("batches");
    assert_eq!(batches[0].num_rows(), 3);
    for column in batches[0].columns() {
        assert_eq!(column.is_null(0), column.is_null(2));
    }
    assert!(rows(&batches[0])[0].iter().all(Option::is_none) && batches[0]["findings"].is_null(0));
    let mut many = Many::new();
    many.explode = true;
    let batches = read(many, vec![chunk]).expect("batches");
    assert_eq!(integers(&batches[0], "body"), [Some(1), Some(1)]);
    assert_eq!(integers(&batches[0], "code"), [Some(601), Some(610)]);
    assert_eq!(texts(&batches[0], "level"), [Some("response"), Some("response")]);
}

#[test]
fn exploded_rows_are_the_findings_of_all_bodies_with_the_index_of_their_body() {
    let bodies = bodies();
    let chunks = bodies.chunks(7).map(|bodies| Chunk {
        bodies: Arc::new(bodies.iter().map(Some).collect::<BinaryArray>()),
        statuses: None,
    });
    let mut many = Many::new();
    many.explode = true;
    let batches = read(many, chunks.collect()).expect("batches");
    let found: Vec<_> = batches
        .iter()
        .flat_map(|batch| integers(batch, "body").into_iter().zip(integers(batch, "code")))
        .collect();
    let mut wanted = Vec::new();
    for (at, body) in bodies.iter().enumerate() {
        let findings = felkod_wire::read(body).findings;
        wanted.extend(findings.iter().map(|finding| (i64::try_from(at).ok(), finding.number.map(i64::from))));
    }
    assert_eq!(found, wanted);
}

#[test]
fn what_is_no_column_of_bodies_is_named() {
    let wrong = |data_type| check_bodies(&data_type).expect_err("it is wrong").to_string();
    assert_eq!(wrong(DataType::Int64), "bodies must be a column of binary or text, not Int64");
    let table = DataType::Struct(
        [("id", DataType::Int64), ("body", DataType::Utf8)]
            .map(|(name, data_type)| arrow_schema::Field::new(name, data_type, true))
            .to_vec()
            .into(),
    );
    assert_eq!(wrong(table), "bodies must be one column, not a table of 2: id, body");
    assert_eq!(check_statuses(&DataType::Utf8), Err(WrongType::Statuses("Utf8".to_owned())));
    let chunk = Chunk { bodies: Arc::new(Int64Array::from(vec![1])), statuses: None };
    let error = read(Many::new(), vec![chunk]).expect_err("it is wrong").to_string();
    assert!(error.contains("not Int64"), "{error}");
    let bodies: ArrayRef = Arc::new(StringArray::from(vec!["", ""]));
    let chunk = Chunk { bodies, statuses: Some(Arc::new(Int64Array::from(vec![200]))) };
    let error = read(Many::new(), vec![chunk]).expect_err("it is wrong").to_string();
    assert!(error.contains("as many statuses as bodies, not 1 for 2"), "{error}");
}

#[test]
fn the_catalog_has_a_row_a_code_and_the_keys_of_its_json() {
    for locale in Locale::ALL {
        let table = catalog(*locale).expect("the catalog");
        assert_eq!(table.num_rows(), Code::ALL.len());
        let schema = table.schema();
        let names: Vec<_> = schema.fields().iter().map(|field| field.name().as_str()).collect();
        let json::Json::Object(pairs) = json::code(Code::ALL[0], *locale) else { panic!("no object") };
        assert_eq!(names, pairs.iter().map(|(key, _)| *key).collect::<Vec<_>>());
        let at = Code::ALL.iter().position(|code| *code == Code::RestRateLimitExceeded).expect("606");
        let limits = table["limits"].as_list::<i32>().value(at);
        let figure = limits.as_struct().column_by_name("figure").expect("figures").clone();
        assert_eq!(figure.as_primitive::<Int64Type>().value(0), 100);
        assert_eq!(texts(&table, "message")[at], Some(Code::RestRateLimitExceeded.message(*locale)));
        let at = Code::ALL.iter().position(|code| code.as_u32() == 1029).expect("1029");
        let cases = table["cases"].as_list::<i32>().value(at);
        let names: HashSet<_> = cases
            .as_struct()
            .column_by_name("name")
            .expect("names")
            .as_string::<i32>()
            .iter()
            .flatten()
            .map(str::to_owned)
            .collect();
        assert_eq!(names.len(), Code::ALL[at].cases().len());
    }
}

#[test]
fn the_responses_in_files_are_rows_with_path_and_line_and_what_cannot_be_read_is_one_too() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("columns");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    let limited = "API Error Code 606: Max rate limit '100' exceeded with in '20' secs\n";
    std::fs::write(folder.join("a.log"), format!("started\n{}", limited.repeat(3_000))).expect("a log");
    let mut zstd =
        zstd::Encoder::new(std::fs::File::create(folder.join("b.zst")).expect("a file"), 1).expect("zstd");
    zstd.write_all(br#"{"requestId":"a9d3#18a05e1c4f1","success":false,"errors":[{"code":"602","message":"Access token expired"}]}"#).expect("written");
    zstd.finish().expect("finished");
    let missing = folder.join("missing");
    let batches: Vec<_> = answers([folder.as_path(), &missing], Limits::default(), Locale::En, false)
        .collect::<Result<_, _>>()
        .expect("batches");
    assert!(batches.len() > 1);
    let lines: Vec<_> = batches.iter().flat_map(|batch| integers(batch, "line")).collect();
    let wanted = (2..3_002).map(Some).chain([Some(1), None]);
    assert!(lines.into_iter().eq(wanted));
    let last = batches.last().expect("a batch");
    let end = last.num_rows();
    assert_eq!(texts(last, "path")[end - 2..], [folder.join("b.zst").to_str(), missing.to_str()]);
    assert_eq!(integers(last, "code")[end - 3..], [Some(606), Some(602), None]);
    assert_eq!(texts(last, "wrapped_in")[end - 3..], [Some("line"), None, None]);
    assert_eq!(texts(last, "outcome")[end - 2..], [Some("error"), None]);
    let unreadable = texts(last, "unreadable");
    assert!(
        unreadable[end - 2].is_none() && unreadable[end - 1].is_some_and(|why| why.contains("No such file"))
    );
}
