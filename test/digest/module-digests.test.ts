import assert from "node:assert/strict";
import { test } from "node:test";
import { type Files, virtualProgram } from "./virtual-program.ts";

const BASE: Files = {
  "a.ts":
    'import { b, other } from "./b.ts";\nimport { c } from "./c.ts";\nconst unused = 1;\nexport function a(n: number) { return b(n) - c(n); }\n',
  "b.ts":
    'import { c } from "./c.ts";\nexport function b(n: number) { return n > 0 ? c(n - 1) : 0; }\nexport const other = 1;\n',
  "c.ts": 'import { b } from "./b.ts";\nexport function c(n: number): number { return n > 0 ? b(n - 1) : 1; }\n',
  "d.ts": "export function d() { return 4; }\n",
};

/** Modules whose own digest changes, and those whose chained digest does. */
function changed(edit: Files): readonly [own: string, chained: string] {
  const before = virtualProgram(BASE);
  const after = virtualProgram({ ...BASE, ...edit });
  const differing = (key: "own" | "chained"): string =>
    Object.keys(BASE)
      .filter((file) => before.module(file)[key] !== after.module(file)[key])
      .map((file) => file[0])
      .join("");
  return [differing("own"), differing("chained")];
}

const text = (file: string): string => BASE[file] ?? "";
const edits: readonly (readonly [what: string, edit: Files, own: string, chained: string])[] = [
  ["a comment", { "c.ts": `// c\n${text("c.ts")}` }, "", ""],
  ["a type", { "c.ts": text("c.ts").replace("(n: number): number", "(n)") }, "", ""],
  [
    "the name of a parameter",
    { "c.ts": "import { b } from './b.ts'\nexport function c(x) { return x > 0 ? b(x - 1) : 1 }" },
    "",
    "",
  ],
  ["a body in a circle of imports", { "c.ts": text("c.ts").replace(": 1", ": 2") }, "c", "abc"],
  ["a body that nothing imports", { "d.ts": "export function d() { return 5; }" }, "d", "d"],
  ["a constant that nobody uses", { "b.ts": text("b.ts").replace("other = 1", "other = 2") }, "b", "abc"],
  ["the top of a program", { "a.ts": text("a.ts").replace("unused = 1", "unused = 2") }, "a", "a"],
  ["an export more", { "d.ts": `${text("d.ts")}export { d as e };` }, "d", "d"],
  [
    "an import from another module",
    { "a.ts": text("a.ts").replace('c } from "./c.ts"', 'd as c } from "./d.ts"') },
    "a",
    "a",
  ],
  ["two names that change places", { "a.ts": text("a.ts").replace("b(n) - c(n)", "c(n) - b(n)") }, "a", "a"],
  [
    "two modules that change places",
    {
      "a.ts": text("a.ts")
        .replace('other } from "./b.ts"', 'other } from "./c.ts"')
        .replace('{ c } from "./c.ts"', '{ c } from "./b.ts"'),
    },
    "",
    "a",
  ],
];
for (const [what, edit, own, chained] of edits)
  test(`module digests after an edit of ${what}`, () => assert.deepEqual(changed(edit), [own, chained]));

test("module digests do not name files", () => {
  const here = virtualProgram({ "a.ts": 'export { b } from "./b.ts";', "b.ts": "export const b = 1;" });
  const there = virtualProgram({ "x/y.ts": 'export { b } from "./z.ts";', "x/z.ts": "export const b = 1;" });
  assert.deepEqual(here.module("a.ts"), there.module("x/y.ts"));
});
