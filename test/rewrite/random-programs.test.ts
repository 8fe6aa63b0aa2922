import assert from "node:assert/strict";
import { test } from "node:test";
import { createContext, Script } from "node:vm";
import * as fc from "fast-check";
import { rewrite } from "../../loader/rewrite/rewrite.ts";
import { tail } from "../../loader/rewrite/tail.ts";
import { factsOf } from "./facts-of.ts";
import { passThrough } from "./pass-through.ts";
import { randomProgram } from "./random-program.ts";

/** What programs are given: they log to `seen`, and stop when they have called each other too often. */
const prelude = `
  Function.prototype.toString = () => "a function";
  var seen = [], fuel = 300;
  function spend() { if (--fuel < 0) throw "no fuel"; }
  function show(v, depth = 0) {
    if (typeof v === "function") return "function " + v.name + v.length;
    if (Array.isArray(v)) return depth > 2 ? "[…]" : "[" + v.map((x) => show(x, depth + 1)) + "]";
    if (v === globalThis) return "global";
    if (v instanceof Error) return v.name;
    if (v !== null && typeof v === "object") return depth > 2 ? "{…}" : "{" + Object.keys(v).map((k) => k + show(v[k], depth + 1)) + "}";
    return typeof v + String(v);
  }
  function log(v) { seen.push(show(v)); }
  function attempt(f) { try { f(); } catch (error) { log(error); } }
`;

/** Wrapped as CommonJS is. */
function script(text: string): Script {
  return new Script(`${prelude};(function (exports) {${text}\n})({}); seen`);
}

function run(text: string): readonly string[] {
  const context = createContext({ [Symbol.for("astrocache")]: passThrough });
  return [...(script(text).runInContext(context, { timeout: 60_000 }) as string[])];
}

function isScript(text: string): boolean {
  try {
    script(text);
    return true;
  } catch {
    // A text that is none, such as one with \`arguments\` where it may not be, says nothing about rewriting.
    return false;
  }
}

test("random programs see the same when all, or some, of their functions are rewritten", () => {
  let compared = 0;
  const property = fc.property(fc.gen(), (value) => {
    const text = randomProgram((max) => value(fc.nat, { max }));
    if (!isScript(text)) return;
    const functions = factsOf(text, "a.cjs", "commonjs")?.functions ?? assert.fail("it should be parsed");
    const possible = functions.filter(({ impossible }) => impossible === undefined);
    const some = possible.filter(() => value(fc.boolean));
    const expected = run(text);
    for (const selected of [possible, some]) {
      const { code, helpers } = rewrite({ text, functions: selected });
      const whole = code + tail({ url: "file:///a.cjs", textHash: "h", helpers, accessors: undefined });
      assert.deepEqual(run(whole), expected, `${text}\n=>\n${code}`);
    }
    compared += possible.length;
  });
  fc.assert(property, { numRuns: Number(process.env["RUNS"] ?? 200), includeErrorInReport: true });
  assert.ok(compared > 500, `only ${compared} functions were compared`);
});
