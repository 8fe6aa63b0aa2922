/* @astrocache */ export function a(): number { return 1; }

/**
 * Two.
 * @astrocache version=2
 */
export const b = (): number => 2;

// A word before.
// @astrocache ttl=1d
// A word behind.
export async function c(): Promise<number> {
  return 3;
}

class Box {
  /** @astrocache */
  d(): number {
    return 4;
  }
}
const api = {
  // @astrocache
  e: (): number => 5,
};
// @astrocache
export default function (): number {
  return 6;
}
import six from "./app.ts";
console.log(a(), b(), await c(), new Box().d(), api.e(), six());
