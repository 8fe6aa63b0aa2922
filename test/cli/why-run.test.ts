import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { REGISTER, runNode } from "../harness/run-node.ts";
import { stage, type Stage } from "./stage.ts";

const FILES: Readonly<Record<string, string>> = {
  "package.json": '{ "name": "my-app", "type": "module" }',
  "app.ts": `import { report } from "./report.ts";
import { join } from "./join.ts";
const [size = "1"] = process.argv.slice(2);
console.log(report("A b"), join(["x", "y"], { size: Number(size), deep: { at: [1, 2] } }), join([], { each: () => size }));
`,
  "report.ts": `import { parse } from "./parse.ts";
// @astrocache
export function report(text: string): string {
  return parse(text).join();
}
`,
  "parse.ts": `import { normalize } from "./text.ts";
export const parse = (text: string): string[] => text.split(" ").map(normalize);
`,
  "text.ts": `/** Says what counts. */
export function normalize(word: string): string {
  const small = word.toLowerCase();
  return small.replace(/a/, "");
}
`,
  "join.ts": `// @astrocache
export function join(words: string[], options: object): string {
  return words.join(JSON.stringify(options));
}
`,
};

async function run({ root, cache }: Stage, ...args: readonly string[]): Promise<void> {
  const { exit, stderr } = await runNode(["--import", REGISTER, "app.ts", ...args], root, { ASTROCACHE_DIR: cache });
  assert.equal(exit, 0, stderr);
}

function edit({ root }: Stage, file: string, from: string, to: string): void {
  const text = readFileSync(path.join(root, file), "utf8");
  assert.ok(text.includes(from));
  writeFileSync(path.join(root, file), text.replace(from, to));
}

const withoutHead = (text: string): string[] => text.trimEnd().split("\n").slice(1);

const bypass = [
  "  1 bypassed: A function among the inputs captures variables that cannot be read, or was not made in tracked code. (options.each: function each) join.ts:2",
  "      Define it at the top level of a module, or pass data instead of a function.",
];

test("why, after runs, edits and other arguments", async (t) => {
  const on = stage(t);
  for (const [file, text] of Object.entries(FILES)) writeFileSync(path.join(on.root, file), text);
  await run(on);
  assert.deepEqual(withoutHead((await on.run("why report.ts")).out), [
    "my-app:report.ts#report report.ts:3",
    "  1 ran: these inputs were not seen before",
    "      no earlier call is remembered to compare the last one with",
  ]);
  edit(on, "text.ts", "/** Says what counts. */", "/** Says what\n * counts. */");
  edit(on, "text.ts", 'replace(/a/, "")', 'replace(/b/, "") // not a');
  await run(on);
  assert.deepEqual(withoutHead((await on.run("why report.ts")).out), [
    "my-app:report.ts#report report.ts:3",
    "  1 ran: the code changed",
    "      report() ← parse() ← normalize(): body changed, text.ts:3",
    "            const small = word.toLowerCase();",
    '        -   return small.replace(/a/, "");',
    '        +   return small.replace(/b/, "");',
    "          }",
  ]);
  await run(on, "7");
  assert.deepEqual(withoutHead((await on.run("why join.ts")).out), [
    "my-app:join.ts#join join.ts:2",
    "  1 ran: these inputs were not seen before",
    "      the last one differs from the earlier call in",
    "        options.size: 7, was 1",
    ...bypass,
  ]);
});
