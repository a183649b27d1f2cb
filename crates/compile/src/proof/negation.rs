//! Words that turn a sentence into its contrary, so that none may be lost where an author shortens.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization as _;

use super::negators::{
    BEGINNINGS, ENDINGS, HARMLESS, HARMLESS_BEGINNINGS, HARMLESS_WORDS, OTHERWISE, OWN, PARTED, PARTS, PHRASES,
    PREFIXES, WORDS,
};
use super::sentence::{paragraph, sentence_ends};

/// So far from its verb, in words, a particle is looked for.
const PARTED_WORDS: usize = 12;

/// The first word of a text that negates, in a language given by its tag, or the first such turn of phrase.
pub(crate) fn negation<'t>(text: &'t str, language: &str) -> Option<&'t str> {
    let subtag = subtag(language);
    let words: Vec<(&str, String)> = words(text).map(|word| (word, folded(word))).collect();
    (0..words.len()).find_map(|at| {
        let (first, plain) = &words[at];
        let parted_len = || parted_len(text, &words[at..]);
        let len = if is_negation(plain, subtag) { 1 } else { phrase_len(&words[at..]).or_else(parted_len)? };
        let last = words[at + len - 1].0;
        let (start, end) = (place(text, first), place(text, last) + last.len());
        text.get(start..end)
    })
}

/// Whether what is left out of a passage of a text holds a negation of a sentence of which a part is kept.
pub(crate) fn lost_negation<'t>(text: &'t str, left_out: Range<usize>, language: &str) -> Option<&'t str> {
    let gap = text.get(left_out.clone())?;
    let around = paragraph(text, &left_out);
    let (before, behind) = (&text[around.start..left_out.start], &text[left_out.end..around.end]);
    let ends: Vec<usize> = sentence_ends(&text[around.clone()]).collect();
    let (past, rest) = ends.split_at(ends.partition_point(|end| *end <= before.len()));
    let begins_anew = !before[past.last().copied().unwrap_or(0)..].contains(char::is_alphanumeric);
    // Marks behind a stop belong to its sentence, though they may be kept.
    let kept = behind.find(char::is_alphanumeric).unwrap_or(behind.len());
    let within = rest.iter().map(|end| end - before.len()).take_while(|end| *end <= gap.len() + kept);
    let within: Vec<usize> = within.map(|end| end.min(gap.len())).collect();
    let (first, last) = (within.first().copied(), within.last().copied().unwrap_or(0));
    let head = first.filter(|_| !begins_anew).and_then(|end| negation(&gap[..end], language));
    head.or_else(|| negation(&gap[last..], language))
}

/// The language of a BCP 47 tag, without its region.
pub(crate) fn subtag(language: &str) -> &str {
    language.split(['-', '_']).next().unwrap_or_default()
}

/// The words of a text, each with the apostrophes in it.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    let is_inside = |c: char| c.is_alphanumeric() || is_joiner(c) || unicode_normalization::char::is_combining_mark(c);
    text.split(move |c: char| !is_inside(c)).filter(|word| !word.is_empty())
}

/// A word in lower case, with plain apostrophes.
pub(crate) fn folded(word: &str) -> String {
    let plain = word.nfc().filter(|c| !super::boundary::is_invisible(*c));
    let plain: String = plain.map(|c| if super::typography::is_apostrophe(c) { '\'' } else { c }).collect();
    plain.trim_matches('\'').to_lowercase()
}

/// Where a part of a text stands in it.
pub(crate) fn place(text: &str, part: &str) -> usize {
    part.as_ptr() as usize - text.as_ptr() as usize
}

fn is_joiner(c: char) -> bool {
    super::typography::is_apostrophe(c) || super::boundary::is_invisible(c)
}

/// Of how many words a turn of phrase is with which words begin.
fn phrase_len(words: &[(&str, String)]) -> Option<usize> {
    let begins = |phrase: &&&[&str]| {
        phrase.len() <= words.len() && phrase.iter().zip(words).all(|(known, (_, word))| known == word)
    };
    PHRASES.iter().find(begins).map(|phrase| phrase.len())
}

/// Of how many words a verb and its particle are, where the particle ends its clause.
fn parted_len(text: &str, words: &[(&str, String)]) -> Option<usize> {
    let (_, verb) = words.first()?;
    let (_, particle) = PARTED.iter().find(|(verbs, _)| has(verbs, verb))?;
    let ends_clause = |word: &str| {
        let behind = &text[place(text, word) + word.len()..];
        !behind.trim_start().starts_with(char::is_alphanumeric)
    };
    let is_particle = |(word, plain): &(&str, String)| plain == particle && ends_clause(word);
    words.iter().take(PARTED_WORDS).position(is_particle).map(|at| at + 1)
}

fn is_negation(word: &str, subtag: &str) -> bool {
    is_known(word, subtag)
        || without_prefixes(word, subtag).any(|word| is_known(word, subtag))
        || is_negated(word, subtag)
}

/// Whether a word stands in the tables of whole words.
fn is_known(word: &str, subtag: &str) -> bool {
    // Each word of an edge is looked up, so the longest table is searched by a hash.
    static KNOWN: LazyLock<HashSet<&str>> =
        LazyLock::new(|| WORDS.iter().flat_map(|(_, list)| list.split_whitespace()).collect());
    KNOWN.contains(word) && !of(OTHERWISE, subtag).any(|list| has(list, word))
        || of(OWN, subtag).any(|list| has(list, word))
}

/// Whether a part of a word negates it.
fn is_negated(word: &str, subtag: &str) -> bool {
    let any = |table: &'static [(&str, &str)], is: &dyn Fn(&str) -> bool| {
        of(table, subtag).any(|list| list.split_whitespace().any(is))
    };
    let is_harmless = |known: &str| match known.strip_suffix('-') {
        Some(beginning) => word.starts_with(beginning),
        None => word == known,
    };
    (any(ENDINGS, &|ending| word.ends_with(ending)) || any(BEGINNINGS, &|beginning| word.starts_with(beginning)))
        && !any(HARMLESS_WORDS, &is_harmless)
        || (!word.is_ascii() || subtag == "tr")
            && any(PARTS, &|part| word.contains(part) && without_harmless(word).contains(part))
}

/// The rows of a table for a language, and for every language.
fn of(table: &'static [(&'static str, &'static str)], subtag: &str) -> impl Iterator<Item = &'static str> {
    let is_for = move |languages: &str| languages.is_empty() || languages.split(' ').any(|language| language == subtag);
    table.iter().filter(move |(languages, _)| is_for(languages)).map(|(_, list)| *list)
}

/// A word without what may stand in front of it in a language.
fn without_prefixes<'w>(word: &'w str, subtag: &str) -> impl Iterator<Item = &'w str> {
    of(PREFIXES, subtag).flat_map(str::split_whitespace).filter_map(move |prefix| word.strip_prefix(prefix))
}

fn has(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|known| known == word)
}

/// A word without the compounds in which a part that else negates does not.
fn without_harmless(word: &str) -> String {
    let word = HARMLESS_BEGINNINGS.split(' ').find_map(|beginning| word.strip_prefix(beginning)).unwrap_or(word);
    HARMLESS.split_whitespace().fold(word.to_owned(), |word, harmless| word.replace(harmless, " "))
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
            ("they will unless it rains", "en", Some("unless")),
            ("we REFUSED to go", "en", Some("REFUSED")),
            ("anything but a friend", "en", Some("anything but")),
            ("they failed to go", "en", Some("failed to")),
            ("they failed us", "en", None),
            ("je nie tout", "fr", Some("nie")),
            ("ni har rätt", "sv", None),
            ("das ist alles andere als gut", "de", Some("alles andere als")),
            ("문을 열지 마라", "ko", Some("마라")),
            ("kapıyı açmıyoruz", "tr", Some("açmıyoruz")),
            ("a multimedia comedy", "en", None),
            ("我们的未来特别好", "zh", None),
            ("除非下雨", "zh", Some("除非下雨")),
            ("戸を開けずに", "ja", Some("戸を開けずに")),
            ("門を開けず、待つ", "ja", Some("門を開けず")),
            ("本を読まず、待つ", "ja", Some("本を読まず")),
            ("まず門を必ず開けるはずだ", "ja", None),
            ("nechceme", "cs", Some("nechceme")),
            ("nejsme", "cs", Some("nejsme")),
            ("v neděli nebo nejspíše v nemocnici nechal větší než nebe", "cs", None),
            ("ولن نفتح", "ar", Some("ولن")),
            ("כשלא", "he", Some("כשלא")),
            ("wir schließen das Tor aus Angst", "de", None),
            ("wir schließen das Öffnen des Tores aus, sagte er", "de", Some("schließen das Öffnen des Tores aus")),
            ("we rule it out", "en", Some("rule it out")),
            ("the rule came out of nowhere else", "en", Some("nowhere")),
            ("tak", "pl", None),
            ("verken", "sv", None),
            ("noch", "de", None),
            ("tamam", "tr", None),
            ("kapıyı açmam", "tr", Some("açmam")),
            ("", "", None),
        ] {
            assert_eq!(negation(text, language), expected, "{text}");
        }
    }

    #[test]
    fn every_word_of_the_tables_can_be_met() {
        for (_, list) in WORDS {
            for word in list.split_whitespace() {
                assert!(negation(word, "").is_some() && folded(word) == word, "{word}");
            }
        }
        for (languages, list) in OWN {
            for (language, word) in
                languages.split(' ').flat_map(|it| list.split_whitespace().map(move |word| (it, word)))
            {
                assert!(negation(word, language).is_some() && folded(word) == word, "{word}");
                assert!(negation(word, "").is_none(), "{word} negates everywhere");
            }
        }
        for (language, list) in OTHERWISE {
            for word in list.split_whitespace() {
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
            ("We in the U.S.| will not attack. We| will defend", Some("not")),
            ("We met Mr.| Lee and will not attack. We| will defend", Some("not")),
            ("On 3.| May we will not attack. We| will defend", Some("not")),
            ("We will win.”| Not so. |We thank", None),
            ("We will win|. Not so.| We thank", None),
            ("We met Mr|. Lee and will not attack.| We thank", Some("not")),
            ("We do| not go to the U.S.| Senate", Some("not")),
            ("We in the U.S. |will not attack. We |will defend", Some("not")),
            ("We met. We do not like Mr.| Lee. We will| defend", None),
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
        }
    }
}
