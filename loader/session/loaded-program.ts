import { ModuleTable } from "../digest/world/module-table.ts";
import { ImportResolver } from "../digest/world/resolve.ts";
import { openFacts } from "../facts/facts-store.ts";
import type { UnmatchedPattern } from "../select/unmatched.ts";
import type { Found, PlannedTarget } from "./load-plan.ts";
import type { SessionRecord } from "./records.ts";

export interface DeclinedTarget {
  readonly url: string;
  readonly name: string;
  readonly note: Found["declined"][number]["note"];
}

/** What the listeners have told of the modules that the program loaded. */
export class LoadedProgram {
  readonly modules: ModuleTable;
  readonly resolver = new ImportResolver();
  readonly unmatched: UnmatchedPattern[] = [];
  readonly declined: DeclinedTarget[] = [];
  readonly #targets = new Map<string, ReadonlyMap<number, PlannedTarget>>();
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
        return this.#loaded(record);
    }
  }

  #loaded({ url, textHash, found }: Extract<SessionRecord, { type: "loaded" }>): void {
    this.modules.add(url, textHash, found?.reachesOut, found?.outline);
    this.#targets.delete(url);
    if (found === undefined) return;
    if (found.targets.length > 0) this.#targets.set(url, new Map(found.targets.map((one) => [one.fn.index, one])));
    this.unmatched.push(...found.unmatched);
    this.declined.push(...found.declined.map(({ name, note }) => ({ url, name, note })));
  }

  picked(url: string, index: number): PlannedTarget | undefined {
    return this.#targets.get(url)?.get(index);
  }

  /** Every target, called or not. */
  *targets(): Generator<{ readonly url: string; readonly index: number }> {
    for (const [url, indexes] of this.#targets) for (const index of indexes.keys()) yield { url, index };
  }
}
