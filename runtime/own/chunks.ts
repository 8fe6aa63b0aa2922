import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import vm from "node:vm";
import { keepCode, takeCode } from "./code-cache.ts";

/** What a file of the package exports: for others of them names, and for `requireOwn` modules by their paths. */
type Chunk = Readonly<Record<string, unknown>>;

type Body = (
  exports: object,
  require: (id: string) => unknown,
  url: string,
  dynamicImport: (specifier: string) => Promise<unknown>,
) => void;

/** What stands for the module that loads these files, among what they require. `build/bundle.ts` writes it. */
const LOADER = "own";

const require = createRequire(import.meta.url);
const loaded = sharedMap();

/**
 * Loads a file of the package, and those that it requires, each once. They are bodies of functions as those of CommonJS, since V8 takes
 * compiled code for no other form: for modules Node keeps it on its own terms, for all that a program loads, and not on Node 20.
 *
 * @param url Where it lies. `own` is given to it as what it requires of the module that loads it.
 */
export function loadChunk(url: string, own: object): Chunk {
  const known = loaded.get(url);
  if (known !== undefined) return known;
  const exports: Chunk = {};
  loaded.set(url, exports);
  const load = (id: string): unknown => {
    if (id === LOADER) return own;
    return id.startsWith("./") ? loadChunk(new URL(id, url).href, own) : require(id);
  };
  try {
    compile(url)(exports, load, url, (specifier) => import(specifier));
  } catch (error) {
    // Who asks again is told again, as with modules of Node's.
    loaded.delete(url);
    throw error;
  }
  return exports;
}

function compile(url: string): Body {
  const text = readFileSync(fileURLToPath(url), "utf8");
  const code = takeCode(url, text);
  // A script of its own has an `import` only with warnings, so it is given one: of packages, and of what a program configures.
  const script = new vm.Script(`(function(exports,require,__url,__import){${text}\n})`, {
    filename: url,
    ...(code === undefined ? {} : { cachedData: code }),
  });
  if (code === undefined || script.cachedDataRejected === true) keepCode(url, text, script);
  return script.runInThisContext() as Body;
}

/** By address, and one for the whole thread: each module of the package that Node imports has a copy of this one. */
function sharedMap(): Map<string, Chunk> {
  const key = Symbol.for("astrocache.chunks");
  const found: unknown = Reflect.get(globalThis, key);
  if (found !== undefined) return found as Map<string, Chunk>;
  const made = new Map<string, Chunk>();
  Reflect.defineProperty(globalThis, key, { value: made });
  return made;
}
