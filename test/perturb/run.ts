/**
 * `node dist/test/perturb/run.js [--graph=part of its name] [--rule=name] [--per-module=N]`: applies the catalogue of edits to
 * the corpus and prints every survivor with its place. Exits 1 where an edit was missed or more than 1 % were needless.
 */
import { parseArgs } from "node:util";
import { corpus } from "./corpus.ts";
import { perturb } from "./perturb.ts";
import { printReport } from "./report.ts";

const { values } = parseArgs({
  options: {
    "graph": { type: "string", default: "" },
    "rule": { type: "string" },
    "per-module": { type: "string", default: "3" },
  },
});
const graphs = corpus().filter(({ name }) => name.includes(values.graph));
const result = await perturb(graphs, { perModule: Number(values["per-module"]), rule: values.rule });
process.exitCode = printReport(graphs, result) ? 0 : 1;
