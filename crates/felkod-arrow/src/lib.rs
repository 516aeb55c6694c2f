//! Reads many responses of the Marketo APIs at once: columns of bodies in, columns of what they say out, in Arrow's form.
//!
//! [`Many`] reads bodies as [`felkod_wire::read`] does, on several threads, chunk by chunk and in order, a row a body or a
//! row a finding. [`catalog`] is the catalog as columns, [`answers`] has the responses in files, and [`Resend`] says which
//! records go out again. No body is an error; a null body gives a row of nulls.
//!
//! # Examples
//!
//! ```
//! use std::sync::Arc;
//! use arrow_array::{StringArray, cast::AsArray};
//! use felkod_arrow::{Chunk, Many};
//!
//! let bodies = StringArray::from(vec![Some(r#"{"success":false,"errors":[{"code":"606"}]}"#), None]);
//! let chunk = Chunk { bodies: Arc::new(bodies), statuses: None };
//! let batch = Many::new().read([Ok(chunk)]).next().expect("a batch")?;
//! assert_eq!(batch["advice"].as_string::<i32>().iter().collect::<Vec<_>>(), [Some("wait_for_rate_window"), None]);
//! # Ok::<(), arrow_schema::ArrowError>(())
//! ```

#![forbid(unsafe_code)]

mod answers;
mod bodies;
mod catalog;
mod many;
mod numbers;
mod resend;
mod rows;

pub use answers::{Answers, answers};
pub use bodies::{WrongType, check_bodies, check_statuses};
pub use catalog::{catalog, catalog_columns};
pub use many::{Chunk, Many, ReadMany};
pub use resend::{Resend, ResendError};
