import type { ModuleFacts } from "../../analysis/facts.ts";
import type { ReasonNote } from "../../../runtime/reasons.ts";
import type { ModuleOutline } from "../values/module-outline.ts";

export type FactsOutcome =
  | { readonly ok: true; readonly facts: ModuleFacts }
  | { readonly ok: false; readonly note: ReasonNote };

/** Gives the facts of a module's text, from disk or by parsing. */
export interface FactsReader {
  /** Of a text that Node has loaded. */
  ofLoaded(url: string, textHash: string): FactsOutcome;
  /** Of a module that has not been loaded yet, from the file as it is now. */
  ofFile(url: string): { readonly textHash: string; readonly outcome: FactsOutcome };
  /** Of the text that `ofFile` would give the facts of; empty where it cannot be read. */
  hashOfFile(url: string): string;
}

interface KnownModule {
  textHash: string;
  isLoaded: boolean;
  /** False: nothing in it changes what other modules declare. */
  mayReachOut: boolean;
  /** It was looked into as it was loaded, and tells when it has run to its end. */
  outline: ModuleOutline | undefined;
  outcome: FactsOutcome | undefined;
}

/**
 * The modules that the process has loaded, by URL, and those that its code could load. A module counts with the text that
 * was loaded, whatever its file holds by now.
 */
export class ModuleTable {
  #generation = 0;
  readonly #modules = new Map<string, KnownModule>();
  readonly #conflicts = new Set<string>();
  readonly #reader: FactsReader;

  constructor(reader: FactsReader) {
    this.#reader = reader;
  }

  /** Moves when a module is loaded that may change what was linked before. */
  get generation(): number {
    return this.#generation;
  }

  /**
   * `reachesOut`: whether its facts hold changes to what others declare; undefined where they are not known yet. `outline`: of a
   * module that is observed.
   */
  add(url: string, textHash: string, reachesOut: boolean | undefined, outline?: ModuleOutline): void {
    const mayReachOut = reachesOut !== false;
    const known = this.#modules.get(url);
    if (known !== undefined && known.textHash !== textHash) this.#conflicts.add(url);
    if (known === undefined ? mayReachOut : known.textHash !== textHash || (!known.isLoaded && mayReachOut))
      this.#generation++;
    this.#modules.set(url, {
      textHash,
      isLoaded: true,
      mayReachOut,
      outline,
      outcome: known?.textHash === textHash ? known.outcome : undefined,
    });
  }

  facts(url: string): FactsOutcome {
    // Two texts ran under one URL: which of them a function stems from cannot be told.
    if (this.#conflicts.has(url)) return { ok: false, note: { code: "source-changed", file: url } };
    const known = this.#modules.get(url);
    if (known === undefined) {
      const { textHash, outcome } = this.#reader.ofFile(url);
      this.#modules.set(url, { textHash, isLoaded: false, mayReachOut: true, outline: undefined, outcome });
      return outcome;
    }
    known.outcome ??= this.#reader.ofLoaded(url, known.textHash);
    return known.outcome;
  }

  /** What its facts follow from, besides its URL: the hash of the text that counts. Reads no facts. */
  identity(url: string): string {
    if (this.#conflicts.has(url)) return "several texts";
    const known = this.#modules.get(url);
    if (known !== undefined) return known.textHash;
    const textHash = this.#reader.hashOfFile(url);
    this.#modules.set(url, { textHash, isLoaded: false, mayReachOut: true, outline: undefined, outcome: undefined });
    return textHash;
  }

  /** Hash of the text that counts. Undefined for modules that nobody has asked for. */
  textHash(url: string): string | undefined {
    return this.#modules.get(url)?.textHash;
  }

  /** URLs of the modules that Node has loaded. */
  loaded(): string[] {
    return [...this.#modules].filter(([, known]) => known.isLoaded).map(([url]) => url);
  }

  /** Those of them that change what other modules declare, or may. Sorted by code unit. */
  reachingOut(): string[] {
    return [...this.#modules].flatMap(([url, known]) => (known.isLoaded && known.mayReachOut ? [url] : [])).sort();
  }

  isLoaded(url: string): boolean {
    return this.#modules.get(url)?.isLoaded === true;
  }

  /** Whether its names can be read once it has run to its end. */
  isObserved(url: string): boolean {
    return this.#modules.get(url)?.outline !== undefined;
  }

  /** Undefined where it is not observed, or where two texts ran under its URL. */
  outline(url: string): ModuleOutline | undefined {
    return this.#conflicts.has(url) ? undefined : this.#modules.get(url)?.outline;
  }
}
