//! How wide a label will be. The compiler has no fonts: it adds up the widths that the characters have in the usual
//! sans serif, a little generously; where that is too narrow all the same, the widget cuts the title short.
//!
//! To measure a million labels in the browser would cost seconds.

use story::{End, EventIx, Message, Moment, Precision, Shape, Status, Story, When, civil_from_day, day_from_sec};
use unicode_width::UnicodeWidthChar;

/// No label is wider, px.
const MAX_LABEL_PX: f64 = 190.0;
/// No date in a label of two lines is wider, px: "expected, between 12 June and 31 December 2025".
const MAX_DATE_PX: f64 = 250.0;
/// No label over a bar is wider, px.
const MAX_BAR_LABEL_PX: f64 = 400.0;
/// Between the title and the date in one line, px.
const SPACE_PX: f64 = 8.0;
/// The mark before a label over possible dates, and the air after it, px.
const MARK_PX: f64 = 22.0;
/// What "+1" adds to a label, px.
const MORE_PX: f64 = 20.0;
/// How much wider than a year of four digits one is that is told in words, px.
const FAR_PX: f64 = 74.0;
/// The size of a date beside that of a title, and its weight beside bold.
const DATE_SHARE: f64 = 0.86;

/// How wide the label of an event is in two lines, the date over the title, px.
pub(super) fn label_px(story: &Story, ix: EventIx) -> f64 {
    title_px(story, ix).min(MAX_LABEL_PX).max((date_px(story, ix) + MORE_PX).min(MAX_DATE_PX))
}

/// How wide it is in one line over a bar, px.
pub(super) fn bar_label_px(story: &Story, ix: EventIx) -> f64 {
    (title_px(story, ix) + SPACE_PX + date_px(story, ix) + MARK_PX).min(MAX_BAR_LABEL_PX)
}

fn title_px(story: &Story, ix: EventIx) -> f64 {
    let event = &story.events[ix.at()];
    text_px(event.label.as_ref().unwrap_or(&event.title))
}

/// The date in words, with its status before it where that is not "happened".
fn date_px(story: &Story, ix: EventIx) -> f64 {
    let event = &story.events[ix.at()];
    let message = match event.status {
        Status::Happened => None,
        Status::Planned => Some(Message::Planned),
        Status::Expected => Some(Message::Expected),
        Status::FellThrough => Some(Message::FellThrough),
    };
    let status_px = message.map_or(0.0, |message| phrase_px(story, message) + SPACE_PX);
    let words_px = match &event.date {
        Some(date) => when_px(story, &date.when),
        None => phrase_px(story, Message::NoDate),
    };
    status_px + words_px
}

/// A phrase of the story's language in the size of a date, without what is put in its gaps, px.
fn phrase_px(story: &Story, message: Message) -> f64 {
    let text = story.texts.get(message.at()).map_or("", |phrase| &phrase.forms[0]);
    let own = text.split('{').map(|part| part.split_once('}').map_or(part, |(_, after)| after));
    own.map(text_px).sum::<f64>() * DATE_SHARE
}

/// A date in words, by its parts: "c. 12 September 2024" is the widest a day gets.
fn when_px(story: &Story, when: &When) -> f64 {
    let end_px = |end: End| match end {
        End::At(moment) => {
            let doubt = moment.qualifier;
            let doubt_px = if doubt.approximate { 14.0 } else { 0.0 } + if doubt.uncertain { 48.0 } else { 0.0 };
            precision_px(moment.precision) + zone_px(story, moment) + doubt_px + far_px(moment)
        }
        End::Open | End::Unknown => 36.0,
    };
    let joined_px = match when.shape {
        Shape::Single => return end_px(when.first),
        Shape::Interval | Shape::OneOf { members: 2 } | Shape::AllOf { members: 2 } => 16.0,
        Shape::OneOf { .. } => phrase_px(story, Message::Between),
        Shape::AllOf { .. } => phrase_px(story, Message::SeveralBetween),
    };
    end_px(when.first) + joined_px + end_px(when.last)
}

/// What a year of more than four digits adds, or one before the year 1: "13.8 billion BCE".
fn far_px(moment: Moment) -> f64 {
    let year = civil_from_day(day_from_sec(moment.earliest_sec)).year;
    if (1..=9999).contains(&year) { 0.0 } else { FAR_PX }
}

/// What the clock of a time is called, behind it: "EDT", "UTC−4".
fn zone_px(story: &Story, moment: Moment) -> f64 {
    let name = moment.zone.name.and_then(|name| story.zones.get(name.at()));
    let told = name.cloned().unwrap_or_else(|| moment.zone.told());
    if told.is_empty() { 0.0 } else { text_px(&[" ", &told].concat()) * DATE_SHARE }
}

/// A date without its clock; a time by one that counts to twelve twice a day, which is the wider one.
fn precision_px(precision: Precision) -> f64 {
    match precision {
        Precision::Second => 164.0,
        Precision::Minute => 148.0,
        Precision::Day => 92.0,
        Precision::Month => 86.0,
        Precision::Part(_) => 104.0,
        Precision::Year | Precision::Decade => 36.0,
        Precision::Century | Precision::Millennium | Precision::Older => 110.0,
    }
}

/// A text in 13 px bold.
fn text_px(text: &str) -> f64 {
    text.chars().map(char_px).sum::<f64>() * 1.02
}

/// The widths of 13 px bold Helvetica, by groups of letters.
fn char_px(of: char) -> f64 {
    match of {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' | '!' | ' ' => 3.7,
        'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '-' => 5.0,
        'b' | 'd' | 'g' | 'h' | 'n' | 'o' | 'p' | 'q' | 'u' | '?' => 8.0,
        'm' | 'M' | 'O' | 'G' | 'Q' | 'w' => 10.8,
        'W' | '—' | '@' | '%' | '…' => 12.6,
        'A'..='Z' | '&' | '+' | '=' => 9.4,
        '\0'..='\u{24F}' => 7.4,
        // Cyrillic, Greek and the rest are wider than Latin; ideographs and hangul fill a square.
        _ => match of.width() {
            Some(0) | None => 0.0,
            Some(1) => 8.4,
            Some(_) => 13.0,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ideographs_are_wider_than_latin_letters_and_marks_over_letters_take_no_room() {
        assert!(text_px("정상회담") > text_px("summ"));
        assert!(text_px("é") - text_px("e\u{301}") < 0.1);
        assert!(text_px("Illinois") < text_px("Maryland"));
    }
}
