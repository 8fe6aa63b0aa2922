import { readFileSync } from "node:fs";

// @astrocache
function pure(n) {
  process.stderr.write("ran pure\n");
  return { twice: [n, n] };
}

// @astrocache
async function impure(name) {
  process.stderr.write("ran impure\n");
  return { name, rows: [{ total: Number(readFileSync(name, "utf8")) }] };
}

console.log(JSON.stringify(pure(2)), JSON.stringify(await impure("data.txt")));
