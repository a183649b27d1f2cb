/**
 * A page that is one file: the widget and its story are in the page, packed, because a page from a disk may fetch
 * nothing. `cargo xtask build` makes one classic script of this and all that it imports, because such a page may not
 * load modules either; `on-record build` puts that into offline.html.
 */

import "./on-record.js";
import { supply } from "./widget/element.js";

/** The id of what holds the wasm with the story in it: base64 of gzip. */
const PACKED = "on-record-packed";

async function unpacked() {
  const packed = document.getElementById(PACKED);
  const bytes = Uint8Array.from(atob(packed.textContent), (byte) => byte.charCodeAt(0));
  // It is needed once and large.
  packed.remove();
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}

supply(unpacked());
