/**
 * The custom element <on-record>: a story to read, with its timeline and its quotes.
 *
 *   <script type="module" src="on-record.js"></script>
 *   <on-record src="story.orb">
 *     <p>Readers see this until the story has come, and wherever it cannot.</p>
 *   </on-record>
 *
 * A classic script (`<script async src>`) does as well, once it is built. on-record.d.ts tells of the attributes and events.
 *
 * This is all that a page loads at once. The story stands in the page, or is taken from beside its bundle when the element comes
 * near the window (told.js); the widget (widget/) is loaded when it is wanted. Nothing is asked of any other server.
 */

import { bring, isLedTo, isLink, isReturn, owner, ownsAddress, stories, viewOf } from "./around/stories.js";
import { isOurs } from "./around/fragment.js";
import { Reading } from "./around/reading.js";

/** Where this file is, if it runs as a classic script; a module alone knows by itself. */
const here = document.currentScript?.src;

/** How far from the window an element begins to load: a window's height. */
const NEAR = "100% 0%";

/** What an element looks like before the story brings its own style. Nothing of it comes over what the page has in front. */
const LOOK =
  ":host{display:flow-root;position:relative;isolation:isolate;scroll-margin-block-start:var(--on-record-top,0)}" +
  ":host([hidden]){display:none}";

/** Connections on which nothing is fetched that nobody has reached for. */
const SLOW = /[23]g/;

/** A part of the widget, from the folder that the page names, else from beside this file. */
function load(path, base, beside) {
  const from = (folder) => import(/* webpackIgnore: true */ /* @vite-ignore */ new URL(path, folder).href);
  // Templates write an empty one where nobody has named a folder.
  if (base) {
    return from(new URL(base.replace(/\/*$/, "/"), document.baseURI));
  }
  return beside().catch((error) => {
    if (!here) {
      throw error;
    }
    // A classic script from another server does not know its own folder.
    return from(here);
  });
}

class OnRecord extends HTMLElement {
  static observedAttributes = ["src", "lang", "view", "height", "loading"];

  /** Shows the element's own content while it stands in the shadow root; where that came with the page and holds the story, it is
   *  not needed. */
  #content;
  /** The story in the page, if it has come with it, and what makes it more than text. */
  #section;
  #reading;
  /** What the reader has reached for before the widget was there, with a text; the last of each kind. */
  #wishes = new Map();
  #root;
  /** How the element itself looks; nothing in browsers that construct no style sheets. */
  #sheet;
  /** Ends the waiting until the element is near. */
  #waiting;
  /** What shows the story, once it is loaded. */
  #show;
  /** Tells the last start from one that was overtaken; nothing while none was made. */
  #start;

  constructor() {
    super();
    // One that came with the page holds the story, or shows the one that the element holds.
    this.#root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    this.#content = this.#root.querySelector("slot") ?? document.createElement("slot");
    // Before anything that a browser may not know: a shadow tree without it hides the page's own words.
    this.#root.firstElementChild ?? this.#root.append(this.#content);
    this.#dress();
  }

  #dress() {
    try {
      this.#sheet ??= new CSSStyleSheet();
      this.#keepRoom(this.getAttribute("height"));
      this.#root.adoptedStyleSheets = [this.#sheet, ...this.#root.adoptedStyleSheets.filter((it) => it !== this.#sheet)];
    } catch {
      // The widget needs the same, and says so.
    }
  }

  connectedCallback() {
    stories.add(this);
    // A move within the page disconnects and connects at once; the widget lives on.
    if (!this.#waiting && !this.#start) {
      // The page may still be on its way behind this tag.
      document.readyState === "loading" && !viewOf(this) ? addEventListener("DOMContentLoaded", () => this.#settle()) : this.#settle();
    }
  }

  /** Where a browser can move an element without taking it out, there is nothing to do. */
  connectedMoveCallback() {}

  /** A move to another document takes the style away; the widget draws anew. */
  adoptedCallback() {
    this.#stop();
    // A story that did not bring its style along would stand there without it.
    this.#root.querySelector("link") ?? this.#root.replaceChildren(this.#content);
    this.#dress();
  }

  disconnectedCallback() {
    setTimeout(() => this.isConnected || this.#stop());
  }

  attributeChangedCallback(name, before, now) {
    if (name === "height") {
      this.#keepRoom(now);
    } else if (before !== now) {
      this.#show ? this.#show.changed(name) : this.#waiting && this.#look();
    }
  }

  /** Whoever follows a link of the page into the story comes to it. */
  static follow(event) {
    const story = isLink(event) && owner();
    story instanceof OnRecord && story.#lead(true);
  }

  #keepRoom(height) {
    if (this.#sheet) {
      // What the browser does not understand changes nothing, so it counts as none; a number is px.
      const { style } = new Image();
      style.minBlockSize = +height > 0 ? `${height}px` : height;
      // Safari does not look at what changes within a rule.
      this.#sheet.replaceSync(`${LOOK}:host{min-block-size:${style.minBlockSize}}`);
    }
  }

  #settle() {
    // A browser that does not know shadow trees of a page's own leaves them where they stand.
    const template = this.querySelector(":scope>template[shadowrootmode]");
    if (template && !viewOf(this)) {
      this.#content.replaceWith(template.content);
    }
    this.#read();
    this.isConnected && this.#wait();
  }

  /** Whether the address is this story's, or may be. */
  #isLed = () => isLedTo(this) || (!isOurs(location.hash) && owner() === this);

  /** Makes a story in the page more than text. */
  #read() {
    const section = viewOf(this);
    if (section !== this.#section) {
      this.#reading?.stop();
      this.#section = section;
      this.#reading = section && new Reading(section, this.#want, this.#isLed);
      section && this.#tell("ready", { story: section.dataset.story });
    }
  }

  /** Somebody has reached for the widget, for one of its views or tools. */
  #want = (name, text = "") => {
    if (this.#show?.act(name, text)) {
      return;
    }
    if (name) {
      this.#wishes.delete(name);
      this.#wishes.set(name, text);
      this.#section?.setAttribute("data-coming", name);
    }
    this.#start ?? this.#begin();
  };

  /** Nothing is on its way any more: the widget has come, or will not. What was reached for meanwhile. */
  #settled = () => {
    this.#read();
    this.#reading?.refresh();
    this.#section?.removeAttribute("data-coming");
    const wishes = this.#wishes;
    this.#wishes = new Map();
    return wishes;
  };

  #wait() {
    try {
      const watch = new IntersectionObserver((seen) => seen.some((entry) => entry.isIntersecting) && this.#near(), {
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
    } catch (cause) {
      this.#giveUp(cause);
    }
  }

  /** The element comes near. What the page holds is read without the widget, which comes when there is nothing else to do. */
  async #near() {
    const { saveData, effectiveType } = navigator.connection ?? {};
    const from = this.getAttribute("base");
    if (!this.#section && this.hasAttribute("src")) {
      this.#rest();
      const start = (this.#start = {});
      // Where there is none, or not from here, the widget makes one.
      await load("./told.js", from, () => import("./told.js")).then(({ told }) => told(this, this.#root, this.#content)).catch(() => {});
      if (start !== this.#start) {
        return;
      }
      this.#start = undefined;
      this.#read();
    }
    if (!this.#section) {
      this.#begin();
    } else if (!saveData && !SLOW.test(effectiveType)) {
      const idle = window.requestIdleCallback ?? ((then) => setTimeout(then, 2_000));
      const begin = () => idle(() => this.isConnected && !this.#start && this.#begin());
      document.readyState === "complete" ? begin() : addEventListener("load", begin);
    }
  }

  /** Begins at once where the page asks for it, or where the address or the page ask for more than the story itself. */
  #look() {
    const isLed = isLedTo(this);
    const asks = /timeline|quotes/.test(this.getAttribute("view"));
    if ((isLed && !this.#reading?.target) || asks || this.getAttribute("loading") === "eager") {
      this.#begin();
    }
    // As to an anchor; whoever has scrolled, or comes back to where they were, stays there.
    if (isLed && !scrollY && !isReturn()) {
      this.#lead();
    }
  }

  #lead(now) {
    const isThere = () => this.#section;
    const partOf = () => this.#reading?.target;
    bring(this, now, load("./lead.js", this.getAttribute("base"), () => import("./lead.js")), isThere, partOf);
  }

  async #begin() {
    this.#rest();
    const start = (this.#start = {});
    try {
      const { Show } = await load("./widget/element.js", this.getAttribute("base"), () => import("./widget/element.js"));
      if (start === this.#start) {
        this.#show = new Show(this, this.#root, this.#content, {
          ownsAddress: () => ownsAddress(this),
          held: () => this.#section,
          refresh: () => this.#reading?.refresh(),
          settled: this.#settled,
        });
      }
    } catch (cause) {
      this.#giveUp(cause);
    }
  }

  /** The page's own words stay, whatever it was. */
  #giveUp(cause) {
    this.#start = undefined;
    this.#settled();
    // Scripts that were combined or moved do not know where they came from.
    const message = "on-record base=… names its folder";
    console.error(message, cause);
    this.#tell("error", { code: "widget", message, cause });
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent("on-record:" + name, { bubbles: true, composed: true, detail }));
  }

  #rest() {
    this.#waiting?.();
    this.#waiting = undefined;
  }

  #stop() {
    stories.delete(this);
    this.#rest();
    this.#start = undefined;
    this.#show?.stop();
    this.#show = undefined;
    this.#reading?.stop();
    this.#reading = this.#section = undefined;
  }
}

// A page may load two copies, from two places; the first one serves all elements.
if (!customElements.get("on-record")) {
  customElements.define("on-record", OnRecord);
  addEventListener("click", OnRecord.follow);
}
