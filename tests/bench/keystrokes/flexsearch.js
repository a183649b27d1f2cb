// FlexSearch, by beginnings, with an encoder that forgives and with suggestions, as its documentation says of fuzzy
// search; it gives the first hundred of each of two fields, which is its default.

import FlexSearch from "/library.js";

let quotes;
let index;

bench.run({
  async prepare() {
    quotes = await (await fetch("/quotes.json")).json();
  },
  build() {
    index = new FlexSearch.Document({
      tokenize: "forward",
      encoder: FlexSearch.Charset.LatinBalance,
      document: { id: "id", index: ["text", "speaker"] },
    });
    for (const quote of quotes) index.add(quote);
  },
  search: (typed) => new Set(index.search(typed, { suggest: true }).flatMap(({ result }) => result)).size,
  async index_bytes() {
    let bytes = 0;
    await index.export((_, part) => void (bytes += part?.length ?? 0));
    return bytes;
  },
});
