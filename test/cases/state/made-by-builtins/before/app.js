import { promisify } from "node:util";
import { deflate } from "node:zlib";

const LEVEL = 9;
const compress = promisify(deflate);
const format = new Intl.NumberFormat("en", { maximumFractionDigits: LEVEL - 7 });
const half = promisify((value, done) => done(null, value / 2));
const random = Math.random.bind(Math);
const dice = { roll: Math.random.bind(Math) };
const letters = "abcdef"[Symbol.iterator]();
const step = letters.next.bind(letters);

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

/** @astrocache */
function drawn() {
  console.error("ran drawn");
  return random();
}

/** @astrocache */
function rolled() {
  console.error("ran rolled");
  return dice.roll();
}

/** @astrocache */
function letter() {
  console.error("ran letter");
  return step().value;
}

console.log(drawn() === drawn(), rolled() === rolled(), letter(), letter());
console.log(await size("aaaa"), shown(1 / 3), await halved(4));
