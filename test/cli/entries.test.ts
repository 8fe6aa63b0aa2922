import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { createHistory, historyFile } from "../../runtime/report/history.ts";
import { createFileStore } from "../../runtime/stores/files/file.ts";
import { NOW, stage, type Stage } from "./stage.ts";

function fill({ put }: Stage): Record<"price" | "old" | "total" | "other", string> {
  return {
    price: put("my-app:src/a.ts#price", { hoursAgo: 2 }),
    old: put("my-app:src/a.ts#price", { hoursAgo: 30, codeDigest: "d0", expiresAt: NOW - 1 }),
    total: put("my-app:src/cart.ts#Cart.total", { bytes: 12_000, duration: 65_000, expiresAt: NOW + 7_200_000 }),
    other: put("shop:src/a.ts#price", { hoursAgo: 0 }),
  };
}

function fileOf({ cache }: Stage, key: string): string {
  return path.join(cache, "entries/v1", key.slice(0, 2), key.slice(2));
}

const nothing = { code: 0, out: "Nothing is stored.\n", err: "" };

test("ls where nothing is stored", async (t) => {
  const { run } = stage(t);
  assert.deepEqual(await run("ls"), nothing);
  assert.deepEqual(JSON.parse((await run("ls --json")).out), { version: 1, entries: [], unreadable: 0 });
});

test("ls", async (t) => {
  const on = stage(t);
  const keys = fill(on);
  const short = (key: string): string => key.slice(0, 12);
  assert.deepEqual(await on.run("ls"), {
    code: 0,
    err: "",
    out: [
      "function                        size      saves  stored       expires  key",
      `my-app:src/cart.ts#Cart.total  12 kB  1 min 5 s  1 h ago      in 2 h   ${short(keys.total)}`,
      `my-app:src/a.ts#price          153 B      1.5 s  2 h ago      never    ${short(keys.price)}`,
      `my-app:src/a.ts#price          153 B      1.5 s  1 d 6 h ago  expired  ${short(keys.old)}`,
      "",
    ].join("\n"),
  });
});

test("ls --json", async (t) => {
  const on = stage(t);
  const { other } = fill(on);
  const { entries } = JSON.parse((await on.run("ls --all --json")).out) as {
    entries: { key: string; bytes: number }[];
  };
  assert.equal(entries.length, 4);
  const { bytes, ...first } = entries[0] ?? { key: "", bytes: 0 };
  assert.deepEqual(first, {
    key: other,
    target: "shop:src/a.ts#price",
    codeDigest: "d1",
    createdAt: NOW,
    durationMs: 1_500,
  });
  assert.ok(bytes > 10);
});

const choices: readonly (readonly [args: string, targets: readonly string[]])[] = [
  ["src/a.ts", ["my-app:src/a.ts#price", "my-app:src/a.ts#price"]],
  ["src/**#Cart.*", ["my-app:src/cart.ts#Cart.total"]],
  ["src/cart.ts", ["my-app:src/cart.ts#Cart.total"]],
  ["!src/a.ts", ["my-app:src/cart.ts#Cart.total"]],
  ["src/** !**#price", ["my-app:src/cart.ts#Cart.total"]],
  ["src/none.ts", []],
  ["--all src/a.ts#price", ["shop:src/a.ts#price", "my-app:src/a.ts#price", "my-app:src/a.ts#price"]],
];
for (const [args, targets] of choices) {
  test(`ls ${args}`, async (t) => {
    const on = stage(t);
    fill(on);
    const { entries } = JSON.parse((await on.run(`ls --json ${args}`)).out) as { entries: { target: string }[] };
    assert.deepEqual(
      entries.map(({ target }) => target),
      targets,
    );
  });
}

test("what is torn is counted and not listed", async (t) => {
  const on = stage(t);
  const { price, other } = fill(on);
  truncateSync(fileOf(on, price), 40);
  writeFileSync(fileOf(on, other), "");
  const { entries, unreadable } = JSON.parse((await on.run("ls --all --json")).out) as {
    entries: unknown[];
    unreadable: number;
  };
  assert.deepEqual([entries.length, unreadable], [2, 2]);
  assert.match((await on.run("stats")).out, /^2 unreadable, not counted$/m);
});

test("nothing that a terminal obeys is printed", async (t) => {
  const on = stage(t);
  on.put("my-app:src/a.ts#\u001b[2Jx");
  assert.match((await on.run("ls")).out, /#\ufffd\[2Jx/);
  assert.match((await on.run("stats")).out, /#\ufffd\[2Jx/);
});

test("stats", async (t) => {
  const on = stage(t);
  fill(on);
  assert.deepEqual(await on.run("stats"), {
    code: 0,
    err: "",
    out: [
      on.cache,
      "function                       entries  versions   size      saves",
      "my-app:src/cart.ts#Cart.total        1         1  12 kB  1 min 5 s",
      "my-app:src/a.ts#price                2         2  306 B      3.0 s",
      "all                                  3            12 kB  1 min 8 s",
      "",
    ].join("\n"),
  });
  const all = JSON.parse((await on.run("stats --all --json")).out) as Record<string, unknown>;
  assert.deepEqual(
    [all["version"], all["folder"], all["entries"], all["savesMs"], all["unreadable"]],
    [1, on.cache, 4, 69_500, 0],
  );
});

async function left(on: Stage): Promise<string[]> {
  const { entries } = JSON.parse((await on.run("ls --all --json")).out) as { entries: { target: string }[] };
  return entries.map(({ target }) => target);
}

test("clear takes the project's entries and no other's", async (t) => {
  const on = stage(t);
  fill(on);
  const { code, out } = await on.run("clear");
  assert.equal(code, 0);
  assert.match(out, /^3 entries removed, 12 kB, from /);
  assert.deepEqual(await left(on), ["shop:src/a.ts#price"]);
  assert.match((await on.run("clear")).out, /^0 entries removed, 0 B, from /);
});

test("clear with a pattern", async (t) => {
  const on = stage(t);
  fill(on);
  assert.match((await on.run("clear src/cart.ts")).out, /^1 entry removed, 12 kB, from /);
  assert.deepEqual(await left(on), ["shop:src/a.ts#price", "my-app:src/a.ts#price", "my-app:src/a.ts#price"]);
});

test("a call that began before a clear with a pattern leaves nothing behind", async (t) => {
  const on = stage(t);
  const key = on.put("my-app:src/a.ts#price");
  const program = createFileStore({ folder: on.cache });
  const before = program.fence();
  await on.run("clear src/a.ts#price");
  program.set(key, Buffer.from("late"), undefined, before);
  assert.equal(program.get(key), undefined);
  program.set(key, Buffer.from("after"), undefined, program.fence());
  assert.ok(program.get(key));
});

test("clear --all takes everything, what is torn and what is remembered of runs too", async (t) => {
  const on = stage(t);
  const { price } = fill(on);
  truncateSync(fileOf(on, price), 3);
  mkdirSync(path.join(on.cache, "runs"));
  mkdirSync(path.join(on.cache, "history"));
  const { removed } = JSON.parse((await on.run("clear --all --json")).out) as { removed: number };
  assert.equal(removed, 4);
  assert.deepEqual(await left(on), []);
  assert.ok(!existsSync(path.join(on.cache, "runs")) && !existsSync(path.join(on.cache, "history")));
});

test("clear in a folder that does not exist makes none", async (t) => {
  const on = stage(t);
  assert.match((await on.run("clear --all")).out, /^0 entries removed/);
  assert.ok(!readdirSync(on.root).includes("cache"));
});

test("after a clear a call is new, not lost", async (t) => {
  const on = stage(t);
  const { price } = fill(on);
  const folder = path.join(on.cache, "history");
  const call = {
    target: "my-app:src/a.ts#price",
    codeDigest: "d1",
    key: price,
    inputs: price,
    situation: price,
    parts: () => [],
  };
  const history = createHistory(folder);
  history.answered(call);
  history.answered({ ...call, target: "shop:src/a.ts#price" });
  history.flush();
  await on.run("clear src/a.ts");
  assert.deepEqual(createHistory(folder).cause(call), { cause: "new", changes: [] });
  assert.ok(existsSync(historyFile(folder, "shop:src/a.ts#price")), "that of another project stays");
});
