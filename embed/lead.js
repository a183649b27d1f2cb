/**
 * Keeping a reader at the story to which a link has led them, while the page is still coming: until they move, or until some
 * seconds after everything is there. Browsers that anchor their scrolling follow the paragraphs behind the story, and others do
 * not anchor at all.
 */

import { STILL_PX, openedIn, viewOf } from "./around/stories.js";

/** What a reader moves about with; whoever does is not moved any more. */
const MOVES = ["wheel", "touchstart", "pointerdown", "keydown"];

/** So long after page and story have come, late pictures and advertisements may still push the story away, ms. */
const LATE_MS = 4_000;

/** Below so much of the window a story that stands there is not in view. */
const IN_VIEW = 0.8;

/**
 * Keeps a story in the window: at its top where it stands there now, else as soon as it is pushed out of view. `isThere` tells
 * whether all of it has come, and `partOf` which part of it the address leads to, if to any. Gives what looks anew.
 */
export function lead(story, isThere, partOf) {
  const ending = new AbortController();
  const { signal } = ending;
  const end = () => ending.abort();
  const show = (element, block) => element.scrollIntoView({ block, behavior: "instant" });
  const place = () => story.getBoundingClientRect().top;
  let isHeld = scrollY > 0;
  /** Where the story was left, in a page of which height, px. */
  let left, height;
  const highest = () => document.documentElement.scrollHeight;
  const keep = () => {
    isHeld ||= place() < 0 || place() > innerHeight * IN_VIEW;
    const id = openedIn(location.search + location.hash);
    const view = viewOf(story);
    const part = partOf?.() ?? (id && view?.querySelector(`#${CSS.escape(id)}`));
    // Once the widget is there, it brings into the window itself what stands nowhere in the story.
    const isShown = id && view?.dataset.view;
    if (!signal.aborted && part?.checkVisibility()) {
      show(part, "nearest");
    } else if (!signal.aborted && isHeld && !isShown) {
      show(story, "start");
    }
    [left, height] = [place(), highest()];
    if (document.readyState === "complete" && isThere()) {
      setTimeout(end, LATE_MS);
    }
  };
  // In a page that has not changed, somebody has moved it: by its scroll bar, by a screen reader, by a script.
  const look = () => highest() === height && Math.abs(place() - left) > STILL_PX && end();
  const watch = new ResizeObserver(keep);
  [document.body, story].forEach((element) => watch.observe(element));
  signal.addEventListener("abort", () => watch.disconnect());
  MOVES.forEach((name) => addEventListener(name, end, { signal, capture: true, passive: true }));
  addEventListener("scroll", look, { signal });
  addEventListener("load", keep, { signal });
  story.addEventListener("on-record:error", end, { signal });
  keep();
  return keep;
}
