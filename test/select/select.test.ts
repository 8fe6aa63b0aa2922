import assert from "node:assert/strict";
import { test } from "node:test";
import { parsePatterns } from "../../loader/select/patterns.ts";
import { select, type Selection } from "../../loader/select/select.ts";
import { unmatchedText } from "../../loader/select/unmatched.ts";
import type { TagFacts } from "../../loader/analysis/functions/tag-facts.ts";
import { thrown } from "../config/errors.ts";
import { moduleWith, type FunctionSketch } from "./module.ts";

const functions: readonly FunctionSketch[] = [
  { name: "load" },
  { name: "now", doubtful: "reads-clock" },
  { name: "Cart.total", form: "class-method", usesThis: true },
  { name: "Cart.size", form: "getter" },
  { name: "Cart.constructor", form: "constructor", impossible: "constructor" },
  { name: "outer.inner" },
  { name: undefined, form: "arrow" },
];
const facts = moduleWith(functions);

function pick(patterns: string, tags: readonly TagFacts[] = [], mode: "on" | "bypass" = "on"): Selection {
  const parsed = patterns === "" ? [] : parsePatterns(patterns);
  return select({ ...facts, tags }, "src/a.ts", parsed, { mode });
}

function names({ targets, declined }: Selection): { targets: readonly string[]; declined: readonly string[] } {
  const name = (index: number): string => functions[index]?.name ?? "anonymous";
  return {
    targets: targets.map(({ index, named }) => name(index) + (named ? "!" : "")),
    declined: declined.map(({ index, note }) => `${name(index)}: ${note.code}`),
  };
}

const tag = (index: number | undefined, text = ""): TagFacts => ({ text, line: 3, column: 4, function: index });

const rows: readonly (readonly [patterns: string, targets: readonly string[], declined: readonly string[]])[] = [
  ["", [], []],
  ["other.ts", [], []],
  ["src/a.ts", ["load"], ["now: reads-clock"]],
  ["src/a.ts#*", ["load"], ["now: reads-clock"]],
  [
    "src/a.ts#**",
    ["load", "Cart.total", "outer.inner", "anonymous"],
    ["now: reads-clock", "Cart.size: accessor", "Cart.constructor: constructor"],
  ],
  ["src/a.ts#now", ["now!"], []],
  ["src/a.ts, src/a.ts#now", ["load", "now!"], []],
  ["src/a.ts#Cart.*", ["Cart.total!"], ["Cart.size: accessor", "Cart.constructor: constructor"]],
  ["src/**#outer.inner", ["outer.inner!"], []],
  ["src/**, !src/a.ts", [], []],
  ["src/**#**, !src/**#Cart.**", ["load", "outer.inner", "anonymous"], ["now: reads-clock"]],
  ["!**#**, src/**", [], []],
];
for (const [patterns, targets, declined] of rows) {
  test(`the pattern ${JSON.stringify(patterns)}`, () => assert.deepEqual(names(pick(patterns)), { targets, declined }));
}

const tagged: readonly (readonly [
  index: number,
  patterns: string,
  targets: readonly string[],
  declined: readonly string[],
])[] = [
  [0, "", ["load!"], []],
  [1, "", ["now!"], []],
  [3, "", ["Cart.size!"], []],
  [4, "", [], ["Cart.constructor: constructor"]],
  [6, "", ["anonymous!"], []],
  [1, "src/a.ts", ["load", "now!"], []],
  [1, "!src/a.ts", [], []],
  [1, "!src/a.ts#now", [], []],
  [1, "!src/b.ts", ["now!"], []],
];
for (const [index, patterns, targets, declined] of tagged) {
  test(`a tag on ${functions[index]?.name ?? "an arrow"} and the pattern ${JSON.stringify(patterns)}`, () => {
    assert.deepEqual(names(pick(patterns, [tag(index)])), { targets, declined });
  });
}

test("in the mode bypass everything that can be rewritten is a target", () => {
  assert.deepEqual(names(pick("**#**", [], "bypass")), {
    targets: ["load", "now", "Cart.total", "Cart.size", "outer.inner", "anonymous"],
    declined: ["Cart.constructor: constructor"],
  });
});

test("what is declined says where", () => {
  const { declined } = pick("src/a.ts");
  assert.deepEqual(declined, [{ index: 1, named: false, note: { code: "reads-clock", file: "src/a.ts", line: 2 } }]);
});

test("options: the tag wins over the pattern, a later pattern over an earlier one, each over the defaults", () => {
  const entry = (options: object): object => ({ pattern: "src/a.ts#load", from: "config", options });
  const patterns = parsePatterns([entry({ ttl: 2, version: "p" }), entry({ ttl: 3, ignore: ["a"] })] as never);
  const all = select({ ...facts, tags: [tag(0, "version=t")] }, "src/a.ts", patterns, {
    mode: "on",
    defaults: { ttl: 1 },
  });
  assert.deepEqual(all.targets[0]?.options, { ttl: 3, version: "t", ignore: ["a"] });
  const defaults = select(facts, "src/a.ts", parsePatterns("src/a.ts#load"), { mode: "on", defaults: { ttl: 1 } });
  assert.deepEqual(defaults.targets[0]?.options, { ttl: 1, ignore: [] });
});

const wrong: readonly (readonly [tags: readonly TagFacts[], code: string, message: string])[] = [
  [
    [tag(undefined)],
    "MISPLACED_TAG",
    "src/a.ts:3:4: the tag belongs to no function. Put it right before a function, the statement that holds it, or a member of a class or an object.",
  ],
  [
    [tag(0), tag(0)],
    "INVALID_TAG",
    "src/a.ts:3:4: the function load has a second tag. Write one tag with all options.",
  ],
  [[tag(0, "tll=1d")], "INVALID_TAG", 'src/a.ts:3:16: unknown option "tll". Did you mean ttl?'],
  [
    [tag(0, "ttl=1d ignore=a,loger.x")],
    "INVALID_TAG",
    "src/a.ts:3:32: ignore=loger.x names no input of load. Did you mean logger?",
  ],
  [
    [tag(0, "ignore=this")],
    "INVALID_TAG",
    "src/a.ts:3:23: ignore=this names no input of load. Known are a, options and logger.",
  ],
];
for (const [tags, code, message] of wrong) {
  test(`refused: ${message}`, () =>
    assert.deepEqual(
      thrown(() => pick("", tags)),
      [code, `astrocache: ${message}`],
    ));
}

test("a wrong option is placed by the source line, whatever spaces it has", () => {
  const context = { mode: "on", sourceLine: () => "// @astrocache   tll=1d" } as const;
  const run = (): unknown => select({ ...facts, tags: [tag(0, "tll=1d")] }, "src/a.ts", [], context);
  assert.deepEqual(thrown(run), ["INVALID_TAG", 'astrocache: src/a.ts:3:18: unknown option "tll". Did you mean ttl?']);
});

test("ignore may name captures, and this where it is used", () => {
  const { targets } = pick("", [tag(2, "ignore=this.log,options.signal")]);
  assert.deepEqual(targets[0]?.options.ignore, ["this.log", "options.signal"]);
});

const unmatched: readonly (readonly [pattern: string, text: string | undefined])[] = [
  ["src/a.ts#load", undefined],
  ["src/a.ts#laod", "astrocache: the pattern src/a.ts#laod matched no function. Did you mean src/a.ts#load?"],
  ["src/a.ts#Cart", "astrocache: the pattern src/a.ts#Cart matched no function. Did you mean src/a.ts#Cart.*?"],
  ["src/a.ts#total", "astrocache: the pattern src/a.ts#total matched no function. Did you mean src/a.ts#Cart.total?"],
  ["src/a.ts#somethingElse", "astrocache: the pattern src/a.ts#somethingElse matched no function."],
  ["src/*.ts#laod", undefined],
  ["src/a.ts#laod*", undefined],
  ["src/b.ts#laod", undefined],
];
for (const [pattern, text] of unmatched) {
  test(`${pattern} is ${text === undefined ? "no mistake" : "a mistake"}`, () => {
    assert.deepEqual(pick(pattern).unmatched.map(unmatchedText), text === undefined ? [] : [text]);
  });
}
