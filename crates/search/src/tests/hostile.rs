//! Texts and queries at the edges, and indexes that nobody wrote.

use proptest::prelude::*;

use super::*;
use crate::testing::story;

#[test]
fn quotes_at_the_edges_are_found() {
    let long = format!("{}needle{}", "hay ".repeat(2_500), " hay".repeat(2_500));
    let word = "x".repeat(20_000);
    let quotes = [
        "a",
        &long,
        &word,
        "?!…",
        "😀🏽 e\u{301}\u{301}\u{301}",
        "שלום עולם",
        "السَّلام ـ عليكم",
        "<b>&amp;</b>",
        "",
        "कि",
    ];
    let bundle = indexed(&story(&quotes));
    let cases: &[(&str, &[u32])] = &[
        ("a ", &[0]),
        ("needle ", &[1]),
        (&word, &[2]),
        (&word[..900], &[2]),
        (&word[..90], &[2]),
        ("😀🏽", &[4]),
        ("é ", &[4]),
        ("שלום", &[5]),
        ("שָׁלוֹם", &[5]),
        ("السلام", &[6]),
        ("عليكم السلام", &[6]),
        ("\"<b>\"", &[7]),
        ("amp", &[7]),
        ("कि", &[9]),
        ("का", &[]),
    ];
    for (input, expected) in cases {
        assert_eq!(found(&bundle, input), *expected, "{}", &input[..input.len().min(20)]);
    }
}

#[test]
fn queries_at_the_edges_end() {
    let bundle = indexed(&story(&["one two three", "\u{200B}", "-"]));
    for input in [
        "\"".repeat(10_000),
        "-".repeat(10_000),
        "\u{200B}".repeat(10_000),
        "speaker:".repeat(1_250),
        "x ".repeat(5_000),
    ] {
        assert!(search(&bundle, &input).quote_count() <= 3, "{}", &input[..8]);
    }
}

#[test]
fn a_story_without_anything_has_no_matches() {
    let mut nothing = story(&[]);
    nothing.events.clear();
    for bundle in [indexed(&nothing), plain(&nothing)] {
        for input in ["", "a", "\"a b\"", "-a", "speaker:a", "before:2024"] {
            let results = search(&bundle, input);
            assert_eq!((results.quote_count(), results.event_count()), (0, 0), "{input}");
        }
    }
}

proptest! {
    #[test]
    fn no_bytes_of_an_index_make_it_panic(
        changes in prop::collection::vec((0..4_usize, any::<prop::sample::Index>(), any::<u8>()), 1..12),
        input in prop_oneof!["[a-z]{1,9} ?", "\"[a-z]{1,4} [a-z]{1,4}\"", "[金正푸틴]{1,3}"],
    ) {
        let quotes = ["friends of the friend", "visit visited visits", "金正恩 푸틴", "the one the two the three", "friendship"];
        let bundle = forged(&story(&quotes), |index| {
            for (part, at, byte) in changes {
                let bytes = [&mut index.terms, &mut index.lists];
                let columns = [&mut index.blocks, &mut index.starts];
                match part {
                    0 | 1 => {
                        let bytes = bytes.into_iter().nth(part).filter(|bytes| !bytes.is_empty());
                        if let Some(bytes) = bytes {
                            let at = at.index(bytes.len());
                            bytes[at] = byte;
                        }
                    }
                    _ => {
                        let column = columns.into_iter().nth(part - 2).filter(|column| !column.is_empty());
                        if let Some(column) = column {
                            let at = at.index(column.len());
                            column[at] = u32::from(byte) << (byte % 25);
                        }
                    }
                }
            }
        });
        let results = search(&bundle, &input);
        prop_assert!(results.sorted(&bundle, Sort::Relevance).len() <= quotes.len());
    }
}
