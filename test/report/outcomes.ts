import type { TargetFacts } from "../../runtime/call/link.ts";
import type { CallOutcome, MissCause } from "../../runtime/call/outcome.ts";
import type { ReasonNote } from "../../runtime/reasons.ts";

export function target(name: string, file = "src/a.ts", line = 4): TargetFacts {
  const rest = { parameters: [], isAsync: false, usesThis: false, captures: [], privateFields: [] };
  return { id: `my-app:${file}#${name}`, file, name, line, options: { ignore: [] }, ...rest };
}

export function hit(facts: TargetFacts, savedMs: number): CallOutcome {
  return { kind: "hit", target: facts, codeDigest: "c1", key: "k", from: "memory", savedMs };
}

export function miss(facts: TargetFacts, cause: MissCause, ...changed: string[]): CallOutcome {
  return { kind: "miss", target: facts, codeDigest: "c2", key: "k", cause, changed, durationMs: 5, stored: true };
}

export function bypass(facts: TargetFacts, note: ReasonNote): CallOutcome {
  return { kind: "bypass", target: facts, note };
}
