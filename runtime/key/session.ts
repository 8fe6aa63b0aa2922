import type { CodeIdentity } from "../call/link.ts";
import type { ReasonCode } from "../reasons.ts";
import type { Segment, Trail } from "./path.ts";
import type { KeyGroup, Omission } from "./plan.ts";
import { Refusal } from "./refusal.ts";
import { isAborted, signalsOf } from "./signals.ts";
import { Sink } from "./sink.ts";
import { Tag } from "./tags.ts";

/** The step that leads nowhere: an object itself, before any of its properties. */
export const HERE: Segment = { label: "" };

/** What the encoder asks of the loader. */
export interface KeyContext {
  /** Undefined for functions that are not known to come from tracked code. */
  identify(fn: Function): CodeIdentity | undefined;
}

/** An object whose body is written after the root, so that no value is too deep. */
interface Postponed {
  readonly object: object;
  readonly trail: Trail;
  readonly omit: Omission | undefined;
}

/** Where a view lies in its slab, in bytes. */
export interface Window {
  readonly start: number;
  readonly end: number;
}

/** Beyond this depth bodies are postponed; the frames of the encoder stay below about 100 kB of stack. */
export const MAX_DEPTH = 200;

export type WriteValue = (s: Session, value: unknown, omit: Omission | undefined) => void;

/** The state of one encoding. Reused from call to call, since most keys are small. */
export class Session {
  readonly sink = new Sink();
  context: KeyContext = { identify: () => undefined };
  /** The steps to the value at hand; only the first `depth` of them count. */
  path: Segment[] = [];
  /** The steps to where postponed bodies begin. */
  base: Trail | undefined;
  depth = 0;
  /** Objects in the order of their first visit. */
  visited = new Map<object, number>();
  count = 0;
  /** Objects that were written without some of their properties: another visit writes them again. */
  partial: Set<object> | undefined;
  /** AbortSignals among the inputs, those that are left out included. */
  readonly signals: AbortSignal[] = [];
  /** Those that were visited. */
  readonly urls: object[] = [];
  readonly params: object[] = [];
  /** Views of slabs that were written, by slab. */
  windows: Map<object, Window[]> | undefined;
  readonly postponed: Postponed[] = [];
  /** The class in the receiver's chain whose private fields are among the captures. */
  coveredClass: string | undefined;
  group: KeyGroup = {
    name: "value",
    names: [],
    opaque: "argument-opaque",
    omit: undefined,
    coveredClass: undefined,
    namesPrototypes: false,
  };
  /** Which value of the group is being written. */
  index = 0;

  readonly #write: WriteValue;

  constructor(write: WriteValue) {
    this.#write = write;
  }

  /** Writes any value: what the writers of parts call for what they hold. */
  value(value: unknown, omit?: Omission): void {
    this.#write(this, value, omit);
  }

  begin(context: KeyContext): void {
    this.context = context;
    this.depth = 0;
    this.count = 0;
    this.base = undefined;
    this.coveredClass = undefined;
  }

  /** Lets go of the caller's objects. */
  release(): void {
    if (this.signals.length > 0) this.signals.length = 0;
    // The rest comes of objects.
    if (this.count === 0) return;
    this.visited = new Map();
    this.partial = undefined;
    this.windows = undefined;
    this.urls.length = 0;
    this.params.length = 0;
    this.postponed.length = 0;
    if (this.path.length > 0) this.path = [];
  }

  /** Registers a visit; false if the object was written before, so that the reference to it is all there is to write. */
  visit(object: object, omit: Omission | undefined): boolean {
    const before = this.visited.get(object);
    if (before !== undefined) {
      const again = omit !== undefined || this.partial?.has(object) === true;
      this.sink.byte(again ? Tag.again : Tag.reference);
      this.sink.size(before);
      if (!again) return false;
    }
    this.visited.set(object, this.count++);
    if (omit !== undefined) (this.partial ??= new Set()).add(object);
    else this.partial?.delete(object);
    return true;
  }

  /** A value that `ignore=` leaves out. Whoever is given a signal that is aborted looks at it, whether it counts or not. */
  leaveOut(value: unknown): void {
    for (const signal of signalsOf(value)) {
      if (isAborted(signal)) this.refuseCode("signal-aborted", "AbortSignal");
      this.signals.push(signal);
    }
  }

  /** Whether a class with private fields may pass: that of the method, whose fields of the receiver are captures. */
  coversPrivateState({ place }: CodeIdentity): boolean {
    return this.coveredClass !== undefined && this.coveredClass === place && this.depth === 1;
  }

  refuseCode(code: ReasonCode, detail: string): never {
    throw new Refusal(code, detail);
  }

  refuse(detail: string): never {
    throw new Refusal("opaque", detail);
  }
}
