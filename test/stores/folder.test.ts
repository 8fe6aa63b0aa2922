import assert from "node:assert/strict";
import { homedir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { cacheFolder } from "../../runtime/stores/folder.ts";

test("the folder asked for wins, and is absolute", () => {
  assert.equal(cacheFolder("/somewhere/else"), path.resolve("/somewhere/else"));
  assert.equal(cacheFolder("./here"), path.resolve("here"));
});

test("by default it is the user's cache folder", { skip: process.platform !== "linux" }, (context) => {
  const before = process.env["XDG_CACHE_HOME"];
  context.after(() => {
    if (before === undefined) delete process.env["XDG_CACHE_HOME"];
    else process.env["XDG_CACHE_HOME"] = before;
  });
  const rows: [string | undefined, string][] = [
    ["/xdg", "/xdg/astrocache"],
    ["relative", path.join(homedir(), ".cache/astrocache")],
    [undefined, path.join(homedir(), ".cache/astrocache")],
  ];
  for (const [xdg, expected] of rows) {
    if (xdg === undefined) delete process.env["XDG_CACHE_HOME"];
    else process.env["XDG_CACHE_HOME"] = xdg;
    assert.equal(cacheFolder(), expected);
    assert.equal(cacheFolder(""), expected);
  }
});
