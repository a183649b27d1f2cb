//! Which fonts there are: three that travel along, and the machine's own for what these lack.

use std::collections::BTreeSet;

use resvg::usvg::fontdb::{Database, FaceInfo, ID, Style};
use resvg::usvg::{FontResolver, fontdb};
use skrifa::{FontRef, MetadataProvider as _};

/// The fonts that travel along.
const CARRIED: [&[u8]; 3] = [
    include_bytes!("../fonts/NotoSans-Regular.ttf"),
    include_bytes!("../fonts/NotoSans-Bold.ttf"),
    include_bytes!("../fonts/NotoSerif-Bold.ttf"),
];

/// What words are set in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// A headline.
    Headline,
    /// Words beside it.
    Text,
    /// Those of them that are bold.
    Strong,
}

impl Face {
    /// The attributes of SVG that choose it.
    #[must_use]
    pub fn attributes(self) -> String {
        let (weight, spacing) = match self {
            Self::Headline => (700, "-0.015em"),
            Self::Text => (400, "0"),
            Self::Strong => (700, "0"),
        };
        format!("font-family=\"{}\" font-weight=\"{weight}\" letter-spacing=\"{spacing}\"", self.family())
    }

    /// The name by which it is asked for.
    #[must_use]
    pub fn family(self) -> &'static str {
        match self {
            Self::Headline => "Noto Serif",
            Self::Text | Self::Strong => "Noto Sans",
        }
    }
}

/// The fonts for some texts.
pub(crate) fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Database {
    let mut fonts = Database::new();
    CARRIED.iter().for_each(|font| fonts.load_font_data(font.to_vec()));
    let lacking: BTreeSet<char> = texts.into_iter().flat_map(|text| lacking(&fonts, text)).collect();
    if !lacking.is_empty() {
        let mut machine = Database::new();
        machine.load_system_fonts();
        let found = [400, 700].map(|weight| chosen(&machine, &lacking, weight));
        let found: BTreeSet<ID> = found.into_iter().flatten().collect();
        found.iter().filter_map(|id| machine.face(*id)).for_each(|face| {
            fonts.push_face_info(face.clone());
        });
    }
    fonts
}

/// What of a text no font has.
pub(crate) fn lacking(fonts: &Database, text: &str) -> BTreeSet<char> {
    let seen: BTreeSet<char> = text.chars().filter(|c| !is_unseen(*c)).collect();
    fonts.faces().fold(seen, |left, face| if left.is_empty() { left } else { &left - &had(fonts, face.id, &left) })
}

/// Fonts of a machine that have as much as possible of some characters, as few as are needed, near a weight.
fn chosen(machine: &Database, wanted: &BTreeSet<char>, weight: u16) -> Vec<ID> {
    let mut faces: Vec<&FaceInfo> = machine.faces().filter(|face| face.style == Style::Normal).collect();
    // A machine lists its fonts in no order.
    faces.sort_by_key(|face| (face.weight.0.abs_diff(weight), face.post_script_name.clone()));
    let mut left = wanted.clone();
    let mut found = Vec::new();
    while !left.is_empty() {
        let with = faces.iter().map(|face| (face.id, had(machine, face.id, &left)));
        // Of those that have as much the first, which is the nearest.
        let most = with.reduce(|best, it| if it.1.len() > best.1.len() { it } else { best });
        let Some((id, had)) = most.filter(|(_, had)| !had.is_empty()) else { break };
        left = &left - &had;
        found.push(id);
    }
    found
}

/// Those of some characters that a font has.
fn had(fonts: &Database, face: ID, of: &BTreeSet<char>) -> BTreeSet<char> {
    let within = |bytes: &[u8], index| {
        // A font that cannot be read has nothing.
        let letters = FontRef::from_index(bytes, index).ok()?;
        let letters = letters.charmap();
        Some(of.iter().copied().filter(|c| letters.map(*c).is_some()).collect())
    };
    fonts.with_face_data(face, within).flatten().unwrap_or_default()
}

/// Whether a character leaves no trace: spaces, and what steers the letters around it.
fn is_unseen(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{ad}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// Among several fonts that have a character, the one of the nearest weight.
pub(crate) fn resolver() -> FontResolver<'static> {
    let select_fallback = |c: char, used: &[ID], fonts: &mut std::sync::Arc<fontdb::Database>| {
        let weight = used.first().and_then(|id| fonts.face(*id)).map_or(400, |face| face.weight.0);
        let wanted = BTreeSet::from([c]);
        let others = fonts.faces().filter(|face| !used.contains(&face.id));
        let have = others.filter(|face| !had(fonts, face.id, &wanted).is_empty());
        have.min_by_key(|face| face.weight.0.abs_diff(weight)).map(|face| face.id)
    };
    FontResolver { select_font: FontResolver::default_font_selector(), select_fallback: Box::new(select_fallback) }
}
