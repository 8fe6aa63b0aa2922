import { baseIntrinsic } from "./intrinsics.ts";
import { kindOf } from "./kind.ts";
import { descriptorOf, getOwnPropertyNames, getPrototypeOf } from "./primordials.ts";
import { readWeb } from "./web.ts";

/** Whether a value is a signal that is aborted. */
export function isAborted(value: object): boolean {
  const read = readWeb(value, "AbortSignal", "aborted");
  return read.ok && read.value === true;
}

/** What holds more than that is no bag of options. */
const MOST_MEMBERS = 100;

/** The signals among what is left out of a key: it itself, and what it holds as plain properties. */
export function signalsOf(value: unknown): AbortSignal[] {
  if (!isOrdinary(value)) return [];
  if (isSignal(value)) return [value];
  const names = getOwnPropertyNames(value);
  if (names.length > MOST_MEMBERS) return [];
  return names.map((name): unknown => descriptorOf(value, name)?.value).filter(isSignal);
}

function isSignal(value: unknown): value is AbortSignal {
  return isOrdinary(value) && baseIntrinsic(getPrototypeOf(value) as object | null) === "AbortSignal";
}

function isOrdinary(value: unknown): value is object {
  return typeof value === "object" && value !== null && kindOf(value) === "ordinary";
}
