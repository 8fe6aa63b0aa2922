import { randomInt } from "node:crypto";
import { createReadBatch } from "./read-batch.ts";
import { createRedisConnection } from "./redis-connection.ts";
import type { RedisConnection, RedisSession } from "./redis-connection.ts";
import { redisNames } from "./redis-names.ts";
import type { RedisNames } from "./redis-names.ts";
import type { RedisSpec } from "./redis-spec.ts";
import type { AsyncStore, Fence } from "../store.ts";

/** What nobody wrote again for so long goes, and so does what a `clear` that crashed left behind. 30 days. */
const LONGEST_MS = 2_592_000_000;

/** Below this size, zstd costs more than what it saves on the way. */
const COMPRESS_FROM = 10_000;

/** How fast a link may be counted on, for large values: 10 MB/s. */
const BYTES_PER_MS = 10_000;

/** Every so many writes, names of what has expired leave the index. */
const TIDY_EVERY = 100;

const BATCH = 1_000;

/** Reads in one command. More would make other clients wait, and one slow answer would take more with it. */
const MOST_READS = 16;

const LOCK = `
local holder = redis.call("GET", KEYS[1])
if holder and holder ~= ARGV[1] then return 0 end
redis.call("SET", KEYS[1], ARGV[1], "PX", ARGV[2])
return 1`;
const UNLOCK = `if redis.call("GET", KEYS[1]) == ARGV[1] then return redis.call("DEL", KEYS[1]) end return 0`;

/** Before the first answer of the server. What began then is kept, whatever was cleared since. */
const UNKNOWN: Fence = -1;

/**
 * Entries carry the generation in their names, and `clear` changes it: it takes effect at once, touches nobody else's
 * keys, and removes what the index names, without a scan.
 */
export function createRedisStore(spec: RedisSpec): AsyncStore {
  const connection = createRedisConnection(spec);
  const names = redisNames(spec.namespace);
  let known: number | undefined;
  let writes = 0;

  const learn = async ({ adapter }: RedisSession): Promise<number> =>
    (known ??= numberOf(await adapter.get<Buffer>(names.generation)));

  const get = async (session: RedisSession, keys: readonly string[]): Promise<readonly (Uint8Array | undefined)[]> => {
    const generation = known ?? (await learn(session));
    const [now, ...found] = await getAll(session, [
      names.generation,
      ...keys.map((key) => names.entry(generation, key)),
    ]);
    const latest = (known = numberOf(now));
    if (latest === generation) return found.map(owned);
    const again = await getAll(
      session,
      keys.map((key) => names.entry(latest, key)),
    );
    return again.map(owned);
  };

  const set = async (
    session: RedisSession,
    key: string,
    bytes: Uint8Array,
    ttl: number,
    fence: Fence | undefined,
  ): Promise<void> => {
    const { client } = session;
    const generation = known ?? (await learn(session));
    if (fence !== undefined && fence !== UNKNOWN && fence !== generation) return;
    const name = names.entry(generation, key);
    // Sent at once, done in this order, and before a `get` that comes next: the index names all that there is.
    const [, , now] = await Promise.all([
      client.zAdd(names.index(generation), { score: Date.now() + ttl, value: key }),
      client.set(name, asText(bytes), { PX: ttl }),
      client.get(names.generation),
      ...(writes++ % TIDY_EVERY === 0 ? tidy(session, names.index(generation)) : []),
    ]);
    known = numberOf(now);
    if (known === generation) return;
    await client.unlink(name);
    if (fence === undefined || fence === UNKNOWN) await set(session, key, bytes, ttl, known);
  };

  return {
    mode: "async",
    label: spec.label,
    compressFrom: COMPRESS_FROM,
    get: createReadBatch(MOST_READS, (keys) => connection.use((session) => get(session, keys))),
    async set(key, bytes, expiresAt, fence) {
      const ttl = Math.min(LONGEST_MS, Math.ceil((expiresAt ?? Number.POSITIVE_INFINITY) - Date.now()));
      if (ttl <= 0) return;
      await connection.use((session) => set(session, key, bytes, ttl, fence), bytes.byteLength / BYTES_PER_MS);
    },
    delete: (key) => connection.use(async (session) => session.adapter.delete(names.entry(await learn(session), key))),
    async clear() {
      const next = randomInt(1, 2 ** 47);
      const old = await connection.use(async ({ client }) =>
        numberOf(await client.getSet(names.generation, `${next}`)),
      );
      known = next;
      await removeGeneration(connection, names, old);
    },
    fence: () => known ?? UNKNOWN,
    lock: (key, token, leaseMs) =>
      connection.use(async ({ client }) => {
        const given = { keys: [names.lock(key)], arguments: [token, `${leaseMs}`] };
        return (await client.eval(LOCK, given)) === 1;
      }),
    async unlock(key, token) {
      await connection.use(({ client }) => client.eval(UNLOCK, { keys: [names.lock(key)], arguments: [token] }));
    },
    close: () => connection.close(),
  };
}

async function removeGeneration(connection: RedisConnection, names: RedisNames, generation: number): Promise<void> {
  const index = names.index(generation);
  for (;;) {
    const keys = (await connection.use(({ client }) => client.zRange(index, 0, BATCH - 1))).map(String);
    if (keys.length === 0) return;
    const entries = keys.map((key) => names.entry(generation, key));
    await connection.use(async ({ client, isCluster }) => {
      await (isCluster ? Promise.all(entries.map((name) => client.unlink(name))) : client.unlink(entries));
      await client.zRem(index, keys);
    });
  }
}

/** In a cluster they may live on different servers. Else one command for all: the adapter's `getMany` takes twice as long. */
async function getAll(
  { client, isCluster }: RedisSession,
  all: readonly string[],
): Promise<readonly (Buffer | null)[]> {
  return isCluster ? Promise.all(all.map((name) => client.get(name))) : client.mGet(all);
}

function tidy({ client }: RedisSession, index: string): Promise<unknown>[] {
  return [client.zRemRangeByScore(index, "-inf", Date.now()), client.pExpire(index, 2 * LONGEST_MS)];
}

/** A small value may be a view on a large chunk of the connection, which would keep it in memory. */
function owned(bytes: Buffer | null): Uint8Array | undefined {
  if (bytes === null) return undefined;
  if (bytes.buffer.byteLength <= 2 * bytes.byteLength) return bytes;
  const copy = Buffer.allocUnsafe(bytes.byteLength);
  copy.set(bytes);
  return copy;
}

function numberOf(bytes: Buffer | string | null | undefined): number {
  return bytes === null || bytes === undefined ? 0 : Number(bytes.toString());
}

/** The adapter's type says text, and hands it on as it is; the client sends bytes as bytes. */
function asText(bytes: Uint8Array): string {
  const view: unknown = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return view as string;
}
