import type { ReasonCode } from "../reasons.ts";
import { formatPath, stepsOf } from "./path.ts";
import type { KeyGroup, KeyPlan } from "./plan.ts";
import { DEFAULT_KEY_LIMIT } from "./plan.ts";
import { describeFailure, Refusal } from "./refusal.ts";
import { Session, type KeyContext } from "./session.ts";
import { KEY_VERSION, Tag } from "./tags.ts";
import { writePostponed, writeValue } from "./values.ts";

export type { KeyContext } from "./session.ts";

export type KeyOutcome =
  | {
      readonly ok: true;
      /** SHA-256, 64 lower-case hexadecimal digits. */
      readonly hash: string;
      /** Some input is an object, so that the call can change it. */
      readonly hasObjects: boolean;
      /** Those that are among the inputs, left out or not. */
      readonly signals: readonly AbortSignal[];
    }
  | {
      readonly ok: false;
      readonly code: ReasonCode;
      /** `options.client`. */
      readonly path: string;
      /** `class instance Socket`. */
      readonly detail: string;
    };

/**
 * The key of a call: equal for inputs that no code can tell apart, different for all others (`docs/key-format.md`).
 * Runs no code of the inputs. Called again after the call, it tells by another hash or a refusal that an input changed.
 *
 * `prefix` is what else tells keys apart, such as the code digest. `inputs` has one list for each group of the plan.
 */
export function hashKey(
  prefix: string,
  inputs: readonly (readonly unknown[])[],
  plan: KeyPlan,
  context: KeyContext,
): KeyOutcome {
  return encode(context, plan.limit, prefix, plan.groups, inputs);
}

/** The hash of one value, for inputs that never change. `name` is how messages call it. */
export function hashValue(
  value: unknown,
  context: KeyContext,
  name = "value",
  { limit = DEFAULT_KEY_LIMIT, namesPrototypes = false }: { limit?: number; namesPrototypes?: boolean } = {},
): KeyOutcome {
  const group: KeyGroup = {
    name: "values",
    names: [name],
    opaque: "capture-opaque",
    omit: undefined,
    coveredClass: undefined,
    namesPrototypes,
  };
  return encode(context, limit, undefined, [group], [[value]]);
}

function writeGroup(s: Session, group: KeyGroup, values: readonly unknown[]): void {
  s.group = group;
  s.coveredClass = group.coveredClass;
  s.sink.size(values.length);
  for (let i = 0; i < values.length; i++) {
    s.index = i;
    const omit = group.omit?.get(group.names[i] ?? "");
    if (omit === true) writeOmitted(s, values[i]);
    else writeValue(s, values[i], omit);
    if (s.postponed.length > 0) writePostponed(s);
  }
}

function writeOmitted(s: Session, value: unknown): void {
  s.leaveOut(value);
  s.sink.byte(Tag.omitted);
}

const spare: Session[] = [];
const NO_SIGNALS: readonly AbortSignal[] = [];

/** Sessions nest where a loader's answer leads to another key. */
function encode(
  context: KeyContext,
  limit: number,
  prefix: string | undefined,
  groups: readonly KeyGroup[],
  inputs: readonly (readonly unknown[])[],
): KeyOutcome {
  const s = spare.pop() ?? new Session(writeValue);
  s.begin(context);
  try {
    s.sink.begin(limit, KEY_VERSION, prefix);
    for (let i = 0; i < groups.length; i++) writeGroup(s, groups[i] as KeyGroup, inputs[i] ?? []);
    const signals = s.signals.length === 0 ? NO_SIGNALS : [...s.signals];
    return { ok: true, hash: s.sink.end(), hasObjects: s.count > 0, signals };
  } catch (failure) {
    return refusal(s, failure);
  } finally {
    s.release();
    spare.push(s);
  }
}

function refusal(s: Session, failure: unknown): KeyOutcome {
  const { group, index } = s;
  const path = formatPath(group.names[index] ?? `${group.name}[${index}]`, [
    ...stepsOf(s.base),
    ...s.path.slice(0, s.depth),
  ]);
  if (failure instanceof Refusal) {
    return { ok: false, code: failure.code === "opaque" ? group.opaque : failure.code, path, detail: failure.detail };
  }
  // The stack was nearly full when the call began, and the encoder found no room.
  if (failure instanceof RangeError)
    return { ok: false, code: "input-too-large", path, detail: "no room on the stack" };
  // A program's `Error.prepareStackTrace` runs where a stack is read, and may throw.
  return { ok: false, code: group.opaque, path, detail: describeFailure(failure) };
}
