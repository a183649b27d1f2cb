//! A stretch of time that a query asks for.
//!
//! `after:2024` means from the beginning of 2024 on, as mail and web searches have it. What may lie within a stretch,
//! by its vague date, is within it.

use story::{Civil, day_from_civil, days_in_month, sec_from_day};

/// From one second on, up to another; either may be missing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// The first second, counted from 1970-01-01T00:00:00Z.
    pub from_sec: Option<i64>,
    /// The first second after it.
    pub to_sec: Option<i64>,
}

impl Span {
    /// Whether something that may have been from one second to another may have been within it; where neither is
    /// known it has to be asked for nothing.
    #[must_use]
    pub fn may_hold(&self, earliest_sec: Option<i64>, latest_sec: Option<i64>) -> bool {
        let (Some(first), Some(last)) = (earliest_sec.or(latest_sec), latest_sec.or(earliest_sec)) else {
            return *self == Self::default();
        };
        // An end that is open or unknown may be anywhere.
        let first = earliest_sec.map_or(i64::MIN, |_| first);
        let last = latest_sec.map_or(i64::MAX, |_| last);
        self.from_sec.is_none_or(|from| last >= from) && self.to_sec.is_none_or(|to| first < to)
    }

    /// What is in both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            from_sec: self.from_sec.max(other.from_sec),
            to_sec: [self.to_sec, other.to_sec].into_iter().flatten().min(),
        }
    }

    /// What of it lies before a second, or from it on.
    pub(crate) fn within(self, is_before: bool, sec: Option<i64>) -> Self {
        self.and(if is_before { Self { from_sec: None, to_sec: sec } } else { Self { from_sec: sec, to_sec: None } })
    }
}

/// The first second of a year, month or day in a plain form of its own: `2024`, `2024-06`, `2024-06-18`, with a
/// hyphen before a year that lies before year 0. `None` for anything else.
pub(crate) fn span_from_text(text: &str) -> Option<i64> {
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |digits| (-1, digits));
    let mut parts = digits.split('-');
    let mut part = |most_digits: usize| {
        let part = parts.next()?;
        let is_number = part.len() <= most_digits && !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        Some(part.parse::<i64>().ok().filter(|_| is_number))
    };
    let year = sign * part(9)??;
    let month = part(2).map_or(Some(1), |month| month.filter(|month| (1..=12).contains(month)))? as u8;
    let day = part(2).map_or(Some(1), |day| day)?;
    let is_day = (1..=i64::from(days_in_month(year, month))).contains(&day);
    let is_whole = parts.next().is_none();
    (is_day && is_whole).then(|| sec_from_day(day_from_civil(Civil { year, month, day: day as u8 })))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_a_month_and_a_day_begin_where_they_begin() {
        let sec = |year, month, day| Some(sec_from_day(day_from_civil(Civil { year, month, day })));
        let cases = [
            ("2024", sec(2024, 1, 1)),
            ("2024-6", sec(2024, 6, 1)),
            ("2024-06-18", sec(2024, 6, 18)),
            ("-43-03-15", sec(-43, 3, 15)),
            ("0", sec(0, 1, 1)),
            ("2024-02-30", None),
            ("2024-13", None),
            ("2024-06-18-1", None),
            ("2024-", None),
            ("soon", None),
            ("+2024", None),
            ("", None),
            ("99999999999", None),
        ];
        for (text, expected) in cases {
            assert_eq!(span_from_text(text), expected, "{text}");
        }
    }

    #[test]
    fn what_may_lie_within_is_held() {
        let span = Span { from_sec: Some(10), to_sec: Some(20) };
        for (first, last, expected) in [
            (Some(0), Some(9), false),
            (Some(0), Some(10), true),
            (Some(19), Some(30), true),
            (Some(20), Some(30), false),
            (None, Some(9), false),
            (None, Some(30), true),
            (Some(0), None, true),
            (Some(20), None, false),
            (None, None, false),
        ] {
            assert_eq!(span.may_hold(first, last), expected, "{first:?} {last:?}");
        }
        assert!(Span::default().may_hold(None, None));
    }
}
