import { readFileSync } from "node:fs";
import path from "node:path";
import { AstrocacheError } from "../../runtime/errors.ts";
import { changedParts, type Digested } from "../../runtime/report/changed-parts.ts";
import { printable } from "../../runtime/report/humanize.ts";
import type { Command, Result } from "../command.ts";
import { inspectTargets, type InspectedTarget } from "../inspect/inspection.ts";
import { openProgram } from "../inspect/open.ts";

/** What `digest --json` prints and `digest --diff` reads. */
interface Digests {
  readonly version: 1;
  readonly targets: readonly DigestedTarget[];
}

interface DigestedTarget extends Pick<InspectedTarget, "id" | "codeDigest"> {
  readonly parts: readonly Digested[];
}

interface Change {
  readonly id: string;
  readonly change: "added" | "removed" | "changed";
  /** Parts whose own text was edited. */
  readonly parts: readonly string[];
}

export const command: Command = {
  usage: "[pattern…] [--diff <old.json>]",
  description:
    "Prints the digest of the code of each function that patterns and tags pick, with all that it reaches. Nothing is run. With --diff, names " +
    "the functions whose digests differ from an earlier --json, and the edits that are the cause; exits with 1 where there are any.",
  options: { diff: { type: "string", value: "old.json", description: "What digest --json printed before." } },
  words: { min: 0, max: Infinity },
  examples: [
    { line: "digest", what: "of what a run with these settings would cache" },
    { line: "digest --json > before.json", what: "keep them" },
    { line: "digest --diff before.json", what: "what has changed since" },
  ],
  async run(args, place) {
    const program = await openProgram(place, args.words);
    const [error] = program.errors;
    if (error !== undefined) throw error;
    const now: Digests = {
      version: 1,
      targets: inspectTargets(program, place.project.root).map(({ id, codeDigest, parts }) => ({
        id,
        codeDigest,
        parts: parts.map(({ label, digest }) => ({ label, digest })),
      })),
    };
    const old = args.text("diff");
    if (old !== undefined) return difference(readDigests(path.resolve(place.cwd, old)), now);
    return {
      data: now,
      text: () =>
        now.targets.map(({ id, codeDigest }) => `${codeDigest ?? "-".repeat(64)}  ${printable(id)}`).join("\n"),
    };
  },
};

function difference(before: Digests, now: Digests): Result {
  const old = new Map(before.targets.map((target) => [target.id, target]));
  const current = new Set(now.targets.map(({ id }) => id));
  const changes: Change[] = [
    ...before.targets
      .filter(({ id }) => !current.has(id))
      .map(({ id }): Change => ({ id, change: "removed", parts: [] })),
    ...now.targets.flatMap((target): Change[] => {
      const former = old.get(target.id);
      if (former === undefined) return [{ id: target.id, change: "added", parts: [] }];
      if (former.codeDigest === target.codeDigest) return [];
      return [{ id: target.id, change: "changed", parts: changedParts(former.parts, target.parts) }];
    }),
  ];
  return {
    data: { version: 1, changes },
    text: (paint) => {
      if (changes.length === 0) return "No digest has changed.";
      return changes
        .map(
          ({ id, change, parts }) =>
            `${paint("yellow", change)} ${printable(id)}${parts.length === 0 ? "" : `: ${parts.map(printable).join(", ")}`}`,
        )
        .join("\n");
    },
    exitCode: changes.length === 0 ? 0 : 1,
  };
}

function readDigests(file: string): Digests {
  const fail = (what: string): AstrocacheError =>
    new AstrocacheError("USAGE", `${file} ${what}`, { remedy: "Give a file that astrocache digest --json printed." });
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    throw fail(`cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
  if (!isDigests(value)) throw fail("holds no digests of version 1");
  return value;
}

function isDigests(value: unknown): value is Digests {
  const isPart = (part: unknown): boolean =>
    isRecord(part) && typeof part["label"] === "string" && typeof part["digest"] === "string";
  const isTarget = (target: unknown): boolean =>
    isRecord(target) &&
    typeof target["id"] === "string" &&
    Array.isArray(target["parts"]) &&
    target["parts"].every(isPart);
  return (
    isRecord(value) && value["version"] === 1 && Array.isArray(value["targets"]) && value["targets"].every(isTarget)
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
