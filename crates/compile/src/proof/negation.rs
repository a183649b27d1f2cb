//! Words that turn a sentence into its contrary, so that none may be lost where an author shortens.

use unicode_normalization::UnicodeNormalization as _;

/// Such words. Those of every row count in every language, but for what [`OTHERWISE`] names.
const WORDS: &[(&str, &str)] = &[
    ("en", "not no never none nobody nothing nowhere neither nor cannot without"),
    (
        "de",
        "nicht nichts nie niemals niemand niemanden niemandem kein keine keinen keinem keiner keines weder ohne \
         keineswegs keinesfalls nirgends",
    ),
    ("fr", "ne pas jamais rien aucun aucune ni non sans guère"),
    (
        "ru",
        "не ни нет нельзя никогда никто никого никому ничто ничего ничему никакой никакая никакие никаких никак нигде без",
    ),
    ("ko", "안 못"),
    ("es", "nunca jamás nada nadie ningún ninguno ninguna sin tampoco"),
    ("it", "mai nessun nessuno nessuna niente senza"),
    ("pt", "não nunca nenhum nenhuma ninguém sem"),
    ("nl", "niet niets geen nooit zonder"),
    ("sv", "inte aldrig ingen inget inga ikke ikkje aldri uten uden"),
    ("pl", "nie nigdy nikt nic bez żaden żadna żadne"),
    ("uk", "немає ніколи ніхто нічого ніякий"),
    ("el", "δεν δε μη μην όχι ποτέ χωρίς"),
    ("tr", "değil yok hiç asla"),
    ("id", "tidak bukan jangan tanpa"),
    ("vi", "không chẳng chưa đừng"),
    ("ar", "لا لم لن ليس ليست لست دون بدون"),
    ("fa", "نه نیست نیستند هرگز"),
    ("he", "לא אין בלי אינו אינה אינם לעולם"),
    ("hi", "नहीं ना बिना"),
];

/// In these languages, these words are something else.
const OTHERWISE: &[(&str, &str)] = &[
    ("pt", "no"),
    ("pl", "no"),
    ("cs", "no"),
    ("it", "ne"),
    ("nl", "pas"),
    ("de", "mai"),
    ("fr", "mai nie"),
    ("en", "sin nada nic"),
    ("sv", "sin"),
    ("cs", "sem nic"),
    ("tr", "ne"),
    ("hr", "nada"),
];

/// A word that ends so is one.
const ENDINGS: &[&str] = &["n't"];
/// A word that begins so is one: "n'est", Persian verbs.
const BEGINNINGS: &[&str] = &["n'", "نمی"];
/// Where words have many forms, or no spaces between them, a text that holds one of these is one.
const PARTS: &[&str] = &[
    "않",
    "없",
    "아니",
    "아닌",
    "아닙",
    "못하",
    "못한",
    "못할",
    "不",
    "没",
    "沒",
    "勿",
    "ない",
    "ません",
    "なかっ",
    "ไม่",
];

/// A full stop and its like, where a sentence ends.
const STOPS: &str = ".!?…。！？";
/// After a full stop, these still belong to the sentence.
const AFTER_STOPS: &str = "\"'’”»“)]」』";

/// The first word of a text that negates, in a language given by its tag.
pub(crate) fn negation<'t>(text: &'t str, language: &str) -> Option<&'t str> {
    let subtag = language.split(['-', '_']).next().unwrap_or_default();
    let is_inside = |c: char| c.is_alphanumeric() || is_joiner(c) || unicode_normalization::char::is_combining_mark(c);
    let words = text.split(|c: char| !is_inside(c)).filter(|word| !word.is_empty());
    words.into_iter().find(|word| is_negation(&folded(word), subtag))
}

/// Whether what is left out of a passage of a text holds a negation of a sentence of which a part is kept.
pub(crate) fn lost_negation<'t>(text: &'t str, left_out: std::ops::Range<usize>, language: &str) -> Option<&'t str> {
    let gap = text.get(left_out.clone())?;
    let begins_anew = ends_sentence(text.get(..left_out.start)?);
    let ends: Vec<usize> = sentence_ends(gap).collect();
    let (first, last) = (ends.first().copied(), ends.last().copied().unwrap_or(0));
    let head = first.filter(|_| !begins_anew).and_then(|end| negation(&gap[..end], language));
    head.or_else(|| negation(&gap[last..], language))
}

/// The last part of a text, back to where its last sentence begins.
pub(crate) fn unfinished(text: &str) -> &str {
    &text[sentence_ends(text).last().unwrap_or(0)..]
}

/// The first part of a text, up to where its first sentence ends.
pub(crate) fn rest_of_sentence(text: &str) -> &str {
    &text[..sentence_ends(text).next().unwrap_or(text.len())]
}

fn is_joiner(c: char) -> bool {
    super::typography::is_apostrophe(c) || super::boundary::is_invisible(c)
}

fn is_negation(word: &str, subtag: &str) -> bool {
    let among = |list: &str| list.split(' ').any(|known| known == word);
    let is_otherwise = OTHERWISE.iter().any(|(language, list)| *language == subtag && among(list));
    let is_word = WORDS.iter().any(|(_, list)| among(list)) && !is_otherwise;
    is_word
        || ENDINGS.iter().any(|ending| word.ends_with(ending))
        || BEGINNINGS.iter().any(|beginning| word.starts_with(beginning))
        || PARTS.iter().any(|part| word.contains(part))
}

/// A word in lower case, with plain apostrophes.
fn folded(word: &str) -> String {
    let plain = word.nfc().filter(|c| !super::boundary::is_invisible(*c));
    let plain: String = plain.map(|c| if super::typography::is_apostrophe(c) { '\'' } else { c }).collect();
    plain.trim_matches('\'').to_lowercase()
}

/// Where the sentences of a text end: behind their stops and marks.
fn sentence_ends(text: &str) -> impl Iterator<Item = usize> {
    let stops = text.char_indices().filter(|(_, c)| STOPS.contains(*c));
    stops.filter_map(|(at, stop)| {
        let behind = &text[at + stop.len_utf8()..];
        let rest = behind.trim_start_matches(|c| AFTER_STOPS.contains(c));
        let is_end = !stop.is_ascii() && stop != '…' || rest.is_empty() || rest.starts_with(char::is_whitespace);
        is_end.then(|| text.len() - rest.len())
    })
}

fn ends_sentence(text: &str) -> bool {
    let bare = text.trim_end();
    bare.trim_end_matches(|c| AFTER_STOPS.contains(c)).ends_with(|c| STOPS.contains(c)) || bare.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_negate_in_their_language() {
        for (text, language, expected) in [
            ("they do not", "en", Some("not")),
            ("they DON’T go", "en", Some("DON’T")),
            ("they do n\u{AD}ot", "en", Some("n\u{AD}ot")),
            ("a knot in nothingness", "en", None),
            ("a sin", "en", None),
            ("sin guerra", "es", Some("sin")),
            ("no Brasil", "pt-BR", None),
            ("im Mai", "de", None),
            ("n’est", "fr", Some("n’est")),
            ("하지 않겠다", "ko", Some("않겠다")),
            ("하지 않겠다".nfd().collect::<String>().as_str(), "ko", Some("않겠다".nfd().collect::<String>().as_str())),
            ("نمی\u{200C}خواهیم", "fa", Some("نمی\u{200C}خواهیم")),
            ("", "", None),
        ] {
            assert_eq!(negation(text, language), expected, "{text}");
        }
    }

    #[test]
    fn every_word_of_the_tables_can_be_met() {
        for (_, list) in WORDS {
            for word in list.split(' ') {
                assert!(negation(word, "").is_some() && folded(word) == word, "{word}");
            }
        }
        for (language, list) in OTHERWISE {
            for word in list.split(' ') {
                assert!(negation(word, language).is_none(), "{word}");
                assert!(negation(word, "").is_some(), "{word} negates nowhere");
            }
        }
    }

    #[test]
    fn a_sentence_that_is_left_out_whole_may_negate() {
        for (text, expected) in [
            ("We will| not| attack", Some("not")),
            ("We win.| Not so. No.| We thank", None),
            ("We win.| Not so fast, friends,| we lose", Some("Not")),
            ("We will| not rest. We| attack", Some("not")),
            ("We will| rest. We never sleep. Now we| attack", None),
            ("We will| rest. We never| attack", Some("never")),
            ("“We win.”| Not so. |We thank", None),
            ("我们会赢。|不会输。|谢谢", None),
        ] {
            let parts: Vec<&str> = text.split('|').collect();
            let gap = parts[0].len()..parts[0].len() + parts[1].len();
            assert_eq!(lost_negation(&parts.concat(), gap, "en"), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_can_be_asked(text in any::<String>(), language in "[a-z-]{0,5}") {
            negation(&text, &language);
            lost_negation(&text, 0..text.len(), &language);
            prop_assert!(text.ends_with(unfinished(&text)) && text.starts_with(rest_of_sentence(&text)));
        }
    }
}
