//! Columns of whole numbers, in any of Arrow's types.

use arrow_array::{Array, cast::AsArray, types};
use arrow_schema::DataType;

/// Tells whether a type holds numbers that may be whole.
pub(crate) fn is_number(data_type: &DataType) -> bool {
    data_type.is_integer() || matches!(data_type, DataType::Float32 | DataType::Float64 | DataType::Null)
}

/// Returns the whole numbers of a column; a fraction and what does not fit are none. `None` for another type.
pub(crate) fn numbers(array: &dyn Array) -> Option<Vec<Option<i64>>> {
    macro_rules! of {
        ($($data_type:ident $type:ident),*) => {
            match array.data_type() {
                $(DataType::$data_type => {
                    let numbers = array.as_primitive::<types::$type>().iter();
                    numbers.map(|number| number.and_then(|number| i64::try_from(number).ok())).collect()
                })*
                DataType::Float32 => {
                    let numbers = array.as_primitive::<types::Float32Type>().iter();
                    numbers.map(|number| whole(f64::from(number?))).collect()
                }
                DataType::Float64 => {
                    let numbers = array.as_primitive::<types::Float64Type>().iter();
                    numbers.map(|number| whole(number?)).collect()
                }
                DataType::Null => vec![None; array.len()],
                _ => return None,
            }
        };
    }
    Some(of!(
        Int8 Int8Type, Int16 Int16Type, Int32 Int32Type, Int64 Int64Type, UInt8 UInt8Type, UInt16 UInt16Type,
        UInt32 UInt32Type, UInt64 UInt64Type
    ))
}

/// Returns a float as a whole number: pandas keeps numbers of which some are missing as floats.
fn whole(number: f64) -> Option<i64> {
    /// From here on floats leave out whole numbers.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    #[expect(clippy::cast_possible_truncation, reason = "it is whole and small enough")]
    (number.fract() == 0.0 && number.abs() < EXACT).then_some(number as i64)
}
