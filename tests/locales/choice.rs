//! The choice of a locale.

use felkod_catalog::Locale;

#[test]
fn a_locale_is_chosen_by_tag() {
    for tag in [
        "sv",
        "SV",
        "sv-FI",
        "sv_SE",
        "sv_SE.UTF-8",
        "sv_SE.UTF-8@euro",
        "sv-Latn-SE",
        "sv-SE-u-nu-latn",
        " sv ",
    ] {
        assert_eq!(Locale::from_tag(tag), Locale::Sv, "{tag}");
    }
    for tag in [
        "en",
        "en-GB",
        "en_US.UTF-8",
        "de",
        "nb",
        "C",
        "C.UTF-8",
        "POSIX",
        "",
        "svenska",
        "und",
        "*",
        "s v",
        "😀",
        "\0",
    ] {
        assert_eq!(Locale::from_tag(tag), Locale::En, "{tag}");
    }
    assert_eq!(Locale::from_tags(["nb-NO", "sv", "en"]), Locale::Sv);
    assert_eq!(Locale::from_tags(["nb-NO", "en", "sv"]), Locale::En);
    assert_eq!(Locale::from_tags([]), Locale::En);
}

#[test]
fn a_locale_is_chosen_by_accept_language() {
    for header in [
        "sv",
        "sv-SE,sv;q=0.9,en;q=0.8",
        "de, sv;q=0.5",
        "en;q=0.1, sv;q=0.2",
        "nb;q=1, sv ; q=0.3, en;q=0.2",
    ] {
        assert_eq!(Locale::from_accept_language(header), Locale::Sv, "{header}");
    }
    for header in ["", "*", "en, sv", "sv;q=0", "sv;q=0.0, de", "sv;q=x", ",,;q=1", "en-GB;q=0.9,sv;q=0.8"] {
        assert_eq!(Locale::from_accept_language(header), Locale::En, "{header}");
    }
}

#[test]
fn a_locale_is_chosen_by_the_first_variable_that_says_something() {
    let chosen = |variables: &[(&str, &str)]| {
        Locale::from_variables(|name| {
            variables.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned())
        })
    };
    assert_eq!(chosen(&[]), Locale::En);
    assert_eq!(chosen(&[("LANG", "sv_SE.UTF-8")]), Locale::Sv);
    assert_eq!(chosen(&[("LANG", "en_US.UTF-8"), ("LC_MESSAGES", "sv_FI")]), Locale::Sv);
    assert_eq!(chosen(&[("LANG", "sv_SE"), ("LC_ALL", "C")]), Locale::En);
    assert_eq!(chosen(&[("LANG", "sv_SE"), ("LC_ALL", ""), ("LC_MESSAGES", "")]), Locale::Sv);
    assert_eq!(chosen(&[("LANG", "en_US.UTF-8"), ("LANGUAGE", "sv:en")]), Locale::Sv);
    assert_eq!(chosen(&[("LANG", "en_US.UTF-8"), ("LANGUAGE", "nb:sv")]), Locale::Sv);
    assert_eq!(chosen(&[("LANG", "sv_SE.UTF-8"), ("LANGUAGE", "nb:de")]), Locale::Sv);
    assert_eq!(chosen(&[("LANG", "sv_SE.UTF-8"), ("LANGUAGE", "")]), Locale::Sv);
    for c in ["C", "POSIX", "C.UTF-8"] {
        assert_eq!(chosen(&[("LANG", c), ("LANGUAGE", "sv")]), Locale::En, "{c} is not a language");
    }
    assert_eq!(chosen(&[("LANGUAGE", "sv")]), Locale::En, "without a locale it is C");
}

#[test]
fn a_mistyped_tag_tells_the_language_meant_and_a_foreign_one_none() {
    for tag in ["se", "SE", "swe", "svenska", "se_SE.UTF-8"] {
        assert_eq!(Locale::nearest(tag), Some(Locale::Sv), "{tag}");
        assert!(tag.parse::<Locale>().is_err(), "{tag}");
    }
    for tag in ["de", "nb", "", "fi-SE"] {
        assert_eq!(Locale::nearest(tag), None, "{tag}");
    }
    assert_eq!("sv-FI".parse(), Ok(Locale::Sv));
    assert_eq!(
        "de".parse::<Locale>().map_err(|error| error.to_string()),
        Err("no texts in the language `de`".to_owned())
    );
    assert_eq!(Locale::Sv.to_string(), "sv");
}
