import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FactsStore } from "../../loader/facts/facts-store.ts";
import { fetchVersions } from "./fetch.ts";
import type { History } from "./histories.ts";
import { createStage, type TargetRun } from "./stage.ts";
import { nameCode, strategies } from "./strategies.ts";

export interface Score {
  hits: number;
  stale: number;
}

export interface Replay {
  readonly name: string;
  readonly steps: number;
  /** Calls of the steps, all but those that threw. */
  readonly calls: number;
  /** Calls that gave the same as in the version before. */
  readonly equal: number;
  readonly bypassed: Readonly<Record<string, number>>;
  readonly scores: ReadonlyMap<string, Score>;
  /** `version: call → what was answered / what is right`. */
  readonly stale: readonly string[];
}

export const OURS = "astrocache";

/** Makes the same calls in every version of a package, with one cache from the first to the last. The first one fills it. */
export function replay(history: History, progress: (text: string) => void): Replay {
  const folder = mkdtempSync(join(tmpdir(), "astrocache-replay-"));
  try {
    return new Run(history, folder).replay(progress);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

class Run {
  readonly #history: History;
  readonly #folder: string;
  readonly #scores = new Map<string, Score>([OURS, ...strategies].map((name) => [name, { hits: 0, stale: 0 }]));
  /** For each simpler strategy what it would hold: code and call → result. */
  readonly #held = new Map<string, string>();
  readonly #bypassed: Record<string, number> = {};
  readonly #stale: string[] = [];
  #before = new Map<string, string | null>();
  #calls = 0;
  #equal = 0;

  constructor(history: History, folder: string) {
    this.#history = history;
    this.#folder = folder;
  }

  replay(progress: (text: string) => void): Replay {
    const stage = createStage(this.#history, join(this.#folder, "app"));
    const store = new FactsStore(join(this.#folder, "facts"), () => undefined);
    const versions = fetchVersions(this.#history);
    for (const [step, fetched] of versions.entries()) {
      stage.lay(fetched);
      const right = stage.run(undefined);
      const ours = stage.run(join(this.#folder, "cache"));
      const codeOf = nameCode({ root: stage.root, version: fetched.version }, store);
      for (const [place, target] of right.entries())
        this.#judge(target, ours[place], { version: fetched.version, counts: step > 0, code: codeOf(target) });
      progress(`${this.#history.name} ${fetched.version}: ${JSON.stringify(Object.fromEntries(this.#scores))}`);
    }
    return {
      name: this.#history.name,
      steps: versions.length - 1,
      calls: this.#calls,
      equal: this.#equal,
      bypassed: this.#bypassed,
      scores: this.#scores,
      stale: this.#stale,
    };
  }

  #judge(
    target: TargetRun,
    ours: TargetRun | undefined,
    { version, counts, code }: { version: string; counts: boolean; code: Readonly<Record<string, string>> },
  ): void {
    for (const [place, [result]] of target.results.entries()) {
      const call = `${target.name} ${place}`;
      const [answer, outcome] = ours?.results[place] ?? [null, "none"];
      if (counts && result !== null) {
        this.#calls++;
        if (this.#before.get(call) === result) this.#equal++;
        if (outcome === "hit") this.#score(OURS, answer === result);
        else if (outcome !== "miss") this.#bypassed[outcome] = (this.#bypassed[outcome] ?? 0) + 1;
      }
      // A throw where there is none without the hook, or another result, is wrong in any case.
      if (answer !== result) this.#stale.push(`${version}: ${call} (${outcome}): ${answer} instead of ${result}`);
      for (const strategy of strategies) this.#simulate(strategy, `${code[strategy]}\0${call}`, result, counts);
      this.#before.set(call, result);
    }
  }

  #simulate(strategy: string, key: string, result: string | null, counts: boolean): void {
    if (result === null) return;
    const held = this.#held.get(`${strategy}\0${key}`);
    if (held !== undefined && counts) this.#score(strategy, held === result);
    // A hit stays what it was; a miss is kept.
    if (held === undefined) this.#held.set(`${strategy}\0${key}`, result);
  }

  #score(name: string, isRight: boolean): void {
    const score = this.#scores.get(name);
    if (score === undefined) return;
    score.hits++;
    if (!isRight) score.stale++;
  }
}
