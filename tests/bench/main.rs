//! The benchmark: how quickly stories of up to a million events compile, draw and move, and how quickly quotes are
//! searched, beside the peers.
//!
//! `cargo xtask bench` prepares what it needs and starts it with a [`Plan`]; it is not part of what anybody gets. What
//! is measured is in [`compiling`] and in `frames.js`, what is promised in [`limits`]. Nothing fails for being slow: the
//! report says so.
//!
//! One run measures everything in the same browser, one page at a time, in a window of 1200 x 700 px:
//!
//! - **Compile**: a process of its own reads the story's tables, checks and compiles them and writes the bundle, from
//!   start to end; its peak memory is the system's count (`VmHWM`).
//! - **Proof**: ten thousand quotes are looked up in a thousand articles in memory, and the lock is made.
//! - **First draw**: from the call that mounts the widget on bytes in memory (for a peer, from its constructor on data
//!   in memory) to the end of the first frame that shows events. Each sample is a fresh page.
//! - **Zoom and pan**: 200 frames of zooming in and out by about 8 % a frame, 200 of dragging by 25 px a frame and 200 by
//!   80 px, at two depths. The work of a frame is main-thread time from the start of its callbacks, in which the event
//!   is dispatched, to a message posted in them, which comes after style, layout and paint. An empty frame measured so
//!   is the floor of the method.
//! - **Dropped frames**: intervals between frames of more than one and a half sixtieth of a second. A browser without
//!   a screen on a busy machine drops some when nothing happens; those are shown too.
//! - **Elements**: the most there were in the page after any frame, shadow trees included.
//! - **Memory**: that of the wasm and of JavaScript's heap after a garbage collection, at the end of the gestures, less
//!   the bytes of the bundle.
//!
//! - **Page**: how the published page loads; see [`page`].
//! - **Search**: what is typed into the field of a hundred thousand quotes; see [`keystrokes`].
//!
//! The peers show the same events, in their own form of data, with their own defaults; see the scripts of their pages. A
//! size at which one does not get to the end in its time is reported as it is, with what was measured until then.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command speaks to the terminal")]
#![allow(clippy::expect_used, clippy::panic, reason = "a benchmark that cannot go on ends")]

mod browsing;
mod compiling;
mod distribution;
mod keystrokes;
mod limits;
mod page;
mod peers;
mod plan;
mod proving;
mod report;
mod searching;
mod table;

use plan::{Part, Plan};
use report::Report;
use std::{env, path::Path};

/// A machine is busy where more than this wants each of its processors.
const BUSY: f64 = 0.5;

fn main() {
    let arguments: Vec<_> = env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [compiling::CHILD, story, bundle] => compiling::child(Path::new(story), Path::new(bundle)),
        [searching::CHILD, quotes] => searching::child(quotes.parse().expect("a number of quotes")),
        [plan] => run(&Plan::from_json(plan)),
        _ => panic!("started by: cargo xtask bench"),
    }
}

fn run(plan: &Plan) {
    let mut report = Report { machine: report::machine(told_load()), ..Report::default() };
    if plan.has(Part::Compile) {
        report.proved = Some(proving::prove());
    }
    if plan.has(Part::Search) {
        report.keystrokes = Some(keystrokes::measure(plan));
        write(plan, &report);
    }
    if plan.has(Part::Page) {
        report.page = Some(page::measure(plan));
        write(plan, &report);
    }
    for len in plan.sizes.iter().filter(|_| plan.has_stories()) {
        let story = compiling::write_story(plan, *len);
        if plan.has(Part::Compile) || plan.has(Part::Ours) {
            report.compiled.push((*len, compiling::compile(plan, *len)));
        }
        if plan.has(Part::Ours) {
            report.runs.push(browsing::ours(plan, *len));
        }
        if plan.has(Part::Peers) && *len <= peers::LARGEST {
            report.runs.extend(peers::all(plan, &story));
        }
        // After each size: a run that is stopped leaves what it has measured.
        write(plan, &report);
    }
    if plan.has_stories() {
        print!("\n{}", table::table(&report, &plan.sizes));
    }
    report.keystrokes.iter().for_each(|keystrokes| print!("\n{}", keystrokes::table(keystrokes)));
    report.page.iter().for_each(|page| print!("\n{}", page::table(page)));
    report.proved.iter().for_each(|proved| println!("\n{}", proved.told()));
}

fn write(plan: &Plan, report: &Report) {
    let json = format!("{:#}\n", report.to_json());
    disk::write_whole(&plan.report, json.as_bytes()).expect("the report is written");
}

/// How busy the machine is before the benchmark begins, with a word about it where that spoils the numbers.
fn told_load() -> Option<f64> {
    let load = report::load()?;
    if report::cores().is_some_and(|cores| load > BUSY * cores as f64) {
        eprintln!("bench: the machine is busy (load {load}); every time will be longer than it need be");
    }
    Some(load)
}
