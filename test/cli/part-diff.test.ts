import assert from "node:assert/strict";
import { test } from "node:test";
import { diffLines } from "../../cli/why/part-diff.ts";
import { partText } from "../../loader/analysis/part-text.ts";

/** Texts of one part that people would call the same. */
const same: readonly (readonly [title: string, one: string, other: string])[] = [
  [
    "layout and comments",
    "function f(a) { return a + 1 }",
    "// says why\nfunction f(a) {\n  return (a + 1); // more\n}",
  ],
  ["types", "function f(a, b) { return g(a, b) }", "function f<T>(a: T, b?: number): T { return g(a as T, b!) }"],
  [
    "an edit in a neighbour",
    "function f() {}\nfunction h() { return 1 }",
    "function f() {}\nfunction h() { return 2 }",
  ],
];
for (const [title, one, other] of same) {
  test(`the text of a part: ${title} do not show`, () => {
    assert.notEqual(partText(one, "a.ts", "f"), undefined);
    assert.equal(partText(one, "a.ts", "f"), partText(other, "a.ts", "f"));
  });
}

test("the text of a part: functions that are parts of their own stand without their bodies", () => {
  const text = "class Cart { rate = 2; total(x) { return x.map((y) => y * this.rate) } }";
  assert.equal(partText(text, "a.js", "Cart"), "class Cart {\n  rate = 2;\n  total(x) { … }\n}");
  assert.equal(partText(text, "a.js", "Cart.total"), "total(x) {\n  return x.map(y => y * this.rate);\n}");
});

test("the text of a part: what is not there, or cannot be read", () => {
  assert.equal(partText("function f() {}", "a.ts", "g"), undefined);
  assert.equal(partText("function f( {", "a.ts", "f"), undefined);
  assert.equal(partText("f", "a.css", "f"), undefined);
});

test("a diff shows what changed, with a line around it", () => {
  const before =
    partText('const f = (t) => { const s = t.trim(); log(s); return s.replace(/a/, "b"); }', "a.ts", "f") ?? "";
  const after =
    partText('const f = (t) => { const s = t.trim(); log(s); return s.replace(/c/, "b"); }', "a.ts", "f") ?? "";
  assert.deepEqual(diffLines(before, after), [
    { kind: "same", text: "  log(s);" },
    { kind: "removed", text: '  return s.replace(/a/, "b");' },
    { kind: "added", text: '  return s.replace(/c/, "b");' },
    { kind: "same", text: "}" },
  ]);
  assert.ok(diffLines("a\n".repeat(99), "b\n".repeat(99)).length < 20);
});
