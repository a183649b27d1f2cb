//! The report as a table that people read: Markdown whose columns line up.

use crate::{
    browsing::{Gesture, Gestures, OUR_NAME, Run},
    distribution::Distribution,
    limits::{LIMITS, Measure},
    peers,
    report::Report,
};

/// What stands where nothing was measured.
pub(crate) const NOTHING: &str = "";

/// One line: its name, its limit, and a cell for each size.
pub(crate) type Line = Vec<String>;

/// The table of a report, with a column for each size.
pub(crate) fn table(report: &Report, lens: &[usize]) -> String {
    let mut lines = vec![heading(lens)];
    let measured = |measure| measured(report, lens, measure);
    let ours = |name, cell: fn(&Run) -> String| run_line(report, lens, OUR_NAME, name, &|run| cell(run));
    lines.extend([Measure::CompileSec, Measure::CompileBytes].map(measured));
    lines.push(bundles(report, lens));
    lines.extend([Measure::DrawMs, Measure::FrameMedianMs, Measure::FrameP99Ms, Measure::FrameGrowth].map(measured));
    lines.push(ours("– zooming, median / 99th, ms", |run| gesture_cell(run, |it| &it.zoom)));
    lines.push(ours("– dragging by 25 px, ms", |run| gesture_cell(run, |it| &it.pan)));
    lines.push(ours("– dragging by 80 px, ms", |run| gesture_cell(run, |it| &it.fast)));
    lines.push(ours("– nothing happens (the floor), ms", |run| gesture_cell(run, |it| &it.empty)));
    lines.push(measured(Measure::LateFrames));
    lines.push(ours("– of how many (when nothing happens)", dropped_cell));
    lines.extend([Measure::Elements, Measure::MemoryBytes].map(measured));
    lines.extend(peers::names().flat_map(|name| peer_lines(report, lens, name)));
    lines.retain(|line| line.iter().skip(2).any(|cell| cell != NOTHING));
    aligned(&lines)
}

fn heading(lens: &[usize]) -> Line {
    let sizes = lens.iter().map(|len| format!("{} events", grouped(*len)));
    ["".to_owned(), "limit".to_owned()].into_iter().chain(sizes).collect()
}

/// A line of what a limit may be set for.
fn measured(report: &Report, lens: &[usize], measure: Measure) -> Line {
    let limits = LIMITS.iter().filter(|limit| limit.measure == measure);
    let said = limits.map(|limit| {
        let at = limit.len.map(|len| format!(" at {}", grouped(len))).unwrap_or_default();
        measure.shown(limit.at_most) + &at
    });
    let cell = |len: &usize| {
        let Some(value) = measure.of(report, *len) else { return NOTHING.to_owned() };
        let mark = LIMITS
            .iter()
            .find(|limit| limit.is_for(measure, *len))
            .map_or("", |limit| if value <= limit.at_most { " ✓" } else { " ✗" });
        measure.shown(value) + mark
    };
    let said = said.collect::<Vec<_>>().join("; ");
    [measure.name().to_owned(), said].into_iter().chain(lens.iter().map(cell)).collect()
}

fn bundles(report: &Report, lens: &[usize]) -> Line {
    let cell = |len: &usize| {
        let compiled = report.compiled(*len);
        compiled.map_or(NOTHING.to_owned(), |it| format!("{:.1}", it.bundle_bytes as f64 / 1e6))
    };
    ["bundle, MB".to_owned(), NOTHING.to_owned()].into_iter().chain(lens.iter().map(cell)).collect()
}

fn run_line(report: &Report, lens: &[usize], target: &str, name: &str, cell: &dyn Fn(&Run) -> String) -> Line {
    let cells = lens.iter().map(|len| report.run(target, *len).map_or(NOTHING.to_owned(), cell));
    [name.to_owned(), NOTHING.to_owned()].into_iter().chain(cells).collect()
}

fn gesture_cell(run: &Run, which: fn(&Gestures) -> &Gesture) -> String {
    run.gestures.as_ref().map_or(NOTHING.to_owned(), |gestures| pair(&which(gestures).work_ms()))
}

fn dropped_cell(run: &Run) -> String {
    let Some(gestures) = &run.gestures else { return "not in its time".to_owned() };
    let (late, of) = (gestures.dropped(), gestures.work_ms().len());
    let (idle, of_idle) = (gestures.empty.dropped(), gestures.empty.work_ms().len());
    let stuck = !gestures.over && gestures.moving().iter().any(|gesture| !gesture.moved);
    let stuck = if stuck { "; a gesture moved nothing" } else { "" };
    let cut = if gestures.over { "; cut short" } else { "" };
    format!("{late} of {of} ({idle} of {of_idle}){stuck}{cut}")
}

/// What a peer does, and how many times ours that is.
fn peer_lines(report: &Report, lens: &[usize], name: &str) -> Vec<Line> {
    let times = |run: &Run, of: &dyn Fn(&Run) -> Option<f64>| -> String {
        let ours = report.run(OUR_NAME, run.len).and_then(of);
        of(run).zip(ours).map_or(NOTHING.to_owned(), |(theirs, ours)| format!(" ({} ×)", ratio(theirs / ours)))
    };
    let frames = |run: &Run| run.gestures.as_ref().map(Gestures::work_ms);
    let draw = |run: &Run| match run.draws.median() {
        Some(ms) => format!("{ms:.0}{}", times(run, &|run| run.draws.median())),
        None => "not in its time".to_owned(),
    };
    let frame = |run: &Run| match &run.gestures {
        Some(gestures) => pair(&gestures.work_ms()) + &times(run, &|run| frames(run)?.median()),
        None => "not in its time".to_owned(),
    };
    let elements = |run: &Run| {
        let factor = times(run, &|run| Some(run.most_elements() as f64));
        format!("{}{factor}", grouped(run.most_elements()))
    };
    let line =
        |what: &str, cell: &dyn Fn(&Run) -> String| run_line(report, lens, name, &format!("{name}: {what}"), cell);
    vec![
        line("first draw, ms", &draw),
        line("frame, median / 99th, ms", &frame),
        line("late frames (when nothing happens)", &dropped_cell),
        line("elements", &elements),
    ]
}

/// Median and 99th percentile.
pub(crate) fn pair(values: &Distribution) -> String {
    let Some((median, p99)) = values.median().zip(values.p99()) else { return "–".to_owned() };
    let shown = |ms: f64| if ms < 100.0 { format!("{ms:.2}") } else { format!("{ms:.0}") };
    format!("{} / {}", shown(median), shown(p99))
}

/// A ratio with as many digits as tell something.
pub(crate) fn ratio(times: f64) -> String {
    if times < 10.0 { format!("{times:.1}") } else { format!("{times:.0}") }
}

/// A number with its thousands set apart.
pub(crate) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// A Markdown table, numbers to the right.
pub(crate) fn aligned(lines: &[Line]) -> String {
    let columns = lines.first().map_or(0, Vec::len);
    let width = |column: usize| lines.iter().map(|line| line[column].chars().count()).max().unwrap_or_default();
    let widths: Vec<_> = (0..columns).map(width).collect();
    let row = |line: &Line| {
        let cells = line.iter().zip(&widths).enumerate();
        let cell =
            cells.map(|(at, (cell, width))| if at < 2 { format!("{cell:<width$}") } else { format!("{cell:>width$}") });
        format!("| {} |\n", cell.collect::<Vec<_>>().join(" | "))
    };
    let rule = widths.iter().enumerate().map(|(at, width)| {
        let dashes = "-".repeat(width + 1);
        if at < 2 { format!("{dashes}-") } else { format!("{dashes}:") }
    });
    let rule = format!("|{}|\n", rule.collect::<Vec<_>>().join("|"));
    let mut rows = lines.iter().map(row);
    rows.next().into_iter().chain([rule]).chain(rows).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!([999, 1000, 1_234_567].map(grouped), ["999", "1,000", "1,234,567"]);
    }

    #[test]
    fn columns_line_up_whatever_stands_in_them() {
        let line = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        let table = aligned(&[line(["", "limit", "1,000 events"]), line(["first draw, ms", "", "12 ✓"])]);
        let widths: Vec<_> = table.lines().map(|line| line.chars().count()).collect();
        assert_eq!(widths, [widths[0]; 3], "{table}");
        assert!(table.contains("|         12 ✓ |"), "{table}");
    }
}
