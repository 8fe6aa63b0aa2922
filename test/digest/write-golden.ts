/** `node dist/test/digest/write-golden.js`: writes the golden digests anew, after a version was raised or a fixture changed. */
import { writeFileSync } from "node:fs";
import { currentGolden, goldenFile } from "./golden.ts";

writeFileSync(goldenFile, `${JSON.stringify(currentGolden(), undefined, 2)}\n`);
