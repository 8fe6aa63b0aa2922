import { createRequire } from "node:module";
import type Picomatch from "picomatch";

const require = createRequire(import.meta.url);

/**
 * Matches paths relative to the root, with `/` between folders, against a glob. As in a shell, `*` and `**` do not match
 * names that begin with a dot. Nothing below a `node_modules` matches unless the glob names that folder.
 *
 * @throws Error for unbalanced brackets, with a sentence about them.
 */
export function pathMatcher(glob: string): (file: string) => boolean {
  const match = isLiteral(glob) ? (file: string) => file === glob : compile(glob);
  if (/(?:^|\/)node_modules(?:\/|$)/.test(glob)) return match;
  return (file) => !/(?:^|\/)node_modules\//.test(file) && match(file);
}

/** Whether the glob can match one path only. */
export function isLiteral(glob: string): boolean {
  return !/[*?[\]{}()!+@\\]/.test(glob);
}

function compile(glob: string): (file: string) => boolean {
  // Loaded for real globs only: it takes milliseconds.
  const picomatch = require("picomatch") as typeof Picomatch;
  const match = picomatch(glob, { strictBrackets: true });
  return (file) => match(file);
}
