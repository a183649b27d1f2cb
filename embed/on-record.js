/**
 * The custom element <on-record>: a story as an interactive timeline, with its quotes.
 *
 *   <script type="module" src="on-record.js"></script>
 *   <on-record>
 *     <p>Readers see this until the widget has drawn, and wherever it cannot.</p>
 *   </on-record>
 *
 * Attributes: `src` is the address of another story's bundle, relative to the page; without it the story that was
 * compiled into the widget is shown. `view` is `list`, or else the timeline wherever there is room for it. `theme` is
 * `light`, `dark` or `auto`. The widget gets the element itself, and with it all other attributes.
 *
 * Events, all of which bubble and leave shadow trees: `on-record:ready`, `on-record:select`, `on-record:search`, and
 * `on-record:error` with a readable `detail.message`; the content of the element is then shown again.
 *
 * The folder `widget/` stands beside this file. Nothing is asked of any other server.
 */

/** The widget's module, loaded once a page and shared by all elements; a promise from the first use on. */
let widget;

function loadWidget() {
  widget ??= startWidget().catch((error) => {
    // Whoever comes next may have more luck with the network.
    widget = undefined;
    throw error;
  });
  return widget;
}

async function startWidget() {
  // Both at once; the glue alone asks for the wasm only when it has arrived itself.
  const [glue, wasm] = await Promise.all([
    import("./widget/on-record.js"),
    fetched(new URL("./widget/on-record_bg.wasm", import.meta.url)),
  ]);
  await glue.default({ module_or_path: wasm });
  return glue;
}

async function fetched(url) {
  const response = await fetch(url);
  if (!response.ok) {
    throw new Error(`${url.pathname} could not be loaded (status ${response.status})`);
  }
  return response;
}

async function bytesFrom(src) {
  const response = await fetched(new URL(src, document.baseURI));
  return new Uint8Array(await response.arrayBuffer());
}

/** What the element looks like before the widget brings its own style. */
const style = new CSSStyleSheet();
style.replaceSync(":host{display:block}:host([hidden]){display:none}");

class OnRecord extends HTMLElement {
  static observedAttributes = ["src", "view"];

  #root = this.attachShadow({ mode: "open" });
  /** Shows the element's own content while it stands in the shadow root. */
  #content = document.createElement("slot");
  /** The mounted widget. */
  #handle;
  /** Counts the starts, so that one that was overtaken can tell. */
  #starts = 0;

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [style];
    this.#root.append(this.#content);
    this.addEventListener("on-record:ready", (event) => event.target === this && this.#content.remove());
    this.addEventListener("on-record:error", (event) => event.target === this && this.#fallBack());
  }

  connectedCallback() {
    // A move within the page disconnects and connects at once; the widget lives on.
    if (!this.#handle) {
      this.#start();
    }
  }

  disconnectedCallback() {
    setTimeout(() => this.isConnected || this.#stop());
  }

  attributeChangedCallback(name, before, now) {
    if (name === "view") {
      this.#handle?.setAsList(now === "list");
    } else if (before !== now && this.#starts > 0 && this.isConnected) {
      this.#stop();
      this.#start();
    }
  }

  async #start() {
    const start = ++this.#starts;
    const src = this.getAttribute("src");
    try {
      const [glue, bytes] = await Promise.all([loadWidget(), src === null ? undefined : bytesFrom(src)]);
      if (start === this.#starts && this.isConnected) {
        this.#handle = glue.mount(this, this.#root, bytes);
      }
    } catch (error) {
      if (start === this.#starts) {
        this.#fail(error instanceof Error ? error.message : String(error));
      }
    }
  }

  #stop() {
    const handle = this.#handle;
    this.#fallBack();
    try {
      handle?.unmount();
    } catch {
      // A widget that has stopped working cannot tidy up.
    }
  }

  #fail(message) {
    this.dispatchEvent(new CustomEvent("on-record:error", { bubbles: true, composed: true, detail: { message } }));
  }

  /** Forgets the widget and shows the element's own content. */
  #fallBack() {
    this.#starts++;
    this.#handle = undefined;
    this.#root.replaceChildren(this.#content);
  }
}

// A page may load two copies, from two places; the first one serves all elements.
if (!customElements.get("on-record")) {
  customElements.define("on-record", OnRecord);
}
