import { createRequire } from "node:module";
import type remap from "@jridgewell/remapping";

/** A source map, version 3, with its texts. */
export interface SourceMap {
  readonly version: 3;
  readonly sources: readonly (string | null)[];
  readonly sourcesContent?: readonly (string | null)[];
  readonly names: readonly string[];
  readonly mappings: string;
  readonly sourceRoot?: string;
}

export interface MapInput {
  readonly url: string;
  /** The text as its author wrote it. */
  readonly text: string;
  readonly mappings: string;
  /** The text's own map, where it was made from another one. */
  readonly earlier?: SourceMap | undefined;
}

/** The map from rewritten text to what its author wrote: `text`, or where that has a map of its own, the sources of that. */
export function sourceMap({ url, text, mappings, earlier }: MapInput): SourceMap {
  const map: SourceMap = { version: 3, sources: [url], sourcesContent: [text], names: [], mappings };
  return earlier === undefined ? map : combine(map, earlier);
}

/** A comment that carries the map, to stand behind the tail. Of several such comments the last one counts, so that the text keeps its own. */
export function inlineMap(map: SourceMap): string {
  return `\n//# sourceMappingURL=data:application/json;base64,${Buffer.from(JSON.stringify(map)).toString("base64")}\n`;
}

/** Undefined where the text is no source map: the program then runs with ours alone, as it runs with a broken map without us. */
export function parseMap(readJson: () => string): SourceMap | undefined {
  try {
    const map: unknown = JSON.parse(readJson());
    return isSourceMap(map) ? map : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof URIError) return undefined;
    throw error;
  }
}

function isSourceMap(map: unknown): map is SourceMap {
  return (
    typeof map === "object" &&
    map !== null &&
    "mappings" in map &&
    typeof map.mappings === "string" &&
    "sources" in map &&
    Array.isArray(map.sources)
  );
}

/** Few texts have a map of their own, so that the library is loaded with the first one; `require` gives the function itself. */
function combine(map: SourceMap, earlier: SourceMap): SourceMap {
  const remapping = createRequire(import.meta.url)("@jridgewell/remapping") as typeof remap;
  const combined = remapping(JSON.stringify(map), (_source, { depth }) =>
    depth === 1 ? JSON.stringify(earlier) : null,
  );
  return JSON.parse(combined.toString()) as SourceMap;
}
