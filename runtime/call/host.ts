import type { Caller, Slot } from "./caller.ts";
import type { Linker } from "./link.ts";
import type { CallSite } from "./site.ts";

export interface CallSites {
  /** The call site of one rewritten module. */
  attach(url: string): CallSite;
}

/** From the return of a call site to the call of what it returned, between which nothing else runs. */
let answer: unknown;

function takeAnswer(): unknown {
  const taken = answer;
  answer = undefined;
  return taken;
}

/** Makes the functions that rewritten modules call. */
export function createCallSites(linker: Linker, caller: Caller): CallSites {
  return {
    attach(url) {
      const slots = new Map<number, Slot | undefined>();
      const slotOf = (index: number): Slot | undefined => {
        const known = slots.get(index);
        if (known?.generation === linker.generation) return known;
        const facts = linker.describe(url, index);
        const slot = facts === undefined ? undefined : caller.prepare(facts, linker.link(url, index));
        slots.set(index, slot);
        return slot;
      };
      return (index, parameters, body, receiver, captures, newTarget) => {
        if (newTarget !== undefined) return body;
        const slot = slotOf(index);
        if (slot === undefined || !caller.mayAnswer(slot)) return body;
        answer = caller.call(slot, { parameters, body, receiver, captures });
        return takeAnswer;
      };
    },
  };
}
