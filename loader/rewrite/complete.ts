import type { Rewritten } from "./rewrite.ts";
import { inlineMap, sourceMap, type SourceMap } from "./source-map.ts";
import { tail, type TailInput } from "./tail.ts";

export interface CompleteInput {
  readonly url: string;
  /** The text as its author wrote it. */
  readonly text: string;
  readonly textHash: string;
  /** As for the tail. */
  readonly accessors: readonly string[] | undefined;
  /** The text's own map, where it was made from another text. */
  readonly earlier?: SourceMap | undefined;
  /** Whether to attach a map. Lines are right without; columns are not on the lines with insertions. */
  readonly withMap: boolean;
}

/** What is to run in place of a text: the rewritten text, which may come from disk, with what depends on where it stands. */
export function complete(
  rewritten: Omit<Rewritten, "helpers"> & Pick<TailInput, "helpers">,
  { url, text, textHash, accessors, earlier, withMap }: CompleteInput,
): string {
  const { code, helpers, mappings } = rewritten;
  const end = tail({ url, textHash, helpers, accessors });
  const map = withMap && mappings !== undefined ? inlineMap(sourceMap({ url, text, mappings, earlier })) : "";
  return code + end + map;
}
