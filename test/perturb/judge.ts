import { virtualProgram, type Files } from "../digest/virtual-program.ts";
import type { Edit } from "./edit.ts";
import type { Graph, Target } from "./graph.ts";
import { resolveIn } from "./program-edits.ts";
import { bundles } from "./reach.ts";
import { reachedText } from "./second-opinion.ts";

export interface Survivor {
  readonly kind: "missed" | "needless" | "broken";
  readonly rule: string;
  readonly place: string;
  readonly target: string;
  readonly detail: string;
}

export interface Verdict {
  /** Pairs of an edit and a target: those that had to move its digest, and those that had not. */
  readonly mustChange: number;
  readonly mustStay: number;
  readonly survivors: readonly Survivor[];
}

/** What identifies a call of a target as far as it is known before the call. */
interface Identity {
  readonly code: string;
  readonly state: string;
  readonly stateNames: readonly string[];
}

/** Compares the digests of a graph's targets before and after edits with what these edits mean. */
export class Judge {
  readonly #graph: Graph;
  readonly #before: readonly (Identity | undefined)[];
  readonly #bundles: readonly string[];

  readonly #reached: (string | undefined)[] = [];

  private constructor(graph: Graph, before: readonly string[]) {
    this.#graph = graph;
    this.#bundles = before;
    this.#before = identities(graph.files, graph.targets);
    const unknown = graph.targets.filter((_, place) => this.#before[place] === undefined);
    if (unknown.length > 0)
      throw new Error(`${graph.name} has no ${unknown.map(({ file, name }) => `${file}#${name}`).join()}`);
  }

  static async of(graph: Graph): Promise<Judge> {
    const before = await bundles(graph.files, graph.targets);
    if (before === undefined) throw new Error(`${graph.name} cannot be bundled as it is`);
    return new Judge(graph, before);
  }

  /** Undefined where the edit leaves no program. */
  async judge(edit: Edit): Promise<Verdict | undefined> {
    const expected = await this.#expected(edit);
    if (expected === undefined) return undefined;
    const targets = this.#graph.targets.map((target) => ({
      ...target,
      file: edit.renamed?.get(target.file) ?? target.file,
    }));
    const after = identities(edit.files, targets, edit.order);
    const survivors: Survivor[] = [];
    let mustChange = 0;
    for (const [place, target] of this.#graph.targets.entries()) {
      const [old, now] = [this.#before[place], after[place]];
      if (old === undefined || now === undefined || this.#isAnother(target, edit)) continue;
      const hasMoved = old.code !== now.code || old.state !== now.state;
      const mustMove = expected[place] === true && (hasMoved || (await this.#isReached(edit, place)));
      if (mustMove) mustChange++;
      if (hasMoved === mustMove) continue;
      const detail = old.code !== now.code ? "code" : `state ${old.stateNames.join()} → ${now.stateNames.join()}`;
      survivors.push({
        kind: hasMoved ? "needless" : "missed",
        rule: edit.rule,
        place: edit.place,
        target: `${target.file}#${target.name}`,
        detail,
      });
    }
    return { mustChange, mustStay: expected.length - mustChange, survivors };
  }

  /** The bundlers ask for a target by its export. Where that is retargeted they tell of another function. */
  #isAnother({ file, exported }: Target, { files, renamed }: Edit): boolean {
    const aliases = (text = ""): number => text.split(` as ${exported}`).length;
    return aliases(this.#graph.files[file]) !== aliases(files[renamed?.get(file) ?? file]);
  }

  /** Esbuild keeps statements with effects that the target does not depend on. */
  async #isReached({ files }: Edit, place: number): Promise<boolean> {
    const target = this.#graph.targets[place];
    if (target === undefined) return true;
    this.#reached[place] ??= await reachedText(this.#graph.files, target);
    const before = this.#reached[place];
    return before === undefined || before !== (await reachedText(files, target));
  }

  /** For each target whether the edit has to move its digest. */
  async #expected(edit: Edit): Promise<readonly boolean[] | undefined> {
    if (edit.effect === "cosmetic" || edit.isMarkedOutside) return this.#graph.targets.map(() => false);
    const after = await bundles(edit.files, this.#graph.targets);
    return after?.map((text, place) => text !== this.#bundles[place]);
  }
}

function identities(
  files: Files,
  targets: readonly Target[],
  order?: readonly string[],
): readonly (Identity | undefined)[] {
  const program = virtualProgram(files, order, (importer, specifier) => resolveIn(files, importer, specifier));
  return targets.map(({ file, name }) => {
    if (!program.has(file, name)) return undefined;
    const link = program.link(file, name);
    if (!link.ok) throw new Error(`${file}#${name}: ${link.note.code} ${link.note.detail ?? ""}`);
    const state = link.state.map(({ codeDigest, changeable, changed, fixed }) =>
      [codeDigest, changeable, changed, fixed].join(),
    );
    return {
      code: link.codeDigest,
      state: [...state, ...link.environment, `${link.locations.length}`].join("\n"),
      stateNames: link.state.map((entry) => entry.name),
    };
  });
}
