/** Bound for one target; a loop over more calls than that makes their keys anew. */
const MOST_KEYS = 4_096;
/** Longer texts are hashed each time, rather than kept alive. */
const LONGEST = 256;

interface Level {
  /** By the value of the next input. */
  next: Map<unknown, Level> | undefined;
  key: string | undefined;
}

/**
 * Keys of calls whose inputs are all primitive values, found again by the values themselves: five times faster than to write and
 * hash them (0.08 µs against 0.6 on Node 20). `Map` tells all primitive values apart as keys do, but for 0 and -0.
 */
export class KnownKeys {
  #prefix = "";
  #root = newLevel();
  #size = 0;

  /** `prefix`: all of the key that is not in `lists`. */
  find(prefix: string, lists: readonly (readonly unknown[])[]): string | undefined {
    if (prefix !== this.#prefix) return undefined;
    let level: Level | undefined = this.#root;
    for (const list of lists) {
      level = level.next?.get(list.length);
      if (level === undefined) return undefined;
      for (const value of list) {
        if (value === 0 && 1 / value < 0) return undefined;
        level = level.next?.get(value);
        if (level === undefined) return undefined;
      }
    }
    return level.key;
  }

  /** `key` holds no objects. */
  add(prefix: string, lists: readonly (readonly unknown[])[], key: string): void {
    if (!lists.every((list) => list.every(isKept))) return;
    if (prefix !== this.#prefix || this.#size >= MOST_KEYS) this.#begin(prefix);
    let level = this.#root;
    for (const list of lists) {
      level = below(level, list.length);
      for (const value of list) level = below(level, value);
    }
    level.key = key;
    this.#size++;
  }

  #begin(prefix: string): void {
    this.#prefix = prefix;
    this.#root = newLevel();
    this.#size = 0;
  }
}

function isKept(value: unknown): boolean {
  if (typeof value === "string") return value.length <= LONGEST;
  return value === null || (!Object.is(value, -0) && typeof value !== "object" && !NEVER.has(typeof value));
}

/** Functions may change; symbols and long bigints are rare. */
const NEVER: ReadonlySet<string> = new Set(["function", "symbol", "bigint"]);

function newLevel(): Level {
  return { next: undefined, key: undefined };
}

function below(above: Level, value: unknown): Level {
  const next = (above.next ??= new Map());
  let level = next.get(value);
  if (level === undefined) next.set(value, (level = newLevel()));
  return level;
}
