import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { kindOf } from "../../loader/hooks/offered-texts.ts";
import { isProgramUrl, isSourceUrl, isTypeScriptUrl, urlOfFilename, urlWithoutMarks } from "../../loader/hooks/urls.ts";
import { holds, parse } from "../../runtime/node-facts.ts";

describe("urls", () => {
  it("tells what tsx has to run", () => {
    for (const url of ["file:///a.ts", "file:///a.mts?v=1", "file:///a.cts#x", "file:///a.tsx", "file:///a.jsx"]) {
      assert.ok(isTypeScriptUrl(url), url);
    }
    for (const url of ["file:///a.js", "file:///a.ts/b.js", "file:///ts", "file:///a.json?x=.ts.", "node:fs"]) {
      assert.ok(!isTypeScriptUrl(url), url);
    }
  });

  it("tells sources from what loaders make", () => {
    for (const url of ["file:///a.js", "file:///a.mjs?x", "file:///bin/tool", "file:///a.cts#h"])
      assert.ok(isSourceUrl(url), url);
    for (const url of ["file:///a.json", "file:///a.vue", "file:///a.wasm?x", "file:///a.js/"])
      assert.ok(!isSourceUrl(url), url);
  });

  it("takes neither packages nor astrocache for the program", () => {
    const own = new URL("../../loader/register.js", import.meta.url).href;
    for (const url of ["file:///p/node_modules/a/a.js", own, "node:fs", "data:text/javascript,1"]) {
      assert.ok(!isProgramUrl(url), url);
    }
    assert.ok(isProgramUrl("file:///p/a.js"));
  });

  it("leaves out what tsx adds", () => {
    const clean: Readonly<Record<string, string>> = {
      "file:///a.ts?tsx-commonjs-export-preparse=1": "file:///a.ts",
      "file:///a.ts?v=1&tsx-commonjs-export-preparse=1#h": "file:///a.ts?v=1#h",
      "file:///a.ts%3Fv=1?v=1&tsx-commonjs-virtual-query=1": "file:///a.ts?v=1",
      "file:///a.js?v=1#h": "file:///a.js?v=1#h",
      "data:text/javascript,tsx-commonjs-": "data:text/javascript,tsx-commonjs-",
    };
    for (const [url, expected] of Object.entries(clean)) assert.equal(urlWithoutMarks(url), expected);
  });

  it("escapes a filename", { skip: process.platform === "win32" }, () => {
    assert.equal(urlOfFilename("/a b/c#d?.js"), "file:///a%20b/c%23d%3F.js");
  });
});

describe("the kind of a text without a format", () => {
  const kinds = {
    module: ["import a from 'a';", "export const a = 1;", "const u = import.meta.url;", "await 1;"],
    commonjs: ["exports.a = 1;", "import('a');", "const await1 = 'export import await';", "const = ;", "return 1;"],
  };
  for (const [kind, texts] of Object.entries(kinds)) {
    for (const text of texts) it(`${text} is ${kind}`, () => assert.equal(kindOf(undefined, text), kind));
  }
});

describe("versions of Node", () => {
  it("count from the listed one on, each in its own major", () => {
    const since = [
      [22, 22, 3],
      [24, 11, 1],
      [25, 1, 0],
    ] as const;
    const yes = ["22.22.3", "22.23.0", "24.11.1", "24.21.0", "25.1.0", "26.0.0", "27.0.0-nightly"];
    const no = ["20.20.2", "22.22.2", "23.11.0", "24.11.0", "25.0.0"];
    for (const version of yes) assert.ok(holds(parse(version), since), version);
    for (const version of no) assert.ok(!holds(parse(version), since), version);
  });
});
