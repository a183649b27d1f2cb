//! What the tests of the checks share.

use crate::{Code, Evidence, Input, Outcome, Verification, compile, compile_with, verify};

const STORY: &str = "[story]\nid = \"s\"\ntitle = \"S\"\nlanguage = \"en\"\n";

/// Compiles one TOML file, to which a sound table `story` is added if it has none.
pub(crate) fn outcome(toml: &str) -> Outcome {
    let rest = if toml.contains("[story]") { "" } else { STORY };
    compile(vec![Input { name: "story.toml".to_owned(), bytes: format!("{toml}\n{rest}").into_bytes() }])
}

/// Asserts that a file has exactly these diagnostics of a code, written `line:column message (hint)`.
pub(crate) fn expect(code: Code, toml: &str, expected: &[&str]) {
    expect_in(&outcome(toml), code, expected);
}

/// Asserts that an outcome has exactly these diagnostics of a code.
pub(crate) fn expect_in(outcome: &Outcome, code: Code, expected: &[&str]) {
    let of_code = outcome.diagnostics.iter().filter(|diagnostic| diagnostic.code == code);
    let found: Vec<_> = of_code
        .map(|diagnostic| {
            let place = outcome.files.start(diagnostic.span);
            let hint = diagnostic.hint.as_ref().map_or(String::new(), |hint| format!(" ({hint})"));
            format!("{}:{} {}{hint}", place.line, place.column, diagnostic.message)
        })
        .collect();
    assert_eq!(found, expected, "all: {}", crate::render_text(outcome));
}

/// Compiles one CSV file beside a sound table `story`.
pub(crate) fn csv_outcome(name: &str, csv: &str) -> Outcome {
    let input = |name: &str, text: &str| Input { name: name.to_owned(), bytes: text.as_bytes().to_vec() };
    compile(vec![input(name, csv), input("story.toml", STORY)])
}

/// A story of one or two quotes, and what stands behind them.
#[derive(Clone)]
pub(crate) struct Case {
    toml: String,
    quote: String,
    evidence: Evidence,
}

impl Case {
    /// A quote of the source `s`, in line 8 from column 9 on.
    pub(crate) fn of_quote(text: &str) -> Self {
        let toml = format!(
            "{STORY}\n[[quotes]]\nid = \"q\"\ntext = \"{text}\"\nspeaker = \"k\"\nsource = \"s\"\n\
             [[people]]\nid = \"k\"\nname = \"K\"\n"
        );
        let sources = ["s", "t", "seoul-news"].map(|id| format!("[[sources]]\nid = \"{id}\"\ntitle = \"S\"\n"));
        Self { toml: toml + "#\n" + &sources.concat(), quote: text.to_owned(), evidence: Evidence::default() }
    }

    /// A second quote of the same source, whose words stand in line 16 from column 9 on.
    pub(crate) fn with_second(&self, text: &str) -> Self {
        self.edited("#\n", &format!("[[quotes]]\nid = \"r\"\ntext = \"{text}\"\nspeaker = \"k\"\nsource = \"s\"\n"))
    }

    pub(crate) fn with_quote(&self, text: &str) -> Self {
        self.edited(&format!("text = \"{}\"", self.quote), &format!("text = \"{text}\""))
    }

    pub(crate) fn edited(&self, from: &str, to: &str) -> Self {
        assert!(self.toml.contains(from), "{from}");
        Self { toml: self.toml.replacen(from, to, 1), ..self.clone() }
    }

    /// With this text of the source `s` in the archive.
    pub(crate) fn archived(&self, text: &str) -> Self {
        self.archived_as("s", text)
    }

    pub(crate) fn archived_as(&self, source: &str, text: &str) -> Self {
        let mut case = self.clone();
        let name = format!("archive/{source}.txt");
        case.evidence.archive = Some(vec![Input { name, bytes: text.as_bytes().to_vec() }]);
        case
    }

    pub(crate) fn without_archive(&self) -> Self {
        let mut case = self.clone();
        case.evidence.archive = None;
        case
    }

    pub(crate) fn with_lock(&self, text: &str) -> Self {
        let mut case = self.clone();
        case.evidence.lock = Some(Input { name: "verified.lock".to_owned(), bytes: text.as_bytes().to_vec() });
        case
    }

    /// With the lock that its archive gives it.
    pub(crate) fn locked(&self) -> Self {
        self.with_lock(&self.verified().lock.expect("every quote stands in its source"))
    }

    pub(crate) fn lock(&self) -> String {
        let lock = self.evidence.lock.as_ref().expect("a lock");
        String::from_utf8(lock.bytes.clone()).expect("UTF-8")
    }

    pub(crate) fn compiled(&self) -> Outcome {
        compile_with(self.inputs(), self.evidence.clone())
    }

    pub(crate) fn verified(&self) -> Verification {
        verify(self.inputs(), self.evidence.clone())
    }

    fn inputs(&self) -> Vec<Input> {
        vec![Input { name: "story.toml".to_owned(), bytes: self.toml.clone().into_bytes() }]
    }
}
