//! Who may be meant by a name that stands beside a quotation: the speaker of a quote among the people of a story.

use super::negation::{folded, words};
use crate::draft::{PersonDraft, QuoteDraft};

/// Parts of names that name nobody by themselves.
const PARTICLES: &str = "de del della der den di da do dos du la le les el al bin ibn ben van von zu of the and y e i";

/// The words of a name, folded.
type Name = Vec<String>;

/// Of whom a name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Who {
    /// Who says the quote.
    Speaker,
    /// Somebody else of the story.
    Another,
}

/// The names of the people of a story, and which of them speaks.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    speaker: Vec<Name>,
    /// Words of the speaker's role, which may stand before the name.
    role: Name,
    others: Vec<Name>,
}

impl Names {
    /// The names of the people of a record, of whom one says a quote.
    pub(crate) fn of(people: &[PersonDraft<'_>], quote: &QuoteDraft<'_>) -> Self {
        let is_speaker = |person: &&PersonDraft<'_>| {
            person.id.value().is_some_and(|id| quote.speaker.value().is_some_and(|speaker| speaker == id))
        };
        let (speakers, others): (Vec<_>, Vec<_>) = people.iter().partition(is_speaker);
        let all = |people: &[&'_ PersonDraft<'_>]| -> Vec<String> {
            let names = people.iter().flat_map(|person| {
                person.name.value().into_iter().chain(person.aliases.iter().map(|alias| &alias.value))
            });
            names.map(|name| name.clone().into_owned()).collect()
        };
        let roles = speakers.iter().filter_map(|person| person.role.value()).chain(quote.role.value());
        let role = roles.map(|role| role.clone().into_owned()).collect::<Vec<_>>().join(" ");
        let (speaker, others) = (all(&speakers), all(&others));
        Self::new(speaker.iter().map(String::as_str), &role, others.iter().map(String::as_str))
    }

    /// The names of the speaker and of everybody else; `role` is what the speaker is.
    pub(crate) fn new<'n>(
        speaker: impl IntoIterator<Item = &'n str>,
        role: &str,
        others: impl IntoIterator<Item = &'n str>,
    ) -> Self {
        let all = |names: Vec<&str>| names.into_iter().map(name).filter(|name| !name.is_empty()).collect();
        Self {
            speaker: all(speaker.into_iter().collect()),
            role: name(role),
            others: all(others.into_iter().collect()),
        }
    }

    /// Whether words, folded, name the speaker, and nobody else of the story as well.
    pub(crate) fn is_speaker(&self, subject: &[String]) -> bool {
        let titles = subject.iter().take_while(|word| self.role.contains(word) && !self.is_part(word)).count();
        let bare = &subject[titles..];
        let is_whole = self.speaker.iter().any(|name| name == bare) && !self.others.iter().any(|name| name == bare);
        let is_partly =
            || self.speaker.iter().any(|name| holds(name, bare)) && !self.others.iter().any(|name| holds(name, bare));
        is_whole || is_partly()
    }

    /// Whether words name somebody of the story, and the speaker not.
    pub(crate) fn is_another(&self, words: &[String]) -> bool {
        let is_met = |name: &Name| name.iter().any(|part| is_telling(part) && words.contains(part));
        self.others.iter().any(is_met) && !self.speaker.iter().any(is_met)
    }

    /// Whose names hold a part of a kind; `None` where nobody's do, or the speaker's as well as another's.
    pub(crate) fn who(&self, is: impl Fn(&str) -> bool) -> Option<Who> {
        let holds = |names: &[Name]| names.iter().flatten().any(|part| is_telling(part) && is(part));
        match (holds(&self.speaker), holds(&self.others)) {
            (true, false) => Some(Who::Speaker),
            (false, true) => Some(Who::Another),
            _ => None,
        }
    }

    /// Whether a word is one of the speaker's name, and of nobody else's.
    pub(crate) fn is_of_speaker(&self, word: &String) -> bool {
        is_telling(word) && self.is_part(word) && !self.others.iter().any(|name| name.contains(word))
    }

    /// Whether a text without spaces between words holds a word of the speaker's name.
    pub(crate) fn is_held_by(&self, text: &str) -> bool {
        self.speaker.iter().flatten().any(|part| is_telling(part) && text.contains(part.as_str()))
    }

    fn is_part(&self, word: &String) -> bool {
        self.speaker.iter().any(|name| name.contains(word))
    }
}

/// The words of a text, folded; a full stop, as of an initial, and a hyphen divide.
pub(crate) fn name(text: &str) -> Name {
    words(text).map(folded).filter(|word| !word.is_empty()).collect()
}

/// Whether words stand in a name in order, and one of them can tell who is meant.
fn holds(name: &[String], words: &[String]) -> bool {
    let mut rest = name.iter();
    !words.is_empty()
        && words.iter().all(|word| rest.any(|part| part == word))
        && words.iter().any(|word| is_telling(word))
}

fn is_telling(part: &str) -> bool {
    let is_letter = part.chars().count() == 1 && part.is_ascii();
    !is_letter && !PARTICLES.split(' ').any(|particle| particle == part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_means_the_speaker_if_it_means_nobody_else() {
        let names = Names::new(
            ["Kim Jong Un", "Marshal Kim"],
            "leader of North Korea",
            ["Kim Yo Jong", "Lee Jae-myung", "Vladimir Putin"],
        );
        for (text, expected) in [
            ("Kim Jong Un", true),
            ("kim jong un", true),
            ("Marshal Kim", true),
            ("Jong Un", true),
            ("leader Kim Jong Un", true),
            ("Kim", false),
            ("Kim Yo Jong", false),
            ("Un Kim", false),
            ("Putin", false),
            ("Kim Jong Un Putin", false),
            ("leader", false),
            ("Mr Kim Jong Un", false),
            ("Nobody", false),
            ("", false),
        ] {
            assert_eq!(names.is_speaker(&name(text)), expected, "{text}");
        }
        assert!(names.is_another(&name("as Mr Putin said")) && !names.is_another(&name("Putin told Kim")));
    }
}
