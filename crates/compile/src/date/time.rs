//! A date with a time of day.

use super::{DateError, single};
use edtf_core::{Edtf, TimeShift};
use story::{Moment, Precision, Qualifier, Zone};

/// A day before which `edtf-core` reads any time, so that our own dates may lie before year 0.
const ANY_DAY: &str = "2000-01-01T";

/// Parses `date`, a whole day, and `clock`, `hh:mm` or `hh:mm:ss` with an optional zone; `at` is where the date
/// stands in the expression.
pub(super) fn parse(date: &str, clock: &str, at: usize) -> Result<Moment, DateError> {
    let day = single::parse(date, at)?;
    if day.precision != Precision::Day || day.qualifier != Qualifier::default() {
        return Err(DateError::new(at..at + date.len(), "a time needs a whole day before it, without doubt")
            .hint("write `2024-06-18T10:30:00Z`"));
    }
    let (time, precision) = match with_seconds(clock) {
        Some(whole) => (whole, Precision::Minute),
        None => (clock.to_owned(), Precision::Second),
    };
    let clock_at = at + date.len() + 1;
    let parsed = match Edtf::parse(&format!("{ANY_DAY}{time}")) {
        // `edtf-core` takes the second that the clocks insert; EDTF knows 00 to 59.
        Ok(Edtf::DateTime(parsed)) if parsed.time.second < 60 => parsed,
        _ => {
            let hint = if has_name(clock) {
                "write how far that clock is from UTC, as in `T10:52-04:00`; its name for readers goes into `zone` or `zones`"
            } else {
                "write hours, minutes and seconds and a zone: `T10:30:00Z`, `T10:30:00+09:00`, or `T10:30Z`"
            };
            return Err(DateError::new(clock_at..clock_at + clock.len(), "this is no time of day").hint(hint));
        }
    };
    let clock = parsed.time;
    let offset_mins = clock.shift.map(|shift| match shift {
        TimeShift::Offset { minutes, .. } => minutes,
        TimeShift::Utc => 0,
    });
    let mins = i64::from(clock.hour) * 60 + i64::from(clock.minute);
    let earliest_sec = day.earliest_sec.saturating_add(mins * 60 + i64::from(clock.second));
    let lasts_secs = if precision == Precision::Minute { 59 } else { 0 };
    let latest_sec = earliest_sec.saturating_add(lasts_secs);
    let zone = Zone { offset_mins, name: None };
    Ok(Moment { earliest_sec, latest_sec, precision, qualifier: day.qualifier, zone })
}

/// The minutes of an offset from UTC as it stands behind a time: `-04:00`, `+09`, `Z`.
pub(crate) fn offset(text: &str) -> Option<i16> {
    let clock = ["00:00:00", text].concat();
    // Whatever else it is, it is no offset.
    parse("2000-01-01", &clock, 0).ok()?.zone.offset_mins
}

/// Whether a name stands behind a time: `10:52EDT`.
fn has_name(clock: &str) -> bool {
    let time = clock.trim_end_matches(|c: char| c.is_alphabetic() || matches!(c, '/' | '_' | '[' | ']' | ' '));
    time.len() + 1 < clock.len() && time.contains(':')
}

/// The same time with seconds; `None` for one that has them.
fn with_seconds(clock: &str) -> Option<String> {
    let (head, rest) = (clock.get(..5)?, clock.get(5..)?);
    (!rest.starts_with(':')).then(|| format!("{head}:00{rest}"))
}
