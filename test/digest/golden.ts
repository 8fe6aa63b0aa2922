import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { FACTS_VERSION } from "../../loader/analysis/facts.ts";
import { CODE_DIGEST_VERSION } from "../../loader/digest/link-roots.ts";
import { MODULE_DIGEST_VERSION } from "../../loader/digest/module-digests.ts";
import { ownGraphs } from "../perturb/corpus.ts";
import { resolveIn } from "../perturb/program-edits.ts";
import { virtualProgram } from "./virtual-program.ts";

/** Digests of the targets and of the modules in `test/fixtures/perturb`, and the versions under which they were made. */
export interface Golden {
  readonly factsVersion: number;
  readonly codeDigestVersion: string;
  readonly moduleDigestVersion: string;
  readonly digests: Readonly<Record<string, string>>;
}

export const goldenFile = join(fileURLToPath(new URL("../../../", import.meta.url)), "test/digest/golden/digests.json");

export function currentGolden(): Golden {
  const digests = ownGraphs().flatMap(({ name, files, targets }) => {
    const program = virtualProgram(files, undefined, (importer, specifier) => resolveIn(files, importer, specifier));
    const modules = Object.keys(files)
      .filter((file) => !file.endsWith(".json"))
      .map((file) => [`${name}/${file}`, Object.values(program.module(file)).join(" ")]);
    const ofTargets = targets.map((target) => [
      `${name}/${target.file}#${target.name}`,
      program.digest(target.file, target.name),
    ]);
    return [...ofTargets, ...modules];
  });
  return {
    factsVersion: FACTS_VERSION,
    codeDigestVersion: CODE_DIGEST_VERSION,
    moduleDigestVersion: MODULE_DIGEST_VERSION,
    digests: Object.fromEntries(digests) as Record<string, string>,
  };
}
