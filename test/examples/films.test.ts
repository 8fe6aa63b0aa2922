import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, test } from "node:test";
import { Example } from "./example.ts";

const DATA = join(createRequire(import.meta.url).resolve("vega-datasets"), "../../data/movies.json");
const example = new Example("films");
after(() => example.remove());

test("the data program of the demo: every step is answered, with the same output", async () => {
  const argv = ["films/main.ts", DATA];
  const { stdout } = await example.plain(argv);
  const cold = await example.hooked(argv);
  const warm = await example.hooked(argv);
  assert.equal(cold.stdout, stdout);
  assert.equal(warm.stdout, stdout);
  assert.deepEqual(warm.calls, {
    "films/bootstrap.ts#bootstrap.interval": "11 hit",
    "films/cluster.ts#KMeans.fit": "1 hit",
    "films/parse.ts#parseFilms": "1 hit",
    "films/regress.ts#bestRidge": "1 hit",
    "films/similar.ts#similarTitles": "1 hit",
    "films/vocabulary.ts#vocabularyDistance": "55 hit",
  });
});
