import type { ModuleFacts } from "../../analysis/facts.ts";
import type { ModuleAccess } from "./find-export.ts";

/**
 * Which `export *` of a module hand on which name, so that a name that a thousand of them could give is not looked for
 * behind each. Made when a module is first asked for, and only for those with many.
 */
export class StarNames {
  readonly #modules = new Map<string, Stars>();
  readonly #access: ModuleAccess;

  constructor(access: ModuleAccess) {
    this.#access = access;
  }

  /** Those of the module's `export *`, in their order, behind which `name` may be. */
  places(url: string, facts: ModuleFacts, name: string): readonly number[] {
    if (facts.starExports.length < FEW) return facts.starExports;
    let stars = this.#modules.get(url);
    if (stars === undefined) this.#modules.set(url, (stars = this.#gather(url, facts)));
    const found = [...(stars.byName.get(name) ?? []), ...stars.open].sort((a, b) => a - b);
    return found.flatMap((index) => facts.starExports[index] ?? []);
  }

  #gather(url: string, facts: ModuleFacts): Stars {
    const stars: Stars = { byName: new Map(), open: [] };
    for (const [index, place] of facts.starExports.entries()) {
      const names = this.#namesBehind(url, facts, place);
      if (names === undefined) stars.open.push(index);
      for (const name of names ?? []) {
        const known = stars.byName.get(name);
        if (known === undefined) stars.byName.set(name, [index]);
        else known.push(index);
      }
    }
    return stars;
  }

  /** Undefined where they are in no facts. */
  #namesBehind(url: string, facts: ModuleFacts, place: number): ReadonlySet<string> | undefined {
    const names = new Set<string>();
    const modules = new Map([[url, [place]]]);
    const known = new Map([[url, facts]]);
    for (const [from, places] of modules) {
      for (const each of places) {
        const target = this.#target(from, known.get(from), each);
        if (target === undefined) return undefined;
        if (modules.has(target.url)) continue;
        known.set(target.url, target.facts);
        modules.set(target.url, [...target.facts.starExports]);
        for (const name of Object.keys(target.facts.exports)) names.add(name);
      }
    }
    return names;
  }

  #target(from: string, facts: ModuleFacts | undefined, place: number): Target | undefined {
    const imported = facts?.imports[place];
    const resolved = imported === undefined ? undefined : this.#access.resolver.resolve(from, imported);
    if (resolved?.kind !== "source") return undefined;
    const outcome = this.#access.modules.facts(resolved.url);
    return outcome.ok ? { url: resolved.url, facts: outcome.facts } : undefined;
  }
}

interface Stars {
  /** Places in the list of the module's `export *`. */
  readonly byName: Map<string, number[]>;
  /** What these lead to is known only where it is looked for. */
  readonly open: number[];
}

interface Target {
  readonly url: string;
  readonly facts: ModuleFacts;
}

/** Looking behind so many costs less than a table of names. */
const FEW = 8;
