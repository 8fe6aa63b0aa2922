import { after, describe, it } from "node:test";
import { IS_THOROUGH } from "../harness/thorough.ts";
import { Baselines, check } from "./support/check-program.ts";
import { JAVASCRIPT_PROGRAMS } from "./support/javascript-programs.ts";
import type { Program } from "./support/program.ts";
import { Project } from "./support/project.ts";
import { TYPESCRIPT_PROGRAMS } from "./support/typescript-programs.ts";
import { ALONE, WAYS, type Way } from "./support/ways.ts";

for (const [index, program] of [...JAVASCRIPT_PROGRAMS, ...TYPESCRIPT_PROGRAMS].entries()) {
  describe(program.name, { concurrency: 2 }, () => {
    const project = new Project(program.files, program.links);
    const baselines = new Baselines(project, program);
    after(() => project.remove());
    for (const way of waysOf(program, index)) it(way.name, () => check(project, program, way, baselines));
  });
}

function waysOf(program: Program, index: number): readonly Way[] {
  const ways = program.isWithoutTsx === true ? WAYS.filter(({ withTsx }) => withTsx !== true) : WAYS;
  if (IS_THOROUGH) return ways;
  if (program.everyWay === true) return ways.filter((_, place) => place % 4 === index % 4 || place === 0);
  return [ALONE, ...ways.slice(1).filter((_, place) => place === index % (ways.length - 1))];
}
