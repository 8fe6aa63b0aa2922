import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test, type TestContext } from "node:test";
import type { PartFacts } from "../../runtime/call/link.ts";
import { changedParts } from "../../runtime/report/changed-parts.ts";
import {
  createHistory,
  MAX_CALLS,
  MAX_SKETCHES,
  MAX_VERSIONS,
  type HistoricCall,
  type History,
} from "../../runtime/report/history.ts";

function folder(t: TestContext): string {
  const made = mkdtempSync(path.join(tmpdir(), "astrocache-history-"));
  t.after(() => rmSync(made, { recursive: true }));
  return path.join(made, "history");
}

function part(label: string, digest: string, via?: string): PartFacts {
  return { label, digest, kind: "function", refs: [], ...(via === undefined ? {} : { via }) };
}

/** The cause, with the changes by their labels. */
function causeOf(history: History, one: HistoricCall): { cause: string; changed: readonly string[] } {
  const { cause, changes } = history.cause(one);
  return { cause, changed: changes.map(({ label }) => label) };
}

/** The target `report()` reaches `parse()`, which reaches `normalize()`; the argument is the text of `normalize`. */
function parts(normalize: string): PartFacts[] {
  return [
    part("src/a.ts#report", "report"),
    part("src/b.ts#parse", "parse", "src/a.ts#report"),
    part("src/text.ts#normalize", normalize, "src/b.ts#parse"),
  ];
}

function call(normalize: string, inputs: string, target = "my-app:src/a.ts#report"): HistoricCall {
  return {
    target,
    codeDigest: `digest of ${normalize}`,
    key: `${normalize} ${inputs}`,
    inputs,
    situation: `s ${inputs}`,
    parts: () => parts(normalize),
  };
}

const isNew = { cause: "new", changed: [] };
const isLost = { cause: "lost", changed: [] };
const isChanged = { cause: "code-changed", changed: ["src/text.ts#normalize"] };

test("within one process", (t) => {
  const history = createHistory(folder(t));
  assert.deepEqual(causeOf(history, call("v1", "x")), isNew);
  history.answered(call("v1", "x"));
  assert.deepEqual(causeOf(history, call("v1", "x")), isLost);
  assert.deepEqual(causeOf(history, call("v1", "y")), isNew);
  assert.deepEqual(causeOf(history, call("v2", "x")), isChanged);
  assert.deepEqual(causeOf(history, call("v2", "x", "my-app:src/a.ts#other")), isNew);
});

test("module data that differs makes a call new, not lost", (t) => {
  const history = createHistory(folder(t));
  history.answered(call("v0", "x"));
  history.answered(call("v1", "x"));
  assert.deepEqual(
    causeOf(history, { ...call("v1", "x"), key: "v1 x, other data", situation: "s x, other data" }),
    isNew,
  );
});

test("between processes", (t) => {
  const at = folder(t);
  const first = createHistory(at);
  first.answered(call("v1", "x"));
  first.flush();
  const second = createHistory(at);
  assert.deepEqual(causeOf(second, call("v2", "x")), isChanged);
  assert.deepEqual(causeOf(second, call("v2", "y")), isNew);
  second.answered(call("v2", "x"));
  second.flush();
  const third = createHistory(at);
  assert.deepEqual(causeOf(third, call("v1", "x")), isLost, "the code went back, the entry is gone");
  assert.deepEqual(causeOf(third, call("v3", "x")), isChanged);
  assert.equal(statSync(at).mode & 0o777, 0o700);
  assert.equal(statSync(path.join(at, readdirSync(at)[0] ?? "")).mode & 0o777, 0o600);
});

test("the last answering version is the one that is compared with", (t) => {
  const at = folder(t);
  const history = createHistory(at);
  const version = (codeDigest: string, a: string, b: string): HistoricCall => ({
    target: "t",
    codeDigest,
    key: `${codeDigest} x`,
    inputs: "x",
    situation: "s x",
    parts: () => [part("a", a), part("b", b)],
  });
  history.answered(version("1", "a1", "b1"));
  history.flush();
  history.answered(version("2", "a2", "b1"));
  history.flush();
  assert.deepEqual(causeOf(createHistory(at), version("3", "a2", "b2")), { cause: "code-changed", changed: ["b"] });
  history.answered(version("1", "a1", "b1"));
  assert.deepEqual(
    causeOf(history, version("3", "a2", "b2")),
    { cause: "code-changed", changed: ["a", "b"] },
    "used again, it is the last",
  );
});

test("what several processes write at once is merged", (t) => {
  const at = folder(t);
  const [one, two] = [createHistory(at), createHistory(at)];
  one.answered(call("v1", "x"));
  two.answered(call("v1", "y"));
  two.answered(call("v2", "z"));
  one.flush();
  two.flush();
  const later = createHistory(at);
  assert.deepEqual(
    [causeOf(later, call("v1", "x")), causeOf(later, call("v1", "y")), causeOf(later, call("v2", "z"))],
    [isLost, isLost, isLost],
  );
});

test("a run of known hits writes nothing", (t) => {
  const at = folder(t);
  const first = createHistory(at);
  first.answered(call("v1", "x"));
  first.flush();
  const file = path.join(at, readdirSync(at)[0] ?? "");
  const before = statSync(file, { bigint: true });
  const second = createHistory(at);
  second.answered(call("v1", "x"));
  second.flush();
  const after = statSync(file, { bigint: true });
  assert.deepEqual([after.ino, after.mtimeNs], [before.ino, before.mtimeNs]);
});

test("it is bounded", (t) => {
  const at = folder(t);
  const history = createHistory(at);
  for (let version = 0; version < MAX_VERSIONS + 3; version += 1) {
    history.answered(call(`v${version}`, `only ${version}`));
    history.flush();
  }
  for (let index = 0; index < MAX_CALLS + 50; index += 1)
    history.answered(call("last", String(index).padStart(16, "0")));
  history.flush();
  const stored = JSON.parse(readFileSync(path.join(at, readdirSync(at)[0] ?? ""), "utf8")) as {
    versions: { calls: string[] }[];
  };
  assert.equal(stored.versions.length, MAX_VERSIONS);
  assert.equal(stored.versions.at(-1)?.calls.length, MAX_CALLS);
  assert.deepEqual(causeOf(history, call("other", "only 0")), isNew);
  assert.deepEqual(causeOf(history, call("other", String(MAX_CALLS + 49).padStart(16, "0"))), isChanged);
});

const damage = [
  "",
  "{",
  "null",
  "[]",
  '{"format":2,"versions":[]}',
  '{"format":1,"versions":[{"codeDigest":1}]}',
  '{"format":1,"versions":[null,{"codeDigest":"c","parts":[{}],"calls":[]}]}',
];
for (const text of damage) {
  test(`a damaged file: ${JSON.stringify(text)}`, (t) => {
    const at = folder(t);
    const history = createHistory(at);
    history.answered(call("v1", "x"));
    history.flush();
    const file = path.join(at, readdirSync(at)[0] ?? "");
    writeFileSync(file, text);
    assert.deepEqual(causeOf(history, call("v1", "x")), isNew);
    history.answered(call("v1", "y"));
    history.flush();
    assert.deepEqual(causeOf(createHistory(at), call("v1", "y")), isLost, "it is written anew");
  });
}

test("a folder that cannot be made costs the memory only", (t) => {
  const at = folder(t);
  writeFileSync(at, "a file stands in its place");
  const history = createHistory(at);
  history.answered(call("v1", "x"));
  history.flush();
  assert.deepEqual(causeOf(history, call("v1", "x")), isNew);
});

type Sketch = Readonly<Record<string, string>>;
const sketch = (labels: Sketch): PartFacts[] => Object.entries(labels).map(([label, digest]) => part(label, digest));

const changes: readonly (readonly [title: string, before: Sketch, after: Sketch, changed: readonly string[]])[] = [
  ["nothing", { a: "1" }, { a: "1" }, []],
  ["one part", { a: "1", b: "1" }, { a: "1", b: "2" }, ["b"]],
  ["two parts", { b: "1", a: "1" }, { b: "2", a: "2" }, ["a", "b"]],
  ["an edit that reaches a new part", { a: "1" }, { a: "2", b: "1" }, ["a"]],
  ["an edit that no longer reaches a part", { a: "1", b: "1" }, { a: "2" }, ["a"]],
  ["a part in place of another one", { a: "1", b: "1" }, { a: "1", c: "1" }, ["b", "c"]],
  [
    "another version of a package",
    { "a": "1", "package x@1.0.0": "1" },
    { "a": "1", "package x@2.0.0": "2" },
    ["package x@2.0.0"],
  ],
  [
    "a scoped package and an edit",
    { "a": "1", "package @s/x@1.0.0": "1" },
    { "a": "2", "package @s/x@1.1.0": "2" },
    ["a", "package @s/x@1.1.0"],
  ],
  ["a package removed by an edit", { "a": "1", "package x@1.0.0": "1" }, { a: "2" }, ["a"]],
  ["a package alone that went", { "a": "1", "package x@1.0.0": "1" }, { a: "1" }, ["package x@1.0.0"]],
];
for (const [title, before, after, changed] of changes) {
  test(`changed: ${title}`, () => assert.deepEqual(changedParts(sketch(before), sketch(after)), changed));
}

test("parts that share a label count together", () => {
  const two = (other: string): PartFacts[] => [part("a", "1"), part("a", other)];
  assert.deepEqual(changedParts(two("2"), two("3")), ["a"]);
  assert.deepEqual(changedParts(two("2"), two("2").reverse()), []);
});

test("a change is told with the way to it, its place and both texts", (t) => {
  const at = folder(t);
  const versions = (digest: string, line: number): PartFacts[] =>
    parts(digest).map((one) =>
      one.label === "src/text.ts#normalize" ? { ...one, file: "src/text.ts", line, text: `text ${digest}` } : one,
    );
  const first = createHistory(at);
  first.answered({ ...call("v1", "x"), parts: () => versions("v1", 3) });
  first.flush();
  const { changes } = createHistory(at).cause({ ...call("v2", "x"), parts: () => versions("v2", 12) });
  const chain = ["src/a.ts#report", "src/b.ts#parse", "src/text.ts#normalize"];
  assert.deepEqual(changes, [
    {
      label: "src/text.ts#normalize",
      kind: "function",
      what: "edited",
      chain: chain.map((label) => ({ label, kind: "function" })),
      file: "src/text.ts",
      line: 12,
      textBefore: "text v1",
      textAfter: "text v2",
    },
  ]);
});

test("a new call is compared with the nearest earlier one, of this run and of others", (t) => {
  const at = folder(t);
  const first = createHistory(at);
  first.answered({ ...call("v1", "x"), sketch: { a: "1", b: "1" } });
  first.answered({ ...call("v1", "y"), sketch: { a: "2", b: "2" } });
  first.flush();
  const second = createHistory(at);
  assert.equal(second.novelty("my-app:src/a.ts#report"), undefined);
  second.cause({ ...call("v1", "z"), sketch: { a: "3", b: "2" } });
  assert.deepEqual(second.novelty("my-app:src/a.ts#report"), {
    earlier: 2,
    differs: [{ path: "a", now: "3", before: "2" }],
    more: 0,
  });
  second.answered({ ...call("v1", "z"), sketch: { a: "3", b: "2" } });
  second.cause({ ...call("v1", "w"), sketch: { a: "3", b: "3" } });
  assert.deepEqual(second.novelty("my-app:src/a.ts#report")?.differs, [{ path: "b", now: "3", before: "2" }]);
});

test("sketches are kept within bounds", (t) => {
  const at = folder(t);
  const history = createHistory(at);
  for (let i = 0; i < MAX_SKETCHES + 5; i++) history.answered({ ...call("v1", `x${i}`), sketch: { i: `${i}` } });
  history.flush();
  const later = createHistory(at);
  later.cause({ ...call("v1", "new"), sketch: { i: "new" } });
  assert.equal(later.novelty("my-app:src/a.ts#report")?.earlier, MAX_SKETCHES);
});
