import { hashValue, type KeyContext, type KeyOutcome } from "../key/encode.ts";
import { collectObjects } from "../key/reach.ts";
import type { ReasonNote } from "../reasons.ts";
import { isInert } from "./inert.ts";
import type { CodeIdentity, Linker, StateFacts } from "./link.ts";

export type Refused = { readonly ok: false; readonly note: ReasonNote };

export type StateValues = { readonly ok: true; readonly values: readonly unknown[] } | Refused;

export interface ModuleStateContext {
  readonly linker: Linker;
  readonly strict: boolean;
  readonly keys: KeyContext;
}

/**
 * The module-level data that a target reaches and that its code does not fix. What may change is read at each call; the
 * rest is hashed once. Where a value has no stable meaning, the code that made it stands for it, unless other code is
 * known to change it.
 */
export class ModuleState {
  readonly #facts: readonly StateFacts[];
  readonly #context: ModuleStateContext;
  readonly #byCode = new Set<StateFacts>();
  /** What has no stable meaning, and has done its part: other data was made of it when its module ran. */
  readonly #passed = new Set<StateFacts>();
  /** Nobody is known to change any of the data, or a prototype of a builtin through it. */
  readonly namesPrototypes: boolean;
  #changeable: readonly StateFacts[];
  #constants: { readonly ok: true; readonly text: string } | undefined;

  constructor(facts: readonly StateFacts[], context: ModuleStateContext) {
    this.#facts = facts;
    this.#context = context;
    this.namesPrototypes = facts.every(({ changed }) => !changed);
    this.#changeable = facts.filter(({ changeable }) => changeable);
  }

  get isEmpty(): boolean {
    return this.#facts.length === 0;
  }

  /** Names of what `values` reads, in its order. Settled once `constants` has succeeded. */
  get names(): readonly string[] {
    return this.#changeable.map(({ name }) => name);
  }

  /** Data for which its code stands. */
  get notes(): ReasonNote[] {
    return [...this.#byCode].map(({ name, url }) => ({ code: "state-by-code", detail: name, file: url }));
  }

  /** Hashes of what does not change. Fails as long as a module has not finished loading. */
  constants(): { readonly ok: true; readonly text: string } | Refused {
    if (this.#constants !== undefined) return this.#constants;
    this.#passOver();
    const hashes: string[] = [];
    for (const state of this.#facts) {
      if (state.fixed || this.#passed.has(state) || this.#changeable.includes(state)) continue;
      const hashed = this.#hashConstant(state);
      if (!hashed.ok) return hashed;
      if (hashed.hash !== undefined) hashes.push(hashed.hash);
    }
    return (this.#constants = { ok: true, text: `constants ${hashes.join()}` });
  }

  /** What may change, as it is now. */
  values(): StateValues {
    if (this.#changeable.length === 0) return NO_VALUES;
    const values: unknown[] = [];
    for (const state of this.#changeable) {
      const read = this.#read(state);
      if (!read.ok) return read;
      values.push(read.value);
    }
    return { ok: true, values };
  }

  /**
   * Has its code stand for the first of `values` that has no stable meaning. True: the key can be tried again; false: all
   * of them have one.
   */
  standIn(values: readonly unknown[]): boolean | Refused {
    for (const [place, state] of this.#changeable.entries()) {
      if (this.#byCode.has(state)) continue;
      const outcome = hashValue(values[place], this.#context.keys, state.name, {
        namesPrototypes: this.namesPrototypes,
      });
      if (!outcome.ok) return this.#standForCode(state, values[place], outcome) ?? true;
    }
    return false;
  }

  /** Adds the objects that the data holds: a result that shares one with them could not be a copy. */
  collect(into: Set<object>): void {
    for (const state of this.#facts) {
      const read = this.#context.linker.read(state.url, state.name);
      if (read.ok) collectObjects(read.value, into, this.#context.keys);
    }
  }

  /**
   * Of a connection, say, from which a table was read at load, nothing counts but the table. That may still be a part of the
   * thing that it came from, which others change: it is read at each call.
   */
  #passOver(): void {
    const { linker, keys } = this.#context;
    for (const state of this.#facts) {
      if (!state.isLoadOnly || state.fixed || state.hidden) continue;
      const read = linker.read(state.url, state.name);
      if (read.ok && !hashValue(read.value, keys, state.name, { namesPrototypes: this.namesPrototypes }).ok)
        this.#passed.add(state);
    }
    if (this.#passed.size > 0)
      this.#changeable = this.#facts.filter((state) => !state.fixed && !this.#passed.has(state));
  }

  #hashConstant(state: StateFacts): { readonly ok: true; readonly hash: string | undefined } | Refused {
    const read = this.#read(state);
    if (!read.ok) return read;
    if (this.#byCode.has(state)) return { ok: true, hash: state.codeDigest };
    // An instance may change itself, by a timer or in its own methods, without any code here showing it.
    if (isInstance(read.value)) return this.#readEachTime(state);
    const { keys, closures } = noticingClosures(this.#context.keys);
    const outcome = hashValue(read.value, keys, state.name, { namesPrototypes: this.namesPrototypes });
    if (closures.size > 0) return this.#readEachTime(state);
    if (outcome.ok) return outcome;
    return this.#standForCode(state, read.value, outcome) ?? { ok: true, hash: state.codeDigest };
  }

  #readEachTime(state: StateFacts): { readonly ok: true; readonly hash: undefined } {
    this.#changeable = [...this.#changeable, state];
    return { ok: true, hash: undefined };
  }

  #read(state: StateFacts): { readonly ok: true; readonly value: unknown } | Refused {
    if (state.hidden) return refuse("state-opaque", state, `${state.name}: variables that only its own code can reach`);
    if (this.#byCode.has(state)) return { ok: true, value: state.codeDigest };
    const read = this.#context.linker.read(state.url, state.name);
    if (read.ok) return read;
    if (read.why === "unnamed")
      return this.#standForCode(state, undefined, UNNAMED) ?? { ok: true, value: state.codeDigest };
    return refuse(read.why === "unready" ? "module-not-ready" : "state-unobservable", state);
  }

  #standForCode(state: StateFacts, value: unknown, { code, detail }: Unkeyable): Refused | undefined {
    // Private state of a class of the program is there to be changed by its methods.
    if (state.changed || code === "private-state") return refuse("state-opaque", state, `${state.name}: ${detail}`);
    // What its module does to it between calls is not in its code.
    if (state.changedAtLoad && this.#context.linker.isRunning(state.url)) return refuse("module-not-ready", state);
    // What it was made of is in no key.
    if (this.#passed.size > 0) return refuse("state-opaque", state, `${state.name}: ${detail}`);
    // A closure or an instance of the program's own may give another answer at each call, and most that Node makes.
    if (state.maker === "program" || state.maker === "literal" || (state.maker === "node" && !isInert(value)))
      return refuse("state-opaque", state, `${state.name}: ${detail}`);
    this.#byCode.add(state);
    return this.#context.strict ? refuse("state-by-code", state) : undefined;
  }
}

/** Why a value cannot be in a key. */
type Unkeyable = Pick<Extract<KeyOutcome, { ok: false }>, "code" | "detail">;

const UNNAMED: Unkeyable = { code: "getter-input", detail: "it has no name" };

const NO_VALUES: StateValues = { ok: true, values: [] };

function refuse(code: ReasonNote["code"], { url, name }: StateFacts, detail = name): Refused {
  return { ok: false, note: { code, detail, file: url } };
}

/** Gathers the closures that a key counts. */
function noticingClosures({ identify }: KeyContext): { readonly keys: KeyContext; readonly closures: Set<Function> } {
  const closures = new Set<Function>();
  const noticing = (fn: Function): CodeIdentity | undefined => {
    const identity = identify(fn);
    if (identity?.isClosure === true) closures.add(fn);
    return identity;
  };
  return { keys: { identify: noticing }, closures };
}

function isInstance(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype !== null && !PLAIN.has(prototype);
}

const PLAIN: ReadonlySet<unknown> = new Set([
  Object.prototype,
  Array.prototype,
  Map.prototype,
  Set.prototype,
  Date.prototype,
]);
