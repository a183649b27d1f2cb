/**
 * The page inside a frame: tells the page around it how high it is and where the reader is, goes where that page says,
 * keeps the bar in sight of whoever scrolls that page, and lets links lead out of the frame. It works the same in a sandbox that
 * gives it no origin.
 *
 * Heights are told as AMP's frames tell them (`embed-size`), so that AMP pages need no script of ours; host.js reads
 * the same message elsewhere.
 *
 * The widget writes the address of the frame; this hears it by standing before the two methods of `history`, because no event
 * tells. The page around mirrors it without an entry of its own: the frame's entry is in the same history.
 */

import { isOurs } from "./around/fragment.js";
import { openedIn, viewOf } from "./around/stories.js";

(() => {
  /**
   * The greatest height that is asked for, px. In a frame as high as all that is in it, nothing is out of sight, so
   * that a long list would draw all of its cards; beyond this the frame scrolls.
   */
  const MOST_PX = 60_000;

  if (parent === window) {
    return;
  }
  const page = document.documentElement;
  /** The fragment that both sides know. */
  let agreed = location.hash;

  // Neither a height nor a place in a public story is anybody's secret, and nobody tells us who is around us.
  const tell = (message) => parent.postMessage(message, "*");

  const view = () => {
    const story = document.querySelector("on-record");
    return story && viewOf(story);
  };

  /** How far down in the frame begins what the page around shows of it, once it has said so, px. */
  let seen;
  /** So far the bar is moved to be there, px. */
  let moved = 0;

  // In a frame as high as the story nothing sticks of itself.
  const follow = () => {
    const bar = view()?.querySelector(".stick");
    if (!bar || seen === undefined) {
      return;
    }
    const { top, height } = bar.getBoundingClientRect();
    const own = top - moved;
    const most = view().getBoundingClientRect().bottom - height;
    moved = Math.max(Math.min(seen, most) - own, 0);
    bar.style.translate = moved && `0 ${moved}px`;
    // For whoever follows the reader, and stops where the frame itself is scrolled.
    dispatchEvent(new Event("scroll"));
  };

  /** Asks the page around to show an element, as far as the bar leaves it room. */
  const ask = (element, more) => {
    const { top, height } = element.getBoundingClientRect();
    const room = parseFloat(getComputedStyle(element).scrollMarginTop) || 0;
    tell({ sentinel: "on-record", type: "part", top: top + scrollY - room, height: height + room, ...more });
  };

  /** The id of what the page around leads to. */
  let led;

  const tellLed = () => {
    if (!led) {
      return;
    }
    const part = view()?.querySelector(`#${CSS.escape(led)}`);
    // In another view it stands nowhere.
    part?.checkVisibility() ? ask(part, { led: true }) : tell({ sentinel: "on-record", type: "part", led: true });
  };

  const tellHeight = () => {
    tellLed();
    const height = Math.min(Math.ceil(page.getBoundingClientRect().height), MOST_PX);
    const lens = view()?.querySelector(".lens");
    // Whoever was deep in a long story, and looks at it in another way, is not left below it.
    lens && seen > height && ask(lens, {});
    tell({ sentinel: "amp", type: "embed-size", height });
  };

  const tellFragment = (hash) => {
    const fragment = isOurs(hash) ? hash : "";
    if (fragment !== agreed) {
      agreed = fragment;
      tell({ sentinel: "on-record", type: "fragment", fragment });
    }
  };

  const quiet = (event) => {
    event.stopImmediatePropagation();
    dispatchEvent(new HashChangeEvent("hashchange", event));
  };

  /** What the page around may say, by its type. */
  const hears = {
    __proto__: null,
    hello: () => {
      tellHeight();
      tell({ sentinel: "on-record", type: "ready", isAnswer: true });
    },
    page: ({ address }) => {
      // What readers copy leads to the page around; the widget refuses what is no address of the web.
      document.querySelector("on-record")?.setAttribute("canonical", String(address));
    },
    fragment: ({ fragment, stays }) => {
      if (fragment !== "" && !isOurs(fragment)) {
        return;
      }
      led = stays ? undefined : openedIn(fragment);
      if (fragment !== agreed) {
        agreed = fragment;
        // An event of our own leads nobody: a frame as high as its story would move the page around it.
        stays && addEventListener("hashchange", quiet, { once: true, capture: true });
        // In the place of this entry of the history: the page around has one of its own.
        location.replace(fragment || "#");
      }
      tellLed();
    },
    sight: ({ top }) => {
      seen = Math.max(+top || 0, 0);
      follow();
    },
  };

  // Only the page around can scroll to a part of a frame as high as the story; nothing moves it but the reader.
  const show = Element.prototype.scrollIntoView;
  Element.prototype.scrollIntoView = function (how) {
    if (seen === undefined || page.scrollHeight > innerHeight) {
      show.call(this, how);
    } else if (navigator.userActivation?.isActive ?? true) {
      ask(this, { behavior: how?.behavior });
    }
  };
  // What is folded up is open by then.
  addEventListener("hashchange", tellLed);
  // What was not there has come; in a frame far from the window nothing is observed.
  addEventListener("on-record:ready", tellHeight);

  // No event tells that a script has written the address, and a sandbox may refuse that it does.
  for (const name of ["pushState", "replaceState"]) {
    const write = history[name];
    history[name] = (state, title, url) => {
      try {
        write.call(history, state, title, url);
      } finally {
        tellFragment(url == null ? location.hash : new URL(url, location.href).hash);
      }
    };
  }
  addEventListener("popstate", () => tellFragment(location.hash));
  addEventListener("message", ({ source, data }) => {
    if (source === parent && data?.sentinel === "on-record") {
      hears[data.type]?.(data);
    }
  });

  // Other pages have no room in the frame, and many refuse to stand in one.
  const leadOut = (event) => {
    const link = event.composedPath().find(({ localName }) => localName === "a");
    if (link?.href && !link.getAttribute("href").startsWith("#")) {
      link.target = "_blank";
    }
  };
  addEventListener("click", leadOut, true);

  new ResizeObserver(() => (tellHeight(), follow())).observe(page);
  tell({ sentinel: "on-record", type: "ready" });
})();
