//! The pool of strings, and the texts with emphasis that point into it.

use story::RichText;

use super::columns::Columns;
use super::hash::Met;
use crate::codes::style_from_run;
use crate::section::Section;

/// The pool of strings. Each is held once; number 0 is the empty one.
pub(super) struct Strings<'a> {
    numbers: Met<&'a str>,
    bytes: Vec<u8>,
    ends: Vec<u32>,
}

impl Default for Strings<'_> {
    fn default() -> Self {
        Self { numbers: Met::from_iter([("", 0)]), bytes: Vec::new(), ends: vec![0] }
    }
}

impl<'a> Strings<'a> {
    /// The number of a string, a new one where it was not met before.
    pub(super) fn number(&mut self, text: &'a str) -> u32 {
        *self.numbers.entry(text).or_insert_with(|| {
            self.bytes.extend_from_slice(text.as_bytes());
            self.ends.push(saturated(self.bytes.len()));
            saturated(self.ends.len() - 1)
        })
    }

    /// 0 for no string, else its number plus 1.
    pub(super) fn number_if_any(&mut self, text: Option<&'a str>) -> u32 {
        text.map_or(0, |text| self.number(text).saturating_add(1))
    }

    pub(super) fn put_into(self, columns: &mut Columns) {
        columns.put_counted(Section::StringEnds, &self.ends);
        columns.put_bytes(Section::StringBytes, self.bytes);
    }
}

/// Texts with emphasis and links. Each is held once; number 0 is the empty one.
pub(super) struct RichTexts {
    numbers: Met<Vec<[u32; 3]>>,
    runs: Vec<[u32; 3]>,
    ends: Vec<u32>,
}

impl Default for RichTexts {
    fn default() -> Self {
        Self { numbers: Met::from_iter([(Vec::new(), 0)]), runs: Vec::new(), ends: vec![0] }
    }
}

impl RichTexts {
    /// The number of a text, a new one where it was not met before.
    pub(super) fn number<'a>(&mut self, text: &'a RichText, strings: &mut Strings<'a>) -> u32 {
        let runs: Vec<_> = text
            .runs
            .iter()
            .map(|run| [strings.number(&run.text), style_from_run(run), strings.number_if_any(run.link.as_deref())])
            .collect();
        if let Some(&number) = self.numbers.get(&runs) {
            return number;
        }
        let number = saturated(self.ends.len());
        self.runs.extend_from_slice(&runs);
        self.ends.push(saturated(self.runs.len()));
        self.numbers.insert(runs, number);
        number
    }

    pub(super) fn put_into(self, columns: &mut Columns) {
        let cells = |cell: usize| -> Vec<u32> { self.runs.iter().map(|run| run[cell]).collect() };
        columns.put_looked_up(Section::RichRunsEnds, &self.ends);
        columns.put_counted(Section::RunText, &cells(0));
        columns.put_looked_up(Section::RunStyle, &cells(1));
        columns.put_looked_up(Section::RunLink, &cells(2));
    }
}

/// A position as a bundle holds it. Beyond 32 bits the bundle is refused when opened, for its sections would no
/// longer add up to its length.
pub(super) fn saturated(position: usize) -> u32 {
    u32::try_from(position).unwrap_or(u32::MAX)
}
