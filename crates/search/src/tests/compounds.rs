//! Words that are written in segments and also as one find each other, whichever is typed; a phrase stays exact.

use proptest::prelude::*;

use super::examples::marked;
use super::*;
use crate::Facet;
use crate::testing::story;

const QUOTES: &[&str] = &[
    "The U.S. and the U.K.'s aim, 2024-25",    // 0: Sean O’Brien
    "The US and the UK use 1.5 of it",         // 1: J. D. Bérg
    "1,000,000 for the F-35 and COVID-19",     // 2
    "1000000 for the F35 and COVID19",         // 3
    "1 000 000 e-mails; they co-operated",     // 4
    "An email on N.A.T.O.; they cooperate",    // 5
    "NATO's Ndjamena office, by the U.S.-led", // 6
    "15 in N’Djamena: l’eau. US-led, they’re", // 7
    "한국 COVID-19는 1,000,000명",             // 8
];

fn named() -> Story {
    let mut story = story(QUOTES);
    story.people[0].name = "Sean O’Brien".to_owned();
    story.people[1].name = "J. D. Bérg".to_owned();
    story
}

fn check(cases: &[(&str, &[u32])]) {
    let bundle = indexed(&named());
    for (input, expected) in cases {
        assert_eq!(found_in_order(&bundle, input), *expected, "{input}");
    }
}

#[test]
fn a_compound_is_found_however_it_is_written() {
    check(&[
        ("US ", &[0, 1, 6, 7]),
        ("U.S. ", &[0, 1, 6, 7]),
        ("u.s.", &[0, 1, 6, 7]),
        ("u.s ", &[0, 1, 6, 7]),
        ("US-led ", &[6, 7]),
        ("U.S.-led", &[6, 7]),
        ("uk", &[0, 1]),
        ("U.K.", &[0, 1]),
        ("nato ", &[5, 6]),
        ("N.A.T.O. ", &[5, 6]),
        ("F35", &[2, 3]),
        ("F-35", &[2, 3]),
        ("F‑35 ", &[2, 3]),
        ("covid19 ", &[2, 3, 8]),
        ("COVID-19 ", &[2, 3, 8]),
        ("covid1", &[2, 3, 8]),
        ("1000000", &[2, 3, 4, 8]),
        ("1,000,000", &[2, 3, 4, 8]),
        ("1 000 000", &[2, 3, 4, 8]),
        ("1.000.000 for", &[2, 3]),
        ("email ", &[4, 5]),
        ("e-mail ", &[4, 5]),
        ("cooperate ", &[5]),
        ("co-operate ", &[5]),
        ("co-operated ", &[4]),
        ("ndjamena", &[6, 7]),
        ("n'djamena ", &[6, 7]),
    ]);
}

#[test]
fn names_are_found_however_they_are_written() {
    let of_obrien: &[u32] = &[0, 2, 4, 6, 8];
    let of_berg: &[u32] = &[1, 3, 5, 7];
    check(&[
        ("obrien ", of_obrien),
        ("o'brien", of_obrien),
        ("O’Brien ", of_obrien),
        ("speaker:obrien", of_obrien),
        ("speaker:obri", of_obrien),
        ("speaker:O'Brien", of_obrien),
        ("-speaker:obrien", of_berg),
        ("speaker:\"obrien\"", &[]),
        ("speaker:\"o brien\"", of_obrien),
        ("JD Berg", of_berg),
        ("J.D. Berg", of_berg),
        ("J. D. Berg", of_berg),
        ("speaker:jd", of_berg),
        ("speaker:J.D.", of_berg),
    ]);
}

#[test]
fn a_phrase_stays_exact_and_numbers_that_differ_do_not_meet() {
    check(&[
        ("\"US\"", &[1, 7]),
        ("\"U.S.\"", &[0, 6]),
        ("\"the US and\"", &[1]),
        ("\"the U.S. and\"", &[0]),
        ("\"F35\"", &[3]),
        ("\"1000000\"", &[3]),
        ("\"1 000 000\"", &[2, 4, 8]),
        ("-US and", &[2, 3]),
        ("-\"US\" and", &[0, 2, 3]),
        ("15 ", &[7]),
        ("1.5 ", &[1]),
        ("202425", &[]),
        ("leau ", &[]),
        ("eau ", &[7]),
        ("theyre ", &[]),
        ("000 ", &[2, 4, 8]),
    ]);
}

/// Signs of other kinds than a hyphen, an apostrophe and a comma.
const SIGNED: &[&str] = &[
    "1,000km by d’Annunzio, 1,500m",  // 0: Giscard d’Estaing
    "1000km by dAnnunzio, 1500m",     // 1: JD
    "l’eau d’un puits",               // 2
    "leau dun puits",                 // 3
    "צה״ל and AT&T",                  // 4
    "צה\"ל and ATT",                  // 5
    "צהל and the R&D of the S&P",     // 6
    "the RD of the SP, ב\"הארץ\"",    // 7
    "€1,000,000 for TCP/IP, F/A-18",  // 8
    "₹1000000 for TCPIP, FA18, 24/7", // 9
];

fn signed() -> Story {
    let mut story = story(SIGNED);
    story.people[0].name = "Giscard d’Estaing".to_owned();
    story.people[1].name = "JD".to_owned();
    story
}

#[test]
fn units_names_with_an_article_and_other_signs_are_found_however_they_are_written() {
    let bundle = indexed(&signed());
    let cases: &[(&str, &[u32])] = &[
        ("1000km ", &[0, 1]),
        ("1,000km ", &[0, 1]),
        ("1 000km ", &[0, 1]),
        ("1500m", &[0, 1]),
        ("1,500m", &[0, 1]),
        ("\"1000km\"", &[1]),
        ("dannunzio ", &[0, 1]),
        ("d'annunzio", &[0, 1]),
        ("d’Annunzio ", &[0, 1]),
        ("annunzio ", &[0]),
        ("\"d annunzio\"", &[0]),
        ("\"dannunzio\"", &[1]),
        ("speaker:destaing", &[0, 2, 4, 6, 8]),
        ("speaker:d'estaing", &[0, 2, 4, 6, 8]),
        ("speaker:estaing", &[0, 2, 4, 6, 8]),
        ("eau ", &[2]),
        ("un ", &[2]),
        ("dun ", &[3]),
        ("צהל ", &[4, 5, 6]),
        ("צה\"ל ", &[4, 5, 6]),
        ("צה”ל", &[4, 5, 6]),
        ("צה״ל ", &[4, 5, 6]),
        ("\"צהל\"", &[6]),
        ("\"צה\"ל\"", &[4, 5]),
        ("\"צה\"ל\" att ", &[4, 5]),
        ("הארץ ", &[7]),
        ("ATT ", &[4, 5]),
        ("at&t", &[4, 5]),
        ("\"AT&T\"", &[4]),
        ("RD ", &[6, 7]),
        ("R&D ", &[6, 7]),
        ("sp ", &[6, 7]),
        ("S&P", &[6, 7]),
        ("1000000 ", &[8, 9]),
        ("€1,000,000 ", &[8, 9]),
        ("tcpip ", &[8, 9]),
        ("tcp/ip ", &[8, 9]),
        ("fa18 ", &[8, 9]),
        ("F/A-18 ", &[8, 9]),
        ("247 ", &[]),
        ("24/7 ", &[9]),
    ];
    for (input, expected) in cases {
        assert_eq!(found_in_order(&bundle, input), *expected, "{input}");
    }
}

#[test]
fn letters_that_fold_to_nothing_leave_no_term() {
    let bundle = indexed(&story(&["˘-˘", "a-˘ b"]));
    assert_eq!(found(&bundle, "b "), [1]);
    assert!(crate::dictionary::Dictionary::new(bundle.index().expect("an index")).exact(" ").is_none());
}

#[test]
fn without_an_index_the_same_is_found() {
    let (with, without) = (indexed(&signed()), plain(&signed()));
    for input in ["1000km", "d'annunzio", "dannunzio", "צהל", "צה\"ל", "\"צה\"ל\"", "att", "r&d", "tcp/ip", "fa18"]
    {
        assert_eq!(found_in_order(&with, input), found_in_order(&without, input), "{input}");
    }
    let (with, without) = (indexed(&named()), plain(&named()));
    for input in
        ["F35", "F-35", "u.k.", "covid19", "1000000", "1,000,000", "obrien", "jd", "speaker:obrien", "-nato the"]
    {
        assert_eq!(found_in_order(&with, input), found_in_order(&without, input), "{input}");
    }
}

#[test]
fn a_compound_is_marked_as_it_stands_in_the_text() {
    let cases: &[(&str, &str, &[&str])] = &[
        ("uk ", "The U.K. and UK, u k", &["U.K", "UK"]),
        ("U.S. ", "The U.S. and US", &["U.S", "US"]),
        ("f3", "F-35, F35, f 3", &["F-35", "F3"]),
        ("1000000 ", "1,000,000 or 1 000 000 or 1000000", &["1,000,000", "1 000 000", "1000000"]),
        ("1 000 000 ", "1,000,000 or 1000000", &["1,000,000", "1000000"]),
        ("obrien ", "Sean O’Brien’s", &["O’Brien"]),
        ("re-act ", "We react, reacting, re-acted", &["react", "reacting", "re-acted"]),
        ("antimissle ", "Anti-missile", &["Anti-missile"]),
        ("covid19 ", "코로나 COVID-19는", &["COVID-19"]),
        ("\"us\"", "U.S. and US", &["US"]),
        ("1000km ", "1,000km or 1000km, 1000", &["1,000km", "1000km"]),
        ("dannunzio ", "Gabriele d’Annunzio’s", &["d’Annunzio"]),
        ("צהל ", "ב\"צה\"ל\"", &["צה\"ל"]),
        ("at&t ", "ATT or AT&T", &["ATT", "AT&T"]),
    ];
    for (input, text, expected) in cases {
        assert_eq!(marked(input, text), *expected, "{input} in {text}");
    }
}

/// The ways to write a compound, the first closed.
fn ways() -> impl Strategy<Value = Vec<String>> {
    let initials = "[a-zA-Z]{2,4}".prop_map(|letters| {
        let pointed: String = letters.chars().flat_map(|c| [c, '.']).collect();
        vec![letters.clone(), pointed.trim_end_matches('.').to_owned(), pointed]
    });
    let hyphened = ("[b-zA-Z]{1,5}", "[0-9]{1,3}").prop_map(|(word, number)| {
        [String::new(), "-".to_owned(), "‑".to_owned()].map(|sign| [&*word, &*sign, &*number].concat()).to_vec()
    });
    let named = ("[OdlD]", "[A-Z][a-z]{3,6}")
        .prop_map(|(head, name)| ["", "'", "’", "ʼ"].map(|sign| [&*head, sign, &*name].concat()).to_vec());
    let hebrew = ("[א-ת]{1,3}", "[א-ת]")
        .prop_map(|(head, tail)| ["", "\"", "”", "״"].map(|sign| [&*head, sign, &*tail].concat()).to_vec());
    let capitals = ("[A-Z]{1,3}", "[A-Z]{1,3}")
        .prop_map(|(head, tail)| ["", "&", "/", "-"].map(|sign| [&*head, sign, &*tail].concat()).to_vec());
    let number = (1..999_u32, prop::collection::vec(0..1000_u32, 1..3), "(km|m|[b-z]{2,3})?");
    let number = number.prop_map(|(first, rest, unit)| {
        let signs = ["", ",", ".", " ", "\u{202F}", "’"].iter();
        let with = |sign: &&str| rest.iter().fold(first.to_string(), |all, group| format!("{all}{sign}{group:03}"));
        signs.map(with).map(|number| number + &unit).collect()
    });
    prop_oneof![initials, hyphened, named, hebrew, capitals, number]
}

proptest! {
    // Each case compiles a story for each way.
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn each_way_to_write_a_compound_finds_all_the_others(ways in ways()) {
        let quotes: Vec<String> = ways.iter().map(|way| format!("그 {way} 그")).collect();
        let bundle = indexed(&story(&quotes.iter().map(String::as_str).collect::<Vec<_>>()));
        let all: Vec<u32> = (0..ways.len() as u32).collect();
        for typed in &ways {
            for input in [format!("{typed} "), typed.to_lowercase(), format!("{typed} 그")] {
                let results = search(&bundle, &input);
                prop_assert_eq!(found_in_order(&bundle, &input), all.clone(), "{} of {:?}", input, ways);
                prop_assert_eq!(results.counts(Facet::Speaker).iter().sum::<u32>() as usize, ways.len());
                for (way, text) in ways.iter().zip(&quotes) {
                    let marks = results.marks().ranges(text, &crate::Folded::new(text, &Unicode));
                    let is_marked = marks.iter().any(|range| text[range.clone()] == *way.trim_end_matches('.'));
                    prop_assert!(is_marked, "{} in {}", input, text);
                }
            }
        }
        for (at, way) in (0..).zip(&ways) {
            let exact = found(&bundle, &format!("\"{way}\""));
            prop_assert!(exact.contains(&at) && exact.contains(&0) == (at == 0), "{} of {:?}", way, ways);
        }
    }
}
