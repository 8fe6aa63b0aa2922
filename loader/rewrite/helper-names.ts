/** Names of the functions that rewritten text calls. The tail declares them. */
export interface HelperNames {
  /** Runs a call of a target: `$ac(INDEX, [parameters], () => { BODY })()`. */
  readonly call: string;
  /** Marks a function given as an argument: `$acm(INDEX, fn, () => [captures])`, or given back: `$acm(INDEX, value, () => [captures], key)`. */
  readonly mark: string;
  /** Makes the names of the module readable before it has run to its end: `$acb()`. */
  readonly begin: string;
}

/** `export default $acd(VALUE)`: keeps the value where accessors find it, and gives it back. */
export function keeper({ call }: HelperNames): string {
  return `${call}d`;
}

/** Names that the text does not contain, not even inside longer names, strings or comments. The same text gives the same names. */
export function helperNames(text: string): HelperNames {
  let prefix = "$ac";
  for (let count = 1; text.includes(prefix); count++) prefix = `$ac${count}_`;
  return { call: prefix, mark: `${prefix}m`, begin: `${prefix}b` };
}
