import { parseMap, type SourceMap } from "./source-map.ts";

/** Reads the text of a file; undefined where it cannot. */
export type ReadText = (url: URL) => string | undefined;

/**
 * The map of a text that was made from another one, by what its last `sourceMappingURL` comment says. The sources in it
 * are made absolute. Undefined where there is no comment, or no map behind it.
 */
export function earlierMap(url: string, text: string, read: ReadText): SourceMap | undefined {
  const reference = sourceMapReference(text);
  if (reference === undefined) return undefined;
  if (reference.startsWith("data:")) return absolute(mapInReference(reference), url);
  if (!URL.canParse(reference, url)) return undefined;
  const place = new URL(reference, url);
  const json = place.protocol === "file:" ? read(place) : undefined;
  return json === undefined
    ? undefined
    : absolute(
        parseMap(() => json),
        place.href,
      );
}

/** What the last comment says, by Node's own pattern (lib/internal/source_map/source_map_cache.js). */
export function sourceMapReference(text: string): string | undefined {
  if (!text.includes("sourceMappingURL=")) return undefined;
  return [...text.matchAll(/\/[*/]#\s+sourceMappingURL=(?<reference>[^\s]+)/g)].at(-1)?.groups?.["reference"];
}

/** The map inside a `data:` reference; undefined for what is no map. */
export function mapInReference(reference: string): SourceMap | undefined {
  const match = /^data:application\/json[^,]*?(?<base64>;base64)?,(?<data>.*)$/s.exec(reference);
  if (match === null) return undefined;
  const data = match.groups?.["data"] ?? "";
  const isBase64 = match.groups?.["base64"] !== undefined;
  return parseMap(() => (isBase64 ? Buffer.from(data, "base64").toString() : decodeURIComponent(data)));
}

function absolute(map: SourceMap | undefined, base: string): SourceMap | undefined {
  if (map === undefined) return undefined;
  const { sourceRoot = "", sources, ...rest } = map;
  return { ...rest, sources: sources.map((source) => (source === null ? null : resolve(sourceRoot + source, base))) };
}

function resolve(source: string, base: string): string {
  return URL.canParse(source, base) ? new URL(source, base).href : source;
}
