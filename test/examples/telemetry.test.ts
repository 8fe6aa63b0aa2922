import assert from "node:assert/strict";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Example } from "./example.ts";

test("OpenTelemetry counts what the channels tell", async (t) => {
  const example = new Example("telemetry");
  t.after(() => example.remove());
  symlinkSync(fileURLToPath(new URL("../../../node_modules", import.meta.url)), join(example.folder, "node_modules"));
  const results = ["360 24", "1001 8", "360 24"];
  const run = async (): Promise<string[]> => (await example.hooked(["telemetry/main.ts"])).stdout.trimEnd().split("\n");
  assert.deepEqual((await example.plain(["telemetry/main.ts"])).stdout.trimEnd().split("\n"), results);
  assert.deepEqual(await run(), [...results, "astrocache.calls miss new 2", "astrocache.calls hit memory 1"]);
  assert.deepEqual(await run(), [
    ...results,
    `astrocache.calls hit file ${join(example.folder, "cache")} 2`,
    "astrocache.calls hit memory 1",
  ]);
});
