/**
 * For a page that shows a story in a frame: makes the frame as high as what is in it, and keeps the page's address and
 * the reader's place in the story the same, so that links lead into the frame and out of it.
 *
 *   <script async src="host.js"></script>
 *   <iframe data-on-record src="https://example.org/story/embed.html" title="…" loading="lazy"></iframe>
 *
 * Works for any number of frames, from any server, with or without `sandbox`. The address of the page is that of the
 * first story in it.
 */
(() => {
  const OURS = "#or:";
  const frames = () => [...document.querySelectorAll("iframe[data-on-record]")];
  const isOurs = (fragment) => typeof fragment === "string" && fragment.startsWith(OURS);

  /** Where the messages of a frame come from: a sandbox without an origin has none to name. */
  const originOf = (frame) =>
    frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin") ? "null" : new URL(frame.src).origin;

  /** Whether the address of the page is this frame's: it belongs to the first story in the page. */
  const ownsAddress = (frame) => document.querySelector("on-record,iframe[data-on-record]") === frame;

  /** Whether the page was here before, so that the browser brings the reader back to where they were. */
  const isReturn = () => performance.getEntriesByType("navigation")[0]?.type !== "navigate";

  // A place in a public story is nobody's secret, and a frame may not be there yet.
  const tell = (frame, message) => frame.contentWindow?.postMessage({ sentinel: "on-record", ...message }, "*");
  const lead = (frame) => tell(frame, { type: "fragment", fragment: location.hash });

  /** What a frame may say, by its type. */
  const says = {
    __proto__: null,
    "embed-size": (frame, { height }) => {
      if (height > 0 && height < 1e5) {
        frame.style.height = `${height}px`;
      }
    },
    ready: (frame) => {
      if (ownsAddress(frame) && isOurs(location.hash)) {
        lead(frame);
        // As to an anchor; whoever has scrolled, or comes back to where they were, stays there.
        scrollY || isReturn() || frame.scrollIntoView();
      }
    },
    fragment: (frame, { fragment }) => {
      if (ownsAddress(frame) && (isOurs(fragment) || (fragment === "" && isOurs(location.hash)))) {
        // The frame has made an entry in the history already.
        history.replaceState(history.state, "", fragment || location.pathname + location.search);
      }
    },
  };

  addEventListener("message", ({ source, origin, data }) => {
    const frame = frames().find((frame) => frame.contentWindow === source);
    if (frame && origin === originOf(frame)) {
      says[data?.type]?.(frame, data);
    }
  });
  addEventListener("popstate", () => {
    const frame = frames().find(ownsAddress);
    if (frame && (isOurs(location.hash) || !location.hash)) {
      lead(frame);
    }
  });

  addEventListener("click", ({ target, defaultPrevented }) => {
    // Whoever follows a link of the page into the story comes to it, as to an anchor.
    const link = defaultPrevented ? null : target.closest?.(`a[href^="${OURS}"]`);
    link && frames().find(ownsAddress)?.scrollIntoView();
  });

  const begin = () => {
    for (const frame of frames()) {
      if (ownsAddress(frame) && isOurs(location.hash)) {
        frame.loading = "eager";
      }
      // Whatever it has said before, nobody has heard.
      tell(frame, { type: "hello" });
    }
  };
  document.readyState === "loading" ? addEventListener("DOMContentLoaded", begin) : begin();
})();
