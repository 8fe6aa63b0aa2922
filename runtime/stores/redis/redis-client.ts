import { readFileSync } from "node:fs";
import type { RedisServer, RedisSpec } from "./redis-spec.ts";

/**
 * What is used of the clients of `@redis/client`, for one server, a cluster and behind sentinels alike. Texts in, bytes out.
 */
export interface RedisClient {
  connect(): Promise<unknown>;
  destroy(): unknown;
  close(): Promise<unknown>;
  on(event: "error", listener: (error: unknown) => void): unknown;
  unref?(): void;
  readonly isReady?: boolean;
  readonly isOpen: boolean;
  /** Of a cluster only. */
  readonly masters?: readonly { readonly client?: { unref(): void } }[];
  get(key: string): Promise<Buffer | null>;
  mGet(keys: readonly string[]): Promise<readonly (Buffer | null)[]>;
  set(key: string, value: string, options: { readonly PX: number; readonly NX?: true }): Promise<unknown>;
  getSet(key: string, value: string): Promise<Buffer | null>;
  unlink(keys: string | readonly string[]): Promise<number>;
  pExpire(key: string, ms: number): Promise<unknown>;
  zAdd(key: string, member: { readonly score: number; readonly value: string }): Promise<unknown>;
  zRange(key: string, from: number, to: number): Promise<readonly Buffer[]>;
  zRem(key: string, members: readonly string[]): Promise<unknown>;
  zRemRangeByScore(key: string, from: string, to: number): Promise<unknown>;
  eval(
    script: string,
    options: { readonly keys: readonly string[]; readonly arguments: readonly string[] },
  ): Promise<unknown>;
}

/** The mark of RESP for a string of bytes, `$`: https://redis.io/docs/latest/develop/reference/protocol-spec/#bulk-strings */
const BLOB_STRING = 36;

/** Without these, calls wait in a queue while the server is away, and the client tries to reach it for ever. */
const PATIENCE = { disableOfflineQueue: true } as const;
const ONE_TRY = { reconnectStrategy: false } as const;

/** Loads the Redis client, and makes one that is not connected yet. */
export async function createRedisClient({ connect, timeoutMs }: RedisSpec): Promise<RedisClient> {
  const { createClient, createCluster, createSentinel } = await import("@keyv/redis");
  const bytes = { typeMapping: { [BLOB_STRING]: Buffer } };
  const socket = { ...ONE_TRY, connectTimeout: timeoutMs };
  switch (connect.kind) {
    case "server":
      return plain(
        createClient({
          ...PATIENCE,
          ...serverOptions(connect),
          socket: { ...socket, ...socketOf(connect) },
          commandOptions: bytes,
        }),
      );
    case "cluster": {
      const { defaults, ...options } = connect.options as { defaults?: { socket?: object } };
      const both = { ...PATIENCE, ...defaults, socket: { ...socket, ...defaults?.socket } };
      return plain(createCluster({ rootNodes: [], ...options, defaults: both, commandOptions: bytes }));
    }
    case "sentinel":
      return plain(createSentinel({ ...connect.options, commandOptions: bytes } as never));
  }
}

/** Lets the process end while the connection stands. */
export function unrefClient(client: RedisClient): void {
  client.unref?.();
  for (const { client: node } of client.masters ?? []) node?.unref();
}

function serverOptions({ username, password, database }: RedisServer): object {
  return { ...(username === undefined ? {} : { username }), ...(password === undefined ? {} : { password }), database };
}

function socketOf({ at, tls, ca }: RedisServer): object {
  return { ...at, ...(tls ? { tls, ...(ca === undefined ? {} : { ca: readFileSync(ca) }) } : {}) };
}

/** The types of the package spell out every command of every module for each mapping of types. */
function plain(client: unknown): RedisClient {
  return client as RedisClient;
}
