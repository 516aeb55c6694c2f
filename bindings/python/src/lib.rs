//! felkod for Python.
