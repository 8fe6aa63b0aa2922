import type { TargetFacts } from "../../runtime/call/link.ts";
import { PLAIN } from "../../runtime/call/wrapper.ts";
import type { CallOutcome, MissCause } from "../../runtime/call/outcome.ts";
import type { PartChange } from "../../runtime/report/part-changes.ts";
import type { ReasonNote } from "../../runtime/reasons.ts";

export function target(name: string, file = "src/a.ts", line = 4): TargetFacts {
  return { id: `my-app:${file}#${name}`, file, name, line, options: { ignore: [] }, ...PLAIN };
}

export function hit(facts: TargetFacts, savedMs: number): CallOutcome {
  hits += 1;
  // One after the other: what ran at one time would count once.
  const ran = { startedAt: hits * 1_000_000, durationMs: Math.max(0, savedMs) };
  return { kind: "hit", target: facts, codeDigest: "c1", key: "k", from: "memory", savedMs, ran };
}

let hits = 0;

export function miss(facts: TargetFacts, cause: MissCause, ...labels: string[]): CallOutcome {
  const changes = labels.map((label): PartChange => ({
    label,
    kind: "function",
    what: "edited",
    chain: [{ label, kind: "function" }],
  }));
  return { kind: "miss", target: facts, codeDigest: "c2", key: "k", cause, changes, durationMs: 5, stored: true };
}

export function bypass(facts: TargetFacts, note: ReasonNote): CallOutcome {
  return { kind: "bypass", target: facts, note };
}
