import { AstrocacheError, type SourceLocation } from "../errors.ts";
import type { LoadedConfig, TargetEntry } from "./config.ts";
import { optionTable } from "./option-table.ts";
import { judge, settingTable, type SettingValues } from "./setting-table.ts";
import { rename } from "./suggest.ts";
import { isOption } from "./tag-options.ts";

/** A config as it was found, with its text for locations. */
export interface RawConfig {
  /** Relative to the root. */
  readonly file: string;
  readonly text: string;
  readonly value: unknown;
}

/**
 * Checks a config and reads its values.
 *
 * @throws AstrocacheError `INVALID_CONFIG`, with the place of the wrong key where it stands in the text.
 */
export function checkConfig(raw: RawConfig): LoadedConfig {
  const fail = failer(raw);
  if (!isRecord(raw.value))
    throw fail("the config is not an object", "Export an object by default: export default { … }.");
  const values: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(raw.value)) {
    if (value !== undefined) values[key] = readKey(key, value, fail, raw.file);
  }
  return { file: raw.file, values };
}

type Fail = (what: string, remedy: string, key?: string) => AstrocacheError;

const settingKeys = Object.keys(settingTable);
const knownKeys = ["targets", "stores", ...settingKeys.filter((key) => key !== "refresh")];

function readKey(key: string, value: unknown, fail: Fail, file: string): unknown {
  if (!knownKeys.includes(key)) throw fail(`unknown key ${JSON.stringify(key)}`, rename(key, knownKeys), key);
  if (key === "targets") return readTargets(value, fail, file);
  if (key !== "stores") return readRow(key as keyof SettingValues, value, fail);
  if (isRecord(value)) return value;
  throw fail("stores is not an object", "Write stores: { name: adapter }.", key);
}

function readRow(key: keyof SettingValues, value: unknown, fail: Fail): unknown {
  const judged = judge(key, value, key);
  if ("value" in judged) return judged.value;
  throw fail(judged.what, judged.remedy, key);
}

function readTargets(value: unknown, fail: Fail, file: string): TargetEntry[] {
  if (!Array.isArray(value)) throw fail("targets is not an array", 'Write targets: ["src/api/**#fetch*"].', "targets");
  return value.map((entry: unknown): TargetEntry => {
    if (typeof entry === "string") return { pattern: entry, from: file, options: {} };
    if (isRecord(entry) && typeof entry["pattern"] === "string") {
      return { pattern: entry["pattern"], from: file, options: readOptions(entry, fail) };
    }
    throw fail(`targets holds ${show(entry)}`, 'Write a pattern, or { pattern: "…", ttl: "1d" }.', "targets");
  });
}

function readOptions(entry: Record<string, unknown>, fail: Fail): TargetEntry["options"] {
  const options: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(entry)) {
    if (name === "pattern" || value === undefined) continue;
    const known = ["pattern", ...Object.keys(optionTable)];
    if (!isOption(name)) throw fail(`unknown option ${JSON.stringify(name)} of a target`, rename(name, known), name);
    const result = optionTable[name].read(value);
    if (result === undefined)
      throw fail(`${name}: ${show(value)} is not valid`, `Allowed: ${optionTable[name].form}.`, name);
    options[name] = result;
  }
  return options;
}

function failer({ file, text }: RawConfig): Fail {
  return (what, remedy, key) => {
    const location = key === undefined ? undefined : locate(text, key, file);
    const where = location === undefined ? `${file}: ` : "";
    return new AstrocacheError(
      "INVALID_CONFIG",
      where + what,
      location === undefined ? { remedy } : { remedy, location },
    );
  };
}

/** Where a key is written. The first place that looks like it: good enough for a person, who then looks. */
function locate(text: string, key: string, file: string): SourceLocation | undefined {
  const from = file === "package.json" ? Math.max(0, text.search(/"astrocache"\s*:\s*\{/)) : 0;
  const escaped = key.replace(/[^\w]/g, String.raw`\$&`);
  const match = new RegExp(String.raw`(?<![\w$])(["']?)${escaped}\1\s*[:,}]`).exec(text.slice(from));
  if (match === null) return undefined;
  const before = text.slice(0, from + match.index + (match[1]?.length ?? 0)).split("\n");
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
