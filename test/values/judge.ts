/** The encoders as the battery and the tables use them. */
import { decodeValue, encodeValue, type ClassResolver, type EncodeOutcome } from "../../runtime/codec/codec.ts";
import { hashKey, type KeyOutcome } from "../../runtime/key/encode.ts";
import { planKey } from "../../runtime/key/plan.ts";
import { tracked, whileDecoding } from "./battery/index.ts";

const plan = planKey({ parameters: ["value"] });
const context = { identify: (fn: Function) => tracked.get(fn) };
export const resolver: ClassResolver = {
  nameOf: (constructor) =>
    tracked.get(constructor)?.hasPrivateState === true ? undefined : tracked.get(constructor)?.digest,
  find: (name) => [...tracked].find(([, { digest }]) => digest === name)?.[0],
};

export function keyOf(value: unknown): KeyOutcome {
  return hashKey("", [[], [value]], plan, context);
}

export function bytesOf(value: unknown): EncodeOutcome {
  return encodeValue(value, { classes: resolver });
}

export function valueOf(codec: number, bytes: Uint8Array): unknown {
  return whileDecoding(() => decodeValue(codec, bytes, { classes: resolver }));
}
