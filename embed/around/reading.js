/**
 * A story in the page, read without the widget: the strip follows the reader and takes taps, drags and keys, Next goes on,
 * what is folded opens where a link leads into it, and paper gets all of it. Everything else is the widget's, which is asked
 * for (`want`) when somebody reaches for it.
 */

import { hasModifier, isReturn } from "./stories.js";

/** Below the bar, an event that begins so far down is the one that is read, px. */
const AHEAD_PX = 90;
/** A jump is not followed while it is under way, ms. */
const JUMP_MS = 700;

/** Whoever moves so far across the strip drags; whoever scrolls down does not, px. */
const DRAG_PX = 9;

/** What leads to the widget when a pointer or the focus comes near. */
const REACHED = "pointerover focusin";

/** An address that leads to a part of the story and says nothing else. */
const LEADS = /(?:[?&]or=|#or[_:]|#)(event|quote|source)[-=]([^_&]+)$/;

/** The id of what a link of the story leads to. */
const idOf = (link) => link.getAttribute("href").slice(1);

export class Reading {
  #section;
  #want;
  #isLed;
  #ending = new AbortController();
  /** The events in the order of the page. */
  #events = [];
  /** The event that the reader is at. */
  #at;
  /** Until when a jump is under way. */
  #jumping = 0;
  /** Where a drag began, px of the window. */
  #pressed;
  /** What paper has opened. */
  #folds = [];
  /** Where the address of the page leads, if that is all that it says. */
  target;

  /**
   * `want` takes the name of a view or a tool and a text; without a name, the widget may be on its way already. `isLed` tells
   * whether the address of the page is this story's.
   */
  constructor(section, want, isLed) {
    this.#section = section;
    this.#want = want;
    this.#isLed = isLed;
    section.setAttribute("data-live", "");
    this.#listen();
    this.#scale();
    this.refresh();
    // Who comes back is where they were, and no frame moves the page around it of itself.
    this.#arrive(isReturn() ? "stay" : parent !== window && "within");
  }

  stop() {
    this.#ending.abort();
    this.#section.removeAttribute("data-live");
  }

  /** The view has changed: other events, other marks, or another view. */
  refresh() {
    this.#events = this.#all(".e");
    this.#at &&= this.#within(this.#at.id);
    this.#at ? this.#show(this.#at) : this.#follow();
  }

  #all = (selector) => [...this.#section.querySelectorAll(selector)];
  #one = (selector) => this.#section.querySelector(selector);
  #look = () => this.#section.dataset.view ?? "story";

  #listen() {
    const { signal } = this.#ending;
    const on = (target, names, listener, options) =>
      names.split(" ").forEach((name) => target.addEventListener(name, listener, { ...options, signal }));
    on(this.#section, "click", (event) => this.#click(event));
    on(this.#section, "input", ({ target }) => target.name === "q" && this.#want("typed", target.value));
    on(this.#section, "submit", (event) => {
      event.preventDefault();
      // Among the quotes, whoever searches or compares stays there.
      this.#look() === "quotes" || this.#step(1);
    });
    on(this.#section, REACHED, ({ target }) => target.closest(".stick") && this.#want(), { passive: true });
    // Browsers tell of a scroll once a frame.
    on(window, "scroll resize", () => this.#follow(), { passive: true, capture: true });
    // One of a script's own tells of a place to which nobody is to be led.
    on(window, "hashchange", ({ isTrusted }) => this.#arrive(!isTrusted && "stay"));
    on(window, "beforeprint afterprint", ({ type }) => this.#print(type === "beforeprint"));
    const plot = this.#one(".plot");
    if (plot) {
      const thumb = this.#one(".thumb");
      // For whoever does not see it, the strip is one slider.
      Object.assign(thumb, { role: "slider", tabIndex: 0, ariaLabel: thumb.dataset.name });
      on(plot, "pointerdown pointermove pointerup", (event) => this.#drag(plot, event));
      on(thumb, "keydown", (event) => this.#key(event));
    }
  }

  /** Text is as large as the reader has set it, whatever the page makes of its own, and follows when that changes. */
  #scale() {
    const room = this.#section.parentElement;
    const { style } = room;
    const scale = () => {
      const px = parseFloat(getComputedStyle(room).fontSize) / 16;
      // Whatever is set is inherited, and all that stands there is styled anew.
      (px === 1 && !style.length) || style.setProperty("--u", `${px}px`);
    };
    scale();
    new ResizeObserver(scale).observe(this.#one(".defs"));
  }

  #click(event) {
    const { target } = event;
    const taken = target.closest("[data-tool],a[data-view],a[href^='#']");
    if (!taken || hasModifier(event) || event.defaultPrevented) {
      return;
    }
    const { tool, view } = taken.dataset;
    if (tool === "next" || tool === "previous") {
      this.#step(tool === "next" ? 1 : -1);
    } else if (tool) {
      this.#use(tool, taken);
    } else if (view) {
      event.preventDefault();
      this.#want(view);
    } else {
      this.#leap(event, taken);
    }
  }

  #use(tool, button) {
    if (button.getAttribute("aria-disabled") === "true") {
      return;
    }
    const opens = tool === "search";
    if (opens || tool === "close") {
      this.#section.classList.toggle("seeking", opens);
      this.#one(opens ? ".seek input" : "[data-tool=search]")?.focus();
    }
    this.#want(tool, button.dataset.text);
  }

  /** A link within the story: no browser finds the places of a shadow tree, and none opens a fold. */
  #leap(event, link) {
    const id = idOf(link);
    const target = this.#within(id);
    if (target) {
      const isNear = this.#look() === "story" && !link.closest(".plot,figure");
      (isNear && this.#section.getRootNode() === document) || event.preventDefault();
      this.#go(target);
    }
  }

  /** An element of the story by its id. */
  #within = (id) => id && this.#one(`#${CSS.escape(id)}`);

  /** Where the address of the page leads. */
  #arrive(how) {
    const [, kind, slug] = (this.#isLed() && LEADS.exec(location.search + location.hash)) || [];
    this.target = this.#within(`${kind}-${slug}`);
    // Where the page has no room for all, the widget knows what is gone.
    (this.#one(".lost.whole") ?? {}).hidden = !slug || this.target;
    this.target && this.#go(this.target, true, this.#look() === "story" ? how : "stay");
  }

  /** To a part of the story, at once or smoothly; to "stay", or to scroll nothing but what it is "within". */
  #go(target, now, how) {
    if (!how && this.#look() !== "story") {
      this.#want("open", target.id);
      return;
    }
    for (let fold; (fold = target.closest("details:not([open])")); ) {
      fold.open = true;
    }
    target.classList.add("led");
    this.#jumping = Date.now() + JUMP_MS;
    if (how === "within") {
      scrollBy(0, target.getBoundingClientRect().top - this.#one(".stick").offsetHeight);
    } else if (!how) {
      target.scrollIntoView({ behavior: now || matchMedia("(prefers-reduced-motion)").matches ? "instant" : "smooth" });
    }
    const event = target.closest(".e");
    event && this.#show(event);
  }

  /** To the next event that is told at length; while something is searched for, to the next that matches. */
  #step(by) {
    if (this.#look() !== "story") {
      this.#want(by > 0 ? "next" : "previous");
      return;
    }
    const isFiltered = this.#one(".miss");
    const isStop = (event) => (isFiltered ? !event.matches(".miss") : event.localName === "article");
    const at = this.#events.indexOf(this.#at);
    const next = by > 0 ? this.#events.slice(at + 1).find(isStop) : this.#events.slice(0, at).findLast(isStop);
    next && this.#go(next);
  }

  /** The strip shows the event that is read. */
  #follow() {
    if (Date.now() < this.#jumping || this.#look() !== "story" || !this.#events.length) {
      return;
    }
    const line = this.#one(".stick").getBoundingClientRect().bottom + AHEAD_PX;
    const at = this.#events.findLast((event) => event.getBoundingClientRect().top <= line) ?? this.#events[0];
    at !== this.#at && this.#show(at);
  }

  #show(event) {
    this.#at = event;
    this.#section.dataset.at = event.id;
    const mark = this.#one(`.m[href="#${CSS.escape(event.id)}"]`);
    this.#one(".m.on")?.classList.remove("on");
    mark?.classList.add("on");
    const here = this.#one(".here");
    const [words, title] = [".when", ".hl,.body>*"].map((part) => event.querySelector(part).textContent);
    Object.assign(this.#one(".thumb"), {
      ariaValueMax: this.#events.length,
      ariaValueNow: this.#events.indexOf(event) + 1,
      ariaValueText: `${words}: ${title}`,
    });
    here.toggleAttribute("hidden", !mark);
    if (mark) {
      const x = mark.firstElementChild.getAttribute("x");
      here.setAttribute("x", x);
      const label = here.querySelector("text");
      label.textContent = words;
      // Words as long as these would not go beyond the edge.
      const part = parseFloat(x) / 100;
      const room = this.#one(".plot").clientWidth * Math.min(part, 1 - part) > label.getComputedTextLength() / 2;
      label.style.textAnchor = room ? "middle" : part < 0.5 ? "start" : "end";
      const circles = here.querySelectorAll("circle");
      mark.querySelectorAll("use").forEach((use, at) => ring(circles[at], use));
    }
  }

  /** The event whose mark is nearest to a pointer. */
  #nearest(plot, { clientX }) {
    const { left, width } = plot.getBoundingClientRect();
    const part = ((clientX - left) / width) * 100;
    const away = (mark) => Math.abs(parseFloat(mark.firstElementChild.getAttribute("x")) - part);
    const [nearest] = this.#all(".m:not(.miss)").sort((a, b) => away(a) - away(b));
    return nearest && this.#within(idOf(nearest));
  }

  #drag(plot, event) {
    const isTouch = event.pointerType === "touch";
    if (event.type === "pointerdown") {
      this.#pressed = event.clientX;
      if (!event.button && !isTouch) {
        plot.setPointerCapture(event.pointerId);
        event.preventDefault();
        this.#one(".thumb").focus({ preventScroll: true });
      }
      return;
    }
    const isMove = event.type === "pointermove";
    const isHeld = isTouch || plot.hasPointerCapture(event.pointerId);
    const isDrag = isHeld && Math.abs(event.clientX - this.#pressed) > DRAG_PX;
    if (!isMove || isDrag) {
      const target = this.#nearest(plot, event);
      target && this.#go(target, isMove);
    }
  }

  #key(event) {
    const across = this.#section.dir === "rtl" ? -1 : 1;
    const by = { ArrowRight: across, ArrowLeft: -across, ArrowDown: 1, ArrowUp: -1, Home: -1e9, End: 1e9 }[event.key];
    if (by && !hasModifier(event)) {
      event.preventDefault();
      this.#go(this.#events[this.#events.indexOf(this.#at) + by] ?? this.#events.at(by < 0 ? 0 : -1));
    }
  }

  /** Paper opens what is folded, but no curtain; a browser copies the page for it before anything else could. */
  #print(begins) {
    if (begins) {
      this.#folds = this.#all(".story details:not([open],.curtain)");
    }
    this.#folds.forEach((fold) => (fold.open = begins));
  }
}

/** Puts a ring around a drawing of a mark. */
function ring(circle, use) {
  const of = (name) => parseFloat(use.getAttribute(name));
  const set = (name, value) => circle.setAttribute(name, `${value}em`);
  const half = of("width") / 2;
  set("cx", of("x") + half);
  set("cy", of("y") + half);
  set("r", half / 1.4 + 3 / 16);
}
