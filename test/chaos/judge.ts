import assert from "node:assert/strict";
import type { Figures } from "./figures.ts";
import { hits, hitsAtEnd, longest } from "./observe.ts";
import type { Run } from "./observe.ts";

/** In milliseconds. */
export interface Limits {
  readonly longestMs: number;
  readonly exitMs: number;
  /** Of the run, for the column of hits at its end. Default: no such column. */
  readonly endMs?: number;
}

/** What holds under every fault: each value is right, no call waits for long, one warning at most, and a prompt end. */
export function judge(fault: string, { observed, exit, exitMs, stderr }: Run, limits: Limits): Figures {
  const { sync, async: asynchronous, wrong } = observed;
  const { endMs } = limits;
  const atEnd =
    endMs === undefined ? {} : { "hits at the end": hitsAtEnd(sync, endMs) + hitsAtEnd(asynchronous, endMs) };
  const figures = {
    fault,
    "calls": sync.length + asynchronous.length,
    wrong,
    "longest sync ms": Math.round(longest(sync)),
    "longest async ms": Math.round(longest(asynchronous)),
    "hits": hits(sync) + hits(asynchronous),
    ...atEnd,
    "exit ms": exitMs,
    "warnings": stderr.split("could not").length - 1,
  };
  const told = `${JSON.stringify(figures)}\n${stderr}`;
  assert.equal(exit, 0, told);
  assert.equal(wrong, 0, told);
  assert.ok(longest(sync) <= limits.longestMs && longest(asynchronous) <= limits.longestMs, told);
  assert.ok(exitMs <= limits.exitMs, told);
  assert.ok(figures.warnings <= 1, told);
  return figures;
}
