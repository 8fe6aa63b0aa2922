import { DEPS_FORM, readDeps, type DepsForm } from "./deps-form.ts";
import { readDuration, readText } from "./option-table.ts";
import { withoutCredentials } from "./credentials.ts";
import { DURATION_FORM } from "./duration.ts";
import { readSize, SIZE_FORM } from "./size.ts";
import { list } from "./suggest.ts";

/**
 * - `on`: answer what is stored, store what is not.
 * - `off`: the hook leaves every function as it is.
 * - `refresh`: run every call, and store what it gives in place of what was stored.
 * - `readonly`: answer what is stored, store nothing.
 * - `verify`: run on a hit as well, and compare.
 * - `bypass`: rewrite everything that is picked, and run every call.
 */
export const modes = ["on", "off", "refresh", "readonly", "verify", "bypass"] as const;
export type Mode = (typeof modes)[number];

/** A mode as it is written: `verify` may have the part of the hits behind it that are run, `verify=0.1`. */
export type WrittenMode = Mode | `verify=${number}`;

export type ReportForm =
  | { readonly kind: "off" }
  /** The one line on stderr. */
  | { readonly kind: "line" }
  /** The line and a table on stderr. */
  | { readonly kind: "summary" }
  /** The line on stderr, and a file besides. */
  | { readonly kind: "json" | "html"; readonly path: string };

/** One setting: how the environment and the config file name it, and what it may be. */
interface SettingRow<T> {
  readonly env: string;
  /** What is allowed, for messages. */
  readonly allowed: string;
  /** From the text of the environment, or from the value in a config file; undefined where it is not allowed. */
  readonly read: (value: unknown) => T | undefined;
}

export interface SettingValues {
  readonly mode: WrittenMode;
  readonly verifyExit: number;
  readonly refresh: boolean;
  readonly strict: boolean;
  readonly dir: string;
  readonly store: string;
  readonly storeTimeout: number;
  readonly maxSize: number;
  readonly maxAge: number;
  readonly secret: string;
  readonly ttl: number;
  readonly deps: DepsForm;
  readonly report: ReportForm;
  readonly manifest: string;
}

const booleanForm = "1, 0, true or false";

/** Everything that can be set, under the name that the config file gives it. */
export const settingTable: { readonly [Key in keyof SettingValues]: SettingRow<SettingValues[Key]> } = {
  mode: {
    env: "ASTROCACHE_MODE",
    allowed: `${list(modes, "or")}; verify=0.1 verifies one hit of ten`,
    read: readMode,
  },
  verifyExit: { env: "ASTROCACHE_VERIFY_EXIT", allowed: "an exit code from 0 to 255", read: readExitCode },
  refresh: { env: "ASTROCACHE_REFRESH", allowed: booleanForm, read: readBoolean },
  strict: { env: "ASTROCACHE_STRICT", allowed: booleanForm, read: readBoolean },
  dir: { env: "ASTROCACHE_DIR", allowed: "the path of a folder", read: readText },
  store: {
    env: "ASTROCACHE_STORE",
    allowed: "stores parted by commas, such as file,redis://host:6379",
    read: readText,
  },
  storeTimeout: { env: "ASTROCACHE_STORE_TIMEOUT", allowed: DURATION_FORM, read: readDuration },
  maxSize: { env: "ASTROCACHE_MAX_SIZE", allowed: SIZE_FORM, read: readSize },
  maxAge: { env: "ASTROCACHE_MAX_AGE", allowed: DURATION_FORM, read: readDuration },
  secret: { env: "ASTROCACHE_SECRET", allowed: "a text that is not empty", read: readText },
  ttl: { env: "ASTROCACHE_TTL", allowed: DURATION_FORM, read: readDuration },
  deps: { env: "ASTROCACHE_DEPS", allowed: DEPS_FORM, read: readDeps },
  report: {
    env: "ASTROCACHE_REPORT",
    allowed: "off, summary, or the path of a .json or .html file",
    read: readReportForm,
  },
  manifest: { env: "ASTROCACHE_MANIFEST", allowed: "the path of a .json file", read: readJsonPath },
};

/** Read where the patterns and the root are; named here so that no name is unknown. */
export const OTHER_NAMES: readonly string[] = ["ASTROCACHE_ROOT"];

/** A value that was read, or what is wrong with it and what to do. `label` is how its source names the setting. */
export type Judged<T> = { readonly value: T } | { readonly what: string; readonly remedy: string };

export function judge<Key extends keyof SettingValues>(
  key: Key,
  value: unknown,
  label: string,
): Judged<SettingValues[Key]> {
  const { allowed, read } = settingTable[key];
  const result = read(value);
  const shown = key === "secret" ? label : `${label}=${withoutCredentials(show(value))}`;
  if (result === undefined) return { what: `${shown} is not valid`, remedy: `Allowed: ${allowed}.` };
  return { value: result };
}

function readMode(value: unknown): WrittenMode | undefined {
  const rate = typeof value === "string" ? /^verify=(0?\.\d+|1(?:\.0+)?)$/.exec(value)?.[1] : undefined;
  if (rate !== undefined) return Number(rate) > 0 ? `verify=${Number(rate)}` : undefined;
  return modes.find((mode) => mode === value);
}

function readExitCode(value: unknown): number | undefined {
  const code = typeof value === "string" && /^\d{1,3}$/.test(value) ? Number(value) : value;
  return typeof code === "number" && Number.isInteger(code) && code >= 0 && code <= 255 ? code : undefined;
}

function show(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
}

function readBoolean(value: unknown): boolean | undefined {
  if (value === true || value === "1" || value === "true") return true;
  if (value === false || value === "0" || value === "false") return false;
  return undefined;
}

function readJsonPath(value: unknown): string | undefined {
  return typeof value === "string" && /[^/\\]\.json$/.test(value) ? value : undefined;
}

function readReportForm(value: unknown): ReportForm | undefined {
  if (value === "off" || value === "summary" || value === "line") return { kind: value };
  if (typeof value !== "string") return undefined;
  const kind = /[^/\\]\.(json|html)$/.exec(value)?.[1];
  return kind === "json" || kind === "html" ? { kind, path: value } : undefined;
}
