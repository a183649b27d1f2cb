//! How large an SVG picture is.

use roxmltree::Node;

/// Units of CSS, px each.
const UNITS: [(&str, f64); 7] =
    [("px", 1.0), ("pt", 4.0 / 3.0), ("pc", 16.0), ("in", 96.0), ("cm", 96.0 / 2.54), ("mm", 9.6 / 2.54), ("", 1.0)];

/// Width and height by its own words, px: from `width` and `height`, or what `viewBox` says of either.
pub(super) fn size_px(root: Node<'_, '_>) -> Option<(u32, u32)> {
    let given = |name| root.attribute(name).and_then(length_px);
    let view = root.attribute("viewBox").and_then(view_px);
    let (width, height) = match (given("width"), given("height"), view) {
        (Some(width), Some(height), _) => (width, height),
        (Some(width), None, Some((w, h))) => (width, width * h / w),
        (None, Some(height), Some((w, h))) => (height * w / h, height),
        (None, None, Some(view)) => view,
        _ => return None,
    };
    // Anything beyond is refused for its size.
    let px = |length: f64| length.round().clamp(1.0, 1e9) as u32;
    Some((px(width), px(height)))
}

fn length_px(text: &str) -> Option<f64> {
    let text = text.trim();
    let (unit, px) = UNITS.iter().find(|(unit, _)| text.ends_with(unit))?;
    let length = text.strip_suffix(unit)?.trim_end().parse::<f64>().ok()? * px;
    (length.is_finite() && length > 0.0).then_some(length)
}

fn view_px(text: &str) -> Option<(f64, f64)> {
    let numbers: Vec<f64> = text
        .split([' ', ',', '\n', '\t', '\r'])
        .filter(|it| !it.is_empty())
        .map(str::parse)
        .collect::<Result<_, _>>()
        // What holds anything but numbers gives no size.
        .ok()?;
    match numbers[..] {
        [_, _, width, height] if width > 0.0 && height > 0.0 && width.is_finite() && height.is_finite() => {
            Some((width, height))
        }
        _ => None,
    }
}
