import { globalName } from "../key/globals.ts";
import { Refusal } from "../key/refusal.ts";
import { HERE } from "../key/session.ts";
import { formatPath, stepsOf, type Segment, type Trail } from "../key/path.ts";
import type { Body, Content } from "./bodies.ts";
import { BytesOut } from "./bytes-out.ts";
import { Tag } from "./tags.ts";

/** How instances of a program's own classes are named in a stored value and found again. */
export interface ClassResolver {
  /**
   * A name that stands for the code of the class; undefined if it is not tracked, has private state, or is one of several
   * classes that one piece of code makes.
   */
  nameOf(constructor: Function): string | undefined;
  /** The class of that name in this process. */
  find(name: string): Function | undefined;
}

export const noClasses: ClassResolver = { nameOf: () => undefined, find: () => undefined };

/** Beyond this depth the content of objects is postponed. */
export const MAX_DEPTH = 200;

interface Postponed {
  readonly object: object;
  readonly trail: Trail;
}

export type WriteValue = (w: Writer, value: unknown) => void;

/** The state of writing one value. */
export class Writer {
  readonly out = new BytesOut();
  classes: ClassResolver = noClasses;
  /** What the resolver said: lists hold many instances of few classes. */
  readonly #classNames = new Map<Function, string | undefined>();
  aliens: ReadonlySet<object> | undefined;
  path: Segment[] = [];
  base: Trail | undefined;
  depth = 0;
  seen = new Map<object, number>();
  count = 0;
  /** Lists of keys that were written, by their first key. */
  shapes = new Map<string, Shape[]>();
  shapeCount = 0;
  /** Objects whose head is being written. */
  readonly unmade = new Set<object>();
  /** Memory of which only windows are written. */
  readonly slabs = new Set<object>();
  readonly urls: object[] = [];
  readonly params = new Set<object>();
  /** Where contents that are read later are collected; undefined if they are refused. */
  bodies: Body[] | undefined;
  limit = Infinity;
  readonly postponed: Postponed[] = [];

  readonly #write: WriteValue;

  constructor(write: WriteValue) {
    this.#write = write;
  }

  /** Writes any value: what the writers of parts call for what they hold. */
  value(value: unknown): void {
    this.#write(this, value);
  }

  begin(classes: ClassResolver, aliens: ReadonlySet<object> | undefined, limit: number): void {
    this.out.begin(limit);
    this.limit = limit;
    this.bodies = undefined;
    this.classes = classes;
    this.aliens = aliens;
    this.depth = 0;
    this.base = undefined;
    this.count = 0;
    this.shapeCount = 0;
  }

  classNameOf(constructor: Function): string | undefined {
    if (this.#classNames.has(constructor)) return this.#classNames.get(constructor);
    const name = this.classes.nameOf(constructor);
    this.#classNames.set(constructor, name);
    return name;
  }

  /** Lets go of the caller's objects. */
  release(): void {
    this.#classNames.clear();
    if (this.count > 0) this.seen = new Map();
    if (this.shapeCount > 0) this.shapes = new Map();
    this.postponed.length = 0;
    this.path.length = 0;
    this.slabs.clear();
    this.params.clear();
    this.urls.length = 0;
    this.bodies = undefined;
    this.unmade.clear();
    this.aliens = undefined;
  }

  /** Registers an object; false if it was written before, after which the reference to it is written. */
  visit(object: object): boolean {
    const before = this.seen.get(object);
    if (before !== undefined) {
      if (this.slabs.has(object)) this.refuse("value-opaque", "memory that a Buffer shares");
      if (this.unmade.has(object)) this.refuse("value-opaque", "an object that its own prototype or buffer refers to");
      this.out.byte(Tag.reference);
      this.out.size(before);
      return false;
    }
    if (this.aliens?.has(object) === true && globalName(object) === undefined)
      this.refuse("value-aliases-input", "the same object");
    this.seen.set(object, this.count++);
    return true;
  }

  /** The same for memory that is written only as far as Buffers show it. */
  visitSlab(slab: object): boolean {
    const before = this.slabs.delete(slab) ? this.visit(slab) : false;
    this.slabs.add(slab);
    return before;
  }

  /** The number of a content that is read later, from 1 on; 0 where there is none. */
  addBody(what: string, read: () => Promise<Content> | null | "used"): number {
    if (this.bodies === undefined) throw new LateContent(what);
    const reading = read();
    if (reading === null) return 0;
    if (reading === "used") this.refuse("value-opaque", `${what} whose body was read`);
    const content = reading.catch((): Content => "failed");
    return this.bodies.push({ content, path: this.where() });
  }

  /** `result.rows[3]`: where the writer is. */
  where(): string {
    return formatPath("result", [...stepsOf(this.base), ...this.path.slice(0, this.depth)]);
  }

  enter(): void {
    if (this.depth > MAX_DEPTH * 2) throw new Refusal("value-too-large", "too deep");
    this.path[this.depth++] = HERE;
  }

  step(segment: Segment): void {
    this.path[this.depth - 1] = segment;
  }

  refuse(
    code: "value-opaque" | "value-instance" | "value-function" | "value-getter" | "value-aliases-input",
    detail: string,
  ): never {
    throw new Refusal(code, detail);
  }
}

/** A refusal that `encodeValueAsync` may not make. */
export class LateContent extends Refusal {
  constructor(what: string) {
    super("value-opaque", what);
  }
}

export interface Shape {
  readonly id: number;
  readonly keys: readonly string[];
}
