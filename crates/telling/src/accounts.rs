//! What each source says of an event, and where they differ.

use bundle::{AccountRow, EventRow};
use story::{Civil, EventIx, Message, When, civil_from_day};
use wording::{Format, Length};

use crate::{Telling, Tree, account_date, symbols::Mark};

/// Accounts that differ by more days than this, or of which one lies beside the days of the others, are told in words alone.
const MAX_DAYS_APART: i64 = 4;

impl Telling<'_> {
    /// The accounts of an event that differ on its date: on one axis of days where that is short enough.
    pub(crate) fn differing(&self, t: &mut dyn Tree, ix: EventIx) {
        let event = self.bundle().event(ix);
        let accounts: Vec<AccountRow<'_>> = self.as_of.accounts_of(ix).collect();
        let days = account_days(event, &accounts);
        t.start("table", "days");
        t.leaf("caption", "", self.say(Message::AccountsDifferOnDate));
        if let Some((first, last)) = days {
            self.day_axis(t, first, last);
        }
        t.open("tbody");
        for account in accounts {
            t.open("tr");
            self.reporter_cell(t, event, account, days.is_some());
            match (days, account_date(event, account)) {
                (Some(days), when) => self.day_cells(t, when, days),
                (None, Some(when)) => {
                    t.open("td");
                    self.when(t, "", &when);
                    t.close();
                }
                (None, None) => t.leaf("td", "", self.say(Message::NoDate)),
            }
            t.close();
        }
        t.close();
        t.close();
    }

    fn day_axis(&self, t: &mut dyn Tree, first: i64, last: i64) {
        t.open("thead");
        t.open("tr");
        let Civil { year, month, .. } = civil_from_day(first);
        t.open("th");
        t.set("scope", "row");
        t.text(&wording::month(self.tongue, year, month));
        t.close();
        for day in first..=last {
            t.open("th");
            t.set("scope", "col");
            t.text(&self.day_of_month(day, day == first));
            t.close();
        }
        t.close();
        t.close();
    }

    /// The number of a day, with its month where another one begins than stands before the row.
    fn day_of_month(&self, day: i64, is_first: bool) -> String {
        let civil = civil_from_day(day);
        if civil.day == 1 && !is_first && (1..=9999).contains(&civil.year) {
            return self.tongue.date(Format::DayAndMonth, story::sec_from_day(day));
        }
        wording::number(self.tongue, civil.day.into())
    }

    /// Who gives the date; in words, where an axis of days shows it less exactly.
    fn reporter_cell(&self, t: &mut dyn Tree, event: EventRow<'_>, account: AccountRow<'_>, on_axis: bool) {
        t.open("th");
        t.set("scope", "row");
        t.text(&self.reporter(account.source()));
        let vague = account_date(event, account).filter(|when| on_axis && one_day(when).is_none());
        if let Some(when) = vague {
            t.text(" ");
            t.leaf("small", "", &wording::when(self.tongue, &when, Length::Long));
        }
        t.close();
    }

    /// The days of an axis, with a mark on the one that an account gives, or a band over those that it may mean.
    fn day_cells(&self, t: &mut dyn Tree, when: Option<When>, (first, last): (i64, i64)) {
        let from = when.and_then(|when| when.earliest_day()).unwrap_or(first).clamp(first, last);
        let to = when.and_then(|when| when.latest_day()).unwrap_or(last).clamp(from, last);
        let only = when.as_ref().and_then(one_day);
        (first..from).for_each(|_| t.leaf("td", "", ""));
        t.start("td", if only.is_some() { "" } else { "spans" });
        if from < to {
            t.set("colspan", &(to - from + 1).to_string());
        }
        if let Some(day) = only.filter(|day| (first..=last).contains(day)) {
            self.mark(t, "mk", Mark::Happened);
            t.leaf("span", "unseen", &wording::day(self.tongue, day, Length::Long));
        }
        t.close();
        (to..last).for_each(|_| t.leaf("td", "", ""));
    }

    /// The sources of an event by their names, and behind them what each says, and who took part.
    pub(crate) fn sources_of(&self, t: &mut dyn Tree, ix: EventIx) {
        let event = self.bundle().event(ix);
        let mut sources = Vec::new();
        for account in self.as_of.accounts_of(ix) {
            if !sources.contains(&account.source()) {
                sources.push(account.source());
            }
        }
        let names: Vec<String> = sources.iter().map(|source| self.reporter(*source)).collect();
        if names.is_empty() {
            self.took_part(t, event);
            return;
        }
        let names_params = names.join(self.say(Message::Comma));
        t.start("details", "src");
        let told = wording::count_with(self.tongue, Message::ToldBy, names.len(), &[("names", &names_params)]);
        t.leaf("summary", "", &told);
        t.open("ul");
        self.as_of.accounts_of(ix).for_each(|account| self.account(t, account));
        t.close();
        self.took_part(t, event);
        t.close();
    }

    fn account(&self, t: &mut dyn Tree, account: AccountRow<'_>) {
        t.open("li");
        t.open("cite");
        self.source_link(t, account.source());
        t.close();
        if let Some(when) = account.date() {
            t.text(self.say(Message::Comma));
            self.when(t, "", &when);
        }
        if !account.says().is_empty() {
            self.rich(t, "says", account.says());
        }
        t.close();
    }

    fn took_part(&self, t: &mut dyn Tree, event: EventRow<'_>) {
        if event.people().len() == 0 {
            return;
        }
        t.start("p", "people");
        t.leaf("b", "", self.say(Message::WhoTookPart));
        t.text(" ");
        let names: Vec<&str> = event.people().map(|ix| self.person(ix)).collect();
        t.text(&names.join(self.say(Message::Comma)));
        t.close();
    }
}

/// The first and the last day of the axis on which accounts differ, one day beyond either side.
fn account_days(event: EventRow<'_>, accounts: &[AccountRow<'_>]) -> Option<(i64, i64)> {
    let whens = || accounts.iter().filter_map(|account| account_date(event, *account));
    let days = || whens().filter_map(|when| one_day(&when));
    let (first, last) = (days().min()?, days().max()?);
    // What lies wholly beside the axis has no place on it.
    let is_on = |when: When| {
        let (from, to) = (when.earliest_day(), when.latest_day());
        from.is_none_or(|from| from <= last) && to.is_none_or(|to| to >= first)
    };
    (first < last && last - first <= MAX_DAYS_APART && whens().all(is_on)).then_some((first - 1, last + 1))
}

/// The one day that a date names; none where it is less precise.
fn one_day(when: &When) -> Option<i64> {
    when.earliest_day().filter(|day| when.latest_day() == Some(*day))
}
