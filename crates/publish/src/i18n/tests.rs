//! What is said, in several languages.

use super::*;
use crate::testing::story;

fn told(language: &str, edtf: &str) -> String {
    let head = format!("story = {{ id = \"s\", title = \"S\", language = \"{language}\" }}\n");
    let story = story(&format!("{head}sources = [{{ id = \"s\", title = \"S\", published = \"{edtf}\" }}]"));
    I18n::new(&story).date(story.sources[0].published.as_ref().expect("a date"))
}

#[test]
fn a_story_is_told_in_its_own_words_and_numbers() {
    let told = |language: &str, texts: &str| {
        let story = story(&format!("story = {{ id = \"s\", title = \"S\", language = \"{language}\" }}\n{texts}"));
        let i18n = I18n::new(&story);
        (i18n.count(Message::Events, 1), i18n.count(Message::Events, 12_345))
    };
    assert_eq!(told("en", ""), ("1 event".to_owned(), "12,345 events".to_owned()));
    assert_eq!(told("ru", "").0, "1 событие");
    assert_eq!(told("de", "").1, "12.345 Ereignisse");
    let own = "texts.events = { one = \"{n} thing\", other = \"{n} things\" }";
    assert_eq!(told("en", own), ("1 thing".to_owned(), "12,345 things".to_owned()));
}

#[test]
fn a_date_is_worded_no_more_precisely_than_it_is_given() {
    let cases = [
        ("2024-06-18", "18 June 2024"),
        ("2024-06", "June 2024"),
        ("2024", "2024"),
        ("2024-05-09?", "perhaps 9 May 2024"),
        ("2000~", "c. 2000"),
        ("2000%", "perhaps c. 2000"),
        ("2024-06-18/2024-06-19", "18 – 19 June 2024"),
        ("2024-06-18/2024-07-19", "18 June – 19 July 2024"),
        ("2022/2024", "2022 – 2024"),
        ("2022-02/..", "since February 2022"),
        ("2022-02/", "from February 2022, end not known"),
        ("../2022-02", "until February 2022"),
        ("/2022-02", "until February 2022, beginning not known"),
        ("[2023-09-13,2023-09-14]", "13 or 14 September 2023"),
        ("[2024-06-13..2024-06-17]", "between 13 and 17 June 2024"),
        ("[2024-05-06?,2024-05-07?]", "perhaps 6 or 7 May 2024"),
        ("[..2024-06-17]", "on or before 17 June 2024"),
        ("[2025-05-09..]", "on or after 9 May 2025"),
        ("{2024-06-18,2024-06-20}", "18 and 20 June 2024"),
        ("{2024-06-18..2024-06-20}", "several times between 18 and 20 June 2024"),
        ("2025-21", "spring 2025"),
        ("2025-34", "2nd quarter of 2025"),
        ("201X", "2010s"),
        ("19XX", "20th century"),
        ("0800", "800"),
        ("0800-06-18", "18 June 800"),
        ("-0043-03-15", "15 March 44 BCE"),
        ("-0043-03", "Mar 44 BCE"),
        ("Y-13800000000", "13.8 billion BCE"),
        ("Y-300000", "300,000 BCE"),
        ("2024-06-18T10:30:00+09:00", "18 June 2024 at 10:30:00 UTC+9"),
        ("2024-06-18T10:30Z", "18 June 2024 at 10:30 UTC"),
        ("2024-06-18T10:30", "18 June 2024 at 10:30"),
    ];
    for (edtf, expected) in cases {
        assert_eq!(told("en-GB", edtf), expected, "{edtf}");
    }
}

#[test]
fn each_language_writes_dates_its_own_way() {
    let cases = [
        ("de", "[2024-06-13..2024-06-17]", "zwischen 13. und 17. Juni 2024"),
        ("de", "2024-06-13/2024-06-17", "13.–17. Juni 2024"),
        ("fr", "2024-06-18", "18 juin 2024"),
        ("fr", "2024-06-18/2024-07-02", "18 juin – 2 juillet 2024"),
        ("ko", "2024-06-18", "2024년 6월 18일"),
        ("ko", "2024-06-18/2024-06-19", "2024년 6월 18일 ~ 19일"),
        ("ru", "2024-06", "июнь 2024 г."),
        ("ru", "2024-06-18/2024-06-19", "18–19 июня 2024 г."),
        ("es", "2024-06-18/2024-06-19", "18–19 de junio de 2024"),
        ("en-US", "2024-06-18", "June 18, 2024"),
        ("en-US", "2024-06-18/2024-06-19", "June 18 – 19, 2024"),
        ("ja", "2024-06-18/2024-06-19", "2024年6月18日～19日"),
        ("xx-unheard", "2024-06-18", "2024 M06 18"),
    ];
    for (language, edtf, expected) in cases {
        // Russian joins the year and its abbreviation by a space that does not break.
        assert_eq!(told(language, edtf).replace('\u{202F}', " "), expected, "{language} {edtf}");
    }
}

#[test]
fn a_time_is_told_by_the_clock_there_as_the_language_tells_times() {
    let story_in = |language: &str| {
        let head =
            format!("story = {{ id = \"s\", title = \"S\", language = \"{language}\", zones = [\"-04:00 EDT\"] }}\n");
        story(&format!("{head}sources = [{{ id = \"s\", title = \"S\", published = \"2024-06-05T21:05-04:00\" }}]"))
    };
    for (language, whole, day, time) in [
        ("en-GB", "5 June 2024 at 21:05 EDT", "5 June 2024", "21:05 EDT"),
        ("en-US", "June 5, 2024 at 9:05 PM EDT", "June 5, 2024", "9:05 PM EDT"),
        ("en-CA", "June 5, 2024 at 9:05 p.m. EDT", "June 5, 2024", "9:05 p.m. EDT"),
        ("de", "5. Juni 2024 um 21:05 EDT", "5. Juni 2024", "21:05 EDT"),
        ("fr", "5 juin 2024 à 21:05 EDT", "5 juin 2024", "21:05 EDT"),
        ("ru", "5 июня 2024 г. в 21:05 EDT", "5 июня 2024 г.", "21:05 EDT"),
        ("ko", "2024년 6월 5일 오후 9:05 EDT", "2024년 6월 5일", "오후 9:05 EDT"),
        ("vi", "lúc 21:05 EDT 5 tháng 6 2024", "5 tháng 6 2024", "21:05 EDT"),
        ("xx-unheard", "2024 M06 5 21:05 EDT", "2024 M06 5", "21:05 EDT"),
    ] {
        let story = story_in(language);
        let (i18n, date) = (I18n::new(&story), story.sources[0].published.as_ref().expect("a date"));
        // Spaces that do not break, which some languages have before "PM" and "г.".
        let plain = |text: String| text.replace(['\u{202F}', '\u{A0}'], " ");
        let apart = i18n.apart(&date.when);
        assert_eq!(plain(i18n.date(date)), whole, "{language}");
        assert_eq!((plain(apart.date), apart.time.map(plain)), (day.to_owned(), Some(time.to_owned())), "{language}");
    }
}

/// ICU4X stops where it has no data for a field; no language may lead there.
#[test]
fn every_format_speaks_every_language() {
    let languages = "af am ar as az be bg bn bs ca cs cy da de el en es et eu fa fi fil fr ga gl gu he hi hr hu hy id ig \
                     is it ja ka kk km kn ko kok ky lo lt lv mk ml mn mr ms my nb ne nl nn or pa pl ps pt pt-BR ro ru sd \
                     si sk sl so sq sr sr-Latn sv sw ta te th tk tr uk ur uz vi yo yue zh zh-Hant zu und xx-own";
    for language in languages.split_whitespace() {
        for edtf in ["2024-06-18T10:30:05Z", "2024-06-18T22:30", "2024-06-18/2024-07-19", "-0043-03", "Y-13800000000"] {
            assert!(!told(language, edtf).is_empty(), "{language} {edtf}");
        }
    }
}

#[test]
fn languages_have_names_in_each_other() {
    let story = story("story = { id = \"s\", title = \"S\", language = \"de\" }");
    let i18n = I18n::new(&story);
    assert_eq!(
        (i18n.language_name("ko"), i18n.language_name("xx-own")),
        ("Koreanisch".to_owned(), "xx-own".to_owned())
    );
}
