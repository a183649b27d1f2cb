//! What is searched for, and which values of the facets are ticked.

use story::{PersonIx, Status, ThemeIx};

/// What is searched for and which facets are ticked. An empty list lets everything through.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// The search as typed.
    pub query: String,
    /// Statuses of events.
    pub statuses: Vec<Status>,
    /// Speakers of quotes.
    pub speakers: Vec<PersonIx>,
    /// Names of the agencies that carried the words; an empty name stands for none.
    pub carriers: Vec<String>,
    /// Names of the outlets that printed them; an empty name stands for an outlet that is not named.
    pub outlets: Vec<String>,
    /// For whom the speakers act or speak; an empty name stands for nobody.
    pub affiliations: Vec<String>,
    /// What they are about.
    pub themes: Vec<ThemeIx>,
    /// The years in which they were said, else printed.
    pub years: Vec<i64>,
}

/// A value of a filter that the reader may choose and take back.
#[derive(Clone, Debug, PartialEq)]
pub enum Choice {
    /// A status of events.
    Status(Status),
    /// A speaker.
    Speaker(PersonIx),
    /// For whom they act or speak, by name.
    Affiliation(String),
    /// An agency by its name.
    Carrier(String),
    /// An outlet by its name.
    Outlet(String),
    /// A theme.
    Theme(ThemeIx),
    /// A year.
    Year(i64),
}

impl Filter {
    /// Whether everything is let through.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let Self { query, statuses, .. } = self;
        query.trim().is_empty() && statuses.is_empty() && !self.has_quote_facets()
    }

    /// Whether a facet of quotes is ticked.
    #[must_use]
    pub fn has_quote_facets(&self) -> bool {
        let Self { speakers, carriers, outlets, affiliations, themes, years, .. } = self;
        let has_names = !(carriers.is_empty() && outlets.is_empty() && affiliations.is_empty());
        has_names || !(speakers.is_empty() && themes.is_empty() && years.is_empty())
    }

    /// All that is ticked, facet by facet.
    #[must_use]
    pub fn choices(&self) -> Vec<Choice> {
        let Self { query: _, statuses, speakers, carriers, outlets, affiliations, themes, years } = self;
        let mut choices: Vec<Choice> = statuses.iter().copied().map(Choice::Status).collect();
        choices.extend(speakers.iter().copied().map(Choice::Speaker));
        choices.extend(affiliations.iter().cloned().map(Choice::Affiliation));
        choices.extend(carriers.iter().cloned().map(Choice::Carrier));
        choices.extend(outlets.iter().cloned().map(Choice::Outlet));
        choices.extend(themes.iter().copied().map(Choice::Theme));
        choices.extend(years.iter().copied().map(Choice::Year));
        choices
    }

    pub(super) fn toggle(&mut self, choice: Choice) {
        match choice {
            Choice::Status(status) => toggle(&mut self.statuses, status),
            Choice::Speaker(person) => toggle(&mut self.speakers, person),
            Choice::Affiliation(name) => toggle(&mut self.affiliations, name),
            Choice::Carrier(name) => toggle(&mut self.carriers, name),
            Choice::Outlet(name) => toggle(&mut self.outlets, name),
            Choice::Theme(theme) => toggle(&mut self.themes, theme),
            Choice::Year(year) => toggle(&mut self.years, year),
        }
    }
}

pub(super) fn toggle<T: PartialEq>(chosen: &mut Vec<T>, value: T) {
    match chosen.iter().position(|other| *other == value) {
        Some(at) => {
            chosen.remove(at);
        }
        None => chosen.push(value),
    }
}
