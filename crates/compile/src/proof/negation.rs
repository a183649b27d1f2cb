//! Words that turn a sentence into its contrary, so that none may be lost where an author shortens.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization as _;

use super::negators::{
    BEFORE_NOUNS, BEGINNINGS, BEHIND_NON, BEHIND_PARTICLES, ENDINGS, HARMLESS, HARMLESS_BEGINNINGS, HARMLESS_WORDS,
    KIN, LITTLE, OF_THEIR_OWN, OTHERWISE, OWN, PARTED, PARTS, PHRASES, PREFIXES, WORDS,
};
use super::sentence::{paragraph, sentence, sentence_ends};

/// So far from its verb, in words, a particle is looked for.
const PARTED_WORDS: usize = 12;
/// So many little words of a language tell that a sentence is of it.
const LITTLE_WORDS: usize = 2;
/// Behind these, a word may have its capital because something begins there.
const BEFORE_CAPITALS: &str = ":!?…\"'“„‘‚«‹»(¿¡";

/// The first word of a text that negates, in a language given by its tag, or the first such turn of phrase.
pub(crate) fn negation<'t>(text: &'t str, language: &str) -> Option<&'t str> {
    let all = 0..text.len();
    ReadSentence { text, sentence: all.clone(), subtag: subtag(language) }.lost(&all, &all)
}

/// The first negation of a part of a text, read as part of its sentence.
pub(crate) fn negation_in<'t>(text: &'t str, part: &Range<usize>, language: &str) -> Option<&'t str> {
    ReadSentence { text, sentence: sentence(text, part), subtag: subtag(language) }.lost(part, part)
}

/// The first negation of a sentence of which a part, at one of its edges, is left out, if any of it stands there: its
/// other words may be among those that are kept, "We rule the use of force | out".
pub(crate) fn lost_at_edge<'t>(text: &'t str, edge: &Range<usize>, language: &str) -> Option<&'t str> {
    let sentence = sentence(text, edge);
    ReadSentence { text, sentence: sentence.clone(), subtag: subtag(language) }.lost(&sentence, edge)
}

/// Whether what is left out of a passage of a text holds a negation of a sentence of which a part is kept, or a word of
/// one.
pub(crate) fn lost_negation<'t>(text: &'t str, left_out: Range<usize>, language: &str) -> Option<&'t str> {
    let gap = text.get(left_out.clone())?;
    let around = paragraph(text, &left_out);
    let ends: Vec<usize> = sentence_ends(&text[around.clone()]).map(|end| around.start + end).collect();
    let (past, rest) = ends.split_at(ends.partition_point(|end| *end <= left_out.start));
    let start = past.last().copied().unwrap_or(around.start);
    let begins_anew = !text[start..left_out.start].contains(char::is_alphanumeric);
    // Marks behind a stop belong to its sentence, though they may be kept.
    let behind = &text[left_out.end..around.end];
    let kept = left_out.end + behind.find(char::is_alphanumeric).unwrap_or(behind.len());
    let (within, beyond) = rest.split_at(rest.partition_point(|end| *end <= kept));
    let (first, last) = (within.first().copied(), within.last().copied());
    let lost = |sentence: Range<usize>| {
        let part = sentence.start.max(left_out.start)..sentence.end.min(left_out.end);
        let reading = ReadSentence { text, sentence: sentence.clone(), subtag: subtag(language) };
        (part.start < part.end).then(|| reading.lost(&sentence, &part)).flatten()
    };
    let head = first.filter(|_| !begins_anew && !gap.is_empty()).and_then(|end| lost(start..end));
    head.or_else(|| lost(last.unwrap_or(start)..beyond.first().copied().unwrap_or(around.end)))
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

/// A word as it stands, and folded.
type Word<'t> = (&'t str, String);

/// A sentence of a text as it is read in a language.
struct ReadSentence<'a, 't> {
    text: &'t str,
    sentence: Range<usize>,
    subtag: &'a str,
}

impl<'t> ReadSentence<'_, 't> {
    /// The first negation among some words, if any word of it is left out.
    fn lost(&self, among: &Range<usize>, left_out: &Range<usize>) -> Option<&'t str> {
        // Scripts without spaces are cut anywhere, so what is left out has its own words.
        let parts = [among.start..left_out.start, left_out.clone(), left_out.end..among.end];
        let all = parts.into_iter().flat_map(|part| words(&self.text[part]));
        let all: Vec<Word<'_>> = all.map(|word| (word, folded(word))).collect();
        let is_lost = |at: usize| left_out.contains(&place(self.text, all[at].0));
        (0..all.len()).find_map(|at| {
            let alone = || (is_lost(at) && self.negates(&all[at..], left_out.end)).then_some(at);
            let phrase = || Some(at + phrase_len(&all[at..])? - 1).filter(|last| (at..=*last).any(is_lost));
            let parted = || self.particles(&all, at).find(|particle| is_lost(at) || is_lost(*particle));
            let last = alone().or_else(phrase).or_else(parted)?;
            self.text.get(place(self.text, all[at].0)..self.end(all[last].0))
        })
    }

    /// Whether the first of some words negates by itself; whether a figure follows is told by what is left out alone.
    fn negates(&self, words: &[Word<'_>], left_out_end: usize) -> bool {
        let Some((word, plain)) = words.first() else { return false };
        let next = words.get(1).map(|(word, plain)| (*word, plain.as_str()));
        is_negation(plain, self.subtag)
            && !self.is_number(word, plain, left_out_end)
            && !self.is_compound(word, plain, next)
            && !self.is_foreign_name(word, plain, next)
    }

    /// Whether a word is that of a number: "No. 10".
    fn is_number(&self, word: &str, plain: &str, left_out_end: usize) -> bool {
        let behind = self.text.get(self.end(word)..left_out_end).and_then(|behind| behind.strip_prefix('.'));
        plain == "no" && behind.is_some_and(|behind| behind.trim_start().starts_with(|c: char| c.is_ascii_digit()))
    }

    /// Whether a word is a part of one that does not negate: "a non-profit".
    fn is_compound(&self, word: &str, plain: &str, next: Option<(&str, &str)>) -> bool {
        let Some((next_word, next)) = next else { return false };
        let between = &self.text[self.end(word)..place(self.text, next_word)];
        plain == "non" && is_hyphened(between) && has(BEHIND_NON, next)
    }

    /// Whether a word is a name here: it has a capital for no other reason, and negates in other languages than that of
    /// its sentence.
    fn is_foreign_name(&self, word: &str, plain: &str, next: Option<(&str, &str)>) -> bool {
        is_capitalised(word)
            && (self.is_inside(word) || next.is_some_and(|(next, _)| self.is_name_with(word, next)))
            && !is_own(plain, self.subtag)
            && self.is_in_own_language()
    }

    /// Whether a word stands within the sentence, and not where something begins.
    fn is_inside(&self, word: &str) -> bool {
        let start = self.sentence.start;
        let before = self.text[start..place(self.text, word)].trim_end();
        let is_end = |end: usize| end == before.len();
        before.contains(char::is_alphanumeric)
            && !before.ends_with(|c| BEFORE_CAPITALS.contains(c))
            && !sentence_ends(&self.text[self.sentence.clone()]).any(is_end)
    }

    /// Whether a word makes a name with the next: "Nia Long", "Pas-de-Calais".
    fn is_name_with(&self, word: &str, next: &str) -> bool {
        let between = &self.text[self.end(word)..place(self.text, next)];
        between == " " && is_capitalised(next) || is_hyphened(between)
    }

    /// Whether the little words of the sentence are those of its language, and of no other as much.
    fn is_in_own_language(&self) -> bool {
        let all: HashSet<String> = words(&self.text[self.sentence.clone()]).map(folded).collect();
        let count = |list: &str| list.split_whitespace().filter(|little| all.contains(*little)).count();
        let is_own = |languages: &str| has(languages, self.subtag);
        let own = LITTLE.iter().find(|(languages, _)| is_own(languages)).map_or(0, |(_, list)| count(list));
        let mut others = LITTLE.iter().filter(|(languages, _)| !is_own(languages));
        own >= LITTLE_WORDS && others.all(|(_, list)| count(list) < own)
    }

    /// The places of the particles that may belong to a verb, each at the end of its clause.
    fn particles<'r>(&'r self, words: &'r [Word<'_>], verb: usize) -> impl Iterator<Item = usize> + 'r {
        let of_verb = particles_of(&words[verb].1);
        let is_noun = !of_verb.is_empty()
            && verb.checked_sub(1).is_some_and(|before| {
                has(BEFORE_NOUNS, &words[before].1) && self.between(words, before).trim().is_empty()
            });
        let last = if of_verb.is_empty() || is_noun { verb } else { words.len().min(verb + PARTED_WORDS) };
        let is_particle = move |at: &usize| {
            of_verb.iter().any(|particles| has(particles, &words[*at].1))
                && self.ends_clause(words, *at)
                && !has(OF_THEIR_OWN, &words[*at - 1].1)
        };
        (verb + 1..last).filter(is_particle)
    }

    fn ends_clause(&self, words: &[Word<'_>], at: usize) -> bool {
        let behind = self.text[self.end(words[at].0)..].trim_start();
        !behind.starts_with(char::is_alphanumeric)
            || words.get(at + 1).is_some_and(|(_, next)| has(BEHIND_PARTICLES, next))
    }

    /// What stands between a word and the next.
    fn between(&self, words: &[Word<'_>], at: usize) -> &str {
        words.get(at + 1).map_or("", |(next, _)| &self.text[self.end(words[at].0)..place(self.text, next)])
    }

    fn end(&self, word: &str) -> usize {
        place(self.text, word) + word.len()
    }
}

/// Whether a word has one capital, at its beginning.
fn is_capitalised(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next().is_some_and(char::is_lowercase)
}

/// Whether nothing but a hyphen stands between two words.
fn is_hyphened(between: &str) -> bool {
    let mut chars = between.chars();
    chars.next().is_some_and(super::typography::is_hyphen) && chars.next().is_none()
}

/// Of how many words a turn of phrase is with which words begin. The first may be run together with what is before it:
/// "c'est faux".
fn phrase_len(words: &[Word<'_>]) -> Option<usize> {
    // By their first words, because they are looked up at each word of an edge.
    static BY_FIRST: LazyLock<HashMap<&str, Vec<&[&str]>>> = LazyLock::new(|| {
        grouped(PHRASES.iter().filter_map(|phrase| phrase.split_first().map(|(first, rest)| (*first, rest))))
    });
    let ((_, first), behind) = words.split_first()?;
    let is =
        |rest: &&&[&str]| rest.len() <= behind.len() && rest.iter().zip(behind).all(|(known, (_, word))| known == word);
    let begins = [Some(first.as_str()), behind_apostrophe(first)].into_iter().flatten();
    begins.filter_map(|first| BY_FIRST.get(first)?.iter().find(is)).map(|rest| rest.len() + 1).next()
}

/// The particles of each list with which a verb negates.
fn particles_of(verb: &str) -> &'static [&'static str] {
    static BY_VERB: LazyLock<HashMap<&str, Vec<&str>>> = LazyLock::new(|| {
        grouped(
            PARTED.iter().flat_map(|(verbs, particles)| verbs.split_whitespace().map(move |verb| (verb, *particles))),
        )
    });
    BY_VERB.get(verb).map_or(&[], Vec::as_slice)
}

fn grouped<V>(pairs: impl Iterator<Item = (&'static str, V)>) -> HashMap<&'static str, Vec<V>> {
    pairs.fold(HashMap::new(), |mut groups, (key, value)| {
        groups.entry(key).or_insert_with(Vec::new).push(value);
        groups
    })
}

/// The part of a word behind its last apostrophe: "j'exclus".
fn behind_apostrophe(word: &str) -> Option<&str> {
    word.rsplit_once('\'').map(|(_, rest)| rest)
}

/// Whether a word stands in the tables of a language itself.
fn is_own(word: &str, subtag: &str) -> bool {
    let is_for = |language: &str| language == subtag || KIN.iter().any(|(of, kin)| *of == language && has(kin, subtag));
    let is_in =
        |word: &str| WORDS.iter().any(|(language, list)| is_for(language) && has(list, word)) || is_owned(word, subtag);
    is_in(word) || behind_apostrophe(word).is_some_and(is_in) || is_negated(word, subtag)
}

fn is_negation(word: &str, subtag: &str) -> bool {
    is_known(word, subtag)
        || without_prefixes(word, subtag).any(|word| is_known(word, subtag))
        || behind_apostrophe(word).is_some_and(|word| is_known(word, subtag))
        || is_negated(word, subtag)
}

/// Whether a word stands in the tables of whole words.
fn is_known(word: &str, subtag: &str) -> bool {
    // Each word of an edge is looked up, so the longest table is searched by a hash.
    static KNOWN: LazyLock<HashSet<&str>> =
        LazyLock::new(|| WORDS.iter().flat_map(|(_, list)| list.split_whitespace()).collect());
    KNOWN.contains(word) && !of(OTHERWISE, subtag).any(|list| has(list, word)) || is_owned(word, subtag)
}

/// Whether a word negates in a language alone.
fn is_owned(word: &str, subtag: &str) -> bool {
    static OWNED: LazyLock<HashSet<(&str, &str)>> = LazyLock::new(|| {
        let pairs = OWN.iter().flat_map(|(languages, list)| languages.split(' ').map(move |language| (language, list)));
        pairs.flat_map(|(language, list)| list.split_whitespace().map(move |word| (language, word))).collect()
    });
    OWNED.contains(&(subtag, word))
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
    fn an_elided_word_in_front_hides_no_negation() {
        for (language, list) in WORDS.iter().chain(OWN).filter(|(language, _)| ["fr", "it", "ca"].contains(language)) {
            for word in list.split_whitespace() {
                for elided in "j' l' m' qu' d' c' s' n' j’ jusqu’ dell’ all’".split(' ') {
                    let word = format!("{elided}{word}");
                    assert_eq!(negation(&word, language), Some(word.as_str()), "{language}");
                }
            }
        }
        assert_eq!(negation("c’est faux que", "fr"), Some("c’est faux"));
    }

    #[test]
    fn each_meaning_has_its_words_in_each_language() {
        for (language, turns) in [
            (
                "en",
                "it is false that|we stopped building|wont|dont|cant|isnt|except|ceased to|failure to|dispute|oppose",
            ),
            ("en", "we are against|unlikely|improbable|refuse|doubt|gave up|abandoned"),
            ("de", "ich zweifle, dass|unwahrscheinlich|nix|falsch|hörten auf|stoppten|wir sind gegen|weigern|außer"),
            (
                "fr",
                "improbable|c’est faux|cessons|nous nous opposons|refuse|doutons|nous sommes contre|arrêtons de|sauf",
            ),
            ("es", "improbable|es falso|dejamos de|nos oponemos|rechaza|dudo|estamos en contra|salvo|no"),
            ("it", "improbabile|è falso|smettiamo|ci opponiamo|rifiuto|dubito|siamo contrari|tranne|non|s’oppone"),
            ("pt", "improvável|é falso|deixamos de|opomos|recuso|duvido|somos contra|exceto"),
            ("ca", "no|res|sense|rebutgem|dubtem|ens oposem|deixem de|fals"),
            ("nl", "onwaarschijnlijk|onwaar|stoppen|wij zijn tegen|weiger|twijfel|behalve|houden op"),
            ("sv", "osannolikt|falskt|slutade|motsätter|vägrar|tvivlar|vi är emot"),
            ("da", "usandsynligt|falsk|stoppede|modsætter|nægter|tvivler|vi er imod"),
            ("nb", "usannsynlig|falsk|sluttet|motsetter|nekter|tviler"),
            ("ru", "маловероятно|неправда|перестали|мы против|отказались|сомневаюсь|возражаем|кроме"),
            ("uk", "малоймовірно|неправда|перестали|ми проти|відмовились|сумніваюся|крім"),
            ("pl", "mało prawdopodobne|nieprawda|przestaliśmy nie|przestali|sprzeciwiamy|odmawiam|wątpię|oprócz"),
            ("cs", "nepravděpodobné|lež|přestali|jsme proti|odmítám|pochybuji|kromě"),
            ("sk", "nepravda|prestali|sme proti|odmietam|pochybujem|okrem"),
            ("el", "απίθανο|ψευδές|σταματήσαμε|αντίθετοι|αρνούμαι|αμφιβάλλω|εκτός"),
            (
                "tr",
                "açmamış|açmamışız|açmayalım|açmazsınız|açmasınlar|açmasın|açmamak|açmadığı|açmayan|açmayıp|açmazdık",
            ),
            ("tr", "vazgeçtik|karşıyız|yalan|imkânsız|hariç"),
            ("hu", "valószínűtlen|hamis|abbahagytuk|ellenezzük|kétlem|kivéve"),
            ("id", "mustahil|palsu|berhenti|menentang|menolak|meragukan|kecuali"),
            ("vi", "phản đối|ngừng|nghi ngờ|từ chối|ngoại trừ"),
            ("ar", "مستحيل|كذب|توقفنا|نعارض|نرفض|نشك|باستثناء"),
            ("fa", "بعید|دروغ|مخالفیم|تردید"),
            ("he", "שקר|הפסקנו|מתנגדים|מסרב|מפקפק|למעט"),
            ("hi", "असंभव|झूठ|रोक|विरोध|संदेह|सिवाय"),
            ("ko", "문을 열기는커녕|반대한다|불가능하다|거짓이다|중단했다|거부한다|의심한다|아닐"),
            ("ja", "開けることなく|開けぬ|反対する|やめた|疑う|拒否する|嘘だ|避ける"),
            ("zh", "反对|放弃|避免|莫打开|怀疑|拒绝|停止|虚假|除非"),
            ("th", "คัดค้าน|หยุด|สงสัย|ปฏิเสธ|ยกเว้น"),
        ] {
            for turn in turns.split('|') {
                assert!(negation(turn, language).is_some(), "{language}: {turn}");
            }
        }
        for (language, text) in [
            ("fr", "la porte dont il parle"),
            ("de", "das ist halt so"),
            ("sv", "unika"),
            ("tr", "kapının açılmasını ve açmasına, namazdan"),
            ("zh", "他在莫斯科见到反对派"),
            ("ja", "犬が死ぬ"),
            ("ko", "제안된 법안이 고안되었다"),
            ("th", "ผู้ต้องสงสัย"),
            ("en", "the rules they set out, the call is coming in, they give what they have"),
        ] {
            assert_eq!(negation(text, language), None, "{text}");
        }
    }

    #[test]
    fn a_name_or_a_number_is_no_negation_in_a_sentence_of_another_language() {
        for (language, text) in [
            ("en", "With President Duda, we |will open the old gate."),
            ("en", "With Evita Perón of that town, we |will open the old gate."),
            ("en", "Nia Long and he said that we |will open the old gate."),
            ("en", "Soha Ali was there, and we |will open the old gate."),
            ("en", "Inga Meier says we |will open the old gate."),
            ("en", "In Chiang Mai we |will open the old gate."),
            ("en", "From the Pas-de-Calais we |will open the old gate."),
            ("en", "Pas-de-Calais is where we |will open the old gate."),
            ("en", "As a non-profit, we |will open the old gate."),
            ("en", "No. 10 and we |will open the old gate."),
            ("en", "Mr. Duda and we |will open the old gate."),
            ("de", "Mit dem Präsidenten Duda werden wir |das alte Tor der Stadt öffnen."),
        ] {
            let kept = text.find('|').expect("a cut");
            let text = text.replace('|', "");
            assert_eq!(lost_at_edge(&text, &(0..kept), language), None, "{text}");
            assert_eq!(lost_negation(&text, 0..kept, language), None, "{text}");
        }
    }

    #[test]
    fn what_may_be_a_negation_is_one() {
        for (language, text, word) in [
            ("en", "No, we |will open the old gate.", "No"),
            ("en", "No. |10 will open the old gate.", "No"),
            ("en", "We said No to those who |will open the old gate.", "No"),
            ("en", "It is a non-existent plan that we |will open the old gate.", "non"),
            ("en", "Nein, the man said, we |will open the old gate.", "Nein"),
            ("en", "She was told: Nein, we |will open the old gate.", "Nein"),
            ("en", "They were at “Nie wieder” when we |will open the old gate.", "Nie"),
            ("en", "THEY WERE NIE in the town where we |will open the old gate.", "NIE"),
            ("en", "Wir werden Nie |das alte Tor der Stadt öffnen.", "Nie"),
            ("en", "Duda, |the president of the old town.", "Duda"),
            ("", "With President Duda, we |will open the old gate.", "Duda"),
            ("de", "Wir haben Nichts |von der alten Stadt und dem Tor.", "Nichts"),
            ("es", "El pueblo dijo que No |a la puerta de la ciudad.", "No"),
            ("it", "Il sindaco ha detto che Non |si apre la porta della città.", "Non"),
        ] {
            let kept = text.find('|').expect("a cut");
            let text = text.replace('|', "");
            assert_eq!(lost_at_edge(&text, &(0..kept), language), Some(word), "{text}");
        }
    }

    #[test]
    fn a_verb_is_missed_with_its_particle_and_a_particle_with_its_verb() {
        for (language, text, word) in [
            ("de", "Wir schließen einen neuen Krieg| aus|.", "schließen einen neuen Krieg aus"),
            ("de", "Wir schließen einen neuen Krieg| aus| und öffnen das Tor.", "schließen einen neuen Krieg aus"),
            ("de", "Wir |weisen |das Angebot der Stadt zurück.", "weisen das Angebot der Stadt zurück"),
            ("de", "Wir weisen das Angebot der Stadt |zurück|.", "weisen das Angebot der Stadt zurück"),
            ("de", "Wir lehnen das Angebot der Stadt |ab|.", "lehnen das Angebot der Stadt ab"),
            ("de", "Wir schaffen die Todesstrafe |ab|.", "schaffen die Todesstrafe ab"),
            ("de", "Wir hören mit dem Bau |auf|.", "hören mit dem Bau auf"),
            ("nl", "Wij sluiten een nieuwe oorlog |uit|.", "sluiten een nieuwe oorlog uit"),
            ("en", "We rule the use of force |out|.", "rule the use of force out"),
            ("en", "We rule the use of force |out| completely.", "rule the use of force out"),
            ("en", "We called the strike |off|.", "called the strike off"),
            ("en", "We are far |from| that.", "far from"),
            ("en", "We rule |out| a new war.", "rule out"),
            ("en", "We open the gate instead| of the door|.", "instead of"),
        ] {
            let parts: Vec<&str> = text.split('|').collect();
            let left_out = parts[0].len()..parts[0].len() + parts[1].len();
            let text = parts.concat();
            assert_eq!(lost_negation(&text, left_out.clone(), language), Some(word), "{text}");
            assert_eq!(lost_at_edge(&text, &left_out, language), Some(word), "{text}");
            let kept = text.len() - 1..text.len();
            assert_eq!(lost_at_edge(&text, &kept, language), None, "all is kept of {text}");
        }
        for (language, text) in [
            ("de", "Wir schließen das Tor| aus Angst|."),
            ("de", "Wir schließen das Tor. Er macht das Licht |aus|."),
            ("en", "The old rules of the game |are to be set out|."),
            ("en", "The rule of law is what they go |out| of."),
        ] {
            let parts: Vec<&str> = text.split('|').collect();
            let left_out = parts[0].len()..parts[0].len() + parts[1].len();
            assert_eq!(lost_negation(&parts.concat(), left_out, language), None, "{text}");
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
            lost_at_edge(&text, &(0..text.len()), &language);
            negation_in(&text, &(0..text.len()), &language);
        }
    }
}
