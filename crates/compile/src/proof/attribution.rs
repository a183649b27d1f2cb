//! Whether words beside a quotation tell who speaks, and nothing else.

use super::boundary::is_unspaced;
use super::cues::{Cues, cues};
use super::mention::named;
use super::names::{Names, Who, name};
use super::negation::subtag;
use super::typography::{is_apostrophe, is_hyphen};
use unicode_normalization::char::is_combining_mark;

/// Languages that write no comma where a quotation closes.
const WITHOUT_COMMA: &str = "ko ja zh th tr hi ar fa he hu";
/// Languages that may interrupt a quotation by dashes alone: «А, — сказал он. — Б».
const BY_DASHES: &str = "ru uk pl cs";

/// Languages in which the subject stands before its verb.
const SUBJECT_FIRST: &str = "en id ms vi";
/// Pronouns that are an object behind a verb: "John Smith said it".
const OBJECTS: &str = "it es";
/// Titles that are written with a full stop: "Mr. Hague".
const TITLES: &str = "mr mrs ms messrs dr prof sen gov rep gen adm col maj capt cpt lt sgt cmdr rev fr hon pres st jr sr sra srta dra \
                      hr dott sig avv ing";

/// A name is of so many words at most.
const NAME_WORDS: usize = 5;

/// How words name who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Subject {
    /// By the speaker's name.
    Name,
    /// By a pronoun, or not at all where a language may do without.
    Pronoun,
}

/// Who a quote is by, and how its language tells it.
#[derive(Clone, Copy)]
pub(crate) struct Speech<'a> {
    cues: &'static Cues,
    names: &'a Names,
    subtag: &'a str,
}

/// Whether words say that somebody speaks, whoever it is, and nothing else: a verb, and a pronoun or a name.
pub(crate) fn tells_who(text: &str, language: &str) -> bool {
    let names = Names::default();
    let speech = Speech::new(language, &names);
    speech.is_some_and(|speech| speech.attribution(text).is_some() || speech.has_name_as_subject(text))
}

impl<'a> Speech<'a> {
    /// The speech of a language given by its tag; `None` where nobody knows how it tells who speaks.
    pub(crate) fn new(language: &'a str, names: &'a Names) -> Option<Self> {
        let subtag = subtag(language);
        Some(Self { cues: cues(subtag)?, names, subtag })
    }

    /// Whether the language interrupts a quotation by dashes alone.
    pub(crate) fn is_by_dashes(self) -> bool {
        self.is_among(BY_DASHES)
    }

    /// Whether the language writes no comma where a quotation closes.
    pub(crate) fn is_without_comma(self) -> bool {
        self.is_among(WITHOUT_COMMA)
    }

    fn is_among(self, list: &str) -> bool {
        list.split(' ').any(|language| language == self.subtag)
    }

    /// The subject of words that say that the speaker speaks, and nothing else: a verb and that subject.
    pub(crate) fn attribution(self, text: &str) -> Option<Subject> {
        let text = text.trim();
        if text.is_empty() || !is_words(text) {
            return None;
        }
        if text.chars().all(|c| is_unspaced(c) || c.is_whitespace() || c == '·') {
            return self.unspaced_attribution(text);
        }
        let mut words = name(text);
        if words.first().is_some_and(|word| has(self.cues.before_all, word)) {
            words.remove(0);
        }
        self.verbs().find_map(|verb| self.subjects(verb, &words).into_iter().flatten().find_map(|it| self.subject(it)))
    }

    /// Whether words are a verb, and beside it only words with capitals, or of a script without them.
    fn has_name_as_subject(self, text: &str) -> bool {
        let small = super::negation::words(text).filter(|word| word.starts_with(char::is_lowercase)).count();
        let words = name(text);
        let has_name = |verb: &str| {
            let mut subjects = self.subjects(verb, &words).into_iter().flatten();
            let is_small_one = small > verb.split([' ', '_']).filter(|word| !word.is_empty()).count();
            !is_small_one && subjects.any(|subject| (1..=NAME_WORDS).contains(&subject.len()))
        };
        is_words(text) && self.verbs().any(has_name)
    }

    /// Who of the story is named last in a text.
    pub(crate) fn last_named(self, text: &str) -> Option<Who> {
        named(text, self.subtag, self.names).next_back()
    }

    /// Who of the story is named first in a text.
    pub(crate) fn first_named(self, text: &str) -> Option<Who> {
        named(text, self.subtag, self.names).next()
    }

    /// Whether words beside a quotation give it to somebody else. Where the quotation `is_open`, they have to tell who
    /// speaks.
    pub(crate) fn is_anothers(self, clause: &str, is_open: bool) -> bool {
        let words = name(clause);
        if self.names.is_another(&words) {
            return true;
        }
        if self.is_among("ko ja zh th") {
            return self.is_unspaced_anothers(clause, &words, is_open);
        }
        let is_ours = |word: &String| self.is_pronoun(word) || self.names.is_of_speaker(word);
        let is_subject = |word: &String| is_ours(word) && !has(OBJECTS, word);
        match self.verb_at(&words) {
            // "dijo." and "dijo en Madrid", but not "dijo Lee".
            Some(0) if self.cues.drops_pronoun && !words.get(1).is_some_and(|word| is_capital_in(clause, word)) => {
                false
            }
            Some(0) => !words[1..].iter().find(|word| word.as_str() != "t").is_some_and(is_subject),
            // "And John Smith answered Hague."
            Some(at) if at > 1 && self.is_among(SUBJECT_FIRST) && is_capital_in(clause, &words[at - 1]) => {
                !is_ours(&words[at - 1])
            }
            // "a-t-il dit": the subject may stand between, or before.
            Some(at) => {
                !words[at.saturating_sub(2)..at].iter().any(is_ours) && !words.get(at + 1).is_some_and(is_subject)
            }
            None => is_open && !words.iter().take(2).any(is_ours),
        }
    }

    /// Whether words beside a quotation tell by another pronoun than others do that somebody says it.
    pub(crate) fn is_by_another_pronoun(self, clause: &str, is_open: bool, other: &str) -> bool {
        let (words, others) = (name(clause), name(other));
        let pronoun = words.iter().find(|word| self.is_pronoun(word) && !has(OBJECTS, word));
        let has_one = others.iter().any(|word| self.is_pronoun(word));
        (is_open || self.verb_at(&words).is_some()) && has_one && pronoun.is_some_and(|word| !others.contains(word))
    }

    /// Where a verb of saying stands among words; of one of several words, where its last does: "a déclaré", "fügte hinzu".
    fn verb_at(self, words: &[String]) -> Option<usize> {
        self.verbs().find_map(|verb| {
            let mut parts = verb.split([' ', '_']).filter(|part| !part.is_empty());
            let behind = |from: usize, part| words[from..].iter().position(|word| word == part).map(|at| from + at + 1);
            parts.try_fold(0, behind).map(|behind| behind - 1)
        })
    }

    /// Whether a text names somebody of the story, and the speaker not.
    pub(crate) fn names_another(self, text: &str) -> bool {
        self.names.is_another(&name(text))
    }

    fn is_unspaced_anothers(self, clause: &str, words: &[String], is_open: bool) -> bool {
        let text = words.concat();
        let has_verb = self.verbs().any(|verb| text.contains(&verb.replace(' ', "")));
        let is_unspaced = clause.chars().all(|c| is_unspaced(c) || !c.is_alphabetic());
        let has_ours = words.iter().any(|word| self.subject(std::slice::from_ref(word)).is_some())
            || is_unspaced
                && (self.names.is_held_by(&text) || self.cues.pronouns.split(' ').any(|it| text.contains(it)));
        let is_bare = || {
            let bare = words.iter().filter(|word| !has(self.cues.before_all, word));
            self.verbs().any(|verb| bare.clone().map(String::as_str).eq(verb.split(' ')))
                || self.verbs().any(|verb| self.without_lead(clause.trim()) == verb)
        };
        (has_verb || is_open && !words.is_empty()) && !has_ours && !is_bare()
    }

    fn verbs(self) -> impl Iterator<Item = &'static str> {
        self.cues.verbs.split(',').map(str::trim)
    }

    /// What words are beside a verb, if they hold it at an end or around them.
    fn subjects<'w>(self, verb: &str, words: &'w [String]) -> [Option<&'w [String]>; 2] {
        let is = |part: &[String], list: &str| part.iter().map(String::as_str).eq(list.split_whitespace());
        let len = |list: &str| list.split_whitespace().count();
        if let Some((before, after)) = verb.split_once('_') {
            let (first, last) = (len(before), words.len().saturating_sub(len(after)));
            let holds = first < last && is(&words[..first], before) && is(&words[last..], after);
            return [holds.then(|| &words[first..last]), None];
        }
        let (first, last) = (len(verb), words.len().checked_sub(len(verb)));
        let behind = words.get(..first).filter(|part| is(part, verb)).map(|_| &words[first..]);
        let before = last.filter(|last| is(&words[*last..], verb)).map(|last| &words[..last]);
        [behind, before]
    }

    /// How words name the speaker, if they are a pronoun or the speaker's name.
    fn subject(self, words: &[String]) -> Option<Subject> {
        // French puts a letter between a verb and its pronoun: "a-t-il dit".
        let words = match words {
            [t, pronoun] if t == "t" && self.is_pronoun(pronoun) => &words[1..],
            _ => words,
        };
        if words.is_empty() {
            return self.cues.drops_pronoun.then_some(Subject::Pronoun);
        }
        let subject = |words: &[String]| match words {
            [pronoun] if self.is_pronoun(pronoun) => Some(Subject::Pronoun),
            _ => self.names.is_speaker(words).then_some(Subject::Name),
        };
        subject(words).or_else(|| self.without_particle(words).iter().find_map(|words| subject(words)))
    }

    /// The words without one of the particles that may end them.
    fn without_particle(self, words: &[String]) -> Vec<Vec<String>> {
        let Some((last, rest)) = words.split_last() else { return Vec::new() };
        let stems = self.cues.after_subject.split_whitespace().filter_map(|particle| last.strip_suffix(particle));
        stems.map(|stem| rest.iter().cloned().chain((!stem.is_empty()).then(|| stem.to_owned())).collect()).collect()
    }

    fn unspaced_attribution(self, text: &str) -> Option<Subject> {
        let text = self.without_lead(text);
        let subjects = self.verbs().flat_map(|verb| [text.strip_prefix(verb), text.strip_suffix(verb)]).flatten();
        let subjects = subjects.map(str::trim).filter(|subject| !subject.is_empty());
        subjects.into_iter().find_map(|subject| self.subject(&name(subject)))
    }

    /// A text without the word that leads to it from a quotation.
    fn without_lead(self, text: &str) -> &str {
        self.cues.before_all.split_whitespace().find_map(|lead| text.strip_prefix(lead)).unwrap_or(text)
    }

    fn is_pronoun(self, word: &str) -> bool {
        has(self.cues.pronouns, word)
    }
}

fn has(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|known| known == word)
}

/// Whether a text is nothing but words: no mark divides it, but for the full stop of an initial or a title.
fn is_words(text: &str) -> bool {
    let is_stop = |at: usize| {
        let word = text[..at].rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let is_initial = word.chars().count() == 1 && word.starts_with(char::is_uppercase);
        is_initial || has(TITLES, &word.to_lowercase())
    };
    text.char_indices().all(|(at, c)| {
        c.is_alphabetic()
            || c == '.' && is_stop(at)
            || is_combining_mark(c)
            || c.is_whitespace()
            || is_apostrophe(c)
            || is_hyphen(c)
            || c == '·'
    })
}

/// Whether a folded word begins with a capital in a text.
fn is_capital_in(text: &str, word: &str) -> bool {
    let mut words = super::negation::words(text);
    words.any(|known| super::negation::folded(known) == word && known.starts_with(char::is_uppercase))
}
