import assert from "node:assert/strict";
import { test } from "node:test";
import { layOutRooms, type DrawnPart } from "../../runtime/report/page/client/rooms.ts";
import { pageScript } from "../../runtime/report/page/page-script.ts";
import { mergeTimelines, MOST_BUCKETS, TimelineDraft } from "../../runtime/report/timeline.ts";

const part = (file: string | null, ...refs: number[]): DrawnPart => ({ label: `${file}#f`, file, refs });

test("rooms: modules in columns by their distance, each part once", () => {
  const parts = [part("a", 1, 2), part("a", 3), part("b", 3, 0), part(null), part("c")];
  const { columns, edges, left } = layOutRooms(0, parts, 99);
  assert.deepEqual(
    columns.map((rooms) => rooms.map(({ name, parts: own }) => [name, own])),
    [[["a", [0, 1]]], [["b", [2]]], [["packages", [3]]]],
  );
  assert.deepEqual([edges.length, left], [5, 0]);
});

test("rooms: the nearest parts where there are too many, and distances at which no module begins", () => {
  const chain = [part("a", 1), part("a", 2), part("b", 3), part("c")];
  const { columns, edges, left } = layOutRooms(0, chain, 3);
  assert.deepEqual([columns.length, edges.length, left], [2, 2, 1]);
});

test("the script of the page is one without imports, exports or an end of its element", () => {
  const script = pageScript();
  assert.doesNotMatch(script, /^(import|export) |<\/script|sourceMappingURL/m);
  assert.match(script, /function layOutRooms/);
});

test("a timeline of any length fits, and loses no call", () => {
  for (const last of [0, 50, 5_000, 86_400_000]) {
    const draft = new TimelineDraft(1_000);
    for (let n = 0; n <= 100; n++) draft.add(1_000 + (last * n) / 100, { hits: 1, savedMs: 2 });
    const { buckets, bucketMs } = draft.read();
    assert.ok(buckets.length <= MOST_BUCKETS && bucketMs * buckets.length >= last);
    assert.deepEqual(
      [buckets.reduce((sum, { hits }) => sum + hits, 0), buckets.reduce((sum, { savedMs }) => sum + savedMs, 0)],
      [101, 202],
    );
  }
});

test("timelines of threads that began at different times", () => {
  const one = new TimelineDraft(0);
  one.add(5, { hits: 1 });
  const other = new TimelineDraft(100);
  other.add(103, { misses: 1 });
  const { startedAt, buckets } = mergeTimelines(other.read(), one.read());
  assert.equal(startedAt, 0);
  assert.deepEqual([buckets[5]?.hits, buckets[103]?.misses], [1, 1]);
});
