//! What a run has measured, and how it is told to machines.

use std::{fs, process::Command, thread};

use serde_json::{Value, json};

use crate::{
    browsing::{Gesture, Gestures, Run},
    compiling::Compiled,
    distribution::Distribution,
    keystrokes::Keystrokes,
    limits::{LIMITS, Limit},
    page::Loaded,
    proving::Proved,
};

/// What a run has measured.
#[derive(Debug, Default)]
pub(crate) struct Report {
    /// Where it ran.
    pub(crate) machine: Value,
    /// Compilations, by the number of events.
    pub(crate) compiled: Vec<(usize, Compiled)>,
    /// Quotes looked up in their archive.
    pub(crate) proved: Option<Proved>,
    /// What ran in the browser.
    pub(crate) runs: Vec<Run>,
    /// The search in the browser.
    pub(crate) keystrokes: Option<Keystrokes>,
    /// The published page.
    pub(crate) page: Option<Loaded>,
}

/// How many processes want a processor, over the last minute; only Linux tells.
pub(crate) fn load() -> Option<f64> {
    fs::read_to_string("/proc/loadavg").ok()?.split_whitespace().next()?.parse().ok()
}

/// How many processors there are.
pub(crate) fn cores() -> Option<usize> {
    thread::available_parallelism().ok().map(usize::from)
}

/// The machine, as far as it matters to who compares numbers.
pub(crate) fn machine(load_before: Option<f64>) -> Value {
    let browser = std::env::var("ON_RECORD_CHROMIUM").unwrap_or_else(|_| "chromium".to_owned());
    let version = Command::new(browser).arg("--version").output().ok();
    let version = version.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned());
    let cpu = fs::read_to_string("/proc/cpuinfo").ok().and_then(|text| {
        let line = text.lines().find_map(|line| line.strip_prefix("model name"))?;
        Some(line.trim_start_matches([' ', '\t', ':']).to_owned())
    });
    json!({
        "system": std::env::consts::OS, "cpu": cpu, "cores": cores(), "browser": version,
        "load_before": load_before,
    })
}

impl Report {
    /// The compilation of a size.
    pub(crate) fn compiled(&self, len: usize) -> Option<&Compiled> {
        self.compiled.iter().find(|(of, _)| *of == len).map(|(_, compiled)| compiled)
    }

    /// What was measured of a target at a size.
    pub(crate) fn run(&self, name: &str, len: usize) -> Option<&Run> {
        self.runs.iter().find(|run| run.name == name && run.len == len)
    }

    /// Everything, the medians and percentiles worked out.
    pub(crate) fn to_json(&self) -> Value {
        let compiled = self.compiled.iter().map(|(len, compiled)| json!({ "events": len, "took": compiled }));
        json!({
            "machine": self.machine,
            "proof": self.proved,
            "compile": compiled.collect::<Vec<_>>(),
            "browser": self.runs.iter().map(run).collect::<Vec<_>>(),
            "search": self.keystrokes.as_ref().map(Keystrokes::to_json),
            "page": self.page.as_ref().map(Loaded::to_json),
            "limits": LIMITS.iter().flat_map(|limit| self.verdicts(limit)).collect::<Vec<_>>(),
        })
    }

    fn verdicts(&self, limit: &Limit) -> Vec<Value> {
        let mut lens: Vec<_> = self.compiled.iter().map(|(len, _)| *len).collect();
        lens.retain(|len| limit.is_for(limit.measure, *len));
        let verdict = |len| {
            let value = limit.measure.of(self, len)?;
            let is_met = value <= limit.at_most;
            Some(json!({
                "measure": limit.measure.name(), "events": len, "limit": limit.measure.shown(limit.at_most),
                "measured": limit.measure.shown(value), "met": is_met,
            }))
        };
        lens.into_iter().filter_map(verdict).collect()
    }
}

fn run(run: &Run) -> Value {
    json!({
        "name": run.name,
        "events": run.len,
        "first_draw_ms": distribution(&run.draws),
        "call_ms": distribution(&run.calls),
        "first_elements": run.elements,
        "most_elements": run.most_elements(),
        "memory_bytes": run.memory_bytes,
        "gestures": run.gestures.as_ref().map(gestures),
    })
}

fn gestures(gestures: &Gestures) -> Value {
    json!({
        "empty": gesture(&gestures.empty),
        "zoom": gesture(&gestures.zoom),
        "pan": gesture(&gestures.pan),
        "fast_pan": gesture(&gestures.fast),
        "all_ms": distribution(&gestures.work_ms()),
        "time_was_over": gestures.over,
    })
}

fn gesture(gesture: &Gesture) -> Value {
    json!({ "work_ms": distribution(&gesture.work_ms()), "dropped": gesture.dropped(), "moved": gesture.moved })
}

/// What many measurements say together.
pub(crate) fn distribution(values: &Distribution) -> Value {
    json!({ "count": values.len(), "median": values.median(), "p99": values.p99(), "most": values.most() })
}
