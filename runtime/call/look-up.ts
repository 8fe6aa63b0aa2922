import type { Found, Tiers } from "../stores/tiers/tiers.ts";
import type { KeyedCall } from "./keeper.ts";

/** What the stores have for a call: under its key, or under those of former code that was accepted. */
export function lookUpSync(call: KeyedCall, tiers: Tiers): Found {
  const found = tiers.readSync(call.key);
  if (found.ok || !call.target.hasFormer) return found;
  for (const key of call.target.formerKeys(call.inputs)) {
    const former = tiers.readSync(key);
    if (former.ok) return { ...former, from: `${former.from}${ACCEPTED}` };
  }
  return found;
}

/** A promise only where a store that has to be awaited is asked. */
export function lookUp(call: KeyedCall, tiers: Tiers): Found | Promise<Found> {
  if (!call.target.hasFormer) return tiers.read(call.key);
  return lookUpFormer(call, tiers);
}

async function lookUpFormer(call: KeyedCall, tiers: Tiers): Promise<Found> {
  const keys = call.target.formerKeys(call.inputs);
  const found = await tiers.read(call.key);
  if (found.ok) return found;
  for (const key of keys) {
    const former = await tiers.read(key);
    if (former.ok) return { ...former, from: `${former.from}${ACCEPTED}` };
  }
  return found;
}

const ACCEPTED = ", accepted";

/** Whether an answer was stored by former code. `from`: as in an outcome. */
export function isFromFormer(from: string): boolean {
  return from.endsWith(ACCEPTED);
}
