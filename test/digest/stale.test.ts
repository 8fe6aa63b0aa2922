import assert from "node:assert/strict";
import { test } from "node:test";
import { type Files, virtualProgram } from "./virtual-program.ts";

/** An edit of `a.ts` that changes what `t` of `t.ts` gives. Each row was missed once, or is next to one that was. */
interface Row {
  readonly what: string;
  readonly rest?: Files;
  readonly target: string;
  readonly before: string;
  readonly after: string;
}

const rows: readonly Row[] = [
  {
    what: "another member of an imported object",
    rest: { "lib.ts": "export const lib = { a: () => 1, b: () => 2 };" },
    target: 'import { f } from "./a.ts"; export function t() { return f(); }',
    before: 'import { lib } from "./lib.ts"; export function f() { return lib.a(); }',
    after: 'import { lib } from "./lib.ts"; export function f() { return lib.b(); }',
  },
  {
    what: "the name of an enum's member",
    target: 'import { E } from "./a.ts"; export function t(k) { return E[k]; }',
    before: "export enum E { One, Two }",
    after: "export enum E { One, Three }",
  },
  {
    what: "the factory of a JSX pragma",
    target: 'import { f } from "./b.tsx"; export function t() { return f(); }',
    rest: { "b.tsx": '/** @jsx h */ import { h } from "./a.ts"; export function f() { return <p/>; }' },
    before: "export function h(type) { return type; }",
    after: "export function h(type) { return [type]; }",
  },
  {
    what: "the fragments of a JSX pragma",
    target: 'import { f } from "./b.tsx"; export function t() { return f(); }',
    rest: {
      "b.tsx":
        '/** @jsx h @jsxFrag F */ import { h } from "./h.ts"; import { F } from "./a.ts"; export function f() { return <></>; }',
      "h.ts": "export function h(type) { return type; }",
    },
    before: "export const F = () => 1;",
    after: "export const F = () => 2;",
  },
  {
    what: "what a statement does to a class that it hands out",
    target: 'import { F } from "./a.ts"; export function t() { return new F().b(); }',
    before: "export class F {} function mix(c) { c.prototype.b = () => 1; } mix(F);",
    after: "export class F {} function mix(c) { c.prototype.b = () => 2; } mix(F);",
  },
  {
    what: "the member of a namespace that an import alias names",
    rest: { "n.ts": "export namespace N { export function f() { return 1; } export function g() { return 2; } }" },
    target: 'import { u } from "./a.ts"; export function t() { return u(); }',
    before: 'import { N } from "./n.ts"; import f = N.f; export function u() { return f(); }',
    after: 'import { N } from "./n.ts"; import f = N.g; export function u() { return f(); }',
  },
  {
    what: "another export of a module whose exports cannot be told apart",
    rest: { "lib.js": "for (const k of ['x', 'y']) exports[k] = () => k;" },
    target: 'import { f } from "./a.ts"; export function t() { return f(); }',
    before: 'import { x as z } from "./lib.js"; export function f() { return z(); }',
    after: 'import { y as z } from "./lib.js"; export function f() { return z(); }',
  },
  {
    what: "another member of what a module exports in an unknown way",
    rest: { "lib.js": "exports = module.exports = {}; const t = (exports.t = {}); t.A = 1; t.B = 2;" },
    target: 'import { f } from "./a.ts"; export function t() { return f(); }',
    before: 'import { t as z } from "./lib.js"; export function f() { return z.A; }',
    after: 'import { t as z } from "./lib.js"; export function f() { return z.B; }',
  },
  {
    what: "React's classic factory",
    target: 'import { f } from "./b.tsx"; export function t() { return f(); }',
    rest: { "b.tsx": 'import * as React from "./a.ts"; export function f() { return <p/>; }' },
    before: "export function createElement(type) { return type; }",
    after: "export function createElement(type) { return [type]; }",
  },
];

for (const { what, rest, target, before, after } of rows) {
  test(`counts: ${what}`, () => {
    const digests = [before, after].map((text) => {
      const program = virtualProgram({ ...rest, "a.ts": text, "t.ts": target });
      return program.digest("t.ts", "t");
    });
    assert.notEqual(...(digests as [string, string]));
  });
}
