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
