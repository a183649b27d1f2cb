//! Dates for readers, and for machines where HTML has a form for them.

use story::{Message, When};
use wording::Length;

use crate::{Telling, Tree};

impl Telling<'_> {
    /// A date in words. A machine gets it where it is one moment that nobody doubts; to read anything else into the form
    /// that HTML has would make it more precise than it is.
    pub(crate) fn when(&self, t: &mut dyn Tree, class: &str, when: &When) {
        let words = wording::when(self.tongue, when, Length::Long);
        match wording::datetime(when) {
            Some(form) => {
                t.start("time", class);
                t.set("datetime", &form);
                t.text(&words);
                t.close();
            }
            None => t.leaf("span", class, &words),
        }
    }

    /// The same for a line of its own: the day, and the time of day behind it or below.
    pub(crate) fn day_and_time(&self, t: &mut dyn Tree, when: &When) {
        let apart = wording::apart(self.tongue, when, Length::Long);
        let Some(time) = apart.time else { return self.when(t, "", when) };
        // A time that nobody doubts has a form for machines.
        match wording::datetime(when) {
            Some(form) => {
                t.open("time");
                t.set("datetime", &form);
            }
            None => t.open("span"),
        }
        t.text(&apart.date);
        t.text(" ");
        t.leaf("span", "tm", &time);
        t.close();
    }

    /// A phrase around a date.
    pub(crate) fn around_date(&self, t: &mut dyn Tree, message: Message, when: &When) {
        self.around(t, message, "{date}", &mut |t| self.when(t, "", when));
    }

    /// A phrase around a date, or another one where there is no date.
    pub(crate) fn dated(&self, t: &mut dyn Tree, when: Option<When>, with: Message, without: Message) {
        match when {
            Some(when) => self.around_date(t, with, &when),
            None => t.text(self.say(without)),
        }
    }
}
