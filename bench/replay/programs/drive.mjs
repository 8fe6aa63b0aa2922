/**
 * Makes the calls of a program and prints what each gave, and whether the cache answered: one line of JSON for each target.
 * Arguments are made anew for each call.
 */
import { subscribe } from "node:diagnostics_channel";
import { inspect } from "node:util";

const { calls, asked = {}, inputs, own } = await import(process.argv[2]).then((module) => module.default ?? module);

let outcome = "none";
subscribe("astrocache:hit", () => (outcome = "hit"));
subscribe("astrocache:miss", () => (outcome = "miss"));
subscribe("astrocache:bypass", ({ reason }) => (outcome = reason));

const whole = { depth: Infinity, maxArrayLength: Infinity, maxStringLength: Infinity, breakLength: Infinity };

for (const [name, list] of Object.entries(inputs)) {
  const results = list.map((args) => {
    outcome = "none";
    const text = resultOf(calls[name], structuredClone(args));
    return [text, outcome];
  });
  const target = Object.hasOwn(asked, name) ? asked[name] : name;
  console.log(JSON.stringify({ name, asked: target, own: String(own(target)), results }));
}

/** A throw gives nothing that could be kept: null. */
function resultOf(fn, args) {
  try {
    return inspect(fn(...args), whole);
  } catch {
    return null;
  }
}
