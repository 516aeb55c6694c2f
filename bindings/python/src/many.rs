//! Many bodies at once, and the tables that come out: Arrow's arrays in and out, by its interface of capsules.

#![expect(clippy::doc_link_with_quotes, reason = "an example in a doc of Python's")]

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
};

use arrow_array::{
    Array, ArrayRef, RecordBatch, RecordBatchIterator, RecordBatchReader, cast::AsArray,
    ffi::FFI_ArrowSchema, ffi_stream::FFI_ArrowArrayStream,
};
use arrow_schema::{ArrowError, DataType, Schema, SchemaRef};
use felkod_arrow::{Chunk, Many, Resend, ResendError, check_bodies, check_statuses};
use pyo3::{
    exceptions::{PyTypeError, PyValueError},
    intern,
    prelude::*,
    types::{PyBytes, PyCapsule, PyDict, PyString, PyTuple},
};
use pyo3_arrow::{
    PyArray, PyArrayReader,
    ffi::{ArrayIterator, ArrayReader},
};

use crate::{
    convert::{Lang, wrong_type},
    items::{Items, checked},
    limits::Limits,
    report::reader_of,
    retry::{PolicyCore, millis},
    words::parsed,
};

/// Reads many bodies at once, on all cores and without holding Python's lock: a column of bodies in, a table out.
///
/// It reads each body as read() does. A null gives a row of nulls, the order is kept, and no body raises an error. Rows
/// are read while they are fetched, so that a stream or a generator of any length takes little memory.
///
/// A row has outcome, api, request_id, request_time, advice and retry of the call, code (the number of the strictest
/// finding, records included) and findings: a list of structs with code, level, record, category, advice, retry, case and
/// message. The message has no values of the server's text.
///
/// Args:
///     bodies: A column of binary or text: whatever has Arrow's interface (pyarrow, polars, DuckDB, pandas), else an
///         iterable of str, buffers of bytes and None.
///     statuses: The HTTP status of each body, in a column as long as bodies; a null and a number that is no HTTP status
///         are not used.
///     api: The API that was called: soap, rest … A body that tells its own API goes before it.
///     lang: The language of the messages, as a tag; one felkod lacks gives English.
///     explode: Whether to give a row a finding, with body, the index of its body, and the columns of the struct.
///     server_text: Whether to add the server's texts to the findings. They can contain personal data.
///     limits: The bounds of the reading of each body.
///     threads: How many threads read; as many as there are cores unless given.
///
/// Returns:
///     Batches, which pyarrow.table(), polars.DataFrame() and pandas.DataFrame.from_arrow() take.
///
/// Raises:
///     TypeError: An argument has the wrong type; its name and the type are in the text.
///     ValueError: The API is none felkod knows, or there is less than one thread.
///
/// Example:
///     >>> import felkod
///     >>> batches = felkod.read_many(['{"success": false, "errors": [{"code": "606"}]}', None])
///     >>> import pyarrow
///     >>> pyarrow.table(batches)["advice"].to_pylist()
///     ['wait_for_rate_window', None]
#[pyfunction]
#[pyo3(signature = (bodies, statuses=None, *, api=None, lang=Lang(felkod::Locale::En), explode=false, server_text=false, limits=None, threads=None))]
#[pyo3(
    text_signature = "(bodies, statuses=None, *, api=None, lang='en', explode=False, server_text=False, limits=None, threads=None)"
)]
#[expect(clippy::too_many_arguments, reason = "Python names them")]
pub(crate) fn read_many(
    bodies: &Bound<'_, PyAny>,
    statuses: Option<&Bound<'_, PyAny>>,
    api: Option<&Bound<'_, PyAny>>,
    lang: Lang,
    explode: bool,
    server_text: bool,
    limits: Option<&Bound<'_, PyAny>>,
    threads: Option<usize>,
) -> PyResult<Batches> {
    let mut many = Many::new();
    many.reader = reader_of(None, None, api, limits)?;
    (many.locale, many.explode, many.server_text) = (lang.0, explode, server_text);
    match threads {
        Some(0) => return Err(PyValueError::new_err("threads must be at least 1")),
        Some(threads) => many.jobs = threads,
        None => {}
    }
    let wrong = |error: felkod_arrow::WrongType| PyTypeError::new_err(error.to_string());
    let bodies = source(bodies, "bodies", Items::bodies)?;
    check_bodies(bodies.field().data_type()).map_err(wrong)?;
    let statuses = statuses.map(|statuses| source(statuses, "statuses", Items::statuses)).transpose()?;
    if let Some(statuses) = &statuses {
        check_statuses(statuses.field().data_type()).map_err(wrong)?;
    }
    let batches = many.read(Pairs { bodies, statuses, open: None, count: 0 });
    Ok(Batches::stream(batches))
}

/// Returns the responses in files, folders and compressed archives as a table: read_many() for logs.
///
/// The columns are path, line (from 1), wrapped_in and unreadable, then those of read_many(). What cannot be read is a row
/// with its path and, in unreadable, the reason. Files are read while rows are fetched, in the order of the paths; gzip and
/// Zstandard are told by their first bytes.
///
/// Args:
///     paths: A path or an iterable of paths, as str or os.PathLike; "-" is the standard input.
///     lang: The language of the messages, as a tag; one felkod lacks gives English.
///     server_text: Whether to add the server's texts to the findings. They can contain personal data.
///     limits: The bounds of the reading of each response.
///
/// Returns:
///     Batches.
///
/// Raises:
///     TypeError: An argument has the wrong type.
#[pyfunction]
#[pyo3(signature = (paths, *, lang=Lang(felkod::Locale::En), server_text=false, limits=None))]
#[pyo3(text_signature = "(paths, *, lang='en', server_text=False, limits=None)")]
pub(crate) fn answers(
    paths: &Bound<'_, PyAny>,
    lang: Lang,
    server_text: bool,
    limits: Option<&Bound<'_, PyAny>>,
) -> PyResult<Batches> {
    let wrong = || wrong_type("paths", "a path or an iterable of paths", paths);
    let paths: Vec<PathBuf> = match paths.extract::<PathBuf>() {
        Ok(path) => vec![path],
        Err(_) if paths.is_instance_of::<PyBytes>() => return Err(wrong()),
        Err(_) => {
            let path = |path: PyResult<Bound<'_, PyAny>>| path?.extract::<PathBuf>();
            paths.try_iter().map_err(|_| wrong())?.map(path).collect::<PyResult<_>>()?
        }
    };
    let given = limits
        .map(|limits| limits.extract::<Limits>().map_err(|_| wrong_type("limits", "felkod.Limits", limits)));
    let limits = given.transpose()?.map(Into::into).unwrap_or_default();
    Ok(Batches::stream(felkod_arrow::answers(paths, limits, lang.0, server_text)))
}

/// Returns which records of many requests to send again, from the rows of read_many(explode=True).
///
/// A RetryPolicy decides about each body as it decides about its report. A row of the result is a record that failed:
/// action is resend, or set_aside with the reason, which is the word of its advice, may_have_been_applied or unknown_code.
/// A call that failed as a whole has one row without a record, with retry, renew, reduce or give_up. after is the seconds to
/// wait first, who is whom to turn to; code and advice are those of the finding that decides. A body about which there is
/// nothing to do has no row.
///
/// Args:
///     table: A table with Arrow's interface that has the columns body, outcome, api, code, level, record, case and advice.
///         body may be any integer or text that names a request; its rows need not stand together.
///     policy: The RetryPolicy that decides; by default RetryPolicy(). Its retry budget is left alone.
///     request: What a second execution of the requests does, see Idempotency.of(); by default they count as ones that
///         create something.
///     insists: Whether to send a request again even where that can do harm.
///     now: The time of the decision, in seconds since 1970-01-01 UTC; time.time() unless given.
///
/// Returns:
///     Batches with the columns body, record, action, after, reason, who, code and advice.
///
/// Raises:
///     TypeError: An argument or a column has the wrong type.
///     ValueError: A column is missing, or a word is unknown.
#[pyfunction]
#[pyo3(signature = (table, *, policy=None, request=None, insists=false, now=None))]
pub(crate) fn resend(
    table: &Bound<'_, PyAny>,
    policy: Option<&Bound<'_, PyAny>>,
    request: Option<&str>,
    insists: bool,
    now: Option<f64>,
) -> PyResult<Batches> {
    let mut resend = Resend { insists, ..Resend::default() };
    if let Some(policy) = policy {
        resend.policy = PolicyCore::of(policy)?.get().policy().clone();
    }
    resend.request = request.map(parsed).transpose()?.unwrap_or_default();
    let Some(source) = arrow(table)? else {
        return Err(wrong_type("table", "a table with Arrow's interface", table));
    };
    let DataType::Struct(fields) = source.field().data_type().clone() else {
        return Err(PyTypeError::new_err("table must be a table with columns, not a single column"));
    };
    let schema = Arc::new(Schema::new(fields));
    let batches = source.map(|array| {
        let array = array?;
        match array.as_struct_opt() {
            Some(rows) if rows.null_count() == 0 => Ok(RecordBatch::from(rows)),
            _ => Err(ArrowError::InvalidArgumentError("a row of the table is null".to_owned())),
        }
    });
    let batches = RecordBatchIterator::new(Released(batches), schema);
    let table = resend.decide(batches, millis(now)).map_err(|error| match error {
        ResendError::WrongType(..) => PyTypeError::new_err(error.to_string()),
        ResendError::Missing(_) | ResendError::Unknown { .. } | ResendError::Arrow(_) => {
            PyValueError::new_err(error.to_string())
        }
    })?;
    Ok(Batches::table(table))
}

/// Returns the catalog as a table.
#[pyfunction]
pub(crate) fn catalog_batches(lang: Lang) -> PyResult<Batches> {
    let table = felkod_arrow::catalog(lang.0).map_err(|error| PyValueError::new_err(error.to_string()))?;
    Ok(Batches::table(table))
}

/// A table in Arrow's form: what read_many() and the like return.
///
/// pyarrow.table(), polars.DataFrame(), pandas.DataFrame.from_arrow() and DuckDB take it. Rows that are read while they are
/// fetched can be fetched once.
#[pyclass(frozen, module = "felkod")]
pub(crate) struct Batches {
    schema: SchemaRef,
    rows: Rows,
}

type Stream = Box<dyn RecordBatchReader + Send>;

enum Rows {
    Once(Mutex<Option<Stream>>),
    Table(RecordBatch),
}

impl Batches {
    fn stream(stream: impl RecordBatchReader + Send + 'static) -> Self {
        Self { schema: stream.schema(), rows: Rows::Once(Mutex::new(Some(Box::new(stream)))) }
    }

    fn table(table: RecordBatch) -> Self {
        Self { schema: table.schema(), rows: Rows::Table(table) }
    }
}

#[pymethods]
impl Batches {
    /// The names of the columns.
    #[getter]
    fn column_names(&self) -> Vec<&str> {
        self.schema.fields().iter().map(|field| field.name().as_str()).collect()
    }

    /// Returns the schema as a capsule of Arrow's C data interface.
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        let schema = FFI_ArrowSchema::try_from(self.schema.as_ref());
        let schema = schema.map_err(|error| PyValueError::new_err(error.to_string()))?;
        PyCapsule::new_with_value(py, schema, c"arrow_schema")
    }

    /// Returns the rows as a capsule of Arrow's C stream interface.
    ///
    /// Args:
    ///     requested_schema: Other types that the caller would like; they are left to the caller.
    ///
    /// Raises:
    ///     ValueError: The rows have been fetched already.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let _ = requested_schema;
        let stream: Stream = match &self.rows {
            Rows::Table(table) => {
                Box::new(RecordBatchIterator::new([Ok(table.clone())], Arc::clone(&self.schema)))
            }
            Rows::Once(stream) => {
                let stream = stream.lock().unwrap_or_else(PoisonError::into_inner).take();
                stream.ok_or_else(|| {
                    PyValueError::new_err("the rows have been fetched already; read them anew")
                })?
            }
        };
        let reader = RecordBatchIterator::new(Released(stream), Arc::clone(&self.schema));
        PyCapsule::new_with_value(py, FFI_ArrowArrayStream::new(Box::new(reader)), c"arrow_array_stream")
    }

    fn __repr__(&self) -> String {
        format!("<felkod.Batches {}>", self.column_names().join(", "))
    }
}

/// Opens a column, or an iterable of items.
fn source(
    given: &Bound<'_, PyAny>,
    what: &'static str,
    items: fn(Bound<'_, PyAny>) -> Items,
) -> PyResult<Box<dyn ArrayReader + Send>> {
    if let Some(column) = arrow(given)? {
        return Ok(column);
    }
    let wrong = || wrong_type(what, "a column with Arrow's interface or an iterable", given);
    if given.is_instance_of::<PyString>()
        || given.is_instance_of::<PyBytes>()
        || given.is_instance_of::<PyDict>()
    {
        return Err(wrong());
    }
    checked(given, what)?;
    let items = items(given.try_iter().map_err(|_| wrong())?.into_any());
    let field = Arc::new(items.field());
    Ok(Box::new(ArrayIterator::new(items, field)))
}

/// Opens what has Arrow's interface.
fn arrow(given: &Bound<'_, PyAny>) -> PyResult<Option<Box<dyn ArrayReader + Send>>> {
    let py = given.py();
    if let Some(method) = given.getattr_opt(intern!(py, "__arrow_c_stream__"))? {
        let capsule = method.call0()?;
        let reader = PyArrayReader::from_arrow_pycapsule(capsule.cast::<PyCapsule>()?)?;
        return Ok(Some(reader.into_reader()?));
    }
    if let Some(method) = given.getattr_opt(intern!(py, "__arrow_c_array__"))? {
        let pair = method.call0()?;
        let pair = pair.cast::<PyTuple>()?;
        let (schema, array) = (pair.get_item(0)?, pair.get_item(1)?);
        let array = PyArray::from_arrow_pycapsule(schema.cast::<PyCapsule>()?, array.cast::<PyCapsule>()?)?;
        let (array, field) = array.into_inner();
        return Ok(Some(Box::new(ArrayIterator::new([Ok(array)], field))));
    }
    Ok(None)
}

/// Two columns whose chunks may be cut in different places, chunk by chunk.
struct Pairs {
    bodies: Box<dyn ArrayReader + Send>,
    statuses: Option<Box<dyn ArrayReader + Send>>,
    /// What is left of the chunks on both sides.
    open: Option<(ArrayRef, ArrayRef)>,
    /// How many rows have come in pairs.
    count: usize,
}

impl Pairs {
    fn pair(&mut self) -> Result<Option<Chunk>, ArrowError> {
        let Some(statuses) = &mut self.statuses else {
            let chunk = self.bodies.next().transpose()?;
            return Ok(chunk.map(|bodies| Chunk { bodies, statuses: None }));
        };
        let (mut of_bodies, mut of_statuses) = match self.open.take() {
            Some((bodies, statuses)) => (Some(bodies), Some(statuses)),
            None => (None, None),
        };
        of_bodies = filled(of_bodies, &mut self.bodies)?;
        of_statuses = filled(of_statuses, statuses)?;
        let (bodies, statuses) = match (of_bodies, of_statuses) {
            (Some(bodies), Some(statuses)) => (bodies, statuses),
            (None, None) => return Ok(None),
            (of_bodies, _) => {
                let fewer = if of_bodies.is_some() { "fewer" } else { "more" };
                let error = format!("there are {fewer} statuses than bodies, from row {} on", self.count);
                return Err(ArrowError::InvalidArgumentError(error));
            }
        };
        let length = bodies.len().min(statuses.len());
        let rest = |array: &ArrayRef| array.slice(length, array.len() - length);
        self.open = Some((rest(&bodies), rest(&statuses)));
        self.count += length;
        Ok(Some(Chunk { bodies: bodies.slice(0, length), statuses: Some(statuses.slice(0, length)) }))
    }
}

/// Returns what is left of a chunk, or the next one that has rows.
fn filled(
    open: Option<ArrayRef>,
    chunks: &mut Box<dyn ArrayReader + Send>,
) -> Result<Option<ArrayRef>, ArrowError> {
    let mut open = open.filter(|array| !array.is_empty());
    while open.is_none() {
        let Some(chunk) = chunks.next().transpose()? else { return Ok(None) };
        open = Some(chunk).filter(|array| !array.is_empty());
    }
    Ok(open)
}

impl Iterator for Pairs {
    type Item = Result<Chunk, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.pair().transpose()
    }
}

/// An iterator that holds no lock of Python's while it works, whoever asks it.
struct Released<I>(I);

impl<T: Send, I: Iterator<Item = Result<T, ArrowError>> + Send> Iterator for Released<I> {
    type Item = Result<T, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        let iterator = &mut self.0;
        // A panic would end the process: whoever asks is no Rust.
        let mut next = || {
            catch_unwind(AssertUnwindSafe(|| iterator.next()))
                .unwrap_or_else(|_| Some(Err(ArrowError::ComputeError("felkod failed".to_owned()))))
        };
        let next = match Python::try_attach(|py| py.detach(&mut next)) {
            Some(next) => next,
            None => next(),
        };
        // The text goes out as a C string.
        next.map(|item| item.map_err(|error| ArrowError::ComputeError(text(&error).replace('\0', " "))))
    }
}

/// Returns what an error says, without the name of its kind.
fn text(error: &ArrowError) -> String {
    if let ArrowError::InvalidArgumentError(text) | ArrowError::ComputeError(text) = error {
        return text.clone();
    }
    error.to_string()
}
