import assert from "node:assert/strict";
import type { Program } from "./program.ts";
import { TSX, type HookedRun, type Project, type Run } from "./project.ts";
import type { Way } from "./ways.ts";

/** Runs a program without the hook, once for each set of flags. */
export class Baselines {
  readonly #project: Project;
  readonly #program: Program;
  readonly #runs = new Map<string, Promise<Run>>();

  constructor(project: Project, program: Program) {
    this.#project = project;
    this.#program = program;
  }

  of(way: Way): Promise<Run> {
    const tsx = this.#program.needsTsx === true && way.withTsx !== true ? ["--import", TSX] : [];
    const args = [...way.without, ...tsx, ...this.#program.run];
    const known = this.#runs.get(args.join("\0"));
    const run = known ?? this.#project.run(args);
    this.#runs.set(args.join("\0"), run);
    return run;
  }
}

/** The program prints the same with the hook, from rewritten texts, and its listener was told what it has to know. */
export async function check(project: Project, program: Program, way: Way, baselines: Baselines): Promise<void> {
  const without = await baselines.of(way);
  const hooked = await project.runLogged([...way.flags, ...program.run], way.env);
  assert.equal(without.code, 0, without.stderr);
  assert.equal(hooked.stderr, without.stderr);
  assert.equal(hooked.code, 0);
  if (program.untouchedIn?.includes(way.name) === true) {
    assert.equal(hooked.stdout.replaceAll("rewritten", "plain"), without.stdout);
    return;
  }
  assert.equal(hooked.stdout, without.stdout.replaceAll("plain", "rewritten"));
  assertSeen(project, program, way, hooked);
  assertResolved(project, program, hooked);
}

function assertSeen(project: Project, program: Program, way: Way, { seen }: HookedRun): void {
  const loaded = seen.filter((one) => one.type === "loaded").filter(({ url }) => !isOfTest(url));
  const expected = (way.withTsx === true ? program.seenWithTsx : undefined) ?? program.seen;
  const nameOf = (url: string): string => (program.isSeenByFile === true ? project.fileOf(url) : project.nameOf(url));
  const names = loaded.map(({ url, kind }) => `${nameOf(url)} ${kind}`).sort();
  assert.deepEqual(program.isSeenByFile === true ? [...new Set(names)] : names, [...expected].sort());
  for (const { url, text } of loaded) {
    const written = program.files[project.fileOf(url)];
    if (written !== undefined) assert.equal(text, written.replace("\ufeff", ""));
  }
}

function assertResolved(project: Project, program: Program, { seen }: HookedRun): void {
  const told = seen
    .filter((one) => one.type === "resolved")
    .map(
      ({ parentUrl, kind, specifier, url }) =>
        `${project.nameOf(parentUrl)} ${kind} ${specifier} → ${project.nameOf(url)}`,
    );
  for (const expected of program.resolved ?? [])
    assert.ok(told.includes(expected), `${expected} is not among\n${told.join("\n")}`);
  const parents = seen.filter((one) => one.type === "resolved").map(({ parentUrl }) => parentUrl);
  assert.deepEqual(
    parents.filter((url) => url.includes("/node_modules/")),
    [],
  );
}

/** The loaders that the tests themselves put in. */
function isOfTest(url: string): boolean {
  return /\/dist\/test\/hooks\/support\/[^/]*$/.test(url);
}
