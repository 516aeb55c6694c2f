//! Every layout of a column, cut anywhere, says the same.

use std::sync::Arc;

use arrow_array::{
    Array, ArrayRef, BinaryArray, BinaryViewArray, DictionaryArray, FixedSizeBinaryArray, LargeBinaryArray,
    LargeStringArray, NullArray, StringArray, StringViewArray, StructArray, UInt8Array, types::UInt8Type,
};
use arrow_schema::{DataType, Field};
use felkod_arrow::{Chunk, Many};
use felkod_wire::Reader;
use proptest::prelude::*;

use super::{bodies, read, rows};

/// The column in each layout of text.
fn of_text(texts: &[Option<String>]) -> Vec<ArrayRef> {
    let texts = || texts.iter().map(Option::as_deref);
    let small: StringArray = texts().collect();
    let keys = (0..small.len()).map(|at| (!small.is_null(at)).then_some(u8::try_from(at).expect("few")));
    let keys: UInt8Array = keys.collect();
    let dictionary = DictionaryArray::<UInt8Type>::new(keys, Arc::new(small.clone()));
    let field = Field::new("body", DataType::Utf8, true);
    let table = StructArray::new(vec![field].into(), vec![Arc::new(small.clone())], None);
    vec![
        Arc::new(small),
        Arc::new(texts().collect::<LargeStringArray>()),
        Arc::new(texts().collect::<StringViewArray>()),
        Arc::new(dictionary),
        Arc::new(table),
    ]
}

/// The column in each layout of binary.
fn of_binary(bodies: &[Option<Vec<u8>>]) -> Vec<ArrayRef> {
    let bodies = || bodies.iter().map(Option::as_deref);
    let small: BinaryArray = bodies().collect();
    let keys: UInt8Array = (0..small.len()).map(|at| Some(u8::try_from(at).expect("few"))).collect();
    vec![
        Arc::new(small.clone()),
        Arc::new(bodies().collect::<LargeBinaryArray>()),
        Arc::new(bodies().collect::<BinaryViewArray>()),
        Arc::new(DictionaryArray::<UInt8Type>::new(keys, Arc::new(small))),
    ]
}

fn sliced(array: &ArrayRef, cuts: &[usize]) -> Vec<Chunk> {
    let mut cuts: Vec<_> = cuts.iter().map(|cut| cut % (array.len() + 1)).collect();
    cuts.extend([0, array.len()]);
    cuts.sort_unstable();
    let pieces = cuts.windows(2).map(|cut| array.slice(cut[0], cut[1] - cut[0]));
    pieces.map(|bodies| Chunk { bodies, statuses: None }).collect()
}

proptest! {
    #[test]
    fn every_layout_cut_anywhere_says_what_the_reader_says_of_each_body(
        picked in prop::collection::vec(prop::option::weighted(0.9, (0_usize..1_000, 0_usize..1_000_000)), 0..40),
        cuts in prop::collection::vec(0_usize..100, 0..4),
        jobs in 1_usize..4,
        is_text in any::<bool>(),
    ) {
        let samples = bodies();
        let body = |(which, cut): (usize, usize)| {
            let mut body = samples[which % samples.len()].clone();
            // One in three is cut off.
            if cut % 3 == 0 {
                body.truncate(cut % (body.len() + 1));
            }
            body
        };
        let bodies: Vec<Option<Vec<u8>>> = picked.into_iter().map(|picked| picked.map(body)).collect();
        let (columns, reports): (_, Vec<_>) = if is_text {
            let texts: Vec<_> = bodies.iter().map(|body| Some(String::from_utf8_lossy(body.as_ref()?).into_owned())).collect();
            let reports = texts.iter().map(|text| Some(Reader::new().read_text(text.as_ref()?)));
            (of_text(&texts), reports.collect())
        } else {
            let reports = bodies.iter().map(|body| Some(felkod_wire::read(body.as_ref()?)));
            (of_binary(&bodies), reports.collect())
        };
        let many = || {
            let mut many = Many::new();
            (many.jobs, many.server_text) = (jobs, true);
            many
        };
        for column in columns {
            let batches = read(many(), sliced(&column, &cuts)).expect("batches");
            let found: Vec<_> = batches.iter().flat_map(rows).collect();
            prop_assert_eq!(found.len(), reports.len());
            for (row, report) in found.iter().zip(&reports) {
                let wanted = report.as_ref().map_or(vec![None; 7], |report| super::wanted(report, felkod_catalog::Locale::En));
                prop_assert_eq!(row, &wanted, "{:?}", column.data_type());
            }
        }
    }
}

#[test]
fn columns_of_one_length_and_of_nothing_are_read_too() {
    let fixed = FixedSizeBinaryArray::try_from_iter(["{}", "<>"].iter()).expect("an array");
    let empty: [ArrayRef; 3] = [
        Arc::new(NullArray::new(3)),
        Arc::new(DictionaryArray::<UInt8Type>::new(
            UInt8Array::from(vec![None; 3]),
            Arc::new(StringArray::from(Vec::<&str>::new())),
        )),
        Arc::new(LargeBinaryArray::from(vec![None; 3])),
    ];
    let chunk = |bodies: &ArrayRef| Chunk { bodies: bodies.clone(), statuses: None };
    let fixed: ArrayRef = Arc::new(fixed);
    assert_eq!(read(Many::new(), vec![chunk(&fixed)]).expect("batches")[0].num_rows(), 2);
    for column in &empty {
        let batches = read(Many::new(), vec![chunk(column)]).expect("batches");
        assert_eq!(batches[0].num_rows(), 3, "{}", column.data_type());
        assert!(batches[0]["outcome"].is_null(2));
        let none = column.slice(1, 0);
        assert!(read(Many::new(), vec![chunk(&none), chunk(&none)]).expect("batches").is_empty());
    }
}

#[test]
fn many_rows_keep_their_order_and_their_index_on_several_threads() {
    let body =
        |at: usize| format!(r#"{{"requestId":"{at:x}#1","success":false,"errors":[{{"code":"606"}}]}}"#);
    // Rounds of full pieces, and a column that is divided for all threads.
    for rows in [100_000, 1_500] {
        let column: ArrayRef = Arc::new((0..rows).map(|at| Some(body(at))).collect::<StringArray>());
        let mut many = Many::new();
        (many.jobs, many.explode) = (3, true);
        let batches = read(many, vec![Chunk { bodies: column, statuses: None }]).expect("batches");
        assert!(batches.len() >= 5, "{} batches for {rows} rows", batches.len());
        let mut at = 0;
        for batch in &batches {
            for (id, index) in
                super::texts(batch, "request_id").into_iter().zip(super::integers(batch, "body"))
            {
                assert_eq!((id, index), (Some(format!("{at:x}#1").as_str()), i64::try_from(at).ok()));
                at += 1;
            }
        }
        assert_eq!(at, rows);
    }
}
