import assert from "node:assert/strict";
import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, test } from "node:test";
import type { TestContext } from "node:test";
import { fileURLToPath } from "node:url";
import { createFileStore } from "../../runtime/stores/files/file.ts";
import { SHORTEST_LEASE_MS } from "../../runtime/stores/files/file-lock.ts";
import { createTiers } from "../../runtime/stores/tiers/tiers.ts";
import { fakeSync } from "./fake-store.ts";
import { NO_REDIS, startRedis } from "./redis-server.ts";
import { entryOf, keyOf, temporaryFolder } from "./samples.ts";

const PROGRAM = fileURLToPath(new URL("./turn-program.js", import.meta.url));
const server = NO_REDIS === false ? await startRedis() : undefined;
after(() => server?.stop());
let namespaces = 0;
const silent = { warn: (): void => undefined };

const places: [string, string | false, (folder: string) => string][] = [
  ["files", false, (folder) => path.join(folder, "cache")],
  ["Redis", NO_REDIS, () => `redis://127.0.0.1:${server?.port}?namespace=turns${namespaces++}`],
];

for (const [name, skip, placeIn] of places) {
  for (const form of ["sync", "async"]) {
    test(
      `${name}, ${form}: of 6 processes that need one key, one runs it`,
      { skip, timeout: 300_000 },
      async (context) => {
        const folder = temporaryFolder(context);
        const log = path.join(folder, "log");
        const place = placeIn(folder);
        const children = Array.from({ length: 6 }, () => start(form, place, log, "400", "a"));
        await Promise.all(children.map(ended));
        assert.equal(readFileSync(log, "utf8"), "a\n");
      },
    );

    test(
      `${name}, ${form}: nested calls in opposite orders end, each run`,
      { skip, timeout: 300_000 },
      async (context) => {
        const folder = temporaryFolder(context);
        const log = path.join(folder, "log");
        const place = placeIn(folder);
        const inner = [
          start(form, place, log, "50", "a", "x", "nested"),
          start(form, place, log, "50", "b", "x", "nested"),
        ];
        await Promise.all(inner.map(ended));
        assert.deepEqual(readFileSync(log, "utf8").trim().split("\n").toSorted(), ["a", "b", "x"]);
      },
    );

    test(
      `${name}, ${form}: a holder that is killed lets the next one go`,
      { skip, timeout: 300_000 },
      async (context) => nextAfter(context, form, placeIn, "SIGKILL"),
    );
  }
}

for (const [name, skip, placeIn] of places)
  test(
    `${name}: a holder that hangs lets the next one go at the end of its lease`,
    { skip, timeout: 300_000 },
    (context) => nextAfter(context, "async", placeIn, "SIGSTOP"),
  );

/** Something befalls the process that holds a lock; another one needs the key. */
async function nextAfter(
  context: TestContext,
  form: string,
  placeIn: (folder: string) => string,
  signal: NodeJS.Signals,
): Promise<void> {
  const folder = temporaryFolder(context);
  const log = path.join(folder, "log");
  const place = placeIn(folder);
  const holder = start(form, place, log, "600000", "a");
  context.after(() => holder.kill("SIGKILL"));
  await written(log, "a\n");
  holder.kill(signal);
  const begin = performance.now();
  await ended(start(form, place, log, "0", "a"));
  assert.equal(readFileSync(log, "utf8"), "a\na\n");
  context.diagnostic(`${(performance.now() - begin).toFixed(0)} ms`);
}

/** Waits until a file has a text: it exists a moment before what its writer appends is there. */
async function written(file: string, text: string): Promise<void> {
  while (!existsSync(file) || readFileSync(file, "utf8") !== text)
    await new Promise((resolve) => setTimeout(resolve, 20));
}

test("nobody waits for itself, in any mixture of sync and async calls", async (context) => {
  const tiers = createTiers([createFileStore({ folder: temporaryFolder(context) })], { ...silent, memory: 0 });
  const key = keyOf("a");
  const found = tiers.readSync(key);
  assert.ok(!found.ok);
  const outer = await tiers.turn(key, found.fences);
  assert.ok(outer.kind === "run");
  const inner = tiers.turnSync(key, found.fences);
  assert.ok(inner.kind === "run");
  inner.leave();
  assert.equal((await tiers.turn(key, found.fences)).kind, "run");
  tiers.write(key, entryOf("v"), outer.fences);
  outer.leave();
  outer.leave();
  assert.ok(tiers.readSync(key).ok);
});

test("who waits takes what the other one stored, with the fences of that moment", async (context) => {
  const folder = temporaryFolder(context);
  const [one, other] = [0, 1].map(() => createTiers([createFileStore({ folder })], { ...silent, memory: 0 }));
  assert.ok(one && other);
  const key = keyOf("a");
  const first = await one.turn(key, one.fences());
  assert.ok(first.kind === "run");
  const waiting = other.turn(key, other.fences());
  await new Promise((resolve) => setTimeout(resolve, 20));
  one.write(key, entryOf("v"), first.fences);
  first.leave();
  const second = await waiting;
  assert.ok(second.kind === "answer");
  assert.equal(second.found.from, "flight");
  assert.deepEqual(readdirSync(path.join(folder, "locks")), []);
});

test("a wait ends by itself, and a thread that holds locks of its own async calls does not sleep", async (context) => {
  const folder = temporaryFolder(context);
  const holder = createTiers([createFileStore({ folder })], silent);
  const other = createTiers([createFileStore({ folder })], { ...silent, turnMs: 30 });
  const key = keyOf("a");
  assert.equal((await holder.turn(key, holder.fences())).kind, "run");
  assert.equal((await other.turn(key, other.fences())).kind, "run");
  assert.equal(other.turnSync(key, other.fences()).kind, "run");
  const patient = createTiers([createFileStore({ folder })], { ...silent, turnMs: 600_000 });
  assert.equal((await patient.turn(keyOf("b"), patient.fences())).kind, "run");
  assert.equal(patient.turnSync(key, patient.fences()).kind, "run");
});

test("an async call that has to begin at once takes the lock that is free, and waits for none", async (context) => {
  const folder = temporaryFolder(context);
  const [one, other] = [0, 1].map(() => createTiers([createFileStore({ folder })], { ...silent, turnMs: 600_000 }));
  assert.ok(one && other);
  const [a, b] = [keyOf("a"), keyOf("b")];
  const first = one.turnNow(a, one.fences());
  assert.ok(first.kind === "run");
  assert.equal(other.turnNow(a, other.fences()).kind, "run");
  // While it holds one, its thread must not sleep.
  const theirs = other.turnSync(b, other.fences());
  assert.equal(one.turnSync(b, one.fences()).kind, "run");
  assert.ok(theirs.kind === "run");
  theirs.leave();
  one.write(a, entryOf("v"), first.fences);
  first.leave();
  assert.equal(other.turnNow(a, other.fences()).kind, "answer");
  assert.deepEqual(readdirSync(path.join(folder, "locks")), []);
});

test("a lease that is over, or from before the clock was set back, is taken; one that is being made is not", (context) => {
  const folder = temporaryFolder(context);
  const [one, other] = [createFileStore({ folder }), createFileStore({ folder })];
  const key = keyOf("a");
  assert.equal(one.lock?.(key, "one", 60_000), true);
  assert.equal(one.lock?.(key, "one", 60_000), true);
  assert.equal(other.lock?.(key, "other", 60_000), false);
  // Of the file, whose lease ends later than that. One that was just made has no text and no later time yet.
  const ages: [number, boolean, string][] = [
    [50_000, false, "another\n\n"],
    [0, false, ""],
    [-SHORTEST_LEASE_MS, true, ""],
    [86_400_000, true, ""],
  ];
  const file = path.join(folder, "locks", key);
  for (const [ahead, free, text] of ages) {
    writeFileSync(file, text);
    const time = (Date.now() + ahead) / 1_000;
    utimesSync(file, time, time);
    assert.equal(other.lock?.(key, "other", 60_000), free, `${ahead}`);
    if (free) other.unlock?.(key, "other");
    assert.equal(existsSync(file), !free);
  }
});

test("a store without locks just runs", async () => {
  const tiers = createTiers([fakeSync().store], silent);
  const turn = tiers.turnSync(keyOf("a"), tiers.fences());
  assert.equal(turn.kind, "run");
  assert.equal((await tiers.turn(keyOf("a"), tiers.fences())).kind, "run");
});

function start(...args: string[]): ChildProcess {
  return fork(PROGRAM, args, { stdio: ["ignore", "ignore", "inherit", "ipc"] });
}

async function ended(child: ChildProcess): Promise<void> {
  const [code] = (await once(child, "exit")) as [number | null];
  assert.equal(code, 0);
}
