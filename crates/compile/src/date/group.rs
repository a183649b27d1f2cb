//! What stands around single dates: sets and intervals.

use super::{DateError, DateFault, single, time};
use story::{End, Moment, Precision, Shape, When, civil_from_day, day_from_sec};

/// How many members a set has whose range has no end.
const WITHOUT_END: u16 = u16::MAX;

/// Parses a whole expression.
pub(super) fn parse(expression: &str) -> Result<When, DateError> {
    if expression.is_empty() {
        return Err(DateError::new(0..0, "there is no date here"));
    }
    match expression.as_bytes()[0] {
        b'[' => set(expression, ']', |members| Shape::OneOf { members }),
        b'{' => set(expression, '}', |members| Shape::AllOf { members }),
        _ if expression.contains('/') => interval(expression),
        _ => moment(Expression { text: expression, at: 0 }).map(When::single),
    }
}

/// A piece of the expression and the byte at which it stands there.
#[derive(Clone, Copy)]
struct Expression<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Expression<'a> {
    fn fails(self, message: &str) -> DateError {
        DateError::new(self.at..self.at + self.text.len(), message)
    }

    fn strip_prefix(self, prefix: &str) -> Option<Self> {
        Some(Self { text: self.text.strip_prefix(prefix)?, at: self.at + prefix.len() })
    }

    fn strip_suffix(self, suffix: &str) -> Option<Self> {
        Some(Self { text: self.text.strip_suffix(suffix)?, at: self.at })
    }

    fn split_once(self, separator: &str) -> Option<(Self, Self)> {
        let (a, b) = self.text.split_once(separator)?;
        Some((Expression { text: a, at: self.at }, Expression { text: b, at: self.at + a.len() + separator.len() }))
    }
}

fn moment(token: Expression<'_>) -> Result<Moment, DateError> {
    match token.text.split_once('T') {
        Some((date, clock)) => time::parse(date, clock, token.at),
        None => single::parse(token.text, token.at),
    }
}

fn interval(expression: &str) -> Result<When, DateError> {
    let whole = Expression { text: expression, at: 0 };
    let Some((start, end)) = whole.split_once("/") else { return Err(whole.fails("an interval needs a `/`")) };
    if let Some((_, third)) = end.split_once("/") {
        return Err(DateError::new(third.at - 1..third.at, "an interval has two ends, with one `/` between them"));
    }
    let (first, last) = (interval_start(start)?, interval_end(end)?);
    match (first, last) {
        (End::At(a), End::At(b)) => in_order(start, a, end, b, "/")?,
        (End::At(_), _) | (_, End::At(_)) => {}
        _ => return Err(whole.fails("an interval needs a date at one end at least")),
    }
    Ok(When { shape: Shape::Interval, first, last })
}

/// `..date` ("began on that day or before") becomes an unknown start: nobody says when it began.
fn interval_start(token: Expression<'_>) -> Result<End, DateError> {
    match token.text {
        "" => Ok(End::Unknown),
        ".." => Ok(End::Open),
        _ => match token.strip_prefix("..") {
            Some(date) => moment(date).map(|_| End::Unknown),
            None => moment(token).map(End::At),
        },
    }
}

/// `date..` ("ended on that day or later") becomes an unknown end.
fn interval_end(token: Expression<'_>) -> Result<End, DateError> {
    match token.text {
        "" => Ok(End::Unknown),
        ".." => Ok(End::Open),
        _ => match token.strip_suffix("..") {
            Some(date) => moment(date).map(|_| End::Unknown),
            None => moment(token).map(End::At),
        },
    }
}

fn in_order(start: Expression<'_>, a: Moment, end: Expression<'_>, b: Moment, between: &str) -> Result<(), DateError> {
    if !b.ends_before(&a) {
        return Ok(());
    }
    let error = end.fails("the end lies before the start").hint(format!("write `{}{between}{}`", end.text, start.text));
    Err(DateError { fault: DateFault::EndBeforeStart, ..error })
}

/// What the members of a set have come to so far.
struct Members {
    first: End,
    last: End,
    count: u16,
}

impl Members {
    fn add(self, first: End, last: End, count: u16) -> Self {
        let earlier = |a: &Moment, b: &Moment| {
            let ([a_first, a_last], [b_first, b_last]) = comparable(a, b);
            (a_first, a_last) <= (b_first, b_last)
        };
        let later = |a: &Moment, b: &Moment| {
            let ([a_first, a_last], [b_first, b_last]) = comparable(a, b);
            (a_last, a_first) >= (b_last, b_first)
        };
        Self {
            first: further(self.first, first, earlier),
            last: further(self.last, last, later),
            count: self.count.saturating_add(count),
        }
    }
}

/// The first and last second of each of two moments: of their instants where both name their clocks, else by these.
fn comparable(a: &Moment, b: &Moment) -> ([i64; 2], [i64; 2]) {
    let have_clocks = [a, b].iter().all(|moment| moment.zone.offset_mins.is_some());
    let bounds = |moment: &Moment| match have_clocks {
        true => [moment.earliest_instant_sec(), moment.latest_instant_sec()],
        false => [moment.earliest_sec, moment.latest_sec],
    };
    (bounds(a), bounds(b))
}

/// The end that lies further out; an open one lies furthest. [`End::Unknown`] stands for "none so far".
fn further(a: End, b: End, is_further: impl Fn(&Moment, &Moment) -> bool) -> End {
    match (a, b) {
        (End::Unknown, other) | (other, End::Unknown) => other,
        (End::Open, _) | (_, End::Open) => End::Open,
        (End::At(x), End::At(y)) => End::At(if is_further(&x, &y) { x } else { y }),
    }
}

fn set(expression: &str, close: char, shape: impl Fn(u16) -> Shape) -> Result<When, DateError> {
    let Some(inner) = expression[1..].strip_suffix(close) else {
        let message = format!("the set is not closed with `{close}`");
        return Err(DateError::new(expression.len()..expression.len(), message));
    };
    let mut members = Members { first: End::Unknown, last: End::Unknown, count: 0 };
    let mut at = 1;
    for text in inner.split(',') {
        members = member(Expression { text, at }, members)?;
        at += text.len() + 1;
    }
    Ok(When { shape: shape(members.count), first: members.first, last: members.last })
}

fn member(token: Expression<'_>, members: Members) -> Result<Members, DateError> {
    if token.text.is_empty() || token.text == ".." {
        return Err(token.fails("a date is missing here"));
    }
    if let Some(date) = token.strip_prefix("..") {
        let at = End::At(moment(date)?);
        return Ok(members.add(End::Open, at, WITHOUT_END));
    }
    if let Some(date) = token.strip_suffix("..") {
        let at = End::At(moment(date)?);
        return Ok(members.add(at, End::Open, WITHOUT_END));
    }
    if let Some((start, end)) = token.split_once("..") {
        let (a, b) = (moment(start)?, moment(end)?);
        in_order(start, a, end, b, "..")?;
        let Some(count) = members_between(a, b) else {
            return Err(token.fails("the two ends of a range must both be whole days, months or years, without doubt"));
        };
        return Ok(members.add(End::At(a), End::At(b), count));
    }
    let at = End::At(moment(token)?);
    Ok(members.add(at, at, 1))
}

/// How many days, months or years a range counts, both ends included; `None` where they cannot be counted.
fn members_between(a: Moment, b: Moment) -> Option<u16> {
    let doubt = story::Qualifier::default();
    if a.precision != b.precision || a.qualifier != doubt || b.qualifier != doubt {
        return None;
    }
    let (first, last) = (day_from_sec(a.earliest_sec), day_from_sec(b.earliest_sec));
    let (from, to) = (civil_from_day(first), civil_from_day(last));
    let steps = match a.precision {
        Precision::Day => last.saturating_sub(first),
        Precision::Month => (to.year - from.year).saturating_mul(12) + i64::from(to.month) - i64::from(from.month),
        Precision::Year => to.year - from.year,
        _ => return None,
    };
    Some(u16::try_from(steps).unwrap_or(u16::MAX).saturating_add(1))
}
