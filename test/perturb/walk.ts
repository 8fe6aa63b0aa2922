/** A program of which each file has several forms. Any choice of forms runs; most choices print something else than others. */
export type Forms = Readonly<Record<string, readonly string[]>>;

const target = `import { a } from "./a.js";
import { b } from "./b.js";
import data from "./data.json" with { type: "json" };
import { d } from "dep";
import { pick } from "./star.js";
import { P } from "./class.js";
import { table } from "./table.js";
import { held } from "./closure.js";
import { rows } from "./rows.js";
export function plain(x) { return [a(x), b(x)]; }
export function outside(x) { return [data.v, d(x), pick()]; }
export function made() { const p = new P(); return [p.m(), P.s, Object.keys(p)]; }
export function looked(x) { return [globalThis.GG ?? null, table.one(x), table.two(x)]; }
export function kept() { return [held.get(), rows(3)]; }
export async function later(x) { const { v } = await import("./later.js"); return v + x; }
`;

const dep = (version: number): string =>
  JSON.stringify({ name: "dep", version: `1.0.${version}`, type: "module", main: "i.js" });

export const forms: Forms = {
  "app.js": [
    'import "./patch.js"; import "./global.js"; import * as all from "./target.js";',
    'import "./global.js"; import "./patch.js"; import * as all from "./target.js";',
  ].map(
    (imports) => `${imports}
for (const [name, fn] of Object.entries(all)) for (const x of [1, 2]) console.log(name, JSON.stringify(await fn(x)));
`,
  ),
  "target.js": [target, `\n\n${target}`, target.replace("./b.js", "./b2.js"), target.replace("v + x", "v - x")],
  "a.js": ["x * 2", "x * 3", "/* the same */ (x) * 3"].map((value) => `export function a(x) { return ${value}; }\n`),
  "b.js": ["1", "2"].map((k) => `export const K = ${k}; export function b(x) { return x + K; }\n`),
  "b2.js": ["1", "2"].map((k) => `export function b(x) { return x - ${k}; }\n`),
  "data.json": ['{"v":1}', '{ "v": 1 }', '{"v":2}'],
  "node_modules/dep/package.json": [dep(0), dep(1)],
  "node_modules/dep/i.js": ["export const d = (x) => x;\n"],
  "c1.js": ['export function pick() { return "c1"; }\n'],
  "c2.js": ['export function pick() { return "c2"; }\n', 'export function pick() { return "c3"; }\n'],
  "star.js": ['export * from "./c1.js";\n', 'export * from "./c2.js";\n', 'export { pick } from "./c1.js";\n'],
  "class.js": ["n = 1; m() { return this.n; } static s = 3;", "n = 2; m() { return this.n; } static s = 3;"].map(
    (body) => `export class P { ${body} }\n`,
  ),
  "patch.js": [
    "",
    'import { P } from "./class.js"; P.prototype.m = () => 7;\n',
    'import { P } from "./class.js"; P.s = 8;\n',
  ],
  "global.js": ["", "globalThis.GG = 1;\n", "globalThis.GG = 2;\n"],
  "table.js": ["", "table.two = (x) => x * 9;\n"].map(
    (more) => `export const table = { one: (x) => x + 1, two: (x) => x };\n${more}`,
  ),
  "closure.js": ["4", "5"].map(
    (k) => `function make(k) { let c = k; return { get: () => c }; }\nexport const held = make(${k});\n`,
  ),
  "rows.js": ["i", "i + 1"].map(
    (value) =>
      `function* each(n) { for (let i = 0; i < n; i++) yield ${value}; }\nexport function rows(n) { return [...each(n)]; }\n`,
  ),
  "later.js": ["1", "2"].map((v) => `export const v = ${v};\n`),
};

/** For each step the files that get another form, and which: the same for all times. */
export function* walk(
  steps: number,
  { forms, seed }: { forms: Forms; seed: number },
): Generator<Record<string, string>> {
  let state = seed;
  const below = (count: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * count);
  };
  const files = Object.keys(forms);
  yield Object.fromEntries(files.map((file) => [file, forms[file]?.[0] ?? ""]));
  for (let step = 1; step < steps; step++) {
    const edited = Array.from({ length: 1 + below(2) }, () => files[below(files.length)] ?? "");
    yield Object.fromEntries(edited.map((file) => [file, forms[file]?.[below(forms[file]?.length ?? 1)] ?? ""]));
  }
}
