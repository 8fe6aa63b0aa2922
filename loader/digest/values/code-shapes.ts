import { descriptorOf, getPrototypeOf, ownKeys } from "../../../runtime/key/primordials.ts";
import type { ChangedMembers } from "../../analysis/data/changed-members.ts";

/**
 * What a function or class is made of besides its code: its own properties, those of its prototype, and what both inherit
 * from. Remembered when its module has run, it tells later that code has changed it in a way that no text shows: a method
 * replaced by a test's mock, a prototype patched through another name.
 */
export class CodeShapes {
  readonly #shapes = new WeakMap<Function, Shape>();

  /** Remembers how `fn` is now. */
  learn(fn: Function): void {
    this.#shapes.set(fn, shapeOf(fn));
  }

  /** Some members are now what other code that is known has set them to. Nothing where `fn` was never learned. */
  learnMembers(fn: Function, { holder, keys }: ChangedMembers): void {
    const known = this.#shapes.get(fn);
    if (known === undefined) return;
    const now = shapeOf(fn);
    const isInherited = keys.includes("__proto__");
    if (holder === "self" && keys.includes("prototype")) {
      this.#shapes.set(fn, { ...known, ...now, own: replaced(known.own, now.own, keys), parent: known.parent });
    } else if (holder === "self") {
      const parent = isInherited ? now.parent : known.parent;
      this.#shapes.set(fn, { ...known, own: replaced(known.own, now.own, keys), parent });
    } else {
      const prototypeParent = isInherited ? now.prototypeParent : known.prototypeParent;
      this.#shapes.set(fn, { ...known, members: replaced(known.members, now.members, keys), prototypeParent });
    }
  }

  has(fn: Function): boolean {
    return this.#shapes.has(fn);
  }

  /**
   * Whether `fn` is as it was learned. `isDataKept`: its data properties count, too; else their values are in the key.
   * True for what was never learned.
   */
  isIntact(fn: Function, isDataKept: boolean): boolean {
    const shape = this.#shapes.get(fn);
    return shape === undefined || isSame(shape, fn, isDataKept);
  }
}

interface Shape {
  readonly own: readonly Member[];
  readonly parent: unknown;
  readonly prototype: object | undefined;
  readonly members: readonly Member[];
  readonly prototypeParent: unknown;
}

interface Member {
  readonly key: string | symbol;
  /** Of an accessor: its getter. */
  readonly value: unknown;
  readonly set: unknown;
  readonly isData: boolean;
}

function shapeOf(fn: Function): Shape {
  const prototype = prototypeOf(fn);
  return {
    own: membersOf(fn),
    parent: getPrototypeOf(fn),
    prototype,
    members: prototype === undefined ? [] : membersOf(prototype),
    prototypeParent: prototype === undefined ? undefined : getPrototypeOf(prototype),
  };
}

function isSame(shape: Shape, fn: Function, isDataKept: boolean): boolean {
  const { prototype } = shape;
  if (prototypeOf(fn) !== prototype || getPrototypeOf(fn) !== shape.parent) return false;
  if (!hasMembers(fn, shape.own, isDataKept)) return false;
  if (prototype === undefined) return true;
  return getPrototypeOf(prototype) === shape.prototypeParent && hasMembers(prototype, shape.members, isDataKept);
}

function replaced(known: readonly Member[], now: readonly Member[], keys: readonly string[]): Member[] {
  const isSet = ({ key }: Member): boolean => typeof key === "string" && keys.includes(key);
  return [...known.filter((member) => !isSet(member)), ...now.filter(isSet)];
}

/** Properties may have come in another order; none may be new, gone or another one. Asked at each call of what reaches the function. */
function hasMembers(holder: object, known: readonly Member[], isDataKept: boolean): boolean {
  for (let i = 0; i < known.length; i++) if (!isMember(holder, known[i] as Member, isDataKept)) return false;
  const keys = keysOf(holder);
  if (keys.length === known.length) return true;
  const names = new Set(known.map(({ key }) => key));
  return keys.every((key) => names.has(key) || (!isDataKept && memberOf(holder, key)?.isData === true));
}

function isMember(holder: object, { key, value, set, isData }: Member, isDataKept: boolean): boolean {
  const now = descriptorOf(holder, key);
  if (now === undefined) return isData && !isDataKept;
  const { get } = now;
  const held: unknown = get ?? now.value;
  const isNowData = get === undefined && typeof held !== "function";
  if (isData && isNowData && !isDataKept) return true;
  return isData === isNowData && set === now.set && Object.is(value, held);
}

function membersOf(holder: object): Member[] {
  return keysOf(holder).flatMap((key) => memberOf(holder, key) ?? []);
}

/** `caller` and `arguments` of sloppy functions change by themselves. */
function keysOf(holder: object): (string | symbol)[] {
  const keys = ownKeys(holder);
  const isSloppy = typeof holder === "function" && (keys.includes("caller") || keys.includes("arguments"));
  return isSloppy ? keys.filter((key) => key !== "caller" && key !== "arguments") : keys;
}

function memberOf(holder: object, key: string | symbol): Member | undefined {
  const descriptor = descriptorOf(holder, key);
  if (descriptor === undefined) return undefined;
  const value: unknown = descriptor.get ?? descriptor.value;
  return { key, value, set: descriptor.set, isData: descriptor.get === undefined && typeof value !== "function" };
}

function prototypeOf(fn: Function): object | undefined {
  const prototype: unknown = descriptorOf(fn, "prototype")?.value;
  return typeof prototype === "object" && prototype !== null ? prototype : undefined;
}
