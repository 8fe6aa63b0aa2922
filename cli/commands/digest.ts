import path from "node:path";
import type { Manifest } from "../../loader/digest/manifest.ts";
import { printable } from "../../runtime/report/humanize.ts";
import type { Command } from "../command.ts";
import { compareManifests, type ManifestChanges, readManifest } from "../inspect/compare-manifests.ts";
import { inspectTargets } from "../inspect/inspection.ts";
import { entryOption, openProgram } from "../inspect/open.ts";
import type { StaticProgram } from "../inspect/static-program.ts";
import type { Paint } from "../paint.ts";

export const command: Command = {
  usage: "[pattern…] [--entry <files>] [--diff <old.json>]",
  description:
    "Prints the digest of the code of each function that patterns and tags pick, with all that it reaches, and of each module, by itself and " +
    "chained over all that it imports. Nothing is run. With --diff, names what differs from an earlier --json, or from what a run wrote to " +
    "ASTROCACHE_MANIFEST, and the edits that are the cause; exits with 1 where anything does. " +
    "A program begins with a file that no other file imports, unless --entry names it: what one program changes of globals does not count in another.",
  options: {
    entry: entryOption,
    diff: { type: "string", value: "old.json", description: "What digest --json printed before, or a run wrote." },
  },
  words: { min: 0, max: Infinity },
  examples: [
    { line: "digest", what: "of what runs with these settings would cache" },
    { line: "digest --entry src/app.ts", what: "as in runs of one program" },
    { line: "digest --json > before.json", what: "keep them" },
    { line: "digest --diff before.json", what: "what has changed since" },
  ],
  async run(args, place) {
    const program = await openProgram(place, { patterns: args.words, entries: args.text("entry") });
    const [error] = program.errors;
    if (error !== undefined) throw error;
    const now = manifestOf(program, place.project.root);
    const old = args.text("diff");
    if (old === undefined) return { data: now, text: () => manifestText(now) };
    const changes = compareManifests(readManifest(path.resolve(place.cwd, old)), now);
    return {
      data: { version: 1, ...changes },
      text: (paint) => changesText(changes, paint),
      exitCode: exitCode(changes),
    };
  },
};

function manifestOf(program: StaticProgram, root: string): Manifest {
  const targets = inspectTargets(program, root).map(({ id, entries, codeDigest, parts }) => ({
    id,
    ...(entries === undefined ? {} : { entries }),
    codeDigest,
    parts,
  }));
  return { version: 1, modules: program.digests(), targets: targets.sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

function manifestText({ modules, targets }: Manifest): string {
  const none = "-".repeat(64);
  const rows = targets.map(({ id, entries, codeDigest }) => {
    const where = entries === undefined ? "" : ` in ${entries.join(", ")}`;
    return `${codeDigest ?? none}  ${printable(id + where)}`;
  });
  const heading = modules.length === 0 ? [] : ["", `${"module".padEnd(64)}  ${"with all that it imports".padEnd(64)}`];
  const files = modules.map(({ file, digest, chained }) => `${digest ?? none}  ${chained ?? none}  ${printable(file)}`);
  return [...rows, ...heading, ...files].join("\n");
}

function exitCode({ targets, modules }: ManifestChanges): number {
  return targets.length + modules.length === 0 ? 0 : 1;
}

function changesText({ targets, modules }: ManifestChanges, paint: Paint): string {
  const rows = targets.map(({ id, change, parts }) => {
    const cause = parts.length === 0 ? "" : `: ${parts.map(printable).join(", ")}`;
    return `${paint("yellow", change)} ${printable(id)}${cause}`;
  });
  const files = modules.map(({ file, change }) => `${paint("yellow", change)} ${printable(file)}`);
  return rows.length + files.length === 0 ? "No digest has changed." : [...rows, ...files].join("\n");
}
