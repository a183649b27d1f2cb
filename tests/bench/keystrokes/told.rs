//! The keystrokes as a table that people read, and which promises they keep.

use serde_json::{Value, json};

use super::{Answers, Keys, Keystrokes};
use crate::{
    distribution::Distribution,
    table::{NOTHING, aligned, grouped, pair, ratio},
};

/// What is promised of the search of a hundred thousand quotes.
struct Limit {
    name: &'static str,
    at_most: f64,
    /// What stands behind a value.
    unit: &'static str,
    of: fn(&Keystrokes) -> Option<f64>,
}

const ENGINE: Limit = Limit {
    name: "keystroke to ranked ids and counts, 99th percentile, ms",
    at_most: 4.0,
    unit: "",
    of: |it| Distribution::new(it.ours.keys.ms.iter().copied()).p99(),
};
const PAINTED_MEDIAN: Limit =
    Limit { name: "keystroke to painted list, median, ms", at_most: 16.0, unit: "", of: |it| painted(it)?.median() };
const PAINTED: Limit = Limit {
    name: "keystroke to painted list, 99th percentile, ms",
    at_most: 16.0,
    unit: "",
    of: |it| painted(it)?.p99(),
};
const RAW: Limit = Limit {
    name: "index by the quotes’ text",
    at_most: 25.0,
    unit: " %",
    of: |it| Some(100.0 * it.here.index_bytes as f64 / it.here.text_bytes as f64),
};
const PACKED: Limit = Limit {
    name: "the same, both by brotli",
    at_most: 65.0,
    unit: " %",
    of: |it| Some(100.0 * it.here.index_brotli_bytes as f64 / it.here.text_brotli_bytes as f64),
};

impl Limit {
    fn is_met(&self, value: f64) -> bool {
        value <= self.at_most
    }

    fn shown(&self, value: f64) -> String {
        let digits = if self.unit.is_empty() { 2 } else { 1 };
        format!("{value:.digits$}{}", self.unit)
    }

    /// A line with our value in it, and whatever stands in the others' columns.
    fn line(&self, it: &Keystrokes, peer: &dyn Fn(&Answers) -> String) -> Vec<String> {
        let mark = |value| if self.is_met(value) { " ✓" } else { " ✗" };
        let ours = (self.of)(it).map_or(NOTHING.to_owned(), |value| self.shown(value) + mark(value));
        let limit = format!("{}{}", self.at_most, self.unit);
        line(it, self.name, limit, ours, peer)
    }
}

/// The promises, kept or not.
pub(super) fn verdicts(it: &Keystrokes) -> Vec<Value> {
    let verdict = |limit: &Limit| {
        let value = (limit.of)(it)?;
        Some(json!({
            "measure": limit.name, "limit": limit.shown(limit.at_most), "measured": limit.shown(value),
            "met": limit.is_met(value),
        }))
    };
    [ENGINE, PAINTED_MEDIAN, PAINTED, RAW, PACKED].iter().filter_map(verdict).collect()
}

/// The table, with a column for ours and one for each of the others.
pub(crate) fn table(it: &Keystrokes) -> String {
    let nothing = |_: &Answers| NOTHING.to_owned();
    let first = |answers: &Answers| {
        Distribution::new(answers.starts.iter().map(|start| start.first_ms)).median().map(|ms| (ms, shown_ms(ms)))
    };
    let our_first = first(&it.ours).map(|(ms, _)| ms);
    let peer_first = |answers: &Answers| match first(answers) {
        Some((ms, shown)) => shown + &times(Some(ms), our_first),
        None => "not in its time".to_owned(),
    };
    let our_plain = it.our_plain_ms();
    let plain = |answers: &Answers| {
        let theirs = Distribution::new(answers.keys.ms.iter().copied());
        // Against ours of the same keystrokes, where theirs were cut short.
        let ours = Distribution::new(our_plain.iter().take(theirs.len()).copied());
        pair(&theirs) + &times(theirs.median(), ours.median())
    };
    let typed = |answers: &Answers| {
        let cut = if answers.keys.ms.len() < answers.wanted { ", cut short" } else { "" };
        format!("{}{cut}", grouped(answers.keys.ms.len()))
    };
    let index = |answers: &Answers| {
        let bytes = answers.index_bytes.map(|bytes| 100.0 * bytes as f64 / it.here.text_bytes as f64);
        bytes.map_or("–".to_owned(), |percent| RAW.shown(percent))
    };
    let own = |name: &str, ours: String, peer: &dyn Fn(&Answers) -> String| line(it, name, String::new(), ours, peer);
    aligned(&[
        heading(it),
        own("first answer, ms", our_first.map_or(NOTHING.to_owned(), shown_ms), &peer_first),
        own("keystroke to ranked ids, words, median / 99th, ms", pair(&Distribution::new(our_plain.clone())), &plain),
        own("keystrokes of words", grouped(our_plain.len()), &typed),
        ENGINE.line(it, &nothing),
        own("keystrokes, with phrases, exclusions and fields", typed(&it.ours), &nothing),
        PAINTED_MEDIAN.line(it, &nothing),
        PAINTED.line(it, &nothing),
        own("– its own code, median / 99th, ms", in_widget(it, |keys| &keys.code_ms), &nothing),
        own("– the frame with the keystroke, median / 99th, ms", in_widget(it, |keys| &keys.frame_ms), &nothing),
        own("– nothing happens (the floor), median / 99th, ms", floor(it), &nothing),
        RAW.line(it, &index),
        PACKED.line(it, &nothing),
        own("memory beyond the quotes, MB", megabytes(&it.ours), &megabytes),
    ])
}

fn heading(it: &Keystrokes) -> Vec<String> {
    let names = it.peers.iter().map(|peer| peer.name.to_owned());
    let first = [format!("{} quotes", grouped(it.quotes)), "limit".to_owned(), it.ours.name.to_owned()];
    first.into_iter().chain(names).collect()
}

fn line(it: &Keystrokes, name: &str, limit: String, ours: String, peer: &dyn Fn(&Answers) -> String) -> Vec<String> {
    [name.to_owned(), limit, ours].into_iter().chain(it.peers.iter().map(peer)).collect()
}

fn painted(it: &Keystrokes) -> Option<Distribution> {
    it.painted.as_ref().map(|(keys, _)| Distribution::new(keys.ms.iter().copied()))
}

fn in_widget(it: &Keystrokes, which: fn(&Keys) -> &Vec<f64>) -> String {
    let ms = it.painted.as_ref().map(|(keys, _)| which(keys));
    ms.map_or(NOTHING.to_owned(), |ms| pair(&Distribution::new(ms.iter().copied())))
}

fn floor(it: &Keystrokes) -> String {
    let empty = it.painted.as_ref().map(|(_, empty)| Distribution::new(empty.ms.iter().copied()));
    empty.map_or(NOTHING.to_owned(), |empty| pair(&empty))
}

fn megabytes(answers: &Answers) -> String {
    answers.memory_bytes.map_or("–".to_owned(), |bytes| format!("{:.1}", bytes as f64 / 1e6))
}

fn shown_ms(ms: f64) -> String {
    if ms < 100.0 { format!("{ms:.1}") } else { format!("{ms:.0}") }
}

/// How many times ours something is.
fn times(theirs: Option<f64>, ours: Option<f64>) -> String {
    theirs.zip(ours).map_or(NOTHING.to_owned(), |(theirs, ours)| format!(" ({} ×)", ratio(theirs / ours)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        keystrokes::{Typed, targets::Start},
        searching::Searched,
    };

    fn answers(name: &'static str, first_ms: f64, ms: &[f64], wanted: usize) -> Answers {
        Answers {
            name,
            starts: vec![Start { first_ms, ..Start::default() }],
            keys: Keys { ms: ms.to_vec(), ..Keys::default() },
            wanted,
            index_bytes: Some(2_000),
            memory_bytes: None,
        }
    }

    /// A run in which each keystroke of theirs takes 100 times as long as one of ours.
    fn measured(ours_ms: f64, peer_wanted: usize) -> Keystrokes {
        let typed = Typed::new(&["a"]);
        let ours = vec![ours_ms; typed.all().len()];
        let here = Searched { text_bytes: 1_000, index_bytes: 240, ..Searched::default() };
        Keystrokes {
            quotes: 1_000,
            ours: answers("Ours", 5.0, &ours, ours.len()),
            painted: None,
            peers: vec![answers("Theirs", 50.0, &[100.0 * ours_ms; 3], peer_wanted)],
            typed,
            here,
        }
    }

    fn row(table: &str, name: &str) -> Vec<String> {
        let line = table.lines().find(|line| line.starts_with(&format!("| {name} "))).unwrap_or_default();
        line.split('|').map(|cell| cell.trim().to_owned()).collect()
    }

    #[test]
    fn theirs_stands_beside_ours_with_how_many_times_that_is() {
        let table = table(&measured(1.0, 3));
        assert_eq!(row(&table, "first answer, ms")[3..5], ["5.0", "50.0 (10 ×)"]);
        let ids = row(&table, "keystroke to ranked ids, words, median / 99th, ms");
        assert_eq!(ids[3..5], ["1.00 / 1.00", "100 / 100 (100 ×)"]);
        assert_eq!(row(&table, RAW.name)[2..5], ["25 %", "24.0 % ✓", "200.0 %"]);
    }

    #[test]
    fn who_did_not_get_to_the_end_is_told() {
        let typed = |wanted| row(&table(&measured(1.0, wanted)), "keystrokes of words")[4].clone();
        assert_eq!([typed(3), typed(4)], ["3", "3, cut short"]);
        let mut never = measured(1.0, 3);
        never.peers[0].starts.clear();
        assert_eq!(row(&table(&never), "first answer, ms")[4], "not in its time");
    }

    #[test]
    fn a_promise_is_kept_up_to_its_limit_and_not_beyond() {
        let met = |ms| verdicts(&measured(ms, 3))[0]["met"].clone();
        assert_eq!([met(4.0), met(4.01)], [json!(true), json!(false)]);
    }
}
