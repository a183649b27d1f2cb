// What bundlers load while a page is written (the condition "development"). Vite's dev server would else put a copy of the
// element into a folder of its own, where it does not find its wasm; it makes no copy of what ends in .jsx. There is
// nothing else in this file that needs the ending.
import "./on-record.js";
