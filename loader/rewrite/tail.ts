import { DEFAULT_EXPORT, WHOLE_EXPORTS } from "../analysis/linkage/pseudo-names.ts";
import { type HelperNames, keeper } from "./helper-names.ts";

export interface TailInput {
  readonly url: string;
  /** Hash of the text as its author wrote it. */
  readonly textHash: string;
  /** Undefined: the text calls none, since nothing was put into it. */
  readonly helpers: HelperNames | undefined;
  /** Module-level variables that a key may need to read. Undefined: nobody is told when the module has run to its end. */
  readonly accessors: readonly string[] | undefined;
  /** Besides these, variables that hold the same from the end of the module on. Only of a text that calls no helpers. */
  readonly values?: readonly string[] | undefined;
}

/** How text reaches the host without an import: `Symbol` is a likely name for a class of a program's own, `globalThis` is not. */
const HOST = 'globalThis[globalThis.Symbol.for("astrocache")]';

/**
 * Stands behind the rewritten text, on lines of its own; a line break and a semicolon end whatever comes before. It is
 * valid in every kind of module, in strict code and in TypeScript.
 *
 * The helpers are function declarations, which exist before the module runs: in an import cycle a target may be called
 * before its module has come to an end. At the first call each puts what the host gave it in its own place. Where there
 * is no host, as in another realm, the body just runs.
 */
export function tail({ url, textHash, helpers, accessors, values = [] }: TailInput): string {
  const place = `${JSON.stringify(url)},${JSON.stringify(textHash)}`;
  if (helpers === undefined) {
    const given = values.length === 0 ? "" : `,{${values.join()}}`;
    return accessors === undefined ? "" : `\n;${HOST}?.observe(${place},{${accessors.map(accessor).join()}}${given});`;
  }
  const { call, mark, begin } = helpers;
  const keep = keeper(helpers);
  // Where calls come before the module's end, as in a program of one file, its names have to be readable by then.
  const read = accessors === undefined ? "" : `,${call}o()`;
  return [
    "\n",
    `;function ${call}(i,p,b,t,c,n){var h=${HOST};return h?(${call}=h.attach(${place}${read}))(i,p,b,t,c,n):b}`,
    `function ${mark}(i,f,c,k){var h=${HOST};return h?h.mark(${place},i,f,c,k):f}`,
    accessors === undefined
      ? ""
      : `function ${call}o(){return{${accessors.map((name) => (name === DEFAULT_EXPORT ? `"${name}":()=>${keep}.v` : accessor(name))).join()}}}function ${begin}(){${HOST}?.attach(${place}${read})}${HOST}?.observe(${place}${read});`,
    accessors?.includes(DEFAULT_EXPORT) === true ? `function ${keep}(v){${keep}.v=v;return v}` : "",
  ].join("");
}

/** Computed, so that `__proto__` is a name like any other. */
function accessor(name: string): string {
  if (name === WHOLE_EXPORTS) return `"${name}":()=>module.exports`;
  // What a CommonJS module exports without a variable of its own.
  if (name.startsWith("exports.")) return `${JSON.stringify(name)}:()=>module.${name}`;
  return name === "__proto__" ? `["__proto__"]:()=>${name}` : `${name}:()=>${name}`;
}
