import { promisify } from "node:util";
import { deflate } from "node:zlib";

const LEVEL = 9;
const compress = promisify(deflate);
const format = new Intl.NumberFormat("en", { maximumFractionDigits: LEVEL - 7 });
const half = promisify((value, done) => done(null, value / 2));

/** @astrocache */
async function size(text) {
  console.error("ran size");
  return (await compress(text, { level: LEVEL })).length;
}

/** @astrocache */
function shown(value) {
  console.error("ran shown");
  return format.format(value);
}

/** @astrocache */
async function halved(value) {
  console.error("ran halved");
  return await half(value);
}

console.log(await size("aaaa"), shown(1 / 3), await halved(4));
