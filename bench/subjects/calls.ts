/** Functions that are targets where a scenario names them. */
import { type Item, makeBuffer, makeItem, makeRows } from "./values.ts";

export function price(quantity: number, plan: string): number {
  return quantity * plan.length * 1.25;
}

export async function priceLater(quantity: number, plan: string): Promise<number> {
  return quantity * plan.length * 1.25;
}

export function item(id: number, plan: string): Item {
  return makeItem(id, plan);
}

export function rows(count: number): unknown[] {
  return makeRows(count);
}

export function buffer(size: number): Buffer {
  return makeBuffer(size);
}

/** No target, in a module that has some. */
export function plain(quantity: number, plan: string): number {
  return quantity * plan.length * 1.25;
}
