//! The names that the enums have in C.
//!
//! The header defines each as an enum of its own (see `tests/header/enums.rs`); here they are numbers, since a number
//! that is no value of an enum must not become one in Rust.

#![allow(non_camel_case_types, reason = "the names are those of the header")]

macro_rules! types {
    ($($name:ident)*) => {
        $(#[doc = concat!("`", stringify!($name), "` of the header.")] pub type $name = u32;)*
    };
}

types! {
    felkod_code_t felkod_case_t felkod_part_t felkod_api_t felkod_level_t felkod_standing_t felkod_category_t
    felkod_advice_t felkod_applied_t felkod_retry_t felkod_escalate_to_t felkod_basis_t felkod_exempt_from_quota_t
    felkod_grade_t felkod_unit_t felkod_scope_t felkod_resets_t felkod_wait_at_least_t felkod_outcome_t felkod_remark_t
    felkod_status_class_t felkod_wrapping_t felkod_idempotency_t felkod_action_t felkod_reason_t felkod_kind_t
}
