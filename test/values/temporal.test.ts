import assert from "node:assert/strict";
import { test } from "node:test";
import { bytesOf, keyOf, valueOf } from "./judge.ts";
import { difference } from "./strict.ts";

/** Temporal is a global from Node 26 on, and not in the types. */
const texts: readonly (readonly [string, readonly string[]])[] = [
  ["Instant", ["1970-01-01T00:00:00Z", "1970-01-01T00:00:00.000000001Z"]],
  ["PlainDate", ["2020-02-29", "2020-02-29[u-ca=gregory]", "2020-02-29[u-ca=japanese]"]],
  ["PlainTime", ["01:02:03", "01:02:03.000000001"]],
  ["PlainDateTime", ["2020-02-29T01:02:03", "2020-02-29T01:02:03[u-ca=hebrew]"]],
  ["PlainYearMonth", ["2020-02"]],
  ["PlainMonthDay", ["02-29"]],
  ["ZonedDateTime", ["2020-02-29T01:02:03+00:00[UTC]", "2020-02-29T01:02:03+00:00[Europe/London]"]],
  ["Duration", ["P1D", "PT24H", "P1Y2M3W4DT5H6M7.000000008S", "-P1D"]],
];
const temporal: unknown = Reflect.get(globalThis, "Temporal");

for (const [name, all] of texts) {
  test(`Temporal.${name}`, { skip: temporal === undefined }, () => {
    const constructor = Reflect.get(temporal as object, name) as { from(text: string): object };
    const keys = all.map((text) => keyOf(constructor.from(text)));
    assert.equal(new Set(keys.map((key) => key.ok && key.hash)).size, all.length);
    for (const text of all) {
      const value = constructor.from(text);
      const outcome = bytesOf(value);
      assert.ok(outcome.ok);
      assert.equal(difference(value, valueOf(outcome.codec, outcome.bytes)), undefined);
    }
  });
}
