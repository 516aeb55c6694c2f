//! The responses in files as columns.

use std::{path::PathBuf, sync::Arc};

use arrow_array::{
    ArrayRef, RecordBatch, RecordBatchReader,
    builder::{Int64Builder, StringBuilder},
};
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};
use felkod_catalog::Locale;
use felkod_scan::FileAnswer;
use felkod_wire::Limits;

use crate::rows::{Form, Rows};

/// How many rows a batch has at most.
const ROWS: usize = 2_048;

/// Returns the responses in files, folders and compressed archives, a row a response, lazily and in order.
///
/// The columns are `path`, `line` (from 1), `wrapped_in` and `unreadable`, then those of a row a body of
/// [`Many::schema`](crate::Many::schema). What cannot be read is a row with its path and, in `unreadable`, the reason;
/// everything else is null there.
pub fn answers<P: Into<PathBuf>>(
    paths: impl IntoIterator<Item = P>,
    limits: Limits,
    locale: Locale,
    server_text: bool,
) -> Answers {
    let form = Form { locale, server_text, explode: false };
    let found = [
        Field::new("path", DataType::Utf8, false),
        Field::new("line", DataType::Int64, true),
        Field::new("wrapped_in", DataType::Utf8, true),
        Field::new("unreadable", DataType::Utf8, true),
    ];
    let said = form.fields();
    let fields = found.into_iter().chain(said.iter().map(|field| field.as_ref().clone()));
    let schema = Arc::new(Schema::new(fields.collect::<Vec<_>>()));
    let paths: Vec<PathBuf> = paths.into_iter().map(Into::into).collect();
    Answers { form, schema, found: Box::new(felkod_scan::answers(paths, limits)) }
}

/// The batches of the responses in files.
pub struct Answers {
    form: Form,
    schema: SchemaRef,
    found: Box<dyn Iterator<Item = FileAnswer> + Send>,
}

impl Iterator for Answers {
    type Item = Result<RecordBatch, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut rows = Rows::new(self.form, 0);
        let (mut path, mut line) = (StringBuilder::new(), Int64Builder::new());
        let (mut wrapped_in, mut unreadable) = (StringBuilder::new(), StringBuilder::new());
        let mut count = 0;
        for found in self.found.by_ref().take(ROWS) {
            path.append_value(found.path.to_string_lossy());
            let (answer, trouble) = match found.answer {
                Ok(answer) => (Some(answer), None),
                Err(trouble) => (None, Some(trouble)),
            };
            line.append_option(answer.as_ref().and_then(|answer| i64::try_from(answer.line).ok()));
            let wrapping = answer.as_ref().and_then(|answer| answer.wrapped_in);
            wrapped_in.append_option(wrapping.map(felkod_wire::Wrapping::as_str));
            unreadable.append_option(trouble);
            rows.push(count, answer.as_ref().map(|answer| &answer.report));
            count += 1;
        }
        if count == 0 {
            return None;
        }
        let mut columns: Vec<ArrayRef> = vec![
            Arc::new(path.finish()),
            Arc::new(line.finish()),
            Arc::new(wrapped_in.finish()),
            Arc::new(unreadable.finish()),
        ];
        Some(rows.columns().and_then(|of_rows| {
            columns.extend(of_rows);
            RecordBatch::try_new(Arc::clone(&self.schema), columns)
        }))
    }
}

impl RecordBatchReader for Answers {
    fn schema(&self) -> SchemaRef {
        Arc::clone(&self.schema)
    }
}
