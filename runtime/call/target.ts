import type { FormerDigests } from "./accepted.ts";
import { hashKey, type KeyContext, type KeyOutcome } from "../key/encode.ts";
import { planKey, type KeyGroup, type KeyPlan } from "../key/plan.ts";
import { collectObjects } from "../key/reach.ts";
import type { DeclaredFiles } from "../inputs/declared-files.ts";
import { readEnvironment, readProcessInput, WHOLE_ENVIRONMENT } from "./process-inputs.ts";
import type { ReasonNote } from "../reasons.ts";
import { type Sketch, type SketchedInput, sketchInputs } from "../report/sketch.ts";
import type { CodeIdentity, Link, Linker, TargetFacts } from "./link.ts";
import { KnownKeys } from "./known-keys.ts";
import { ModuleState, type Refused } from "./module-state.ts";
import { Readiness } from "./readiness.ts";

type Linked = Extract<Link, { ok: true }>;

/** The values of one call that are not in its code. */
export interface CallInputs {
  readonly receiver: unknown;
  readonly parameters: readonly unknown[];
  readonly captures: readonly unknown[];
}

/** What a call has in common with itself under another version of the code. */
export interface Likeness {
  /** Over receiver, parameters and captures. */
  readonly inputs: string;
  /** Over the module data and the environment as well. */
  readonly situation: string;
}

export type CallKey =
  | {
      readonly ok: true;
      readonly key: string;
      readonly hasObjects: boolean;
      /** Those among its inputs, whether they count or not. */
      readonly signals: readonly AbortSignal[];
    }
  | Refused;

export interface TargetContext {
  readonly linker: Linker;
  readonly strict: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly files: DeclaredFiles;
  /** Code whose results answer for later code, as somebody has said. */
  readonly former?: FormerDigests;
}

/** One target with one version of what it reaches; made anew when the linker's generation moves. */
export class LinkedTarget {
  readonly facts: TargetFacts;
  readonly link: Linked;
  readonly state: ModuleState;
  readonly readiness: Readiness;
  readonly #context: TargetContext;
  readonly #keys: KeyContext;
  /** Functions count by what they capture alone: an edit of theirs is a change of code, not of inputs. */
  readonly #codeless: KeyContext;
  readonly #environment: readonly string[];
  #plan: KeyPlan | undefined;
  #sketched = 0;
  readonly #former: readonly string[];
  readonly #known = new KnownKeys();
  /** Nothing of the process but its module data is in the key. */
  readonly #isBare: boolean;
  /** Of the last key, which most keys share. */
  #prefix = { constants: "", surroundings: "", text: "" };
  /** The last key that was made of primitives alone, and of what. */
  #last: { readonly prefix: string; readonly values: (readonly unknown[])[]; readonly key: string } | undefined;

  constructor(facts: TargetFacts, link: Linked, context: TargetContext) {
    const { linker, strict } = context;
    this.facts = facts;
    this.link = link;
    this.#environment = variablesOf(link.environment, facts.options.env);
    this.#context = context;
    this.#former = context.former?.(facts.id, link.codeDigest) ?? [];
    const { deps, version, files } = facts.options;
    const reads = this.#environment.length + link.process.length + link.locations.length;
    this.#isBare = reads === 0 && version === undefined && files === undefined;
    this.#keys = { identify: (fn) => linker.identify(fn, deps) };
    this.#codeless = { identify: (fn) => withoutCode(linker.identify(fn, deps)) };
    this.readiness = new Readiness(link.names, linker);
    this.state = new ModuleState(link.state, { linker, strict, keys: this.#keys });
  }

  /** What counts although it cannot be followed. */
  get notes(): readonly ReasonNote[] {
    return [...this.link.notes, ...this.state.notes];
  }

  /** It declares files, whose contents others may change at any time. */
  get hasFiles(): boolean {
    return this.facts.options.files !== undefined;
  }

  /** A hash of the files that it declares, to see after the run whether they changed. */
  filesHash(): string {
    const contents = this.#context.files.contents(this.facts.options.files ?? []);
    return contents.ok ? contents.hash : "";
  }

  /** Names of the environment variables whose values are in the key: those that its code reads, and those that are declared. */
  get environment(): readonly string[] {
    return this.#environment;
  }

  /** Code that the target reaches and that is no longer what its text says. */
  alteration(): ReasonNote | undefined {
    const { shapes } = this.link;
    const altered = shapes.length === 0 ? undefined : this.#context.linker.altered(shapes);
    if (altered === undefined) return undefined;
    const code = altered.isUnobservable ? "state-unobservable" : "code-altered";
    return { code, detail: altered.name, file: altered.url };
  }

  /** The key of a call: code, inputs, the module data it reaches, and what its code reads of the environment. */
  key(inputs: CallInputs): CallKey {
    const constants = this.state.constants();
    if (!constants.ok) return constants;
    const state = this.state.values();
    if (!state.ok) return state;
    const surroundings = this.#surroundings();
    if (!surroundings.ok) return surroundings;
    const prefix = this.#prefixOf(constants.text, surroundings.text);
    const values = listsOf(inputs, state.values);
    const known = this.#known.find(prefix, values);
    if (known !== undefined) return { ok: true, key: known, hasObjects: false, signals: NO_SIGNALS };
    const outcome = hashKey(prefix, values, this.#planned(), this.#keys);
    this.#last = outcome.ok && !outcome.hasObjects ? { prefix, values, key: outcome.hash } : undefined;
    if (outcome.ok) return keyOf(outcome);
    const standIn = this.state.standIn(state.values);
    if (standIn === true) return this.key(inputs);
    return standIn === false ? { ok: false, note: noteOf(outcome) } : standIn;
  }

  /** A call is made again and again: its key, if it is the last one that was made, will not have to be made another time. */
  remember(key: string): void {
    const last = this.#last;
    if (last?.key === key) this.#known.add(last.prefix, last.values, key);
    this.#last = undefined;
  }

  #prefixOf(constants: string, surroundings: string): string {
    const last = this.#prefix;
    if (last.constants === constants && last.surroundings === surroundings) return last.text;
    const text = `${this.link.codeDigest}\0${constants}${surroundings}`;
    this.#prefix = { constants, surroundings, text };
    return text;
  }

  get hasFormer(): boolean {
    return this.#former.length > 0;
  }

  /** The keys that the call had under former code whose results were accepted. */
  formerKeys(inputs: CallInputs): string[] {
    const constants = this.state.constants();
    const state = this.state.values();
    const surroundings = this.#surroundings();
    if (!constants.ok || !state.ok || !surroundings.ok) return [];
    return this.#former.flatMap((codeDigest) => {
      const prefix = `${codeDigest}\0${constants.text}${surroundings.text}`;
      const outcome = this.#hash(prefix, inputs, state.values, this.#keys);
      return outcome.ok ? [outcome.hash] : [];
    });
  }

  /** Hashes by which the same call is found under an earlier version of the code. */
  likeness(inputs: CallInputs): Likeness {
    const state = this.state.values();
    const alone = this.#hash("", inputs, [], this.#codeless);
    const surroundings = this.#surroundings();
    const prefix = surroundings.ok ? surroundings.text : "";
    const values = state.ok ? state.values : [];
    const isAlone = prefix === "" && values.length === 0;
    const whole = isAlone ? alone : this.#hash(prefix, inputs, values, this.#codeless);
    return { inputs: alone.ok ? alone.hash : "", situation: whole.ok ? whole.hash : "" };
  }

  /** Adds all objects that the call was given, and those of the module data. */
  collect({ receiver, parameters, captures }: CallInputs, into: Set<object>): void {
    // What is ignored in the key is shared with the caller all the same.
    for (const value of [receiver, ...parameters, ...captures]) collectObjects(value, into, this.#keys);
    this.state.collect(into);
  }

  /** Sketches are for people, who look at few calls: a process makes them of its first ones. */
  isWorthSketching(): boolean {
    this.#sketched += 1;
    return this.#sketched <= MOST_SKETCHED;
  }

  /** The inputs in short, by the names that people know them by. */
  sketch({ receiver, parameters, captures }: CallInputs): Sketch {
    const [own, given, captured, read] = this.#planned().groups;
    const state = this.state.values();
    const inputs: SketchedInput[] = [
      ...named(own, this.facts.usesThis ? [receiver] : []),
      ...named(given, parameters),
      ...named(captured, captures),
      ...named(read, state.ok ? state.values : []),
      ...this.#environment.map((name) => ({ name: `env ${name}`, value: this.#context.environment[name] })),
      ...this.link.process.map((name) => ({ name: `process ${name}`, value: readProcessInput(name) })),
    ];
    return sketchInputs(inputs, this.#codeless);
  }

  /** A hash of the module data that may change, to see after the run whether it did. */
  stateHash(): string {
    if (this.state.isEmpty) return "";
    const state = this.state.values();
    const outcome = state.ok ? this.#hash("", NO_INPUTS, state.values, this.#keys) : undefined;
    return outcome?.ok === true ? outcome.hash : "";
  }

  #hash(prefix: string, inputs: CallInputs, state: readonly unknown[], keys: KeyContext): KeyOutcome {
    return hashKey(prefix, listsOf(inputs, state), this.#planned(), keys);
  }

  #planned(): KeyPlan {
    return (this.#plan ??= this.#makePlan());
  }

  #surroundings(): { readonly ok: true; readonly text: string } | Refused {
    if (this.#isBare) return BARE;
    const { locations, process: inputs } = this.link;
    const { version, files } = this.facts.options;
    let text = version === undefined ? "" : `\0version ${version}`;
    text += readEnvironment(this.#environment, this.#context.environment);
    for (const name of inputs) text += `\0process ${name} ${readProcessInput(name)}`;
    for (const url of locations) text += `\0at ${url}`;
    if (files === undefined) return { ok: true, text };
    const contents = this.#context.files.contents(files);
    return contents.ok ? { ok: true, text: `${text}\0files ${contents.hash}` } : contents;
  }

  #makePlan(): KeyPlan {
    const { parameters, captures, privateFields, usesThis, options } = this.facts;
    return planKey({
      parameters,
      captures: [...captures, ...privateFields],
      state: this.state.names,
      namesPrototypes: this.state.namesPrototypes,
      ignore: options.ignore,
      coveredClass: usesThis && privateFields.length > 0 ? this.facts.homeClass : undefined,
    });
  }
}

/** Of one target in one process. */
const MOST_SKETCHED = 100;

function named(group: KeyGroup | undefined, values: readonly unknown[]): SketchedInput[] {
  return values.map((value, place) => {
    const name = group?.names[place] ?? `${group?.name}[${place}]`;
    return { name, value, omit: group?.omit?.get(name) };
  });
}

/** Whoever declares variables says which of them code means that reads by computed names. */
function variablesOf(read: readonly string[], declared: readonly string[] | undefined): readonly string[] {
  if (declared === undefined) return read;
  return [...new Set([...read, ...declared])].filter((name) => name !== WHOLE_ENVIRONMENT).sort();
}

const NO_SIGNALS: readonly AbortSignal[] = [];

function keyOf({ hash, hasObjects, signals }: Extract<KeyOutcome, { ok: true }>): CallKey {
  return { ok: true, key: hash, hasObjects, signals };
}

const BARE = { ok: true, text: "" } as const;

/** One list for each group of the plan. */
function listsOf({ receiver, parameters, captures }: CallInputs, state: readonly unknown[]): (readonly unknown[])[] {
  return [[receiver], parameters, captures, state];
}

const NO_INPUTS: CallInputs = { receiver: undefined, parameters: [], captures: [] };

function withoutCode(identity: CodeIdentity | undefined): CodeIdentity | undefined {
  return identity === undefined ? undefined : { ...identity, digest: "" };
}

function noteOf({ code, path, detail }: Extract<KeyOutcome, { ok: false }>): ReasonNote {
  return { code, detail: `${path}: ${detail}` };
}
