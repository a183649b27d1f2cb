//! What the author is told of an import.

use crate::deck::Slide;

/// How much of a value a note repeats, characters.
const SHOWN_CHARS: usize = 80;

/// Sentences, and for what many slides have in common, the slides.
#[derive(Default)]
pub(crate) struct Notes {
    faults: Vec<Fault>,
    lines: Vec<String>,
    common: Vec<(&'static str, Vec<String>)>,
}

/// Something wrong with a date.
struct Fault {
    message: String,
    /// What is taken instead; `None` where TimelineJS refuses the file as well.
    taken: Option<String>,
}

impl Notes {
    /// Something that TimelineJS refuses.
    pub(crate) fn refuse(&mut self, slide: &Slide, message: &str) {
        self.faults.push(Fault { message: format!("{}: {message}", slide.place), taken: None });
    }

    /// A date of which only a part is taken.
    pub(crate) fn doubt(&mut self, slide: &Slide, message: &str, taken: String) {
        self.faults.push(Fault { message: format!("{}: {message}", slide.place), taken: Some(taken) });
    }

    /// A sentence.
    pub(crate) fn say(&mut self, note: String) {
        self.lines.push(note);
    }

    /// Something that is said once for all slides, with their places.
    pub(crate) fn common(&mut self, note: &'static str, slide: &Slide) {
        match self.common.iter_mut().find(|(known, _)| *known == note) {
            Some((_, places)) if places.contains(&slide.place) => {}
            Some((_, places)) => places.push(slide.place.clone()),
            None => self.common.push((note, vec![slide.place.clone()])),
        }
    }

    /// All notes, or, where anything is refused, everything that is wrong.
    pub(crate) fn finished(self) -> Result<Vec<String>, Vec<String>> {
        if self.faults.iter().any(|fault| fault.taken.is_none()) {
            return Err(self.faults.into_iter().map(|fault| fault.message).collect());
        }
        let faults = self.faults.into_iter().map(|Fault { message, taken }| {
            [message, taken.map(|taken| format!("; taken as `{taken}`")).unwrap_or_default()].concat()
        });
        let common = self.common.into_iter().map(|(note, places)| format!("{note}: {}", places.join(", ")));
        Ok(faults.chain(self.lines).chain(common).collect())
    }
}

/// The beginning of a value, for a note.
pub(crate) fn shown(value: &str) -> String {
    shortened(value, SHOWN_CHARS)
}

/// The beginning of a value.
pub(crate) fn shortened(value: &str, chars: usize) -> String {
    match value.char_indices().nth(chars) {
        Some((at, _)) => [&value[..at], "…"].concat(),
        None => value.to_owned(),
    }
}
