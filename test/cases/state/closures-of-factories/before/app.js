import { Scale, adder, box, compose, counter, memo, overlaid, pair, sequence, shadowed, withRetry } from "./factories.js";

const plus = adder(3);
const both = compose(adder(1), (x) => x * 10);
let attempts = 0;
const flaky = async (x) => {
  attempts++;
  return `got ${x}`;
};
const retried = withRetry(flaky, 2);
const load = withRetry(async (x) => `loaded ${x}`, 1);
const held = box(5);
const tally = counter();
const scale = Scale.by(4);
const [left, right] = pair("l", "r");
const square = memo((x) => x * x);
const next = sequence();
const hidden = shadowed(7);
const other = overlaid(1, { get: () => Math.random() });

// @astrocache
const callPlus = (x) => plus(x);
// @astrocache
const callBoth = (x) => both(x);
// @astrocache
const callRetried = async (x) => await retried(x);
// @astrocache
const callLoad = async (x) => await load(x);
// @astrocache
const callHeld = () => [held.get(), held.double(), held.plus(1)].join();
// @astrocache
const callTally = () => [tally.get(), tally.api.now()].join();
// @astrocache
const callScale = () => scale(2);
// @astrocache
const callPair = () => left() + right();
// @astrocache
const callSquare = (x) => square(x);
// @astrocache
const callNext = () => next();
// @astrocache
const callHidden = () => hidden();
// @astrocache
const callOther = () => other.get() < 1;

console.log(callPlus(1), callBoth(1), await callRetried("a"), await callLoad("b"), attempts > 0);
console.log(callHeld(), (held.set(6), callHeld()));
console.log(callTally(), (tally.api.up(), callTally()));
console.log(callScale(), callPair(), callSquare(3), callSquare(3), callNext(), callNext(), callHidden(), callOther());
console.log([plus, held.get, held.set, held.double, held.plus, scale, left, retried].map(({ name }) => name).join("|"));
