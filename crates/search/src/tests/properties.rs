//! What holds for any quotes and any query.

use proptest::prelude::*;

use super::*;
use crate::compounds::{closed, each_compound};
use crate::testing::story;
use crate::tokens::tokens;
use crate::{Facet, Folded, Group};
use story::sec_from_day;

/// Quotes of few words, so that they meet; of words whose stems are themselves, and of scripts without spaces.
fn any_quotes() -> impl Strategy<Value = Vec<String>> {
    let word = prop_oneof![6 => "[abc]{1,3}", 1 => "[éßﬁ½]{1,2}", 1 => "[金正恩访]{1,5}", 1 => "[한국ㅏ\u{11AB}か\u{3099}กิ]{1,5}"];
    let text = prop::collection::vec((word, "[ ,’-]{1,2}"), 0..8);
    let text = text.prop_map(|words| words.into_iter().flat_map(|(word, gap)| [word, gap]).collect::<String>());
    prop::collection::vec(text, 1..24)
}

fn bundles(quotes: &[String]) -> (Bundle, Bundle) {
    let story = story(&quotes.iter().map(String::as_str).collect::<Vec<_>>());
    (indexed(&story), plain(&story))
}

fn folded(text: &str) -> String {
    Folded::new(text, &Unicode).text().trim_end().to_owned()
}

proptest! {
    // Each case compiles a story or two.
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_phrase_of_words_finds_exactly_what_a_plain_look_at_the_words_finds(
        quotes in any_quotes(), phrase in prop::collection::vec("[abc]{1,2}", 1..4),
    ) {
        let (bundle, plain) = bundles(&quotes);
        let holds = |text: &String| {
            let text = folded(text);
            let words: Vec<&str> = tokens(&text).map(|token| token.text).collect();
            // Words that only a change of script parts are no neighbours for a phrase with a space in it.
            text.split(' ').collect::<Vec<_>>().windows(phrase.len()).any(|window| window == phrase)
                || (phrase.len() == 1 && words.contains(&phrase[0].as_str()))
        };
        let expected: Vec<u32> = (0..).zip(&quotes).filter(|(_, text)| holds(text)).map(|(at, _)| at).collect();
        let input = format!("\"{}\"", phrase.join(" "));
        prop_assert_eq!(&found_in_order(&bundle, &input), &expected, "{}", input);
        prop_assert_eq!(&found_in_order(&plain, &input), &expected, "{} without an index", input);
    }

    #[test]
    fn any_phrase_finds_the_same_with_an_index_and_without(quotes in any_quotes(), from in any::<prop::sample::Index>(), at in any::<prop::sample::Index>(), len in 1..12_usize) {
        let (bundle, plain) = bundles(&quotes);
        let text: Vec<char> = from.get(&quotes).chars().collect();
        let start = if text.is_empty() { 0 } else { at.index(text.len()) };
        let stretch: String = text.iter().skip(start).take(len).collect();
        let input = format!("\"{stretch}\"");
        prop_assert_eq!(found_in_order(&bundle, &input), found_in_order(&plain, &input), "{}", input);
    }

    #[test]
    fn every_word_of_every_quote_finds_its_quote(quotes in any_quotes()) {
        let (bundle, _) = bundles(&quotes);
        for (at, quote) in (0..).zip(&quotes) {
            for word in quote.split([' ', ',', '-', '’']).filter(|word| !folded(word).is_empty()) {
                prop_assert!(found(&bundle, word).contains(&at), "{} in {}", word, quote);
                prop_assert!(found(&bundle, &format!("{word} ")).contains(&at), "{} in {}", word, quote);
                prop_assert!(found(&bundle, &format!("\"{word}\"")).contains(&at), "{} in {}", word, quote);
            }
        }
    }

    #[test]
    fn a_word_in_the_making_finds_what_begins_with_it(quotes in any_quotes(), word in prop_oneof!["[abc]{1,3}", "[金正恩한か]{1,3}"]) {
        let (bundle, plain) = bundles(&quotes);
        prop_assert_eq!(found_in_order(&bundle, &word), found_in_order(&plain, &word));
    }

    #[test]
    fn what_is_excluded_is_gone_and_nothing_else(quotes in any_quotes(), a in "[abc]{1,2}", b in "[abc]{1,2}") {
        let (bundle, _) = bundles(&quotes);
        let mut excluded = found(&bundle, &format!("\"{b}\""));
        // However it is written.
        for (at, text) in (0..).zip(&quotes) {
            each_compound(text, &mut |range| excluded.extend((closed(&text[range], &Unicode) == b).then_some(at)));
        }
        let expected: Vec<u32> = found(&bundle, &a).into_iter().filter(|at| !excluded.contains(at)).collect();
        prop_assert_eq!(found_in_order(&bundle, &format!("-{b} {a}")), { let mut all = expected; all.sort_unstable(); all });
    }

    #[test]
    fn a_value_of_a_facet_shows_as_many_quotes_as_it_says(
        quotes in any_quotes(), input in prop_oneof!["", "[abc]{1,2}", "speaker:ada [ab]", "-[abc]"],
        ticked in prop::collection::vec((0..6_usize, 0..3_u32), 0..4),
    ) {
        let (bundle, _) = bundles(&quotes);
        let mut ticks = Ticks::default();
        ticked.iter().for_each(|(facet, value)| ticks[*facet].push(*value));
        let results = search_with(&bundle, &input, &ticks, &Everything);
        for facet in Facet::ALL {
            for (value, count) in results.counts(facet).iter().enumerate() {
                let mut alone = ticks.clone();
                alone[facet as usize] = vec![value as u32];
                let shown = search_with(&bundle, &input, &alone, &Everything);
                prop_assert_eq!(shown.quote_count(), *count as usize, "{:?} {}", facet, value);
            }
        }
    }

    #[test]
    fn a_stretch_of_time_holds_the_quotes_that_stand_in_it_and_counts_no_others(
        quotes in any_quotes(), input in prop_oneof!["", "[abc]{1,2}"], value in 0..2_u32, from in 18_800..20_600_i64, days in 0..1_500_i64,
    ) {
        let (bundle, _) = bundles(&quotes);
        let span = Span { from_sec: Some(sec_from_day(from)), to_sec: Some(sec_from_day(from + days)) };
        let mut ticks = Ticks::default();
        ticks[Facet::Speaker as usize] = vec![value];
        let (all, within) = (search_with(&bundle, &input, &ticks, &Everything), search_within(&bundle, &input, &ticks, span));
        let stands = |ix: &QuoteIx| {
            let said = bundle.quote(*ix).said().and_then(|when| when.order_sec());
            said.is_some_and(|sec| (sec_from_day(from)..sec_from_day(from + days)).contains(&sec))
        };
        let expected: Vec<QuoteIx> = all.sorted(&bundle, Sort::Oldest).into_iter().filter(stands).collect();
        prop_assert_eq!(within.sorted(&bundle, Sort::Oldest), expected.clone());
        prop_assert_eq!(crate::count_within(&bundle, Some(&all), span), expected.len());
        prop_assert_eq!(within.counts(Facet::Speaker)[value as usize] as usize, expected.len());
        prop_assert_eq!(within.event_count(), all.event_count(), "events need not stand there");
    }

    #[test]
    fn every_order_and_every_group_holds_every_match_once(quotes in any_quotes(), input in "[abc]{0,2}") {
        let (bundle, _) = bundles(&quotes);
        let results = search(&bundle, &input);
        let all: Vec<QuoteIx> = bundle.quotes().filter(|ix| results.quote(*ix)).collect();
        prop_assert_eq!(all.len(), results.quote_count());
        for sort in [Sort::Relevance, Sort::Oldest, Sort::Newest] {
            let mut sorted = results.sorted(&bundle, sort);
            for group in [Group::Speaker, Group::Event, Group::Source, Group::Month] {
                let mut grouped: Vec<_> = crate::grouped(&bundle, &sorted, group).into_iter().flat_map(|(_, all)| all).collect();
                grouped.sort_unstable();
                prop_assert_eq!(&grouped, &all);
            }
            sorted.sort_unstable();
            prop_assert_eq!(&sorted, &all);
        }
    }

    #[test]
    fn marks_and_snippets_lie_on_character_boundaries_in_order_and_apart(
        input in prop_oneof!["[a-c \"金か]{0,8}", any::<String>()],
        text in prop_oneof!["[a-cA-CéßﬁÅ ½\u{301}\u{AD}’\",한국か\u{3099}किรัº😀\u{1F3FD}\u{200D}]{0,60}", any::<String>()],
        most_chars in 1..40_usize,
    ) {
        let bundle = indexed(&story(&[&text]));
        let results = search(&bundle, &input);
        let folded = Folded::new(&text, &Unicode);
        let mut end = 0;
        for (at, range) in results.marks().ranges(&text, &folded).into_iter().enumerate() {
            prop_assert!(range.start < range.end && (at == 0 || end < range.start));
            prop_assert!(text.get(range.clone()).is_some(), "{:?} in {:?}", range, text);
            end = range.end;
        }
        let snippet = text.get(results.marks().snippet(&text, &folded, most_chars));
        prop_assert!(snippet.is_some_and(|shown| shown.chars().count() <= most_chars + 1));
    }
}
