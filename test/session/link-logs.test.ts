import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { KeptLink } from "../../loader/digest/link-log.ts";
import type { NewLog } from "../../loader/digest/links.ts";
import { openLinkLogs } from "../../loader/facts/link-logs.ts";
import { temporaryFolder } from "../stores/samples.ts";

const PROGRAM = "/app/main.js";

test("logs are found by how packages count, the last one first", (context) => {
  const folder = temporaryFolder(context);
  openLinkLogs(folder, PROGRAM).add([logOf("one"), logOf("two", "source:lodash")]);
  openLinkLogs(folder, PROGRAM).add([logOf("three")]);
  assert.deepEqual(digestsIn(folder, "version"), ["three", "one"]);
  assert.deepEqual(digestsIn(folder, "source:lodash"), ["two"]);
  assert.deepEqual(digestsIn(folder, "none"), []);
  assert.deepEqual([...openLinkLogs(folder, "/app/other.js").read("version")], []);
});

test("of many states of a program the last eight are kept, and one of which two runs tell is kept once", (context) => {
  const folder = temporaryFolder(context);
  for (let n = 0; n < 12; n++) openLinkLogs(folder, PROGRAM).add([logOf(`state ${n}`)]);
  for (let times = 0; times < 3; times++) openLinkLogs(folder, PROGRAM).add([logOf("state 7")]);
  const digests = digestsIn(folder, "version");
  assert.deepEqual(digests, ["state 7", "state 11", "state 10", "state 9", "state 8", "state 6", "state 5", "state 4"]);
});

test("a log that is damaged counts as not there, and the others as they are", (context) => {
  const folder = temporaryFolder(context);
  for (const name of ["one", "two", "three"]) openLinkLogs(folder, PROGRAM).add([logOf(name)]);
  const [file = ""] = readdirSync(join(folder, "links"));
  const path = join(folder, "links", file);
  writeFileSync(path, readFileSync(path, "utf8").replace('"codeDigest":"two"', '"codeDigest":"six"'));
  assert.deepEqual(digestsIn(folder, "version"), ["three", "one"]);
});

test("only those are read that are come to", (context) => {
  const folder = temporaryFolder(context);
  for (const name of ["one", "two"]) openLinkLogs(folder, PROGRAM).add([logOf(name)]);
  const logs = openLinkLogs(folder, PROGRAM).read("version")[Symbol.iterator]();
  const parsed: unknown[] = [];
  const { parse } = JSON;
  context.mock.method(JSON, "parse", (text: string) => (parsed.push(text), parse(text) as unknown));
  assert.equal(logs.next().value?.links.get("t")?.link.codeDigest, "two");
  // The list and one log.
  assert.equal(parsed.length, 2);
});

function digestsIn(folder: string, packages: string): unknown[] {
  return [...openLinkLogs(folder, PROGRAM).read(packages)].map(({ links }) => links.get("t")?.link.codeDigest);
}

function logOf(codeDigest: string, packages = "version"): NewLog {
  const none = { state: [], names: [], shapes: [], environment: [], process: [], locations: [], notes: [] };
  const link: KeptLink = { ok: true, codeDigest, ...none };
  return {
    packages,
    questions: [{ kind: "module", about: ["a.js"], answer: "1" }],
    links: new Map([["t", { asked: 1, link }]]),
  };
}
