/** Where a function of the text was made, as the rewritten text says. */
export interface Mark {
  readonly url: string;
  /** Its place among the functions of the module. */
  readonly index: number;
  /** What it takes from around it, as it is at the time of asking. */
  readonly captures: (() => readonly unknown[]) | undefined;
  /** Undefined: an argument. Else a function gave the value back, which is the marked function (null) or holds it under this key. */
  readonly key?: string | null | undefined;
}

/**
 * Which values are marked. Of what functions give back, the first ones of each place: a function that makes closures by
 * the million is not one whose closures are a program's parts, and each mark costs memory as long as the closure lives.
 */
export class Marks {
  readonly #counts = new Map<string, number[]>();

  /** Undefined where nothing is to be marked. */
  functionOf(value: object, mark: Mark): Function | undefined {
    if (mark.key === undefined) return typeof value === "function" ? value : undefined;
    if (!this.#isCounted(mark)) return undefined;
    const fn: unknown = mark.key === null ? value : Object.getOwnPropertyDescriptor(value, mark.key)?.value;
    return typeof fn === "function" ? fn : undefined;
  }

  #isCounted({ url, index }: Mark): boolean {
    let counts = this.#counts.get(url);
    if (counts === undefined) this.#counts.set(url, (counts = []));
    const count = counts[index] ?? 0;
    if (count >= MOST_RETURNED) return false;
    counts[index] = count + 1;
    return true;
  }
}

const MOST_RETURNED = 10_000;
