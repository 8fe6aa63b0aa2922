import type { ModuleFacts } from "../../analysis/facts.ts";

/** Whether a module has anything of what `gatherForeignChanges` gathers: what it changes that others declare, or that is everybody's. */
export function reachesOut({ ambient, foreign, outside }: ModuleFacts): boolean {
  return ambient.length + foreign.length + outside.length > 0;
}
