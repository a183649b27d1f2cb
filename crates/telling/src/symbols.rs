//! The marks and signs: drawn once in each view, and used by reference.

use story::{EventIx, Status};

use crate::{AsOf, Telling, Tree};

/// What the mark of an event tells of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    Happened,
    Planned,
    Expected,
    FellThrough,
    /// It happened, on a day that is not certain.
    Doubtful,
    /// Its accounts differ on the date.
    Differing,
}

impl Mark {
    /// The mark of an event.
    pub(crate) fn of(as_of: AsOf<'_>, ix: EventIx) -> Self {
        let is_uncertain = || as_of.date(ix).is_some_and(|when| when.qualifier().uncertain);
        match as_of.bundle.event(ix).status() {
            _ if as_of.accounts_differ(ix) => Self::Differing,
            Status::Planned => Self::Planned,
            Status::Expected => Self::Expected,
            Status::FellThrough => Self::FellThrough,
            Status::Happened if is_uncertain() => Self::Doubtful,
            Status::Happened => Self::Happened,
        }
    }

    /// Where its drawing is.
    pub(crate) fn href(self) -> &'static str {
        match self {
            Self::Happened => "#or-happened",
            Self::Planned => "#or-planned",
            Self::Expected => "#or-expected",
            Self::FellThrough => "#or-fell-through",
            Self::Doubtful => "#or-doubtful",
            Self::Differing => "#or-differing",
        }
    }
}

/// A figure of a drawing: its element, its class and its attributes.
type Figure = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

/// The corners of a sixteenth of a line each way from the middle.
const CENTRED: &str = "-8 -8 16 16";

/// Every drawing: its id, what of it is seen, and its figures. `i` is filled with ink, `p` with paper.
const SYMBOLS: [(&str, &str, &[Figure]); 14] = [
    ("or-happened", CENTRED, &[("circle", "i", &[("r", "5.5")])]),
    ("or-planned", CENTRED, &[("circle", "p", &[("r", "4.7"), ("stroke-width", "1.9")])]),
    ("or-expected", CENTRED, &[("path", "p", &[("d", "M0-6.3 6.3 0 0 6.3-6.3 0Z"), ("stroke-width", "1.7")])]),
    (
        "or-fell-through",
        CENTRED,
        &[
            ("path", "gap", &[("d", "M-4.6-4.6 4.6 4.6M4.6-4.6-4.6 4.6"), ("stroke-width", "5.6")]),
            ("path", "", &[("d", "M-4.6-4.6 4.6 4.6M4.6-4.6-4.6 4.6"), ("stroke-width", "2.9")]),
        ],
    ),
    (
        "or-doubtful",
        CENTRED,
        &[
            ("circle", "p", &[("r", "5"), ("stroke-width", "1.1")]),
            ("path", "", &[("d", "M.2-5-5 .2M2.6-4.2-4.2 2.6M4.2-2.6-2.6 4.2M5-.2-.2 5"), ("stroke-width", "1.2")]),
        ],
    ),
    (
        "or-differing",
        CENTRED,
        &[
            ("circle", "i", &[("cx", "2.2"), ("r", "5.2")]),
            ("circle", "i gap", &[("cx", "-2.2"), ("r", "5.9"), ("stroke-width", "1.3")]),
        ],
    ),
    (
        "or-checked",
        CENTRED,
        &[
            ("rect", "i", &[("x", "-7"), ("y", "-7"), ("width", "14"), ("height", "14"), ("rx", "1.5")]),
            ("path", "gap", &[("d", "M-3.6.2-1 3 3.8-3.2"), ("stroke-width", "2")]),
        ],
    ),
    (
        "or-tidied",
        CENTRED,
        &[
            ("rect", "", &[("x", "-6"), ("y", "-6"), ("width", "12"), ("height", "12"), ("rx", "1.5")]),
            ("path", "", &[("d", "M-3.6.2-1 3 3.8-3.2"), ("stroke-width", "1.8")]),
        ],
    ),
    (
        "or-cut",
        CENTRED,
        &[
            ("rect", "", &[("x", "-6"), ("y", "-6"), ("width", "12"), ("height", "12"), ("rx", "1.5")]),
            ("path", "", &[("d", "M-4 2.6h2M-1 2.6h2M2 2.6h2"), ("stroke-width", "2")]),
        ],
    ),
    (
        "or-unchecked",
        CENTRED,
        &[
            (
                "rect",
                "",
                &[
                    ("x", "-6"),
                    ("y", "-6"),
                    ("width", "12"),
                    ("height", "12"),
                    ("rx", "1.5"),
                    ("stroke-dasharray", "2.4 1.6"),
                ],
            ),
            ("path", "", &[("d", "M-1.8-1.4A1.9 1.9 0 1 1 .4.3Q0 .6 0 1.3M0 3v.7"), ("stroke-width", "1.5")]),
        ],
    ),
    ("or-find", "0 0 18 18", &[("path", "", &[("d", "M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3ZM11.7 11.7 15.5 15.5")])]),
    ("or-back", "0 0 18 18", &[("path", "", &[("d", "M11 4 6 9l5 5")])]),
    ("or-on", "0 0 18 18", &[("path", "", &[("d", "M7 4l5 5-5 5")])]),
    (
        "or-arc",
        "0 0 58 22",
        &[("path", "", &[("d", "M5 15C10 1 40 1 46 12")]), ("circle", "i", &[("cx", "5"), ("cy", "16"), ("r", "2.2")])],
    ),
];

impl Telling<'_> {
    /// Every drawing.
    pub(crate) fn symbols(&self, t: &mut dyn Tree) {
        t.start("svg", "defs");
        t.set("aria-hidden", "true");
        for (id, view_box, figures) in SYMBOLS {
            t.open("symbol");
            t.set("id", id);
            t.set("viewBox", view_box);
            for (name, class, attributes) in figures {
                t.start(name, class);
                attributes.iter().for_each(|(name, value)| t.set(name, value));
                t.close();
            }
            t.close();
        }
        t.close();
    }

    /// The mark of an event.
    pub(crate) fn mark(&self, t: &mut dyn Tree, class: &str, mark: Mark) {
        t.symbol(class, mark.href());
    }

    /// The arc from a plan to what came of it; of what others expected, broken.
    pub(crate) fn arc(&self, t: &mut dyn Tree, plan: Status, to: Mark) {
        t.start("svg", if plan == Status::Expected { "arc expected" } else { "arc" });
        t.set("viewBox", "0 0 58 22");
        t.set("aria-hidden", "true");
        t.open("use");
        t.set("href", "#or-arc");
        t.close();
        t.open("use");
        t.set("href", to.href());
        for (name, value) in [("x", "40"), ("y", "8"), ("width", "14"), ("height", "14")] {
            t.set(name, value);
        }
        t.close();
        t.close();
    }
}
