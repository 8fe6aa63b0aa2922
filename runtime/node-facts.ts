/**
 * Every fact about versions of Node that astrocache builds on: a named constant with its evidence. Nothing else compares versions.
 */

type Version = readonly [major: number, minor: number, patch: number];

const RUNNING = parse(process.versions.node);

/** The oldest Node that astrocache runs on: the first 20 where `require(esm)` and syntax detection need no flag. */
export const OLDEST_NODE = "20.19.0";

/** Whether this Node is at least `OLDEST_NODE`. */
export const IS_SUPPORTED_NODE = !isBefore(RUNNING, parse(OLDEST_NODE));

/**
 * `Module.registerHooks` can be used. It exists since 22.15 and 23.5, but before these versions a CommonJS module that is imported while
 * sync hooks are there is compiled apart from `require.cache` as soon as a hook returns its source.
 * https://github.com/nodejs/node/pull/59929, backported in 24.11.1 and 22.22.3. import-in-the-middle and tsx have the same gate.
 */
export const HAS_SYNC_HOOKS = holds(RUNNING, [
  [22, 22, 3],
  [24, 11, 1],
  [25, 1, 0],
]);

/**
 * Whether this is a worker's thread, without loading `node:worker_threads`. A worker's `process.chdir` throws, and says so beforehand.
 * https://github.com/nodejs/node/blob/v20.19.0/lib/internal/process/worker_thread_only.js; seen on 20.19.0, 24.21.0 and 26.10.0.
 */
export const IS_WORKER = Reflect.get(process.chdir, "disabled") === true;

/**
 * Whether `require` loads ES modules in Node's hooks thread. On 22.22.2 and 24.11.0 it throws ERR_METHOD_NOT_IMPLEMENTED there,
 * "The resolveSync() method is not implemented"; on 20.19.0 it works. Later ones have sync hooks and no such thread of ours.
 */
export const CAN_REQUIRE_IN_HOOKS_THREAD = RUNNING[0] < 22;

/**
 * What Node calls its own loaders of required TypeScript, where it has some: `Module._extensions` of 24.0.0 lists `loadTS`, `loadCTS` and
 * `loadMTS`, that of 20, 22 and 24.21.0 none. Anything else there is somebody's transformer.
 */
export const OWN_TYPESCRIPT_LOADER = /^load[CM]?TS$/;

/**
 * Symbols, by what they are called, that Node puts on every promise while async hooks or an AsyncLocalStorage are in use: seen on 20.20.2
 * and 22.23.3. From 24 on an AsyncLocalStorage needs none.
 */
export const PROMISE_HOOK_KEYS: ReadonlySet<string> = new Set([
  "async_id_symbol",
  "trigger_async_id_symbol",
  "kResourceStore",
]);

/** Whether `version` is listed or later, within its own major; majors above the last one listed have it, those not listed do not. */
export function holds(version: Version, since: readonly Version[]): boolean {
  const own = since.find(([major]) => major === version[0]);
  if (own !== undefined) return !isBefore(version, own);
  const last = since.at(-1);
  return last !== undefined && version[0] > last[0];
}

export function parse(version: string): Version {
  const [major = 0, minor = 0, patch = 0] = version.split(/[.-]/, 3).map(Number);
  return [major, minor, patch];
}

function isBefore(a: Version, b: Version): boolean {
  if (a[0] !== b[0]) return a[0] < b[0];
  if (a[1] !== b[1]) return a[1] < b[1];
  return a[2] < b[2];
}
