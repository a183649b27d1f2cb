/**
 * For a page that shows a story in a frame: makes the frame as high as what is in it, keeps the page's address and the reader's
 * place in the story the same, so that links lead into the frame and out of it, and scrolls for it, which cannot itself.
 *
 *   <script async src="host.js"></script>
 *   <iframe data-on-record src="https://example.org/story/embed.html" title="…" loading="lazy"></iframe>
 *
 * Works for any number of frames, from any server, with or without `sandbox`. The address of the page is that of the
 * first story in it; with `data-permalink="none"` a frame leaves it alone.
 */

import { isOurs } from "./around/fragment.js";
import { bring, isLedTo, isLink, isReturn, owner, stories } from "./around/stories.js";

/** The frames below a root, in shadow trees too. */
const framesIn = (root) =>
  [...root.querySelectorAll("*")].flatMap((element) => [
    ...(element.matches("iframe[data-on-record]") ? [element] : []),
    ...(element.shadowRoot ? framesIn(element.shadowRoot) : []),
  ]);

/** Where the messages of a frame come from: a sandbox without an origin has none to name. */
const originOf = (frame) =>
  frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin") ? "null" : new URL(frame.src, location).origin;

// A place in a public story is nobody's secret, and a frame may not be there yet.
const tell = (frame, message) => frame.contentWindow?.postMessage({ sentinel: "on-record", ...message }, "*");

/** Whether the fragment is a place that a script of the page's own reads; ours cannot stand beside it. */
const isRoute = () => /^#[/!]/.test(location.hash);

/** Tells a frame where the page around it is, so that what readers copy leads there and not to the bare frame. */
function tellPlace(frame) {
  if (frame === owner() && !isRoute()) {
    tell(frame, { type: "page", address: location.href.split("#")[0] });
  }
}

/** Tells a frame how far down in it begins what is seen of it, below what the page keeps free at the top of the window. */
const tellSight = (frame) => tell(frame, { type: "sight", top: above() - frame.getBoundingClientRect().top });

/** What the page keeps free at the top of the window, px. */
const above = () => parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;

/** Where the address leads in a frame; whoever `stays` is not led there, for they have scrolled, or come back to where they were. */
function tellFragment(frame, stays) {
  parts.delete(frame);
  tell(frame, { type: "fragment", fragment: location.hash, stays });
}

/** The frames that have said that they are there. */
const ready = new WeakSet();

/** The parts of frames that the address leads to. */
const parts = new Map();

/** A part of a frame, as one shows an element. */
const partOf = (frame, { top, height }) => ({
  checkVisibility: () => true,
  scrollIntoView({ block, behavior }) {
    const from = frame.getBoundingClientRect().top + Math.min(Math.max(top, 0), frame.clientHeight) - above();
    const isSeen = from >= 0 && from + height < innerHeight;
    (block === "nearest" && isSeen) || scrollBy({ top: from, behavior });
  },
});

/** What looks whether the reader is still where a link has led. */
let keeping;

/** Brings the reader to a frame, which is as high as what is in it once it has said so. */
function leadTo(frame, now) {
  keeping = bring(frame, now, import("./lead.js"), () => frame.style.height !== "", () => parts.get(frame));
}

/** What a frame may say, by its type. */
const says = {
  __proto__: null,
  "embed-size": (frame, { height }) => {
    if (height > 0 && height < 1e5) {
      frame.style.height = `${height}px`;
      tellSight(frame);
    }
  },
  part: async (frame, { top, height, behavior, led }) => {
    const { top: from, bottom } = frame.getBoundingClientRect();
    const part = top < 1e5 && height < 1e5 && partOf(frame, { top, height });
    if (led) {
      parts.set(frame, part || undefined);
      (await keeping)?.();
    } else if (part && from < innerHeight && bottom > 0) {
      // Nobody is brought to a frame that they do not see.
      part.scrollIntoView({ behavior: behavior === "smooth" ? "smooth" : "instant" });
    }
  },
  ready: (frame, { isAnswer }) => {
    if (isAnswer && ready.has(frame)) {
      // By now the page may have been scrolled to it.
      return;
    }
    ready.add(frame);
    tellPlace(frame);
    if (isLedTo(frame)) {
      const stays = scrollY > 0 || isReturn();
      tellFragment(frame, stays);
      // As to an anchor.
      stays || leadTo(frame);
    }
  },
  fragment: (frame, { fragment }) => {
    const isFree = !location.hash || isOurs(location.hash);
    if (frame === owner() && isFree && (isOurs(fragment) || fragment === "")) {
      // The frame has made an entry in the history already.
      history.replaceState(history.state, "", location.href.split("#")[0] + fragment);
      tellPlace(frame);
    }
  },
};

const isFrame = (story) => story?.localName === "iframe";

addEventListener("message", ({ source, origin, data }) => {
  if (!data || !["amp", "on-record"].includes(data.sentinel)) {
    return;
  }
  const find = () => [...stories].find((story) => isFrame(story) && story.contentWindow === source);
  // A page may put in a frame at any time, and nothing tells.
  const frame = find() ?? (framesIn(document).forEach((frame) => stories.add(frame)), find());
  if (frame && origin === originOf(frame)) {
    says[data.type]?.(frame, data);
  }
});
const tellSights = () => [...stories].filter(isFrame).forEach(tellSight);
["scroll", "resize"].forEach((name) => addEventListener(name, tellSights, { capture: true, passive: true }));
addEventListener("popstate", () => {
  const frame = owner();
  if (isFrame(frame) && (isOurs(location.hash) || !location.hash)) {
    tellFragment(frame);
  }
});
addEventListener("click", (event) => {
  // Whoever follows a link of the page into the story comes to it, as to an anchor.
  const frame = isLink(event) && owner();
  isFrame(frame) && leadTo(frame, true);
});

function begin() {
  for (const frame of framesIn(document)) {
    stories.add(frame);
    if (isLedTo(frame)) {
      frame.loading = "eager";
    }
    // Whatever it has said before, nobody has heard.
    tell(frame, { type: "hello" });
  }
}
document.readyState === "loading" ? addEventListener("DOMContentLoaded", begin) : begin();
