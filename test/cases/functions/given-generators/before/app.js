import { inspect } from "node:util";
import { closing, count, echo, pages } from "./steps.js";

const ran = (name) => console.error(`ran ${name}`);
// @astrocache
function rows(n, options) {
  ran("rows");
  return count(n, options);
}
// @astrocache
function begun() {
  ran("begun");
  const steps = closing();
  steps.next();
  return steps;
}
// @astrocache
function talk() {
  ran("talk");
  return echo();
}
// @astrocache
function stream(n) {
  ran("stream");
  return pages(n);
}
// @astrocache
async function rest(n) {
  ran("rest");
  const steps = pages(n);
  await steps.next();
  return steps;
}
// @astrocache
function inline(n) {
  ran("inline");
  return (function* () {
    yield n;
  })();
}
// @astrocache
function iterable(n) {
  ran("iterable");
  return { *[Symbol.iterator]() { yield n; } };
}
// @astrocache
async function late(n) {
  ran("late");
  return count(n);
}
let last;
// @astrocache
function kept(n) {
  ran("kept");
  return (last = count(n));
}
const all = async (steps) => {
  const found = [];
  for await (const each of steps) found.push(each.page);
  return found.join();
};

if (process.argv[2] === "whole") {
  const steps = rows(2);
  console.log(inspect(steps), steps instanceof count, Object.getPrototypeOf(steps) === count.prototype, Reflect.ownKeys(steps));
  console.log(steps.next(), steps.next(), steps.next(), steps.next());
  console.log([...begun()].join(), [...talk()].join(), await all(stream(2)), await all(await rest(3)));
  const [one, two] = await Promise.all([rest(2), rest(2)]);
  console.log(one === two, await all(one), await all(two));
} else if (process.argv[2] === "steered") {
  const early = begun();
  console.log(early.return("r"), early.next(), early.next());
  const asked = talk();
  console.log(asked.next("dropped"), asked.next("a"), asked.next("b"), asked.next());
  const stopped = rows(2);
  console.log(stopped.next(), stopped.return("early"), stopped.next());
  const pulled = await rest(3);
  console.log(await Promise.all([pulled.next(), pulled.return("enough"), pulled.next()]));
  const options = { unit: "m" };
  const changed = rows(1, options);
  options.unit = "km";
  console.log(changed.next());
} else {
  console.log([...inline(1)].join(), [...iterable(1)].join(), [...(await late(1))].length, kept(1) === last, [...last].length);
}
