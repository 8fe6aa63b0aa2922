/** `npm run bench:counts`: what starts and calls do, against recorded bounds. Fails where one does more. No clock, so that CI can run it. */
import { bounds, type Counted } from "./bounds.ts";
import { count } from "./count.ts";

const counted = count();
const rows = Object.entries(bounds).map(([name, atMost]) => ({ name, atMost, is: counted[name as Counted] }));
const lines = rows.map(({ name, atMost, is }) => `| ${name} | ${is ?? "not counted"} | ${atMost} |`);
process.stdout.write(`| | counted | at most |\n| --- | ---: | ---: |\n${lines.join("\n")}\n`);
for (const { name, atMost, is = 0 } of rows)
  if (is > atMost) process.stderr.write(`${name}: ${is}, and may be ${atMost}\n`);
process.exitCode = rows.some(({ atMost, is = 0 }) => is > atMost) ? 1 : 0;
