import path from "node:path";
import { AstrocacheError } from "../errors.ts";
import type { LoadedConfig, TargetEntry } from "./config.ts";
import type { PartialOptions } from "./target-options.ts";
import {
  judge,
  OTHER_NAMES,
  settingTable,
  type Mode,
  type ReportForm,
  type SettingValues,
  type WrittenMode,
} from "./setting-table.ts";
import { closest, list } from "./suggest.ts";

export type { Mode, ReportForm } from "./setting-table.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where a value comes from. */
export type Origin = "default" | "environment" | "config";

/** What a run does, after the environment, the config file and the defaults were put together. */
export interface Settings {
  readonly mode: Mode;
  /** In the mode `verify`: the part of the hits that run, above 0 and up to 1. */
  readonly verifyRate: number;
  /** What a run exits with that would have ended well, but gave another result than what was stored. Default 0. */
  readonly verifyExit: number;
  readonly strict: boolean;
  readonly root: string;
  /** Patterns of `ASTROCACHE`, else `targets` of the config file; not parsed yet. */
  readonly targets: readonly TargetEntry[];
  /** Absolute. Undefined: the user's cache folder. */
  readonly dir: string | undefined;
  /** As written, `file,redis://…`. Undefined: the file store. */
  readonly store: string | undefined;
  /** Stores of the user's own making, by the name that `store` calls them. */
  readonly stores: Readonly<Record<string, unknown>>;
  /** Milliseconds. Undefined: the store's default. */
  readonly storeTimeout: number | undefined;
  /** Bytes, of the file store. Undefined: the store's default. */
  readonly maxSize: number | undefined;
  /** Milliseconds since the last use, in the file store. Undefined: the store's default. */
  readonly maxAge: number | undefined;
  readonly secret: string | undefined;
  /** For targets without options of their own. */
  readonly defaults: PartialOptions;
  /** Paths are absolute. */
  readonly report: ReportForm;
  /** Absolute. */
  readonly manifest: string | undefined;
  readonly origins: Readonly<Record<keyof SettingValues | "targets", Origin>>;
}

export interface SettingsPlace {
  readonly root: string;
  /** Paths in the environment are relative to it; those in the config file are relative to the root. */
  readonly cwd: string;
  readonly config?: LoadedConfig | undefined;
}

/**
 * The settings of a run. The environment wins over the config file; a variable that is empty counts as not set.
 *
 * @throws AstrocacheError `UNKNOWN_SETTING` for a name that begins with `ASTROCACHE_` and means nothing,
 * `INVALID_SETTING` for a value that is not allowed.
 */
export function readSettings(env: Environment, { root, cwd, config }: SettingsPlace): Settings {
  refuseUnknownNames(env);
  const origins: Partial<Record<keyof SettingValues, Origin>> = {};
  const values: Partial<Record<keyof SettingValues, unknown>> = {};
  for (const key of keys) {
    const row = settingTable[key];
    const text = present(env[row.env]);
    values[key] = text === undefined ? config?.values[key] : readText(key, text);
    origins[key] = text !== undefined ? "environment" : values[key] === undefined ? "default" : "config";
  }
  const { mode, refresh, strict, dir, report, manifest, ...rest } = values as Partial<SettingValues>;
  const absolute = (key: keyof SettingValues, file: string): string =>
    path.resolve(origins[key] === "config" ? root : cwd, file);
  const patterns = present(env["ASTROCACHE"]);
  return {
    mode: withRefresh(modeOf(mode ?? "on"), refresh ?? false),
    verifyRate: rateOf(mode ?? "on"),
    verifyExit: rest.verifyExit ?? 0,
    strict: strict ?? false,
    root,
    targets:
      patterns === undefined
        ? (config?.values.targets ?? [])
        : [{ pattern: patterns, from: "ASTROCACHE", options: {} }],
    dir: dir === undefined ? undefined : absolute("dir", dir),
    store: rest.store,
    stores: config?.values.stores ?? {},
    storeTimeout: rest.storeTimeout,
    maxSize: rest.maxSize,
    maxAge: rest.maxAge,
    secret: rest.secret,
    defaults: {
      ...(rest.ttl === undefined ? {} : { ttl: rest.ttl }),
      ...(rest.deps === undefined ? {} : { deps: rest.deps }),
    },
    report:
      report === undefined
        ? { kind: "line" }
        : "path" in report
          ? { ...report, path: absolute("report", report.path) }
          : report,
    manifest: manifest === undefined ? undefined : absolute("manifest", manifest),
    origins: { ...(origins as Record<keyof SettingValues, Origin>), targets: originOfTargets(patterns, config) },
  };
}

const PREFIX = "ASTROCACHE_";
const keys = Object.keys(settingTable) as (keyof SettingValues)[];

function readText(key: keyof SettingValues, text: string): unknown {
  const judged = judge(key, text, settingTable[key].env);
  if ("value" in judged) return judged.value;
  throw invalid(judged.what, judged.remedy);
}

function present(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === "" ? undefined : text.trim();
}

function refuseUnknownNames(env: Environment): void {
  const known = [...keys.map((key) => settingTable[key].env), ...OTHER_NAMES];
  for (const name of Object.keys(env)) {
    if (!name.startsWith(PREFIX) || known.includes(name)) continue;
    const match = closest(
      name.slice(PREFIX.length),
      known.map((other) => other.slice(PREFIX.length)),
    );
    const remedy = match === undefined ? `Known are ASTROCACHE, ${list(known)}.` : `Did you mean ${PREFIX}${match}?`;
    throw new AstrocacheError("UNKNOWN_SETTING", `unknown environment variable ${name}`, { remedy });
  }
}

function modeOf(written: WrittenMode): Mode {
  return written.startsWith("verify=") ? "verify" : (written as Mode);
}

function rateOf(written: WrittenMode): number {
  return written.startsWith("verify=") ? Number(written.slice("verify=".length)) : 1;
}

/** `ASTROCACHE_REFRESH` is the mode `refresh` for one run; where nothing is cached there is nothing to refresh. */
function withRefresh(mode: Mode, refresh: boolean): Mode {
  if (!refresh || mode === "off" || mode === "bypass") return mode;
  if (mode === "on" || mode === "refresh") return "refresh";
  throw invalid(`ASTROCACHE_REFRESH=1 contradicts the mode ${mode}`, "Set one of the two.");
}

function originOfTargets(patterns: string | undefined, config: LoadedConfig | undefined): Origin {
  if (patterns !== undefined) return "environment";
  return config?.values.targets === undefined ? "default" : "config";
}

function invalid(what: string, remedy: string): AstrocacheError {
  return new AstrocacheError("INVALID_SETTING", what, { remedy });
}
