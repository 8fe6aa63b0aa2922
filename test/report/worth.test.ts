import assert from "node:assert/strict";
import { test } from "node:test";
import type { TargetFacts } from "../../runtime/call/link.ts";
import type { CallOutcome } from "../../runtime/call/outcome.ts";
import { JUDGED_CALLS, Worth } from "../../runtime/call/worth.ts";
import { hit, miss, target } from "./outcomes.ts";

const sweeping: TargetFacts = { ...target("tiny"), isNamed: false };

/** A miss whose run took so long, and whose keying and storing did. Milliseconds. */
function ran(facts: TargetFacts, durationMs: number, spentMs: number): CallOutcome {
  return { ...miss(facts, "new"), durationMs, spentMs } as CallOutcome;
}

const many = (count: number, one: CallOutcome): CallOutcome[] => Array.from({ length: count }, () => one);

const rows: readonly (readonly [
  what: string,
  facts: TargetFacts,
  outcomes: readonly CallOutcome[],
  isCheap: boolean,
])[] = [
  ["short runs that cost more to keep", sweeping, many(JUDGED_CALLS, ran(sweeping, 0.01, 0.05)), true],
  ["too few calls to tell", sweeping, many(JUDGED_CALLS - 1, ran(sweeping, 0.01, 0.05)), false],
  ["long runs", sweeping, many(JUDGED_CALLS, ran(sweeping, 5, 0.05)), false],
  [
    "short runs that are answered often",
    sweeping,
    [...many(10, ran(sweeping, 0.01, 0.05)), ...many(JUDGED_CALLS, hit(sweeping, 0.009))],
    false,
  ],
  [
    "answers that take longer than runs",
    sweeping,
    [...many(10, ran(sweeping, 0.01, 0.05)), ...many(JUDGED_CALLS, hit(sweeping, -0.01))],
    true,
  ],
  ["answers alone, of short runs", sweeping, many(JUDGED_CALLS, hit(sweeping, -0.01)), true],
  ["answers of long runs", sweeping, many(JUDGED_CALLS, hit(sweeping, 20)), false],
];
for (const [what, facts, outcomes, isCheap] of rows) {
  test(`left alone, or not: ${what}`, () => {
    const worth = new Worth();
    for (const outcome of outcomes) worth.note(outcome);
    assert.equal(worth.isCheap(facts), isCheap);
  });
}

const decided: readonly (readonly [what: string, facts: TargetFacts])[] = [
  ["a function that somebody named", { ...sweeping, isNamed: true }],
  ["one of which nothing is said", target("tiny")],
  ["an async function", { ...sweeping, isAsync: true }],
  ["one with minDuration", { ...sweeping, options: { ignore: [], minDuration: 5 } }],
];
for (const [what, facts] of decided) {
  test(`never left alone: ${what}`, () => {
    const worth = new Worth();
    for (const outcome of many(2 * JUDGED_CALLS, ran(facts, 0.01, 0.05))) worth.note(outcome);
    assert.equal(worth.isCheap(facts), false);
  });
}
