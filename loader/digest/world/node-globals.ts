/** What Node itself gives, before the program begins. */
const NODE_GLOBALS: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(globalThis));

export function isNodeGlobal(name: string): boolean {
  return NODE_GLOBALS.has(name);
}
