import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { findProject } from "../../runtime/config/root.ts";
import { thrown } from "./errors.ts";

const top = realpathSync(mkdtempSync(path.join(tmpdir(), "astrocache-root-")));
after(() => rmSync(top, { recursive: true }));

const files: Readonly<Record<string, string>> = {
  "shop/package.json": '{ "name": "@team/shop" }',
  "shop/src/app.ts": "",
  "shop/packages/cart/package.json": "{}",
  "shop/packages/cart/index.ts": "",
  "shop/node_modules/runner/package.json": '{ "name": "runner" }',
  "shop/node_modules/runner/cli.js": "",
  "broken/package.json": "{ name",
  "broken/a.js": "",
  "bare/a.js": "",
};
for (const [name, text] of Object.entries(files)) {
  mkdirSync(path.dirname(path.join(top, name)), { recursive: true });
  writeFileSync(path.join(top, name), text);
}
symlinkSync(path.join(top, "shop"), path.join(top, "link"));

const rows: readonly (readonly [
  title: string,
  cwd: string,
  entry: string | undefined,
  given: string | undefined,
  root: string,
  name: string,
])[] = [
  ["above the entry file", "bare", "shop/src/app.ts", undefined, "shop", "@team/shop"],
  ["relative to the current folder", "shop", "src/app.ts", undefined, "shop", "@team/shop"],
  ["through a symbolic link", "bare", "link/src/app.ts", undefined, "shop", "@team/shop"],
  ["the nearest one, without a name", "shop", "shop/packages/cart/index.ts", undefined, "shop/packages/cart", "cart"],
  [
    "an installed tool is not the project",
    "shop/src",
    "shop/node_modules/runner/cli.js",
    undefined,
    "shop",
    "@team/shop",
  ],
  ["no entry", "shop/src", undefined, undefined, "shop", "@team/shop"],
  ["an entry that does not exist", "shop/src", "shop/nope.ts", undefined, "shop", "@team/shop"],
  ["a broken package.json", "bare", "broken/a.js", undefined, "broken", "broken"],
  ["no package.json at all", "bare", "bare/a.js", undefined, "bare", "bare"],
  ["ASTROCACHE_ROOT", "bare", "shop/src/app.ts", "../shop/packages", "shop/packages", "packages"],
  ["ASTROCACHE_ROOT, absolute", "bare", undefined, "TOP/link", "shop", "@team/shop"],
  ["ASTROCACHE_ROOT, empty", "bare", "shop/src/app.ts", "", "shop", "@team/shop"],
];
for (const [title, cwd, entry, given, root, name] of rows) {
  test(title, () => {
    const at = path.join(top, cwd);
    const file = entry === undefined || entry.startsWith("src") ? entry : path.join(top, entry);
    const project = findProject({ env: { ASTROCACHE_ROOT: given?.replace("TOP", top) }, cwd: at, entry: file });
    assert.deepEqual([project.root, project.name], [path.join(top, root), name]);
  });
}

test("ASTROCACHE_ROOT that is no folder", () => {
  const remedy = "Name an existing folder, or leave it unset: then it is the folder of the nearest package.json.";
  for (const given of ["nope", "shop/src/app.ts"]) {
    const run = (): unknown => findProject({ env: { ASTROCACHE_ROOT: given }, cwd: top, entry: undefined });
    assert.deepEqual(thrown(run), [
      "INVALID_SETTING",
      `astrocache: ASTROCACHE_ROOT=${given} is not a folder. ${remedy}`,
    ]);
  }
});
