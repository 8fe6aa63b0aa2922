import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { FACTS_VERSION } from "../../loader/analysis/facts.ts";
import { CODE_DIGEST_VERSION } from "../../loader/digest/link-roots.ts";
import { ownGraphs } from "../perturb/corpus.ts";
import { resolveIn } from "../perturb/program-edits.ts";
import { virtualProgram } from "./virtual-program.ts";

/** Digests of the targets in `test/fixtures/perturb`, and the versions under which they were made. */
export interface Golden {
  readonly factsVersion: number;
  readonly codeDigestVersion: string;
  readonly digests: Readonly<Record<string, string>>;
}

export const goldenFile = join(fileURLToPath(new URL("../../../", import.meta.url)), "test/digest/golden/digests.json");

export function currentGolden(): Golden {
  const digests = ownGraphs().flatMap(({ name, files, targets }) => {
    const program = virtualProgram(files, undefined, (importer, specifier) => resolveIn(files, importer, specifier));
    return targets.map((target) => [`${name}/${target.file}#${target.name}`, program.digest(target.file, target.name)]);
  });
  return {
    factsVersion: FACTS_VERSION,
    codeDigestVersion: CODE_DIGEST_VERSION,
    digests: Object.fromEntries(digests) as Record<string, string>,
  };
}
