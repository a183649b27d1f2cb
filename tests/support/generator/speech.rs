//! Made-up speech: words that nobody has, which come up as often as those of a language do.
//!
//! The word of rank `r` comes up about `1 / (r + 0.7)` times as often as it would if all were equally frequent (Zipf's
//! law as Mandelbrot mended it); a few tens of thousands of stems, most with several forms, as in the speeches of a
//! parliament. Short words are frequent, long ones rare. What is said runs in sentences, some words keep company.

use super::random::Random;

/// How many stems there are.
const STEMS: usize = 14_000;
/// Mandelbrot's correction, in tenths of a rank.
const SHIFT_TENTHS: usize = 7;
/// How many words a quote has at least, and how many more at most; the shorter the likelier.
const WORDS: (usize, usize) = (6, 44);
/// A word is followed by its usual companion so many times in a hundred.
const COMPANY_PERCENT: usize = 12;

/// What syllables begin with, in the middle have, and end in.
const ONSETS: &[&str] = &[
    "b", "c", "d", "f", "g", "h", "l", "m", "n", "p", "r", "s", "t", "v", "w", "st", "tr", "pr", "ch", "sh", "th",
    "br", "cl", "gr", "pl", "sp", "qu", "",
];
const VOWELS: &[&str] = &["a", "e", "i", "o", "u", "ea", "ou", "ai", "ie", "oo"];
const CODAS: &[&str] = &["", "", "", "n", "r", "t", "s", "l", "nd", "st", "ck", "m", "rt", "ng", "ll", "ct"];

/// How the forms of a stem end, the usual one first.
const ENDINGS: &[&str] = &["", "", "", "", "", "", "", "s", "s", "s", "ed", "ed", "ing", "ing", "er", "ly"];

/// The words of a made-up language.
pub(super) struct Speech {
    stems: Vec<String>,
    /// By rank, the running sum of how often the stems up to it come up.
    ends: Vec<usize>,
}

impl Speech {
    pub(super) fn new(random: &mut Random) -> Self {
        let stems = (0..STEMS).map(|rank| stem(rank, random)).collect();
        let mut sum = 0;
        let ends = (0..STEMS).map(|rank| {
            sum += 10_000_000_000 / (10 * (rank + 1) + SHIFT_TENTHS);
            sum
        });
        Self { ends: ends.collect(), stems }
    }

    /// What somebody said: one sentence or more.
    pub(super) fn quote(&self, random: &mut Random) -> String {
        let more = random.below(WORDS.1).min(random.below(WORDS.1));
        let mut text = String::new();
        let mut before = 0;
        for at in 0..WORDS.0 + more {
            let rank = if random.chance(COMPANY_PERCENT) { self.companion(before) } else { self.rank(random) };
            let begins = text.is_empty() || text.ends_with(['.', '?']);
            if !text.is_empty() {
                text.push(' ');
            }
            self.push_word(&mut text, rank, begins, random);
            let is_last = at + 1 == WORDS.0 + more;
            text.push_str(match random.below(40) {
                _ if is_last => ".",
                0 => ".",
                1 => "?",
                2..5 => ",",
                _ => "",
            });
            before = rank;
        }
        text
    }

    fn push_word(&self, text: &mut String, rank: usize, is_capital: bool, random: &mut Random) {
        let start = text.len();
        text.push_str(&self.stems[rank]);
        // The most frequent words of a language have no forms.
        if rank > 60 {
            text.push_str(random.one_of(ENDINGS));
        }
        if is_capital {
            text[start..].get_mut(..1).into_iter().for_each(str::make_ascii_uppercase);
        }
    }

    fn rank(&self, random: &mut Random) -> usize {
        let drawn = random.below(self.ends[STEMS - 1]);
        self.ends.partition_point(|end| *end <= drawn)
    }

    /// The word that usually follows another.
    fn companion(&self, rank: usize) -> usize {
        (rank * 7 + 3) % (rank + 200).min(STEMS)
    }
}

/// A stem of a rank: one syllable for frequent words, up to three for rare ones.
fn stem(rank: usize, random: &mut Random) -> String {
    let most = match rank {
        0..60 => 1,
        60..4_000 => 2,
        _ => 3,
    };
    let syllables = if rank < 60 { 1 } else { most - usize::from(random.chance(40)) };
    let syllable = |_| [random.one_of(ONSETS), random.one_of(VOWELS), random.one_of(CODAS)].concat();
    (0..syllables).map(syllable).collect()
}
