import assert from "node:assert/strict";
import { test } from "node:test";
import { type KeptLink, type LinkLog, VerifiedLog } from "../../loader/digest/link-log.ts";
import type { NewLog } from "../../loader/digest/links.ts";
import { type LinkWorld, noteQuestions, type QuestionKind } from "../../loader/digest/world/link-questions.ts";
import { packLog, unpackLog } from "../../loader/facts/link-log-text.ts";

const LINK: KeptLink = {
  codeDigest: "d1",
  state: [],
  names: [
    { url: "file:///a.js", name: "x", lexical: true, patchedAtLoad: false },
    { url: "file:///b.js", name: "y", lexical: false, patchedAtLoad: true },
  ],
  shapes: [{ url: "file:///a.js", name: "C", isDataKept: true }],
  environment: ["HOME"],
  process: ["argv"],
  locations: ["file:///a.js"],
  notes: [],
  ok: true,
};

const EMIT = { texts: { jsx: "[]", decorators: "[]", fields: "[]" }, jsxRuntime: undefined, jsxNames: [] };

const WORLD: LinkWorld = {
  modules: {
    facts: () => ({ ok: false, note: { code: "source-unreadable" } }),
    identity: () => "hash",
    reachingOut: () => ["file:///patches.js"],
  },
  resolver: { resolve: () => ({ kind: "source", url: "file:///b.js" }) },
  emit: () => EMIT,
  describePackage: () => ({ label: "lodash@1.0.0", digest: "p1", path: "index.js" }),
  contentOf: () => ({ ok: true, digest: "c1" }),
  isNodeGlobal: () => true,
};

/** Asks once of everything that can be asked. */
function askAll(world: LinkWorld): void {
  world.modules.facts("file:///a.js");
  world.modules.identity("file:///unloaded.js");
  world.modules.reachingOut();
  world.resolver.resolve("file:///a.js", { kind: "import", specifier: "./b.js" });
  world.emit();
  world.describePackage("file:///node_modules/lodash/index.js");
  world.contentOf("file:///data.json");
  world.isNodeGlobal("fetch");
}

function logOf(ask: (world: LinkWorld) => void): NewLog {
  const noted = noteQuestions(WORLD);
  ask(noted);
  const asked = noted.questions.length;
  return { packages: "version", questions: noted.questions, links: new Map([["t", { asked, link: LINK }]]) };
}

test("what was linked is found again where all is answered as it was, on disk and back", () => {
  const log = logOf(askAll);
  assert.deepEqual(new VerifiedLog(log, WORLD).find("t"), LINK);
  const kept = unpackLog(JSON.parse(JSON.stringify(packLog(log))) as ReturnType<typeof packLog>);
  assert.deepEqual(new VerifiedLog(kept, WORLD).find("t"), LINK);
  assert.equal(new VerifiedLog(kept, WORLD).find("another"), undefined);
});

/** Worlds in which one thing has changed. */
const changes: Readonly<Record<string, { readonly kind: QuestionKind; readonly world: Partial<LinkWorld> }>> = {
  "the text of a module": { kind: "module", world: { modules: { ...WORLD.modules, identity: () => "other" } } },
  "another module that changes others": {
    kind: "outward",
    world: { modules: { ...WORLD.modules, reachingOut: () => ["file:///patches.js", "file:///more.js"] } },
  },
  "where an import leads": {
    kind: "import",
    world: { resolver: { resolve: () => ({ kind: "source", url: "file:///c.js" }) } },
  },
  "what kind of thing an import leads to": {
    kind: "import",
    world: { resolver: { resolve: () => ({ kind: "package", url: "file:///b.js" }) } },
  },
  "an option of the compiler": { kind: "emit", world: { emit: () => ({ ...EMIT, jsxRuntime: "react/jsx-runtime" }) } },
  "the version of a package": {
    kind: "package",
    world: { describePackage: () => ({ label: "lodash@1.0.1", digest: "p2", path: "index.js" }) },
  },
  "a package that is gone": { kind: "package", world: { describePackage: () => undefined } },
  "the content of a file": { kind: "content", world: { contentOf: () => ({ ok: true, digest: "c2" }) } },
  "a global that the program made": { kind: "global", world: { isNodeGlobal: () => false } },
};

for (const [what, { kind, world }] of Object.entries(changes))
  test(`it is not found after a change of ${what}`, () => {
    const changed = { ...WORLD, ...world };
    assert.equal(new VerifiedLog(logOf(askAll), changed).find("t"), undefined);
    const log = logOf(askAll);
    const others = { ...log, questions: log.questions.filter((question) => question.kind !== kind) };
    const asked = others.questions.length;
    const unaware: LinkLog = { ...others, links: new Map([["t", { asked, link: LINK }]]) };
    assert.deepEqual(new VerifiedLog(unaware, changed).find("t"), LINK, "only this question tells");
  });

test("a link rests upon what was asked before it, and not upon what came later", () => {
  const noted = noteQuestions(WORLD);
  noted.modules.facts("file:///a.js");
  const early = noted.questions.length;
  noted.contentOf("file:///data.json");
  const late = noted.questions.length;
  const links = new Map([
    ["late", { asked: late, link: { ...LINK, codeDigest: "late" } }],
    ["early", { asked: early, link: { ...LINK, codeDigest: "early" } }],
  ]);
  const log: LinkLog = { packages: "version", questions: noted.questions, links };
  const changed = new VerifiedLog(log, { ...WORLD, contentOf: () => ({ ok: false, detail: "gone" }) });
  assert.equal(changed.find("late"), undefined);
  assert.equal(changed.find("early")?.codeDigest, "early");
  assert.equal(changed.find("late"), undefined);
});

test("a question that could not be asked is not passed over when a link is asked for again", () => {
  const { questions } = logOf(askAll);
  const asked = questions.findIndex(({ kind }) => kind === "content") + 1;
  assert.ok(asked > 0 && asked < questions.length, "another question comes after it");
  const log: LinkLog = { packages: "version", questions, links: new Map([["t", { asked, link: LINK }]]) };
  let isReadable = false;
  const world: LinkWorld = {
    ...WORLD,
    contentOf() {
      if (!isReadable) throw new Error("too many open files");
      return { ok: true, digest: "c2" };
    },
  };
  const verified = new VerifiedLog(log, world);
  assert.throws(() => verified.find("t"), /too many open files/);
  isReadable = true;
  assert.equal(verified.find("t"), undefined);
});

test("each question is noted once, and asked again once for all links", () => {
  const noted = noteQuestions(WORLD);
  for (let times = 0; times < 3; times++) askAll(noted);
  assert.equal(noted.questions.length, 8);
  const asked: string[] = [];
  const counting: LinkWorld = {
    ...WORLD,
    modules: { ...WORLD.modules, identity: (url) => (asked.push(url), "hash") },
  };
  const links = new Map(["a", "b", "c"].map((name) => [name, { asked: 8, link: LINK }] as const));
  const log = new VerifiedLog({ packages: "version", questions: noted.questions, links }, counting);
  for (const name of ["a", "b", "c", "a"]) assert.deepEqual(log.find(name), LINK);
  assert.deepEqual(asked, ["file:///a.js", "file:///unloaded.js"]);
});
