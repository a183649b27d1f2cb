//! The card of a quote: the words in both languages, what a reader can take away, and all that one person said.

use on_record_tests::{
    Key, Page, Site, Widget,
    record::{Compiled, compiled, counted, said},
    widget::quote,
};
use serde_json::{Value, json};
use story::Message;

use super::{
    layout::overflowing,
    stories::{INLINE, QUOTES, odd_quotes, plan_of, site_of},
};

/// Keeps what is saved, and lets the clipboard be read.
const KEEP: &str = "window.saved = []; const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => { saved.push(blob); return make.call(URL, blob); };
    window.clipboard = navigator.clipboard";

fn opened(story: &Compiled) -> (Site, Page) {
    let site = site_of(story);
    let page = Page::open(&site, QUOTES);
    page.allow_clipboard();
    Widget::first(&page).show_all_quotes(&story.story);
    page.run_script(KEEP, json!([]));
    (site, page)
}

/// Presses one of the actions of a quote.
fn act(page: &Page, story: &Compiled, id: &str, action: Message) {
    let widget = Widget::first(page);
    let card = quote(id);
    if widget.count(&format!("{card} .offered")) == 0 {
        widget.click_named(&format!("{card} button"), said(&story.story, Message::ShareQuote));
    }
    widget.click_named(&format!("{card} .offered button"), said(&story.story, action));
}

/// What the clipboard holds, as text and as HTML.
fn clipboard(page: &Page) -> (String, String) {
    let script = "if (!window.reading) {
          window.read = null;
          window.reading = clipboard.read().then(async ([item]) => {
            const form = async (type) => (item.types.includes(type) ? (await item.getType(type)).text() : '');
            window.read = [await form('text/plain'), await form('text/html')];
          });
        }
        return window.read";
    page.run_script("window.reading = null", json!([]));
    page.wait("the clipboard is read", script, json!([]))
}

fn wait_told(page: &Page, story: &Compiled, id: &str, message: Message) {
    Widget::first(page).wait_for_text(&format!("{} [role=status]", quote(id)), said(&story.story, message));
}

#[test]
fn words_and_their_original_are_each_in_their_own_language_and_direction() {
    let story = odd_quotes();
    let (_site, page) = opened(&story);
    let widget = Widget::first(&page);
    let cases = [
        ("arabic", "ar", "rtl", None),
        ("chinese", "zh", "ltr", None),
        ("translated", "", "", Some(("ru", "ltr", "Задержек больше не будет"))),
        ("translated-from-arabic", "", "", Some(("ar", "rtl", "جاءت رسالة في الليل"))),
    ];
    for (id, language, direction, original) in cases {
        let words = format!("{} blockquote", quote(id));
        let attribute = |selector: &str, name: &str| -> Option<String> {
            widget.ask("return probe.one(arguments[0], arguments[1]).getAttribute(arguments[2])", selector, name)
        };
        assert_eq!(attribute(&words, "lang").unwrap_or_default(), language, "{id}");
        assert_eq!(attribute(&words, "dir").unwrap_or_default(), direction, "{id}");
        let Some((language, direction, text)) = original else { continue };
        let words = format!("{} .original blockquote", quote(id));
        assert_eq!(attribute(&words, "lang").as_deref(), Some(language));
        assert_eq!(attribute(&words, "dir").as_deref(), Some(direction));
        assert!(widget.text(&words).contains(text));
    }
    let note = widget.text(&format!("{} .original p", quote("translated")));
    assert!(note.contains("Russian") && note.contains("Coast Wire"), "{note}");
    page.assert_well();
}

#[test]
fn a_role_is_that_of_the_time_where_the_story_has_it() {
    let story = odd_quotes();
    let (_site, page) = opened(&story);
    let widget = Widget::first(&page);
    for (id, role) in [("one", "president"), ("translated", "minister")] {
        let chain = widget.text(&format!("{} .chain li", quote(id)));
        assert!(chain.contains(role), "{chain}");
    }
}

#[test]
fn a_copied_quote_carries_its_citation_in_text_and_html() {
    let story = odd_quotes();
    let (site, page) = opened(&story);
    act(&page, &story, "markup", Message::CopyQuote);
    wait_told(&page, &story, "markup", Message::Copied);
    let (text, html) = clipboard(&page);
    for part in [
        "“<img src=x",
        "Ada Berg, president, said June 1, 2024",
        "via Coast Wire",
        "“What they said”, The Gazette",
        "https://example.org/gazette?a=1&b=2",
    ] {
        assert!(text.contains(part), "“{part}” is missing: {text}");
    }
    assert!(text.contains(&format!("{}#or_quote-markup", site.url(QUOTES))), "{text}");
    assert!(html.contains("&lt;img src=x") && !html.contains("<img"), "{html}");
    assert!(html.contains("<blockquote") && html.contains("https://example.org/gazette?a=1&amp;b=2"), "{html}");
    assert!(!page.js::<bool>("return 'broken' in window", json!([])));
    page.assert_well();
}

#[test]
fn a_page_without_the_clipboard_copies_the_older_way() {
    let story = odd_quotes();
    let (_site, page) = opened(&story);
    let gone = "Object.defineProperty(navigator, 'clipboard', { value: undefined })";
    let refused =
        "Object.defineProperty(navigator, 'clipboard', { value: { write: () => Promise.reject(new Error('no')) } })";
    for (script, id) in [(gone, "one"), (refused, "punctuation")] {
        page.run_script(&script.replace("{ value", "{ configurable: true, value"), json!([]));
        act(&page, &story, id, Message::CopyQuote);
        wait_told(&page, &story, id, Message::Copied);
        let text = &story.story.quotes.iter().find(|quote| quote.id == id).expect("it exists").text;
        let (plain, html) = clipboard(&page);
        assert!(plain.starts_with(&format!("“{text}”")), "{plain}");
        assert!(html.contains("<blockquote"), "{html}");
    }
    page.assert_well();
}

#[test]
fn a_browser_that_refuses_to_copy_shows_the_words_to_copy_by_hand() {
    let story = odd_quotes();
    let (_site, page) = opened(&story);
    let widget = Widget::first(&page);
    page.run_script(
        "Object.defineProperty(navigator, 'clipboard', { value: undefined }); document.execCommand = () => false",
        json!([]),
    );
    act(&page, &story, "one", Message::CopyQuote);
    wait_told(&page, &story, "one", Message::CopyByHand);
    widget.focus(".by-hand");
    let chosen: String = page.js(
        "const field = probe.focused(); return field.value.slice(field.selectionStart, field.selectionEnd)",
        json!([]),
    );
    assert!(chosen.starts_with("“X”\n— Ada Berg"), "{chosen}");
    page.assert_well();
}

#[test]
fn a_copied_link_leads_to_the_quote() {
    let story = odd_quotes();
    let (site, page) = opened(&story);
    act(&page, &story, "translated", Message::CopyLink);
    wait_told(&page, &story, "translated", Message::Copied);
    let (link, _) = clipboard(&page);
    assert_eq!(link, format!("{}#or_quote-translated", site.url(QUOTES)));
    page.go(
        &site,
        &format!("/quotes.html?again{}", link.split_once('#').map(|(_, rest)| format!("#{rest}")).unwrap_or_default()),
    );
    page.settle();
    let widget = Widget::first(&page);
    assert_eq!(widget.chosen_quotes(), ["translated"]);
    let place = widget.place(&quote("translated"));
    assert!(place.y >= 0.0 && place.y < 900.0, "{place:?} is not in the window");
}

#[test]
fn what_is_copied_leads_to_the_story_and_tells_nothing_of_the_reader() {
    let story = odd_quotes();
    let canonical = "https://news.example/bridge/";
    let element = format!("<on-record src=story.orb view=quotes canonical='{canonical}'></on-record>");
    let framed = "<script src=/frame.js defer></script><script type=module src=/on-record.js></script>";
    let host = "<script src=/host.js defer></script>";
    let frame = "<iframe data-on-record width=900 height=900 src=/framed.html></iframe>";
    let site = plan_of(&story)
        .page("/known.html", &element)
        .page("/query.html", "<on-record src=story.orb view=quotes permalink=query></on-record>")
        .page_with("/framed.html", framed, "<on-record src=/story.orb view=quotes></on-record>")
        .page_with("/around.html", host, frame)
        .serve();
    let page = Page::open(&site, "/quotes.html?id=7&utm_source=letter&fbclid=abc");
    page.devtools(
        "Browser.grantPermissions",
        &json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] }),
    );
    let copied = || {
        Widget::first(&page).show_all_quotes(&story.story);
        page.run_script(KEEP, json!([]));
        act(&page, &story, "one", Message::CopyLink);
        wait_told(&page, &story, "one", Message::Copied);
        clipboard(&page).0
    };
    assert_eq!(copied(), site.url("/quotes.html?id=7#or_quote-one"));
    page.go(&site, "/known.html?utm_source=letter");
    assert_eq!(copied(), format!("{canonical}#or_quote-one"));
    page.go(&site, "/query.html?gclid=1&or=event-opening");
    assert_eq!(copied(), site.url("/query.html?or=quote-one"));
    page.visit(&site, "/around.html?id=8&mc_cid=9");
    let link = page.in_frame(0, |page| {
        let drawn = "const root = document.querySelector('on-record').shadowRoot;
            return Boolean(root?.querySelector('[data-quote=one] .take'))
                && document.querySelector('on-record').getAttribute('canonical')";
        page.wait_until("the frame has drawn and knows where it is", drawn, json!([]));
        let press = "const root = document.querySelector('on-record').shadowRoot;
            root.querySelector('[data-quote=one] .take').click();
            Object.defineProperty(navigator, 'clipboard', { value: undefined }); document.execCommand = () => false";
        page.run_script(press, json!([]));
        let copy = "const root = document.querySelector('on-record').shadowRoot;
            [...root.querySelectorAll('.offered button')].find((e) => e.textContent === arguments[0])?.click();
            return root.querySelector('.by-hand')?.value";
        page.wait::<String>("the link is shown", copy, json!([said(&story.story, Message::CopyLink)]))
    });
    assert_eq!(link, site.url("/around.html?id=8#or_quote-one"), "the page around the frame");
}

#[test]
fn a_page_that_is_a_file_has_no_link_to_copy() {
    let story = odd_quotes();
    let site = plan_of(&story)
        .page("/around.html", "<iframe width=900 height=900></iframe>")
        .header(INLINE.0, INLINE.1)
        .serve();
    let page = Page::blank();
    page.visit(&site, "/around.html");
    let inner = format!(
        "<script type=module src='{0}'></script><on-record src='{1}' view=quotes></on-record>",
        site.url("/on-record.js"),
        site.url("/story.orb")
    );
    page.run_script("document.querySelector('iframe').srcdoc = arguments[0]", json!([inner]));
    page.in_frame(0, |page| {
        let opened = "const take = document.querySelector('on-record')?.shadowRoot?.querySelector('[data-quote=one] .take');
            if (take?.getAttribute('aria-expanded') === 'false') take.click();
            return take?.getAttribute('aria-expanded') === 'true'";
        // What is asked first may be the page that it takes the place of.
        page.wait_across_loads("the actions are open", opened, json!([]));
        let names: Vec<String> = page.js(
            "return [...document.querySelector('on-record').shadowRoot.querySelectorAll('.offered button')].map((e) => e.textContent)",
            json!([]),
        );
        assert!(names.iter().any(|name| name == said(&story.story, Message::CopyQuote)), "{names:?}");
        assert!(names.iter().all(|name| name != said(&story.story, Message::CopyLink)), "{names:?}");
    });
}

#[test]
fn sharing_is_offered_only_where_the_browser_can() {
    let story = odd_quotes();
    let (_site, page) = opened(&story);
    let widget = Widget::first(&page);
    page.run_script("Object.defineProperty(Navigator.prototype, 'share', { configurable: true, value: undefined }); delete Navigator.prototype.share", json!([]));
    act(&page, &story, "one", Message::CopyLink);
    assert!(!widget.names(".offered button").contains(&said(&story.story, Message::Share).to_owned()));
    page.run_script("navigator.share = (what) => { window.shared = what; return Promise.reject(new DOMException('no', 'AbortError')); }", json!([]));
    act(&page, &story, "translated", Message::CopyLink);
    act(&page, &story, "translated", Message::Share);
    let shared: Value = page.js("return window.shared", json!([]));
    assert_eq!(shared["title"], "Quotes of every kind");
    assert!(shared["url"].as_str().unwrap_or_default().ends_with("#or_quote-translated"));
    page.assert_well();
}

#[test]
fn a_refused_share_is_told_with_the_words_to_copy_and_a_change_of_mind_is_not() {
    let story = odd_quotes();
    let (_site, page) = opened(&story);
    let widget = Widget::first(&page);
    let refuse = |name: &str| {
        let script = "navigator.share = () => Promise.reject(new DOMException('no', arguments[0]))";
        page.run_script(script, json!([name]));
    };
    refuse("AbortError");
    act(&page, &story, "one", Message::CopyLink);
    wait_told(&page, &story, "one", Message::Copied);
    act(&page, &story, "one", Message::Share);
    page.settle();
    assert_eq!(widget.count(".by-hand"), 0);
    refuse("NotAllowedError");
    act(&page, &story, "one", Message::Share);
    wait_told(&page, &story, "one", Message::ShareRefused);
    let words: String = page.js("return probe.one(0, '.by-hand').value", json!([]));
    assert!(words.starts_with("“X”\n— Ada Berg"), "{words}");
    page.run_script("navigator.canShare = () => false", json!([]));
    act(&page, &story, "translated", Message::CopyLink);
    assert!(!widget.names(".offered button").contains(&said(&story.story, Message::Share).to_owned()));
    page.assert_well();
}

#[test]
fn a_copy_that_the_page_has_kept_from_us_is_not_said_to_be_one() {
    let story = odd_quotes();
    let (_site, page) = opened(&story);
    let keep = "Object.defineProperty(navigator, 'clipboard', { value: undefined });
        addEventListener('copy', (event) => event.stopImmediatePropagation(), true)";
    page.run_script(keep, json!([]));
    act(&page, &story, "one", Message::CopyQuote);
    wait_told(&page, &story, "one", Message::CopyByHand);
}

#[test]
fn in_a_frame_that_may_not_download_the_picture_is_there_to_be_saved_by_hand() {
    let story = odd_quotes();
    let frame = "<iframe sandbox='allow-scripts' src=/quotes.html width=1000 height=800></iframe>";
    let site = plan_of(&story).header("Access-Control-Allow-Origin", "*").page_with("/around.html", "", frame).serve();
    let page = Page::blank();
    page.visit(&site, "/around.html");
    page.in_frame(0, |page| {
        let press = "const root = document.querySelector('on-record')?.shadowRoot;
            const button = root?.querySelector('[part~=quote] .take') && [...root.querySelectorAll('[part~=quote] button')]
                .find((button) => button.textContent.trim() === arguments[0]);
            button?.click();
            return Boolean(button)";
        for name in [Message::ShareQuote, Message::SaveSquare] {
            page.wait_until("the button is there", press, json!([said(&story.story, name)]));
        }
        let shown = "const root = document.querySelector('on-record').shadowRoot;
            const told = root.querySelector('.told')?.textContent;
            return root.querySelector('.kept img')?.naturalWidth === 1080 && told === arguments[0]";
        page.wait_until("the picture is shown", shown, json!([said(&story.story, Message::PictureReady)]));
    });
}

#[test]
fn every_kind_of_quote_becomes_a_picture_of_its_size_that_is_not_blank() {
    let story = odd_quotes();
    let (_site, page) = opened(&story);
    let sizes = [(Message::SavePicture, [1_200, 675]), (Message::SaveSquare, [1_080, 1_080])];
    for quote in &story.story.quotes {
        for (action, size) in sizes {
            page.run_script("saved.length = 0; window.drawn = window.drawing = null", json!([]));
            act(&page, &story, &quote.id, action);
            wait_told(&page, &story, &quote.id, Message::PictureReady);
            let script = "const [blob] = saved;
                if (!blob) return null;
                window.drawing ??= createImageBitmap(blob).then((image) => {
                  const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
                  context.drawImage(image, 0, 0);
                  const { data } = context.getImageData(72, 110, image.width - 144, image.height - 300);
                  let dark = 0;
                  for (let at = 0; at < data.length; at += 4) dark += data[at] < 128;
                  window.drawn = { type: blob.type, size: [image.width, image.height], dark };
                });
                return window.drawn";
            let drawn: Value = page.wait("the picture is read", script, json!([]));
            assert_eq!((&drawn["type"], &drawn["size"]), (&json!("image/png"), &json!(size)), "{}", quote.id);
            let dark = drawn["dark"].as_u64().unwrap_or_default();
            assert!(dark > 100, "{}: {dark} dark pixels where the words stand", quote.id);
        }
    }
    page.assert_well();
}

#[test]
fn escape_closes_the_actions_and_gives_the_focus_back() {
    let story = odd_quotes();
    let (_site, page) = opened(&story);
    let widget = Widget::first(&page);
    act(&page, &story, "one", Message::CopyLink);
    wait_told(&page, &story, "one", Message::Copied);
    assert_eq!(
        page.js::<String>("return probe.nameOf(probe.focused())", json!([])),
        said(&story.story, Message::CopyLink)
    );
    page.press(Key::ESCAPE);
    assert_eq!(widget.count(".offered"), 0);
    let focused: bool =
        page.js("return probe.focused().matches('[data-quote=one] .take[aria-expanded=false]')", json!([]));
    assert!(focused);
    assert_eq!(widget.count("[part~=quote]"), story.story.quotes.len(), "nothing else closed");
}

#[test]
fn odd_quotes_stick_out_nowhere_and_stay_text() {
    let story = odd_quotes();
    let (_site, page) = opened(&story);
    let widget = Widget::first(&page);
    act(&page, &story, "translated", Message::CopyLink);
    for width_px in [360, 720, 1200] {
        page.set_width(width_px);
        assert_eq!(overflowing(&page), Vec::<String>::new(), "at {width_px} px");
    }
    assert_eq!(widget.count("img, script, iframe, [part~=quote] i"), 0);
    assert!(!page.js::<bool>("return 'broken' in window", json!([])));
    page.assert_well();
}

/// Presses the name of who said a quote.
fn open_speaker(page: &Page, id: &str) {
    Widget::first(page).click(&format!("{} .speaker", quote(id)));
}

#[test]
fn a_name_leads_to_all_that_its_owner_said_and_back_to_the_same_card() {
    let story = odd_quotes();
    let (_site, page) = opened(&story);
    let widget = Widget::first(&page);
    let origin = format!("return probe.focused()?.matches(\"{} .speaker\") ?? false", quote("translated"));
    let ways: [fn(&Page); 3] =
        [|page| page.press(Key::ESCAPE), |page| Widget::first(page).click(".whose .back"), |page| page.back()];
    for leave in ways {
        open_speaker(&page, "translated");
        assert_eq!(page.js::<String>("return probe.read(probe.focused())", json!([])), "Ada Berg");
        assert!(page.fragment().contains("person-ada-berg"));
        assert_eq!(widget.quotes(), story.story.quotes.iter().map(|quote| quote.id.clone()).collect::<Vec<_>>());
        let facts = widget.text(".whose .facts");
        let (quotes, sources) = (counted(&story.story, Message::Quotes, 9), counted(&story.story, Message::Sources, 2));
        for part in [
            "president · minister · The island",
            "Ådå Bérg, the mayor",
            &quotes,
            &sources,
            "January 2024",
            "September 1, 2024",
        ] {
            assert!(facts.contains(part), "“{part}” is missing: {facts}");
        }
        leave(&page);
        page.wait_until("the focus is back on the name", &origin, json!([]));
        assert_eq!(widget.count(".whose"), 0);
        assert!(!page.fragment().contains("person-"));
    }
    page.assert_well();
}

#[test]
fn the_quotes_of_a_speaker_can_be_linked_to_and_are_those_that_were_known() {
    let story = odd_quotes();
    let site = plan_of(&story).serve();
    let page = Page::open(&site, "/quotes.html#or_person-ada-berg_known-2024-06-30");
    let widget = Widget::first(&page);
    assert_eq!(widget.quotes(), ["one", "punctuation", "emoji", "arabic", "chinese", "markup"]);
    assert!(!widget.text(".whose .facts").contains("minister"), "what came later is not told");
    page.go(&site, "/quotes.html?nobody#or_person-coast-wire");
    assert_eq!(widget.count(".whose"), 0, "who said nothing has no quotes to show");
    page.assert_well();
}

#[test]
fn relative_addresses_of_a_source_lead_where_the_story_lies() {
    let toml = include_str!("stories/ferry.toml").replace("https://example.org/gazette/may", "papers/may.html");
    let story = compiled(&toml);
    let element = "<on-record src=/story.orb view=quotes></on-record>";
    let site = plan_of(&story).page("/deep/down/page.html", element).serve();
    let page = Page::open(&site, "/deep/down/page.html");
    let widget = Widget::first(&page);
    widget.show_all_quotes(&story.story);
    let links: Vec<String> = page.js("return probe.all(0, 'li.q a').map((link) => link.href)", json!([]));
    let to_paper: Vec<&String> = links.iter().filter(|link| link.contains("may.html")).collect();
    assert!(!to_paper.is_empty(), "{links:?}");
    assert!(to_paper.iter().all(|link| link.starts_with(&site.url("/papers/may.html"))), "{to_paper:?}");
    page.assert_well();
}
