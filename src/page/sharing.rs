//! What a reader takes away: words on the clipboard, words shared, a picture saved.
//!
//! Nobody says that a picture was saved: no event tells, and a sandbox may forbid it. So the picture is shown beside,
//! to be saved by hand. What asks the browser is bound by hand, in a dozen lines: typed bindings cost more wasm, and
//! any of these parts may be missing.

use std::{cell::Cell, rc::Rc};

use gloo::{
    events::{EventListener, EventListenerOptions, EventListenerPhase},
    timers::callback::Timeout,
    utils::{document, window},
};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use web_sys::{HtmlCanvasElement, HtmlElement};

use super::elements::set;

/// So long a saved picture is kept for the browser to write it, ms.
const KEPT_MS: u32 = 60_000;

#[wasm_bindgen]
extern "C" {
    type Blob;

    #[wasm_bindgen(constructor, catch)]
    fn new(parts: &Array, options: &Object) -> Result<Blob, JsValue>;

    type ClipboardItem;

    #[wasm_bindgen(constructor, catch)]
    fn new(forms: &Object) -> Result<ClipboardItem, JsValue>;

    /// The parts of the browser that write and share; any may be missing, which the call then throws.
    type Asked;

    #[wasm_bindgen(method, catch)]
    fn write(this: &Asked, items: &Array) -> Result<Asked, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn share(this: &Asked, what: &Object) -> Result<Asked, JsValue>;

    #[wasm_bindgen(method)]
    fn then(this: &Asked, done: &JsValue, refused: &JsValue);

    #[wasm_bindgen(method, catch, js_name = execCommand)]
    fn exec_command(this: &Asked, name: &str) -> Result<bool, JsValue>;

    #[wasm_bindgen(method, catch, js_name = canShare)]
    fn can_share(this: &Asked, what: &Object) -> Result<bool, JsValue>;

    #[wasm_bindgen(method, catch, js_name = setData)]
    fn set_data(this: &Asked, form: &str, text: &str) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch, js_name = toBlob)]
    fn to_blob(this: &Asked, done: &JsValue) -> Result<(), JsValue>;

    #[wasm_bindgen(js_namespace = URL, js_name = createObjectURL, catch)]
    fn address_of(blob: &JsValue) -> Result<String, JsValue>;

    #[wasm_bindgen(js_namespace = URL, js_name = revokeObjectURL)]
    fn forget(address: &str);
}

/// The same text in the forms in which programs paste it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clipping {
    /// As plain text.
    pub plain: String,
    /// As HTML.
    pub html: String,
}

impl Clipping {
    /// Each form with its type.
    fn forms(&self) -> [(&'static str, &str); 2] {
        [("text/plain", &self.plain), ("text/html", &self.html)]
    }
}

/// Copies a text in both forms, and tells whether the browser did. Must be called while a press is being handled.
pub fn copy(clipping: Clipping, done: impl Fn(bool) + Clone + 'static) {
    let written = clipboard_item(&clipping).and_then(|item| {
        let clipboard: Asked = field(&navigator(), "clipboard").unchecked_into();
        clipboard.write(&Array::of1(&item))
    });
    match written {
        Ok(promise) => {
            let refused = done.clone();
            promise.then(
                &Closure::once_into_js(move |_: JsValue| done(true)),
                &Closure::once_into_js(move |_: JsValue| refused(copy_by_command(&clipping))),
            );
        }
        Err(_) => done(copy_by_command(&clipping)),
    }
}

fn clipboard_item(clipping: &Clipping) -> Result<JsValue, JsValue> {
    let forms = Object::new();
    for (form, text) in clipping.forms() {
        let blob = Blob::new(&Array::of1(&JsValue::from_str(text)), &object(&[("type", form)]))?;
        Reflect::set(&forms, &JsValue::from_str(form), &blob)?;
    }
    ClipboardItem::new(&forms).map(Into::into)
}

/// The older way, which works on pages without TLS and in frames that may not use the clipboard.
fn copy_by_command(clipping: &Clipping) -> bool {
    let (clipping, written) = (clipping.clone(), Rc::new(Cell::new(false)));
    let is_written = Rc::clone(&written);
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
    let listener = EventListener::new_with_options(&document(), "copy", options, move |event| {
        let data: Asked = field(event, "clipboardData").unchecked_into();
        let is_set = clipping.forms().iter().all(|(form, text)| data.set_data(form, text).is_ok());
        is_written.set(is_set);
        if is_set {
            event.prevent_default();
            event.stop_immediate_propagation();
        }
    });
    // A browser that refuses has copied nothing.
    let done = document().unchecked_ref::<Asked>().exec_command("copy").unwrap_or_default();
    drop(listener);
    // The page may have kept the event from us, and the browser copied what it liked.
    done && written.get()
}

/// Whether the browser can hand something to other programs, from a page like this one.
#[must_use]
pub fn can_share() -> bool {
    // What throws has none.
    let has_share = Reflect::has(&navigator(), &JsValue::from_str("share")).unwrap_or_default();
    // It knows the policy of the page. A browser without it tells by refusing.
    let asked: Asked = navigator().unchecked_into();
    has_share && asked.can_share(&object(&[("text", "-")])).unwrap_or(true)
}

/// Hands a text and an address to the browser's own sharing. Calls `refused` where it does not let us; a reader who
/// changes their mind hears nothing.
pub fn share(title: &str, text: &str, url: Option<&str>, refused: impl Fn() + 'static) {
    let url = url.map(|url| ("url", url));
    let what = object(&[("title", title), ("text", text)].into_iter().chain(url).collect::<Vec<_>>());
    let Ok(promise) = navigator().unchecked_into::<Asked>().share(&what) else { return refused() };
    let on_error = move |error: JsValue| {
        if field(&error, "name").as_string().as_deref() != Some("AbortError") {
            refused();
        }
    };
    promise.then(&Closure::once_into_js(|_: JsValue| {}), &Closure::once_into_js(on_error));
}

/// Asks the browser to save a canvas as a PNG of a name, and gives the address of the same picture to show: whether it
/// was saved no browser tells, and in a frame that may not download nothing comes of it. `None` where there is no
/// picture.
pub fn save(canvas: &HtmlCanvasElement, name: &str) -> Option<String> {
    // A browser that keeps canvases from being read draws no picture for us.
    let shown = canvas.to_data_url().ok().filter(|address| address.starts_with("data:image/"))?;
    let name = name.to_owned();
    let on_blob = Closure::once_into_js(move |blob: JsValue| download(&blob, &name));
    // Without a file there is still the picture that is shown.
    let _ = canvas.unchecked_ref::<Asked>().to_blob(&on_blob);
    Some(shown)
}

/// Saves a blob, if there is one, as far as the browser lets us.
fn download(blob: &JsValue, name: &str) {
    let Ok(address) = address_of(blob) else { return };
    // Without a link there is still the picture that is shown.
    let link = document().create_element("a").ok().and_then(|link| link.dyn_into::<HtmlElement>().ok());
    if let Some(link) = link {
        set(&link, "href", Some(&address));
        set(&link, "download", Some(name));
        link.click();
    }
    Timeout::new(KEPT_MS, move || forget(&address)).forget();
}

fn navigator() -> JsValue {
    field(&window(), "navigator")
}

fn object(fields: &[(&str, &str)]) -> Object {
    let object = Object::new();
    for (name, value) in fields {
        // Setting a property of a fresh object does not fail.
        let _ = Reflect::set(&object, &JsValue::from_str(name), &JsValue::from_str(value));
    }
    object
}

fn field(of: &JsValue, name: &str) -> JsValue {
    // What throws when it is read is as good as not there.
    Reflect::get(of, &JsValue::from_str(name)).unwrap_or_default()
}
