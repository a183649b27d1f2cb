/**
 * The stories in a page, elements and frames, and which of them the page's address belongs to. They know of each other through
 * one set under a global symbol, for no selector reaches into shadow trees.
 */

import { isOurs } from "./fragment.js";

/** All stories in the page, in shadow trees too; the scripts for elements and for frames share the set. */
export const stories = (globalThis[Symbol.for("on-record")] ??= new Set());

/** A node and all that it stands in, from the document on, out of shadow trees. */
const chain = (node) => (node ? [...chain(node.getRootNode().host), node] : []);

/** Which of two nodes comes first in the page, as `sort` asks. */
function order(one, other) {
  const [a, b] = [chain(one), chain(other)];
  const fork = a.findIndex((node, at) => node !== b[at]);
  return b[fork]?.compareDocumentPosition(a[fork]) & Node.DOCUMENT_POSITION_FOLLOWING ? 1 : -1;
}

/** Where the page's address holds the view of a story: `fragment`, `query` or `none`. */
const holdOf = (story) => story.getAttribute("permalink") ?? story.dataset.permalink ?? "fragment";

/** The story to which the address belongs: the first in the page of those that hold their view in one place. */
export const owner = (hold = "fragment") =>
  [...stories].filter((story) => story.isConnected && holdOf(story) === hold).sort(order)[0];

/** Whether the address is this story's. */
export const ownsAddress = (story) => owner(holdOf(story)) === story;

/** Whether the address of the page leads into a story. */
export function isLedTo(story) {
  const hold = holdOf(story);
  const isTold = hold === "query" ? new URLSearchParams(location.search).has("or") : isOurs(location.hash);
  return isTold && hold !== "none" && ownsAddress(story);
}

/** What an address has open, whatever else it asks for. */
const OPENED = /(?:[?&]or=|#or[:_])(?:.*[_&])?(quote|event)[-=]([^_&]+)/;

/** The id of the part of a story that an address has open, if it has. */
export function openedIn(address) {
  const [, kind, slug] = OPENED.exec(address) ?? [];
  return kind && `${kind}-${slug}`;
}

/** The view of a story, once it is there. */
export const viewOf = (story) => story.shadowRoot?.querySelector(".or") ?? story.querySelector(":scope>.room>.or");

/** Whether a key is held with which a press or a key means something of the browser's. */
export const hasModifier = (event) => event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;

/** Whether an event is a press on a link that leads, in this window, into a story of this page. */
export function isLink(event) {
  const link = event.composedPath().find(({ localName }) => localName === "a");
  const isElsewhere = event.defaultPrevented || hasModifier(event) || link?.target;
  return !isElsewhere && isOurs(link?.hash) && link.href === location.href.split("#")[0] + link.hash;
}

/** Nobody scrolls so little, px; a frame that grows moves in its line by a px or two. */
export const STILL_PX = 9;

/** Whether the page was here before, so that the browser brings the reader back to where they were. */
export const isReturn = () => performance.getEntriesByType("navigation")[0]?.type !== "navigate";

/**
 * Brings a reader to a story, as an anchor would, unless it is in the window already, and keeps them there with what
 * `loading` gives, if it does; gives what looks whether they are there still.
 */
export async function bring(story, now, loading, isThere, partOf) {
  const top = () => story.getBoundingClientRect().top;
  if (now || top() > innerHeight) {
    story.scrollIntoView({ behavior: "instant" });
  }
  const reached = top();
  const { lead } = await loading.catch(() => ({}));
  // Who has moved meanwhile is left alone.
  if (Math.abs(top() - reached) < STILL_PX) {
    return lead?.(story, isThere, partOf);
  }
}
