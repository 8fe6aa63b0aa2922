const TAG = "@astrocache";
/** A module that imports the package may call `cache`. */
const IMPORTS = /["']astrocache["']/;

/** Whether a text may select something by itself: by a tag, or by a call of `cache`. A search, before anything is parsed. */
export function maySelect(text: string): boolean {
  return text.includes(TAG) || IMPORTS.test(text);
}
