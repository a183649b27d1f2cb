//! A drawing with words as a picture: SVG in, PNG out.
//!
//! The letters of European scripts travel along (`fonts/`), so that the same drawing becomes the same bytes on every machine
//! that runs the same command; for all others the machine's own fonts are asked, and what none of them has is said. This crate
//! knows no stories, and draws nothing of its own.

mod fonts;

use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb::Database};

pub use fonts::Face;

/// The letters for some texts.
pub struct Letters {
    fonts: Arc<Database>,
}

impl Letters {
    /// Those for some texts: the ones that travel along, and as many of the machine's fonts as are needed for the rest.
    #[must_use]
    pub fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        Self { fonts: Arc::new(fonts::of(texts)) }
    }

    /// Whether there is a letter for all of a text.
    #[must_use]
    pub fn have(&self, text: &str) -> bool {
        fonts::lacking(&self.fonts, text).is_empty()
    }

    /// How wide a line is, px, at a size in px.
    #[must_use]
    pub fn width_px(&self, face: Face, line: &str, size_px: f64) -> f64 {
        // Outlines grow with their size, so one size tells of all.
        const MEASURED_PX: f64 = 100.0;
        let line: String = line.chars().map(escaped).collect();
        let style = face.attributes();
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\" xml:space=\"preserve\">\
             <text font-size=\"{MEASURED_PX}\" {style}>{line}</text></svg>"
        );
        let tree = self.tree(&svg);
        tree.map_or(0.0, |tree| f64::from(tree.root().abs_bounding_box().width())) * size_px / MEASURED_PX
    }

    /// A drawing as a PNG of its own size.
    ///
    /// # Errors
    ///
    /// Why it is no drawing.
    pub fn png(&self, svg: &str) -> Result<Vec<u8>, String> {
        let tree = self.tree(svg)?;
        let size = tree.size().to_int_size();
        let mut pixels = Pixmap::new(size.width(), size.height()).ok_or("a drawing without a size")?;
        resvg::render(&tree, Transform::default(), &mut pixels.as_mut());
        pixels.encode_png().map_err(|error| error.to_string())
    }

    fn tree(&self, svg: &str) -> Result<Tree, String> {
        let options = Options {
            fontdb: Arc::clone(&self.fonts),
            font_resolver: fonts::resolver(),
            font_family: Face::Text.family().to_owned(),
            ..Options::default()
        };
        Tree::from_str(svg, &options).map_err(|error| error.to_string())
    }
}

/// A character as XML may hold it.
fn escaped(c: char) -> String {
    match c {
        '&' | '<' | '>' => format!("&#{};", u32::from(c)),
        c if c.is_control() => " ".to_owned(),
        c => c.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_as_wide_as_its_letters() {
        let letters = Letters::of([]);
        let width_px = |face, line, size_px| letters.width_px(face, line, size_px);
        let one_px = width_px(Face::Headline, "m", 66.0);
        assert!((50.0..80.0).contains(&one_px), "{one_px}");
        assert!(width_px(Face::Headline, "mm", 66.0) > 1.9 * one_px);
        assert!((width_px(Face::Headline, "m", 33.0) - one_px / 2.0).abs() < 0.01);
        assert!(width_px(Face::Text, "i", 66.0) < width_px(Face::Strong, "i", 66.0));
        assert!(width_px(Face::Text, "<&>", 20.0) > 30.0, "signs of markup are characters");
        assert_eq!(width_px(Face::Text, "", 20.0), 0.0);
    }

    #[test]
    fn the_same_drawing_is_the_same_picture() {
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"120\" height=\"40\">\
                   <text y=\"30\" font-family=\"Noto Serif\" font-weight=\"700\" font-size=\"30\">Été Ж Ω</text></svg>";
        let [a, b] = [(); 2].map(|()| Letters::of(["Été Ж Ω"]).png(svg).expect("a picture"));
        assert_eq!(a, b);
        let empty = svg.replace("Été Ж Ω", "");
        assert_ne!(a, Letters::of([]).png(&empty).expect("a picture"), "the words are drawn");
        assert_eq!(a.get(16..24), Some([0, 0, 0, 120, 0, 0, 0, 40].as_slice()), "its size stands in its head");
    }

    #[test]
    fn what_no_font_has_is_known() {
        let letters = Letters::of(["\u{10FFFD}"]);
        assert!(!letters.have("a\u{10FFFD}"), "no font has a character for private use at the end of Unicode");
        assert!(letters.have("Kim, Putin\u{a0}– Ελλάδα, Київ, Đà Nẵng\u{ad}"));
    }

    #[test]
    fn what_is_no_drawing_is_told() {
        assert!(Letters::of([]).png("<svg").is_err());
        assert!(Letters::of([]).png("<html/>").is_err());
    }
}
