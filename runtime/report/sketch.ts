import { hashValue, type KeyContext } from "../key/encode.ts";
import { type Kind, kindOf } from "../key/kind.ts";
import type { Omission } from "../key/plan.ts";
import { dateTime, descriptorOf, ownKeys } from "../key/primordials.ts";

/**
 * The inputs of a call in short, for people: a text for each path inside them, `options.k` ↦ `5`. Equal texts mean equal
 * values, as far as the bounds allow. Longer texts stand as their hash, and so do short ones where their name says that they are secret.
 */
export type Sketch = Readonly<Record<string, string>>;

export interface SketchedInput {
  readonly name: string;
  readonly value: unknown;
  /** Paths below it that do not count. */
  readonly omit?: Omission | true | undefined;
}

/** Rows of one sketch: some 2 kB. */
const MAX_ROWS = 40;
const MAX_DEPTH = 5;
/** Members of an object or array that is looked into one by one. Longer arrays are looked into by ranges. */
const MAX_MEMBERS = 24;
const RANGES = 16;
/** Elements past which an array is not hashed again for a message. */
const MAX_HASHED = 10_000;
const MAX_TEXT = 16;
const SECRET = /secret|token|passw|credential|auth|cookie|session|api_?key/i;

/** Runs no code of the values. */
export function sketchInputs(inputs: readonly SketchedInput[], keys: KeyContext): Sketch {
  const rows: Record<string, string> = {};
  const pending: Pending[] = inputs.map(({ name, value, omit }) => ({ path: name, value, depth: 0, omit }));
  for (let next = 0; next < pending.length; next++) {
    const one = pending[next];
    if (one === undefined || one.omit === true) continue;
    const members = pending.length < MAX_ROWS ? membersOf(one) : undefined;
    if (members === undefined || members.length === 0) rows[one.path] = textOf(one, keys);
    else pending.push(...members);
  }
  return rows;
}

interface Pending {
  readonly path: string;
  readonly value: unknown;
  readonly depth: number;
  readonly omit: Omission | true | undefined;
}

function membersOf({ path, value, depth, omit }: Pending): Pending[] | undefined {
  if (typeof value !== "object" || value === null || depth >= MAX_DEPTH) return undefined;
  const kind = kindOf(value);
  if (kind !== "array" && kind !== "ordinary") return undefined;
  if (kind === "array" && (value as unknown[]).length > MAX_MEMBERS) return rangesOf(path, value as unknown[]);
  const keys = ownKeys(value).filter((key) => typeof key === "string" && !(kind === "array" && key === "length"));
  if (keys.length > MAX_MEMBERS) return undefined;
  return keys.map((key) => ({
    path: `${path}${step(String(key), kind === "array")}`,
    value: descriptorOf(value, key)?.value as unknown,
    depth: depth + 1,
    omit: omit === true ? true : omit?.get(String(key)),
  }));
}

/** Pieces of a long array, as arrays of their own that are not looked into further. */
function rangesOf(path: string, array: readonly unknown[]): Pending[] | undefined {
  const { length } = array;
  if (length > MAX_HASHED) return undefined;
  const size = Math.ceil(length / RANGES);
  return Array.from({ length: Math.ceil(length / size) }, (_, place) => {
    const start = place * size;
    const end = Math.min(length, start + size);
    const value = Array.from(
      { length: end - start },
      (_value, at) => descriptorOf(array, start + at)?.value as unknown,
    );
    return { path: `${path}[${start}…${end - 1}]`, value, depth: MAX_DEPTH, omit: undefined };
  });
}

function step(key: string, isElement: boolean): string {
  if (isElement && /^\d+$/.test(key)) return `[${key}]`;
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}

function textOf({ path, value }: Pending, keys: KeyContext): string {
  if (typeof value === "string" && (value.length > MAX_TEXT || SECRET.test(path)))
    return `text of ${value.length} characters${hashOf(value, keys)}`;
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "bigint") return `${value}n`;
  if (Object.is(value, -0)) return "-0";
  if (typeof value === "symbol") return "symbol";
  if ((typeof value !== "object" && typeof value !== "function") || value === null) return String(value);
  const kind = kindOf(value);
  if (kind === "date") return dateText(value);
  return `${nameOf(kind, value)}${hashOf(value, keys)}`;
}

function dateText(date: object): string {
  const time = dateTime(date);
  return Number.isNaN(time) ? "invalid date" : new Date(time).toISOString();
}

function nameOf(kind: Kind, value: object): string {
  if (kind === "array") return `array of ${(value as unknown[]).length}`;
  return kind === "ordinary" ? "object" : kind;
}

function hashOf(value: unknown, keys: KeyContext): string {
  if (Array.isArray(value) && value.length > MAX_HASHED) return "";
  const outcome = hashValue(value, keys);
  return outcome.ok ? ` #${outcome.hash.slice(0, 10)}` : "";
}
