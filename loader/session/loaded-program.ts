import { ModuleTable } from "../digest/module-table.ts";
import { ImportResolver } from "../digest/resolve.ts";
import { openFacts } from "../facts/facts-store.ts";
import type { UnmatchedPattern } from "../select/unmatched.ts";
import type { SessionRecord } from "./records.ts";

export type PickedTarget = Extract<SessionRecord, { type: "loaded" }>["targets"][number];

export interface DeclinedTarget {
  readonly url: string;
  readonly name: string;
  readonly note: Extract<SessionRecord, { type: "loaded" }>["declined"][number]["note"];
}

/** What the listeners have told of the modules that the program loaded. */
export class LoadedProgram {
  readonly modules: ModuleTable;
  readonly resolver = new ImportResolver();
  readonly unmatched: UnmatchedPattern[] = [];
  readonly declined: DeclinedTarget[] = [];
  readonly #targets = new Map<string, ReadonlyMap<number, PickedTarget>>();
  readonly #onTagged: () => void;

  /** `onTagged`: the first tag of the project was found. */
  constructor(factsFolder: string, onTagged: () => void) {
    this.modules = new ModuleTable(openFacts(factsFolder));
    this.#onTagged = onTagged;
  }

  accept(record: SessionRecord): void {
    switch (record.type) {
      case "resolved": {
        const { parentUrl, kind, specifier, url } = record.resolution;
        return this.resolver.record(parentUrl, kind, specifier, url);
      }
      case "tagged":
        return this.#onTagged();
      case "loaded":
        this.modules.add(record.url, record.textHash, record.reachesOut);
        this.#targets.set(record.url, new Map(record.targets.map((target) => [target.index, target])));
        this.unmatched.push(...record.unmatched);
        this.declined.push(...record.declined.map(({ name, note }) => ({ url: record.url, name, note })));
    }
  }

  picked(url: string, index: number): PickedTarget | undefined {
    return this.#targets.get(url)?.get(index);
  }

  /** Every target, called or not. */
  *targets(): Generator<{ readonly url: string; readonly index: number }> {
    for (const [url, indexes] of this.#targets) for (const index of indexes.keys()) yield { url, index };
  }
}
