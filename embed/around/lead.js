/** Bringing a reader to a story, as an anchor would, and keeping them there while the page is still coming. */

/** What a reader moves about with; whoever does is not moved any more. */
const MOVES = ["wheel", "touchstart", "pointerdown", "keydown"];

/** So long after page and story have come, late pictures and advertisements may still push the story away, ms. */
const LATE_MS = 4_000;

/** Below so much of the window a story that stands there is not in view. */
const IN_VIEW = 0.8;

/**
 * Brings a story into the window: now, or once it is out of it. `isThere` tells whether all of it has come, and `place`
 * which part of it the address leads to, if to any.
 */
export function lead(story, { isThere, place, now = false }) {
  const ending = new AbortController();
  const { signal } = ending;
  const end = () => ending.abort();
  const show = (element, block) => element.scrollIntoView({ block, behavior: "instant" });
  let isHeld = now;
  const keep = () => {
    const { top } = story.getBoundingClientRect();
    isHeld ||= top < 0 || top > innerHeight * IN_VIEW;
    const part = place?.();
    if (isHeld && !signal.aborted) {
      part ? show(part, "nearest") : show(story, "start");
    }
    if (document.readyState === "complete" && isThere()) {
      setTimeout(end, LATE_MS);
    }
  };
  const watch = new ResizeObserver(keep);
  [document.body, story].forEach((element) => watch.observe(element));
  signal.addEventListener("abort", () => watch.disconnect());
  MOVES.forEach((name) => addEventListener(name, end, { signal, capture: true, passive: true }));
  addEventListener("load", keep, { signal });
  story.addEventListener("on-record:error", end, { signal });
  now ? show(story, "start") : keep();
}
