/** What code reads of its process besides the environment. Each counts by its value where reached code reads it by name. */
export const PROCESS_INPUTS = [
  "arch",
  "argv",
  "argv0",
  "cwd",
  "execArgv",
  "execPath",
  "pid",
  "platform",
  "ppid",
  "title",
  "version",
  "versions",
] as const;

export type ProcessInput = (typeof PROCESS_INPUTS)[number];

/** In the place of a name of an environment variable: any of them may be read. */
export const WHOLE_ENVIRONMENT = "*";

/** Variables that count for code, as text for a key. */
export function readEnvironment(names: readonly string[], environment: NodeJS.ProcessEnv): string {
  const read = names.includes(WHOLE_ENVIRONMENT) ? Object.keys(environment).filter(isOfProgram).sort() : names;
  return read.map((name) => `\0env ${name} ${JSON.stringify(environment[name] ?? null)}`).join("");
}

/** Our own settings are none of the program's business: a run that only writes a report hits all the same. */
function isOfProgram(name: string): boolean {
  return !name.startsWith("ASTROCACHE");
}

/** The value as text, for a key. */
export function readProcessInput(name: ProcessInput): string {
  return JSON.stringify(name === "cwd" ? workingFolder() : process[name]);
}

function workingFolder(): string | null {
  try {
    return process.cwd();
  } catch {
    // The folder was removed. The function that asks for it fails by itself.
    return null;
  }
}
