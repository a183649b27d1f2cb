//! The hidden list of what was written into a folder: it tells our files from others, and how long replaced ones stay.
//!
//! First the files of the last build; then, for each build that replaced files which last, the day and these files, the
//! latest first. A folder that was written once has no day in it, so that the same files give the same list.
//!
//! What was published stays for a while, because pages of earlier builds lie in caches and tabs and name these files;
//! it goes when it is older than ten builds and than thirty days. A build that replaces nothing counts for nothing. The
//! price is room: each build of a day is kept for thirty. What the list does not name is foreign, hash in its name or
//! not, so nothing of somebody else's ever goes.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use story::{Civil, civil_from_day, day_from_civil};

use super::Lasting;
use crate::shown;

/// Its name in the folder.
pub(super) const NAME: &str = ".on-record";

const HEAD: &str = "# Written by on-record, which replaces these files and no others:\n";
/// How the line with the day begins, and how it ends.
const REPLACED: (&str, &str) = ("# Replaced on ", ", kept for pages of earlier builds:");

/// So many builds that replaced something, and so many days, does a file stay at least.
const KEPT_BUILDS: usize = 10;
const KEPT_DAYS: i64 = 30;

/// What was written into a folder.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct List {
    /// By the last build.
    current: BTreeSet<String>,
    /// By those before, the latest first.
    earlier: Vec<Replaced>,
}

/// What one build replaced and left standing.
#[derive(Debug, PartialEq, Eq)]
struct Replaced {
    /// The day, counted from 1970-01-01.
    on: i64,
    paths: BTreeSet<String>,
}

impl List {
    /// The list of a folder; an empty one where there is none that can be read.
    pub(super) fn of(folder: &Path) -> Self {
        // Without it everything is foreign, which is what `replace_folder` then says.
        Self::from_text(&fs::read_to_string(folder.join(NAME)).unwrap_or_default())
    }

    fn from_text(text: &str) -> Self {
        let mut list = Self::default();
        for line in text.lines() {
            if let Some(on) = line.strip_prefix(REPLACED.0) {
                list.earlier.push(Replaced { on: day(on), paths: BTreeSet::new() });
            } else if !line.starts_with('#') {
                let paths = list.earlier.last_mut().map_or(&mut list.current, |replaced| &mut replaced.paths);
                paths.insert(line.to_owned());
            }
        }
        list
    }

    /// The list as it is written.
    pub(super) fn text(&self) -> String {
        let lines = |paths: &BTreeSet<String>| paths.iter().flat_map(|path| [path, "\n"]).collect::<String>();
        let earlier = self.earlier.iter().map(|Replaced { on, paths }| {
            let Civil { year, month, day } = civil_from_day(*on);
            format!("{}{year:04}-{month:02}-{day:02}{}\n{}", REPLACED.0, REPLACED.1, lines(paths))
        });
        [HEAD.to_owned(), lines(&self.current)].into_iter().chain(earlier).collect()
    }

    /// Whether a path of the folder is of ours, this list included.
    pub(super) fn names(&self, path: &Path) -> bool {
        let path = shown(path);
        path == NAME || self.current.contains(&path) || self.keeps_path(&path)
    }

    /// Whether a path is of an earlier build, and stays.
    pub(super) fn keeps(&self, path: &Path) -> bool {
        self.keeps_path(&shown(path))
    }

    fn keeps_path(&self, path: &str) -> bool {
        self.earlier.iter().any(|replaced| replaced.paths.contains(path))
    }

    /// The list after a build of these files, in a folder that still has those of `present`.
    pub(super) fn followed_by(self, new: BTreeSet<String>, present: &BTreeSet<String>, lasting: Lasting<'_>) -> Self {
        let Lasting { within, today } = lasting;
        let last =
            self.current.into_iter().filter(|path| within.iter().any(|folder| path.starts_with(folder))).collect();
        let mut earlier = vec![Replaced { on: today, paths: last }];
        earlier.extend(self.earlier);
        for replaced in &mut earlier {
            // A clock that was once ahead keeps nothing for ever.
            replaced.on = replaced.on.min(today);
            replaced.paths.retain(|path| present.contains(path) && !new.contains(path));
        }
        earlier.retain(|replaced| !replaced.paths.is_empty());
        let mut builds = 0;
        earlier.retain(|replaced| {
            builds += 1;
            builds <= KEPT_BUILDS || today.saturating_sub(replaced.on) <= KEPT_DAYS
        });
        Self { current: new, earlier }
    }
}

/// The day that begins a text, as in `2026-11-29`; the last of all where somebody has changed it, which counts as today.
fn day(text: &str) -> i64 {
    let numbers: Vec<i64> = text.split([',', '-']).map_while(|number| number.parse().ok()).collect();
    let civil = |year, month, day| Some(Civil { year, month: u8::try_from(month).ok()?, day: u8::try_from(day).ok()? });
    match numbers[..] {
        [year, month, day] => civil(year, month, day).map_or(i64::MAX, day_from_civil),
        _ => i64::MAX,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(paths: &[&str]) -> BTreeSet<String> {
        paths.iter().map(|path| (*path).to_owned()).collect()
    }

    /// Builds of a story, each on a day, from the first list on; nothing is deleted meanwhile.
    fn after(days: impl IntoIterator<Item = i64>) -> List {
        days.into_iter().enumerate().fold(List::default(), |list, (at, today)| {
            let present: BTreeSet<String> = list.all().map(str::to_owned).collect();
            let new = set(&["index.html", "widget/page.css", &format!("widget/story-{at}.orb")]);
            list.followed_by(new, &present, Lasting { within: &["widget/", "media/"], today })
        })
    }

    impl List {
        fn all(&self) -> impl Iterator<Item = &str> {
            let earlier = self.earlier.iter().flat_map(|replaced| &replaced.paths);
            self.current.iter().chain(earlier).map(String::as_str)
        }

        /// The numbers of the stories that stay, sorted.
        fn stories(&self) -> Vec<usize> {
            let number = |path: &str| path.strip_prefix("widget/story-")?.strip_suffix(".orb")?.parse().ok();
            let mut numbers: Vec<usize> = self.all().filter_map(number).collect();
            numbers.sort_unstable();
            numbers
        }
    }

    #[test]
    fn what_was_replaced_stays_for_ten_builds_and_for_thirty_days() {
        let check =
            |days: &[i64], expected: &[usize]| assert_eq!(after(days.iter().copied()).stories(), expected, "{days:?}");
        check(&[0], &[0]);
        check(&[0, 1000, 2000], &[0, 1, 2]);
        check(&[0; 12], &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
        check(&[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1000], &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
        check(&[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 30], &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
        check(&[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 31], &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
        // What was shown for a year counts from the day on which it went.
        check(&[0, 365, 366, 366, 366, 366, 366, 366, 366, 366, 366, 390], &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    }

    #[test]
    fn a_list_that_was_written_is_read_again() {
        for list in [List::default(), after([0]), after([20_000, 20_001, 20_002]), after(0..20)] {
            assert_eq!(List::from_text(&list.text()), list, "{}", list.text());
        }
        let expected = "# Replaced on 2026-11-29, kept for pages of earlier builds:\nwidget/story-0.orb\n";
        assert!(after([0, 20_786]).text().ends_with(expected), "{}", after([0, 20_786]).text());
    }

    #[test]
    fn the_same_files_give_the_same_list_on_any_day() {
        let (new, lasting) = (set(&["a", "widget/b"]), |today| Lasting { within: &["widget/", "media/"], today });
        let first = List::default().followed_by(new.clone(), &set(&[]), lasting(1));
        assert!(!first.text().contains("Replaced"), "{}", first.text());
        let text = first.text();
        assert_eq!(first.followed_by(new.clone(), &new, lasting(400)).text(), text);
    }

    #[test]
    fn a_file_that_comes_back_is_replaced_no_more() {
        let lasting = Lasting { within: &["widget/", "media/"], today: 5 };
        let (a, b) = (set(&["widget/a"]), set(&["widget/b"]));
        let both = set(&["widget/a", "widget/b"]);
        let first = List::default().followed_by(a.clone(), &set(&[]), lasting);
        let list = first.followed_by(b, &a, lasting).followed_by(a.clone(), &both, lasting);
        assert!(list.keeps(Path::new("widget/b")) && !list.keeps(Path::new("widget/a")));
    }

    #[test]
    fn what_is_gone_is_not_listed_and_what_nobody_can_read_does_no_harm() {
        let lasting = Lasting { within: &["widget/", "media/"], today: 40 };
        let odd = "\0\n# Replaced on , kept\nwidget/a\n# Replaced on 2999-01-01, kept\nwidget/b\n# Replaced on 99-999-9,\n../c\n";
        let list = List::from_text(odd).followed_by(set(&["x"]), &set(&["widget/a", "widget/b"]), lasting);
        let days: Vec<_> = list.earlier.iter().map(|replaced| replaced.on).collect();
        assert_eq!(days, [40, 40], "neither the future nor nonsense lasts longer than what goes today");
        assert!(!list.keeps(Path::new("../c")));
    }

    #[test]
    fn a_list_of_before_there_were_days_is_taken() {
        let old = "# Written by on-record, which replaces these files and no others:\nindex.html\nwidget/story-0.orb\n";
        let lasting = Lasting { within: &["widget/", "media/"], today: 1 };
        let list = List::from_text(old).followed_by(
            set(&["index.html"]),
            &set(&["index.html", "widget/story-0.orb"]),
            lasting,
        );
        assert_eq!(list.stories(), [0]);
        assert!(
            list.names(Path::new(NAME)) && list.names(Path::new("index.html")) && !list.names(Path::new("own.txt"))
        );
    }
}
