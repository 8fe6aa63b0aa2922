/**
 * What linking costs as a program grows: a target that reaches 100, 1,000 and 10,000 modules, deep, wide, and in circles. Parsing is
 * not in it, since facts are kept. Milliseconds for one link from nothing, the best of three.
 */
import { linkedProgram } from "./linked-program.ts";
import { shapes } from "./linking-shapes.ts";

const SIZES = [100, 1000, 10_000];

console.log(`| linking, ms | ${SIZES.map((size) => size.toLocaleString("en")).join(" | ")} | vertices of the last |`);
console.log(`|${" --- |".repeat(SIZES.length + 2)}`);
for (const [name, shape] of Object.entries(shapes)) {
  let vertices = 0;
  const times = SIZES.map((size) => {
    const program = linkedProgram(shape(size));
    const rounds = Array.from({ length: 3 }, () => {
      const start = performance.now();
      ({ vertices } = program.link());
      return performance.now() - start;
    });
    return Math.min(...rounds).toFixed(1);
  });
  console.log(`| ${name} | ${times.join(" | ")} | ${vertices.toLocaleString("en")} |`);
}
