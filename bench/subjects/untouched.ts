/** No target, in a module without any. */
export function plain(quantity: number, plan: string): number {
  return quantity * plan.length * 1.25;
}
