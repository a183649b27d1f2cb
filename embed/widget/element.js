/** What shows a story in an element, once it is wanted: loads widget and story, and puts the page's own content back. */

import { download } from "./download.js";
import { watch } from "./pictures.js";
import { Trouble } from "./trouble.js";
import { embedded, isAlone, loadWidget, sheet } from "./wasm.js";

export { supply } from "./wasm.js";

/** What the widget lays itself out by, which came last of all that it needs. */
const LATEST = "container-type: inline-size";

/** How long a reader waits before being told of it, ms. */
const LATE_MS = 700;

/** Resolves once a frame is painted: its callbacks run before that, a timer that they set after it. */
const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

/** Leaves a story as the page held it, where a widget that died could not do so itself. */
function bare(section) {
  section.querySelectorAll(".lens,.key").forEach((place) => place.replaceChildren());
  section.querySelectorAll(".miss").forEach(({ classList }) => classList.remove("miss"));
  section.querySelectorAll(".solo").forEach((event) => (event.classList.remove("solo"), event.removeAttribute("part")));
  section.querySelectorAll(".v").forEach((link) => (link.ariaCurrent = link.dataset.view === "story" ? "true" : null));
  section.classList.remove("seeking");
  section.dataset.view = "story";
}

function unmount(handle) {
  try {
    handle?.unmount();
    handle?.free();
  } catch {
    // A widget that stops working while it tidies up has told so itself.
  }
}

/** A story in an element, from the first byte to the last listener. */
export class Show {
  /** Those with a widget. */
  static #mounted = new Set();

  #host;
  #root;
  #content;
  /** How it stands to the element: whether the address is its own, the story that the page holds, what to call when the view
   *  has changed, and when the widget is there. */
  #around;
  /** The line above the content; nothing until there was something to say. */
  #note;
  /** How far the story has come: how many bytes there are, and how many there will be. */
  #come;
  /** The mounted widget. */
  #handle;
  /** Settles when what was last asked for is done. */
  #done = Promise.resolve();
  /** The widget of the story before, shown until the next one has drawn. */
  #before;
  /** Ends what is under way, and all listening. */
  #ending;
  /** Why there is no widget, and none on its way. */
  #trouble;
  /** Whether the page has asked for another story than the one that came with it. */
  #isOther = false;
  /** The newest bytes of the story, where the reader has asked for them. */
  #newer;

  /** `content` is the slot that shows the element's own content while it stands in `root`. */
  constructor(host, root, content, around) {
    this.#host = host;
    this.#root = root;
    this.#content = content;
    this.#around = around;
    this.#start();
  }

  /** Does what the bar of the view asks for; says whether there is a widget to do it, or never will be. */
  act(name, text) {
    if (name && this.#trouble) {
      return this.#again(this.#trouble);
    }
    if (this.#handle && name) {
      this.#do(name, text);
    }
    return this.#handle !== undefined;
  }

  /** One after the other: what is asked for next is understood by what has come of this. */
  #do(name, text) {
    const act = async () => {
      this.#handle?.act(name, text);
      // Whoever types waits for nothing.
      if (name !== "typed") {
        await painted();
        await painted();
      }
    };
    this.#done = this.#done.then(act, act);
  }

  /** Somebody reaches for what did not come: it is tried again, where that may help, else told. */
  #again(trouble) {
    if (trouble.isMendable) {
      this.#start();
    } else {
      // The event has told of it already.
      this.#explain(trouble, this.#ending.signal, true).catch(() => {});
    }
    return !trouble.isMendable;
  }

  /** An attribute has changed. */
  changed(name) {
    if (name === "src") {
      this.#follow();
    } else if (name === "view") {
      this.act(this.#host.getAttribute("view") || "story", "");
    } else if (name === "lang") {
      this.#note?.rewrite();
    }
  }

  /** Shows another story, or a newer one that has come; one that is shown stays until then, so that the page does not jump. */
  #follow(newer) {
    this.#newer = newer;
    this.#isOther = true;
    this.#ending.abort();
    if (this.#content.isConnected) {
      this.#free();
    } else {
      this.#before = this.#handle;
      this.#handle = undefined;
      this.#content.hidden = true;
      this.#root.append(this.#content);
    }
    this.#note?.clear();
    this.#start();
  }

  /** Takes the widget out and forgets all of it. */
  stop() {
    this.#end();
    this.#note?.remove();
    this.#note = undefined;
  }

  async #start() {
    this.#come = this.#trouble = undefined;
    const { signal } = (this.#ending = new AbortController());
    const late = setTimeout(() => this.#wait(signal), LATE_MS);
    signal.addEventListener("abort", () => clearTimeout(late));
    try {
      if (!globalThis.CSS?.supports(LATEST) || !("adoptedStyleSheets" in this.#root)) {
        throw new Trouble("old");
      }
      await this.#open(signal, "src").catch((error) => this.#openInstead(signal, error));
    } catch (error) {
      if (!signal.aborted) {
        this.#fail(Trouble.from(error));
      }
    } finally {
      clearTimeout(late);
    }
  }

  /** Mounts the story whose address an attribute holds. */
  async #open(signal, attribute) {
    // A page that is one file has its styles, and one that holds the story has that of the story.
    const styles = isAlone() ? [] : this.#around.held() ? [sheet("lens.css")] : ["story.css", "lens.css"].map(sheet);
    const [{ glue }, bytes, ...style] = await Promise.all([loadWidget(Show.stopAll), this.#bytes(signal, attribute), ...styles]);
    if (!signal.aborted) {
      const held = this.#around.held();
      const root = held?.getRootNode() ?? this.#root;
      const missing = style.filter((sheet) => !root.adoptedStyleSheets.includes(sheet));
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...missing];
      const target = held?.closest(".room").parentNode ?? this.#root;
      const src = this.#host.getAttribute(attribute);
      // Beside a page that is one file lies nothing. A bundle that is kept for ever lies elsewhere than the one that keeps its
      // name, and the story's files are beside that.
      const beside = isAlone() ? undefined : "";
      const home = this.#host.getAttribute("fallback") ?? src;
      const base = src === null ? beside : new URL(".", new URL(home, document.baseURI)).href;
      this.#handle = glue.mount(this.#host, target, held, bytes, base, this.#around.ownsAddress, this.#around.refresh);
      Show.#mounted.add(this);
      target.querySelectorAll(".lens,.key").forEach(glue.guard);
      watch(held ?? this.#root.querySelector(".or"));
      this.#swap(held);
      this.#around.settled().forEach((text, name) => this.#do(name, text));
      this.#tellNews(signal, glue.contents, bytes).catch(() => {});
    }
  }

  /** What is new is told where the page asks for it; without that, the story is there all the same. */
  async #tellNews(signal, contents, bytes) {
    const host = this.#host;
    const section = this.#root.querySelector(".or") ?? this.#around.held();
    if (host.matches("[live],[remember]") && host.hasAttribute("src")) {
      const { tellNews } = await import("./news.js");
      // What a page names lies there for ever under its own name, and the newest story beside it.
      const address = host.getAttribute("fallback") ?? host.getAttribute("src");
      const newer = () => download(address, signal, () => {}, "no-cache");
      const say = (n, kind) => this.#handle.news(n, kind);
      const follow = (bytes) => this.#follow(bytes);
      signal.aborted || tellNews({ host, section, signal, known: contents(bytes), contents, say, newer, follow });
    }
  }

  /** A page may outlive the story that it names. Where there is no other either, the first error is the one to tell. */
  async #openInstead(signal, error) {
    if (signal.aborted || !this.#host.hasAttribute("fallback")) {
      throw error;
    }
    await this.#open(signal, "fallback").catch(() => {
      throw error;
    });
  }

  #bytes(signal, attribute) {
    if (this.#newer) {
      return this.#newer;
    }
    const src = this.#host.getAttribute(attribute);
    const tell = (...come) => {
      this.#come = come;
      this.#note?.tell(...come);
    };
    return src === null ? embedded(loadWidget(Show.stopAll)) : download(src, signal, tell);
  }

  /** Says that it takes long, unless it is over; who can read the story meanwhile is told by its bar. */
  async #wait(signal) {
    if (this.#around.held()) {
      return;
    }
    const note = await this.#noted(signal);
    if (!this.#handle) {
      note?.wait(this.#come);
    }
  }

  /**
   * The note, loaded and made the first time; nothing where it does not come, and the content then stands alone, nor
   * where what it was to tell of is over.
   */
  async #noted(signal) {
    const { Note } = await import("./note.js").catch(() => ({}));
    return signal.aborted ? undefined : (this.#note ??= Note && new Note(this.#host, this.#around.held()?.querySelector(".stick") ?? this.#root));
  }

  /** A story that the page did not hold takes the place of the element's own content, in one frame. */
  #swap(held) {
    const hadFocus = !held && this.#host.matches(":focus-within");
    this.#leave();
    held ?? this.#content.remove();
    this.#note?.clear();
    const story = this.#root.querySelector("section");
    if (hadFocus && story) {
      // Whoever pressed "Try again", or stood in what is gone, goes on from here.
      story.tabIndex = -1;
      story.focus({ preventScroll: true });
    }
  }

  /** Nothing of the widget can be used any more: every element that shows a story gives its own content back. */
  static stopAll() {
    for (const show of Show.#mounted) {
      show.#fail(new Trouble("stopped"));
    }
  }

  async #fail(trouble) {
    this.#end();
    this.#trouble = trouble;
    let isAwaited = false;
    try {
      isAwaited = this.#around.settled().size > 0;
    } catch {
      // A page that has broken what the view needs is told all the same.
    }
    const { signal } = (this.#ending = new AbortController());
    const { code, cause } = trouble;
    // In a page that has broken what the note needs, the event alone tells.
    const message = await this.#explain(trouble, signal, isAwaited).catch(() => `The story cannot be shown (${code}).`);
    if (!signal.aborted) {
      const init = { bubbles: true, composed: true, detail: { code, message, cause } };
      this.#host.dispatchEvent(new CustomEvent("on-record:error", init));
    }
  }

  /**
   * Says what is wrong above the page's own content; where that says it all and nothing can be done, it stands alone. Who reads
   * the story is told in its bar, if they have reached for more.
   */
  async #explain(trouble, signal, isAwaited) {
    const note = await this.#noted(signal);
    const isTold = this.#around.held() ? isAwaited : trouble.isMendable || !this.#hasContent();
    if (!signal.aborted && isTold) {
      note.fail(trouble, trouble.isMendable && (() => this.#retry()));
    }
    return note.textOf(trouble);
  }

  #retry() {
    this.#note.hold();
    this.#note.wait();
    this.#start();
  }

  /** Nothing more comes, and the element's own content is shown again, below the note. */
  #end() {
    Show.#mounted.delete(this);
    this.#ending.abort();
    this.#leave();
    this.#free();
    const held = this.#around.held();
    held && bare(held);
    // What a mount that failed halfway has left, and a story for which there is another name now.
    if (!held || (this.#isOther && this.#root.contains(held))) {
      [...this.#root.children].forEach((child) => child.localName === "div" && this.#root.removeChild(child));
    }
    this.#content.hidden = false;
    this.#content.isConnected || this.#root.querySelector(".or") || this.#root.append(this.#content);
    try {
      this.#note?.clear();
    } catch {
      // Others have broken what it needs; the content is what counts.
    }
  }

  #leave() {
    unmount(this.#before);
    this.#before = undefined;
  }

  #free() {
    unmount(this.#handle);
    this.#handle = undefined;
  }

  #hasContent() {
    return this.#host.childElementCount > 0 || this.#host.textContent.trim() !== "";
  }
}
