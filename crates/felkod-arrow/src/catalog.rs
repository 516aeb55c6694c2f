//! The catalog as columns.

use std::sync::Arc;

use arrow_array::{
    Array, ArrayRef, BooleanArray, Int64Array, ListArray, RecordBatch, StringArray, StructArray,
    new_null_array,
};
use arrow_buffer::{NullBuffer, OffsetBuffer};
use arrow_schema::{ArrowError, DataType, Field, Fields, Schema};
use felkod_catalog::{Code, Locale};
use felkod_wire::json::{self, Json};

/// Returns the catalog, a row a code: the columns of the JSON of a code. `limits` and `cases` are lists of structs,
/// `replaced_by` is a list of numbers.
///
/// # Errors
///
/// It never fails with the catalog that it was built with.
///
/// # Examples
///
/// ```
/// use felkod_arrow::catalog;
/// use felkod_catalog::{Code, Locale};
///
/// let table = catalog(Locale::Sv)?;
/// assert_eq!(table.num_rows(), Code::ALL.len());
/// assert!(table.column_by_name("limits").is_some());
/// # Ok::<(), arrow_schema::ArrowError>(())
/// ```
pub fn catalog(locale: Locale) -> Result<RecordBatch, ArrowError> {
    let columns = catalog_columns(locale);
    let mut fields = Vec::new();
    let mut arrays = Vec::new();
    for (name, cells) in &columns {
        let cells: Vec<_> = cells.iter().collect();
        let array = array(&cells)?;
        fields.push(Field::new(*name, array.data_type().clone(), true));
        arrays.push(array);
    }
    RecordBatch::try_new(Arc::new(Schema::new(fields)), arrays)
}

/// Returns the columns of [`catalog`] as JSON.
#[must_use]
pub fn catalog_columns(locale: Locale) -> Vec<(&'static str, Vec<Json>)> {
    let mut columns: Vec<(&'static str, Vec<Json>)> = Vec::new();
    for code in Code::ALL {
        let Json::Object(row) = json::code(*code, locale) else { continue };
        for (key, cell) in row {
            let cell = if key == "replaced_by" { numbers(cell) } else { cell };
            match columns.iter_mut().find(|(name, _)| *name == key) {
                Some((_, cells)) => cells.push(cell),
                None => columns.push((key, vec![cell])),
            }
        }
    }
    columns
}

/// Makes a list of replacements one of their numbers.
fn numbers(cell: Json) -> Json {
    let Json::List(items) = cell else { return cell };
    Json::List(items.iter().filter_map(|item| item.get("code").cloned()).collect())
}

/// Makes an array of cells, of the type that all of them have together.
fn array(cells: &[&Json]) -> Result<ArrayRef, ArrowError> {
    let is_null = |cell: &Json| matches!(cell, Json::Null);
    let nulls = || cells.iter().map(|cell| !is_null(cell)).collect::<NullBuffer>();
    Ok(match cells.iter().find(|cell| !is_null(cell)) {
        Some(Json::Bool(_)) => {
            let truth = |cell: &&Json| if let Json::Bool(truth) = cell { Some(*truth) } else { None };
            Arc::new(cells.iter().map(truth).collect::<BooleanArray>())
        }
        Some(Json::Number(_)) => {
            let number = |cell: &&Json| {
                if let Json::Number(number) = cell { i64::try_from(*number).ok() } else { None }
            };
            Arc::new(cells.iter().map(number).collect::<Int64Array>())
        }
        Some(Json::List(_)) => {
            let items = |cell: &&Json| if let Json::List(items) = cell { items.len() } else { 0 };
            let offsets = OffsetBuffer::from_lengths(cells.iter().map(items));
            let items =
                cells.iter().flat_map(|cell| if let Json::List(items) = cell { &items[..] } else { &[] });
            let items = array(&items.collect::<Vec<_>>())?;
            let field = Field::new("item", items.data_type().clone(), true);
            Arc::new(ListArray::try_new(Arc::new(field), offsets, items, Some(nulls()))?)
        }
        Some(Json::Object(pairs)) => {
            let mut fields = Vec::new();
            let mut arrays = Vec::new();
            for (key, _) in pairs {
                let parts = cells.iter().map(|cell| cell.get(key).unwrap_or(&Json::Null));
                let part = array(&parts.collect::<Vec<_>>())?;
                fields.push(Field::new(*key, part.data_type().clone(), true));
                arrays.push(part);
            }
            Arc::new(StructArray::try_new(Fields::from(fields), arrays, Some(nulls()))?)
        }
        Some(Json::Text(_)) => {
            let text = |cell: &&Json| if let Json::Text(text) = cell { Some(text.clone()) } else { None };
            Arc::new(cells.iter().map(text).collect::<StringArray>())
        }
        _ => new_null_array(&DataType::Utf8, cells.len()),
    })
}
