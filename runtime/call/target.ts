import type { KeyContext, KeyOutcome } from "../key/encode.ts";
import { hashKey, hashValue } from "../key/encode.ts";
import { planKey, type KeyPlan } from "../key/plan.ts";
import type { ReasonNote } from "../reasons.ts";
import type { CodeIdentity, Link, Linker, StateFacts, TargetFacts } from "./link.ts";

type Linked = Extract<Link, { ok: true }>;

/** The values of one call that are not in its code. */
export interface CallInputs {
  readonly receiver: unknown;
  readonly parameters: readonly unknown[];
  readonly captures: readonly unknown[];
}

export type CallKey =
  | {
      readonly ok: true;
      readonly key: string;
      readonly hasObjects: boolean;
    }
  | { readonly ok: false; readonly note: ReasonNote };

export interface TargetContext {
  readonly linker: Linker;
  readonly strict: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** One target with one version of what it reaches; made anew when the linker's generation moves. */
export class LinkedTarget {
  readonly facts: TargetFacts;
  readonly link: Linked;
  readonly #context: TargetContext;
  readonly #keys: KeyContext;
  /** State that is read at each call. */
  readonly #changeable: readonly StateFacts[];
  /** State whose value has no stable meaning, and for which its code stands. */
  readonly #byCode = new Set<StateFacts>();
  /** Functions count by what they capture alone: an edit of theirs is a change of code, not of inputs. */
  readonly #codeless: KeyContext;
  readonly #plan: KeyPlan;
  /** Hashes of state that does not change, once it could be read. */
  #constants: string | undefined;

  constructor(facts: TargetFacts, link: Linked, context: TargetContext) {
    this.facts = facts;
    this.link = link;
    this.#context = context;
    this.#keys = { identify: (fn) => context.linker.identify(fn) };
    this.#codeless = { identify: (fn) => withoutCode(context.linker.identify(fn)) };
    this.#changeable = link.state.filter((state) => state.changeable);
    this.#plan = this.#makePlan();
  }

  /** Notes that `strict` takes for a bypass. */
  get shown(): readonly ReasonNote[] {
    return [...this.link.notes, ...[...this.#byCode].map((state): ReasonNote => ({ code: "state-by-code", detail: state.name }))];
  }

  /** The key of a call: code, inputs, the module data it reaches, and what its code reads of the environment. */
  key(inputs: CallInputs): CallKey {
    const constants = this.#constants ?? this.#hashConstants();
    if (typeof constants !== "string") return constants;
    const prefix = `${this.link.codeDigest}\0${constants}${this.#surroundings()}`;
    return this.#hash(prefix, inputs);
  }

  /** A hash of the inputs alone, to find the same call under an earlier version of the code. Collects the objects seen. */
  inputsHash(inputs: CallInputs, collect: Set<object>): string {
    const values = [[inputs.receiver], inputs.parameters, inputs.captures, NOTHING];
    const outcome = hashKey("", values, this.#plan, this.#codeless, { collect });
    return outcome.ok ? outcome.hash : "";
  }

  /** A hash of the module data that may change, to see after the run whether it did. */
  stateHash(): string {
    const values = this.#readState();
    if (!values.ok) return "";
    const outcome = hashKey("", [[], [], [], values.values], this.#plan, this.#keys);
    return outcome.ok ? outcome.hash : "";
  }

  /** Adds the objects that module data of this target holds: a result that shares one with them cannot be a copy. */
  collectState(into: Set<object>): void {
    for (const state of this.link.state) {
      const read = this.#context.linker.read(state.url, state.name);
      if (!read.ok || typeof read.value !== "object" || read.value === null) continue;
      into.add(read.value);
      hashKey("", [[read.value]], stateCollectPlan, this.#keys, { collect: into });
    }
  }

  #hash(prefix: string, inputs: CallInputs): CallKey {
    const state = this.#readState();
    if (!state.ok) return state;
    const outcome = hashKey(prefix, [[inputs.receiver], inputs.parameters, inputs.captures, state.values], this.#plan, this.#keys);
    if (outcome.ok) return { ok: true, key: outcome.hash, hasObjects: outcome.hasObjects };
    const culprit = this.#changeable.find((candidate, place) => !this.#byCode.has(candidate) && !hashValue(state.values[place], this.#keys).ok);
    if (culprit === undefined) return { ok: false, note: noteOf(outcome) };
    const refused = this.#standInCode(culprit, outcome);
    return refused ?? this.#hash(prefix, inputs);
  }

  #readState(): { readonly ok: true; readonly values: readonly unknown[] } | { readonly ok: false; readonly note: ReasonNote } {
    if (this.#changeable.length === 0) return { ok: true, values: NOTHING };
    const values: unknown[] = [];
    for (const state of this.#changeable) {
      const value = this.#readOne(state);
      if (!value.ok) return value;
      values.push(value.value);
    }
    return { ok: true, values };
  }

  #readOne(state: StateFacts): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly note: ReasonNote } {
    if (this.#byCode.has(state)) return { ok: true, value: state.codeDigest };
    const read = this.#context.linker.read(state.url, state.name);
    if (read.ok) return read;
    return { ok: false, note: { code: read.why === "unready" ? "module-not-ready" : "state-unobservable", detail: state.name, file: state.url } };
  }

  #hashConstants(): string | Extract<CallKey, { ok: false }> {
    const hashes: string[] = [];
    for (const state of this.link.state) {
      if (state.changeable || state.fixed) continue;
      const read = this.#readOne(state);
      if (!read.ok) return read;
      const outcome = hashValue(read.value, this.#keys, state.name);
      if (outcome.ok) hashes.push(outcome.hash);
      else {
        const refused = this.#standInCode(state, outcome);
        if (refused !== undefined) return refused;
        hashes.push(state.codeDigest);
      }
    }
    this.#constants = hashes.join();
    return this.#constants;
  }

  /** Where the value says nothing stable, the code that made it counts, unless other code changes it. */
  #standInCode(state: StateFacts, outcome: Extract<KeyOutcome, { ok: false }>): Extract<CallKey, { ok: false }> | undefined {
    if (state.changed) return { ok: false, note: { code: "state-opaque", detail: `${state.name}: ${outcome.detail}`, file: state.url } };
    this.#byCode.add(state);
    if (!this.#context.strict) return undefined;
    return { ok: false, note: { code: "state-by-code", detail: state.name, file: state.url } };
  }

  #surroundings(): string {
    const { environment, locations } = this.link;
    const { version } = this.facts.options;
    let text = version === undefined ? "" : `\0version ${version}`;
    for (const name of environment) text += `\0env ${name} ${JSON.stringify(this.#context.environment[name] ?? null)}`;
    for (const url of locations) text += `\0at ${url}`;
    return text;
  }

  #makePlan(): KeyPlan {
    const { parameters, captures, privateFields, usesThis, options } = this.facts;
    return planKey({
      parameters,
      captures: [...captures, ...privateFields],
      state: this.#changeable.map(({ name }) => name),
      ignore: options.ignore,
      privateCovered: usesThis && privateFields.length > 0,
    });
  }
}

const NOTHING: readonly unknown[] = [];
const stateCollectPlan = planKey({ parameters: [] });

function withoutCode(identity: CodeIdentity | undefined): CodeIdentity | undefined {
  return identity === undefined ? undefined : { ...identity, digest: "" };
}

function noteOf({ code, path, detail }: Extract<KeyOutcome, { ok: false }>): ReasonNote {
  return { code, detail: `${path}: ${detail}` };
}
