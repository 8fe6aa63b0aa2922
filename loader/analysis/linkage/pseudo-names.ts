/** In the place of a name: what a module exports by default without a name of its own. */
export const DEFAULT_EXPORT = "*default*";

/** In the place of a name: the whole exports object of a CommonJS module. */
export const WHOLE_EXPORTS = "*exports*";
