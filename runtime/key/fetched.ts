/**
 * What `fetch` gives and no constructor does: Headers that refuse changes, and a Response that knows its `url`, `type`
 * and whether it was redirected. Made again, they carry this as own hidden properties, which belong to the disguise and
 * not to the value.
 */
import { invokeWeb, readWeb } from "./web.ts";

/** What no constructor of a Response sets. */
export interface FetchedState {
  readonly url: unknown;
  readonly type: unknown;
  readonly redirected: unknown;
}

/** Headers and Responses that were made here. */
const guarded = new WeakSet<object>();
const fetched = new WeakMap<object, FetchedState>();

const GUARD_KEYS = new Set<PropertyKey>(["append", "delete", "set"]);
const STATE_KEYS = ["url", "type", "redirected"] as const;
const RESPONSE_KEYS = new Set<PropertyKey>([...STATE_KEYS, "clone"]);

/** Whether changing these Headers throws. By the Fetch standard that comes before whether the name is there at all. */
export function isGuarded(headers: object): boolean {
  return guarded.has(headers) || !invokeWeb(headers, "Headers", "delete", "x-none").ok;
}

function guard(headers: object): void {
  guarded.add(headers);
  for (const key of GUARD_KEYS) hide(headers, key, refuseChange);
}

/** What the Response is beside status, headers and body. */
export function fetchedState(response: object): FetchedState {
  const known = fetched.get(response);
  if (known !== undefined) return known;
  const [url, type, redirected] = STATE_KEYS.map((key) => {
    const read = readWeb(response, "Response", key);
    return read.ok ? read.value : undefined;
  });
  return { url, type, redirected };
}

/** Gives a Response that a constructor made that state, and its clones as well. */
export function disguise(response: Response, state: FetchedState, isHeadersGuarded: boolean): Response {
  const own = fetchedState(response);
  const isPlain = STATE_KEYS.every((key) => own[key] === state[key]);
  if (isHeadersGuarded) guard(response.headers);
  if (isPlain && !isHeadersGuarded) return response;
  fetched.set(response, state);
  for (const key of STATE_KEYS) if (own[key] !== state[key]) hide(response, key, state[key]);
  hide(response, "clone", function clone(this: Response): Response {
    return disguise(Response.prototype.clone.call(this), state, isHeadersGuarded);
  });
  return response;
}

/** Whether the own property is part of the disguise. */
export function isDisguise(object: object, key: PropertyKey): boolean {
  return (guarded.has(object) && GUARD_KEYS.has(key)) || (fetched.has(object) && RESPONSE_KEYS.has(key));
}

function refuseChange(): never {
  throw new TypeError("immutable");
}

function hide(object: object, key: PropertyKey, value: unknown): void {
  Object.defineProperty(object, key, { value, configurable: true, writable: true, enumerable: false });
}
