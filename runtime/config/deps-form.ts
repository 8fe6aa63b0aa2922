/**
 * How packages under `node_modules` count.
 * - `version`: by their versions and those of what they depend on.
 * - `source`: by their code, as the program's own; or only those of the list, the others by version.
 */
export type DepsForm = "version" | "source" | readonly string[];

/** How it is written, for messages. */
export const DEPS_FORM = "source, source:name,@scope/name, or version";

/** A list of names, which only a config file can give, means the code of these packages. */
export function readDeps(value: unknown): DepsForm | undefined {
  if (value === "source" || value === "version") return value;
  const names =
    typeof value === "string" && value.startsWith("source:") ? value.slice("source:".length).split(",") : value;
  if (!Array.isArray(names) || names.length === 0) return undefined;
  const isName = (name: unknown): name is string => typeof name === "string" && packageName.test(name);
  return names.every(isName) ? [...new Set(names)].sort() : undefined;
}

const packageName = /^(?:@[^\s/,:@]+\/)?[^\s/,:@]+$/;
