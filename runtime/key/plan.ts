import type { ReasonCode } from "../reasons.ts";

/** Paths that are left out: the names below a value; `true` where all of it is left out. */
export type Omission = ReadonlyMap<string, Omission | true>;

/** One list of inputs of a call. */
export interface KeyGroup {
  /** How messages name its values; `<name>[i]` beyond the list. */
  readonly name: string;
  readonly names: readonly string[];
  /** The reason for values without a stable meaning. */
  readonly opaque: ReasonCode;
  readonly omit: Omission | undefined;
  /** Its first value is a receiver; the private fields that this class gives it are among the captures. */
  readonly coveredClass: string | undefined;
  /** Prototypes of builtins count by their name: what refers to them does not change them. */
  readonly namesPrototypes: boolean;
}

/** What stays the same from call to call of one target. */
export interface KeyPlan {
  readonly groups: readonly KeyGroup[];
  /** Bytes that a key may be made of. */
  readonly limit: number;
}

export interface KeyShape {
  readonly parameters: readonly string[];
  readonly captures?: readonly string[];
  readonly state?: readonly string[];
  /** Parameters, captures and `this`, or paths below them, that are left out: `logger`, `options.signal`. */
  readonly ignore?: readonly string[];
  /** The `place` of the class whose private fields of the receiver are among the captures. */
  readonly coveredClass?: string | undefined;
  /** In the state. */
  readonly namesPrototypes?: boolean;
  /** Default 64 MiB. */
  readonly limit?: number;
}

export const DEFAULT_KEY_LIMIT = 64 * 1024 * 1024;

/** Plans the keys of a target. Their values come as `[[receiver], parameters, captures, state]`. */
export function planKey(shape: KeyShape): KeyPlan {
  const group = (name: string, names: readonly string[], opaque: ReasonCode): KeyGroup => ({
    name,
    names,
    opaque,
    omit: undefined,
    coveredClass: undefined,
    namesPrototypes: false,
  });
  const omit = planOmission(shape.ignore ?? []);
  return {
    limit: shape.limit ?? DEFAULT_KEY_LIMIT,
    groups: [
      { ...group("receiver", ["this"], "receiver-opaque"), omit, coveredClass: shape.coveredClass },
      { ...group("arguments", shape.parameters, "argument-opaque"), omit },
      { ...group("captures", shape.captures ?? [], "capture-opaque"), omit },
      { ...group("state", shape.state ?? [], "capture-opaque"), namesPrototypes: shape.namesPrototypes === true },
    ],
  };
}

type MutableOmission = Map<string, MutableOmission | true>;

/** `["a", "b.c"]` as a tree; undefined if nothing is left out. A shorter path wins over a longer one. */
export function planOmission(paths: readonly string[]): Omission | undefined {
  const root: MutableOmission = new Map();
  for (const path of paths) omitPath(root, path.split("."));
  return root.size === 0 ? undefined : root;
}

function omitPath(root: MutableOmission, names: readonly string[]): void {
  let node = root;
  names.forEach((name, i) => {
    const below = node.get(name);
    if (below === true || name === "") return;
    if (i === names.length - 1) node.set(name, true);
    else {
      const next: MutableOmission = below ?? new Map();
      node.set(name, next);
      node = next;
    }
  });
}
