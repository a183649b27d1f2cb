/** The fragments by which an address leads into a story. */

/** How those of the widget begin, and those of earlier versions. */
const OURS = /^#or(:|_[a-z]+-)/;

/** Whether a fragment is one of ours. */
export const isOurs = (fragment) => typeof fragment === "string" && OURS.test(fragment);
