import assert from "node:assert/strict";
import { test } from "node:test";
import type { ReasonCode } from "../../runtime/reasons.ts";
import type { Syntax } from "../../loader/analysis/syntax/syntax.ts";
import { functionsOf } from "./functions-of.ts";

type Row = readonly [text: string, code: ReasonCode | undefined, syntax?: Syntax];

/** Of the function named `t`. */
const impossible: readonly Row[] = [
  ["function t() {}", undefined],
  ["class t { constructor() {} }", undefined],
  ["function* t() {}", undefined],
  ["async function* t() {}", undefined],
  ["function* t() { yield arguments }", "generator"],
  ["function* t() { yield () => arguments }", "generator"],
  ["function* t() { var arguments; yield 1 }", "generator", "js"],
  ["class A extends B { *t() { yield super.t() } }", "generator"],
  ["class A extends B { *t() { yield () => super.t() } }", "generator"],
  ["class A { set t(v) {} }", undefined],
  ["class A { get t() { return 1 } }", undefined],
  ["function t() { return eval('1') }", "direct-eval", "js"],
  ["function t() { return () => eval('1') }", "direct-eval", "js"],
  ["function o() { function t() {} eval('1') }", "direct-eval", "js"],
  ["function o() { eval('1') } function t() {}", undefined, "js"],
  ["function t() { return (0, eval)('1') + eval?.('1') }", undefined, "js"],
  ["function t(eval) { return eval('1') }", undefined, "js"],
  ["function t() { return (eval as any)('1') }", "direct-eval"],
  ["function t(a) { with (a) b }", "with-statement", "js"],
  ["function t(a) { return () => { with (a) b } }", "with-statement", "js"],
  ["with (a) { function t() { return b } }", "with-statement", "js"],
  ["function o(a) { with (a) b; function t() {} }", undefined, "js"],
  ["function t(a) { var a; return a }", undefined],
  ["function t(a) { var a; return arguments }", "parameter-clash"],
  ["function t({ a }) { var a; return arguments }", undefined],
  ["function t(a = 1) { var a; return arguments }", undefined],
  ["function t(a) { var arguments; return a }", undefined, "js"],
  ["class A extends B { constructor() { const t = () => super() } }", "super-before-this"],
  ["class A extends B { constructor() { const t = () => this.a } }", "super-before-this"],
  ["class A extends B { constructor() { const t = () => 1 } }", undefined],
  ["class A extends B { constructor() { function t() { return this } } }", undefined],
  ["class A { constructor() { const t = () => this.a } }", undefined],
  ["class A extends B { x = () => { const t = () => super.a } }", undefined],
];

test("what can never be rewritten is told", () => {
  for (const [text, code, syntax] of impossible) assert.equal(target(text, syntax)?.impossible, code, text);
  assert.equal(functionsOf("class A { constructor() {} }").facts[0]?.impossible, "constructor");
});

/** What the caller of a generator can change: by what it sends, by having it return. */
const steered: readonly (readonly [text: string, sent: boolean, returned: boolean])[] = [
  ["function* t() { yield 1; for (const x of a) yield x; return 2 }", false, false],
  ["function* t() { const x = yield 1 }", true, false],
  ["function* t() { yield* a }", true, true],
  ["function* t() { try { yield 1 } catch {} }", true, false],
  ["function* t() { try { yield 1 } finally { done() } }", true, false],
  ["function* t() { try { yield 1 } finally { yield 2 } }", true, true],
  ["function* t() { for (;;) try { yield 1 } finally { if (a) break } }", true, true],
  ["function* t() { try { yield 1 } finally { (() => { return 2 })() } }", true, false],
  ["function* t() { yield () => { try { } finally { return 1 } } }", false, false],
  ["function t() { try { } finally { return 1 } }", false, false],
];

test("what may steer a generator is told", () => {
  for (const [text, sent, returned] of steered) {
    const { answersSent, answersReturn } = target(text) ?? {};
    assert.deepEqual([answersSent, answersReturn], [sent, returned], text);
  }
});

const doubtful: readonly Row[] = [
  ["function t() { return 1 }", undefined],
  ["function t() { console.log(1) }", "no-result"],
  ["async function t() { await foo() }", "no-result"],
  ["const t = () => { foo() }", "no-result"],
  ["const t = () => foo()", undefined],
  ["function t() { return }", "no-result"],
  ["function t() { if (a) return 1 }", undefined],
  ["function t() { try { for (;;) { return a } } catch {} }", undefined],
  ["function t() { list.map((x) => { return x }) }", "no-result"],
  ["function* t() { yield 1 }", undefined],

  ["function t() { return Date.now() }", "reads-clock"],
  ["function t() { return Date['now']() }", "reads-clock"],
  ["function t() { return globalThis.Date.now }", "reads-clock"],
  ["function t() { return new Date() }", "reads-clock"],
  ["function t() { return new Date }", "reads-clock"],
  ["function t() { return Date() }", "reads-clock"],
  ["function t(a) { return new Date(a) }", undefined],
  ["function t(Date) { return Date.now() + new Date() }", undefined],
  ["function t() { return performance.now() }", "reads-clock"],
  ["function t() { return process.hrtime.bigint() }", "reads-clock"],
  ["import { performance as p } from 'node:perf_hooks'; function t() { return p.now() }", "reads-clock"],
  ["import process from 'node:process'; function t() { return process.uptime() }", "reads-clock"],
  ["function t() { return list.map((x) => Date.now() - x) }", "reads-clock"],
  ["function t() { return cache.now() }", undefined],
  ["function t(a = Date.now()) { return a }", "reads-clock"],

  ["function t() { return Math.random() }", "reads-random"],
  ["function t() { return crypto.randomUUID() }", "reads-random"],
  ["function t() { return crypto.getRandomValues(new Uint8Array(1)) }", "reads-random"],
  ["import { randomBytes as r } from 'crypto'; function t() { return r(1) }", "reads-random"],
  ["import * as c from 'node:crypto'; function t() { return c.webcrypto.randomUUID() }", "reads-random"],
  ["const { randomInt } = require('crypto'); function t() { return randomInt(1) }", "reads-random"],
  ["function t() { return require('crypto').randomInt(1) }", "reads-random"],
  ["import { createHash } from 'crypto'; function t() { return createHash('sha1') }", undefined],

  ["import fs from 'fs'; function t() { fs.writeFileSync('a', ''); return 1 }", "writes-files"],
  ["import * as fs from 'node:fs'; function t() { return fs.promises.rm('a') }", "writes-files"],
  ["import { promises as fs } from 'node:fs'; function t() { return fs.mkdir('a') }", "writes-files"],
  ["import { writeFile } from 'fs/promises'; function t() { return writeFile('a', '') }", "writes-files"],
  ["import fs = require('fs'); function t() { return fs['unlinkSync']('a') }", "writes-files"],
  [
    "const { promises: { appendFile: add } } = require('node:fs'); function t() { return add('a', '') }",
    "writes-files",
  ],
  ["const fs = require('fs').promises; function t() { return fs.rename('a', 'b') }", "writes-files"],
  ["import fs from 'fs'; function t() { return fs.createWriteStream('a') }", "writes-files"],
  ["import fs from 'fs'; function t() { return fs.readFileSync('a') }", undefined],
  ["import { writeFile } from './own.js'; function t() { return writeFile('a') }", undefined],
  ["function t(fs) { return fs.writeFileSync('a') }", undefined],
  ["import fs from 'fs'; function t() { fs.mkdirSync('a') }", "writes-files"],

  ["function t() { process.exit(1) }", "ends-process"],
  ["import { exit } from 'node:process'; function t() { return exit() }", "ends-process"],
  ["function t() { process.env.A = '1'; return 1 }", "ends-process"],
  ["function t(a) { process.env[a] = '1'; return 1 }", "ends-process"],
  ["function t() { delete process.env.A; return 1 }", "ends-process"],
  ["function t() { process.exitCode ??= 1; return 1 }", "ends-process"],
  ["function t() { return process.chdir('a') }", "ends-process"],
  ["function t() { return process.env.A }", undefined],
];

test("what a pattern for whole files leaves alone is told", () => {
  for (const [text, code, syntax] of doubtful) assert.equal(target(text, syntax)?.doubtful, code, text);
});

function target(text: string, syntax?: Syntax) {
  return functionsOf(text, syntax).facts.find(({ name }) => name?.split(".").at(-1) === "t");
}
