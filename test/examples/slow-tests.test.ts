import assert from "node:assert/strict";
import { after, test } from "node:test";
import { Example } from "./example.ts";

const example = new Example("slow-tests");
after(() => example.remove());

test("a test suite sets up once, also in the processes that `node --test` starts", async () => {
  const argv = ["--test", "slow-tests/index.test.ts"];
  const ranIn = async (): Promise<number> => (await example.hooked(argv)).stdout.split("ran buildIndex").length - 1;
  assert.match((await example.plain(argv)).stdout, /pass 2/);
  assert.equal(await ranIn(), 1, "the second call of the first run is a hit already");
  assert.equal(await ranIn(), 0);
});
