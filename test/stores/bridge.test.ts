import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo, Socket } from "node:net";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { createBridge } from "../../runtime/stores/far/bridge.ts";
import { DeadlineError } from "../../runtime/stores/deadline.ts";
import { freePort, NO_REDIS, startRedis } from "./redis-server.ts";
import { openRedis, redisSpec } from "./redis-spec.ts";
import { bytesOf, keyOf } from "./samples.ts";

const PROGRAM = fileURLToPath(new URL("./bridge-program.js", import.meta.url));
const server = NO_REDIS === false ? await startRedis() : undefined;
after(() => server?.stop());
const url = `redis://127.0.0.1:${server?.port}`;

async function run(...args: string[]): Promise<{ code: number | null; text: string; ms: number }> {
  const begin = performance.now();
  const child = spawn(process.execPath, [PROGRAM, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  let text = "";
  child.stdout.on("data", (chunk: Buffer) => (text += chunk.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, text, ms: performance.now() - begin };
}

test("a server in the same thread cannot answer: the call fails in time and the thread goes on", async (context) => {
  const sockets: Socket[] = [];
  const own = createServer((socket) => sockets.push(socket)).listen(0, "127.0.0.1");
  await once(own, "listening");
  context.after(() => {
    for (const socket of sockets) socket.destroy();
    own.close();
  });
  const { port } = own.address() as AddressInfo;
  const store = openRedis(context, redisSpec(`redis://127.0.0.1:${port}`, { timeoutMs: 50 }));
  assert.throws(() => store.blocking.get(keyOf("a")), /took longer than/);
});

test("a server that is not there is an error at once, again and again", async (context) => {
  const port = await freePort();
  const store = openRedis(context, redisSpec(`redis://127.0.0.1:${port}`));
  for (let count = 0; count < 3; count++) assert.throws(() => store.blocking.get(keyOf("a")), /ECONNREFUSED/);
  await assert.rejects(store.get(keyOf("a")), /ECONNREFUSED/);
});

test("a worker that does not answer is given up and replaced", { skip: NO_REDIS }, async () => {
  const bridge = createBridge(redisSpec(url));
  assert.throws(() => bridge.ask({ op: "get", key: keyOf("a") }, 0), DeadlineError);
  assert.equal(bridge.ask({ op: "get", key: keyOf("a") }, 20_000).ok, true);
  await bridge.stop();
  assert.equal(bridge.ask({ op: "get", key: keyOf("a") }, 20_000).ok, true);
  await bridge.stop();
});

test("a late reply is nobody else's", { skip: NO_REDIS }, async () => {
  const bridge = createBridge(redisSpec(url));
  const wanted = ["a", "b", "c"].map((name) => keyOf(name));
  for (const key of wanted) {
    const set = { op: "set", key, bytes: bytesOf(key), expiresAt: undefined, fence: undefined } as const;
    assert.ok(bridge.ask(set, 20_000).ok);
  }
  // Posted ones are answered among the others, in whatever order.
  for (let round = 0; round < 200; round++) {
    const key = wanted[round % 3] ?? "";
    const other = wanted[(round + 1) % 3] ?? "";
    let late = "";
    bridge.post({ op: "get", key: other }, (reply) => (late = textOf(reply)));
    assert.equal(textOf(bridge.ask({ op: "get", key }, 20_000)), key);
    assert.ok(bridge.drain(20_000));
    assert.equal(late, other);
  }
  await bridge.stop();
});

test("works in a worker of the program", { skip: NO_REDIS }, async () => {
  const worker = new Worker(PROGRAM, { argv: ["sync", url], stdout: true });
  let text = "";
  worker.stdout.on("data", (chunk: Buffer) => (text += chunk.toString()));
  await once(worker, "exit");
  assert.match(text, /hit x/);
});

test("a program ends by itself, whether the server is up or not", { skip: NO_REDIS }, async (context) => {
  const down = `redis://127.0.0.1:${await freePort()}`;
  for (const form of ["sync", "async"]) {
    for (const [where, expected] of [
      [url, /hit x/],
      [down, /miss/],
    ] as const) {
      const { code, text, ms } = await run(form, where);
      assert.equal(code, 0);
      assert.match(text, expected);
      context.diagnostic(`${form} ${where === url ? "up" : "down"}: ${ms.toFixed(0)} ms`);
    }
  }
});

test("what was written just before process.exit has arrived", { skip: NO_REDIS }, async () => {
  for (const form of ["sync", "async"]) {
    const name = `exit ${form}`;
    assert.equal((await run(`${form}-exit`, url, name)).code, 7);
    const { text } = await run("sync", url, name, "look");
    assert.match(text, /hit x/, form);
  }
});

function textOf(reply: ReturnType<ReturnType<typeof createBridge>["ask"]>): string {
  return reply.ok && reply.value instanceof Uint8Array ? Buffer.from(reply.value).toString() : "none";
}
