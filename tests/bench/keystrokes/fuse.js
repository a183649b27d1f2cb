// Fuse.js with its defaults, which are fuzzy and find beginnings, in two fields. Its index is the texts themselves.

import Fuse from "/library.js";

let quotes;
let index;
let fuse;

const KEYS = ["text", "speaker"];

bench.run({
  async prepare() {
    quotes = await (await fetch("/quotes.json")).json();
  },
  build() {
    index = Fuse.createIndex(KEYS, quotes);
    fuse = new Fuse(quotes, { keys: KEYS }, index);
  },
  search: (typed) => fuse.search(typed).length,
  index_bytes: () => JSON.stringify(index.toJSON()).length,
});
