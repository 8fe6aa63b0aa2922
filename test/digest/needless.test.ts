import assert from "node:assert/strict";
import { test } from "node:test";
import { type Files, virtualProgram } from "./virtual-program.ts";

/** Edits of `a.ts` that change nothing for `t` of `t.ts`. */
interface Row {
  readonly what: string;
  readonly rest?: Files;
  readonly before: string;
  readonly after: string;
  /** Of the file of `t`; by default `t` is in `a.ts`. */
  readonly target?: string;
}

const rows: readonly Row[] = [
  {
    what: "an empty statement",
    before: "export function t() { f(); return 1 }",
    after: "export function t() { f();; return 1 }",
  },
  {
    what: "an empty statement in a branch",
    before: "export function t(a) { if (a) { f(); } }",
    after: "export function t(a) { if (a) { f();; } }",
  },
  { what: "how a member is written", before: "export const t = (a) => a.b;", after: 'export const t = (a) => a["b"];' },
  {
    what: "the name of a label",
    before: "export function t(a) { o: for (;;) { for (;;) { if (a) break o; else continue o; } } }",
    after: "export function t(a) { p: for (;;) { for (;;) { if (a) break p; else continue p; } } }",
  },
  {
    what: "a type operator on an imported object",
    rest: { "lib.ts": "export const lib = new Map();" },
    before: 'import { lib } from "./lib.ts"; export function t(k) { return lib.get(k); }',
    after: 'import { lib } from "./lib.ts"; export function t(k) { return (lib!).get(k); }',
  },
  {
    what: "how a method is written that changes what it is called on",
    before: "const TABLE = [1]; export const t = (a) => TABLE.includes(a);",
    after: 'const TABLE = [1]; export const t = (a) => TABLE["includes"](a);',
  },
  {
    what: "a type operator before the environment",
    before: 'export const t = () => process.env["A"];',
    after: "export const t = () => process!.env.A;",
  },
];

for (const { what, rest, before, after, target } of rows) {
  test(`does not count: ${what}`, () => {
    const digests = [before, after].map((text) => {
      const files = { ...rest, "a.ts": text, ...(target === undefined ? {} : { "t.ts": target }) };
      return virtualProgram(files).link(target === undefined ? "a.ts" : "t.ts", "t");
    });
    const [first, second] = digests.map((link) =>
      link.ok ? [link.codeDigest, link.environment.join(), link.state] : link,
    );
    assert.deepEqual(first, second);
  });
}
