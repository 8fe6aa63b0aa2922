import { named, withProperties } from "../named.ts";

/** Classes and functions that the loader would know, by the digest of their code. */
export const tracked = new Map<
  Function,
  { readonly digest: string; readonly captured: readonly unknown[]; readonly hasPrivateState?: boolean }
>();

function track<F extends Function>(
  digest: string,
  fn: F,
  more: { captured?: readonly unknown[]; hasPrivateState?: boolean } = {},
): F {
  tracked.set(fn, { digest, captured: [], ...more });
  return fn;
}

const Point = track(
  "Point",
  class Point {
    x: number;
    constructor(x: number) {
      if (constructing) throw new Error("a constructor ran");
      this.x = x;
    }
    get double(): number {
      throw new Error("a getter ran");
    }
    set y(_y: number) {
      throw new Error("a setter ran");
    }
  },
);
const Twin = track(
  "Twin",
  class Twin {
    x = 1;
  },
);
const Colored = track(
  "Colored",
  class Colored extends Point {
    color = "red";
  },
);
const Secret = track(
  "Secret",
  class Secret {
    readonly #hidden: number;
    constructor(hidden: number) {
      this.#hidden = hidden;
    }
    reveal(): number {
      return this.#hidden;
    }
  },
  { hasPrivateState: true },
);
const UnderSecret = track("UnderSecret", class UnderSecret extends Secret {});
const OldStyle = track("OldStyle", function OldStyle(this: { x: number }) {
  this.x = 1;
});
Object.assign(OldStyle, { create: () => 1, defaults: { x: 1 } });
const List = track("List", class List<T> extends Array<T> {});
const Table = track("Table", class Table extends Map<unknown, unknown> {});
const Failure = track(
  "Failure",
  class Failure extends Error {
    status = 500;
  },
);
const Moment = track("Moment", class Moment extends Date {});
const Bytes = track("Bytes", class Bytes extends Uint8Array {});
const Link = track("Link", class Link extends URL {});
const triple = track("triple", (x: number) => x * 3);
const base = track("closure", () => base, { captured: [1] });
const other = track("closure", () => other, { captured: [2] });
class Untracked {}
/** Set while values are decoded: no constructor may run. */
let constructing = false;
export function whileDecoding<T>(run: () => T): T {
  constructing = true;
  try {
    return run();
  } finally {
    constructing = false;
  }
}

export const classes = named([
  ["instance", () => new Point(1)],
  ["instance with another state", () => new Point(2)],
  ["instance of another class", () => new Twin()],
  ["plain object like an instance", () => ({ x: 1 })],
  ["instance of a subclass", () => new Colored(1)],
  ["instance with a property of its own", () => withProperties(new Point(1), { extra: 1 })],
  [
    "instance whose setter is hidden by a property",
    () => Object.defineProperty(new Point(1), "y", { value: 2, writable: true, enumerable: true, configurable: true }),
  ],
  ["frozen instance", () => Object.freeze(new Point(1))],
  ["instances that share", () => sharing()],
  ["list of instances", () => [new Point(1), new Point(2)]],
  ["object that inherits from an instance", () => Object.create(new Point(1)) as object],
  ["instance of a function", () => Reflect.construct(OldStyle, []) as object],
  ["instance with private state", () => new Secret(1), "both"],
  ["instance under private state", () => new UnderSecret(1), "both"],
  ["instance of an unknown class", () => new Untracked(), "both"],
  ["subclass of Array", () => List.from([1, 2])],
  ["subclass of Map", () => new Table([[1, 2]])],
  ["subclass of Error", () => withProperties(new Failure("text"), { stack: "s" })],
  ["subclass of Date", () => new Moment(0)],
  ["subclass of Uint8Array", () => new Bytes([1, 2])],
  ["subclass of URL", () => new Link("http://a/")],
  ["known function", () => triple, "result"],
  ["known function with captures", () => base, "result"],
  ["known function with other captures", () => other, "result"],
  ["known class", () => Point, "result"],
  ["unknown function", () => () => 1, "both"],
  ["bound function", () => triple.bind(undefined), "both"],
  ["unknown class", () => Untracked, "both"],
  [
    "method that a method hides",
    () => ({
      run() {
        return 1;
      },
    }),
    "both",
  ],
  ["builtin function", () => Math.max],
  ["another builtin function", () => Math.min],
  ["builtin class", () => Number],
  ["method of a builtin", () => Array.prototype.map],
  ["Math.random", () => Math.random, "both"],
  ["Date as a function", () => Date, "both"],
  ["Function", () => Function, "both"],
]);

function sharing(): object {
  const point = new Point(1);
  return { a: point, b: point };
}
