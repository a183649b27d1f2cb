//! The newsroom's own words, with the little Markdown they may carry already rendered.

/// Words with emphasis and links.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RichText {
    /// The Markdown, as the author wrote it.
    pub markdown: String,
    /// The same, rendered and sanitised: what a page may show. A line break stands between paragraphs.
    pub runs: Vec<Run>,
}

/// A stretch of text in one style.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// The characters to show; never markup.
    pub text: String,
    /// Emphasised.
    pub emphasis: bool,
    /// Strongly emphasised.
    pub strong: bool,
    /// Where it links to: an address of a safe scheme.
    pub link: Option<String>,
}

impl RichText {
    /// The text alone.
    #[must_use]
    pub fn plain(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }
}
