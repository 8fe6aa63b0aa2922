import { channel, type Channel } from "node:diagnostics_channel";
import type { CallOutcome, MissCause } from "./call/outcome.ts";
import type { TargetFacts } from "./call/link.ts";
import { reasons, type ReasonCode } from "./reasons.ts";

/** The function that a message is about. */
interface TargetEvent {
  /** `my-app:src/a.ts#price` */
  readonly target: string;
  /** Relative to the root. */
  readonly file: string;
  readonly name: string;
  readonly line: number;
}

export interface HitEvent extends TargetEvent {
  readonly codeDigest: string;
  readonly key: string;
  /** Label of the store that answered, without credentials; `flight` for a call that waited for another one with the same key. */
  readonly from: string;
  readonly savedMs: number;
}

export interface MissEvent extends TargetEvent {
  readonly codeDigest: string;
  readonly key: string;
  readonly cause: MissCause;
  /** Labels of the parts whose change is the cause. */
  readonly changed: readonly string[];
  readonly durationMs: number;
  /** False where the call threw. */
  readonly stored: boolean;
}

export interface BypassEvent extends TargetEvent {
  readonly reason: ReasonCode;
  readonly sentence: string;
  readonly remedy: string;
  /** A path inside the value, a specifier, a name. */
  readonly detail: string | undefined;
}

/** In the mode `verify`: the call ran though a store had an answer. */
export interface VerifyEvent extends TargetEvent {
  readonly codeDigest: string;
  readonly key: string;
  /** Label of the store that had the answer. */
  readonly from: string;
  /** Undefined: the run gave what was stored. */
  readonly difference: { readonly path: string; readonly stored: string; readonly now: string } | undefined;
  readonly durationMs: number;
}

export interface StoreEvent {
  /** Label of the store, without credentials. */
  readonly store: string;
  readonly operation: "get" | "set" | "delete" | "clear";
  readonly key: string | undefined;
  /** Of the entry, where there is one. */
  readonly bytes: number | undefined;
  readonly durationMs: number;
}

export interface ErrorEvent {
  /** What failed: the label of a store, or the path of a file. */
  readonly source: string;
  readonly message: string;
}

/** The payload of each channel of `node:diagnostics_channel`, by the channel's name. */
export interface Events {
  "astrocache:hit": HitEvent;
  "astrocache:miss": MissEvent;
  "astrocache:bypass": BypassEvent;
  "astrocache:verify": VerifyEvent;
  "astrocache:store": StoreEvent;
  "astrocache:error": ErrorEvent;
}

const channels: Readonly<Record<keyof Events, Channel>> = {
  "astrocache:hit": channel("astrocache:hit"),
  "astrocache:miss": channel("astrocache:miss"),
  "astrocache:bypass": channel("astrocache:bypass"),
  "astrocache:verify": channel("astrocache:verify"),
  "astrocache:store": channel("astrocache:store"),
  "astrocache:error": channel("astrocache:error"),
};

/** Publishes a message if anyone listens. `make` is not called otherwise. */
export function publish<Name extends keyof Events>(name: Name, make: () => Events[Name]): void {
  const to = channels[name];
  if (to.hasSubscribers) to.publish(make());
}

/** Publishes what became of a call. */
export function publishOutcome(outcome: CallOutcome): void {
  if (outcome.kind === "hit") publish("astrocache:hit", () => hit(outcome));
  else if (outcome.kind === "miss") publish("astrocache:miss", () => miss(outcome));
  else if (outcome.kind === "verify") publish("astrocache:verify", () => verify(outcome));
  else publish("astrocache:bypass", () => bypass(outcome));
}

type Outcome<Kind extends CallOutcome["kind"]> = Extract<CallOutcome, { kind: Kind }>;

function hit({ target, codeDigest, key, from, savedMs }: Outcome<"hit">): HitEvent {
  return { ...about(target), codeDigest, key, from, savedMs };
}

function miss({ target, codeDigest, key, cause, changes, durationMs, stored }: Outcome<"miss">): MissEvent {
  const changed = changes.map(({ label }) => label);
  return { ...about(target), codeDigest, key, cause, changed, durationMs, stored };
}

function verify({ target, codeDigest, key, from, difference, durationMs }: Outcome<"verify">): VerifyEvent {
  return { ...about(target), codeDigest, key, from, difference, durationMs };
}

function bypass({ target, note }: Outcome<"bypass">): BypassEvent {
  const { sentence, remedy } = reasons[note.code];
  return { ...about(target), reason: note.code, sentence, remedy, detail: note.detail };
}

function about({ id, file, name, line }: TargetFacts): TargetEvent {
  return { target: id, file, name, line };
}
