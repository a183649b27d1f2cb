//! What proves a quote, and what does not: each way of tampering has its case.

use super::*;
use crate::proof::negation::negation;
use proptest::prelude::*;

mod edges;

const SOURCE: &str = "\
“We will not attack first,” the minister said. “Our 15 ships and 1,500 soldiers stay in port.”

He called the pact an “unbreakable alliance between brothers-in-arms” and added: “The people have spoken. \
Nobody can take that away.” Asked about Russia’s help, he said they don't need it—yet.
The treaty – signed in June – \"holds\". 핵심은 혈맹 관계다. 中国人民站起来了。";

fn look(quote: &str, source: &str) -> Result<Found, Miss> {
    find(&Text::new(quote), &Text::new(source), "en", Names::default)
}

fn check(quote: &str) -> Result<(CheckKind, &'static str), Miss> {
    look(quote, SOURCE).map(|found| (found.kind, &SOURCE[found.range]))
}

fn refused(cases: &[&str]) {
    for quote in cases {
        assert!(check(quote).is_err(), "{quote}: {:?}", check(quote));
    }
}

#[test]
fn words_that_stand_there_are_exact() {
    for quote in [
        "We will not attack first",
        "We will not attack first,",
        "unbreakable alliance",
        "Nobody can take that away.",
        "Our 15 ships",
        "yet",
        "핵심은 혈맹 관계다",
        "人民",
        "The people have spoken. \\\nNobody".replace("\\\n", "").as_str(),
    ] {
        assert_eq!(check(quote).map(|(kind, text)| (kind, text == quote)), Ok((CheckKind::Exact, true)), "{quote}");
    }
}

#[test]
fn other_typography_is_normalised() {
    for (quote, text) in [
        ("Russia's help", "Russia’s help"),
        ("added: \"The people", "added: “The people"),
        ("need it — yet", "need it—yet"),
        ("The treaty - signed in June - 'holds'", "The treaty – signed in June – \"holds\""),
        ("in port.” He called", "in port.”\n\nHe called"),
        ("핵심은\u{A0}혈맹", "핵심은 혈맹"),
    ] {
        assert_eq!(check(quote), Ok((CheckKind::Normalised, text)), "{quote}");
    }
}

#[test]
fn a_full_stop_or_comma_at_the_closing_mark_belongs_to_the_style() {
    assert_eq!(check("We will not attack first."), Ok((CheckKind::Normalised, "We will not attack first")));
    assert_eq!(check("unbreakable alliance between brothers-in-arms,").map(|it| it.0), Ok(CheckKind::Normalised));
    let french = "Il a dit : « Nous vaincrons » à Paris 'demain', les « soldats » aussi";
    assert_eq!(look("Nous vaincrons.", french).map(|found| found.kind), Ok(CheckKind::Normalised));
    assert!(look("à Paris.", french).is_err() && look("les.", french).is_err());
    assert!(look("attack the soldiers.", "we attack the soldiers' families").is_err());
    assert!(look("attack the soldiers.", "we attack [...] the soldiers’ families").is_err());
    refused(&["We will not attack.", "unbreakable alliance.", "help.", "Russia.", "We will not attack first!"]);
}

#[test]
fn a_dropped_not_is_no_quote() {
    refused(&["We will attack first", "they do need it", "they do", "they don"]);
}

#[test]
fn a_changed_number_is_no_quote() {
    refused(&["Our 16 ships", "Our 5 ships", "5 ships", "500 soldiers", "1500 soldiers", "15 ships and 1"]);
}

#[test]
fn a_swapped_word_is_no_quote() {
    refused(&["We will not strike first", "unbreakable friendship", "Our people have spoken", "first attack"]);
}

#[test]
fn another_case_or_comma_is_no_quote() {
    refused(&[
        "we will not attack first",
        "UNBREAKABLE ALLIANCE",
        "Our 15 ships, and",
        "The people have spoken Nobody",
    ]);
}

#[test]
fn a_part_of_a_word_is_no_quote() {
    refused(&["breakable alliance", "unbreak", "in-arms", "brothers", "Russia", "핵", "혈"]);
}

#[test]
fn two_sentences_joined_are_no_quote() {
    refused(&["We will not attack first. Our 15 ships", "The people have spoken. Asked about", "spoken away"]);
}

#[test]
fn words_left_out_are_marked_and_stand_in_order() {
    for quote in [
        "Our 15 ships [...] soldiers stay in port",
        "Our 15 ships … soldiers stay in port.",
        "... We will not attack first ...",
        "Our [navy's] 15 ships and 1,500 soldiers",
        "[our] 15 ships and 1,500 soldiers",
        "[t]he people have spoken. [N]obody can take that away",
    ] {
        assert_eq!(check(quote).map(|it| it.0), Ok(CheckKind::Elided), "{quote}");
    }
    let found = look("Our [own] 15 ships … soldiers stay in …", SOURCE).expect("found");
    let left_out: Vec<_> = found.left_out.iter().map(|range| SOURCE[range.clone()].trim()).collect();
    assert_eq!((left_out, found.put_in), (vec!["and 1,500"], vec!["own".to_owned()]));
}

#[test]
fn marks_do_not_excuse_what_is_wrong_in_the_pieces() {
    refused(&[
        "We will attack first [...] soldiers stay in port",
        "soldiers stay in port [...] We will not attack first",
        "We will not attack first [...] 500 soldiers stay",
        "We will not attack [Finland or Norway or Sweden] stay in port",
        "[w]e will attack first",
        "[O]ur people have spoken",
        "The people [n]obody can take that away",
        "support[ed] by brothers-in-arms",
        "We will [] attack first",
        "Our [navy's] ships and 1,500 soldiers",
    ]);
}

#[test]
fn what_is_put_in_replaces_nothing() {
    for (quote, source) in [
        ("We will [surely] attack first", "We will not attack first."),
        ("We [really] want [this] war", "We do not want a war, he said."),
        ("our [16] ships stay in port", "and our 15 ships stay in port."),
        ("our [...] [16] ships stay in port", "and our 15 ships stay in port."),
        ("[16] ships stay in port", "and our 15 ships stay in port."),
        ("our navy has ships [16]", "our navy has ships 15 years old"),
        ("We want peace [and] war", "We want peace. No war"),
        ("We will [not] attack first", "We will attack first."),
        ("[We will] attack first now", "We will not attack first now."),
        ("Wir greifen die Stadt [an]", "Wir greifen die Stadt nicht an."),
        // What is put in where words are left out may be any word, and so it may turn the sense.
        (
            "[She opposes] the building of a new mill in the town",
            "“She supports the building of a new mill in the town.”",
        ),
        ("the town [opposes] [...] the building of a mill", "the town supports the building of a mill"),
        ("we support the building of a new [prison]", "“We support the building of a new mill.”"),
        ("we support the building of a new [prison]", "and we support the building of a new mill."),
        ("[We oppose] the building of a new mill", "She supports “the building of a new mill”."),
        ("[Kim] will come to the city", "“He will come to the city,” they say."),
        ("today we told [...] [Kim] to come now", "today we told him to come now"),
        ("[In 2024] we will come again", "Then we will come again"),
        // A mark between the two keeps them no more apart.
        (
            "All of us here [...], [support] the plan for the gate",
            "All of us here oppose, of course, the plan for the gate",
        ),
        (
            "All of us here [...] – [support] the plan for the gate",
            "All of us here oppose – so far – the plan for the gate",
        ),
        ("All of us [support]: [...] the plan for the gate", "All of us: we oppose the plan for the gate"),
        ("— [Support] the plan for the gate is good", "“We oppose it — the plan for the gate is good”"),
        ("the plan for the gate is good [indeed] —", "“The plan for the gate is good — for nothing”"),
        (
            "We will [x] them [y] win [z] war",
            "We will defend peace. Others attack them, and they do not want to win a war",
        ),
    ] {
        assert!(look(quote, source).is_err(), "{quote}");
    }
    for (quote, source) in [
        ("We will [surely] attack first", "We will attack first."),
        ("He [Kim] will come to the city", "“He will come to the city,” they say."),
        ("today we told him [Kim] to come now", "today we told him to come now"),
        ("[In 2024] We will come again", "So he said. “We will come again.”"),
        ("We will come again [in 2024].", "“We will come again.”"),
    ] {
        assert_eq!(look(quote, source).map(|found| found.kind), Ok(CheckKind::Elided), "{quote}");
    }
}

#[test]
fn what_is_put_in_is_bounded() {
    let source = "we will win the war";
    let invented = "[Nuclear war against Seoul begins at dawn tomorrow and all will die] [so said the great leader himself in \
        a speech he gave] we will win the war";
    for quote in [invented, "[so said the great leader himself] we will win the war", "[so] [said] we will win the war"]
    {
        assert!(matches!(look(quote, source), Err(Miss::Marks(_))), "{quote}");
    }
}

#[test]
fn what_is_left_out_loses_no_negation() {
    for (quote, source) in [
        ("We in the U.S. [...] will defend the gate.", "We in the U.S. will not attack. We will defend the gate."),
        ("Our army will [...] attack them first", "Our army will not attack them first."),
        ("Our army will [...] attack them first", "Our army will under no circumstances attack them first."),
        ("Our army will [...] attack them first", "Our army will, as I have often said, never attack them first."),
        ("Our army will [...] attack them first", "Our army will not rest. We attack, attack them first."),
        ("Our great army … attack them first", "Our great army can’t attack them first."),
        (
            "Wir werden die Stadt [...] angreifen und besetzen",
            "Wir werden die Stadt am Montag nicht angreifen und besetzen.",
        ),
        ("Nous ne voulons [...] la guerre froide", "Nous ne voulons pas la guerre froide."),
        ("Мы теперь будем [...] нападать на них", "Мы теперь будем никогда не нападать на них."),
        ("우리는 먼저 그들을 [...] 공격한다고 했다", "우리는 먼저 그들을 안 공격한다고 했다."),
        ("我们一定会[...]攻击他们", "我们一定会不攻击他们"),
    ] {
        assert!(matches!(look(quote, source), Err(Miss::Negation { .. })), "{quote}: {:?}", look(quote, source));
    }
    for (quote, source) in [
        (
            "We will win the war. [...] We thank you",
            "We will win the war. Not that it is easy. Nobody says so. We thank you.",
        ),
        ("Our army will [...] attack them first", "Our army will, as I have often said, attack them first."),
        ("Our army will not [...] attack them first", "Our army will not, as I have often said, attack them first."),
    ] {
        assert_eq!(look(quote, source).map(|found| found.kind), Ok(CheckKind::Elided), "{quote}");
    }
}

#[test]
fn two_quotations_are_not_joined() {
    for (quote, source) in [
        (
            "We will win the war [...] We are afraid of them",
            "“We will win the war,” Kim said. Mr Lee of Seoul said: “We are afraid of them.”",
        ),
        ("We will win the war [...] he said today", "“We will win the war,” he said today."),
        ("alliance between brothers-in-arms” [...] [n]obody can take that away", SOURCE),
        ("We will not attack first [...] soldiers stay in port", SOURCE),
    ] {
        assert!(matches!(look(quote, source), Err(Miss::Spliced(_))), "{quote}: {:?}", look(quote, source));
    }
}

#[test]
fn a_cut_word_or_number_is_no_quote() {
    for (quote, source) in [
        ("We can", "We can´t attack them."),
        ("We can", "We can`t attack them."),
        ("We can", "We can‘t attack them."),
        ("angriffspakt", "Der Nicht\u{AD}angriffspakt gilt."),
        ("happy with the war", "We are un\u{AD}happy with the war."),
        ("able to win the war", "We are un\u{2060}able to win the war."),
        ("able to win the war", "We are un\u{200B}able to win the war."),
        ("خواهیم", "ما جنگ نمی\u{200C}خواهیم"),
        ("We lost 10", "We lost 10 000 soldiers."),
        ("We lost 5", "We lost 5 million soldiers."),
        ("rose by 5", "rose by 5 % in May"),
        ("rose to 1", "rose to 1. 5 percent"),
        ("war stance", "anti–war stance"),
        ("מלחמה", "אי־מלחמה"),
        ("aggression pact now", "the non-\naggression pact now"),
    ] {
        assert!(look(quote, source).is_err(), "{quote}");
        assert!(look(&format!("{quote}."), &format!("“{source}”")).is_err(), "{quote}.");
    }
    for (quote, source) in [
        ("We can", "We can ‘t go"),
        ("in 2024", "We lost in 2024. 15 of them"),
        ("for war", "for war – the end"),
        ("혈맹", "그는 ‘혈맹’이라고 했다"),
    ] {
        assert!(look(quote, source).is_ok(), "{quote}");
    }
}

#[test]
fn brackets_of_the_source_need_not_be_left_out() {
    let source = "He said: “They [the allies] will surely come back soon.”";
    for quote in ["They [the allies] will [...] come back soon", "They [the allies and we] [...] will come back"] {
        let found = look(quote, source);
        assert_eq!(found.is_ok(), quote.contains("allies] will"), "{quote}: {found:?}");
    }
    let elsewhere = "[Kim] spoke. Later he said: “We will win the war.”";
    assert_eq!(look("We will [Kim] win the war", elsewhere).map(|found| found.kind), Ok(CheckKind::Elided));
}

#[test]
fn a_piece_that_is_too_short_proves_nothing() {
    for (quote, short) in [
        ("We … will … not … attack", "We"),
        ("We will not attack first [...] stay", "stay"),
        ("yet...", "yet"),
        ("[...]", ""),
        ("[He] yet", "yet"),
    ] {
        assert_eq!(check(quote), Err(Miss::Short(short.to_owned())), "{quote}");
    }
    assert_eq!(check("中国 [...] 站起来了"), Err(Miss::Short("中国".to_owned())));
    assert_eq!(check("中国人民 [...] 站起来了").map(|it| it.0), Ok(CheckKind::Elided));
}

#[test]
fn pieces_too_far_apart_are_no_quote() {
    let far = |words: usize| format!("the first of the pieces {}the last of the pieces", "and so on ".repeat(words));
    let quote = Text::new("the first of the pieces [...] the last of the pieces");
    assert!(find(&quote, &Text::new(&far(55)), "en", Names::default).is_ok());
    assert_eq!(find(&quote, &Text::new(&far(65)), "en", Names::default), Err(Miss::Scattered));
    let gaps = |words: usize| (far(words) + ". ").repeat(3);
    let quote = "the first of the pieces [...] the last of the pieces".to_owned()
        + &". the first of the pieces [...] the last of the pieces".repeat(2);
    assert!(look(&quote, &gaps(35)).is_ok());
    assert_eq!(look(&quote, &gaps(45)), Err(Miss::Scattered), "all of them together");
}

#[test]
fn a_source_may_have_marks_of_its_own() {
    let source = Text::new("He said: “They [the allies] will … come back.”");
    for quote in ["They [the allies] will … come back", "They [the allies] will ... come back."] {
        let kind = find(&Text::new(quote), &source, "en", Names::default).map(|found| found.kind);
        assert!(matches!(kind, Ok(CheckKind::Exact | CheckKind::Normalised)), "{quote}: {kind:?}");
    }
}

#[test]
fn the_shortest_and_the_strangest_quotes_are_looked_up() {
    let source = Text::new("I? No!!! 👩\u{200D}🚀 said: é, e\u{301}. שלום לכולם");
    for quote in ["I", "!!!", "👩\u{200D}🚀", "e\u{301}", "שלום", "?"] {
        assert!(find(&Text::new(quote), &source, "en", Names::default).is_ok(), "{quote}");
    }
    for quote in ["👩", "N", "e", "…", ""] {
        assert!(find(&Text::new(quote), &source, "en", Names::default).is_err(), "{quote}");
    }
}

/// A made-up article: words of three letters, so that tampering seldom gives another part of it, and none that negates,
/// so that any may be left out.
fn any_article() -> impl Strategy<Value = Vec<String>> {
    let any_word = "[a-z]{3,9}".prop_filter("negates", |word| negation(word, "en").is_none());
    prop::collection::vec(any_word, 12..60)
}

proptest! {
    #[test]
    fn any_run_of_words_is_found_where_it_stands(words in any_article(), at in 0_usize..8, len in 1_usize..4) {
        let (source, quote) = (words.join(" "), words[at..at + len].join(" "));
        let found = find(&Text::new(&quote), &Text::new(&source), "en", Names::default).expect("it stands there");
        prop_assert_eq!((found.kind, &source[found.range]), (CheckKind::Exact, quote.as_str()));
    }

    #[test]
    fn typography_alone_never_hides_a_quote(words in any_article(), at in 0_usize..8) {
        let source = words.join("\n  ").replace('a', "a’").replace('e', "—e");
        let quote = words[at..at + 4].join(" ").replace('a', "a'").replace('e', " -- e");
        prop_assert!(find(&Text::new(quote.trim_matches([' ', '-'])), &Text::new(&source), "en", Names::default).is_ok() || quote.starts_with([' ', '\'']));
    }

    #[test]
    fn a_run_of_words_with_one_left_out_is_only_found_if_it_stands_elsewhere(words in any_article(), at in 0_usize..8) {
        let mut tampered = words[at..at + 4].to_vec();
        tampered.remove(1);
        let (source, quote) = (format!(" {} ", words.join(" ")), tampered.join(" "));
        let stands = source.contains(&format!(" {quote} "));
        prop_assert_eq!(find(&Text::new(&quote), &Text::new(&source), "en", Names::default).is_ok(), stands);
    }

    #[test]
    fn left_out_words_are_found_if_they_are_marked(words in any_article(), at in 0_usize..3) {
        let quote = format!("{} [...] {}", words[at..at + 3].join(" "), words[at + 5..at + 8].join(" "));
        prop_assert!(find(&Text::new(&quote), &Text::new(&words.join(" ")), "en", Names::default).is_ok());
    }

    #[test]
    fn any_quote_and_any_source_can_be_compared(quote in any::<String>(), source in any::<String>()) {
        if let Ok(found) = find(&Text::new(&quote), &Text::new(&source), "en", Names::default) {
            prop_assert!(source.get(found.range).is_some());
        }
    }

    #[test]
    fn marks_of_any_kind_can_be_compared(quote in "[ab. '\\[\\]]{0,30}", source in "[ab. '\\[\\]]{0,60}") {
        if let Ok(found) = find(&Text::new(&quote), &Text::new(&source), "en", Names::default) {
            prop_assert!(source.get(found.range).is_some_and(|words| !words.is_empty()));
        }
    }
}
