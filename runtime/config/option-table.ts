import { DEPS_FORM, readDeps } from "./deps-form.ts";
import { DURATION_FORM, parseDuration } from "./duration.ts";
import type { TargetOptions } from "./target-options.ts";

interface OptionRow<T> {
  /** What a value looks like, for messages. */
  readonly form: string;
  /** From the text of a tag, or from the value in a config file; undefined where it is not of the form. */
  readonly read: (value: unknown) => T | undefined;
  /** What the name alone stands for in a tag. */
  readonly alone?: string;
}

const identifier = String.raw`[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*`;
const inputPath = new RegExp(String.raw`^${identifier}(?:\.(?:#?${identifier}|\d+))*$`, "u");

/** Every option that works. A row here is all that a new one needs for tags, patterns and the config file. */
export const optionTable: { readonly [Name in keyof TargetOptions]-?: OptionRow<NonNullable<TargetOptions[Name]>> } = {
  ttl: { form: DURATION_FORM, read: readDuration },
  ignore: { form: "names of parameters and paths below them, such as logger,options.signal,this", read: readPaths },
  version: { form: "a text that is not empty", read: readText },
  env: { form: "names of environment variables, such as API_URL,LANG", read: readNames },
  files: { form: "globs of files, relative to the root, such as data/*.csv,!data/tmp.csv", read: readGlobs },
  deps: { form: DEPS_FORM, read: readDeps },
  minDuration: { form: DURATION_FORM, read: readDuration },
  stream: { form: "true", read: readFlag, alone: "true" },
};

/** Milliseconds. A number, which only a config file can give, is milliseconds already. */
export function readDuration(value: unknown): number | undefined {
  if (typeof value === "string") return parseDuration(value);
  return Number.isSafeInteger(value) && (value as number) > 0 ? (value as number) : undefined;
}

export function readText(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

function readFlag(value: unknown): boolean | undefined {
  return value === true || value === "true" ? true : undefined;
}

function readPaths(value: unknown): string[] | undefined {
  return readList(value, (path) => inputPath.test(path));
}

function readNames(value: unknown): string[] | undefined {
  return readList(value, (name) => /^[^\s=,]+$/.test(name))?.sort();
}

/** In the order of writing; one at least takes files in. A folder above the root is none of the project's. */
function readGlobs(value: unknown): string[] | undefined {
  const globs = readList(value, (glob) => /^!?[^!\s/]/.test(glob) && !/(?:^!?|\/)\.\.(?:\/|$)|\\/.test(glob));
  return globs?.some((glob) => !glob.startsWith("!")) === true
    ? globs.map((glob) => glob.replace(/^(!?)(?:\.\/)+/, "$1"))
    : undefined;
}

/** Texts parted by commas, but for those between braces; or, in a config file, a list. */
function readList(value: unknown, isValid: (text: string) => boolean): string[] | undefined {
  const texts: unknown = typeof value === "string" ? value.split(/,(?![^{]*\})/) : value;
  if (!Array.isArray(texts) || texts.length === 0) return undefined;
  const isText = (text: unknown): text is string => typeof text === "string" && isValid(text);
  return texts.every(isText) ? [...new Set(texts)] : undefined;
}
