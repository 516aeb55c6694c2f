//! What a pickle holds of a report, and the way back: felkod's own form in serde, as JSON.
//!
//! A later felkod may add parts, and an earlier one reads what it knows of them: a code that it does not have becomes an
//! unknown number.

use pyo3::{PyTypeInfo, exceptions::PyValueError, prelude::*};
use serde::{Serialize, de::DeserializeOwned};

/// What `__reduce__` returns: a function and its argument.
pub(crate) type Reduced<'py> = (Bound<'py, PyAny>, (String,));

/// Says how an object of a class is made again: by its `from_state`.
pub(crate) fn reduced<'py, T: PyTypeInfo>(py: Python<'py>, of: &impl Serialize) -> PyResult<Reduced<'py>> {
    let state = serde_json::to_string(of).map_err(|error| PyValueError::new_err(error.to_string()))?;
    Ok((py.get_type::<T>().getattr("from_state")?, (state,)))
}

/// Reads a state.
pub(crate) fn restored<T: DeserializeOwned>(state: &str) -> PyResult<T> {
    // The message of serde could repeat what the state holds.
    serde_json::from_str(state).map_err(|error| {
        PyValueError::new_err(format!("not a state of felkod: error in column {}", error.column()))
    })
}
