//! What a reader compares: words, phrases and queries, or people.

use bundle::Bundle;
use search::read_part;
use story::PersonIx;

/// So many are compared at most.
pub const MOST_COMPARED: usize = 4;

/// What stands between two of them in the address; none has it within.
const BETWEEN: char = '|';

/// What stands before the id of a person.
const SPEAKER: &str = "speaker:";

/// One of what is compared.
#[derive(Clone, Debug, PartialEq)]
pub enum Compared {
    /// A query, as typed.
    Words(String),
    /// All that somebody said.
    Speaker(PersonIx),
}

/// What a text names: each query, or `speaker:` and the id of a person, with `|` between them. What is empty or named
/// twice is passed over, and what is too many.
#[must_use]
pub fn compared_from_text(text: &str, bundle: &Bundle) -> Vec<Compared> {
    let mut all = Vec::new();
    for text in text.split(BETWEEN).map(str::trim).filter(|text| !text.is_empty()) {
        let person = text.strip_prefix(SPEAKER).and_then(|id| bundle.person_by_id(id));
        let one = person.map_or_else(|| Compared::Words(read_part(text).trim_end().to_owned()), Compared::Speaker);
        if all.len() < MOST_COMPARED && !all.contains(&one) {
            all.push(one);
        }
    }
    all
}

/// The inverse of [`compared_from_text`].
#[must_use]
pub fn text_from_compared(compared: &[Compared], bundle: &Bundle) -> String {
    let text = |one: &Compared| match one {
        Compared::Words(text) => text.clone(),
        Compared::Speaker(ix) => [SPEAKER, bundle.person(*ix).id()].concat(),
    };
    let all: Vec<String> = compared.iter().map(text).collect();
    all.join("|")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::testing;
    use proptest::prelude::*;

    #[test]
    fn words_and_people_are_told_apart() {
        let bundle = testing::record().bundle;
        let mayor = bundle.person_by_id("mayor").map(Compared::Speaker).expect("she exists");
        let words = |text: &str| Compared::Words(text.to_owned());
        let cases: [(&str, Vec<Compared>); 5] = [
            ("red|speaker:mayor", vec![words("red"), mayor]),
            (" \"no more\" | | red |red", vec![words("\"no more\""), words("red")]),
            ("speaker:ada", vec![words("speaker:ada")]),
            ("a|b|c|d|e", vec![words("a"), words("b"), words("c"), words("d")]),
            ("", vec![]),
        ];
        for (text, expected) in cases {
            assert_eq!(compared_from_text(text, &bundle), expected, "{text}");
        }
        let read = "a".repeat(search::MAX_UNITS - 1);
        assert_eq!(compared_from_text(&format!("{read} b|{read}"), &bundle), [words(&read)], "as much as is read");
    }

    proptest! {
        #[test]
        fn what_is_compared_survives_as_text(text in "[a-c|: ]{0,12}|.{0,20}") {
            let bundle = testing::record().bundle;
            let all = compared_from_text(&text, &bundle);
            prop_assert_eq!(compared_from_text(&text_from_compared(&all, &bundle), &bundle), all);
        }
    }
}
