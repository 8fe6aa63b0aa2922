import assert from "node:assert/strict";
import { test } from "node:test";
import { findExport } from "../../loader/digest/world/find-export.ts";
import { analyze } from "../../loader/analysis/analyze.ts";
import { type FactsOutcome, ModuleTable } from "../../loader/digest/world/module-table.ts";
import type { Resolver } from "../../loader/digest/world/resolve.ts";

/** Definitions of `name` in `all.js`, which hands on all of `filler` modules and those given; as `url#name`. */
function definitions(name: string, filler: number, files: Readonly<Record<string, string>>): string[] {
  const others = Array.from({ length: filler }, (_, i) => `m${i}.js`);
  const texts: Record<string, string> = {
    ...Object.fromEntries(others.map((file, i) => [file, `export const own${i} = ${i};`])),
    ...files,
  };
  texts["all.js"] = Object.keys(texts)
    .filter((file) => !file.startsWith("deep"))
    .map((file) => `export * from "./${file}";`)
    .concat(files["all.js"] ?? "", 'export * from "outside";')
    .join("\n");
  const outcomeOf = (url: string): FactsOutcome => {
    const analysis = analyze(texts[url] ?? "", "js", "module");
    assert.ok(analysis.ok);
    return analysis;
  };
  const modules = new ModuleTable({
    ofLoaded: outcomeOf,
    ofFile: (url) => ({ textHash: url, outcome: outcomeOf(url) }),
    hashOfFile: (url) => url,
  });
  const resolver: Resolver = {
    resolve: (_, { specifier }) =>
      specifier.startsWith("./") ? { kind: "source", url: specifier.slice(2) } : { kind: "builtin", name: specifier },
  };
  return findExport("all.js", name, { modules, resolver }).map((found) => {
    if (found.kind === "outside") return `outside ${found.name}`;
    return found.kind === "failed" ? "failed" : `${found.kind} ${found.url}#${found.name ?? ""}`;
  });
}

const rows: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "one module has it": { "x.js": "export const f = 1;" },
  "two modules have it": { "x.js": "export const f = 1;", "y.js": "export const f = 2;" },
  "it stands behind another star": { "x.js": 'export * from "./deep.js";', "deep.js": "export const f = 1;" },
  "two stars lead to one module": {
    "x.js": 'export * from "./deep.js";',
    "y.js": 'export * from "./deep.js";',
    "deep.js": "export const f = 1;",
  },
  "stars lead back": {
    "x.js": 'export * from "./all.js"; export * from "./deep.js";',
    "deep.js": "export const f = 1;",
  },
  "it is handed on under another name": {
    "x.js": 'export { g as f } from "./deep.js";',
    "deep.js": "export const g = 1;",
  },
  "nobody has it": { "x.js": "export const g = 1;" },
};

for (const [what, files] of Object.entries(rows))
  test(`many \`export *\` give what few give: ${what}`, () => {
    const few = definitions("f", 0, files);
    assert.ok(few.includes("outside f"));
    assert.deepEqual(definitions("f", 40, files), few);
    assert.deepEqual(definitions("default", 40, files), definitions("default", 0, files));
  });
