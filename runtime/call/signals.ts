/** The signals among the inputs of a call: each call ends by its own, whoever runs it. */
import { isAborted } from "../key/signals.ts";

interface Signalled {
  readonly signals: readonly AbortSignal[];
}

export function anyAborted({ signals }: Signalled): boolean {
  return signals.some(isAborted);
}

/** What the promise gives, or undefined as soon as one of the signals is aborted. */
export function untilAborted<T>(promise: Promise<T>, { signals }: Signalled): Promise<T | undefined> {
  return signals.length === 0 ? promise : raceWith(promise, signals);
}

async function raceWith<T>(promise: Promise<T>, signals: readonly AbortSignal[]): Promise<T | undefined> {
  let leave = (): void => undefined;
  const aborted = new Promise<undefined>((resolve) => {
    leave = () => resolve(undefined);
  });
  for (const signal of signals) EventTarget.prototype.addEventListener.call(signal, "abort", leave);
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    for (const signal of signals) EventTarget.prototype.removeEventListener.call(signal, "abort", leave);
  }
}
