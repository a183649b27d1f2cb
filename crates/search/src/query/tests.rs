//! What a query finds and marks, first by example, then for any text.

use super::*;
use crate::test_fold::Unicode;
use proptest::prelude::*;

fn marked(input: &str, text: &str) -> Vec<String> {
    let ranges = Query::parse(input, &Unicode).ranges(&Folded::new(text, &Unicode));
    ranges.into_iter().map(|range| text[range].to_owned()).collect()
}

fn finds(input: &str, text: &str) -> bool {
    Query::parse(input, &Unicode).matches(&[&Folded::new(text, &Unicode)])
}

#[test]
fn a_query_finds_what_a_reader_means() {
    let cases = [
        ("kim", "Kim Jong-un", true),
        ("KIM JONG", "Kim Jong-un", true),
        ("jong-un", "Kim Jong Un", true),
        ("on", "Jong-un", false),
        ("ru put", "Putin leaves Russia", true),
        ("ru mos", "Putin leaves Russia", false),
        ("russia's", "Russia’s guest", true),
        ("munchen", "München", true),
        ("MÜNCHEN", "munchen", true),
        ("strasse", "Straße", true),
        ("lodz", "Łódź", true),
        ("\"dear comrade\"", "my dear, comrade!", true),
        ("\"dear comrade\"", "dear comrades", false),
        ("\"comrade dear\"", "dear comrade", false),
        ("“dear comrade”", "Dear Comrade", true),
        ("-putin", "Kim", true),
        ("kim -putin", "Kim and Putin", false),
        ("kim -\"and putin\"", "Kim and Putin", false),
        ("kim -\"putin and\"", "Kim and Putin", true),
    ];
    for (input, text, expected) in cases {
        assert_eq!(finds(input, text), expected, "{input} in {text}");
    }
}

#[test]
fn scripts_without_spaces_are_found_anywhere() {
    let cases = [
        ("푸틴", "러시아푸틴은", true),
        ("틴", "푸틴은", true),
        ("金正恩", "朝鲜领导人金正恩访问", true),
        ("访问", "朝鲜领导人金正恩访问", true),
        ("ロシア", "北朝鮮とロシアの", true),
        ("รัสเซีย", "ประธานาธิบดีรัสเซียเยือน", true),
        ("2024", "于2024年", true),
        ("24", "于2024年", false),
        ("\"正恩\"", "金正恩访问", true),
    ];
    for (input, text, expected) in cases {
        assert_eq!(finds(input, text), expected, "{input} in {text}");
    }
}

#[test]
fn operators_that_stand_alone_are_text() {
    for input in ["\"kim", "kim \"", "kim -", "- kim", "\"\" kim", "-\"\" kim", "kim --", "“kim"] {
        assert!(finds(input, "Kim Jong-un"), "{input}");
        assert!(!Query::parse(input, &Unicode).is_empty(), "{input}");
    }
}

#[test]
fn a_query_without_a_word_is_empty_and_matches_everything() {
    for input in ["", "   ", "\"", "-", "…", "\"\"", "-- \"…\" ?!"] {
        let query = Query::parse(input, &Unicode);
        assert!(query.is_empty(), "{input}");
        assert!(query.matches(&[]), "{input}");
    }
}

#[test]
fn each_term_may_stand_in_another_field() {
    let fields = [Folded::new("Putin in Pyongyang", &Unicode), Folded::new("June 2024", &Unicode)];
    let fields: Vec<_> = fields.iter().collect();
    assert!(Query::parse("june putin", &Unicode).matches(&fields));
    assert!(!Query::parse("june putin -2024", &Unicode).matches(&fields));
}

#[test]
fn every_match_is_marked_as_it_stands_in_the_text() {
    let cases: [(&str, &str, &[&str]); 10] = [
        ("kim", "Kim and KIM, akim", &["Kim", "KIM"]),
        ("e", "é e\u{301} ecole", &["é", "e\u{301}", "e"]),
        ("kim kimchi", "kimchi", &["kimchi"]),
        ("\"jong un\"", "Kim Jong-un’s", &["Jong-un"]),
        ("jong un", "Kim Jong-un’s", &["Jong", "un"]),
        ("-kim jong", "Kim Jong", &["Jong"]),
        ("strasse", "die Straße.", &["Straße"]),
        ("푸틴", "러시아 푸틴은", &["푸틴"]),
        ("क", "कि का", &["कि", "का"]),
        ("ああ", "あああ", &["あああ"]),
    ];
    for (input, text, expected) in cases {
        assert_eq!(marked(input, text), expected, "{input} in {text}");
    }
}

#[test]
fn a_very_long_query_is_cut() {
    let long = "kim ".repeat(2_500);
    assert_eq!(Query::parse(&long, &Unicode), Query::parse("kim", &Unicode));
    let many: String = (0..5_000).map(|n| format!("w{n} ")).collect();
    assert_eq!(Query::parse(&many, &Unicode).required.len(), MAX_TERMS);
    let words = Query::parse(&"x".repeat(10_000), &Unicode);
    assert!(words.matches(&[&Folded::new(&"x".repeat(MAX_CHARS), &Unicode)]));
}

/// Text of letters, marks, scripts, separators and operators, close enough together to meet.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-cA-CéßﬁÅ ½\u{301}\u{AD}’\"“”\\-.,한국ㅏ金がか\u{3099}किรัº😀\u{1F3FD}\u{200D}]{0,30}",
        "\\PC{0,30}",
        any::<String>(),
    ]
}

proptest! {
    #[test]
    fn marks_lie_on_character_boundaries_in_order_and_apart(input in any_text(), text in any_text()) {
        let ranges = Query::parse(&input, &Unicode).ranges(&Folded::new(&text, &Unicode));
        let mut end = 0;
        for (at, range) in ranges.iter().enumerate() {
            prop_assert!(range.start < range.end && (at == 0 || end < range.start));
            prop_assert!(text.get(range.clone()).is_some(), "{:?} in {:?}", range, text);
            end = range.end;
        }
        prop_assert!(end <= text.len());
    }

    #[test]
    fn what_matches_is_marked_and_what_is_marked_matches(input in any_text(), text in any_text()) {
        let mut query = Query::parse(&input, &Unicode);
        query.excluded.clear();
        let folded = Folded::new(&text, &Unicode);
        let all_marked = query.required.iter().all(|term| {
            let alone = Query { required: vec![term.clone()], excluded: Vec::new() };
            !alone.ranges(&folded).is_empty()
        });
        prop_assert_eq!(query.matches(&[&folded]), all_marked);
    }

    #[test]
    fn a_text_is_found_by_each_of_its_words(text in any_text()) {
        let folded = Folded::new(&text, &Unicode);
        for word in text.split_whitespace().filter(|word| !word.contains('-') && word.len() < 1_000) {
            prop_assert!(Query::parse(word, &Unicode).matches(&[&folded]), "{} in {}", word, text);
        }
    }

    #[test]
    fn marked_stretches_fold_to_what_was_asked(word in "[a-c]{1,3}", text in "[a-cA-C ,é\u{301}]{0,30}") {
        for stretch in marked(&word, &text) {
            let folded = Folded::new(&stretch, &Unicode);
            prop_assert!(folded.text().starts_with(&word), "{} for {}", stretch, word);
        }
    }

    #[test]
    fn any_input_is_understood(input in any_text()) {
        let query = Query::parse(&input, &Unicode);
        prop_assert!(query.required.len() + query.excluded.len() <= MAX_TERMS);
    }
}
