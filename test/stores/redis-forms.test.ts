import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { RedisSpec } from "../../runtime/stores/redis/redis-spec.ts";
import { storeContract } from "./contract.ts";
import { CLI, freePort, NO_OPENSSL, NO_REDIS, startRedis, startSentinel } from "./redis-server.ts";
import type { RedisServer } from "./redis-server.ts";
import { openRedis, redisSpec } from "./redis-spec.ts";
import { bytesOf, keyOf } from "./samples.ts";

const servers: RedisServer[] = [];
after(async () => {
  await Promise.all(servers.map((server) => server.stop()));
});

async function start(...options: Parameters<typeof startRedis>): Promise<RedisServer> {
  const server = await startRedis(...options);
  servers.push(server);
  return server;
}

if (NO_REDIS !== false) test("forms of Redis", { skip: NO_REDIS }, () => {});
else {
  // All of them before the first test: the runner takes the end of the tests known so far for the end.
  const locked = await start({ password: "s3cret,@/:%" });
  const socketed = await start({ args: ["--unixsocket", "socket", "--unixsocketperm", "700"] });
  const secure = NO_OPENSSL === false ? await start({ tls: true, password: "s3cret" }) : undefined;
  const nodes = await startCluster();
  const watched = await start({ password: "s3cret" });
  const sentinel = await startSentinel(watched, "s3cret");
  servers.push(sentinel);

  const word = encodeURIComponent("s3cret,@/:%");
  for (const { name, run } of storeContract("Redis with a password", (context) =>
    openRedis(context, redisSpec(`redis://:${word}@127.0.0.1:${locked.port}/5`)),
  ))
    test(name, run);

  test("a wrong password is an error that shows neither it nor the right one", async (context) => {
    for (const credentials of ["", ":wr0ng@", `ann:${word}@`]) {
      const store = openRedis(context, redisSpec(`redis://${credentials}127.0.0.1:${locked.port}`));
      for (const act of [() => store.get(keyOf("a")), () => store.set(keyOf("a"), bytesOf("x"), undefined)]) {
        await assert.rejects(act, (error: Error) => {
          assert.match(error.message, /NOAUTH|WRONGPASS/);
          assert.doesNotMatch(error.message, /wr0ng|s3cret/);
          return true;
        });
      }
    }
  });

  for (const { name, run } of storeContract("Redis by a socket of the system", (context) =>
    openRedis(context, redisSpec(`redis+unix://${socketed.folder}/socket?db=1`)),
  ))
    test(name, run);

  if (secure === undefined) test("Redis by TLS", { skip: NO_OPENSSL }, () => {});
  else {
    const at = `rediss://:s3cret@127.0.0.1:${secure.port}`;
    for (const { name, run } of storeContract("Redis by TLS", (context) =>
      openRedis(context, redisSpec(`${at}?ca=${secure.folder}/cert.pem`)),
    ))
      test(name, run);

    test("a certificate that nobody vouches for is refused", async (context) => {
      await assert.rejects(openRedis(context, redisSpec(at)).get(keyOf("a")), /certificate/);
    });

    test("a file of authorities that is missing is an error of the store", async (context) => {
      await assert.rejects(openRedis(context, redisSpec(`${at}?ca=/nowhere.pem`)).get(keyOf("a")), /nowhere/);
    });
  }

  const rootNodes = nodes.map(({ port }) => ({ url: `redis://127.0.0.1:${port}` }));
  const stores = { nodes: { cluster: { rootNodes } } };
  for (const { name, run } of storeContract("Redis cluster", (context) =>
    openRedis(context, redisSpec("nodes", {}, stores)),
  ))
    test(name, run);
  for (const { name, run } of storeContract(
    "Redis cluster, waiting",
    (context) => openRedis(context, redisSpec("nodes", {}, stores)).blocking,
  ))
    test(name, run);

  const sentinels = {
    watched: {
      sentinel: {
        name: "main",
        sentinelRootNodes: [{ host: "127.0.0.1", port: sentinel.port }],
        nodeClientOptions: { password: "s3cret" },
      },
    },
  };
  const behindSentinel = (): RedisSpec => redisSpec("watched", {}, sentinels);
  for (const { name, run } of storeContract("Redis behind a sentinel", (context) =>
    openRedis(context, behindSentinel()),
  ))
    test(name, run);

  test("a program with a store behind a sentinel ends by itself", async () => {
    const text = JSON.stringify(sentinels);
    assert.match(await outputOf("async", "watched", "a", "", text), /hit x/);
    assert.match(await outputOf("sync", "watched", "a", "look", text), /hit x/);
    assert.match(await outputOf("async", "nodes", "a", "", JSON.stringify(stores)), /hit x/);
  });

  test("keys of a cluster live on all its servers, and clear removes them there", async (context) => {
    const store = openRedis(context, redisSpec("nodes", {}, stores));
    const keys = Array.from({ length: 60 }, (_, index) => keyOf(`${index}`));
    for (const key of keys) await store.set(key, bytesOf("x"), undefined);
    const count = (): number[] => nodes.map((node) => Number(node.cli("DBSIZE")));
    assert.ok(
      count().every((held) => held >= 5),
      count().join(),
    );
    await store.clear();
    for (const key of keys) assert.equal(await store.get(key), undefined);
  });
}

const PROGRAM = fileURLToPath(new URL("./bridge-program.js", import.meta.url));

async function outputOf(...args: string[]): Promise<string> {
  const child = spawn(process.execPath, [PROGRAM, ...args], { stdio: ["ignore", "pipe", "inherit"], timeout: 120_000 });
  let text = "";
  child.stdout.on("data", (chunk: Buffer) => (text += chunk.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  assert.equal(code, 0);
  return text;
}

async function startCluster(): Promise<RedisServer[]> {
  const nodes: RedisServer[] = [];
  for (let count = 0; count < 3; count++) {
    const bus = await freePort();
    const args = [
      "--cluster-enabled",
      "yes",
      "--cluster-port",
      `${bus}`,
      "--cluster-config-file",
      "nodes.conf",
      "--cluster-node-timeout",
      "15000",
    ];
    nodes.push(await start({ args }));
  }
  const [first] = nodes;
  const addresses = nodes.map(({ port }) => `127.0.0.1:${port}`);
  const made = spawnSync(CLI, ["--cluster", "create", ...addresses, "--cluster-yes"], { encoding: "utf8" });
  assert.equal(made.status, 0, made.stdout + made.stderr);
  for (const until = performance.now() + 60_000; performance.now() < until && !isWhole(nodes);)
    await new Promise((resolve) => setTimeout(resolve, 50));
  assert.ok(first !== undefined && isWhole(nodes));
  return nodes;
}

function isWhole(nodes: readonly RedisServer[]): boolean {
  return nodes.every((node) => node.cli("CLUSTER", "INFO").includes("cluster_state:ok"));
}
