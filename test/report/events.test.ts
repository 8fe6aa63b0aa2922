import assert from "node:assert/strict";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { test } from "node:test";
import { publish, publishOutcome } from "../../runtime/events.ts";
import { reasons } from "../../runtime/reasons.ts";
import { bypass, hit, miss, target } from "./outcomes.ts";

function heard(channel: string, run: () => void): unknown[] {
  const messages: unknown[] = [];
  const listen = (message: unknown): void => void messages.push(message);
  subscribe(channel, listen);
  run();
  unsubscribe(channel, listen);
  return messages;
}

const price = target("price");
const about = { target: "my-app:src/a.ts#price", file: "src/a.ts", name: "price", line: 4 };

test("one message for each outcome, on its own channel", () => {
  const outcomes = [
    ["astrocache:hit", hit(price, 7), { codeDigest: "c1", key: "k", from: "memory", savedMs: 7 }],
    [
      "astrocache:miss",
      miss(price, "code-changed", "p"),
      { codeDigest: "c2", key: "k", cause: "code-changed", changed: ["p"], durationMs: 5, stored: true },
    ],
    [
      "astrocache:bypass",
      bypass(price, { code: "value-function", detail: "result.f" }),
      {
        reason: "value-function",
        sentence: reasons["value-function"].sentence,
        remedy: reasons["value-function"].remedy,
        detail: "result.f",
      },
    ],
  ] as const;
  for (const [channel] of outcomes) {
    const expected = outcomes.filter((row) => row[0] === channel).map((row) => ({ ...about, ...row[2] }));
    assert.deepEqual(
      heard(channel, () => outcomes.forEach((row) => publishOutcome(row[1]))),
      expected,
    );
  }
});

test("stores and errors", () => {
  const store = { store: "file /tmp", operation: "get", key: "k", bytes: 3, durationMs: 1 } as const;
  assert.deepEqual(
    heard("astrocache:store", () => publish("astrocache:store", () => store)),
    [store],
  );
  const error = { source: "redis://cache.team", message: "timed out" };
  assert.deepEqual(
    heard("astrocache:error", () => publish("astrocache:error", () => error)),
    [error],
  );
});

test("without a listener no message is made", () => {
  publish("astrocache:hit", () => assert.fail("made"));
});
