//! The search index of a story: its texts folded as a browser folds them, and the forms of a word made a family.

use bundle::{Bundle, Index};
use search::Fold;
use unicode_normalization::UnicodeNormalization;
use waken_snowball::{Algorithm, stem};

/// Folds by the Unicode tables as a browser does by its own `normalize("NFKD").toLowerCase()`.
#[derive(Clone, Copy, Debug, Default)]
pub struct UnicodeFold;

impl Fold for UnicodeFold {
    fn fold(&self, c: char, out: &mut String) {
        out.extend(std::iter::once(c).nfkd().flat_map(char::to_lowercase));
    }
}

/// Languages whose words lose their endings by a known rule, by the first part of their BCP 47 tags.
const STEMMERS: &[(&str, Algorithm)] = &[
    ("ar", Algorithm::Arabic),
    ("ca", Algorithm::Catalan),
    ("da", Algorithm::Danish),
    ("de", Algorithm::German),
    ("el", Algorithm::Greek),
    ("en", Algorithm::English),
    ("eo", Algorithm::Esperanto),
    ("es", Algorithm::Spanish),
    ("et", Algorithm::Estonian),
    ("eu", Algorithm::Basque),
    ("fi", Algorithm::Finnish),
    ("fr", Algorithm::French),
    ("ga", Algorithm::Irish),
    ("hi", Algorithm::Hindi),
    ("hu", Algorithm::Hungarian),
    ("hy", Algorithm::Armenian),
    ("id", Algorithm::Indonesian),
    ("it", Algorithm::Italian),
    ("lt", Algorithm::Lithuanian),
    ("nb", Algorithm::Norwegian),
    ("ne", Algorithm::Nepali),
    ("nl", Algorithm::Dutch),
    ("nn", Algorithm::Norwegian),
    ("no", Algorithm::Norwegian),
    ("pt", Algorithm::Portuguese),
    ("ro", Algorithm::Romanian),
    ("ru", Algorithm::Russian),
    ("sr", Algorithm::Serbian),
    ("sv", Algorithm::Swedish),
    ("ta", Algorithm::Tamil),
    ("tr", Algorithm::Turkish),
    ("yi", Algorithm::Yiddish),
];

/// Longer words have no endings that anybody knows; characters.
const LONGEST_WORD: usize = 40;

/// The search index of a bundle without one, in a language.
pub(crate) fn index(bundle: &Bundle, language: &str) -> Index {
    let primary = language.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    let stemmer = STEMMERS.iter().find(|(tag, _)| *tag == primary).map(|(_, algorithm)| *algorithm);
    search::index(bundle, &UnicodeFold, &|word| stem_of(word, stemmer?))
}

/// A word without its endings; `None` for what is no word.
fn stem_of(word: &str, algorithm: Algorithm) -> Option<String> {
    let word: String = word.to_lowercase().nfc().collect();
    let is_word = word.chars().all(|c| !c.is_numeric()) && word.chars().count() <= LONGEST_WORD;
    is_word.then(|| stem(algorithm, &word).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_languages_are_in_order() {
        assert!(STEMMERS.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }

    #[test]
    fn the_forms_of_a_word_have_one_stem() {
        let cases = [
            (Algorithm::English, "visits", "visited"),
            (Algorithm::English, "Friends", "friend"),
            (Algorithm::German, "Häuser", "Hauser"),
            (
                Algorithm::Russian,
                "\u{440}\u{43E}\u{441}\u{441}\u{438}\u{438}\u{306}\u{441}\u{43A}\u{438}\u{439}",
                "российская",
            ),
            (Algorithm::French, "visité", "visiter"),
        ];
        for (algorithm, a, b) in cases {
            assert_eq!(stem_of(a, algorithm), stem_of(b, algorithm), "{a} {b}");
        }
        assert_eq!(stem_of("2024", Algorithm::English), None);
    }

    proptest! {
        #[test]
        fn no_word_makes_a_stemmer_panic(word in prop_oneof!["\\PC{0,12}", "[a-zäöüßéèñçşğıа-яёα-ωا-يא-תऀ-ॿ']{0,12}"]) {
            for (_, algorithm) in STEMMERS {
                let is_word = stem_of(&word, *algorithm).is_some();
                prop_assert_eq!(is_word, word.to_lowercase().chars().all(|c| !c.is_numeric()));
            }
        }
    }
}
