import { existsSync } from "node:fs";
import path from "node:path";
import type { TargetEntry } from "../../runtime/config/config.ts";
import { AstrocacheError } from "../../runtime/errors.ts";
import { emitOptionsOf } from "../../loader/digest/world/emit-options.ts";
import { factsFolderOf } from "../../loader/session/facts-folder.ts";
import type { OptionRow } from "../command.ts";
import type { Place } from "../place.ts";
import { openStaticProgram, type StaticProgram } from "./static-program.ts";

/** For commands that look at programs. */
export const entryOption: OptionRow = {
  type: "string",
  value: "files",
  description: "First modules of programs, with commas between them.",
};

export interface Asked {
  /** As in `ASTROCACHE`. None: those of the settings. */
  readonly patterns: readonly string[];
  /** A pattern for files that are looked into besides. */
  readonly alsoLookInto?: string | undefined;
  /** Files, relative to the working folder, with commas between them. */
  readonly entries?: string | undefined;
}

/** The program below the root, with the patterns that are given, or else those of the settings; tags count in any case. */
export async function openProgram(place: Place, { patterns, alsoLookInto, entries }: Asked): Promise<StaticProgram> {
  const { targets, defaults, root } = await place.settings();
  const given = patterns.map((pattern): TargetEntry => ({ pattern, from: "pattern", options: {} }));
  return openStaticProgram({
    root,
    project: place.project.name,
    emit: emitOptionsOf(place.cwd, place.env["TSX_TSCONFIG_PATH"]),
    targets: given.length > 0 ? given : targets,
    defaults,
    alsoLookInto,
    progress: place.progress,
    entries: entries?.split(",").map((entry) => entryFile(entry, place.cwd, root)),
    factsFolder: factsFolderOf(await place.folder(), root),
  });
}

function entryFile(entry: string, cwd: string, root: string): string {
  const file = path.resolve(cwd, entry);
  if (!existsSync(file))
    throw new AstrocacheError("USAGE", `there is no file ${entry}`, { remedy: "Write --entry=src/app.ts." });
  return path.relative(root, file).split(path.sep).join("/");
}
