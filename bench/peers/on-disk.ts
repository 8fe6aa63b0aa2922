import memoizeFs from "memoize-fs";
import { text } from "../subjects/texts.ts";

export function withMemoizeFs(): Promise<(id: number, size: number) => Promise<unknown>> {
  return memoizeFs({ cachePath: process.env["BENCH_FOLDER"] ?? "" }).fn(text);
}
