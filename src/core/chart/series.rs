//! What is counted: the quotes of a speaker or of something compared, bin by bin.

use search::{Bits, Fold, Query};
use story::{PersonIx, QuoteIx};

use super::compared::Compared;
use crate::core::{
    as_of::RecordAsOf,
    calendar::{Calendar, DateBin},
    record::Record,
};

/// So many speakers are told apart; the rest are counted together.
const TOLD_APART: usize = 3;

/// Whose quotes are counted.
#[derive(Clone, Debug, PartialEq)]
pub enum SeriesLabel {
    /// Those of one of what is compared, or of a speaker.
    Of(Compared),
    /// Those of everybody else.
    Others,
}

/// Some quotes, counted bin by bin.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Whose they are.
    pub label: SeriesLabel,
    /// By bin, how many.
    pub counts: Vec<u32>,
    /// How many are not dated closely enough for a bin.
    pub vague: usize,
    /// How many have no date.
    pub undated: usize,
    /// The first with a date.
    pub first: Option<QuoteIx>,
    /// The last with a date.
    pub last: Option<QuoteIx>,
}

impl Series {
    fn new(label: SeriesLabel, calendar: &Calendar) -> Self {
        Self { label, counts: vec![0; calendar.bins.len()], vague: 0, undated: 0, first: None, last: None }
    }

    fn take(&mut self, record: &Record, at: usize) {
        match record.calendar().place(at) {
            DateBin::Bin(bin) => self.counts.iter_mut().skip(bin).take(1).for_each(|count| *count += 1),
            DateBin::Vague => self.vague += 1,
            DateBin::Undated => {
                self.undated += 1;
                return;
            }
        }
        let quote = record.bundle.quote_at_time(at);
        self.first = self.first.or(Some(quote));
        self.last = Some(quote);
    }

    /// How many there are.
    #[must_use]
    pub fn total(&self) -> usize {
        self.counts.iter().map(|count| *count as usize).sum::<usize>() + self.vague + self.undated
    }
}

/// What one of what is compared finds, whatever the filter.
pub struct Found {
    compared: Compared,
    /// The quotes, by their position in the order of time; of a speaker they are not looked up.
    said: Bits,
}

/// What each of what is compared finds in what was known; `fields` are the names of the fields of a query.
#[must_use]
pub fn found(as_of: &RecordAsOf, fields: &str, fold: &dyn Fold, compared: &[Compared]) -> Vec<Found> {
    let record = &as_of.record;
    let said = |text: &str| {
        // A space says that the last word is written to its end.
        let query = Query::parse(&[text, " "].concat(), fields, fold);
        if query.is_empty() {
            return Bits::default();
        }
        record.searcher.borrow_mut().said(&record.bundle, fold, &query, as_of)
    };
    let one = |compared: &Compared| {
        let said = match compared {
            Compared::Words(text) => said(text),
            Compared::Speaker(_) => Bits::default(),
        };
        Found { compared: compared.clone(), said }
    };
    compared.iter().map(one).collect()
}

/// Each of what is compared, counted in what the filter lets through.
#[must_use]
pub fn each_compared(record: &Record, quotes: &Bits, found: &[Found]) -> Vec<Series> {
    let one = |found: &Found| {
        let mut series = Series::new(SeriesLabel::Of(found.compared.clone()), record.calendar());
        match found.compared {
            Compared::Speaker(person) => each_speaker(record, quotes, |at, speaker| {
                if speaker == person {
                    series.take(record, at);
                }
            }),
            Compared::Words(_) => found.said.iter().filter(|at| quotes.has(*at)).for_each(|at| series.take(record, at)),
        }
        series
    };
    found.iter().map(one).collect()
}

/// What the filter lets through, by those who said most of it, and all others together.
#[must_use]
pub fn by_speaker(record: &Record, quotes: &Bits) -> Vec<Series> {
    let mut counts = vec![0_u32; record.bundle.person_count()];
    each_speaker(record, quotes, |_, speaker| {
        counts.iter_mut().skip(speaker.at()).take(1).for_each(|count| *count += 1);
    });
    let mut leading: Vec<usize> = Vec::new();
    for (person, count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
        let at = leading.partition_point(|other| counts[*other] >= *count);
        leading.insert(at, person);
        // One more than the others would be: a single other one has a name.
        leading.truncate(TOLD_APART + 2);
    }
    if leading.len() > TOLD_APART + 1 {
        leading.truncate(TOLD_APART);
    }
    let label = |person: &usize| SeriesLabel::Of(Compared::Speaker(PersonIx::from(*person)));
    let labels = leading.iter().map(label).chain([SeriesLabel::Others]);
    let mut all: Vec<Series> = labels.map(|label| Series::new(label, record.calendar())).collect();
    each_speaker(record, quotes, |at, speaker| {
        let own = leading.iter().position(|person| *person == speaker.at()).unwrap_or(leading.len());
        all[own].take(record, at);
    });
    all.retain(|series| series.total() > 0);
    all
}

fn each_speaker(record: &Record, quotes: &Bits, tell: impl FnMut(usize, PersonIx)) {
    record.searcher.borrow_mut().speakers(&record.bundle, quotes, tell);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::testing::{self, PlainFold};
    use std::{collections::BTreeMap, rc::Rc};

    /// A story of quotes by five people: the first has most of them, dates of every kind.
    fn story() -> Rc<Record> {
        let mut text = "story = { id = \"a\", title = \"A\", language = \"en\", unverified = \"Made up.\" }\n\
            sources = [{ id = \"s\", title = \"S\", published = \"2024-06-30\" }]\n"
            .to_owned();
        for person in 0..5 {
            text.push_str(&format!("[[people]]\nid = \"p{person}\"\nname = \"Person {person}\"\n"));
        }
        let dates =
            ["2023-01-05", "2023-03", "2024-02-29", "2023-11-11?", "2024-05-09/2024-05-10", "2024", "", "2024-06/.."];
        for n in 0..60 {
            let word = ["bridge", "road", "tunnel and bridge"][n % 3];
            let said = dates[n * 7 % dates.len()];
            let said = if said.is_empty() { String::new() } else { format!("said = \"{said}\"\n") };
            let person = n * 7 % 12 % 5;
            text.push_str(&format!(
                "[[quotes]]\nid = \"q{n}\"\ntext = \"The {word} number {n}.\"\nspeaker = \"p{person}\"\nsource = \"s\"\n{said}"
            ));
        }
        Rc::new(testing::compiled(&text))
    }

    /// How many of the quotes that hold a word are in each bin, not dated so closely, without a date; a plain scan.
    fn scanned(record: &Record, holds: impl Fn(QuoteIx) -> bool) -> (BTreeMap<usize, u32>, usize, usize) {
        let (mut bins, mut vague, mut undated) = (BTreeMap::new(), 0, 0);
        for ix in record.bundle.quotes().filter(|ix| holds(*ix)) {
            let Some(when) = record.bundle.quote(ix).said() else {
                undated += 1;
                continue;
            };
            let span = when.earliest_sec().zip(when.latest_sec());
            let held = |at: &usize| {
                let bin = record.calendar().bins.domain(*at);
                span.is_some_and(|(first, last)| bin.start_sec <= first as f64 && (last as f64) < bin.end_sec)
            };
            match (0..record.calendar().bins.len()).find(held) {
                Some(bin) => *bins.entry(bin).or_insert(0) += 1,
                None => vague += 1,
            }
        }
        (bins, vague, undated)
    }

    fn counted(series: &Series) -> (BTreeMap<usize, u32>, usize, usize) {
        let bins = series.counts.iter().copied().enumerate().filter(|(_, count)| *count > 0);
        (bins.collect(), series.vague, series.undated)
    }

    #[test]
    fn every_quote_is_counted_once_whatever_its_date() {
        let record = story();
        let all = by_speaker(&record, &Bits::all(record.bundle.quote_count()));
        assert_eq!(all.iter().map(Series::total).sum::<usize>(), 60);
        let labels: Vec<&SeriesLabel> = all.iter().map(|series| &series.label).collect();
        assert_eq!(labels.len(), 4, "{labels:?}");
        assert_eq!(labels[3], &SeriesLabel::Others);
        assert!(all[..3].windows(2).all(|pair| pair[0].total() >= pair[1].total()));
        for series in &all[..3] {
            let SeriesLabel::Of(Compared::Speaker(person)) = series.label else { panic!("a speaker") };
            let own = scanned(&record, |ix| record.bundle.quote(ix).speaker() == person);
            assert_eq!(counted(series), own, "{person:?}");
        }
        let (_, vague, undated) = scanned(&record, |_| true);
        assert!(vague > 0 && undated > 0, "the story has dates of every kind");
    }

    #[test]
    fn what_is_compared_is_counted_as_a_plain_scan_counts_it() {
        let record = story();
        let as_of = RecordAsOf::new(Rc::clone(&record), None);
        let all = Bits::all(record.bundle.quote_count());
        let person = PersonIx(1);
        let compared =
            [Compared::Words("bridge".to_owned()), Compared::Speaker(person), Compared::Words("—".to_owned())];
        let found = found(&as_of, "", &PlainFold, &compared);
        let series = each_compared(&record, &all, &found);
        let bridges = scanned(&record, |ix| record.bundle.quote(ix).text().contains("bridge"));
        assert_eq!(counted(&series[0]), bridges);
        assert_eq!(counted(&series[1]), scanned(&record, |ix| record.bundle.quote(ix).speaker() == person));
        assert_eq!(series[2].total(), 0, "what asks for nothing finds nothing");
        let said = |ix: Option<QuoteIx>| record.bundle.quote(ix.expect("one has a date")).said().expect("it has");
        assert!(said(series[0].first).order_sec() <= said(series[0].last).order_sec());
        assert!(each_compared(&record, &Bits::default(), &found).iter().all(|series| series.total() == 0));
    }

    #[test]
    fn a_fourth_speaker_has_a_name_and_a_story_without_quotes_no_series() {
        let record = testing::record();
        let all = by_speaker(&record, &Bits::all(record.bundle.quote_count()));
        assert_eq!(all.len(), 1);
        assert!(by_speaker(&record, &Bits::default()).is_empty());
    }
}
