//! Items of Python's as columns: bodies and statuses from lists and generators.

use std::sync::Arc;

use arrow_array::{
    ArrayRef,
    builder::{Int64Builder, LargeBinaryBuilder},
};
use arrow_schema::{ArrowError, DataType, Field};
use pyo3::{
    prelude::*,
    types::{PyBytes, PyFloat, PyList, PyString, PyTuple},
};

use crate::convert::{with_bytes, wrong_type};

/// How many items and how many bytes a chunk has at most; a larger item is a chunk of its own.
const ROWS: usize = 1_024;
const BYTES: usize = 4 << 20;

/// A column made of an iterator, chunk by chunk.
pub(crate) struct Items {
    iterator: Py<PyAny>,
    are_bodies: bool,
    count: usize,
    has_ended: bool,
}

impl Items {
    /// Makes a column of str, buffers and None.
    pub(crate) fn bodies(iterator: Bound<'_, PyAny>) -> Self {
        Self { iterator: iterator.unbind(), are_bodies: true, count: 0, has_ended: false }
    }

    /// Makes a column of int and None.
    pub(crate) fn statuses(iterator: Bound<'_, PyAny>) -> Self {
        Self { iterator: iterator.unbind(), are_bodies: false, count: 0, has_ended: false }
    }

    pub(crate) fn field(&self) -> Field {
        let data_type = if self.are_bodies { DataType::LargeBinary } else { DataType::Int64 };
        Field::new("item", data_type, true)
    }

    fn chunk(&mut self, py: Python<'_>) -> PyResult<Option<ArrayRef>> {
        let mut column = Column::new(self.are_bodies);
        let iterator = self.iterator.bind(py).try_iter()?;
        let before = self.count;
        for item in iterator {
            column.push(&item?, self.count)?;
            self.count += 1;
            if self.count - before == ROWS || column.bytes() >= BYTES {
                return Ok(Some(column.finish()));
            }
        }
        self.has_ended = true;
        Ok((self.count > before).then(|| column.finish()))
    }
}

impl Iterator for Items {
    type Item = Result<ArrayRef, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.has_ended {
            return None;
        }
        let chunk = Python::try_attach(|py| {
            let chunk = self.chunk(py);
            chunk.map_err(|error| ArrowError::ComputeError(error.value(py).to_string()))
        });
        match chunk {
            Some(Ok(chunk)) => chunk.map(Ok),
            Some(Err(error)) => {
                self.has_ended = true;
                Some(Err(error))
            }
            None => Some(Err(ArrowError::ComputeError("Python has ended".to_owned()))),
        }
    }
}

/// A column in the making.
enum Column {
    Bodies(LargeBinaryBuilder, usize),
    Statuses(Int64Builder),
}

impl Column {
    fn new(are_bodies: bool) -> Self {
        if are_bodies {
            Self::Bodies(LargeBinaryBuilder::new(), 0)
        } else {
            Self::Statuses(Int64Builder::new())
        }
    }

    fn push(&mut self, item: &Bound<'_, PyAny>, at: usize) -> PyResult<()> {
        match self {
            Self::Bodies(column, _) if is_null(item) => column.append_null(),
            Self::Bodies(column, bytes) => {
                *bytes += with_bytes(item, &format!("bodies[{at}]"), |body| {
                    column.append_value(body);
                    body.len()
                })?;
            }
            Self::Statuses(column) if is_null(item) => column.append_null(),
            Self::Statuses(column) => match item.extract::<i64>() {
                Ok(status) => column.append_value(status),
                Err(_) => return Err(wrong_type(&format!("statuses[{at}]"), "int or None", item)),
            },
        }
        Ok(())
    }

    fn bytes(&self) -> usize {
        match self {
            Self::Bodies(_, bytes) => *bytes,
            Self::Statuses(_) => 0,
        }
    }

    fn finish(self) -> ArrayRef {
        match self {
            Self::Bodies(mut column, _) => Arc::new(column.finish()),
            Self::Statuses(mut column) => Arc::new(column.finish()),
        }
    }
}

/// Tells whether an item is missing: None, and what pandas and NumPy have in its place.
fn is_null(item: &Bound<'_, PyAny>) -> bool {
    item.is_none()
        || item.cast::<PyFloat>().is_ok_and(|number| number.extract::<f64>().is_ok_and(f64::is_nan))
        || item.get_type().qualname().is_ok_and(|name| name == "NAType")
}

/// Checks the items of a list or a tuple at once, so that a wrong one is told by whoever was given it.
pub(crate) fn checked(items: &Bound<'_, PyAny>, what: &str) -> PyResult<()> {
    if !items.is_instance_of::<PyList>() && !items.is_instance_of::<PyTuple>() {
        return Ok(());
    }
    for (at, item) in items.try_iter()?.enumerate() {
        let item = item?;
        let is_body = item.is_instance_of::<PyString>() || item.is_instance_of::<PyBytes>();
        if (is_body && what == "bodies") || is_null(&item) {
            continue;
        }
        if what == "bodies" {
            with_bytes(&item, &format!("bodies[{at}]"), |_| ())?;
        } else if item.extract::<i64>().is_err() {
            return Err(wrong_type(&format!("statuses[{at}]"), "int or None", &item));
        }
    }
    Ok(())
}
