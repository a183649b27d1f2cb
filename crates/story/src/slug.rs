//! Stable, readable ids.

/// Whether `id` is a slug: lower-case ASCII letters and digits in groups joined by single hyphens.
#[must_use]
pub fn is_slug(id: &str) -> bool {
    id.split('-')
        .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()))
}

/// The nearest slug to any text, to suggest in a hint; empty where the text has no ASCII letter or digit.
#[must_use]
pub fn slug_from_text(text: &str) -> String {
    let mut slug = String::new();
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
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

    proptest! {
        #[test]
        fn a_suggested_slug_is_a_slug_or_empty(text in ".{0,40}") {
            let slug = slug_from_text(&text);
            prop_assert!(slug.is_empty() || is_slug(&slug), "{}", slug);
        }
    }
}
