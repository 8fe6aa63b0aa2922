/** Where entries stand below the root of a file store. Raised when the layout changes, so that versions stand side by side. */
export const ENTRIES = "entries/v1";
