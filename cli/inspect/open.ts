import type { TargetEntry } from "../../runtime/config/config.ts";
import { factsFolderOf } from "../../loader/session/facts-folder.ts";
import type { Place } from "../place.ts";
import { openStaticProgram, type StaticProgram } from "./static-program.ts";

/** The program below the root, with the patterns that are given, or else those of the settings; tags count in any case. */
export async function openProgram(
  place: Place,
  patterns: readonly string[],
  alsoLookInto?: string,
): Promise<StaticProgram> {
  const { targets, defaults, root } = await place.settings();
  const given = patterns.map((pattern): TargetEntry => ({ pattern, from: "pattern", options: {} }));
  return openStaticProgram({
    root,
    project: place.project.name,
    targets: given.length > 0 ? given : targets,
    defaults,
    alsoLookInto,
    factsFolder: factsFolderOf(await place.folder(), root),
  });
}
