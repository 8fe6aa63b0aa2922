import type { Command } from "./command.ts";

interface CommandRow {
  /** One line, for the list of commands. */
  readonly summary: string;
  /** Loaded when it is used. */
  readonly load: () => Promise<{ readonly command: Command }>;
}

/** Every command, in the order of the help. */
export const commands: Readonly<Record<string, CommandRow>> = {
  run: { summary: "Run a program with the cache.", load: () => import("./commands/run.ts") },
  why: { summary: "Say why functions ran in the last run.", load: () => import("./commands/why.ts") },
  report: { summary: "Write a page of the last run.", load: () => import("./commands/report.ts") },
  inspect: {
    summary: "List what is picked and what is declined, without running.",
    load: () => import("./commands/inspect.ts"),
  },
  digest: {
    summary: "Print the digest of each function's code, without running.",
    load: () => import("./commands/digest.ts"),
  },
  ls: { summary: "List what is stored.", load: () => import("./commands/ls.ts") },
  stats: { summary: "Count what is stored, function by function.", load: () => import("./commands/stats.ts") },
  clear: { summary: "Remove what is stored.", load: () => import("./commands/clear.ts") },
  prune: { summary: "Remove what is old or too much.", load: () => import("./commands/prune.ts") },
  accept: {
    summary: "Say that an edit was cosmetic: earlier results count.",
    load: () => import("./commands/accept.ts"),
  },
  doctor: { summary: "Check that the cache can work here.", load: () => import("./commands/doctor.ts") },
};
