//! SVG pictures: refused where they run or load anything, else written anew without comments and what editors leave in them.

mod css;
mod embedded;
mod size;

use roxmltree::{Document, Node, ParsingOptions};

use crate::fault::{Fault, LineColumn, Sort};
use embedded::cleaned_address;

const SVG: &str = "http://www.w3.org/2000/svg";
const XLINK: &str = "http://www.w3.org/1999/xlink";
const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// So many elements, texts and comments are taken.
const MAX_NODES: u32 = 200_000;
/// So deep may they stand in each other.
const MAX_DEPTH: usize = 200;

/// Elements that run or load something.
const RUNS: [&str; 12] = [
    "script",
    "foreignobject",
    "handler",
    "listener",
    "iframe",
    "embed",
    "object",
    "audio",
    "video",
    "canvas",
    "link",
    "base",
];
/// Elements that change an attribute while time goes by.
const ANIMATES: [&str; 4] = ["animate", "set", "animatetransform", "animatemotion"];
/// Elements that say nothing of the picture.
const DROPPED: [&str; 1] = ["metadata"];
/// Elements whose address is fetched as a picture.
const SHOWS: [&str; 2] = ["image", "feimage"];

/// The width and height of a picture, px, and its file written anew.
///
/// # Errors
///
/// Where it is no SVG picture, or not a safe one; names the place.
pub(crate) fn clean(bytes: &[u8]) -> Result<(u32, u32, Vec<u8>), Fault> {
    let text = std::str::from_utf8(bytes).map_err(|_| {
        Fault::new(Sort::Damaged, "is an SVG picture that is not UTF-8", "save it in the encoding UTF-8")
    })?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let options = ParsingOptions { allow_dtd: false, nodes_limit: MAX_NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).map_err(|error| unparsed(&error, text))?;
    let root = document.root_element();
    if root.tag_name().name() != "svg" || root.tag_name().namespace() != Some(SVG) {
        let hint = format!("let it begin with `<svg xmlns=\"{SVG}\">`");
        return Err(at(root, Fault::new(Sort::Unknown, "is XML, but no SVG picture", hint)));
    }
    if let Some(pi) = document.root().children().find(Node::is_pi) {
        return Err(at(pi, unsafe_svg("a processing instruction, which can load a style sheet")));
    }
    let (width_px, height_px) = size::size_px(root).ok_or_else(|| {
        let hint = "give it a `viewBox`, or a `width` and a `height` in px";
        at(root, Fault::new(Sort::Unknown, "is an SVG picture that does not say its size", hint))
    })?;
    crate::still::check_size(width_px, height_px)?;
    let mut out = String::with_capacity(text.len());
    write(root, 0, &mut out)?;
    out.push('\n');
    Ok((width_px, height_px, out.into_bytes()))
}

fn unparsed(error: &roxmltree::Error, text: &str) -> Fault {
    if matches!(error, roxmltree::Error::DtdDetected) {
        let start = text.find("<!DOCTYPE").map_or("", |at| &text[..at]);
        let line = start.matches('\n').count() + 1;
        let column = start.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        // A text of 50 MB has fewer lines than that.
        let clip = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let hint = "delete `<!DOCTYPE …>`: no browser needs it";
        let message = "is an SVG picture with a document type, which can define what loads or grows";
        return Fault::new(Sort::Unsafe, message, hint).at(clip(line), clip(column));
    }
    let pos = error.pos();
    Fault::damaged("SVG picture", error).at(pos.row, pos.col)
}

fn unsafe_svg(what: &str) -> Fault {
    let message = format!("is an SVG picture with {what}");
    Fault::new(Sort::Unsafe, message, "take it out, or save the picture as PNG")
}

fn at(node: Node<'_, '_>, fault: Fault) -> Fault {
    let pos = node.document().text_pos_at(node.range().start);
    fault.at(pos.row, pos.col)
}

fn at_attribute(node: Node<'_, '_>, start: usize, fault: Fault) -> Fault {
    let pos = node.document().text_pos_at(start);
    Fault { place: Some(LineColumn { line: pos.row, column: pos.col }), ..fault }
}

/// Writes an element and what stands in it.
fn write(node: Node<'_, '_>, depth: usize, out: &mut String) -> Result<(), Fault> {
    if depth > MAX_DEPTH {
        let message = format!("is an SVG picture with more than {MAX_DEPTH} elements in each other");
        return Err(at(node, Fault::new(Sort::TooLarge, message, "save it anew, with fewer groups")));
    }
    let name = node.tag_name().name();
    let lower = name.to_ascii_lowercase();
    // In any namespace: browsers know these from XHTML as well.
    if RUNS.contains(&lower.as_str()) {
        return Err(at(node, unsafe_svg(&format!("`<{name}>`, which can run or load something"))));
    }
    // What other namespaces hold is for editors.
    if node.tag_name().namespace() != Some(SVG) || DROPPED.contains(&lower.as_str()) {
        return refuse_within(node);
    }
    out.push('<');
    out.push_str(name);
    if depth == 0 {
        out.push_str(&format!(" xmlns=\"{SVG}\" xmlns:xlink=\"{XLINK}\""));
    }
    attributes(node, &lower, out)?;
    if !node.has_children() {
        out.push_str("/>");
        return Ok(());
    }
    out.push('>');
    children(node, &lower, depth, out)?;
    out.push_str("</");
    out.push_str(name);
    out.push('>');
    Ok(())
}

/// Refuses a part that is dropped if something in it runs, so that nobody takes the file itself for safe.
fn refuse_within(node: Node<'_, '_>) -> Result<(), Fault> {
    let runs = node.descendants().find(|it| it.is_element() && it.tag_name().name().eq_ignore_ascii_case("script"));
    runs.map_or(Ok(()), |it| Err(at(it, unsafe_svg("`<script>`, which can run or load something"))))
}

fn children(node: Node<'_, '_>, name: &str, depth: usize, out: &mut String) -> Result<(), Fault> {
    if name == "style" {
        let style: String = node.children().filter_map(|child| child.text()).collect();
        css::check(&style).map_err(|what| at(node, unsafe_svg(&what)))?;
    }
    for child in node.children() {
        if child.is_element() {
            write(child, depth + 1, out)?;
        } else if child.is_text() {
            escape(child.text().unwrap_or_default(), false, out);
        } else if child.is_pi() {
            return Err(at(child, unsafe_svg("a processing instruction")));
        }
    }
    Ok(())
}

fn attributes(node: Node<'_, '_>, element: &str, out: &mut String) -> Result<(), Fault> {
    for attribute in node.attributes() {
        let (name, lower) = (attribute.name(), attribute.name().to_ascii_lowercase());
        let fault = |what: String| at_attribute(node, attribute.range().start, unsafe_svg(&what));
        let prefix = match attribute.namespace() {
            None => "",
            Some(XLINK) => "xlink:",
            Some(XML) if lower == "base" => {
                return Err(fault("`xml:base`, which leads its addresses elsewhere".to_owned()));
            }
            Some(XML) => "xml:",
            Some(_) => continue,
        };
        if lower.starts_with("on") {
            return Err(fault(format!("`{name}`, which runs a script")));
        }
        if lower.starts_with("data-") {
            continue;
        }
        let value = checked_value(element, &lower, attribute.value()).map_err(fault)?;
        out.push(' ');
        out.push_str(prefix);
        out.push_str(name);
        out.push_str("=\"");
        escape(&value, true, out);
        out.push('"');
    }
    Ok(())
}

/// The value of an attribute as it is published, or what it does that it may not.
fn checked_value(element: &str, name: &str, value: &str) -> Result<String, String> {
    if ANIMATES.contains(&element) && name == "attributename" {
        let target = value.trim().to_ascii_lowercase();
        if target.starts_with("on") || target.ends_with("href") {
            return Err(format!("an animation of `{}`, which can run or load something", value.trim()));
        }
    }
    if name == "href" || name == "src" {
        return cleaned_address(value, SHOWS.contains(&element), element == "a");
    }
    css::check(value)?;
    Ok(value.to_owned())
}

fn escape(text: &str, in_attribute: bool, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // Else these would be read as spaces.
            '\n' if in_attribute => out.push_str("&#10;"),
            '\t' if in_attribute => out.push_str("&#9;"),
            '\r' => out.push_str("&#13;"),
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests;
