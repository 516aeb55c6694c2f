//! A column of bodies, in any of Arrow's layouts.

#![expect(clippy::wildcard_enum_match_arm, reason = "Arrow has many types, of which few are bodies")]

use arrow_array::{
    Array, ArrayRef, BinaryArray, BinaryViewArray, FixedSizeBinaryArray, LargeBinaryArray, cast::AsArray,
};
use arrow_data::ByteView;
use arrow_schema::DataType;

use crate::numbers::{is_number, numbers};

/// A column has a type that is not read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WrongType {
    /// It is no column of bodies.
    #[error("bodies must be a column of binary or text, not {0}")]
    Bodies(String),
    /// It is a table of several columns.
    #[error("bodies must be one column, not a table of {0}: {1}")]
    Table(usize, String),
    /// It is no column of statuses.
    #[error("statuses must be a column of integers, not {0}")]
    Statuses(String),
}

/// Checks that columns of a type can be read as bodies.
///
/// # Errors
///
/// For everything but binary, text, dictionaries of these, null, and a table of one such column.
pub fn check_bodies(data_type: &DataType) -> Result<(), WrongType> {
    match data_type {
        DataType::Binary
        | DataType::LargeBinary
        | DataType::BinaryView
        | DataType::FixedSizeBinary(_)
        | DataType::Utf8
        | DataType::LargeUtf8
        | DataType::Utf8View
        | DataType::Null => Ok(()),
        DataType::Dictionary(_, values) => match check_bodies(values) {
            Ok(()) => Ok(()),
            Err(_) => Err(WrongType::Bodies(data_type.to_string())),
        },
        DataType::Struct(fields) => match fields.as_ref() {
            [field] if !matches!(field.data_type(), DataType::Struct(_)) => check_bodies(field.data_type()),
            fields => {
                let names: Vec<_> = fields.iter().map(|field| field.name().as_str()).collect();
                Err(WrongType::Table(fields.len(), names.join(", ")))
            }
        },
        _ => Err(WrongType::Bodies(data_type.to_string())),
    }
}

/// Checks that columns of a type can be read as HTTP statuses.
///
/// # Errors
///
/// For everything but integers, floats, which pandas makes of integers of which some are missing, and null.
pub fn check_statuses(data_type: &DataType) -> Result<(), WrongType> {
    match data_type {
        DataType::Struct(fields) if fields.len() == 1 => check_statuses(fields[0].data_type()),
        data_type if is_number(data_type) => Ok(()),
        data_type => Err(WrongType::Statuses(data_type.to_string())),
    }
}

/// Returns the column of a table that has one; anything else as it is.
pub(crate) fn column(array: &ArrayRef) -> ArrayRef {
    match array.as_struct_opt() {
        Some(table) if table.num_columns() == 1 => table.column(0).clone(),
        _ => array.clone(),
    }
}

/// A column of bodies.
pub(crate) struct Bodies {
    layout: Layout,
    is_text: bool,
}

enum Layout {
    Binary(BinaryArray),
    Large(LargeBinaryArray),
    View(BinaryViewArray),
    Fixed(FixedSizeBinaryArray),
    Dictionary { keys: Vec<Option<i64>>, values: Box<Bodies> },
    Null,
}

/// A body.
#[derive(Clone, Copy)]
pub(crate) enum Body<'b> {
    Bytes(&'b [u8]),
    Text(&'b str),
}

impl Bodies {
    /// Takes a column whose type was checked; one of another type has nulls only.
    pub(crate) fn of(array: &dyn Array) -> Self {
        // What says that it is UTF-8 comes from outside: it is taken as bytes first.
        let (layout, is_text) = match array.data_type() {
            DataType::Binary => (Layout::Binary(array.as_binary().clone()), false),
            DataType::LargeBinary => (Layout::Large(array.as_binary().clone()), false),
            DataType::BinaryView => (Layout::View(array.as_binary_view().clone()), false),
            DataType::FixedSizeBinary(_) => (Layout::Fixed(array.as_fixed_size_binary().clone()), false),
            DataType::Utf8 => (Layout::Binary(array.as_string::<i32>().clone().into()), true),
            DataType::LargeUtf8 => (Layout::Large(array.as_string::<i64>().clone().into()), true),
            DataType::Utf8View => (Layout::View(array.as_string_view().clone().to_binary_view()), true),
            DataType::Dictionary(..) => {
                let dictionary = array.as_any_dictionary();
                let keys = numbers(dictionary.keys()).unwrap_or_default();
                let values = Box::new(Self::of(dictionary.values().as_ref()));
                (Layout::Dictionary { keys, values }, false)
            }
            _ => (Layout::Null, false),
        };
        Self { layout, is_text }
    }

    /// Returns a body; `None` for a null.
    pub(crate) fn get(&self, at: usize) -> Option<Body<'_>> {
        let bytes = match &self.layout {
            Layout::Binary(array) => (!array.is_null(at)).then(|| array.value(at)),
            Layout::Large(array) => (!array.is_null(at)).then(|| array.value(at)),
            Layout::View(array) => (!array.is_null(at)).then(|| array.value(at)),
            Layout::Fixed(array) => (!array.is_null(at)).then(|| array.value(at)),
            Layout::Dictionary { keys, values } => {
                let key = usize::try_from((*keys.get(at)?)?).ok()?;
                return (key < values.len()).then(|| values.get(key)).flatten();
            }
            Layout::Null => None,
        }?;
        let text = if self.is_text { std::str::from_utf8(bytes).ok() } else { None };
        Some(text.map_or(Body::Bytes(bytes), Body::Text))
    }

    /// Returns how many bytes a body has.
    pub(crate) fn bytes(&self, at: usize) -> usize {
        match &self.layout {
            Layout::Binary(array) => usize::try_from(array.value_length(at)).unwrap_or_default(),
            Layout::Large(array) => usize::try_from(array.value_length(at)).unwrap_or_default(),
            Layout::View(array) => {
                array.views().get(at).map_or(0, |view| ByteView::from(*view).length as usize)
            }
            Layout::Fixed(array) => usize::try_from(array.value_length()).unwrap_or_default(),
            Layout::Dictionary { keys, values } => {
                let key = keys.get(at).copied().flatten().and_then(|key| usize::try_from(key).ok());
                key.filter(|key| *key < values.len()).map_or(0, |key| values.bytes(key))
            }
            Layout::Null => 0,
        }
    }

    fn len(&self) -> usize {
        match &self.layout {
            Layout::Binary(array) => array.len(),
            Layout::Large(array) => array.len(),
            Layout::View(array) => array.len(),
            Layout::Fixed(array) => array.len(),
            Layout::Dictionary { keys, .. } => keys.len(),
            Layout::Null => 0,
        }
    }
}
