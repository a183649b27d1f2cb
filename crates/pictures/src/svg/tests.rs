//! What of SVG pictures is kept, dropped and refused.

use super::*;
use proptest::prelude::*;

fn svg(inner: &str) -> Vec<u8> {
    format!("<svg xmlns=\"{SVG}\" xmlns:xlink=\"{XLINK}\" viewBox=\"0 0 40 30\">\n{inner}</svg>").into_bytes()
}

fn written(inner: &str) -> String {
    let (.., bytes) = clean(&svg(inner)).expect("a safe picture");
    String::from_utf8(bytes).expect("UTF-8")
}

#[test]
fn a_picture_keeps_what_is_drawn_and_loses_what_editors_leave() {
    let inner = "<!-- Jo at home --><metadata><x xmlns=\"urn:x\">Jo</x></metadata>\
                 <g xmlns:i=\"urn:ink\" i:export-filename=\"/home/jo\" data-who=\"Jo\"><i:view/><path d=\"M0 0\"/></g>\
                 <text>a &lt; b</text><style>.a{fill:url(#b)}</style><use xlink:href=\"#b\"/><use href=\"#b\"/>";
    let text = written(inner);
    for kept in ["<path d=\"M0 0\"/>", "a &lt; b", ".a{fill:url(#b)}", "<use xlink:href=\"#b\"/>", "<use href=\"#b\"/>"]
    {
        assert!(text.contains(kept), "{kept} in {text}");
    }
    assert!(!text.contains("Jo") && !text.contains("jo") && !text.contains("urn:ink"), "{text}");
    assert_eq!(clean(text.as_bytes()).expect("still one").2, text.into_bytes(), "written once is written for good");
}

#[test]
fn the_size_is_what_the_picture_says() {
    for (head, expected) in [
        ("width='40' height='30px'", Some((40, 30))),
        ("width='1in' viewBox='0 0 2 1'", Some((96, 48))),
        ("viewBox='0,0 640.4 480'", Some((640, 480))),
        ("width='100%' viewBox='0 0 5 6'", Some((5, 6))),
        ("", None),
        ("viewBox='0 0 0 1'", None),
        ("width='inf' height='NaN'", None),
    ] {
        let size = clean(format!("<svg xmlns='{SVG}' {head}/>").as_bytes()).ok().map(|(w, h, _)| (w, h));
        assert_eq!(size, expected, "{head}");
    }
    let huge = clean(format!("<svg xmlns='{SVG}' width='40000' height='9'/>").as_bytes()).expect_err("too large");
    assert_eq!(huge.sort, Sort::TooLarge);
}

#[test]
fn what_runs_or_loads_is_refused_with_its_place() {
    for (inner, what, column) in [
        ("<script>1</script>", "`<script>`", 1),
        ("<h:script xmlns:h='http://www.w3.org/1999/xhtml'/>", "`<script>`", 1),
        ("<g><foreignObject/></g>", "`<foreignObject>`", 4),
        ("<rect onclick='x()'/>", "`onclick`", 7),
        ("<rect ONLOAD='x()'/>", "`ONLOAD`", 7),
        ("<a href='java&#10;script:x'/>", "`javascript:x`", 4),
        ("<a xlink:href='data:text/html,x'/>", "`data:text/html,x`", 4),
        ("<image href='https://a.example/b.png'/>", "`https://a.example/b.png`", 8),
        ("<use href='b.svg#c'/>", "`b.svg#c`", 6),
        ("<style>@import 'x'</style>", "`@import`", 1),
        ("<rect style='fill:url(//a.example)'/>", "`url(//a.example)`", 7),
        ("<rect fill='url(http://a.example)'/>", "`url(http://a.example)`", 7),
        ("<set attributeName='onclick' to='x()'/>", "animation of `onclick`", 6),
        ("<animate attributeName='xlink:href' to='x'/>", "animation of `xlink:href`", 10),
        ("<g xml:base='https://a.example/'/>", "`xml:base`", 4),
        ("<?xml-stylesheet href='a.css'?>", "processing instruction", 1),
        ("<metadata><script/></metadata>", "`<script>`", 11),
    ] {
        let fault = clean(&svg(inner)).expect_err(inner);
        assert_eq!(fault.sort, Sort::Unsafe, "{inner}: {fault:?}");
        assert!(fault.message.contains(what), "{inner}: {}", fault.message);
        assert_eq!(fault.place, Some(LineColumn { line: 2, column }), "{inner}");
    }
}

#[test]
fn a_document_type_is_refused_before_it_is_read() {
    let bomb = "<?xml version='1.0'?>\n  <!DOCTYPE svg [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><svg>&b;</svg>";
    let fault = clean(bomb.as_bytes()).expect_err("refused");
    assert_eq!((fault.sort, fault.place), (Sort::Unsafe, Some(LineColumn { line: 2, column: 3 })));
}

#[test]
fn what_is_no_xml_or_no_svg_is_refused_with_its_place() {
    for (text, line) in [
        ("<svg", 1),
        ("<svg xmlns='http://www.w3.org/2000/svg'>\n<g></svg>", 2),
        ("<svg/>", 1),
        ("<html xmlns='x'/>", 1),
    ] {
        let fault = clean(text.as_bytes()).expect_err(text);
        assert_eq!(fault.place.map(|place| place.line), Some(line), "{fault:?}");
    }
    assert!(clean(b"<svg>\xFF</svg>").is_err());
    let deep = "<g>".repeat(100_000) + &"</g>".repeat(100_000);
    assert_eq!(clean(&svg(&deep)).expect_err("too deep").sort, Sort::TooLarge);
}

proptest! {
    #[test]
    fn no_text_makes_it_panic_and_nothing_that_loads_comes_out(
        inner in "(<[a-z]{1,8}( (on[a-z]{1,4}|href|style|d)='[a-z:/#(.]{0,12}')?/?>|[a-z&;<>'\"]{0,6}|</[a-z]{1,8}>|<!--x-->){0,8}",
    ) {
        if let Ok((.., bytes)) = clean(&svg(&inner)) {
            let text = String::from_utf8(bytes).expect("UTF-8");
            prop_assert!(!text.contains("<script") && !text.contains(" on") && !text.contains("<!--"), "{}", text);
        }
    }
}
