//! Keystrokes of somebody who searches a hundred thousand quotes in the browser, beside libraries that search.
//!
//! One run, one browser at a time, everybody types the same:
//!
//! - **First answer**: from bytes in JavaScript's memory (for a library, from documents) to the ranked ids of the first
//!   query; ours is the median of fresh pages. A library makes its index for that; ours came with the bundle.
//! - **Keystroke to ranked ids**: the widget's search without the widget, compiled with the widget's own options, each
//!   keystroke with all counts of all facets, which no library counts. Libraries search two fields, the words and the
//!   speaker, by beginnings and with typos, as their documentation shows; their scripts say how. They type words alone;
//!   ours types phrases, exclusions and fields besides, and is held to its limit with all of them. Nothing is warmed up.
//! - **Keystroke to painted list**: in the widget, from the `input` event to a message after style, layout and paint of
//!   the first frame with the list that stays.
//! - **Memory**: of ours that of the wasm less the bundle's bytes, after all keystrokes; of a library what the heap grows
//!   by while it makes its index, after a garbage collection.
//!
//! A library that is not done when its time is over is cut short; all kinds of queries take turns, so what it typed is
//! a fair part.

mod targets;
mod told;
mod typed;

pub(crate) use self::{told::table, typed::Typed};

use serde_json::{Value, json};

use self::targets::{Answers, Keys};
use crate::{
    distribution::Distribution,
    plan::Plan,
    report::distribution,
    searching::{Corpus, Searched, search_here},
};

/// How many of the slowest keystrokes the report names.
const SLOWEST: usize = 30;

/// What was measured.
#[derive(Clone, Debug)]
pub(crate) struct Keystrokes {
    quotes: usize,
    typed: Typed,
    here: Searched,
    ours: Answers,
    /// In the widget; and frames in which nothing happens.
    painted: Option<(Keys, Keys)>,
    peers: Vec<Answers>,
}

/// Measures all of it.
pub(crate) fn measure(plan: &Plan) -> Keystrokes {
    eprintln!("bench: searching {} quotes ...", plan.quotes);
    let corpus = Corpus::new(plan.quotes);
    let typed = Typed::new(&corpus.texts());
    let wasm = plan.engine.as_deref().expect("the plan says where the engine is");
    let modules = plan.peers.as_deref().expect("the plan says where the peers are");
    Keystrokes {
        quotes: plan.quotes,
        here: search_here(&corpus, &typed.all()),
        ours: targets::engine(wasm, &corpus, &typed),
        painted: targets::widget(&corpus, &typed),
        peers: targets::peers(modules, &corpus, &typed),
        typed,
    }
}

impl Keystrokes {
    /// Our keystrokes of words alone, ms: those that the others type, in the same order.
    fn our_plain_ms(&self) -> Vec<f64> {
        let all = self.ours.keys.ms.iter().zip(self.typed.are_plain());
        all.filter(|(_, is_plain)| *is_plain).map(|(ms, _)| *ms).collect()
    }

    /// The slowest of our keystrokes, with how many quotes each found.
    fn slowest(&self) -> Vec<(String, f64, usize)> {
        let keys = &self.ours.keys;
        let taken = self.typed.all().into_iter().zip(&keys.ms).zip(&keys.found);
        let mut taken: Vec<_> = taken.map(|((text, ms), found)| (text, *ms, *found)).collect();
        taken.sort_by(|a, b| b.1.total_cmp(&a.1));
        taken.truncate(SLOWEST);
        taken
    }

    /// Everything, the medians and percentiles worked out.
    pub(crate) fn to_json(&self) -> Value {
        let painted = self
            .painted
            .as_ref()
            .map(|(keys, empty)| json!({ "all_ms": of(&keys.ms), "code_ms": of(&keys.code_ms), "frame_ms": of(&keys.frame_ms), "nothing_happens_ms": of(&empty.ms) }));
        json!({
            "quotes": self.quotes,
            "on_this_machine": self.here,
            "ours": answers(&self.ours),
            "ours_words_alone_ms": of(&self.our_plain_ms()),
            "ours_slowest": self.slowest(),
            "painted": painted,
            "peers": self.peers.iter().map(answers).collect::<Vec<_>>(),
            "limits": told::verdicts(self),
        })
    }
}

fn of(ms: &[f64]) -> Value {
    distribution(&Distribution::new(ms.iter().copied()))
}

fn answers(answers: &Answers) -> Value {
    let first_ms: Vec<_> = answers.starts.iter().map(|start| start.first_ms).collect();
    let build_ms: Vec<_> = answers.starts.iter().map(|start| start.build_ms).collect();
    json!({
        "name": answers.name,
        "build_ms": of(&build_ms),
        "first_answer_ms": of(&first_ms),
        "first_answer_found": answers.starts.first().map(|start| start.found),
        "keystroke_ms": of(&answers.keys.ms),
        "keystrokes": answers.keys.ms.len(),
        "keystrokes_wanted": answers.wanted,
        "found": answers.keys.found.iter().sum::<usize>(),
        "index_bytes": answers.index_bytes,
        "memory_bytes": answers.memory_bytes,
    })
}
