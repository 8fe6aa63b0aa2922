import type { KeyvRedisOptions } from "@keyv/redis";
import type KeyvRedis from "@keyv/redis";
import { DeadlineError, withDeadline } from "../deadline.ts";
import { createRedisClient, unrefClient } from "./redis-client.ts";
import type { RedisClient } from "./redis-client.ts";
import type { RedisSpec } from "./redis-spec.ts";

/** A connection that stands, and the adapter over it. */
export interface RedisSession {
  readonly client: RedisClient;
  readonly adapter: KeyvRedis<Buffer>;
  readonly isCluster: boolean;
}

export interface RedisConnection {
  /**
   * Connects where needed, runs `act`, and rejects when either takes too long. `extraMs`: for large values.
   * Errors name no credentials.
   */
  use<T>(act: (session: RedisSession) => Promise<T>, extraMs?: number): Promise<T>;
  close(): Promise<void>;
}

const OPTIONS: KeyvRedisOptions = { throwOnErrors: true, throwOnConnectError: true, useUnlink: true };

/**
 * One connection, made when it is first needed and again after it was lost. What the library does by itself (queues,
 * reconnecting, `getClient` on the path of a call) is off: each of them can hang; see `docs/redis.md`.
 */
export function createRedisConnection(spec: RedisSpec): RedisConnection {
  let session: RedisSession | undefined;
  let connecting: Promise<RedisSession> | undefined;
  const causes = new WeakMap<RedisSession, unknown>();

  const drop = (gone: RedisSession | undefined, cause: unknown): void => {
    if (gone === undefined) return;
    if (!causes.has(gone)) causes.set(gone, cause);
    if (session === gone) session = undefined;
    if (gone.client.isOpen) gone.client.destroy();
  };

  const connect = async (): Promise<RedisSession> => {
    const { default: Adapter } = await import("@keyv/redis");
    const client = await createRedisClient(spec);
    const isCluster = spec.connect.kind === "cluster";
    // Hands on what the client emits; without a listener that would end the process.
    const adapter = new Adapter<Buffer>(client as never, OPTIONS);
    adapter.on("error", () => "whoever waits for an answer is told");
    const made = { client, adapter, isCluster };
    const broken = new Promise<never>((_, reject) => {
      // A reply that cannot be parsed has broken the stream, and whoever waits in it would wait for ever.
      client.on("error", (error) => {
        reject(error);
        if (!isCluster && session === made) drop(made, error);
      });
    });
    unrefClient(client);
    try {
      const connected = client.connect();
      await withDeadline(isCluster ? connected : Promise.race([connected, broken]), 2 * spec.timeoutMs, "connecting");
    } catch (error) {
      drop(made, error);
      throw error;
    } finally {
      broken.catch(() => "told above, or by `drop`");
    }
    unrefClient(client);
    session = made;
    return made;
  };

  const ready = async (): Promise<RedisSession> => {
    if (session !== undefined && session.client.isReady !== false) return session;
    connecting ??= connect().finally(() => (connecting = undefined));
    return connecting;
  };

  return {
    async use(act, extraMs = 0) {
      let used: RedisSession | undefined;
      try {
        used = await ready();
        return await withDeadline(act(used), spec.timeoutMs + extraMs, "an operation");
      } catch (error) {
        if (!isReply(error)) drop(used, error);
        // What broke the connection says more than that it was given up.
        throw cleaned(used === undefined ? error : (causes.get(used) ?? error), spec);
      }
    },
    async close() {
      const last = session ?? (await connecting?.catch(() => undefined));
      drop(last, "closed");
    },
  };
}

/** An error that the server sent begins with a word in capitals; all others say that the connection is no good. */
function isReply(error: unknown): boolean {
  return error instanceof Error && !(error instanceof DeadlineError) && /^(?!READONLY)[A-Z]{2,} /.test(error.message);
}

function cleaned(error: unknown, { secrets }: RedisSpec): Error {
  const { message, code } = error as { message?: string; code?: string };
  const text = message === undefined || message === "" ? (code ?? String(error)) : message;
  return new Error(secrets.reduce((rest, secret) => rest.replaceAll(secret, "***"), text));
}
