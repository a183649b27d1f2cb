/** The custom element `<on-record>`: a story to read, with its timeline and its quotes. */

/** The attributes of `<on-record>`. All of them may change at any time. */
export interface OnRecordAttributes {
  /** The address of a story's bundle, relative to the page; without it, the story that was compiled into the widget. */
  src?: string;
  /** Another address of the story, asked where `src` gives none that can be shown. */
  fallback?: string;
  /**
   * The whole address of the story's own page, to which what readers copy leads; without it, that is the page they are in.
   * In a frame, `host.js` puts that of the page around in its place.
   */
  canonical?: string;
  /** The language in which the element says that a story is on its way or cannot be shown; else that of the page. */
  lang?: string;
  /** Overrides what the reader's device prefers. */
  theme?: "light" | "dark" | "auto";
  /** With which of the three views it begins; `story`, the default, is read without the widget. */
  view?: "story" | "timeline" | "quotes";
  /** The room to keep for the story while it is not there: px, or a CSS length. */
  height?: string | number;
  /**
   * `eager` loads the widget at once. Else the story comes when the element is near the window, and the widget when a reader
   * reaches for it, or when the browser is idle and neither `Save-Data` nor a slow network speaks against it.
   */
  loading?: "lazy" | "eager";
  /**
   * Where the page's address holds the view: in the fragment, unless the page has one of its own; in the query parameter
   * `or`; or nowhere. Of several stories that hold it in the same place, the address is the first one's.
   */
  permalink?: "fragment" | "query" | "none";
  /**
   * Asks its server for a newer story while the page is seen: after so many seconds (15 at least, 60 where none are named), and more
   * rarely while nothing is new. A newer one is offered and not shown by itself. Not there: nothing is asked.
   */
  live?: boolean | number | "";
  /** Keeps the ids of the story's events on the reader's device, to tell them at their next visit which are new. Not there: nothing is kept. */
  remember?: boolean | "";
  /** The folder of on-record.js, relative to the page: where scripts are combined or moved, they do not know it. */
  base?: string;
}

/** Why a story is not shown. */
export type OnRecordTrouble =
  /** There is no `src`, and the widget was built without a story. */
  | "none"
  /** `src` is no address. */
  | "address"
  /** There is nothing at the address. */
  | "missing"
  /** The server answered with an error. */
  | "server"
  /** The connection failed, or the server does not let this page load it (CORS). */
  | "network"
  /** The address gave a web page. */
  | "page"
  /** The file is none of On Record's. */
  | "foreign"
  /** The file ends too early. */
  | "truncated"
  /** The file does not fit its checksum. */
  | "damaged"
  /** An older version made it, whose format is no longer read. */
  | "older"
  /** A newer version made it. */
  | "newer"
  /** The file is larger than 256 MB. */
  | "large"
  /** A part of the widget could not be loaded. */
  | "widget"
  /** The page's policy or the browser does not let WebAssembly run. */
  | "blocked"
  /** The browser lacks what the widget is drawn with: container queries or constructable style sheets. */
  | "old"
  /** The widget has stopped working. */
  | "stopped";

/** The story can be read, whether by the page's own elements or by those of the widget. */
export type OnRecordReadyEvent = CustomEvent<{ story: string }>;

/** The reader has opened an event or a quote, or closed it. */
export type OnRecordSelectEvent = CustomEvent<{ kind: "event" | "quote" | "none"; id: string }>;

/** The reader has searched. */
export type OnRecordSearchEvent = CustomEvent<{ query: string }>;

/** The story, or what the widget adds to it, cannot be shown; what stood in the page does. `message` is for readers, in their language. */
export type OnRecordErrorEvent = CustomEvent<{ code: OnRecordTrouble; message: string; cause?: unknown }>;

/** The element. Its shadow root is open. */
export interface OnRecordElement extends HTMLElement {
  readonly shadowRoot: ShadowRoot;
}

declare global {
  interface HTMLElementTagNameMap {
    "on-record": OnRecordElement;
  }
  /** All of these bubble and leave shadow trees. */
  interface GlobalEventHandlersEventMap {
    "on-record:ready": OnRecordReadyEvent;
    "on-record:select": OnRecordSelectEvent;
    "on-record:search": OnRecordSearchEvent;
    "on-record:error": OnRecordErrorEvent;
  }
}
