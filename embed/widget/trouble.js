/** Why a story is not shown, and whether anything can be done about it. */

/** What the widget throws: errors that say one of these words. */
const WORDS = ["foreign", "truncated", "damaged", "older", "newer", "blocked", "old", "stopped"];

/** What another try cannot mend: only another page, browser or element can. */
const HOPELESS = ["none", "blocked", "old", "stopped"];

export class Trouble extends Error {
  /** `code` names a sentence of the texts, `values` fill it in. */
  constructor(code, values = {}, cause = undefined) {
    super(code, { cause });
    this.code = code;
    this.values = values;
  }

  /** Any error as one of ours; what we do not know has stopped the widget. */
  static from(error) {
    const word = WORDS.find((word) => word === error?.message);
    return error instanceof Trouble ? error : new Trouble(word ?? "stopped", {}, error);
  }

  /** Whether another try may help. */
  get isMendable() {
    return !HOPELESS.includes(this.code);
  }
}
