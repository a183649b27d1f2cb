/**
 * The custom element <on-record>: a story as an interactive timeline, with its quotes.
 *
 *   <script type="module" src="on-record.js"></script>
 *   <on-record src="story.orb">
 *     <p>Readers see this until the widget has drawn, and wherever it cannot.</p>
 *   </on-record>
 *
 * A classic script (`<script async src>`) does as well. on-record.d.ts tells of the attributes and events.
 *
 * This file is all that a page loads at once. What it takes to show a story (widget/) is loaded when the element comes
 * near the window. Nothing is asked of any other server.
 */

/** Where this file is, if it runs as a classic script; a module alone knows by itself. */
const here = document.currentScript?.src;

/** How far from the window an element begins to load: a window's height. */
const NEAR = "100% 0%";

const load = () =>
  import("./widget/element.js").catch((error) => {
    if (!here) {
      throw error;
    }
    // A classic script from another server does not know its own folder.
    return import(/* webpackIgnore: true */ /* @vite-ignore */ new URL("./widget/element.js", here).href);
  });

/** The first story in the page, to which its address belongs. */
const first = () => document.querySelector("on-record,iframe[data-on-record]");

/** Brings a story into the window, as an anchor would. */
function lead(story) {
  story.scrollIntoView();
  const reached = scrollY;
  // The end of the page may have been in the way until the widget stood in its place.
  const again = () => queueMicrotask(() => scrollY === reached && story.scrollIntoView());
  story.addEventListener("on-record:ready", again, { once: true });
}

/** Whoever follows a link of the page into the story comes to it. */
function follow({ target, defaultPrevented }) {
  const link = defaultPrevented ? null : target.closest?.('a[href^="#or:"]');
  if (link && first()) {
    lead(first());
  }
}

/** Whether the page was here before, so that the browser brings the reader back to where they were. */
const isReturn = () => performance.getEntriesByType("navigation")[0]?.type !== "navigate";

class OnRecord extends HTMLElement {
  static observedAttributes = ["src", "lang", "view", "height", "loading"];

  #root = this.attachShadow({ mode: "open" });
  /** Shows the element's own content while it stands in the shadow root. */
  #content = document.createElement("slot");
  /** What the element looks like before the widget brings its own style, and the widget until it has drawn. */
  #sheet = new CSSStyleSheet();
  /** Ends the waiting until the element is near. */
  #waiting;
  /** What shows the story, once it is loaded. */
  #show;
  /** Tells the last start from one that was overtaken; nothing while none was made. */
  #start;

  constructor() {
    super();
    // What stands behind the content is the widget before it is shown, with the width and place that it will have.
    this.#sheet.replaceSync(
      ":host{display:flow-root;position:relative}:host([hidden]){display:none}" +
        "slot~*{position:absolute;inset:0 0 auto;visibility:hidden}",
    );
    this.#root.adoptedStyleSheets = [this.#sheet];
    this.#root.append(this.#content);
  }

  connectedCallback() {
    // A move within the page disconnects and connects at once; the widget lives on.
    if (!this.#waiting && !this.#start) {
      this.#wait();
    }
  }

  /** Where a browser can move an element without taking it out, there is nothing to do. */
  connectedMoveCallback() {}

  disconnectedCallback() {
    setTimeout(() => this.isConnected || this.#stop());
  }

  attributeChangedCallback(name, before, now) {
    if (name === "height") {
      const { style } = this.#sheet.cssRules[0];
      // What the browser does not understand changes nothing, so it counts as none; a number is px.
      style.minBlockSize = "";
      style.minBlockSize = +now > 0 ? `${now}px` : now;
    } else if (name === "loading") {
      this.#waiting && this.#look();
    } else if (before !== now) {
      this.#show?.changed(name);
    }
  }

  #wait() {
    const watch = new IntersectionObserver((seen) => seen.some((entry) => entry.isIntersecting) && this.#begin(), {
      rootMargin: NEAR,
    });
    const look = () => this.#look();
    watch.observe(this);
    addEventListener("hashchange", look);
    this.#waiting = () => {
      watch.disconnect();
      removeEventListener("hashchange", look);
    };
    look();
  }

  /** Begins at once where the page asks for it, or where the address, which is the first element's, leads here. */
  #look() {
    const isLedTo = first() === this && location.hash.startsWith("#or:");
    if (isLedTo || this.getAttribute("loading") === "eager") {
      this.#begin();
    }
    // As to an anchor; whoever has scrolled, or comes back to where they were, stays there.
    if (isLedTo && !scrollY && this.getBoundingClientRect().top > innerHeight && !isReturn()) {
      lead(this);
    }
  }

  async #begin() {
    this.#rest();
    const start = (this.#start = {});
    try {
      const { Show } = await load();
      if (start === this.#start) {
        this.#show = new Show(this, this.#root, this.#content);
      }
    } catch {
      this.#start = undefined;
      const detail = { code: "widget", message: "The widget could not be loaded." };
      this.dispatchEvent(new CustomEvent("on-record:error", { bubbles: true, composed: true, detail }));
    }
  }

  #rest() {
    this.#waiting?.();
    this.#waiting = undefined;
  }

  #stop() {
    this.#rest();
    this.#start = undefined;
    this.#show?.stop();
    this.#show = undefined;
  }
}

// A page may load two copies, from two places; the first one serves all elements.
if (!customElements.get("on-record")) {
  customElements.define("on-record", OnRecord);
  addEventListener("click", follow);
}
