//! Stable, readable ids.

use std::ops::RangeInclusive;

/// Whether `id` is a slug: lower-case ASCII letters and digits in groups joined by single hyphens.
#[must_use]
pub fn is_slug(id: &str) -> bool {
    id.split('-')
        .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()))
}

/// Letters of Europe's Latin alphabets, lower and upper case, and how they are written without their marks.
const PLAIN: &[(&str, &str)] = &[
    ("àáâãäåāăąÀÁÂÃÄÅĀĂĄ", "a"),
    ("æÆ", "ae"),
    ("çćĉċčÇĆĈĊČ", "c"),
    ("ďđðĎĐÐ", "d"),
    ("èéêëēĕėęěÈÉÊËĒĔĖĘĚ", "e"),
    ("ĝğġģĜĞĠĢ", "g"),
    ("ĥħĤĦ", "h"),
    ("ìíîïĩīĭįıÌÍÎÏĨĪĬĮİ", "i"),
    ("ĵĴ", "j"),
    ("ķĶ", "k"),
    ("ĺļľłĹĻĽŁ", "l"),
    ("ñńņňÑŃŅŇ", "n"),
    ("òóôõöøōŏőÒÓÔÕÖØŌŎŐ", "o"),
    ("œŒ", "oe"),
    ("ŕŗřŔŖŘ", "r"),
    ("śŝşšșŚŜŞŠȘ", "s"),
    ("ßẞ", "ss"),
    ("ţťŧțŢŤŦȚ", "t"),
    ("þÞ", "th"),
    ("ùúûüũūŭůűųÙÚÛÜŨŪŬŮŰŲ", "u"),
    ("ŵŴ", "w"),
    ("ýÿŷÝŸŶ", "y"),
    ("źżžŹŻŽ", "z"),
];
/// Marks that stand as characters of their own behind their letter.
const COMBINING: RangeInclusive<char> = '\u{300}'..='\u{36F}';

/// The nearest slug to any text, letters without their accents; empty where the text has no Latin letter or digit.
#[must_use]
pub fn slug_from_text(text: &str) -> String {
    let mut slug = String::new();
    for c in text.chars().filter(|c| !COMBINING.contains(c)) {
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if let Some((_, plain)) = PLAIN.iter().find(|(letters, _)| letters.contains(c)) {
            slug.push_str(plain);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_lower_case_words_joined_by_hyphens_are_slugs() {
        for good in ["a", "kim-jong-un", "9-may-2025"] {
            assert!(is_slug(good), "{good}");
        }
        for bad in ["", "-", "a-", "-a", "a--b", "Kim", "kim_jong", "é", "a b"] {
            assert!(!is_slug(bad), "{bad}");
        }
    }

    #[test]
    fn letters_lose_their_marks_and_not_their_place() {
        for (text, slug) in [
            ("Été à Straße", "ete-a-strasse"),
            ("Łódź, Ørsted & Œuvre", "lodz-orsted-oeuvre"),
            ("E\u{301}te\u{301}", "ete"),
            ("İstanbul", "istanbul"),
            ("김정은", ""),
        ] {
            assert_eq!(slug_from_text(text), slug, "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_suggested_slug_is_a_slug_or_empty(text in ".{0,40}") {
            let slug = slug_from_text(&text);
            prop_assert!(slug.is_empty() || is_slug(&slug), "{}", slug);
        }
    }
}
