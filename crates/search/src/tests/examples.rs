//! What a search finds, by example.

use super::*;
use crate::testing::{date, minute, story};
use crate::{Facet, Folded, Group, count_within};

const QUOTES: &[&str] = &[
    "Friendship is sealed in blood.",      // 0: Ada, Herald; event 0
    "They visited our friends in spring.", // 1: Bo, Herald; peace
    "We visit a friend; no blood.",        // 2: Ada, Post; arms
    "The alliance is a friendly one",      // 3: Bo, Herald, via Bo; peace, arms
    "Ада говорила про дружбу и про кровь", // 4: Ada, Herald
    "러시아와 푸틴은 친구",                // 5: Bo, Post; event 0; peace
    "金正恩访问俄罗斯于2024年",            // 6: Ada, Herald; arms
    "ประธานาธิบดีรัสเซียเยือน",                 // 7: Bo, Herald, via Bo; peace, arms
];

fn bundle() -> Bundle {
    indexed(&story(QUOTES))
}

#[test]
fn the_exact_word_comes_first_then_its_family_then_what_begins_with_it() {
    let bundle = bundle();
    let cases: &[(&str, &[u32])] = &[
        ("friend", &[2, 1, 0, 3]),
        ("friend ", &[2, 1]),
        ("friends ", &[1, 2]),
        ("visits ", &[2]),
        ("visit ", &[2, 1]),
        ("visit friend ", &[2, 1]),
        ("blood", &[0, 2]),
        ("blood friend", &[2, 0]),
        ("a friend", &[2, 3]),
        ("\"a friend\"", &[2]),
        ("\"sealed in\" friendship", &[0]),
        ("\"in sealed\"", &[]),
        ("-blood friend", &[1, 3]),
        ("-blood -alliance friend", &[1]),
        ("friend -\"no blood\"", &[1]),
    ];
    for (input, expected) in cases {
        assert_eq!(found(&bundle, input), *expected, "{input}");
    }
}

#[test]
fn a_word_that_stands_nowhere_falls_to_what_begins_with_it_and_then_to_typos() {
    let bundle = bundle();
    let cases: &[(&str, &[u32])] = &[
        ("frien spring ", &[1]),
        ("freindship ", &[0]),
        ("friendshpi", &[0]),
        ("allianse ", &[3]),
        ("alance ", &[]),
        ("blod ", &[]),
        ("bloood ", &[0, 2]),
        ("freindsh", &[0]),
        ("дружбу", &[4]),
        ("дрежбу ", &[4]),
    ];
    for (input, expected) in cases {
        assert_eq!(found(&bundle, input), *expected, "{input}");
    }
}

#[test]
fn scripts_without_spaces_are_found_by_any_part_of_a_word() {
    let bundle = bundle();
    let cases: &[(&str, &[u32])] = &[
        ("푸틴", &[5]),
        ("틴", &[5]),
        ("푸티", &[5]),
        ("푸ㅌ", &[5]),
        ("러시아와", &[5]),
        ("시아와 친구", &[5]),
        ("시와", &[]),
        ("金正恩", &[6]),
        ("访问", &[6]),
        ("问访", &[]),
        ("恩访问俄罗", &[6]),
        ("于2024年", &[6]),
        ("2024 金", &[6]),
        ("24", &[]),
        ("\"正恩\"", &[6]),
        ("รัสเซีย", &[7]),
        ("ธาน", &[7]),
        ("-푸틴 friend", &[2, 1, 0, 3]),
    ];
    for (input, expected) in cases {
        assert_eq!(found(&bundle, input), *expected, "{input}");
    }
}

#[test]
fn names_lead_to_what_was_said_under_them_after_the_words_themselves() {
    let bundle = bundle();
    let cases: &[(&str, &[u32])] = &[
        ("ada", &[0, 2, 4, 6]),
        ("bo berg", &[1, 3, 5, 7]),
        ("\"the south\"", &[1, 3, 5, 7]),
        ("southland blood", &[]),
        ("northland blood", &[0, 2]),
        ("coast", &[2, 5]),
        ("arms", &[2, 3, 6, 7]),
        ("herald friend", &[1, 0, 3]),
        ("headline", &[0, 1, 3, 4, 6, 7]),
        ("headlien", &[0, 1, 3, 4, 6, 7]),
        ("-ada friend", &[1, 3]),
    ];
    for (input, expected) in cases {
        assert_eq!(found(&bundle, input), *expected, "{input}");
    }
}

#[test]
fn fields_narrow() {
    let bundle = bundle();
    let cases: &[(&str, &[u32])] = &[
        ("speaker:ada", &[0, 2, 4, 6]),
        ("speaker:\"bo berg\" friend", &[1, 3]),
        ("speaker:ada speaker:bo friend", &[2, 1, 0, 3]),
        ("-speaker:ada friend", &[1, 3]),
        ("speaker:nobody friend", &[]),
        ("speaker:envoy", &[]),
        ("via:bo", &[3, 7]),
        ("via:wire", &[2, 5]),
        ("source:post", &[2, 5]),
        ("source:headline via:bo", &[3, 7]),
        ("theme:peace theme:arms friend", &[2, 1, 3]),
        ("theme:peace -theme:arms", &[1, 5]),
        ("before:2022-07", &[0, 1]),
        ("after:2022-07 before:2022-11", &[2]),
        ("-after:2022-07", &[0, 1]),
    ];
    for (input, expected) in cases {
        assert_eq!(found(&bundle, input), *expected, "{input}");
    }
}

#[test]
fn quotes_are_sorted_and_grouped() {
    let bundle = bundle();
    let results = search(&bundle, "friend");
    let ids = |sorted: Vec<QuoteIx>| sorted.into_iter().map(|ix| ix.0).collect::<Vec<_>>();
    assert_eq!(ids(results.sorted(&bundle, Sort::Oldest)), [0, 1, 2, 3]);
    assert_eq!(ids(results.sorted(&bundle, Sort::Newest)), [3, 2, 1, 0]);
    let sorted = results.sorted(&bundle, Sort::Relevance);
    let grouped = |group| {
        let groups = crate::grouped(&bundle, &sorted, group).into_iter();
        groups.map(|(key, quotes)| (key, ids(quotes))).collect::<Vec<_>>()
    };
    assert_eq!(grouped(Group::Speaker), [(Some(0), vec![2, 0]), (Some(1), vec![1, 3])]);
    assert_eq!(grouped(Group::Event), [(Some(0), vec![0]), (None, vec![2, 1, 3])]);
    assert_eq!(grouped(Group::Source), [(Some(1), vec![2]), (Some(0), vec![1, 0, 3])]);
    let months: Vec<_> =
        grouped(Group::Month).into_iter().map(|(key, _)| key.map(|key| (key / 12, key % 12))).collect();
    assert_eq!(months, [Some((2022, 6)), Some((2022, 3)), Some((2022, 0)), Some((2022, 10))]);
}

#[test]
fn quotes_without_a_day_stay_last() {
    let mut undated = story(&["a word", "a word", "a word"]);
    undated.quotes[0].said = None;
    let bundle = indexed(&undated);
    let results = search(&bundle, "word");
    let ids = |sort| results.sorted(&bundle, sort).into_iter().map(|ix| ix.0).collect::<Vec<_>>();
    assert_eq!((ids(Sort::Oldest), ids(Sort::Newest)), (vec![1, 2, 0], vec![2, 1, 0]));
    let always = Span { from_sec: Some(i64::MIN), to_sec: Some(i64::MAX) };
    let dated = search_within(&bundle, "word", &Ticks::default(), always);
    assert_eq!((dated.quote_count(), dated.undated(), results.undated()), (2, 1, 0));
    assert_eq!((count_within(&bundle, None, always), count_within(&bundle, Some(&results), always)), (2, 2));
}

#[test]
fn the_day_there_decides_whatever_the_day_elsewhere() {
    let new_year = story::day_from_civil(story::Civil { year: 2023, month: 1, day: 1 });
    let mut midnights = story(&["a word in Tokyo", "a word in New York", "a word of the day"]);
    // 23:00 in New York is 13:00 of the next day in Tokyo.
    midnights.quotes[0].said = Some(minute(new_year, 8 * 60, 9 * 60));
    midnights.quotes[1].said = Some(minute(new_year - 1, 23 * 60, -5 * 60));
    midnights.quotes[2].said = Some(date(new_year));
    let bundle = indexed(&midnights);
    let results = search(&bundle, "word");
    assert_eq!(results.sorted(&bundle, Sort::Oldest), [1, 2, 0].map(story::QuoteIx));
    let years: Vec<_> = results.facets().years().zip(results.counts(Facet::Year)).map(|(year, n)| (year, *n)).collect();
    assert_eq!(years, [(2022, 1), (2023, 2)]);
    assert_eq!(
        (found(&bundle, "after:2023-01-01 word"), found(&bundle, "before:2023-01-01 word")),
        (vec![2, 0], vec![1])
    );
    let day = |day| Span { from_sec: Some(day * 86_400), to_sec: Some((day + 1) * 86_400) };
    let of_day = |at| count_within(&bundle, None, day(at));
    assert_eq!((of_day(new_year - 1), of_day(new_year), of_day(new_year + 1)), (1, 2, 0));
}

#[test]
fn events_are_found_by_their_own_words_and_by_those_of_their_quotes() {
    let bundle = bundle();
    let events = |input: &str| {
        let results = search(&bundle, input);
        bundle.events().filter(|ix| results.event(*ix)).map(|ix| ix.0).collect::<Vec<_>>()
    };
    let cases: &[(&str, &[u32])] = &[
        ("meeting", &[0, 1]),
        ("again", &[1]),
        ("sealed", &[0]),
        ("speaker:bo", &[0]),
        ("alliance", &[]),
        ("", &[0, 1]),
    ];
    for (input, expected) in cases {
        assert_eq!(events(input), *expected, "{input}");
    }
}

#[test]
fn what_was_not_known_is_not_found() {
    struct Until(i64);
    impl AsOfDay for Until {
        fn day(&self) -> Option<i64> {
            Some(self.0)
        }
        fn knows_event(&self, event: EventIx) -> bool {
            event.0 == 0
        }
        fn knows_quote(&self, quote: QuoteIx) -> bool {
            i64::from(quote.0) < self.0
        }
        fn knows_source(&self, source: SourceIx) -> bool {
            source.0 == 0
        }
    }
    let mut told = story(QUOTES);
    let account = |source, says: &str| story::Account {
        source: SourceIx(source),
        date: Some(date(1)),
        says: crate::testing::event("", "", says).summary,
    };
    told.events[0].accounts = vec![account(0, "early words"), account(1, "late words")];
    told.events[1].accounts = vec![account(0, "early words")];
    let bundle = indexed(&told);
    let events = |input: &str, as_of: &dyn AsOfDay| {
        let results = search_with(&bundle, input, &Ticks::default(), as_of);
        bundle.events().filter(|ix| results.event(*ix)).map(|ix| ix.0).collect::<Vec<_>>()
    };
    assert_eq!((events("early", &Everything), events("late", &Everything)), (vec![0, 1], vec![0]));
    assert_eq!((events("early", &Until(1)), events("\"late words\"", &Until(1))), (vec![0], vec![]));
    let results = search_with(&bundle, "friend", &Ticks::default(), &Until(2));
    assert_eq!(results.sorted(&bundle, Sort::Relevance), [QuoteIx(1), QuoteIx(0)]);
    assert_eq!(results.counts(Facet::Speaker), [1, 1]);
}

#[test]
fn a_searcher_that_is_used_again_finds_what_a_new_one_finds() {
    let bundle = bundle();
    let mut searcher = Searcher::default();
    let mut ticks = Ticks::default();
    let inputs = ["f", "fr", "frien", "friend", "friend ", "friend b", "friend -b", "friend", "-blood friend", ""];
    for (at, input) in inputs.into_iter().cycle().take(40).enumerate() {
        ticks[at / 3 % 6] = if at % 3 == 0 { Vec::new() } else { vec![at as u32 % 2] };
        let query = Query::parse(input, "", &Unicode);
        let request =
            Request { query: &query, ticks: &ticks, statuses: &[], span: Span::default(), as_of: &Everything };
        let again = searcher.search(&bundle, &Unicode, request);
        let once = search_with(&bundle, input, &ticks, &Everything);
        assert_eq!(again.sorted(&bundle, Sort::Relevance), once.sorted(&bundle, Sort::Relevance), "{input}");
        assert!(Facet::ALL.into_iter().all(|facet| again.counts(facet) == once.counts(facet)), "{input}");
    }
}

#[test]
fn what_was_said_is_counted_over_time_without_names() {
    let bundle = bundle();
    let mut searcher = Searcher::default();
    let mut said = |input: &str| {
        let query = Query::parse(input, "", &Unicode);
        let quotes = searcher.said(&bundle, &Unicode, &query, &Everything);
        crate::counts_between(&bundle, &quotes, &[19_000 * 86_400, 19_150 * 86_400, 19_250 * 86_400, 30_000 * 86_400])
    };
    assert_eq!(said("friend"), [2, 1, 1]);
    assert_eq!(said("ada "), [0, 0, 0]);
    assert_eq!(said("speaker:ada"), [1, 1, 2]);
}

pub(super) fn marked(input: &str, text: &str) -> Vec<String> {
    let bundle = indexed(&story(&[text, "friendship visits"]));
    let ranges = search(&bundle, input).marks().ranges(text, &Folded::new(text, &Unicode));
    ranges.into_iter().map(|range| text[range].to_owned()).collect()
}

#[test]
fn every_match_is_marked_as_it_stands_in_the_text() {
    let cases: &[(&str, &str, &[&str])] = &[
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
        ("visit ", "He visited; she visits.", &["visited", "visits"]),
        ("visited ", "He visited; she visits.", &["visited", "visits"]),
        ("allianse ", "The Alliance!", &["Alliance"]),
        ("freinds", "Friendship, friends", &["Friendship", "friends"]),
        ("friend-ship", "friend ship", &["friend ship"]),
    ];
    for (input, text, expected) in cases {
        assert_eq!(marked(input, text), *expected, "{input} in {text}");
    }
}

#[test]
fn a_snippet_shows_the_best_match_of_a_long_text_and_cuts_between_words() {
    let filler = "nothing to see here and more of it ".repeat(20);
    let text = format!("{filler}an ally once, {filler}an ally of blood, {filler}");
    let bundle = indexed(&story(&[&text]));
    let folded = Folded::new(&text, &Unicode);
    let snippet = |input: &str, most_chars| {
        let results = search(&bundle, input);
        text[results.marks().snippet(&text, &folded, most_chars)].to_owned()
    };
    let shown = snippet("ally blood", 60);
    assert!(shown.contains("an ally of blood") && shown.chars().count() <= 60, "{shown}");
    assert!(!shown.starts_with(' ') && text.contains(&format!(" {shown}")), "{shown}");
    assert!(snippet("once", 40).contains("ally once,"));
    assert!(text.starts_with(&snippet("-x", 40)));
    assert_eq!(snippet("ally", 10_000), text);
}
