// MiniSearch, with the search by beginnings and the fuzzy search that its documentation shows, in two fields.

import MiniSearch from "/library.js";

let quotes;
let index;

bench.run({
  async prepare() {
    quotes = await (await fetch("/quotes.json")).json();
  },
  build() {
    index = new MiniSearch({ fields: ["text", "speaker"], searchOptions: { prefix: true, fuzzy: 0.2 } });
    index.addAll(quotes);
  },
  search: (typed) => index.search(typed).length,
  index_bytes: () => JSON.stringify(index).length,
});
