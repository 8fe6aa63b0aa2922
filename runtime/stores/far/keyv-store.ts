import { randomInt } from "node:crypto";
import type { Keyv, KeyvStoreAdapter } from "keyv";
import { withDeadline } from "../deadline.ts";
import type { AsyncStore, Fence } from "../store.ts";

export interface KeyvStoreOptions {
  readonly label: string;
  /** Gives a Keyv, or an adapter for one. Called when the store is first used, and again if it failed. */
  readonly make: () => unknown;
  /** Milliseconds for one operation. Opening may take twice as long, and a second for loading. */
  readonly timeoutMs: number;
}

interface Opened {
  readonly keyv: Keyv<string>;
  /** The namespace is ours alone, so that all of it may be removed. */
  readonly isOurs: boolean;
}

/**
 * Loading the config file, the adapter and its client is work of this machine, not of the store: 200 ms, and more than a
 * timeout where the machine is busy. Counted apart, so that the first call after a start is not a failure.
 */
const LOAD_MS = 1_000;

const NAMESPACE = "astrocache";
const GENERATION = "generation";
const UNKNOWN: Fence = -1;

/** Databases are slower over the network than in memory, and values are written as base64. */
const COMPRESS_FROM = 10_000;

/**
 * Any adapter of Keyv 5. Values are texts, since most adapters keep nothing else. Entries carry a generation in their
 * names, which `clear` changes: what a Keyv of the user's own holds besides is not touched.
 */
export function createKeyvStore({ label, make, timeoutMs }: KeyvStoreOptions): AsyncStore {
  let opening: Promise<Opened> | undefined;
  let known: number | undefined;

  const open = async (): Promise<Opened> => {
    opening ??= openKeyv(make).catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };

  const use = async <T>(act: (opened: Opened) => Promise<T>): Promise<T> => {
    const opened = await withDeadline(open(), 2 * timeoutMs + LOAD_MS, "opening");
    return withDeadline(act(opened), timeoutMs, "an operation");
  };

  const learn = async ({ keyv }: Opened): Promise<number> => (known = numberOf(await keyv.get(GENERATION)));

  const set = async (
    opened: Opened,
    key: string,
    text: string,
    ttl: number | undefined,
    fence: Fence | undefined,
  ): Promise<void> => {
    const generation = await learn(opened);
    if (fence !== undefined && fence !== UNKNOWN && fence !== generation) return;
    await opened.keyv.set(nameOf(generation, key), text, ttl);
    if ((await learn(opened)) !== generation) await opened.keyv.delete(nameOf(generation, key));
  };

  return {
    mode: "async",
    label,
    compressFrom: COMPRESS_FROM,
    get: (key) =>
      use(async (opened) => {
        const found = await readText(opened.keyv, nameOf(await learn(opened), key));
        return found === undefined ? undefined : new Uint8Array(Buffer.from(found, "base64"));
      }),
    async set(key, bytes, expiresAt, fence) {
      const ttl = expiresAt === undefined ? undefined : Math.ceil(expiresAt - Date.now());
      if (ttl !== undefined && ttl <= 0) return;
      const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
      await use((opened) => set(opened, key, text, ttl, fence));
    },
    delete: (key) => use(async (opened) => opened.keyv.delete(nameOf(await learn(opened), key))),
    clear: () =>
      use(async ({ keyv, isOurs }) => {
        if (isOurs) await keyv.clear();
        known = randomInt(1, 2 ** 47);
        await keyv.set(GENERATION, `${known}`);
      }),
    fence: () => known ?? UNKNOWN,
    async close() {
      const opened = await opening?.catch(() => undefined);
      if (opened !== undefined) await withDeadline(opened.keyv.disconnect(), timeoutMs, "disconnecting");
    },
  };
}

async function openKeyv(make: () => unknown): Promise<Opened> {
  const made = await make();
  const { Keyv } = await import("keyv");
  const isOurs = !(made instanceof Keyv) && !isKeyv(made);
  const keyv = isOurs
    ? new Keyv<string>({ store: made as KeyvStoreAdapter, namespace: NAMESPACE })
    : (made as Keyv<string>);
  // By default a failure is an empty answer, and an event that ends the process where nobody listens.
  keyv.throwOnErrors = true;
  keyv.on("error", () => "whoever waits for an answer is told");
  return { keyv, isOurs };
}

/** Of another copy of the package. */
function isKeyv(made: unknown): boolean {
  return typeof made === "object" && made !== null && "throwOnErrors" in made && "opts" in made && "hooks" in made;
}

/** What cannot be parsed or is no text is damaged, which the envelope check says of any bytes that are none. */
async function readText(keyv: Keyv<string>, name: string): Promise<string | undefined> {
  try {
    const found: unknown = await keyv.get(name);
    return found === undefined || typeof found === "string" ? found : "";
  } catch (error) {
    if (error instanceof SyntaxError) return "";
    throw error;
  }
}

function nameOf(generation: number, key: string): string {
  return `${generation}:${key}`;
}

function numberOf(text: unknown): number {
  return typeof text === "string" ? Number(text) : 0;
}
