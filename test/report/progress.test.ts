import assert from "node:assert/strict";
import { test } from "node:test";
import { createProgress } from "../../runtime/report/progress.ts";

/** What is written when something is told every 300 ms for two seconds, and then ends. */
function written(stream: { isTTY?: boolean }, env: Readonly<Record<string, string>> = {}): string[] {
  let now = 0;
  const texts: string[] = [];
  const { tell, end } = createProgress({ ...stream, write: (text) => texts.push(text) }, env, () => now);
  for (; now <= 2_000; now += 300) tell("reading a.ts");
  end();
  return texts;
}

test("on a terminal what takes longer than a second is told, and taken away at its end", () => {
  const texts = written({ isTTY: true });
  assert.deepEqual(texts, [
    "\r\u001b[Kreading a.ts, 1 s",
    "\r\u001b[Kreading a.ts, 2 s",
    "\r\u001b[Kreading a.ts, 2 s",
    "\r\u001b[K",
  ]);
});

test("nothing is told in a pipe, in CI, on a dumb terminal, or of what is quick", () => {
  assert.deepEqual(written({}), []);
  assert.deepEqual(written({ isTTY: true }, { CI: "1" }), []);
  assert.deepEqual(written({ isTTY: true }, { TERM: "dumb" }), []);
  const texts: string[] = [];
  const { tell, end } = createProgress({ isTTY: true, write: (text) => texts.push(text) }, {}, () => 0);
  tell("reading");
  end();
  assert.deepEqual(texts, []);
});
