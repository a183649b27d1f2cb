// The widget's search without the widget: the same crates with the same options, told what a browser knows of letters.

let engine;
let bytes;

const text = new TextEncoder();

/** Writes bytes to where the engine wants them. */
const written = (from) => {
  const place = engine.input(from.length);
  new Uint8Array(engine.memory.buffer, place, from.length).set(from);
};

const page = {
  fold: (c, place, room) =>
    text.encodeInto(
      String.fromCodePoint(c).normalize("NFKD").toLowerCase(),
      new Uint8Array(engine.memory.buffer, place, room),
    ).written,
};

bench.run({
  async prepare() {
    const { instance } = await WebAssembly.instantiateStreaming(fetch("/engine.wasm"), { page });
    engine = instance.exports;
    bytes = new Uint8Array(await (await fetch("/story.orb")).arrayBuffer());
  },
  build() {
    written(bytes);
    bytes = undefined;
    if (!engine.open()) throw new Error("no bundle");
  },
  search(typed) {
    written(text.encode(typed));
    const found = engine.search();
    // The ids are read where they are, as a list of them is.
    return new Uint32Array(engine.memory.buffer, engine.found(), found).length;
  },
  wasm_bytes: () => engine.memory.buffer.byteLength,
});
