//! Whom of a story a text names, so that a pronoun behind it can be told to mean the speaker. A name that is none of the
//! story's is not seen: who is unknown cannot be told from a place.

use super::boundary::is_unspaced;
use super::names::{Names, Who};
use super::negation::{folded, words};

/// Languages in which a name has endings of its own: "Хейгу", "Hague'a".
const WITH_ENDINGS: &str = "ru uk pl cs hu el tr";
/// Languages in which little words are written in front of a name, as one word with it.
const WITH_BEGINNINGS: &str = "ar he";
/// The longest of these endings, and of these beginnings, characters.
const ENDING_CHARS: usize = 3;
const BEGINNING_CHARS: usize = 2;
/// A shorter part of a name may begin many a word.
const PART_CHARS: usize = 4;
/// So it may where a syllable is a character.
const SYLLABLES: usize = 2;

/// Who is named in a text, in order. What the speaker and another share tells nobody.
pub(super) fn named<'a>(text: &'a str, subtag: &'a str, names: &'a Names) -> impl DoubleEndedIterator<Item = Who> + 'a {
    let words: Vec<&str> = words(text).filter(|word| !word.starts_with(char::is_lowercase)).collect();
    words.into_iter().flat_map(move |word| {
        if word.contains(is_unspaced) { named_inside(word, names) } else { named_by(word, subtag, names) }
    })
}

fn named_by(word: &str, subtag: &str, names: &Names) -> Vec<Who> {
    let plain = folded(word);
    let bare = plain.split('\'').next().unwrap_or_default();
    let is_of = |part: &str| part == plain || is_form(bare, part, subtag);
    names.who(is_of).into_iter().collect()
}

/// Whether a word is a part of a name as a sentence of a language has it.
fn is_form(word: &str, part: &str, subtag: &str) -> bool {
    let count = part.chars().count();
    let is_longer = |most: usize| word.chars().count() <= count + most;
    word == part
        || is_hangul(part) && count >= SYLLABLES && word.starts_with(part)
        || is_among(WITH_ENDINGS, subtag) && count >= PART_CHARS && is_longer(ENDING_CHARS) && word.starts_with(part)
        || is_among(WITH_BEGINNINGS, subtag) && is_longer(BEGINNING_CHARS) && word.ends_with(part)
}

/// Who is named in words that no space divides.
fn named_inside(clause: &str, names: &Names) -> Vec<Who> {
    let plain = folded(clause);
    let at = |(at, _): (usize, char)| names.who(|part| plain[at..].starts_with(part) && !is_cut(&plain, at, part));
    plain.char_indices().filter_map(at).collect()
}

/// Whether a part of a name is only the beginning or the end of a word of foreign sounds: "リー" in "リーダー".
fn is_cut(text: &str, at: usize, part: &str) -> bool {
    let before = text[..at].chars().next_back();
    let behind = text[at + part.len()..].chars().next();
    part.chars().all(is_katakana) && (before.is_some_and(is_katakana) || behind.is_some_and(is_katakana))
}

fn is_katakana(c: char) -> bool {
    ('\u{30A1}'..='\u{30FF}').contains(&c) && c != '・'
}

fn is_hangul(part: &str) -> bool {
    part.chars().all(|c| ('\u{AC00}'..='\u{D7A3}').contains(&c))
}

fn is_among(list: &str, subtag: &str) -> bool {
    list.split(' ').any(|language| language == subtag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_people_of_a_story_are_named_in_order() {
        let speaker = ["William Hague", "Хейг", "헤이그", "黑格", "ヘイグ", "هيغ"];
        let names = Names::new(speaker, "", ["Ann Lee", "Boris Hague-Stone", "Ли", "이영희", "李", "リー", "لي"]);
        let (speaker, another) = (Who::Speaker, Who::Another);
        for (text, language, expected) in [
            ("William Hague saw Ann Lee’s house", "en", vec![speaker, another, another]),
            ("Hague spoke", "en", vec![]),
            ("Boris Hague-Stone", "en", vec![another, another]),
            ("the lee of the ship, Leeds and Williamsburg", "en", vec![]),
            ("Хейгу и Ли, но не Лимассолу", "ru", vec![speaker, another]),
            ("헤이그는 이영희를", "ko", vec![speaker, another]),
            ("李看见黑格", "zh", vec![another, speaker]),
            ("リーダーのヘイグとリー氏", "ja", vec![speaker, another]),
            ("ولهيغ", "ar", vec![speaker]),
        ] {
            assert_eq!(named(text, language, &names).collect::<Vec<_>>(), expected, "{text}");
        }
    }
}
