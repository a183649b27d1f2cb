//! Characters nobody sees, and the slug that an id is without them.

/// Control characters, marks that turn the direction of writing, and spaces of no width. Joiners are not among
/// them: Persian and emoji need them.
pub(crate) fn is_hidden(c: char) -> bool {
    let turns_direction = matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let has_no_width = matches!(c, '\u{200B}' | '\u{2060}' | '\u{FEFF}');
    let is_control = c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    is_control || turns_direction || has_no_width || c == '\u{FFFD}'
}

/// The slug that an id should be; empty where it has no letter for one.
pub(crate) fn slug_of(id: &str) -> String {
    let seen: String = id.chars().filter(|c| !is_hidden(*c)).collect();
    story::slug_from_text(&seen)
}
