import type { BytesIn } from "./bytes-in.ts";
import { DecodeError } from "./decode-error.ts";
import { MAX_DEPTH, type ClassResolver } from "./writer.ts";

export interface ReadShape {
  readonly keys: readonly string[];
  /** No key means anything to `Object.prototype`, so that properties can be set by assignment. */
  readonly assignable: boolean;
}

/** An object with what its head said, whose content is still to be read. */
export interface Started {
  readonly object: object;
  readonly kind: number;
  readonly sealedIn: boolean;
  /** For arrays. */
  readonly length: number;
}

/** The state of reading one value. */
export class Reader {
  readonly in: BytesIn;
  readonly #classes: ClassResolver;
  #found: Map<string, Function | undefined> | undefined;
  readonly objects: object[] = [];
  readonly shapes: ReadShape[] = [];
  /** Most values have none of these. */
  bodies: Uint8Array<ArrayBuffer>[] | undefined;
  postponed: Started[] | undefined;
  /** Memory that may still be taken for what the bytes only name, not hold: slabs, and room for buffers to grow. */
  #spare = 2 ** 32;
  #depth = 0;

  readonly #read: (r: Reader) => unknown;

  constructor(bytes: BytesIn, classes: ClassResolver, read: (r: Reader) => unknown) {
    this.in = bytes;
    this.#classes = classes;
    this.#read = read;
  }

  classOf(name: string): Function | undefined {
    const found = (this.#found ??= new Map());
    if (!found.has(name)) found.set(name, this.#classes.find(name));
    return found.get(name);
  }

  /** Reads any value: what the readers of parts call for what they hold. */
  value(): unknown {
    return this.#read(this);
  }

  /** Objects count in the order in which their heads begin. */
  reserve(): number {
    return this.objects.push(this.objects) - 1;
  }

  reference(): object {
    const object = this.objects[this.in.size()];
    if (object === undefined || object === this.objects) throw new DecodeError("a reference leads nowhere");
    return object;
  }

  /** The content of that number, or null for 0. */
  body(number: number): Uint8Array<ArrayBuffer> | null {
    if (number === 0) return null;
    const bytes = this.bodies?.[number - 1];
    if (bytes === undefined) throw new DecodeError("a content is missing");
    return bytes;
  }

  /** Takes memory that the bytes do not hold. A few of them must not ask for all there is. */
  take(size: number): void {
    this.#spare -= size;
    if (this.#spare < 0) throw new DecodeError("too much memory is asked for");
  }

  enter(): void {
    // The writer goes MAX_DEPTH deep, and a little deeper within heads.
    if (++this.#depth > MAX_DEPTH * 2) throw new DecodeError("the value is too deep");
  }

  leave(): void {
    this.#depth--;
  }
}
