//! Quotes against their archive: how long it takes to look ten thousand of them up in a thousand articles.

use std::time::Instant;

use compile::{Evidence, Input};
use serde::Serialize;

/// How many articles, of how many bytes, with how many quotes each.
const ARTICLES: usize = 1_000;
const ARTICLE_BYTES: usize = 5_000;
const QUOTES_EACH: usize = 10;
/// The most that it may take, s.
const AT_MOST_SEC: f64 = 2.0;

/// What it took.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Proved {
    quotes: usize,
    articles: usize,
    /// From the tables and texts in memory to the story and its lock.
    verify_sec: f64,
    /// The same with a word of every quote swapped, so that each has an error with the nearest passage.
    refuse_sec: f64,
    /// The most that `verify_sec` may be.
    at_most_sec: f64,
}

/// Looks all quotes up, as they are and tampered with.
pub(crate) fn prove() -> Proved {
    eprintln!("bench: checking {} quotes against {ARTICLES} articles ...", ARTICLES * QUOTES_EACH);
    let articles: Vec<String> = (0..ARTICLES).map(article).collect();
    let (verify_sec, verified) = timed(&articles, |words| words);
    assert_eq!(verified.report.kinds[1..].iter().sum::<usize>(), ARTICLES * QUOTES_EACH, "every quote is found");
    let (refuse_sec, refused) = timed(&articles, |words| words.replacen(' ', " 0 ", 1));
    assert!(refused.lock.is_none() && refused.outcome.diagnostics.len() >= ARTICLES * QUOTES_EACH, "none is found");
    Proved { quotes: ARTICLES * QUOTES_EACH, articles: ARTICLES, verify_sec, refuse_sec, at_most_sec: AT_MOST_SEC }
}

impl Proved {
    /// One line for people.
    pub(crate) fn told(&self) -> String {
        let Self { quotes, articles, verify_sec, refuse_sec, at_most_sec } = self;
        let mark = if verify_sec <= at_most_sec { '✓' } else { '✗' };
        format!(
            "{quotes} quotes checked against {articles} articles: {verify_sec:.2} s {mark} (limit {at_most_sec:.2}); \
             all refused with the nearest passage: {refuse_sec:.2} s"
        )
    }
}

fn timed(articles: &[String], change: impl Fn(String) -> String) -> (f64, compile::Verification) {
    let archive = articles.iter().enumerate().map(|(at, text)| input(&format!("archive/s{at}.txt"), text)).collect();
    let inputs = vec![input("story.toml", &tables(articles, change))];
    let begun = Instant::now();
    let verification = compile::verify(inputs, Evidence { lock: None, archive: Some(archive) });
    (begun.elapsed().as_secs_f64(), verification)
}

fn input(name: &str, text: &str) -> Input {
    Input { name: name.to_owned(), bytes: text.as_bytes().to_vec() }
}

/// Sentences of made-up words, the first of them the most frequent, with the typography of a newspaper.
fn article(number: usize) -> String {
    let mut random = number as u64 + 1;
    let mut text = String::with_capacity(ARTICLE_BYTES + 200);
    while text.len() < ARTICLE_BYTES {
        let words: Vec<String> = (0..14).map(|_| word(&mut random)).collect();
        text.push_str(&format!("“{}’s {},” he said – and left.\n", words[0], words[1..].join(" ")));
    }
    text
}

/// The next word: of two thousand, some far more frequent than others.
fn word(random: &mut u64) -> String {
    *random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    let share = (*random >> 40) as f64 / (1_u64 << 24) as f64;
    let number = (share * share * 2_000.0) as usize;
    let syllables = ["ka", "lo", "mi", "ren", "su", "tor", "vi", "nal", "pe", "gu"];
    [syllables[number % 10], syllables[number / 10 % 10], syllables[number / 100 % 10], syllables[number / 1_000]]
        .concat()
}

/// The story: of each article the middle of ten sentences; of three, one as it is, one with plain marks, one shortened.
fn tables(articles: &[String], change: impl Fn(String) -> String) -> String {
    let mut toml =
        "story = { id = \"a\", title = \"A\", language = \"en\" }\npeople = [{ id = \"k\", name = \"K\" }]\n"
            .to_owned();
    for at in 0..articles.len() {
        toml.push_str(&format!("[[sources]]\nid = \"s{at}\"\ntitle = \"S\"\n"));
    }
    for (at, article) in articles.iter().enumerate() {
        for (line, sentence) in article.lines().rev().take(QUOTES_EACH).enumerate() {
            let said = sentence.trim_start_matches('“').split(',').next().unwrap_or_default();
            let words: Vec<&str> = said.split(' ').collect();
            let quote = match line % 3 {
                0 => said.to_owned(),
                1 => said.replace('’', "'"),
                _ => format!("{} [...] {}", words[..5].join(" "), words[8..].join(" ")),
            };
            let quote = change(quote);
            toml.push_str(&format!(
                "[[quotes]]\nid = \"q{at}-{line}\"\ntext = \"{quote}\"\nspeaker = \"k\"\nsource = \"s{at}\"\n"
            ));
        }
    }
    toml
}
