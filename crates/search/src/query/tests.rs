//! How a query is understood, first by example, then for any text.

use super::*;
use crate::test_fold::Unicode;
use proptest::prelude::*;

/// What was understood, in short: `~` before what is still typed, quotation marks around phrases, `-` before what is
/// excluded.
fn told(input: &str) -> String {
    let query = Query::parse(input, "Sprecher über Quelle Thema vor nach", &Unicode);
    let term = |term: &Term| match term.mode {
        Mode::Beginning => format!("~{}", term.words),
        Mode::Word => term.words.clone(),
        Mode::Phrase => format!("“{}”", term.words),
    };
    let excluded = |is_excluded: bool| if is_excluded { "-" } else { "" };
    let fields = query.fields.iter();
    let fields = fields.map(|it| format!("{}{:?}:{}", excluded(it.is_excluded), it.field, term(&it.term)));
    let mut all: Vec<String> = query.required.iter().map(term).collect();
    all.extend(query.excluded.iter().map(|it| format!("-{}", term(it))));
    all.extend(fields);
    let day = |sec: i64| sec / 86_400;
    all.extend(query.span.from_sec.map(|sec| format!("from {}", day(sec))));
    all.extend(query.span.to_sec.map(|sec| format!("to {}", day(sec))));
    all.join(" ")
}

#[test]
fn a_query_is_understood_as_it_is_meant() {
    let cases = [
        ("Kim", "~kim"),
        ("Kim ", "kim"),
        ("kim JONG", "kim ~jong"),
        ("jong-un x", "jong un ~x"),
        ("\"dear comrade\"", "“dear comrade”"),
        ("“Dear Comrade” „a b“ «c d» 「e」", "“dear comrade” “a b” “c d” “e”"),
        ("-putin kim", "~kim -putin"),
        ("-\"and putin\"", "-“and putin”"),
        ("speaker:kim blood", "~blood Speaker:~kim"),
        ("SPEAKER:\"Kim Jong\" via:kcna source:x theme:y", "Speaker:“kim jong” Via:~kcna Source:~x Theme:~y"),
        ("-speaker:kim a", "~a -Speaker:~kim"),
        ("Sprecher:kim Quelle:x", "Speaker:~kim Source:~x"),
        ("Über:kcna uber:x", "Via:~kcna Via:~x"),
        ("before:2024 after:2023-06", "from 19509 to 19723"),
        ("before:2024 before:2023 after:2020", "from 18262 to 19358"),
        ("-before:2024", "from 19723"),
        ("nach:2024-01-01", "from 19723"),
        ("speaker: kim", "Speaker:~kim"),
        ("speaker: kim blood", "~blood Speaker:~kim"),
        ("-Sprecher: \"kim jong\" blood", "~blood -Speaker:“kim jong”"),
        ("before: 2024 a", "~a to 19723"),
        ("\"צה\"ל היום\" x", "“צה ל היום” ~x"),
        ("\"צהל\" \"ל\"", "“צהל” “ל”"),
    ];
    for (input, expected) in cases {
        assert_eq!(told(input), expected, "{input}");
    }
}

#[test]
fn what_is_no_field_no_date_or_not_closed_is_text() {
    let cases = [
        ("planet:mars x", "planet mars ~x"),
        ("before:soon x", "before soon ~x"),
        ("after:2024-13 x", "after 2024 13 ~x"),
        ("speaker:  kim", "speaker ~kim"),
        ("speaker: ", "speaker"),
        ("unknown: kim", "unknown ~kim"),
        ("speaker:… kim", "speaker ~kim"),
        ("speaker:\"kim", "Speaker:~kim"),
        ("speaker", "~speaker"),
        ("https://kcna.kp x", "https kcna kp ~x"),
        ("\"kim jong", "kim ~jong"),
        ("kim \"", "kim"),
        ("- kim", "~kim"),
        ("--kim", "-kim"),
        ("\"\" kim -\"\"", "kim"),
        (": :: kim", "~kim"),
    ];
    for (input, expected) in cases {
        assert_eq!(told(input), expected, "{input}");
    }
}

#[test]
fn a_query_without_a_word_is_empty() {
    for input in ["", "   ", "\"", "-", "…", "\"\"", "-- \"…\" ?!", "\u{200B}\u{FEFF}\u{AD}", "-:-:", "\u{301}"] {
        assert!(Query::parse(input, "", &Unicode).is_empty(), "{input}");
    }
}

#[test]
fn a_very_long_query_is_cut() {
    let long = "kim ".repeat(2_500);
    assert_eq!(told(&long), "kim");
    let many: String = (0..5_000).map(|n| format!("w{n} ")).collect();
    assert_eq!(Query::parse(&many, "", &Unicode).len(), MAX_TERMS);
    assert_eq!(told(&"x".repeat(10_000)).len(), 1 + MAX_UNITS);
    assert!(Query::parse(&"-\"".repeat(5_000), "", &Unicode).len() <= MAX_TERMS);
}

proptest! {
    #[test]
    fn any_input_is_understood(
        input in prop_oneof!["[a-c \"“”«:\\-.]{0,40}", "(-?(speaker|before|after|via|x):[\"a1-9 -]{0,8} ?){0,6}", any::<String>()],
    ) {
        let query = Query::parse(&input, "", &Unicode);
        prop_assert!(query.len() <= MAX_TERMS);
        prop_assert!(query.required.iter().chain(&query.excluded).all(|term| !term.words.is_empty()));
    }
}
