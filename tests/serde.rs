//! Values of the catalog in serde's formats.

use felkod_catalog::{
    Advice, Api, Applied, Basis, Case, Category, Code, EscalateTo, ExemptFromQuota, Grade, Level, Locale,
    Outcome, Part, Remark, Resets, Retry, Scope, Standing, StatusClass, Unit, Value, WaitAtLeast,
};
use serde::{Serialize, de::DeserializeOwned};

/// Writes a value, reads it again, and returns what was written.
fn there_and_back<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(value: &T) -> String {
    let json = serde_json::to_string(value).expect("it can be written");
    assert_eq!(&serde_json::from_str::<T>(&json).expect(&json), value);
    json
}

macro_rules! assert_words {
    ($($type:ident)*) => { $(
        for value in $type::ALL {
            assert_eq!(there_and_back(value), format!("\"{value}\""));
        }
        let wrong = serde_json::from_str::<$type>("\"no_such_word\"");
        assert!(wrong.is_err_and(|error| error.to_string().contains("`no_such_word`")));
    )* };
}

#[test]
fn every_word_is_its_text() {
    assert_words! {
        Api Level Standing Category Advice Applied Retry EscalateTo Basis ExemptFromQuota Grade Unit Scope Resets
        Outcome Remark Locale WaitAtLeast
    }
    for class in StatusClass::ALL {
        assert_eq!(there_and_back(class), format!("\"{}\"", class.name()));
    }
    for part in Part::ALL {
        there_and_back(part);
    }
}

#[test]
fn a_code_is_its_number_and_is_read_from_its_name_too() {
    for code in Code::ALL {
        assert_eq!(there_and_back(code), code.as_u32().to_string());
        let name = format!("\"{}\"", code.name());
        assert_eq!(serde_json::from_str::<Code>(&name).ok(), Some(*code), "{name}");
    }
    for wrong in ["9999", "-606", "\"9999\"", "4294967902", "606.5", "null"] {
        assert!(serde_json::from_str::<Code>(wrong).is_err(), "{wrong}");
    }
    for case in Case::ALL {
        assert_eq!(there_and_back(case), format!("\"{}:{}\"", case.code().as_u32(), case.name()));
    }
}

#[test]
fn a_config_with_codes_and_advice_reads_as_one_writes_it() {
    #[derive(serde::Deserialize)]
    struct Config {
        skip: Vec<Code>,
        give_up: Advice,
    }
    let config: Config =
        serde_json::from_str(r#"{"skip":[1004,"rest_lead_not_in_list"],"give_up":"fix_setup"}"#)
            .expect("a config");
    assert_eq!(config.skip, [Code::RestLeadNotFound, Code::RestLeadNotInList]);
    assert_eq!(config.give_up, Advice::FixSetup);
}

#[test]
fn limits_replacements_and_values_are_written_in_the_words_of_the_catalog() {
    let limit = serde_json::to_value(Code::RestRateLimitExceeded.limits()[0]).expect("JSON");
    let expected = r#"{"what":"calls","figure":100,"unit":null,"per_seconds":20,"scope":"instance","resets":null,"recommended":50}"#;
    assert_eq!(limit, serde_json::from_str::<serde_json::Value>(expected).expect("JSON"));
    let new = serde_json::to_string(&Code::SoapRequestExpired.replaced_by()[0]).expect("JSON");
    assert_eq!(new, r#"{"code":602,"grade":"closest"}"#);
    assert_eq!(there_and_back(&Value::Number(20)), "20");
    assert_eq!(there_and_back(&Value::from("x")), "\"x\"");
    let told = serde_json::to_string(&Case::RestObjectAbsent.told_by()).expect("JSON");
    assert_eq!(told, r#"{"level":"record"}"#);
}
