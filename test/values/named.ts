/** What becomes of a value: it makes a key or comes back equal, or the call runs and says why. Never a third thing. */
export type Fate = "hit" | "bypass";

export interface NamedValue {
  readonly name: string;
  /** Makes the value anew. */
  readonly make: () => unknown;
  readonly asArgument: Fate;
  readonly asResult: Fate;
}

type Row = readonly [name: string, make: () => unknown, fates?: Fates];
/** `"both"` bypasses both ways. Without it both are hits. */
type Fates = "both" | "argument" | "result";

export function named(rows: readonly Row[]): NamedValue[] {
  return rows.map(([name, make, bypass]) => ({
    name,
    make,
    asArgument: bypass === "both" || bypass === "argument" ? "bypass" : "hit",
    asResult: bypass === "both" || bypass === "result" ? "bypass" : "hit",
  }));
}

/** An object with these own properties, given by descriptors. */
export function described(descriptors: PropertyDescriptorMap, prototype: object | null = Object.prototype): object {
  return Object.create(prototype, descriptors) as object;
}

export function withProperties<T extends object>(object: T, properties: object): T {
  return Object.assign(object, properties);
}

/** An array of so many holes. */
export function holes(count: number): unknown[] {
  const array: unknown[] = [];
  array.length = count;
  return array;
}
